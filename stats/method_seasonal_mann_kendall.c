#include <math.h>

#include "stats/distribution.h"
#include "stats/kendall.h"
#include "stats/method.h"

static size_t season_of(double time, size_t seasons)
{
    return (size_t)nearbyint((time - floor(time)) * (double)seasons) % seasons;
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
}

const struct method method_seasonal_mann_kendall = {
    .name = "seasonal_mann_kendall",
    .term = "tau_b",
    .help = "Mann-Kendall within each month or quarter, the scores added: a trend that the seasons cannot feign. p by "
            "the normal tail with continuity correction, seasons taken as independent of each other.",
    .reference = "Hirsch, Slack & Smith (1982), Water Resources Research 18",
    .hypothesis = "no monotonic trend in any season",
    .least_n = 8,
    .needs = NEEDS_SEASONS,
    .by_default = true,
    .default_n = 8,
    .run = run,
};
