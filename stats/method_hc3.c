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
    double se = hc3_error(p->time, residuals, p->n);
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
}

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
