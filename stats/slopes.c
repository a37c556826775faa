#include "stats/slopes.h"

#include <math.h>

#include "stats/select.h"
#include "stats/slope_ranks.h"

enum { ALL_PAIRS = 600 };

/* The ranks (from 1) of the interval's ends; 0 and N + 1 when they lie outside. */
static void interval_ranks(double pairs, double variance, double z, double *low, double *high)
{
    double c = z * sqrt(variance);
    *low = fmax(0, nearbyint((pairs - c) / 2));
    *high = fmin(pairs, nearbyint((pairs + c) / 2)) + 1;
}

double median_intercept(struct arena *scratch, const double *time, const double *value, size_t n, double slope)
{
    double *r = arena_array(scratch, n, sizeof *r);
    if (!r)
        return NAN;
    for (size_t i = 0; i < n; i++)
        r[i] = value[i] - slope * time[i];
    return median_of(r, n);
}

/* All slopes in memory. The difference is halved where it would overflow. */
static double pair_slope(double time, double value, double later, double then)
{
    double rise = then - value, run = later - time;
    return isinf(rise) ? 2 * ((then / 2 - value / 2) / run) : rise / run;
}

static bool all_pairs(struct arena *scratch, const double *time, const double *value, size_t n, size_t low_rank,
                      size_t high_rank, struct slopes *out)
{
    size_t pairs = n * (n - 1) / 2, k = 0;
    double *s = arena_array(scratch, pairs, sizeof *s);
    if (!s)
        return false;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            s[k++] = pair_slope(time[i], value[i], time[j], value[j]);
    out->slope = median_of(s, pairs);
    /* What median_of left: ranks below pairs / 2 in front, the others behind. */
    size_t half = pairs / 2;
    out->low = low_rank == 0         ? -INFINITY
               : low_rank - 1 < half ? select_kth(s, half, low_rank - 1)
                                     : select_kth(s + half, pairs - half, low_rank - 1 - half);
    out->high = high_rank > pairs      ? INFINITY
                : high_rank - 1 < half ? select_kth(s, half, high_rank - 1)
                                       : select_kth(s + half, pairs - half, high_rank - 1 - half);
    return true;
}

/* The same without making all slopes. */
static bool by_ranks(struct arena *scratch, const double *time, const double *value, size_t n, double low_rank,
                     double high_rank, struct slopes *out)
{
    uint64_t pairs = (uint64_t)n * (n - 1) / 2;
    uint64_t middle = (pairs + 1) / 2;
    double upper, lower;
    out->low = -INFINITY;
    out->high = INFINITY;
    if (!slope_of_rank(scratch, time, value, n, middle, &lower, &upper) ||
        (low_rank >= 1 && !slope_of_rank(scratch, time, value, n, (uint64_t)low_rank, &out->low, NULL)) ||
        (high_rank <= (double)pairs && !slope_of_rank(scratch, time, value, n, (uint64_t)high_rank, &out->high, NULL)))
        return false;
    if (pairs % 2 == 1)
        upper = lower;
    else if (isnan(upper) && !slope_of_rank(scratch, time, value, n, middle + 1, &upper, NULL))
        return false;
    out->slope = lower + (upper - lower) / 2;
    return true;
}

bool theil_sen(struct arena *scratch, const double *time, const double *value, size_t n, double variance_of_s, double z,
               struct slopes *out)
{
    double pairs = (double)n * (double)(n - 1) / 2, low, high;
    interval_ranks(pairs, variance_of_s, z, &low, &high);
    bool done = n <= ALL_PAIRS ? all_pairs(scratch, time, value, n, (size_t)low, (size_t)high, out)
                               : by_ranks(scratch, time, value, n, low, high, out);
    if (!done)
        return false;
    out->intercept = median_intercept(scratch, time, value, n, out->slope);
    return !isnan(out->intercept) || !isfinite(out->slope);
}

bool siegel(struct arena *scratch, const double *time, const double *value, size_t n, struct slopes *out)
{
    double *of_one = arena_array(scratch, n, sizeof *of_one), *medians = arena_array(scratch, n, sizeof *medians);
    if (!of_one || !medians)
        return false;
    for (size_t i = 0; i < n; i++) {
        size_t k = 0;
        for (size_t j = 0; j < n; j++)
            if (j != i)
                of_one[k++] = pair_slope(time[i], value[i], time[j], value[j]);
        medians[i] = median_of(of_one, k);
    }
    *out = (struct slopes){ .slope = median_of(medians, n), .low = NAN, .high = NAN };
    out->intercept = median_intercept(scratch, time, value, n, out->slope);
    return true;
}
