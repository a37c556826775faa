#include <math.h>
#include <stdio.h>

#include "stats/account.h"
#include "stats/course.h"
#include "stats/method.h"
#include "stats/wording.h"

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
    const struct trend_row *verdict = account_row(s, "range", "verdict"), *p = account_row(s, "range", "p_value");
    struct admissible x = { .n_intervals = account_estimate(s, "series", "n_intervals", 0),
                            .n_ranges = account_estimate(s, "series", "n_ranges", 0) };
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

static const struct trend_row *seasonal_test(const struct account *s)
{
    return account_row(s, "seasonal_mann_kendall", "tau_b");
}

/* Theil-Sen's slope, within the seasons where there are any. */
static const struct trend_row *median_slope(const struct account *s)
{
    return seasonal_test(s) ? account_row(s, "seasonal_mann_kendall", "slope") : account_row(s, "theil_sen", "slope");
}

/* ", by about 30% a year (95% interval 18 to 40; p = 0.017, n = 5)", the pace only where an interval supports it.
 * Values known as intervals only are no part of quasi_poisson's pace, so there the censored slope is told. */
static void put_pace(const struct account *s, int direction, const struct admissible *x, double p, long n)
{
    const struct trend_row *apc = account_row(s, "quasi_poisson", "apc"), *slope = median_slope(s);
    if (seasonal_test(s))
        apc = NULL;
    if (x->n_intervals > 0) {
        apc = NULL;
        slope = account_row(s, "censored", "slope");
    }
    const struct trend_row *pace = one_side(apc, direction) ? apc : one_side(slope, direction) ? slope : NULL;
    if (pace) {
        bool of_rate = pace == apc && account_row(s, "quasi_poisson", "rate_first");
        buf_puts(s->out, of_rate ? ", the rate per head by about " : ", by about ");
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
    if (x->any)
        put_p_at_most(s->out, p);
    else
        put_p(s->out, p);
    buf_printf(s->out, ", n = %ld)", n);
}

static const char *plural(double k) { return k == 1 ? "" : "s"; }

/* "fell from 46 in 2016 to 11 in 2020", or "tended to fall" where the ends do not show it. */
static void put_movement(const struct account *s, int direction)
{
    const struct trend_row *size = account_row(s, "series", "n");
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

/* hamed_rao's row, but not for months and quarters: the seasons alone make neighbours alike. */
static const struct trend_row *serial_check(const struct account *s)
{
    return seasonal_test(s) ? NULL : account_row(s, "hamed_rao", "tau_b");
}

/* Why a small p is not enough for a plain "rose" or "fell"; NULL where it is. */
static const struct trend_row *doubt(const struct account *s, int direction, bool intervals)
{
    const struct trend_row *serial = serial_check(s), *slope = median_slope(s);
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
        buf_printf(s->out,
                   ", but neighbouring periods resemble each other, and allowing for that the %s is not clear (", fall);
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
    const struct trend_row *size = account_row(s, "series", "n");
    put_what(s, true);
    buf_puts(s->out, ": ");
    put_point(s, size->period_start);
    buf_puts(s->out, " and ");
    put_point(s, size->period_end);
}

static void put_no_trend(const struct account *s, const struct trend_row *test)
{
    const struct trend_row *apc = account_row(s, "quasi_poisson", "apc"),
                           *least = account_row(s, "mann_kendall", "least_p");
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
    bool of_rate = account_row(s, "quasi_poisson", "rate_first");
    buf_printf(s->out, " The yearly change%s lies between ", of_rate ? " of the rate per head" : "");
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
        buf_printf(s->out,
                   ", with no trend that can be told from chance, whatever the true value%s of the %.0f period%s "
                   "known only as a range (",
                   plural(x->n_ranges), x->n_ranges, plural(x->n_ranges));
        put_p(s->out, x->p_low);
        buf_printf(s->out, " or more, n = %ld).", x->n);
        return;
    }
    buf_printf(s->out,
               "; whether there is a trend depends on the true value%s of the %.0f period%s known only as a range",
               plural(x->n_ranges), x->n_ranges, plural(x->n_ranges));
    buf_puts(s->out, x->direction > 0   ? ": later values are the higher ones in any case, but chance may do as much ("
                     : x->direction < 0 ? ": later values are the lower ones in any case, but chance may do as much ("
                                        : ": it may have risen or fallen (");
    put_p(s->out, x->p_low);
    buf_puts(s->out, " to ");
    buf_printf(s->out, "%.2g, n = %ld).", x->p_high, x->n);
}

/* The rates of joinpoint's segments and the periods where they join. */
struct joints {
    size_t n;
    struct str at[3];
    double rate[4], low[4], high[4];
};

static struct joints joints_of(const struct account *s)
{
    struct joints j = { 0 };
    size_t k = (size_t)account_estimate(s, "joinpoint", "joinpoints", 0);
    for (size_t i = 0; i <= k && i < 4; i++) {
        char name[24];
        snprintf(name, sizeof name, "apc_%zu", i + 1);
        const struct trend_row *rate = account_row(s, "joinpoint", name);
        snprintf(name, sizeof name, "joinpoint_%zu", i + 1);
        const struct trend_row *at = i < k ? account_row(s, "joinpoint", name) : NULL;
        if (!rate || (i < k && !at))
            return (struct joints){ 0 };
        j.rate[i] = rate->estimate;
        j.low[i] = rate->conf_low;
        j.high[i] = rate->conf_high;
        if (at)
            j.at[i] = at->period_start;
    }
    j.n = k;
    return j;
}

/* A series that turned is told by its parts, never by one direction. False where it did not turn. */
static bool put_course(const struct account *s, const struct admissible *x, const struct trend_row *test)
{
    const struct trend_row *size = account_row(s, "series", "n");
    struct joints j = joints_of(s);
    struct course c;
    double p = x->any ? x->p_high : test ? test->p_value : 1;
    int direction = x->any ? x->direction : test ? (test->estimate > 0) - (test->estimate < 0) : 0;
    const struct trend_row *serial = serial_check(s);
    bool sure = p <= s->alpha && direction != 0 && !(serial && serial->p_value > s->alpha);
    p = serial && serial->p_value > p ? serial->p_value : p;
    if (!course_points(s->arena, s->rows, s->n_rows, size->period_start, size->period_end, &c))
        return false;
    course_turns(&c, j.at, j.n, j.rate, direction);
    if (c.n_turns == 0 || seasonal_test(s))
        return false;
    put_what(s, true);
    buf_puts(s->out, x->n_intervals > 0 ? ", where a number is known, " : " ");
    course_put(&c, s->out);
    if (sure)
        buf_printf(s->out, ". On the whole later values are %s than earlier ones", direction > 0 ? "higher" : "lower");
    else if (x->any && x->p_low <= s->alpha)
        buf_puts(s->out, ". Whether there is a trend on the whole depends on values known only as a range");
    else
        buf_puts(s->out, ". On the whole there is no trend that can be told from chance");
    buf_puts(s->out, " (");
    if (x->any)
        put_p_at_most(s->out, p);
    else
        put_p(s->out, p);
    buf_printf(s->out, ", n = %ld)%s.", x->any ? x->n : test->n, sure ? ", but there is no single direction" : "");
    return true;
}

/* A bend is told where the intervals of the rates on its two sides do not overlap, and not where neighbouring periods
 * resemble each other or periods are left out, which makes bends of nothing. */
static void put_bends(const struct account *s, const struct admissible *x)
{
    enum { MOST = 2 };
    struct joints j = joints_of(s);
    if (x->n_intervals > 0 || j.n > MOST || seasonal_test(s) ||
        account_estimate(s, "hamed_rao", "variance_factor", 1) > 1.5)
        return;
    for (size_t i = 0; i < j.n; i++) {
        if (!(j.high[i] < j.low[i + 1] || j.high[i + 1] < j.low[i]))
            continue;
        buf_puts(s->out, " A trend with a bend in ");
        put_str(s->out, j.at[i]);
        buf_puts(s->out, " fits better: ");
        put_signed(s->out, j.rate[i]);
        buf_puts(s->out, " a year before, ");
        put_signed(s->out, j.rate[i + 1]);
        buf_puts(s->out, " after.");
    }
}

static void put_caveats(const struct account *s, double n, const struct admissible *x)
{
    double gaps = account_estimate(s, "series", "n_gaps", 0), small = account_estimate(s, "counts", "n_under_10", 0);
    double left_out = account_estimate(s, "series", "n_left_out", 0);
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
    const struct trend_row *size = account_row(s, "series", "n"), *test = seasonal_test(s);
    test = test ? test : account_row(s, "mann_kendall", "tau_b");
    struct admissible x = admissible_of(s);
    double n = size ? size->estimate : 0;
    if (!size) {
        buf_puts(s->out, account_known(s, "series") ? "No period has a value."
                                                    : "Not summarised: the method series was not among those run.");
    } else if (n == 0) {
        buf_puts(s->out, "No period has a value.");
    } else if (n == 1) {
        put_what(s, true);
        buf_puts(s->out, ": ");
        put_point(s, size->period_start);
        buf_puts(s->out, ", and one value shows no trend.");
    } else if (n < WORDING_LEAST_N && (!x.any || x.n < WORDING_LEAST_N)) {
        put_two_values(s);
        buf_puts(s->out, "; fewer than five values show no trend.");
    } else if ((x.any || test) && put_course(s, &x, test)) {
        /* the turns are told */
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
    struct account s = {
        .rows = rows, .n_rows = n_rows, .trends = trends, .n_trends = n_trends, .out = &out, .arena = a
    };
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
