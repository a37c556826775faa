/* data/narrative/ tables into the vocabulary. Every table is read the same way: the columns it has
 * fill the fields of a term, codes are checked against their lists. */
#include "etl/narrative/vocabulary_build.h"

#include "core/file.h"
#include "core/nearest.h"
#include "core/table.h"

#include <stdio.h>

static const char *const number_kinds[N_NUMBER_KINDS] = { "unit", "ten",   "hundred", "scale",  "dozen",  "article",
                                                          "half", "vague", "zero",    "decade", "couple", "fraction" };
static const char *const noun_kinds[N_NOUN_KINDS] = { "person", "case", "event", "duration", "thing" };
static const char *const noun_roles[N_NOUN_ROLES] = { "",        "victim",       "offender", "official",
                                                      "missing", "child_worker", "outsider", "anaphor",
                                                      "client",  "crime" };
static const char *const verb_counts[N_VERB_COUNTS] = { "object", "subject", "neither", "link" };
static const char *const place_kinds[N_PLACE_KINDS] = { "country", "people", "city", "region" };
#define ROLE_NAME(code, name) name,
static const char *const roles[N_ROLES] = { ROLES(ROLE_NAME) };
#undef ROLE_NAME

enum { LAST_DAY = 28 }; /* that every month has */

struct table_spec {
    enum table_id id;
    const char *file;
    const char *const *kinds; /* of its column `kind` (or kind_column) */
    size_t n_kinds;
    const char *kind_column;
};

static const struct table_spec specs[] = {
    { IN_NUMBERS, "numbers.csv", number_kinds, N_NUMBER_KINDS, "kind" },
    { IN_QUALIFIERS, "qualifiers.csv", qualifier_names, N_QUALIFIERS, "qualifier" },
    { IN_NOUNS, "nouns.csv", noun_kinds, N_NOUN_KINDS, "kind" },
    { IN_VERBS, "verbs.csv", verb_counts, N_VERB_COUNTS, "counts" },
    { IN_TOPICS, "topics.csv", NULL, 0, NULL },
    { IN_PLACES, "places.csv", place_kinds, N_PLACE_KINDS, "kind" },
    { IN_CURRENCIES, "currencies.csv", NULL, 0, NULL },
    { IN_GRAMMAR, "grammar.csv", roles, N_ROLES, "role" },
    { IN_GRAMMAR, "times.csv", roles, N_ROLES, "role" },
    { IN_GRAMMAR, "people.csv", roles, N_ROLES, "role" },
};

/* The cell of a named column, empty when the table has no such column. */
static struct str cell(const struct table *t, size_t row, const char *column)
{
    size_t index;
    return table_has_column(t, column, &index) ? str_trim(table_cell(t, row, index)) : STR("");
}

/* Sets *field to the code's index in `names`. */
static enum status set_code(const struct table *t, size_t row, const char *column, const char *const *names, size_t n,
                            uint8_t *field, struct err *e)
{
    struct str text = cell(t, row, column);
    size_t index = code_find(text, names, n);
    if (index < n) {
        *field = (uint8_t)index;
        return ST_OK;
    }
    if (!text.n)
        return ST_OK;
    const char *near = nearest_name(text, names, n);
    char todo[120];
    snprintf(todo, sizeof todo, "did you mean '%s'?", near ? near : names[n - 1]);
    return fail(e, ST_INPUT, table_place(t, row), todo, "column %s has no code '%.*s'", column, (int)text.n, text.p);
}

static enum status fill_term(struct arena *a, const struct table_spec *spec, const struct table *t, size_t row,
                             struct term *term, struct err *e)
{
    enum status st = ST_OK;
    *term = (struct term){ .table = (uint8_t)spec->id };
    if (spec->kinds)
        st = set_code(t, row, spec->kind_column, spec->kinds, spec->n_kinds, &term->kind, e);
    if (st == ST_OK && spec->id == IN_NOUNS)
        st = set_code(t, row, "role", noun_roles, N_NOUN_ROLES, &term->role, e);
    if (st == ST_OK)
        st = set_code(t, row, "indicator", indicator_names, N_INDICATORS, &term->indicator, e);
    if (st == ST_OK)
        st = set_code(t, row, "unit", unit_names, N_UNITS, &term->unit, e);
    if (st == ST_OK)
        st = set_code(t, row, "sex", sex_names, N_SEXES, &term->sex, e);
    if (st == ST_OK)
        st = set_code(t, row, "age", age_names, N_AGES, &term->age, e);
    if (st == ST_OK)
        st = set_code(t, row, "form", form_names, N_FORMS, &term->form, e);
    if (st == ST_OK)
        st = set_code(t, row, "hint", form_names, N_FORMS, &term->hint, e);
    if (st == ST_OK)
        st = set_code(t, row, "subject", subject_names, N_SUBJECTS, &term->subject, e);
    struct str value = cell(t, row, "value"), code = cell(t, row, "code");
    if (st == ST_OK && value.n && !str_to_double(value, &term->value))
        return fail(e, ST_INPUT, table_place(t, row), "write a plain number", "column value is no number");
    term->after = str_is(cell(t, row, "side"), "after");
    term->capital =
        spec->id == IN_PLACES || (spec->id == IN_GRAMMAR && (term->kind == R_MONTH || term->kind == R_WEEKDAY));
    struct str words = cell(t, row, "words");
    if (spec->id == IN_CURRENCIES && words.n <= 3 && ascii_is_alpha(words.p[0]))
        term->capital = true; /* N5,000 */
    term->code = code.n ? arena_copy(a, code) : code;
    struct str area = cell(t, row, "area");
    term->area = area.n ? arena_copy(a, area) : area;
    return st;
}

/* The forms of a verb: those given and the regular ones. */
static enum status add_verb(struct vocabulary *v, const struct table *t, size_t row, struct term *term, struct err *e)
{
    static const struct {
        const char *column;
        uint8_t form;
    } forms[] = { { "base", FORM_BASE },
                  { "third", FORM_THIRD },
                  { "past", FORM_PAST },
                  { "participle", FORM_PARTICIPLE },
                  { "gerund", FORM_GERUND } };
    enum { N_FORMS_OF_VERB = sizeof forms / sizeof *forms };
    bool only_base = !cell(t, row, "past").n && !cell(t, row, "gerund").n; /* a fixed phrase ("sent to court") */
    for (size_t i = 0; i < N_FORMS_OF_VERB; i++) {
        struct str words = cell(t, row, forms[i].column);
        bool seen = words.n == 0;
        term->verb_forms = only_base ? FORM_BASE | FORM_PAST | FORM_PARTICIPLE : 0;
        for (size_t j = 0; j < N_FORMS_OF_VERB; j++) {
            if (!str_equal(words, cell(t, row, forms[j].column)))
                continue;
            seen |= j < i;
            term->verb_forms |= forms[j].form;
        }
        if (!seen && !vocabulary_add(v, words, term))
            return fail_memory(e);
    }
    return ST_OK;
}

/* The plural of a people is also a noun ("26 Kazakhs"); the adjective is not. */
static bool add_people(struct vocabulary *v, struct str words)
{
    struct term person = { .table = IN_NOUNS, .kind = NOUN_PERSON, .unit = PERSONS, .capital = true };
    return !(str_ends(words, "s") || str_ends(words, "ese")) || vocabulary_add(v, words, &person);
}

static enum status read_table(struct vocabulary *v, const char *folder, const char *file, struct table *t,
                              struct err *e)
{
    struct table_options options = { .allow_comments = true };
    const char *path = path_join(v->arena, folder, file);
    return path ? table_read(v->arena, path, &options, t, NULL, e) : fail_memory(e);
}

static enum status load_table(struct vocabulary *v, const char *folder, const struct table_spec *spec, struct err *e)
{
    struct table t;
    enum status st = read_table(v, folder, spec->file, &t, e);
    for (size_t row = 0; st == ST_OK && row < t.n_rows; row++) {
        struct term term;
        st = fill_term(v->arena, spec, &t, row, &term, e);
        if (st == ST_OK && spec->id == IN_VERBS)
            st = add_verb(v, &t, row, &term, e);
        else if (st == ST_OK && !vocabulary_add(v, cell(&t, row, "words"), &term))
            st = fail(e, ST_SYSTEM, table_place(&t, row), "shorten the tables", "the vocabulary is full");
        if (st == ST_OK && spec->id == IN_PLACES && term.kind == PLACE_PEOPLE && !add_people(v, cell(&t, row, "words")))
            st = fail_memory(e);
    }
    return st;
}

static enum status load_confidence(struct vocabulary *v, const char *folder, struct err *e)
{
    struct table t;
    enum status st = read_table(v, folder, "confidence.csv", &t, e);
    if (st != ST_OK)
        return st;
    v->confidence = arena_array(v->arena, t.n_rows + 1, sizeof *v->confidence);
    if (!v->confidence)
        return fail_memory(e);
    for (size_t row = 0; row < t.n_rows; row++) {
        struct confidence *c = &v->confidence[v->n_confidence++];
        uint8_t indicator = 0;
        st = set_code(&t, row, "indicator", indicator_names, N_INDICATORS, &indicator, e);
        if (st != ST_OK)
            return st;
        c->method = cell(&t, row, "method");
        c->indicator = indicator;
        if (!str_to_double(cell(&t, row, "confidence"), &c->share))
            return fail(e, ST_INPUT, table_place(&t, row), "write a share from 0 to 1", "confidence is no number");
    }
    return ST_OK;
}

/* "07-01" */
static bool month_and_day(struct str text, struct fiscal_year *y)
{
    long month, day;
    if (text.n != 5 || text.p[2] != '-' || !str_to_long(str_slice(text, 0, 2), &month) ||
        !str_to_long(str_slice(text, 3, 5), &day) || month < 1 || month > 12 || day < 1 || day > LAST_DAY)
        return false;
    y->month = (int)month;
    y->day = (int)day;
    return true;
}

static enum status load_fiscal_years(struct vocabulary *v, const char *folder, struct err *e)
{
    static const char *const named_by[] = { "start", "end" };
    struct table t;
    enum status st = read_table(v, folder, "fiscal_years.csv", &t, e);
    v->fiscal_years = st == ST_OK ? arena_array(v->arena, t.n_rows + 1, sizeof *v->fiscal_years) : NULL;
    if (st == ST_OK && !v->fiscal_years)
        return fail_memory(e);
    for (size_t row = 0; st == ST_OK && row < t.n_rows; row++) {
        struct fiscal_year *y = &v->fiscal_years[v->n_fiscal_years++];
        uint8_t end = 0;
        y->ref_area = cell(&t, row, "ref_area");
        st = set_code(&t, row, "named_by", named_by, sizeof named_by / sizeof *named_by, &end, e);
        y->named_by_end = end;
        if (st == ST_OK && !month_and_day(cell(&t, row, "starts"), y))
            return fail(e, ST_INPUT, table_place(&t, row), "write month and day, as 07-01",
                        "starts is no day of a year");
    }
    return st;
}

enum status vocabulary_load(struct arena *a, const char *data_folder, struct vocabulary **out, struct err *e)
{
    struct vocabulary *v = NULL;
    const char *folder = path_join(a, data_folder, "narrative");
    if (!folder)
        return fail_memory(e);
    enum status st = vocabulary_new(a, &v, e);
    for (size_t i = 0; st == ST_OK && i < sizeof specs / sizeof *specs; i++)
        st = load_table(v, folder, &specs[i], e);
    if (st == ST_OK)
        st = load_confidence(v, folder, e);
    if (st == ST_OK)
        st = load_fiscal_years(v, folder, e);
    if (st != ST_OK)
        return st;
    if (!vocabulary_finish(v))
        return fail_memory(e);
    *out = v;
    return st;
}
