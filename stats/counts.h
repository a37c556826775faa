/* Single counts and pairs of counts: exact intervals and tests. */
#ifndef TARAZ_STATS_COUNTS_H
#define TARAZ_STATS_COUNTS_H

#include <stdbool.h>

struct interval {
    double low, high;
};

/* Exact interval of a Poisson mean from one count: Garwood (1936), Biometrika 28. */
struct interval poisson_exact(double count, double alpha);
/* Byar's approximation: Breslow & Day (1987), Statistical Methods in Cancer Research II, p. 69. Good from 10 up. */
struct interval poisson_byar(double count, double alpha);

/* Ratio of two Poisson rates b / tb to a / ta given the sum of the counts: Clopper-Pearson limits of the binomial
 * share (Przyborowski & Wilenski 1940), and the p of equal rates: sides 0: all splits no likelier than the one seen
 * (as R's poisson.test), +1: b at least as great, -1: at most. High is infinite when a is 0. Whole counts only;
 * a + b > 0. */
struct rate_ratio {
    double ratio, low, high, p;
};
struct rate_ratio rate_ratio_exact(double a, double ta, double b, double tb, double alpha, int sides);

bool is_count(double x); /* a whole number from 0 to 2^31 */

#endif
