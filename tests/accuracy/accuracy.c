/* `make accuracy`: digits right on certified data, and agreement with other packages. */
#include <stdio.h>

#include "tests/stats/agreement.h"
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

/* One line a method: rows compared, agreeing, agreeing in the package's own digits, differing (or without a
 * counterpart) for a stated reason, and disagreeing, each of which is shown. */
static int print_agreement(struct arena *a)
{
    struct agreement_tables t;
    struct subjects *all = arena_alloc(a, sizeof *all);
    size_t total[4] = { 0 };
    if (!all || !agreement_load(a, &t, all))
        return 1;
    printf("\nAgreement with other packages, by method (tests/stats/reference)\n%-46s %5s %6s %7s %8s %9s\n", "method",
           "rows", "1e-9", "digits", "reason", "disagrees");
    for (size_t i = 0, j; i < t.expected.n_rows; i = j) {
        struct str method = table_cell(&t.expected, i, 1);
        bool seen = false;
        for (size_t b = 0; b < i && !seen; b++)
            seen = str_equal(table_cell(&t.expected, b, 1), method);
        j = i + 1;
        if (seen)
            continue;
        size_t n[4] = { 0 }, rows = 0;
        for (size_t row = i; row < t.expected.n_rows; row++) {
            double off, got;
            if (!str_equal(table_cell(&t.expected, row, 1), method))
                continue;
            enum agreement g = agreement_of(&t, all, row, &off, &got);
            n[g]++;
            rows++;
            total[g]++;
            if (g == DISAGREES)
                for (size_t c = 0; c < 6; c++)
                    printf("%s%.*s", c ? "," : "! ", (int)table_cell(&t.expected, row, c).n,
                           table_cell(&t.expected, row, c).p);
            if (g == DISAGREES)
                printf(" ours %.15g off %.1e\n", got, off);
        }
        printf("%-46.*s %5zu %6zu %7zu %8zu %9zu\n", (int)method.n, method.p, rows, n[AGREES], n[AGREES_IN_ITS_DIGITS],
               n[DIFFERS_WITH_REASON], n[DISAGREES]);
    }
    printf("%-46s %5zu %6zu %7zu %8zu %9zu\n", "all", t.expected.n_rows, total[AGREES], total[AGREES_IN_ITS_DIGITS],
           total[DIFFERS_WITH_REASON], total[DISAGREES]);
    return (int)total[DISAGREES];
}

int main(void)
{
    struct arena *a = arena_new(0);
    if (!a)
        return 3;
    int missed = print_nist(a) + print_agreement(a);
    arena_free(a);
    return missed > 0;
}
