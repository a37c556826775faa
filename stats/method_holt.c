#include <math.h>

#include "stats/distribution.h"
#include "stats/method.h"
#include "stats/smooth.h"

enum { AHEAD = 3 };

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    struct holt h;
    if (o->seasons != 1 || o->n_gaps > 0 || p->n < o->n) {
        row_outcome(w, "irregular", o->seasons != 1 ? "yearly series only: it knows no seasons" : "a year is missing");
        return;
    }
    if (!holt_damped(p->value, p->n, &h)) {
        row_outcome(w, "no_fit", "no variation, or the search failed");
        return;
    }
    static const char *const terms[AHEAD] = { "forecast_1", "forecast_2", "forecast_3" };
    double q = student_quantile(w, p->n - 5);
    for (size_t i = 1; i <= AHEAD; i++) {
        double ahead = holt_forecast(&h, i), reach = q * sqrt(holt_variance(&h, i));
        struct trend_row *row = row_value(w, terms[i - 1], o->non_negative ? fmax(0, ahead) : ahead);
        row->conf_low = o->non_negative ? fmax(0, ahead - reach) : ahead - reach;
        row->conf_high = o->non_negative ? fmax(0, ahead + reach) : ahead + reach;
        row->period_start = row->period_end = str_of(kept_printf(w, "%.0f", p->time[p->n - 1] + (double)i));
        row->note = STR("F (forecast): prediction interval if the trend goes on, damped; no observation");
    }
    row_value(w, "alpha", h.alpha)->note = STR("share of an error that moves the level");
    row_value(w, "beta", h.beta)->note = STR("share of an error that moves the trend");
    row_value(w, "phi", h.phi)->note = STR("damping of the trend a year");
    row_value(w, "sigma", sqrt(h.sigma2))->note = STR("of the one-step errors");
}

const struct method method_holt = {
    .name = "holt",
    .term = "forecast_1",
    .help = "Three years ahead by Holt's method with damped trend, each row marked F (forecast) with its prediction "
            "interval (Student's t with n - 5 degrees of freedom). Refused below n = 8 and where a year is missing. "
            "It assumes that nothing changes; it is no plan and no target.",
    .reference = "Gardner & McKenzie (1985), Management Science 31; Hyndman et al. (2008), ch. 6",
    .least_n = 8,
    .needs = NEEDS_EVEN_STEPS,
    .run = run,
};
