/* The parts of the trend chart: what is drawn inside its area, the names at the lines' ends, and the same in words. */
#ifndef TARAZ_PLOTS_TREND_PARTS_H
#define TARAZ_PLOTS_TREND_PARTS_H

#include "plots/canvas.h"
#include "plots/model.h"

/* Gaps, band, change point, whiskers, bounds, lines, markers, values. */
enum status trend_draw_parts(struct canvas *c, const struct chart_model *m, struct err *e);
void trend_draw_labels(struct canvas *c, const struct chart_model *m);
/* The point behind p that covers its whole period; NULL at the end. */
const struct chart_point *trend_next(const struct chart_series *s, const struct chart_point *p);
/* Whether a line joins two points: never over a gap, a bound or a part of a period. */
bool trend_joins(const struct chart_series *s, const struct chart_point *p, const struct chart_point *q);
bool trend_has_change(const struct chart_model *m);
bool trend_has_line(const struct chart_model *m, const struct chart_series *s);
/* The Theil-Sen line at a time. */
double trend_line_at(const struct chart_series *s, double time);

/* A gap: periods between the first and the last of which no series has a figure. */
struct gap {
    double from, to; /* first and last missing period, in years */
};
struct gap *trend_gaps(struct arena *a, const struct chart_model *m, size_t *n);

/* What stands at the end of a line: its name, its last value, the slope. */
struct end_line {
    struct str text;
    double size;
    bool muted;
};
struct end_label {
    double width, height, y; /* pt; y: wished, then given */
    size_t n;
    struct end_line *lines;
};
enum status end_labels_make(struct canvas *c, const struct chart_model *m, double widest, struct end_label **out,
                            struct err *e);
enum status end_labels_draw(struct canvas *c, const struct chart_model *m, struct end_label *ends, struct err *e);

/* What the marks of this chart mean, only those that occur. */
struct str trend_legend(struct arena *a, const struct chart_model *m);
struct str trend_series_in_words(struct arena *a, const struct chart_series *s, bool named);
struct str trend_gaps_in_words(struct arena *a, const struct chart_model *m);

#endif
