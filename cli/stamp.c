#include "cli/stamp.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"
#include "core/table.h"
#include "core/version.h"

enum { ROWS_LIMIT = 1000000, FILES_LIMIT = 10000 };
static const char stamps_name[] = ".taraz/stamps.csv";

void stamp_put(struct buf *b, struct str field)
{
    buf_printf(b, "%zu:", field.n);
    buf_put(b, field);
}

void stamp_put_double(struct buf *b, double value)
{
    buf_put_double(b, value);
    buf_putc(b, ';');
}

struct str stamp_of(struct arena *a, const struct buf *b)
{
    struct buf whole;
    buf_init(&whole, 0);
    stamp_put(&whole, STR(TARAZ_VERSION));
    buf_put(&whole, buf_str(b));
    struct str hash = b->failed || whole.failed ? (struct str){ NULL, 0 } : sha256_hex(a, buf_str(&whole));
    buf_free(&whole);
    return hash;
}

enum status stamps_read(struct arena *a, const char *folder, struct stamps *out, struct err *e)
{
    *out = (struct stamps){ .arena = a, .folder = folder };
    vec_init(&out->rows, a, sizeof(struct stamp_row), ROWS_LIMIT);
    const char *path = path_join(a, folder, stamps_name);
    struct table t;
    struct err ignored;
    if (!path)
        return fail_memory(e);
    if (table_read(a, path, NULL, &t, NULL, &ignored) != ST_OK || t.n_columns != 4)
        return ST_OK;
    for (size_t i = 0; i < t.n_rows; i++) {
        struct stamp_row *row = vec_add(&out->rows);
        if (!row)
            return fail_memory(e);
        *row = (struct stamp_row){ table_cell(&t, i, 0), table_cell(&t, i, 1), table_cell(&t, i, 2),
                                   table_cell(&t, i, 3) };
    }
    return ST_OK;
}

/* The SHA-256 of a file under the folder; empty when it cannot be read. */
static struct str hash_of(struct stamps *s, struct str output)
{
    struct arena *scratch = arena_new(0);
    struct str content, hash = { "", 0 };
    struct err ignored;
    const char *path = scratch ? path_join(scratch, s->folder, arena_cstr(scratch, output)) : NULL;
    if (path && file_read(scratch, path, 0, &content, &ignored) == ST_OK)
        hash = sha256_hex(s->arena, content);
    arena_free(scratch);
    return hash;
}

bool stamps_fresh(struct stamps *s, struct str stage, struct str stamp)
{
    bool found = false;
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct stamp_row *row = VEC_AT(struct stamp_row, &s->rows, i);
        if (!str_equal(row->stage, stage))
            continue;
        found = true;
        if (!str_equal(row->stamp, stamp) || !str_equal(row->sha256, hash_of(s, row->output)))
            return false;
    }
    return found;
}

enum status stamps_set(struct stamps *s, struct str stage, struct str stamp, const struct str *outputs, size_t n,
                       struct err *e)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->rows.n; i++)
        if (!str_equal(VEC_AT(struct stamp_row, &s->rows, i)->stage, stage))
            *VEC_AT(struct stamp_row, &s->rows, kept++) = *VEC_AT(struct stamp_row, &s->rows, i);
    s->rows.n = kept;
    for (size_t i = 0; i < n; i++) {
        struct stamp_row *row = vec_add(&s->rows);
        if (!row)
            return fail_memory(e);
        *row = (struct stamp_row){ stage, stamp, outputs[i], hash_of(s, outputs[i]) };
    }
    return ST_OK;
}

static int by_stage(const void *x, const void *y)
{
    const struct stamp_row *a = x, *b = y;
    int order = str_compare(a->stage, b->stage);
    return order != 0 ? order : str_compare(a->output, b->output);
}

enum status stamps_write(struct stamps *s, struct err *e)
{
    struct buf b;
    buf_init(&b, 0);
    if (s->rows.n > 0)
        qsort(s->rows.items, s->rows.n, sizeof(struct stamp_row), by_stage);
    buf_puts(&b, "stage,stamp,output,sha256\n");
    for (size_t i = 0; i < s->rows.n; i++) {
        const struct stamp_row *row = VEC_AT(struct stamp_row, &s->rows, i);
        struct str cells[] = { row->stage, row->stamp, row->output, row->sha256 };
        csv_put_row(&b, cells, 4);
    }
    const char *path = path_join(s->arena, s->folder, stamps_name);
    enum status st = path ? file_write_buf(path, &b, e) : fail_memory(e);
    buf_free(&b);
    return st;
}

static int by_name(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

enum status stamp_folder(struct arena *a, const char *folder, const char *extension, struct str *out, struct err *e)
{
    struct vec names;
    vec_init(&names, a, sizeof(const char *), FILES_LIMIT);
    DIR *listing = opendir(folder);
    for (struct dirent *entry; listing && (entry = readdir(listing)) != NULL;) {
        if (entry->d_name[0] == '.' || !str_ends(str_of(entry->d_name), extension))
            continue;
        const char **name = vec_add(&names);
        if (name)
            *name = arena_cstr(a, str_of(entry->d_name));
    }
    if (listing)
        closedir(listing);
    if (names.n > 0)
        qsort(names.items, names.n, sizeof(const char *), by_name);
    struct buf b;
    buf_init(&b, 0);
    enum status st = ST_OK;
    for (size_t i = 0; i < names.n && st == ST_OK; i++) {
        const char *name = *VEC_AT(const char *, &names, i);
        struct str content;
        st = file_read(a, path_join(a, folder, name), 0, &content, e);
        if (st != ST_OK)
            break;
        stamp_put(&b, str_of(name));
        stamp_put(&b, sha256_hex(a, content));
    }
    if (st == ST_OK)
        *out = stamp_of(a, &b);
    buf_free(&b);
    return st == ST_OK && arena_failed(a) ? fail_memory(e) : st;
}
