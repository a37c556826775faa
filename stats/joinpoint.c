#include "stats/joinpoint.h"

#include <math.h>
#include <string.h>

#include "stats/random.h"

enum { END = 2, BETWEEN = 2, KNOTS = JOINPOINTS_LIMIT + 2 };

static void sum_up(struct joinpoint_data *d)
{
    for (size_t i = 0; i < d->n; i++) {
        double x = d->x[i], y = d->rest[i];
        d->sx[i + 1] = d->sx[i] + x;
        d->sxx[i + 1] = d->sxx[i] + x * x;
        d->sy[i + 1] = d->sy[i] + y;
        d->sxy[i + 1] = d->sxy[i] + x * y;
        d->syy[i + 1] = d->syy[i] + y * y;
    }
}

bool joinpoint_prepare(struct arena *scratch, const double *time, const double *value, size_t n,
                       struct joinpoint_data *out)
{
    double *room = arena_array(scratch, n + 1, 7 * sizeof *room);
    if (!room)
        return false;
    *out = (struct joinpoint_data){ .n = n,
                                    .time = time,
                                    .value = value,
                                    .x = room,
                                    .sx = room + (n + 1),
                                    .sxx = room + 2 * (n + 1),
                                    .sy = room + 3 * (n + 1),
                                    .sxy = room + 4 * (n + 1),
                                    .syy = room + 5 * (n + 1),
                                    .rest = room + 6 * (n + 1) };
    if (!line_fit(time, value, n, &out->line, out->rest))
        return false;
    out->centre = out->line.mean_time;
    out->scale = fmax(time[n - 1] - out->centre, out->centre - time[0]);
    for (size_t i = 0; i < n; i++)
        out->x[i] = (time[i] - out->centre) / out->scale;
    out->rss = out->line.rss;
    sum_up(out);
    return true;
}

/* Normal equations of the observations [first, end) in the values at x0 and x0 + 1/h: sums of (1-u)^2, u(1-u), u^2,
 * (1-u)y, uy with u running from 0 to 1. */
struct segment {
    double aa, ab, bb, ay, by;
};

static inline struct segment segment_between(const struct joinpoint_data *d, size_t first, size_t end, double x0,
                                             double x1)
{
    double m = (double)(end - first), h = 1 / (x1 - x0);
    double sx = d->sx[end] - d->sx[first], sxx = d->sxx[end] - d->sxx[first];
    double sy = d->sy[end] - d->sy[first], sxy = d->sxy[end] - d->sxy[first];
    double u = (sx - m * x0) * h, uu = (sxx - 2 * x0 * sx + m * x0 * x0) * h * h, uy = (sxy - x0 * sy) * h;
    return (struct segment){ m - 2 * u + uu, u - uu, uu, sy - uy, uy };
}

/* Observations in (from, to], and `from` too when it is the first. */
static inline struct segment segment_of(const struct joinpoint_data *d, size_t from, size_t to)
{
    return segment_between(d, from == 0 ? 0 : from + 1, to + 1, d->x[from], d->x[to]);
}

/* Elimination of the tridiagonal normal equations, knot by knot: pivot and right side so far, and the fall in the sum
 * of squares that the knots eliminated so far explain. */
struct state {
    double pivot, right, gain;
};

static inline struct state eliminate(struct state s, struct segment g)
{
    double pivot = s.pivot + g.aa, right = s.right + g.ay;
    return (struct state){ g.bb - g.ab * g.ab / pivot, g.by - g.ab * right / pivot, s.gain + right * right / pivot };
}

static inline struct state step(const struct joinpoint_data *d, struct state s, size_t from, size_t to)
{
    return eliminate(s, segment_of(d, from, to));
}

static inline double gain_at_end(struct state s) { return s.gain + s.right * s.right / s.pivot; }

struct search {
    const struct joinpoint_data *d;
    size_t k, at[JOINPOINTS_LIMIT], best[JOINPOINTS_LIMIT];
    double best_gain;
};

/* Places joinpoint number `depth` behind `from`. */
static void place(struct search *s, size_t depth, size_t from, struct state state)
{
    size_t left = s->k - depth, last = s->d->n - 1;
    if (left == 0) {
        double gain = gain_at_end(step(s->d, state, from, last));
        if (gain > s->best_gain) {
            s->best_gain = gain;
            memcpy(s->best, s->at, sizeof s->at);
        }
        return;
    }
    size_t first = depth == 0 ? END : from + BETWEEN + 1, most = last - END - (left - 1) * (BETWEEN + 1);
    for (size_t at = first; at <= most; at++) {
        s->at[depth] = at;
        place(s, depth + 1, at, step(s->d, state, from, at));
    }
}

static bool fits(size_t n, size_t k) { return k == 0 || n >= 2 * END + k + (k - 1) * BETWEEN; }

void joinpoint_search(const struct joinpoint_data *d, size_t k, struct joinpoint_fit *out)
{
    struct search s = { .d = d, .k = k, .best_gain = -INFINITY };
    *out = (struct joinpoint_fit){ .k = k, .sse = INFINITY };
    if (!fits(d->n, k))
        return;
    if (k == 0) {
        out->sse = d->rss;
        return;
    }
    place(&s, 0, 0, (struct state){ 0, 0, 0 });
    memcpy(out->at, s.best, sizeof out->at);
    out->sse = fmax(0, d->rss - fmax(0, s.best_gain));
}

size_t joinpoint_most(size_t n)
{
    size_t most = n < 7 ? 0 : n < 12 ? 1 : n < 20 ? 2 : 3;
    while (most > 0 && pow((double)n, (double)most) > 2e7)
        most--;
    return most;
}

/* Inverse of a symmetric positive matrix by Cholesky; false when it is not positive. */
static bool inverse(long double a[KNOTS][KNOTS], size_t n, long double out[KNOTS][KNOTS])
{
    long double l[KNOTS][KNOTS] = { { 0 } }, m[KNOTS][KNOTS] = { { 0 } };
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            long double sum = a[i][j];
            for (size_t k = 0; k < j; k++)
                sum -= l[i][k] * l[j][k];
            if (i == j && !(sum > 0))
                return false;
            l[i][j] = i == j ? sqrtl(sum) : sum / l[j][j];
        }
    for (size_t j = 0; j < n; j++)
        for (size_t i = j; i < n; i++) {
            long double sum = i == j;
            for (size_t k = j; k < i; k++)
                sum -= l[i][k] * m[k][j];
            m[i][j] = sum / l[i][i];
        }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            out[i][j] = 0;
            for (size_t k = i > j ? i : j; k < n; k++)
                out[i][j] += m[k][i] * m[k][j];
        }
    return true;
}

/* Weights of the two knots around observation i; returns the first. */
static size_t hat(const struct joinpoint_data *d, const size_t *knot, size_t i, size_t segment, long double *u)
{
    while (i > knot[segment + 1])
        segment++;
    long double from = d->time[knot[segment]], to = d->time[knot[segment + 1]];
    *u = (d->time[i] - from) / (to - from);
    return segment;
}

/* Values at the knots by least squares in long double, from the observations themselves. */
void joinpoint_refine(const struct joinpoint_data *d, struct joinpoint_fit *fit)
{
    size_t knots = fit->k + 2, knot[KNOTS] = { 0 };
    long double a[KNOTS][KNOTS] = { { 0 } }, c[KNOTS][KNOTS] = { { 0 } }, right[KNOTS] = { 0 }, value[KNOTS] = { 0 },
                sse = 0;
    if (fit->k > JOINPOINTS_LIMIT)
        return;
    memcpy(knot + 1, fit->at, fit->k * sizeof *knot);
    knot[knots - 1] = d->n - 1;
    for (size_t i = 0, s = 0; i < d->n; i++) {
        long double u;
        s = hat(d, knot, i, s, &u);
        a[s][s] += (1 - u) * (1 - u);
        a[s][s + 1] += u * (1 - u);
        a[s + 1][s + 1] += u * u;
        a[s + 1][s] = a[s][s + 1];
        right[s] += (1 - u) * d->rest[i];
        right[s + 1] += u * d->rest[i];
    }
    if (!inverse(a, knots, c)) {
        fit->sse = INFINITY;
        return;
    }
    for (size_t i = 0; i < knots; i++)
        for (size_t j = 0; j < knots; j++)
            value[i] += c[i][j] * right[j];
    for (size_t i = 0, s = 0; i < d->n; i++) {
        long double u;
        s = hat(d, knot, i, s, &u);
        long double e = d->rest[i] - (1 - u) * value[s] - u * value[s + 1];
        sse += e * e;
    }
    fit->sse = (double)sse;
    fit->df = (double)d->n - 2.0 * (double)(fit->k + 1);
    long double sigma2 = fit->df > 0 ? sse / fit->df : (long double)NAN, span = d->time[d->n - 1] - d->time[0];
    for (size_t s = 0; s <= fit->k; s++) {
        long double h = d->time[knot[s + 1]] - d->time[knot[s]];
        fit->slope[s] = (double)((value[s + 1] - value[s]) / h);
        fit->se_slope[s] = (double)sqrtl(sigma2 * (c[s][s] - 2 * c[s][s + 1] + c[s + 1][s + 1]) / (h * h));
    }
    size_t z = knots - 1; /* the mean slope over time only depends on the two ends */
    fit->mean_slope = (double)((value[z] - value[0]) / span);
    fit->se_mean_slope = (double)sqrtl(sigma2 * (c[0][0] - 2 * c[0][z] + c[z][z]) / (span * span));
    fit->intercept = (double)value[0];
}

/* Adds the straight line back, which was taken off before the sums. */
static void add_line(const struct joinpoint_data *d, struct joinpoint_fit *fit)
{
    for (size_t s = 0; s <= fit->k; s++)
        fit->slope[s] += d->line.slope;
    fit->mean_slope += d->line.slope;
    fit->intercept += d->line.mean_value + d->line.slope * (d->time[0] - d->line.mean_time);
}

double joinpoint_bic(double sse, size_t n, double penalty)
{
    return log(sse / (double)n) + penalty * log((double)n) / (double)n;
}

/* The greatest partial R squared of a joinpoint within its own two segments: what the joint explains of what a
 * straight line through both leaves. */
static double greatest_partial_r2(const struct joinpoint_data *d, const struct joinpoint_fit *fit)
{
    double greatest = 0;
    for (size_t j = 0; j < fit->k; j++) {
        size_t from = j == 0 ? 0 : fit->at[j - 1] + 1, end = j + 1 == fit->k ? d->n : fit->at[j + 1] + 1;
        double x0 = d->x[from], x1 = d->x[fit->at[j]], x2 = d->x[end - 1];
        struct state line = eliminate((struct state){ 0 }, segment_between(d, from, end, x0, x2));
        struct state bent = eliminate((struct state){ 0 }, segment_between(d, from, fit->at[j] + 1, x0, x1));
        bent = eliminate(bent, segment_between(d, fit->at[j] + 1, end, x1, x2));
        double left = d->syy[end] - d->syy[from] - gain_at_end(line);
        greatest = fmax(greatest, left > 0 ? fmin(1, (gain_at_end(bent) - gain_at_end(line)) / left) : 0);
    }
    return greatest;
}

static void choose_by_criterion(const struct joinpoint_data *d, bool weighted, struct joinpoint_fit *out)
{
    size_t most = joinpoint_most(d->n);
    double nothing = 1e-24 * d->rss;
    for (size_t k = 0; k <= most; k++) {
        struct joinpoint_fit fit;
        joinpoint_search(d, k, &fit);
        if (!isfinite(fit.sse))
            break;
        if (fit.sse < 1e-6 * d->rss) /* the difference of sums has lost its digits */
            joinpoint_refine(d, &fit);
        double r2 = weighted && k > 0 ? greatest_partial_r2(d, &fit) : 0;
        fit.criterion = joinpoint_bic(fmax(fit.sse, nothing), d->n, (2 + r2) * (double)k + 2);
        if (k == 0 || fit.criterion < out->criterion)
            *out = fit;
    }
    joinpoint_refine(d, out);
}

/* Value of the fit at each observation, on the scale of d->rest. */
static void fitted_rest(const struct joinpoint_data *d, const struct joinpoint_fit *fit, double *out)
{
    double y = fit->intercept;
    for (size_t i = 0, s = 0; i < d->n; i++) {
        out[i] = y;
        s += s < fit->k && fit->at[s] == i;
        if (i + 1 < d->n)
            y += fit->slope[s] * (d->time[i + 1] - d->time[i]);
    }
}

/* p of the hypothesis of `none` joinpoints against `some`. False when out of memory. */
static bool permutation_p(struct arena *scratch, const struct joinpoint_data *d, struct joinpoint_fit *none,
                          size_t some, struct random_state *r, double *p)
{
    double *fitted = arena_array(scratch, d->n, sizeof *fitted),
           *shuffled = arena_array(scratch, d->n, sizeof *shuffled);
    double *y = arena_array(scratch, d->n, sizeof *y);
    struct joinpoint_data again;
    struct joinpoint_fit fit, null;
    if (!fitted || !shuffled || !y || !joinpoint_prepare(scratch, d->time, d->value, d->n, &again))
        return false;
    joinpoint_search(d, some, &fit);
    joinpoint_refine(d, none);
    double observed = none->sse / fit.sse;
    fitted_rest(d, none, fitted);
    for (size_t i = 0; i < d->n; i++)
        shuffled[i] = d->rest[i] - fitted[i];
    size_t extreme = 0;
    for (size_t b = 0; b < JOINPOINT_PERMUTATIONS; b++) {
        struct line line;
        random_shuffle(r, shuffled, d->n);
        for (size_t i = 0; i < d->n; i++)
            y[i] = fitted[i] + shuffled[i];
        if (!line_fit(d->time, y, d->n, &line, again.rest))
            return false;
        again.rss = line.rss;
        sum_up(&again);
        joinpoint_search(&again, none->k, &null);
        joinpoint_search(&again, some, &fit);
        extreme += null.sse >= observed * fit.sse * (1 - 1e-12);
    }
    *p = (1 + (double)extreme) / (1 + (double)JOINPOINT_PERMUTATIONS);
    return true;
}

static bool choose_by_permutation(struct arena *scratch, const struct joinpoint_data *d, double alpha,
                                  unsigned long seed, struct joinpoint_fit *out)
{
    struct random_state r = { seed };
    size_t low = 0, most = joinpoint_most(d->n);
    double p = NAN, level;
    while (most > 0 && (!fits(d->n, most) || pow((double)d->n, (double)most) > 3e5))
        most--;
    level = alpha / (double)(most > 0 ? most : 1);
    for (size_t high = most; low < high;) {
        struct joinpoint_fit none;
        joinpoint_search(d, low, &none);
        if (!permutation_p(scratch, d, &none, high, &r, &p))
            return false;
        if (p <= level)
            low++;
        else
            high--;
    }
    joinpoint_search(d, low, out);
    joinpoint_refine(d, out);
    out->criterion = p;
    return true;
}

bool joinpoint_choose(struct arena *scratch, const struct joinpoint_data *d, enum joinpoint_rule rule, double alpha,
                      unsigned long seed, struct joinpoint_fit *out)
{
    if (rule == JOINPOINT_PERMUTATION) {
        if (!choose_by_permutation(scratch, d, alpha, seed, out))
            return false;
    } else {
        choose_by_criterion(d, rule == JOINPOINT_WEIGHTED_BIC, out);
    }
    add_line(d, out);
    return true;
}
