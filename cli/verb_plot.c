#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/bound.h"
#include "cli/run_folder.h"
#include "cli/verb.h"
#include "core/date.h"
#include "core/file.h"
#include "core/table.h"

static const struct option_spec options[] = {
    { "series", 's', "ID", true, "series to plot, by series_id; several: one line or bar each" },
    { "type", 't', "TYPE", false, "trend (default) or bars" },
    { "out", 'o', "FOLDER/STEM", false, "where to write, without an ending (default: charts/chart)" },
    { "in", 0, "FOLDER", false, "output folder of a run, whose tables are read (default: .)" },
    { "series-table", 0, "FILE", false, "series.csv elsewhere" },
    { "trends", 0, "FILE", false, "trends.csv elsewhere" },
    { "figures", 0, "FILE", false, "figures.csv elsewhere" },
    { "sources", 0, "FILE", false, "sources.csv elsewhere" },
    { "key", 0, "COLUMN", false, "any tidy CSV: the column that names the series (default: one series)" },
    { "time", 0, "COLUMN", false, "any tidy CSV: the column of the period (default: time)" },
    { "value", 0, "COLUMN", false, "any tidy CSV: the column of the value (default: value)" },
    { "low", 0, "COLUMN", false, "any tidy CSV: the column of the least value" },
    { "high", 0, "COLUMN", false, "any tidy CSV: the column of the greatest value" },
    { "unit", 0, "WORDS", false, "any tidy CSV: what is counted, as 'persons'" },
    { "period", 0, "PERIOD", false, "bars: the period shown (default: the last that all have)" },
    { "title", 0, "TEXT", false, "instead of the composed title" },
    { "subtitle", 0, "TEXT", false, "instead of the composed subtitle" },
    { "note", 0, "TEXT", false, "instead of the composed source note" },
    { "alt", 0, "TEXT", false, "instead of the composed alternative text" },
    { "style", 0, "NAME", false, "a style of data/styles, or a file" },
    { "width", 0, "MM", false, "width of the page in millimetres" },
    { "height", 0, "MM", false, "height of the page in millimetres" },
    { "format", 0, "FORMAT", true, "svg, pdf or png; several allowed (default: all three)" },
};

/* The columns of a tidy table; n_columns where one is not asked for. */
struct tidy {
    struct table table;
    size_t key, time, value, low, high;
};

static enum status tidy_column(const struct arguments *arguments, const char *option, const char *otherwise,
                               const struct table *t, size_t *index, struct err *e)
{
    const char *name = option_get(arguments, option, otherwise);
    *index = t->n_columns;
    return name ? table_column(t, name, index, e) : ST_OK;
}

static enum status tidy_open(struct arena *a, const struct arguments *arguments, struct tidy *t, struct faults *faults,
                             struct err *e)
{
    static const struct table_options with_comments = { .allow_comments = true };
    enum status st = table_read(a, arguments->positional[0], &with_comments, &t->table, faults, e);
    if (st == ST_OK)
        st = tidy_column(arguments, "key", NULL, &t->table, &t->key, e);
    if (st == ST_OK)
        st = tidy_column(arguments, "time", "time", &t->table, &t->time, e);
    if (st == ST_OK)
        st = tidy_column(arguments, "value", "value", &t->table, &t->value, e);
    if (st == ST_OK)
        st = tidy_column(arguments, "low", NULL, &t->table, &t->low, e);
    return st == ST_OK ? tidy_column(arguments, "high", NULL, &t->table, &t->high, e) : st;
}

static enum status read_cell(const struct table *t, size_t row, size_t column, double *out, struct err *e)
{
    struct str cell = column < t->n_columns ? str_trim(table_cell(t, row, column)) : STR("");
    *out = NAN;
    if (cell.n == 0 || str_is(cell, "NA") || str_to_double(cell, out))
        return ST_OK;
    return fail(e, ST_INPUT, table_place(t, row), "write digits with a point, a bound as <5, or leave it empty",
                "column %.*s is not a number", (int)t->columns[column].n, t->columns[column].p);
}

static enum status tidy_row(struct arena *a, const struct tidy *t, size_t i, const char *unit, struct series_row *row,
                            struct err *e)
{
    const struct table *table = &t->table;
    struct str period = str_trim(table_cell(table, i, t->time)), value = str_trim(table_cell(table, i, t->value));
    struct date first, last;
    enum frequency freq = FREQ_NONE;
    double years;
    record_clear(&schema_series, row);
    row->series_id = t->key < table->n_columns ? table_cell(table, i, t->key) : arena_copy(a, path_stem(table->file));
    row->unit_measure = str_of(unit);
    /* the words of the chart: what is counted from the value's column, whose from the key */
    if (t->key < table->n_columns)
        row->ref_area = row->series_id;
    if (!str_is(table->columns[t->value], "value"))
        row->indicator = table->columns[t->value];
    row->time_period = period;
    if (!period_to_years(period, &years))
        return fail(e, ST_INPUT, table_place(table, i), "write 2020, 2020-Q1, 2020-03 or 2020-03-09",
                    "the period cannot be read");
    if (period_parse(period, &first, &last, &freq) && freq != FREQ_NONE)
        row->freq = arena_printf(a, "%c", (int)freq);
    if (read_bound(value, row))
        return ST_OK;
    enum status st = read_cell(table, i, t->value, &row->obs_value, e);
    if (st == ST_OK)
        st = read_cell(table, i, t->low, &row->value_low, e);
    return st == ST_OK ? read_cell(table, i, t->high, &row->value_high, e) : st;
}

static enum status tidy_load(struct arena *a, const struct arguments *arguments, struct vec *series,
                             struct faults *faults, struct err *e)
{
    struct tidy t;
    enum status st = tidy_open(a, arguments, &t, faults, e);
    if (st != ST_OK)
        return st;
    vec_init(series, a, sizeof(struct series_row), t.table.n_rows + 1);
    for (size_t i = 0; i < t.table.n_rows; i++) {
        struct err bad;
        struct series_row *row = vec_add(series);
        if (!row)
            return fail_memory(e);
        if (tidy_row(a, &t, i, option_get(arguments, "unit", ""), row, &bad) != ST_OK) {
            faults_add(faults, &bad);
            series->n--;
        }
    }
    return ST_OK;
}

static enum status load(struct invocation *in, const struct arguments *arguments, struct run_tables *t,
                        struct faults *faults, struct err *e)
{
    struct run_paths paths = {
        option_get(arguments, "in", "."),       option_get(arguments, "sources", NULL),
        option_get(arguments, "figures", NULL), option_get(arguments, "series-table", NULL),
        option_get(arguments, "trends", NULL),
    };
    if (arguments->n_positional == 0)
        return run_tables_load(in->arena, &paths, t, faults, e);
    enum status st = tidy_load(in->arena, arguments, &t->series, faults, e);
    vec_init(&t->trends, in->arena, sizeof(struct trend_row), 1);
    vec_init(&t->sources, in->arena, sizeof(struct source_record), 1);
    vec_init(&t->figures, in->arena, sizeof(struct figure), 1);
    if (st == ST_OK && paths.trends)
        st = records_read(in->arena, &schema_trends, paths.trends, &t->trends, faults, e);
    return st;
}

/* The series asked for, or all of the table when none is named. */
static enum status choose_series(struct invocation *in, const struct arguments *arguments, const struct vec *rows,
                                 struct chart_request *r, struct err *e)
{
    struct str *ids = arena_array(in->arena, rows->n + arguments->n_options + 1, sizeof *ids);
    const char *name;
    if (!ids)
        return fail_memory(e);
    while ((name = option_nth(arguments, "series", r->n_series)) != NULL)
        ids[r->n_series++] = str_of(name);
    for (size_t i = 0; i < rows->n && !option_given(arguments, "series"); i++) {
        struct str id = VEC_AT(struct series_row, rows, i)->series_id;
        bool known = false;
        for (size_t k = 0; k < r->n_series && !known; k++)
            known = str_equal(ids[k], id);
        if (!known)
            ids[r->n_series++] = id;
    }
    r->series = ids;
    return ST_OK;
}

static enum status read_formats(const struct arguments *arguments, struct chart_request *r, struct err *e)
{
    const char *format;
    for (size_t i = 0; (format = option_nth(arguments, "format", i)) != NULL; i++) {
        if (strcmp(format, "svg") == 0)
            r->svg = true;
        else if (strcmp(format, "pdf") == 0)
            r->pdf = true;
        else if (strcmp(format, "png") == 0)
            r->png = true;
        else
            return fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, "use svg, pdf or png", "unknown format '%s'",
                        format);
    }
    return ST_OK;
}

static enum status make_request(struct invocation *in, const struct arguments *arguments, const struct vec *series,
                                struct chart_request *r, const char **folder, struct err *e)
{
    const char *out = option_get(arguments, "out", "charts/chart");
    *folder = path_folder(in->arena, out);
    *r = (struct chart_request){
        .stem = path_base(out),
        .type = str_of(option_get(arguments, "type", "")),
        .title = str_of(option_get(arguments, "title", "")),
        .subtitle = str_of(option_get(arguments, "subtitle", "")),
        .note = str_of(option_get(arguments, "note", "")),
        .alt = str_of(option_get(arguments, "alt", "")),
        .style = str_of(option_get(arguments, "style", "")),
        .period = str_of(option_get(arguments, "period", "")),
    };
    if (!*folder)
        return fail_memory(e);
    enum status st = option_double(arguments, "width", &r->width_mm, e);
    if (st == ST_OK)
        st = option_double(arguments, "height", &r->height_mm, e);
    if (st == ST_OK && (r->width_mm < 0 || r->width_mm > 1000 || r->height_mm < 0 || r->height_mm > 1000))
        st = fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, NULL, "a page is at most 1000 mm wide and high");
    if (st == ST_OK)
        st = read_formats(arguments, r, e);
    return st == ST_OK ? choose_series(in, arguments, series, r, e) : st;
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    struct run_tables tables;
    struct faults faults;
    struct chart_request request;
    struct chart_made made;
    const char *folder = NULL;
    if (arguments->n_positional > 1)
        return fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, "name one FILE, or none", "one table at a time");
    faults_init(&faults, in->arena);
    enum status st = load(in, arguments, &tables, &faults, e);
    if (st == ST_OK)
        st = make_request(in, arguments, &tables.series, &request, &folder, e);
    struct chart_data data = run_chart_data(&tables, in->data);
    if (st == ST_OK)
        st = chart_draw(in->arena, &request, &data, folder, &made, e);
    say_faults(&faults);
    if (st != ST_OK)
        return st;
    printf("%s/%.*s\n", folder, (int)request.stem.n, request.stem.p);
    return faults.list.n > 0 ? ST_INPUT : ST_OK;
}

const struct verb verb_plot = {
    .name = "plot",
    .summary = "Draw a chart of series: SVG, PDF, PNG, and text to embed it.",
    .example = "  taraz plot --in out --series convictions.KAZ --out charts/convictions\n"
               "  taraz plot counts.csv --key country --time year --value convictions --out charts/counts",
    .usage = "taraz plot [options] [FILE]",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .details =
        "Without FILE the tables of a run (--in) are read. With FILE any tidy CSV is drawn: one row a\n"
        "series and period; a value may be a bound as <5 or >1000.\n"
        "Written beside each other: STEM.svg .pdf .png, the gnuplot script .gp, the values .csv, the alternative\n"
        "text .alt.txt, and .md, .tex, .html and .docx.md (for pandoc and Word) to embed the picture.",
    .run = run,
};
