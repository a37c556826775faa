#include <math.h>

#include "stats/glm.h"
#include "stats/method.h"
#include "stats/range.h"

enum { MOST = 1000, MOST_RATES = 200 };

static double bounded(double x) { return isfinite(x) ? x : NAN; }

static struct trend_row *bounds_row(struct work *w, const char *term, double low, double high)
{
    struct trend_row *row = row_add(w, term);
    row->conf_low = bounded(low);
    row->conf_high = bounded(high);
    row->note = STR("least and greatest over all admissible values; empty: unbounded");
    return row;
}

static void verdict_row(struct work *w, const struct bounds *s)
{
    int verdict = s->low > 0 ? 1 : s->high < 0 ? -1 : 0;
    row_value(w, "verdict", verdict)->note = verdict > 0   ? STR("rises whatever the true values")
                                             : verdict < 0 ? STR("falls whatever the true values")
                                                           : STR("may rise or fall, as the true values may be");
}

/* The greatest p lies at the score nearest zero, the least at the one farthest from it. */
static bool p_row(struct work *w, const struct observations *o, const struct bounds *s)
{
    int sides = w->options->sides;
    double p_low, p_high;
    if (!score_p(w->scratch, o->low, o->high, o->n, s->low, sides, &p_low) ||
        !score_p(w->scratch, o->low, o->high, o->n, s->high, sides, &p_high))
        return false;
    bool either = s->low <= 0 && s->high >= 0 && sides == 0;
    bounds_row(w, "p_value", fmin(p_low, p_high), either ? 1 : fmax(p_low, p_high))->note =
        STR("least and greatest p of mann_kendall over all admissible values, the unknown taken as untied");
    return true;
}

static bool apc_row(struct work *w, const struct observations *o)
{
    struct bounds b;
    if (!o->non_negative || o->n > MOST_RATES)
        return true;
    if (!rate_bounds(w->scratch, o, &b))
        return false;
    if (!isnan(b.low) && !isnan(b.high))
        bounds_row(w, "apc", percent_change(b.low), percent_change(b.high))->note =
            STR("% a year of quasi_poisson: least and greatest over all admissible values; empty: unbounded");
    return true;
}

static void run(struct work *w, const struct observations *o)
{
    struct bounds s, slope;
    if (o->n > MOST) {
        row_outcome(w, "no_fit", "more than 1,000 periods");
        return;
    }
    if (!score_bounds(w->scratch, o->low, o->high, o->n, &s) ||
        !slope_bounds(w->scratch, o->time, o->low, o->high, o->n, &slope) || !p_row(w, o, &s) || !apc_row(w, o)) {
        w->failed = true;
        return;
    }
    verdict_row(w, &s);
    struct trend_row *row = bounds_row(w, "s", s.low, s.high);
    row->estimate = score_of_disjoint(o->low, o->high, o->n);
    row->note = STR("Kendall's S: over pairs that cannot overlap, least and greatest over all admissible values");
    bounds_row(w, "slope", slope.low, slope.high)->note =
        STR("Theil-Sen's slope: no less and no more over all admissible values; empty: unbounded");
}

const struct method method_range = {
    .name = "range",
    .term = "verdict",
    .help =
        "Does the trend survive every admissible value of the periods that are only known as '<5', 'over 1,000' or "
        "a range, or on which sources disagree? Nothing is imputed. Rows: s (Kendall's S over pairs that cannot "
        "overlap, with the least and the greatest S), slope, apc and p_value (their least and greatest, empty where "
        "unbounded), verdict (1 rises whatever the true values, -1 falls, 0 may rise or fall). An open lower end "
        "is 0 in a series without negative numbers.",
    .reference = "Manski (2003), Partial Identification of Probability Distributions, for the idea; the search is ours",
    .least_n = 3,
    .needs = NEEDS_RANGES,
    .by_default = true,
    .run = run,
};
