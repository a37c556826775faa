/* What a date is of, asked of its place in the sentence (period_claims.c); shared by periods.c, period_carry.c and
 * stories.c. */
#ifndef TARAZ_ETL_NARRATIVE_PERIODS_H
#define TARAZ_ETL_NARRATIVE_PERIODS_H

#include "etl/narrative/clauses.h"

/* A day of saying or the year in the name of a law dates nothing that is counted. */
bool dates_nothing(const struct date_mention *d);
/* "the 2018 disappearance of 23 persons": the date is an adjective of the noun behind it. */
bool date_is_adjective(const struct sentence *s, const struct date_mention *d);
/* "(68 percent in 2014)", "(40 in 2019)": inside brackets behind another number, the date is of that one alone. */
bool date_is_aside(const struct sentence *s, const struct date_mention *d, const struct number *n);
/* "The inquiry, opened in September 2022 after ..., found 230": a date within what is said of the noun before. */
bool opens_aside(const struct sentence *s, const struct date_mention *d);
/* The same with the number behind the comma that closes it. */
bool date_is_of_noun(const struct sentence *s, const struct date_mention *d, const struct number *n);
/* "70 people who went missing in 1992 have been identified", "found 12 missing since May": is the date within what is
 * only said of whom it was? */
bool date_is_of_relative(const struct sentence *s, const struct date_mention *d, const struct number *n);
/* "6,693 victims, some of them trafficked in earlier years" */
bool date_is_of_part(const struct sentence *s, const struct date_mention *d);
/* "according to the 2003 Child Labour Survey": its figures are of that year. */
bool date_names_study(const struct sentence *s, const struct date_mention *d);
/* "the 2017 total of 5,142 referrals": the item of the number that a date before its noun belongs to, 0 for none. */
size_t date_total_behind(const struct sentence *s, const struct date_mention *d);
/* period_dates.c: the date that stands with the number, NULL when none does. */
const struct date_mention *date_of_number(const struct sentence *s, const struct number *n);
/* "nine prosecuted and 12 convicted in 2019", "(57 adults and 42 children in 2017)": a comparison shares its date. */
/* "doubled from 2012 to 2022 (from 805 to 1,656 persons)": the first or last year of the span that two numbers told by
 * "from" and "to" are of; first.year 0 for others. */
struct date_mention end_of_span(const struct sentence *s, const struct number *n, const struct date_mention *d);
const struct date_mention *date_of_pair(const struct sentence *s, const struct number *n);
/* "the highest figure since 2013 (2,808)": does a time without an end stand right before the bracket that opens at item
 * open? */
bool date_is_since_before(const struct sentence *s, const struct date_mention *d, size_t open);
/* ", including 420 in April alone": is the date at item `date` that of the part at item `number` alone? */
bool date_is_own(const struct sentence *s, size_t number, size_t date);
/* "in 2019 (42)", "2019 (837 persons)": is the date that of the number in the bracket behind it? */
bool date_is_of_bracket(const struct sentence *s, const struct date_mention *d);
/* Gives the number the period of the date, or that of the number it is a part of. */
void period_set(struct number *n, const struct date_mention *d, const char *basis);
void period_share(struct number *n, const struct number *total);
/* period_undated.c: the period of what the number is a part of, one told nearby, that of the news or of the document.
 */
void period_undated(const struct sentence *s, struct number *n);
/* "raised the budget from 900,000 to 1,800,000 in 2019": the first sum is of an earlier time, not told. */
bool is_former(const struct sentence *s, const struct number *n);
/* The item before the number, what qualifies it and its currency sign; s->n_items at the start of the sentence. */
size_t before_number(const struct sentence *s, const struct number *n);
/* period_lists.c: "10 and 12 victims in 2019 and 2020, respectively": gives each number its own year of the list. */
void periods_respective(struct sentence *s);
/* period_openers.c. "587, and in 2017 it was 269", ", and 2020 saw 20": is the date of the clause behind it? */
bool date_opens_clause(const struct sentence *s, const struct date_mention *d);
/* "compared to 2023, when 123 children were rescued" */
bool date_opens_when(const struct sentence *s, const struct date_mention *d, const struct number *n);
/* Does a word of comparison ("compared with", "up from") govern item i? Brackets, clause ends and a second
 * verb behind "and" end its reach. */
bool is_compared_with(const struct sentence *s, size_t i);

#endif
