/* Slopes between pairs of points: Theil-Sen's median with its interval, Siegel's repeated medians. */
#ifndef TARAZ_STATS_SLOPES_H
#define TARAZ_STATS_SLOPES_H

#include "core/arena.h"

struct slopes {
    double slope;     /* median of the n(n-1)/2 slopes between pairs */
    double low, high; /* interval; -inf, +inf where so few pairs cannot bound it */
    double intercept; /* median of value - slope * time: the line at time 0 */
};

/* Theil (1950), Sen (1968). The interval's ends are the slopes of rank round((N - C) / 2) and round((N + C) / 2) + 1
 * among N pairs, C = z sqrt(Var S) with the tie-corrected variance: Hollander & Wolfe (1973), sec. 9.3, rounded to
 * the nearest (half to even) as R's trend and scipy do. Times distinct and rising. False when out of memory. */
bool theil_sen(struct arena *scratch, const double *time, const double *value, size_t n, double variance_of_s, double z,
               struct slopes *out);

/* Siegel (1982): the median over i of the medians over j of the slopes between i and j; the intercept is the median
 * of value - slope * time. */
bool siegel(struct arena *scratch, const double *time, const double *value, size_t n, struct slopes *out);

/* Median of value - slope * time. NaN when out of memory. */
double median_intercept(struct arena *scratch, const double *time, const double *value, size_t n, double slope);

#endif
