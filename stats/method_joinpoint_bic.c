#include "stats/joinpoint.h"

static void run(struct work *w, const struct observations *o) { joinpoint_run(w, o, JOINPOINT_BIC, true); }

const struct method method_joinpoint_bic = {
    .name = "joinpoint_bic",
    .term = "joinpoints",
    .help = "As joinpoint, the number chosen by BIC, which finds more joinpoints in short series than are there.",
    .reference = "Kim et al. (2000), Statistics in Medicine 19; Kim et al. (2022), Journal of Applied Statistics 50; "
                 "Clegg et al. (2009), Statistics in Medicine 28 (AAPC)",
    .least_n = 4,
    .needs = NEEDS_COUNTS,
    .run = run,
};
