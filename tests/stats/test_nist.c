/* Certified values of the NIST StRD. */
#include "tests/stats/nist.h"

#include "tests/tap.h"

TEST("NIST StRD: every coefficient and error keeps the digits promised")
{
    struct arena *a = arena_new(0);
    struct table certified;
    struct err e;
    if (table_read(a, "tests/stats/nist/certified.csv", &nist_comments, &certified, NULL, &e) != ST_OK) {
        arena_free(a);
        SKIP("not run from the top of the source tree");
    }
    for (size_t i = 0; i < NIST_SETS; i++) {
        struct nist_result r = nist_try(a, &nist_sets[i], &certified);
        CHECK(r.done);
        if (r.coefficients < nist_sets[i].coefficients || r.errors < nist_sets[i].errors) {
            printf("# %s: %.1f %.1f digits\n", nist_sets[i].name, r.coefficients, r.errors);
            CHECK(r.coefficients >= nist_sets[i].coefficients);
            CHECK(r.errors >= nist_sets[i].errors);
        }
    }
    arena_free(a);
}
