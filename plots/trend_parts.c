#include "plots/trend_parts.h"

#include <math.h>
#include <stdlib.h>

#include "plots/layout.h"
#include "plots/text.h"

/* The line is drawn where there is a direction to show: elsewhere it would suggest one. Over three series and more
 * the bands would hide the values. */
enum { LINES_LIMIT = 2 };

bool trend_has_line(const struct chart_model *m, const struct chart_series *s)
{
    return m->n <= LINES_LIMIT && s->trend.direction != 0;
}

bool trend_has_change(const struct chart_model *m) { return m->n == 1 && m->series[0].trend.changes; }

static int compare_doubles(const void *x, const void *y)
{
    double p = *(const double *)x, q = *(const double *)y;
    return (p > q) - (p < q);
}

static double median(double *values, size_t n)
{
    qsort(values, n, sizeof *values, compare_doubles);
    return n == 0 ? NAN : n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

/* The medians of time and value: the line and both ends of its interval turn around the line's
 * point at the median time (through the median value when trends.csv gives no intercept). */
static struct xy pivot_of(struct arena *a, const struct chart_series *s)
{
    double *times = arena_array(a, s->n + 1, sizeof *times), *values = arena_array(a, s->n + 1, sizeof *values);
    size_t n = 0;
    for (size_t k = 0; k < s->n && times && values; k++)
        if (!s->points[k].interval && !s->points[k].provisional) {
            times[n] = s->points[k].time;
            values[n++] = s->points[k].value;
        }
    if (n == 0)
        return (struct xy){ NAN, NAN };
    return (struct xy){ median(times, n), median(values, n) };
}

double trend_line_at(const struct chart_series *s, double time) { return s->trend.intercept + s->trend.slope * time; }

struct gap *trend_gaps(struct arena *a, const struct chart_model *m, size_t *n)
{
    double step = m->series[0].step;
    *n = 0;
    for (size_t i = 1; i < m->n; i++)
        if (m->series[i].step != step)
            step = 0;
    double periods = step > 0 ? (m->last_time - m->first_time) / step : 0;
    if (!(periods > 1) || periods > 10000)
        return NULL;
    struct gap *gaps = arena_array(a, (size_t)periods + 2, sizeof *gaps);
    bool *there = arena_array(a, (size_t)periods + 2, sizeof *there);
    if (!gaps || !there)
        return NULL;
    for (size_t i = 0; i < m->n; i++)
        for (size_t k = 0; k < m->series[i].n; k++)
            there[(size_t)((m->series[i].points[k].time - m->first_time) / step + 0.5)] = true;
    size_t last = (size_t)(periods + 0.5);
    for (size_t at = 0; at <= last; at++) {
        if (there[at])
            continue;
        size_t end = at;
        while (end + 1 <= last && !there[end + 1])
            end++;
        gaps[(*n)++] = (struct gap){ m->first_time + (double)at * step, m->first_time + (double)end * step };
        at = end;
    }
    return gaps;
}

static void draw_gaps(struct canvas *c, const struct chart_model *m)
{
    size_t n;
    struct gap *gaps = trend_gaps(c->arena, m, &n);
    double step = m->series[0].step;
    for (size_t i = 0; i < n; i++) {
        struct box b = { canvas_x(c, gaps[i].from - step / 2), c->area.top, canvas_x(c, gaps[i].to + step / 2),
                         c->area.bottom };
        canvas_rectangle(c, b, c->style->gap_colour);
    }
}

/* Both edges of the band at a time, kept inside the scale. */
static struct span band_at(const struct canvas *c, const struct chart_trend *t, struct xy pivot, double time)
{
    double one = pivot.y + t->slope_low * (time - pivot.x), other = pivot.y + t->slope_high * (time - pivot.x);
    double low = one < other ? one : other, high = one < other ? other : one;
    return (struct span){ time, fmin(fmax(low, c->y_min), c->y_max), fmin(fmax(high, c->y_min), c->y_max) };
}

/* The band as a polygon needs a corner wherever an edge meets the end of the scale. */
static void draw_band(struct canvas *c, const struct chart_series *s, struct xy pivot, double from, double to,
                      size_t index)
{
    const struct chart_trend *t = &s->trend;
    double corners[8], ends[] = { c->y_min, c->y_max }, slopes[] = { t->slope_low, t->slope_high };
    size_t n = 0;
    corners[n++] = from;
    corners[n++] = to;
    if (pivot.x > from && pivot.x < to)
        corners[n++] = pivot.x;
    for (size_t i = 0; i < 4; i++) {
        double at = pivot.x + (ends[i % 2] - pivot.y) / slopes[i / 2];
        if (at > from && at < to)
            corners[n++] = at;
    }
    qsort(corners, n, sizeof *corners, compare_doubles);
    struct span edges[8];
    for (size_t i = 0; i < n; i++)
        edges[i] = band_at(c, t, pivot, corners[i]);
    canvas_band(c, edges, n, c->style->series[index].line, 0.15, "95% confidence band");
}

static void draw_trend_line(struct canvas *c, struct chart_series *s, size_t index)
{
    double from = NAN, to = NAN;
    for (size_t k = 0; k < s->n; k++)
        if (!s->points[k].provisional) {
            from = isnan(from) ? s->points[k].time : from;
            to = s->points[k].time;
        }
    struct xy pivot = pivot_of(c->arena, s);
    if (isnan(pivot.x) || !(to > from))
        return;
    if (isnan(s->trend.intercept))
        s->trend.intercept = pivot.y - s->trend.slope * pivot.x;
    pivot.y = trend_line_at(s, pivot.x);
    draw_band(c, s, pivot, from, to, index);
    /* the line itself stays inside the scale too */
    struct xy ends[2] = { { from, trend_line_at(s, from) }, { to, trend_line_at(s, to) } };
    for (size_t i = 0; i < 2; i++) {
        double edge = ends[i].y < c->y_min ? c->y_min : ends[i].y > c->y_max ? c->y_max : NAN;
        if (!isnan(edge))
            ends[i] = (struct xy){ pivot.x + (edge - pivot.y) / s->trend.slope, edge };
    }
    canvas_lines(c, ends, 2, c->style->trend_colour, 0.9, DASH_DASHED, "Theil-Sen line");
}

/* Mixes a colour with white: 1 keeps it. */
static struct str tint(struct arena *a, struct str colour, double share)
{
    unsigned mixed[3];
    for (size_t i = 0; i < 3; i++) {
        unsigned part = 0;
        for (size_t k = 1 + i * 2; k < 3 + i * 2; k++) {
            char digit = ascii_lower(colour.p[k]);
            part = part * 16 + (unsigned)(ascii_is_digit(digit) ? digit - '0' : digit - 'a' + 10);
        }
        mixed[i] = (unsigned)(255 - (255 - part) * share + 0.5);
    }
    return arena_printf(a, "#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
}

/* Ranges around values: thin whiskers. Bounds and ranges without a value: broad, lighter bars; open
 * ends as arrows. */
static void draw_spans(struct canvas *c, const struct chart_series *s, size_t index)
{
    struct span *whiskers = arena_array(c->arena, s->n + 1, sizeof *whiskers);
    struct span *bars = arena_array(c->arena, s->n + 1, sizeof *bars);
    struct span *arrows = arena_array(c->arena, s->n + 1, sizeof *arrows);
    size_t n_whiskers = 0, n_bars = 0, n_arrows = 0;
    struct str colour = c->style->series[index].line;
    double visible = (c->y_max - c->y_min) * 2.5 / (c->area.bottom - c->area.top); /* 2.5 pt: a bar must be seen */
    for (size_t k = 0; k < s->n && whiskers && bars && arrows; k++) {
        const struct chart_point *p = &s->points[k];
        double low = isfinite(p->low) ? p->low : c->y_min;
        if (isinf(p->high))
            arrows[n_arrows++] =
                (struct span){ p->time, isnan(p->value) ? low : p->value, low + (c->y_max - c->y_min) * 0.1 };
        else if (p->interval)
            bars[n_bars++] = (struct span){ p->time, low, fmax(p->high, low + visible) };
        else if (p->ranged)
            whiskers[n_whiskers++] = (struct span){ p->time, low, p->high };
    }
    if (n_whiskers)
        canvas_spans(c, whiskers, n_whiskers, colour, 0.9, false, "range");
    if (n_bars)
        canvas_spans(c, bars, n_bars, tint(c->arena, colour, 0.6), 4, false, "interval without a value");
    if (n_arrows)
        canvas_spans(c, arrows, n_arrows, colour, 1.2, true, "at least");
}

const struct chart_point *trend_next(const struct chart_series *s, const struct chart_point *p)
{
    const struct chart_point *end = s->points + s->n;
    do
        p++;
    while (p < end && p->provisional);
    return p < end ? p : NULL;
}

bool trend_joins(const struct chart_series *s, const struct chart_point *p, const struct chart_point *q)
{
    bool solid = !p->interval && !q->interval && !p->provisional && !q->provisional;
    return solid && (s->step == 0 || q->time - p->time < s->step * 1.5);
}

static void draw_line(struct canvas *c, const struct chart_series *s, size_t index, const char *title)
{
    struct xy *at = arena_array(c->arena, s->n * 3 + 1, sizeof *at);
    size_t n = 0;
    for (size_t k = 0; k < s->n && at; k++) {
        const struct chart_point *p = &s->points[k], *q = trend_next(s, p);
        if (!q || !trend_joins(s, p, q))
            continue;
        if (n == 0 || at[n - 1].x != p->time) {
            if (n > 0)
                at[n++] = (struct xy){ NAN, NAN };
            at[n++] = (struct xy){ p->time, p->value };
        }
        at[n++] = (struct xy){ q->time, q->value };
    }
    if (n > 0)
        canvas_lines(c, at, n, c->style->series[index].line, c->style->line_width, DASH_NONE, title);
}

enum mark { MARK_FILLED, MARK_OPEN, MARK_CROSS, MARK_RING, MARKS };

static bool has_mark(const struct chart_point *p, enum mark mark)
{
    if (p->interval)
        return false;
    switch (mark) {
    case MARK_FILLED:
        return !p->approximate && !p->provisional;
    case MARK_OPEN:
        return p->approximate && !p->provisional;
    case MARK_CROSS:
        return p->provisional;
    default:
        return p->conflicting;
    }
}

static void draw_marks(struct canvas *c, const struct chart_series *s, size_t index, const char *title)
{
    struct str colour = c->style->series[index].line;
    double size = c->style->marker_size * (s->n > 40 ? 0.7 : 1);
    for (enum mark mark = MARK_FILLED; mark < MARKS; mark++) {
        struct xy *at = arena_array(c->arena, s->n + 1, sizeof *at);
        size_t n = 0;
        for (size_t k = 0; k < s->n && at; k++)
            if (has_mark(&s->points[k], mark))
                at[n++] = (struct xy){ s->points[k].time, s->points[k].value };
        if (n == 0)
            continue;
        if (mark == MARK_CROSS)
            canvas_crosses(c, at, n, size, colour, title);
        else if (mark == MARK_RING)
            canvas_rings(c, at, n, size * 1.9, c->style->trend_colour, "sources disagree");
        else
            canvas_markers(c, at, n, index, mark == MARK_OPEN, size, colour, title);
    }
}

enum status trend_draw_parts(struct canvas *c, const struct chart_model *m, struct err *e)
{
    draw_gaps(c, m);
    for (size_t i = 0; i < m->n; i++)
        if (trend_has_line(m, &m->series[i]))
            draw_trend_line(c, &m->series[i], i);
    for (size_t i = 0; i < m->n; i++) {
        const char *title = arena_cstr(c->arena, m->series[i].label);
        if (!title)
            return fail_memory(e);
        draw_spans(c, &m->series[i], i);
        draw_line(c, &m->series[i], i, title);
        draw_marks(c, &m->series[i], i, title);
    }
    trend_draw_labels(c, m);
    return ST_OK;
}
