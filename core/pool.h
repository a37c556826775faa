/* Work on N independent items with up to `threads` threads. Each item writes
 * only to its own place, so the result never depends on the number of threads. */
#ifndef TARAZ_CORE_POOL_H
#define TARAZ_CORE_POOL_H

#include <stddef.h>

typedef void (*pool_function)(void *context, size_t item, size_t worker);

/* Calls work(context, i, worker) once for each i < n; worker < threads. Falls
 * back to fewer threads when some cannot be started. threads 0: one a core. */
void pool_run(size_t n, size_t threads, pool_function work, void *context);

enum { POOL_AHEAD = 64 };
/* The same, and calls done(context, i) once for each item in the order of the items, one call at a time, as soon as
 * the work on it and on those before it has ended. Work on item i starts only when item i - POOL_AHEAD is done, so
 * that results which wait for their turn need but POOL_AHEAD places, item i's at i % POOL_AHEAD. */
void pool_run_in_order(size_t n, size_t threads, pool_function work, void (*done)(void *context, size_t item),
                       void *context);

size_t pool_threads(size_t asked); /* what 0 means here */

#endif
