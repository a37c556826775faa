/* The names at the ends of the lines, kept from touching each other. */
#include <math.h>

#include "plots/layout.h"
#include "plots/text.h"
#include "plots/trend_parts.h"
#include "plots/words.h"

static const double LEADING = 1.28;

/* The last point that is no part of a period. */
static const struct chart_point *last_point(const struct chart_series *s)
{
    for (size_t k = s->n; k > 0; k--)
        if (!s->points[k - 1].provisional)
            return &s->points[k - 1];
    return &s->points[s->n - 1];
}

static void add_lines(struct canvas *c, struct vec *lines, struct str text, double size, bool muted, double widest)
{
    struct lines wrapped = text_wrap(c->arena, text, c->style->regular, size, widest);
    for (size_t i = 0; i < wrapped.n; i++) {
        struct end_line *line = vec_add(lines);
        if (line)
            *line = (struct end_line){ wrapped.line[i], size, muted };
    }
}

static void fill_label(struct canvas *c, const struct chart_model *m, const struct chart_series *s, double widest,
                       struct end_label *out)
{
    const struct chart_point *last = last_point(s);
    struct vec lines;
    vec_init(&lines, c->arena, sizeof(struct end_line), 64);
    struct str value = chart_point_text(c->arena, last), period = last->row->time_period;
    add_lines(c, &lines, s->label, c->style->label_size, false, widest);
    add_lines(c, &lines, arena_printf(c->arena, "%.*s in %.*s", (int)value.n, value.p, (int)period.n, period.p),
              c->style->label_size, false, widest);
    if (trend_has_line(m, s)) {
        struct str slope = text_estimate(c->arena, s->trend.slope), low = text_estimate(c->arena, s->trend.slope_low),
                   high = text_estimate(c->arena, s->trend.slope_high);
        const char *sign = s->trend.slope > 0 ? "+" : "";
        struct str first = arena_printf(c->arena, "Trend: %s%.*s a year", sign, (int)slope.n, slope.p);
        struct str second = arena_printf(c->arena, "(%.*s to %.*s)", (int)low.n, low.p, (int)high.n, high.p);
        add_lines(c, &lines, first, c->style->value_size, true, widest);
        add_lines(c, &lines, second, c->style->value_size, true, widest);
    }
    *out = (struct end_label){ .n = lines.n, .lines = lines.items, .height = 4 };
    for (size_t i = 0; i < out->n; i++) {
        out->height += out->lines[i].size * LEADING;
        out->width = fmax(out->width, canvas_text_width(c, out->lines[i].text, out->lines[i].size, false) * 1.02);
    }
}

enum status end_labels_make(struct canvas *c, const struct chart_model *m, double widest, struct end_label **out,
                            struct err *e)
{
    *out = arena_array(c->arena, m->n, sizeof **out);
    if (!*out)
        return fail_memory(e);
    for (size_t i = 0; i < m->n; i++)
        fill_label(c, m, &m->series[i], widest, &(*out)[i]);
    return ST_OK;
}

enum status end_labels_draw(struct canvas *c, const struct chart_model *m, struct end_label *ends, struct err *e)
{
    double *centres = arena_array(c->arena, m->n, sizeof *centres),
           *heights = arena_array(c->arena, m->n, sizeof *heights);
    if (!centres || !heights)
        return fail_memory(e);
    for (size_t i = 0; i < m->n; i++) {
        const struct chart_point *last = last_point(&m->series[i]);
        double first_line = ends[i].lines[0].size * LEADING;
        double at = !isnan(last->value) ? last->value : isfinite(last->high) ? last->high : last->low;
        heights[i] = ends[i].height;
        centres[i] =
            canvas_y(c, at) + heights[i] / 2 - first_line; /* the name stands above the line's end, the value below */
    }
    enum status st = spread_labels(c->arena, centres, heights, m->n, c->area.top - 8, c->area.bottom + 6, e);
    for (size_t i = 0; i < m->n && st == ST_OK; i++) {
        double y = centres[i] - heights[i] / 2;
        for (size_t k = 0; k < ends[i].n; k++) {
            const struct end_line *line = &ends[i].lines[k];
            struct text_look look = { line->size, false, ALIGN_LEFT,
                                      line->muted ? c->style->text_colour : c->style->series[i].text, false };
            canvas_text(c, c->area.right + 8, y + line->size * LEADING / 2, &look, line->text);
            y += line->size * LEADING;
        }
    }
    return st;
}
