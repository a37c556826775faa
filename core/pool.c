#include "core/pool.h"

#include <pthread.h>
#include <unistd.h>

enum { THREADS_LIMIT = 64 };

struct shared {
    pool_function work;
    void *context;
    size_t n, next;
};

struct worker {
    struct shared *shared;
    size_t number;
    pthread_t thread;
};

static void *run_worker(void *argument)
{
    struct worker *w = argument;
    for (;;) {
        size_t item = __atomic_fetch_add(&w->shared->next, 1, __ATOMIC_RELAXED);
        if (item >= w->shared->n)
            return NULL;
        w->shared->work(w->shared->context, item, w->number);
    }
}

size_t pool_threads(size_t asked)
{
    if (asked == 0) {
        long cores = sysconf(_SC_NPROCESSORS_ONLN);
        asked = cores > 0 ? (size_t)cores : 1;
    }
    return asked < THREADS_LIMIT ? asked : THREADS_LIMIT;
}

void pool_run(size_t n, size_t threads, pool_function work, void *context)
{
    struct shared shared = { .work = work, .context = context, .n = n };
    struct worker workers[THREADS_LIMIT];
    threads = pool_threads(threads);
    if (threads > n)
        threads = n;
    size_t started = 1;
    for (; started < threads; started++) {
        workers[started] = (struct worker){ .shared = &shared, .number = started };
        if (pthread_create(&workers[started].thread, NULL, run_worker, &workers[started]) != 0)
            break; /* the others, this thread at least, do all the work */
    }
    workers[0] = (struct worker){ .shared = &shared, .number = 0 };
    run_worker(&workers[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
}
