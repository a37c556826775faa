/* The values a chart shows, as CSV for people: one row a point. */
#ifndef TARAZ_PLOTS_POINTS_CSV_H
#define TARAZ_PLOTS_POINTS_CSV_H

#include "plots/model.h"

struct str points_csv(struct arena *a, const struct chart_model *m);

#endif
