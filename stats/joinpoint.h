/* Continuous piecewise straight lines whose joints lie at observed times: Kim, Fay, Feuer & Midthune (2000),
 * Statistics in Medicine 19, with the data limits of the NCI's Joinpoint program: two observations or more from an
 * end to the nearest joinpoint, and between joinpoints, the joinpoints themselves not counted. */
#ifndef TARAZ_STATS_JOINPOINT_H
#define TARAZ_STATS_JOINPOINT_H

#include "stats/line.h"
#include "stats/method.h"

enum { JOINPOINTS_LIMIT = 3, JOINPOINT_PERMUTATIONS = 4499 };

struct joinpoint_fit {
    size_t k, at[JOINPOINTS_LIMIT]; /* indexes of the joinpoints */
    double sse;
    double slope[JOINPOINTS_LIMIT + 1], se_slope[JOINPOINTS_LIMIT + 1]; /* by segment; errors as if joints were known */
    double mean_slope, se_mean_slope; /* slopes averaged over time: AAPC on logarithms */
    double intercept, df;             /* value at the first time; n - 2 (k + 1) */
    double criterion;                 /* of the rule that chose it; p of the last test for permutations */
};

/* Prefix sums over centred, scaled time and detrended values: any segment's normal equations in O(1). */
struct joinpoint_data {
    size_t n;
    const double *time, *value;
    double *x;                         /* (time - centre) / scale */
    double *sx, *sxx, *sy, *sxy, *syy; /* sums before each index */
    double *rest;                      /* residuals of the straight line */
    struct line line;                  /* the straight line */
    double centre, scale, rss;
};

enum joinpoint_rule { JOINPOINT_BIC, JOINPOINT_WEIGHTED_BIC, JOINPOINT_PERMUTATION };

/* False when out of memory or when the sums overflow. */
bool joinpoint_prepare(struct arena *scratch, const double *time, const double *value, size_t n,
                       struct joinpoint_data *out);
/* The best placement of k joinpoints by exhaustive search: C(n, k) placements, O(1) each beyond the ones before. Fills
 * k, at and sse (infinite when k do not fit in n). */
void joinpoint_search(const struct joinpoint_data *d, size_t k, struct joinpoint_fit *out);
/* Slopes and errors of a placement. */
void joinpoint_refine(const struct joinpoint_data *d, struct joinpoint_fit *fit);

/* The greatest number of joinpoints tried: none below n = 7, one below 12, two below 20, else three, and fewer where
 * the placements would exceed some millions. */
size_t joinpoint_most(size_t n);

/* BIC(k) = log(SSE / n) + (2 k + 2) log(n) / n. The weighted BIC has (2 + R2max) k + 2 instead, R2max the greatest
 * partial R squared of a joinpoint within its two segments: Kim, Chen, Midthune & al. (2022), J. Applied Statistics 50.
 * The permutation test goes from 0 against the most, each test at alpha / most (at most
 * two where n > 66, so that the work stays bounded): JOINPOINT_PERMUTATIONS orders of the
 * residuals drawn with `seed`, p = (1 + as extreme) / (1 + JOINPOINT_PERMUTATIONS). False when out of memory. */
bool joinpoint_choose(struct arena *scratch, const struct joinpoint_data *d, enum joinpoint_rule rule, double alpha,
                      unsigned long seed, struct joinpoint_fit *out);
double joinpoint_bic(double sse, size_t n, double penalty);

/* The whole method: logs (per cent a year) or plain values, chosen by `rule`; writes the rows. */
void joinpoint_run(struct work *w, const struct observations *o, enum joinpoint_rule rule, bool logarithms);

#endif
