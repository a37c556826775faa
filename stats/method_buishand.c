#include <math.h>

#include "stats/change.h"
#include "stats/change_rows.h"

static void run(struct work *w, const struct observations *o)
{
    struct change c;
    if (!buishand(w->scratch, o->points.value, o->points.n, w->options->seed, &c))
        w->failed = true;
    else
        change_rows(w, &o->points, &c);
}

const struct method method_buishand = {
    .name = "buishand",
    .term = "change_after",
    .help = "Was there one change of the mean? The U statistic of the partial sums of deviations; p by permutations "
            "drawn with the seed. Rows: change_after (the last period before the change, with the "
            "statistic and p), mean_before, mean_after.",
    .reference = "Buishand (1984), Journal of Hydrology 73",
    .hypothesis = "the values come in no particular order (no change of level)",
    .least_n = 5,
    .run = run,
};
