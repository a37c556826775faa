#include "stats/method.h"
#include "stats/robust_slope.h"
#include "stats/serial.h"

static double error(const struct points *p, const double *residuals) { return hc3_error(p->time, residuals, p->n); }

static void run(struct work *w, const struct observations *o) { robust_slope_rows(w, o, error); }

const struct method method_hc3 = {
    .name = "hc3",
    .term = "slope",
    .help = "The straight line again with errors that allow for unequal spread (HC3), which holds its level in small "
            "samples better than its elders.",
    .reference = "MacKinnon & White (1985), Journal of Econometrics 29; Long & Ervin (2000), American Statistician 54",
    .hypothesis = "the slope is zero",
    .least_n = 4,
    .run = run,
};
