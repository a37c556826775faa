#include <math.h>

#include "stats/distribution.h"
#include "stats/glm.h"

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    struct glm fit;
    double *mean = scratch_doubles(w, p->n);
    if (!mean)
        return;
    enum glm_outcome outcome = poisson_fit(w->scratch, p, &fit, mean);
    if (outcome != GLM_OK) {
        glm_outcome_row(w, outcome);
        return;
    }
    double se = fit.se_slope * sqrt(fit.dispersion), q = student_quantile(w, fit.df), t = fit.slope / se;
    struct trend_row *row = row_value(w, "apc", percent_change(fit.slope));
    row->note = p->exposure ? STR("% a year, of the rate; null hypothesis: no change; statistic t")
                            : STR("% a year; null hypothesis: no change; statistic t");
    if (fit.dispersion > 1e-20) {
        row->conf_low = percent_change(fit.slope - q * se);
        row->conf_high = percent_change(fit.slope + q * se);
        row->statistic = t;
        row->p_value = student_p(t, (double)fit.df, w->options->sides);
    } else {
        row->outcome = STR("degenerate");
        row->note = STR("% a year; the counts lie on the curve: no test");
    }
    row_value(w, "slope", fit.slope)->note = STR("of the logarithm, per year");
    row_value(w, "se_slope", se);
    row_value(w, "intercept", fit.intercept)->note = STR("of the logarithm, at time 0");
    row_value(w, "dispersion", fit.dispersion)->note = STR("variance over mean; 1 for Poisson counts");
    row_value(w, "deviance", fit.deviance);
    if (!p->exposure)
        return;
    size_t last = p->n - 1;
    row_value(w, "rate_first", 1e5 * mean[0] / p->exposure[0])->note = STR("fitted, per 100,000 exposed");
    row_value(w, "rate_last", 1e5 * mean[last] / p->exposure[last])->note = STR("fitted, per 100,000 exposed");
}

const struct method method_quasi_poisson = {
    .name = "quasi_poisson",
    .term = "apc",
    .help = "A constant rate of change fitted to the counts themselves: apc in per cent a year with an interval from "
            "Student's t, its variance scaled by the dispersion, so that counts which vary more than chance alone "
            "would are not taken for sure. With an exposure it is the rate that changes, and rate_first and rate_last "
            "are the fitted rates per 100,000. Zeros are welcome; negative values are not counts.",
    .reference = "McCullagh & Nelder (1989), Generalized Linear Models, ch. 6 and 9; Clegg et al. (2009) on APC",
    .hypothesis = "no change: the annual per cent change is zero",
    .least_n = 3,
    .needs = NEEDS_COUNTS,
    .by_default = true,
    .run = run,
};
