#include "etl/count.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "core/nearest.h"
#include "etl/cell.h"
#include "etl/encoding.h"

enum { GROUP_LIMIT = 50000000, FIRST_SLOTS = 1024, SNIFF_BYTES = 64 << 10 };

/* A group while it is counted: its key is the cells, each behind its length, end to end. */
struct tally {
    struct str key;
    long long count;
    double *sums, *carries; /* Neumaier's compensated sum */
    long long *summed;
};

struct counter {
    struct arena *arena;
    const char *file;
    const struct count_query *query;
    struct count_result *result;
    struct faults *faults;
    size_t n_columns;          /* 0: the header is yet to come */
    size_t *by, *where, *sums; /* column indexes */
    bool tells_ragged;
    struct vec tallies; /* of struct tally */
    unsigned *slots;    /* hash table: index into tallies + 1; 0: free */
    size_t n_slots;
    struct buf key;
};

enum status condition_parse(struct arena *a, const char *text, struct condition *out, struct err *e)
{
    static const struct {
        const char *sign;
        enum compare compare;
    } operators[] = { { "!=", COMPARE_NOT_EQUAL }, { ">=", COMPARE_GREATER_EQUAL }, { "<=", COMPARE_LESS_EQUAL },
                      { "=", COMPARE_EQUAL },      { "<", COMPARE_LESS },           { ">", COMPARE_GREATER } };
    size_t at = strcspn(text, "!=<>");
    for (size_t i = 0; i < sizeof operators / sizeof *operators && at > 0; i++) {
        size_t n = strlen(operators[i].sign);
        if (strncmp(text + at, operators[i].sign, n) != 0)
            continue;
        out->column = arena_copy(a, str_trim((struct str){ text, at }));
        out->compare = operators[i].compare;
        out->value = arena_copy(a, str_trim(str_of(text + at + n)));
        if (arena_failed(a))
            return fail_memory(e);
        double number;
        if (out->compare > COMPARE_NOT_EQUAL && !str_to_double(out->value, &number))
            return fail(e, ST_USAGE, (struct place){ "condition", 0, 0 },
                        "compare with a number, or use = or !=", "'%s' orders by what is no number", text);
        return ST_OK;
    }
    return fail(e, ST_USAGE, (struct place){ "condition", 0, 0 },
                "write it as COLUMN=VALUE, with = != < <= > or >=", "'%s' compares nothing", text);
}

bool condition_holds(const struct condition *c, struct str cell)
{
    cell = str_trim(cell);
    double x = 0, y = 0;
    if (c->compare == COMPARE_EQUAL || c->compare == COMPARE_NOT_EQUAL)
        return str_equal(cell, c->value) == (c->compare == COMPARE_EQUAL);
    if (!str_to_double(cell, &x) || !str_to_double(c->value, &y))
        return false;
    switch (c->compare) {
    case COMPARE_LESS:
        return x < y;
    case COMPARE_LESS_EQUAL:
        return x <= y;
    case COMPARE_GREATER:
        return x > y;
    default:
        return x >= y;
    }
}

static enum status find_column(const struct counter *c, const struct str *columns, size_t n, struct str name,
                               size_t *index, struct err *e)
{
    for (*index = 0; *index < n; (*index)++)
        if (str_equal(str_trim(columns[*index]), name))
            return ST_OK;
    char todo[200] = "see its header row";
    size_t near = nearest_index(name, columns, n);
    if (near < n)
        snprintf(todo, sizeof todo, "did you mean '%.*s'?", (int)str_trim(columns[near]).n, str_trim(columns[near]).p);
    return fail(e, ST_USAGE, (struct place){ c->file, 0, 0 }, todo, "has no column '%.*s'", (int)name.n, name.p);
}

static enum status read_header(struct counter *c, const struct str *columns, size_t n, struct err *e)
{
    const struct count_query *q = c->query;
    c->by = arena_array(c->arena, q->n_by + 1, sizeof *c->by);
    c->where = arena_array(c->arena, q->n_where + 1, sizeof *c->where);
    c->sums = arena_array(c->arena, q->n_sums + 1, sizeof *c->sums);
    if (!c->by || !c->where || !c->sums)
        return fail_memory(e);
    enum status st = ST_OK;
    for (size_t i = 0; i < q->n_by && st == ST_OK; i++)
        st = find_column(c, columns, n, q->by[i], &c->by[i], e);
    for (size_t i = 0; i < q->n_where && st == ST_OK; i++)
        st = find_column(c, columns, n, q->where[i].column, &c->where[i], e);
    for (size_t i = 0; i < q->n_sums && st == ST_OK; i++)
        st = find_column(c, columns, n, q->sums[i], &c->sums[i], e);
    c->n_columns = n;
    return st;
}

static size_t hash(struct str key)
{
    unsigned long long h = 14695981039346656037ull; /* FNV-1a */
    for (size_t i = 0; i < key.n; i++)
        h = (h ^ (unsigned char)key.p[i]) * 1099511628211ull;
    return (size_t)(h ^ (h >> 32));
}

static bool grow_slots(struct counter *c)
{
    size_t n = c->n_slots ? c->n_slots * 2 : FIRST_SLOTS;
    unsigned *slots = calloc(n, sizeof *slots);
    if (!slots)
        return false;
    for (size_t i = 0; i < c->tallies.n; i++) {
        size_t at = hash(VEC_AT(struct tally, &c->tallies, i)->key) & (n - 1);
        while (slots[at])
            at = (at + 1) & (n - 1);
        slots[at] = (unsigned)i + 1;
    }
    free(c->slots);
    c->slots = slots;
    c->n_slots = n;
    return true;
}

/* The group of c->key, made when it is new; NULL when out of memory or past the limit. */
static struct tally *find_tally(struct counter *c)
{
    if ((c->tallies.n + 1) * 2 > c->n_slots && !grow_slots(c))
        return NULL;
    struct str key = buf_str(&c->key);
    size_t at = hash(key) & (c->n_slots - 1);
    for (; c->slots[at]; at = (at + 1) & (c->n_slots - 1)) {
        struct tally *t = VEC_AT(struct tally, &c->tallies, c->slots[at] - 1);
        if (str_equal(t->key, key))
            return t;
    }
    struct tally *t = vec_add(&c->tallies);
    size_t n = c->query->n_sums;
    if (!t)
        return NULL;
    t->key = arena_copy(c->arena, key);
    if (n > 0) {
        t->sums = arena_array(c->arena, n, sizeof *t->sums);
        t->carries = arena_array(c->arena, n, sizeof *t->carries);
        t->summed = arena_array(c->arena, n, sizeof *t->summed);
        if (!t->sums || !t->carries || !t->summed)
            return NULL;
    }
    c->slots[at] = (unsigned)c->tallies.n;
    return t;
}

static bool is_missing(const struct count_query *q, struct str cell)
{
    for (size_t i = 0; i < q->n_missing; i++)
        if (str_equal(cell, q->missing[i]))
            return true;
    return cell.n == 0;
}

static void add_compensated(double *sum, double *carry, double x)
{
    double next = *sum + x;
    *carry += fabs(*sum) >= fabs(x) ? (*sum - next) + x : (x - next) + *sum;
    *sum = next;
}

static void add_sums(struct counter *c, struct tally *t, const struct str *cells, long line)
{
    for (size_t i = 0; i < c->query->n_sums; i++) {
        struct str cell = str_trim(cells[c->sums[i]]);
        double x;
        if (is_missing(c->query, cell))
            continue;
        if (cell_number(cell, c->query->thousands, &x)) {
            add_compensated(&t->sums[i], &t->carries[i], x);
            t->summed[i]++;
            continue;
        }
        struct err bad;
        fail(&bad, ST_INPUT, (struct place){ c->file, line, (long)c->sums[i] + 1 },
             "correct the cell; it was not summed", "column '%.*s' holds no number", (int)c->query->sums[i].n,
             c->query->sums[i].p);
        faults_add(c->faults, &bad);
    }
}

static void put_key(struct buf *key, struct str cell)
{
    cell = str_trim(cell);
    buf_put(key, (struct str){ (const char *)&cell.n, sizeof cell.n });
    buf_put(key, cell);
}

static enum status count_row(struct counter *c, const struct str *cells, size_t n, long line, struct err *e)
{
    const struct count_query *q = c->query;
    if (n != c->n_columns) {
        struct err ragged;
        fail(&ragged, ST_INPUT, (struct place){ c->file, line, 0 }, "correct the row; it was left out",
             "has %zu fields where the header has %zu", n, c->n_columns);
        if (c->tells_ragged)
            faults_add(c->faults, &ragged);
        return ST_OK;
    }
    c->result->n_rows++;
    for (size_t i = 0; i < q->n_where; i++)
        if (!condition_holds(&q->where[i], cells[c->where[i]]))
            return ST_OK;
    c->result->n_matched++;
    buf_clear(&c->key);
    for (size_t i = 0; i < q->n_by; i++)
        put_key(&c->key, cells[c->by[i]]);
    struct tally *t = c->key.failed ? NULL : find_tally(c);
    if (!t)
        return c->tallies.n >= GROUP_LIMIT ? fail(e, ST_INPUT, (struct place){ c->file, line, 0 },
                                                  "group by fewer columns", "gives too many groups")
                                           : fail_memory(e);
    t->count++;
    add_sums(c, t, cells, line);
    return ST_OK;
}

struct pass {
    struct counter *counters;
    size_t n, skipped;
};

static enum status on_row(void *context, const struct csv_row *row, struct err *e)
{
    struct pass *p = context;
    enum status st = ST_OK;
    if (p->skipped < p->counters[0].query->skip_rows) {
        p->skipped++;
        return ST_OK;
    }
    for (size_t i = 0; i < p->n && st == ST_OK; i++) {
        struct counter *c = &p->counters[i];
        st = c->n_columns == 0 ? read_header(c, row->fields, row->n, e)
                               : count_row(c, row->fields, row->n, row->line, e);
    }
    return st;
}

static struct str key_as_utf8(struct arena *a, struct str cell)
{
    const char *converted;
    struct str text = cell;
    struct err unused;
    if (!utf8_is_valid(cell) && text_decode(a, "", cell, "windows-1252", &text, &converted, &unused) != ST_OK)
        text = cell;
    return text;
}

static int compare_groups(const void *x, const void *y, void *n_keys)
{
    const struct count_group *a = x, *b = y;
    for (size_t i = 0; i < *(const size_t *)n_keys; i++) {
        int c = str_compare(a->keys[i], b->keys[i]);
        if (c)
            return c;
    }
    return 0;
}

static enum status make_groups(struct counter *c, struct err *e)
{
    const struct count_query *q = c->query;
    size_t n_by = q->n_by;
    vec_init(&c->result->groups, c->arena, sizeof(struct count_group), c->tallies.n + 1);
    for (size_t i = 0; i < c->tallies.n; i++) {
        const struct tally *t = VEC_AT(const struct tally, &c->tallies, i);
        struct count_group *g = vec_add(&c->result->groups);
        if (!g || !(g->keys = arena_array(c->arena, n_by + 1, sizeof *g->keys)))
            return fail_memory(e);
        struct str rest = t->key;
        for (size_t k = 0; k < n_by; k++) {
            size_t n;
            memcpy(&n, rest.p, sizeof n);
            g->keys[k] = key_as_utf8(c->arena, str_slice(rest, sizeof n, sizeof n + n));
            rest = str_slice(rest, sizeof n + n, rest.n);
        }
        g->count = t->count;
        g->sums = t->sums;
        g->summed = t->summed;
        for (size_t k = 0; k < q->n_sums; k++)
            g->sums[k] += t->carries[k];
    }
    if (c->result->groups.n > 1)
        qsort_r(c->result->groups.items, c->result->groups.n, sizeof(struct count_group), compare_groups, &n_by);
    return arena_failed(c->arena) ? fail_memory(e) : ST_OK;
}

static void start(struct counter *c, struct arena *a, const char *file, const struct count_query *q,
                  struct count_result *out, struct faults *faults)
{
    *out = (struct count_result){ 0 };
    *c = (struct counter){ .arena = a, .file = file, .query = q, .result = out, .faults = faults };
    vec_init(&c->tallies, a, sizeof(struct tally), GROUP_LIMIT);
    buf_init(&c->key, 0);
}

static enum status finish(struct counter *c, enum status st, struct err *e)
{
    if (st == ST_OK && c->n_columns == 0)
        st = fail(e, ST_INPUT, (struct place){ c->file, 0, 0 }, "give a table with a header row", "holds no rows");
    if (st == ST_OK)
        st = make_groups(c, e);
    free(c->slots);
    buf_free(&c->key);
    return st;
}

/* Looks at the head of a file for its delimiter; what cannot be read is left for csv_read_file to say. */
static char sniff_file(const char *path, size_t skip_rows)
{
    char head[SNIFF_BYTES];
    gzFile in = strcmp(path, "-") == 0 ? NULL : gzopen(path, "rb");
    int n = in ? gzread(in, head, sizeof head) : 0;
    if (in)
        gzclose(in);
    return delimiter_sniff((struct str){ head, n > 0 ? (size_t)n : 0 }, skip_rows);
}

/* A later query of one pass tells no ragged rows, and no bad cells of a column that an earlier one sums. */
static bool tells_again(const struct count_query *queries, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (queries[i].n_sums == 0 || (queries[k].n_sums > 0 && str_equal(queries[k].sums[0], queries[i].sums[0])))
            return true;
    return false;
}

enum status count_file_many(struct arena *a, const char *path, const struct count_query *queries, size_t n,
                            struct count_result *results, struct faults *faults, struct err *e)
{
    struct faults again;
    struct csv_options csv = queries[0].csv;
    struct pass p = { .counters = arena_array(a, n, sizeof *p.counters), .n = n };
    if (!p.counters)
        return fail_memory(e);
    faults_init(&again, a);
    for (size_t i = 0; i < n; i++) {
        start(&p.counters[i], a, path, &queries[i], &results[i], tells_again(queries, i) ? &again : faults);
        p.counters[i].tells_ragged = i == 0;
    }
    if (!csv.delimiter)
        csv.delimiter = sniff_file(path, queries[0].skip_rows);
    enum status st = csv_read_file(path, &csv, on_row, &p, e);
    for (size_t i = 0; i < n; i++)
        st = finish(&p.counters[i], st, e);
    return st;
}

enum status count_file(struct arena *a, const char *path, const struct count_query *q, struct count_result *out,
                       struct faults *faults, struct err *e)
{
    return count_file_many(a, path, q, 1, out, faults, e);
}

enum status count_table(struct arena *a, const struct table *t, const struct count_query *q, struct count_result *out,
                        struct faults *faults, struct err *e)
{
    struct counter c;
    start(&c, a, t->file, q, out, faults);
    enum status st = read_header(&c, t->columns, t->n_columns, e);
    for (size_t i = 0; i < t->n_rows && st == ST_OK; i++) {
        const struct table_row *row = VEC_AT(const struct table_row, &t->rows, i);
        st = count_row(&c, row->cells, t->n_columns, row->line, e);
    }
    return finish(&c, st, e);
}
