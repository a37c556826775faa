/* The traps of libcsv 3.0.3, each closed by core/csv.c. */
#include "core/csv.h"
#include "tests/tap.h"

struct seen {
    struct buf text; /* rows as line:a|b; */
};

static enum status note_row(void *context, const struct csv_row *row, struct err *e)
{
    struct seen *seen = context;
    (void)e;
    buf_printf(&seen->text, "%ld:", row->line);
    for (size_t i = 0; i < row->n; i++) {
        if (i)
            buf_putc(&seen->text, '|');
        buf_put(&seen->text, row->fields[i]);
    }
    buf_putc(&seen->text, ';');
    return ST_OK;
}

/* Parses `text` in pieces of every size and checks that all give the same rows and status. */
static enum status parse(const char *text, const char *want)
{
    enum status last = ST_OK;
    size_t n = str_of(text).n;
    for (size_t step = 1; step <= n + 1; step++) {
        struct seen seen;
        struct err e = { 0 };
        buf_init(&seen.text, 0);
        struct csv_parser_state *p = csv_parser_new("t.csv", NULL, note_row, &seen);
        enum status st = ST_OK;
        if (step >= 3 || text[0] != '\xEF') { /* a BOM is looked for in the first piece */
            for (size_t at = 0; at < n && st == ST_OK; at += step)
                st = csv_parser_feed(p, str_slice(str_of(text), at, at + step), &e);
            if (st == ST_OK)
                st = csv_parser_finish(p, &e);
            CHECK_TEXT(buf_str(&seen.text), want);
            last = st;
        }
        csv_parser_free(p);
        buf_free(&seen.text);
    }
    return last;
}

TEST("rows, quotes, blank lines and physical line numbers")
{
    CHECK(parse("a,b\n1,\"x\ny\"\n\n\"q\"\"q\",2\n", "1:a|b;2:1|x\ny;5:q\"q|2;") == ST_OK);
}
TEST("CR LF and lone CR end rows and count lines once") { CHECK(parse("a\r\nb\rc\n", "1:a;2:b;3:c;") == ST_OK); }
TEST("blanks around unquoted fields are kept") { CHECK(parse(" a , b\n", "1: a | b;") == ST_OK); }
TEST("a byte order mark is dropped")
{
    CHECK(parse("\xEF\xBB\xBF"
                "a,b\n",
                "1:a|b;") == ST_OK);
}
TEST("an unterminated quote is an error and leaves no phantom row") { CHECK(parse("a\n\"b\n", "1:a;") == ST_INPUT); }
TEST("a quote inside an unquoted field is an error") { CHECK(parse("a\nb\"c\n", "1:a;") == ST_INPUT); }
TEST("a last row without a line feed counts") { CHECK(parse("a,b\n1,2", "1:a|b;2:1|2;") == ST_OK); }
TEST("a comment line is passed over whole, quotes in it too, in pieces of any size")
{
    const struct csv_options options = { .comment = '#' };
    const char *text = "# a \"quote, and\n# another\na,b\n1,\"x\n#2\"\n";
    for (size_t step = 1; step < 60; step++) {
        struct seen seen;
        struct err e = { 0 };
        buf_init(&seen.text, 0);
        struct csv_parser_state *p = csv_parser_new("t.csv", &options, note_row, &seen);
        for (size_t at = 0; at < str_of(text).n; at += step)
            csv_parser_feed(p, str_slice(str_of(text), at, at + step), &e);
        csv_parser_finish(p, &e);
        CHECK_TEXT(buf_str(&seen.text), "3:a|b;4:1|x\n#2;");
        csv_parser_free(p);
        buf_free(&seen.text);
    }
}
TEST("fields are quoted only where needed")
{
    struct buf b;
    buf_init(&b, 0);
    struct str row[] = { STR("plain"), STR("a,b"), STR("q\"q"), STR(" blank"), STR("l\nf"), STR("") };
    csv_put_row(&b, row, 6);
    CHECK_TEXT(buf_str(&b), "plain,\"a,b\",\"q\"\"q\",\" blank\",\"l\nf\",\n");
    buf_free(&b);
}
