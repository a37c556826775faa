#include "core/pool.h"

#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

enum { THREADS_LIMIT = 64 };

struct shared {
    pool_function work;
    void *context;
    size_t n, next;
    void (*done)(void *context, size_t item); /* NULL: nothing waits for its turn */
    pthread_mutex_t lock;                     /* over what follows */
    pthread_cond_t moved;
    size_t n_done;
    bool worked[POOL_AHEAD];
};

struct worker {
    struct shared *shared;
    size_t number;
    pthread_t thread;
};

static void wait_for_place(struct shared *s, size_t item)
{
    pthread_mutex_lock(&s->lock);
    while (item >= s->n_done + POOL_AHEAD) /* never so for the first item that is not done: it is being worked on */
        pthread_cond_wait(&s->moved, &s->lock);
    pthread_mutex_unlock(&s->lock);
}

static void finish(struct shared *s, size_t item)
{
    pthread_mutex_lock(&s->lock);
    s->worked[item % POOL_AHEAD] = true;
    for (; s->n_done < s->n && s->worked[s->n_done % POOL_AHEAD]; s->n_done++) {
        s->worked[s->n_done % POOL_AHEAD] = false;
        s->done(s->context, s->n_done);
    }
    pthread_cond_broadcast(&s->moved);
    pthread_mutex_unlock(&s->lock);
}

static void *run_worker(void *argument)
{
    struct worker *w = argument;
    for (;;) {
        size_t item = __atomic_fetch_add(&w->shared->next, 1, __ATOMIC_RELAXED);
        if (item >= w->shared->n)
            return NULL;
        if (w->shared->done)
            wait_for_place(w->shared, item);
        w->shared->work(w->shared->context, item, w->number);
        if (w->shared->done)
            finish(w->shared, item);
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
    pool_run_in_order(n, threads, work, NULL, context);
}

void pool_run_in_order(size_t n, size_t threads, pool_function work, void (*done)(void *context, size_t item),
                       void *context)
{
    struct shared shared = { .work = work,
                             .context = context,
                             .n = n,
                             .done = done,
                             .lock = PTHREAD_MUTEX_INITIALIZER,
                             .moved = PTHREAD_COND_INITIALIZER };
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
