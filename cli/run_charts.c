/* The last stages: charts and the report. */
#include <fnmatch.h>
#include <math.h>
#include <string.h>

#include "cli/run.h"
#include "cli/summaries.h"
#include "cli/verb.h"
#include "core/file.h"

enum { SERIES_A_CHART = 64, AUTOMATIC_CHARTS = 12, AUTOMATIC_LEAST_POINTS = 3 };

/* One series: rows [start, end) of r->series, which is sorted by series_id. */
struct span {
    struct str id;
    size_t start, end;
};

static enum status list_series(struct run *r, struct vec *out, struct err *e)
{
    vec_init(out, r->arena, sizeof(struct span), r->series.n + 1);
    for (size_t i = 0; i < r->series.n; i++) {
        struct str id = VEC_AT(struct series_row, &r->series, i)->series_id;
        struct span *last = out->n ? VEC_AT(struct span, out, out->n - 1) : NULL;
        if (!last || !str_equal(last->id, id)) {
            last = vec_add(out);
            if (!last)
                return fail_memory(e);
            *last = (struct span){ id, i, i };
        }
        last->end = i + 1;
    }
    return ST_OK;
}

/* The series that a chart's patterns name, in the order of the patterns. */
static enum status match_series(struct run *r, struct chart_request *c, const struct vec *all, struct err *e)
{
    struct str *found = arena_array(r->arena, SERIES_A_CHART, sizeof *found);
    size_t n = 0;
    if (!found)
        return fail_memory(e);
    for (size_t i = 0; i < c->n_series; i++) {
        const char *pattern = arena_cstr(r->arena, c->series[i]);
        for (size_t j = 0; pattern && j < all->n && n < SERIES_A_CHART; j++) {
            struct str id = VEC_AT(struct span, all, j)->id;
            const char *text = arena_cstr(r->arena, id);
            bool twice = false;
            for (size_t k = 0; k < n && !twice; k++)
                twice = str_equal(found[k], id);
            if (text && !twice && fnmatch(pattern, text, 0) == 0)
                found[n++] = id;
        }
    }
    c->series = found;
    c->n_series = n;
    return arena_failed(r->arena) ? fail_memory(e) : ST_OK;
}

/* Years whose value is known: one withheld as small ("<5") makes no line. */
static size_t yearly_points(const struct run *r, const struct span *s)
{
    size_t n = 0;
    for (size_t i = s->start; i < s->end; i++) {
        const struct series_row *row = VEC_AT(const struct series_row, &r->series, i);
        n += str_is(row->freq, "A") && !str_is(row->obs_status, "P") && !isnan(row->obs_value);
    }
    return n;
}

static struct str stem_of(struct arena *a, struct str id)
{
    struct str stem = arena_copy(a, str_slice(id, 0, 80));
    for (size_t i = 0; i < stem.n; i++) {
        char *c = (char *)(size_t)stem.p + i;
        *c = ascii_is_alpha(*c) || ascii_is_digit(*c) ? ascii_lower(*c) : '-';
    }
    return stem;
}

/* Without a `charts` key the series with most yearly points are drawn, one chart each. */
static enum status automatic_charts(struct run *r, const struct vec *all, struct chart_request **out, size_t *n,
                                    struct err *e)
{
    *out = arena_array(r->arena, AUTOMATIC_CHARTS, sizeof **out);
    bool *used = arena_array(r->arena, all->n + 1, sizeof *used);
    if (!*out || !used)
        return fail_memory(e);
    for (*n = 0; *n < AUTOMATIC_CHARTS; (*n)++) {
        size_t best = all->n, most = AUTOMATIC_LEAST_POINTS - 1;
        for (size_t i = 0; i < all->n; i++) {
            size_t points = yearly_points(r, VEC_AT(struct span, all, i));
            if (!used[i] && points > most) {
                most = points;
                best = i;
            }
        }
        if (best == all->n)
            return ST_OK;
        used[best] = true;
        struct str *id = &VEC_AT(struct span, all, best)->id;
        (*out)[*n] =
            (struct chart_request){ .stem = stem_of(r->arena, *id), .type = STR("trend"), .series = id, .n_series = 1 };
    }
    return ST_OK;
}

/* What a chart shows: the request and the rows of its series, their trends, figures and sources. */
static struct str chart_stamp(struct run *r, const struct chart_request *c, const struct vec *all)
{
    struct buf b;
    buf_init(&b, (size_t)1 << 30);
    const struct str texts[] = { c->stem, c->type,   c->title, c->subtitle,  c->note,
                                 c->alt,  c->period, c->style, r->style_hash };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        stamp_put(&b, texts[i]);
    stamp_put_double(&b, c->width_mm);
    stamp_put_double(&b, c->height_mm);
    stamp_put_double(&b, c->svg + 2 * c->pdf + 4 * c->png);
    for (size_t i = 0; i < c->n_series; i++) {
        for (size_t j = 0; j < all->n; j++) {
            const struct span *s = VEC_AT(struct span, all, j);
            struct vec rows = { .items = VEC_AT(struct series_row, &r->series, s->start), .n = s->end - s->start };
            if (str_equal(s->id, c->series[i]))
                records_format(&schema_series, &rows, &b);
        }
        for (size_t j = 0; j < r->trends.n; j++) {
            struct vec row = { .items = VEC_AT(struct trend_row, &r->trends, j), .n = 1 };
            if (str_equal(VEC_AT(struct trend_row, &r->trends, j)->series_id, c->series[i]))
                records_format(&schema_trends, &row, &b);
        }
    }
    records_format(&schema_sources, &r->sources, &b); /* the source note names titles and publishers */
    struct str stamp = stamp_of(r->arena, &b);
    buf_free(&b);
    return stamp;
}

static enum status made_outputs(struct run *r, const struct chart_request *c, struct str stage, struct str stamp,
                                struct err *e)
{
    static const char *const endings[] = { "svg", "pdf", "png", "gp", "csv", "alt.txt", "md", "tex", "html" };
    struct str outputs[sizeof endings / sizeof *endings];
    size_t n = 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct str name = arena_printf(r->arena, "charts/%.*s.%s", (int)c->stem.n, c->stem.p, endings[i]);
        if (name.p && file_exists(run_path(r, name.p)))
            outputs[n++] = name;
    }
    return run_made(r, stage, stamp, outputs, n, e);
}

static enum status draw(struct run *r, struct chart_request *c, const struct vec *all, const struct chart_data *data,
                        struct err *e)
{
    enum status st = match_series(r, c, all, e);
    if (st != ST_OK)
        return st;
    if (c->n_series == 0)
        return fail(e, ST_INPUT, (struct place){ arena_cstr(r->arena, c->stem), 0, 0 },
                    "see the series_id column of series.csv", "no series matches what this chart asks for");
    struct str stage = arena_printf(r->arena, "chart:%.*s", (int)c->stem.n, c->stem.p);
    struct str stamp = chart_stamp(r, c, all);
    bool must = run_must(r, stage, stamp, arena_printf(r->arena, "draw %.*s", (int)c->stem.n, c->stem.p).p);
    if (r->dry)
        return ST_OK;
    c->compose_only = !must;
    struct chart_made *made = &r->charts[r->n_charts];
    st = chart_draw(r->arena, c, data, run_path(r, "charts"), made, e);
    if (st == ST_OK)
        r->n_charts++;
    return st == ST_OK && must ? made_outputs(r, c, stage, stamp, e) : st;
}

enum status run_charts(struct run *r, struct err *e)
{
    struct vec all;
    struct chart_request *charts = r->job->charts;
    size_t n = r->job->n_charts;
    enum status st = list_series(r, &all, e);
    if (st == ST_OK && r->job->automatic_charts)
        st = automatic_charts(r, &all, &charts, &n, e);
    if (st == ST_OK)
        st = stamp_folder(r->arena, path_join(r->arena, r->data, "styles"), ".yaml", &r->style_hash, e);
    r->charts = arena_array(r->arena, n + 1, sizeof *r->charts);
    if (st == ST_OK && !r->charts)
        return fail_memory(e);
    if (st == ST_OK && !r->dry && n > 0)
        st = file_make_folder(run_path(r, "charts"), e);
    const struct chart_data data = { &r->sources, &r->figures, &r->series, &r->trends, r->data };
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        struct chart_request request = charts[i];
        struct err bad = { .status = ST_OK };
        run_progress(r, "draw", i, n);
        if (draw(r, &request, &all, &data, &bad) != ST_OK)
            faults_add(&r->faults, &bad); /* one chart's fault leaves the others */
    }
    run_progress(r, "draw", n, n);
    return st;
}

enum status run_report(struct run *r, struct err *e)
{
    struct report_request request = {
        .title = r->job->report_title,
        .charts = r->charts,
        .n_charts = r->n_charts,
        .with_quotes = r->job->privacy.quotes != QUOTES_NONE,
    };
    const struct chart_data data = { &r->sources, &r->figures, &r->series, &r->trends, r->data };
    if (r->dry)
        return ST_OK;
    enum status st = summaries_make(r->arena, &r->series, &r->trends, &request, e);
    return st == ST_OK ? report_write(r->arena, &request, &data, &r->conflicts, r->job->output, e) : st;
}
