#include <math.h>

#include "stats/kendall.h"
#include "stats/line.h"
#include "stats/method.h"

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    struct kendall k;
    if (!kendall_score(w->scratch, p->value, p->n, &k)) {
        w->failed = true;
        return;
    }
    struct trend_row *row = row_value(w, "n", (double)p->n);
    if (p->n == 0) {
        row->outcome = STR("too_few");
        row->note = STR("no period with a value");
    }
    row_value(w, "n_gaps", (double)o->n_gaps);
    row_value(w, "n_intervals", (double)(o->n - p->n))->note = STR("periods with an interval and no value");
    row_value(w, "n_ranges", (double)o->n_ranges)->note = STR("periods whose interval is wider than one value");
    row_value(w, "n_left_out", (double)o->n_left_out)->note = STR("parts of a period, forecasts, many-year totals");
    row_value(w, "n_tied", (double)k.n_tied)->note = STR("values that another period shares");
    row_value(w, "confidence_level", 1 - w->options->alpha)->note = STR("of the intervals of all methods");
    row = row_value(w, "lag1_autocorrelation", p->n >= 3 ? lag1_autocorrelation(p->value, p->n) : NAN);
    if (p->n < 3)
        row->outcome = STR("too_few");
    else if (isnan(row->estimate))
        row->outcome = STR("degenerate");
}

const struct method method_series = {
    .name = "series",
    .term = "n",
    .help = "What the series is made of: n (periods with a value), n_gaps (periods missing between the first and "
            "the last), n_intervals (periods of which only an interval is known), n_ranges (periods whose "
            "interval is wider than one value), n_left_out (rows not used), n_tied (values shared with another "
            "period), lag1_autocorrelation, and the confidence_level of all intervals of the run.",
    .reference = "Box, Jenkins & Reinsel (1994), Time Series Analysis, ch. 2",
    .by_default = true,
    .run = run,
};
