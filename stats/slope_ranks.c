#include "stats/slope_ranks.h"

#include <float.h>
#include <math.h>

#include "stats/kendall.h"
#include "stats/random.h"
#include "stats/select.h"

enum { SAMPLE = 1 << 14, FEW = 4, ROUNDS = 200 };

struct place {
    double at_low, at_high; /* value - b * time at the bracket's two ends */
    size_t point;
};

struct ranks {
    const double *time, *value;
    size_t n;
    double t0, *rest, *spare;     /* room for counting */
    struct place *places, *other; /* room for listing */
    double *found;                /* slopes listed */
    size_t n_found, room;
};

static double pair_slope(const struct ranks *r, size_t i, size_t j)
{
    return (r->value[j] - r->value[i]) / (r->time[j] - r->time[i]);
}

/* The number of slopes below b. */
static uint64_t count_below(struct ranks *r, double b)
{
    for (size_t i = 0; i < r->n; i++)
        r->rest[i] = r->value[i] - b * (r->time[i] - r->t0);
    return count_inversions(r->rest, r->spare, r->n);
}

struct bracket {
    double low, high;
    uint64_t below_low, below_high; /* below_low < rank <= below_high */
};

/* Moves one end of the bracket to b. */
static void narrow(struct ranks *r, struct bracket *k, double b, uint64_t rank)
{
    if (!(b > k->low && b < k->high))
        return;
    uint64_t below = count_below(r, b);
    if (below < rank) {
        k->low = b;
        k->below_low = below;
    } else {
        k->high = b;
        k->below_high = below;
    }
}

/* A bracket around the place of the rank in a sample of slopes, widened until it holds the rank. */
static void start_bracket(struct ranks *r, uint64_t rank, uint64_t pairs, double *sample, struct bracket *k)
{
    struct random_state random = { 20260101 };
    double least = INFINITY, greatest = -INFINITY;
    for (size_t s = 0; s < SAMPLE; s++) {
        size_t i = random_below(&random, r->n), j = random_below(&random, r->n - 1);
        j += j >= i;
        sample[s] = pair_slope(r, i, j);
        least = fmin(least, sample[s]);
        greatest = fmax(greatest, sample[s]);
    }
    double q = (double)rank / (double)pairs, reach = 4 * sqrt(q * (1 - q) / SAMPLE) + 4.0 / SAMPLE;
    double from = floor((q - reach) * SAMPLE), to = ceil((q + reach) * SAMPLE);
    double step = fmax(greatest - least, fmax(fabs(least), fabs(greatest)) * 1e-3);
    step = step > 0 ? step : 1;
    k->low = from < 0 ? least - step : select_kth(sample, SAMPLE, (size_t)from);
    k->high = to >= SAMPLE ? greatest + step : select_kth(sample, SAMPLE, (size_t)to);
    k->high = k->high > k->low ? k->high : k->low + 1e-12 * step;
    for (double widen = step; (k->below_low = count_below(r, k->low)) >= rank; widen *= 2)
        k->low -= widen;
    for (double widen = 1e-9 * step; (k->below_high = count_below(r, k->high)) < rank; widen *= 8)
        k->high += widen;
}

/* Merges two sorted runs by at_high and lists each inversion's slope, as long as there is room. */
static void merge(struct ranks *r, const struct place *a, size_t middle, size_t n, struct place *out)
{
    size_t i = 0, j = middle;
    for (size_t k = 0; k < n; k++) {
        bool right = j < n && (i >= middle || a[j].at_high < a[i].at_high);
        for (size_t m = i; right && m < middle && r->n_found < r->room; m++)
            r->found[r->n_found++] = pair_slope(r, a[m].point, a[j].point);
        out[k] = right ? a[j++] : a[i++];
    }
}

static int by_low(const struct place *a, const struct place *b)
{
    return a->at_low != b->at_low ? (a->at_low < b->at_low ? -1 : 1) : a->point < b->point ? -1 : 1;
}

static void merge_by_low(const struct place *a, size_t middle, size_t n, struct place *out)
{
    size_t i = 0, j = middle;
    for (size_t k = 0; k < n; k++)
        out[k] = i < middle && (j >= n || by_low(&a[i], &a[j]) < 0) ? a[i++] : a[j++];
}

static void swap_places(struct ranks *r)
{
    struct place *swap = r->places;
    r->places = r->other;
    r->other = swap;
}

/* The slopes within the bracket: in the order of value - low * time they are the inversions of value - high * time. */
static void list_slopes(struct ranks *r, const struct bracket *k)
{
    r->n_found = 0;
    for (size_t i = 0; i < r->n; i++) {
        double t = r->time[i] - r->t0;
        r->places[i] = (struct place){ r->value[i] - k->low * t, r->value[i] - k->high * t, i };
    }
    for (int pass = 0; pass < 2; pass++)
        for (size_t width = 1; width < r->n; width *= 2) {
            for (size_t at = 0; at < r->n; at += 2 * width) {
                size_t length = r->n - at < 2 * width ? r->n - at : 2 * width, middle = width < length ? width : length;
                if (pass == 0)
                    merge_by_low(r->places + at, middle, length, r->other + at);
                else
                    merge(r, r->places + at, middle, length, r->other + at);
            }
            swap_places(r);
        }
}

static void search(struct ranks *r, uint64_t rank, struct bracket *k)
{
    for (int round = 0; round < ROUNDS && k->below_high - k->below_low > r->room; round++) {
        double width = k->high - k->low, inside = (double)(k->below_high - k->below_low);
        if (width <= 4 * DBL_EPSILON * fmax(fabs(k->low), fabs(k->high)) || width < 1e-300)
            return;
        double guess = k->low + width * ((double)(rank - k->below_low) / inside);
        double margin = width * fmax(0.01, 0.4 * (double)r->room / inside);
        narrow(r, k, guess - margin, rank);
        narrow(r, k, guess + margin, rank);
        if (k->high - k->low > 0.5 * width)
            narrow(r, k, k->low + (k->high - k->low) / 2, rank);
    }
}

bool slope_of_rank(struct arena *scratch, const double *time, const double *value, size_t n, uint64_t rank, double *out,
                   double *next)
{
    struct ranks r = {
        .time = time, .value = value, .n = n, .t0 = time[0] + (time[n - 1] - time[0]) / 2, .room = FEW * n
    };
    struct bracket k;
    double *sample = arena_array(scratch, SAMPLE, sizeof *sample);
    r.rest = arena_array(scratch, n, sizeof *r.rest);
    r.spare = arena_array(scratch, n, sizeof *r.spare);
    r.places = arena_array(scratch, n, sizeof *r.places);
    r.other = arena_array(scratch, n, sizeof *r.other);
    r.found = arena_array(scratch, r.room, sizeof *r.found);
    if (!sample || !r.rest || !r.spare || !r.places || !r.other || !r.found)
        return false;
    start_bracket(&r, rank, (uint64_t)n * (n - 1) / 2, sample, &k);
    search(&r, rank, &k);
    list_slopes(&r, &k);
    /* More slopes than room only where they are all the same number to the last digits: any of them will do. */
    uint64_t nth = rank - k.below_low;
    if (next)
        *next = nth < r.n_found && k.below_high - k.below_low <= r.room ? select_kth(r.found, r.n_found, nth) : NAN;
    *out = r.n_found == 0 ? k.low : select_kth(r.found, r.n_found, nth <= r.n_found ? nth - 1 : r.n_found - 1);
    return true;
}
