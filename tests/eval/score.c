/* Scores extracted figures against a gold file, or measures how often each rule is right.
 *
 *     score GOLD.csv FIGURES.csv [--only doc,doc] [--by-doc]   the score table
 *     score GOLD.csv FIGURES.csv --calibrate PRIOR             data/narrative/confidence.csv; PRIOR: the share
 *                                                              right where nothing is known of a rule
 *
 * Rules: a figure matches a gold row of its document when their spans overlap, one to one, equal values first.
 * main: equal interval, qualifier and indicator. full: every attribute equal too. Gold rows marked optional and rows
 * of the indicator `other` are left out on both sides.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"
#include "core/table.h"

enum { N_ATTRIBUTES = 7, DOCUMENTS_LIMIT = 4096, GROUPS_LIMIT = 1024 };

static const char *const attribute_names[N_ATTRIBUTES] = {
    "unit", "citizenship", "area", "sex", "age", "form", "period"
};
static const char *const gold_columns[N_ATTRIBUTES] = { "unit", "citizenship", "area",        "sex",
                                                        "age",  "form",        "period_start" };
static const char *const figure_columns[N_ATTRIBUTES] = { "unit_measure", "citizenship",  "ref_area",  "sex",
                                                          "age",          "exploitation", "time_start" };

struct row {
    struct str document, indicator, qualifier, method, attributes[N_ATTRIBUTES], period_end;
    long start, end;
    double low, high;
    bool free; /* optional or other */
    struct row *match;
};

struct rows {
    struct row *list;
    size_t n;
};

struct tally {
    long gold, found, span, value, main, full, attributes[N_ATTRIBUTES];
};

static void give_up(const struct err *e)
{
    fprintf(stderr, "score: %s: %s\n", e->file, e->what);
    exit(1);
}

static struct str cell(const struct table *t, size_t row, const char *column)
{
    size_t index;
    return table_has_column(t, column, &index) ? str_trim(table_cell(t, row, index)) : STR("");
}

static double number(struct str text)
{
    double value;
    return text.n && str_to_double(text, &value) ? value : NAN;
}

static struct str stem(struct str name)
{
    for (size_t i = name.n; i-- > 0;)
        if (name.p[i] == '/')
            return stem(str_slice(name, i + 1, name.n));
    return str_ends(name, ".txt") || str_ends(name, ".pdf") ? str_slice(name, 0, name.n - 4)
           : str_ends(name, ".html")                        ? str_slice(name, 0, name.n - 5)
                                                            : name;
}

static struct rows read_rows(struct arena *a, const char *path, bool gold)
{
    struct table t;
    struct err e;
    struct table_options options = { .allow_comments = true };
    struct rows rows = { 0 };
    if (table_read(a, path, &options, &t, NULL, &e) != ST_OK)
        give_up(&e);
    rows.list = arena_array(a, t.n_rows + 1, sizeof *rows.list);
    for (size_t i = 0; rows.list && i < t.n_rows; i++) {
        struct row *r = &rows.list[rows.n];
        if (!str_to_long(cell(&t, i, gold ? "start" : "span_start"), &r->start))
            continue;
        str_to_long(cell(&t, i, gold ? "end" : "span_end"), &r->end);
        r->document = stem(cell(&t, i, gold ? "doc" : "source_id"));
        r->low = number(cell(&t, i, "value_low"));
        r->high = number(cell(&t, i, "value_high"));
        r->qualifier = cell(&t, i, "qualifier");
        r->indicator = cell(&t, i, "indicator");
        r->method = cell(&t, i, "method");
        r->free = str_is(cell(&t, i, "optional"), "1") || str_is(r->indicator, "other");
        for (int k = 0; k < N_ATTRIBUTES; k++)
            r->attributes[k] = cell(&t, i, (gold ? gold_columns : figure_columns)[k]);
        r->period_end = cell(&t, i, gold ? "period_end" : "time_end");
        rows.n++;
    }
    return rows;
}

static bool same_number(double a, double b) { return (isnan(a) && isnan(b)) || a == b; }

static bool same_interval(const struct row *g, const struct row *f)
{
    return same_number(g->low, f->low) && same_number(g->high, f->high);
}

static long overlap(const struct row *g, const struct row *f)
{
    long first = g->start > f->start ? g->start : f->start, last = g->end < f->end ? g->end : f->end;
    return last - first;
}

/* One-to-one matches in rounds: interval and indicator equal, interval, indicator, any overlap. */
static void match(struct rows *gold, struct rows *found)
{
    for (int round = 0; round < 4; round++)
        for (size_t i = 0; i < gold->n; i++)
            for (size_t j = 0; j < found->n && !gold->list[i].match; j++) {
                struct row *g = &gold->list[i], *f = &found->list[j];
                if (f->match || !str_equal(g->document, f->document) || overlap(g, f) <= 0)
                    continue;
                if ((round == 0 || round == 1) && !same_interval(g, f))
                    continue;
                if ((round == 0 || round == 2) && !str_equal(g->indicator, f->indicator))
                    continue;
                g->match = f;
                f->match = g;
            }
}

static bool main_equal(const struct row *g, const struct row *f)
{
    return same_interval(g, f) && str_equal(g->qualifier, f->qualifier) && str_equal(g->indicator, f->indicator);
}

static bool attribute_equal(const struct row *g, const struct row *f, int k)
{
    return str_equal(g->attributes[k], f->attributes[k]) &&
           (k + 1 < N_ATTRIBUTES || str_equal(g->period_end, f->period_end));
}

static void count_gold(const struct row *g, struct tally *t)
{
    const struct row *f = g->match;
    t->gold++;
    if (!f || f->free)
        return;
    t->span++;
    t->value += same_interval(g, f) && str_equal(g->qualifier, f->qualifier);
    if (!main_equal(g, f))
        return;
    t->main++;
    bool all = true;
    for (int k = 0; k < N_ATTRIBUTES; k++) {
        bool equal = attribute_equal(g, f, k);
        t->attributes[k] += equal;
        all = all && equal;
    }
    t->full += all;
}

static bool wanted(struct str document, struct str only)
{
    struct str part;
    if (!only.n)
        return true;
    while (str_split_next(&only, ',', &part))
        if (str_equal(stem(part), document))
            return true;
    return false;
}

static struct tally tally_rows(const struct rows *gold, const struct rows *found, struct str only)
{
    struct tally t = { 0 };
    for (size_t i = 0; i < gold->n; i++)
        if (!gold->list[i].free && wanted(gold->list[i].document, only))
            count_gold(&gold->list[i], &t);
    for (size_t j = 0; j < found->n; j++) {
        const struct row *f = &found->list[j];
        if (!f->free && !(f->match && f->match->free) && wanted(f->document, only))
            t.found++;
    }
    return t;
}

static double f1(long right, const struct tally *t)
{
    return t->gold + t->found ? 2.0 * (double)right / (double)(t->gold + t->found) : 0;
}

static void print_line(const char *name, long right, const struct tally *t, const char *what)
{
    printf("%-8s%10.3f%8.3f%8.3f  %s\n", name, t->found ? (double)right / (double)t->found : 0,
           t->gold ? (double)right / (double)t->gold : 0, f1(right, t), what);
}

static void print_table(const struct tally *t)
{
    printf("%-8s%10s%8s%8s\n", "", "precision", "recall", "F1");
    print_line("span", t->span, t, "a figure");
    print_line("value", t->value, t, "+ value");
    print_line("main", t->main, t, "+ indicator  (the main score)");
    print_line("full", t->full, t, "+ every attribute");
    printf("gold %ld, found %ld\nattributes on matched rows:", t->gold, t->found);
    for (int k = 0; k < N_ATTRIBUTES; k++)
        printf("%s %s %.3f", k ? "," : "", attribute_names[k],
               t->main ? (double)t->attributes[k] / (double)t->main : 0);
    printf("\n");
}

static void print_documents(const struct rows *gold, const struct rows *found, struct str only)
{
    struct str seen[DOCUMENTS_LIMIT];
    size_t n = 0;
    for (size_t i = 0; i < gold->n + found->n; i++) {
        struct str d = i < gold->n ? gold->list[i].document : found->list[i - gold->n].document;
        size_t k = 0;
        while (k < n && !str_equal(seen[k], d))
            k++;
        if (k < n || n == DOCUMENTS_LIMIT || !wanted(d, only))
            continue;
        seen[n++] = d;
        struct tally t = tally_rows(gold, found, d);
        printf("  %-36.*s gold %3ld found %3ld main F1 %.3f full F1 %.3f\n", (int)d.n, d.p, t.gold, t.found,
               f1(t.main, &t), f1(t.full, &t));
    }
}

/* ---- confidence ---- */

struct group {
    struct str method, indicator; /* empty indicator: all of the method */
    long n, right;
};

static void count_group(struct group *groups, size_t *n, struct str method, struct str indicator, bool right)
{
    size_t i = 0;
    while (i < *n && !(str_equal(groups[i].method, method) && str_equal(groups[i].indicator, indicator)))
        i++;
    if (i == *n) {
        if (*n == GROUPS_LIMIT)
            return;
        groups[(*n)++] = (struct group){ method, indicator, 0, 0 };
    }
    groups[i].n++;
    groups[i].right += right;
}

static int compare_groups(const void *x, const void *y)
{
    const struct group *a = x, *b = y;
    int c = str_compare(a->method, b->method);
    return c ? c : str_compare(a->indicator, b->indicator);
}

/* Shares drawn towards the prior by `weight` rows of it, as few rows prove little; groups under three rows are left
 * to their rule's own share. */
static void print_calibration(const struct rows *found, struct str only, double prior)
{
    static struct group groups[GROUPS_LIMIT];
    const double weight = 6;
    size_t n = 0;
    long all = 0;
    for (size_t j = 0; j < found->n; j++) {
        const struct row *f = &found->list[j];
        if (f->free || (f->match && f->match->free) || !wanted(f->document, only))
            continue;
        bool right = f->match && main_equal(f->match, f);
        all++;
        count_group(groups, &n, f->method, STR(""), right);
        count_group(groups, &n, f->method, f->indicator, right);
    }
    qsort(groups, n, sizeof *groups, compare_groups);
    printf(
        "# How sure a figure is: the share of right ones (interval; qualifier and indicator) among the figures that a\n"
        "# rule (method) found for an indicator in %ld scored figures. Few rows are drawn towards %.2f.\n"
        "# An empty indicator stands for any other. Made by `tests/eval/score GOLD FIGURES --calibrate`.\n"
        "method,indicator,confidence,n,right\n",
        all, prior);
    for (size_t i = 0; i < n; i++) {
        const struct group *g = &groups[i];
        if (g->indicator.n && g->n < 3)
            continue;
        printf("%.*s,%.*s,%.2f,%ld,%ld\n", (int)g->method.n, g->method.p, (int)g->indicator.n, g->indicator.p,
               ((double)g->right + weight * prior) / ((double)g->n + weight), g->n, g->right);
    }
}

int main(int argc, char **argv)
{
    struct arena *a = arena_new(0);
    const char *files[2] = { 0 };
    struct str only = { 0 };
    bool by_document = false, calibrate = false;
    double prior = 0;
    int n = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--by-doc") == 0)
            by_document = true;
        else if (strcmp(argv[i], "--calibrate") == 0 && i + 1 < argc)
            calibrate = str_to_double(str_of(argv[++i]), &prior);
        else if (strcmp(argv[i], "--only") == 0 && i + 1 < argc)
            only = str_of(argv[++i]);
        else if (n < 2)
            files[n++] = argv[i];
    }
    if (n != 2 || !a) {
        fprintf(stderr, "usage: score GOLD.csv FIGURES.csv [--only doc,doc] [--by-doc] [--calibrate PRIOR]\n");
        return 2;
    }
    struct rows gold = read_rows(a, files[0], true), found = read_rows(a, files[1], false);
    match(&gold, &found);
    struct tally t = tally_rows(&gold, &found, only);
    if (calibrate)
        print_calibration(&found, only, prior);
    else
        print_table(&t);
    if (by_document)
        print_documents(&gold, &found, only);
    arena_free(a);
    return 0;
}
