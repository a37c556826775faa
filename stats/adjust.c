#include "stats/adjust.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/nearest.h"

static int by_p(const void *a, const void *b, void *context)
{
    const double *p = context;
    size_t i = *(const size_t *)a, j = *(const size_t *)b;
    if (p[i] != p[j])
        return p[i] < p[j] ? -1 : 1;
    return i < j ? -1 : i > j;
}

void adjust_p(const double *p, size_t n, enum adjustment how, size_t *order, double *adjusted)
{
    for (size_t i = 0; i < n; i++)
        order[i] = i;
    qsort_r(order, n, sizeof *order, by_p, (void *)(size_t)p);
    double bound = how == ADJUST_HOLM ? 0 : 1;
    for (size_t step = 0; step < n; step++) {
        if (how == ADJUST_HOLM) {
            bound = fmax(bound, p[order[step]] * (double)(n - step));
            adjusted[order[step]] = fmin(bound, 1);
        } else {
            size_t rank = n - step;
            bound = fmin(bound, p[order[rank - 1]] * ((double)n / (double)rank));
            adjusted[order[rank - 1]] = bound;
        }
    }
}

struct test {
    struct str method, term, family;
    struct trend_row *row;
};

static int by_family(const void *a, const void *b)
{
    const struct test *x = a, *y = b;
    int c = str_compare(x->method, y->method);
    c = c ? c : str_compare(x->term, y->term);
    c = c ? c : str_compare(x->family, y->family);
    return c ? c : x->row < y->row ? -1 : x->row > y->row;
}

struct key {
    struct str series_id, value;
};

static int by_id(const void *a, const void *b)
{
    return str_compare(((const struct key *)a)->series_id, ((const struct key *)b)->series_id);
}

static enum status no_column(const char *family, struct err *e)
{
    const char *names[32] = { "all" };
    size_t n = 1;
    for (size_t i = 0; i < schema_series.n_columns && n < 32; i++)
        names[n++] = schema_series.columns[i].name;
    char todo[120] = "name a column of series.csv, or 'all'";
    const char *near = nearest_name(str_of(family), names, n);
    if (near)
        snprintf(todo, sizeof todo, "did you mean '%s'?", near);
    return fail(e, ST_USAGE, (struct place){ "trend", 0, 0 }, todo, "no family '%s'", family);
}

/* The value of the family's column for each series, sorted by series. */
static enum status series_keys(struct arena *a, const struct vec *series, const char *family, struct key **keys,
                               size_t *n_keys, struct err *e)
{
    const struct column *column = schema_column(&schema_series, str_of(family));
    if (!column && !str_is(STR("all"), family))
        return no_column(family, e);
    *keys = arena_array(a, series->n, sizeof **keys);
    if (!*keys)
        return fail_memory(e);
    size_t n = 0;
    for (size_t i = 0; i < series->n; i++) {
        const struct series_row *row = VEC_AT(const struct series_row, series, i);
        if (n == 0 || !str_equal(row->series_id, (*keys)[n - 1].series_id))
            (*keys)[n++] = (struct key){ row->series_id, column ? record_get(a, column, row) : STR("all") };
    }
    qsort(*keys, n, sizeof **keys, by_id);
    *n_keys = n;
    return ST_OK;
}

static enum status adjust_tests(struct arena *a, const struct test *tests, size_t n,
                                const struct trend_options *options, struct err *e)
{
    double *p = arena_array(a, n, 2 * sizeof *p);
    size_t *order = arena_array(a, n, sizeof *order);
    if (!p || !order)
        return fail_memory(e);
    for (size_t i = 0; i < n; i++)
        p[i] = tests[i].row->p_value;
    adjust_p(p, n, options->adjustment, order, p + n);
    struct str said = arena_printf(a, "p_adjusted: %s over %zu tests, family %s%s%.*s",
                                   options->adjustment == ADJUST_HOLM ? "Holm" : "Benjamini-Hochberg", n,
                                   options->family, str_is(tests[0].family, "all") ? "" : " ",
                                   str_is(tests[0].family, "all") ? 0 : (int)tests[0].family.n, tests[0].family.p);
    for (size_t i = 0; i < n; i++) {
        struct trend_row *row = tests[i].row;
        row->p_adjusted = p[n + i];
        row->note =
            row->note.n ? arena_printf(a, "%.*s; %.*s", (int)row->note.n, row->note.p, (int)said.n, said.p) : said;
    }
    return arena_failed(a) ? fail_memory(e) : ST_OK;
}

enum status adjust_family(struct arena *a, const struct vec *series, const struct trend_options *options,
                          struct vec *trends, struct err *e)
{
    struct key *keys = NULL;
    size_t n_keys = 0, n = 0;
    enum status st = series_keys(a, series, options->family, &keys, &n_keys, e);
    struct test *tests = arena_array(a, trends->n, sizeof *tests);
    if (st != ST_OK || !tests)
        return st != ST_OK ? st : fail_memory(e);
    for (size_t i = 0; i < trends->n; i++) {
        struct trend_row *row = VEC_AT(struct trend_row, trends, i);
        struct key wanted = { row->series_id, { NULL, 0 } };
        const struct key *key =
            isnan(row->p_value) || n_keys == 0 ? NULL : bsearch(&wanted, keys, n_keys, sizeof *keys, by_id);
        if (key)
            tests[n++] = (struct test){ row->method, row->term, key->value, row };
    }
    if (n > 0)
        qsort(tests, n, sizeof *tests, by_family);
    for (size_t i = 0, j; i < n && st == ST_OK; i = j) {
        for (j = i + 1; j < n && str_equal(tests[i].method, tests[j].method) &&
                        str_equal(tests[i].term, tests[j].term) && str_equal(tests[i].family, tests[j].family);
             j++)
            ;
        st = adjust_tests(a, tests + i, j - i, options, e);
    }
    return st;
}
