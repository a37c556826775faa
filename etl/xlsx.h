/* The parts of an XLSX workbook (ECMA-376 part 1, 18): a zip of XML files. */
#ifndef TARAZ_ETL_XLSX_H
#define TARAZ_ETL_XLSX_H

#include "core/arena.h"
#include "core/err.h"

struct workbook;

/* Opens a workbook that lies in memory (`bytes` stay until workbook_close) and reads its list of
 * sheets, shared strings and date styles. ST_INPUT when it is no workbook, is encrypted, or unpacks
 * to more than XLSX_LIMIT bytes. Nothing is written to disk and no name in the zip is used as a path. */
enum status workbook_open(struct arena *a, const char *file, struct str bytes, struct workbook **out, struct err *e);
void workbook_close(struct workbook *w); /* NULL is allowed */

enum { XLSX_LIMIT = 1 << 30, XLSX_CELL_LIMIT = 50000000, XLSX_COLUMN_LIMIT = 16384 };

struct sheet_cell {
    size_t column;   /* from 0 */
    struct str text; /* arena memory: text, a number as stored, a date as ISO 8601, TRUE, FALSE, #N/A */
};

/* Called for each row that has cells with content; `line` is the row's number in the sheet, from 1.
 * Cells are in order of columns. */
typedef enum status (*sheet_row_function)(void *context, long line, const struct sheet_cell *cells, size_t n,
                                          struct err *e);

/* `name` NULL: the first sheet. An unknown name is ST_USAGE with the nearest right one. `*used` is the sheet's name. */
enum status workbook_read(struct workbook *w, const char *name, sheet_row_function on_row, void *context,
                          const char **used, struct err *e);

#endif
