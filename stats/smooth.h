/* Smoothing, and looking ahead with intervals. */
#ifndef TARAZ_STATS_SMOOTH_H
#define TARAZ_STATS_SMOOTH_H

#include "core/arena.h"

/* Centred moving average over `window` consecutive values (odd), or over a whole year of `window` seasons (even: the
 * two ends at half weight). NaN where the window does not fit. */
void moving_average(const double *value, size_t n, size_t window, double *out);

/* LOESS of degree 1: at each time a straight line through the nearest floor(span n) points with tricube weights,
 * without robust steps: Cleveland & Devlin (1988), JASA 83. False when out of memory. */
bool loess(struct arena *scratch, const double *time, const double *value, size_t n, double span, double *out);

/* Holt's method with damped trend, ETS(A,Ad,N): level + phi trend is the next value, the level moves by alpha times
 * the error, the trend by beta times it; 0 < beta < alpha < 1, 0.8 <= phi <= 0.98, all with the first level and trend
 * chosen by least squares of the one-step errors (simplex search from fixed starts). Variance of the error h steps
 * ahead: Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, table 6.1. */
struct holt {
    double alpha, beta, phi, level, trend; /* level and trend at the end of the series */
    double sse, sigma2;                    /* sigma2 = sse / (n - 5) */
};
bool holt_damped(const double *value, size_t n, struct holt *out); /* n >= 6; false: no fit */
double holt_forecast(const struct holt *h, size_t steps);
double holt_variance(const struct holt *h, size_t steps);

#endif
