/* What can be said when some values are only known to lie in intervals, without imputing any: the least and the
 * greatest of a statistic over all values that the intervals admit. Ends may be infinite (open). */
#ifndef TARAZ_STATS_RANGE_H
#define TARAZ_STATS_RANGE_H

#include "stats/kendall.h"
#include "stats/method.h"

struct bounds {
    double low, high; /* -inf, +inf: unbounded */
};

/* Pairs that cannot overlap: rises minus falls. */
double score_of_disjoint(const double *low, const double *high, size_t n);

/* Least and greatest S. Exact by dynamic programming over the value line, from the lowest place to the highest, with
 * the number of values of each interval already placed as the state (values of equal intervals are best in the order
 * of time, for exchanging two that are not raises S). Where the states are too many the bound is the sum over pairs of
 * the best each can do, which may be wider than what is attained. False when out of memory. */
bool score_bounds(struct arena *scratch, const double *low, const double *high, size_t n, struct bounds *out);

/* Bounds of Theil-Sen's slope: the medians of the least and of the greatest slopes of the pairs. Never too narrow;
 * they may be wider than what is attained. */
bool slope_bounds(struct arena *scratch, const double *time, const double *low, const double *high, size_t n,
                  struct bounds *out);

/* Least and greatest slope of the log-linear Poisson model (per year, on the log scale): it rises with late values and
 * falls with early ones, so the extremes are among the n + 1 ways of taking one end before a cut and the other behind.
 * An interval open above between the ends is taken as 1e12 times the greatest finite value, where the slope has
 * reached its limit; at the last period it leaves the greatest, at the first the least slope unbounded. */
bool rate_bounds(struct arena *scratch, const struct observations *o, struct bounds *out);

/* p of a score over `n` periods when ties of known values are those of `low` == `high`: the others count as untied. */
bool score_p(struct arena *scratch, const double *low, const double *high, size_t n, double score, int sides,
             double *p);

/* Akritas, Murphy & LaValley (1995), JASA 90: the slope whose residual intervals have score zero, the middle of all
 * such. The score has variance by permutation (Daniels 1944, Biometrika 33), ties and overlaps included; the interval
 * is where the score stays within z standard errors. */
struct censored_trend {
    double slope, low, high;
    double score, variance, tau; /* tau: score / (n (n - 1) / 2) */
};
bool akritas_theil_sen(struct arena *scratch, const double *time, const double *low, const double *high, size_t n,
                       double z, struct censored_trend *out);

#endif
