/* What serial correlation does to a trend: robust errors of a straight line, Mann-Kendall with a corrected variance,
 * and trend-free pre-whitening. Values are taken as evenly spaced. */
#ifndef TARAZ_STATS_SERIAL_H
#define TARAZ_STATS_SERIAL_H

#include "core/arena.h"
#include "stats/kendall.h"

/* Standard error of the slope, residuals of the line given. Newey & West (1987), Econometrica 55: Bartlett weights
 * 1 - l / (lags + 1); `adjusted` multiplies the variance by n / (n - 2). MacKinnon & White (1985), HC3. NaN where the
 * variance is not positive. */
double newey_west_error(const double *time, const double *residuals, size_t n, size_t lags, bool adjusted);
double hc3_error(const double *time, const double *residuals, size_t n);
size_t newey_west_lags(size_t n); /* floor(4 (n / 100)^(2/9)) */

/* Hamed & Rao (1998), J. Hydrology 204: Var(S) times 1 + 2 / (n (n-1) (n-2)) sum (n-i)(n-i-1)(n-i-2) r_i over the
 * first `lags` lags (0: all, in series of more than 14,000 values the first 2e8 / n) whose autocorrelation r_i of the
 * ranks of the detrended values is outside z / sqrt(n). */
struct hamed_rao {
    double factor, variance, z;
};
bool hamed_rao(struct arena *scratch, const double *time, const double *value, size_t n, const struct kendall *k,
               double slope, double z_level, size_t lags, struct hamed_rao *out);

/* Yue, Pilon, Phinney & Cavadias (2002), Hydrological Processes 16: the values less Theil-Sen's line, less r1 times
 * the one before, plus the line. Fills n - 1 values and r1. */
void trend_free_prewhiten(const double *time, const double *value, size_t n, double slope, double *detrended,
                          double *out, double *r1);

#endif
