/* Dates and periods: ISO 8601 days, and SDMX time periods (2020, 2020-Q1, 2020-03, 2020-03-09). */
#ifndef TARAZ_CORE_DATE_H
#define TARAZ_CORE_DATE_H

#include "core/arena.h"

struct date {
    int year, month, day; /* proleptic Gregorian; year 0 means no date */
};

enum frequency { FREQ_NONE = 0, FREQ_YEAR = 'A', FREQ_QUARTER = 'Q', FREQ_MONTH = 'M', FREQ_DAY = 'D' };

bool date_parse(struct str text, struct date *out); /* YYYY-MM-DD, valid days only */
struct str date_print(struct arena *a, struct date d);
int date_compare(struct date a, struct date b);
int days_in_month(int year, int month);
/* Days since 1970-01-01. */
long date_to_days(struct date d);
struct date date_from_days(long days);

/* First and last day of a time period: YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD. */
bool period_parse(struct str text, struct date *first, struct date *last, enum frequency *freq);
/* The period that [first, last] is exactly: a year, quarter, month or day; FREQ_NONE and "first/last" otherwise. */
enum frequency period_print(struct arena *a, struct date first, struct date last, struct str *out);
/* Time in years for regressions: a year is itself, 2020-Q2 = 2020.25, 2020-03 = 2020 + 2/12,
 * a day = year + (day of year - 1) / days in the year; first/last day of a part of one year = that year.
 * Also plain numbers. */
bool period_to_years(struct str text, double *years);

#endif
