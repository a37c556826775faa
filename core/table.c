#include "core/table.h"

#include <stdio.h>
#include <string.h>

#include "core/nearest.h"

enum { ROW_LIMIT = 50000000 };

struct load {
    struct arena *arena;
    const struct table_options *options;
    struct table *table;
    struct faults *faults;
    size_t skipped;
};

static enum status add_header(struct load *load, const struct csv_row *row, struct err *e)
{
    struct table *t = load->table;
    t->columns = arena_array(load->arena, row->n, sizeof *t->columns);
    if (!t->columns)
        return fail_memory(e);
    for (size_t i = 0; i < row->n; i++)
        t->columns[i] = arena_copy(load->arena, str_trim(row->fields[i]));
    t->n_columns = row->n;
    return ST_OK;
}

static enum status add_row(void *context, const struct csv_row *row, struct err *e)
{
    struct load *load = context;
    struct table *t = load->table;
    if (load->options && load->skipped < load->options->skip_rows) {
        load->skipped++;
        return ST_OK;
    }
    if (!t->columns)
        return add_header(load, row, e);
    if (row->n != t->n_columns) {
        struct err ragged;
        enum status st =
            fail(&ragged, ST_INPUT, (struct place){ t->file, row->line, 0 }, "correct the row; it was left out",
                 "has %zu fields where the header has %zu", row->n, t->n_columns);
        if (!load->faults) {
            *e = ragged;
            return st;
        }
        faults_add(load->faults, &ragged);
        return ST_OK;
    }
    struct table_row *kept = vec_add(&t->rows);
    struct str *cells = kept ? arena_array(load->arena, row->n, sizeof *cells) : NULL;
    if (!cells)
        return fail_memory(e);
    for (size_t i = 0; i < row->n; i++)
        cells[i] = row->fields[i].n ? arena_copy(load->arena, row->fields[i]) : (struct str){ "", 0 };
    kept->line = row->line;
    kept->cells = cells;
    t->n_rows++;
    return ST_OK;
}

static enum status finish(struct load *load, enum status st, struct err *e)
{
    if (st == ST_OK && arena_failed(load->arena))
        return fail_memory(e);
    if (st == ST_OK && !load->table->columns)
        return fail(e, ST_INPUT, (struct place){ load->table->file, 0, 0 }, "give a table with a header row",
                    "holds no rows");
    return st;
}

static struct load start(struct arena *a, const char *file, const struct table_options *options, struct table *out,
                         struct faults *faults)
{
    *out = (struct table){ .file = arena_cstr(a, str_of(file)) };
    vec_init(&out->rows, a, sizeof(struct table_row), options && options->row_limit ? options->row_limit : ROW_LIMIT);
    return (struct load){ .arena = a, .options = options, .table = out, .faults = faults };
}

static struct csv_options csv_of(const struct table_options *options)
{
    struct csv_options csv = { 0 };
    if (options)
        csv = options->csv;
    if (options && options->allow_comments)
        csv.comment = '#';
    return csv;
}

enum status table_read(struct arena *a, const char *path, const struct table_options *options, struct table *out,
                       struct faults *faults, struct err *e)
{
    const struct csv_options csv = csv_of(options);
    struct load load = start(a, path, options, out, faults);
    return finish(&load, csv_read_file(path, &csv, add_row, &load, e), e);
}

enum status table_parse(struct arena *a, struct str text, const char *file, const struct table_options *options,
                        struct table *out, struct faults *faults, struct err *e)
{
    const struct csv_options csv = csv_of(options);
    struct load load = start(a, file, options, out, faults);
    return finish(&load, csv_read_text(text, file, &csv, add_row, &load, e), e);
}

bool table_has_column(const struct table *t, const char *name, size_t *index)
{
    for (size_t i = 0; i < t->n_columns; i++)
        if (str_is(t->columns[i], name)) {
            if (index)
                *index = i;
            return true;
        }
    return false;
}

enum status table_column(const struct table *t, const char *name, size_t *index, struct err *e)
{
    if (table_has_column(t, name, index))
        return ST_OK;
    char todo[200] = "see its header row";
    size_t near = nearest_index(str_of(name), t->columns, t->n_columns);
    if (near < t->n_columns)
        snprintf(todo, sizeof todo, "did you mean '%.*s'?", (int)t->columns[near].n, t->columns[near].p);
    return fail(e, ST_USAGE, (struct place){ t->file, 0, 0 }, todo, "has no column '%s'", name);
}

struct str table_cell(const struct table *t, size_t row, size_t column)
{
    return VEC_AT(const struct table_row, &t->rows, row)->cells[column];
}

struct place table_place(const struct table *t, size_t row)
{
    return (struct place){ t->file, VEC_AT(const struct table_row, &t->rows, row)->line, 0 };
}
