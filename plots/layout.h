/* Where things go: axis ticks, labels that keep clear of each other, the frame of a page. */
#ifndef TARAZ_PLOTS_LAYOUT_H
#define TARAZ_PLOTS_LAYOUT_H

#include "plots/canvas.h"

/* Ticks of a scale from zero: steps of 1, 2, 2.5 or 5 times a power of ten, at most
 * `most` of them above zero; `whole` allows no step below 1. The last tick is >= greatest. */
struct ticks {
    double step;
    size_t n; /* 0, step, ..., (n - 1) * step */
};
struct ticks ticks_from_zero(double greatest, size_t most, bool whole);

/* The least step in years (1, 2, 5, 10, 20, ...) with which labels of `label_width` points,
 * `gap` apart, fit on `room` points for the years first..last. */
long year_step(double first, double last, double room, double label_width, double gap);

/* Moves intervals of the given heights, wished at centres[i], so that none overlap and all lie
 * within [top, bottom] while that is possible; the order of the wishes is kept. Least squares of
 * the moves (pool adjacent violators). */
enum status spread_labels(struct arena *a, double *centres, const double *heights, size_t n, double top, double bottom,
                          struct err *e);

/* Title and subtitle at the top, note at the foot, wrapped; sets area.top and area.bottom to
 * what is left between them. The page grows when the texts leave too little for the data. */
void frame_draw(struct canvas *c, struct str title, struct str subtitle, struct str note, double least_area);

enum { FRAME_PAD = 10 }; /* pt, at every edge */

#endif
