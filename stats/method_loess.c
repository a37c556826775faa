#include <math.h>

#include "stats/method.h"
#include "stats/smooth.h"

enum { MOST = 5000 };

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    double *smooth = scratch_doubles(w, p->n);
    if (!smooth)
        return;
    if (p->n > MOST) {
        row_outcome(w, "no_fit", "more than 5,000 points");
        return;
    }
    if (!loess(w->scratch, p->time, p->value, p->n, 0.75, smooth)) {
        w->failed = true;
        return;
    }
    for (size_t i = 0; i < p->n; i++) {
        struct trend_row *row = row_value(w, kept_printf(w, "%.*s", (int)p->period[i].n, p->period[i].p), smooth[i]);
        row->period_start = row->period_end = p->period[i];
        row->note = STR("local straight lines, span 0.75");
        if (!isfinite(smooth[i])) {
            row->estimate = NAN;
            row->outcome = STR("no_fit");
        }
    }
}

const struct method method_loess = {
    .name = "loess",
    .term = "smooth",
    .help = "A smooth curve by local straight lines (tricube weights over three quarters of the points, no robust "
            "steps), a row a period (the term is the period). For looking at, not for testing.",
    .reference = "Cleveland & Devlin (1988), JASA 83",
    .least_n = 5,
    .run = run,
};
