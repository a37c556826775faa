/* The words that describe the people a number counts; shared by people.c and context_citizenship.c. */
#ifndef TARAZ_ETL_NARRATIVE_PEOPLE_H
#define TARAZ_ETL_NARRATIVE_PEOPLE_H

#include "etl/narrative/clauses.h"

/* Items [first, last); empty when there are none. */
struct span {
    size_t first, last;
};

/* people_words.c */
/* counted: the words from the number to its noun ("12 Uzbek women"); said: what is said of it ("79 were women"). */
void words_of_people(const struct sentence *s, const struct number *n, struct span *counted, struct span *said);
/* The place or people that item i names, NULL when none: of several by that name the document's own, else the first. */
const struct term *place_at(const struct sentence *s, size_t i);
bool describes_people(const struct sentence *s, size_t i);
/* "from Ukraine (27), Vietnam (9)": does "from" open the list of places that ends with item i? */
bool is_list_from(const struct sentence *s, size_t i);
/* The number that this one is a part of or shares its noun with, NULL when there is none. */
const struct number *total_of(const struct sentence *s, const struct number *n);
/* "eight were minors compared with four", "three were children (five in 2018)": the count that a number without a noun
 * is held against, NULL when there is none. */
const struct number *held_against(const struct sentence *s, const struct number *n);
/* The count that the number is a part of: the one right before "including", else the one of total_of. */
const struct number *nearest_total(const struct sentence *s, const struct number *n);
/* Those who act on others share nothing with the people they are told beside. */
static inline bool describes_offenders(const struct number *n)
{
    return n->noun && (n->noun->role == ROLE_OFFENDER || n->noun->role == ROLE_OFFICIAL);
}
/* "a man and three women; the four": can n be a part of the total that an earlier sentence told? More cannot. */
bool may_be_part(const struct sentence *s, const struct number *n, const struct number *total);
void citizenship_find(struct sentence *s, struct number *n);
enum { ADULT_FROM = 18 };
/* The age that all between two ages have; `below`: "under 18". */
uint8_t age_between(double low, double high, bool below);
/* An age that stands at item i ("under 18", "12 to 17", "17-year-old"): child, adult or neither. */
uint8_t age_at(const struct sentence *s, size_t i);
/* held_persons.c: sex, age and citizenship of whom a length of captivity or of a sentence is told. */
void describe_held(const struct sentence *s, struct number *n);
/* The one sex and the one age that items [first, last) tell of people, and their citizenship ("Nepali women", "from
 * Nepal"); none where they differ. */
struct person person_in(const struct sentence *s, size_t first, size_t last);
struct str citizenship_in(const struct sentence *s, size_t first, size_t last);
/* "under 18", "aged 12 to 17" from item i on: child, adult or neither. */
enum age age_from(const struct sentence *s, size_t i);
/* "59 girls between the ages of 15 and 26": some of them are adults. */
bool ages_straddle(const struct sentence *s, size_t start);
/* said_of_all.c: "45 people, all of whom were Nepali women", "They were all children": what is said of all the people
 * just counted, in this sentence or, among `figures`, in the one before. */
void said_of_all(struct sentence *s, struct vec *figures);
/* Does the sentence that starts at token i of the block open with such words? */
bool opens_with_all(const struct sentence *s, size_t token);

#endif
