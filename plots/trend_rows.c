/* What trends.csv says of one series, and what a chart may say after it. The rule for "rose" and "fell" is that of
 * the sentences in stats/wording.h: test, slope, serial correlation and every admissible value must agree. */
#include <math.h>

#include "plots/model.h"

enum { LEAST_N = 5 }; /* below it no verdict: with n = 4 the smallest attainable p is 0.083 */

static const struct trend_row *find(const struct vec *trends, struct str series_id, const char *method, const char *term)
{
    for (size_t i = 0; trends && i < trends->n; i++) {
        const struct trend_row *t = VEC_AT(struct trend_row, trends, i);
        if (str_is(t->term, term) && str_is(t->method, method) && str_equal(t->series_id, series_id))
            return t;
    }
    return NULL;
}

static const struct trend_row *find_ok(const struct vec *trends, struct str series_id, const char *method, const char *term)
{
    const struct trend_row *t = find(trends, series_id, method, term);
    return t && str_is(t->outcome, "ok") ? t : NULL;
}

static void read_slope(const struct trend_row *slope, const struct trend_row *intercept, struct chart_trend *out)
{
    if (intercept)
        out->intercept = intercept->estimate;
    if (!slope)
        return;
    out->slope = slope->estimate;
    out->slope_low = slope->conf_low;
    out->slope_high = slope->conf_high;
    out->sloped = isfinite(slope->estimate) && isfinite(slope->conf_low) && isfinite(slope->conf_high);
}

static void read_change(const struct trend_row *t, struct chart_trend *out)
{
    out->changes = t && t->p_value < 1 - out->level && isfinite(t->estimate) && t->n >= LEAST_N;
    if (out->changes) {
        out->change_p = t->p_value;
        out->change_time = t->estimate;
    }
}

static int side_of(double low, double high)
{
    return low > 0 ? 1 : high < 0 ? -1 : 0;
}

/* Why no direction is told, or the direction. `ranges`: some value is known only as a range. */
static enum chart_verdict judge(const struct vec *trends, struct str id, const struct chart_trend *t, bool ranges)
{
    const struct trend_row *serial = find_ok(trends, id, "hamed_rao", "tau_b"), *every = find_ok(trends, id, "range", "verdict"),
                           *p = find_ok(trends, id, "range", "p_value");
    double alpha = 1 - t->level;
    if (t->few || (t->tested && t->n < LEAST_N))
        return VERDICT_FEW;
    if (!t->tested)
        return VERDICT_NONE;
    int side = t->sloped ? side_of(t->slope_low, t->slope_high) : 0;
    if (ranges && (!every || !p || every->estimate != side || !(p->conf_high <= alpha)))
        return p && p->conf_low > alpha ? VERDICT_CHANCE : VERDICT_RANGES;
    if (!(t->p <= alpha) || side == 0)
        return VERDICT_CHANCE;
    if (serial && serial->p_value > alpha)
        return VERDICT_SERIAL;
    return side > 0 ? VERDICT_RISES : VERDICT_FALLS;
}

struct chart_trend chart_trend_read(const struct vec *trends, struct str id, bool intervals, bool ranges)
{
    struct chart_trend out = { .p = NAN, .slope = NAN, .slope_low = NAN, .slope_high = NAN, .intercept = NAN, .level = 0.95,
                               .pace = NAN };
    const struct trend_row *test = find_ok(trends, id, "mann_kendall", "tau_b");
    const struct trend_row *any = find(trends, id, "mann_kendall", "tau_b"), *level = find(trends, id, "series", "confidence_level");
    if (level && level->estimate > 0 && level->estimate < 1)
        out.level = level->estimate;
    out.few = any && str_is(any->outcome, "too_few");
    if (test && !isnan(test->p_value)) {
        out.tested = true;
        out.p = test->p_value;
        out.n = test->n;
        out.period_start = test->period_start;
        out.period_end = test->period_end;
    }
    read_slope(find_ok(trends, id, "theil_sen", "slope"), find_ok(trends, id, "theil_sen", "intercept"), &out);
    read_change(find_ok(trends, id, "pettitt", "change_after"), &out);
    out.verdict = judge(trends, id, &out, ranges);
    out.direction = out.verdict == VERDICT_RISES ? 1 : out.verdict == VERDICT_FALLS ? -1 : 0;
    out.pace = out.direction && !intervals ? out.slope : NAN; /* the slope leaves out values known as intervals only */
    return out;
}
