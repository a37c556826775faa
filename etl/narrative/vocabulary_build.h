/* How the vocabulary is laid out; only vocabulary.c and vocabulary_load.c include this. */
#ifndef TARAZ_ETL_NARRATIVE_VOCABULARY_BUILD_H
#define TARAZ_ETL_NARRATIVE_VOCABULARY_BUILD_H

#include "etl/narrative/vocabulary.h"

enum { VOCABULARY_SLOTS = 1 << 15, VOCABULARY_NODES = 1 << 15, EDGE_SLOTS = 1 << 16, FILTER_BITS = 1 << 16 };

struct word_entry {
    uint64_t hash;
    uint32_t id; /* 0: empty slot */
};

struct edge {
    uint64_t key; /* node << 32 | word */
    uint32_t to;  /* 0: empty slot */
};

struct confidence {
    struct str method;
    enum indicator indicator; /* INDICATOR_NONE: any other */
    double share;
};

struct vocabulary {
    struct arena *arena;
    struct word_entry *words;
    struct edge *edges;
    const struct term **terms; /* by node */
    uint32_t first[VOCABULARY_SLOTS];      /* by word: the node of a phrase's first word */
    uint8_t leads[VOCABULARY_NODES / 8];   /* a bit for each node that longer phrases pass through */
    uint8_t counts[VOCABULARY_SLOTS / 8]; /* a bit for each word of a number phrase */
    uint8_t filter[FILTER_BITS / 8]; /* a bit for each word by its hash: unset means unknown */
    size_t n_word_slots, n_edge_slots, n_words, n_nodes;
    struct confidence *confidence;
    size_t n_confidence;
};

enum status vocabulary_new(struct arena *a, struct vocabulary **out, struct err *e);
/* Adds a phrase with its meaning; false when the tables are full or out of memory. */
bool vocabulary_add(struct vocabulary *v, struct str pattern, const struct term *meaning);

#endif
