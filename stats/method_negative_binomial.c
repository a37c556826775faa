#include <math.h>

#include "stats/distribution.h"
#include "stats/glm.h"

static void run(struct work *w, const struct observations *o)
{
    struct glm fit;
    enum glm_outcome outcome = negative_binomial_fit(w->scratch, &o->points, &fit);
    if (outcome != GLM_OK) {
        glm_outcome_row(w, outcome);
        return;
    }
    double q = student_quantile(w, fit.df), t = fit.slope / fit.se_slope;
    struct trend_row *row = row_value(w, "apc", percent_change(fit.slope));
    row->conf_low = percent_change(fit.slope - q * fit.se_slope);
    row->conf_high = percent_change(fit.slope + q * fit.se_slope);
    row->statistic = t;
    row->p_value = student_p(t, (double)fit.df, w->options->sides);
    row->note = STR("% a year; null hypothesis: no change; statistic t with n - 2 degrees of freedom");
    row_value(w, "slope", fit.slope)->note = STR("of the logarithm, per year");
    row_value(w, "se_slope", fit.se_slope);
    row = row_value(w, "theta", fit.theta);
    row->note = STR("variance = mean + mean^2 / theta");
    row_value(w, "se_theta", fit.se_theta);
    row_value(w, "deviance", fit.deviance);
    row_value(w, "log_likelihood", fit.log_likelihood);
}

const struct method method_negative_binomial = {
    .name = "negative_binomial",
    .term = "apc",
    .help = "The log-linear trend with variance mean + mean^2 / theta, by maximum likelihood: apc in per cent a year. "
            "Only where the counts vary more than Poisson counts; otherwise the outcome is boundary, and quasi_poisson "
            "is the one to read. Errors take theta as known, as MASS::glm.nb does; its interval uses Student's t "
            "with n - 2 degrees of freedom, which is wider than MASS's normal one.",
    .reference = "Lawless (1987), Canadian Journal of Statistics 15; Venables & Ripley (2002), MASS, sec. 7.4",
    .hypothesis = "no change: the annual per cent change is zero",
    .least_n = 4,
    .needs = NEEDS_COUNTS,
    .by_default = true,
    .run = run,
};
