/* report.md: the same as report.html in Markdown, with the pictures linked. */
#include <math.h>

#include "plots/report.h"
#include "plots/text.h"

#define S(x) (int)(x).n, (x).p

static void put_line(struct buf *b, const char *before, struct str text, const char *after)
{
    buf_puts(b, before);
    put_markdown(b, text);
    buf_puts(b, after);
}

static void put_charts(const struct report *r, struct buf *b)
{
    buf_puts(b, "\n## Charts\n");
    for (size_t i = 0; i < r->request->n_charts; i++) {
        const struct chart_made *c = &r->request->charts[i];
        put_line(b, "\n![", c->alt, "](");
        buf_printf(b, "charts/%.*s.svg)\n\n**Chart %zu.** ", S(c->stem), i + 1);
        put_line(b, "", c->title, "\n");
    }
}

static void put_trend_row(const struct report *r, const struct report_series *s, struct buf *b)
{
    const struct chart_trend *t = &s->trend;
    struct str slope = text_estimate(r->arena, t->slope), low = text_estimate(r->arena, t->slope_low),
               high = text_estimate(r->arena, t->slope_high);
    put_line(b, "| ", s->name, " | ");
    put_line(b, "", report_span(r, s), " | ");
    if (t->tested)
        buf_printf(b, "%ld", t->n);
    buf_puts(b, " | ");
    if (t->sloped)
        buf_printf(b, "%s%.*s (%.*s to %.*s)", t->slope > 0 ? "+" : "", S(slope), S(low), S(high));
    put_line(b, " | ", t->tested ? text_p_exact(r->arena, t->p) : STR(""), " | ");
    put_line(b, "", report_verdict(r, s), " |\n");
}

static void put_trends(const struct report *r, struct buf *b)
{
    buf_puts(b, "\n## Trends in words and numbers\n\n");
    for (size_t i = 0; i < r->n_series; i++)
        if (r->series[i].summary.n) {
            put_line(b, "**", r->series[i].name, ".** ");
            put_line(b, "", r->series[i].summary, "\n\n");
        }
    buf_puts(b, "| Series | Period | n | Change a year (95% interval) | p | Verdict |\n| --- | --- | ---: | ---: | "
                "---: | --- |\n");
    for (size_t i = 0; i < r->n_series; i++)
        put_trend_row(r, &r->series[i], b);
    buf_puts(b, "\nChange a year: Theil\xE2\x80\x93Sen slope. p: Mann\xE2\x80\x93Kendall test, two-sided; exact for "
                "short series.\n");
    if (r->n_hidden)
        buf_printf(b, "\n%zu more series stand in trends.csv.\n", r->n_hidden);
    if (r->n_few)
        buf_printf(b, "\n%zu more series have too few values for a trend; they stand in series.csv.\n", r->n_few);
}

static void put_evidence(const struct report *r, struct str id, struct buf *b)
{
    const struct figure *f = report_figure(r, id);
    struct str words = !f ? STR("") : f->quote.n && r->request->with_quotes ? f->quote : f->as_written;
    if (f) {
        put_line(b, "", report_reference(r, f->source_id, f->locator), "");
        if (words.n)
            put_line(b, ": \xE2\x80\x9C", words, "\xE2\x80\x9D");
        buf_putc(b, ' ');
    }
    put_line(b, "\\[", id, "\\]");
}

static void put_values(const struct report *r, struct buf *b)
{
    buf_puts(b, "\n## Values and the words they rest on\n");
    for (size_t i = 0; i < r->n_plotted; i++) {
        const struct report_series *s = &r->series[i];
        put_line(b, "\n### ", s->name,
                 "\n\n| Period | Value | Remark | Source and its words |\n| --- | ---: | --- | --- |\n");
        for (size_t k = 0; k < s->n; k++) {
            const struct series_row *row = r->rows[s->first + k];
            struct str ids = row->figure_ids, id;
            put_line(b, "| ", row->time_period, " | ");
            put_line(b, "", report_value(r, row), " | ");
            put_line(b, "", report_status(r, row), " | ");
            for (size_t n = 0; str_split_next(&ids, ';', &id);)
                if (str_trim(id).n) {
                    buf_puts(b, n++ ? "; " : "");
                    put_evidence(r, str_trim(id), b);
                }
            buf_puts(b, " |\n");
        }
    }
}

static void put_conflicts(const struct report *r, struct buf *b)
{
    buf_puts(b, "\n## Conflicts between sources\n\n");
    if (!r->conflicts || r->conflicts->n == 0) {
        buf_puts(b, "No two sources disagree on a value used here.\n");
        return;
    }
    buf_puts(b, "| Series | Period | Kept | Differs | Why |\n| --- | --- | --- | --- | --- |\n");
    for (size_t i = 0; i < r->conflicts->n && i < REPORT_CONFLICTS_LIMIT; i++) {
        const struct conflict *c = VEC_AT(struct conflict, r->conflicts, i);
        put_line(b, "| ", c->series_id, " | ");
        put_line(b, "", c->time_period, " | ");
        put_line(b, "", isnan(c->kept_value) ? STR("") : text_number(r->arena, c->kept_value), " ");
        put_evidence(r, c->kept_figure, b);
        put_line(b, " | ", isnan(c->other_value) ? STR("") : text_number(r->arena, c->other_value), " ");
        put_evidence(r, c->other_figure, b);
        put_line(b, " | ", c->rule, " |\n");
    }
    if (r->conflicts->n > REPORT_CONFLICTS_LIMIT)
        buf_printf(b, "\n%zu more stand in conflicts.csv.\n", r->conflicts->n - REPORT_CONFLICTS_LIMIT);
}

static void put_sources(const struct report *r, struct buf *b)
{
    buf_puts(b, "\n## Sources\n\n");
    for (size_t i = 0; r->data->sources && i < r->data->sources->n; i++) {
        const struct source_record *s = VEC_AT(struct source_record, r->data->sources, i);
        put_line(b, "- ", report_reference(r, s->source_id, STR("")), "");
        if (s->published.n)
            put_line(b, ", ", s->published, "");
        if (s->url.n)
            put_line(b, ", ", s->url, "");
        buf_putc(b, '\n');
    }
}

enum status report_markdown(const struct report *r, struct buf *b, struct err *e)
{
    (void)e;
    put_line(b, "# ", r->request->title.n ? r->request->title : STR("Report"), "\n");
    put_line(b, "\n", report_lead(r), "\n");
    put_charts(r, b);
    put_trends(r, b);
    put_values(r, b);
    put_conflicts(r, b);
    put_sources(r, b);
    buf_puts(b, "\n## How to read this page\n\n");
    for (size_t i = 0; i < n_report_explanations; i++) {
        put_line(b, "- **", str_of(report_explanations[i].term), "**: ");
        put_line(b, "", str_of(report_explanations[i].text), "\n");
    }
    return ST_OK;
}
