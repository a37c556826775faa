/* What our functions give for a row of tests/stats/reference/expected.csv: by method, option and statistic. */
#ifndef TARAZ_TESTS_STATS_OUR_ROWS_H
#define TARAZ_TESTS_STATS_OUR_ROWS_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/table.h"
#include "stats/adjust.h"
#include "stats/change.h"
#include "stats/counts.h"
#include "stats/distribution.h"
#include "stats/glm.h"
#include "stats/joinpoint.h"
#include "stats/line.h"
#include "stats/select.h"
#include "stats/serial.h"
#include "stats/slopes.h"

enum { SERIES_LIMIT = 16, POINTS_LIMIT = 128, LIST_LIMIT = 16 };

struct subject {
    struct str name;
    size_t n;
    double t[POINTS_LIMIT], y[POINTS_LIMIT], logs[POINTS_LIMIT], residuals[POINTS_LIMIT];
    bool positive, counts;
    double p_normal; /* Mann-Kendall, for p.adjust over all series */
};

struct subjects {
    struct arena *arena;
    struct subject list[SERIES_LIMIT];
    size_t n;
};

/* One or several numbers: "16;73". */
struct numbers {
    size_t n;
    double x[LIST_LIMIT];
};

static struct numbers one(double x) { return (struct numbers){ 1, { x } }; }

static const struct numbers unknown = { 0 };

static bool has(struct str s, const char *part) { return str_contains(s, part); }

static struct kendall score_of(const struct subjects *all, const double *y, size_t n)
{
    struct kendall k;
    if (!kendall_score(all->arena, y, n, &k))
        abort();
    return k;
}

static struct slopes sen_of(const struct subjects *all, const struct subject *s)
{
    struct slopes out;
    struct kendall k = score_of(all, s->y, s->n);
    if (!theil_sen(all->arena, s->t, s->y, s->n, k.variance, normal_quantile(0.05), &out))
        abort();
    return out;
}

static struct numbers mann_kendall_row(const struct subjects *all, const struct subject *s, struct str option,
                                       struct str what)
{
    struct kendall k = score_of(all, s->y, s->n);
    double plain = k.s / sqrt(k.variance);
    if (str_is(what, "S") || str_is(what, "s"))
        return one(k.s);
    if (str_is(what, "varS") || str_is(what, "Var(S)") || str_is(what, "var_s"))
        return one(k.variance);
    if (str_is(what, "tau_b"))
        return one(k.tau_b);
    if (str_is(what, "Tau")) /* tau a */
        return one(k.s / k.pairs);
    if (str_is(what, "Z") || str_is(what, "Z-Value") || str_is(what, "z"))
        return one(has(option, "no continuity") ? plain : kendall_z(k.s, k.variance));
    if ((str_is(what, "p_up") || str_is(what, "p_down")) && k.n > KENDALL_EXACT_N)
        return unknown;
    if (str_is(what, "p_up"))
        return one(kendall_exact_upper(&k, k.s));
    if (str_is(what, "p_down"))
        return one(kendall_exact_upper(&k, -k.s));
    if (!str_is(what, "p") && !str_is(what, "P-value"))
        return unknown;
    if (has(option, "P(|S|") && k.n > KENDALL_EXACT_N)
        return unknown;
    if (has(option, "P(|S|") || str_is(option, "exact two-sided") || str_is(option, "exact"))
        return one(kendall_exact_p(&k, 0));
    if (has(option, "exact if no ties") && k.n_tied == 0)
        return one(kendall_exact_p(&k, 0));
    if (has(option, "no continuity") || has(option, "asymptotic"))
        return one(normal_p(plain, 0));
    return one(kendall_normal_p(&k, has(option, "greater") ? 1 : has(option, "less") ? -1 : 0));
}

static struct numbers sen_row(const struct subjects *all, const struct subject *s, struct str method, struct str option,
                              struct str what)
{
    struct slopes sen = sen_of(all, s), rep;
    bool repeated = has(method, "siegel");
    if (!siegel(all->arena, s->t, s->y, s->n, &rep))
        abort();
    if (str_is(what, "slope"))
        return one(repeated ? rep.slope : sen.slope);
    if (str_is(what, "ci_lo") || str_is(what, "ci_hi"))
        return one(str_is(what, "ci_lo") ? sen.low : sen.high);
    if (!str_is(what, "intercept"))
        return unknown;
    if (has(option, "separate")) {
        double t[POINTS_LIMIT], y[POINTS_LIMIT];
        memcpy(t, s->t, s->n * sizeof *t);
        memcpy(y, s->y, s->n * sizeof *y);
        return one(median_of(y, s->n) - sen.slope * median_of(t, s->n));
    }
    return one(repeated ? rep.intercept : sen.intercept);
}

static struct numbers ols_row(const struct subject *s, struct str what, bool logarithms)
{
    struct line f;
    if ((logarithms && !s->positive) || !line_fit(s->t, logarithms ? s->logs : s->y, s->n, &f, NULL))
        return unknown;
    double q = -NAN, t = f.slope / f.se_slope;
    struct work w = { .options = &trend_options_default };
    q = student_quantile(&w, f.df);
    double low = f.slope - q * f.se_slope, high = f.slope + q * f.se_slope;
    return str_is(what, "slope")       ? one(f.slope)
           : str_is(what, "intercept") ? one(f.intercept)
           : str_is(what, "se_slope")  ? one(f.se_slope)
           : str_is(what, "sigma")     ? one(f.sigma)
           : str_is(what, "r2")        ? one(f.r2)
           : str_is(what, "t")         ? one(t)
           : str_is(what, "p")         ? one(student_p(t, (double)f.df, 0))
           : str_is(what, "ci_lo")     ? one(low)
           : str_is(what, "ci_hi")     ? one(high)
           : str_is(what, "APC")       ? one(percent_change(f.slope))
           : str_is(what, "APC_lo")    ? one(percent_change(low))
           : str_is(what, "APC_hi")    ? one(percent_change(high))
                                       : unknown;
}

static struct numbers robust_row(const struct subject *s, struct str method, struct str option, struct str what)
{
    if (str_is(method, "durbin_watson"))
        return str_is(what, "DW") ? one(durbin_watson(s->residuals, s->n)) : unknown;
    if (str_is(method, "acf"))
        return one(lag1_autocorrelation(s->y, s->n));
    if (str_is(method, "hc3"))
        return one(hc3_error(s->t, s->residuals, s->n));
    for (size_t lag = 1; lag <= 4; lag++) {
        char a[16], b[16];
        snprintf(a, sizeof a, "lag=%zu", lag);
        snprintf(b, sizeof b, "maxlags=%zu", lag);
        if (has(option, a) || has(option, b))
            return one(newey_west_error(s->t, s->residuals, s->n, lag,
                                        has(option, "adjust=TRUE") || has(option, "correction=True")));
    }
    return unknown;
}

static struct numbers glm_row(const struct subjects *all, const struct subject *s, struct str method, struct str option,
                              struct str what)
{
    struct points p = { s->n, s->t, s->y, NULL, NULL };
    struct glm f;
    double mean[POINTS_LIMIT];
    bool binomial = str_is(method, "negbin_glm"), quasi = str_is(method, "quasipoisson_glm");
    if (!s->counts || has(option, "profile") || has(option, "sandwich") || has(option, "NeweyWest"))
        return unknown;
    if ((binomial ? negative_binomial_fit(all->arena, &p, &f) : poisson_fit(all->arena, &p, &f, mean)) != GLM_OK)
        return unknown;
    double se = quasi ? f.se_slope * sqrt(f.dispersion) : f.se_slope, at_first = f.intercept + f.slope * s->t[0];
    double z = f.slope / se, first_centre = s->t[0];
    if (str_is(what, "se_intercept")) { /* of the level at the first time: the same fit with time counted from there */
        double t[POINTS_LIMIT];
        for (size_t i = 0; i < s->n; i++)
            t[i] = s->t[i] - first_centre;
        p.time = t;
        return poisson_fit(all->arena, &p, &f, NULL) == GLM_OK ? one(f.se_intercept) : unknown;
    }
    return str_is(what, "slope")                    ? one(f.slope)
           : str_is(what, "se_slope")               ? one(se)
           : str_is(what, "intercept")              ? one(at_first)
           : str_is(what, "APC")                    ? one(percent_change(f.slope))
           : str_is(what, "z") || str_is(what, "t") ? one(z)
           : str_is(what, "p")                      ? one(quasi ? student_p(z, (double)f.df, 0) : normal_p(z, 0))
           : str_is(what, "deviance")               ? one(f.deviance)
           : str_is(what, "pearson_chi2")           ? one(f.pearson)
           : str_is(what, "dispersion")             ? one(f.dispersion)
           : str_is(what, "theta")                  ? one(f.theta)
           : str_is(what, "alpha")                  ? one(1 / f.theta)
           : str_is(what, "se_theta")               ? one(f.se_theta)
           : str_is(what, "loglik") ? one(binomial ? f.log_likelihood : poisson_log_likelihood(s->y, mean, s->n))
                                    : unknown;
}

static struct numbers count_row(const struct subject *s, struct str method, struct str what)
{
    double first = s->y[0], last = s->y[s->n - 1], count = str_starts(what, "first") ? first : last;
    if (str_is(method, "poisson_ratio")) {
        struct rate_ratio r = rate_ratio_exact(first, 1, last, 1, 0.05, 0);
        return one(str_is(what, "ratio") ? r.ratio : str_is(what, "p") ? r.p : str_is(what, "ci_lo") ? r.low : r.high);
    }
    struct interval i = str_is(method, "poisson_exact") ? poisson_exact(count, 0.05) : poisson_byar(count, 0.05);
    return one(str_ends(what, "lo") ? i.low : i.high);
}

static struct numbers change_row(const struct subjects *all, const struct subject *s, struct str method,
                                 struct str what)
{
    struct change c;
    bool good = str_is(method, "pettitt") ? pettitt(all->arena, s->y, s->n, &c)
                : str_is(method, "snht")  ? snht(all->arena, s->y, s->n, 1, &c)
                                          : buishand(all->arena, s->y, s->n, 1, &c);
    if (!good)
        abort();
    return one(str_is(what, "K_index") || str_is(what, "K") ? (double)c.before : str_is(what, "p") ? c.p : c.statistic);
}

static struct numbers pelt_row(const struct subjects *all, const struct subject *s, struct str method,
                               struct str option, struct str what)
{
    double z[POINTS_LIMIT], sd = 0, mean = mean_of(s->y, s->n), n = (double)s->n;
    bool modified = str_starts(option, "MBIC");
    double penalty = modified ? 3 * log(n) : str_starts(option, "SIC") ? 2 * log(n) : 4;
    size_t ends[POINTS_LIMIT], n_ends;
    if (str_is(what, "pen.value"))
        return one(penalty);
    for (size_t i = 0; i < s->n; i++)
        sd += (s->y[i] - mean) * (s->y[i] - mean) / (n - 1);
    for (size_t i = 0; i < s->n; i++)
        z[i] = (s->y[i] - mean) / sqrt(sd);
    bool counts = str_is(method, "pelt_poisson");
    if (!pelt(all->arena, counts ? s->y : z, s->n, counts ? PELT_POISSON : PELT_MEAN, penalty, modified && !counts,
              ends, &n_ends))
        abort();
    struct numbers out = { .n = n_ends };
    for (size_t i = 0; i < n_ends && i < LIST_LIMIT; i++)
        out.x[i] = (double)ends[i];
    return out;
}

static struct numbers joinpoint_row(const struct subjects *all, const struct subject *s, struct str option,
                                    struct str what)
{
    struct joinpoint_data d;
    struct joinpoint_fit f;
    bool logs = str_starts(option, "log");
    size_t k = has(option, "k=2") ? 2 : has(option, "k=1") ? 1 : 0;
    if ((logs && !s->positive) || !joinpoint_prepare(all->arena, s->t, logs ? s->logs : s->y, s->n, &d))
        return unknown;
    joinpoint_search(&d, k, &f);
    joinpoint_refine(&d, &f);
    if (str_is(what, "SSE"))
        return one(f.sse);
    if (str_is(what, "BIC") || str_is(what, "BIC3"))
        return one(joinpoint_bic(f.sse, s->n, (str_is(what, "BIC") ? 2 : 3) * (double)(k + 1)));
    if (str_is(what, "AAPC"))
        return one(percent_change(f.mean_slope + d.line.slope));
    struct numbers out = { .n = str_is(what, "slopes") ? k + 1 : k };
    for (size_t i = 0; i < out.n; i++)
        out.x[i] = str_is(what, "slopes") ? f.slope[i] + d.line.slope : s->t[f.at[i]];
    return out;
}

static struct numbers serial_row(const struct subjects *all, const struct subject *s, struct str method,
                                 struct str option, struct str what)
{
    struct kendall k = score_of(all, s->y, s->n);
    struct slopes sen = sen_of(all, s);
    struct hamed_rao h;
    if (str_is(what, "Sen's slope") || str_is(what, "Old Sen's Slope") ||
        (str_is(what, "slope") && !has(method, "free")))
        return one(sen.slope);
    if (has(method, "tfpwmk") || has(method, "trend_free")) {
        double rest[POINTS_LIMIT], white[POINTS_LIMIT], r1;
        trend_free_prewhiten(s->t, s->y, s->n, sen.slope, rest, white, &r1);
        struct subject w = { .n = s->n - 1 };
        memcpy(w.y, white, w.n * sizeof *white);
        return mann_kendall_row(all, &w, option, what);
    }
    if (str_is(what, "Tau") || str_is(what, "s"))
        return mann_kendall_row(all, s, option, what);
    if (str_is(what, "Original Z") || str_is(what, "old P.value") || str_is(what, "old.variance"))
        return one(str_is(what, "Original Z")    ? kendall_z(k.s, k.variance)
                   : str_is(what, "old P.value") ? kendall_normal_p(&k, 0)
                                                 : k.variance);
    size_t lags = has(method, "3lag") || has(option, "lag=3") ? 3 : has(option, "lag=1") ? 1 : 0;
    if (!hamed_rao(all->arena, s->t, s->y, s->n, &k, sen.slope, normal_quantile(0.05), lags, &h))
        abort();
    return str_is(what, "N/N*")                                    ? one(h.factor)
           : str_is(what, "new.variance") || str_is(what, "var_s") ? one(h.variance)
           : str_is(what, "Corrected Zc") || str_is(what, "z")     ? one(h.z)
           : str_is(what, "new P-value") || str_is(what, "p")      ? one(normal_p(h.z, 0))
                                                                   : unknown;
}

static struct numbers adjusted_row(const struct subjects *all, const struct subject *s, struct str what)
{
    double p[SERIES_LIMIT], adjusted[SERIES_LIMIT];
    size_t order[SERIES_LIMIT];
    for (size_t i = 0; i < all->n; i++)
        p[i] = all->list[i].p_normal;
    adjust_p(p, all->n, str_is(what, "p_bh") ? ADJUST_BH : ADJUST_HOLM, order, adjusted);
    return one(adjusted[s - all->list]);
}

/* What our functions give for a row; `known` false where the row's statistic has no counterpart. */
static struct numbers ours(const struct subjects *all, const struct subject *s, struct str method, struct str option,
                           struct str what, bool *known)
{
    struct numbers r = unknown;
    if (has(method, "pelt"))
        r = pelt_row(all, s, method, option, what);
    else if (str_is(method, "ols") || str_is(method, "loglinear_ols"))
        r = ols_row(s, what, str_is(method, "loglinear_ols"));
    else if (str_is(method, "newey_west") || str_is(method, "hc3") || str_is(method, "durbin_watson") ||
             str_is(method, "acf"))
        r = robust_row(s, method, option, what);
    else if (has(method, "_glm"))
        r = glm_row(all, s, method, option, what);
    else if (str_starts(method, "poisson_"))
        r = count_row(s, method, what);
    else if (str_is(method, "pettitt") || str_is(method, "snht") || str_is(method, "buishand_U"))
        r = change_row(all, s, method, what);
    else if (str_is(method, "joinpoint_grid"))
        r = joinpoint_row(all, s, option, what);
    else if (str_is(method, "p.adjust"))
        r = adjusted_row(all, s, what);
    else if (has(method, "mmkh") || has(method, "tfpwmk") || has(method, "hamed_rao") || has(method, "trend_free"))
        r = serial_row(all, s, method, option, what);
    else if (has(method, "sen") || has(method, "siegel") || has(method, "theil") || str_is(what, "Sen's slope") ||
             str_is(what, "slope"))
        r = sen_row(all, s, method, option, str_is(what, "Sen's slope") ? STR("slope") : what);
    else
        r = mann_kendall_row(all, s, option, what);
    *known = r.n > 0 || has(method, "pelt");
    return r;
}

#endif
