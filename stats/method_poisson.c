#include <math.h>

#include "stats/distribution.h"
#include "stats/glm.h"

static void run(struct work *w, const struct observations *o)
{
    struct glm fit;
    double *mean = scratch_doubles(w, o->points.n);
    if (!mean)
        return;
    enum glm_outcome outcome = poisson_fit(w->scratch, &o->points, &fit, mean);
    if (outcome != GLM_OK) {
        glm_outcome_row(w, outcome);
        return;
    }
    double q = normal_quantile(w->options->alpha), z = fit.slope / fit.se_slope;
    struct trend_row *row = row_value(w, "apc", percent_change(fit.slope));
    row->conf_low = percent_change(fit.slope - q * fit.se_slope);
    row->conf_high = percent_change(fit.slope + q * fit.se_slope);
    row->statistic = z;
    row->p_value = normal_p(z, w->options->sides);
    row->note = fit.dispersion > 1.5
                    ? STR("% a year; null hypothesis: no change; statistic z; the counts vary more than "
                          "Poisson counts, so p and interval are too sure: see quasi_poisson")
                    : STR("% a year; null hypothesis: no change; statistic z");
    row_value(w, "slope", fit.slope)->note = STR("of the logarithm, per year");
    row_value(w, "se_slope", fit.se_slope);
    row_value(w, "intercept", fit.intercept)->note = STR("of the logarithm, at time 0");
    row_value(w, "deviance", fit.deviance);
    row_value(w, "pearson_chi_squared", fit.pearson);
    row_value(w, "log_likelihood", poisson_log_likelihood(o->points.value, mean, o->points.n));
}

const struct method method_poisson = {
    .name = "poisson",
    .term = "apc",
    .help = "The log-linear trend with the variance of Poisson counts. Never to be read alone: real counts vary more, "
            "and then its p-values are far too small (six years of accident deaths give 1.8e-102 where the scaled "
            "test gives 0.22). See quasi_poisson.",
    .reference = "McCullagh & Nelder (1989), Generalized Linear Models, ch. 6",
    .hypothesis = "no change: the annual per cent change is zero",
    .least_n = 2,
    .needs = NEEDS_COUNTS,
    .run = run,
};
