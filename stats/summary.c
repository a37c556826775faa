#include <math.h>
#include <stdio.h>
#include <string.h>

#include "stats/method.h"
#include "stats/wording.h"

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
};

static const struct trend_row *find(const struct account *s, const char *method, const char *term)
{
    char name[160];
    snprintf(name, sizeof name, s->part.n ? "%s (%.*s)" : "%s", term, (int)s->part.n, s->part.p);
    for (size_t i = 0; i < s->n_trends; i++)
        if (str_is(s->trends[i].method, method) && str_is(s->trends[i].term, name) && str_is(s->trends[i].outcome, "ok"))
            return &s->trends[i];
    return NULL;
}

static double estimate(const struct account *s, const char *method, const char *term, double otherwise)
{
    const struct trend_row *row = find(s, method, term);
    return row && !isnan(row->estimate) ? row->estimate : otherwise;
}

static void put_value(struct buf *out, double v)
{
    if (v == floor(v) && fabs(v) < 1e15)
        buf_put_grouped(out, v, 0);
    else if (fabs(v) >= 100 && fabs(v) < 1e15)
        buf_put_grouped(out, v, 1);
    else
        buf_printf(out, "%.3g", v);
}

/* 30, 4.2, 0.35: two figures that matter. */
static void put_rate(struct buf *out, double v)
{
    v = fabs(v);
    if (v >= 10 && v < 1e15)
        buf_put_grouped(out, v, 0);
    else
        buf_printf(out, v >= 1 ? "%.1f" : "%.2g", v);
}

static void put_signed(struct buf *out, double v)
{
    buf_puts(out, v < 0 ? "-" : "+");
    put_rate(out, v);
    buf_puts(out, "%");
}

static void put_p(struct buf *out, double p)
{
    if (p < 0.001)
        buf_puts(out, "p < 0.001");
    else
        buf_printf(out, "p = %.*f", p < 0.0995 ? 3 : 2, p);
}

static double value_in(const struct account *s, struct str period)
{
    for (size_t i = 0; i < s->n_rows; i++) {
        const struct series_row *row = &s->rows[i];
        if (str_equal(row->time_period, period) && !isnan(row->obs_value))
            return row->obs_value;
        if (str_equal(row->time_period, period) && row->value_low == row->value_high)
            return row->value_low;
    }
    return NAN;
}

static void put_what(const struct account *s, bool capital)
{
    for (size_t i = 0; i < s->what.n; i++) {
        char c = s->what.p[i] == '_' ? ' ' : s->what.p[i];
        buf_putc(s->out, i == 0 && capital && c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
}

static void put_str(struct buf *out, struct str text)
{
    buf_put(out, text);
}

/* "46 in 2016" */
static void put_point(const struct account *s, struct str period)
{
    put_value(s->out, value_in(s, period));
    buf_puts(s->out, " in ");
    put_str(s->out, period);
}

/* What the intervals leave open, where there are any (method range). */
struct admissible {
    bool any;
    int direction;        /* of every admissible S; 0: either */
    double p_low, p_high; /* of mann_kendall over all admissible values */
    double n_intervals, n_ranges;
    long n;
};

static struct admissible admissible_of(const struct account *s)
{
    const struct trend_row *verdict = find(s, "range", "verdict"), *p = find(s, "range", "p_value");
    struct admissible x = { .n_intervals = estimate(s, "series", "n_intervals", 0),
                            .n_ranges = estimate(s, "series", "n_ranges", 0) };
    if (!verdict || !p)
        return x;
    x.any = true;
    x.direction = (int)verdict->estimate;
    x.p_low = p->conf_low;
    x.p_high = p->conf_high;
    x.n = verdict->n;
    return x;
}

static bool one_side(const struct trend_row *row, int direction)
{
    return row && row->conf_low * row->conf_high > 0 && row->estimate * direction > 0;
}

/* ", by about 30% a year (95% interval 18 to 40; p = 0.017, n = 5)", the pace only where an interval supports it.
 * Values known as intervals only are no part of quasi_poisson's pace, so there the censored slope is told. */
static void put_pace(const struct account *s, int direction, const struct admissible *x, double p, long n)
{
    const struct trend_row *apc = find(s, "quasi_poisson", "apc"), *slope = find(s, "theil_sen", "slope");
    if (x->n_intervals > 0) {
        apc = NULL;
        slope = find(s, "censored", "slope");
    }
    const struct trend_row *pace = one_side(apc, direction) ? apc : one_side(slope, direction) ? slope : NULL;
    if (pace) {
        buf_puts(s->out, ", by about ");
        put_rate(s->out, pace->estimate);
        buf_puts(s->out, pace == apc ? "% a year" : " a year");
    }
    buf_puts(s->out, " (");
    if (pace) {
        buf_printf(s->out, "%g%% interval ", 100 * (1 - s->alpha));
        put_rate(s->out, direction > 0 ? pace->conf_low : pace->conf_high);
        buf_puts(s->out, " to ");
        put_rate(s->out, direction > 0 ? pace->conf_high : pace->conf_low);
        buf_puts(s->out, "; ");
    }
    buf_puts(s->out, x->any ? "at most " : "");
    put_p(s->out, p);
    buf_printf(s->out, ", n = %ld)", n);
}

static const char *plural(double k)
{
    return k == 1 ? "" : "s";
}

/* "fell from 46 in 2016 to 11 in 2020", or "tended to fall" where the ends do not show it. */
static void put_movement(const struct account *s, int direction)
{
    const struct trend_row *size = find(s, "series", "n");
    struct str from = size->period_start, to = size->period_end;
    bool told = (value_in(s, to) - value_in(s, from)) * direction > 0;
    if (told) {
        buf_printf(s->out, " %s from ", direction > 0 ? "rose" : "fell");
        put_point(s, from);
        buf_puts(s->out, " to ");
        put_point(s, to);
    } else {
        buf_printf(s->out, " tended to %s between ", direction > 0 ? "rise" : "fall");
        put_str(s->out, from);
        buf_puts(s->out, " and ");
        put_str(s->out, to);
    }
}

/* Why a small p is not enough for a plain "rose" or "fell"; NULL where it is. */
static const struct trend_row *doubt(const struct account *s, int direction, bool intervals)
{
    const struct trend_row *serial = find(s, "hamed_rao", "tau_b"), *slope = find(s, "theil_sen", "slope");
    if (serial && serial->p_value > s->alpha)
        return serial;
    if (slope && !intervals && (slope->estimate * direction <= 0 || slope->conf_low * slope->conf_high <= 0))
        return slope;
    return NULL;
}

static void put_trend(const struct account *s, int direction, const struct admissible *x, double p, long n)
{
    const char *fall = direction > 0 ? "rise" : "fall";
    const struct trend_row *against = doubt(s, direction, x->n_intervals > 0);
    put_what(s, true);
    put_movement(s, direction);
    if (against && str_is(against->method, "hamed_rao")) {
        buf_printf(s->out, ", but neighbouring periods resemble each other, and allowing for that the %s is not clear (",
                   fall);
        put_p(s->out, against->p_value);
        buf_printf(s->out, ", n = %ld).", n);
        return;
    }
    if (against) {
        buf_puts(s->out, ", but so little that the yearly change may be nil (");
        put_p(s->out, p);
        buf_printf(s->out, ", n = %ld).", n);
        return;
    }
    put_pace(s, direction, x, p, n);
    if (x->any)
        buf_printf(s->out, "; the %s is clear whatever the true value%s of the %.0f period%s known only as a range",
                   fall, plural(x->n_ranges), x->n_ranges, plural(x->n_ranges));
    buf_puts(s->out, ".");
}

static void put_two_values(const struct account *s)
{
    const struct trend_row *size = find(s, "series", "n");
    put_what(s, true);
    buf_puts(s->out, ": ");
    put_point(s, size->period_start);
    buf_puts(s->out, " and ");
    put_point(s, size->period_end);
}

static void put_no_trend(const struct account *s, const struct trend_row *test)
{
    const struct trend_row *apc = find(s, "quasi_poisson", "apc"), *least = find(s, "mann_kendall", "least_p");
    put_two_values(s);
    if (least && least->estimate > s->alpha) {
        buf_puts(s->out, "; values so few or so equal could show no trend (least possible ");
        put_p(s->out, least->estimate);
        buf_puts(s->out, ").");
        return;
    }
    buf_puts(s->out, ", with no trend that can be told from chance (");
    put_p(s->out, test->p_value);
    buf_printf(s->out, ", n = %ld).", test->n);
    if (!apc || isnan(apc->conf_low) || apc->conf_low * apc->conf_high > 0 || apc->conf_high > 1000)
        return;
    buf_puts(s->out, " The yearly change lies between ");
    put_signed(s->out, apc->conf_low);
    buf_puts(s->out, " and ");
    put_signed(s->out, apc->conf_high);
    buf_printf(s->out, " (%g%% interval).", 100 * (1 - s->alpha));
}

/* The verdict over all admissible values. */
static void put_admissible(const struct account *s, const struct admissible *x)
{
    if (x->direction != 0 && x->p_high <= s->alpha) {
        put_trend(s, x->direction, x, x->p_high, x->n);
        return;
    }
    put_two_values(s);
    if (x->p_low > s->alpha) {
        buf_printf(s->out, ", with no trend that can be told from chance, whatever the true value%s of the %.0f period%s "
                           "known only as a range (",
                   plural(x->n_ranges), x->n_ranges, plural(x->n_ranges));
        put_p(s->out, x->p_low);
        buf_printf(s->out, " or more, n = %ld).", x->n);
        return;
    }
    buf_printf(s->out, "; whether there is a trend depends on the true value%s of the %.0f period%s known only as a range",
               plural(x->n_ranges), x->n_ranges, plural(x->n_ranges));
    buf_puts(s->out, x->direction > 0   ? ": later values are the higher ones in any case, but chance may do as much ("
                     : x->direction < 0 ? ": later values are the lower ones in any case, but chance may do as much ("
                                        : ": it may have risen or fallen (");
    put_p(s->out, x->p_low);
    buf_puts(s->out, " to ");
    buf_printf(s->out, "%.2g, n = %ld).", x->p_high, x->n);
}

/* A bend is told where the intervals of the rates on its two sides do not overlap, and not where neighbouring periods
 * resemble each other or periods are left out, which makes bends of nothing. */
static void put_bends(const struct account *s, const struct admissible *x)
{
    enum { MOST = 2 };
    double k = estimate(s, "joinpoint", "joinpoints", 0);
    if (x->n_intervals > 0 || k > MOST || estimate(s, "hamed_rao", "variance_factor", 1) > 1.5)
        return;
    for (int i = 1; i <= k; i++) {
        char names[3][24];
        snprintf(names[0], sizeof names[0], "apc_%d", i);
        snprintf(names[1], sizeof names[1], "apc_%d", i + 1);
        snprintf(names[2], sizeof names[2], "joinpoint_%d", i);
        const struct trend_row *before = find(s, "joinpoint", names[0]), *after = find(s, "joinpoint", names[1]);
        const struct trend_row *at = find(s, "joinpoint", names[2]);
        if (!before || !after || !at || !(before->conf_high < after->conf_low || after->conf_high < before->conf_low))
            continue;
        buf_puts(s->out, " A trend with a bend in ");
        put_str(s->out, at->period_start);
        buf_puts(s->out, " fits better: ");
        put_signed(s->out, before->estimate);
        buf_puts(s->out, " a year before, ");
        put_signed(s->out, after->estimate);
        buf_puts(s->out, " after.");
    }
}

static void put_caveats(const struct account *s, double n, const struct admissible *x)
{
    double gaps = estimate(s, "series", "n_gaps", 0), small = estimate(s, "counts", "n_under_10", 0);
    double left_out = estimate(s, "series", "n_left_out", 0);
    if (gaps > 0)
        buf_printf(s->out, " %.0f period%s in between %s missing.", gaps, plural(gaps), gaps == 1 ? "is" : "are");
    if (x->n_intervals > 0 && !x->any)
        buf_printf(s->out, " %.0f period%s %s known only as a range.", x->n_intervals, plural(x->n_intervals),
                   x->n_intervals == 1 ? "is" : "are");
    if (small > 0 && n > 1)
        buf_printf(s->out, " %.0f of %.0f counts %s under %d: single periods say little.", small, n,
                   small == 1 ? "is" : "are", WORDING_SMALL);
    if (left_out > 0)
        buf_printf(s->out, " %.0f row%s %s not used (part of a period, forecast or total over many years).", left_out,
                   plural(left_out), left_out == 1 ? "was" : "were");
}

static void put_account(const struct account *s)
{
    const struct trend_row *size = find(s, "series", "n"), *test = find(s, "mann_kendall", "tau_b");
    struct admissible x = admissible_of(s);
    double n = size ? size->estimate : 0;
    if (n == 0) {
        buf_puts(s->out, "No period has a value.");
    } else if (n == 1) {
        put_what(s, true);
        buf_puts(s->out, ": ");
        put_point(s, size->period_start);
        buf_puts(s->out, ", and one value shows no trend.");
    } else if (n < WORDING_LEAST_N && (!x.any || x.n < WORDING_LEAST_N)) {
        put_two_values(s);
        buf_puts(s->out, "; fewer than five values show no trend.");
    } else if (x.any) {
        put_admissible(s, &x);
        put_bends(s, &x);
    } else if (!test) {
        put_what(s, true);
        buf_puts(s->out, ": the same in every period, ");
        put_value(s->out, value_in(s, size->period_end));
        buf_puts(s->out, ".");
    } else if (test->p_value > s->alpha || test->estimate == 0) {
        put_no_trend(s, test);
        put_bends(s, &x);
    } else {
        put_trend(s, test->estimate > 0 ? 1 : -1, &x, test->p_value, test->n);
        put_bends(s, &x);
    }
    put_caveats(s, n, &x);
}

static const char *fault_of(const struct trend_row *trends, size_t n)
{
    static const char *const faults[] = { "duplicate_time", "bad_time", "bad_value", "mixed_periods" };
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < sizeof faults / sizeof *faults; j++)
            if (str_is(trends[i].outcome, faults[j]))
                return trends[i].note.p ? trends[i].note.p : "";
    return NULL;
}

/* Parts between breaks, each by itself. Returns how many there are. */
static size_t put_parts(struct account *s)
{
    size_t parts = 0;
    for (size_t i = 0; i < s->n_trends; i++) {
        struct str term = s->trends[i].term;
        if (!str_is(s->trends[i].method, "series") || !str_starts(term, "n (") || !str_ends(term, ")"))
            continue;
        s->part = str_slice(term, 3, term.n - 1);
        buf_puts(s->out, parts++ ? " From " : "From ");
        put_str(s->out, s->part);
        buf_puts(s->out, ": ");
        put_account(s);
    }
    if (parts > 0)
        buf_puts(s->out, " The parts are not compared: the definition changed between them.");
    return parts;
}

struct str trend_summary(struct arena *a, const struct series_row *rows, size_t n_rows, const struct trend_row *trends,
                         size_t n_trends)
{
    struct buf out;
    buf_init(&out, 1 << 16);
    struct account s = { .rows = rows, .n_rows = n_rows, .trends = trends, .n_trends = n_trends, .out = &out };
    s.what = n_rows > 0 && rows[0].indicator.n > 0 ? rows[0].indicator : STR("the value");
    s.alpha = 0.05;
    for (size_t i = 0; i < n_trends; i++) /* whole or part, the level is one */
        if (str_starts(trends[i].term, "confidence_level") && !isnan(trends[i].estimate))
            s.alpha = 1 - trends[i].estimate;
    const char *fault = fault_of(trends, n_trends);
    if (fault)
        buf_printf(&out, "No trend was computed: %.200s.", fault);
    else if (put_parts(&s) == 0)
        put_account(&s);
    struct str text = arena_copy(a, buf_str(&out));
    buf_free(&out);
    return text;
}
