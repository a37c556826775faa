#include <stdio.h>
#include <stdlib.h>

#include "core/file.h"
#include "core/nearest.h"
#include "core/table.h"
#include "etl/layout_model.h"
#include "etl/series_key.h"

enum { NAME_LIMIT = 100000 };

struct country_name {
    struct str folded; /* ASCII letters in lower case */
    struct str alpha3;
};

struct codes {
    struct vec countries;                 /* of struct country_name, sorted */
    struct vec indicators, exploitations; /* of struct str */
    struct usual_units *units;
};

static struct str fold(struct arena *a, struct str text)
{
    char *folded = arena_alloc(a, text.n + 1);
    for (size_t i = 0; folded && i < text.n; i++)
        folded[i] = ascii_lower(text.p[i]);
    return (struct str){ folded ? folded : "", folded ? text.n : 0 };
}

static int compare_names(const void *x, const void *y)
{
    const struct country_name *a = x, *b = y;
    return str_compare(a->folded, b->folded);
}

/* Names of countries and of their people, as the narrative engine knows them. */
static enum status read_peoples(struct arena *a, const char *folder, struct vec *names, struct err *e)
{
    static const struct table_options options = { .allow_comments = true };
    struct table t;
    size_t words = 0, kind = 0, code = 0;
    const char *path = path_join(a, folder, "narrative/places.csv");
    enum status st = path ? table_read(a, path, &options, &t, NULL, e) : fail_memory(e);
    if (st == ST_OK)
        st = table_column(&t, "words", &words, e);
    if (st == ST_OK)
        st = table_column(&t, "kind", &kind, e);
    if (st == ST_OK)
        st = table_column(&t, "code", &code, e);
    for (size_t i = 0; st == ST_OK && i < t.n_rows; i++) {
        struct str what = table_cell(&t, i, kind), alpha3 = table_cell(&t, i, code);
        bool wanted = alpha3.n == 3 && (str_is(what, "country") || str_is(what, "people"));
        struct country_name *kept = wanted ? vec_add(names) : NULL;
        if (kept)
            *kept = (struct country_name){ fold(a, str_trim(table_cell(&t, i, words))), alpha3 };
    }
    return st;
}

/* Rows of `file` under the data folder: column `code_column` into codes, or names with it as alpha-3. */
static enum status read_list(struct arena *a, const char *folder, const char *file, const char *const *columns,
                             size_t n_columns, const char *code_column, struct vec *names, struct vec *codes,
                             struct err *e)
{
    static const struct table_options options = { .allow_comments = true };
    struct table t;
    size_t code;
    const char *path = path_join(a, folder, file);
    enum status st = path ? table_read(a, path, &options, &t, NULL, e) : fail_memory(e);
    if (st == ST_OK)
        st = table_column(&t, code_column, &code, e);
    for (size_t i = 0; st == ST_OK && codes && i < t.n_rows; i++) {
        struct str *kept = vec_add(codes);
        if (!kept)
            return fail_memory(e);
        *kept = table_cell(&t, i, code);
    }
    for (size_t c = 0; st == ST_OK && names && c < n_columns; c++) {
        size_t column;
        st = table_column(&t, columns[c], &column, e);
        for (size_t i = 0; st == ST_OK && i < t.n_rows; i++) {
            struct str text = str_trim(table_cell(&t, i, column));
            if (text.n == 0)
                continue;
            struct country_name *kept = vec_add(names);
            if (!kept)
                return fail_memory(e);
            *kept = (struct country_name){ fold(a, text), table_cell(&t, i, code) };
        }
    }
    return st;
}

enum status codes_load(struct arena *a, const char *data_folder, struct codes **out, struct err *e)
{
    static const char *const country_columns[] = { "alpha3", "alpha2", "name" }, *const alias_columns[] = { "name" };
    struct codes *c = *out = arena_alloc(a, sizeof *c);
    if (!c)
        return fail_memory(e);
    vec_init(&c->countries, a, sizeof(struct country_name), NAME_LIMIT);
    vec_init(&c->indicators, a, sizeof(struct str), NAME_LIMIT);
    vec_init(&c->exploitations, a, sizeof(struct str), NAME_LIMIT);
    enum status st = read_list(a, data_folder, "countries.csv", country_columns, 3, "alpha3", &c->countries, NULL, e);
    if (st == ST_OK)
        st = read_list(a, data_folder, "country_aliases.csv", alias_columns, 1, "alpha3", &c->countries, NULL, e);
    if (st == ST_OK)
        st = read_peoples(a, data_folder, &c->countries, e);
    if (st == ST_OK)
        st = read_list(a, data_folder, "indicators.csv", NULL, 0, "code", NULL, &c->indicators, e);
    if (st == ST_OK)
        st = read_list(a, data_folder, "exploitation.csv", NULL, 0, "code", NULL, &c->exploitations, e);
    if (st == ST_OK)
        st = usual_units_load(a, data_folder, &c->units, e);
    if (st == ST_OK && arena_failed(a))
        st = fail_memory(e);
    if (st == ST_OK)
        vec_sort(&c->countries, compare_names);
    return st;
}

struct str codes_country(const struct codes *c, struct str text)
{
    char folded[128];
    if (text.n == 0 || text.n > sizeof folded)
        return (struct str){ "", 0 };
    for (size_t i = 0; i < text.n; i++)
        folded[i] = ascii_lower(text.p[i]);
    struct country_name key = { { folded, text.n }, { "", 0 } };
    const struct country_name *found = bsearch(&key, c->countries.items, c->countries.n, sizeof key, compare_names);
    return found ? found->alpha3 : (struct str){ "", 0 };
}

struct str codes_unit(const struct codes *c, struct str indicator) { return usual_unit(c->units, indicator); }

static bool holds(const struct vec *codes, struct str value)
{
    for (size_t i = 0; i < codes->n; i++)
        if (str_equal(*VEC_AT(const struct str, codes, i), value))
            return true;
    return false;
}

enum status codes_check(const struct codes *c, enum field_name field, struct str value, struct place at, struct err *e)
{
    if (value.n == 0)
        return ST_OK;
    if (field == FIELD_SEX || field == FIELD_AGE || field == FIELD_OBS_STATUS) {
        struct figure scratch;
        record_clear(&schema_figures, &scratch);
        return record_set(schema_column(&schema_figures, str_of(field_names[field])), &scratch, value, at, e);
    }
    const struct vec *codes = field == FIELD_INDICATOR      ? &c->indicators
                              : field == FIELD_EXPLOITATION ? &c->exploitations
                                                            : NULL;
    if (!codes || holds(codes, value))
        return ST_OK;
    size_t near = nearest_index(value, codes->items, codes->n);
    char todo[200] = "see data/indicators.csv and data/exploitation.csv";
    if (near < codes->n)
        snprintf(todo, sizeof todo, "did you mean '%.*s'?", (int)VEC_AT(const struct str, codes, near)->n,
                 VEC_AT(const struct str, codes, near)->p);
    return fail(e, ST_INPUT, at, todo, "'%.*s' is no %s code", (int)(value.n < 80 ? value.n : 80), value.p,
                field_names[field]);
}
