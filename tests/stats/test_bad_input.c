/* Data that packages crash or lie on: each an answer with an outcome, from every method. */
#include <stdio.h>

#include "stats/method.h"
#include "tests/tap.h"

struct case_of {
    const char *name, *rows; /* period,value,low,high,exposure,status;... */
};

static const struct case_of cases[] = {
    { "nothing", "2010,,,,,O;" },
    { "one point", "2010,5,,,,;" },
    { "two points", "2010,5,,,,;2011,6,,,,;" },
    { "three points", "2010,5,,,,;2011,6,,,,;2012,3,,,,;" },
    { "all equal", "2010,5,,,,;2011,5,,,,;2012,5,,,,;2013,5,,,,;2014,5,,,,;2015,5,,,,;2016,5,,,,;2017,5,,,,;" },
    { "all zero", "2010,0,,,,;2011,0,,,,;2012,0,,,,;2013,0,,,,;2014,0,,,,;2015,0,,,,;2016,0,,,,;2017,0,,,,;" },
    { "only the last above zero", "2010,0,,,,;2011,0,,,,;2012,0,,,,;2013,0,,,,;2014,0,,,,;2015,7,,,,;" },
    { "only the first above zero", "2010,9,,,,;2011,0,,,,;2012,0,,,,;2013,0,,,,;2014,0,,,,;2015,0,,,,;" },
    { "a perfect line", "2010,1,,,,;2011,2,,,,;2012,3,,,,;2013,4,,,,;2014,5,,,,;2015,6,,,,;2016,7,,,,;2017,8,,,,;" },
    { "a perfect exponential", "2010,1,,,,;2011,2,,,,;2012,4,,,,;2013,8,,,,;2014,16,,,,;2015,32,,,,;2016,64,,,,;" },
    { "1e308", "2010,1e308,,,,;2011,-1e308,,,,;2012,1e308,,,,;2013,-1e308,,,,;2014,1e308,,,,;2015,3,,,,;2016,1e308,,,,;"
               "2017,1e307,,,,;2018,2,,,,;" },
    { "1e308 counts", "2010,1e308,,,,;2011,1e308,,,,;2012,1e300,,,,;2013,1,,,,;2014,0,,,,;2015,3,,,,;2016,1e308,,,,;"
                      "2017,1e307,,,,;2018,2,,,,;" },
    { "1e-308", "2010,1e-308,,,,;2011,2e-308,,,,;2012,1e-308,,,,;2013,5e-324,,,,;2014,3e-308,,,,;2015,3e-308,,,,;" },
    { "negative", "2010,-5,,,,;2011,-6,,,,;2012,3,,,,;2013,-9,,,,;2014,-2,,,,;2015,0,,,,;2016,1,,,,;2017,-1,,,,;" },
    { "fractions", "2010,0.5,,,,;2011,0.25,,,,;2012,3.1,,,,;2013,2.2,,,,;2014,1.5,,,,;2015,0.1,,,,;" },
    { "zero exposure", "2010,5,,,0,;2011,6,,,100,;2012,3,,,100,;2013,4,,,100,;2014,4,,,100,;2015,9,,,100,;" },
    { "missing exposure", "2010,5,,,,;2011,6,,,100,;2012,3,,,100,;2013,4,,,100,;2014,4,,,100,;2015,9,,,100,;" },
    { "negative exposure", "2010,5,,,-3,;2011,6,,,100,;2012,3,,,100,;2013,4,,,100,;2014,4,,,100,;2015,9,,,100,;" },
    { "tiny exposure", "2010,5,,,1e-300,;2011,6,,,1e300,;2012,3,,,100,;2013,4,,,100,;2014,4,,,100,;2015,9,,,1,;" },
    { "unsorted", "2015,5,,,,;2011,6,,,,;2012,3,,,,;2010,4,,,,;2014,4,,,,;2013,9,,,,;" },
    { "duplicate time", "2010,5,,,,;2011,6,,,,;2010,3,,,,;2013,4,,,,;2014,4,,,,;2015,9,,,,;" },
    { "far times", "1e15,5,,,,;2e15,6,,,,;3e15,3,,,,;-4e15,4,,,,;5e15,4,,,,;6e15,9,,,,;7e15,3,,,,;" },
    { "times apart by a hair", "1,5,,,,;1.0000000000000002,6,,,,;1.0000000000000004,3,,,,;1.5,3,,,,;2,8,,,,;" },
    { "times of 1e308", "1e308,5,,,,;-1e308,6,,,,;0,3,,,,;1,9,,,,;2,3,,,,;3,4,,,,;" },
    { "dates",
      "2010-01-01,5,,,,;2010-03-01,6,,,,;2011-05-09,3,,,,;2012-02-29,4,,,,;2014-12-31,4,,,,;2015-01-01,9,,,,;" },
    { "open intervals only", "2010,,5,,,;2011,,6,,,;2012,,3,,,;2013,,4,,,;2014,,,4,,;2015,,,9,,;" },
    { "intervals and values", "2010,,0,4,,Q;2011,6,,,,;2012,,3,,,;2013,4,,,,;2014,,,4,,;2015,9,8,12,,;" },
    { "intervals of 1e308", "2010,,0,1e308,,;2011,6,,,,;2012,,-1e308,1e308,,;2013,4,,,,;2014,2,,,,;2015,9,,,,;" },
    { "an interval upside down", "2010,,9,4,,;2011,6,,,,;2012,3,,,,;2013,4,,,,;2014,2,,,,;2015,9,,,,;" },
    { "a break in every year", "2010,1,,,,B;2011,6,,,,B;2012,3,,,,B;2013,4,,,,B;2014,2,,,,B;2015,9,,,,B;" },
    { "quarters", "2010-Q1,5,,,,;2010-Q2,6,,,,;2010-Q3,3,,,,;2010-Q4,4,,,,;2011-Q1,4,,,,;2011-Q2,9,,,,;2011-Q3,4,,,,;"
                  "2011-Q4,9,,,,;2012-Q1,7,,,,;" },
};

static enum status compute(struct arena *a, const struct case_of *c, struct vec *series, struct vec *trends,
                           struct err *e)
{
    struct str names[64], rest = str_of(c->rows), part;
    for (size_t i = 0; i < n_methods; i++)
        names[i] = str_of(methods[i]->name);
    vec_init(series, a, sizeof(struct series_row), 64);
    while (str_split_next(&rest, ';', &part) && part.n > 0) {
        static const char *const columns[] = { "time_period", "obs_value", "value_low",
                                               "value_high",  "exposure",  "obs_status" };
        struct series_row *row = vec_add(series);
        struct str cell;
        record_clear(&schema_series, row);
        row->series_id = STR("a");
        for (size_t i = 0; i < 6 && str_split_next(&part, ',', &cell); i++)
            CHECK(record_set(schema_column(&schema_series, str_of(columns[i])), row, cell, (struct place){ 0 }, e) ==
                  ST_OK);
    }
    return trends_compute(a, series, names, n_methods, &trend_options_default, trends, e);
}

static bool sound(double x) { return !isinf(x); }

TEST("every method answers every kind of bad input with an outcome and no infinite number")
{
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct arena *a = arena_new(0);
        struct vec series, trends;
        struct err e;
        CHECK(compute(a, &cases[c], &series, &trends, &e) == ST_OK);
        for (size_t i = 0; i < trends.n; i++) {
            const struct trend_row *row = VEC_AT(const struct trend_row, &trends, i);
            bool good = sound(row->estimate) && sound(row->conf_low) && sound(row->conf_high) &&
                        sound(row->statistic) && row->outcome.n > 0 && row->term.n > 0;
            good = good && (isnan(row->p_value) || (row->p_value >= 0 && row->p_value <= 1));
            good = good && !(row->conf_low > row->conf_high);
            if (!good)
                printf("# %s: %.*s %.*s: %g [%g, %g] %g p %g\n", cases[c].name, (int)row->method.n, row->method.p,
                       (int)row->term.n, row->term.p, row->estimate, row->conf_low, row->conf_high, row->statistic,
                       row->p_value);
            CHECK(good);
        }
        for (size_t m = 0; m < n_methods; m++) {
            bool answered = false;
            for (size_t i = 0; i < trends.n && !answered; i++)
                answered = str_is(VEC_AT(const struct trend_row, &trends, i)->method, methods[m]->name);
            if (!answered)
                printf("# %s: %s is silent\n", cases[c].name, methods[m]->name);
            CHECK(answered);
        }
        struct str text = trend_summary(a, series.items, series.n, trends.items, trends.n);
        CHECK(text.n > 10 && text.p[text.n - 1] == '.');
        CHECK(!str_contains(text, "nan") && !str_contains(text, "inf "));
        arena_free(a);
    }
}

static void check_outcome(const char *name, const char *method, const char *outcome)
{
    struct arena *a = arena_new(0);
    struct vec series, trends;
    struct err e;
    size_t c = 0;
    while (!str_is(str_of(cases[c].name), name))
        c++;
    CHECK(compute(a, &cases[c], &series, &trends, &e) == ST_OK);
    bool found = false;
    for (size_t i = 0; i < trends.n; i++) {
        const struct trend_row *row = VEC_AT(const struct trend_row, &trends, i);
        if (str_is(row->method, method) && !found) {
            CHECK_TEXT(row->outcome, outcome);
            found = true;
        }
    }
    CHECK(found);
    arena_free(a);
}

TEST("which outcome stands for what")
{
    check_outcome("nothing", "mann_kendall", "too_few");
    check_outcome("one point", "theil_sen", "too_few");
    check_outcome("two points", "mann_kendall", "too_few");
    check_outcome("all equal", "pettitt", "degenerate");
    check_outcome("all zero", "quasi_poisson", "degenerate");
    check_outcome("all zero", "negative_binomial", "degenerate");
    check_outcome("only the last above zero", "quasi_poisson", "boundary");
    check_outcome("only the first above zero", "poisson", "boundary");
    check_outcome("a perfect exponential", "quasi_poisson", "degenerate");
    check_outcome("a perfect exponential", "negative_binomial", "boundary");
    check_outcome("1e308", "ols", "no_fit");
    check_outcome("negative", "quasi_poisson", "not_counts");
    check_outcome("fractions", "counts", "not_counts");
    check_outcome("zero exposure", "quasi_poisson", "no_exposure");
    check_outcome("missing exposure", "quasi_poisson", "no_exposure");
    check_outcome("negative exposure", "joinpoint", "no_exposure");
    check_outcome("duplicate time", "theil_sen", "duplicate_time");
    check_outcome("dates", "holt", "irregular");
    check_outcome("quarters", "holt", "irregular");
    check_outcome("all equal", "seasonal_mann_kendall", "not_seasonal");
    check_outcome("all equal", "range", "no_ranges");
    check_outcome("an interval upside down", "mann_kendall", "bad_value");
}
