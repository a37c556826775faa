/* The least-squares slope with an error that does not rest on equal, independent spread. */
#ifndef TARAZ_STATS_ROBUST_SLOPE_H
#define TARAZ_STATS_ROBUST_SLOPE_H

#include "stats/method.h"

/* Standard error of the slope of a line through the points, from its residuals (p->n of them); NaN: none. */
typedef double (*slope_error)(const struct points *p, const double *residuals);

/* Adds the rows slope (t interval and test on n - 2 degrees of freedom) and se_slope; where there is no fit or no
 * error, a row with that outcome, and answers false. */
bool robust_slope_rows(struct work *w, const struct observations *o, slope_error error);

#endif
