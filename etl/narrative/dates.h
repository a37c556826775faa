/* Points in time and how a mention of one is meant; shared by dates.c, date_points.c, context_times.c and
 * context_windows.c. */
#ifndef TARAZ_ETL_NARRATIVE_DATES_H
#define TARAZ_ETL_NARRATIVE_DATES_H

#include "etl/narrative/clauses.h"

enum { DAYS_OF_MONTH = 31 }; /* a longer span is no month */

/* A point in time with the parts that the words give. 0: not given. */
struct point {
    int year, month, day;
    bool deduced; /* the year, from "this year" or "last year" */
    size_t end;   /* item behind it; 0: no point here */
};

/* date_points.c */

/* Is item i a year, and not a count of that size? */
bool year_at(const struct sentence *s, size_t i, long *year);
/* Is item i digits alone, `least` to `most` of them? */
bool plain_digits(const struct sentence *s, size_t i, size_t least, size_t most, long *value);
bool day_at(const struct sentence *s, size_t i, long *day);
/* Behind the letters of "5th" at item i; i when it is none. */
size_t skip_ordinal(const struct sentence *s, size_t i);
/* The month that item i names, 0 for none. "May" at the start of a sentence needs a day or year behind it. */
int month_at(const struct sentence *s, size_t i);
/* Is the number between the month and item end a count ("in May 12 more victims"), not a day? */
bool counts_behind_month(const struct sentence *s, size_t month, size_t end);
/* Can the word at item i be the verb of a date ("2020 saw 20")? */
bool opens_predicate(const struct sentence *s, size_t i);
/* A number up to 99 in digits or words, 0 for none. */
double small_number(const struct sentence *s, size_t i);
struct point point_at(const struct sentence *s, size_t i);

/* From some January to some December, or fiscal years. */
static inline bool spans_years(const struct date_mention *d)
{
    return d->fiscal || (d->first.month == 1 && d->last.month == 12);
}
/* The year that a date without one means: the document's, so that it lies in its period or before its publication. */
int document_year(const struct sentence *s);
int year_for_month(const struct sentence *s, int month);
/* The date that the sentence spoke of last, else the one that earlier sentences left; NULL when there is none. */
const struct date_mention *spoken_date(const struct sentence *s);
/* Its year, else the document's. */
int spoken_year(const struct sentence *s);
/* Up to when the document tells: the end of its period, else the day on which its sources spoke or it was published. */
struct date statement_date(const struct sentence *s);
/* 1 January to 31 December. */
void whole_year(int year, struct date_mention *m);
/* The first day of the month that lies so many months before. */
struct date months_before(struct date d, int months);
/* First and last day of a point that has a year; {0} when there is no such day. */
void point_period(struct point p, struct date *first, struct date *last);

/* dates.c: turns items [first, end) and what opens them ("as of", "since") into one date item. */
void date_finish(struct sentence *s, size_t first, size_t end, struct date_mention m);
/* The same without what opens them. */
void date_add(struct sentence *s, size_t first, size_t end, struct date_mention m);

/* fiscal_years.c: makes whole years fiscal when the words around items [first, end) say so and the document's country
 * has such years. */
void fiscal_year(const struct sentence *s, size_t first, size_t end, struct date_mention *m);
/* "the previous year" behind a fiscal one; false when none was spoken of. */
bool fiscal_year_before(const struct sentence *s, struct date_mention *m);

/* context_times.c: each tries to read a mention at item i and says whether it did. */
bool time_relative(struct sentence *s, size_t i);       /* "this year", "a year earlier", "the same period of 2019" */
bool time_of_publication(struct sentence *s, size_t i); /* "on Friday", "yesterday", "last month" */

/* The same in context_windows.c. */
bool time_part_of_year(struct sentence *s, size_t i); /* "the first nine months of 2020" */
bool time_window(struct sentence *s, size_t i);       /* "the past five years", "the 12 months to June 2021" */
/* Reads "the first half of 2020" at item i without joining it; *end: the item behind. */
bool part_of_year(const struct sentence *s, size_t i, size_t *end, struct date_mention *m);

#endif
