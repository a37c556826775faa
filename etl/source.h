/* Sources: what sources.csv lists, and the documents and tables read from them.
 *
 * A source format is one etl/format_NAME.c that exports `const struct format
 * format_NAME`; the build lists the files (build/registry/formats.inc).
 */
#ifndef TARAZ_ETL_SOURCE_H
#define TARAZ_ETL_SOURCE_H

#include "core/arena.h"
#include "core/date.h"
#include "core/err.h"
#include "core/fault.h"
#include "core/schema.h"
#include "core/table.h"

struct source {
    struct source_record record; /* sha256 is filled when the file is read */
    const char *path;            /* where the file is */
};

/* The text of one narrative source. Spans in figures.csv are bytes of `text`. */
struct document {
    struct str source_id;
    struct str text;                       /* UTF-8, checked; for .txt in UTF-8 the file's own bytes, its BOM too */
    struct str sha256;                     /* of the file as it lies on disk, 64 hex digits */
    struct str ref_area;                   /* alpha-3 or empty */
    struct str title;                      /* of sources.csv, or empty */
    struct date period_start, period_end;  /* year 0: not known */
    struct date published_from, published; /* the first and the last day on which it may have appeared; year 0: not
                                              known */
    struct str language;
    const size_t *page_starts; /* byte offset of each page of a PDF; NULL else */
    size_t n_pages;
};

/* How a table is to be read. */
struct table_reading {
    const char *sheet;            /* of a workbook; NULL: the first */
    const char *encoding;         /* "utf-8", "windows-1252", "macintosh"; NULL: found out */
    struct table_options options; /* csv.delimiter 0: found out among , ; tab | */
};

struct format {
    const char *name;       /* "html" */
    const char *extensions; /* "html htm xhtml" */
    const char *help;
    /* Exactly one of the two is set. `bytes` is the whole file, never empty. Conversions
     * and rows left out are said in `faults`. read_text sets text and pages of `out`. */
    enum status (*read_text)(struct arena *a, const struct source *s, struct str bytes, struct document *out,
                             struct faults *faults, struct err *e);
    enum status (*read_table)(struct arena *a, const struct source *s, struct str bytes,
                              const struct table_reading *reading, struct table *out, struct faults *faults,
                              struct err *e);
};

extern const struct format *const formats[];
extern const size_t n_formats;

const struct format *format_for(const char *path); /* by extension (.gz set aside); NULL when none fits */

/* Appends the rows of sources.csv to a vec of struct source; file names are relative to its folder.
 * A source_id that stands twice is a fault, and the second row is left out. */
enum status sources_read(struct arena *a, const char *path, struct vec *out /* struct source */, struct faults *faults,
                         struct err *e);
/* A source for a file named on the command line: source_id is the file's stem. */
enum status source_of_file(struct arena *a, const char *path, struct source *out, struct err *e);

/* Reads one narrative source into a document (and fills record.sha256). ST_INPUT when the
 * file is missing, empty, binary, or a PDF without text. Windows-1252 and UTF-16 with a BOM are
 * converted and said so in `notes`, as faults of status ST_OK. */
enum status document_read(struct arena *a, struct source *s, struct document *out, struct faults *notes, struct err *e);
/* The same for a table. */
enum status source_table_read(struct arena *a, struct source *s, const struct table_reading *reading, struct table *out,
                              struct faults *faults, struct err *e);

/* Fills record.sha256 from the file on disk, or from `bytes` when it came from standard input. ST_INPUT
 * when the record already gives another one: the file is not the one that was described. */
enum status source_hash(struct arena *a, struct source *s, const struct str *bytes, struct err *e);

/* Adds a fault of status ST_OK: something a person should know that lost nothing. */
void note(struct faults *notes, const char *file, const char *todo, const char *what_format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
