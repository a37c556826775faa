/* Charts: each plots/chart_NAME.c exports `const struct chart_type chart_NAME`; the
 * build lists the files (build/registry/charts.inc). gnuplot draws them. */
#ifndef TARAZ_PLOTS_CHART_H
#define TARAZ_PLOTS_CHART_H

#include "core/arena.h"
#include "core/err.h"
#include "core/fault.h"
#include "core/schema.h"

/* What the job or the command line asks for; empty texts are composed. */
struct chart_request {
    struct str stem; /* file name without extension: letters, digits, - and _ */
    struct str type; /* "trend", "bars"; empty: trend */
    struct str title, subtitle, note, alt;
    struct str style;         /* of data/styles/; empty: default */
    const struct str *series; /* series ids; several: one line (or bar) each */
    size_t n_series;
    struct str period;          /* bars: the period shown; empty: the last one common */
    double width_mm, height_mm; /* 0: 160 x 100 */
    bool svg, pdf, png;         /* all false: all three */
    bool compose_only;          /* fill chart_made from what is there, draw and write nothing */
};

/* The tables a chart may draw on; all vecs of the schema's records. */
struct chart_data {
    const struct vec *sources, *figures, *series, *trends;
    const char *data_folder; /* labels: indicators.csv, countries.csv; styles */
};

struct chart_composed; /* plots/compose.h */

struct chart_type {
    const char *name;
    const char *help;
    const char *needs; /* in words */
    /* Writes the gnuplot script and the data it plots; see plots/compose.h. */
    enum status (*compose)(struct arena *a, const struct chart_request *r, const struct chart_data *d,
                           struct chart_composed *out, struct err *e);
};

extern const struct chart_type *const chart_types[];
extern const size_t n_chart_types;

/* What was drawn, for the report and the snippets; all in the arena given to chart_draw. */
struct chart_made {
    struct str stem, title, subtitle, note, alt;
    const struct str *figure_ids; /* behind the plotted values, in order */
    size_t n_figure_ids;
    const struct str *series;
    size_t n_series;
};

/* Draws one chart: <folder>/<stem>.{svg,pdf,png,gp,csv,alt.txt,md,tex,html,...}. ST_SYSTEM when gnuplot
 * is missing or fails; the .gp and .csv are written all the same. */
enum status chart_draw(struct arena *a, const struct chart_request *r, const struct chart_data *d, const char *folder,
                       struct chart_made *out, struct err *e);

/* The charts in <folder>/charts as chart_draw left them, in the order of its report.html, else by stem (a
 * vec of struct chart_made): the values' .csv, the .alt.txt and the .svg's title. Files that are no chart's are
 * passed over. */
enum status charts_read(struct arena *a, const char *folder, struct vec *charts, struct err *e);
/* The title of the report.html that is there; empty when there is none. */
struct str report_title(struct arena *a, const char *folder);

/* The report: one self-contained HTML page and one Markdown page. `folder` is the run's
 * output folder (charts/ beneath it); `summaries` holds one plain sentence a series, in the
 * order of the series (struct str, may be empty). */
struct report_request {
    struct str title;
    const struct chart_made *charts;
    size_t n_charts;
    const struct str *summary_series; /* series id of each summary */
    const struct str *summaries;
    size_t n_summaries;
    bool with_quotes;
};
enum status report_write(struct arena *a, const struct report_request *r, const struct chart_data *d,
                         const struct vec *conflicts, const char *folder, struct err *e);

#endif
