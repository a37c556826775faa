#include "stats/serial.h"

#include <math.h>

#include "stats/line.h"
#include "stats/select.h"

enum { MOST_PRODUCTS = 200000000 };

static long double spread(const double *time, size_t n, double mean)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (long double)(time[i] - mean) * (time[i] - mean);
    return sum;
}

size_t newey_west_lags(size_t n) { return (size_t)floor(4 * pow((double)n / 100, 2.0 / 9)); }

double newey_west_error(const double *time, const double *residuals, size_t n, size_t lags, bool adjusted)
{
    double mean = mean_of(time, n);
    long double sxx = spread(time, n, mean), sum = 0;
    for (size_t l = 0; l <= lags && l < n; l++) {
        long double product = 0;
        for (size_t i = l; i < n; i++)
            product += (long double)((time[i] - mean) * residuals[i]) * ((time[i - l] - mean) * residuals[i - l]);
        sum += product * (l == 0 ? 1 : 2 * (1 - (long double)l / (long double)(lags + 1)));
    }
    sum *= adjusted ? (long double)n / (long double)(n - 2) : 1;
    return sum > 0 ? (double)(sqrtl(sum) / sxx) : NAN;
}

double hc3_error(const double *time, const double *residuals, size_t n)
{
    double mean = mean_of(time, n);
    long double sxx = spread(time, n, mean), sum = 0;
    for (size_t i = 0; i < n; i++) {
        long double d = time[i] - mean, leverage = 1 / (long double)n + d * d / sxx, e = residuals[i] / (1 - leverage);
        sum += d * d * e * e;
    }
    return sum > 0 ? (double)(sqrtl(sum) / sxx) : NAN;
}

bool hamed_rao(struct arena *scratch, const double *time, const double *value, size_t n, const struct kendall *k,
               double slope, double z_level, size_t lags, struct hamed_rao *out)
{
    double *rest = arena_array(scratch, n, sizeof *rest), *rank = arena_array(scratch, n, sizeof *rank);
    if (!rest || !rank)
        return false;
    /* Time counts from 1, as in R and Python: where rounding decides between near-ties it decides alike. */
    for (size_t i = 0; i < n; i++)
        rest[i] = value[i] - slope * (time[i] - time[0] + 1);
    if (!ranks_of(scratch, rest, n, rank))
        return false;
    size_t most = lags == 0 ? MOST_PRODUCTS / n : lags; /* all lags of a very long series would take for ever */
    double m = (double)n, mean = (m + 1) / 2, squares = 0, sum = 0, bound = z_level / sqrt(m);
    for (size_t i = 0; i < n; i++)
        squares += (rank[i] - mean) * (rank[i] - mean);
    for (size_t lag = 1; lag < n && lag <= most && squares > 0; lag++) {
        double r = 0, left = m - (double)lag;
        for (size_t i = lag; i < n; i++)
            r += (rank[i] - mean) * (rank[i - lag] - mean);
        r /= squares;
        sum += fabs(r) > bound ? left * (left - 1) * (left - 2) * r : 0;
    }
    out->factor = 1 + 2 / (m * (m - 1) * (m - 2)) * sum;
    out->variance = k->variance * out->factor;
    out->z = kendall_z(k->s, out->variance);
    return true;
}

void trend_free_prewhiten(const double *time, const double *value, size_t n, double slope, double *detrended,
                          double *out, double *r1)
{
    for (size_t i = 0; i < n; i++)
        detrended[i] = value[i] - slope * (time[i] - time[0] + 1);
    *r1 = lag1_autocorrelation(detrended, n);
    for (size_t i = 1; i < n; i++)
        out[i - 1] = detrended[i] - (isnan(*r1) ? 0 : *r1) * detrended[i - 1] + slope * (time[i] - time[0] + 1);
}
