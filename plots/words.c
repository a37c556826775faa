#include "plots/words.h"

#include <math.h>

#include "plots/text.h"

enum { SOURCES_IN_FULL = 2, SOURCES_NAMED = 4, TITLE_SERIES = 3 };

#define S(x) (int)(x).n, (x).p

struct str words_add(struct arena *a, struct str text, struct str sentence)
{
    if (sentence.n == 0 || text.n == 0)
        return text.n ? text : sentence;
    return arena_printf(a, "%.*s %.*s", S(text), S(sentence));
}

struct str words_unit(struct arena *a, struct str unit, double step)
{
    const char *each = step == 1 ? " a year" : step == 0.25 ? " a quarter" : step > 0 ? " a month" : "";
    return unit.n ? arena_printf(a, "%.*s%s", S(unit), each) : STR("");
}

struct str words_span(struct arena *a, struct str first, struct str last)
{
    return str_equal(first, last) ? first : arena_printf(a, "%.*s\xE2\x80\x93%.*s", S(first), S(last));
}

/* "Convictions, prosecutions and investigations" */
static struct str list_labels(struct arena *a, const struct chart_model *m)
{
    struct str list = STR("");
    for (size_t i = 0; i < m->n; i++) {
        struct str label = m->series[i].label;
        const char *between = i == 0 ? "" : i + 1 == m->n ? " and " : ", ";
        char first = label.n > 0 ? label.p[0] : '\0';
        bool lower = i > 0 && ascii_is_upper(first) && m->what.n == 0 && label.n > 1 && !ascii_is_upper(label.p[1]);
        if (lower)
            list = arena_printf(a, "%.*s%s%c%.*s", S(list), between, ascii_lower(first), (int)label.n - 1, label.p + 1);
        else
            list = arena_printf(a, "%.*s%s%.*s", S(list), between, S(label));
    }
    return list;
}

static struct str with_common(struct arena *a, struct str text, const struct chart_model *m)
{
    return m->common.n ? arena_printf(a, "%.*s, %.*s", S(text), S(m->common)) : text;
}

static double value_in(const struct chart_series *s, struct str period)
{
    for (size_t k = 0; k < s->n; k++)
        if (str_equal(s->points[k].row->time_period, period))
            return s->points[k].value;
    return NAN;
}

/* "Convictions rose by about 3 a year"; "tended to rise" where the last value does not lie beyond the first. */
static struct str movement(struct arena *a, const struct chart_series *s)
{
    const struct chart_trend *t = &s->trend;
    bool told = (value_in(s, t->period_end) - value_in(s, t->period_start)) * t->direction > 0;
    const char *verb =
        told ? (t->direction > 0 ? "rose" : "fell") : (t->direction > 0 ? "tended to rise" : "tended to fall");
    struct str pace = text_estimate(a, fabs(t->pace));
    if (isnan(t->pace))
        return arena_printf(a, "%.*s %s between %.*s and %.*s", S(s->label), verb, S(t->period_start),
                            S(t->period_end));
    return arena_printf(a, "%.*s %s by about %.*s a year", S(s->label), verb, S(pace));
}

/* What the subtitle adds where the title says no direction. */
static struct str reservation(struct arena *a, const struct chart_trend *t)
{
    struct str p = text_p(a, t->p), low = text_estimate(a, t->slope_low), high = text_estimate(a, t->slope_high),
               change = STR("");
    if (t->sloped)
        change = arena_printf(a, "%g%% interval %s%.*s to %s%.*s a year; ", t->level * 100, t->slope_low > 0 ? "+" : "",
                              S(low), t->slope_high > 0 ? "+" : "", S(high));
    switch (t->verdict) {
    case VERDICT_FEW:
        return STR("; too few values for a trend");
    case VERDICT_CHANCE:
    case VERDICT_NIL:
        return arena_printf(a, "; no clear trend (%.*sn = %ld, p %s%.*s)", S(change), t->n, p.p[0] == '<' ? "" : "= ",
                            S(p));
    case VERDICT_SERIAL:
        return STR("; no clear trend, as neighbouring periods resemble each other");
    case VERDICT_RANGES:
        return STR("; no clear trend: some values are known only as ranges");
    case VERDICT_TURNED:
        return STR("; no single direction: the course turned");
    default:
        return STR("");
    }
}

struct str words_title(struct arena *a, const struct chart_model *m)
{
    const struct chart_series *s = &m->series[0];
    if (m->n == 1 && s->trend.direction != 0)
        return movement(a, s);
    if (m->n == 1 || m->what.n > 0)
        return with_common(a, m->what.n ? m->what : s->label, m);
    if (m->n <= TITLE_SERIES)
        return with_common(a, list_labels(a, m), m);
    return m->common.n ? m->common : arena_printf(a, "%zu series compared", m->n);
}

struct str words_subtitle(struct arena *a, const struct chart_model *m)
{
    const struct chart_series *s = &m->series[0];
    struct str span = words_span(a, m->first_period, m->last_period), unit = words_unit(a, m->unit, s->step);
    bool moved = m->n == 1 && s->trend.direction != 0; /* the title does not say where */
    struct str start = moved ? with_common(a, s->label, m) : STR("");
    struct str text = unit.n ? arena_printf(a, "%.*s%s%.*s (%.*s)", S(start), start.n ? ", " : "", S(span), S(unit))
                             : arena_printf(a, "%.*s%s%.*s", S(start), start.n ? ", " : "", S(span));
    struct str but = m->n == 1 ? reservation(a, &s->trend) : STR("");
    return arena_printf(a, "%.*s%.*s", S(text), S(but));
}

static struct str name_source(struct arena *a, const struct source_record *s)
{
    struct str title = s->title.n ? s->title : s->file;
    if (s->publisher.n == 0 || str_equal_nocase(str_slice(title, 0, s->publisher.n), s->publisher))
        return title;
    return arena_printf(a, "%.*s, %.*s", S(s->publisher), S(title));
}

/* The years in which a publisher's sources came out, "2016" or "2016–2021"; empty when not all say so. */
static struct str years_of(struct arena *a, const struct chart_model *m, struct str publisher)
{
    struct str first = STR(""), last = STR("");
    for (size_t i = 0; i < m->n_sources; i++) {
        struct str year = str_slice(m->sources[i]->published, 0, 4);
        if (!str_equal(m->sources[i]->publisher, publisher))
            continue;
        if (year.n < 4)
            return STR("");
        first = first.n == 0 || str_compare(year, first) < 0 ? year : first;
        last = str_compare(year, last) > 0 ? year : last;
    }
    return words_span(a, first, last);
}

/* "US Department of State (5 documents, 2016–2021)": many sources of one publisher in few words. */
static struct str publisher_words(struct arena *a, const struct chart_model *m, const struct source_record *s)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n_sources; i++)
        n += s->publisher.n > 0 && str_equal(m->sources[i]->publisher, s->publisher);
    if (n <= 1)
        return name_source(a, s);
    struct str years = years_of(a, m, s->publisher);
    return arena_printf(a, "%.*s (%zu documents%s%.*s)", S(s->publisher), n, years.n ? ", " : "", S(years));
}

static bool named_before(const struct chart_model *m, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (m->sources[index]->publisher.n > 0 && str_equal(m->sources[i]->publisher, m->sources[index]->publisher))
            return true;
    return false;
}

struct str words_sources(struct arena *a, const struct chart_model *m)
{
    if (m->n_sources == 0)
        return STR("");
    struct str list = m->n_sources == 1 ? STR("Source: ") : STR("Sources: ");
    bool grouped = m->n_sources > SOURCES_IN_FULL;
    size_t named = 0, left = 0;
    for (size_t i = 0; i < m->n_sources; i++) {
        if (grouped && named_before(m, i))
            continue;
        if (named == SOURCES_NAMED) {
            left++;
            continue;
        }
        struct str name = grouped ? publisher_words(a, m, m->sources[i]) : name_source(a, m->sources[i]);
        list = arena_printf(a, "%.*s%s%.*s", S(list), named++ ? "; " : "", S(name));
    }
    if (left > 0)
        list = arena_printf(a, "%.*s; and %zu more", S(list), left);
    bool ended = list.n > 0 && list.p[list.n - 1] == '.';
    return ended ? list : arena_printf(a, "%.*s.", S(list));
}

struct str words_trend(struct arena *a, const struct chart_series *s)
{
    const struct chart_trend *t = &s->trend;
    if (!t->tested && !t->sloped && !t->few)
        return STR("");
    static const char *const verdicts[] = {
        [VERDICT_NONE] = "Not tested",
        [VERDICT_FEW] = "Too few values for a trend",
        [VERDICT_CHANCE] = "No clear trend",
        [VERDICT_NIL] = "No clear trend, as the yearly change may be nil",
        [VERDICT_SERIAL] = "No clear trend, as neighbouring periods resemble each other",
        [VERDICT_RANGES] = "No clear trend, as some values are known only as ranges",
        [VERDICT_TURNED] = "No single direction, as the course turned; over all periods",
        [VERDICT_RISES] = "Rising",
        [VERDICT_FALLS] = "Falling",
    };
    if (t->verdict == VERDICT_FEW)
        return STR("Too few values for a trend.");
    const char *verdict = verdicts[t->verdict];
    struct str slope = text_estimate(a, t->slope), low = text_estimate(a, t->slope_low),
               high = text_estimate(a, t->slope_high);
    struct str sloped = STR("");
    if (t->sloped)
        sloped = arena_printf(a, ": %s%.*s a year (%g%% interval %.*s to %.*s)", t->slope > 0 ? "+" : "", S(slope),
                              t->level * 100, S(low), S(high));
    struct str p = text_p(a, t->p), tested = STR("");
    if (t->tested)
        tested = arena_printf(a, ", Mann\xE2\x80\x93Kendall p %s%.*s, n = %ld", p.p[0] == '<' ? "" : "= ", S(p), t->n);
    return arena_printf(a, "%s%.*s%.*s.", verdict, S(sloped), S(tested));
}
