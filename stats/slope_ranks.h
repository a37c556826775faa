/* The k-th smallest of the n(n-1)/2 slopes between pairs, without making them all: O(n log n) a step, a few steps.
 *
 * The number of slopes below b is the number of inversions of value - b * time (Cole, Salowe, Steiger & Szemeredi
 * 1989, SIAM J. Computing 18; Dillencourt, Mount & Netanyahu 1992). A sample of pairs brackets the slope, counting and
 * interpolating narrows the bracket until few slopes are left, and those are made and selected. The sample comes from
 * a fixed seed, so the result is always the same; it is one of the slopes themselves, exactly.
 */
#ifndef TARAZ_STATS_SLOPE_RANKS_H
#define TARAZ_STATS_SLOPE_RANKS_H

#include <stdint.h>

#include "core/arena.h"

/* rank from 1 to n(n-1)/2; times distinct and rising, values finite. `next`, which may be NULL, receives the slope of
 * rank + 1 where it lay near by, else NaN. False when out of memory. */
bool slope_of_rank(struct arena *scratch, const double *time, const double *value, size_t n, uint64_t rank, double *out,
                   double *next);

#endif
