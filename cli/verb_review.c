#include <stdio.h>
#include <string.h>

#include "cli/json.h"
#include "cli/verb.h"
#include "core/file.h"
#include "core/schema.h"
#include "core/table.h"
#include "plots/text.h"

static const struct option_spec options[] = {
    { "corrections", 'c', "FILE", false, "corrections made before, shown and kept (default: FOLDER/corrections.csv)" },
    { "out", 'o', "FILE", false, "the page (default: FOLDER/review.html)" },
};

/* Columns a reviewer may correct, in the order of the form. */
static const char *const editable[] = { "indicator",    "obs_value",  "value_low",   "value_high", "qualifier",
                                        "unit_measure", "ref_area",   "citizenship", "sex",        "age",
                                        "exploitation", "time_start", "time_end" };

struct page {
    struct arena *arena;
    const char *data; /* the data folder */
    struct vec sources, figures, corrections;
    struct buf json;
};

static enum status read_tables(struct page *p, const char *folder, const char *corrections, struct err *e)
{
    struct faults ignored; /* a row that cannot be read is not shown; `taraz run` reports it */
    faults_init(&ignored, p->arena);
    const char *made = path_join(p->arena, folder, "corrections.csv");
    enum status st =
        records_read(p->arena, &schema_figures, path_join(p->arena, folder, "figures.csv"), &p->figures, &ignored, e);
    if (st == ST_OK)
        st = records_read(p->arena, &schema_sources, path_join(p->arena, folder, "sources.csv"), &p->sources, &ignored,
                          e);
    vec_init(&p->corrections, p->arena, sizeof(struct correction), 1);
    if (st == ST_OK && (corrections || file_exists(made)))
        st =
            records_read(p->arena, &schema_corrections, corrections ? corrections : made, &p->corrections, &ignored, e);
    return st;
}

static void put_comma(struct buf *b, size_t i)
{
    if (i > 0)
        buf_putc(b, ',');
}

static void put_figures(struct page *p)
{
    struct buf *b = &p->json;
    buf_puts(b, "\"columns\":[");
    for (size_t i = 0; i < schema_figures.n_columns; i++) {
        put_comma(b, i);
        json_put(b, str_of(schema_figures.columns[i].name));
    }
    buf_puts(b, "],\"figures\":[");
    for (size_t row = 0; row < p->figures.n; row++) {
        const struct figure *f = VEC_AT(const struct figure, &p->figures, row);
        buf_puts(b, row ? ",\n[" : "[");
        for (size_t i = 0; i < schema_figures.n_columns; i++) {
            put_comma(b, i);
            json_put(b, record_get(p->arena, &schema_figures.columns[i], f));
        }
        buf_putc(b, ']');
    }
    buf_puts(b, "]");
}

static void put_corrections(struct page *p)
{
    struct buf *b = &p->json;
    buf_puts(b, ",\"corrections\":[");
    for (size_t row = 0; row < p->corrections.n; row++) {
        buf_puts(b, row ? ",{" : "{");
        for (size_t i = 0; i < schema_corrections.n_columns; i++) {
            const struct column *c = &schema_corrections.columns[i];
            put_comma(b, i);
            json_put(b, str_of(c->name));
            buf_putc(b, ':');
            json_put(b, record_get(p->arena, c, VEC_AT(const struct correction, &p->corrections, row)));
        }
        buf_putc(b, '}');
    }
    buf_putc(b, ']');
}

static void put_sources(struct page *p)
{
    struct buf *b = &p->json;
    buf_puts(b, ",\"sources\":{");
    for (size_t i = 0; i < p->sources.n; i++) {
        const struct source_record *s = VEC_AT(const struct source_record, &p->sources, i);
        put_comma(b, i);
        json_put(b, s->source_id);
        buf_putc(b, ':');
        json_put(b, s->title.n ? s->title : s->source_id);
    }
    buf_putc(b, '}');
}

/* Codes and labels of one vocabulary table, as `"codes"` of a column and in the common labels. */
static enum status read_codes(struct page *p, const char *name, struct table *t, struct err *e)
{
    const char *folder = p->data ? p->data : "";
    return table_read(p->arena, path_join(p->arena, folder, name), &(struct table_options){ .allow_comments = true }, t,
                      NULL, e);
}

static void put_code_list(struct buf *b, const char *column, const struct table *t)
{
    buf_printf(b, ",\"%s\":[", column);
    for (size_t i = 0; i < t->n_rows; i++) {
        put_comma(b, i);
        json_put(b, table_cell(t, i, 0));
    }
    buf_putc(b, ']');
}

static void put_schema_codes(struct buf *b)
{
    bool first = true;
    for (size_t i = 0; i < sizeof editable / sizeof *editable; i++) {
        const struct column *c = schema_column(&schema_figures, str_of(editable[i]));
        if (!c || !c->codes)
            continue;
        buf_printf(b, "%s\"%s\":[", first ? "" : ",", c->name);
        struct str rest = str_of(c->codes), code;
        for (size_t n = 0; str_split_next(&rest, ' ', &code); n++) {
            put_comma(b, n);
            json_put(b, code);
        }
        buf_putc(b, ']');
        first = false;
    }
}

static enum status put_codes(struct page *p, struct err *e)
{
    struct table indicators, forms, countries;
    struct buf *b = &p->json;
    enum status st = read_codes(p, "indicators.csv", &indicators, e);
    if (st == ST_OK)
        st = read_codes(p, "exploitation.csv", &forms, e);
    if (st == ST_OK)
        st = read_codes(p, "countries.csv", &countries, e);
    if (st != ST_OK)
        return st;
    buf_puts(b, ",\"codes\":{");
    put_schema_codes(b);
    put_code_list(b, "indicator", &indicators);
    put_code_list(b, "exploitation", &forms);
    buf_puts(b, "},\"labels\":{");
    const struct table *const tables[] = { &indicators, &forms, &countries };
    const char *const names[] = { "label", "label", "name" };
    bool first = true;
    for (size_t k = 0; k < 3 && st == ST_OK; k++) {
        size_t name;
        st = table_column(tables[k], names[k], &name, e);
        for (size_t i = 0; st == ST_OK && i < tables[k]->n_rows; i++) {
            if (k == 1 && str_is(table_cell(tables[k], i, 0), "other"))
                continue; /* the indicator of that name keeps its label */
            put_comma(b, !first);
            json_put(b, table_cell(tables[k], i, 0));
            buf_putc(b, ':');
            json_put(b, table_cell(tables[k], i, name));
            first = false;
        }
    }
    buf_puts(b, "}");
    return st;
}

static void put_editable(struct buf *b)
{
    for (int numbers = 0; numbers < 2; numbers++) {
        bool first = true;
        buf_puts(b, numbers ? ",\"numbers\":[" : ",\"editable\":[");
        for (size_t i = 0; i < sizeof editable / sizeof *editable; i++) {
            const struct column *c = schema_column(&schema_figures, str_of(editable[i]));
            if (numbers && c->type != COLUMN_NUMBER)
                continue;
            put_comma(b, !first);
            json_put(b, str_of(editable[i]));
            first = false;
        }
        buf_putc(b, ']');
    }
}

/* The page of data/review/page.html with {{title}} and {{data}} filled. */
static enum status write_page(struct page *p, struct str template, struct str title, const char *path, struct err *e)
{
    struct buf page;
    buf_init(&page, (size_t)1 << 30);
    while (template.n > 0) {
        const char *mark = memmem(template.p, template.n, "{{", 2);
        size_t at = mark ? (size_t)(mark - template.p) : template.n;
        buf_put(&page, str_slice(template, 0, at));
        template = str_slice(template, at, template.n);
        if (str_starts(template, "{{title}}")) {
            put_html(&page, title);
            template = str_slice(template, 9, template.n);
        } else if (str_starts(template, "{{data}}")) {
            buf_put(&page, buf_str(&p->json));
            template = str_slice(template, 8, template.n);
        } else {
            buf_put(&page, str_slice(template, 0, 1));
            template = str_slice(template, 1, template.n);
        }
    }
    enum status st = file_write_buf(path, &page, e);
    buf_free(&page);
    return st;
}

static enum status make_page(struct page *p, const char *folder, const char *path, struct err *e)
{
    struct str template;
    struct buf *b = &p->json;
    const char *from = path_join(p->arena, p->data, "review/page.html");
    enum status st = file_read(p->arena, from, 0, &template, e);
    if (st != ST_OK)
        return st;
    struct str title = path_base(folder);
    buf_puts(b, "{\"key\":");
    json_put(b, title);
    buf_putc(b, ',');
    put_figures(p);
    put_corrections(p);
    put_sources(p);
    st = put_codes(p, e);
    put_editable(b);
    buf_putc(b, '}');
    if (st == ST_OK && (b->failed || arena_failed(p->arena)))
        st = fail_memory(e);
    return st == ST_OK ? write_page(p, template, title, path, e) : st;
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    if (arguments->n_positional != 1)
        return fail(e, ST_USAGE, (struct place){ "review", 0, 0 }, "taraz review FOLDER",
                    "give one output folder of 'taraz run'");
    if (!in->data)
        return data_folder(in->arena, &in->data, e);
    const char *folder = arguments->positional[0];
    size_t n = strlen(folder);
    while (n > 1 && folder[n - 1] == '/')
        n--;
    folder = arena_cstr(in->arena, (struct str){ folder, n });
    const char *path = option_get(arguments, "out", path_join(in->arena, folder, "review.html"));
    struct page p = { .arena = in->arena, .data = in->data };
    buf_init(&p.json, (size_t)1 << 30);
    enum status st = read_tables(&p, folder, option_get(arguments, "corrections", NULL), e);
    if (st == ST_OK)
        st = make_page(&p, folder, path, e);
    buf_free(&p.json);
    if (st == ST_OK && strcmp(path, "-") != 0)
        printf("review: %s (%zu figures)\n", path, p.figures.n);
    return st;
}

const struct verb verb_review = {
    .name = "review",
    .summary = "Write a page that shows each figure in its sentence, to accept, correct or reject.",
    .example = "  taraz review taraz-out && xdg-open taraz-out/review.html",
    .usage = "taraz review FOLDER [options]",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .details = "The page needs no server. Least sure figures come first. It saves corrections.csv, which the\n"
               "job's `corrections` key names; every later run applies it, and reports corrections whose\n"
               "`expect` no longer holds.",
    .run = run,
};
