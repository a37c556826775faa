#include <stdint.h>

#include "core/arena.h"
#include "tests/tap.h"

TEST("an arena refuses what would pass its limit or overflow")
{
    struct arena *a = arena_new(1000);
    CHECK(arena_alloc(a, 900) != NULL);
    CHECK(arena_alloc(a, 200) == NULL && arena_failed(a));
    arena_reset(a);
    CHECK(!arena_failed(a) && arena_array(a, SIZE_MAX / 2, 4) == NULL && arena_failed(a));
    arena_free(a);
}

TEST("interned strings are one")
{
    struct arena *a = arena_new(0);
    struct str first = arena_intern(a, STR("abc"));
    for (int i = 0; i < 2000; i++)
        arena_intern(a, arena_printf(a, "w%d", i));
    char same[] = { 'a', 'b', 'c' };
    CHECK(arena_intern(a, (struct str){ same, 3 }).p == first.p);
    CHECK(arena_intern(a, STR("")).n == 0);
    arena_free(a);
}

TEST("a vector keeps its items while it grows, up to its limit")
{
    struct arena *a = arena_new(0);
    struct vec v;
    vec_init(&v, a, sizeof(int), 100);
    for (int i = 0; i < 100; i++)
        *(int *)vec_add(&v) = i;
    CHECK(vec_add(&v) == NULL && v.n == 100);
    for (int i = 0; i < 100; i++)
        CHECK(*VEC_AT(int, &v, i) == i);
    arena_free(a);
}
