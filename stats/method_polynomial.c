#include <math.h>

#include "stats/distribution.h"
#include "stats/least_squares.h"
#include "stats/method.h"

enum { DEGREE = 2 };

static void run(struct work *w, const struct observations *o)
{
    static const char *const terms[DEGREE + 1] = { "constant", "linear", "quadratic" };
    const struct points *p = &o->points;
    struct least_squares fit;
    double *since = scratch_doubles(w, p->n);
    for (size_t i = 0; since && i < p->n; i++)
        since[i] = p->time[i] - p->time[0];
    if (!since)
        return;
    if (!polynomial_fit(w->scratch, since, p->value, p->n, DEGREE, &fit, NULL) || !isfinite((double)fit.rss)) {
        row_outcome(w, "no_fit", "the sums of squares overflow");
        return;
    }
    size_t df = p->n - DEGREE - 1;
    for (size_t j = 0; j <= DEGREE; j++) {
        double b = (double)fit.coefficient[j], se = (double)coefficient_error(&fit, j), q = student_quantile(w, df);
        struct trend_row *row = row_value(w, terms[j], b);
        row->conf_low = b - q * se;
        row->conf_high = b + q * se;
        row->note = STR("of time since the first period");
        if (j == DEGREE && se > 0) {
            row->statistic = b / se;
            row->p_value = student_p(b / se, (double)df, w->options->sides);
            row->note = STR("of time since the first period; null hypothesis: no curvature; statistic t");
        }
    }
    row_value(w, "sigma", (double)fit.sigma)->note = STR("residual standard deviation");
}

const struct method method_polynomial = {
    .name = "polynomial",
    .term = "quadratic",
    .help = "A parabola in time since the first period by least squares: does the trend bend? constant, linear and "
            "quadratic with t intervals, a test of the curvature, sigma.",
    .reference = "Draper & Smith (1998), Applied Regression Analysis, ch. 12",
    .hypothesis = "no curvature: the quadratic coefficient is zero",
    .least_n = 4,
    .run = run,
};
