#include "stats/method.h"
#include "stats/robust_slope.h"
#include "stats/serial.h"

static double error(const struct points *p, const double *residuals)
{
    return newey_west_error(p->time, residuals, p->n, newey_west_lags(p->n), true);
}

static void run(struct work *w, const struct observations *o)
{
    if (robust_slope_rows(w, o, error))
        row_value(w, "lags", (double)newey_west_lags(o->points.n));
}

const struct method method_newey_west = {
    .name = "newey_west",
    .term = "slope",
    .help = "The straight line again with errors that allow for serial correlation and unequal spread: Bartlett "
            "weights over floor(4 (n / 100)^(2/9)) lags, the variance times n / (n - 2). Gaps are taken as if there "
            "were none. A check of ols from n = 20 on; in shorter series these errors are too small.",
    .reference = "Newey & West (1987), Econometrica 55; (1994), Review of Economic Studies 61",
    .hypothesis = "the slope is zero",
    .least_n = 20,
    .by_default = true,
    .default_n = 20,
    .run = run,
};
