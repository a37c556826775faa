#include <math.h>

#include "stats/method.h"
#include "stats/smooth.h"

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    size_t window = o->seasons > 1 ? o->seasons : p->n < 10 ? 3 : 5;
    double *smooth = scratch_doubles(w, p->n);
    if (!smooth)
        return;
    if (o->n_gaps > 0 || p->n < o->n) {
        row_outcome(w, "irregular", "a period is missing: see loess");
        return;
    }
    moving_average(p->value, p->n, window, smooth);
    for (size_t i = 0; i < p->n; i++) {
        if (isnan(smooth[i]))
            continue;
        struct trend_row *row = row_value(w, kept_printf(w, "%.*s", (int)p->period[i].n, p->period[i].p), smooth[i]);
        row->period_start = p->period[i - window / 2];
        row->period_end = p->period[i + window / 2];
        row->n = (long)(window / 2 * 2 + 1);
        row->note = STR("centred moving average over the periods named");
    }
}

const struct method method_moving_average = {
    .name = "moving_average",
    .term = "smooth",
    .help = "A centred moving average, a row a period (the term is the period): over 3 periods, 5 from n = 10 on, a "
            "whole year of months or quarters with its ends at half weight. Needs every period.",
    .reference = "Kendall & Ord (1990), Time Series, ch. 3",
    .least_n = 3,
    .needs = NEEDS_EVEN_STEPS,
    .run = run,
};
