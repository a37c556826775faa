/* report.html: one file that needs nothing else, on a screen or on paper. */
#include <math.h>

#include "core/file.h"
#include "plots/report.h"
#include "plots/text.h"

#define S(x) (int)(x).n, (x).p

static const char style_sheet[] =
    ":root{color-scheme:light}\n"
    "body{font:16px/1.55 'Noto Sans','Segoe UI','Helvetica "
    "Neue',Arial,sans-serif;color:#222;background:#fff;max-width:60rem;"
    "margin:0 auto;padding:1.5rem}\n"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}\nh2{font-size:1.35rem;margin:2.5rem 0 .75rem;"
    "border-bottom:1px solid #ccc;padding-bottom:.25rem}\nh3{font-size:1.08rem;margin:1.75rem 0 .5rem}\n"
    "p{margin:.5rem 0}\na{color:#00639b}\n.lead,.quiet{color:#555}\n"
    "nav ul{list-style:none;padding:0;margin:.5rem 0}\nnav li{margin:.15rem 0}\nnav ul ul{padding-left:1.25rem}\n"
    "figure{margin:1.5rem 0 2rem}\nfigure svg{width:100%;max-width:48rem;height:auto;display:block}\n"
    "figcaption{font-size:.9rem;color:#555;margin-top:.4rem}\n"
    ".wide{overflow-x:auto}\ntable{border-collapse:collapse;width:100%;font-size:.9rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ddd}\n"
    "thead th{border-bottom:2px solid #888}\ntd.number,th.number{text-align:right;white-space:nowrap;"
    "font-variant-numeric:tabular-nums}\nth[scope=row]{font-weight:600}\n"
    "q,blockquote{font-style:italic;quotes:'\\201C' '\\201D'}\n.evidence{margin:0 0 "
    ".5rem}\n.evidence:last-child{margin:0}\n"
    "code{font-size:.85em;color:#555}\ndt{font-weight:600;margin-top:.6rem}\ndd{margin:0 0 0 1.25rem}\n"
    "@media print{body{font-size:10.5pt;max-width:none;padding:0}a{color:inherit;text-decoration:none}"
    "figure,tr,.evidence{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}nav{display:none}"
    "@page{size:A4;margin:20mm}}\n";

static void put_element(struct buf *b, const char *name, struct str text)
{
    buf_printf(b, "<%s>", name);
    put_html(b, text);
    buf_printf(b, "</%s>", name);
}

static void put_contents(const struct report *r, struct buf *b)
{
    buf_puts(b, "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ul>\n<li><a href=\"#charts\">Charts</a>\n<ul>\n");
    for (size_t i = 0; i < r->request->n_charts; i++) {
        buf_printf(b, "<li><a href=\"#figure-%.*s\">", S(r->request->charts[i].stem));
        put_html(b, r->request->charts[i].title);
        buf_puts(b, "</a></li>\n");
    }
    buf_puts(
        b, "</ul></li>\n<li><a href=\"#trends\">Trends in words and numbers</a></li>\n"
           "<li><a href=\"#values\">Values and the words they rest on</a></li>\n"
           "<li><a href=\"#conflicts\">Conflicts between sources</a></li>\n<li><a href=\"#sources\">Sources</a></li>\n"
           "<li><a href=\"#reading\">How to read this page</a></li>\n</ul>\n</nav>\n");
}

/* The picture itself, without the XML declaration; a sentence where it was not drawn. */
static enum status put_picture(const struct report *r, const struct chart_made *c, struct buf *b, struct err *e)
{
    struct str svg;
    const char *path = arena_cstr(r->arena, arena_printf(r->arena, "%s/charts/%.*s.svg", r->folder, S(c->stem)));
    if (!path)
        return fail_memory(e);
    if (!file_exists(path)) {
        buf_puts(b, "<p><strong>The picture was not drawn.</strong> ");
        put_html(b, c->alt);
        buf_puts(b, "</p>\n");
        return ST_OK;
    }
    enum status st = file_read(r->arena, path, 64 << 20, &svg, e);
    if (st != ST_OK)
        return st;
    size_t at = 0;
    while (at < svg.n && !str_starts(str_slice(svg, at, svg.n), "<svg"))
        at++;
    buf_put(b, str_slice(svg, at, svg.n));
    return ST_OK;
}

static enum status put_charts(const struct report *r, struct buf *b, struct err *e)
{
    enum status st = ST_OK;
    buf_puts(b, "<h2 id=\"charts\">Charts</h2>\n");
    if (r->request->n_charts == 0)
        buf_puts(b, "<p>No chart was asked for.</p>\n");
    for (size_t i = 0; i < r->request->n_charts && st == ST_OK; i++) {
        const struct chart_made *c = &r->request->charts[i];
        buf_printf(b, "<figure id=\"figure-%.*s\">\n", S(c->stem));
        st = put_picture(r, c, b, e);
        buf_printf(b, "<figcaption><strong>Chart %zu.</strong> ", i + 1);
        put_html(b, c->alt);
        buf_printf(
            b,
            " Files to embed: <a href=\"charts/%.*s.svg\">SVG</a>, <a href=\"charts/%.*s.pdf\">PDF</a>, "
            "<a href=\"charts/%.*s.png\">PNG</a>, <a href=\"charts/%.*s.csv\">values</a>.</figcaption>\n</figure>\n",
            S(c->stem), S(c->stem), S(c->stem), S(c->stem));
    }
    return st;
}

static void put_number_cell(struct buf *b, struct str text)
{
    buf_puts(b, "<td class=\"number\">");
    put_html(b, text);
    buf_puts(b, "</td>");
}

static void put_trend_row(const struct report *r, const struct report_series *s, size_t index, struct buf *b)
{
    const struct chart_trend *t = &s->trend;
    struct str slope = t->sloped ? text_estimate(r->arena, t->slope) : STR(""),
               low = text_estimate(r->arena, t->slope_low), high = text_estimate(r->arena, t->slope_high);
    buf_puts(b, "<tr><th scope=\"row\">");
    if (index < r->n_plotted)
        buf_printf(b, "<a href=\"#series-%zu\">", index + 1);
    put_html(b, s->name);
    buf_puts(b, index < r->n_plotted ? "</a></th>" : "</th>");
    put_number_cell(b, report_span(r, s));
    put_number_cell(b, t->tested ? arena_printf(r->arena, "%ld", t->n) : STR(""));
    put_number_cell(b, !slope.n ? STR("")
                                : arena_printf(r->arena, "%s%.*s (%.*s to %.*s)", t->slope > 0 ? "+" : "", S(slope),
                                               S(low), S(high)));
    put_number_cell(b, t->tested ? text_p_exact(r->arena, t->p) : STR(""));
    buf_puts(b, "<td>");
    put_html(b, report_verdict(r, s));
    buf_puts(b, "</td></tr>\n");
}

static void put_trends(const struct report *r, struct buf *b)
{
    buf_puts(b, "<h2 id=\"trends\">Trends in words and numbers</h2>\n");
    for (size_t i = 0; i < r->n_series; i++)
        if (r->series[i].summary.n) {
            buf_puts(b, "<p>");
            put_element(b, "strong", r->series[i].name);
            buf_puts(b, ". ");
            put_html(b, r->series[i].summary);
            buf_puts(b, "</p>\n");
        }
    buf_puts(
        b,
        "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">Series</th><th scope=\"col\" class=\"number\">"
        "Period</th><th scope=\"col\" class=\"number\">Values (n)</th><th scope=\"col\" class=\"number\">Change a year "
        "(95% interval)</th><th scope=\"col\" class=\"number\">p</th><th scope=\"col\">Verdict</th></tr></thead>\n"
        "<tbody>\n");
    for (size_t i = 0; i < r->n_series; i++)
        put_trend_row(r, &r->series[i], i, b);
    buf_puts(b, "</tbody></table></div>\n<p class=\"quiet\">Change a year: Theil\xE2\x80\x93Sen slope. p: "
                "Mann\xE2\x80\x93Kendall test, "
                "two-sided; exact for short series. All results of all methods stand in trends.csv.</p>\n");
    if (r->n_hidden)
        buf_printf(b, "<p>%zu more series stand in trends.csv.</p>\n", r->n_hidden);
    if (r->n_few)
        buf_printf(b, "<p>%zu more series have too few values for a trend; they stand in series.csv.</p>\n", r->n_few);
}

static void put_evidence(const struct report *r, struct str id, struct buf *b)
{
    const struct figure *f = report_figure(r, id);
    buf_puts(b, "<p class=\"evidence\">");
    if (f) {
        put_html(b, report_reference(r, f->source_id, f->locator));
        if (f->quote.n && r->request->with_quotes) {
            buf_puts(b, ": ");
            put_element(b, "q", f->quote);
        } else if (f->as_written.n) {
            buf_puts(b, ": ");
            put_element(b, "q", f->as_written);
        }
        buf_putc(b, ' ');
    }
    put_element(b, "code", id);
    buf_puts(b, "</p>");
}

static void put_value_row(const struct report *r, const struct series_row *row, struct buf *b)
{
    struct str ids = row->figure_ids, id;
    buf_puts(b, "<tr><th scope=\"row\">");
    put_html(b, row->time_period);
    buf_puts(b, "</th>");
    put_number_cell(b, report_value(r, row));
    buf_puts(b, "<td>");
    put_html(b, report_status(r, row));
    buf_puts(b, "</td><td>");
    while (str_split_next(&ids, ';', &id))
        if (str_trim(id).n)
            put_evidence(r, str_trim(id), b);
    buf_puts(b, "</td></tr>\n");
}

static void put_values(const struct report *r, struct buf *b)
{
    buf_puts(b, "<h2 id=\"values\">Values and the words they rest on</h2>\n");
    for (size_t i = 0; i < r->n_plotted; i++) {
        const struct report_series *s = &r->series[i];
        buf_printf(b, "<h3 id=\"series-%zu\">", i + 1);
        put_html(b, s->name);
        buf_puts(b, "</h3>\n<p class=\"quiet\">Series ");
        put_element(b, "code", s->id);
        buf_printf(
            b,
            ", shown in <a href=\"#figure-%.*s\">this chart</a>.</p>\n<div class=\"wide\"><table>\n<thead><tr>"
            "<th scope=\"col\">Period</th><th scope=\"col\" class=\"number\">Value</th><th scope=\"col\">Remark</th>"
            "<th scope=\"col\">Source and its words</th></tr></thead>\n<tbody>\n",
            S(s->chart));
        for (size_t k = 0; k < s->n; k++)
            put_value_row(r, r->rows[s->first + k], b);
        buf_puts(b, "</tbody></table></div>\n");
    }
    if (r->n_plotted == 0)
        buf_puts(b, "<p>No series is plotted; all values stand in series.csv.</p>\n");
}

static void put_side(const struct report *r, struct str source, double value, struct str quote, struct str id,
                     struct buf *b)
{
    const struct figure *f = report_figure(r, id);
    buf_puts(b, "<td>");
    if (!isnan(value)) {
        put_element(b, "strong", text_number(r->arena, value));
        buf_puts(b, ": ");
    }
    put_html(b, report_reference(r, source, f ? f->locator : STR("")));
    if (quote.n && r->request->with_quotes) {
        buf_puts(b, ": ");
        put_element(b, "q", quote);
    }
    buf_putc(b, ' ');
    put_element(b, "code", id);
    buf_puts(b, "</td>");
}

static struct str series_name(const struct report *r, struct str id)
{
    for (size_t i = 0; i < r->n_series; i++)
        if (str_equal(r->series[i].id, id))
            return r->series[i].name;
    return id;
}

static void put_conflicts(const struct report *r, struct buf *b)
{
    buf_puts(b, "<h2 id=\"conflicts\">Conflicts between sources</h2>\n");
    if (!r->conflicts || r->conflicts->n == 0) {
        buf_puts(b, "<p>No two sources disagree on a value used here.</p>\n");
        return;
    }
    buf_puts(
        b,
        "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">Series</th><th scope=\"col\">Period</th>"
        "<th scope=\"col\">Kept</th><th scope=\"col\">Differs</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < r->conflicts->n && i < REPORT_CONFLICTS_LIMIT; i++) {
        const struct conflict *c = VEC_AT(struct conflict, r->conflicts, i);
        buf_puts(b, "<tr><th scope=\"row\">");
        put_html(b, series_name(r, c->series_id));
        buf_puts(b, "</th>");
        put_element(b, "td", c->time_period);
        put_side(r, c->kept_source, c->kept_value, c->kept_quote, c->kept_figure, b);
        put_side(r, c->other_source, c->other_value, c->other_quote, c->other_figure, b);
        put_element(b, "td", c->rule);
        buf_puts(b, "</tr>\n");
    }
    buf_puts(b, "</tbody></table></div>\n");
    if (r->conflicts->n > REPORT_CONFLICTS_LIMIT)
        buf_printf(b, "<p>%zu more stand in conflicts.csv.</p>\n", r->conflicts->n - REPORT_CONFLICTS_LIMIT);
}

static void put_sources(const struct report *r, struct buf *b)
{
    buf_puts(b, "<h2 id=\"sources\">Sources</h2>\n<ul>\n");
    for (size_t i = 0; r->data->sources && i < r->data->sources->n; i++) {
        const struct source_record *s = VEC_AT(struct source_record, r->data->sources, i);
        bool link =
            str_starts(s->url, "https://") || str_starts(s->url, "http://"); /* no other scheme becomes a link */
        buf_puts(b, "<li>");
        if (link) {
            buf_puts(b, "<a href=\"");
            put_html(b, s->url);
            buf_puts(b, "\">");
        }
        put_html(b, report_reference(r, s->source_id, STR("")));
        buf_puts(b, link ? "</a>" : "");
        if (s->published.n) {
            buf_puts(b, ", ");
            put_html(b, s->published);
        }
        if (s->licence.n) {
            buf_puts(b, " <span class=\"quiet\">(");
            put_html(b, s->licence);
            buf_puts(b, ")</span>");
        }
        buf_putc(b, ' ');
        put_element(b, "code", s->source_id);
        buf_puts(b, "</li>\n");
    }
    buf_puts(b, "</ul>\n");
}

static void put_reading(struct buf *b)
{
    buf_puts(b, "<h2 id=\"reading\">How to read this page</h2>\n<dl>\n");
    for (size_t i = 0; i < n_report_explanations; i++) {
        put_element(b, "dt", str_of(report_explanations[i].term));
        put_element(b, "dd", str_of(report_explanations[i].text));
        buf_putc(b, '\n');
    }
    buf_puts(b, "</dl>\n");
}

enum status report_html(const struct report *r, struct buf *b, struct err *e)
{
    struct str title = r->request->title.n ? r->request->title : STR("Report");
    buf_puts(b, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    put_element(b, "title", title);
    buf_printf(b, "\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style_sheet);
    put_element(b, "h1", title);
    buf_puts(b, "\n<p class=\"lead\">");
    put_html(b, report_lead(r));
    buf_puts(b, "</p>\n");
    put_contents(r, b);
    enum status st = put_charts(r, b, e);
    if (st != ST_OK)
        return st;
    put_trends(r, b);
    put_values(r, b);
    put_conflicts(r, b);
    put_sources(r, b);
    put_reading(b);
    buf_puts(b, "</main>\n</body>\n</html>\n");
    return ST_OK;
}
