#include "stats/account.h"

#include <math.h>
#include <stdio.h>

#include "stats/course.h"

const struct trend_row *account_row(const struct account *s, const char *method, const char *term)
{
    char name[160];
    snprintf(name, sizeof name, s->part.n ? "%s (%.*s)" : "%s", term, (int)s->part.n, s->part.p);
    for (size_t i = 0; i < s->n_trends; i++)
        if (str_is(s->trends[i].method, method) && str_is(s->trends[i].term, name) &&
            str_is(s->trends[i].outcome, "ok"))
            return &s->trends[i];
    return NULL;
}

bool account_known(const struct account *s, const char *method)
{
    for (size_t i = 0; i < s->n_trends; i++)
        if (str_is(s->trends[i].method, method))
            return true;
    return false;
}

double account_estimate(const struct account *s, const char *method, const char *term, double otherwise)
{
    const struct trend_row *row = account_row(s, method, term);
    return row && !isnan(row->estimate) ? row->estimate : otherwise;
}

/* 30, 4.2, 0.35: two figures that matter. */
void put_rate(struct buf *out, double v)
{
    v = fabs(v);
    if (v >= 10 && v < 1e15)
        buf_put_grouped(out, v, 0);
    else
        buf_printf(out, v >= 1 ? "%.1f" : "%.2g", v);
}

void put_signed(struct buf *out, double v)
{
    buf_puts(out, v < 0 ? "-" : "+");
    put_rate(out, v);
    buf_puts(out, "%");
}

void put_p(struct buf *out, double p)
{
    if (p < 0.001)
        buf_puts(out, "p < 0.001");
    else
        buf_printf(out, "p = %.*f", p < 0.0995 ? 3 : 2, p);
}

void put_p_at_most(struct buf *out, double p)
{
    if (p < 0.001)
        buf_puts(out, "p < 0.001");
    else
        buf_printf(out, "p at most %.3f", ceil(1000 * p) / 1000);
}

double value_in(const struct account *s, struct str period)
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

void put_what(const struct account *s, bool capital)
{
    for (size_t i = 0; i < s->what.n; i++) {
        char c = s->what.p[i] == '_' ? ' ' : s->what.p[i];
        buf_putc(s->out, i == 0 && capital && c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
}

void put_str(struct buf *out, struct str text) { buf_put(out, text); }

/* "46 in 2016" */
void put_point(const struct account *s, struct str period)
{
    put_value(s->out, value_in(s, period));
    buf_puts(s->out, " in ");
    put_str(s->out, period);
}
