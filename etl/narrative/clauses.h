/* Small questions about items that several stages ask. */
#ifndef TARAZ_ETL_NARRATIVE_CLAUSES_H
#define TARAZ_ETL_NARRATIVE_CLAUSES_H

#include "etl/narrative/sentence.h"

static inline uint8_t role_at(const struct sentence *s, size_t i)
{
    return i < s->n_items ? s->items[i].role : R_NONE;
}

static inline bool mark_at(const struct sentence *s, size_t i, char mark)
{
    return i < s->n_items && item_is_mark(&s->items[i], mark);
}

static inline const struct term *verb_at(const struct sentence *s, size_t i)
{
    return i < s->n_items && !s->items[i].noun ? s->items[i].verb : NULL;
}

static inline const struct term *noun_at(const struct sentence *s, size_t i)
{
    return i < s->n_items ? s->items[i].noun : NULL;
}

static inline const struct term *topic_at(const struct sentence *s, size_t i)
{
    return i < s->n_items ? item_term(&s->items[i], IN_TOPICS) : NULL;
}

/* Is the verb at item i in the passive: a form of "be" close before a participle? */
bool is_passive(const struct sentence *s, size_t i);
/* The clause around an item: [*first, *last) between strong marks, subordinators and brackets. */
void clause_around(const struct sentence *s, size_t i, size_t *first, size_t *last);

#endif
