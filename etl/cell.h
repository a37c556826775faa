/* What one cell of a table says: a number, an interval, a period. */
#ifndef TARAZ_ETL_CELL_H
#define TARAZ_ETL_CELL_H

#include "core/date.h"
#include "core/str.h"

/* A plain number, blanks around it aside. With `thousands` (',' '.' ' ' or 0: none) it may part groups of
 * three digits, "1,653": any other grouping is no number. */
bool cell_number(struct str cell, char thousands, double *value);

/* How the time is written in a cell. */
enum cell_time {
    TIME_PERIOD,   /* 2020, 2020-Q1, 2020-03, 2020-03-09 */
    TIME_YEAR,     /* 2020 or 2020.0 */
    TIME_YEARS,    /* 2020, 2014-2018 or 2014/2018 */
    TIME_ISO_DATE, /* 2020-03-09, with or without a time of day behind it */
    TIME_US_DATE,  /* 03/09/2020 (month first), anything around it: "Mon, 03/09/2020 - 12:00" */
};
extern const char *const cell_time_names[]; /* "period", "year", "years", "iso_date", "us_date", NULL */

bool cell_period(struct str cell, enum cell_time format, struct date *first, struct date *last);

/* The delimiter among , ; tab and | that parts the first rows of a text most evenly; ',' when none does. */
char delimiter_sniff(struct str text, size_t skip_rows);

#endif
