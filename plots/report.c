#include "plots/report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/date.h"
#include "core/file.h"
#include "plots/text.h"
#include "plots/words.h"

#define S(x) (int)(x).n, (x).p

const struct report_explanation report_explanations[] = {
    { "Figure", "A number that one source states, kept with its own words and the place it stands. Its identifier, 16 "
                "letters and digits, finds it in figures.csv; 'taraz explain' shows its whole chain." },
    { "Value, range, bound",
      "A value is shown only where a source states one. Where it states a range or a bound (over "
      "1,000; fewer than 5), the interval is kept and no value is made from it." },
    { "<5", "A small count that the source withholds. Nothing is put in its place." },
    { "No figure", "None was found. It does not mean zero, and no line is drawn across it." },
    { "Sources disagree", "The value of the preferred source is shown; the others widen its range and are listed under "
                          "Conflicts with both quotations." },
    { "Rising, falling",
      "Said only where the Mann\xE2\x80\x93Kendall test (p at most 0.05, exact for short series) and the interval "
      "of the Theil\xE2\x80\x93Sen slope agree, from five values up, where allowing for the likeness of "
      "neighbouring periods changes nothing, and where it holds for every value inside the stated ranges. "
      "Otherwise there is no clear trend: the numbers do not rule out chance." },
    { "Theil\xE2\x80\x93Sen slope",
      "The median of the changes a year between all pairs of values: a few odd years hardly move it. "
      "Its 95% interval says how far it could lie off." },
    { "p", "How often a series without any trend would look at least as ordered as this one. It does not say how large "
           "or how "
           "important a change is." },
    { "What counts show",
      "Counts of identified victims, cases or convictions show what authorities and organisations found "
      "and recorded. A rise can mean more crime, more effort, or a new way of counting." },
};
const size_t n_report_explanations = sizeof report_explanations / sizeof *report_explanations;

static int compare_figures(const void *x, const void *y)
{
    const struct figure *const *p = x, *const *q = y;
    return str_compare((*p)->figure_id, (*q)->figure_id);
}

/* By series, then time; the table's own order last. */
static int compare_rows(const void *x, const void *y)
{
    const struct series_row *p = *(const struct series_row *const *)x, *q = *(const struct series_row *const *)y;
    int order = str_compare(p->series_id, q->series_id);
    if (order == 0)
        order = str_compare(p->time_period, q->time_period);
    return order ? order : (p > q) - (p < q);
}

const struct figure *report_figure(const struct report *r, struct str id)
{
    struct figure wanted = { .figure_id = id };
    const struct figure *key = &wanted;
    const struct figure **found = bsearch(&key, r->figures, r->n_figures, sizeof *r->figures, compare_figures);
    return found ? *found : NULL;
}

const struct source_record *report_source(const struct report *r, struct str id)
{
    for (size_t i = 0; r->data->sources && i < r->data->sources->n; i++)
        if (str_equal(VEC_AT(struct source_record, r->data->sources, i)->source_id, id))
            return VEC_AT(struct source_record, r->data->sources, i);
    return NULL;
}

struct str report_value(const struct report *r, const struct series_row *row)
{
    struct chart_point p = { .row = row,
                             .value = row->obs_value,
                             .interval = isnan(row->obs_value),
                             .low = isnan(row->value_low) ? -HUGE_VAL : row->value_low,
                             .high = isnan(row->value_high) ? HUGE_VAL : row->value_high,
                             .suppressed = str_is(row->obs_status, "Q") };
    if (p.interval && isinf(p.low) && isinf(p.high))
        return STR("none");
    struct str text = chart_point_text(r->arena, &p);
    bool ranged = !p.interval && ((isfinite(p.low) && p.low < p.value) || (isfinite(p.high) && p.high > p.value));
    if (!ranged)
        return text;
    struct str low = text_number(r->arena, isfinite(p.low) ? p.low : p.value);
    struct str high = isfinite(p.high) ? text_number(r->arena, p.high) : STR("or more");
    return arena_printf(r->arena, "%.*s (%.*s\xE2\x80\x93%.*s)", S(text), S(low), S(high));
}

struct str report_status(const struct report *r, const struct series_row *row)
{
    struct str text = str_is(row->obs_status, "P")   ? STR("part of the period")
                      : str_is(row->obs_status, "E") ? STR("estimated")
                      : str_is(row->obs_status, "Q") ? STR("withheld small count")
                      : str_is(row->obs_status, "B") ? STR("break in the series")
                                                     : STR("");
    if (row->conflict > 0)
        text = arena_printf(r->arena, "%.*s%ssources disagree", S(text), text.n ? "; " : "");
    return text;
}

struct str report_reference(const struct report *r, struct str source_id, struct str locator)
{
    const struct source_record *s = report_source(r, source_id);
    struct str name = s && s->title.n ? s->title : source_id;
    if (s && s->publisher.n)
        name = arena_printf(r->arena, "%.*s, %.*s", S(s->publisher), S(name));
    return locator.n ? arena_printf(r->arena, "%.*s, %.*s", S(name), S(locator)) : name;
}

struct str report_lead(const struct report *r)
{
    size_t sources = r->data->sources ? r->data->sources->n : 0, series = r->n_series + r->n_few + r->n_hidden;
    struct str n = text_number(r->arena, (double)r->n_figures);
    return arena_printf(
        r->arena,
        "%.*s figure%s from %zu source%s, in %zu series. Every value below can be followed to the words "
        "it rests on.",
        S(n), r->n_figures == 1 ? "" : "s", sources, sources == 1 ? "" : "s", series);
}

struct str report_span(const struct report *r, const struct report_series *s)
{
    const struct chart_trend *t = &s->trend;
    bool tested = t->tested && t->period_start.n > 0;
    return words_span(r->arena, tested ? t->period_start : r->rows[s->first]->time_period,
                      tested ? t->period_end : r->rows[s->first + s->n - 1]->time_period);
}

static bool is_constant(const struct report *r, const struct report_series *s)
{
    for (size_t i = 1; i < s->n; i++)
        if (r->rows[s->first + i]->obs_value != r->rows[s->first]->obs_value)
            return false;
    return s->n > 1;
}

struct str report_verdict(const struct report *r, const struct report_series *s)
{
    size_t values = 0;
    switch (s->trend.verdict) {
    case VERDICT_RISES:
        return STR("rising");
    case VERDICT_FALLS:
        return STR("falling");
    case VERDICT_CHANCE:
        return STR("no clear trend");
    case VERDICT_NIL:
        return STR("not clear: the yearly change may be nil");
    case VERDICT_SERIAL:
        return STR("not clear: neighbouring periods resemble each other");
    case VERDICT_RANGES:
        return STR("not clear: some values are known only as ranges");
    case VERDICT_TURNED:
        return STR("no single direction: the course turned");
    case VERDICT_FEW:
        break;
    case VERDICT_NONE:
        return is_constant(r, s) ? STR("the same in every period") : STR("not tested");
    }
    for (size_t i = 0; i < s->n; i++)
        values += !isnan(r->rows[s->first + i]->obs_value) && !str_is(r->rows[s->first + i]->obs_status, "P");
    return arena_printf(r->arena, "too few values (%zu)", values);
}

static void set_plotted(struct report *r, struct report_series *s)
{
    for (size_t i = 0; i < r->request->n_charts && !s->plotted; i++)
        for (size_t k = 0; k < r->request->charts[i].n_series; k++)
            if (str_equal(r->request->charts[i].series[k], s->id)) {
                s->plotted = true;
                s->chart = r->request->charts[i].stem;
            }
}

/* The first trend row of a series; n_trends when it has none. */
static size_t first_trend(const struct report *r, struct str id)
{
    size_t low = 0, high = r->n_trends;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(r->trends[middle].series_id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void fill_series(struct report *r, const struct labels *labels, struct report_series *s, size_t first)
{
    *s = (struct report_series){ .id = r->rows[first]->series_id, .first = first };
    while (first + s->n < r->n_rows && str_equal(r->rows[first + s->n]->series_id, s->id))
        s->n++;
    struct str name = label_series(r->arena, labels, r->rows[first]), unit = r->rows[first]->unit_measure;
    s->name = unit.n ? arena_printf(r->arena, "%.*s (%.*s)", S(name), S(unit)) : name;
    bool intervals = false, ranges = false;
    for (size_t i = 0; i < s->n; i++) {
        const struct series_row *row = r->rows[s->first + i];
        bool part = str_is(row->obs_status, "P"), valued = !isnan(row->obs_value);
        bool bound = !isnan(row->value_low) || !isnan(row->value_high);
        intervals = intervals || (!part && !valued && bound);
        ranges = ranges ||
                 (!part && bound && (!valued || row->value_low < row->obs_value || row->value_high > row->obs_value));
    }
    size_t from = first_trend(r, s->id), to = from;
    while (to < r->n_trends && str_equal(r->trends[to].series_id, s->id))
        to++;
    s->trend = chart_trend_read(r->trends + from, to - from, s->id, intervals, ranges);
    for (size_t i = 0; i < r->request->n_summaries; i++)
        if (str_equal(r->request->summary_series[i], s->id))
            s->summary = r->request->summaries[i];
}

/* Plotted series first, in the order of the charts; then the others by id. */
static enum status order_series(struct report *r, const struct labels *labels, struct err *e)
{
    struct report_series *all = arena_array(r->arena, r->n_rows + 1, sizeof *all);
    r->series = arena_array(r->arena, r->n_rows + 1, sizeof *r->series);
    bool *taken = arena_array(r->arena, r->n_rows + 1, sizeof *taken);
    if (!all || !r->series || !taken)
        return fail_memory(e);
    size_t n = 0, shown = 0;
    for (size_t at = 0; at < r->n_rows; at += all[n - 1].n) {
        struct report_series head = { .id = r->rows[at]->series_id };
        set_plotted(r, &head);
        fill_series(r, labels, &all[n], at);
        all[n].plotted = head.plotted;
        all[n++].chart = head.chart;
    }
    for (size_t i = 0; i < r->request->n_charts; i++)
        for (size_t k = 0; k < r->request->charts[i].n_series; k++)
            for (size_t j = 0; j < n; j++)
                if (all[j].plotted && str_equal(all[j].id, r->request->charts[i].series[k])) {
                    r->series[shown++] = all[j];
                    all[j].plotted = false; /* taken */
                    taken[j] = true;
                }
    r->n_plotted = shown;
    for (size_t j = 0; j < n; j++)
        if (taken[j])
            continue;
        else if (all[j].trend.verdict == VERDICT_FEW || all[j].trend.verdict == VERDICT_NONE)
            r->n_few++;
        else if (shown < REPORT_SERIES_LIMIT)
            r->series[shown++] = all[j];
        else
            r->n_hidden++;
    r->n_series = shown;
    return ST_OK;
}

static int compare_trends(const void *x, const void *y)
{
    const struct trend_row *p = x, *q = y;
    int order = str_compare(p->series_id, q->series_id);
    if (order == 0)
        order = str_compare(p->method, q->method);
    return order ? order : str_compare(p->term, q->term);
}

static enum status sort_trends(struct report *r, struct err *e)
{
    size_t n = r->data->trends ? r->data->trends->n : 0;
    struct trend_row *copy = arena_array(r->arena, n + 1, sizeof *copy);
    if (!copy)
        return fail_memory(e);
    if (n > 0)
        memcpy(copy, r->data->trends->items, n * sizeof *copy);
    qsort(copy, n, sizeof *copy, compare_trends);
    r->trends = copy;
    r->n_trends = n;
    return ST_OK;
}

static enum status index_tables(struct report *r, struct err *e)
{
    size_t n_figures = r->data->figures ? r->data->figures->n : 0;
    r->rows = arena_array(r->arena, r->data->series->n + 1, sizeof *r->rows);
    r->figures = arena_array(r->arena, n_figures + 1, sizeof *r->figures);
    if (!r->rows || !r->figures)
        return fail_memory(e);
    for (size_t i = 0; i < r->data->series->n; i++)
        r->rows[r->n_rows++] = VEC_AT(struct series_row, r->data->series, i);
    for (size_t i = 0; i < n_figures; i++)
        r->figures[r->n_figures++] = VEC_AT(struct figure, r->data->figures, i);
    qsort(r->rows, r->n_rows, sizeof *r->rows, compare_rows);
    qsort(r->figures, r->n_figures, sizeof *r->figures, compare_figures);
    return sort_trends(r, e);
}

typedef enum status (*page_function)(const struct report *r, struct buf *out, struct err *e);

static enum status write_page(const struct report *r, const char *name, page_function page, struct err *e)
{
    struct buf out;
    buf_init(&out, (size_t)1 << 30);
    const char *path = path_join(r->arena, r->folder, name);
    enum status st = path ? page(r, &out, e) : fail_memory(e);
    if (st == ST_OK)
        st = file_write_buf(path, &out, e);
    buf_free(&out);
    return st;
}

enum status report_write(struct arena *a, const struct report_request *request, const struct chart_data *d,
                         const struct vec *conflicts, const char *folder, struct err *e)
{
    struct report r = { .arena = a, .request = request, .data = d, .conflicts = conflicts, .folder = folder };
    struct labels *labels;
    enum status st = labels_load(a, d->data_folder, &labels, e);
    if (st == ST_OK)
        st = index_tables(&r, e);
    if (st == ST_OK)
        st = order_series(&r, labels, e);
    if (st == ST_OK)
        st = write_page(&r, "report.html", report_html, e);
    return st == ST_OK ? write_page(&r, "report.md", report_markdown, e) : st;
}
