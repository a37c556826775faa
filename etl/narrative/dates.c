/* Dates, months, years and words of time: each mention becomes one item, so that no later stage takes
 * a year for a count. */
#include "etl/narrative/dates.h"

#include <stdlib.h>

enum {
    NAME_REACH = 6,
    OPENER_REACH = 9,
    BRACKET_REACH = 5,
    CONFLICT_REACH = 3,
    SPANNING_REACH = 9,
    SPANNING_SLACK = 10
};

void date_add(struct sentence *s, size_t first, size_t end, struct date_mention m)
{
    if (s->n_dates == DATES_LIMIT)
        return;
    m.item = (uint16_t)first;
    s->dates[s->n_dates] = m;
    items_join(s, first, end, ITEM_DATE, s->n_dates++);
}

/* The second point of a range that starts with `a`; {0} when there is none. `to_end`: "to the end of". */
static struct point range_end(const struct sentence *s, size_t before, const struct point *a, bool *to_end)
{
    long short_year;
    size_t i = a->end;
    bool dash = mark_at(s, i, '-') || mark_at(s, i, '_') || (mark_at(s, i, '/') && !a->month);
    uint8_t opener = before < s->n_items ? s->items[before].role : (uint8_t)R_NONE;
    if (mark_at(s, i, ',') &&
        (role_at(s, i + 1) == R_TO || role_at(s, i + 1) == R_THROUGH || role_at(s, i + 1) == R_AND))
        i++;
    *to_end = role_at(s, i) == R_BY_END && opener == R_FROM;
    bool word = role_at(s, i) == R_TO || role_at(s, i) == R_THROUGH || *to_end ||
                (plays(s, i, R_AS_OF) && opener == R_FROM) || (role_at(s, i) == R_AND && opener == R_BETWEEN);
    if (!dash && !word)
        return (struct point){ 0 };
    i += word && opener == R_BETWEEN && plays(s, i + 1, R_ENDING); /* "between May 2016 and up to 2 March 2021" */
    if (a->year && dash && plain_digits(s, i + 1, 2, 2, &short_year) && short_year >= a->year % 100 && !a->month)
        return (struct point){ .year = a->year - a->year % 100 + (int)short_year, .end = i + 2 };
    if (a->day && day_at(s, i + 1, &short_year) && !point_at(s, i + 1).month &&
        short_year > a->day) /* June 1 through 12 */
        return (struct point){ a->year, a->month, (int)short_year, a->deduced, i + 2 };
    if (plays(s, i + 1, R_PART_OF_MONTH)) /* "September to mid-November" */
        i += mark_at(s, i + 2, '-') ? 2 : 1;
    return point_at(s, i + 1);
}

/* "May and June", "2017, 2018 and 2019": one period over all; the last point, {0} when there is but one. */
static struct point list_end(const struct sentence *s, const struct point *a)
{
    struct point last = { 0 };
    size_t i = a->end;
    if (a->day || (mark_at(s, i, ',') && role_at(s, i + 1) == R_AND && opens_predicate(s, i + 3)))
        return last; /* "14 in 2019, and 2020 saw 20" */
    while (mark_at(s, i, ',') || role_at(s, i) == R_AND) {
        size_t next = mark_at(s, i, ',') && role_at(s, i + 1) == R_AND ? i + 2 : i + 1;
        bool closes = role_at(s, next - 1) == R_AND;
        next += !a->month && plays(s, next, R_PART_OF_MONTH); /* "in 2015 and early 2016" */
        struct point b = point_at(s, next);
        if (!b.end || b.day || !b.month != !a->month || (a->month && a->year && !closes))
            break;
        i = b.end;
        if (closes) {
            last = b;
            break;
        }
    }
    return last;
}

/* What stands before a date says how it is meant; returns the item where the mention starts. */
static size_t take_opener(const struct sentence *s, size_t i, struct date_mention *m, bool *end_of)
{
    size_t start = i;
    while (start > 0) {
        size_t at = start - 1;
        if (plays(s, at, R_AS_OF) || role_at(s, at) == R_THROUGH || role_at(s, at) == R_BY)
            m->use = DATE_AS_OF;
        else if (role_at(s, at) == R_SINCE)
            m->use = DATE_SINCE;
        else if (role_at(s, at) == R_BY_END)
            *end_of = true;
        else if (role_at(s, at) == R_SO_FAR)
            m->use = DATE_SO_FAR;
        else if (role_at(s, at) != R_DETERMINER || at == 0 ||
                 (role_at(s, at - 1) != R_BY_END && role_at(s, at - 1) != R_SINCE))
            break;
        start--;
    }
    if (start == i && i > 0 &&
        (role_at(s, i - 1) == R_IN || role_at(s, i - 1) == R_PREPOSITION)) /* "since its establishment in January" */
        for (size_t k = i - 1;
             k-- > 0 && i - k <= OPENER_REACH && (s->items[k].kind != ITEM_MARK || mark_at(s, k, '-'));)
            if (role_at(s, k) == R_SINCE)
                m->use = DATE_SINCE;
    return start;
}

/* A period that runs on ends with the document's telling, or with its own year when that is over. */
static struct date end_of_telling(const struct sentence *s, struct date from)
{
    struct date now = statement_date(s);
    return now.year && date_compare(now, from) >= 0 ? now : (struct date){ from.year, 12, 31 };
}

void date_finish(struct sentence *s, size_t first, size_t end, struct date_mention m)
{
    bool end_of = false;
    size_t start = take_opener(s, first, &m, &end_of);
    fiscal_year(s, start, end, &m);
    bool month = m.first.year == m.last.year && m.first.month == m.last.month;
    if (end_of && !month) /* the end of a month is told as that month, the end of a year as its last day */
        m.first = m.last;
    m.since = m.use == DATE_SINCE;
    if (m.since)
        m.last = end_of_telling(s, m.first);
    if (m.use == DATE_SO_FAR) {
        struct date now = s->document->published.year ? s->document->published : statement_date(s);
        if (date_compare(now, m.first) >= 0 && date_compare(now, m.last) < 0)
            m.last = now;
        m.use = DATE_IN;
    }
    date_add(s, start, end, m);
}

/* Fills the years that the words leave out, so that the range runs forward. */
static void fill_years(const struct sentence *s, struct point *a, struct point *b)
{
    bool ends = b->end != 0;
    if (!ends) {
        a->year = a->year ? a->year : year_for_month(s, a->month);
    } else if (a->year && !a->month && !b->year) { /* "between 2011 and October 31" */
        b->year = year_for_month(s, b->month);
    } else if (a->year && !b->year) {
        b->year = a->year + (b->month && b->month < a->month);
        if (b->month && s->document->period_start.year > b->year) /* a report leaves out its own year */
            b->year = s->document->period_start.year;
    } else if (!a->year) {
        b->year = b->year ? b->year : year_for_month(s, b->month);
        a->year = b->year - (a->month > b->month && b->month);
    }
}

/* "2019 and 2018", "from 2019 to 2017": two dates, no range. */
static bool runs_backward(const struct sentence *s, struct point a, struct point b)
{
    fill_years(s, &a, &b);
    return a.year && b.year && (a.year > b.year || (a.year == b.year && a.month && a.month > b.month));
}

/* "between 1 and 15 June 2022", "from 3rd to 5th May": the first day has only its number. */
static bool days_range(const struct sentence *s, size_t i, struct point *a, struct point *b)
{
    long day;
    size_t behind = skip_ordinal(s, i + 1);
    uint8_t role = role_at(s, behind);
    if (!day_at(s, i, &day) || (role != R_AND && role != R_TO && !mark_at(s, behind, '-') && !mark_at(s, behind, '_')))
        return false;
    *b = point_at(s, behind + 1);
    *a = (struct point){ b->year, b->month, (int)day, b->deduced, b->end };
    return b->end && b->day > day && s->items[behind + 1].kind == ITEM_DIGITS;
}

/* "the 2014 Law", "the 2015-20 National Plan", "the Act of 2009": the year is part of a name. */
static bool names_instrument(const struct sentence *s, size_t first, size_t end)
{
    if (s->items[first].kind != ITEM_DIGITS)
        return false;
    if (first > 1 && role_at(s, first - 1) == R_OF && plays(s, first - 2, R_INSTRUMENT))
        return true;
    bool adjective = first > 0 && role_at(s, first - 1) == R_DETERMINER; /* "the 2008 anti-trafficking law" */
    for (size_t i = end; i < end + NAME_REACH && i < s->n_items; i++) {
        bool named = i > end || s->items[i].last > s->items[i].first + 1; /* "the 2018 penal code" */
        if (plays(s, i, R_INSTRUMENT) || (adjective && named && role_at(s, i) == R_STATUTE))
            return true;
        bool owns = mark_at(s, i, 's') && s->items[i - 1].capital; /* "the 2005 Women's and Children's Act" */
        bool joins = role_at(s, i) == R_AND && i > end && i + 1 < s->n_items && s->items[i + 1].capital;
        if (!s->items[i].capital && !(adjective && topic_at(s, i)) && !owns && !joins)
            return false;
    }
    return false;
}

/* "from January 2021 to date", "from 2006 until now" */
static bool into_now(const struct sentence *s, size_t i, size_t end)
{
    return i > 0 && (role_at(s, i - 1) == R_FROM || role_at(s, i - 1) == R_BETWEEN) && plays(s, end, R_TO_NOW);
}

static bool try_point(struct sentence *s, size_t i)
{
    struct point a = point_at(s, i), b = { 0 };
    bool to_end, days = !a.end && days_range(s, i, &a, &b);
    if (!a.end || (!days && b.end))
        return false;
    if (!days)
        b = range_end(s, i ? i - 1 : s->n_items, &a, &to_end);
    if (!b.end)
        b = list_end(s, &a);
    if (b.end && runs_backward(s, a, b))
        b = (struct point){ 0 };
    struct date_mention m = { .stated = (a.year && !a.deduced) || (b.year && !b.deduced) }, part;
    size_t end = b.end ? b.end : a.end, behind;
    bool between = i && role_at(s, i - 1) == R_BETWEEN && role_at(s, a.end) == R_AND;
    bool into = i && role_at(s, i - 1) == R_FROM && (role_at(s, a.end) == R_TO || role_at(s, a.end) == R_THROUGH);
    if (!b.end && a.year && (between || into) && part_of_year(s, a.end + 1, &behind, &part)) {
        point_period(a, &m.first, &m.last); /* "between January 2019 and the first semester of 2020" */
        m.last = part.last;
        date_finish(s, i, behind, m);
        return true;
    }
    fill_years(s, &a, &b);
    if (a.year <= 0 || (b.end && b.year <= 0))
        return false;
    point_period(a, &m.first, &m.last);
    if (b.end) {
        struct date unused;
        point_period(b, &unused, &m.last);
    } else if (!a.month && end < s->n_items && str_is(item_text(s, end), "s") &&
               (first_token(s, end)->flags & TOKEN_GLUED)) {
        m.last.year += 9; /* the 1990s */
        end++;
        struct point next = role_at(s, end) == R_AND ? point_at(s, end + 1) : (struct point){ 0 };
        if (next.end && !next.month && next.end < s->n_items && str_is(item_text(s, next.end), "s")) {
            m.last.year = next.year + 9; /* "the 1970s and 1980s" */
            end = next.end + 1;
        }
    }
    if (!m.first.year || !m.last.year || date_compare(m.last, m.first) < 0)
        return false;
    if (into_now(s, i, end)) {
        m.use = DATE_SINCE;
        end++;
    }
    if (names_instrument(s, i, end))
        m.use = DATE_OF_NAME;
    date_finish(s, i, end, m);
    return true;
}

static bool make_day(int year, long month, long day, struct date_mention *m)
{
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, (int)month))
        return false;
    m->first = m->last = (struct date){ year, (int)month, (int)day };
    m->stated = true;
    return true;
}

/* "23.4": day and month as one number with a decimal point. */
static bool day_and_month(const struct sentence *s, size_t i, long *day, long *month)
{
    struct str text = item_text(s, i);
    size_t dot = str_find_byte(text, '.', 0);
    return s->items[i].kind == ITEM_DIGITS && dot < text.n && text.n <= 5 &&
           str_to_long(str_slice(text, 0, dot), day) && str_to_long(str_slice(text, dot + 1, text.n), month);
}

/* "2019-04-23", "23.4.2019", "23/04/2019" */
static bool time_in_digits(struct sentence *s, size_t i)
{
    long year, a = 0, b = 0;
    struct date_mention m = { 0 };
    if (!year_at(s, i, &year))
        return false;
    bool iso = mark_at(s, i + 1, '-') && mark_at(s, i + 3, '-') && plain_digits(s, i + 2, 2, 2, &a) &&
               plain_digits(s, i + 4, 2, 2, &b);
    if (iso && make_day((int)year, a, b, &m)) {
        date_finish(s, i, i + 5, m);
        return true;
    }
    bool dotted = i > 1 && mark_at(s, i - 1, '.') && glued(s, i) && day_and_month(s, i - 2, &a, &b);
    if (dotted && make_day((int)year, b, a, &m)) {
        date_finish(s, i - 2, i + 1, m);
        return true;
    }
    char mark = i > 3 && s->items[i - 1].kind == ITEM_MARK ? s->items[i - 1].mark : 0;
    bool parts = (mark == '/' || mark == '.' || mark == '-') && mark_at(s, i - 3, mark) && glued(s, i) &&
                 plain_digits(s, i - 2, 1, 2, &b) && plain_digits(s, i - 4, 1, 2, &a);
    bool month_first = b > 12 || (a <= 12 && str_is(s->document->ref_area, "USA")); /* 5/23/2019 */
    if (!parts || !make_day((int)year, month_first ? a : b, month_first ? b : a, &m))
        return false;
    date_finish(s, i - 4, i + 1, m);
    return true;
}

/* "since January" with "as of 29 September" in the sentence ends there. */
static void close_open_periods(struct sentence *s)
{
    for (size_t i = 0; i < s->n_dates; i++)
        for (size_t j = 0; j < s->n_dates && s->dates[i].use == DATE_SINCE; j++)
            if (s->dates[j].use == DATE_AS_OF && date_compare(s->dates[j].last, s->dates[i].first) > 0)
                s->dates[i].last = s->dates[j].last;
}

static long days_of(const struct date_mention *d) { return date_to_days(d->last) - date_to_days(d->first); }

/* Do the words between two dates only lead from the one to the other (", spanning from")? */
static bool leads_over(const struct sentence *s, const struct date_mention *d, const struct date_mention *days)
{
    if (days->item - d->item > SPANNING_REACH)
        return false;
    for (size_t i = d->item + 1u; i < days->item; i++)
        if (s->items[i].kind == ITEM_DIGITS || s->items[i].verb || s->items[i].noun || mark_at(s, i, ';') ||
            mark_at(s, i, '.') || role_at(s, i) == R_AND || role_at(s, i) == R_COMPARED || number_word(s, i))
            return false;
    return true;
}

/* "the past six months of the fiscal year, spanning from July 17, 2023, to January 14, 2024": the days say what the
 * span is when they are about as long. */
static void take_days_of_span(struct sentence *s)
{
    for (size_t k = 0; k < s->n_dates; k++) {
        struct date_mention *d = &s->dates[k];
        for (size_t j = k + 1; j < s->n_dates && !d->stated && d->use == DATE_IN; j++) {
            const struct date_mention *days = &s->dates[j];
            long length = days_of(d), other = days_of(days);
            bool alike = length > 1 && labs(length - other) <= length / SPANNING_SLACK;
            if (days->use == DATE_IN && days->stated && alike && leads_over(s, d, days)) {
                d->first = days->first;
                d->last = days->last;
                d->stated = true;
            }
        }
    }
}

/* "fiscal year 2018 (July 16, 2017 to July 15, 2018)": the days in brackets say what the year is. */
static void take_bracketed_days(struct sentence *s)
{
    for (size_t k = 0; k + 1 < s->n_dates; k++) {
        struct date_mention *d = &s->dates[k], *days = &s->dates[k + 1];
        bool bracketed = mark_at(s, days->item - 1u, '(') && mark_at(s, days->item + 1u, ')');
        if (bracketed && days->item - d->item <= BRACKET_REACH && date_compare(days->first, days->last) < 0 &&
            days->first.year >= d->first.year - 1 && days->last.year <= d->last.year + 1) {
            d->first = days->first;
            d->last = days->last;
        }
    }
}

/* "the 1996-2006 civil conflict": what "during the conflict" means from here on. */
static void note_conflict(struct sentence *s)
{
    for (size_t k = 0; k < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k];
        bool years = spans_years(d) && d->last.year > d->first.year;
        for (size_t i = d->item + 1u; years && i <= d->item + (size_t)CONFLICT_REACH; i++)
            if (plays(s, i, R_CONFLICT))
                s->carried->conflict = *d;
    }
}

void dates_find(struct sentence *s)
{
    s->n_dates = 0;
    if (!(s->tells & TELLS_TIME))
        return;
    for (size_t i = 0; i < s->n_items; i++) {
        if (!(s->items[i].tells & TELLS_TIME) || (s->items[i].kind != ITEM_PHRASE && s->items[i].kind != ITEM_DIGITS))
            continue;
        size_t had = s->n_dates;
        if (!time_in_digits(s, i) && !try_point(s, i) && !time_part_of_year(s, i) && !time_window(s, i) &&
            !time_relative(s, i))
            time_of_publication(s, i);
        if (s->n_dates > had) /* what opened the date has been joined to it */
            i = s->dates[had].item;
    }
    if (s->n_dates)
        items_number(s);
    for (size_t k = 0; k < s->n_dates; k++) { /* "the girls taken in 2014" */
        size_t i = s->dates[k].item;
        if (i > 0 && s->items[i - 1].verb && s->items[i - 1].last == s->items[i - 1].first + 2 &&
            str_ends(item_text(s, i - 1), " in"))
            item_keep_first(s, i - 1);
    }
    close_open_periods(s);
    take_bracketed_days(s);
    take_days_of_span(s);
    note_conflict(s);
}
