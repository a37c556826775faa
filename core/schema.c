#include "core/schema.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/file.h"
#include "core/nearest.h"
#include "core/table.h"

#define QUALIFIERS "exact about at_least at_most range vague"
#define STATUSES "A B E F I L M N O P Q S U V"

/* One line a column: text, number or integer; required or not; codes; meaning. */
#define TEXT(r, m, req, codes, help)                                                                                   \
    {                                                                                                                  \
#m, COLUMN_TEXT, offsetof(struct r, m), req, codes, help                                                       \
    }
#define NUMBER(r, m, help)                                                                                             \
    {                                                                                                                  \
#m, COLUMN_NUMBER, offsetof(struct r, m), false, NULL, help                                                    \
    }
#define INTEGER(r, m, help)                                                                                            \
    {                                                                                                                  \
#m, COLUMN_INTEGER, offsetof(struct r, m), false, NULL, help                                                   \
    }

static const struct column sources_columns[] = {
    TEXT(source_record, source_id, true, NULL, "short unique name of the source"),
    TEXT(source_record, file, true, NULL, "file, relative to this table"),
    TEXT(source_record, title, false, NULL, "title as published"),
    TEXT(source_record, publisher, false, NULL, "who published it"),
    TEXT(source_record, published, false, NULL, "date of publication, ISO 8601"),
    TEXT(source_record, url, false, NULL, "where it was taken from"),
    TEXT(source_record, licence, false, NULL, "licence or terms"),
    TEXT(source_record, ref_area, false, NULL, "country it is about, ISO 3166-1 alpha-3"),
    TEXT(source_record, period_start, false, NULL, "first day of the period it covers"),
    TEXT(source_record, period_end, false, NULL, "last day of the period it covers"),
    TEXT(source_record, language, false, NULL, "language, ISO 639-1"),
    TEXT(source_record, layout, false, NULL, "layout file for tables and case data (data/layouts)"),
    TEXT(source_record, sha256, false, NULL, "SHA-256 of the file"),
};

static const struct column figures_columns[] = {
    TEXT(figure, figure_id, true, NULL, "16 hex digits from the source's SHA-256, the place and the words"),
    TEXT(figure, source_id, true, NULL, "the source, see sources.csv"),
    TEXT(figure, locator, false, NULL, "page, line, row or column, for people"),
    INTEGER(figure, span_start, "first byte of the number expression in the source's UTF-8 text"),
    INTEGER(figure, span_end, "the byte after its last"),
    TEXT(figure, as_written, false, NULL, "the words of the number"),
    TEXT(figure, quote, false, NULL, "the sentence or row around it, masked as privacy asks"),
    TEXT(figure, indicator, true, NULL, "what is counted: a code of data/indicators.csv"),
    TEXT(figure, ref_area, false, NULL, "where it happened or who counted, ISO 3166-1 alpha-3"),
    TEXT(figure, citizenship, false, NULL, "whose people, ISO 3166-1 alpha-3; ; between several; foreign"),
    TEXT(figure, sex, false, "F M", "sex of the people counted"),
    TEXT(figure, age, false, "child adult", "age group of the people counted"),
    TEXT(figure, exploitation, false, NULL, "form of exploitation: a code of data/exploitation.csv"),
    TEXT(figure, time_start, false, NULL, "first day of the period the figure is about"),
    TEXT(figure, time_end, false, NULL, "last day of that period"),
    TEXT(figure, time_basis, false, "stated context default rate", "where the period comes from"),
    NUMBER(figure, value_low, "least value the words state; empty: open"),
    NUMBER(figure, value_high, "greatest value the words state; empty: open"),
    NUMBER(figure, obs_value, "the value where the words state one; never made from a bound or a range"),
    TEXT(figure, qualifier, false, QUALIFIERS, "how the value is stated"),
    TEXT(figure, unit_measure, false, NULL, "persons, cases, calls, years, months, weeks, days or an ISO 4217 code"),
    TEXT(figure, obs_status, false, STATUSES, "SDMX: A normal, E estimated, P provisional, O missing, Q suppressed"),
    TEXT(figure, method, false, NULL, "the rule that found it"),
    NUMBER(figure, confidence, "0 to 1: the share of such figures that are right"),
    TEXT(figure, review_status, false, "proposed accepted corrected rejected", "what a person said of it"),
};

static const struct column series_columns[] = {
    TEXT(series_row, series_id, true, NULL, "the key of the series in words"),
    TEXT(series_row, indicator, false, NULL, "what is counted: a code of data/indicators.csv"),
    TEXT(series_row, ref_area, false, NULL, "where, ISO 3166-1 alpha-3"),
    TEXT(series_row, citizenship, false, NULL, "whose people, ISO 3166-1 alpha-3"),
    TEXT(series_row, sex, false, "F M", "sex of the people counted"),
    TEXT(series_row, age, false, "child adult", "age group of the people counted"),
    TEXT(series_row, exploitation, false, NULL, "form of exploitation: a code of data/exploitation.csv"),
    TEXT(series_row, unit_measure, false, NULL, "persons, cases, ... or an ISO 4217 code"),
    TEXT(series_row, freq, false, "A Q M D N", "SDMX frequency: A yearly, Q quarterly, M monthly, D daily, N other"),
    TEXT(series_row, time_period, true, NULL, "the period: 2020, 2020-Q1, 2020-03, or first/last day"),
    NUMBER(series_row, obs_value, "the value; empty where only an interval is known"),
    NUMBER(series_row, value_low, "least admissible value; empty: open"),
    NUMBER(series_row, value_high, "greatest admissible value; empty: open"),
    TEXT(series_row, obs_status, false, STATUSES, "SDMX observation status; P: part of the period only"),
    INTEGER(series_row, n_figures, "figures behind the row"),
    INTEGER(series_row, n_sources, "sources behind the row"),
    INTEGER(series_row, conflict, "1 where sources disagree, else 0"),
    NUMBER(series_row, exposure, "persons exposed (population), for rates"),
    TEXT(series_row, figure_ids, false, NULL, "the figures behind the row, ; between"),
};

static const struct column conflicts_columns[] = {
    TEXT(conflict, series_id, true, NULL, "the series, see series.csv"),
    TEXT(conflict, time_period, true, NULL, "the period"),
    TEXT(conflict, kept_figure, false, NULL, "figure that the series holds"),
    TEXT(conflict, kept_source, false, NULL, "its source"),
    NUMBER(conflict, kept_value, "its value"),
    TEXT(conflict, kept_quote, false, NULL, "its quotation"),
    TEXT(conflict, other_figure, false, NULL, "figure that disagrees"),
    TEXT(conflict, other_source, false, NULL, "its source"),
    NUMBER(conflict, other_value, "its value"),
    TEXT(conflict, other_quote, false, NULL, "its quotation"),
    TEXT(conflict, rule, false, NULL, "why the one was kept"),
};

static const struct column trends_columns[] = {
    TEXT(trend_row, series_id, true, NULL, "the series, see series.csv"),
    TEXT(trend_row, method, true, NULL, "the method, see `taraz list methods`"),
    TEXT(trend_row, term, true, NULL, "the statistic of the method"),
    NUMBER(trend_row, estimate, "its value"),
    NUMBER(trend_row, conf_low, "lower end of the interval at the level asked for"),
    NUMBER(trend_row, conf_high, "upper end of the interval"),
    NUMBER(trend_row, statistic, "the test statistic"),
    NUMBER(trend_row, p_value, "p-value of the null hypothesis that the note names"),
    NUMBER(trend_row, p_adjusted, "p-value adjusted for the family of tests"),
    INTEGER(trend_row, n, "observations used"),
    TEXT(trend_row, period_start, false, NULL, "first period used"),
    TEXT(trend_row, period_end, false, NULL, "last period used"),
    TEXT(trend_row, outcome, true, NULL, "ok, too_few, degenerate, no_fit, ..."),
    TEXT(trend_row, note, false, NULL, "null hypothesis, caveats, in words"),
};

static const struct column corrections_columns[] = {
    TEXT(correction, figure_id, true, NULL, "the figure, see figures.csv"),
    TEXT(correction, column, true, NULL, "column of figures.csv to change, or review_status"),
    TEXT(correction, value, true, NULL, "what it should read"),
    TEXT(correction, expect, true, NULL, "what it read when the correction was made"),
    TEXT(correction, reason, false, NULL, "why"),
    TEXT(correction, by, false, NULL, "who"),
    TEXT(correction, on, false, NULL, "when, ISO 8601"),
};

static const struct column rejects_columns[] = {
    TEXT(reject, severity, true, "rejected note", "rejected: left out; note: used, but worth knowing"),
    TEXT(reject, source_id, false, NULL, "the source, see sources.csv"),
    TEXT(reject, file, false, NULL, "the file"),
    INTEGER(reject, line, "line, from 1"),
    INTEGER(reject, column, "column, from 1"),
    TEXT(reject, what, true, NULL, "what is wrong"),
    TEXT(reject, what_to_do, false, NULL, "what to do"),
};

#define SCHEMA(id, record, n_key, help)                                                                                \
    const struct schema schema_##id = {                                                                                \
        #id, help, id##_columns, sizeof id##_columns / sizeof *id##_columns, sizeof(struct record), n_key              \
    }
SCHEMA(sources, source_record, 1, "one row a source");
SCHEMA(figures, figure, 1, "one row a figure as one source states it");
SCHEMA(series, series_row, 0, "one row a series and period");
SCHEMA(conflicts, conflict, 0, "one row a disagreement between figures of one series and period");
SCHEMA(trends, trend_row, 3, "one row a series, method and term");
SCHEMA(corrections, correction, 0, "one row a correction by a person");
SCHEMA(rejects, reject, 0, "one row for each thing left out, and why");

const struct schema *const schemas[] = { &schema_sources, &schema_figures,     &schema_series, &schema_conflicts,
                                         &schema_trends,  &schema_corrections, &schema_rejects };
const size_t n_schemas = sizeof schemas / sizeof *schemas;

const struct column *schema_column(const struct schema *s, struct str name)
{
    for (size_t i = 0; i < s->n_columns; i++)
        if (str_is(name, s->columns[i].name))
            return &s->columns[i];
    return NULL;
}

static void *member(const struct column *c, const void *record) { return (char *)(size_t)record + c->offset; }

void record_clear(const struct schema *s, void *record)
{
    memset(record, 0, s->record_size);
    for (size_t i = 0; i < s->n_columns; i++) {
        const struct column *c = &s->columns[i];
        if (c->type == COLUMN_NUMBER)
            *(double *)member(c, record) = NAN;
        else if (c->type == COLUMN_INTEGER)
            *(long *)member(c, record) = LONG_MIN;
        else
            *(struct str *)member(c, record) = (struct str){ "", 0 };
    }
}

static bool is_code(const char *codes, struct str value)
{
    struct str rest = str_of(codes), code;
    while (str_split_next(&rest, ' ', &code))
        if (str_equal(code, value))
            return true;
    return false;
}

static enum status bad_code(const struct column *c, struct str value, struct place at, struct err *e)
{
    struct str rest = str_of(c->codes), codes[32];
    size_t n = 0;
    while (n < 32 && str_split_next(&rest, ' ', &codes[n]))
        n++;
    char todo[200];
    size_t near = nearest_index(value, codes, n);
    if (near < n)
        snprintf(todo, sizeof todo, "did you mean '%.*s'?", (int)codes[near].n, codes[near].p);
    else
        snprintf(todo, sizeof todo, "use one of: %s", c->codes);
    return fail(e, ST_INPUT, at, todo, "column %s holds an unknown code", c->name);
}

enum status record_set(const struct column *c, void *record, struct str value, struct place at, struct err *e)
{
    value = str_trim(value);
    if (c->type == COLUMN_TEXT) {
        if (c->codes && value.n > 0 && !is_code(c->codes, value))
            return bad_code(c, value, at, e);
        *(struct str *)member(c, record) = value.n ? value : (struct str){ "", 0 };
        return ST_OK;
    }
    double number = NAN;
    long whole = LONG_MIN;
    bool good = value.n == 0 || (c->type == COLUMN_NUMBER ? str_to_double(value, &number) : str_to_long(value, &whole));
    if (!good)
        return fail(e, ST_INPUT, at, "write digits with a point, no separators, or leave it empty",
                    "column %s is not a number", c->name);
    if (c->type == COLUMN_NUMBER)
        *(double *)member(c, record) = number;
    else
        *(long *)member(c, record) = whole;
    return ST_OK;
}

static void put_cell(const struct column *c, const void *record, struct buf *out)
{
    if (c->type == COLUMN_TEXT)
        csv_put_field(out, *(const struct str *)member(c, record));
    else if (c->type == COLUMN_NUMBER)
        buf_put_double(out, *(const double *)member(c, record));
    else if (*(const long *)member(c, record) != LONG_MIN)
        buf_put_long(out, *(const long *)member(c, record));
}

struct str record_get(struct arena *a, const struct column *c, const void *record)
{
    if (c->type == COLUMN_TEXT)
        return *(const struct str *)member(c, record);
    struct buf b;
    buf_init(&b, 0);
    put_cell(c, record, &b);
    struct str text = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return text;
}

static enum status match_columns(struct arena *a, const struct schema *s, const struct table *t,
                                 const struct column ***of, struct err *e)
{
    *of = arena_array(a, t->n_columns, sizeof **of);
    if (!*of)
        return fail_memory(e);
    for (size_t i = 0; i < t->n_columns; i++)
        (*of)[i] = schema_column(s, t->columns[i]);
    for (size_t i = 0; i < s->n_columns; i++) {
        size_t index;
        enum status st = s->columns[i].required ? table_column(t, s->columns[i].name, &index, e) : ST_OK;
        if (st != ST_OK) {
            e->status = ST_INPUT;
            return ST_INPUT;
        }
    }
    return ST_OK;
}

enum status records_of_table(struct arena *a, const struct schema *s, const struct table *t, struct vec *out,
                             struct faults *faults, struct err *e)
{
    const struct column **of;
    enum status st = match_columns(a, s, t, &of, e);
    vec_init(out, a, s->record_size, t->n_rows + 1);
    if (st == ST_OK && !vec_reserve(out, t->n_rows))
        return fail_memory(e);
    for (size_t row = 0; row < t->n_rows && st == ST_OK; row++) {
        void *record = vec_add(out);
        if (!record)
            return fail_memory(e);
        record_clear(s, record);
        struct err bad;
        for (size_t i = 0; i < t->n_columns && st == ST_OK; i++)
            if (of[i])
                st = record_set(of[i], record, table_cell(t, row, i), table_place(t, row), &bad);
        if (st == ST_OK)
            continue;
        out->n--; /* the row is left out */
        if (!faults) {
            *e = bad;
            return st;
        }
        faults_add(faults, &bad);
        st = ST_OK;
    }
    return st;
}

static const struct table_options with_comments = { .allow_comments = true };

enum status records_read(struct arena *a, const struct schema *s, const char *path, struct vec *out,
                         struct faults *faults, struct err *e)
{
    struct table t;
    enum status st = table_read(a, path, &with_comments, &t, faults, e);
    return st == ST_OK ? records_of_table(a, s, &t, out, faults, e) : st;
}

enum status records_parse(struct arena *a, const struct schema *s, struct str text, const char *file, struct vec *out,
                          struct faults *faults, struct err *e)
{
    struct table t;
    enum status st = table_parse(a, text, file, &with_comments, &t, faults, e);
    return st == ST_OK ? records_of_table(a, s, &t, out, faults, e) : st;
}

void records_format_header(const struct schema *s, struct buf *out)
{
    for (size_t i = 0; i < s->n_columns; i++)
        buf_printf(out, "%s%s", i ? "," : "", s->columns[i].name);
    buf_putc(out, '\n');
}

void records_format_rows(const struct schema *s, const struct vec *records, struct buf *out)
{
    for (size_t row = 0; row < records->n; row++) {
        const void *record = (const char *)records->items + row * s->record_size;
        for (size_t i = 0; i < s->n_columns; i++) {
            if (i > 0)
                buf_putc(out, ',');
            put_cell(&s->columns[i], record, out);
        }
        buf_putc(out, '\n');
    }
}

void records_format(const struct schema *s, const struct vec *records, struct buf *out)
{
    records_format_header(s, out);
    records_format_rows(s, records, out);
}

enum status records_write(const struct schema *s, const struct vec *records, const char *path, struct err *e)
{
    struct buf out;
    buf_init(&out, (size_t)4 << 30);
    records_format(s, records, &out);
    enum status st = file_write_buf(path, &out, e);
    buf_free(&out);
    return st;
}
