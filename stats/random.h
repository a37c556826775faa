/* Random numbers that are the same on every machine: SplitMix64 (Steele, Lea & Flood 2014). */
#ifndef TARAZ_STATS_RANDOM_H
#define TARAZ_STATS_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random_state {
    uint64_t state;
};

uint64_t random_next(struct random_state *r);
double random_unit(struct random_state *r);            /* in (0, 1), 53 bits */
size_t random_below(struct random_state *r, size_t n); /* 0 .. n - 1, unbiased */
void random_shuffle(struct random_state *r, double *a, size_t n);

#endif
