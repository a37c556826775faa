/* The words that describe the people a number counts; shared by people.c and context_citizenship.c. */
#ifndef TARAZ_ETL_NARRATIVE_PEOPLE_H
#define TARAZ_ETL_NARRATIVE_PEOPLE_H

#include "etl/narrative/clauses.h"

/* Items [first, last); empty when there are none. */
struct span {
    size_t first, last;
};

/* counted: the words from the number to its noun ("12 Uzbek women"); said: what is said of it ("79 were women"). */
void words_of_people(const struct sentence *s, const struct number *n, struct span *counted, struct span *said);
/* The place or people that item i names, NULL when none: of several by that name the document's own, else the first. */
const struct term *place_at(const struct sentence *s, size_t i);
bool describes_people(const struct sentence *s, size_t i);
/* "from Ukraine (27), Vietnam (9)": does "from" open the list of places that ends with item i? */
bool is_list_from(const struct sentence *s, size_t i);
/* The number that this one is a part of or shares its noun with, NULL when there is none. */
const struct number *total_of(const struct sentence *s, const struct number *n);
/* The count that the number is a part of: the one right before "including", else the one of total_of. */
const struct number *nearest_total(const struct sentence *s, const struct number *n);
void citizenship_find(struct sentence *s, struct number *n);

#endif
