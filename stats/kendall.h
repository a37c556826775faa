/* Kendall's S against time: score, tie-corrected variance, exact distribution. */
#ifndef TARAZ_STATS_KENDALL_H
#define TARAZ_STATS_KENDALL_H

#include <stdint.h>

#include "core/arena.h"

enum { KENDALL_EXACT_N = 60 };

struct kendall {
    size_t n;
    double s;        /* concordant minus discordant pairs */
    double pairs;    /* n(n-1)/2 */
    double untied;   /* pairs whose values differ: the greatest |S| that these values allow */
    double variance; /* of S under exchangeability, ties included: Kendall (1975), Rank Correlation Methods, ch. 4 */
    double tau_b;    /* S / sqrt(pairs * untied), times having no ties; NaN when all values are equal */
    size_t n_tied;   /* values that share their value with another */
    size_t n_groups; /* for n <= KENDALL_EXACT_N: sizes of the groups of equal values, ones included */
    unsigned char groups[KENDALL_EXACT_N];
};

/* Sorts a[0..n) and returns the number of pairs that stood in falling order; `spare` is room for n. */
uint64_t count_inversions(double *a, double *spare, size_t n);

/* `value` in the order of time. O(n log n) (Knight 1966). False when out of memory. Values must not be NaN. */
bool kendall_score(struct arena *scratch, const double *value, size_t n, struct kendall *out);

/* P(S >= s) over all orders of values with these tie groups, exactly (integers): the number of orders with I
 * inversions is the coefficient of q^I in the q-multinomial [n]!/([t1]! [t2]! ...). NaN for n > KENDALL_EXACT_N. */
double kendall_exact_upper(const struct kendall *k, double s);
/* p of the score itself: sides 0: P(|S| >= |s|), +1: P(S >= s), -1: P(S <= s). */
double kendall_exact_p(const struct kendall *k, int sides);
/* The smallest p that any order of these values could give. */
double kendall_least_p(const struct kendall *k, int sides);
/* (S - sign S) / sqrt(variance): the continuity correction; 0 for S = 0. */
double kendall_z(double s, double variance);
double kendall_normal_p(const struct kendall *k, int sides);
/* Exact to KENDALL_EXACT_N, the normal tail beyond. */
double kendall_p(const struct kendall *k, int sides);

#endif
