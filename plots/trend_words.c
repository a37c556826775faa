/* The trend chart in words: its legend for the note, its series for the alternative text. */
#include <math.h>

#include "plots/text.h"
#include "plots/trend_parts.h"
#include "plots/words.h"

#define S(x) (int)(x).n, (x).p

struct seen {
    bool ranged, open_range, interval, upward, approximate, provisional, conflicting, suppressed, line, change, rising;
};

static struct seen look_at(const struct chart_model *m)
{
    struct seen seen = { .change = trend_has_change(m) };
    for (size_t i = 0; i < m->n; i++) {
        const struct chart_series *s = &m->series[i];
        seen.line = seen.line || trend_has_line(m, s);
        seen.rising = seen.rising || s->trend.direction != 0;
        for (size_t k = 0; k < s->n; k++) {
            const struct chart_point *p = &s->points[k];
            seen.ranged |= p->ranged && isfinite(p->high);
            seen.upward |= isinf(p->high) != 0;
            seen.interval |= p->interval && isfinite(p->high);
            seen.approximate |= p->approximate;
            seen.provisional |= p->provisional;
            seen.conflicting |= p->conflicting;
            seen.suppressed |= p->suppressed;
        }
    }
    return seen;
}

struct str trend_legend(struct arena *a, const struct chart_model *m)
{
    struct seen seen = look_at(m);
    size_t gaps;
    struct str note = STR("");
    if (seen.ranged)
        note = words_add(a, note,
                         seen.conflicting ? STR("Whiskers: range stated, or values on which sources differ (ringed).")
                                          : STR("Whiskers: range stated by the source."));
    else if (seen.conflicting)
        note = words_add(a, note, STR("Ringed: sources disagree."));
    if (seen.interval)
        note = words_add(a, note,
                         seen.suppressed ? STR("Short bars: small count withheld, no value known.")
                                         : STR("Broad bars: an interval is stated, no value."));
    if (seen.upward)
        note = words_add(a, note, STR("Arrows: only a least value is stated."));
    if (seen.approximate)
        note = words_add(a, note,
                         STR("Open markers: \xE2\x80\x9C"
                             "about\xE2\x80\x9D, no range stated."));
    if (seen.provisional)
        note = words_add(a, note, STR("Crosses: part of the period, left out of the trend."));
    if (seen.line)
        note = words_add(a, note,
                         arena_printf(a, "Dashed: Theil\xE2\x80\x93Sen line with %g%% confidence band.",
                                      m->series[0].trend.level * 100));
    if (seen.change)
        note = words_add(a, note,
                         seen.rising
                             ? STR("Dotted: change point by Pettitt's test, which a steady trend can also set off.")
                             : STR("Dotted: change point by Pettitt's test."));
    trend_gaps(a, m, &gaps);
    return gaps ? words_add(a, note, STR("Grey: no figure found.")) : note;
}

static struct str gap_in_words(struct arena *a, const struct chart_model *m, struct gap g)
{
    if (m->series[0].step != 1)
        return STR("");
    if (g.from == g.to)
        return arena_printf(a, "%.0f", g.from);
    return arena_printf(a, "%.0f\xE2\x80\x93%.0f", g.from, g.to);
}

struct str trend_gaps_in_words(struct arena *a, const struct chart_model *m)
{
    size_t n;
    struct gap *gaps = trend_gaps(a, m, &n);
    struct str list = STR("");
    for (size_t i = 0; i < n && i < 6; i++) {
        struct str one = gap_in_words(a, m, gaps[i]);
        if (one.n)
            list = arena_printf(a, "%.*s%s%.*s", S(list), list.n ? ", " : "", S(one));
    }
    return list.n ? arena_printf(a, "No figure for %.*s.", S(list)) : STR("");
}

struct str trend_series_in_words(struct arena *a, const struct chart_series *s, bool named)
{
    const struct chart_point *first = NULL, *last = NULL, *most = NULL, *least = NULL;
    for (size_t k = 0; k < s->n; k++) {
        const struct chart_point *p = &s->points[k];
        if (p->provisional)
            continue;
        first = first ? first : p;
        last = p;
        if (p->interval)
            continue;
        most = !most || p->value > most->value ? p : most;
        least = !least || p->value < least->value ? p : least;
    }
    if (!first)
        return STR("");
    struct str head = named ? arena_printf(a, "%.*s: ", S(s->label)) : STR("");
    struct str one = chart_point_text(a, first), end = chart_point_text(a, last);
    struct str text = arena_printf(a, "%.*s%.*s in %.*s", S(head), S(one), S(first->row->time_period));
    if (last != first)
        text = arena_printf(a, "%.*s, %.*s in %.*s", S(text), S(end), S(last->row->time_period));
    if (most && most != first && most != last) {
        struct str value = chart_point_text(a, most);
        text = arena_printf(a, "%.*s; highest %.*s in %.*s", S(text), S(value), S(most->row->time_period));
    }
    if (least && least != first && least != last && least != most) {
        struct str value = chart_point_text(a, least);
        text = arena_printf(a, "%.*s; lowest %.*s in %.*s", S(text), S(value), S(least->row->time_period));
    }
    return words_add(a, arena_printf(a, "%.*s.", S(text)), words_trend(a, s));
}
