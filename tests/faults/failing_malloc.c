/* Preloaded: the FAIL_AT-th allocation and all later ones give no memory. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>

static long calls, fail_at = -1;

static int fails(void)
{
    if (fail_at < 0) {
        fail_at = 0;
        const char *text = getenv("FAIL_AT");
        for (; text && *text >= '0' && *text <= '9'; text++)
            fail_at = fail_at * 10 + (*text - '0');
    }
    return fail_at > 0 && __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED) >= fail_at;
}

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *p, size_t size);

void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void *calloc(size_t n, size_t size) { return fails() ? NULL : __libc_calloc(n, size); }
void *realloc(void *p, size_t size) { return fails() ? NULL : __libc_realloc(p, size); }
