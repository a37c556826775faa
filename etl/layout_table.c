/* Tables of counts: each row, each rule of the layout, a figure. */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/nearest.h"
#include "etl/layout_model.h"

enum { NONE = -1, TOLD_LIMIT = 1000 };

/* A rule with its columns found in one table. */
struct bound_rule {
    const struct figure_rule *rule;
    long fields[N_FIELDS]; /* column index or NONE */
    size_t *where;
    size_t *values; /* value columns */
    size_t n_values;
    bool *quoted; /* columns that the quote shows */
    size_t n_skipped[N_FIELDS], n_empty[N_FIELDS];
};

struct reader {
    struct arena *arena;
    const struct layout *layout;
    const struct source *source;
    const struct table *table;
    struct vec *figures;
    struct faults *faults;
    struct vec told; /* of struct str: unknown cells already told */
};

static enum status find_column(const struct reader *r, const struct str *names, size_t n, bool optional, long *index,
                               struct err *e)
{
    *index = NONE;
    for (size_t i = 0; i < n; i++)
        for (size_t c = 0; c < r->table->n_columns; c++)
            if (str_equal(r->table->columns[c], names[i])) {
                *index = (long)c;
                return ST_OK;
            }
    if (optional || n == 0)
        return ST_OK;
    size_t unused;
    const char *name = arena_cstr(r->arena, names[0]);
    enum status st = name ? table_column(r->table, name, &unused, e) : fail_memory(e);
    if (st == ST_USAGE) {
        st = e->status = ST_INPUT;
        if (str_is(str_of(e->todo), "see its header row"))
            snprintf(e->todo, sizeof e->todo, "layout %.*s is not for this table, or its skip_rows is wrong",
                     (int)r->layout->name.n, r->layout->name.p);
    }
    return st;
}

static bool is_year(struct str text)
{
    struct date first, last;
    return text.n >= 4 && cell_period(text, TIME_YEAR, &first, &last);
}

static enum status bind_values(const struct reader *r, struct bound_rule *b, struct err *e)
{
    const struct table *t = r->table;
    b->values = arena_array(r->arena, t->n_columns + 1, sizeof *b->values);
    if (!b->values)
        return fail_memory(e);
    if (!b->rule->year_columns) {
        long column;
        enum status st = find_column(r, b->rule->value, b->rule->n_value, false, &column, e);
        if (st == ST_OK)
            b->values[b->n_values++] = (size_t)column;
        return st;
    }
    for (size_t c = 0; c < t->n_columns; c++)
        if (is_year(t->columns[c]))
            b->values[b->n_values++] = c;
    if (b->n_values == 0)
        return fail(e, ST_INPUT, (struct place){ t->file, 0, 0 }, "use a layout for long tables, or correct skip_rows",
                    "has no column headed by a year");
    return ST_OK;
}

static enum status bind(const struct reader *r, const struct figure_rule *rule, struct bound_rule *b, struct err *e)
{
    *b = (struct bound_rule){ .rule = rule };
    b->where = arena_array(r->arena, rule->n_where + 1, sizeof *b->where);
    b->quoted = arena_array(r->arena, r->table->n_columns + 1, sizeof *b->quoted);
    if (!b->where || !b->quoted)
        return fail_memory(e);
    enum status st = bind_values(r, b, e);
    for (size_t i = 0; i < rule->n_where && st == ST_OK; i++) {
        long column;
        st = find_column(r, &rule->where[i].column, 1, false, &column, e);
        b->where[i] = (size_t)column;
        if (st == ST_OK)
            b->quoted[column] = true;
    }
    for (size_t i = 0; i < N_FIELDS && st == ST_OK; i++) {
        const struct field *f = &rule->fields[i];
        bool needed = f->set && !(i == FIELD_TIME && rule->year_columns);
        b->fields[i] = NONE;
        if (needed)
            st = find_column(r, f->columns, f->n_columns, f->optional, &b->fields[i], e);
        if (st == ST_OK && b->fields[i] != NONE)
            b->quoted[b->fields[i]] = true;
    }
    return st;
}

/* The same unknown cell is told once, however many rows hold it. */
static void tell(struct reader *r, struct bound_rule *b, const struct err *bad, size_t field, struct str cell)
{
    struct str key =
        arena_printf(r->arena, "%zu %zu %.*s", field, (size_t)(b->rule - r->layout->rules), (int)cell.n, cell.p);
    for (size_t i = 0; i < r->told.n; i++)
        if (str_equal(*VEC_AT(struct str, &r->told, i), key))
            return;
    struct str *kept = vec_add(&r->told);
    if (kept)
        *kept = key;
    faults_add(r->faults, bad);
}

static bool resolve_time(struct bound_rule *b, struct str cell, struct place at, struct date *first, struct date *last,
                         struct err *bad)
{
    if (cell_period(cell, b->rule->fields[FIELD_TIME].format, first, last))
        return true;
    fail(bad, ST_INPUT, at, "correct the cell or the layout's format", "time '%.*s' is no %s",
         (int)(cell.n < 40 ? cell.n : 40), cell.p, cell_time_names[b->rule->fields[FIELD_TIME].format]);
    return false;
}

/* One field of one row into the figure. False: the row gives no figure. */
static bool read_field(struct reader *r, struct bound_rule *b, size_t row, size_t i, struct figure *f,
                       struct date *first, struct date *last)
{
    const struct field *field = &b->rule->fields[i];
    struct str cell =
        b->fields[i] == NONE ? field->constant : str_trim(table_cell(r->table, row, (size_t)b->fields[i]));
    struct str value = cell;
    struct place at = table_place(r->table, row);
    struct err bad;
    if (b->fields[i] != NONE) {
        at.column = b->fields[i] + 1;
        enum resolved got = field_resolve(r->layout, (enum field_name)i, field, cell, at, &value, &bad);
        if (got == RESOLVED_SKIP)
            b->n_skipped[i]++;
        if (got == RESOLVED_EMPTY && !field->optional)
            b->n_empty[i]++;
        if (got == RESOLVED_FAULT)
            tell(r, b, &bad, i, cell);
        if (got == RESOLVED_EMPTY && field->optional)
            return true;
        if (got != RESOLVED)
            return false;
    }
    if (i != FIELD_TIME) {
        figure_set_field(f, (enum field_name)i, value);
        return true;
    }
    if (b->fields[i] == NONE)
        return value.n == 0 || cell_period(value, TIME_YEARS, first, last);
    if (resolve_time(b, value, at, first, last, &bad))
        return true;
    tell(r, b, &bad, i, cell);
    return false;
}

/* The value of a cell. False with *bad->status ST_OK: the cell states nothing. */
static bool read_value(const struct layout *l, const struct figure_rule *rule, struct str cell, struct place at,
                       struct figure *f, struct err *bad)
{
    bad->status = ST_OK;
    for (size_t i = 0; i < l->n_suppressed; i++)
        if (str_equal(cell, l->suppressed[i].cell)) {
            f->value_low = l->suppressed[i].low;
            f->value_high = l->suppressed[i].high;
            f->qualifier = STR("range");
            f->obs_status = STR("Q");
            return true;
        }
    double value;
    if (layout_is_missing(l, cell))
        return false;
    if (!cell_number(cell, l->thousands, &value)) {
        fail(bad, ST_INPUT, at, "correct the cell, or name it under missing: or suppressed: in the layout",
             "'%.*s' is no number", (int)(cell.n < 40 ? cell.n : 40), cell.p);
        return false;
    }
    if (value < 0 || value > l->greatest) {
        bool negative = value < 0;
        fail(bad, ST_INPUT, at, negative || l->greatest_why.n == 0 ? "look it up in the source" : l->greatest_why.p,
             "%.*s is %s", (int)(cell.n < 40 ? cell.n : 40), cell.p, negative ? "below zero" : "not plausible");
        return false;
    }
    f->qualifier = rule->qualifier;
    f->value_low = f->value_high = value;
    if (str_is(rule->qualifier, "at_least"))
        f->value_high = NAN;
    else if (str_is(rule->qualifier, "at_most"))
        f->value_low = NAN;
    else
        f->obs_value = value;
    return true;
}

/* "BC" of column 54. */
static struct str column_letters(struct arena *a, size_t column)
{
    char letters[8];
    size_t n = sizeof letters;
    for (column++; column > 0 && n > 0; column = (column - 1) / 26)
        letters[--n] = (char)('A' + (column - 1) % 26);
    return arena_copy(a, (struct str){ letters + n, sizeof letters - n });
}

static struct str locate(const struct reader *r, size_t row, size_t column)
{
    long line = table_place(r->table, row).line;
    if (r->table->sheet) {
        struct str letters = column_letters(r->arena, column);
        return arena_printf(r->arena, "sheet %s, cell %.*s%ld", r->table->sheet, (int)letters.n, letters.p, line);
    }
    return arena_printf(r->arena, "row %ld, column %.*s", line, (int)r->table->columns[column].n,
                        r->table->columns[column].p);
}

static struct str quote(const struct reader *r, const struct bound_rule *b, size_t row, size_t value)
{
    struct buf words;
    buf_init(&words, 0);
    for (size_t c = 0; c < r->table->n_columns; c++) {
        if (!b->quoted[c] && c != value)
            continue;
        if (words.n > 0)
            buf_puts(&words, "; ");
        buf_put(&words, r->table->columns[c]);
        buf_putc(&words, '=');
        buf_put(&words, str_trim(table_cell(r->table, row, c)));
    }
    struct str text = arena_copy(r->arena, buf_str(&words));
    buf_free(&words);
    return text;
}

static enum status read_cell(struct reader *r, struct bound_rule *b, size_t row, size_t column,
                             const struct figure *shared, struct date first, struct date last, struct err *e)
{
    struct err bad;
    struct figure f = *shared;
    struct place at = table_place(r->table, row);
    at.column = (long)column + 1;
    f.as_written = str_trim(table_cell(r->table, row, column));
    if (!read_value(r->layout, b->rule, f.as_written, at, &f, &bad)) {
        if (bad.status != ST_OK)
            faults_add(r->faults, &bad);
        return ST_OK;
    }
    if (b->rule->year_columns && !cell_period(r->table->columns[column], TIME_YEAR, &first, &last))
        return ST_OK;
    f.locator = locate(r, row, column);
    f.quote = quote(r, b, row, column);
    enum status st = first.year ? figure_set_time(r->arena, &f, first, last, e) : ST_OK;
    if (st == ST_OK)
        st = figure_finish(r->arena, r->layout, r->source, &f, e);
    struct figure *kept = st == ST_OK ? vec_add(r->figures) : NULL;
    if (st == ST_OK && !kept)
        return fail_memory(e);
    if (kept)
        *kept = f;
    return st;
}

static enum status read_row(struct reader *r, struct bound_rule *b, size_t row, struct err *e)
{
    struct figure f;
    struct date first = { 0 }, last = { 0 };
    for (size_t i = 0; i < b->rule->n_where; i++)
        if (!condition_holds(&b->rule->where[i], table_cell(r->table, row, b->where[i])))
            return ST_OK;
    record_clear(&schema_figures, &f);
    for (size_t i = 0; i < N_FIELDS; i++) {
        bool from_header = i == FIELD_TIME && b->rule->year_columns;
        if (b->rule->fields[i].set && !from_header && !read_field(r, b, row, i, &f, &first, &last))
            return ST_OK;
    }
    enum status st = ST_OK;
    for (size_t v = 0; v < b->n_values && st == ST_OK; v++)
        st = read_cell(r, b, row, b->values[v], &f, first, last, e);
    return st;
}

static void note_left_out(struct reader *r, const struct bound_rule *rules)
{
    for (size_t i = 0; i < r->layout->n_rules; i++)
        for (size_t k = 0; k < N_FIELDS; k++) {
            const char *indicator = rules[i].rule->fields[FIELD_INDICATOR].constant.p;
            if (rules[i].n_skipped[k] > 0)
                note(r->faults, r->table->file, "name them in the layout's map to read them",
                     "%zu rows for %s hold a %s that the layout does not read", rules[i].n_skipped[k],
                     indicator ? indicator : "figures", field_names[k]);
            if (rules[i].n_empty[k] > 0)
                note(r->faults, r->table->file, "fill the cells, or set optional: true in the layout",
                     "%zu rows for %s have no %s and were not read", rules[i].n_empty[k],
                     indicator ? indicator : "figures", field_names[k]);
        }
}

enum status layout_extract_table(struct arena *a, const struct layout *l, struct source *s, struct vec *figures,
                                 struct faults *faults, struct err *e)
{
    struct table t;
    struct reader r = { .arena = a, .layout = l, .source = s, .table = &t, .figures = figures, .faults = faults };
    vec_init(&r.told, a, sizeof(struct str), TOLD_LIMIT);
    enum status st = source_table_read(a, s, &l->reading, &t, faults, e);
    struct bound_rule *rules = st == ST_OK ? arena_array(a, l->n_rules, sizeof *rules) : NULL;
    if (st == ST_OK && !rules)
        return fail_memory(e);
    for (size_t i = 0; i < l->n_rules && st == ST_OK; i++)
        st = bind(&r, &l->rules[i], &rules[i], e);
    for (size_t row = 0; st == ST_OK && row < t.n_rows; row++)
        for (size_t i = 0; i < l->n_rules && st == ST_OK; i++)
            st = read_row(&r, &rules[i], row, e);
    if (st == ST_OK)
        note_left_out(&r, rules);
    return st == ST_OK && arena_failed(a) ? fail_memory(e) : st;
}
