/* Every row of tests/stats/reference/expected.csv agrees with ours or is listed with its reason. */
#include "tests/stats/agreement.h"

#include "stats/range.h"
#include "tests/tap.h"

TEST("other packages: every expected value is met, or its difference is listed with a reason")
{
    struct arena *a = arena_new(0);
    struct agreement_tables t;
    struct subjects *all = arena_alloc(a, sizeof *all);
    if (!agreement_load(a, &t, all)) {
        arena_free(a);
        SKIP("not run from the top of the source tree");
    }
    size_t agreeing = 0;
    for (size_t row = 0; row < t.expected.n_rows; row++) {
        double off, got;
        enum agreement g = agreement_of(&t, all, row, &off, &got);
        agreeing += g == AGREES || g == AGREES_IN_ITS_DIGITS;
        if (g == DISAGREES)
            for (size_t c = 0; c < 6; c++)
                printf("%s%.*s%s", c ? "," : "# ", (int)table_cell(&t.expected, row, c).n,
                       table_cell(&t.expected, row, c).p, c == 5 ? "\n" : "");
        CHECK(g != DISAGREES);
    }
    CHECK(agreeing >= 1560);
    arena_free(a);
}

/* A censored series as closed intervals: below c is up to c, above c from c on, by a hair's breadth. */
static size_t censored_case(const struct table *t, struct str name, double *time, double *low, double *high)
{
    size_t n = 0;
    for (size_t i = 0; i < t->n_rows; i++) {
        double v;
        if (!str_equal(table_cell(t, i, 0), name))
            continue;
        str_to_double(table_cell(t, i, 1), &time[n]);
        str_to_double(table_cell(t, i, 2), &v);
        bool censored = str_is(table_cell(t, i, 3), "1"), below = str_is(table_cell(t, i, 4), "below");
        low[n] = !censored ? v : below ? -INFINITY : v + 1e-9;
        high[n++] = !censored ? v : below ? v - 1e-9 : INFINITY;
    }
    return n;
}

TEST("NADA: the same tau, and its slope balances the residuals as ours does")
{
    struct arena *a = arena_new(0);
    struct table series, expected;
    struct err e;
    if (table_read(a, "tests/stats/reference/censored_series.csv", &agreement_comments, &series, NULL, &e) != ST_OK ||
        table_read(a, "tests/stats/reference/censored_expected.csv", &agreement_comments, &expected, NULL, &e) !=
            ST_OK) {
        arena_free(a);
        SKIP("not run from the top of the source tree");
    }
    for (size_t i = 0; i < expected.n_rows; i++) {
        double time[POINTS_LIMIT], low[POINTS_LIMIT], high[POINTS_LIMIT], slope, tau, p;
        size_t n = censored_case(&series, table_cell(&expected, i, 0), time, low, high);
        str_to_double(table_cell(&expected, i, 5), &slope);
        str_to_double(table_cell(&expected, i, 7), &tau);
        str_to_double(table_cell(&expected, i, 8), &p);
        struct censored_trend c;
        CHECK(n > 0 && akritas_theil_sen(a, time, low, high, n, normal_quantile(0.05), &c));
        CHECK_NEAR(c.tau, tau, 1e-11);
        /* NADA corrects the variance for ties of censored values by another formula; theirs is within 30% of ours far
         * out, within 4% near 0.05. Without censoring both are Kendall's. */
        CHECK_NEAR(normal_p(kendall_z(c.score, c.variance), 0), p, p > 0.001 ? 0.04 : 0.4);
        /* NADA stops at any slope whose residuals have score 0 (single precision); ours is the middle of them. */
        CHECK(fabs(c.slope - slope) <= 0.03 * fabs(slope) + 1e-4);
    }
    arena_free(a);
}

TEST("Holm and Benjamini-Hochberg over a known family")
{
    /* R 4.2.2: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5, 0.04), "holm") and "BH" */
    const double p[6] = { 0.01, 0.04, 0.03, 0.005, 0.5, 0.04 };
    const double holm[6] = { 0.05, 0.12, 0.12, 0.03, 0.5, 0.12 };
    const double bh[6] = { 0.03, 0.048, 0.048, 0.03, 0.5, 0.048 };
    double got[6];
    size_t order[6];
    adjust_p(p, 6, ADJUST_HOLM, order, got);
    for (size_t i = 0; i < 6; i++)
        CHECK_NEAR(got[i], holm[i], 1e-15);
    adjust_p(p, 6, ADJUST_BH, order, got);
    for (size_t i = 0; i < 6; i++)
        CHECK_NEAR(got[i], bh[i], 1e-15);
}

TEST("rate ratios with different exposures, against R's poisson.test")
{
    /* R 4.2.2: poisson.test(c(b, a), c(tb, ta)): estimate, conf.int, p; and p of alternative = "greater" */
    static const double cases[5][9] = {
        { 3, 9, 1, 1, 3, 0.748684450197064, 17.2280031269, 0.14599609375, 0.072998046875 },
        { 12, 40, 100, 160, 2.08333333333333, 1.07151275210037, 4.36238759042041, 0.0225206636888264,
          0.0140895911069721 },
        { 0, 4, 3, 5, INFINITY, 0.396074411616056, INFINITY, 0.30419921875, 0.152587890625 },
        { 25, 11, 1000, 1100, 0.4, 0.177654622292447, 0.842767747687467, 0.011372581671701, 0.997571502976865 },
        { 7, 7, 2, 5, 0.4, 0.11972387272424, 1.33640849029774, 0.133528537990572, 0.97646949379507 },
    };
    for (size_t i = 0; i < 5; i++) {
        const double *c = cases[i];
        struct rate_ratio r = rate_ratio_exact(c[0], c[2], c[1], c[3], 0.05, 0);
        CHECK_NEAR(r.ratio, c[4], 1e-12);
        CHECK_NEAR(r.low, c[5], 1e-10);
        CHECK_NEAR(r.high, c[6], 1e-10);
        CHECK_NEAR(r.p, c[7], 1e-10);
        CHECK_NEAR(rate_ratio_exact(c[0], c[2], c[1], c[3], 0.05, 1).p, c[8], 1e-10);
    }
}
