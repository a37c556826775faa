#include "stats/robust_slope.h"

#include <math.h>

#include "stats/distribution.h"
#include "stats/line.h"

bool robust_slope_rows(struct work *w, const struct observations *o, slope_error error)
{
    const struct points *p = &o->points;
    struct line fit;
    double *residuals = scratch_doubles(w, p->n);
    if (!residuals)
        return false;
    if (!line_fit(p->time, p->value, p->n, &fit, residuals)) {
        row_outcome(w, "no_fit", "the sums of squares overflow");
        return false;
    }
    double se = error(p, residuals);
    if (isnan(se)) {
        row_outcome(w, "degenerate", "the robust variance is not positive");
        return false;
    }
    double q = student_quantile(w, fit.df), t = fit.slope / se;
    struct trend_row *row = row_value(w, "slope", fit.slope);
    row->conf_low = fit.slope - q * se;
    row->conf_high = fit.slope + q * se;
    row->statistic = t;
    row->p_value = student_p(t, (double)fit.df, w->options->sides);
    row->note = STR("per year (or unit of time); null hypothesis: the slope is zero; statistic t");
    row_value(w, "se_slope", se);
    return true;
}
