/* One change of level, and several. Indexes say how many values stand before the change. */
#ifndef TARAZ_STATS_CHANGE_H
#define TARAZ_STATS_CHANGE_H

#include "core/arena.h"

struct change {
    size_t before; /* the first part is values[0 .. before) */
    double statistic;
    double p;
    size_t permutations; /* behind p; 0: by formula */
};

/* Pettitt (1979), Applied Statistics 28: the greatest |U_t| = |2 (sum of the first t ranks) - t (n + 1)|, the first
 * such t, and p = min(1, 2 exp(-6 K^2 / (n^3 + n^2))), which is rough below n = 20. False when out of memory. */
bool pettitt(struct arena *scratch, const double *value, size_t n, struct change *out);

/* Buishand (1984), J. Hydrology 73: U = sum of squared rescaled partial sums of deviations / (n (n + 1)), the variance
 * with divisor n - 1 as in R's trend (the paper has n; p is the same); the change where the partial sum is greatest.
 * Alexandersson (1986), J. Climatology 6 (SNHT): the greatest T_k = k m1^2 + (n - k) m2^2 of values standardised with
 * divisor n - 1. Their p from permutations drawn with `seed`: (1 + as extreme) / (1 + permutations). NaN statistic when
 * all values are equal. */
bool buishand(struct arena *scratch, const double *value, size_t n, unsigned long seed, struct change *out);
bool snht(struct arena *scratch, const double *value, size_t n, unsigned long seed, struct change *out);

/* Changes of level by PELT (Killick, Fearnhead & Eckley 2012, JASA 107): the segmentation of least cost + penalty a
 * change, segments of two values or more. Costs: squared deviations (values standardised beforehand), or minus twice
 * the Poisson log-likelihood. `modified` adds log(length) to each segment's cost (Zhang & Siegmund 2007, MBIC). Fills
 * `ends` (room for n) with the ends of all segments but the last. */
enum pelt_cost { PELT_MEAN, PELT_POISSON };
bool pelt(struct arena *scratch, const double *value, size_t n, enum pelt_cost cost, double penalty, bool modified,
          size_t *ends, size_t *n_ends);

#endif
