#include "stats/kendall.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "stats/distribution.h"

enum { SMALL = 64, RUN = 12, LIMBS = 5 /* 60! < 2^320 */ };

/* Sorts a[0..n) by insertion and returns the number of pairs out of order (equal values are in order). */
static uint64_t insertion_sort(double *a, size_t n)
{
    uint64_t inversions = 0;
    for (size_t i = 1; i < n; i++) {
        double x = a[i];
        size_t j = i;
        for (; j > 0 && a[j - 1] > x; j--)
            a[j] = a[j - 1];
        a[j] = x;
        inversions += i - j;
    }
    return inversions;
}

static uint64_t merge(const double *a, size_t middle, size_t n, double *out)
{
    uint64_t inversions = 0;
    size_t i = 0, j = middle;
    for (size_t k = 0; k < n; k++) {
        bool right = j < n && (i >= middle || a[j] < a[i]);
        inversions += right ? middle - i : 0;
        out[k] = right ? a[j++] : a[i++];
    }
    return inversions;
}

/* Bottom-up merge sort that counts inversions; returns the sorted array, one of the two. */
static double *count_and_sort(double *a, double *other, size_t n, uint64_t *inversions)
{
    for (size_t at = 0; at < n; at += RUN)
        *inversions += insertion_sort(a + at, n - at < RUN ? n - at : RUN);
    for (size_t width = RUN; width < n; width *= 2) {
        for (size_t at = 0; at < n; at += 2 * width) {
            size_t length = n - at < 2 * width ? n - at : 2 * width;
            if (length <= width || a[at + width - 1] <= a[at + width])
                memcpy(other + at, a + at, length * sizeof *a);
            else
                *inversions += merge(a + at, width, length, other + at);
        }
        double *swap = a;
        a = other;
        other = swap;
    }
    return a;
}

uint64_t count_inversions(double *a, double *spare, size_t n)
{
    uint64_t inversions = 0;
    count_and_sort(a, spare, n, &inversions);
    return inversions;
}

bool kendall_score(struct arena *scratch, const double *value, size_t n, struct kendall *out)
{
    double small[2][SMALL];
    double *a = n <= SMALL ? small[0] : arena_array(scratch, n, sizeof *a);
    double *b = n <= SMALL ? small[1] : arena_array(scratch, n, sizeof *b);
    if (!a || !b)
        return false;
    uint64_t inversions = 0;
    if (n > 0)
        memcpy(a, value, n * sizeof *a);
    const double *sorted = count_and_sort(a, b, n, &inversions);
    long double m = (long double)n, pairs = m * (m - 1) / 2, tied = 0, variance = m * (m - 1) * (2 * m + 5);
    *out = (struct kendall){ .n = n };
    for (size_t i = 0, j; i < n; i = j) {
        for (j = i + 1; j < n && sorted[j] == sorted[i]; j++)
            ;
        long double t = (long double)(j - i);
        tied += t * (t - 1) / 2;
        variance -= t * (t - 1) * (2 * t + 5);
        out->n_tied += j - i > 1 ? j - i : 0;
        if (n <= KENDALL_EXACT_N)
            out->groups[out->n_groups++] = (unsigned char)(j - i);
    }
    out->pairs = (double)pairs;
    out->untied = (double)(pairs - tied);
    out->s = (double)(pairs - tied - 2 * (long double)inversions);
    out->variance = (double)(variance / 18);
    out->tau_b = out->untied == 0 ? NAN : tied == 0 ? out->s / out->pairs : out->s / sqrt(out->pairs * out->untied);
    return true;
}

/* Exponents of (1 - q^i) in the q-multinomial, and one 1/(1 - q) more, which sums the coefficients. */
static void factors(const struct kendall *k, int exponent[KENDALL_EXACT_N + 1])
{
    for (size_t i = 0; i <= KENDALL_EXACT_N; i++)
        exponent[i] = i >= 1 && i <= k->n;
    for (size_t g = 0; g < k->n_groups; g++)
        for (size_t i = 1; i <= k->groups[g]; i++)
            exponent[i]--;
    exponent[1]--;
}

static long double orders(const struct kendall *k)
{
    long double total = 1;
    size_t i = 0;
    for (size_t g = 0; g < k->n_groups; g++)
        for (size_t j = 1; j <= k->groups[g]; j++)
            total *= (long double)++i / (long double)j;
    return total;
}

/* The number of orders with at most `most` inversions. Multiplying and dividing power series by (1 - q^i) is
 * adding and subtracting, exact modulo 2^64; the result is below 2^64 when all orders are. */
static long double count_narrow(const int *exponent, size_t n, size_t most)
{
    uint64_t c[KENDALL_EXACT_N * (KENDALL_EXACT_N - 1) / 4 + 2] = { 1 };
    for (size_t i = 1; i <= n && i <= most; i++) {
        for (int e = exponent[i]; e > 0; e--)
            for (size_t k = most; k >= i; k--)
                c[k] -= c[k - i];
        for (int e = exponent[i]; e < 0; e++)
            for (size_t k = i; k <= most; k++)
                c[k] += c[k - i];
    }
    return (long double)c[most];
}

static void limbs_add(uint64_t *restrict a, const uint64_t *restrict b)
{
    unsigned __int128 carry = 0;
    for (size_t i = 0; i < LIMBS; i++) {
        carry += (unsigned __int128)a[i] + b[i];
        a[i] = (uint64_t)carry;
        carry >>= 64;
    }
}

static void limbs_subtract(uint64_t *restrict a, const uint64_t *restrict b)
{
    uint64_t borrow = 0;
    for (size_t i = 0; i < LIMBS; i++) {
        unsigned __int128 d = (unsigned __int128)a[i] - b[i] - borrow;
        a[i] = (uint64_t)d;
        borrow = (uint64_t)(d >> 64) & 1;
    }
}

/* The same modulo 2^320. */
static long double count_wide(const int *exponent, size_t n, size_t most)
{
    uint64_t c[KENDALL_EXACT_N * (KENDALL_EXACT_N - 1) / 4 + 2][LIMBS] = { { 1 } };
    for (size_t i = 1; i <= n && i <= most; i++) {
        for (int e = exponent[i]; e > 0; e--)
            for (size_t k = most; k >= i; k--)
                limbs_subtract(c[k], c[k - i]);
        for (int e = exponent[i]; e < 0; e++)
            for (size_t k = i; k <= most; k++)
                limbs_add(c[k], c[k - i]);
    }
    long double sum = 0;
    for (size_t i = LIMBS; i-- > 0;)
        sum = sum * 0x1p64L + (long double)c[most][i];
    return sum;
}

/* P(at most `most` inversions); most <= untied / 2. */
static double tail(const struct kendall *k, size_t most)
{
    int exponent[KENDALL_EXACT_N + 1];
    factors(k, exponent);
    long double total = orders(k);
    long double count = total < 0x1p63L ? count_narrow(exponent, k->n, most) : count_wide(exponent, k->n, most);
    return (double)(count / total);
}

double kendall_exact_upper(const struct kendall *k, double s)
{
    if (k->n > KENDALL_EXACT_N)
        return NAN;
    if (s > k->untied)
        return 0;
    if (s <= -k->untied)
        return 1;
    /* S = untied - 2 I, and the distribution is symmetric. */
    if (s > 0)
        return tail(k, (size_t)floor((k->untied - s) / 2));
    double below = floor((k->untied + s) / 2 - 0.25); /* inversions of the mirrored tail S < s */
    return below < 0 ? 1 : 1 - tail(k, (size_t)below);
}

double kendall_exact_p(const struct kendall *k, int sides)
{
    if (sides != 0)
        return kendall_exact_upper(k, sides > 0 ? k->s : -k->s);
    return k->s == 0 ? 1 : fmin(1, 2 * kendall_exact_upper(k, fabs(k->s)));
}

double kendall_least_p(const struct kendall *k, int sides)
{
    if (k->untied == 0)
        return 1;
    if (k->n <= KENDALL_EXACT_N)
        return (double)fminl(1, (sides == 0 ? 2 : 1) / orders(k));
    return normal_p(kendall_z(k->untied, k->variance), sides == 0 ? 0 : 1);
}

double kendall_z(double s, double variance)
{
    double shift = s > 0 ? -1 : s < 0 ? 1 : 0;
    return variance > 0 ? (s + shift) / sqrt(variance) : 0;
}

double kendall_normal_p(const struct kendall *k, int sides)
{
    if (k->variance <= 0)
        return 1;
    return normal_p(kendall_z(k->s, k->variance), sides);
}

double kendall_p(const struct kendall *k, int sides)
{
    if (k->untied == 0)
        return 1;
    return k->n <= KENDALL_EXACT_N ? kendall_exact_p(k, sides) : kendall_normal_p(k, sides);
}
