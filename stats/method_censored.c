#include <math.h>

#include "stats/distribution.h"
#include "stats/method.h"
#include "stats/range.h"

enum { MOST = 3000 };

static void run(struct work *w, const struct observations *o)
{
    struct censored_trend t;
    if (o->n > MOST) {
        row_outcome(w, "no_fit", "more than 3,000 periods");
        return;
    }
    if (!akritas_theil_sen(w->scratch, o->time, o->low, o->high, o->n, normal_quantile(w->options->alpha), &t)) {
        w->failed = true;
        return;
    }
    if (!(t.variance > 0)) {
        row_outcome(w, "degenerate", "no two periods can be told apart");
        return;
    }
    struct trend_row *row = row_value(w, "slope", isfinite(t.slope) ? t.slope : NAN);
    row->outcome = isfinite(t.slope) ? STR("ok") : STR("no_fit");
    row->conf_low = isfinite(t.low) ? t.low : NAN;
    row->conf_high = isfinite(t.high) ? t.high : NAN;
    row->note = STR("per year (or unit of time); empty: unbounded");
    row = row_value(w, "tau", t.tau);
    row->statistic = kendall_z(t.score, t.variance);
    row->p_value = normal_p(row->statistic, w->options->sides);
    row->note = STR("null hypothesis: no monotonic trend; statistic z; overlapping intervals count as ties");
}

const struct method method_censored = {
    .name = "censored",
    .term = "slope",
    .help =
        "Akritas-Theil-Sen: the slope that balances rises and falls of the residuals when values are intervals, and "
        "the test that goes with it, overlapping intervals counting as ties. It uses what the intervals say but "
        "says nothing of what they hide: see range.",
    .reference = "Akritas, Murphy & LaValley (1995), JASA 90; Daniels (1944), Biometrika 33; Helsel (2012), ch. 12",
    .hypothesis = "no monotonic trend",
    .least_n = 3,
    .needs = NEEDS_RANGES,
    .by_default = true,
    .run = run,
};
