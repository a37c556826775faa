#include "stats/change_rows.h"

#include <math.h>

#include "stats/line.h"

enum { MOST = 50000 };

void change_rows(struct work *w, const struct points *p, const struct change *c)
{
    if (isnan(c->statistic) || c->statistic == 0 || c->before == 0 || c->before >= p->n) {
        row_outcome(w, "degenerate", "all values are equal");
        return;
    }
    struct trend_row *row = row_value(w, "change_after", p->time[c->before - 1]);
    row->statistic = c->statistic;
    row->p_value = c->p;
    row->note = STR("the last period before the change; null hypothesis: no change of level; p by formula");
    if (c->permutations)
        row->note = str_of(kept_printf(w,
                                       "the last period before the change; null hypothesis: no change of level; p "
                                       "from %zu permutations",
                                       c->permutations));
    row = row_value(w, "mean_before", mean_of(p->value, c->before));
    row->period_start = p->period[0];
    row->period_end = p->period[c->before - 1];
    row->n = (long)c->before;
    row = row_value(w, "mean_after", mean_of(p->value + c->before, p->n - c->before));
    row->period_start = p->period[c->before];
    row->period_end = p->period[p->n - 1];
    row->n = (long)(p->n - c->before);
}

/* Standardised by the standard deviation of the whole series (divisor n - 1). */
static bool standardise(const struct points *p, double *z)
{
    double mean = mean_of(p->value, p->n);
    long double squares = 0;
    for (size_t i = 0; i < p->n; i++)
        squares += (long double)(p->value[i] - mean) * (p->value[i] - mean);
    double sd = (double)sqrtl(squares / (long double)(p->n - 1));
    for (size_t i = 0; i < p->n; i++)
        z[i] = (p->value[i] - mean) / sd;
    return sd > 0 && isfinite(sd);
}

void pelt_rows(struct work *w, const struct points *p, enum pelt_cost cost)
{
    if (p->n > MOST) {
        row_outcome(w, "no_fit", "more than 50,000 points");
        return;
    }
    double *z = scratch_doubles(w, p->n), penalty = 2 * log((double)p->n);
    size_t *ends = arena_array(w->scratch, p->n, sizeof *ends), n;
    if (!z || !ends) {
        w->failed = true;
        return;
    }
    if (cost == PELT_MEAN && !standardise(p, z)) {
        row_outcome(w, "degenerate", "all values are equal");
        return;
    }
    if (!pelt(w->scratch, cost == PELT_MEAN ? z : p->value, p->n, cost, penalty, false, ends, &n)) {
        w->failed = true;
        return;
    }
    struct trend_row *row = row_value(w, "changes", (double)n);
    row->statistic = penalty;
    row->note = n == 0 ? STR("no change; statistic: the penalty a change, 2 log n")
                       : STR("statistic: the penalty a change, 2 log n");
    for (size_t i = 0; i < n; i++) {
        row = row_value(w, kept_printf(w, "change_%03zu", i + 1), p->time[ends[i] - 1]);
        row->period_start = row->period_end = p->period[ends[i] - 1];
        row->note = STR("the last period before the change");
    }
    for (size_t i = 0; i <= n; i++) {
        size_t from = i == 0 ? 0 : ends[i - 1], to = i == n ? p->n : ends[i];
        row = row_value(w, kept_printf(w, "mean_%03zu", i + 1), mean_of(p->value + from, to - from));
        row->period_start = p->period[from];
        row->period_end = p->period[to - 1];
        row->n = (long)(to - from);
    }
}
