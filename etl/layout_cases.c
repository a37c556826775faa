/* Case data, one row a case: rows are counted (or a column is summed) by the columns that the rules
 * name, and the counts become figures. No row is ever quoted: the quotation is the query. */
#include <stdlib.h>
#include <string.h>

#include "etl/layout_model.h"

struct gathered {
    struct figure figure;
    struct date first, last; /* the period; year 0: none */
    struct date latest;      /* the last day that a case falls on */
    double value;
    bool has_value;
};

struct gathering {
    struct arena *arena;
    const struct layout *layout;
    const struct figure_rule *rule;
    struct count_query query;
    long key_of[N_FIELDS]; /* index into query.by; -1: constant or not set */
    struct faults *faults;
    const char *file;
    long long n_skipped[N_FIELDS], n_empty[N_FIELDS];
    struct vec rows; /* of struct gathered */
};

/* The group-by of a rule: each column its fields name, once. */
static enum status make_query(struct gathering *g, struct err *e)
{
    const struct figure_rule *rule = g->rule;
    struct str *by = arena_array(g->arena, N_FIELDS, sizeof *by);
    struct str *sum = arena_array(g->arena, 1, sizeof *sum);
    if (!by || !sum)
        return fail_memory(e);
    *sum = rule->sum;
    g->query = (struct count_query){ .csv = g->layout->reading.options.csv,
                                     .skip_rows = g->layout->reading.options.skip_rows,
                                     .by = by,
                                     .where = rule->where,
                                     .n_where = rule->n_where,
                                     .sums = sum,
                                     .n_sums = rule->sum.n > 0,
                                     .thousands = g->layout->thousands,
                                     .missing = g->layout->missing,
                                     .n_missing = g->layout->n_missing };
    for (size_t i = 0; i < N_FIELDS; i++) {
        const struct field *f = &rule->fields[i];
        g->key_of[i] = -1;
        if (!f->set || f->n_columns == 0)
            continue;
        size_t k = 0;
        while (k < g->query.n_by && !str_equal(by[k], f->columns[0]))
            k++;
        if (k == g->query.n_by)
            by[g->query.n_by++] = f->columns[0];
        g->key_of[i] = (long)k;
    }
    return ST_OK;
}

static void widen_to(const struct field *f, struct date *first, struct date *last)
{
    if (f->per == 'A') {
        *first = (struct date){ first->year, 1, 1 };
        *last = (struct date){ last->year, 12, 31 };
    } else if (f->per == 'M') {
        first->day = 1;
        last->day = days_in_month(last->year, last->month);
    }
}

static bool read_time(struct gathering *g, const struct field *f, struct str cell, struct gathered *row,
                      struct err *bad)
{
    bool good = f->n_columns == 0 ? f->constant.n == 0 || cell_period(f->constant, TIME_YEARS, &row->first, &row->last)
                                  : cell_period(cell, f->format, &row->first, &row->last);
    row->latest = row->last;
    if (good && f->n_columns > 0)
        widen_to(f, &row->first, &row->last);
    if (!good)
        fail(bad, ST_INPUT, (struct place){ g->file, 0, 0 }, "correct the cells or the layout's format",
             "time '%.*s' is no %s", (int)(cell.n < 40 ? cell.n : 40), cell.p, cell_time_names[f->format]);
    return good;
}

/* False: the group gives no figure. */
static bool read_fields(struct gathering *g, const struct count_group *group, struct gathered *row)
{
    struct place at = { g->file, 0, 0 };
    for (size_t i = 0; i < N_FIELDS; i++) {
        const struct field *f = &g->rule->fields[i];
        struct str cell = g->key_of[i] < 0 ? f->constant : group->keys[g->key_of[i]], value = cell;
        struct err bad;
        enum resolved got = RESOLVED;
        if (!f->set)
            continue;
        if (g->key_of[i] >= 0)
            got = field_resolve(g->layout, (enum field_name)i, f, cell, at, &value, &bad);
        if (got == RESOLVED && i == FIELD_TIME && !read_time(g, f, value, row, &bad))
            got = RESOLVED_FAULT;
        if (got == RESOLVED && i != FIELD_TIME)
            figure_set_field(&row->figure, (enum field_name)i, value);
        if (got == RESOLVED || (got == RESOLVED_EMPTY && f->optional))
            continue;
        if (got == RESOLVED_FAULT)
            faults_add(g->faults, &bad);
        g->n_skipped[i] += got == RESOLVED_SKIP ? group->count : 0;
        g->n_empty[i] += got == RESOLVED_EMPTY ? group->count : 0;
        return false;
    }
    return true;
}

static enum status gather(struct gathering *g, const struct count_result *counted, struct err *e)
{
    vec_init(&g->rows, g->arena, sizeof(struct gathered), counted->groups.n + 1);
    for (size_t i = 0; i < counted->groups.n; i++) {
        const struct count_group *group = VEC_AT(const struct count_group, &counted->groups, i);
        struct gathered row = { .has_value = g->query.n_sums == 0 || group->summed[0] > 0 };
        record_clear(&schema_figures, &row.figure);
        row.value = g->query.n_sums == 0 ? (double)group->count : group->sums[0];
        if (!read_fields(g, group, &row))
            continue;
        struct gathered *kept = vec_add(&g->rows);
        if (!kept)
            return fail_memory(e);
        *kept = row;
    }
    return ST_OK;
}

static int compare_rows(const void *x, const void *y)
{
    const struct gathered *a = x, *b = y;
    const struct str of_a[] = { a->figure.indicator,    a->figure.ref_area,  a->figure.citizenship,
                                a->figure.sex,          a->figure.age,       a->figure.exploitation,
                                a->figure.unit_measure, a->figure.obs_status };
    const struct str of_b[] = { b->figure.indicator,    b->figure.ref_area,  b->figure.citizenship,
                                b->figure.sex,          b->figure.age,       b->figure.exploitation,
                                b->figure.unit_measure, b->figure.obs_status };
    for (size_t i = 0; i < sizeof of_a / sizeof *of_a; i++) {
        int c = str_compare(of_a[i], of_b[i]);
        if (c)
            return c;
    }
    int c = date_compare(a->first, b->first);
    return c ? c : date_compare(a->last, b->last);
}

static const char *const compare_signs[] = { "=", "!=", "<", "<=", ">", ">=" };

/* "count of rows where A=1; citizenship=KGZ": the query in the columns' names and the codes they became. */
static struct str describe(const struct gathering *g, const struct gathered *row)
{
    struct buf b;
    buf_init(&b, 0);
    const struct figure_rule *rule = g->rule;
    if (rule->sum.n > 0)
        buf_printf(&b, "sum of %.*s over rows", (int)rule->sum.n, rule->sum.p);
    else
        buf_puts(&b, "count of rows");
    const char *sign = " where ";
    for (size_t i = 0; i < rule->n_where; i++, sign = "; ")
        buf_printf(&b, "%s%.*s%s%.*s", sign, (int)rule->where[i].column.n, rule->where[i].column.p,
                   compare_signs[rule->where[i].compare], (int)rule->where[i].value.n, rule->where[i].value.p);
    const struct figure *f = &row->figure;
    const struct str values[] = { f->indicator, f->ref_area,     f->citizenship,  f->sex,
                                  f->age,       f->exploitation, f->unit_measure, f->obs_status };
    for (size_t i = 0; i < N_FIELDS; i++) {
        struct str value = { 0 };
        if (g->key_of[i] < 0)
            continue;
        if (i == FIELD_TIME)
            period_print(g->arena, row->first, row->last, &value);
        else
            value = values[i];
        buf_printf(&b, "%s%.*s=%.*s", sign, (int)rule->fields[i].columns[0].n, rule->fields[i].columns[0].p,
                   (int)value.n, value.p);
        sign = "; ";
    }
    struct str text = arena_copy(g->arena, buf_str(&b));
    buf_free(&b);
    return text;
}

static int compare_periods(const void *x, const void *y)
{
    const struct gathered *a = *(const struct gathered *const *)x, *b = *(const struct gathered *const *)y;
    int c = date_compare(a->first, b->first);
    return c ? c : -date_compare(a->latest, b->latest);
}

/* A period in which the whole data set stops early ends with its last case: it is a part of a year or month. The
 * cases of one country may well stop early, so all rows of the rule decide together. Any year may be cut, for extracts
 * lack parts; of months, which may well end quietly, only the last. */
static enum status clip_periods(struct gathering *g, struct err *e)
{
    const struct field *f = &g->rule->fields[FIELD_TIME];
    struct gathered **by_period = arena_array(g->arena, g->rows.n + 1, sizeof *by_period);
    if (!by_period)
        return fail_memory(e);
    if (f->clip_days <= 0)
        return ST_OK;
    for (size_t i = 0; i < g->rows.n; i++)
        by_period[i] = VEC_AT(struct gathered, &g->rows, i);
    qsort(by_period, g->rows.n, sizeof *by_period, compare_periods);
    struct date latest = { 0 };
    for (size_t i = 0; i < g->rows.n; i++) {
        struct gathered *row = by_period[i];
        if (i == 0 || date_compare(by_period[i - 1]->first, row->first) != 0)
            latest = row->latest; /* the latest of a period comes first */
        bool may_be_cut = f->per == 'A' || date_compare(row->first, by_period[g->rows.n - 1]->first) == 0;
        if (row->first.year && may_be_cut && date_to_days(row->last) - date_to_days(latest) > f->clip_days)
            row->last = latest;
    }
    return ST_OK;
}

static struct str number_words(struct arena *a, double value)
{
    struct buf b;
    buf_init(&b, 0);
    buf_put_double(&b, value);
    struct str text = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return text;
}

static enum status emit(struct gathering *g, struct source *s, struct gathered *row, struct vec *figures, struct err *e)
{
    struct figure *f = &row->figure;
    if (!row->has_value)
        return ST_OK;
    if (row->value < 0) {
        struct err bad;
        fail(&bad, ST_INPUT, (struct place){ g->file, 0, 0 }, "look the corrections up in the source",
             "a sum of %.*s is below zero", (int)g->rule->sum.n, g->rule->sum.p);
        faults_add(g->faults, &bad);
        return ST_OK;
    }
    f->locator = g->rule->sum.n > 0 ? arena_printf(g->arena, "sum of column %.*s", (int)g->rule->sum.n, g->rule->sum.p)
                                    : STR("count of rows");
    f->quote = describe(g, row);
    f->as_written = number_words(g->arena, row->value);
    f->value_low = f->value_high = f->obs_value = row->value;
    f->qualifier = g->rule->qualifier;
    enum status st = row->first.year ? figure_set_time(g->arena, f, row->first, row->last, e) : ST_OK;
    if (st == ST_OK)
        st = figure_finish(g->arena, g->layout, s, f, e);
    struct figure *kept = st == ST_OK ? vec_add(figures) : NULL;
    if (st == ST_OK && !kept)
        return fail_memory(e);
    if (kept)
        *kept = *f;
    return st;
}

/* The same is said once of a column, though several rules group by it. */
static void note_once(const struct gathering *g, long long n, struct str column, const char *what, const char *todo)
{
    const char *said = arena_printf(g->arena, "%s under '%.*s'", what, (int)column.n, column.p).p;
    for (size_t i = 0; said && i < g->faults->list.n; i++) {
        const struct err *other = &VEC_AT(const struct fault, &g->faults->list, i)->err;
        if (str_ends(str_of(other->what), said) && str_is(str_of(other->file), g->file))
            return;
    }
    note(g->faults, g->file, todo, "%lld rows %s", n, said ? said : what);
}

static void note_left_out(const struct gathering *g)
{
    for (size_t i = 0; i < N_FIELDS; i++) {
        const struct str column = g->rule->fields[i].n_columns ? g->rule->fields[i].columns[0] : STR("");
        if (g->n_empty[i] > 0)
            note_once(g, g->n_empty[i], column, "have nothing", "they are in no count by that column");
        if (g->n_skipped[i] > 0)
            note_once(g, g->n_skipped[i], column, "hold something that the layout does not count",
                      "name it in the layout's map to count them");
    }
}

/* Groups that became the same figure are added up. */
static enum status merge_and_emit(struct gathering *g, struct source *s, struct vec *figures, struct err *e)
{
    enum status st = clip_periods(g, e);
    vec_sort(&g->rows, compare_rows);
    for (size_t i = 0, next; i < g->rows.n && st == ST_OK; i = next) {
        struct gathered *row = VEC_AT(struct gathered, &g->rows, i);
        for (next = i + 1; next < g->rows.n && compare_rows(row, VEC_AT(struct gathered, &g->rows, next)) == 0;
             next++) {
            const struct gathered *other = VEC_AT(const struct gathered, &g->rows, next);
            row->value += other->has_value ? other->value : 0;
            row->has_value = row->has_value || other->has_value;
        }
        st = emit(g, s, row, figures, e);
    }
    return st;
}

/* Only CSV is counted as it is read; other formats, stated encodings and UTF-16 are read whole. */
static bool can_stream(const struct layout *l, const struct source *s)
{
    const struct format *format = format_for(s->path);
    return format && strcmp(format->name, "csv") == 0 && !l->reading.encoding && strcmp(s->path, "-") != 0;
}

static enum status count_rules(struct arena *a, const struct layout *l, struct source *s, const struct table *t,
                               struct gathering *rules, struct count_result *counted, struct faults *faults,
                               struct err *e)
{
    struct count_query *queries = arena_array(a, l->n_rules, sizeof *queries);
    enum status st = queries ? ST_OK : fail_memory(e);
    for (size_t i = 0; i < l->n_rules && st == ST_OK; i++) {
        rules[i] =
            (struct gathering){ .arena = a, .layout = l, .rule = &l->rules[i], .file = s->path, .faults = faults };
        st = make_query(&rules[i], e);
        queries[i] = rules[i].query;
    }
    if (st == ST_OK && !t)
        st = count_file_many(a, s->path, queries, l->n_rules, counted, faults, e);
    for (size_t i = 0; i < l->n_rules && t && st == ST_OK; i++)
        st = count_table(a, t, &queries[i], &counted[i], faults, e);
    if (st == ST_USAGE) /* a column is not there: the file is not the layout's */
        st = e->status = ST_INPUT;
    return st;
}

enum status layout_extract_cases(struct arena *a, const struct layout *l, struct source *s, struct vec *figures,
                                 struct faults *faults, struct err *e)
{
    struct table t;
    bool streamed = can_stream(l, s);
    enum status st = streamed ? source_hash(a, s, NULL, e) : source_table_read(a, s, &l->reading, &t, faults, e);
    struct gathering *rules = arena_array(a, l->n_rules, sizeof *rules);
    struct count_result *counted = arena_array(a, l->n_rules, sizeof *counted);
    if (st == ST_OK && (!rules || !counted))
        st = fail_memory(e);
    if (st == ST_OK)
        st = count_rules(a, l, s, streamed ? NULL : &t, rules, counted, faults, e);
    for (size_t i = 0; i < l->n_rules && st == ST_OK; i++) {
        st = gather(&rules[i], &counted[i], e);
        if (st == ST_OK)
            st = merge_and_emit(&rules[i], s, figures, e);
        if (st == ST_OK)
            note_left_out(&rules[i]);
    }
    return st;
}
