/* What trends.csv says of one series, and what a chart may say after it. The rule for "rose" and "fell" is that of
 * the sentences in stats/wording.h: test, slope, serial correlation and every admissible value must agree. */
#include <math.h>

#include "plots/model.h"

enum { LEAST_N = 5 }; /* below it no verdict: with n = 4 the smallest attainable p is 0.083 */

/* All rows of trends.csv, or some that hold those of the series. */
struct rows {
    const struct trend_row *at;
    size_t n;
    struct str series_id;
};

static const struct trend_row *find(const struct rows *r, const char *method, const char *term)
{
    for (size_t i = 0; i < r->n; i++) {
        const struct trend_row *t = &r->at[i];
        if (str_is(t->term, term) && str_is(t->method, method) && str_equal(t->series_id, r->series_id))
            return t;
    }
    return NULL;
}

static const struct trend_row *find_ok(const struct rows *r, const char *method, const char *term)
{
    const struct trend_row *t = find(r, method, term);
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

/* Do two segments of the joinpoint fit run in opposite directions? Then no one direction tells the series. */
static bool turned(const struct rows *r)
{
    bool up = false, down = false;
    for (int i = 1; i <= 4; i++) {
        char term[] = "apc_0";
        term[4] = (char)('0' + i);
        const struct trend_row *t = find_ok(r, "joinpoint", term);
        up = up || (t && t->estimate > 0);
        down = down || (t && t->estimate < 0);
    }
    return up && down;
}

static int side_of(double low, double high) { return low > 0 ? 1 : high < 0 ? -1 : 0; }

/* Why no direction is told, or the direction. `ranges`: some value is known only as a range. */
static enum chart_verdict judge(const struct rows *r, const struct chart_trend *t, bool ranges)
{
    const struct trend_row *serial = find_ok(r, "hamed_rao", "tau_b"), *every = find_ok(r, "range", "verdict"),
                           *p = find_ok(r, "range", "p_value");
    double alpha = 1 - t->level;
    if (t->few || (t->tested && t->n < LEAST_N))
        return VERDICT_FEW;
    if (!t->tested)
        return VERDICT_NONE;
    int side = t->sloped ? side_of(t->slope_low, t->slope_high) : 0;
    if (t->p <= alpha && side == 0)
        return VERDICT_NIL;
    if (ranges && (!every || !p || every->estimate != side || !(p->conf_high <= alpha)))
        return p && p->conf_low > alpha ? VERDICT_CHANCE : VERDICT_RANGES;
    if (!(t->p <= alpha))
        return VERDICT_CHANCE;
    if (serial && serial->p_value > alpha)
        return VERDICT_SERIAL;
    if (turned(r))
        return VERDICT_TURNED;
    return side > 0 ? VERDICT_RISES : VERDICT_FALLS;
}

struct chart_trend chart_trend_read(const struct trend_row *trends, size_t n, struct str id, bool intervals,
                                    bool ranges)
{
    const struct rows r = { trends, n, id };
    struct chart_trend out = {
        .p = NAN, .slope = NAN, .slope_low = NAN, .slope_high = NAN, .intercept = NAN, .level = 0.95, .pace = NAN
    };
    const struct trend_row *test = find_ok(&r, "mann_kendall", "tau_b");
    const struct trend_row *any = find(&r, "mann_kendall", "tau_b"), *level = find(&r, "series", "confidence_level");
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
    read_slope(find_ok(&r, "theil_sen", "slope"), find_ok(&r, "theil_sen", "intercept"), &out);
    read_change(find_ok(&r, "pettitt", "change_after"), &out);
    out.verdict = judge(&r, &out, ranges);
    out.direction = out.verdict == VERDICT_RISES ? 1 : out.verdict == VERDICT_FALLS ? -1 : 0;
    out.pace = out.direction && !intervals ? out.slope : NAN; /* the slope leaves out values known as intervals only */
    return out;
}
