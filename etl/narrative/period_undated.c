/* The period of a figure that its sentence does not date. */
#include "etl/narrative/dates.h"
#include "etl/narrative/people.h"
#include "etl/narrative/periods.h"
#include "etl/narrative/stories.h"

enum { DAY_HOLDS = 1, PERIOD_HOLDS = 3 }; /* sentences */
enum { MOST_LOST = 500 };                 /* in one event */

/* Is the carried date still meant? A day is that of one event; a month or year holds on for some sentences. */
static bool is_near(const struct sentence *s, const struct number *n)
{
    const struct carried *c = s->carried;
    bool day = date_compare(c->date.first, c->date.last) == 0;
    if (day && n->indicator == SENTENCE_TERM &&
        !c->date_of_court) /* the day of the arrest is not that of the sentence */
        return false;
    bool justice = is_suspect_indicator(n->indicator);
    bool before = c->date.last.year < s->document->period_start.year;
    bool months = date_to_days(c->date.last) - date_to_days(c->date.first) <= DAYS_OF_MONTH;
    if (justice && before && (months || c->date_of_missing) &&
        !c->date_of_court) /* "In 2019 students were kidnapped. 17 people were charged" */
        return false;
    for (size_t k = 0; k < s->n_dates; k++) /* "a report released in May found": not of the April before it */
        if (s->dates[k].use == DATE_OF_NAME && s->dates[k].item < n->item && !day)
            return false;
    /* A report on a year of its own, as from April to March, names a month for one count; one on a calendar year tells
     * what happened in it. */
    int start = s->document->period_start.month;
    if (months && !day && start > 1)
        return false;
    return c->has_date && c->date_age <= (day ? DAY_HOLDS : PERIOD_HOLDS);
}

/* "According to its July 3 report": of that day, as far as the report says nothing else. NULL when there is none. */
static const struct date_mention *date_of_report(const struct sentence *s, const struct number *n)
{
    for (size_t k = 0; k < s->n_dates; k++)
        if (s->dates[k].of_report && s->dates[k].item < n->item)
            return &s->dates[k];
    return NULL;
}

/* On the day that somebody said so, else on that of the news. */
static void set_now(const struct sentence *s, struct number *n)
{
    const struct document *d = s->document;
    struct date told = s->carried->told;
    struct date_mention now = { .first = told.year ? told : d->published_from,
                                .last = told.year ? told : d->published };
    period_set(n, &now, "context");
}

/* "eight others were missing": people lost in what the news tells of. */
static bool lost_in_event(const struct sentence *s, const struct number *n)
{
    return n->indicator == MISSING && n->high <= MOST_LOST && !is_missing_still(s, n) && !is_missing_now(s, n);
}

/* A figure that its sentence does not date: the period of what it is a part of, one told nearby, or the document's. */
void period_undated(const struct sentence *s, struct number *n)
{
    const struct document *doc = s->document;
    struct date_mention own = { .first = doc->period_start, .last = doc->period_end };
    if (!own.first.year && doc->published.year)
        own = (struct date_mention){ .first = { doc->published.year, 1, 1 }, .last = { doc->published.year, 12, 31 } };
    const struct date_mention *report = date_of_report(s, n);
    if (report)
        period_set(n, report, report->stated ? "stated" : "context");
    else if (n->from >= NUMBERS_LIMIT && s->carried->total.basis && s->carried->total.basis[0])
        period_share(n, &s->carried->total);
    else if (is_near(s, n))
        period_set(n, &s->carried->date, "context");
    else if (s->carried->heading_date.first.year)
        period_set(n, &s->carried->heading_date, "context");
    else if (s->carried->story.first.year)
        period_set(n, &s->carried->story, "context");
    else if (s->carried->event.first.year && (is_of_event(n) || lost_in_event(s, n)))
        period_set(n, &s->carried->event, "context");
    else if (is_news(s) && is_missing_now(s, n))
        set_now(s, n);
    else if (own.first.year && own.last.year)
        period_set(n, &own, "default");
}

size_t before_number(const struct sentence *s, const struct number *n)
{
    size_t i = n->item;
    while (i > 0 && (item_term(&s->items[i - 1], IN_QUALIFIERS) || item_term(&s->items[i - 1], IN_CURRENCIES)))
        i--;
    return i ? i - 1 : s->n_items;
}

bool is_former(const struct sentence *s, const struct number *n)
{
    size_t from = before_number(s, n);
    bool changed = role_at(s, from) == R_COMPARED && str_ends(item_text(s, from), "from");
    if (role_at(s, from) != R_FROM && !changed) /* "fell from" */
        return false;
    if (changed && n->currency.n)
        return true;                                            /* "$216,530, an increase from $150,110" */
    const struct number *other = n > s->numbers ? n - 1 : NULL; /* "convictions fell to 12 in 2019 from 17" */
    if (!changed && other && !other->why_not && n->head < 0 && changes_before(s, other->item, R_TO))
        return true;
    for (size_t k = (size_t)(n - s->numbers) + 1; k < s->n_numbers; k++) {
        const struct number *m = &s->numbers[k];
        if (mark_at(s, m->item - 1u, '(') || mark_at(s, before_number(s, m), '('))
            continue; /* the same sum in another currency */
        return !m->why_not && role_at(s, before_number(s, m)) == R_TO;
    }
    return false;
}
