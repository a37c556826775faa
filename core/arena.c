#include "core/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 << 10, LARGEST_BLOCK = 16 << 20 };

struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) char bytes[];
};

struct arena {
    struct block *blocks; /* the newest first */
    size_t limit, used, next_size;
    bool failed;
    struct str *interned; /* open addressing, a power of two, malloc'ed */
    size_t n_interned, capacity_interned;
};

struct arena *arena_new(size_t limit)
{
    struct arena *a = calloc(1, sizeof *a);
    if (a) {
        a->limit = limit ? limit : (size_t)8 << 30;
        a->next_size = FIRST_BLOCK;
    }
    return a;
}

static void free_blocks(struct block *b)
{
    while (b) {
        struct block *next = b->next;
        free(b);
        b = next;
    }
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    free_blocks(a->blocks);
    free(a->interned);
    free(a);
}

void arena_reset(struct arena *a)
{
    struct block *keep = a->blocks;
    if (keep) {
        free_blocks(keep->next);
        keep->next = NULL;
        keep->used = 0;
    }
    a->used = 0;
    a->failed = false;
    a->n_interned = 0;
    if (a->interned)
        memset(a->interned, 0, a->capacity_interned * sizeof *a->interned);
}

void arena_adopt(struct arena *a, struct arena *child)
{
    struct block **end = &a->blocks; /* behind a's newest block, which stays the one in use */
    while (*end)
        end = &(*end)->next;
    *end = child->blocks;
    a->used += child->used;
    child->blocks = NULL;
    arena_free(child);
}

bool arena_failed(const struct arena *a) { return a->failed; }

void *arena_alloc(struct arena *a, size_t size)
{
    size_t unit = alignof(max_align_t);
    if (size > a->limit || a->used > a->limit - size) {
        a->failed = true;
        return NULL;
    }
    size = (size + unit - 1) / unit * unit;
    struct block *b = a->blocks;
    if (!b || b->size - b->used < size) {
        size_t room = size > a->next_size ? size : a->next_size;
        b = malloc(sizeof *b + room);
        if (!b) {
            a->failed = true;
            return NULL;
        }
        *b = (struct block){ .next = a->blocks, .size = room };
        a->blocks = b;
        if (a->next_size < LARGEST_BLOCK)
            a->next_size *= 2;
    }
    void *p = b->bytes + b->used;
    b->used += size;
    a->used += size;
    memset(p, 0, size);
    return p;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size) {
        a->failed = true;
        return NULL;
    }
    return arena_alloc(a, count * size);
}

struct str arena_copy(struct arena *a, struct str s)
{
    char *p = s.n < SIZE_MAX ? arena_alloc(a, s.n + 1) : NULL;
    if (!p)
        return (struct str){ NULL, 0 };
    if (s.n > 0)
        memcpy(p, s.p, s.n);
    return (struct str){ p, s.n };
}

const char *arena_cstr(struct arena *a, struct str s) { return arena_copy(a, s).p; }

struct str arena_printf(struct arena *a, const char *format, ...)
{
    struct buf b;
    buf_init(&b, 0);
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(&b, format, arguments);
    va_end(arguments);
    struct str s = b.failed ? (struct str){ NULL, 0 } : arena_copy(a, buf_str(&b));
    if (b.failed)
        a->failed = true;
    buf_free(&b);
    return s;
}

static struct str *find_slot(struct str *table, size_t capacity, struct str s)
{
    size_t i = (size_t)str_hash(s) & (capacity - 1);
    while (table[i].p && !str_equal(table[i], s))
        i = (i + 1) & (capacity - 1);
    return &table[i];
}

static bool grow_interned(struct arena *a)
{
    size_t capacity = a->capacity_interned ? a->capacity_interned * 2 : 256;
    struct str *table = calloc(capacity, sizeof *table);
    if (!table)
        return false;
    for (size_t i = 0; i < a->capacity_interned; i++)
        if (a->interned[i].p)
            *find_slot(table, capacity, a->interned[i]) = a->interned[i];
    free(a->interned);
    a->interned = table;
    a->capacity_interned = capacity;
    return true;
}

struct str arena_intern(struct arena *a, struct str s)
{
    if (a->n_interned * 2 >= a->capacity_interned && !grow_interned(a)) {
        a->failed = true;
        return (struct str){ NULL, 0 };
    }
    struct str *slot = find_slot(a->interned, a->capacity_interned, s);
    if (!slot->p) {
        struct str kept = arena_copy(a, s);
        if (!kept.p)
            return kept;
        *slot = kept;
        a->n_interned++;
    }
    return *slot;
}

void vec_init(struct vec *v, struct arena *a, size_t item_size, size_t limit)
{
    *v = (struct vec){ .arena = a, .item_size = item_size, .limit = limit };
}

static bool grow(struct vec *v, size_t capacity)
{
    void *items = arena_array(v->arena, capacity, v->item_size);
    if (!items)
        return false;
    if (v->n > 0)
        memcpy(items, v->items, v->n * v->item_size);
    v->items = items;
    v->capacity = capacity;
    return true;
}

bool vec_reserve(struct vec *v, size_t more)
{
    if (more > v->limit || v->n > v->limit - more)
        more = v->limit - v->n; /* the call of vec_add that goes past the limit fails */
    return v->n + more <= v->capacity || grow(v, v->n + more);
}

void *vec_add(struct vec *v)
{
    if (v->n >= v->limit || (v->n == v->capacity && !grow(v, v->capacity ? v->capacity * 2 : 16)))
        return NULL;
    void *item = (char *)v->items + v->n * v->item_size;
    v->n++;
    return item;
}

void vec_sort(struct vec *v, int (*compare)(const void *, const void *))
{
    if (v->n > 1) /* an empty vector has no items to point at */
        qsort(v->items, v->n, v->item_size, compare);
}
