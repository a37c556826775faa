#include <math.h>

#include "stats/distribution.h"
#include "stats/line.h"
#include "stats/method.h"

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
    double t = fit.slope / fit.se_slope, q = student_quantile(w, fit.df);
    struct trend_row *row = row_value(w, "slope", fit.slope);
    row->conf_low = fit.slope - q * fit.se_slope;
    row->conf_high = fit.slope + q * fit.se_slope;
    row->note = STR("per year (or unit of time); null hypothesis: the slope is zero; statistic t; independent errors");
    if (fit.rss == 0) {
        row->outcome = STR("degenerate");
        row->note = STR("per year (or unit of time); the points lie on a line: no test");
    } else {
        row->statistic = t;
        row->p_value = student_p(t, (double)fit.df, w->options->sides);
    }
    row = row_value(w, "intercept", fit.intercept);
    row->conf_low = fit.intercept - q * fit.se_intercept;
    row->conf_high = fit.intercept + q * fit.se_intercept;
    row->note = STR("the line at time 0");
    row_value(w, "se_slope", fit.se_slope);
    row_value(w, "sigma", fit.sigma)->note = STR("residual standard deviation");
    row_value(w, "r_squared", fit.r2);
    row_value(w, "durbin_watson", durbin_watson(residuals, p->n))->note =
        STR("of the residuals; 2: no serial correlation, towards 0: positive");
    row_value(w, "lag1_autocorrelation", lag1_autocorrelation(residuals, p->n))->note = STR("of the residuals");
}

const struct method method_ols = {
    .name = "ols",
    .term = "slope",
    .help = "A straight line by least squares: slope per year with t interval and test, intercept at time 0, sigma, "
            "r_squared, and beside it durbin_watson and lag1_autocorrelation of the residuals. Its interval assumes "
            "independent, normal errors of equal spread, which small counts do not have.",
    .reference = "Draper & Smith (1998), Applied Regression Analysis, ch. 1-2; Durbin & Watson (1950), Biometrika 37",
    .hypothesis = "the slope is zero",
    .least_n = 3,
    .run = run,
};
