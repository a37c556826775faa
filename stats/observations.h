/* From the rows of one series to observations: which rows count, in which order, and what makes a series unfit. */
#ifndef TARAZ_STATS_OBSERVATIONS_H
#define TARAZ_STATS_OBSERVATIONS_H

#include "stats/method.h"

/* Rows of one series in any order. Left out: totals over many years (freq N), forecasts (F), parts of a period (P)
 * unless keep_partial, and rows without value and interval (they become gaps). Unreadable or duplicate times,
 * infinite values and mixed frequencies set `fault`. An open lower end is 0 in a series without negative numbers.
 * All arrays live in `scratch`. False when out of memory. `breaks_at` (n of them, may be NULL) receives true for
 * rows of status B. */
bool observations_build(struct arena *scratch, struct arena *kept, const struct series_row *const *rows, size_t n_rows,
                        bool keep_partial, struct observations *out, bool **breaks_at);

/* Observations [start, end) of a series as a series of their own. False when out of memory. */
bool observations_slice(struct arena *scratch, const struct observations *whole, size_t start, size_t end,
                        struct observations *out);

/* Steps of the frequency between two times: 2 from 2019 to 2021, 3 from 2020-01 to 2020-04. */
double observations_steps(const struct observations *o, double from, double to);

#endif
