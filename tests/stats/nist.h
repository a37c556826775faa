/* Digits right on the NIST Statistical Reference Datasets: shared by the regression test and `make accuracy`.
 * Digits are the log relative error, -log10 |got - certified| / |certified|, capped at 15 (the certified digits). */
#ifndef TARAZ_TESTS_STATS_NIST_H
#define TARAZ_TESTS_STATS_NIST_H

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/table.h"
#include "stats/least_squares.h"
#include "stats/line.h"

struct nist_set {
    const char *name;
    enum { NIST_LINE, NIST_POLYNOMIAL, NIST_AFFINE, NIST_ORIGIN, NIST_UNIVARIATE } model;
    size_t p;                    /* degree, or predictors */
    double coefficients, errors; /* the least digits promised; univariate: of mean and deviation */
};

static const struct nist_set nist_sets[] = {
    { "Norris", NIST_LINE, 1, 13, 13 },         { "Pontius", NIST_POLYNOMIAL, 2, 13, 13 },
    { "NoInt1", NIST_ORIGIN, 1, 13, 13 },       { "NoInt2", NIST_ORIGIN, 1, 13, 13 },
    { "Filip", NIST_POLYNOMIAL, 10, 13, 13 },   { "Longley", NIST_AFFINE, 6, 13, 13 },
    { "Wampler1", NIST_POLYNOMIAL, 5, 13, 13 }, { "Wampler2", NIST_POLYNOMIAL, 5, 13, 13 },
    { "Wampler3", NIST_POLYNOMIAL, 5, 13, 13 }, { "Wampler4", NIST_POLYNOMIAL, 5, 13, 13 },
    { "Wampler5", NIST_POLYNOMIAL, 5, 13, 13 }, { "PiDigits", NIST_UNIVARIATE, 0, 15, 14 },
    { "Lottery", NIST_UNIVARIATE, 0, 15, 14 },  { "Lew", NIST_UNIVARIATE, 0, 15, 14 },
    { "Mavro", NIST_UNIVARIATE, 0, 15, 13 },    { "Michelso", NIST_UNIVARIATE, 0, 15, 13.5 },
    { "NumAcc1", NIST_UNIVARIATE, 0, 15, 15 },  { "NumAcc2", NIST_UNIVARIATE, 0, 14, 14 },
    { "NumAcc3", NIST_UNIVARIATE, 0, 15, 9.4 }, { "NumAcc4", NIST_UNIVARIATE, 0, 15, 8.2 },
};
enum { NIST_SETS = sizeof nist_sets / sizeof *nist_sets };

static const struct table_options nist_comments = { .allow_comments = true };

static double nist_digits(double got, double certified)
{
    if (got == certified)
        return 15;
    double error = certified == 0 ? fabs(got) : fabs(got - certified) / fabs(certified);
    return isnan(error) ? 0 : fmax(0, fmin(15, -log10(error)));
}

static double nist_number(const struct table *t, size_t row, size_t column)
{
    double x = NAN;
    str_to_double(table_cell(t, row, column), &x);
    return x;
}

/* The certified value of a parameter: "b0", "se3", "mean". */
static double nist_certified(const struct table *certified, const char *set, const char *parameter)
{
    for (size_t i = 0; i < certified->n_rows; i++)
        if (str_is(table_cell(certified, i, 0), set) && str_is(table_cell(certified, i, 1), parameter))
            return nist_number(certified, i, 2);
    return NAN;
}

struct nist_result {
    bool done;
    double coefficients, errors, sigma; /* least digits; univariate: mean, deviation, autocorrelation */
};

static struct nist_result nist_univariate(const struct nist_set *s, const struct table *certified, const double *y,
                                          size_t n)
{
    long double rss = 0;
    double mean = mean_of(y, n);
    long double exact = 0;
    for (size_t i = 0; i < n; i++)
        exact += y[i];
    exact /= (long double)n;
    for (size_t i = 0; i < n; i++)
        rss += (y[i] - exact) * (y[i] - exact);
    return (struct nist_result){ true, nist_digits(mean, nist_certified(certified, s->name, "mean")),
                                 nist_digits((double)sqrtl(rss / (long double)(n - 1)),
                                             nist_certified(certified, s->name, "sd")),
                                 nist_digits(lag1_autocorrelation(y, n), nist_certified(certified, s->name, "r1")) };
}

static struct nist_result nist_regression(struct arena *a, const struct nist_set *s, const struct table *certified,
                                          const double *y, const double *x, size_t n)
{
    struct least_squares f;
    struct nist_result r = { true, 15, 15, 15 };
    bool fitted = s->model == NIST_POLYNOMIAL || s->model == NIST_LINE
                      ? polynomial_fit(a, x, y, n, s->p, &f, NULL)
                      : least_squares_affine(a, x, y, n, s->p, &f, NULL);
    if (s->model == NIST_ORIGIN) {
        wide *columns = arena_array(a, n, sizeof *columns);
        for (size_t i = 0; i < n; i++)
            columns[i] = x[i];
        fitted = least_squares(a, columns, y, n, 1, &f, NULL);
    }
    if (!fitted)
        return (struct nist_result){ true, 0, 0, 0 };
    for (size_t j = 0; j < f.p; j++) {
        char name[16];
        size_t number = s->model == NIST_ORIGIN ? 1 : j;
        snprintf(name, sizeof name, "b%zu", number);
        r.coefficients =
            fmin(r.coefficients, nist_digits((double)f.coefficient[j], nist_certified(certified, s->name, name)));
        snprintf(name, sizeof name, "se%zu", number);
        double se = nist_certified(certified, s->name, name);
        double got = (double)coefficient_error(&f, j);
        r.errors = fmin(r.errors, se == 0 ? (got < 1e-12 ? 15 : 0) : nist_digits(got, se));
    }
    double sigma = nist_certified(certified, s->name, "s");
    r.sigma = sigma == 0 ? ((double)f.sigma < 1e-9 ? 15 : 0) : nist_digits((double)f.sigma, sigma);
    if (s->model == NIST_LINE) { /* the straight-line code as well, which the methods use */
        struct line line;
        line_fit(x, y, n, &line, NULL);
        r.coefficients = fmin(r.coefficients, nist_digits(line.slope, nist_certified(certified, s->name, "b1")));
        r.coefficients = fmin(r.coefficients, nist_digits(line.intercept, nist_certified(certified, s->name, "b0")));
        r.errors = fmin(r.errors, nist_digits(line.se_slope, nist_certified(certified, s->name, "se1")));
        r.errors = fmin(r.errors, nist_digits(line.se_intercept, nist_certified(certified, s->name, "se0")));
    }
    return r;
}

static struct nist_result nist_try(struct arena *a, const struct nist_set *s, const struct table *certified)
{
    char path[200];
    struct table t;
    struct err e;
    snprintf(path, sizeof path, "tests/stats/nist/%s.csv", s->name);
    if (table_read(a, path, &nist_comments, &t, NULL, &e) != ST_OK)
        return (struct nist_result){ .done = false };
    size_t n = t.n_rows, width = t.n_columns;
    double *y = arena_array(a, n * width, sizeof *y), *x = y + n;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < width; j++)
            y[j * n + i] = nist_number(&t, i, j); /* y first, then the predictors */
    return s->model == NIST_UNIVARIATE ? nist_univariate(s, certified, y, n)
                                       : nist_regression(a, s, certified, y, x, n);
}

#endif
