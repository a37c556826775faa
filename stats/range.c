#include "stats/range.h"

#include <math.h>
#include <string.h>

#include "stats/glm.h"
#include "stats/select.h"

enum { STATES_LIMIT = 1 << 10, KINDS_LIMIT = 24, WORK_LIMIT = 50000000 };

double score_of_disjoint(const double *low, const double *high, size_t n)
{
    double s = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            s += (low[j] > high[i]) - (high[j] < low[i]);
    return s;
}

/* The sum over pairs of the best each can do. */
static double pairwise_greatest(const double *low, const double *high, size_t n)
{
    double s = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            s += (high[j] > low[i]) - (high[j] < low[i]);
    return s;
}

struct kind { /* intervals with the same ends */
    double low, high;
    size_t n, *at; /* periods, rising */
    size_t stride; /* of its count in the state's number */
};

struct placing {
    const double *low, *high;
    size_t n, n_kinds, n_states;
    struct kind kinds[KINDS_LIMIT];
    double *grid; /* distinct ends and known values */
    size_t n_grid;
};

/* False when there are too many kinds or states. */
static bool collect_kinds(struct arena *scratch, struct placing *p)
{
    p->n_states = 1;
    for (size_t i = 0; i < p->n; i++) {
        if (p->low[i] == p->high[i])
            continue;
        size_t k = 0;
        while (k < p->n_kinds && (p->kinds[k].low != p->low[i] || p->kinds[k].high != p->high[i]))
            k++;
        if (k == KINDS_LIMIT)
            return false;
        if (k == p->n_kinds) {
            p->kinds[k] = (struct kind){ p->low[i], p->high[i], 0, arena_array(scratch, p->n, sizeof(size_t)), 0 };
            p->n_kinds++;
        }
        if (!p->kinds[k].at)
            return false;
        p->kinds[k].at[p->kinds[k].n++] = i;
    }
    for (size_t k = 0; k < p->n_kinds; k++) {
        p->kinds[k].stride = p->n_states;
        p->n_states *= p->kinds[k].n + 1;
        if (p->n_states > STATES_LIMIT)
            return false;
    }
    return true;
}

static bool make_grid(struct arena *scratch, struct placing *p)
{
    p->grid = arena_array(scratch, 2 * p->n, sizeof *p->grid);
    if (!p->grid)
        return false;
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++) {
        if (isfinite(p->low[i]))
            p->grid[n++] = p->low[i];
        if (isfinite(p->high[i]))
            p->grid[n++] = p->high[i];
    }
    sort_doubles(p->grid, n);
    for (size_t i = 0; i < n; i++)
        if (p->n_grid == 0 || p->grid[p->n_grid - 1] != p->grid[i])
            p->grid[p->n_grid++] = p->grid[i];
    return true;
}

/* Places on the value line: 0 below the grid, 1 its first value, 2 between the first and the second, ... */
static bool admits(const struct placing *p, const struct kind *k, size_t place)
{
    size_t g = place / 2;
    if (place % 2 == 1)
        return k->low <= p->grid[g] && p->grid[g] <= k->high;
    double from = g == 0 ? -INFINITY : p->grid[g - 1], to = g == p->n_grid ? INFINITY : p->grid[g];
    return fmax(k->low, from) < fmin(k->high, to);
}

/* Score of a value at this place against all known values. */
static double against_known(const struct placing *p, size_t period, size_t place)
{
    double s = 0;
    for (size_t i = 0; i < p->n; i++) {
        if (p->low[i] != p->high[i])
            continue;
        size_t g = place / 2;
        double edge = place % 2 == 1 ? p->grid[g] : 0;
        int above =
            place % 2 == 1 ? (edge > p->low[i]) - (edge < p->low[i]) : (g > 0 && p->low[i] <= p->grid[g - 1] ? 1 : -1);
        s += i < period ? above : -above;
    }
    return s;
}

/* Score of `period` against the values that the state has placed below it. */
static double against_placed(const struct placing *p, size_t state, size_t period)
{
    double s = 0;
    for (size_t k = 0; k < p->n_kinds; k++) {
        size_t placed = state / p->kinds[k].stride % (p->kinds[k].n + 1);
        for (size_t i = 0; i < placed; i++)
            s += p->kinds[k].at[i] < period ? 1 : -1;
    }
    return s;
}

/* An open stretch of the line: values may be put there one above the other, from each kind in the order of time. */
static void extend_stretch(const struct placing *p, size_t place, const double *known, double *best)
{
    for (size_t state = 0; state < p->n_states; state++) {
        if (best[state] == -INFINITY)
            continue;
        for (size_t k = 0; k < p->n_kinds; k++) {
            const struct kind *kind = &p->kinds[k];
            size_t placed = state / kind->stride % (kind->n + 1);
            if (placed == kind->n || !admits(p, kind, place))
                continue;
            size_t period = kind->at[placed];
            double score = best[state] + known[period] + against_placed(p, state, period);
            if (score > best[state + kind->stride])
                best[state + kind->stride] = score;
        }
    }
}

/* One value of the line: whatever is put there is tied. Tries every number of values of the kinds from `k` on. */
static void extend_value(const struct placing *p, size_t place, const double *known, size_t start, size_t k,
                         size_t state, double score, double *next)
{
    if (k == p->n_kinds) {
        next[state] = fmax(next[state], score);
        return;
    }
    const struct kind *kind = &p->kinds[k];
    size_t placed = start / kind->stride % (kind->n + 1);
    extend_value(p, place, known, start, k + 1, state, score, next);
    if (!admits(p, kind, place))
        return;
    for (size_t i = placed; i < kind->n; i++) {
        score += known[kind->at[i]] + against_placed(p, start, kind->at[i]);
        state += kind->stride;
        extend_value(p, place, known, start, k + 1, state, score, next);
    }
}

static bool greatest_score(struct arena *scratch, const double *low, const double *high, size_t n, double *out)
{
    struct placing p = { .low = low, .high = high, .n = n };
    *out = pairwise_greatest(low, high, n);
    if (!collect_kinds(scratch, &p))
        return !arena_failed(scratch);
    if (!make_grid(scratch, &p))
        return false;
    size_t places = 2 * p.n_grid + 1;
    if (p.n_kinds == 0 || places * p.n_states > WORK_LIMIT / (p.n_states + n * p.n_kinds))
        return true;
    double *best = arena_array(scratch, p.n_states, sizeof *best), *known = arena_array(scratch, n, sizeof *known);
    double *next = arena_array(scratch, p.n_states, sizeof *next);
    if (!best || !known || !next)
        return false;
    for (size_t state = 1; state < p.n_states; state++)
        best[state] = -INFINITY;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            if (low[i] == high[i] && low[j] == high[j])
                best[0] += (low[j] > low[i]) - (low[j] < low[i]);
    for (size_t place = 0; place < places; place++) {
        for (size_t i = 0; i < n; i++)
            if (low[i] != high[i])
                known[i] = against_known(&p, i, place);
        if (place % 2 == 0) {
            extend_stretch(&p, place, known, best);
            continue;
        }
        memcpy(next, best, p.n_states * sizeof *next);
        for (size_t state = 0; state < p.n_states; state++)
            if (best[state] > -INFINITY)
                extend_value(&p, place, known, state, 0, state, best[state], next);
        memcpy(best, next, p.n_states * sizeof *best);
    }
    *out = fmin(*out, best[p.n_states - 1]);
    return true;
}

bool score_bounds(struct arena *scratch, const double *low, const double *high, size_t n, struct bounds *out)
{
    double *mirror = arena_array(scratch, n, 2 * sizeof *mirror), least;
    if (!mirror)
        return false;
    for (size_t i = 0; i < n; i++) {
        mirror[i] = -high[i];
        mirror[n + i] = -low[i];
    }
    if (!greatest_score(scratch, low, high, n, &out->high) || !greatest_score(scratch, mirror, mirror + n, n, &least))
        return false;
    out->low = -least;
    return true;
}

bool slope_bounds(struct arena *scratch, const double *time, const double *low, const double *high, size_t n,
                  struct bounds *out)
{
    size_t pairs = n * (n - 1) / 2, k = 0;
    double *least = arena_array(scratch, pairs, sizeof *least);
    double *greatest = arena_array(scratch, pairs, sizeof *greatest);
    if (!least || !greatest)
        return false;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            least[k] = (low[j] - high[i]) / (time[j] - time[i]);
            greatest[k++] = (high[j] - low[i]) / (time[j] - time[i]);
        }
    out->low = median_of(least, pairs);
    out->high = median_of(greatest, pairs);
    out->low = isnan(out->low) ? -INFINITY : out->low;
    out->high = isnan(out->high) ? INFINITY : out->high;
    return true;
}

/* The greatest slope when sign is +1, minus the least when it is -1. */
static bool greatest_rate(struct arena *scratch, const struct observations *o, double sign, double open, double *out)
{
    double *value = arena_array(scratch, o->n, sizeof *value);
    if (!value)
        return false;
    struct points p = { o->n, o->time, value, o->exposure, o->period };
    size_t end = sign > 0 ? o->n - 1 : 0;
    *out = -INFINITY;
    if (isinf(o->high[end])) {
        *out = INFINITY;
        return true;
    }
    for (size_t cut = 0; cut <= o->n; cut++) {
        double sum = 0;
        struct glm fit;
        for (size_t i = 0; i < o->n; i++) {
            bool high = (i >= cut) == (sign > 0);
            value[i] = high ? (isinf(o->high[i]) ? open : o->high[i]) : o->low[i];
            sum += value[i];
        }
        if (!(sum > 0))
            continue;
        enum glm_outcome outcome = poisson_fit(scratch, &p, &fit, NULL);
        if (outcome == GLM_OK)
            *out = fmax(*out, sign * fit.slope);
        else if (outcome == GLM_BOUNDARY && (value[end] > 0))
            *out = INFINITY;
        else if (outcome != GLM_BOUNDARY)
            *out = NAN;
        if (!isfinite(*out) && *out != -INFINITY)
            break;
    }
    return !arena_failed(scratch);
}

bool rate_bounds(struct arena *scratch, const struct observations *o, struct bounds *out)
{
    double greatest = 1, least;
    for (size_t i = 0; i < o->n; i++) {
        greatest = fmax(greatest, isfinite(o->low[i]) ? o->low[i] : 0);
        greatest = fmax(greatest, isfinite(o->high[i]) ? o->high[i] : 0);
    }
    if (!greatest_rate(scratch, o, 1, 1e12 * greatest, &out->high) ||
        !greatest_rate(scratch, o, -1, 1e12 * greatest, &least))
        return false;
    out->low = -least;
    return true;
}

bool score_p(struct arena *scratch, const double *low, const double *high, size_t n, double score, int sides, double *p)
{
    double *value = arena_array(scratch, n, sizeof *value);
    struct kendall k;
    if (!value || !ranks_of(scratch, low, n, value))
        return false;
    for (size_t i = 0; i < n; i++) /* unknown ones: distinct, and distinct from all known */
        value[i] = low[i] == high[i] ? value[i] : (double)(n + 1 + i);
    if (!kendall_score(scratch, value, n, &k))
        return false;
    k.s = score;
    *p = kendall_p(&k, sides);
    return true;
}
