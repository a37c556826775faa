#include "stats/course.h"

#include <math.h>
#include <stdlib.h>

enum { RUN = 4 };

void put_value(struct buf *out, double v)
{
    if (isnan(v)) /* trends of an older series.csv name a period that is there no more */
        buf_puts(out, "no value");
    else if (v == floor(v) && fabs(v) < 1e15)
        buf_put_grouped(out, v, 0);
    else if (fabs(v) >= 100 && fabs(v) < 1e15)
        buf_put_grouped(out, v, 1);
    else
        buf_printf(out, "%.3g", v);
}

static int by_time(const void *a, const void *b)
{
    double x = ((const struct course_point *)a)->time, y = ((const struct course_point *)b)->time;
    return (x > y) - (x < y);
}

bool course_points(struct arena *a, const struct series_row *rows, size_t n_rows, struct str from, struct str to,
                   struct course *out)
{
    double first, last;
    *out = (struct course){ .points = arena_array(a, n_rows, sizeof *out->points) };
    if (!out->points)
        return false;
    if (!period_to_years(from, &first) || !period_to_years(to, &last))
        return true;
    for (size_t i = 0; i < n_rows; i++) {
        const struct series_row *row = &rows[i];
        struct course_point p = { .period = row->time_period, .value = row->obs_value };
        if (isnan(p.value) && row->value_low == row->value_high)
            p.value = row->value_low;
        if (isnan(p.value) || str_is(row->freq, "N") || str_is(row->obs_status, "P") || str_is(row->obs_status, "F") ||
            !period_to_years(p.period, &p.time) || p.time < first || p.time > last)
            continue;
        out->points[out->n++] = p;
    }
    qsort(out->points, out->n, sizeof *out->points, by_time);
    return true;
}

static size_t index_of(const struct course *c, struct str period)
{
    size_t i = 0;
    while (i < c->n && !str_equal(c->points[i].period, period))
        i++;
    return i;
}

/* The greatest value (sign +1) or the least of points[from .. to]. */
static size_t extreme(const struct course *c, size_t from, size_t to, int sign)
{
    size_t best = from;
    for (size_t i = from; i <= to && i < c->n; i++)
        if (sign * c->points[i].value > sign * c->points[best].value)
            best = i;
    return best;
}

static size_t last_run(const struct course *c, int *sign)
{
    size_t start = c->n - 1;
    *sign = 0;
    while (start > 0) {
        double d = c->points[start].value - c->points[start - 1].value;
        int s = (d > 0) - (d < 0);
        if (s == 0 || (*sign != 0 && s != *sign))
            break;
        *sign = s;
        start--;
    }
    return start;
}

/* Keeps turns that alternate and move far enough on both sides. */
static void check_turns(struct course *c)
{
    double least = INFINITY, greatest = -INFINITY;
    for (size_t i = 0; i < c->n; i++) {
        least = fmin(least, c->points[i].value);
        greatest = fmax(greatest, c->points[i].value);
    }
    double enough = (greatest - least) / 4, before = c->points[0].value, end = c->points[c->n - 1].value;
    int sign = 0;
    for (size_t i = 0; i < c->n_turns; i++) {
        double at = c->points[c->turns[i]].value;
        double after = i + 1 < c->n_turns ? c->points[c->turns[i + 1]].value : end;
        bool turn = (at - before) * (after - at) < 0 && (sign == 0 || (at - before) * sign < 0);
        if (!turn || fabs(at - before) < enough || fabs(after - at) < enough) {
            c->n_turns = 0;
            return;
        }
        sign = at > before ? 1 : -1;
        before = at;
    }
}

void course_turns(struct course *c, const struct str *joints, size_t n_joints, const double *rates, int direction)
{
    c->n_turns = 0;
    if (c->n < RUN + 1)
        return;
    for (size_t i = 0; i < n_joints && c->n_turns < COURSE_TURNS - 1; i++) {
        if (!(rates[i] * rates[i + 1] < 0))
            continue;
        size_t from = i == 0 ? 0 : index_of(c, joints[i - 1]) + 1;
        size_t to = i + 1 == n_joints ? c->n - 1 : index_of(c, joints[i + 1]) - 1;
        size_t at = extreme(c, from, to, rates[i] > 0 ? 1 : -1);
        if (c->n_turns == 0 || c->turns[c->n_turns - 1] < at)
            c->turns[c->n_turns++] = at;
    }
    check_turns(c);
    int sign;
    size_t start = last_run(c, &sign);
    bool against = direction != 0 ? sign == -direction : sign * (c->points[start].value - c->points[0].value) < 0;
    if (c->n_turns == 0 && c->n - start >= RUN && start > 0 && against) {
        c->turns[c->n_turns++] = start;
        check_turns(c);
    }
}

void course_put(const struct course *c, struct buf *out)
{
    const struct course_point *before = &c->points[0];
    for (size_t i = 0; i <= c->n_turns; i++) {
        const struct course_point *at = &c->points[i < c->n_turns ? c->turns[i] : c->n - 1];
        const char *moved = at->value > before->value ? "rose" : "fell";
        if (i == 0) {
            buf_printf(out, "%s from ", moved);
            put_value(out, before->value);
            buf_printf(out, " in %.*s to ", (int)before->period.n, before->period.p);
        } else {
            buf_printf(out, ", then %s to ", moved);
        }
        put_value(out, at->value);
        buf_printf(out, " in %.*s", (int)at->period.n, at->period.p);
        before = at;
    }
}
