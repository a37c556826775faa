/* CSV (RFC 4180) by libcsv: a parser fed in pieces, and a writer that quotes
 * only where needed.
 *
 * What libcsv leaves open is closed here (tests/core/test_csv.c has a case for each):
 * an unterminated quote is an error, a BOM is dropped, blanks around unquoted
 * fields are kept, no phantom row follows an error, and physical lines are counted.
 */
#ifndef TARAZ_CORE_CSV_H
#define TARAZ_CORE_CSV_H

#include "core/err.h"

struct csv_options {
    char delimiter;      /* 0: ',' */
    char comment;        /* lines that start with it, between rows, are passed over; 0: none */
    size_t field_limit;  /* bytes a field; 0: 1 MiB */
    size_t column_limit; /* fields a row; 0: 16384 */
};

struct csv_row {
    long line; /* the physical line the row starts on, from 1 */
    size_t n;
    const struct str *fields; /* valid during the call only */
};

/* Called for each row that is not blank; a status other than ST_OK ends the parse with it. */
typedef enum status (*csv_row_function)(void *context, const struct csv_row *row, struct err *e);

struct csv_parser_state;

struct csv_parser_state *csv_parser_new(const char *file, const struct csv_options *options, csv_row_function on_row,
                                        void *context); /* NULL: out of memory */
enum status csv_parser_feed(struct csv_parser_state *p, struct str bytes, struct err *e);
enum status csv_parser_finish(struct csv_parser_state *p, struct err *e); /* the last row; open quotes */
void csv_parser_free(struct csv_parser_state *p);

/* The whole of a text, or of a file read in pieces ("-": standard input; .gz is unpacked). */
enum status csv_read_text(struct str text, const char *file, const struct csv_options *options, csv_row_function on_row,
                          void *context, struct err *e);
enum status csv_read_file(const char *path, const struct csv_options *options, csv_row_function on_row, void *context,
                          struct err *e);

/* Writes one field, quoted only if it holds a comma, quote, CR, LF, or a blank at an end. */
void csv_put_field(struct buf *out, struct str field);
/* Writes a row with LF. */
void csv_put_row(struct buf *out, const struct str *fields, size_t n);

#endif
