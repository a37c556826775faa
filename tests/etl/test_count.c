/* Group-by counts and sums. Expected values are counted by hand from the made-up rows. */
#include "etl/count.h"
#include "tests/etl/support.h"

static struct str count(struct fixture *x, const char *text, size_t skip, const char *by, const char *const *where,
                        const char *sum)
{
    struct str columns[4], rest = str_of(by), sums[1] = { str_of(sum) };
    struct condition conditions[4];
    struct count_query q = {
        .by = columns, .where = conditions, .sums = sums, .n_sums = sum[0] != '\0', .skip_rows = skip
    };
    while (q.n_by < 4 && str_split_next(&rest, ',', &columns[q.n_by]))
        q.n_by += columns[q.n_by].n > 0;
    while (where && where[q.n_where]) {
        CHECK(condition_parse(x->arena, where[q.n_where], &conditions[q.n_where], &x->e) == ST_OK);
        q.n_where++;
    }
    const char *path = fixture_file(x, "count.csv", str_of(text));
    struct count_result r;
    enum status st = count_file(x->arena, path, &q, &r, &x->faults, &x->e);
    unlink(path);
    if (st != ST_OK)
        return str_of(x->e.todo[0] ? x->e.todo : x->e.what);
    struct buf b;
    buf_init(&b, 0);
    for (size_t i = 0; i < r.groups.n; i++) {
        const struct count_group *g = VEC_AT(const struct count_group, &r.groups, i);
        for (size_t k = 0; k < q.n_by; k++)
            buf_printf(&b, "%.*s,", (int)g->keys[k].n, g->keys[k].p);
        buf_printf(&b, "%lld", g->count);
        if (q.n_sums) {
            buf_puts(&b, ":");
            buf_put_double(&b, g->sums[0]);
            buf_printf(&b, "/%lld", g->summed[0]);
        }
        buf_puts(&b, ";");
    }
    struct str result = arena_copy(x->arena, buf_str(&b));
    buf_free(&b);
    return result;
}

#define COUNT(text, skip, by, where, sum, want)                                                                        \
    do {                                                                                                               \
        struct fixture x;                                                                                              \
        fixture_start(&x);                                                                                             \
        CHECK_TEXT(count(&x, text, skip, by, where, sum), want);                                                       \
        fixture_end(&x);                                                                                               \
    } while (0)

static const char cases[] = "year,sex,n\n2020,F,1\n2019,M,2.5\n2020,F,\n,F,4\n2020,M,1e2\n";

TEST("groups are counted and sorted, empty keys are a group, groups without a row are not made up")
{
    COUNT(cases, 0, "year,sex", NULL, "", ",F,1;2019,M,1;2020,F,2;2020,M,1;");
    COUNT(cases, 0, "", NULL, "", "5;");
}
TEST("conditions compare text, and numbers where they order")
{
    COUNT(cases, 0, "year", ((const char *[]){ "year!=", "sex=F", NULL }), "", "2020,2;");
    COUNT(cases, 0, "sex", ((const char *[]){ "n>=2", NULL }), "", "F,1;M,2;");
    COUNT(cases, 0, "sex", ((const char *[]){ "sex=x", NULL }), "", "");
}
TEST("sums skip empty cells and say how many held a number")
{
    COUNT(cases, 0, "sex", NULL, "n", "F,3:5/2;M,2:102.5/2;");
}
TEST("sums are compensated: one million times 0.1 beside 1e14")
{
    /* exact: 1e14 + 100000; a plain sum in this order gives 100000000093750, for 0.1 is under the last place */
    struct buf b;
    buf_init(&b, 0);
    buf_puts(&b, "v\n1e14\n");
    for (int i = 0; i < 1000000; i++)
        buf_puts(&b, "0.1\n");
    buf_putc(&b, '\0');
    COUNT(b.p, 0, "", NULL, "v", "1000001:100000000100000/1000001;");
    buf_free(&b);
}
TEST("delimiter, banner rows, quotes with line feeds and a byte order mark are read")
{
    COUNT("Banner; of a table\n\xEF\xBB\xBFyear;place\n2020;\"a;\nb\"\n2020;c\n", 1, "\xEF\xBB\xBFyear", NULL, "",
          "2020,2;");
    COUNT("\xEF\xBB\xBFyear;place\n2020;\"a;\nb\"\n2020;c\n", 0, "year", NULL, "", "2020,2;");
    COUNT("year\tplace\n2020\ta, b\n", 0, "place", NULL, "", "a, b,1;");
}
TEST("keys that are not UTF-8 are read as Windows-1252")
{
    COUNT("k,v\ncaf\xE9,1\n", 0, "k", NULL, "", "caf\xC3\xA9,1;");
}
TEST("a misspelt column gets the nearest right one") { COUNT(cases, 0, "yaer", NULL, "", "did you mean 'year'?"); }
TEST("ragged rows and words under a sum are faults and the rest is counted")
{
    struct fixture x;
    fixture_start(&x);
    CHECK_TEXT(count(&x, "a,b\n1,2\n1\n1,2,3\n1,two\n", 0, "a", NULL, "b"), "1,2:2/1;");
    CHECK(x.faults.list.n == 3 && x.faults.worst == ST_INPUT);
    CHECK(VEC_AT(struct fault, &x.faults.list, 0)->err.line == 3 &&
          VEC_AT(struct fault, &x.faults.list, 2)->err.line == 5);
    fixture_end(&x);
}
TEST("a condition without operator, and one that orders by a word, are refused")
{
    struct fixture x;
    struct condition c;
    fixture_start(&x);
    CHECK(condition_parse(x.arena, "year", &c, &x.e) == ST_USAGE);
    CHECK(condition_parse(x.arena, "=3", &c, &x.e) == ST_USAGE);
    CHECK(condition_parse(x.arena, "year>late", &c, &x.e) == ST_USAGE);
    CHECK(condition_parse(x.arena, "a b != c=d", &c, &x.e) == ST_OK && c.compare == COMPARE_NOT_EQUAL);
    CHECK_TEXT(c.column, "a b");
    CHECK_TEXT(c.value, "c=d");
    fixture_end(&x);
}
TEST("many groups are all found again")
{
    struct buf b;
    struct fixture x;
    fixture_start(&x);
    buf_init(&b, 0);
    buf_puts(&b, "k\n");
    for (int i = 0; i < 60000; i++)
        buf_printf(&b, "%d\n", i % 20000);
    buf_putc(&b, '\0');
    struct str lines = count(&x, b.p, 0, "k", NULL, "");
    size_t n = 0;
    for (size_t i = 0; i + 2 < lines.n; i++)
        n += lines.p[i] == ',' && lines.p[i + 1] == '3' && lines.p[i + 2] == ';';
    CHECK(n == 20000);
    buf_free(&b);
    fixture_end(&x);
}
TEST("a table of a header alone has no groups") { COUNT("a,b\n", 0, "a", NULL, "b", ""); }
