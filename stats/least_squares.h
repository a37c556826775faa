/* Linear least squares in 128-bit floating point: Householder QR of centred and scaled columns.
 *
 * Long double (64 bits) keeps 11 digits of NIST's Wampler5 and 12.5 of Wampler3, whose residuals are a million times
 * the terms sought; 128 bits keep 15. Only a few hundred operations are wide, so it costs little.
 */
#ifndef TARAZ_STATS_LEAST_SQUARES_H
#define TARAZ_STATS_LEAST_SQUARES_H

#include "core/arena.h"

#ifdef __SIZEOF_FLOAT128__
typedef __float128 wide;
#else
typedef long double wide; /* 128 bits on arm64 */
#endif

enum { LEAST_SQUARES_COLUMNS = 16 };

struct least_squares {
    size_t n, p; /* observations, coefficients */
    wide coefficient[LEAST_SQUARES_COLUMNS];
    wide root[LEAST_SQUARES_COLUMNS][LEAST_SQUARES_COLUMNS]; /* root * root' is (X'X)^-1 */
    wide rss, sigma; /* residual sum of squares; sqrt(rss / (n - p)), NaN when n == p */
};

/* Fits y on the p columns of x (column-major, x[j * n + i]), which are taken as they are: give a column of ones for
 * an intercept. Golub & Van Loan (2013), sec. 5.2-5.3. False when out of memory, when n < p, or when the columns are
 * dependent to working precision. `residuals` (n of them) may be NULL. */
bool least_squares(struct arena *scratch, const wide *x, const double *y, size_t n, size_t p, struct least_squares *out,
                   wide *residuals);

/* y on 1, x1, ..., xp (double columns): columns are centred and scaled first, and the intercept is recovered. */
bool least_squares_affine(struct arena *scratch, const double *x, const double *y, size_t n, size_t p,
                          struct least_squares *out, wide *residuals);

/* y on 1, x, ..., x^degree: fitted in powers of (2 x - min - max) / (max - min), which lie in [-1, 1], and expanded
 * back. */
bool polynomial_fit(struct arena *scratch, const double *x, const double *y, size_t n, size_t degree,
                    struct least_squares *out, wide *residuals);

wide coefficient_error(const struct least_squares *f, size_t j); /* standard error */

#endif
