/* Times told from another one: "this year", "a year earlier", "the same period", "on Friday". */
#include "etl/narrative/dates.h"

enum { DAYS_OF_QUARTER = 92, SAYING_REACH = 3, WEEKDAY_REACH = 6 };
enum { COMPARED_REACH = 3 };
enum { DATELINE_REACH = 5, DATELINE_DAYS = 3 }; /* items; before the news is published */
enum { MONTHS_BACK = 100 };                     /* times.csv, role back: values from here on are months */

static bool year_told(int year, struct date_mention *m)
{
    if (!year)
        return false;
    whole_year(year, m);
    return true;
}

static bool this_year(const struct sentence *s, struct date_mention *m)
{
    if (!document_year(s))
        return false;
    whole_year(document_year(s), m);
    if (s->document->period_start.year && s->document->period_end.year) {
        m->first = s->document->period_start;
        m->last = s->document->period_end;
    }
    return true;
}

/* "the same period of 2019", "in that period": the last one spoken of, in another year when one is named. */
static bool same_period(const struct sentence *s, size_t *end, struct date_mention *m)
{
    long year;
    size_t k = 0; /* not "the previous quarter", which another count has been held against */
    while (k + 1 < s->n_dates && (s->dates[k].use == DATE_LAST_YEAR ||
                                  date_compare(s->dates[k].first, s->dates[k].last) == 0)) /* nor "On August 10" */
        k++;
    const struct date_mention *carried = s->carried->has_date ? &s->carried->date : &s->carried->spoken;
    const struct date_mention *stretch = &s->carried->stretch; /* "On June 3 a centre opened. In the same period" */
    if (date_compare(carried->first, carried->last) == 0 && stretch->first.year &&
        date_compare(stretch->first, carried->first) <= 0 && date_compare(carried->last, stretch->last) <= 0)
        carried = stretch;
    *m = s->n_dates ? s->dates[k] : *carried;
    if (!m->first.year)
        this_year(s, m);
    m->stated = false;
    if (!m->first.year)
        return false;
    size_t at = *end;
    if (role_at(s, at) == R_IN || role_at(s, at) == R_OF)
        at++;
    int shifted = 0;
    if (plays(s, at, R_LAST_YEAR)) {
        shifted = m->first.year - 1;
    } else if (year_at(s, at, &year)) {
        shifted = (int)year;
        m->stated = true;
    }
    m->use = DATE_IN;
    if (!shifted)
        return true;
    m->last.year += shifted - m->first.year;
    m->first.year = shifted;
    if (m->last.month == 2 && m->last.day > 27)
        m->last.day = days_in_month(m->last.year, 2);
    *end = at + 1;
    return m->last.year > 0;
}

/* "the previous reporting period": of the same length, a year before */
static bool last_period(const struct sentence *s, struct date_mention *m)
{
    if (!s->document->period_start.year || !s->document->period_end.year)
        return false;
    m->use = DATE_LAST_YEAR;
    m->first = s->document->period_start;
    m->last = s->document->period_end;
    m->first.year--;
    m->last.year--;
    if (m->last.month == 2 && m->last.day > 28)
        m->last.day = 28;
    return true;
}

/* "42 in 2023, up from 27 in 2022, while 11 were men, down from 15 the year before": the year that item i tells of is
 * not the one before that which an earlier clause only compares with. 0 when the last year spoken of is meant. */
static int year_of_main_clause(const struct sentence *s, size_t i)
{
    const struct date_mention *last = s->n_dates > 1 ? &s->dates[s->n_dates - 1] : NULL;
    size_t before = last && last->item > COMPARED_REACH ? last->item - (size_t)COMPARED_REACH : 0;
    if (!last || !sentence_has(s, before, last->item, R_COMPARED) || !sentence_has(s, last->item, i, R_SUBORDINATOR))
        return 0;
    return last[-1].first.year;
}

/* "last year" from the document's, "the year before" from the year that was spoken of. */
static bool last_year(const struct sentence *s, size_t i, struct date_mention *m)
{
    bool plain = term_of_role(s, i, R_LAST_YEAR)->value > 0;
    int of_clause = plain ? 0 : year_of_main_clause(s, i);
    int from = plain ? document_year(s) : of_clause ? of_clause : spoken_year(s);
    m->use = plain ? DATE_IN : DATE_LAST_YEAR;
    if (!plain && fiscal_year_before(s, m))
        return true;
    if (!plain && !spoken_date(s) && s->document->period_start.month > 1)
        return last_period(s, m); /* of a report on April to March that has named no other time */
    return from && year_told(from - 1, m);
}

enum { YEARS_LATER = 2, WEEKS_LATER }; /* times.csv, role next_year: behind a number */

/* "the following year", "two years later", of the year that was spoken of; unknown where none was, and for "a week
 * later" */
static bool next_year(const struct sentence *s, size_t i, struct date_mention *m)
{
    const struct date_mention *spoken = spoken_date(s);
    int value = (int)term_of_role(s, i, R_NEXT_YEAR)->value;
    int years = value == YEARS_LATER && i > 0 ? (int)small_number(s, i - 1) : !value;
    m->later = true;
    m->use = DATE_UNDATED;
    if (!spoken || !spoken->last.year || !years)
        return true;
    m->use = DATE_IN;
    if (spoken->last.year != spoken->first.year + 1 || spoken->last.month != spoken->first.month - 1)
        return year_told(spoken->last.year + years, m);
    m->first = spoken->first; /* of a year from April to March */
    m->last = spoken->last;
    m->first.year += years;
    m->last.year += years;
    if (m->last.month == 2)
        m->last.day = days_in_month(m->last.year, 2);
    return true;
}

/* "during the conflict", whose years have been told */
static bool conflict_told(const struct sentence *s, struct date_mention *m)
{
    *m = s->carried->conflict;
    m->use = DATE_IN;
    m->stated = false;
    return m->first.year != 0;
}

/* "the previous quarter": before the document's period, or before the quarter that the sentence tells of */
static bool last_quarter(const struct sentence *s, struct date_mention *m)
{
    struct date from = s->document->period_start;
    if (s->n_dates && date_to_days(s->dates[0].last) - date_to_days(s->dates[0].first) <= DAYS_OF_QUARTER &&
        s->dates[0].last.month - s->dates[0].first.month == 2)
        from = s->dates[0].first;
    if (!from.year)
        return false;
    m->use = DATE_LAST_YEAR;
    m->first = months_before(from, 3);
    m->last = date_from_days(date_to_days(months_before(from, 0)) - 1);
    return true;
}

enum { AGO_YEARS = 1, AGO_MONTHS, AGO_WEEKS, AGO_DAYS }; /* times.csv, role undated */
enum { MOST_MONTHS_AGO = 100 };

/* "Lucknow, Jan 31 (PTI) Police today rescued": the day on which news of the days after was written. */
static void note_dateline(struct sentence *s)
{
    if (s->carried->dateline.year || s->n_dates == 0)
        return;
    const struct date_mention *d = &s->dates[0];
    struct date published = s->document->published;
    size_t behind = d->item + 1u;
    if (d->item == 0 || d->item > DATELINE_REACH || date_compare(d->first, d->last) != 0)
        return;
    bool closed = mark_at(s, behind, '(') || mark_at(s, behind, '-') || mark_at(s, behind, '_') ||
                  mark_at(s, behind, ':') || mark_at(s, behind, '.');
    long ago = date_to_days(published) - date_to_days(d->last);
    if (closed && mark_at(s, d->item - 1u, ',') && s->items[0].capital && ago >= 0 && ago <= DATELINE_DAYS)
        s->carried->dateline = d->last;
}

/* The day that "today" and the days of the week are told from. */
static struct date written_on(struct sentence *s)
{
    note_dateline(s);
    return s->carried->dateline.year ? s->carried->dateline : s->document->published;
}

/* A day told from that of the document; all the time in which it appeared when only its month or year is known. */
static void day_before_publication(struct sentence *s, long days, struct date_mention *m)
{
    const struct document *d = s->document;
    m->first = d->published_from;
    m->last = d->published;
    if (date_compare(m->first, m->last) == 0)
        m->first = m->last = date_from_days(date_to_days(written_on(s)) - days);
}

static void month_before_publication(const struct sentence *s, int months, struct date_mention *m)
{
    const struct document *d = s->document;
    m->first = d->published_from;
    m->last = d->published;
    if (date_to_days(m->last) - date_to_days(m->first) >= DAYS_OF_MONTH) /* only the year is known */
        return;
    m->first = months_before(m->last, months);
    m->last = (struct date){ m->first.year, m->first.month, days_in_month(m->first.year, m->first.month) };
}

/* "two years ago", "ten days ago", the number of which stands before item i */
static bool long_ago(struct sentence *s, size_t i, struct date_mention *m)
{
    int unit = (int)term_of_role(s, i, R_UNDATED)->value;
    double n = i > 0 ? small_number(s, i - 1) : 0;
    if (unit < AGO_YEARS || n <= 0)
        return false;
    const struct term *bound = i > 1 ? item_term(&s->items[i - 2], IN_QUALIFIERS) : NULL;
    if (bound && bound->kind != ABOUT) /* "more than 10 years ago" */
        return false;
    if (unit == AGO_YEARS)
        return document_year(s) && year_told(document_year(s) - (int)n, m);
    if (!s->document->published.year || (unit == AGO_MONTHS && n > MOST_MONTHS_AGO))
        return false;
    if (unit == AGO_MONTHS)
        month_before_publication(s, (int)n, m);
    else
        day_before_publication(s, (long)n * (unit == AGO_WEEKS ? 7 : 1), m);
    return true;
}

/* Reads the words of time at item i that stand for a period; *end: the item behind them. */
static bool period_told(const struct sentence *s, size_t i, size_t *end, struct date_mention *m)
{
    long year;
    switch (role_at(s, i)) {
    case R_THIS_YEAR:
        return this_year(s, m);
    case R_CALENDAR_YEAR:
        return year_told(document_year(s), m);
    case R_SO_FAR: /* "so far this year"; before a year it opens that */
        m->use = DATE_SO_FAR;
        return !year_at(s, *end, &year) && this_year(s, m);
    case R_YEAR_END:
        m->use = DATE_AS_OF;
        if (!year_told(document_year(s), m))
            return false;
        m->first = m->last;
        return true;
    case R_YEAR_ITSELF:
        return role_at(s, i - 1) == R_BY_END && year_told(document_year(s), m);
    case R_THAT_YEAR:
        return year_told(spoken_year(s), m);
    case R_LAST_YEAR:
        return last_year(s, i, m);
    case R_NEXT_YEAR:
        return next_year(s, i, m);
    case R_IN_CONFLICT:
        return conflict_told(s, m);
    case R_LAST_PERIOD:
        return last_period(s, m);
    case R_LAST_QUARTER:
        return last_quarter(s, m);
    case R_SAME_PERIOD:
        return same_period(s, end, m);
    default:
        return false;
    }
}

bool time_relative(struct sentence *s, size_t i)
{
    struct date_mention m = { 0 };
    size_t end = i + 1;
    uint8_t role = role_at(s, i);
    if (role == R_RATE) {
        if (mark_at(s, end, '-') && glued(s, end)) /* "a month-long campaign" */
            return false;
        size_t before = qualified_from(s, i); /* "within a week", "for more than a year" */
        bool within =
            i > 0 && (is_preposition(role_at(s, i - 1)) || (before > 0 && is_preposition(role_at(s, before - 1))));
        if (within && str_starts(item_text(s, i), "a "))
            return false;
        m.use = DATE_RATE;
        date_add(s, i, end, m);
    } else if (role == R_UNDATED) {
        bool ago = long_ago(s, i, &m);
        m.use = ago ? DATE_IN : DATE_UNDATED;
        date_add(s, ago ? i - 1 : i, end, m);
    } else if (role == R_NEXT_YEAR && term_of_role(s, i, R_NEXT_YEAR)->value >= YEARS_LATER) {
        if (i == 0 || small_number(s, i - 1) < 1 || !next_year(s, i, &m))
            return false;
        date_add(s, i - 1, end, m);
    } else {
        if (!period_told(s, i, &end, &m))
            return false;
        date_finish(s, i, end, m);
    }
    return true;
}

/* Does a verb of saying stand next to item i? Then the day is that of the saying, not of the event. */
static bool beside_saying(const struct sentence *s, size_t i, size_t reach)
{
    for (size_t k = i; k-- > 0 && i - k <= reach;) {
        if (plays(s, k, R_SAYING))
            return true;
        if (role_at(s, k) == R_THAT || s->items[k].kind == ITEM_NUMBER ||
            (i - k > 2 && s->items[k].kind == ITEM_MARK) || (i - k > 3 && verb_at(s, k)))
            break;
    }
    for (size_t k = i; k < i + 3 && k < s->n_items; k++) {
        if (plays(s, k, R_SAYING))
            return true;
        if (k >= i && s->items[k].kind == ITEM_MARK)
            return false;
    }
    return false;
}

bool time_of_publication(struct sentence *s, size_t i)
{
    struct date now = written_on(s);
    struct date_mention m = { 0 };
    bool weekday = plays(s, i, R_WEEKDAY);
    if (!now.year || (!weekday && !plays(s, i, R_BACK)))
        return false;
    double value = term_of_role(s, i, weekday ? R_WEEKDAY : R_BACK)->value;
    if (weekday) {
        size_t next = mark_at(s, i + 1, ',') ? i + 2 : i + 1;
        if (point_at(s, next).month) /* "Friday, 15 May" */
            return false;
        long days = date_to_days(now), today = ((days + 3) % 7 + 7) % 7 + 1; /* 1970-01-01 was a Thursday */
        day_before_publication(s, (today - (long)value + 7) % 7, &m);
    } else if (value >= MONTHS_BACK) {
        month_before_publication(s, (int)value - MONTHS_BACK, &m);
    } else {
        day_before_publication(s, (long)value, &m);
    }
    bool today = !weekday && value == 0; /* "announced today that six were charged" */
    m.use = beside_saying(s, i, weekday ? WEEKDAY_REACH : SAYING_REACH) && !today ? DATE_OF_SAYING : DATE_IN;
    if (m.use == DATE_OF_SAYING && weekday && date_compare(m.first, m.last) == 0)
        s->carried->told = m.last;
    date_add(s, i, i + 1, m);
    return true;
}
