/* Many tests at once: adjusted p-values over a family. */
#ifndef TARAZ_STATS_ADJUST_H
#define TARAZ_STATS_ADJUST_H

#include "stats/method.h"

/* Adjusted p-values of n tests, in the order of `p`. `order` is room for n indexes.
 * Holm (1979): step down, keeps the chance of any false finding below alpha.
 * Benjamini & Hochberg (1995): step up, keeps the expected share of false findings below alpha. */
void adjust_p(const double *p, size_t n, enum adjustment how, size_t *order, double *adjusted);

/* Fills p_adjusted of every row with a p-value and says in its note how many tests its family had. A family is the
 * rows of one method and term over the series that share the value of the column options->family of series.csv
 * ("all": over all series). ST_USAGE when there is no such column. */
enum status adjust_family(struct arena *a, const struct vec *series, const struct trend_options *options,
                          struct vec *trends, struct err *e);

#endif
