/* A straight line by ordinary least squares, centred, in extended precision. */
#ifndef TARAZ_STATS_LINE_H
#define TARAZ_STATS_LINE_H

#include <stdbool.h>
#include <stddef.h>

struct line {
    double slope, intercept; /* intercept: the line at time 0 */
    double se_slope, se_intercept;
    double mean_time, mean_value; /* the line passes here */
    double sxx;                   /* sum of squared deviations of time */
    double rss, sigma, r2;        /* residual sum of squares, its root mean over n - 2, explained share */
    size_t df;                    /* n - 2 */
};

/* False when the times do not vary or a sum overflows. n >= 2; with n == 2 the errors are NaN.
 * `residuals` (n of them) may be NULL. */
bool line_fit(const double *time, const double *value, size_t n, struct line *out, double *residuals);

double mean_of(const double *x, size_t n);
/* Sum over t of e[t] e[t-1] / sum of e[t]^2 about the mean of e: R's acf. NaN when e does not vary. */
double lag1_autocorrelation(const double *x, size_t n);
/* Sum of squared steps over sum of squares of residuals: Durbin & Watson (1950). */
double durbin_watson(const double *residuals, size_t n);

#endif
