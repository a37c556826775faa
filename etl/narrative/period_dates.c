/* The date that stands with a number: in its bracket, before its colon, behind it in its clause, or opening the clause.
 */
#include "etl/narrative/dates.h"
#include "etl/narrative/people.h"
#include "etl/narrative/periods.h"

enum { PAIR_REACH = 6 };

/* "from two towns", "in three districts": a number that only tells where. */
static bool tells_where(const struct sentence *s, size_t i)
{
    uint8_t before = i ? role_at(s, i - 1) : (uint8_t)R_NONE;
    return s->numbers[s->items[i].index].why_not && (before == R_FROM || before == R_IN);
}

/* "728 people in 589 cases in 2022": is the number at item i only of the cases that the people before are of? */
static bool in_cases(const struct sentence *s, size_t i)
{
    size_t from = phrase_from(s, i);
    const struct term *people = from > 1 ? noun_at(s, from - 2) : NULL, *cases = noun_at(s, i + 1);
    return role_at(s, from - 1) == R_IN && people && people->kind == NOUN_PERSON && cases && cases->kind == NOUN_CASE;
}

/* Does the clause of what stands before end at item i? "and arrested", "while 40 were"; not "rescued and freed". */
static bool clause_breaks(const struct sentence *s, size_t i)
{
    const struct item *item = &s->items[i];
    bool count = item->kind == ITEM_NUMBER && !tells_where(s, i) && !in_cases(s, i) &&
                 !age_at_item(s, i); /* not "girls as young as nine are sold every year" */
    return count || item_is_mark(item, ';') || item->role == R_SUBORDINATOR ||
           (item->role == R_AND && verb_at(s, i + 1) && !(i > 0 && verb_at(s, i - 1)));
}

/* "the highest figure since 2013 (2,808)": does a time without an end stand right before the bracket that opens at item
 * open? */
bool date_is_since_before(const struct sentence *s, const struct date_mention *d, size_t open)
{
    return d->item + 1u == open && mark_at(s, open, '(') && d->since;
}

/* "in 2021 (943)", "2020 (4 people in 3 cases)": the date right before a bracket that names none itself. */
static const struct date_mention *date_of_bracket(const struct sentence *s, const struct number *n)
{
    size_t close, open = bracket_around(s, n->item, &close);
    if (open == 0 || open == s->n_items || close == s->n_items || s->items[open - 1].kind != ITEM_DATE)
        return NULL;
    for (size_t i = open; i < close; i++)
        if (s->items[i].kind == ITEM_DATE)
            return NULL;
    const struct date_mention *d = &s->dates[s->items[open - 1].index];
    return dates_nothing(d) && !date_is_since_before(s, d, open) ? NULL : d;
}

/* "2021: 48; 2020: 55": the date right before the colon that the number stands behind; "an annual average of 40". */
static const struct date_mention *date_of_label(const struct sentence *s, const struct number *n)
{
    size_t i = qualified_from(s, n->item);
    if (i > 0 && s->items[i - 1].kind == ITEM_DATE && s->dates[s->items[i - 1].index].use == DATE_RATE &&
        str_ends(item_text(s, i - 1), "of")) /* not "on average 350" */
        return &s->dates[s->items[i - 1].index];
    bool labelled = i > 1 && mark_at(s, i - 1, ':') && s->items[i - 2].kind == ITEM_DATE;
    const struct date_mention *d = labelled ? &s->dates[s->items[i - 2].index] : NULL;
    return d && d->use == DATE_IN ? d : NULL;
}

/* "(21 victims of sex trafficking, eight of both forms, and two of forced labor in 2018)": the one date, which a
 * bracket of counts ends with, is that of all of them. */
static const struct date_mention *date_closing_bracket(const struct sentence *s, const struct number *n)
{
    size_t close, open = bracket_around(s, n->item, &close);
    if (open == s->n_items || close == s->n_items || s->items[close - 1].kind != ITEM_DATE)
        return NULL;
    for (size_t i = open; i + 1 < close; i++)
        if (s->items[i].kind == ITEM_DATE || role_at(s, i) == R_INCLUDING || role_at(s, i) == R_OF_THEM ||
            role_at(s, i) == R_RELATIVE || mark_at(s, i, ';'))
            return NULL;
    const struct date_mention *d = &s->dates[s->items[close - 1].index];
    return d->use == DATE_IN ? d : NULL;
}

static bool judged(const struct number *n)
{
    return n->indicator == SENTENCE_TERM || n->indicator == SENTENCES || n->indicator == CONVICTIONS;
}

/* The end of a bracket right behind the number's phrase that names no date, 0 when none opens at item i. */
static size_t over_dateless_bracket(const struct sentence *s, size_t i, const struct number *n)
{
    if (!mark_at(s, i, '(') || i != (size_t)n->phrase_last + 1)
        return 0;
    for (size_t j = i + 1; j < s->n_items && s->items[j].kind != ITEM_DATE; j++)
        if (mark_at(s, j, ')'))
            return j;
    return 0;
}

/* "convicted five soldiers of forced disappearance committed in 2014", "two sentences in disappearance cases from
 * 1982": when it happened, not when they were judged, if the sentence tells that before. */
static bool is_of_crime(const struct sentence *s, const struct number *n, const struct date_mention *d)
{
    bool justice = is_suspect_indicator(n->indicator), told = false, crime = false;
    for (size_t k = 0; k < s->n_dates && justice; k++)
        told = told || (s->dates[k].item < n->item && !dates_nothing(&s->dates[k]) &&
                        date_compare(d->last, s->dates[k].first) < 0);
    for (size_t i = n->item + 1u; i < d->item && told; i++)
        crime = crime || (topic_at(s, i) && topic_at(s, i)->subject == MISSING_PERSONS) ||
                (noun_at(s, i) && noun_at(s, i)->indicator == MISSING);
    return crime;
}

/* ", including 420 in April alone": is the date at item `date` that of the part at item `number` alone? */
bool date_is_own(const struct sentence *s, size_t number, size_t date)
{
    bool right_behind = date == number + 1 || (date == number + 2 && is_preposition(role_at(s, number + 1)));
    return right_behind && date < s->n_items && s->items[date].kind == ITEM_DATE &&
           s->items[number].kind == ITEM_NUMBER && role_at(s, phrase_from(s, number) - 1u) == R_INCLUDING;
}

/* "in 2019 (42)", "2019 (837 persons)": is the date that of the number in the bracket behind it? */
bool date_is_of_bracket(const struct sentence *s, const struct date_mention *d)
{
    size_t i = d->item + 2u;
    bool number = mark_at(s, i - 1, '(') && i < s->n_items && s->items[i].kind == ITEM_NUMBER;
    return number && !d->claimed && (mark_at(s, i + 1, ')') || (noun_at(s, i + 1) && mark_at(s, i + 2, ')')));
}

/* The date that belongs to the number: one behind it before the next number or the end of its clause. */
static const struct date_mention *date_behind(const struct sentence *s, const struct number *n)
{
    bool opened = false, relative = false, including = false;
    const struct date_mention *found = NULL;
    for (size_t i = n->item + 1u; i < s->n_items; i++) {
        i = skip_comparison(s, i);
        const struct item *item = &s->items[i];
        if (item->kind == ITEM_DATE) {
            const struct date_mention *d = &s->dates[item->index];
            if (d->opens)
                break;
            if (is_of_crime(s, n, d) || (d->use == DATE_UNDATED && relative) || date_is_of_relative(s, d, n) ||
                date_is_of_bracket(s, d) || date_is_aside(s, d, n) || (date_is_adjective(s, d) && s->n_dates > 1))
                continue;
            if (!dates_nothing(d) && (n->compared || !d->compared) && (!found || d->use == DATE_AS_OF))
                found = d;
            continue;
        }
        size_t sum = n->currency.n ? over_sum(s, i) : 0;
        size_t close = sum ? sum : over_dateless_bracket(s, i, n);
        if (close) {
            i = close; /* "33 victims (20 men and 13 women) in 2016" */
            continue;
        }
        opened = opened || item_is_mark(item, '(');
        relative = relative || item->role == R_RELATIVE || item->role == R_THAT || item->role == R_OF_THEM;
        including = including || item->role == R_INCLUDING;
        if (including && item->kind == ITEM_NUMBER && s->numbers[item->index].from == (int)(n - s->numbers)) {
            i += date_is_own(s, i, i + 1) ? 1 : date_is_own(s, i, i + 2) ? 2 : 0;
            continue; /* ", including nine children," */
        }
        bool crime =
            item->role == R_FOR && judged(n) && s->n_dates > 1; /* "to four years for what he did since 2011" */
        if (crime || clause_breaks(s, i) || (item_is_mark(item, ')') && !opened))
            break;
    }
    return found;
}

/* "587, and in 2017 it was 269": the date that opens the clause of the number. */
static const struct date_mention *date_of_clause(const struct sentence *s, const struct number *n)
{
    for (size_t k = 0; k < s->n_dates; k++)
        if (date_opens_when(s, &s->dates[k], n)) /* "the lowest since 2012, when 290 were" */
            return &s->dates[k];
    for (size_t i = n->item; i-- > 0 && !clause_breaks(s, i);)
        if (s->items[i].kind == ITEM_DATE)
            return s->dates[s->items[i].index].opens ? &s->dates[s->items[i].index] : NULL;
    return NULL;
}

/* "nine prosecuted and 12 convicted in 2019", "(57 adults and 42 children in 2017)": a comparison shares its date. */
const struct date_mention *date_of_pair(const struct sentence *s, const struct number *n)
{
    size_t from = (size_t)n->phrase_last + 1;
    size_t over = n->compared ? over_dateless_bracket(s, from, n) : 0; /* "225 (19 boys) and 87 in 2019" */
    const struct number *next = n + 1;
    while (over && next < s->numbers + s->n_numbers && next->item < over)
        next++;
    from = over ? over + 1 : n->item + 1u;
    if (next >= s->numbers + s->n_numbers || next->why_not || next->item >= from + (size_t)PAIR_REACH)
        return NULL;
    bool joined = false;
    for (size_t i = from; i < next->item; i++) {
        if (s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_DATE || role_at(s, i) == R_SUBORDINATOR)
            return NULL;
        joined = joined || role_at(s, i) == R_AND;
    }
    const struct date_mention *d = joined ? date_behind(s, next) : NULL;
    bool aside = d && !date_is_aside(s, d, n);
    for (size_t i = n->item; aside && i-- > 0 && !mark_at(s, i, '(');)
        aside = i > 0 && s->items[i].kind != ITEM_NUMBER && !mark_at(s, i, ')');
    return d && (n->compared || aside) ? d : NULL;
}

struct date_mention end_of_span(const struct sentence *s, const struct number *n, const struct date_mention *d)
{
    const struct number *first = s->numbers, *last = s->numbers + s->n_numbers - 1;
    uint8_t step = role_at(s, before_number(s, n));
    bool from = n < last && step == R_FROM && role_at(s, before_number(s, n + 1)) == R_TO;
    bool to = n > first && step == R_TO && role_at(s, before_number(s, n - 1)) == R_FROM;
    struct date_mention end = *d;
    if (!(from || to) || d->use != DATE_IN || d->item > n->item || d->first.year >= d->last.year || d->fiscal)
        return (struct date_mention){ 0 };
    int year = from ? d->first.year : d->last.year;
    end.first = (struct date){ year, 1, 1 };
    end.last = (struct date){ year, 12, 31 };
    return end;
}

/* "65 calls received in 2018 resulting in 25 investigations": the date right before the "-ing" that the number is the
 * result of, NULL when none stands there. */
static const struct date_mention *date_of_cause(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item; i-- > 1 && s->items[i].kind != ITEM_MARK && s->items[i].kind != ITEM_NUMBER;)
        if (s->items[i - 1].kind == ITEM_DATE) {
            const struct date_mention *d = &s->dates[s->items[i - 1].index];
            return plays(s, i, R_RESULTING) && d->use == DATE_IN ? d : NULL;
        }
    return NULL;
}

const struct date_mention *date_of_number(const struct sentence *s, const struct number *n)
{
    const struct date_mention *d = date_of_bracket(s, n);
    d = d ? d : date_of_label(s, n);
    d = d ? d : date_behind(s, n);
    d = d ? d : date_closing_bracket(s, n);
    d = d ? d : date_of_cause(s, n);
    return d ? d : date_of_clause(s, n);
}
