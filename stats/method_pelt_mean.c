#include "stats/change_rows.h"

static void run(struct work *w, const struct observations *o) { pelt_rows(w, &o->points, PELT_MEAN); }

const struct method method_pelt_mean = {
    .name = "pelt_mean",
    .term = "changes",
    .help = "Any number of changes of level in a long series, as values standardised by the standard deviation of the "
            "whole series: the exact least cost with a "
            "penalty of 2 log n a change (Schwarz). None is a possible answer. Rows: changes (their number, the "
            "penalty as the statistic), change_001 ... (the last period before each), mean_001 ... (the level of "
            "each segment).",
    .reference = "Killick, Fearnhead & Eckley (2012), JASA 107",
    .least_n = 20,
    .run = run,
};
