#include "plots/model.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/date.h"
#include "core/nearest.h"
#include "plots/text.h"

enum { ID_LIMIT = 1 << 20, DIMENSIONS = 5 };

static double step_of(struct str freq)
{
    return str_is(freq, "A") ? 1 : str_is(freq, "Q") ? 0.25 : str_is(freq, "M") ? 1.0 / 12 : 0;
}

static int compare_points(const void *x, const void *y)
{
    const struct chart_point *p = x, *q = y;
    if (p->time != q->time)
        return p->time < q->time ? -1 : 1;
    return str_compare(p->row->time_period, q->row->time_period);
}

/* The figure with this id, or NULL. */
static const struct figure *find_figure(const struct chart_data *d, struct str id)
{
    for (size_t i = 0; d->figures && i < d->figures->n; i++)
        if (str_equal(VEC_AT(struct figure, d->figures, i)->figure_id, id))
            return VEC_AT(struct figure, d->figures, i);
    return NULL;
}

static bool says_about(const struct chart_data *d, const struct series_row *row)
{
    struct str rest = row->figure_ids, id;
    while (str_split_next(&rest, ';', &id)) {
        const struct figure *f = find_figure(d, str_trim(id));
        if (f && f->obs_value == row->obs_value && str_is(f->qualifier, "about"))
            return true;
    }
    return false;
}

/* A part of a year, "2021-01-01/2021-09-30", stands at its year. */
static struct str whole_period(struct str period)
{
    return str_find_byte(period, '/', 0) < period.n && period.n >= 4 ? str_slice(period, 0, 4) : period;
}

/* False for a row that shows nothing: no time, no value and no bound. */
static bool make_point(const struct chart_data *d, const struct series_row *row, struct chart_point *p)
{
    *p = (struct chart_point){ .row = row, .value = row->obs_value };
    if (!period_to_years(whole_period(row->time_period), &p->time) || isinf(row->obs_value))
        return false;
    bool valued = !isnan(p->value);
    if (!valued && isnan(row->value_low) && isnan(row->value_high))
        return false;
    p->low = !isnan(row->value_low) ? row->value_low : valued ? p->value : -HUGE_VAL;
    p->high = !isnan(row->value_high) ? row->value_high : valued ? p->value : HUGE_VAL;
    p->interval = !valued;
    p->ranged = valued && (p->low < p->value || p->high > p->value);
    p->provisional = str_is(row->obs_status, "P");
    p->suppressed = str_is(row->obs_status, "Q");
    p->conflicting = row->conflict > 0;
    p->approximate = valued && !p->ranged && (str_is(row->obs_status, "E") || says_about(d, row));
    return true;
}

/* The frequency most rows have: yearly points and a monthly one do not share a line. */
static struct str main_frequency(const struct vec *rows, struct str id)
{
    static const char *const known[] = { "A", "Q", "M", "D", "" };
    size_t best = 0, most = 0;
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        size_t n = 0;
        for (size_t i = 0; i < rows->n; i++) {
            const struct series_row *row = VEC_AT(struct series_row, rows, i);
            n += str_equal(row->series_id, id) && str_is(row->freq, known[k]);
        }
        if (n > most) {
            most = n;
            best = k;
        }
    }
    return str_of(known[best]);
}

static enum status no_series(struct arena *a, const struct vec *rows, struct str id, struct err *e)
{
    struct str *ids = arena_array(a, rows->n + 1, sizeof *ids);
    size_t n = 0;
    if (!ids)
        return fail_memory(e);
    for (size_t i = 0; i < rows->n; i++) {
        struct str other = VEC_AT(struct series_row, rows, i)->series_id;
        if (n == 0 || !str_equal(ids[n - 1], other))
            ids[n++] = other;
    }
    size_t near = nearest_index(id, ids, n);
    char todo[256] = "see the column series_id of series.csv";
    if (near < n)
        snprintf(todo, sizeof todo, "did you mean '%.*s'?", (int)ids[near].n, ids[near].p);
    return fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, todo, "there is no series '%.*s'", (int)id.n, id.p);
}

static enum status fill_series(struct arena *a, const struct chart_data *d, struct str id, struct chart_series *s,
                               struct err *e)
{
    const struct vec *rows = d->series;
    struct str freq = main_frequency(rows, id);
    size_t seen = 0;
    *s = (struct chart_series){ .id = id,
                                .step = step_of(freq),
                                .points = arena_array(a, rows->n + 1, sizeof *s->points) };
    if (!s->points)
        return fail_memory(e);
    for (size_t i = 0; i < rows->n; i++) {
        const struct series_row *row = VEC_AT(struct series_row, rows, i);
        if (!str_equal(row->series_id, id))
            continue;
        seen++;
        bool partial = str_is(row->obs_status, "P") && str_is(freq, "A") && str_is(row->freq, "N");
        if ((str_equal(row->freq, freq) || partial) && make_point(d, row, &s->points[s->n]))
            s->n++;
    }
    if (seen == 0)
        return no_series(a, rows, id, e);
    if (s->n == 0)
        return fail(e, ST_INPUT, (struct place){ "plot", 0, 0 }, "plot another series",
                    "series '%.*s' holds no value and no bound", (int)id.n, id.p);
    qsort(s->points, s->n, sizeof *s->points, compare_points);
    s->unit = s->points[0].row->unit_measure;
    bool intervals = false, ranges = false;
    for (size_t k = 0; k < s->n; k++) {
        intervals = intervals || (s->points[k].interval && !s->points[k].provisional);
        ranges = ranges || ((s->points[k].interval || s->points[k].ranged) && !s->points[k].provisional);
    }
    s->trend =
        chart_trend_read(d->trends ? d->trends->items : NULL, d->trends ? d->trends->n : 0, id, intervals, ranges);
    return ST_OK;
}

/* The six columns that name a series, as words; [0] is what is counted. */
static void dimensions_of(struct arena *a, const struct labels *l, const struct series_row *row, struct str *out)
{
    struct str citizens = str_is(row->citizenship, "foreign") ? STR("") : label_country(a, l, row->citizenship);
    out[0] = label_indicator(l, row->indicator);
    out[1] = label_country(a, l, row->ref_area);
    out[2] = citizens.n                            ? arena_printf(a, "citizens of %.*s", (int)citizens.n, citizens.p)
             : str_is(row->citizenship, "foreign") ? STR("foreign citizens")
                                                   : STR("");
    out[3] = label_people(row->sex, row->age);
    out[4] = label_lower(a, label_exploitation(l, row->exploitation));
}

static struct str join(struct arena *a, struct str left, struct str right)
{
    if (left.n == 0 || right.n == 0)
        return left.n ? left : right;
    return arena_printf(a, "%.*s, %.*s", (int)left.n, left.p, (int)right.n, right.p);
}

static struct str capitalised(struct arena *a, struct str s)
{
    struct str copy = arena_copy(a, s);
    if (copy.n > 0 && copy.p[0] >= 'a' && copy.p[0] <= 'z')
        return arena_printf(a, "%c%.*s", copy.p[0] - 'a' + 'A', (int)copy.n - 1, copy.p + 1);
    return copy;
}

/* What the series share goes into the subtitle, what sets them apart to the line's end. */
static enum status name_series(struct arena *a, const struct labels *l, struct chart_model *m, struct err *e)
{
    struct str(*words)[DIMENSIONS] = arena_array(a, m->n, sizeof *words);
    if (!words)
        return fail_memory(e);
    for (size_t i = 0; i < m->n; i++) {
        dimensions_of(a, l, m->series[i].points[0].row, words[i]);
        m->series[i].full = label_series(a, l, m->series[i].points[0].row);
    }
    m->unit = m->series[0].unit;
    for (size_t k = 0; k < DIMENSIONS; k++) {
        bool same = true;
        for (size_t i = 1; i < m->n; i++)
            same = same && str_equal(words[i][k], words[0][k]);
        if (same && k == 0)
            m->what = capitalised(a, words[0][0]);
        else if (same)
            m->common = join(a, m->common, words[0][k]);
        for (size_t i = 0; i < m->n && !same; i++)
            m->series[i].label = join(a, m->series[i].label, words[i][k].n || k == 0 ? words[i][k] : STR("all"));
    }
    if (m->n == 1 && m->what.n == 0)
        m->common = STR(""); /* the label says it all */
    for (size_t i = 0; i < m->n; i++) {
        struct chart_series *s = &m->series[i];
        if (s->label.n == 0)
            s->label = m->n == 1 && m->what.n ? m->what : s->full;
        s->label = capitalised(a, s->label);
        if (!str_equal(s->unit, m->unit))
            m->unit = STR("");
    }
    return ST_OK;
}

static void note_figure(struct chart_model *m, const struct chart_data *d, struct str id)
{
    for (size_t i = 0; i < m->n_figure_ids; i++)
        if (str_equal(m->figure_ids[i], id))
            return;
    m->figure_ids[m->n_figure_ids++] = id;
    const struct figure *f = find_figure(d, id);
    for (size_t i = 0; f && d->sources && i < d->sources->n; i++) {
        const struct source_record *source = VEC_AT(struct source_record, d->sources, i);
        bool known = !str_equal(source->source_id, f->source_id);
        for (size_t k = 0; k < m->n_sources && !known; k++)
            known = m->sources[k] == source;
        if (!known)
            m->sources[m->n_sources++] = source;
    }
}

/* Each figure and source behind the points, once, in the order of use. */
enum status chart_model_gather(struct arena *a, const struct chart_data *d, struct chart_model *m, struct err *e)
{
    size_t n = 0;
    m->n_figure_ids = 0;
    m->n_sources = 0;
    for (size_t i = 0; i < m->n; i++)
        for (size_t k = 0; k < m->series[i].n; k++) {
            struct str rest = m->series[i].points[k].row->figure_ids, id;
            while (str_split_next(&rest, ';', &id))
                n++;
        }
    m->figure_ids = arena_array(a, n + 1, sizeof *m->figure_ids);
    m->sources = arena_array(a, (d->sources ? d->sources->n : 0) + 1, sizeof *m->sources);
    if (!m->figure_ids || !m->sources)
        return fail_memory(e);
    for (size_t i = 0; i < m->n; i++)
        for (size_t k = 0; k < m->series[i].n; k++) {
            struct str rest = m->series[i].points[k].row->figure_ids, id;
            while (str_split_next(&rest, ';', &id))
                if (str_trim(id).n > 0)
                    note_figure(m, d, str_trim(id));
        }
    return ST_OK;
}

enum status chart_model_make(struct arena *a, const struct chart_request *r, const struct chart_data *d,
                             struct chart_model *out, struct err *e)
{
    struct labels *labels;
    *out = (struct chart_model){ .n = r->n_series, .series = arena_array(a, r->n_series + 1, sizeof *out->series) };
    if (r->n_series == 0)
        return fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, "name one with --series", "no series to plot");
    if (!out->series)
        return fail_memory(e);
    enum status st = labels_load(a, d->data_folder, &labels, e);
    for (size_t i = 0; i < r->n_series && st == ST_OK; i++)
        st = fill_series(a, d, r->series[i], &out->series[i], e);
    for (size_t i = 0; i < r->n_series && st == ST_OK; i++) {
        const struct chart_series *s = &out->series[i];
        const struct chart_point *first = &s->points[0], *last = &s->points[s->n - 1];
        if (i == 0 || first->time < out->first_time) {
            out->first_time = first->time;
            out->first_period = whole_period(first->row->time_period);
        }
        if (i == 0 || last->time > out->last_time) {
            out->last_time = last->time;
            out->last_period = whole_period(last->row->time_period);
        }
    }
    if (st == ST_OK)
        st = name_series(a, labels, out, e);
    return st == ST_OK ? chart_model_gather(a, d, out, e) : st;
}

/* Bounds in the words people use: up to 4 is "<5", from 1,001 is ">1,000". */
struct str chart_point_text(struct arena *a, const struct chart_point *p)
{
    if (!p->interval)
        return text_number(a, p->value);
    struct str low = text_number(a, p->low), high = text_number(a, p->high);
    bool whole = p->high == floor(p->high) || p->low == floor(p->low);
    if (isinf(p->low) || (p->low <= 1 && (p->suppressed || p->low <= 0))) {
        if (whole && fmod(p->high + 1, 5) == 0)
            high = text_number(a, p->high + 1);
        return arena_printf(a, "%s%.*s", fmod(p->high + 1, 5) == 0 ? "<" : "\xE2\x89\xA4", (int)high.n, high.p);
    }
    if (isinf(p->high)) {
        bool over = fmod(p->low - 1, 10) == 0;
        low = text_number(a, over ? p->low - 1 : p->low);
        return arena_printf(a, "%s%.*s", over ? ">" : "\xE2\x89\xA5", (int)low.n, low.p);
    }
    if (p->low == p->high)
        return low;
    return arena_printf(a, "%.*s\xE2\x80\x93%.*s", (int)low.n, low.p, (int)high.n, high.p);
}
