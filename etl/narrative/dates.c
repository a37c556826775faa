/* Dates, months, years and words of time: each mention becomes one item, so that no later stage takes
 * a year for a count. */
#include "etl/narrative/sentence.h"

enum { EARLIEST_YEAR = 1900, LATEST_YEAR = 2035 };

/* A point in time with the parts that the words give. 0: not given. */
struct point {
    int year, month, day;
    size_t end; /* item behind it; 0: no point here */
};

static const struct token *item_token(const struct sentence *s, size_t i)
{
    return &s->tokens->list[s->items[i].first];
}

static bool plain_digits(const struct sentence *s, size_t i, size_t least, size_t most, long *value)
{
    if (i >= s->n_items || s->items[i].kind != ITEM_DIGITS || (item_token(s, i)->flags & TOKEN_COMMAS))
        return false;
    struct str text = item_text(s, i);
    return text.n >= least && text.n <= most && str_to_long(text, value);
}

static uint8_t role_at(const struct sentence *s, size_t i)
{
    return i < s->n_items ? s->items[i].role : R_NONE;
}

static bool countable_at(const struct sentence *s, size_t i)
{
    return i < s->n_items && s->items[i].noun &&
           (s->items[i].noun->kind == NOUN_PERSON || s->items[i].noun->kind == NOUN_CASE);
}

static bool year_at(const struct sentence *s, size_t i, long *year)
{
    if (!plain_digits(s, i, 4, 4, year) || *year < EARLIEST_YEAR || *year > LATEST_YEAR)
        return false;
    if (i > 0 && item_term(&s->items[i - 1], IN_CURRENCIES))
        return false;
    if (i > 0 && s->items[i - 1].kind == ITEM_PHRASE && item_term(&s->items[i - 1], IN_QUALIFIERS) &&
        role_at(s, i - 1) == R_NONE)
        return false;
    if (i + 1 < s->n_items && (item_term(&s->items[i + 1], IN_CURRENCIES) || role_at(s, i + 1) == R_MEASURE_AFTER))
        return false;
    return !(countable_at(s, i + 1) && i > 0 && s->items[i - 1].verb); /* "identified 2016 victims" is a count */
}

static bool day_at(const struct sentence *s, size_t i, long *day)
{
    return plain_digits(s, i, 1, 2, day) && *day >= 1 && *day <= 31;
}

static int month_at(const struct sentence *s, size_t i)
{
    return role_at(s, i) == R_MONTH ? (int)s->items[i].grammar->value : 0;
}

static bool mark_at(const struct sentence *s, size_t i, char mark)
{
    return i < s->n_items && item_is_mark(&s->items[i], mark);
}

/* Skips the letters of "5th" and a comma before a year. */
static size_t skip_ordinal(const struct sentence *s, size_t i)
{
    return role_at(s, i) == R_ORDINAL && (item_token(s, i)->flags & TOKEN_GLUED) ? i + 1 : i;
}

static size_t year_behind(const struct sentence *s, size_t i, long *year)
{
    size_t at = mark_at(s, i, ',') ? i + 1 : i;
    if (role_at(s, at) == R_OF)
        at++;
    return year_at(s, at, year) ? at + 1 : 0;
}

static struct point point_at(const struct sentence *s, size_t i)
{
    struct point p = { 0 };
    long day = 0, year = 0;
    size_t next;
    if (day_at(s, i, &day)) { /* 5 July [2020] */
        size_t month = skip_ordinal(s, i + 1);
        if (role_at(s, month) == R_OF)
            month++;
        p.month = month_at(s, month);
        if (!p.month)
            return (struct point){ 0 };
        p.day = (int)day;
        p.end = month + 1;
    } else if ((p.month = month_at(s, i)) != 0) { /* July [5][, 2020] */
        p.end = i + 1;
        if (day_at(s, i + 1, &day) && !countable_at(s, i + 2)) {
            p.day = (int)day;
            p.end = skip_ordinal(s, i + 2);
        }
    } else if (year_at(s, i, &year)) {
        return (struct point){ (int)year, 0, 0, i + 1 };
    } else {
        return p;
    }
    if ((next = year_behind(s, p.end, &year))) {
        p.year = (int)year;
        p.end = next;
    }
    return p;
}

static int document_year(const struct sentence *s)
{
    return s->document->period_start.year ? s->document->period_start.year : s->document->published.year;
}

static struct date statement_date(const struct sentence *s)
{
    return s->document->period_end.year ? s->document->period_end : s->document->published;
}

static void point_period(struct point p, struct date *first, struct date *last)
{
    int month_first = p.month ? p.month : 1, month_last = p.month ? p.month : 12;
    *first = (struct date){ p.year, month_first, p.day ? p.day : 1 };
    *last = (struct date){ p.year, month_last, p.day ? p.day : days_in_month(p.year, month_last) };
    if (p.day > days_in_month(p.year, month_last))
        *first = *last = (struct date){ 0 };
}

/* Turns items [first, end) into one date item. */
static void add_date(struct sentence *s, size_t first, size_t end, struct date_mention m)
{
    if (s->n_dates == DATES_LIMIT)
        return;
    m.item = (uint16_t)first;
    s->dates[s->n_dates] = m;
    items_join(s, first, end, ITEM_DATE, s->n_dates++);
}

/* The second point of a range that starts with `a`, whose end is given; {0} when there is none. */
static struct point range_end(const struct sentence *s, size_t before, const struct point *a)
{
    long short_year;
    size_t i = a->end;
    bool dash = mark_at(s, i, '-') || mark_at(s, i, '_');
    uint8_t opener = before < s->n_items ? s->items[before].role : (uint8_t)R_NONE;
    if (mark_at(s, i, ',') && (role_at(s, i + 1) == R_TO || role_at(s, i + 1) == R_THROUGH))
        i++;
    bool word = role_at(s, i) == R_TO || role_at(s, i) == R_THROUGH ||
                ((role_at(s, i) == R_AND || role_at(s, i) == R_TO) && opener == R_BETWEEN);
    if (role_at(s, i) == R_THROUGH && opener != R_FROM && !a->month)
        word = true;
    if (!dash && !word)
        return (struct point){ 0 };
    if (a->year && dash && plain_digits(s, i + 1, 2, 2, &short_year) && short_year >= a->year % 100)
        return (struct point){ a->year - a->year % 100 + (int)short_year, 0, 0, i + 2 };
    if (a->month && a->day && day_at(s, i + 1, &short_year) && !month_at(s, i + 2) && short_year > a->day)
        return (struct point){ a->year, a->month, (int)short_year, i + 2 }; /* "June 1 through 12" */
    return point_at(s, i + 1);
}

/* What stands before a date says how it is meant; returns the item where the mention starts. */
static size_t take_opener(const struct sentence *s, size_t i, struct date_mention *m, bool *end_of)
{
    size_t start = i;
    while (start > 0) {
        uint8_t role = s->items[start - 1].role;
        if (role == R_AS_OF || role == R_THROUGH || role == R_BY)
            m->use = DATE_AS_OF;
        else if (role == R_SINCE)
            m->use = DATE_SINCE;
        else if (role == R_BY_END)
            *end_of = true;
        else if (role != R_DETERMINER || start < 2 || (s->items[start - 2].role != R_BY_END && s->items[start - 2].role != R_SINCE))
            break;
        start--;
    }
    return start;
}

static void finish(struct sentence *s, size_t first, size_t end, struct date_mention m)
{
    bool end_of = false;
    size_t start = take_opener(s, first, &m, &end_of);
    if (end_of)
        m.first = m.last;
    if (m.use == DATE_SINCE) {
        m.last = statement_date(s);
        if (!m.last.year || date_compare(m.last, m.first) < 0)
            m.last = (struct date){ m.first.year, 12, 31 };
    }
    add_date(s, start, end, m);
}

/* "between 1 and 15 June 2022": the first day has only its number. */
static bool days_range(const struct sentence *s, size_t i, struct point *a, struct point *b)
{
    long day;
    uint8_t role = role_at(s, i + 1);
    if (!day_at(s, i, &day) || (role != R_AND && role != R_TO && !mark_at(s, i + 1, '-') && !mark_at(s, i + 1, '_')))
        return false;
    *b = point_at(s, i + 2);
    *a = (struct point){ b->year, b->month, (int)day, b->end };
    return b->end && b->day > day && s->items[i + 2].kind == ITEM_DIGITS;
}

static bool try_point(struct sentence *s, size_t i)
{
    struct point a = point_at(s, i), b = { 0 };
    bool days = !a.end && days_range(s, i, &a, &b);
    if (!a.end || (!days && b.end))
        return false;
    if (!days)
        b = range_end(s, i ? i - 1 : s->n_items, &a);
    size_t end = b.end ? b.end : a.end;
    bool decade = !b.end && a.year && !a.month && end < s->n_items && str_is(item_text(s, end), "s") &&
                  (item_token(s, end)->flags & TOKEN_GLUED); /* the 1990s */
    bool stated = a.year || b.year;
    if (b.end && !b.year)
        b.year = a.year && !a.month ? a.year : document_year(s);
    if (!a.year)
        a.year = b.end && b.year ? b.year : document_year(s);
    if (!a.year || (b.end && !b.year))
        return false;
    struct date_mention m = { .stated = stated };
    point_period(a, &m.first, &m.last);
    if (b.end) {
        struct date unused;
        point_period(b, &unused, &m.last);
    }
    if (decade) {
        m.last.year += 9;
        end++;
    }
    if (!m.first.year || !m.last.year || date_compare(m.last, m.first) < 0)
        return false;
    finish(s, i, end, m);
    return true;
}

/* "of the year", "of 2020", "of this year" behind a part of a year; the document's year otherwise. */
static int year_of_part(const struct sentence *s, size_t *end, bool *stated)
{
    long year;
    size_t i = *end;
    if (role_at(s, i) == R_OF || role_at(s, i) == R_IN)
        i++;
    *stated = false;
    if (year_at(s, i, &year)) {
        *end = i + 1;
        *stated = true;
        return (int)year;
    }
    if (role_at(s, i) == R_THIS_YEAR || role_at(s, i) == R_YEAR_ITSELF)
        *end = i + 1;
    else if (role_at(s, i) == R_LAST_YEAR) {
        *end = i + 1;
        return document_year(s) - 1;
    }
    return document_year(s);
}

static double small_number(const struct sentence *s, size_t i)
{
    long value;
    const struct term *word = i < s->n_items ? item_term(&s->items[i], IN_NUMBERS) : NULL;
    if (plain_digits(s, i, 1, 2, &value))
        return (double)value;
    return word && word->kind == NUMBER_UNIT ? word->value : 0;
}

/* "first nine months of the year", "first half of 2020", "second quarter". */
static bool try_part(struct sentence *s, size_t i)
{
    int first_month = 0, last_month = 0;
    size_t end = i + 1;
    if (role_at(s, i) == R_FIRST_MONTHS) {
        double n = small_number(s, i + 1);
        const struct term *unit = i + 2 < s->n_items ? s->items[i + 2].noun : NULL;
        if (n < 1 || n > 12 || !unit || unit->unit != MONTHS)
            return false;
        first_month = 1;
        last_month = (int)n;
        end = i + 3;
    } else if (role_at(s, i) == R_PART_OF_YEAR) { /* value: parts a year * 10 + which */
        int value = (int)s->items[i].grammar->value;
        int months = 12 / (value / 10);
        first_month = months * (value % 10 - 1) + 1;
        last_month = first_month + months - 1;
    } else {
        return false;
    }
    bool stated;
    int year = year_of_part(s, &end, &stated);
    if (!year)
        return false;
    finish(s, i, end, (struct date_mention){ .first = { year, first_month, 1 },
                                             .last = { year, last_month, days_in_month(year, last_month) },
                                             .stated = stated });
    return true;
}

static void whole_year(int year, struct date_mention *m)
{
    m->first = (struct date){ year, 1, 1 };
    m->last = (struct date){ year, 12, 31 };
}

/* The year that "the year before" is told from: the last one in the sentence, else the carried one. */
static int reference_year(const struct sentence *s)
{
    for (size_t i = s->n_dates; i-- > 0;)
        if (s->dates[i].first.year)
            return s->dates[i].first.year;
    return s->carried->has_date ? s->carried->date.first.year : document_year(s);
}

static bool try_relative(struct sentence *s, size_t i)
{
    struct date_mention m = { 0 };
    long year;
    size_t end = i + 1;
    switch (role_at(s, i)) {
    case R_THIS_YEAR:
        if (!document_year(s))
            return false;
        whole_year(document_year(s), &m);
        if (s->document->period_start.year && s->document->period_end.year) {
            m.first = s->document->period_start;
            m.last = s->document->period_end;
        }
        break;
    case R_YEAR_END:
        if (!document_year(s))
            return false;
        whole_year(document_year(s), &m);
        m.first = m.last;
        break;
    case R_YEAR_ITSELF:
        if (!document_year(s) || i == 0 || s->items[i - 1].role != R_BY_END)
            return false;
        whole_year(document_year(s), &m);
        break;
    case R_LAST_YEAR:
        if (!reference_year(s))
            return false;
        m.use = DATE_LAST_YEAR;
        whole_year(reference_year(s) - 1, &m);
        break;
    case R_SAME_PERIOD:
        if (!s->n_dates && !s->carried->has_date)
            return false;
        m = s->n_dates ? s->dates[0] : s->carried->date;
        if (m.last.year != m.first.year)
            return false;
        m.stated = false;
        if (role_at(s, end) == R_IN || role_at(s, end) == R_OF)
            end++;
        int shifted = role_at(s, end) == R_LAST_YEAR ? m.first.year - 1 : 0;
        if (year_at(s, end, &year)) {
            shifted = (int)year;
            m.stated = true;
        }
        if (!shifted)
            return false;
        m.last.year += shifted - m.first.year;
        m.first.year = shifted;
        if (m.last.month == 2 && m.last.day > 27)
            m.last.day = days_in_month(m.last.year, 2);
        end++;
        m.use = DATE_SAME_PERIOD;
        break;
    case R_RATE:
        m.use = DATE_RATE;
        break;
    case R_UNDATED:
        m.use = DATE_UNDATED;
        break;
    default:
        return false;
    }
    if (m.use == DATE_RATE || m.use == DATE_UNDATED)
        add_date(s, i, end, m);
    else
        finish(s, i, end, m);
    return true;
}

void dates_find(struct sentence *s)
{
    s->n_dates = 0;
    for (size_t i = 0; i < s->n_items; i++)
        if (s->items[i].kind != ITEM_DATE && !try_point(s, i) && !try_part(s, i))
            try_relative(s, i);
    for (size_t i = 0; i < s->n_items; i++) /* joining has moved the items */
        if (s->items[i].kind == ITEM_DATE)
            s->dates[s->items[i].index].item = (uint16_t)i;
}
