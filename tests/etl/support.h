/* What the tests of tables share: files made on the spot, and figures as short lines. */
#ifndef TARAZ_TESTS_ETL_SUPPORT_H
#define TARAZ_TESTS_ETL_SUPPORT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/file.h"
#include "etl/layout.h"
#include "tests/tap.h"

struct fixture {
    struct arena *arena;
    struct faults faults;
    struct err e;
    struct vec figures;
    const char *data;
};

static inline void fixture_start(struct fixture *x)
{
    *x = (struct fixture){ .arena = arena_new(0) };
    faults_init(&x->faults, x->arena);
    vec_init(&x->figures, x->arena, sizeof(struct figure), 1000000);
    CHECK(data_folder(x->arena, &x->data, &x->e) == ST_OK);
}

static inline void fixture_end(struct fixture *x) { arena_free(x->arena); }

/* A file of these bytes under build/; the caller unlinks it. */
static inline const char *fixture_file(struct fixture *x, const char *name, struct str bytes)
{
    const char *path = arena_printf(x->arena, "build/test-%ld-%s", (long)getpid(), name).p;
    CHECK(file_write(path, bytes, &x->e) == ST_OK);
    return path;
}

/* The figures that a layout reads from a file. */
static inline enum status fixture_extract(struct fixture *x, const char *layout, const char *path)
{
    struct layout *l;
    struct source s;
    enum status st = layout_load(x->arena, x->data, layout, &l, &x->e);
    if (st == ST_OK)
        st = source_of_file(x->arena, path, &s, &x->e);
    return st == ST_OK ? layout_extract(x->arena, l, &s, &x->figures, &x->faults, &x->e) : st;
}

/* Faults that lost something; notes are not counted. */
static inline size_t fixture_losses(const struct fixture *x)
{
    size_t n = 0;
    for (size_t i = 0; i < x->faults.list.n; i++)
        n += VEC_AT(const struct fault, &x->faults.list, i)->err.status != ST_OK;
    return n;
}

/* True when some fault or note says this. */
static inline bool fixture_says(const struct fixture *x, const char *what)
{
    for (size_t i = 0; i < x->faults.list.n; i++)
        if (strstr(VEC_AT(const struct fault, &x->faults.list, i)->err.what, what) ||
            strstr(VEC_AT(const struct fault, &x->faults.list, i)->err.todo, what))
            return true;
    return false;
}

/* "indicator AREA citizenship sex age form | start..end | low..high=value qualifier status" a line each. */
static inline struct str fixture_lines(struct fixture *x)
{
    struct buf b;
    buf_init(&b, 0);
    for (size_t i = 0; i < x->figures.n; i++) {
        const struct figure *f = VEC_AT(const struct figure, &x->figures, i);
        const struct str parts[] = { f->indicator, f->ref_area, f->citizenship, f->sex, f->age, f->exploitation };
        for (size_t k = 0; k < 6; k++) {
            if (parts[k].n > 0 && k > 0)
                buf_putc(&b, ' ');
            buf_put(&b, parts[k]);
        }
        buf_printf(&b, " | %.*s..%.*s | ", (int)f->time_start.n, f->time_start.p, (int)f->time_end.n, f->time_end.p);
        buf_put_double(&b, f->value_low);
        buf_puts(&b, "..");
        buf_put_double(&b, f->value_high);
        buf_putc(&b, '=');
        buf_put_double(&b, f->obs_value);
        buf_printf(&b, " %.*s %.*s\n", (int)f->qualifier.n, f->qualifier.p, (int)f->obs_status.n, f->obs_status.p);
    }
    struct str lines = arena_copy(x->arena, buf_str(&b));
    buf_free(&b);
    return lines;
}

/* ../shared/NAME or $TARAZ_SHARED/NAME; NULL when it is not there. */
static inline const char *shared_file(struct fixture *x, const char *name)
{
    const char *folder = getenv("TARAZ_SHARED");
    const char *path = arena_printf(x->arena, "%s/%s", folder && folder[0] ? folder : "../shared", name).p;
    return path && file_exists(path) ? path : NULL;
}

#endif
