#include <stdio.h>
#include <string.h>

#include "cli/verb.h"
#include "core/file.h"
#include "etl/count.h"
#include "etl/source.h"

/* "A,B" given once or more often -> column names. */
static enum status column_list(struct arena *a, const struct arguments *arguments, const char *option, struct vec *out,
                               struct err *e)
{
    const char *value;
    vec_init(out, a, sizeof(struct str), 1000);
    for (size_t i = 0; (value = option_nth(arguments, option, i)) != NULL; i++) {
        struct str rest = str_of(value), name;
        while (str_split_next(&rest, ',', &name)) {
            struct str *kept = str_trim(name).n > 0 ? vec_add(out) : NULL;
            if (!kept)
                return fail(e, ST_USAGE, (struct place){ "count", 0, 0 }, "name columns with commas between them",
                            "--%s holds an empty name", option);
            *kept = str_trim(name);
        }
    }
    return ST_OK;
}

static enum status conditions(struct arena *a, const struct arguments *arguments, struct vec *out, struct err *e)
{
    const char *value;
    enum status st = ST_OK;
    vec_init(out, a, sizeof(struct condition), 1000);
    for (size_t i = 0; st == ST_OK && (value = option_nth(arguments, "where", i)) != NULL; i++) {
        struct condition *c = vec_add(out);
        st = c ? condition_parse(a, value, c, e) : fail_memory(e);
    }
    return st;
}

static enum status one_character(const struct arguments *arguments, const char *option, char *out, struct err *e)
{
    const char *value = option_get(arguments, option, NULL);
    *out = 0;
    if (!value)
        return ST_OK;
    if (strcmp(value, "\\t") == 0 || strcmp(value, "tab") == 0)
        value = "\t";
    if (strlen(value) != 1)
        return fail(e, ST_USAGE, (struct place){ "count", 0, 0 }, "give one character, or tab", "--%s is no character",
                    option);
    *out = value[0];
    return ST_OK;
}

static void put_small(struct buf *out, const struct count_group *g, long min_cell)
{
    if (min_cell > 1 && g->count < min_cell)
        buf_printf(out, "<%ld", min_cell);
    else
        buf_printf(out, "%lld", g->count);
}

static void put_result(const struct count_query *q, const struct count_result *r, long min_cell, struct buf *out)
{
    for (size_t i = 0; i < q->n_by; i++) {
        csv_put_field(out, q->by[i]);
        buf_putc(out, ',');
    }
    buf_puts(out, "count");
    for (size_t i = 0; i < q->n_sums; i++) {
        buf_puts(out, ",sum_");
        csv_put_field(out, q->sums[i]);
    }
    buf_putc(out, '\n');
    for (size_t i = 0; i < r->groups.n; i++) {
        const struct count_group *g = VEC_AT(const struct count_group, &r->groups, i);
        for (size_t k = 0; k < q->n_by; k++) {
            csv_put_field(out, g->keys[k]);
            buf_putc(out, ',');
        }
        put_small(out, g, min_cell);
        for (size_t k = 0; k < q->n_sums; k++) {
            buf_putc(out, ',');
            if (g->summed[k] > 0 && (min_cell <= 1 || g->count >= min_cell))
                buf_put_double(out, g->sums[k]);
        }
        buf_putc(out, '\n');
    }
}

static void say_empty_sums(const struct count_query *q, const struct count_result *r)
{
    for (size_t k = 0; k < q->n_sums; k++) {
        long long summed = 0;
        for (size_t i = 0; i < r->groups.n; i++)
            summed += VEC_AT(const struct count_group, &r->groups, i)->summed[k];
        if (summed < (long long)r->n_matched)
            say("taraz: %lld of %zu rows hold no number under '%.*s' and are not in its sum",
                (long long)r->n_matched - summed, r->n_matched, (int)q->sums[k].n, q->sums[k].p);
    }
}

/* A CSV is counted as it is read; a workbook is read whole. */
static enum status count(struct invocation *in, const char *path, const struct arguments *arguments,
                         struct count_query *q, struct count_result *result, struct faults *faults, struct err *e)
{
    const struct format *format = format_for(path);
    const char *sheet = option_get(arguments, "sheet", NULL);
    if (!format || !format->read_table || strcmp(format->name, "csv") == 0)
        return count_file(in->arena, path, q, result, faults, e);
    struct source s;
    struct table t;
    const struct table_reading reading = { .sheet = sheet, .options = { .skip_rows = q->skip_rows } };
    enum status st = source_of_file(in->arena, path, &s, e);
    if (st == ST_OK)
        st = source_table_read(in->arena, &s, &reading, &t, faults, e);
    return st == ST_OK ? count_table(in->arena, &t, q, result, faults, e) : st;
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    struct vec by, where, sums;
    struct count_query q = { 0 };
    struct count_result result;
    struct faults faults;
    long skip = 0, min_cell = 0;
    faults_init(&faults, in->arena);
    if (arguments->n_positional != 1)
        return fail(e, ST_USAGE, (struct place){ "count", 0, 0 }, "see 'taraz count --help'", "wants one file");
    enum status st = column_list(in->arena, arguments, "by", &by, e);
    if (st == ST_OK)
        st = column_list(in->arena, arguments, "sum", &sums, e);
    if (st == ST_OK)
        st = conditions(in->arena, arguments, &where, e);
    if (st == ST_OK)
        st = option_long(arguments, "skip", 0, 1000000, &skip, e);
    if (st == ST_OK)
        st = option_long(arguments, "min-cell", 0, 1000000, &min_cell, e);
    if (st == ST_OK)
        st = one_character(arguments, "delimiter", &q.csv.delimiter, e);
    if (st == ST_OK)
        st = one_character(arguments, "thousands", &q.thousands, e);
    if (st != ST_OK)
        return st;
    q.by = by.items, q.n_by = by.n;
    q.where = where.items, q.n_where = where.n;
    q.sums = sums.items, q.n_sums = sums.n;
    q.skip_rows = (size_t)skip;
    st = count(in, arguments->positional[0], arguments, &q, &result, &faults, e);
    say_faults(&faults);
    if (st != ST_OK)
        return st;
    say_empty_sums(&q, &result);
    struct buf out;
    buf_init(&out, 0);
    put_result(&q, &result, min_cell, &out);
    st = file_write_buf(option_get(arguments, "out", "-"), &out, e);
    buf_free(&out);
    return st == ST_OK ? faults.worst : st;
}

static const struct option_spec options[] = {
    { "by", 'b', "A,B", true, "columns to group by; none: one row for the whole file" },
    { "where", 'w', "A=1", true, "count only rows for which this holds: = != < <= > >=; 'A=' is an empty cell" },
    { "sum", 's', "Z", true, "also sum these columns" },
    { "skip", 0, "N", false, "rows before the header" },
    { "delimiter", 'd', "C", false, "the character between fields; left out, it is found out" },
    { "thousands", 0, "C", false, "the character between thousands in summed columns" },
    { "min-cell", 0, "N", false, "write counts under N as <N, without their sums" },
    { "sheet", 0, "NAME", false, "sheet of a workbook; left out, the first" },
    { "out", 'o', "FILE", false, "where to write; left out, standard output" },
};

const struct verb verb_count = {
    .name = "count",
    .summary = "Count and sum the rows of a table, by groups.",
    .example = "  taraz count cases.csv --by year,citizenship --where 'sex=Female' --where 'year!='",
    .usage = "taraz count [options] FILE",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .details =
        "The result is CSV: the key columns, count, and a sum_ column for each --sum, sorted by the keys. Groups\n"
        "without a row are not written. CSV of any size (also .gz, and - for standard input) is read in one pass.",
    .run = run,
};
