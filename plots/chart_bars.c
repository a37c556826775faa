/* Series of one period, ranked: names left, bars from zero, values right, intervals as whiskers. */
#include <math.h>
#include <stdlib.h>

#include "plots/canvas.h"
#include "plots/compose.h"
#include "plots/layout.h"
#include "plots/model.h"
#include "plots/points_csv.h"
#include "plots/text.h"
#include "plots/words.h"

enum { BARS_LIMIT = 60 };

static const double ROW = 17, BAR = 0.72; /* pt of height a row; share of it that the bar fills */
static const double ARROW = 14;           /* pt: a value that is a least one only */
static const double NAMES_SHARE = 0.36;   /* of the page's width, at most, for the names */

struct bar {
    const struct chart_series *series;
    const struct chart_point *point; /* NULL: no figure for the period */
    struct lines name;
};

static double rank_value(const struct bar *b)
{
    if (!b->point)
        return -HUGE_VAL;
    return !b->point->interval ? b->point->value : isfinite(b->point->high) ? b->point->high : b->point->low;
}

/* The greatest first; equal values by name, so that the order never depends on the table's. */
static int compare_bars(const void *x, const void *y)
{
    const struct bar *p = x, *q = y;
    double a = rank_value(p), b = rank_value(q);
    if (a != b)
        return a > b ? -1 : 1;
    int order = str_compare(p->series->label, q->series->label);
    return order ? order : str_compare(p->series->id, q->series->id);
}

static const struct chart_point *point_at(const struct chart_series *s, struct str period)
{
    for (size_t k = 0; k < s->n; k++)
        if (str_equal(s->points[k].row->time_period, period))
            return &s->points[k];
    return NULL;
}

/* The last period that all series have; when they share none, the last that most have. */
static struct str choose_period(const struct chart_model *m)
{
    struct str best = m->last_period;
    size_t most = 0;
    double best_time = -HUGE_VAL;
    for (size_t i = 0; i < m->n; i++)
        for (size_t k = 0; k < m->series[i].n; k++) {
            const struct chart_point *p = &m->series[i].points[k];
            size_t n = 0;
            for (size_t j = 0; j < m->n; j++)
                n += point_at(&m->series[j], p->row->time_period) != NULL;
            if (n > most || (n == most && p->time > best_time)) {
                most = n;
                best = p->row->time_period;
                best_time = p->time;
            }
        }
    return best;
}

/* Only the period's points stay in the model, so that its sources and figures are those of the chart. */
static enum status keep_period(struct chart_model *m, struct str period, struct err *e)
{
    size_t found = 0;
    for (size_t i = 0; i < m->n; i++) {
        struct chart_series *s = &m->series[i];
        const struct chart_point *p = point_at(s, period);
        found += p != NULL;
        s->n = p != NULL;
        if (p && p != s->points)
            s->points[0] = *p;
    }
    m->first_period = period;
    m->last_period = period;
    if (found == 0)
        return fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, "see the column time_period of series.csv",
                    "no series has a figure for the period '%.*s'", (int)period.n, period.p);
    return ST_OK;
}

static struct bar *rank_bars(struct arena *a, const struct chart_model *m)
{
    struct bar *bars = arena_array(a, m->n, sizeof *bars);
    for (size_t i = 0; i < m->n && bars; i++)
        bars[i] = (struct bar){ .series = &m->series[i], .point = m->series[i].n ? &m->series[i].points[0] : NULL };
    if (bars)
        qsort(bars, m->n, sizeof *bars, compare_bars);
    return bars;
}

static struct str value_text(struct arena *a, const struct bar *b)
{
    if (!b->point)
        return STR("no figure");
    struct str text = chart_point_text(a, b->point);
    if (!b->point->ranged)
        return b->point->approximate ? arena_printf(a, "about %.*s", (int)text.n, text.p) : text;
    struct str low = text_number(a, b->point->low), high = text_number(a, b->point->high);
    if (isinf(b->point->low) || isinf(b->point->high))
        return text;
    return arena_printf(a, "%.*s (%.*s\xE2\x80\x93%.*s)", (int)text.n, text.p, (int)low.n, low.p, (int)high.n, high.p);
}

static struct str legend(struct arena *a, const struct bar *bars, size_t n)
{
    bool ranged = false, interval = false, suppressed = false, open = false, partial = false, missing = false;
    for (size_t i = 0; i < n; i++) {
        const struct chart_point *p = bars[i].point;
        missing = missing || !p;
        ranged = ranged || (p && p->ranged);
        suppressed = suppressed || (p && p->interval && p->suppressed);
        interval = interval || (p && p->interval && !p->suppressed && isfinite(p->high));
        open = open || (p && isinf(p->high));
        partial = partial || (p && p->provisional);
    }
    struct str note = STR("");
    if (ranged)
        note = words_add(a, note, STR("Whiskers: the range the sources state or the values on which they differ."));
    if (interval)
        note = words_add(a, note, STR("Pale bars: the source states an interval, no value."));
    if (suppressed)
        note = words_add(
            a, note,
            STR("Pale bars as <5: a small count withheld by the source, drawn to its greatest possible value."));
    if (open)
        note = words_add(a, note, STR("Arrows: the source states a least value only."));
    if (partial)
        note = words_add(a, note, STR("Hollow bars cover part of the period only."));
    return missing ? words_add(a, note, STR("No figure: none was found for the period; it is not zero.")) : note;
}

static struct str title_of(struct arena *a, const struct chart_model *m)
{
    struct str what = m->what.n ? m->what : STR("");
    struct str head = what.n && m->common.n
                          ? arena_printf(a, "%.*s, %.*s", (int)what.n, what.p, (int)m->common.n, m->common.p)
                      : what.n ? what
                               : m->common;
    if (head.n == 0)
        head = m->n == 1 ? m->series[0].label : words_title(a, m);
    return arena_printf(a, "%.*s, %.*s", (int)head.n, head.p, (int)m->first_period.n, m->first_period.p);
}

static struct str alt_text(struct arena *a, const struct bar *bars, size_t n, struct str title)
{
    struct str alt = arena_printf(a, "Bar chart, ranked. %.*s.", (int)title.n, title.p);
    for (size_t i = 0; i < n; i++) {
        struct str value = value_text(a, &bars[i]), label = bars[i].series->label;
        alt = words_add(
            a, alt,
            arena_printf(a, "%.*s: %.*s%s", (int)label.n, label.p, (int)value.n, value.p, i + 1 < n ? ";" : "."));
    }
    return alt;
}

static void compose_texts(struct arena *a, const struct chart_request *r, const struct chart_model *m,
                          const struct bar *bars, struct chart_composed *out)
{
    struct str unit = m->unit;
    if (unit.n > 0 && ascii_is_alpha(unit.p[0]) && !ascii_is_upper(unit.p[0]))
        unit = arena_printf(a, "%c%.*s", unit.p[0] - 'a' + 'A', (int)unit.n - 1, unit.p + 1);
    out->title = text_clean(a, r->title.n ? r->title : title_of(a, m));
    out->subtitle = text_clean(a, r->subtitle.n ? r->subtitle : unit);
    out->note = text_clean(a, r->note.n ? r->note : words_add(a, words_sources(a, m), legend(a, bars, m->n)));
    out->alt = text_clean(a, r->alt.n ? r->alt : alt_text(a, bars, m->n, out->title));
}

/* Wraps the names; returns the widest line. */
static double measure_names(struct canvas *c, struct bar *bars, size_t n)
{
    double size = c->style->label_size, widest = 0;
    for (size_t i = 0; i < n; i++) {
        bars[i].name = text_wrap(c->arena, bars[i].series->label, c->style->regular, size, c->width * NAMES_SHARE);
        for (size_t k = 0; k < bars[i].name.n; k++)
            widest = fmax(widest, canvas_text_width(c, bars[i].name.line[k], size, false));
    }
    return widest * 1.02;
}

static double measure_values(struct canvas *c, const struct bar *bars, size_t n)
{
    double widest = 0;
    for (size_t i = 0; i < n; i++)
        widest = fmax(widest, canvas_text_width(c, value_text(c->arena, &bars[i]), c->style->label_size, false));
    return widest * 1.02;
}

/* Where the drawing of a point ends, before an arrow: its value, bound or whisker. */
static double end_of(const struct chart_point *p)
{
    double stated = p->interval ? (isfinite(p->high) ? p->high : p->low) : p->value;
    return isfinite(p->high) ? fmax(p->high, stated) : stated;
}

static double arrow_of(const struct chart_point *p) { return p && isinf(p->high) ? ARROW : 0; }

static double greatest_of(const struct bar *bars, size_t n)
{
    double greatest = 0;
    for (size_t i = 0; i < n; i++)
        greatest = fmax(greatest, bars[i].point ? end_of(bars[i].point) : 0);
    return greatest > 0 ? greatest : 1;
}

/* One bar in rows counted from the top; pale where only an interval is known. */
static void draw_bars(struct canvas *c, const struct bar *bars, size_t n)
{
    struct box *solid = arena_array(c->arena, n, sizeof *solid), *pale = arena_array(c->arena, n, sizeof *pale);
    size_t n_solid = 0, n_pale = 0;
    for (size_t i = 0; i < n && solid && pale; i++) {
        const struct chart_point *p = bars[i].point;
        if (!p)
            continue;
        double middle = (double)(n - i) - 0.5;
        struct box b = { 0, middle - BAR / 2, p->interval ? (isfinite(p->high) ? p->high : p->low) : p->value,
                         middle + BAR / 2 };
        if (p->interval || p->provisional)
            pale[n_pale++] = b;
        else
            solid[n_solid++] = b;
    }
    if (n_pale)
        canvas_bars(c, pale, n_pale, STR("#b3d4e7"), "interval or part of the period");
    if (n_solid)
        canvas_bars(c, solid, n_solid, c->style->series[0].line, "value");
}

static void draw_whiskers(struct canvas *c, const struct bar *bars, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct chart_point *p = bars[i].point;
        double y = canvas_y(c, (double)(n - i) - 0.5);
        if (!p || (!p->ranged && isfinite(p->high)))
            continue;
        double from = isfinite(p->high) ? canvas_x(c, isfinite(p->low) ? p->low : 0) : canvas_x(c, end_of(p)) + 1;
        double to = isfinite(p->high) ? canvas_x(c, p->high) : from + ARROW;
        canvas_whisker(c, from, to, y, isinf(p->high), c->style->title_colour);
    }
}

static void draw_texts(struct canvas *c, const struct bar *bars, size_t n)
{
    const struct style *s = c->style;
    struct text_look name = { s->label_size, false, ALIGN_RIGHT, s->text_colour, false };
    struct text_look value = { s->label_size, false, ALIGN_LEFT, s->text_colour, false };
    for (size_t i = 0; i < n; i++) {
        const struct chart_point *p = bars[i].point;
        double y = canvas_y(c, (double)(n - i) - 0.5), leading = s->label_size * 1.2;
        for (size_t k = 0; k < bars[i].name.n; k++)
            canvas_text(c, c->area.left - 6, y + ((double)k - ((double)bars[i].name.n - 1) / 2) * leading, &name,
                        bars[i].name.line[k]);
        double end = canvas_x(c, p ? end_of(p) : 0) + arrow_of(p);
        value.colour = p ? s->text_colour : s->note_colour;
        canvas_text(c, end + 6, y, &value, value_text(c->arena, &bars[i]));
    }
}

static void draw(struct canvas *c, const struct chart_model *m, struct bar *bars, struct chart_composed *out,
                 bool fixed)
{
    double names = measure_names(c, bars, m->n), row = ROW, open = 0;
    for (size_t i = 0; i < m->n; i++)
        row = fmax(row, (double)bars[i].name.n * c->style->label_size * 1.2 + 4);
    if (!fixed)
        c->height = 0; /* as high as the bars need */
    frame_draw(c, out->title, out->subtitle, out->note, row * (double)m->n + 18);
    c->area.top += 8;
    c->area.bottom -= 10;
    c->area.left = FRAME_PAD + names + 6;
    c->area.right = c->width - FRAME_PAD - measure_values(c, bars, m->n) - 8;
    for (size_t i = 0; i < m->n; i++)
        open = fmax(open, arrow_of(bars[i].point));
    c->area.right -= open;
    c->x_max = greatest_of(bars, m->n);
    c->y_max = (double)m->n;
    draw_bars(c, bars, m->n);
    draw_whiskers(c, bars, m->n);
    canvas_rule(c, c->area.left, c->area.top, c->area.left, c->area.bottom, c->style->axis_colour, 0.8, DASH_NONE);
    draw_texts(c, bars, m->n);
}

static enum status compose(struct arena *a, const struct chart_request *r, const struct chart_data *d,
                           struct chart_composed *out, struct err *e)
{
    struct chart_model m;
    if (r->n_series > BARS_LIMIT)
        return fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, "plot fewer series",
                    "a bar chart holds up to %d bars, not %zu", BARS_LIMIT, r->n_series);
    enum status st = chart_model_make(a, r, d, &m, e);
    if (st == ST_OK)
        st = keep_period(&m, r->period.n ? r->period : choose_period(&m), e);
    if (st == ST_OK)
        st = chart_model_gather(a, d, &m, e);
    if (st != ST_OK)
        return st;
    struct bar *bars = rank_bars(a, &m);
    if (!bars)
        return fail_memory(e);
    compose_texts(a, r, &m, bars, out);
    struct canvas c;
    canvas_init(&c, a, &out->style, out->width_pt, out->height_pt);
    draw(&c, &m, bars, out, r->height_mm > 0);
    out->height_pt = c.height;
    out->csv = points_csv(a, &m);
    out->figure_ids = m.figure_ids;
    out->n_figure_ids = m.n_figure_ids;
    return canvas_finish(&c, &out->script, e);
}

const struct chart_type chart_bars = {
    .name = "bars",
    .help = "One bar a series for one period, the longest first, with the values, ranges and withheld small counts.",
    .needs = "series with a value or bound for the period",
    .compose = compose,
};
