/* A CSV table held in memory: header, rows, and where each row stood. */
#ifndef TARAZ_CORE_TABLE_H
#define TARAZ_CORE_TABLE_H

#include "core/arena.h"
#include "core/csv.h"
#include "core/fault.h"

struct table {
    const char *file;
    const char *sheet; /* of a workbook; NULL: the table is a whole file */
    size_t n_columns, n_rows;
    struct str *columns; /* header cells, trimmed of blanks */
    struct vec rows;     /* of struct table_row */
};

struct table_row {
    long line;
    struct str *cells; /* n_columns of them, arena memory */
};

struct table_options {
    struct csv_options csv;
    size_t skip_rows;    /* banner rows before the header */
    bool allow_comments; /* drop rows whose first cell starts with '#': data/ files carry a header comment */
    size_t row_limit;    /* 0: 50 million */
};

/* Reads path (or `text` when path names something already read). A row whose
 * field count is not the header's is left out and noted in `faults` (which may
 * be NULL: then it is an error); the rest is kept. An empty file is ST_INPUT. */
enum status table_read(struct arena *a, const char *path, const struct table_options *options, struct table *out,
                       struct faults *faults, struct err *e);
enum status table_parse(struct arena *a, struct str text, const char *file, const struct table_options *options,
                        struct table *out, struct faults *faults, struct err *e);

/* Index of a column; ST_USAGE with the nearest right name when it is not there. */
enum status table_column(const struct table *t, const char *name, size_t *index, struct err *e);
bool table_has_column(const struct table *t, const char *name, size_t *index); /* index may be NULL */
struct str table_cell(const struct table *t, size_t row, size_t column);
struct place table_place(const struct table *t, size_t row);

#endif
