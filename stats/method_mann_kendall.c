#include "stats/kendall.h"
#include "stats/method.h"

#define NULL_HYPOTHESIS "null hypothesis: the values come in no particular order (no monotonic trend)"

static void run(struct work *w, const struct observations *o)
{
    struct kendall k;
    if (!kendall_score(w->scratch, o->points.value, o->points.n, &k)) {
        w->failed = true;
        return;
    }
    int sides = w->options->sides;
    bool exact = k.n <= KENDALL_EXACT_N;
    struct trend_row *row = row_value(w, "tau_b", k.tau_b);
    row->statistic = k.s;
    row->p_value = kendall_p(&k, sides);
    row->note = k.untied == 0 ? STR("all values are equal: no order is more of a trend than another")
                : exact       ? STR(NULL_HYPOTHESIS "; statistic S; p exact, ties included")
                              : STR(NULL_HYPOTHESIS "; statistic S; p from the normal tail with continuity correction");
    if (k.untied == 0)
        row->outcome = STR("degenerate");
    row_value(w, "var_s", k.variance)->statistic = kendall_z(k.s, k.variance);
    if (exact)
        row_value(w, "least_p", kendall_least_p(&k, sides))->note = STR("the smallest p that these values could give");
}

const struct method method_mann_kendall = {
    .name = "mann_kendall",
    .term = "tau_b",
    .help = "Do later values tend to be higher (or lower) than earlier ones? tau_b with S as the statistic and its "
            "p-value, exact with ties up to n = 60, beyond by the normal tail with continuity correction; var_s "
            "(tie-corrected, with z as the statistic); least_p (to n = 60), the smallest p that n and the ties allow: "
            "at n = 4 "
            "it is 0.083, so no verdict is possible below n = 5. It does not assume a straight line. Serial "
            "correlation makes its p too small: see hamed_rao.",
    .reference = "Mann (1945), Econometrica 13; Kendall (1975), Rank Correlation Methods, ch. 4-5",
    .hypothesis = "the values come in no particular order (no monotonic trend)",
    .least_n = 3,
    .by_default = true,
    .run = run,
};
