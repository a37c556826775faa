#include "etl/population.h"

#include <math.h>
#include <stdlib.h>

#include "core/file.h"
#include "core/table.h"

struct entry {
    struct str alpha3;
    long year;
    double population;
};

struct populations {
    struct vec entries; /* of struct entry, sorted */
};

static int compare(const void *x, const void *y)
{
    const struct entry *a = x, *b = y;
    int c = str_compare(a->alpha3, b->alpha3);
    return c ? c : (a->year > b->year) - (a->year < b->year);
}

static enum status read_rows(struct populations *p, const struct table *t, struct err *e)
{
    size_t alpha3, year, count;
    enum status st = table_column(t, "alpha3", &alpha3, e);
    if (st == ST_OK)
        st = table_column(t, "year", &year, e);
    if (st == ST_OK)
        st = table_column(t, "population", &count, e);
    for (size_t i = 0; i < t->n_rows && st == ST_OK; i++) {
        struct entry *entry = vec_add(&p->entries);
        if (!entry)
            return fail_memory(e);
        entry->alpha3 = table_cell(t, i, alpha3);
        if (!str_to_long(table_cell(t, i, year), &entry->year) ||
            !str_to_double(table_cell(t, i, count), &entry->population))
            st = fail(e, ST_INPUT, table_place(t, i), "write digits without separators",
                      "year or population is no number");
    }
    return st;
}

enum status populations_load(struct arena *a, const char *data_folder, struct populations **out, struct err *e)
{
    static const struct table_options options = { .allow_comments = true };
    struct table t;
    const char *path = path_join(a, data_folder, "population.csv");
    *out = arena_alloc(a, sizeof **out);
    if (!path || !*out)
        return fail_memory(e);
    if (!file_exists(path))
        return ST_OK;
    enum status st = table_read(a, path, &options, &t, NULL, e);
    if (st != ST_OK)
        return st;
    vec_init(&(*out)->entries, a, sizeof(struct entry), t.n_rows + 1);
    st = read_rows(*out, &t, e);
    if (st == ST_OK)
        vec_sort(&(*out)->entries, compare);
    return st;
}

double population(const struct populations *p, struct str alpha3, int year)
{
    const struct entry key = { alpha3, year, 0 };
    const struct entry *found =
        p && p->entries.n ? bsearch(&key, p->entries.items, p->entries.n, sizeof key, compare) : NULL;
    return found ? found->population : NAN;
}
