/* Series over time: lines with markers, ranges as whiskers, bounds without a point, gaps left open,
 * the Theil-Sen line with its band, the change point, and each series' name at the end of its line. */
#include <math.h>
#include <stdio.h>

#include "core/date.h"
#include "plots/canvas.h"
#include "plots/compose.h"
#include "plots/layout.h"
#include "plots/model.h"
#include "plots/points_csv.h"
#include "plots/text.h"
#include "plots/trend_parts.h"
#include "plots/words.h"

enum { SERIES_LIMIT = STYLE_SERIES };

static const double LEAST_AREA = 110;   /* pt of height for the data */
static const double COLUMN_SHARE = 0.3; /* of the page, at most, for the names at the lines' ends */

/* The greatest value that is drawn: values, ends of ranges and bounds, not the band. */
static void find_extent(const struct chart_model *m, double *least, double *greatest)
{
    *least = 0;
    *greatest = 0;
    for (size_t i = 0; i < m->n; i++)
        for (size_t k = 0; k < m->series[i].n; k++) {
            const struct chart_point *p = &m->series[i].points[k];
            double high = isfinite(p->high) ? p->high : isfinite(p->value) ? p->value : p->low * 1.12;
            double low = isfinite(p->low) ? p->low : isfinite(p->value) ? p->value : 0;
            if (high > *greatest)
                *greatest = high;
            if (low < *least)
                *least = low;
        }
}

static bool counts_only(const struct chart_model *m)
{
    for (size_t i = 0; i < m->n; i++)
        for (size_t k = 0; k < m->series[i].n; k++)
            if (!isnan(m->series[i].points[k].value) &&
                m->series[i].points[k].value != floor(m->series[i].points[k].value))
                return false;
    return true;
}

/* Scale and numbers of the y axis; sets area.left. */
static struct ticks draw_y_axis(struct canvas *c, const struct chart_model *m, bool headroom)
{
    const struct style *s = c->style;
    double least, greatest, widest = 0;
    find_extent(m, &least, &greatest);
    double span = greatest - least;
    struct ticks t = ticks_from_zero(span, (size_t)((c->area.bottom - c->area.top) / 30), counts_only(m));
    double floor_steps = least < 0 ? ceil(-least / t.step - 1e-9) : 0;
    c->y_min = -floor_steps * t.step;
    c->y_max = greatest > 0 ? greatest + span * (headroom ? 0.16 : 0.06) : c->y_min + t.step * (double)(t.n - 1);
    size_t n = (size_t)floor((c->y_max - c->y_min) / t.step + 1e-9) + 1;
    struct text_look look = { s->tick_size, false, ALIGN_RIGHT, s->text_colour, false };
    for (size_t i = 0; i < n; i++) {
        double width = canvas_text_width(c, text_number(c->arena, c->y_min + (double)i * t.step), look.size, false);
        widest = width > widest ? width : widest;
    }
    c->area.left = FRAME_PAD + widest + 6;
    for (size_t i = 0; i < n; i++) {
        double value = c->y_min + (double)i * t.step;
        canvas_text(c, c->area.left - 5, canvas_y(c, value), &look, text_number(c->arena, value));
    }
    return (struct ticks){ t.step, n };
}

/* The grid, where no text stands, and the line of zero; behind everything. */
static void draw_grid(struct canvas *c, struct ticks t)
{
    for (size_t i = 0; i < t.n; i++) {
        double value = c->y_min + (double)i * t.step, y = canvas_y(c, value);
        if (value == 0)
            canvas_rule(c, c->area.left, y, c->area.right, y, c->style->axis_colour, 0.8, DASH_NONE);
        else
            canvas_grid_line(c, y, c->style->grid_colour);
    }
}

static void draw_tick(struct canvas *c, double time, struct str text)
{
    struct text_look look = { c->style->tick_size, false, ALIGN_CENTRE, c->style->text_colour, false };
    double x = canvas_x(c, time);
    canvas_rule(c, x, c->area.bottom, x, c->area.bottom + 3, c->style->axis_colour, 0.8, DASH_NONE);
    canvas_text(c, x, c->area.bottom + 4 + look.size * 0.7, &look, text);
}

/* Less than two years of months or quarters: the periods themselves, as many as fit. */
static void draw_period_ticks(struct canvas *c, const struct chart_series *s)
{
    double width = canvas_text_width(c, s->points[0].row->time_period, c->style->tick_size, false) + 8,
           last = -HUGE_VAL;
    for (size_t k = 0; k < s->n; k++) {
        double x = canvas_x(c, s->points[k].time);
        if (x - last < width)
            continue;
        draw_tick(c, s->points[k].time, s->points[k].row->time_period);
        last = x;
    }
}

/* Whole years, so many that their numbers do not touch; every second year counts from the last. */
static void draw_x_axis(struct canvas *c, const struct chart_model *m)
{
    double span = m->last_time - m->first_time;
    if (m->series[0].step > 0 && m->series[0].step < 1 && span < 2) {
        draw_period_ticks(c, &m->series[0]);
        return;
    }
    double room = canvas_x(c, m->last_time) - canvas_x(c, m->first_time);
    double width = canvas_text_width(c, STR("2020"), c->style->tick_size, false);
    long step = year_step(m->first_time, m->last_time, room, width, 8);
    long first = (long)ceil(m->first_time - 1e-9), last = (long)floor(m->last_time + 1e-9);
    long from = step == 2 ? first + (last - first) % 2 : first + ((-first % step) + step) % step;
    for (long year = from; year <= last; year += step)
        draw_tick(c, (double)year, arena_printf(c->arena, "%ld", year));
}

static struct str alt_text(struct arena *a, const struct chart_model *m, struct str title, struct str subtitle)
{
    struct str alt = arena_printf(a, "Line chart. %.*s. %.*s.", (int)title.n, title.p, (int)subtitle.n, subtitle.p);
    for (size_t i = 0; i < m->n; i++)
        alt = words_add(a, alt, trend_series_in_words(a, &m->series[i], m->n > 1));
    return words_add(a, alt, trend_gaps_in_words(a, m));
}

static void compose_texts(struct arena *a, const struct chart_request *r, const struct chart_model *m,
                          struct chart_composed *out)
{
    out->title = text_clean(a, r->title.n ? r->title : words_title(a, m));
    out->subtitle = text_clean(a, r->subtitle.n ? r->subtitle : words_subtitle(a, m));
    out->note = text_clean(a, r->note.n ? r->note : words_add(a, words_sources(a, m), trend_legend(a, m)));
    out->alt = text_clean(a, r->alt.n ? r->alt : alt_text(a, m, out->title, out->subtitle));
}

static enum status draw(struct canvas *c, const struct chart_model *m, struct chart_composed *out, struct err *e)
{
    struct end_label *ends;
    frame_draw(c, out->title, out->subtitle, out->note, LEAST_AREA);
    c->area.top += 8;
    c->area.bottom -= 20; /* the years, and air above the note */
    enum status st = end_labels_make(c, m, c->width * COLUMN_SHARE, &ends, e);
    if (st != ST_OK)
        return st;
    double column = 0;
    for (size_t i = 0; i < m->n; i++)
        column = ends[i].width > column ? ends[i].width : column;
    c->area.right = c->width - FRAME_PAD - column - 10;
    struct ticks ticks = draw_y_axis(c, m, trend_has_change(m));
    double pad = m->last_time > m->first_time ? (m->last_time - m->first_time) * 9 / (c->area.right - c->area.left) : 1;
    c->x_min = m->first_time - pad;
    c->x_max = m->last_time + pad;
    draw_x_axis(c, m);
    st = trend_draw_parts(c, m, e);
    draw_grid(c, ticks);
    return st == ST_OK ? end_labels_draw(c, m, ends, e) : st;
}

static enum status compose(struct arena *a, const struct chart_request *r, const struct chart_data *d,
                           struct chart_composed *out, struct err *e)
{
    struct chart_model m;
    if (r->n_series > SERIES_LIMIT)
        return fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, "plot fewer, or take '--type bars'",
                    "a trend chart holds up to %d series, not %zu", SERIES_LIMIT, r->n_series);
    enum status st = chart_model_make(a, r, d, &m, e);
    if (st != ST_OK)
        return st;
    compose_texts(a, r, &m, out);
    struct canvas c;
    canvas_init(&c, a, &out->style, out->width_pt, out->height_pt);
    st = draw(&c, &m, out, e);
    out->height_pt = c.height;
    struct err finish;
    enum status done = canvas_finish(&c, &out->script, st == ST_OK ? e : &finish);
    if (st == ST_OK)
        st = done;
    out->csv = points_csv(a, &m);
    out->figure_ids = m.figure_ids;
    out->n_figure_ids = m.n_figure_ids;
    return st;
}

const struct chart_type chart_trend = {
    .name = "trend",
    .help = "One to six series over time, with ranges, gaps, the Theil-Sen line and its band, and the change point.",
    .needs = "series with at least one value or bound",
    .compose = compose,
};
