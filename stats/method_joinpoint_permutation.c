#include "stats/joinpoint.h"

static void run(struct work *w, const struct observations *o) { joinpoint_run(w, o, JOINPOINT_PERMUTATION, true); }

const struct method method_joinpoint_permutation = {
    .name = "joinpoint_permutation",
    .term = "joinpoints",
    .help = "As joinpoint, the number chosen by permutation tests in a row from none against the most, each at alpha "
            "divided by the most, with 4,499 permutations of the residuals drawn from the seed.",
    .reference = "Kim et al. (2000), Statistics in Medicine 19; Kim et al. (2022), Journal of Applied Statistics 50; "
                 "Clegg et al. (2009), Statistics in Medicine 28 (AAPC)",
    .least_n = 4,
    .needs = NEEDS_COUNTS,
    .run = run,
};
