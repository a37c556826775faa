/* What the two report pages share: look-ups over the tables and the order of the series. */
#ifndef TARAZ_PLOTS_REPORT_H
#define TARAZ_PLOTS_REPORT_H

#include "plots/model.h"

/* Rows of the table of trends and of the conflicts on the pages; the rest are counted. */
enum { REPORT_SERIES_LIMIT = 300, REPORT_CONFLICTS_LIMIT = 500 };

struct report_series {
    struct str id, name; /* "Convictions, Kazakhstan (persons)" */
    struct str summary;  /* one plain sentence; may be empty */
    struct chart_trend trend;
    size_t first, n; /* rows of series.csv: report.rows[first .. first + n) */
    bool plotted;
    struct str chart; /* stem of the first chart that shows it */
};

struct report {
    struct arena *arena;
    const struct report_request *request;
    const struct chart_data *data;
    const struct vec *conflicts;
    const char *folder;
    const struct series_row **rows; /* by series and time */
    const struct figure **figures;  /* by figure_id */
    const struct trend_row *trends; /* by series */
    size_t n_rows, n_figures, n_trends;
    struct report_series *series; /* plotted ones first, in the order of the charts */
    size_t n_series, n_plotted;
    size_t n_few, n_hidden; /* left out: unplotted with too few values for a trend; past the limit */
};

const struct figure *report_figure(const struct report *r, struct str id); /* NULL when not there */
const struct source_record *report_source(const struct report *r, struct str id);
/* "1,234", "about 300", "15–20", "<5". */
struct str report_value(const struct report *r, const struct series_row *row);
/* "part of the period; sources disagree"; empty for a plain value. */
struct str report_status(const struct report *r, const struct series_row *row);
/* "UNODC, GLOTIP 2022, p. 12": the source's name with the place in it. */
struct str report_reference(const struct report *r, struct str source_id, struct str locator);
/* "2 figures from 1 source, in 1 series. ..." */
struct str report_lead(const struct report *r);
/* "2003–2021": what the test used, or what there is. */
struct str report_span(const struct report *r, const struct report_series *s);
/* "rising", "falling", "no clear trend", "too few values (3)". */
struct str report_verdict(const struct report *r, const struct report_series *s);

enum status report_html(const struct report *r, struct buf *out, struct err *e);
enum status report_markdown(const struct report *r, struct buf *out, struct err *e);

/* The paragraphs on method and signs, the same on both pages. */
struct report_explanation {
    const char *term, *text;
};
extern const struct report_explanation report_explanations[];
extern const size_t n_report_explanations;

#endif
