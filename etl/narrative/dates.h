/* Points in time and how a mention of one is meant; shared by dates.c and context_times.c. */
#ifndef TARAZ_ETL_NARRATIVE_DATES_H
#define TARAZ_ETL_NARRATIVE_DATES_H

#include "etl/narrative/clauses.h"

/* A point in time with the parts that the words give. 0: not given. */
struct point {
    int year, month, day;
    size_t end; /* item behind it; 0: no point here */
};

/* Does any meaning of the item play this part? A word such as "May" or "first" plays several. */
bool plays(const struct sentence *s, size_t i, enum role role);
bool year_at(const struct sentence *s, size_t i, long *year);
bool plain_digits(const struct sentence *s, size_t i, size_t least, size_t most, long *value);
struct point point_at(const struct sentence *s, size_t i);

/* The year that a date without one means: the document's, so that it lies in its period or before its publication. */
int document_year(const struct sentence *s);
int year_for_month(const struct sentence *s, int month);
/* Up to when the document tells: the end of its period, else the day on which its sources spoke or it was published. */
struct date statement_date(const struct sentence *s);
void whole_year(int year, struct date_mention *m);
/* First and last day of a point that has a year; {0} when there is no such day. */
void point_period(struct point p, struct date *first, struct date *last);

/* Turns items [first, end) and what opens them ("as of", "since") into one date item. */
void date_finish(struct sentence *s, size_t first, size_t end, struct date_mention m);
void date_add(struct sentence *s, size_t first, size_t end, struct date_mention m);

/* context_times.c: each tries to read a mention at item i and says whether it did. */
/* Reads "the first half of 2020" at item i without joining it; *end: the item behind. */
bool part_of_year(const struct sentence *s, size_t i, size_t *end, struct date_mention *m);
bool time_part_of_year(struct sentence *s, size_t i);   /* "the first nine months of 2020" */
bool time_window(struct sentence *s, size_t i);         /* "the past five years", "the 12 months to June 2021" */
bool time_relative(struct sentence *s, size_t i);       /* "this year", "a year earlier", "the same period of 2019" */
bool time_in_digits(struct sentence *s, size_t i);      /* "2019-04-23", "23.4.2019", "23/04/2019" */
bool time_of_publication(struct sentence *s, size_t i); /* "on Friday", "yesterday", "last month" */

#endif
