/* What summary sentences are made from: one series' rows, and small ways of putting numbers into words. */
#ifndef TARAZ_STATS_ACCOUNT_H
#define TARAZ_STATS_ACCOUNT_H

#include "stats/method.h"

/* One series, or one part of it between breaks. */
struct account {
    const struct series_row *rows;
    size_t n_rows;
    const struct trend_row *trends;
    size_t n_trends;
    struct str part; /* "2003 to 2014", or empty */
    double alpha;
    struct str what; /* "convictions" */
    struct buf *out;
    struct arena *arena;
};

/* The row of a method and term with outcome ok, of the account's part; NULL when there is none. */
const struct trend_row *account_row(const struct account *s, const char *method, const char *term);
/* Whether the method was run at all. */
bool account_known(const struct account *s, const char *method);
double account_estimate(const struct account *s, const char *method, const char *term, double otherwise);
void put_rate(struct buf *out, double v);
void put_signed(struct buf *out, double v);
void put_p(struct buf *out, double p);
void put_p_at_most(struct buf *out, double p); /* rounded up */
double value_in(const struct account *s, struct str period);
void put_what(const struct account *s, bool capital);
void put_str(struct buf *out, struct str text);
void put_point(const struct account *s, struct str period);

#endif
