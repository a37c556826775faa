#include <math.h>
#include <stdio.h>

#include "stats/distribution.h"
#include "stats/glm.h"
#include "stats/joinpoint.h"

/* Logarithms of values, or of rates where there is an exposure; NULL with an outcome row where there are none. */
static const double *prepare_values(struct work *w, const struct points *p, bool logarithms)
{
    if (!logarithms)
        return p->value;
    double *logs = scratch_doubles(w, p->n);
    for (size_t i = 0; logs && i < p->n; i++) {
        double e = p->exposure ? p->exposure[i] : 1;
        if (!(e > 0) || isinf(e)) {
            glm_outcome_row(w, GLM_NO_EXPOSURE);
            return NULL;
        }
        if (!(p->value[i] > 0)) {
            row_outcome(w, "not_counts", "values of zero or below have no logarithm: see joinpoint_linear");
            return NULL;
        }
        logs[i] = log(p->value[i]) - log(e);
    }
    return logs;
}

static void slope_row(struct work *w, const char *term, double slope, double se, double df, bool logarithms,
                      struct str from, struct str to)
{
    struct trend_row *row = row_value(w, term, logarithms ? percent_change(slope) : slope);
    row->period_start = from;
    row->period_end = to;
    if (!(df > 0) || !(se > 0)) {
        row->note = STR("no interval: as many parameters as observations, or a perfect fit");
        return;
    }
    double q = student_quantile(w, (size_t)df), low = slope - q * se, high = slope + q * se;
    row->conf_low = logarithms ? percent_change(low) : low;
    row->conf_high = logarithms ? percent_change(high) : high;
    row->statistic = slope / se;
    row->p_value = student_p(slope / se, df, w->options->sides);
    row->note = logarithms ? STR("% a year; null hypothesis: no change; statistic t; as if the joinpoints were known")
                           : STR("per year; null hypothesis: no change; statistic t; as if the joinpoints were known");
}

static const char *numbered(const char *what, bool logarithms, size_t i)
{
    static const char *const names[2][3][JOINPOINTS_LIMIT + 1] = {
        { { "slope_1", "slope_2", "slope_3", "slope_4" }, { "joinpoint_1", "joinpoint_2", "joinpoint_3", "" } },
        { { "apc_1", "apc_2", "apc_3", "apc_4" }, { "joinpoint_1", "joinpoint_2", "joinpoint_3", "" } },
    };
    return names[logarithms][what[0] == 'j'][i];
}

void joinpoint_run(struct work *w, const struct observations *o, enum joinpoint_rule rule, bool logarithms)
{
    static const char *const notes[] = {
        "number chosen by BIC, which is the statistic",
        "number chosen by weighted BIC, which is the statistic",
        "number chosen by permutation tests; statistic: the last test's p from 4,499 permutations",
    };
    const struct points *p = &o->points;
    const double *values = prepare_values(w, p, logarithms);
    struct joinpoint_data d;
    struct joinpoint_fit fit;
    if (!values)
        return;
    if (!joinpoint_prepare(w->scratch, p->time, values, p->n, &d)) {
        row_outcome(w, "no_fit", "the sums of squares overflow");
        return;
    }
    if (!joinpoint_choose(w->scratch, &d, rule, w->options->alpha, w->options->seed, &fit)) {
        w->failed = true;
        return;
    }
    struct trend_row *row = row_value(w, "joinpoints", (double)fit.k);
    row->statistic = fit.criterion;
    row->outcome = isfinite(fit.criterion) || isnan(fit.criterion) ? STR("ok") : STR("degenerate");
    row->note = joinpoint_most(p->n) == 0 ? STR("none is tried below n = 7") : str_of(notes[rule]);
    for (size_t s = 0; s <= fit.k; s++) {
        size_t from = s == 0 ? 0 : fit.at[s - 1], to = s == fit.k ? p->n - 1 : fit.at[s];
        slope_row(w, numbered("slope", logarithms, s), fit.slope[s], fit.se_slope[s], fit.df, logarithms,
                  p->period[from], p->period[to]);
        if (s < fit.k) {
            row = row_value(w, numbered("joinpoint", logarithms, s), p->time[to]);
            row->period_start = row->period_end = p->period[to];
            row->note = STR("the period at which the slope changes");
        }
    }
    slope_row(w, logarithms ? "aapc" : "mean_slope", fit.mean_slope, fit.se_mean_slope, fit.df, logarithms,
              p->period[0], p->period[p->n - 1]);
}
