#include "stats/observations.h"

#include <math.h>
#include <stdlib.h>

struct item {
    double time;
    enum frequency frequency;
    const struct series_row *row;
    size_t at;
};

static bool left_out(const struct series_row *row, bool keep_partial)
{
    return str_is(row->freq, "N") || str_is(row->obs_status, "F") || (str_is(row->obs_status, "P") && !keep_partial);
}

static bool has_content(const struct series_row *row)
{
    return !isnan(row->obs_value) || !isnan(row->value_low) || !isnan(row->value_high);
}

static void set_fault(struct observations *o, struct arena *kept, const char *outcome, const char *why,
                      struct str period)
{
    o->fault = outcome;
    o->fault_note = arena_printf(kept, "period %.*s: %s", (int)(period.n < 40 ? period.n : 40), period.p, why);
}

static bool bad_value(const struct series_row *row)
{
    return isinf(row->obs_value) || isinf(row->value_low) || isinf(row->value_high) || isinf(row->exposure) ||
           row->value_low > row->value_high;
}

static int by_time(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    if (x->time != y->time)
        return x->time < y->time ? -1 : 1;
    return x->at < y->at ? -1 : 1;
}

/* The items that count; returns how many. Sets o->fault for the first that cannot be used. */
static size_t collect(const struct series_row *const *rows, size_t n_rows, bool keep_partial, struct arena *kept,
                      struct item *items, struct observations *o)
{
    size_t n = 0;
    bool sorted = true;
    for (size_t i = 0; i < n_rows && !o->fault; i++) {
        const struct series_row *row = rows[i];
        struct date first = { 0 }, last;
        struct item it = { .row = row, .at = n };
        if (left_out(row, keep_partial)) {
            o->n_left_out++;
            continue;
        }
        if (!has_content(row))
            continue;
        bool period = period_parse(row->time_period, &first, &last, &it.frequency);
        if (!period)
            it.frequency = FREQ_NONE;
        it.time = first.year; /* the ordinary case, without parsing again */
        if (!(period && it.frequency == FREQ_YEAR) &&
            (!period_to_years(row->time_period, &it.time) || !isfinite(it.time)))
            set_fault(o, kept, "bad_time", "not a year, quarter, month, date or number", row->time_period);
        else if (bad_value(row))
            set_fault(o, kept, "bad_value", "an infinite value, or an interval that ends before it begins",
                      row->time_period);
        sorted = sorted && (n == 0 || items[n - 1].time < it.time);
        items[n++] = it;
    }
    if (!sorted && !o->fault)
        qsort(items, n, sizeof *items, by_time);
    return n;
}

/* Years among plain numbers are plain numbers; other mixtures are no one series. */
static void settle_frequency(struct arena *kept, const struct item *items, size_t n, struct observations *o)
{
    o->frequency = n > 0 ? items[0].frequency : FREQ_YEAR;
    for (size_t i = 1; i < n && !o->fault; i++) {
        enum frequency f = items[i].frequency;
        if (items[i].time == items[i - 1].time)
            set_fault(o, kept, "duplicate_time", "more than one value for this time", items[i].row->time_period);
        else if (f != o->frequency && (f == FREQ_NONE || f == FREQ_YEAR) &&
                 (o->frequency == FREQ_NONE || o->frequency == FREQ_YEAR))
            o->frequency = FREQ_NONE;
        else if (f != o->frequency)
            set_fault(o, kept, "mixed_periods", "years, quarters, months and days do not mix",
                      items[i].row->time_period);
    }
    o->seasons = o->frequency == FREQ_YEAR ? 1 : o->frequency == FREQ_QUARTER ? 4 : o->frequency == FREQ_MONTH ? 12 : 0;
}

double observations_steps(const struct observations *o, double from, double to)
{
    return nearbyint((to - from) * (double)o->seasons);
}

/* Gaps, ranges and the points among o's arrays. */
static bool summarise(struct arena *scratch, struct observations *o)
{
    double *time = arena_array(scratch, o->n, 3 * sizeof *time);
    struct str *period = arena_array(scratch, o->n, sizeof *period);
    if (!time || !period)
        return false;
    double *value = time + o->n, *exposure = value + o->n;
    size_t n = 0;
    o->n_ranges = 0;
    for (size_t i = 0; i < o->n; i++) {
        o->n_ranges += o->low[i] < o->high[i];
        if (isnan(o->value[i]))
            continue;
        time[n] = o->time[i];
        value[n] = o->value[i];
        exposure[n] = o->exposure ? o->exposure[i] : NAN;
        period[n++] = o->period[i];
    }
    double steps = o->seasons && o->n ? observations_steps(o, o->time[0], o->time[o->n - 1]) + 1 : (double)o->n;
    o->n_gaps = steps > (double)o->n ? (size_t)(steps - (double)o->n) : 0;
    o->points = (struct points){ n, time, value, o->exposure ? exposure : NULL, period };
    return true;
}

struct columns {
    double *time, *value, *low, *high, *exposure;
    struct str *period;
    bool *breaks;
};

static void fill(const struct columns *c, const struct item *items, size_t n, struct observations *o)
{
    bool any_exposure = false;
    o->non_negative = true;
    for (size_t i = 0; i < n; i++) {
        const struct series_row *row = items[i].row;
        double v = row->obs_value, low = row->value_low, high = row->value_high;
        if (isnan(v) && low == high)
            v = low;
        c->time[i] = items[i].time;
        c->value[i] = v;
        c->low[i] = !isnan(low) ? fmin(low, v) : isnan(high) ? v : -INFINITY;
        c->high[i] = !isnan(high) ? fmax(high, v) : isnan(low) ? v : INFINITY;
        c->exposure[i] = row->exposure;
        c->period[i] = row->time_period;
        c->breaks[i] = str_is(row->obs_status, "B");
        any_exposure = any_exposure || !isnan(row->exposure);
        o->non_negative = o->non_negative && !(v < 0) && !(c->low[i] < 0 && isfinite(c->low[i])) && !(c->high[i] < 0);
    }
    for (size_t i = 0; i < n && o->non_negative; i++)
        c->low[i] = fmax(c->low[i], 0);
    o->exposure = any_exposure ? c->exposure : NULL;
}

bool observations_build(struct arena *scratch, struct arena *kept, const struct series_row *const *rows, size_t n_rows,
                        bool keep_partial, struct observations *out, bool **breaks_at)
{
    struct item *items = arena_array(scratch, n_rows, sizeof *items);
    double *numbers = arena_array(scratch, n_rows, 5 * sizeof *numbers);
    struct columns c = { .period = arena_array(scratch, n_rows, sizeof(struct str)),
                         .breaks = arena_array(scratch, n_rows, sizeof(bool)) };
    if (!items || !numbers || !c.period || !c.breaks)
        return false;
    double **const columns[] = { &c.time, &c.value, &c.low, &c.high, &c.exposure };
    for (size_t i = 0; i < 5; i++)
        *columns[i] = numbers + i * n_rows;
    *out = (struct observations){ .series_id = n_rows ? rows[0]->series_id : (struct str){ "", 0 } };
    size_t n = collect(rows, n_rows, keep_partial, kept, items, out);
    settle_frequency(kept, items, n, out);
    fill(&c, items, n, out);
    out->n = n;
    out->time = c.time;
    out->value = c.value;
    out->low = c.low;
    out->high = c.high;
    out->period = c.period;
    if (breaks_at)
        *breaks_at = c.breaks;
    return summarise(scratch, out);
}

bool observations_slice(struct arena *scratch, const struct observations *whole, size_t start, size_t end,
                        struct observations *out)
{
    *out = *whole;
    out->n = end - start;
    out->time += start;
    out->value += start;
    out->low += start;
    out->high += start;
    out->period += start;
    if (out->exposure)
        out->exposure += start;
    return summarise(scratch, out);
}
