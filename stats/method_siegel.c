#include <math.h>

#include "stats/method.h"
#include "stats/slopes.h"

enum { MOST = 20000 };

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    struct slopes s;
    if (p->n > MOST) {
        row_outcome(w, "no_fit", "more than 20,000 points: see theil_sen");
        return;
    }
    if (!siegel(w->scratch, p->time, p->value, p->n, &s)) {
        w->failed = true;
        return;
    }
    if (!isfinite(s.slope)) {
        row_outcome(w, "no_fit", "the slopes overflow");
        return;
    }
    row_value(w, "slope", s.slope)->note = STR("per year (or unit of time)");
    row_value(w, "intercept", s.intercept)->note = STR("median of value - slope * time: the line at time 0");
}

const struct method method_siegel = {
    .name = "siegel",
    .term = "slope",
    .help = "Repeated medians: for each point the median slope to all others, then the median of those. Stands even "
            "when nearly half the values are wild, where theil_sen stands 29%.",
    .reference = "Siegel (1982), Biometrika 69",
    .least_n = 3,
    .run = run,
};
