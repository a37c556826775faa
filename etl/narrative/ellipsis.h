/* What the words around a number leave out because the text has said it already. */
#ifndef TARAZ_ETL_NARRATIVE_ELLIPSIS_H
#define TARAZ_ETL_NARRATIVE_ELLIPSIS_H

#include "etl/narrative/dates.h"

/* Tries once more to find what a number refused by share_number() goes on with; true when it now shares another
 * number or is one of a hidden population, else the number is left as it was. */
bool ellipsis_find(struct sentence *s, struct number *n);
/* "the 116 survivors we supported": a relative clause without its pronoun gives the verb. */
bool contact_clause(const struct sentence *s, struct number *n);
/* "340 officers, 45 prosecutors and 12 magistrates attended training": the verb behind the last is that of all. */
void coordinated_subjects(struct sentence *s);
/* compared_lists.c: each of a list of bare numbers that is held against a list of counts counts what stands in its
 * place there. */
void compared_lists(struct sentence *s);
/* The period that closes such a list is that of all. */
void compared_periods(struct sentence *s);
/* opening_groups.c */
/* "Of the victims registered in 2021, 527 were female": the group that opens the sentence has no number. True when the
 * bare number n now counts some of it. */
bool opening_group(struct sentence *s, struct number *n);
/* "The pending cases include 260 from Punjab": the same of the subject of "include". */
bool included_group(struct sentence *s, struct number *n);
/* The same for a number with a plain noun of its own ("12 people were children"). */
void share_opening_group(struct sentence *s, struct number *n);
/* predicates.c */
/* "Suspects charged: 41", "of which children: 312", "2020: 17": what stands before the colon says what is counted.
 * total: the number of the sentence that a part would be of, -1. */
bool share_label(struct sentence *s, struct number *n, int total);
/* "Victims of inward trafficking were 45", "Female children - 688 (25.1%)": the subject or label, without an article,
 * is counted; a bare number up to 21 may be an age. */
bool subject_counts(struct sentence *s, struct number *n);
/* "the number of victims identified was 40": the noun of a number that stands behind its verb. */
bool head_from_number_of(struct sentence *s, struct number *n);
/* "Convictions of traffickers totaled 44", "the victims identified in 2020 numbered 312" */
bool subject_totals(struct sentence *s, struct number *n);
/* "Convictions rose between 2018 (12) and 2020 (25)", "More victims were freed in 2020 (8) than in 2019 (4)": what the
 * clause names without a number is counted by the bracket behind the date at item `before`. */
bool head_of_year(const struct sentence *s, struct number *n, size_t before);
/* "North Korean laborers, estimated to number between 2,000 and 4,000, worked" */
bool believed_number(struct sentence *s, struct number *n);
/* "80 convictions; 45 males and 35 females": people whose numbers add up to the one told before are its parts. */
void parts_of_sum(struct sentence *s);

/* "5.4 for every thousand people", "8 per 1,000": both numbers of a proportion count nothing. */
void proportions_find(struct sentence *s);

/* share_brackets.c. Is the number alone in brackets ("families (33)", "Nigeria (74)", "50% (6,411)")? next: what stands
 * behind it. */
bool in_bracket(const struct sentence *s, const struct number *n, size_t next);
/* Gives such a number the noun before its bracket, or what it shares with number `total` (-1: none in the sentence). */
void share_bracket(struct sentence *s, struct number *n, int total);

#endif
