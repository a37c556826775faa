#include <math.h>

#include "stats/distribution.h"
#include "stats/line.h"
#include "stats/method.h"
#include "stats/serial.h"

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    struct line fit;
    double *residuals = scratch_doubles(w, p->n);
    if (!residuals)
        return;
    if (!line_fit(p->time, p->value, p->n, &fit, residuals)) {
        row_outcome(w, "no_fit", "the sums of squares overflow");
        return;
    }
    size_t lags = newey_west_lags(p->n);
    double se = newey_west_error(p->time, residuals, p->n, lags, true);
    if (isnan(se)) {
        row_outcome(w, "degenerate", "the robust variance is not positive");
        return;
    }
    double q = student_quantile(w, fit.df), t = fit.slope / se;
    struct trend_row *row = row_value(w, "slope", fit.slope);
    row->conf_low = fit.slope - q * se;
    row->conf_high = fit.slope + q * se;
    row->statistic = t;
    row->p_value = student_p(t, (double)fit.df, w->options->sides);
    row->note = STR("per year (or unit of time); null hypothesis: the slope is zero; statistic t");
    row_value(w, "se_slope", se);
    row_value(w, "lags", (double)lags);
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
