#include <math.h>

#include "stats/distribution.h"
#include "stats/kendall.h"
#include "stats/method.h"
#include "stats/slopes.h"

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    struct kendall k;
    struct slopes s;
    double z = normal_quantile(w->options->alpha);
    if (!kendall_score(w->scratch, p->value, p->n, &k) ||
        !theil_sen(w->scratch, p->time, p->value, p->n, k.variance, z, &s)) {
        w->failed = true;
        return;
    }
    struct trend_row *row = row_value(w, "slope", s.slope);
    if (!isfinite(s.slope)) {
        row->estimate = NAN;
        row->outcome = STR("no_fit");
        row->note = STR("the slopes overflow");
        return;
    }
    row->conf_low = isfinite(s.low) ? s.low : NAN;
    row->conf_high = isfinite(s.high) ? s.high : NAN;
    row->note = isfinite(s.low) && isfinite(s.high)
                    ? STR("per year (or unit of time); interval by the ranks of Hollander & Wolfe")
                    : STR("per year (or unit of time); too few pairs for an interval at this level");
    row_value(w, "intercept", s.intercept)->note = STR("median of value - slope * time: the line at time 0");
}

const struct method method_theil_sen = {
    .name = "theil_sen",
    .term = "slope",
    .help = "The median slope between all pairs of points, per year of real time: hardly moved by a few wild values. "
            "The interval's ends are the slopes of rank round((N - C) / 2) and round((N + C) / 2) + 1 of N pairs with "
            "C = z sqrt(Var S); empty where so few pairs cannot give one. intercept is the median of "
            "value - slope * time: the line at time 0.",
    .reference = "Sen (1968), JASA 63; Hollander & Wolfe (1973), sec. 9.3",
    .least_n = 2,
    .by_default = true,
    .run = run,
};
