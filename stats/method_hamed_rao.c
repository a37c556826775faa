#include <math.h>

#include "stats/distribution.h"
#include "stats/method.h"
#include "stats/serial.h"
#include "stats/slopes.h"

static void run(struct work *w, const struct observations *o)
{
    const struct points *p = &o->points;
    struct kendall k;
    struct slopes s;
    struct hamed_rao h;
    double z = normal_quantile(w->options->alpha);
    if (!kendall_score(w->scratch, p->value, p->n, &k) ||
        !theil_sen(w->scratch, p->time, p->value, p->n, k.variance, z, &s) ||
        !hamed_rao(w->scratch, p->time, p->value, p->n, &k, s.slope, normal_quantile(0.05), 0, &h)) {
        w->failed = true;
        return;
    }
    if (!(h.variance > 0)) {
        row_outcome(w, "no_fit", k.untied == 0 ? "all values are equal" : "the corrected variance is not positive");
        return;
    }
    struct trend_row *row = row_value(w, "tau_b", k.tau_b);
    row->statistic = h.z;
    row->p_value = normal_p(h.z, w->options->sides);
    row->note = o->n_gaps
                    ? STR("null hypothesis: no monotonic trend; statistic z; gaps are taken as if there were none")
                    : STR("null hypothesis: no monotonic trend; statistic z");
    row_value(w, "variance_factor", h.factor)->note = STR("above 1: serial correlation makes the plain test too sure");
}

const struct method method_hamed_rao = {
    .name = "hamed_rao",
    .term = "tau_b",
    .help =
        "Mann-Kendall again with the variance of S corrected for serial correlation of the ranks around "
        "Theil-Sen's line (lags significant at 5%): a check of how far mann_kendall's p can be trusted, from n = 20 "
        "on. Rows: tau_b with z and p, variance_factor.",
    .reference = "Hamed & Rao (1998), Journal of Hydrology 204",
    .hypothesis = "no monotonic trend",
    .least_n = 20,
    .by_default = true,
    .default_n = 20,
    .run = run,
};
