/* How the vocabulary is laid out; only vocabulary.c and vocabulary_load.c include this. */
#ifndef TARAZ_ETL_NARRATIVE_VOCABULARY_BUILD_H
#define TARAZ_ETL_NARRATIVE_VOCABULARY_BUILD_H

#include "etl/narrative/vocabulary.h"

enum { NODES_LIMIT = 1 << 15, EDGE_SLOTS = 1 << 16 };

struct edge {
    uint32_t key; /* node * WORD_SLOTS + word */
    uint32_t to;  /* 0: empty slot */
};

struct confidence {
    struct str method;
    enum indicator indicator; /* INDICATOR_NONE: any other */
    double share;
};

struct vocabulary {
    struct arena *arena;
    struct word_table *words;
    struct edge *edges;
    struct phrase *phrases;         /* by node */
    uint8_t leads[NODES_LIMIT / 8]; /* a bit for each node that longer phrases pass through */
    size_t n_words, n_nodes;
    struct confidence *confidence;
    size_t n_confidence;
    struct fiscal_year *fiscal_years;
    size_t n_fiscal_years;
};

enum status vocabulary_new(struct arena *a, struct vocabulary **out, struct err *e);
/* Adds a phrase with its meaning; false when the tables are full or out of memory. */
bool vocabulary_add(struct vocabulary *v, struct str pattern, const struct term *meaning);
/* Notes with each word what it means and what goes on behind it; once, after the last phrase. False when out of
 * memory. */
bool vocabulary_finish(struct vocabulary *v);

#endif
