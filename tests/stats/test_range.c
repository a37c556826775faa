/* Bounds over all admissible values, against trying them all. */
#include "stats/range.h"

#include "stats/glm.h"
#include "stats/random.h"
#include "stats/slopes.h"
#include "tests/tap.h"

enum { N = 6, STEPS = 8, GREATEST = 6 }; /* values 0 .. 6 in steps of 1/8: room for any order between two integers */

static double score(const double *v)
{
    double s = 0;
    for (size_t i = 0; i < N; i++)
        for (size_t j = i + 1; j < N; j++)
            s += (v[j] > v[i]) - (v[j] < v[i]);
    return s;
}

struct extremes {
    double s_low, s_high, slope_low, slope_high;
};

static void try_all(struct arena *a, const double *low, const double *high, double *v, size_t i, struct extremes *x)
{
    static const double time[N] = { 0, 1, 2, 4, 5, 7 };
    if (i == N) {
        struct slopes slopes;
        arena_reset(a);
        CHECK(theil_sen(a, time, v, N, 1, 0, &slopes));
        double s = score(v);
        x->s_low = fmin(x->s_low, s);
        x->s_high = fmax(x->s_high, s);
        x->slope_low = fmin(x->slope_low, slopes.slope);
        x->slope_high = fmax(x->slope_high, slopes.slope);
        return;
    }
    double to = fmin(high[i], GREATEST);
    for (double value = low[i]; value <= to; value += 1.0 / STEPS) {
        v[i] = value;
        try_all(a, low, high, v, i + 1, x);
    }
}

TEST("least and greatest S equal trying all values, slope bounds are never too narrow")
{
    static const double time[N] = { 0, 1, 2, 4, 5, 7 };
    struct arena *a = arena_new(0), *b = arena_new(0);
    struct random_state r = { 11 };
    for (int trial = 0; trial < 60; trial++) {
        double low[N], high[N], v[N];
        size_t unknown = 0;
        for (size_t i = 0; i < N; i++) {
            low[i] = high[i] = (double)random_below(&r, GREATEST + 1);
            if (unknown < 2 + (trial % 10 == 0) && random_below(&r, 2)) {
                high[i] = low[i] + (double)random_below(&r, 3);
                high[i] = high[i] > GREATEST ? GREATEST : high[i];
                if (low[i] == GREATEST) /* open above: as good as one above all known */
                    low[i] = GREATEST - 1;
                unknown += low[i] < high[i];
            }
        }
        struct extremes x = { INFINITY, -INFINITY, INFINITY, -INFINITY };
        struct bounds s, slope;
        try_all(a, low, high, v, 0, &x);
        CHECK(score_bounds(b, low, high, N, &s) && slope_bounds(b, time, low, high, N, &slope));
        CHECK_NEAR(s.low, x.s_low, 0);
        CHECK_NEAR(s.high, x.s_high, 0);
        CHECK(slope.low <= x.slope_low + 1e-12 && slope.high >= x.slope_high - 1e-12);
    }
    arena_free(a);
    arena_free(b);
}

TEST("open intervals: over 6 may be anything above")
{
    struct arena *a = arena_new(0);
    double low[4] = { 1, 6, 3, 9 }, high[4] = { 1, INFINITY, 3, 9 };
    struct bounds s;
    CHECK(score_bounds(a, low, high, 4, &s));
    CHECK_NEAR(s.low, 1 + 1 + 1 - 1 - 1 + 1, 0);  /* the second above the fourth */
    CHECK_NEAR(s.high, 1 + 1 + 1 - 1 + 1 + 1, 0); /* between the first and the fourth */
    arena_free(a);
}

TEST("many intervals fall back to bounds that are still never too narrow")
{
    struct arena *a = arena_new(0);
    double low[40], high[40], mean[40];
    for (size_t i = 0; i < 40; i++) {
        low[i] = (double)(i * 3);
        high[i] = low[i] + 10 + (double)(i % 3);
        mean[i] = (low[i] + high[i]) / 2;
    }
    struct bounds s;
    struct kendall k;
    CHECK(score_bounds(a, low, high, 40, &s) && kendall_score(a, mean, 40, &k));
    CHECK(s.low <= k.s && k.s <= s.high && s.high == 780 && s.low > 0);
    arena_free(a);
}

TEST("rate bounds hold every vertex of the box, and an open last year leaves the rate unbounded above")
{
    struct arena *a = arena_new(0);
    double time[6] = { 0, 1, 2, 3, 4, 5 }, low[6] = { 0, 3, 5, 2, 8, 4 }, high[6] = { 4, 3, 9, 6, 8, 12 }, v[6];
    struct observations o = { .n = 6, .time = time, .low = low, .high = high, .non_negative = true };
    struct bounds b;
    double least = INFINITY, greatest = -INFINITY;
    for (unsigned corner = 0; corner < 64; corner++) {
        for (size_t i = 0; i < 6; i++)
            v[i] = corner >> i & 1 ? high[i] : low[i];
        struct points p = { 6, time, v, NULL, NULL };
        struct glm fit;
        CHECK(poisson_fit(a, &p, &fit, NULL) == GLM_OK);
        least = fmin(least, fit.slope);
        greatest = fmax(greatest, fit.slope);
    }
    CHECK(rate_bounds(a, &o, &b));
    CHECK_NEAR(b.low, least, 1e-12);
    CHECK_NEAR(b.high, greatest, 1e-12);
    high[5] = INFINITY;
    CHECK(rate_bounds(a, &o, &b));
    CHECK(isinf(b.high));
    CHECK_NEAR(b.low, least, 1e-12);
    arena_free(a);
}

TEST("Akritas-Theil-Sen is Theil-Sen when nothing is censored")
{
    struct arena *a = arena_new(0);
    double time[7] = { 1, 2, 3, 5, 6, 8, 9 }, v[7] = { 3, 1, 4, 1.5, 5, 9, 2.6 };
    struct slopes s;
    struct kendall k;
    struct censored_trend c;
    CHECK(kendall_score(a, v, 7, &k) && theil_sen(a, time, v, 7, k.variance, 1.959963984540054, &s));
    CHECK(akritas_theil_sen(a, time, v, v, 7, 1.959963984540054, &c));
    CHECK_NEAR(c.slope, s.slope, 1e-15);
    CHECK_NEAR(c.variance, k.variance, 1e-15);
    CHECK_NEAR(c.score, k.s, 0);
    arena_free(a);
}
