#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/pool.h"
#include "tests/tap.h"

enum { ITEMS = 1000 };

struct seen {
    int worked[ITEMS];
    size_t done[ITEMS], n_done;
    bool too_far, too_early;
};

/* Every seventh item takes long, so that the others would run ahead of it. */
static void work(void *context, size_t item, size_t worker)
{
    struct seen *seen = context;
    (void)worker;
    if (item % 7 == 0)
        nanosleep(&(struct timespec){ 0, 200000 }, NULL);
    if (item >= __atomic_load_n(&seen->n_done, __ATOMIC_ACQUIRE) + POOL_AHEAD)
        seen->too_far = true;
    seen->worked[item]++;
}

static void done(void *context, size_t item)
{
    struct seen *seen = context;
    seen->too_early = seen->too_early || seen->worked[item] != 1;
    seen->done[seen->n_done] = item;
    __atomic_store_n(&seen->n_done, seen->n_done + 1, __ATOMIC_RELEASE);
}

TEST("items worked on by several threads are done once each, in order, and none runs far ahead")
{
    struct seen *seen = calloc(1, sizeof *seen);
    CHECK(seen != NULL);
    for (size_t threads = 1; seen && threads <= 5; threads += 2) {
        memset(seen, 0, sizeof *seen);
        pool_run_in_order(ITEMS, threads, work, done, seen);
        bool in_order = true;
        for (size_t i = 0; i < ITEMS; i++)
            in_order = in_order && seen->done[i] == i && seen->worked[i] == 1;
        CHECK(seen->n_done == ITEMS && in_order);
        CHECK(!seen->too_far && !seen->too_early);
    }
    free(seen);
}
