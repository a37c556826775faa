#include "etl/source.h"
#include "etl/xlsx.h"

enum { ROW_LIMIT = 1048576 }; /* what a sheet can hold (ECMA-376 and Excel) */

struct load {
    struct arena *arena;
    const struct table_options *options;
    struct table *table;
    struct faults *faults;
    size_t skipped;
};

static enum status add_header(struct load *load, const struct sheet_cell *cells, size_t n, struct err *e)
{
    struct table *t = load->table;
    t->n_columns = cells[n - 1].column + 1;
    t->columns = arena_array(load->arena, t->n_columns, sizeof *t->columns);
    if (!t->columns)
        return fail_memory(e);
    for (size_t i = 0; i < t->n_columns; i++)
        t->columns[i] = STR("");
    for (size_t i = 0; i < n; i++)
        t->columns[cells[i].column] = str_trim(cells[i].text);
    return ST_OK;
}

static enum status add_row(void *context, long line, const struct sheet_cell *cells, size_t n, struct err *e)
{
    struct load *load = context;
    struct table *t = load->table;
    if (load->options->allow_comments && str_starts(cells[0].text, "#"))
        return ST_OK;
    if (load->skipped < load->options->skip_rows) {
        load->skipped++;
        return ST_OK;
    }
    if (!t->columns)
        return add_header(load, cells, n, e);
    if (cells[n - 1].column >= t->n_columns) {
        struct err ragged;
        enum status st =
            fail(&ragged, ST_INPUT, (struct place){ t->file, line, (long)cells[n - 1].column + 1 },
                 "correct the row; it was left out", "has a cell beyond the %zu columns of the header", t->n_columns);
        if (!load->faults) {
            *e = ragged;
            return st;
        }
        faults_add(load->faults, &ragged);
        return ST_OK;
    }
    if (t->rows.n >= t->rows.limit)
        return fail(e, ST_INPUT, (struct place){ t->file, line, 0 }, "split the sheet", "holds too many rows");
    struct table_row *row = vec_add(&t->rows);
    if (!row || !(row->cells = arena_array(load->arena, t->n_columns, sizeof *row->cells)))
        return fail_memory(e);
    for (size_t i = 0; i < t->n_columns; i++)
        row->cells[i] = STR("");
    for (size_t i = 0; i < n; i++)
        row->cells[cells[i].column] = cells[i].text;
    row->line = line;
    t->n_rows++;
    return ST_OK;
}

static enum status read_table(struct arena *a, const struct source *s, struct str bytes,
                              const struct table_reading *reading, struct table *out, struct faults *faults,
                              struct err *e)
{
    static const struct table_options none = { 0 };
    struct workbook *book = NULL;
    struct load load = { .arena = a, .options = reading ? &reading->options : &none, .table = out, .faults = faults };
    *out = (struct table){ .file = arena_cstr(a, str_of(s->path)) };
    vec_init(&out->rows, a, sizeof(struct table_row), load.options->row_limit ? load.options->row_limit : ROW_LIMIT);
    enum status st = workbook_open(a, s->path, bytes, &book, e);
    if (st == ST_OK)
        st = workbook_read(book, reading ? reading->sheet : NULL, add_row, &load, &out->sheet, e);
    workbook_close(book);
    if (st == ST_OK && !out->columns)
        return fail(e, ST_INPUT, (struct place){ s->path, 0, 0 }, "give a sheet with a header row", "holds no rows");
    return st == ST_OK && arena_failed(a) ? fail_memory(e) : st;
}

const struct format format_xlsx = {
    .name = "xlsx",
    .extensions = "xlsx xlsm",
    .help = "workbooks; one sheet, the first unless it is named; dates become ISO 8601",
    .read_table = read_table,
};
