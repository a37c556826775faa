#include "stats/method.h"

#include <float.h>
#include <gsl/gsl_errno.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/nearest.h"
#include "core/pool.h"
#include "stats/adjust.h"
#include "stats/observations.h"

enum { METHODS_LIMIT = 64, ROWS_LIMIT = 1 << 24, SERIES_A_ITEM = 64 };

const struct trend_options trend_options_default = { .alpha = 0.05, .seed = 1 };

struct trend_row *row_add(struct work *w, const char *term)
{
    struct trend_row *row = vec_add(&w->rows);
    if (!row) {
        w->failed = true;
        row = &w->spare;
    }
    record_clear(&schema_trends, row);
    row->term = str_of(term);
    row->outcome = STR("ok");
    return row;
}

struct trend_row *row_value(struct work *w, const char *term, double estimate)
{
    struct trend_row *row = row_add(w, term);
    row->estimate = estimate;
    return row;
}

void row_outcome(struct work *w, const char *outcome, const char *note)
{
    struct trend_row *row = row_add(w, w->method->term);
    row->outcome = str_of(outcome);
    row->note = str_of(note ? note : "");
}

const char *kept_printf(struct work *w, const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct str copy = arena_copy(w->kept, str_of(text));
    w->failed = w->failed || !copy.p;
    return copy.p ? copy.p : "";
}

double *scratch_doubles(struct work *w, size_t n)
{
    double *d = arena_array(w->scratch, n ? n : 1, sizeof *d);
    w->failed = w->failed || !d;
    return d;
}

/* Consecutive rows of one series; runs of the same series stand together once sorted. */
struct run {
    struct str series_id;
    const struct series_row *rows;
    size_t n, first_of_group; /* index of the group's first run, filled after sorting */
};

struct group {
    const struct run *runs;
    size_t n_runs;
    struct trend_row *rows; /* in a worker's `kept` */
    size_t n_rows;
};

struct task {
    struct group *groups;
    size_t n_groups;
    const struct method *chosen[METHODS_LIMIT];
    size_t n_chosen;
    bool defaults;
    const struct trend_options *options;
    struct work *workers;
};

static bool applies(const struct method *m, const struct observations *o)
{
    return o->points.n >= m->default_n && !((m->needs & NEEDS_SEASONS) && o->seasons < 2) &&
           !((m->needs & NEEDS_RANGES) && o->n_ranges == 0) && !((m->needs & NEEDS_EVEN_STEPS) && o->seasons == 0);
}

static bool all_zero(const struct points *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->value[i] != 0)
            return false;
    return true;
}

/* The outcome that keeps a method from running on these observations, or NULL. */
static const char *obstacle(const struct method *m, const struct observations *o, const char **note)
{
    *note = NULL;
    if (o->fault) {
        *note = o->fault_note.p;
        return o->fault;
    }
    if ((m->needs & NEEDS_SEASONS) && o->seasons < 2)
        return "not_seasonal";
    if ((m->needs & NEEDS_RANGES) && o->n_ranges == 0)
        return "no_ranges";
    if ((m->needs & NEEDS_EVEN_STEPS) && o->seasons == 0) {
        *note = "needs yearly, quarterly or monthly periods";
        return "irregular";
    }
    if (((m->needs & NEEDS_RANGES) ? o->n : o->points.n) < m->least_n)
        return "too_few";
    if ((m->needs & NEEDS_COUNTS) && !o->non_negative) {
        *note = "negative values";
        return "not_counts";
    }
    if ((m->needs & NEEDS_COUNTS) && all_zero(&o->points)) {
        *note = "all values are zero";
        return "degenerate";
    }
    return NULL;
}

static void sort_by_term(struct trend_row *rows, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (str_compare(rows[i - 1].term, rows[i].term) <= 0)
            continue;
        struct trend_row row = rows[i];
        size_t j = i;
        for (; j > 0 && str_compare(rows[j - 1].term, row.term) > 0; j--)
            rows[j] = rows[j - 1];
        rows[j] = row;
    }
}

/* No infinite number leaves: an end that is not bounded is empty, an estimate that overflowed is no fit. No p is 0:
 * one too small for a double is the smallest. */
static void keep_finite(struct trend_row *row)
{
    if (row->p_value < DBL_MIN)
        row->p_value = DBL_MIN;
    double *const others[] = { &row->conf_low, &row->conf_high, &row->statistic };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (isinf(*others[i]))
            *others[i] = NAN;
    if (isinf(row->estimate)) {
        row->estimate = NAN;
        row->outcome = STR("no_fit");
    }
}

static void run_method(struct work *w, const struct method *m, const struct observations *o)
{
    size_t first = w->rows.n;
    const char *note, *outcome = obstacle(m, o, &note);
    w->method = m;
    if (outcome)
        row_outcome(w, outcome, note);
    else
        m->run(w, o);
    struct str name = str_of(m->name);
    for (size_t i = first; i < w->rows.n; i++) {
        struct trend_row *row = VEC_AT(struct trend_row, &w->rows, i);
        row->series_id = o->series_id;
        row->method = name;
        keep_finite(row);
        bool ranges = m->needs & NEEDS_RANGES;
        size_t n = ranges ? o->n : o->points.n;
        const struct str *period = ranges ? o->period : o->points.period;
        if (row->n == LONG_MIN)
            row->n = (long)n;
        if (n > 0 && row->period_start.n == 0) {
            row->period_start = period[0];
            row->period_end = period[n - 1];
        }
        if (o->segment.n > 0)
            row->term =
                str_of(kept_printf(w, "%.*s (%.*s)", (int)row->term.n, row->term.p, (int)o->segment.n, o->segment.p));
    }
}

/* Rows of a method over all segments, sorted by term. */
static void run_methods(const struct task *t, struct work *w, const struct observations *parts, size_t n_parts)
{
    for (size_t m = 0; m < t->n_chosen; m++) {
        size_t first = w->rows.n;
        for (size_t i = 0; i < n_parts; i++)
            if (!t->defaults || applies(t->chosen[m], &parts[i]))
                run_method(w, t->chosen[m], &parts[i]);
        sort_by_term(VEC_AT(struct trend_row, &w->rows, first), w->rows.n - first);
    }
}

static bool breaks_before(const struct trend_options *options, const struct observations *o, const bool *breaks_at,
                          size_t i)
{
    if (breaks_at[i])
        return true;
    for (size_t b = 0; b < options->n_breaks; b++)
        if (o->time[i - 1] < options->breaks[b] && options->breaks[b] <= o->time[i])
            return true;
    return false;
}

/* Splits at breaks; one part without a label when there are none. NULL when out of memory. */
static struct observations *split(struct work *w, const struct observations *o, const bool *breaks_at, size_t *n_parts)
{
    size_t *starts = arena_array(w->scratch, o->n + 1, sizeof *starts), n = 1;
    if (!starts)
        return NULL;
    for (size_t i = 1; i < o->n && !o->fault; i++)
        if (breaks_before(w->options, o, breaks_at, i))
            starts[n++] = i;
    struct observations *parts = arena_array(w->scratch, n, sizeof *parts);
    if (!parts)
        return NULL;
    *n_parts = n;
    parts[0] = *o;
    for (size_t i = 0; i < n && n > 1; i++) {
        size_t end = i + 1 < n ? starts[i + 1] : o->n;
        if (!observations_slice(w->scratch, o, starts[i], end, &parts[i]))
            return NULL;
        struct str from = o->period[starts[i]], to = o->period[end - 1];
        parts[i].segment = str_of(kept_printf(w, "%.*s to %.*s", (int)from.n, from.p, (int)to.n, to.p));
    }
    return parts;
}

static void compute_series(const struct task *t, struct work *w, struct group *g)
{
    size_t n_rows = 0, n_parts = 0, k = 0;
    for (size_t i = 0; i < g->n_runs; i++)
        n_rows += g->runs[i].n;
    arena_reset(w->scratch);
    vec_init(&w->rows, w->scratch, sizeof(struct trend_row), ROWS_LIMIT);
    const struct series_row **rows = arena_array(w->scratch, n_rows, sizeof *rows);
    for (size_t i = 0; i < g->n_runs && rows; i++)
        for (size_t j = 0; j < g->runs[i].n; j++)
            rows[k++] = &g->runs[i].rows[j];
    struct observations whole, *parts = NULL;
    bool *breaks_at;
    if (rows && observations_build(w->scratch, w->kept, rows, n_rows, t->options->keep_partial, &whole, &breaks_at))
        parts = split(w, &whole, breaks_at, &n_parts);
    if (parts)
        run_methods(t, w, parts, n_parts);
    g->n_rows = w->rows.n;
    g->rows = arena_array(w->kept, w->rows.n, sizeof *g->rows);
    if (!parts || !g->rows)
        w->failed = true;
    else
        memcpy(g->rows, w->rows.items, w->rows.n * sizeof *g->rows);
}

static void compute_item(void *context, size_t item, size_t worker)
{
    struct task *t = context;
    struct work *w = &t->workers[worker];
    size_t end = (item + 1) * SERIES_A_ITEM < t->n_groups ? (item + 1) * SERIES_A_ITEM : t->n_groups;
    for (size_t i = item * SERIES_A_ITEM; i < end && !w->failed; i++)
        compute_series(t, w, &t->groups[i]);
}

static int by_series(const void *a, const void *b)
{
    const struct run *x = a, *y = b;
    int c = str_compare(x->series_id, y->series_id);
    return c ? c : x->rows < y->rows ? -1 : 1;
}

static enum status make_groups(struct arena *a, const struct vec *series, struct task *t, struct err *e)
{
    size_t n_runs = 0;
    const struct series_row *rows = series->items;
    for (size_t i = 0; i < series->n; i++)
        n_runs += i == 0 || !str_equal(rows[i].series_id, rows[i - 1].series_id);
    struct run *runs = arena_array(a, n_runs, sizeof *runs);
    t->groups = arena_array(a, n_runs, sizeof *t->groups);
    if (!runs || !t->groups)
        return fail_memory(e);
    n_runs = 0;
    for (size_t i = 0; i < series->n; i++) {
        if (i == 0 || !str_equal(rows[i].series_id, rows[i - 1].series_id))
            runs[n_runs++] = (struct run){ rows[i].series_id, &rows[i], 0, 0 };
        runs[n_runs - 1].n++;
    }
    if (n_runs > 1)
        qsort(runs, n_runs, sizeof *runs, by_series);
    for (size_t i = 0; i < n_runs; i++) {
        if (i == 0 || !str_equal(runs[i].series_id, runs[i - 1].series_id))
            t->groups[t->n_groups++] = (struct group){ .runs = &runs[i] };
        t->groups[t->n_groups - 1].n_runs++;
    }
    return ST_OK;
}

static enum status unknown_method(struct str name, struct err *e)
{
    const char *names[METHODS_LIMIT];
    size_t n = n_methods < METHODS_LIMIT ? n_methods : METHODS_LIMIT;
    for (size_t i = 0; i < n; i++)
        names[i] = methods[i]->name;
    char todo[120] = "see 'taraz list methods'";
    const char *near = nearest_name(name, names, n);
    if (near)
        snprintf(todo, sizeof todo, "did you mean '%s'?", near);
    return fail(e, ST_USAGE, (struct place){ "trend", 0, 0 }, todo, "unknown method '%.*s'",
                (int)(name.n < 60 ? name.n : 60), name.p);
}

static enum status choose(struct task *t, const struct str *names, size_t n_names, struct err *e)
{
    bool wanted[METHODS_LIMIT] = { false };
    for (size_t i = 0; i < n_names; i++)
        if (!method_find(names[i]))
            return unknown_method(names[i], e);
    t->defaults = n_names == 0;
    for (size_t m = 0; m < n_methods && m < METHODS_LIMIT; m++) {
        wanted[m] = t->defaults && methods[m]->by_default;
        for (size_t i = 0; i < n_names; i++)
            wanted[m] = wanted[m] || str_is(names[i], methods[m]->name);
        if (wanted[m])
            t->chosen[t->n_chosen++] = methods[m];
    }
    return ST_OK;
}

static enum status gather(struct arena *a, const struct task *t, struct vec *trends, struct err *e)
{
    size_t total = 0;
    for (size_t i = 0; i < t->n_groups; i++)
        total += t->groups[i].n_rows;
    vec_init(trends, a, sizeof(struct trend_row), total + 1);
    struct trend_row *rows = arena_array(a, total, sizeof *rows);
    if (!rows)
        return fail_memory(e);
    trends->items = rows;
    trends->n = trends->capacity = total;
    for (size_t i = 0; i < t->n_groups; i++) {
        memcpy(rows, t->groups[i].rows, t->groups[i].n_rows * sizeof *rows);
        rows += t->groups[i].n_rows;
    }
    return ST_OK;
}

static bool start_workers(struct arena *a, struct task *t, size_t threads)
{
    t->workers = arena_array(a, threads, sizeof *t->workers);
    for (size_t i = 0; t->workers && i < threads; i++) {
        t->workers[i].options = t->options;
        t->workers[i].scratch = arena_new(0);
        t->workers[i].kept = arena_new(0);
        t->workers[i].failed = !t->workers[i].scratch || !t->workers[i].kept;
    }
    return t->workers != NULL;
}

enum status trends_compute(struct arena *a, const struct vec *series, const struct str *names, size_t n_names,
                           const struct trend_options *options, struct vec *trends, struct err *e)
{
    struct task t = { .options = options };
    size_t threads = pool_threads(options->threads);
    gsl_set_error_handler_off(); /* the default handler aborts */
    if (!(options->alpha > 0 && options->alpha < 1))
        return fail(e, ST_USAGE, (struct place){ "trend", 0, 0 }, "give a number between 0 and 1, such as 0.05",
                    "alpha is out of range");
    enum status st = choose(&t, names, n_names, e);
    if (st == ST_OK)
        st = make_groups(a, series, &t, e);
    if (st != ST_OK)
        return st;
    if (!start_workers(a, &t, threads))
        return fail_memory(e);
    bool failed = false;
    for (size_t i = 0; i < threads; i++)
        failed = failed || t.workers[i].failed;
    if (!failed)
        pool_run((t.n_groups + SERIES_A_ITEM - 1) / SERIES_A_ITEM, threads, compute_item, &t);
    for (size_t i = 0; i < threads; i++)
        failed = failed || t.workers[i].failed;
    st = failed ? fail_memory(e) : gather(a, &t, trends, e);
    for (size_t i = 0; i < threads; i++) {
        arena_free(t.workers[i].scratch);
        if (t.workers[i].kept)
            arena_adopt(a, t.workers[i].kept);
    }
    if (st == ST_OK && options->family)
        st = adjust_family(a, series, options, trends, e);
    return st;
}
