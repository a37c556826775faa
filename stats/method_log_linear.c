#include <math.h>

#include "stats/distribution.h"
#include "stats/line.h"
#include "stats/method.h"

static double percent(double slope) { return 100 * expm1(slope); }

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    double *logs = scratch_doubles(w, p->n);
    struct line fit;
    for (size_t i = 0; logs && i < p->n; i++) {
        if (!(p->value[i] > 0)) {
            row_outcome(w, "not_counts", "values of zero or below have no logarithm: see quasi_poisson");
            return;
        }
        logs[i] = log(p->value[i]);
    }
    if (!logs)
        return;
    if (!line_fit(p->time, logs, p->n, &fit, NULL)) {
        row_outcome(w, "no_fit", "the sums of squares overflow");
        return;
    }
    double q = student_quantile(w, fit.df), t = fit.slope / fit.se_slope;
    struct trend_row *row = row_value(w, "apc", percent(fit.slope));
    row->conf_low = percent(fit.slope - q * fit.se_slope);
    row->conf_high = percent(fit.slope + q * fit.se_slope);
    row->note = STR("% a year; null hypothesis: no change; statistic t");
    if (fit.rss > 0) {
        row->statistic = t;
        row->p_value = student_p(t, (double)fit.df, w->options->sides);
    } else {
        row->outcome = STR("degenerate");
        row->note = STR("% a year; the logarithms lie on a line: no test");
    }
    row_value(w, "slope", fit.slope)->note = STR("of the logarithm, per year");
    row_value(w, "se_slope", fit.se_slope);
    row_value(w, "intercept", fit.intercept)->note = STR("of the logarithm, at time 0");
}

const struct method method_log_linear = {
    .name = "log_linear",
    .term = "apc",
    .help = "A straight line through the logarithms by least squares: apc, the change in per cent a year, with t "
            "interval and test; slope, se_slope and intercept of the logarithm. Needs values above zero and takes "
            "small counts for as sure as great ones: quasi_poisson does not.",
    .reference = "Kim et al. (2000), Statistics in Medicine 19",
    .hypothesis = "no change: the annual per cent change is zero",
    .least_n = 3,
    .run = run,
};
