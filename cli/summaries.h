/* One plain text a series, from its trend rows. */
#ifndef TARAZ_CLI_SUMMARIES_H
#define TARAZ_CLI_SUMMARIES_H

#include "core/schema.h"
#include "plots/chart.h"

/* Fills summary_series, summaries and n_summaries of the request for each series that has trend
 * rows. Both tables are sorted by series_id, as taraz writes them. */
enum status summaries_make(struct arena *a, const struct vec *series, const struct vec *trends,
                           struct report_request *out, struct err *e);

#endif
