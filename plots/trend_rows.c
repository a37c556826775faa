/* What trends.csv says of one series. */
#include <limits.h>
#include <math.h>

#include "plots/model.h"

enum { LEAST_N = 5 }; /* below it no verdict: with n = 4 the smallest attainable p is 0.083 */
static const double LEVEL = 0.05;

static bool is_ok(const struct trend_row *t)
{
    return str_is(t->outcome, "ok");
}

static void read_change(const struct trend_row *t, struct chart_trend *out)
{
    if (!is_ok(t) || !(t->p_value < LEVEL) || !isfinite(t->estimate) || t->n < LEAST_N)
        return;
    out->changes = true;
    out->change_p = t->p_value;
    out->change_time = t->estimate;
}

static int direction_of(const struct chart_trend *t)
{
    if (!t->tested || !t->sloped || t->n < LEAST_N || !(t->p < LEVEL))
        return 0;
    if (t->slope > 0 && t->slope_low > 0)
        return 1;
    return t->slope < 0 && t->slope_high < 0 ? -1 : 0;
}

struct chart_trend chart_trend_read(const struct vec *trends, struct str series_id)
{
    struct chart_trend out = { .p = NAN, .slope = NAN, .slope_low = NAN, .slope_high = NAN, .intercept = NAN };
    for (size_t i = 0; trends && i < trends->n; i++) {
        const struct trend_row *t = VEC_AT(struct trend_row, trends, i);
        if (!str_equal(t->series_id, series_id))
            continue;
        if (str_is(t->method, "mann_kendall") && !isnan(t->p_value) && is_ok(t)) {
            out.tested = true;
            out.p = t->p_value;
            out.n = t->n;
            out.period_start = t->period_start;
            out.period_end = t->period_end;
        } else if (str_is(t->method, "theil_sen") && str_is(t->term, "slope") && is_ok(t)) {
            out.sloped = isfinite(t->estimate) && isfinite(t->conf_low) && isfinite(t->conf_high);
            out.slope = t->estimate;
            out.slope_low = t->conf_low;
            out.slope_high = t->conf_high;
        } else if (str_is(t->method, "theil_sen") && str_is(t->term, "intercept") && is_ok(t)) {
            out.intercept = t->estimate;
        } else if (str_is(t->method, "pettitt")) {
            read_change(t, &out);
        }
    }
    out.direction = direction_of(&out);
    return out;
}
