/* Memory that lives as long as one stage run, and strings kept once.
 *
 * An arena hands out memory that is freed all at once. It has a limit; past it,
 * or when the system has no memory, the calls return NULL (arena_copy and the
 * like return a slice with p == NULL and n == 0 only for empty input or failure;
 * ask arena_failed() once at the end of a batch of copies). Not thread-safe: one
 * arena a worker.
 */
#ifndef TARAZ_CORE_ARENA_H
#define TARAZ_CORE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "core/str.h"

struct arena;

struct arena *arena_new(size_t limit); /* bytes; 0: 8 GiB. NULL when out of memory */
void arena_free(struct arena *a);      /* NULL is allowed */
void arena_reset(struct arena *a);     /* forgets everything, keeps the first block */
/* Memory of `child` becomes a's and lives as long as a does; child itself ends. Interned strings stay readable. */
void arena_adopt(struct arena *a, struct arena *child);
bool arena_failed(const struct arena *a);

void *arena_alloc(struct arena *a, size_t size);               /* zeroed, aligned for any type */
void *arena_array(struct arena *a, size_t count, size_t size); /* checked for overflow */
struct str arena_copy(struct arena *a, struct str s);          /* also NUL-terminated behind n */
const char *arena_cstr(struct arena *a, struct str s);         /* NULL on failure */
struct str arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The same bytes give the same pointer for the life of the arena. */
struct str arena_intern(struct arena *a, struct str s);

/* A growable array inside an arena. `limit` is the greatest number of items. */
struct vec {
    struct arena *arena;
    void *items;
    size_t n, capacity, item_size, limit;
};

void vec_init(struct vec *v, struct arena *a, size_t item_size, size_t limit);
bool vec_reserve(struct vec *v, size_t more); /* room for as many more items at once, past which it grows again */
void *vec_add(struct vec *v);                 /* a zeroed new item, NULL past the limit or out of memory */

void vec_sort(struct vec *v, int (*compare)(const void *, const void *));

/* Typed access: VEC_AT(struct figure, &figures, i) */
#define VEC_AT(type, vector, index) (&((type *)(vector)->items)[index])

#endif
