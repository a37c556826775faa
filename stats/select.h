/* Order statistics. */
#ifndef TARAZ_STATS_SELECT_H
#define TARAZ_STATS_SELECT_H

#include "core/arena.h"

/* The k-th smallest (from 0) of a[0..n), which is rearranged: smaller ones before it, greater ones behind. */
double select_kth(double *a, size_t n, size_t k);
/* The median, the mean of the two middle ones when n is even; rearranges a. NaN when n is 0. */
double median_of(double *a, size_t n);
void sort_doubles(double *a, size_t n);
/* Ranks from 1, equal values sharing the mean of theirs. False when out of memory. */
bool ranks_of(struct arena *scratch, const double *a, size_t n, double *rank);

#endif
