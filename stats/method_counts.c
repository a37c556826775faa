#include "stats/counts.h"

#include <math.h>

#include "stats/method.h"

enum { BYAR_FROM = 10 };

static void count_row(struct work *w, const char *term, double count, struct str period)
{
    double alpha = w->options->alpha;
    struct interval i = count < BYAR_FROM ? poisson_exact(count, alpha) : poisson_byar(count, alpha);
    struct trend_row *row = row_value(w, term, count);
    row->conf_low = i.low;
    row->conf_high = i.high;
    row->n = 1;
    row->period_start = row->period_end = period;
    row->note = count < BYAR_FROM ? STR("exact Poisson interval of the mean behind one count")
                                  : STR("Byar's interval of the mean behind one count");
}

static void under_rows(struct work *w, const struct points *p)
{
    double under[3] = { 0 };
    for (size_t i = 0; i < p->n; i++) {
        under[0] += p->value[i] < 3;
        under[1] += p->value[i] < 10;
        under[2] += p->value[i] < 20;
    }
    row_value(w, "n_under_3", under[0])->note = STR("periods with a count that statistical offices would suppress");
    row_value(w, "n_under_10", under[1])->note = STR("periods with a count too small for a rate");
    row_value(w, "n_under_20", under[2])->note = STR("periods with a count whose rate is unreliable");
}

static void ratio_row(struct work *w, const struct points *p)
{
    size_t last = p->n - 1;
    double ta = p->exposure ? p->exposure[0] : 1, tb = p->exposure ? p->exposure[last] : 1;
    struct trend_row *row = row_add(w, "ratio");
    if (p->value[0] + p->value[last] == 0) {
        row->outcome = STR("degenerate");
        row->note = STR("both counts are zero");
        return;
    }
    if (!(ta > 0) || !(tb > 0) || isinf(ta) || isinf(tb)) {
        row->outcome = STR("no_exposure");
        row->note = STR("a period's exposure is missing, zero or negative");
        return;
    }
    struct rate_ratio r = rate_ratio_exact(p->value[0], ta, p->value[last], tb, w->options->alpha, w->options->sides);
    row->estimate = isfinite(r.ratio) ? r.ratio : NAN;
    row->conf_low = r.low;
    row->conf_high = isfinite(r.high) ? r.high : NAN;
    row->p_value = r.p;
    row->note = p->exposure ? STR("last rate over first; null hypothesis: equal rates; exact given the sum; says "
                                  "nothing of the years between")
                            : STR("last count over first; null hypothesis: equal means; exact given the sum; says "
                                  "nothing of the years between");
}

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    for (size_t i = 0; i < p->n; i++)
        if (!is_count(p->value[i])) {
            row_outcome(w, "not_counts", "values that are not whole numbers");
            return;
        }
    count_row(w, "first", p->value[0], p->period[0]);
    count_row(w, "last", p->value[p->n - 1], p->period[p->n - 1]);
    under_rows(w, p);
    if (p->n > 1)
        ratio_row(w, p);
}

const struct method method_counts = {
    .name = "counts",
    .term = "first",
    .help = "How sure single counts are: first and last with the interval of the mean behind them (exact Poisson below "
            "10, Byar's from 10 on), ratio of the last to the first (rates where there is an exposure) with its exact "
            "conditional interval and test, and the number of periods under 3, 10 and 20, where statistical offices "
            "suppress counts or call rates unreliable. Poisson counts are the least that chance does: counts that "
            "come in groups vary more.",
    .reference = "Garwood (1936), Biometrika 28; Breslow & Day (1987), p. 69; Przyborowski & Wilenski (1940), "
                 "Biometrika 31",
    .hypothesis = "the first and the last period have the same mean (or rate)",
    .least_n = 1,
    .by_default = true,
    .default_n = 1,
    .run = run,
};
