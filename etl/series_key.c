#include "etl/series_key.h"

#include <stdlib.h>

#include "core/file.h"
#include "core/table.h"

enum { CITIZENSHIP_LIMIT = 64 };

struct usual_units {
    struct table table;
    size_t code, unit, series;
    bool has_series;
};

enum status usual_units_load(struct arena *a, const char *data_folder, struct usual_units **out, struct err *e)
{
    static const struct table_options options = { .allow_comments = true };
    struct usual_units *u = *out = arena_alloc(a, sizeof *u);
    const char *path = path_join(a, data_folder, "indicators.csv");
    enum status st = u && path ? table_read(a, path, &options, &u->table, NULL, e) : fail_memory(e);
    if (st == ST_OK)
        st = table_column(&u->table, "code", &u->code, e);
    if (st == ST_OK)
        u->has_series = table_has_column(&u->table, "series", &u->series);
    return st == ST_OK ? table_column(&u->table, "unit", &u->unit, e) : st;
}

bool makes_series(const struct usual_units *u, struct str indicator)
{
    for (size_t i = 0; u->has_series && i < u->table.n_rows; i++)
        if (str_equal(table_cell(&u->table, i, u->code), indicator))
            return !str_is(table_cell(&u->table, i, u->series), "no");
    return true;
}

struct str usual_unit(const struct usual_units *u, struct str indicator)
{
    for (size_t i = 0; u && i < u->table.n_rows; i++)
        if (str_equal(table_cell(&u->table, i, u->code), indicator))
            return table_cell(&u->table, i, u->unit);
    return (struct str){ "", 0 };
}

static int compare(const void *x, const void *y) { return str_compare(*(const struct str *)x, *(const struct str *)y); }

struct str citizenships_sorted(struct arena *a, struct str list)
{
    struct str parts[CITIZENSHIP_LIMIT], rest = list;
    size_t n = 0;
    while (n < CITIZENSHIP_LIMIT && str_split_next(&rest, ';', &parts[n]))
        n += (parts[n] = str_trim(parts[n])).n > 0;
    if (n < 2 || n == CITIZENSHIP_LIMIT)
        return str_trim(list);
    qsort(parts, n, sizeof *parts, compare);
    struct buf b;
    buf_init(&b, 0);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && str_equal(parts[i], parts[i - 1]))
            continue;
        if (i > 0)
            buf_putc(&b, ';');
        buf_put(&b, parts[i]);
    }
    struct str sorted = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return sorted;
}

static void put_name(struct buf *b, struct str name, bool is_code)
{
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (ascii_is_alpha(c) || ascii_is_digit(c) || c == '-' || (unsigned char)c >= 0x80 || (is_code && c == '_'))
            buf_putc(b, c);
        else if (c == ' ')
            buf_putc(b, '_');
        else if (is_code && c == ';')
            buf_putc(b, '+');
        else
            buf_printf(b, "%%%02X", (unsigned)(unsigned char)c);
    }
}

static void put_part(struct buf *b, const char *prefix, struct str part, bool is_code)
{
    if (part.n == 0)
        return;
    buf_puts(b, prefix);
    put_name(b, part, is_code);
}

struct str series_name(struct arena *a, const struct figure *f, const struct usual_units *u, enum frequency freq)
{
    struct buf b;
    buf_init(&b, 0);
    put_part(&b, "", f->indicator, true);
    put_part(&b, ".", f->ref_area, false);
    put_part(&b, ".citizenship-", f->citizenship, true);
    put_part(&b, ".", f->sex, true);
    put_part(&b, ".", f->age, true);
    put_part(&b, ".", f->exploitation, true);
    if (!str_equal(f->unit_measure, usual_unit(u, f->indicator)))
        put_part(&b, ".", f->unit_measure, true);
    buf_puts(&b, freq == FREQ_MONTH     ? ".monthly"
                 : freq == FREQ_QUARTER ? ".quarterly"
                 : freq == FREQ_DAY     ? ".daily"
                                        : "");
    struct str name = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return name;
}
