/* Tails and quantiles, always as the tail that is asked for, never as 1 - cdf. */
#ifndef TARAZ_STATS_DISTRIBUTION_H
#define TARAZ_STATS_DISTRIBUTION_H

#include "stats/method.h"

double normal_upper(double z);        /* P(Z >= z) */
double normal_p(double z, int sides); /* sides 0: two-sided, +1: upper, -1: lower */
double normal_quantile(double alpha); /* the z with P(|Z| >= z) = alpha */
double student_p(double t, double df, int sides);
/* The t with P(|T| >= t) = alpha of the options; remembered by degrees of freedom. */
double student_quantile(struct work *w, size_t df);

#endif
