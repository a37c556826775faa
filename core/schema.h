/* The tables of taraz, each declared once (core/schema.c): columns, types and
 * meaning. Reading, checking, writing, `taraz help columns`, datapackage.json
 * and the manual all come from these declarations.
 *
 * Names are SDMX concepts in lower case where one exists.
 */
#ifndef TARAZ_CORE_SCHEMA_H
#define TARAZ_CORE_SCHEMA_H

#include "core/arena.h"
#include "core/err.h"
#include "core/fault.h"

enum column_type { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_INTEGER };

struct column {
    const char *name;
    enum column_type type;
    size_t offset;     /* of a struct str, double (NaN: empty) or long (LONG_MIN: empty) in the record */
    bool required;     /* a table without this column is refused */
    const char *codes; /* admissible codes, blank-separated, or NULL */
    const char *help;
};

struct schema {
    const char *name; /* "figures": figures.csv */
    const char *help;
    const struct column *columns;
    size_t n_columns;
    size_t record_size;
    size_t n_key; /* the first n_key columns identify a row (Frictionless primaryKey); 0: none */
};

/* One row a source. */
struct source_record {
    struct str source_id, file, title, publisher, published, url, licence, ref_area;
    struct str period_start, period_end, language, layout, sha256;
};

/* One row a figure as one source states it. Numbers are NaN where the cell is empty. */
struct figure {
    struct str figure_id, source_id, locator;
    long span_start, span_end; /* bytes [start, end) in the source's text; LONG_MIN: none (tables) */
    struct str as_written, quote, indicator, ref_area, citizenship, sex, age, exploitation;
    struct str time_start, time_end, time_basis;
    double value_low, value_high, obs_value;
    struct str qualifier, unit_measure, obs_status, method;
    double confidence;
    struct str review_status;
};

/* One row a series and period. */
struct series_row {
    struct str series_id, indicator, ref_area, citizenship, sex, age, exploitation, unit_measure;
    struct str freq, time_period;
    double obs_value, value_low, value_high;
    struct str obs_status;
    long n_figures, n_sources, conflict;
    double exposure;
    struct str figure_ids; /* `;` between */
};

/* One row a disagreement. */
struct conflict {
    struct str series_id, time_period;
    struct str kept_figure, kept_source;
    double kept_value;
    struct str kept_quote;
    struct str other_figure, other_source;
    double other_value;
    struct str other_quote;
    struct str rule;
};

/* One row a series, method and term (R's broom names). */
struct trend_row {
    struct str series_id, method, term;
    double estimate, conf_low, conf_high, statistic, p_value, p_adjusted;
    long n;
    struct str period_start, period_end, outcome, note;
};

/* One correction by a person. */
struct correction {
    struct str figure_id, column, value, expect, reason, by, on;
};

struct reject {
    struct str severity, source_id, file;
    long line, column;
    struct str what, what_to_do;
};

extern const struct schema schema_sources, schema_figures, schema_series, schema_conflicts, schema_trends,
    schema_corrections, schema_rejects;
extern const struct schema *const schemas[];
extern const size_t n_schemas;

/* Reads a table into records (a vec of schema->record_size items in `a`).
 * Unknown columns are ignored; a missing required column is an error; a cell
 * that is no number or no known code is a fault and its row is left out. */
enum status records_read(struct arena *a, const struct schema *s, const char *path, struct vec *out,
                         struct faults *faults, struct err *e);
enum status records_parse(struct arena *a, const struct schema *s, struct str text, const char *file, struct vec *out,
                          struct faults *faults, struct err *e);
struct table;
/* The same from a table that was read already. */
enum status records_of_table(struct arena *a, const struct schema *s, const struct table *t, struct vec *out,
                             struct faults *faults, struct err *e);
/* Header and rows, every declared column in order. */
void records_format(const struct schema *s, const struct vec *records, struct buf *out);
void records_format_header(const struct schema *s, struct buf *out);
void records_format_rows(const struct schema *s, const struct vec *records, struct buf *out);
enum status records_write(const struct schema *s, const struct vec *records, const char *path, struct err *e);

const struct column *schema_column(const struct schema *s, struct str name); /* NULL when not there */
/* Reads or writes one cell of a record as text. Setting a number checks it. */
struct str record_get(struct arena *a, const struct column *c, const void *record);
enum status record_set(const struct column *c, void *record, struct str value, struct place at, struct err *e);
/* A record of empty cells: slices empty, numbers NaN, integers LONG_MIN. */
void record_clear(const struct schema *s, void *record);

#endif
