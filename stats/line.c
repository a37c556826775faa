#include "stats/line.h"

#include <math.h>

static long double mean_long(const double *x, size_t n)
{
    long double sum = 0, rest = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i];
    long double mean = sum / (long double)n;
    for (size_t i = 0; i < n; i++)
        rest += x[i] - mean;
    return mean + rest / (long double)n;
}

double mean_of(const double *x, size_t n) { return (double)mean_long(x, n); }

bool line_fit(const double *time, const double *value, size_t n, struct line *out, double *residuals)
{
    long double mt = mean_long(time, n), my = mean_long(value, n), sxx = 0, sxy = 0, syy = 0, rss = 0;
    for (size_t i = 0; i < n; i++) {
        long double x = time[i] - mt, y = value[i] - my;
        sxx += x * x;
        sxy += x * y;
        syy += y * y;
    }
    if (!(sxx > 0) || !isfinite((double)sxx) || !isfinite((double)syy))
        return false;
    long double b = sxy / sxx;
    for (size_t i = 0; i < n; i++) {
        long double e = (value[i] - my) - b * (time[i] - mt);
        rss += e * e;
        if (residuals)
            residuals[i] = (double)e;
    }
    long double sigma2 = n > 2 ? rss / (long double)(n - 2) : (long double)NAN;
    *out = (struct line){
        .slope = (double)b,
        .intercept = (double)(my - b * mt),
        .se_slope = (double)sqrtl(sigma2 / sxx),
        .se_intercept = (double)sqrtl(sigma2 * (1 / (long double)n + mt * mt / sxx)),
        .mean_time = (double)mt,
        .mean_value = (double)my,
        .sxx = (double)sxx,
        .rss = (double)rss,
        .sigma = (double)sqrtl(sigma2),
        .r2 = syy > 0 ? (double)(1 - rss / syy) : NAN,
        .df = n - 2,
    };
    return true;
}

double lag1_autocorrelation(const double *x, size_t n)
{
    long double mean = mean_long(x, n), above = 0, below = 0;
    for (size_t i = 0; i < n; i++) {
        long double d = x[i] - mean;
        below += d * d;
        if (i > 0)
            above += d * (x[i - 1] - mean);
    }
    return below > 0 ? (double)(above / below) : NAN;
}

double durbin_watson(const double *residuals, size_t n)
{
    long double steps = 0, squares = 0;
    for (size_t i = 0; i < n; i++) {
        squares += (long double)residuals[i] * residuals[i];
        if (i > 0) {
            long double d = (long double)residuals[i] - residuals[i - 1];
            steps += d * d;
        }
    }
    return squares > 0 ? (double)(steps / squares) : NAN;
}
