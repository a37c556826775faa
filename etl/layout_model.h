/* A layout file as structs: what layout_read.c makes of the YAML and layout_table.c and
 * layout_cases.c follow. data/README.md explains every key. */
#ifndef TARAZ_ETL_LAYOUT_MODEL_H
#define TARAZ_ETL_LAYOUT_MODEL_H

#include "core/yaml.h"
#include "etl/cell.h"
#include "etl/count.h"
#include "etl/layout.h"

enum field_name {
    FIELD_INDICATOR,
    FIELD_REF_AREA,
    FIELD_CITIZENSHIP,
    FIELD_SEX,
    FIELD_AGE,
    FIELD_EXPLOITATION,
    FIELD_UNIT_MEASURE,
    FIELD_OBS_STATUS,
    FIELD_TIME,
    N_FIELDS,
};
extern const char *const field_names[N_FIELDS]; /* as in figures.csv; "time" */

enum otherwise { OTHERWISE_FAULT, OTHERWISE_SKIP, OTHERWISE_KEEP }; /* a cell that no map or code list holds */

struct mapping {
    struct str cell, value;
};

/* Where one column of figures.csv comes from: a constant, or a column of the table. */
struct field {
    bool set;
    struct str constant; /* when n_columns is 0 */
    struct str *columns; /* the first that the table has is used */
    size_t n_columns;
    struct mapping *map;
    size_t n_map;
    bool countries; /* ISO codes and names of countries become alpha-3 */
    enum otherwise otherwise;
    bool optional;         /* the column may lack, its cell may be empty */
    enum cell_time format; /* time only, as the rest */
    char per;              /* 'A' or 'M': counted cases are gathered by year or month; 0: as written */
    long clip_days;        /* a last year without cases for so many days ends with its last case; 0: never */
    struct place at;
};

/* One kind of figure that the rows give. */
struct figure_rule {
    struct condition *where;
    size_t n_where;
    struct str *value; /* column of the value, the first that the table has */
    size_t n_value;
    bool year_columns;    /* each column headed by a year holds values */
    struct str sum;       /* cases: the column that is summed; empty: rows are counted */
    struct str qualifier; /* exact, about, at_least, at_most */
    struct field fields[N_FIELDS];
    struct place at;
};

struct suppressed {
    struct str cell;
    double low, high;
};

struct layout {
    struct str name;
    const char *file;
    bool cases; /* one row a case: rows are counted */
    struct table_reading reading;
    char thousands;
    struct str *missing;
    size_t n_missing;
    struct suppressed *suppressed;
    size_t n_suppressed;
    double greatest; /* INFINITY: none */
    struct str greatest_why;
    struct figure_rule *rules;
    size_t n_rules;
    struct codes *codes;
};

/* Codes of data/: countries, indicators, forms of exploitation. */
struct codes;
enum status codes_load(struct arena *a, const char *data_folder, struct codes **out, struct err *e);
/* alpha-3 of an alpha-3, alpha-2, name (any case, also of data/country_aliases.csv) or people (Nigerian); empty when
 * unknown. */
struct str codes_country(const struct codes *c, struct str text);
struct str codes_unit(const struct codes *c, struct str indicator); /* the indicator's usual unit */
/* ST_INPUT with the nearest right code when `value` is none of the field's; fields without a list take all. */
enum status codes_check(const struct codes *c, enum field_name field, struct str value, struct place at, struct err *e);

enum status layout_parse(struct arena *a, const struct yaml_node *root, const char *name, struct layout *out,
                         struct err *e);

/* What reading a field gives. */
enum resolved { RESOLVED, RESOLVED_EMPTY, RESOLVED_SKIP, RESOLVED_FAULT };

/* Puts the value of a cell (already trimmed) through missing, map and codes. RESOLVED_FAULT fills *e. */
enum resolved field_resolve(const struct layout *l, enum field_name name, const struct field *f, struct str cell,
                            struct place at, struct str *value, struct err *e);
void figure_set_field(struct figure *f, enum field_name name, struct str value);
/* ISO days of a period. */
enum status figure_set_time(struct arena *a, struct figure *f, struct date first, struct date last, struct err *e);
/* What all figures of tables share; ids from the source, the place and the words. */
enum status figure_finish(struct arena *a, const struct layout *l, const struct source *s, struct figure *f,
                          struct err *e);
bool layout_is_missing(const struct layout *l, struct str cell);

enum status layout_extract_table(struct arena *a, const struct layout *l, struct source *s, struct vec *figures,
                                 struct faults *faults, struct err *e);
enum status layout_extract_cases(struct arena *a, const struct layout *l, struct source *s, struct vec *figures,
                                 struct faults *faults, struct err *e);

#endif
