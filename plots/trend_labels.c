/* The words inside the trend chart: values, the change point, the gaps; each where nothing else stands. */
#include <math.h>

#include "plots/layout.h"
#include "plots/text.h"
#include "plots/trend_parts.h"

enum { VALUES_LIMIT = 16 }; /* points with their values beside them */

static bool meets_series(const struct canvas *c, const struct chart_series *s, struct box b)
{
    for (size_t k = 0; k < s->n; k++) {
        const struct chart_point *p = &s->points[k];
        double x = canvas_x(c, p->time), low = isfinite(p->low) ? p->low : c->y_min;
        double top = canvas_y(c, isfinite(p->high) ? p->high : low + (c->y_max - c->y_min) * 0.1);
        if (boxes_meet(b, (struct box){ x - 2.5, top - 2.5, x + 2.5, canvas_y(c, low) + 2.5 }))
            return true;
        const struct chart_point *next = trend_next(s, p);
        if (next && trend_joins(s, p, next) &&
            box_meets_line(b, x, canvas_y(c, p->value), canvas_x(c, next->time), canvas_y(c, next->value)))
            return true;
    }
    return false;
}

static bool meets_trend_line(const struct canvas *c, const struct chart_model *m, const struct chart_series *s,
                             struct box b)
{
    const struct chart_point *first = &s->points[0], *last = &s->points[s->n - 1];
    return trend_has_line(m, s) &&
           box_meets_line(b, canvas_x(c, first->time), canvas_y(c, trend_line_at(s, first->time)),
                          canvas_x(c, last->time), canvas_y(c, trend_line_at(s, last->time)));
}

/* Whether text may stand there: inside, and on no other text, mark or line. */
static bool is_clear(const struct canvas *c, const struct chart_model *m, struct box b, bool over_trend)
{
    if (b.left < c->area.left || b.right > c->width - FRAME_PAD || b.top < c->area.top - 8 ||
        b.bottom > c->area.bottom + 1)
        return false;
    for (size_t i = 0; i < m->n; i++)
        if (meets_series(c, &m->series[i], b) || (!over_trend && meets_trend_line(c, m, &m->series[i], b)))
            return false;
    return !canvas_is_taken(c, b);
}

/* "no figure" upright in each gap that is broad enough, at the first place that is clear. */
static void name_gaps(struct canvas *c, const struct chart_model *m)
{
    static const struct xy places[] = { { 0.5, 0.5 },  { 0.5, 0.3 },  { 0.5, 0.7 }, { 0.25, 0.5 }, { 0.75, 0.5 },
                                        { 0.25, 0.3 }, { 0.75, 0.3 }, { 0.5, 0.2 }, { 0.5, 0.8 } };
    size_t n;
    struct gap *gaps = trend_gaps(c->arena, m, &n);
    double step = m->series[0].step, size = c->style->value_size + 0.5;
    double length = canvas_text_width(c, STR("no figure"), size, false);
    struct text_look look = { size, false, ALIGN_CENTRE, STR("#6b6b6b"), true };
    for (size_t i = 0; i < n; i++) {
        double left = canvas_x(c, gaps[i].from - step / 2), right = canvas_x(c, gaps[i].to + step / 2);
        for (size_t k = 0; k < sizeof places / sizeof *places && right - left > size * 1.4; k++) {
            double x = left + (right - left) * places[k].x,
                   y = c->area.top + (c->area.bottom - c->area.top) * places[k].y;
            struct box b = { x - size * 0.6, y - length / 2 - 2, x + size * 0.6, y + length / 2 + 2 };
            if (!is_clear(c, m, b, false))
                continue;
            canvas_text(c, x, y, &look, STR("no figure"));
            canvas_take(c, b);
            break;
        }
    }
}

/* Above the mark, below it, beside it, at its corners: the first place that is clear; only when none is, one
 * that the dashed line crosses. */
static void place_value(struct canvas *c, const struct chart_model *m, const struct chart_point *p, struct str colour)
{
    enum { PLACES = 8 };
    double size = c->style->value_size, x = canvas_x(c, p->time);
    struct str text = chart_point_text(c->arena, p);
    double half = canvas_text_width(c, text, size, false) / 2 + 1, height = size * 1.15;
    double low = isfinite(p->low) ? p->low : c->y_min;
    double top = canvas_y(c, isfinite(p->high) ? p->high : low + (c->y_max - c->y_min) * 0.1) - 4 - height / 2;
    double bottom = canvas_y(c, low) + 4 + height / 2, middle = canvas_y(c, isnan(p->value) ? low : p->value);
    if (p->ranged) { /* at a whisker's end it would be read as that end's value */
        top = middle - 3 - height / 2;
        bottom = middle + 3 + height / 2;
    }
    struct xy places[PLACES] = {
        { x, top },        { x, bottom },     { x - half - 4, middle }, { x + half + 4, middle },
        { x - half, top }, { x + half, top }, { x - half, bottom },     { x + half, bottom }
    };
    struct text_look look = { size, false, ALIGN_CENTRE, colour, false };
    for (size_t i = 0; i < 2 * PLACES; i++) {
        struct xy at = places[i % PLACES];
        if (p->ranged && at.x == x)
            continue;
        struct box b = { at.x - half, at.y - height / 2, at.x + half, at.y + height / 2 };
        if (!is_clear(c, m, b, i >= PLACES))
            continue;
        canvas_text(c, at.x, at.y, &look, text);
        canvas_take(c, b);
        return;
    }
}

/* Values are written where there is one series of few points, most without a whisker, and room for the numbers. */
static bool values_fit(const struct canvas *c, const struct chart_model *m)
{
    const struct chart_series *s = &m->series[0];
    size_t ranged = 0;
    double widest = 0, room = (c->area.right - c->area.left) / (double)(s->n > 1 ? s->n - 1 : 1);
    for (size_t k = 0; k < s->n; k++) {
        ranged += s->points[k].ranged;
        widest =
            fmax(widest, canvas_text_width(c, chart_point_text(c->arena, &s->points[k]), c->style->value_size, false));
    }
    return m->n == 1 && s->n <= VALUES_LIMIT && ranged * 2 <= s->n && widest <= room * 1.6;
}

/* Bounds always say what they are. The last value stands at the line's end. */
static void draw_values(struct canvas *c, const struct chart_model *m)
{
    bool fit = values_fit(c, m);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < m->n; i++) {
            const struct chart_series *s = &m->series[i];
            size_t valued = s->n;
            while (valued > 0 && s->points[valued - 1].provisional)
                valued--;
            for (size_t k = 0; k < s->n; k++) {
                bool bound = s->points[k].interval;
                bool value = !bound && fit && k + 1 != valued;
                if (pass == 0 ? bound : value)
                    place_value(c, m, &s->points[k],
                                bound || m->n > 1 ? c->style->series[i].text : c->style->text_colour);
            }
        }
}

/* The time of the first value behind a time; the change lies somewhere between. */
static double value_after(const struct chart_series *s, double time)
{
    for (size_t k = 0; k < s->n; k++)
        if (s->points[k].time > time && !s->points[k].interval && !s->points[k].provisional)
            return s->points[k].time;
    return time;
}

static void draw_change(struct canvas *c, const struct chart_model *m, const struct chart_series *s)
{
    double size = c->style->value_size, top = c->area.top - 4, after = value_after(s, s->trend.change_time);
    double x = canvas_x(c, (s->trend.change_time + after) / 2);
    struct str p = text_p(c->arena, s->trend.change_p);
    bool next = after - s->trend.change_time <= 1;
    struct str lines[] = {
        next ? arena_printf(c->arena, "Change point %.0f/%02.0f", s->trend.change_time, fmod(after, 100))
             : arena_printf(c->arena, "Change point %.0f\xE2\x80\x93%.0f", s->trend.change_time, after),
        arena_printf(c->arena, "(Pettitt, p %s%.*s)", p.p[0] == '<' ? "" : "= ", (int)p.n, p.p)
    };
    if (s->step != 1)
        lines[0] = STR("Change point");
    double width = fmax(canvas_text_width(c, lines[0], size, false), canvas_text_width(c, lines[1], size, false)) + 2;
    struct box left = { x - 4 - width, top, x - 4, top + size * 2.5 },
               right = { x + 4, top, x + 4 + width, left.bottom };
    bool to_right = !is_clear(c, m, left, true) && (is_clear(c, m, right, true) || left.left < c->area.left);
    struct text_look look = { size, false, to_right ? ALIGN_LEFT : ALIGN_RIGHT, c->style->note_colour, false };
    canvas_rule(c, x, top, x, c->area.bottom, STR("#7a7a7a"), 0.8, DASH_DOTTED);
    for (size_t i = 0; i < 2; i++)
        canvas_text(c, to_right ? x + 4 : x - 4, top + size * (0.6 + 1.25 * (double)i), &look, lines[i]);
    canvas_take(c, to_right ? right : left);
    canvas_take(c, (struct box){ x - 1, top, x + 1, c->area.bottom });
}

void trend_draw_labels(struct canvas *c, const struct chart_model *m)
{
    if (trend_has_change(m))
        draw_change(c, m, &m->series[0]);
    draw_values(c, m);
    name_gaps(c, m);
}
