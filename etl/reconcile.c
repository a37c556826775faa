#include "etl/reconcile.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"
#include "etl/population.h"
#include "etl/series_key.h"

/* A figure that is a candidate for one period of one series. */
struct candidate {
    struct figure figure; /* a copy, its unit and citizenship in their usual form */
    struct str series_id, period;
    enum frequency freq;
    bool partial;
    struct date first, last;
    size_t rank;           /* place in the order of preference; n_prefer when it is not there */
    struct date published; /* year 0: not known, which ranks last */
    size_t order;          /* among the figures given */
};

struct reconciling {
    struct arena *arena;
    const struct vec *sources;
    const struct source_record *last_source;
    const struct reconcile_options *options;
    struct usual_units *units;
    struct populations *populations;
    struct vec candidates;
    struct vec *series, *conflicts;
    struct faults *faults;
};

/* Figures come source by source, so the last one found is tried first. */
static const struct source_record *source_of(struct reconciling *r, struct str id)
{
    if (r->last_source && str_equal(r->last_source->source_id, id))
        return r->last_source;
    for (size_t i = 0; r->sources && i < r->sources->n; i++) {
        const struct source_record *s = VEC_AT(const struct source_record, r->sources, i);
        if (str_equal(s->source_id, id))
            return r->last_source = s;
    }
    return NULL;
}

static void leave_out(struct reconciling *r, const struct figure *f, const char *why, const char *todo)
{
    struct err e;
    const struct source_record *s = source_of(r, f->source_id);
    const char *file = arena_cstr(r->arena, s ? s->file : f->source_id);
    fail(&e, ST_OK, (struct place){ file, 0, 0 }, todo, "figure %.*s is in no series: %s", (int)f->figure_id.n,
         f->figure_id.p, why);
    struct str before = r->faults->source_id;
    r->faults->source_id = f->source_id;
    faults_add(r->faults, &e);
    r->faults->source_id = before;
}

/* Which series the period belongs to: a whole year, quarter, month or day its own; another part of one calendar year
 * the yearly one, as a part (P); anything longer than or across years none of them (N). */
static void classify(struct reconciling *r, struct candidate *c)
{
    c->freq = period_print(r->arena, c->first, c->last, &c->period);
    c->partial = c->freq == FREQ_NONE && c->first.year == c->last.year;
    if (c->partial)
        c->freq = FREQ_YEAR;
}

static bool read_period(struct candidate *c)
{
    return date_parse(c->figure.time_start, &c->first) && date_parse(c->figure.time_end, &c->last) &&
           date_compare(c->first, c->last) <= 0;
}

static size_t preference(const struct reconcile_options *o, const struct figure *f, const struct source_record *s)
{
    for (size_t i = 0; i < o->n_prefer; i++)
        if (str_equal(o->prefer[i], f->source_id) || (s && s->publisher.n > 0 && str_equal(o->prefer[i], s->publisher)))
            return i;
    return o->n_prefer;
}

static enum status add_candidate(struct reconciling *r, const struct figure *f, size_t order, struct err *e)
{
    struct candidate c = { .figure = *f, .order = order };
    const struct source_record *s = source_of(r, f->source_id);
    struct date first;
    enum frequency freq;
    c.figure.citizenship = citizenships_sorted(r->arena, f->citizenship);
    if (c.figure.unit_measure.n == 0)
        c.figure.unit_measure = usual_unit(r->units, f->indicator);
    if (!read_period(&c))
        return fail(e, ST_INPUT, (struct place){ "figures.csv", 0, 0 }, "write time_start and time_end as 2020-03-09",
                    "figure %.*s has no readable period", (int)f->figure_id.n, f->figure_id.p);
    classify(r, &c);
    c.rank = preference(r->options, f, s);
    if (!s || !period_parse(str_trim(s->published), &first, &c.published, &freq))
        c.published = (struct date){ 0 };
    c.series_id = series_name(r->arena, &c.figure, r->units, c.freq);
    struct candidate *kept = vec_add(&r->candidates);
    if (!kept || arena_failed(r->arena))
        return fail_memory(e);
    *kept = c;
    return ST_OK;
}

/* Which figures may stand in a series at all. */
static enum status collect(struct reconciling *r, const struct vec *figures, struct err *e)
{
    vec_init(&r->candidates, r->arena, sizeof(struct candidate), figures->n + 1);
    for (size_t i = 0; i < figures->n; i++) {
        const struct figure *f = VEC_AT(const struct figure, figures, i);
        struct err bad;
        if (str_is(f->review_status, "rejected"))
            continue;
        if (f->confidence < r->options->min_confidence)
            leave_out(r, f, "its confidence is too low", "accept it in corrections.csv, or lower min_confidence");
        else if (str_is(f->time_basis, "rate"))
            leave_out(r, f, "it is a rate of no particular year", NULL);
        else if (f->time_start.n == 0 || f->time_end.n == 0)
            leave_out(r, f, "no period stated", "correct time_start and time_end in corrections.csv if it is known");
        else if (!makes_series(r->units, f->indicator))
            leave_out(r, f, "its indicator makes no series", "see the column series of data/indicators.csv");
        else if (isnan(f->value_low) && isnan(f->value_high) && isnan(f->obs_value))
            leave_out(r, f, "it states no number", NULL);
        else if (add_candidate(r, f, i, &bad) != ST_OK) {
            if (bad.status == ST_SYSTEM) {
                *e = bad;
                return ST_SYSTEM;
            }
            faults_add(r->faults, &bad);
        }
    }
    return ST_OK;
}

static int compare_numbers(size_t a, size_t b) { return (a > b) - (a < b); }

static bool is_point(const struct figure *f) { return !isnan(f->obs_value); }

/* stated before context before default; a period that is not explained last. */
static size_t basis_rank(const struct figure *f)
{
    static const char *const bases[] = { "stated", "context", "default" };
    size_t i = 0;
    while (i < sizeof bases / sizeof *bases && !str_is(f->time_basis, bases[i]))
        i++;
    return i;
}

/* The rules, the first that decides: their names stand in conflicts.csv. */
enum rule {
    RULE_PREFERENCE,
    RULE_PUBLISHED,
    RULE_POINT,
    RULE_BASIS,
    RULE_CONFIDENCE,
    RULE_SOURCE,
    RULE_GREATER, /* of one source only: a part is never greater than its whole */
    RULE_ORDER,
    N_RULES
};
static const char *const rule_names[N_RULES] = {
    "order of preference", "later publication",  "a value before an interval", "period stated nearer",
    "higher confidence",   "name of the source", "the greater number",         "stated first",
};

/* What a figure states at most, an open end as endless. */
static double greatest(const struct figure *f)
{
    return !isnan(f->obs_value) ? f->obs_value : isnan(f->value_high) ? INFINITY : f->value_high;
}

static int compare_values(double a, double b) { return (b > a) - (b < a); } /* the greater first */

static int compare_rule(const struct candidate *a, const struct candidate *b, enum rule rule)
{
    switch (rule) {
    case RULE_PREFERENCE:
        return compare_numbers(a->rank, b->rank);
    case RULE_PUBLISHED:
        return -date_compare(a->published, b->published);
    case RULE_POINT:
        return (int)is_point(&b->figure) - (int)is_point(&a->figure);
    case RULE_BASIS:
        return compare_numbers(basis_rank(&a->figure), basis_rank(&b->figure));
    case RULE_CONFIDENCE:
        return (a->figure.confidence < b->figure.confidence) - (a->figure.confidence > b->figure.confidence);
    case RULE_SOURCE:
        return str_compare(a->figure.source_id, b->figure.source_id);
    case RULE_GREATER:
        return compare_values(greatest(&a->figure), greatest(&b->figure));
    default:
        return compare_numbers(a->order, b->order);
    }
}

static int compare_candidates(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    int c = str_compare(a->series_id, b->series_id);
    if (!c)
        c = date_compare(a->first, b->first);
    if (!c)
        c = date_compare(a->last, b->last);
    for (int rule = 0; !c && rule < N_RULES; rule++)
        c = compare_rule(a, b, (enum rule)rule);
    return c;
}

static bool same_place(const struct candidate *a, const struct candidate *b)
{
    return str_equal(a->series_id, b->series_id) && date_compare(a->first, b->first) == 0 &&
           date_compare(a->last, b->last) == 0;
}

static bool same_number(double a, double b) { return a == b || (isnan(a) && isnan(b)); }

static bool says_the_same(const struct figure *a, const struct figure *b)
{
    return same_number(a->value_low, b->value_low) && same_number(a->value_high, b->value_high) &&
           same_number(a->obs_value, b->obs_value);
}

/* Both of one source and of the same words: the same figure stated twice. */
static bool stated_before(const struct candidate *first, const struct candidate *c)
{
    for (const struct candidate *k = first; k < c; k++)
        if (str_equal(k->figure.source_id, c->figure.source_id) && says_the_same(&k->figure, &c->figure))
            return true;
    return false;
}

/* Two figures disagree when no number lies in both intervals; an end that is not there is open. */
static bool disagree(const struct figure *a, const struct figure *b)
{
    return a->value_high < b->value_low || b->value_high < a->value_low;
}

static void widen(struct series_row *row, const struct figure *f)
{
    if (isnan(f->value_low) || isnan(row->value_low))
        row->value_low = NAN;
    else
        row->value_low = fmin(row->value_low, f->value_low);
    if (isnan(f->value_high) || isnan(row->value_high))
        row->value_high = NAN;
    else
        row->value_high = fmax(row->value_high, f->value_high);
}

static enum status add_conflict(struct reconciling *r, const struct candidate *kept, const struct candidate *other,
                                struct err *e)
{
    struct conflict *c = vec_add(r->conflicts);
    int rule = 0;
    if (!c)
        return fail_memory(e);
    while (rule < RULE_ORDER && compare_rule(kept, other, (enum rule)rule) == 0)
        rule++;
    *c = (struct conflict){ .series_id = kept->series_id,
                            .time_period = kept->period,
                            .kept_figure = kept->figure.figure_id,
                            .kept_source = kept->figure.source_id,
                            .kept_value = kept->figure.obs_value,
                            .kept_quote = kept->figure.quote,
                            .other_figure = other->figure.figure_id,
                            .other_source = other->figure.source_id,
                            .other_value = other->figure.obs_value,
                            .other_quote = other->figure.quote,
                            .rule = str_of(rule_names[rule]) };
    return ST_OK;
}

static void start_row(const struct reconciling *r, const struct candidate *c, struct series_row *row)
{
    const struct figure *f = &c->figure;
    char freq[2] = { c->freq == FREQ_NONE ? 'N' : (char)c->freq, '\0' };
    *row = (struct series_row){ .series_id = c->series_id,
                                .indicator = f->indicator,
                                .ref_area = f->ref_area,
                                .citizenship = f->citizenship,
                                .sex = f->sex,
                                .age = f->age,
                                .exploitation = f->exploitation,
                                .unit_measure = f->unit_measure,
                                .freq = arena_intern(r->arena, str_of(freq)),
                                .time_period = c->period,
                                .obs_value = f->obs_value,
                                .value_low = f->value_low,
                                .value_high = f->value_high,
                                .obs_status = c->partial ? STR("P") : f->obs_status,
                                .exposure = NAN };
    if (row->obs_status.n == 0)
        row->obs_status = STR("A");
    if (c->freq == FREQ_YEAR)
        row->exposure = population(r->populations, f->ref_area, c->first.year);
}

static const struct candidate *of_same_source(const struct candidate *first, const struct candidate *c)
{
    for (const struct candidate *k = first; k < c; k++)
        if (str_equal(k->figure.source_id, c->figure.source_id))
            return k;
    return NULL;
}

/* A report that states 58 cases and then 25 of them contradicts nobody: the others of one report are parts. A table
 * that holds two numbers for one key does contradict itself. */
static bool is_part(const struct candidate *first, const struct candidate *c)
{
    return !str_starts(c->figure.method, "layout:") && of_same_source(first, c);
}

/* The candidates [first, end) of one period, the best first, into one row. */
static enum status make_row(struct reconciling *r, const struct candidate *first, const struct candidate *end,
                            struct err *e)
{
    struct series_row *row = vec_add(r->series);
    struct buf ids;
    enum status st = ST_OK;
    if (!row)
        return fail_memory(e);
    start_row(r, first, row);
    buf_init(&ids, 0);
    for (const struct candidate *c = first; c < end && st == ST_OK; c++) {
        if (stated_before(first, c))
            continue;
        if (is_part(first, c)) {
            leave_out(r, &c->figure, "its source states another number of the same key and period, taken as the whole",
                      "correct what it counts in corrections.csv if it is no part");
            continue;
        }
        if (ids.n > 0)
            buf_putc(&ids, ';');
        buf_put(&ids, c->figure.figure_id);
        row->n_figures++;
        row->n_sources += !of_same_source(first, c);
        if (c > first && disagree(&first->figure, &c->figure)) {
            row->conflict = 1;
            widen(row, &c->figure);
            st = add_conflict(r, first, c, e);
        }
    }
    row->figure_ids = arena_copy(r->arena, buf_str(&ids));
    buf_free(&ids);
    return st == ST_OK && arena_failed(r->arena) ? fail_memory(e) : st;
}

enum status reconcile(struct arena *a, const struct vec *figures, const struct vec *sources,
                      const struct reconcile_options *options, struct vec *series, struct vec *conflicts,
                      struct faults *faults, struct err *e)
{
    struct reconciling r = {
        .arena = a, .sources = sources, .options = options, .series = series, .conflicts = conflicts, .faults = faults
    };
    const char *folder = options->data_folder;
    vec_init(series, a, sizeof(struct series_row), figures->n + 1);
    vec_init(conflicts, a, sizeof(struct conflict), figures->n + 1);
    enum status st = folder ? ST_OK : data_folder(a, &folder, e);
    if (st == ST_OK)
        st = usual_units_load(a, folder, &r.units, e);
    if (st == ST_OK && options->data_folder)
        st = populations_load(a, folder, &r.populations, e);
    if (st == ST_OK)
        st = collect(&r, figures, e);
    if (st != ST_OK)
        return st;
    vec_sort(&r.candidates, compare_candidates);
    const struct candidate *all = r.candidates.items;
    for (size_t i = 0, next; i < r.candidates.n && st == ST_OK; i = next) {
        for (next = i + 1; next < r.candidates.n && same_place(&all[i], &all[next]);)
            next++;
        st = make_row(&r, &all[i], &all[next], e);
    }
    return st;
}
