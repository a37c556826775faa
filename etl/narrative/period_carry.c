/* What a sentence leaves to the next ones: its period, and whether it told of a court's decision. */
#include "etl/narrative/periods.h"

enum { YEARS_OF_A_LIST = 3 };

bool is_of_court(const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *verb = verb_at(s, i);
        if (role_at(s, i) == R_COURT || (verb && (verb->indicator == CONVICTIONS || verb->indicator == SENTENCES)))
            return true;
    }
    return false;
}

/* "19 of whom authorities arrested as of October": up to when one count runs, not when the rest happened. */
static bool is_of_clause(const struct sentence *s, const struct date_mention *d)
{
    for (size_t i = d->item; i-- > 0 && d->use == DATE_AS_OF;)
        if (role_at(s, i) == R_RELATIVE || role_at(s, i) == R_OF_THEM)
            return true;
    return false;
}

/* "(99 potential victims in 2017)": told beside the count that the text is about. */
static bool in_brackets(const struct sentence *s, const struct date_mention *d)
{
    size_t close, open = bracket_around(s, d->item, &close);
    bool counted = false;
    for (size_t i = open; i < s->n_items && i < close && !counted; i++) /* also "(2021/22: 936)" */
        counted = s->items[i].kind == ITEM_NUMBER || (i < d->item && role_at(s, i) == R_RELATIVE);
    return counted;
}

/* A count held against "the previous reporting period", in a report whose period is no calendar year. */
static bool tells_last_period(const struct sentence *s)
{
    struct date start = s->document->period_start;
    start.year--;
    if (start.month == 1) /* then it may only be "the year before" of a carried year */
        return false;
    for (size_t k = 0; k < s->n_dates; k++)
        if (s->dates[k].use == DATE_LAST_YEAR && date_compare(s->dates[k].first, start) == 0)
            return true;
    return false;
}

bool period_leaves(const struct sentence *s)
{
    if (tells_last_period(s))
        return true;
    for (size_t k = 0; k < s->n_dates; k++)
        if (is_of_clause(s, &s->dates[k]) && s->dates[k].first.year != s->carried->date.first.year)
            return true;
    return false;
}

/* "the 2014 disappearances of 43 students": when that happened, not when the rest did. */
static bool names_event(const struct sentence *s, const struct date_mention *d)
{
    const struct term *noun = noun_at(s, d->item + 1u);
    return date_is_adjective(s, d) && noun && noun->indicator && d->last.year < s->document->period_start.year;
}

/* The period that a sentence leaves to the next ones. */
bool period_to_carry(const struct sentence *s, struct date_mention *out)
{
    const struct date_mention *first = NULL, *last = NULL, *report = NULL;
    size_t claimed = 0;
    if (plays(s, 0, R_BY_COMPARISON) && s->n_numbers) /* "In comparison, 37 were identified in 2018" */
        return false;
    bool counts = false; /* "all appeared to have been freed as of February" leaves nothing */
    for (size_t k = 0; k < s->n_numbers; k++)
        counts = counts || !s->numbers[k].why_not;
    for (size_t k = 0; k < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k];
        report = d->of_report && counts ? d : report;
        if (dates_nothing(d) || d->use == DATE_RATE || d->use == DATE_UNDATED || d->use == DATE_LAST_YEAR ||
            (d->use == DATE_AS_OF && !counts) || names_event(s, d) || d->compared || is_of_clause(s, d) ||
            in_brackets(s, d))
            continue;
        first = first ? first : d;
        last = d;
        claimed += d->claimed;
    }
    first = first ? first : report;
    last = last ? last : report;
    if (!first)
        return false;
    *out = *first;
    if (claimed >= YEARS_OF_A_LIST && date_compare(first->first, last->last) < 0)
        out->last = last->last; /* "15 in 2017, five in 2018 and six in 2019": what follows is about all of them */
    return true;
}
