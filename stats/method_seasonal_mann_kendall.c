#include <math.h>

#include "stats/distribution.h"
#include "stats/kendall.h"
#include "stats/method.h"
#include "stats/select.h"

static size_t season_of(double time, size_t seasons)
{
    return (size_t)nearbyint((time - floor(time)) * (double)seasons) % seasons;
}

enum { MOST = 4000 }; /* points whose slopes are made */

/* Slopes between years of the same season; returns how many. */
static size_t season_slopes(const struct points *p, size_t seasons, double *slopes)
{
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++)
        for (size_t j = i + 1; j < p->n; j++)
            if (season_of(p->time[i], seasons) == season_of(p->time[j], seasons))
                slopes[n++] = (p->value[j] - p->value[i]) / (p->time[j] - p->time[i]);
    return n;
}

/* The seasonal Kendall slope: their median, with the rank interval of theil_sen. */
static void slope_row(struct work *w, const struct observations *o, double pairs, double variance)
{
    double *slopes = scratch_doubles(w, (size_t)pairs), c = normal_quantile(w->options->alpha) * sqrt(variance);
    if (!slopes || pairs < 1)
        return;
    size_t n = season_slopes(&o->points, o->seasons, slopes);
    double low = nearbyint((pairs - c) / 2), high = nearbyint((pairs + c) / 2) + 1;
    sort_doubles(slopes, n);
    struct trend_row *row = row_value(w, "slope", slopes[(n - 1) / 2] + (slopes[n / 2] - slopes[(n - 1) / 2]) / 2);
    row->note = STR("per year; median of the slopes between years within each season");
    if (low >= 1 && high <= (double)n) {
        row->conf_low = slopes[(size_t)low - 1];
        row->conf_high = slopes[(size_t)high - 1];
    }
}

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    double *values = scratch_doubles(w, p->n), s = 0, variance = 0, untied = 0, pairs = 0;
    for (size_t season = 0; values && season < o->seasons; season++) {
        size_t n = 0;
        struct kendall k;
        for (size_t i = 0; i < p->n; i++)
            if (season_of(p->time[i], o->seasons) == season)
                values[n++] = p->value[i];
        if (!kendall_score(w->scratch, values, n, &k)) {
            w->failed = true;
            return;
        }
        s += k.s;
        variance += k.variance;
        untied += k.untied;
        pairs += k.pairs;
    }
    if (!values)
        return;
    if (!(variance > 0)) {
        row_outcome(w, "degenerate", "no two values of one season differ");
        return;
    }
    struct trend_row *row = row_value(w, "tau_b", s / sqrt(pairs) / sqrt(untied));
    row->statistic = s;
    row->p_value = normal_p(kendall_z(s, variance), w->options->sides);
    row->note = STR("null hypothesis: no monotonic trend in any season; statistic S; p normal, seasons independent");
    row_value(w, "var_s", variance)->statistic = kendall_z(s, variance);
    if (p->n <= MOST)
        slope_row(w, o, pairs, variance);
}

const struct method method_seasonal_mann_kendall = {
    .name = "seasonal_mann_kendall",
    .term = "tau_b",
    .help = "Mann-Kendall within each month or quarter, the scores added: a trend that the seasons cannot feign. p by "
            "the normal tail with continuity correction, seasons taken as independent of each other; slope, the median "
            "of the slopes within the "
            "seasons, per year with interval.",
    .reference = "Hirsch, Slack & Smith (1982), Water Resources Research 18",
    .hypothesis = "no monotonic trend in any season",
    .least_n = 8,
    .needs = NEEDS_SEASONS,
    .by_default = true,
    .default_n = 8,
    .run = run,
};
