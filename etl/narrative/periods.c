/* The period of each figure: stated in its sentence, carried from one nearby, or the document's own. */
#include "etl/narrative/periods.h"

#include "etl/narrative/dates.h"
#include "etl/narrative/ellipsis.h"
#include "etl/narrative/people.h"
#include "etl/narrative/stories.h"

enum { ADJECTIVE_REACH = 5, FRONTED = 2, YEARS_PAST = 2 };

void period_set(struct number *n, const struct date_mention *d, const char *basis)
{
    n->period_first = d->first;
    n->period_last = d->last;
    n->basis = d->use == DATE_RATE ? "rate" : d->use == DATE_UNDATED ? "" : basis;
    if (d->use == DATE_RATE || d->use == DATE_UNDATED)
        n->period_first = n->period_last = (struct date){ 0 };
}

void period_share(struct number *n, const struct number *total)
{
    n->period_first = total->period_first;
    n->period_last = total->period_last;
    n->basis = total->basis;
}

/* "since 2014, when 276 girls were abducted": the year, month or day that the period starts with. */
static void set_start(struct number *n, const struct date_mention *d)
{
    struct date first = d->first, last = first;
    if (first.month == 1 && first.day == 1)
        last = (struct date){ first.year, 12, 31 };
    else if (first.day == 1)
        last.day = days_in_month(first.year, first.month);
    n->period_first = first;
    n->period_last = last;
    n->basis = d->stated ? "stated" : "context";
}

static const char *basis_of(const struct date_mention *d) { return d->stated ? "stated" : "context"; }
/* "three were children; one came in 2017", "to shelters, where 12 remained at the end of the year": what stands behind
 * a semicolon or "where" is told of something else. */
static bool other_clause(const struct sentence *s, size_t first, size_t last)
{
    bool opened = false;
    for (size_t i = first; i < last; i++) {
        if (mark_at(s, i, ';') || (opened && s->items[i].kind == ITEM_NUMBER))
            return true;
        opened = opened || (role_at(s, i) == R_SUBORDINATOR && i > first);
    }
    return false;
}

/* ", with more than 50 disappearing in 2021": what stands behind "with" is told of another count. */
static bool tells_another(const struct sentence *s, size_t first, size_t last)
{
    for (size_t i = first + 1; i + 1 < last; i++) {
        size_t behind = i + 1;
        while (behind < last && item_term(&s->items[behind], IN_QUALIFIERS))
            behind++;
        if (mark_at(s, i - 1, ',') && role_at(s, i) == R_PREPOSITION && behind < last &&
            s->items[behind].kind == ITEM_NUMBER)
            return true;
    }
    return false;
}

/* A verb in the past in items [first, last)? */
static bool tells_past(const struct sentence *s, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++)
        if (role_at(s, i) == R_BE || role_at(s, i) == R_HAVE ||
            (verb_at(s, i) && (s->items[i].verb->verb_forms & FORM_PAST)))
            return true;
    return false;
}

/* "sheltered 88, of which 64 were new and 24 had been identified in 2019": does the number that stands before the date
 * have a verb of its own between, behind that of n? */
static bool has_own_clause(const struct sentence *s, const struct number *n, const struct date_mention *d)
{
    int by = nearest_number(s, d->item);
    size_t m = by >= 0 ? s->numbers[by].item : 0;
    const struct term *noun = by >= 0 ? s->numbers[by].noun : NULL;
    bool aside = by < 0 || s->numbers[by].why_not || !noun || noun->kind > NOUN_CASE; /* "in 28 raids conducted in" */
    if (aside || m <= n->item || !tells_past(s, m + 1, d->item))
        return false;
    bool part = false;
    for (size_t i = n->item + 1u; i < m; i++)
        part = part || role_at(s, i) == R_OF_THEM;
    return part || tells_past(s, n->item + 1u, m);
}

/* "found 30 of the 276 girls abducted in 2014": is the date of what befell the 276? */
static bool is_of_whole(const struct sentence *s, const struct number *n, const struct date_mention *d)
{
    const struct number *whole = is_part_of_whole(s, n) ? n + 1 : NULL;
    bool past = document_year(s) && d->last.year < document_year(s);
    bool own = past && whole && whole->act && whole->act != n->act && whole->verb > (int)whole->item;
    return own && whole->verb < (int)d->item && (n->verb < (int)n->item || n->verb > (int)d->item);
}

/* "uncovered 206 cases and arrested 543 suspects since 2019": what a list of such counts ends with is of all. */
static bool is_of_law_enforcement(const struct number *n)
{
    return n->indicator == OFFENCES || is_suspect_indicator(n->indicator);
}

/* Before the number, the last date that no other number claims; else after it, one that is not only compared with. */
static const struct date_mention *date_of_sentence(const struct sentence *s, const struct number *n)
{
    const struct date_mention *free_one = NULL, *claimed = NULL, *after = NULL;
    for (size_t k = 0; k < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k];
        size_t total = date_total_behind(s, d);
        if (total && total == n->item)
            return d;
        if (total)
            continue;
        if (d->use == DATE_RATE && d->item <= 1)
            free_one = d; /* "Every year ..." */
        if (dates_nothing(d) || d->use == DATE_RATE || (d->compared && !(n->compared && d->item > n->item)) ||
            (d->use == DATE_UNDATED && date_is_of_part(s, d)))
            continue;
        if (date_is_of_bracket(s, d) && d->item > n->item) /* "as many victims (84) as in 2019 (42)" */
            continue;
        if (date_is_aside(s, d, n) || (d->item < n->item && date_is_of_noun(s, d, n)))
            continue;
        if (d->item < n->item && date_is_adjective(s, d) && n->item - d->item > ADJECTIVE_REACH &&
            !date_names_study(s, d) && d->item > FRONTED) /* not "During its February session" */
            continue;
        bool base = d->use == DATE_SINCE && d->item + 2u == phrase_from(s, n->item) && role_at(s, d->item + 1u) == R_TO;
        if (base || (d->claimed && is_missing_still(s, n)))
            continue; /* "rose by 300 since 2016 to 4,000"; "22 are still missing after gunmen seized 110 in 2018" */
        if (d->claimed && role_at(s, d->item - 1u) == R_FROM && spans_years(d) && d->first.year == d->last.year)
            continue; /* "15 new cases, in addition to 23 cases from 2019" */
        if (d->item > n->item &&
            (other_clause(s, n->item, d->item) || is_of_whole(s, n, d) || date_is_of_relative(s, d, n)))
            continue;
        if (d->claimed && !n->compared && d->item > n->item && has_own_clause(s, n, d))
            continue;
        bool of_next =
            d->item > n->item + 2u && ((d->claimed && tells_another(s, n->item, d->item)) ||
                                       date_is_own(s, d->item - 2u, d->item) || date_is_own(s, d->item - 1u, d->item));
        if (of_next) /* "500 were missing, with more than 50 disappearing in 2021 alone" */
            continue;
        if (d->item > n->item)
            after = !after && (d->use == DATE_IN || (d->use == DATE_LAST_YEAR && n->compared) ||
                               (d->use == DATE_AS_OF && s->n_dates == 1) || /* a list that ends "as of July" */
                               (d->use == DATE_SINCE && s->n_dates == 1 && is_of_law_enforcement(n)))
                        ? d
                        : after;
        else if (d->claimed)
            claimed = d;
        else
            free_one = d;
    }
    return free_one ? free_one : claimed ? claimed : after;
}

/* "225 children (19 boys and 206 girls)": the count right before the bracket that the number is told in, NULL when
 * there is none. */
static const struct number *count_before_bracket(const struct sentence *s, const struct number *n)
{
    size_t close, open = bracket_around(s, n->item, &close);
    int m = open < s->n_items ? nearest_number(s, open) : -1;
    return m >= 0 && (size_t)s->numbers[m].phrase_last + 1 == open && !s->numbers[m].why_not ? &s->numbers[m] : NULL;
}

/* The count of this sentence whose time the number shares; of "40 cases in 2020, including 24 of sex trafficking" the
 * 40, also when the 24 belong to a longer list. */
static const struct number *dated_total(const struct sentence *s, const struct number *n)
{
    if (n->from < 0 || n->from >= NUMBERS_LIMIT)
        return NULL;
    const struct number *outside = count_before_bracket(s, n);
    if (outside && outside->compared && outside->dated)
        return outside;
    const struct number *nearest = nearest_total(s, n);
    return !n->compared && nearest->compared ? nearest : &s->numbers[n->from];
}

/* "Compared with 2018, when 64 were identified, authorities identified 81": the time of the clause that "when" opens is
 * not that of the main one. */
static bool leaves_when(const struct sentence *s, const struct number *n, const struct number *total)
{
    for (size_t k = 0; k < s->n_dates; k++)
        if (date_opens_when(s, &s->dates[k], total))
            return !date_opens_when(s, &s->dates[k], n);
    return false;
}

/* "As of 2019 a total of 867 were missing since the 1990s": the day of the statement, also for what was counted since
 * earlier. */
static const struct date_mention *date_of_statement(const struct sentence *s, const struct number *n,
                                                    const struct date_mention *d)
{
    bool since = d->use == DATE_SINCE || d->last.year - d->first.year >= YEARS_PAST;
    size_t first, last;
    clause_around(s, n->item, &first, &last);
    for (size_t k = 0; k < s->n_dates && since; k++) {
        const struct date_mention *as_of = &s->dates[k];
        bool before = as_of->item >= first && as_of->item < n->item && as_of->use == DATE_AS_OF && !as_of->claimed;
        if (before && date_compare(d->first, as_of->first) < 0)
            return as_of;
    }
    return d;
}

void periods_find(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++)
        s->numbers[k].compared = is_compared_with(s, s->numbers[k].item);
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        const struct date_mention *d = date_of_number(s, n);
        d = d ? date_of_statement(s, n, d) : NULL;
        d = d ? d : date_of_pair(s, n);
        const struct number *total = dated_total(s, n);
        bool still = total && total->dated && n->act && n->act != total->act && is_missing_still(s, n);
        if (still || (total && leaves_when(s, n, total))) /* "of 640 abducted in 2014, 280 remain missing" now */
            total = NULL;
        if (!d && is_former(s, n)) {
            n->basis = "";
            n->dated = true;
            continue;
        }
        bool whole = k > 0 && is_whole(s, n) && n[-1].dated; /* "in the second quarter 6 of 30" */
        total = whole ? &n[-1] : total;
        if (!d && total && (n->compared == total->compared || total->compared) && total->basis[0]) {
            period_share(n, total);
            n->dated = total->dated;
            continue;
        }
        if (!d && k > 0 && n->currency.n && mark_at(s, before_number(s, n), '(') && s->numbers[k - 1].currency.n) {
            period_share(n, &s->numbers[k - 1]); /* the same sum in another currency */
            n->dated = s->numbers[k - 1].dated;
            continue;
        }
        if (!d)
            d = date_of_sentence(s, n);
        n->dated = d != NULL;
        const struct date_mention ends = d ? end_of_span(s, n, d) : (struct date_mention){ 0 };
        d = ends.first.year ? &ends : d;
        bool starts = d && (date_opens_when(s, d, n) || date_is_since_before(s, d, n->item - 1u));
        if (starts && (d->use == DATE_SINCE || d->use == DATE_OF_NAME))
            set_start(n, d);
        else if (d)
            period_set(n, d, basis_of(d));
        else
            period_undated(s, n);
    }
    compared_periods(s);
    periods_respective(s);
}
