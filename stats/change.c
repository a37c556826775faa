#include "stats/change.h"

#include <math.h>

#include "stats/line.h"
#include "stats/random.h"
#include "stats/select.h"

enum { PERMUTATIONS = 9999, FEWEST_PERMUTATIONS = 99, MOST_WORK = 20000000, SHORTEST = 2 };

bool pettitt(struct arena *scratch, const double *value, size_t n, struct change *out)
{
    double *rank = arena_array(scratch, n, sizeof *rank);
    if (!rank || !ranks_of(scratch, value, n, rank))
        return false;
    double u = 0, m = (double)n;
    *out = (struct change){ .statistic = -1 };
    for (size_t t = 1; t <= n; t++) {
        u += 2 * rank[t - 1] - (m + 1);
        if (fabs(u) > out->statistic) {
            out->statistic = fabs(u);
            out->before = t;
        }
    }
    out->p = fmin(1, 2 * exp(-6 * out->statistic * out->statistic / (m * m * m + m * m)));
    return true;
}

typedef double (*statistic_function)(const double *z, size_t n, size_t *before);

/* z has mean 0 and sum of squares n. */
static double buishand_u(const double *z, size_t n, size_t *before)
{
    double s = 0, sum = 0, greatest = -1;
    for (size_t k = 1; k < n; k++) {
        s += z[k - 1];
        sum += s * s;
        if (fabs(s) > greatest) {
            greatest = fabs(s);
            *before = k;
        }
    }
    return sum / ((double)n * ((double)n + 1)) * ((double)(n - 1) / (double)n);
}

static double snht_t(const double *z, size_t n, size_t *before)
{
    double s = 0, greatest = -1, m = (double)n;
    for (size_t k = 1; k < n; k++) {
        s += z[k - 1]; /* the rest sums to -s */
        double t = s * s * (1 / (double)k + 1 / (m - (double)k)) * (m - 1) / m;
        if (t > greatest) {
            greatest = t;
            *before = k;
        }
    }
    return greatest;
}

/* Values with mean 0 and sum of squares n; false when they are all equal or overflow. */
static bool standardise(const double *value, size_t n, double *z)
{
    double mean = mean_of(value, n), largest = 0;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs(z[i] = value[i] - mean));
    if (!(largest > 0) || isinf(largest))
        return false;
    long double squares = 0;
    for (size_t i = 0; i < n; i++) {
        z[i] /= largest;
        squares += (long double)z[i] * z[i];
    }
    double scale = (double)sqrtl(squares / (long double)n);
    for (size_t i = 0; i < n; i++)
        z[i] /= scale;
    return true;
}

static bool permutation_test(struct arena *scratch, const double *value, size_t n, unsigned long seed,
                             statistic_function statistic, struct change *out)
{
    double *z = arena_array(scratch, n, sizeof *z);
    if (!z)
        return false;
    *out = (struct change){ .statistic = NAN, .p = NAN };
    if (!standardise(value, n, z))
        return true;
    out->statistic = statistic(z, n, &out->before);
    size_t extreme = 0, ignored = 0, work = MOST_WORK / n;
    out->permutations = work < FEWEST_PERMUTATIONS ? FEWEST_PERMUTATIONS : work < PERMUTATIONS ? work : PERMUTATIONS;
    struct random_state r = { seed };
    for (size_t b = 0; b < out->permutations; b++) {
        random_shuffle(&r, z, n);
        extreme += statistic(z, n, &ignored) >= out->statistic * (1 - 1e-12);
    }
    out->p = (1 + (double)extreme) / (1 + (double)out->permutations);
    return true;
}

bool buishand(struct arena *scratch, const double *value, size_t n, unsigned long seed, struct change *out)
{
    return permutation_test(scratch, value, n, seed, buishand_u, out);
}

bool snht(struct arena *scratch, const double *value, size_t n, unsigned long seed, struct change *out)
{
    return permutation_test(scratch, value, n, seed, snht_t, out);
}

struct sums {
    const long double *x, *xx; /* before each index */
    enum pelt_cost cost;
    bool modified;
};

static double segment_cost(const struct sums *s, size_t from, size_t to)
{
    long double length = (long double)(to - from), x = s->x[to] - s->x[from];
    double extra = s->modified ? log((double)length) : 0;
    if (s->cost == PELT_MEAN)
        return (double)(s->xx[to] - s->xx[from] - x * x / length) + extra;
    return (x > 0 ? (double)(2 * x * (logl(length) - logl(x))) : 0) + extra;
}

struct pelt_state {
    double *best;      /* least cost of the first i values, with a penalty a segment */
    size_t *last;      /* where its last segment starts */
    size_t *candidate; /* starts not yet pruned */
    size_t n_candidates;
};

/* A start can be pruned once even without its next penalty it costs more than the best. The Poisson and squared
 * costs never rise by splitting; the logarithm of the length may, by less than log(n), which is kept in hand. */
static void advance(struct pelt_state *s, const struct sums *sums, size_t end, double penalty, double slack)
{
    double best = INFINITY;
    for (size_t c = 0; c < s->n_candidates; c++) {
        size_t from = s->candidate[c];
        double cost = end - from < SHORTEST ? INFINITY : s->best[from] + segment_cost(sums, from, end) + penalty;
        if (cost < best) {
            best = cost;
            s->last[end] = from;
        }
    }
    s->best[end] = best;
    size_t kept = 0;
    for (size_t c = 0; c < s->n_candidates; c++) {
        size_t from = s->candidate[c];
        if (end - from < SHORTEST || s->best[from] + segment_cost(sums, from, end) <= best + slack)
            s->candidate[kept++] = from;
    }
    s->n_candidates = kept;
    s->candidate[s->n_candidates++] = end;
}

bool pelt(struct arena *scratch, const double *value, size_t n, enum pelt_cost cost, double penalty, bool modified,
          size_t *ends, size_t *n_ends)
{
    long double *x = arena_array(scratch, n + 1, sizeof *x), *xx = arena_array(scratch, n + 1, sizeof *xx);
    struct pelt_state s = { arena_array(scratch, n + 1, sizeof(double)), arena_array(scratch, n + 1, sizeof(size_t)),
                            arena_array(scratch, n + 2, sizeof(size_t)), 1 };
    *n_ends = 0;
    if (!x || !xx || !s.best || !s.last || !s.candidate)
        return false;
    for (size_t i = 0; i < n; i++) {
        x[i + 1] = x[i] + value[i];
        xx[i + 1] = xx[i] + (long double)value[i] * value[i];
    }
    struct sums sums = { x, xx, cost, modified };
    s.best[0] = -penalty;
    for (size_t end = 1; end <= n; end++)
        advance(&s, &sums, end, penalty, modified ? log((double)n) : 0);
    for (size_t end = n; end > 0 && s.last[end] > 0; end = s.last[end])
        ends[(*n_ends)++] = s.last[end];
    for (size_t i = 0, j = *n_ends; i + 1 < j; i++, j--) {
        size_t swap = ends[i];
        ends[i] = ends[j - 1];
        ends[j - 1] = swap;
    }
    return true;
}
