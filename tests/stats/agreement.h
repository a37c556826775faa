/* Agreement with other packages, row by row of tests/stats/reference/expected.csv: shared by the regression test and
 * `make accuracy`. A row agrees when it is within 1e-9 of the expected value, or within the digits that the package
 * itself carries, which tests/stats/reference/differences.csv states with the reason; a deliberate difference is
 * listed there too. */
#ifndef TARAZ_TESTS_STATS_AGREEMENT_H
#define TARAZ_TESTS_STATS_AGREEMENT_H

#include "tests/stats/our_rows.h"

static struct numbers parse_numbers(struct str text)
{
    struct numbers out = { 0 };
    struct str part;
    while (text.n > 0 && out.n < LIST_LIMIT && str_split_next(&text, ';', &part))
        if (!str_to_double(str_trim(part), &out.x[out.n++]))
            return unknown;
    return out;
}

/* The greatest relative difference; infinite when the lists differ in length. */
static double difference(const struct numbers *a, const struct numbers *b)
{
    double worst = a->n == b->n ? 0 : INFINITY;
    for (size_t i = 0; i < a->n && i < b->n; i++) {
        double scale = fabs(b->x[i]), d = fabs(a->x[i] - b->x[i]);
        worst = fmax(worst, scale > 0 ? d / scale : d);
    }
    return worst;
}

/* '*' at the end of a pattern stands for anything; an empty pattern too. */
static bool matches(struct str text, struct str pattern)
{
    if (pattern.n == 0)
        return true;
    if (pattern.p[pattern.n - 1] == '*')
        return text.n >= pattern.n - 1 && memcmp(text.p, pattern.p, pattern.n - 1) == 0;
    return str_equal(text, pattern);
}

enum agreement { AGREES, AGREES_IN_ITS_DIGITS, DIFFERS_WITH_REASON, DISAGREES };

static const struct table_options agreement_comments = { .allow_comments = true };

struct agreement_tables {
    struct table expected, series, differences;
};

static bool agreement_load(struct arena *a, struct agreement_tables *t, struct subjects *all)
{
    struct err e;
    if (table_read(a, "tests/stats/reference/expected.csv", &agreement_comments, &t->expected, NULL, &e) != ST_OK ||
        table_read(a, "tests/stats/reference/series.csv", &agreement_comments, &t->series, NULL, &e) != ST_OK ||
        table_read(a, "tests/stats/reference/differences.csv", &agreement_comments, &t->differences, NULL, &e) != ST_OK)
        return false;
    *all = (struct subjects){ .arena = a };
    for (size_t i = 0; i < t->series.n_rows; i++) {
        struct str name = table_cell(&t->series, i, 0);
        if (all->n == 0 || !str_equal(all->list[all->n - 1].name, name))
            all->list[all->n++] = (struct subject){ .name = name, .positive = true, .counts = true };
        struct subject *s = &all->list[all->n - 1];
        double y = 0;
        str_to_double(table_cell(&t->series, i, 1), &s->t[s->n]);
        str_to_double(table_cell(&t->series, i, 2), &y);
        s->y[s->n] = y;
        s->logs[s->n++] = log(y);
        s->positive = s->positive && y > 0;
        s->counts = s->counts && is_count(y);
    }
    for (size_t i = 0; i < all->n; i++) {
        struct subject *s = &all->list[i];
        struct line line;
        line_fit(s->t, s->y, s->n, &line, s->residuals);
        struct kendall k = score_of(all, s->y, s->n);
        s->p_normal = kendall_normal_p(&k, 0);
    }
    return true;
}

static enum agreement agreement_of(const struct agreement_tables *t, const struct subjects *all, size_t row,
                                   double *off, double *got)
{
    struct str cell[6];
    for (size_t c = 0; c < 6; c++)
        cell[c] = table_cell(&t->expected, row, c);
    const struct subject *s = all->list;
    while (!str_equal(s->name, cell[0]))
        s++;
    bool known;
    struct numbers mine = ours(all, s, cell[1], cell[2], cell[3], &known), expected = parse_numbers(cell[4]);
    *off = difference(&mine, &expected);
    *got = mine.n ? mine.x[0] : NAN;
    if (known && *off <= 1e-9)
        return AGREES;
    for (size_t i = 0; i < t->differences.n_rows; i++) {
        double tolerance;
        bool here = true;
        for (size_t c = 0; c < 4; c++) /* method, option, statistic, series */
            here = here && matches(cell[(c + 1) % 4], table_cell(&t->differences, i, c));
        if (!here)
            continue;
        if (!str_to_double(table_cell(&t->differences, i, 4), &tolerance))
            return DIFFERS_WITH_REASON;
        if (known && *off <= tolerance)
            return AGREES_IN_ITS_DIGITS;
    }
    return DISAGREES;
}

#endif
