#include "stats/random.h"

uint64_t random_next(struct random_state *r)
{
    uint64_t z = r->state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

double random_unit(struct random_state *r) { return ((double)(random_next(r) >> 11) + 0.5) * 0x1p-53; }

size_t random_below(struct random_state *r, size_t n)
{
    uint64_t range = (uint64_t)n, limit = UINT64_MAX - UINT64_MAX % range, x;
    do
        x = random_next(r);
    while (x >= limit);
    return (size_t)(x % range);
}

void random_shuffle(struct random_state *r, double *a, size_t n)
{
    for (size_t i = n; i > 1; i--) {
        size_t j = random_below(r, i);
        double x = a[i - 1];
        a[i - 1] = a[j];
        a[j] = x;
    }
}
