#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/nearest.h"
#include "etl/reconcile.h"

struct indexed {
    struct str id;
    size_t place;
};

static int compare(const void *x, const void *y)
{
    const struct indexed *a = x, *b = y;
    int c = str_compare(a->id, b->id);
    return c ? c : (a->place > b->place) - (a->place < b->place);
}

static void complain(struct faults *faults, const struct correction *c, const char *todo, const char *what)
{
    struct err e;
    fail(&e, ST_INPUT, (struct place){ "corrections.csv", 0, 0 }, todo, "the correction of %.*s, column %.*s, %s",
         (int)c->figure_id.n, c->figure_id.p, (int)(c->column.n < 60 ? c->column.n : 60), c->column.p, what);
    faults_add(faults, &e);
}

/* A figure's place and identity are not people's to change. */
static const struct column *find_column(const struct correction *c, struct faults *faults)
{
    static const char *const fixed[] = { "figure_id", "source_id", "span_start", "span_end" };
    const struct column *column = schema_column(&schema_figures, c->column);
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (str_is(c->column, fixed[i]))
            column = NULL;
    if (column)
        return column;
    struct str names[64];
    char todo[160] = "see 'taraz help columns'";
    size_t n = 0;
    for (; n < schema_figures.n_columns && n < 64; n++)
        names[n] = str_of(schema_figures.columns[n].name);
    size_t near = nearest_index(c->column, names, n);
    if (near < n && !str_equal(names[near], c->column))
        snprintf(todo, sizeof todo, "did you mean '%.*s'?", (int)names[near].n, names[near].p);
    complain(faults, c, todo, "names no column that can be corrected");
    return NULL;
}

/* Numbers are compared as numbers: 26.0 is 26. */
static bool reads_as(struct arena *a, const struct column *column, const struct figure *f, struct str expected)
{
    struct str now = record_get(a, column, f);
    double x, y;
    expected = str_trim(expected);
    if (column->type != COLUMN_TEXT && str_to_double(now, &x) && str_to_double(expected, &y))
        return x == y;
    return str_equal(str_trim(now), expected);
}

static void set(const struct correction *c, const struct column *column, struct figure *f, struct faults *faults)
{
    struct err bad;
    bool exact = f->value_low == f->obs_value && f->value_high == f->obs_value;
    if (record_set(column, f, c->value, (struct place){ "corrections.csv", 0, 0 }, &bad) != ST_OK) {
        faults_add(faults, &bad);
        return;
    }
    if (exact && str_is(c->column, "obs_value"))
        f->value_low = f->value_high = f->obs_value;
    if (!str_is(c->column, "review_status") && !str_is(f->review_status, "rejected"))
        f->review_status = STR("corrected");
}

/* `found` holds the figures as they were before any correction: a file may correct several columns of one figure, each
 * with what it read when the correction was made, or correct a correction. */
static void apply(struct arena *a, const struct correction *c, struct vec *figures, const struct figure *found,
                  const struct indexed *index, struct faults *faults)
{
    size_t low = 0, high = figures->n;
    const struct column *column = find_column(c, faults);
    if (!column)
        return;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(index[middle].id, c->figure_id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low >= figures->n || !str_equal(index[low].id, c->figure_id)) {
        complain(faults, c, "remove it, or add the source again", "is for a figure that is no longer there");
        return;
    }
    for (; low < figures->n && str_equal(index[low].id, c->figure_id); low++) {
        struct figure *f = VEC_AT(struct figure, figures, index[low].place);
        if (reads_as(a, column, &found[index[low].place], c->expect) || reads_as(a, column, f, c->expect))
            set(c, column, f, faults);
        else
            complain(faults, c, "look at the figure again and correct `expect` and `value`",
                     "was not applied: the column no longer reads what it expects");
    }
}

enum status corrections_apply(struct arena *a, struct vec *figures, const struct vec *corrections,
                              struct faults *faults, struct err *e)
{
    struct indexed *index = arena_array(a, figures->n + 1, sizeof *index);
    struct figure *found = arena_array(a, figures->n + 1, sizeof *found);
    if (!index || !found)
        return fail_memory(e);
    if (figures->n > 0)
        memcpy(found, figures->items, figures->n * sizeof *found);
    for (size_t i = 0; i < figures->n; i++)
        index[i] = (struct indexed){ VEC_AT(const struct figure, figures, i)->figure_id, i };
    qsort(index, figures->n, sizeof *index, compare);
    for (size_t i = 0; i < corrections->n; i++)
        apply(a, VEC_AT(const struct correction, corrections, i), figures, found, index, faults);
    return arena_failed(a) ? fail_memory(e) : ST_OK;
}
