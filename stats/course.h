/* The course of a series in words: where it turned. Facts about the values themselves, with no test behind them. */
#ifndef TARAZ_STATS_COURSE_H
#define TARAZ_STATS_COURSE_H

#include "stats/method.h"

enum { COURSE_TURNS = 4 };

struct course_point {
    double time, value;
    struct str period;
};

struct course {
    struct course_point *points; /* known values in the order of time */
    size_t n;
    size_t turns[COURSE_TURNS], n_turns; /* indexes of peaks and troughs, alternating */
};

/* Known values of the rows from period `from` to `to`; parts of a period, forecasts and many-year totals are not among
 * them. False when out of memory. */
bool course_points(struct arena *a, const struct series_row *rows, size_t n_rows, struct str from, struct str to,
                   struct course *out);

/* Peaks and troughs: the extreme value around each of the `n_joints` joinpoints where the rate changes its sign
 * (`rates` has one more), and the start of a last run of four values or more, each above or each below the one before,
 * against `direction` (0: against what went before). A turn counts when the value moves by a quarter of the series'
 * range or more on both sides of it. */
void course_turns(struct course *c, const struct str *joints, size_t n_joints, const double *rates, int direction);

/* "rose from 6 in 2003 to 168 in 2017, then fell to 35 in 2021" */
void course_put(const struct course *c, struct buf *out);

/* 1,234 or three figures. */
void put_value(struct buf *out, double v);

#endif
