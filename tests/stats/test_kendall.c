/* Mann-Kendall's exact distribution against full enumeration, and the score against pair counting. */
#include "stats/kendall.h"
#include "tests/tap.h"

#include <stdlib.h>

static double pair_score(const double *v, size_t n)
{
    double s = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            s += (v[j] > v[i]) - (v[j] < v[i]);
    return s;
}

/* Next order of v in lexicographic order; false after the last. */
static bool next_order(double *v, size_t n)
{
    size_t i = n - 1, j = n - 1;
    while (i > 0 && v[i - 1] >= v[i])
        i--;
    if (i == 0)
        return false;
    while (v[j] <= v[i - 1])
        j--;
    double x = v[i - 1];
    v[i - 1] = v[j];
    v[j] = x;
    for (size_t a = i, b = n - 1; a < b; a++, b--) {
        x = v[a];
        v[a] = v[b];
        v[b] = x;
    }
    return true;
}

/* Every distinct order of a multiset is equally likely. */
static void check_enumeration(struct arena *a, const size_t *groups, size_t n_groups)
{
    double v[9], count[80] = { 0 }, total = 0;
    size_t n = 0;
    for (size_t g = 0; g < n_groups; g++)
        for (size_t j = 0; j < groups[g]; j++)
            v[n++] = (double)g;
    struct kendall k;
    CHECK(kendall_score(a, v, n, &k));
    do {
        count[(size_t)(pair_score(v, n) + 36)]++;
        total++;
    } while (next_order(v, n));
    for (int s = -36; s <= 36; s++) {
        double upper = 0, both = 0;
        for (int x = -36; x <= 36; x++) {
            upper += x >= s ? count[x + 36] : 0;
            both += abs(x) >= abs(s) ? count[x + 36] : 0;
        }
        if (count[s + 36] == 0)
            continue;
        k.s = s;
        CHECK_NEAR(kendall_exact_upper(&k, s), upper / total, 1e-15);
        CHECK_NEAR(kendall_exact_p(&k, 1), upper / total, 1e-15);
        CHECK_NEAR(kendall_exact_p(&k, 0), both / total, 1e-15);
    }
}

static void all_partitions(struct arena *a, size_t *groups, size_t n_groups, size_t left, size_t most)
{
    if (left == 0)
        check_enumeration(a, groups, n_groups);
    for (size_t g = 1; g <= left && g <= most; g++) {
        groups[n_groups] = g;
        all_partitions(a, groups, n_groups + 1, left - g, g);
    }
}

TEST("the exact distribution equals full enumeration for every tie pattern to n = 9")
{
    struct arena *a = arena_new(0);
    size_t groups[9];
    for (size_t n = 1; n <= 9; n++)
        all_partitions(a, groups, 0, n, n);
    arena_free(a);
}

TEST("the exact distribution is symmetric and sums to 1 up to n = 60, with and without ties")
{
    struct arena *a = arena_new(0);
    for (size_t n = 10; n <= 60; n += 10) {
        for (size_t ties = 1; ties <= 4; ties++) {
            double v[60];
            for (size_t i = 0; i < n; i++)
                v[i] = (double)(i / ties);
            struct kendall k;
            CHECK(kendall_score(a, v, n, &k));
            for (double s = -k.untied; s <= k.untied; s += 2) {
                double up = kendall_exact_upper(&k, s), beyond = kendall_exact_upper(&k, s + 2);
                double down = kendall_exact_upper(&k, -s); /* P(S <= s) by symmetry */
                CHECK_NEAR(down + beyond, 1, 1e-13);
                CHECK(up >= beyond && up > 0 && up <= 1);
            }
            CHECK_NEAR(kendall_exact_upper(&k, -k.untied), 1, 1e-15);
            k.s = k.untied;
            CHECK_NEAR(kendall_least_p(&k, 0), kendall_exact_p(&k, 0), 1e-14);
        }
    }
    arena_free(a);
}

TEST("the score of long series with ties equals counting pairs")
{
    struct arena *a = arena_new(0);
    unsigned x = 7;
    for (size_t n = 61; n < 400; n += 37) {
        double v[400];
        for (size_t i = 0; i < n; i++)
            v[i] = (double)((x = x * 1103515245u + 12345u) >> 16 & 63);
        struct kendall k;
        CHECK(kendall_score(a, v, n, &k));
        CHECK_NEAR(k.s, pair_score(v, n), 0);
    }
    arena_free(a);
}

TEST("tails far out keep their digits")
{
    /* R 4.2.2: pnorm(-30, log.p = TRUE) gives -454.3212439563432; airmiles: exact 7.7e-23 where cor.test goes negative.
     */
    struct kendall k = { .n = 24, .s = 274, .untied = 275, .pairs = 276 };
    struct arena *a = arena_new(0);
    double v[24];
    for (size_t i = 0; i < 24; i++)
        v[i] = (double)i;
    CHECK(kendall_score(a, v, 24, &k));
    k.s = 274;
    CHECK_NEAR(kendall_exact_p(&k, 0), 7.736340341261368e-23, 1e-14);  /* 2 * (1 + 23) / 24! */
    CHECK_NEAR(kendall_least_p(&k, 0), 3.2234751421922368e-24, 1e-14); /* 2 / 24! */
    arena_free(a);
}

TEST("no values, one value and equal values have no trend")
{
    struct arena *a = arena_new(0);
    struct kendall k;
    double equal[5] = { 3, 3, 3, 3, 3 };
    CHECK(kendall_score(a, equal, 0, &k) && kendall_p(&k, 0) == 1);
    CHECK(kendall_score(a, equal, 1, &k) && kendall_p(&k, 0) == 1);
    CHECK(kendall_score(a, equal, 5, &k));
    CHECK(k.s == 0 && k.variance == 0 && kendall_p(&k, 0) == 1 && kendall_p(&k, 1) == 1 && isnan(k.tau_b));
    arena_free(a);
}
