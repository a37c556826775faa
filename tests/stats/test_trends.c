/* From series rows to trend rows: which rows count, outcomes of bad input, order, threads. */
#include <stdio.h>

#include "stats/method.h"
#include "tests/tap.h"

struct result {
    struct arena *arena;
    struct vec trends;
    enum status status;
    struct err err;
};

static struct result compute_with(const char *csv, const char *method, const struct trend_options *options)
{
    struct result r = { .arena = arena_new(0) };
    struct vec series;
    struct str names[1] = { str_of(method) };
    r.status = records_parse(r.arena, &schema_series, str_of(csv), "test.csv", &series, NULL, &r.err);
    if (r.status == ST_OK)
        r.status = trends_compute(r.arena, &series, names, method ? 1 : 0, options, &r.trends, &r.err);
    return r;
}

static struct result compute(const char *csv, const char *method)
{
    return compute_with(csv, method, &trend_options_default);
}

static const struct trend_row *row_of(const struct result *r, const char *term)
{
    static const struct trend_row none;
    for (size_t i = 0; i < r->trends.n; i++)
        if (str_is(VEC_AT(struct trend_row, &r->trends, i)->term, term))
            return VEC_AT(struct trend_row, &r->trends, i);
    return &none;
}

#define HEADER "series_id,freq,time_period,obs_value,value_low,value_high,obs_status\n"

static void check_outcome(const char *csv, const char *method, const char *term, const char *outcome)
{
    struct result r = compute(csv, method);
    CHECK(r.status == ST_OK);
    CHECK_TEXT(row_of(&r, term)->outcome, outcome);
    CHECK(isnan(row_of(&r, term)->p_value));
    arena_free(r.arena);
}

TEST("rows are used in the order of time, whatever their order in the file")
{
    struct result r = compute(HEADER "a,A,2012,9,,,\na,A,2010,3,,,\na,A,2011,5,,,\na,A,2014,12,,,\n", "theil_sen");
    CHECK(r.status == ST_OK);
    /* pairs by hand: 2, 3, 9/4, 4, 7/3, 3/2: median (9/4 + 7/3) / 2 */
    CHECK_NEAR(row_of(&r, "slope")->estimate, (9.0 / 4 + 7.0 / 3) / 2, 1e-15);
    CHECK_TEXT(row_of(&r, "slope")->period_start, "2010");
    CHECK_TEXT(row_of(&r, "slope")->period_end, "2014");
    arena_free(r.arena);
}

TEST("a duplicate time, an unreadable time and mixed periods are outcomes that name the period")
{
    check_outcome(HEADER "a,A,2010,3,,,\na,A,2011,5,,,\na,A,2010,4,,,\n", "mann_kendall", "tau_b", "duplicate_time");
    check_outcome(HEADER "a,A,2010,3,,,\na,A,in spring,5,,,\n", "mann_kendall", "tau_b", "bad_time");
    check_outcome(HEADER "a,,2010,3,,,\na,,2011-Q1,5,,,\n", "theil_sen", "slope", "mixed_periods");
    check_outcome(HEADER "a,A,2010,3,9,4,\na,A,2011,5,,,\n", "theil_sen", "slope", "bad_value");
}

TEST("too few points, one point and none are outcomes")
{
    check_outcome(HEADER "a,A,2010,3,,,\na,A,2011,3,,,\n", "mann_kendall", "tau_b", "too_few");
    check_outcome(HEADER "a,A,2010,3,,,\n", "theil_sen", "slope", "too_few");
    check_outcome(HEADER "a,A,2010,,,,O\n", "ols", "slope", "too_few");
}

TEST("parts of a period, forecasts and many-year totals are left out; parts come in when asked for")
{
    const char *csv = HEADER "a,A,2010,3,,,\na,A,2011,5,,,\na,A,2012,1,,,P\na,A,2013,99,,,F\na,N,2014,50,,,\n";
    struct result r = compute(csv, "series");
    CHECK_NEAR(row_of(&r, "n")->estimate, 2, 0);
    CHECK_NEAR(row_of(&r, "n_left_out")->estimate, 3, 0);
    arena_free(r.arena);
    struct trend_options options = trend_options_default;
    options.keep_partial = true;
    r = compute_with(csv, "series", &options);
    CHECK_NEAR(row_of(&r, "n")->estimate, 3, 0);
    arena_free(r.arena);
}

TEST("a period with an interval only is no point, and gaps are counted by the frequency")
{
    struct result r = compute(HEADER "a,A,2010,3,,,\na,A,2011,,0,4,Q\na,A,2014,5,,,\n", "series");
    CHECK_NEAR(row_of(&r, "n")->estimate, 2, 0);
    CHECK_NEAR(row_of(&r, "n_intervals")->estimate, 1, 0);
    CHECK_NEAR(row_of(&r, "n_gaps")->estimate, 2, 0);
    arena_free(r.arena);
    r = compute(HEADER "a,M,2010-11,3,,,\na,M,2011-02,4,,,\n", "series");
    CHECK_NEAR(row_of(&r, "n_gaps")->estimate, 2, 0);
    arena_free(r.arena);
    r = compute(HEADER "a,Q,2010-Q4,3,,,\na,Q,2011-Q2,4,,,\n", "series");
    CHECK_NEAR(row_of(&r, "n_gaps")->estimate, 1, 0);
    arena_free(r.arena);
}

TEST("months, quarters, dates and plain numbers are times")
{
    struct result r = compute(HEADER "a,M,2010-01,0,,,\na,M,2010-07,1,,,\na,M,2011-01,2,,,\n", "theil_sen");
    CHECK_NEAR(row_of(&r, "slope")->estimate, 2, 1e-12); /* per year */
    arena_free(r.arena);
    r = compute(HEADER "a,,0.5,0,,,\na,,1,1,,,\na,,1.5,2,,,\n", "theil_sen");
    CHECK_NEAR(row_of(&r, "slope")->estimate, 2, 1e-15);
    arena_free(r.arena);
    r = compute(HEADER "a,D,2010-01-01,0,,,\na,D,2011-01-01,1,,,\na,D,2012-01-01,2,,,\n", "theil_sen");
    CHECK_NEAR(row_of(&r, "slope")->estimate, 1, 1e-15);
    arena_free(r.arena);
}

TEST("a known change of definition splits the series, by option or by status B")
{
    const char *csv = HEADER "a,A,2010,1,,,\na,A,2011,2,,,\na,A,2012,30,,,\na,A,2013,29,,,\n";
    struct trend_options options = trend_options_default;
    double at = 2012;
    options.breaks = &at;
    options.n_breaks = 1;
    struct result r = compute_with(csv, "theil_sen", &options);
    CHECK_NEAR(row_of(&r, "slope (2010 to 2011)")->estimate, 1, 0);
    CHECK_NEAR(row_of(&r, "slope (2012 to 2013)")->estimate, -1, 0);
    arena_free(r.arena);
    r = compute(HEADER "a,A,2010,1,,,\na,A,2011,2,,,\na,A,2012,30,,,B\na,A,2013,29,,,\n", "theil_sen");
    CHECK_NEAR(row_of(&r, "slope (2012 to 2013)")->estimate, -1, 0);
    CHECK_TEXT(row_of(&r, "slope")->term, "");
    arena_free(r.arena);
}

TEST("seasons are compared with themselves only")
{
    /* by hand: in each of 4 quarters 3 years that rise by 2: S = 4 * 3, Var = 4 * 66 / 18; all slopes are 2 */
    struct result r = compute(HEADER "a,Q,2010-Q1,50,,,\na,Q,2010-Q2,10,,,\na,Q,2010-Q3,90,,,\na,Q,2010-Q4,30,,,\n"
                                     "a,Q,2011-Q1,52,,,\na,Q,2011-Q2,12,,,\na,Q,2011-Q3,92,,,\na,Q,2011-Q4,32,,,\n"
                                     "a,Q,2012-Q1,54,,,\na,Q,2012-Q2,14,,,\na,Q,2012-Q3,94,,,\na,Q,2012-Q4,34,,,\n",
                              "seasonal_mann_kendall");
    CHECK_NEAR(row_of(&r, "tau_b")->statistic, 12, 0);
    CHECK_NEAR(row_of(&r, "tau_b")->estimate, 1, 1e-15);
    CHECK_NEAR(row_of(&r, "var_s")->estimate, 4 * 66.0 / 18, 1e-15);
    CHECK_NEAR(row_of(&r, "slope")->estimate, 2, 1e-12);
    arena_free(r.arena);
}

TEST("a misspelt method is answered with the nearest")
{
    struct result r = compute(HEADER "a,A,2010,1,,,\n", "man_kendal");
    CHECK(r.status == ST_USAGE);
    CHECK_TEXT(str_of(r.err.todo), "did you mean 'mann_kendall'?");
    arena_free(r.arena);
}

/* 200 series in no order of time or name, some bad. */
static void make_many(struct buf *b)
{
    buf_init(b, 0);
    buf_puts(b, HEADER);
    unsigned x = 3;
    for (unsigned i = 0; i < 4000; i++) {
        x = x * 1103515245u + 12345u;
        buf_printf(b, "s%u,A,%u,%u,,,%s\n", (i * 7) % 200, 1990 + i / 200, x >> 16 & 63,
                   (x >> 24 & 31) == 0   ? "P"
                   : (x >> 24 & 31) == 1 ? "B"
                                         : "");
    }
    buf_putc(b, '\0');
}

TEST("the same bytes with any number of threads, sorted by series, method and term")
{
    struct buf csv, out[2];
    make_many(&csv);
    for (size_t i = 0; i < 2; i++) {
        struct trend_options options = trend_options_default;
        options.threads = i == 0 ? 1 : 5;
        options.family = "all";
        struct result r = compute_with(csv.p, NULL, &options);
        CHECK(r.status == ST_OK && r.trends.n > 1000);
        for (size_t k = 1; k < r.trends.n; k++) {
            const struct trend_row *x = VEC_AT(struct trend_row, &r.trends, k - 1), *y = x + 1;
            int c = str_compare(x->series_id, y->series_id);
            c = c ? c : str_compare(x->method, y->method);
            c = c ? c : str_compare(x->term, y->term);
            if (c >= 0)
                CHECK(c < 0);
        }
        buf_init(&out[i], 0);
        records_format(&schema_trends, &r.trends, &out[i]);
        arena_free(r.arena);
    }
    CHECK(out[0].n > 1000 && str_equal(buf_str(&out[0]), buf_str(&out[1])));
    buf_free(&out[0]);
    buf_free(&out[1]);
    buf_free(&csv);
}

TEST("p-values of a family are adjusted, and the row says over how many tests")
{
    struct trend_options options = trend_options_default;
    options.family = "indicator";
    const char *csv = "series_id,indicator,time_period,obs_value\n"
                      "a,x,2010,1\na,x,2011,2\na,x,2012,3\na,x,2013,4\na,x,2014,5\n"
                      "b,x,2010,1\nb,x,2011,2\nb,x,2012,3\nb,x,2013,5\nb,x,2014,4\n"
                      "c,y,2010,1\nc,y,2011,2\nc,y,2012,3\nc,y,2013,4\nc,y,2014,5\n";
    struct result r = compute_with(csv, "mann_kendall", &options);
    CHECK(r.status == ST_OK);
    const struct trend_row *a = VEC_AT(struct trend_row, &r.trends, 1), *b = a + 3, *c = b + 3;
    CHECK_NEAR(a->p_value, 2.0 / 120, 1e-15);
    CHECK_NEAR(a->p_adjusted, 4.0 / 120, 1e-15);
    CHECK_NEAR(b->p_adjusted, b->p_value, 1e-15);
    CHECK_NEAR(c->p_adjusted, c->p_value, 1e-15);
    CHECK(str_contains(a->note, "Holm over 2 tests, family indicator x"));
    arena_free(r.arena);
    options.family = "indicatr";
    r = compute_with(csv, "mann_kendall", &options);
    CHECK(r.status == ST_USAGE);
    CHECK_TEXT(str_of(r.err.todo), "did you mean 'indicator'?");
    arena_free(r.arena);
}
