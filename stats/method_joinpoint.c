#include "stats/joinpoint.h"

static void run(struct work *w, const struct observations *o) { joinpoint_run(w, o, JOINPOINT_WEIGHTED_BIC, true); }

const struct method method_joinpoint = {
    .name = "joinpoint",
    .term = "joinpoints",
    .help = "Did the rate of change itself change? Continuous straight lines through the logarithms (of rates, with an "
            "exposure), joined at observed periods: every placement is tried, two observations or more from an "
            "end to a joinpoint and between joinpoints, none tried below n = 7, one below 12, two below 20, else three "
            "(fewer in very long series), and "
            "their number is chosen by weighted BIC. Rows: joinpoints (their number), joinpoint_1 ... (the period), "
            "apc_1 ... (per cent a year in each segment), aapc (averaged over the whole span). Intervals take the "
            "joinpoints as known and are therefore too narrow near them.",
    .reference = "Kim et al. (2000), Statistics in Medicine 19; Kim et al. (2022), Journal of Applied Statistics 50; "
                 "Clegg et al. (2009), Statistics in Medicine 28 (AAPC)",
    .least_n = 4,
    .needs = NEEDS_COUNTS,
    .by_default = true,
    .default_n = 7,
    .run = run,
};
