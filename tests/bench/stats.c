/* Speed of the statistics: microseconds a series, method by method and together, and long series.
 * usage: stats [csv FILE]   `csv FILE` writes the series that the peers are given and stops. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/file.h"
#include "stats/joinpoint.h"
#include "stats/kendall.h"
#include "stats/random.h"
#include "stats/select.h"
#include "stats/slopes.h"

enum { SERIES = 100000, N = 20, PEER_SERIES = 40, CHUNK = 2000 };

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double poisson(struct random_state *r, double mean)
{
    double limit = exp(-mean), product = random_unit(r), k = 0;
    for (; product > limit; k++)
        product *= random_unit(r);
    return k;
}

/* Counts of mean 30 whose mean moves a little by chance, so that they vary more than Poisson counts. */
static double draw(struct random_state *r, size_t i)
{
    double wobble = (random_unit(r) + random_unit(r) + random_unit(r) - 1.5) * 0.6;
    return poisson(r, 30 * exp(0.01 * (double)i + wobble));
}

static void make_series(struct arena *a, struct vec *rows, size_t first, size_t n_series)
{
    vec_init(rows, a, sizeof(struct series_row), n_series * N + 1);
    for (size_t s = first; s < first + n_series; s++) {
        struct random_state r = { 1000 + s };
        struct str id = arena_printf(a, "s%06zu", s);
        for (size_t i = 0; i < N; i++) {
            struct series_row *row = vec_add(rows);
            record_clear(&schema_series, row);
            row->series_id = id;
            row->time_period = arena_printf(a, "%zu", 2000 + i);
            row->obs_value = draw(&r, i);
        }
    }
}

/* Seconds for n_series series, in pieces so that memory stays flat; the making of them is not counted. */
static double time_methods(const char *method, size_t n_series, size_t threads, size_t *n_rows)
{
    struct trend_options options = trend_options_default;
    struct str name = str_of(method);
    double spent = 0;
    options.threads = threads;
    *n_rows = 0;
    for (size_t first = 0; first < n_series; first += CHUNK) {
        struct arena *a = arena_new(0);
        struct vec series, trends;
        struct err e;
        make_series(a, &series, first, CHUNK);
        double start = seconds();
        if (trends_compute(a, &series, &name, method ? 1 : 0, &options, &trends, &e) != ST_OK)
            exit(1);
        spent += seconds() - start;
        *n_rows += trends.n;
        arena_free(a);
    }
    return spent;
}

static void bench_methods(void)
{
    size_t n_rows;
    printf("microseconds a series of n = %d, one thread\n", N);
    for (size_t m = 0; m < n_methods; m++) {
        if (!methods[m]->by_default || methods[m]->needs & (NEEDS_RANGES | NEEDS_SEASONS))
            continue;
        double t = time_methods(methods[m]->name, 4 * CHUNK, 1, &n_rows);
        printf("  %-20s %8.2f\n", methods[m]->name, 1e6 * t / (4 * CHUNK));
    }
    double one = time_methods(NULL, 10 * CHUNK, 1, &n_rows);
    printf("  %-20s %8.2f\n", "all defaults", 1e6 * one / (10 * CHUNK));
    double all = time_methods(NULL, SERIES, 0, &n_rows);
    printf("%d series of n = %d, all default methods, all cores: %.2f s, %.2f microseconds a series, %zu rows\n",
           SERIES, N, all, 1e6 * all / SERIES, n_rows);
    printf("taraz_defaults_us %.4f\n", 1e6 * all / SERIES);
}

static void bench_joinpoints(void)
{
    enum { LENGTH = 40, TIMES = 2000 };
    struct arena *a = arena_new(0);
    struct random_state r = { 5 };
    double time[LENGTH], value[LENGTH], sum = 0;
    for (size_t i = 0; i < LENGTH; i++) {
        time[i] = (double)i;
        value[i] = random_unit(&r) + fabs((double)i - 20) / 20;
    }
    double start = seconds();
    for (size_t i = 0; i < TIMES; i++) {
        struct joinpoint_data d;
        struct joinpoint_fit fit;
        arena_reset(a);
        value[i % LENGTH] += 1e-6;
        if (!joinpoint_prepare(a, time, value, LENGTH, &d))
            exit(1);
        for (size_t k = 0; k <= 2; k++)
            joinpoint_search(&d, k, &fit);
        joinpoint_refine(&d, &fit);
        sum += fit.sse;
    }
    double t = (seconds() - start) / TIMES;
    printf("joinpoints k = 0, 1, 2 at n = %d, every placement: %.1f microseconds (%g)\n", LENGTH, 1e6 * t,
           sum > 0 ? 1.0 : 0);
    printf("taraz_joinpoint_us %.4f\n", 1e6 * t);
    arena_free(a);
}

static int compare(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

static void bench_long(void)
{
    enum { LONG = 1000000 };
    struct arena *a = arena_new(0);
    double *time = arena_array(a, LONG, sizeof *time), *value = arena_array(a, LONG, sizeof *value);
    double *copy = arena_array(a, LONG, sizeof *copy);
    struct random_state r = { 9 };
    for (size_t i = 0; i < LONG; i++) {
        time[i] = (double)i;
        value[i] = floor(1e5 * random_unit(&r) + 0.001 * (double)i); /* with ties */
    }
    memcpy(copy, value, LONG * sizeof *copy);
    double start = seconds();
    qsort(copy, LONG, sizeof *copy, compare);
    double sorted = seconds() - start;
    struct kendall k;
    start = seconds();
    bool good = kendall_score(a, value, LONG, &k);
    double scored = seconds() - start;
    printf("n = %d with ties: sorting (qsort) %.3f s, Mann-Kendall %.3f s, %.2f times sorting%s\n", LONG, sorted,
           scored, scored / sorted, good ? "" : " FAILED");
    struct slopes s;
    start = seconds();
    good = theil_sen(a, time, value, LONG, k.variance, 1.959963984540054, &s);
    printf("n = %d: Theil-Sen with interval %.2f s (%.12g, %.12g to %.12g)%s\n", LONG, seconds() - start, s.slope,
           s.low, s.high, good ? "" : " FAILED");
    arena_free(a);
}

static int write_csv(const char *path)
{
    struct arena *a = arena_new(0);
    struct vec rows;
    struct err e;
    make_series(a, &rows, 0, PEER_SERIES);
    enum status st = records_write(&schema_series, &rows, path, &e);
    arena_free(a);
    return (int)st;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "csv") == 0)
        return write_csv(argv[2]);
    bench_methods();
    bench_joinpoints();
    if (argc == 1)
        bench_long();
    return 0;
}
