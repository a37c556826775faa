#include <math.h>

#include "stats/change.h"
#include "stats/change_rows.h"

static void run(struct work *w, const struct observations *o)
{
    struct change c;
    if (!snht(w->scratch, o->points.value, o->points.n, w->options->seed, &c))
        w->failed = true;
    else
        change_rows(w, &o->points, &c);
}

const struct method method_snht = {
    .name = "snht",
    .term = "change_after",
    .help = "Standard normal homogeneity test: one change of the mean, most sensitive near the ends; p by permutations "
            "drawn with the seed. Rows: change_after (the last period before the change, with the "
            "statistic and p), mean_before, mean_after.",
    .reference = "Alexandersson (1986), Journal of Climatology 6",
    .hypothesis = "the values come in no particular order (no change of level)",
    .least_n = 5,
    .run = run,
};
