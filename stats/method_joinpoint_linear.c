#include "stats/joinpoint.h"

static void run(struct work *w, const struct observations *o) { joinpoint_run(w, o, JOINPOINT_WEIGHTED_BIC, false); }

const struct method method_joinpoint_linear = {
    .name = "joinpoint_linear",
    .term = "joinpoints",
    .help =
        "As joinpoint, through the values themselves: slope_1 ... and mean_slope per year. For series with zeros or "
        "negative values.",
    .reference = "Kim et al. (2000), Statistics in Medicine 19; Kim et al. (2022), Journal of Applied Statistics 50; "
                 "Clegg et al. (2009), Statistics in Medicine 28 (AAPC)",
    .least_n = 4,
    .run = run,
};
