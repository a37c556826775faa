#include <math.h>

#include "stats/change.h"
#include "stats/change_rows.h"

static void run(struct work *w, const struct observations *o)
{
    struct change c;
    if (!pettitt(w->scratch, o->points.value, o->points.n, &c))
        w->failed = true;
    else
        change_rows(w, &o->points, &c);
}

const struct method method_pettitt = {
    .name = "pettitt",
    .term = "change_after",
    .help = "Was there one change of level, and after which period? By ranks, so wild values do not matter. p is by "
            "formula and rough below n = 20; a steady trend also gives a small p. Rows: change_after (the last period "
            "before the change, with the "
            "statistic and p), mean_before, mean_after.",
    .reference = "Pettitt (1979), Applied Statistics 28",
    .hypothesis = "the values come in no particular order (no change of level)",
    .least_n = 5,
    .by_default = true,
    .default_n = 5,
    .run = run,
};
