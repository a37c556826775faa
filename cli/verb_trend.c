#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/bound.h"
#include "cli/verb.h"
#include "core/file.h"
#include "core/nearest.h"
#include "core/table.h"
#include "stats/method.h"

enum { NAMES_LIMIT = 64, KEYS_LIMIT = 16 };

static const struct option_spec options[] = {
    { "out", 'o', "FILE", false, "where to write trends.csv (standard output)" },
    { "summary", 0, NULL, false, "write plain sentences, one paragraph a series, instead of trends.csv" },
    { "method", 'm', "M[,M]", true, "methods to run (the default set): see 'taraz list methods'" },
    { "alpha", 0, "A", false, "level: intervals cover 1 - A (0.05)" },
    { "one-sided", 0, "WAY", false, "p-values for 'rising' or 'falling' only" },
    { "family", 0, "COLUMN", false, "adjust p-values over the series that share this column, or 'all'" },
    { "adjust", 0, "HOW", false, "how: 'holm' (the default) or 'bh' (Benjamini-Hochberg)" },
    { "exposure", 'e', "FILE|COLUMN", false, "persons exposed, for rates: a column, or a CSV as data/population.csv" },
    { "break", 'b', "YEAR", true, "a change of definition: the series splits before this year or period" },
    { "partial", 0, NULL, false, "keep rows that cover part of their period (status P)" },
    { "seed", 0, "N", false, "seed of the permutation tests (1)" },
    { "jobs", 'j', "N", false, "threads (one a core); the result does not depend on it" },
    { "key", 'k', "COLUMN[,COLUMN]", true, "columns that name the series, in a CSV of your own" },
    { "time", 't', "COLUMN", false, "its column of times: 2020, 2020-Q1, 2020-03, 2020-03-09 or plain numbers" },
    { "value", 'v', "COLUMN", false, "its column of values" },
    { "low", 0, "COLUMN", false, "its column of least admissible values" },
    { "high", 0, "COLUMN", false, "its column of greatest admissible values" },
};

static enum status bad_choice(const char *option, const char *given, const char *a, const char *b, struct err *e)
{
    char todo[100];
    snprintf(todo, sizeof todo, "give '%s' or '%s'", a, b);
    return fail(e, ST_USAGE, (struct place){ "trend", 0, 0 }, todo, "option '--%s' cannot be '%s'", option, given);
}

static enum status read_breaks(struct arena *a, const struct arguments *arguments, struct trend_options *t,
                               struct err *e)
{
    size_t n = 0;
    while (option_nth(arguments, "break", n))
        n++;
    double *breaks = arena_array(a, n, sizeof *breaks);
    if (!breaks)
        return fail_memory(e);
    for (size_t i = 0; i < n; i++)
        if (!period_to_years(str_of(option_nth(arguments, "break", i)), &breaks[i]))
            return fail(e, ST_USAGE, (struct place){ "trend", 0, 0 }, "give a year or period such as 2015 or 2015-Q3",
                        "option '--break' cannot be '%s'", option_nth(arguments, "break", i));
    t->breaks = breaks;
    t->n_breaks = n;
    return ST_OK;
}

static enum status read_options(struct arena *a, const struct arguments *arguments, struct trend_options *t,
                                struct err *e)
{
    long seed = 1, threads = 0;
    *t = trend_options_default;
    enum status st = option_double(arguments, "alpha", &t->alpha, e);
    if (st == ST_OK && !(t->alpha > 0 && t->alpha < 1))
        st = fail(e, ST_USAGE, (struct place){ "trend", 0, 0 }, "give a number between 0 and 1, such as 0.05",
                  "option '--alpha' cannot be '%s'", option_get(arguments, "alpha", ""));
    if (st == ST_OK)
        st = option_long(arguments, "seed", 0, 1000000000, &seed, e);
    if (st == ST_OK)
        st = option_long(arguments, "jobs", 1, 64, &threads, e);
    const char *way = option_get(arguments, "one-sided", NULL), *how = option_get(arguments, "adjust", "holm");
    if (st == ST_OK && way && strcmp(way, "rising") != 0 && strcmp(way, "falling") != 0)
        st = bad_choice("one-sided", way, "rising", "falling", e);
    if (st == ST_OK && strcmp(how, "holm") != 0 && strcmp(how, "bh") != 0)
        st = bad_choice("adjust", how, "holm", "bh", e);
    t->sides = !way ? 0 : strcmp(way, "rising") == 0 ? 1 : -1;
    t->adjustment = strcmp(how, "bh") == 0 ? ADJUST_BH : ADJUST_HOLM;
    t->family = option_get(arguments, "family", NULL);
    t->keep_partial = option_given(arguments, "partial");
    t->seed = (unsigned long)seed;
    t->threads = (size_t)threads;
    return st == ST_OK ? read_breaks(a, arguments, t, e) : st;
}

/* The parts of a repeated, comma-separated option. */
static enum status read_list(const struct arguments *arguments, const char *option, struct str *out, size_t limit,
                             size_t *n, struct err *e)
{
    const char *given;
    *n = 0;
    for (size_t i = 0; (given = option_nth(arguments, option, i)) != NULL; i++) {
        struct str rest = str_of(given), part;
        while (str_split_next(&rest, ',', &part)) {
            if (*n == limit)
                return fail(e, ST_USAGE, (struct place){ "trend", 0, 0 }, NULL, "too many names for '--%s'", option);
            out[(*n)++] = str_trim(part);
        }
    }
    return ST_OK;
}

struct tidy {
    size_t keys[KEYS_LIMIT], n_keys;
    size_t numbers[4]; /* value, low, high, exposure; the table's width where there is none */
    size_t time;
};

static enum status find_columns(const struct table *t, const struct arguments *arguments, const char *exposure,
                                struct tidy *columns, struct err *e)
{
    struct str names[KEYS_LIMIT];
    char name[256];
    enum status st = read_list(arguments, "key", names, KEYS_LIMIT, &columns->n_keys, e);
    for (size_t i = 0; st == ST_OK && i < columns->n_keys; i++) {
        snprintf(name, sizeof name, "%.*s", (int)names[i].n, names[i].p);
        st = table_column(t, name, &columns->keys[i], e);
    }
    if (st == ST_OK)
        st = table_column(t, option_get(arguments, "time", "time"), &columns->time, e);
    const char *numbers[] = { option_get(arguments, "value", "value"), option_get(arguments, "low", NULL),
                              option_get(arguments, "high", NULL), exposure };
    if (option_given(arguments, "low") && !option_given(arguments, "value") && !table_has_column(t, "value", NULL))
        numbers[0] = NULL;
    for (size_t i = 0; st == ST_OK && i < 4; i++) {
        columns->numbers[i] = t->n_columns;
        if (numbers[i])
            st = table_column(t, numbers[i], &columns->numbers[i], e);
    }
    return st;
}

static struct str series_name(struct arena *a, const struct table *t, size_t row, const struct tidy *columns)
{
    struct str id = columns->n_keys ? table_cell(t, row, columns->keys[0]) : STR("series");
    for (size_t i = 1; i < columns->n_keys; i++) {
        struct str part = table_cell(t, row, columns->keys[i]);
        id = arena_printf(a, "%.*s, %.*s", (int)id.n, id.p, (int)part.n, part.p);
    }
    return id;
}

/* Any tidy CSV as series rows. A cell that is no number is a fault and its row is left out. */
static enum status read_tidy(struct arena *a, const struct table *t, const struct arguments *arguments,
                             const char *exposure, struct vec *series, struct faults *faults, struct err *e)
{
    static const char *const numbers[] = { "obs_value", "value_low", "value_high", "exposure" };
    struct tidy columns;
    enum status st = find_columns(t, arguments, exposure, &columns, e);
    vec_init(series, a, sizeof(struct series_row), t->n_rows + 1);
    for (size_t row = 0; st == ST_OK && row < t->n_rows; row++) {
        struct series_row *s = vec_add(series);
        if (!s)
            return fail_memory(e);
        record_clear(&schema_series, s);
        s->series_id = series_name(a, t, row, &columns);
        s->time_period = str_trim(table_cell(t, row, columns.time));
        if (columns.numbers[0] < t->n_columns && !str_is(t->columns[columns.numbers[0]], "value"))
            s->indicator = t->columns[columns.numbers[0]]; /* what is counted, for the sentences */
        struct err bad;
        enum status good = ST_OK;
        bool bound =
            columns.numbers[0] < t->n_columns && read_bound(str_trim(table_cell(t, row, columns.numbers[0])), s);
        for (size_t i = bound ? 3 : 0; i < 4 && good == ST_OK; i++) {
            if (columns.numbers[i] == t->n_columns)
                continue;
            struct str cell = table_cell(t, row, columns.numbers[i]);
            good = record_set(schema_column(&schema_series, str_of(numbers[i])), s,
                              str_is(cell, "NA") ? (struct str){ "", 0 } : cell, table_place(t, row), &bad);
        }
        if (good != ST_OK) {
            series->n--;
            faults_add(faults, &bad);
        }
    }
    return st;
}

/* A table of exposures: area (or series), time and number, in the columns that its header names so. */
struct exposures {
    struct table table;
    size_t key, time, number;
    bool by_series;
    size_t *order; /* rows sorted by key, then time */
};

static bool first_column(const struct table *t, const char *const *names, size_t n, size_t *index)
{
    for (size_t i = 0; i < n; i++)
        if (table_has_column(t, names[i], index))
            return true;
    return false;
}

static int compare_exposures(const struct exposures *x, size_t row, struct str key, struct str time)
{
    int c = str_compare(table_cell(&x->table, row, x->key), key);
    return c ? c : str_compare(table_cell(&x->table, row, x->time), time);
}

static int by_key(const void *a, const void *b, void *context)
{
    const struct exposures *x = context;
    size_t row = *(const size_t *)b;
    return compare_exposures(x, *(const size_t *)a, table_cell(&x->table, row, x->key),
                             table_cell(&x->table, row, x->time));
}

static enum status read_exposures(struct arena *a, const char *path, struct exposures *x, struct err *e)
{
    static const struct table_options with_comments = { .allow_comments = true };
    static const char *const series[] = { "series_id", "series" }, *const areas[] = { "ref_area", "alpha3" };
    static const char *const times[] = { "time_period", "year", "time", "t" };
    static const char *const numbers[] = { "exposure", "population", "value" };
    enum status st = table_read(a, path, &with_comments, &x->table, NULL, e);
    if (st != ST_OK)
        return st;
    x->by_series = first_column(&x->table, series, 2, &x->key);
    if ((!x->by_series && !first_column(&x->table, areas, 2, &x->key)) ||
        !first_column(&x->table, times, 4, &x->time) || !first_column(&x->table, numbers, 3, &x->number))
        return fail(e, ST_INPUT, (struct place){ path, 1, 0 },
                    "name its columns ref_area (or series_id), time_period (or year) and exposure (or population)",
                    "a table of exposures lacks a column");
    x->order = arena_array(a, x->table.n_rows, sizeof *x->order);
    if (!x->order)
        return fail_memory(e);
    for (size_t i = 0; i < x->table.n_rows; i++)
        x->order[i] = i;
    qsort_r(x->order, x->table.n_rows, sizeof *x->order, by_key, x);
    return ST_OK;
}

static void set_exposures(const struct exposures *x, struct vec *series)
{
    for (size_t i = 0; i < series->n; i++) {
        struct series_row *s = VEC_AT(struct series_row, series, i);
        struct str key = x->by_series ? s->series_id : s->ref_area.n ? s->ref_area : s->citizenship;
        size_t low = 0, high = x->table.n_rows;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (compare_exposures(x, x->order[middle], key, s->time_period) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        double number;
        if (low < x->table.n_rows && compare_exposures(x, x->order[low], key, s->time_period) == 0 &&
            str_to_double(str_trim(table_cell(&x->table, x->order[low], x->number)), &number))
            s->exposure = number;
    }
}

/* The input as series rows: series.csv by its own columns, anything else by --key, --time, --value. */
static enum status read_series(struct invocation *in, const struct arguments *arguments, struct vec *series,
                               struct faults *faults, struct err *e)
{
    static const struct table_options with_comments = { .allow_comments = true };
    const char *path = arguments->positional[0], *exposure = option_get(arguments, "exposure", NULL);
    struct table t;
    struct exposures x;
    bool exposure_is_file = exposure && file_exists(exposure);
    enum status st = table_read(in->arena, path, &with_comments, &t, faults, e);
    if (st != ST_OK)
        return st;
    if (exposure_is_file)
        st = read_exposures(in->arena, exposure, &x, e);
    if (st != ST_OK)
        return st;
    bool own = option_given(arguments, "time") || option_given(arguments, "key") || option_given(arguments, "value");
    if (own || !table_has_column(&t, "time_period", NULL))
        st = read_tidy(in->arena, &t, arguments, exposure_is_file ? NULL : exposure, series, faults, e);
    else
        st = records_of_table(in->arena, &schema_series, &t, series, faults, e);
    if (st == ST_OK && exposure_is_file)
        set_exposures(&x, series);
    return st;
}

static int by_series(const void *a, const void *b)
{
    const struct series_row *x = *(const struct series_row *const *)a, *y = *(const struct series_row *const *)b;
    int c = str_compare(x->series_id, y->series_id);
    return c ? c : (x > y) - (x < y);
}

/* The rows sorted by series, in the order of the file within each; NULL when out of memory. */
static const struct series_row *sorted_rows(struct arena *a, const struct vec *series)
{
    const struct series_row **at = arena_array(a, series->n + 1, sizeof *at);
    struct series_row *rows = arena_array(a, series->n + 1, sizeof *rows);
    if (!at || !rows)
        return NULL;
    for (size_t i = 0; i < series->n; i++)
        at[i] = VEC_AT(const struct series_row, series, i);
    qsort(at, series->n, sizeof *at, by_series);
    for (size_t i = 0; i < series->n; i++)
        rows[i] = *at[i];
    return rows;
}

/* Both are sorted by series, and every series has trend rows. */
static enum status write_summaries(struct arena *a, const struct vec *series, const struct vec *trends,
                                   const char *path, struct err *e)
{
    const struct series_row *rows = sorted_rows(a, series);
    const struct trend_row *results = trends->items;
    struct buf out;
    if (!rows)
        return fail_memory(e);
    buf_init(&out, (size_t)1 << 30);
    for (size_t i = 0, from = 0, j; i < trends->n; i = j) {
        struct str id = results[i].series_id;
        for (j = i + 1; j < trends->n && str_equal(id, results[j].series_id);)
            j++;
        while (from < series->n && str_compare(rows[from].series_id, id) < 0)
            from++;
        size_t to = from;
        while (to < series->n && str_equal(rows[to].series_id, id))
            to++;
        buf_put(&out, id);
        buf_puts(&out, ": ");
        buf_put(&out, trend_summary(a, rows + from, to - from, results + i, j - i));
        buf_putc(&out, '\n');
        from = to;
    }
    enum status st = file_write_buf(path, &out, e);
    buf_free(&out);
    return st;
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    if (arguments->n_positional != 1)
        return fail(e, ST_USAGE, (struct place){ "trend", 0, 0 }, "give series.csv or another CSV of values by time",
                    "one file is needed");
    struct trend_options t;
    struct str names[NAMES_LIMIT];
    size_t n_names;
    struct vec series, trends;
    struct faults faults;
    faults_init(&faults, in->arena);
    enum status st = read_options(in->arena, arguments, &t, e);
    if (st == ST_OK)
        st = read_list(arguments, "method", names, NAMES_LIMIT, &n_names, e);
    if (st == ST_OK)
        st = read_series(in, arguments, &series, &faults, e);
    if (st == ST_OK)
        st = trends_compute(in->arena, &series, names, n_names, &t, &trends, e);
    const char *out = option_get(arguments, "out", "-");
    if (st == ST_OK)
        st = option_given(arguments, "summary") ? write_summaries(in->arena, &series, &trends, out, e)
                                                : records_write(&schema_trends, &trends, out, e);
    say_faults(&faults);
    return st == ST_OK ? faults.worst : st;
}

const struct verb verb_trend = {
    .name = "trend",
    .summary = "Compute trends of series: tests, slopes, rates of change, joinpoints.",
    .example = "  taraz trend series.csv --out trends.csv\n"
               "  taraz trend my.csv --key country --time year --value convictions --summary",
    .usage = "taraz trend [options] FILE",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .details = "FILE is a series.csv, or any CSV with a row a value: then --key, --time and --value name its columns,\n"
               "--low and --high those of admissible values (an empty end is open: 'over 1,000' has a low end only).\n"
               "Values written <5 or >1000 are bounds.\n"
               "Each result says its n, interval, p-value, outcome and null hypothesis; too few points is an outcome.\n"
               "Rates need --exposure: a column of FILE, or a CSV with ref_area, year and population. It is matched\n"
               "by where (ref_area), or by whose people (citizenship) where no area is given.",
    .run = run,
};
