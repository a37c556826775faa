#include <math.h>

#include "stats/method.h"

static const struct trend_row *find(const struct trend_row *rows, size_t n, const char *method, const char *term)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(rows[i].method, method) && str_is(rows[i].term, term))
            return &rows[i];
    return NULL;
}

struct str trend_summary(struct arena *a, const struct series_row *rows, size_t n_rows, const struct trend_row *trends,
                         size_t n_trends)
{
    const struct trend_row *kendall = find(trends, n_trends, "mann_kendall", "tau_b");
    const struct trend_row *sen = find(trends, n_trends, "theil_sen", "slope");
    (void)rows;
    (void)n_rows;
    if (!kendall || isnan(kendall->p_value) || kendall->n < 5 || !sen || isnan(sen->conf_low) || isnan(sen->conf_high))
        return STR("Too few periods for a verdict.");
    if (kendall->p_value > 0.05)
        return arena_printf(a, "No trend can be told from chance (n = %ld, p = %.2g).", kendall->n, kendall->p_value);
    return arena_printf(a, "The values %s by about %.3g a year (interval %.3g to %.3g; n = %ld, p = %.2g).",
                        kendall->estimate > 0 ? "rose" : "fell", fabs(sen->estimate),
                        fmin(fabs(sen->conf_low), fabs(sen->conf_high)),
                        fmax(fabs(sen->conf_low), fabs(sen->conf_high)), kendall->n, kendall->p_value);
}
