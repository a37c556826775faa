/* Trend methods: each stats/method_NAME.c exports `const struct method method_NAME`;
 * the build lists the files (build/registry/methods.inc). */
#ifndef TARAZ_STATS_METHOD_H
#define TARAZ_STATS_METHOD_H

#include "core/arena.h"
#include "core/err.h"
#include "core/schema.h"

/* One series ready for statistics: sorted by time, times distinct. */
struct observations {
    struct str series_id;
    size_t n;
    const double *time;      /* years (core/date.h period_to_years) */
    const double *value;     /* NaN: only the interval is known */
    const double *low, *high; /* closed interval of admissible values; -inf / +inf: open */
    const double *exposure;  /* NULL: none */
    const struct str *period; /* time as written */
    enum { SEASON_NONE = 1, SEASON_QUARTER = 4, SEASON_MONTH = 12 } seasons;
};

struct trend_options {
    double alpha;        /* 0.05: 95% intervals */
    int sides;           /* 0: two-sided; +1, -1: one-sided, rising or falling */
    const double *breaks; /* known changes of definition: the series splits before each */
    size_t n_breaks;
    unsigned long seed;  /* for permutation tests */
    const char *family;  /* name of the family for p_adjusted: "all", "indicator", ...; NULL: none */
    bool keep_partial;
    size_t threads;
};

struct method {
    const char *name;       /* "mann_kendall" */
    const char *help;       /* one paragraph: what it answers, what it needs */
    const char *reference;  /* paper, section */
    const char *hypothesis; /* the null hypothesis in words; NULL for estimators */
    size_t least_n;
    bool by_default;        /* part of the default set */
    /* Appends rows (series_id, n and period are filled by the caller). Never fails for
     * data: too few points and degenerate data are outcomes. */
    enum status (*run)(struct arena *a, const struct observations *o, const struct trend_options *options,
                       struct vec *rows, struct err *e);
};

extern const struct method *const methods[];
extern const size_t n_methods;
const struct method *method_find(struct str name);

/* Series rows in, trend rows out, sorted by series, method and term; the same bytes
 * for any number of threads. `names` empty: the default methods. */
enum status trends_compute(struct arena *a, const struct vec *series /* struct series_row */,
                           const struct str *names, size_t n_names, const struct trend_options *options,
                           struct vec *trends /* struct trend_row */, struct err *e);

/* One plain sentence or two on a series from its trend rows, never stronger than they allow. */
struct str trend_summary(struct arena *a, const struct series_row *rows, size_t n_rows, const struct trend_row *trends,
                         size_t n_trends);

#endif
