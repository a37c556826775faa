/* What a number counts: the steps of attach.c, in attach_persons.c (people), attach_shared.c (parts of another number),
 * amounts.c (lengths of time, sums of money) and attach_checks.c (estimates, and counts that are none). */
#ifndef TARAZ_ETL_NARRATIVE_ATTACH_H
#define TARAZ_ETL_NARRATIVE_ATTACH_H

#include <math.h>

#include "etl/narrative/clauses.h"

static inline bool is_victim_indicator(enum indicator i) { return i >= VICTIMS && i <= VICTIMS_ESTIMATED; }
static inline double size_of(const struct number *n) { return n->high == INFINITY ? n->low : n->high; }

/* attach_acts.c: what the verb or process noun says is counted, INDICATOR_NONE when nothing. */
enum indicator act_of(const struct sentence *s, const struct number *n);
/* undone.c: what the verb says was not done ("11 were not prosecuted"). */
bool is_undone(const struct sentence *s, const struct number *n);
enum indicator indicator_of_persons(const struct sentence *s, const struct number *n);
/* kinds_of_people.c */
/* "ASTRA received calls from 4,800 clients"; INDICATOR_NONE when nobody was helped. */
enum indicator of_clients(const struct sentence *s, enum indicator act);
/* "four members of a sex trafficking organization" */
bool are_of_gang(const struct sentence *s, const struct number *n);
/* "700 suspected scam workers" */
bool are_suspected(const struct sentence *s, const struct number *n);
/* "The victims, two women and four men, were", "The victims included 15 girls" */
bool are_victims_named(const struct sentence *s, const struct number *n);
/* "received calls from 100 persons" */
bool are_callers(const struct sentence *s, const struct number *n);
/* "two million children were out of school": of whom no work is told. */
bool is_of_all_children(const struct sentence *s, const struct number *n);

/* "assist in locating", "trying to find": the verb at item `verb` tells of people not yet found. */
bool is_sought(const struct sentence *s, size_t verb);
/* The topic right behind "cases of" of a number with a noun, NULL when there is none. */
const struct term *topic_of_cases(const struct sentence *s, const struct number *n);
/* Indicator and unit of a number with a noun of its own. */
void attach_head(const struct sentence *s, struct number *n);
/* A share of another number takes its indicator, unless its own noun and verb say otherwise. */
void attach_shared(const struct sentence *s, struct number *n);
/* "to four years in prison for premeditated murder", "charged with rape", in a sentence that tells of nothing else */
bool is_for_other_crime(const struct sentence *s);
/* The indicator of a length of time or a sum of money, or why it is no figure. */
void attach_duration(const struct sentence *s, struct number *n);
void attach_money(const struct sentence *s, struct number *n);

/* "Estimates suggest that about 50,000 people are trafficked" */
bool estimates_say(const struct sentence *s, const struct number *n);
/* "an estimated 17,500", "the number could be more than 5,000" */
bool estimated_before(const struct sentence *s, const struct number *n);
/* "Thousands of slaves are thought to work on farms" */
bool is_believed(const struct sentence *s, const struct number *n);
/* "enterprises employing 50 or fewer workers" */
bool is_size(const struct sentence *s, const struct number *n);
/* "up to six years if the accused exploited more than one child" */
bool is_condition(const struct sentence *s, const struct number *n);
/* Finds why a "no" counts nothing: "children with no relatives". */
void check_zero(const struct sentence *s, struct number *n);
/* Finds why a "one" counts nothing: a pronoun, an article, "one of the worst forms". */
void check_one(const struct sentence *s, struct number *n);

#endif
