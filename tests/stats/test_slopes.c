/* Theil-Sen by ranks against making all slopes; order statistics. */
#include "stats/slopes.h"

#include "stats/kendall.h"
#include "stats/random.h"
#include "stats/select.h"
#include "stats/slope_ranks.h"
#include "tests/tap.h"

static void check_ranks(size_t n, double distinct, double step)
{
    struct arena *a = arena_new(0);
    struct random_state r = { n + (size_t)distinct };
    double *time = arena_array(a, n, sizeof *time), *value = arena_array(a, n, sizeof *value), t = 1900;
    size_t pairs = n * (n - 1) / 2, k = 0;
    double *all = arena_array(a, pairs, sizeof *all), got, next;
    for (size_t i = 0; i < n; i++) {
        time[i] = t += 1 + floor(random_unit(&r) * 1.2); /* some gaps */
        value[i] = floor(random_unit(&r) * distinct) + step * (double)i;
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            all[k++] = (value[j] - value[i]) / (time[j] - time[i]);
    sort_doubles(all, pairs);
    size_t ranks[] = { 1, 2, pairs / 40, pairs / 2, pairs / 2 + 1, pairs - pairs / 40, pairs - 1, pairs };
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++) {
        CHECK(slope_of_rank(a, time, value, n, ranks[i], &got, &next));
        CHECK_NEAR(got, all[ranks[i] - 1], 1e-13);
        if (!isnan(next))
            CHECK_NEAR(next, all[ranks[i]], 1e-13);
    }
    arena_free(a);
}

TEST("the slope of any rank equals sorting all slopes: without ties, with many, with nearly all equal")
{
    check_ranks(700, 1e9, 0);
    check_ranks(701, 50, 0);
    check_ranks(650, 2, 0);
    check_ranks(800, 1, 0);
    check_ranks(800, 1, 0.25);
    check_ranks(900, 1000, -7.3);
    check_ranks(10, 10, 1);
    check_ranks(30, 10, 0.1);
}

TEST("a wild value moves Theil-Sen's slope little, Siegel's less")
{
    struct arena *a = arena_new(0);
    double time[9] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, value[9] = { 1, 2, 3, 900, 5, 6, -500, 8, 9 };
    struct slopes s;
    CHECK(theil_sen(a, time, value, 9, 92, 1.96, &s));
    CHECK_NEAR(s.slope, 1, 1e-12);
    CHECK(siegel(a, time, value, 9, &s));
    CHECK_NEAR(s.slope, 1, 1e-12);
    arena_free(a);
}

TEST("selection and ranks with ties")
{
    struct arena *a = arena_new(0);
    double x[] = { 5, 1, 4, 4, 1, 3, 9, 2, 6, 5, 3, 5 }, rank[12];
    CHECK(ranks_of(a, x, 12, rank));
    CHECK_NEAR(rank[0], 9, 0);
    CHECK_NEAR(rank[1], 1.5, 0);
    CHECK_NEAR(rank[6], 12, 0);
    CHECK_NEAR(median_of(x, 12), 4, 0);
    double odd[] = { 3, 1, 2 };
    CHECK_NEAR(median_of(odd, 3), 2, 0);
    CHECK(isnan(median_of(odd, 0)));
    double many[1000];
    struct random_state r = { 3 };
    for (size_t i = 0; i < 1000; i++)
        many[i] = (double)(i % 250);
    random_shuffle(&r, many, 1000);
    CHECK_NEAR(select_kth(many, 1000, 499), 124, 0);
    CHECK_NEAR(select_kth(many, 1000, 999), 249, 0);
    arena_free(a);
}
