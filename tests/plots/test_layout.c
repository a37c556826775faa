/* Ticks and labels that keep clear of each other. */
#include "core/arena.h"
#include "plots/layout.h"
#include "tests/tap.h"

TEST("ticks from zero: round steps, few enough, past the greatest value")
{
    struct ticks t = ticks_from_zero(168, 6, true);
    CHECK(t.step == 50 && t.n == 5);
    t = ticks_from_zero(3910, 5, true);
    CHECK(t.step == 1000 && t.n == 5);
    t = ticks_from_zero(3, 6, true);
    CHECK(t.step == 1 && t.n == 4); /* no halves of persons */
    t = ticks_from_zero(0.222, 5, false);
    CHECK_NEAR(t.step, 0.05, 1e-12);
    t = ticks_from_zero(0, 5, true);
    CHECK(t.step == 1 && t.n == 2);
    for (double greatest = 1e-6; greatest < 1e15; greatest *= 1.37) {
        t = ticks_from_zero(greatest, 6, false);
        CHECK(t.n >= 2 && t.n <= 8 && t.step * (double)(t.n - 1) >= greatest * (1 - 1e-9));
    }
}

TEST("years: the step grows until the numbers do not touch")
{
    CHECK(year_step(2003, 2021, 380, 20, 8) == 2);
    CHECK(year_step(2010, 2014, 380, 20, 8) == 1);
    CHECK(year_step(1975, 2023, 300, 20, 8) == 5);
    CHECK(year_step(2019, 2019, 0, 20, 8) == 1);
    CHECK(year_step(0, 1e6, 300, 20, 8) == 100000);
}

TEST("labels: never overlap, stay inside, keep their order, move no more than they must")
{
    struct arena *a = arena_new(0);
    struct err e;
    double centres[] = { 50, 52, 120, 51, 199 }, heights[] = { 20, 30, 10, 20, 20 };
    CHECK(spread_labels(a, centres, heights, 5, 0, 200, &e) == ST_OK);
    size_t order[] = { 0, 3, 1, 2, 4 }; /* by their wishes */
    double end = 0;
    for (size_t i = 0; i < 5; i++) {
        double top = centres[order[i]] - heights[order[i]] / 2;
        CHECK(top >= end - 1e-9);
        end = top + heights[order[i]];
    }
    CHECK(end <= 200 + 1e-9);
    CHECK(centres[2] == 120); /* alone, it stays */
    double same[] = { 100, 100 }, tall[] = { 20, 20 };
    CHECK(spread_labels(a, same, tall, 2, 0, 200, &e) == ST_OK);
    CHECK(same[0] == 90 && same[1] == 110); /* both give way alike */
    double low[] = { 198, 199, 200 }, each[] = { 30, 30, 30 };
    CHECK(spread_labels(a, low, each, 3, 0, 200, &e) == ST_OK);
    CHECK(low[2] == 185 && low[1] == 155 && low[0] == 125);
    arena_free(a);
}

TEST("a line and a box meet only where they do")
{
    struct box b = { 10, 10, 20, 20 };
    CHECK(box_meets_line(b, 0, 0, 30, 30));
    CHECK(box_meets_line(b, 15, 15, 16, 16));
    CHECK(!box_meets_line(b, 0, 25, 30, 25));
    CHECK(!box_meets_line(b, 0, 30, 9, 0));
    CHECK(!box_meets_line(b, 21, 0, 21, 30));
    CHECK(boxes_meet(b, (struct box){ 19, 19, 30, 30 }) && !boxes_meet(b, (struct box){ 20, 10, 30, 20 }));
}
