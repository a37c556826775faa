/* Trend methods, and the way from series rows to trend rows.
 *
 * Each stats/method_NAME.c exports one `const struct method method_NAME`; the build lists
 * the files (build/registry/methods.inc). A method sees one series at a time, appends rows,
 * and never fails for data: too few points, ties without end or a fit that does not exist
 * are outcomes of a row, not errors.
 *
 * Numbers in rows are finite or empty; a p-value is never 0 (the smallest double stands for less).
 * Outcomes: ok; too_few (fewer points than the method needs); degenerate (no variation, all
 * zero); not_counts (negative values where counts are needed); boundary (the best fit lies
 * at infinity or at a limit); no_fit (the search did not converge or overflowed);
 * no_exposure (zero or missing exposure); not_seasonal, no_ranges, irregular (the method
 * does not apply); duplicate_time, bad_time, bad_value, mixed_periods (the series is not
 * one series of values: no method runs on it).
 */
#ifndef TARAZ_STATS_METHOD_H
#define TARAZ_STATS_METHOD_H

#include "core/arena.h"
#include "core/date.h"
#include "core/err.h"
#include "core/schema.h"

/* The periods whose value is known: what all methods but the range ones work on. */
struct points {
    size_t n;
    const double *time, *value;
    const double *exposure; /* NULL: none; NaN where it is missing */
    const struct str *period;
};

/* One series ready for statistics: sorted by time, times distinct and finite. */
struct observations {
    struct str series_id;
    size_t n;
    const double *time;       /* years (core/date.h period_to_years), or plain numbers */
    const double *value;      /* NaN: only the interval is known */
    const double *low, *high; /* closed interval of admissible values; -inf, +inf: open */
    const double *exposure;   /* NULL: none; NaN where it is missing */
    const struct str *period; /* time as written */
    enum frequency frequency; /* FREQ_NONE: plain numbers */
    size_t seasons;           /* periods a year: 1, 4 (quarters) or 12 (months); 0: days and plain numbers */
    size_t n_gaps;            /* periods missing between the first and the last; 0 for days and plain numbers */
    size_t n_ranges;          /* periods whose interval is wider than one value */
    size_t n_left_out;        /* rows left out: parts of a period, forecasts, totals over many years */
    bool non_negative;        /* every value and every finite end is >= 0 */
    const char *fault;        /* an outcome that stops every method, or NULL */
    struct str fault_note;
    struct str segment; /* "2003-2014" for a part between breaks, empty for a whole series */
    struct points points;
};

enum adjustment { ADJUST_HOLM, ADJUST_BH };

struct trend_options {
    double alpha;         /* 0.05: 95% intervals; intervals are always two-sided */
    int sides;            /* p-values: 0 two-sided; +1, -1 one-sided, rising or falling */
    const double *breaks; /* known changes of definition: the series splits before each */
    size_t n_breaks;
    unsigned long seed; /* for permutation tests */
    /* p_adjusted: tests of the same method and term, over the series that share the value of
     * this column of series.csv ("indicator", "ref_area", ...) or over "all"; NULL: none. */
    const char *family;
    enum adjustment adjustment;
    bool keep_partial; /* keep rows of status P */
    size_t threads;    /* 0: one a core */
};

/* What a worker has: memory, options, and the rows of the series it is at. */
struct work {
    struct arena *scratch; /* forgotten after each series */
    struct arena *kept;    /* strings that rows point to */
    const struct trend_options *options;
    struct vec rows; /* of struct trend_row, in scratch */
    const struct method *method;
    bool failed;                      /* out of memory */
    struct trend_row spare;           /* what row_add returns then */
    double t_alpha, t_quantiles[128]; /* Student's t by degrees of freedom, filled when asked */
};

enum {
    NEEDS_SEASONS = 1,   /* months or quarters */
    NEEDS_RANGES = 2,    /* some period with an interval wider than a value */
    NEEDS_COUNTS = 4,    /* values >= 0, not all zero */
    NEEDS_EVEN_STEPS = 8 /* a frequency: yearly, quarterly, monthly */
};

struct method {
    const char *name;       /* "mann_kendall" */
    const char *term;       /* the term that carries the outcome when there is no result */
    const char *help;       /* one paragraph: what it answers, its rows, its rules */
    const char *reference;  /* paper, section */
    const char *hypothesis; /* the null hypothesis in words; NULL for estimators */
    size_t least_n;         /* points; below it the outcome is too_few */
    unsigned needs;
    bool by_default;  /* part of the default set, */
    size_t default_n; /* from this number of points on, and where `needs` are met */
    void (*run)(struct work *w, const struct observations *o);
};

extern const struct method *const methods[]; /* sorted by name */
extern const size_t n_methods;
const struct method *method_find(struct str name);

/* A new row: term as given (static or in w->kept), outcome ok, numbers NaN. Series, method, n and period are
 * filled by trends_compute. Never NULL: out of memory it is a row that goes nowhere. */
struct trend_row *row_add(struct work *w, const char *term);
struct trend_row *row_value(struct work *w, const char *term, double estimate);
/* The row of a method without a result; `note` static or in w->kept, NULL: none. */
void row_outcome(struct work *w, const char *outcome, const char *note);
/* A text in w->kept; "" when out of memory. */
const char *kept_printf(struct work *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* n doubles in scratch; NULL (and w->failed) when out of memory. */
double *scratch_doubles(struct work *w, size_t n);

/* Series rows in, trend rows out, sorted by series, method and term; the same bytes for
 * any number of threads. `names` empty: the default methods. Rows point into `a` and into
 * the series' own text. A name that is no method is ST_USAGE with the nearest right one. */
enum status trends_compute(struct arena *a, const struct vec *series /* struct series_row */, const struct str *names,
                           size_t n_names, const struct trend_options *options,
                           struct vec *trends /* struct trend_row */, struct err *e);

/* One plain sentence or a few on a series from its trend rows, never stronger than they
 * allow (stats/wording.h has the rules). */
struct str trend_summary(struct arena *a, const struct series_row *rows, size_t n_rows, const struct trend_row *trends,
                         size_t n_trends);

extern const struct trend_options trend_options_default;

#endif
