/* What a chart shows, taken from the tables: the points of each series, what the
 * trends say of it, and its name in words. */
#ifndef TARAZ_PLOTS_MODEL_H
#define TARAZ_PLOTS_MODEL_H

#include "plots/chart.h"

struct chart_point {
    const struct series_row *row;
    double time;      /* years, core/date.h */
    double value;     /* NaN: only the interval is known */
    double low, high; /* -HUGE_VAL, HUGE_VAL: open; equal to the value where no range is stated */
    bool ranged;      /* a value with a range around it */
    bool interval;    /* no value, but a bound or a range */
    bool approximate; /* the source says about, or marks it as an estimate, and states no range */
    bool provisional; /* obs_status P: part of the period only */
    bool conflicting; /* sources disagree */
    bool suppressed;  /* obs_status Q */
};

/* What may be said of a series, and why not more. */
enum chart_verdict {
    VERDICT_NONE,   /* no test was run */
    VERDICT_FEW,    /* fewer than five values */
    VERDICT_CHANCE, /* chance may do as much */
    VERDICT_NIL,    /* ordered beyond chance, but the yearly change may be nil */
    VERDICT_SERIAL, /* not clear when the likeness of neighbouring periods is allowed for (Hamed and Rao) */
    VERDICT_RANGES, /* it depends on values known only as a range */
    VERDICT_TURNED, /* ordered on the whole, but the joinpoint fit has segments of opposite directions */
    VERDICT_RISES,
    VERDICT_FALLS,
};

/* What trends.csv says of one series. Fields are NaN (times) or false where it says nothing. */
struct chart_trend {
    long n;
    double p;                            /* Mann-Kendall */
    double slope, slope_low, slope_high; /* Theil-Sen, a year */
    double intercept;                    /* value at year 0 */
    bool tested, sloped;                 /* the outcome of each is ok */
    bool few;                            /* too few values for a verdict */
    double level;                        /* of the intervals: 0.95 */
    enum chart_verdict verdict;
    int direction; /* +1 rises, -1 falls, else 0 */
    double pace;   /* a year, for a title; NaN: none that all values bear out */
    struct str period_start, period_end;
    bool changes;                 /* a significant change point (Pettitt) */
    double change_time, change_p; /* the last period before the change, in years */
};

struct chart_series {
    struct str id;
    struct str label; /* what sets it apart from the chart's other series; alone: what is counted */
    struct str full;  /* everything: "Convictions, Kazakhstan, women" */
    struct str unit;  /* "persons" */
    double step;      /* years from one period to the next; 0: no fixed step */
    size_t n;
    struct chart_point *points; /* by time */
    struct chart_trend trend;
};

struct chart_model {
    size_t n;
    struct chart_series *series;
    struct str common; /* what all series share: "Kazakhstan, women"; may be empty */
    struct str what;   /* what is counted, when it is the same for all: "Convictions"; may be empty */
    struct str unit;   /* when all have the same */
    struct str first_period, last_period;
    double first_time, last_time;
    struct str *figure_ids; /* behind the points, each once, in order */
    size_t n_figure_ids;
    const struct source_record **sources; /* behind the figures, each once, in order of use */
    size_t n_sources;
};

/* ST_USAGE with the nearest right id when a series is not there; ST_INPUT when it holds no usable row. */
enum status chart_model_make(struct arena *a, const struct chart_request *r, const struct chart_data *d,
                             struct chart_model *out, struct err *e);

/* Lists the figures and sources behind the points again, after some were taken out. */
enum status chart_model_gather(struct arena *a, const struct chart_data *d, struct chart_model *m, struct err *e);

/* "<5", "15–20", ">1,000", "1,234": a point as text. */
struct str chart_point_text(struct arena *a, const struct chart_point *p);

/* Reads the trend rows of one series. `intervals`: some value is an interval only; `ranges`: some value is, or has a
 * range around it. A direction needs five values, a small p, a slope whose interval leaves out 0, no doubt by serial
 * correlation and, with ranges, that every admissible value agrees; rows that are not there count against it. */
struct chart_trend chart_trend_read(const struct trend_row *trends, size_t n, struct str series_id, bool intervals,
                                    bool ranges);

/* Names from the vocabularies, for charts and the report. */
struct labels;
enum status labels_load(struct arena *a, const char *data_folder, struct labels **out, struct err *e);
struct str label_indicator(const struct labels *l, struct str code); /* the code itself when unknown */
struct str label_country(struct arena *a, const struct labels *l,
                         struct str codes); /* "KAZ;KGZ": "Kazakhstan, Kyrgyzstan" */
struct str label_exploitation(const struct labels *l, struct str code);
struct str label_lower(struct arena *a, struct str label); /* "Forced labour" inside a line: "forced labour" */
struct str label_people(struct str sex,
                        struct str age); /* women, men, girls, boys, children, adults, female, male; "" */
/* "Convictions, Kazakhstan, women, forced labour" from the columns of a row; the series id when all are empty. */
struct str label_series(struct arena *a, const struct labels *l, const struct series_row *row);

#endif
