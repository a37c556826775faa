/* `make accuracy`: digits right on certified data, and agreement with other packages. */
#include <stdio.h>

#include "tests/stats/nist.h"

static int print_nist(struct arena *a)
{
    struct table certified;
    struct err e;
    int missed = 0;
    if (table_read(a, "tests/stats/nist/certified.csv", &nist_comments, &certified, NULL, &e) != ST_OK)
        return 1;
    printf("NIST StRD: digits right (15 is the cap), least over coefficients and over standard errors\n");
    printf("%-10s %12s %8s %8s  %s\n", "set", "coefficients", "errors", "sigma", "promised");
    for (size_t i = 0; i < NIST_SETS; i++) {
        const struct nist_set *s = &nist_sets[i];
        if (s->model == NIST_UNIVARIATE && (i == 0 || nist_sets[i - 1].model != NIST_UNIVARIATE))
            printf("%-10s %12s %8s %8s\n", "set", "mean", "sd", "lag-1 r");
        struct nist_result r = nist_try(a, s, &certified);
        bool good = r.done && r.coefficients >= s->coefficients && r.errors >= s->errors;
        printf("%-10s %12.1f %8.1f %8.1f  %s\n", s->name, r.coefficients, r.errors, r.sigma, good ? "yes" : "MISSED");
        missed += !good;
    }
    return missed;
}

int main(void)
{
    struct arena *a = arena_new(0);
    if (!a)
        return 3;
    int missed = print_nist(a);
    arena_free(a);
    return missed > 0;
}
