/* The chart types found by the build: one plots/chart_NAME.c each. */
#include "plots/chart.h"

#define CHART(name) extern const struct chart_type chart_##name;
#include "registry/charts.inc"
#undef CHART
#define CHART(name) &chart_##name,
const struct chart_type *const chart_types[] = {
#include "registry/charts.inc"
};
#undef CHART
const size_t n_chart_types = sizeof chart_types / sizeof *chart_types;
