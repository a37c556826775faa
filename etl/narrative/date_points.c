/* Points in time: days, months and years, and the year that a date without one means. */
#include "etl/narrative/dates.h"

enum { EARLIEST_YEAR = 1900, LATEST_YEAR = 2035 };

bool plain_digits(const struct sentence *s, size_t i, size_t least, size_t most, long *value)
{
    if (i >= s->n_items || s->items[i].kind != ITEM_DIGITS || (first_token(s, i)->flags & TOKEN_COMMAS))
        return false;
    struct str text = item_text(s, i);
    return text.n >= least && text.n <= most && str_to_long(text, value);
}

static bool countable_at(const struct sentence *s, size_t i)
{
    return i < s->n_items && s->items[i].noun &&
           (s->items[i].noun->kind == NOUN_PERSON || s->items[i].noun->kind == NOUN_CASE);
}

bool year_at(const struct sentence *s, size_t i, long *year)
{
    if (!plain_digits(s, i, 4, 4, year) || *year < EARLIEST_YEAR || *year > LATEST_YEAR)
        return false;
    if (i > 0 && (mark_at(s, i - 1, '=') || item_term(&s->items[i - 1], IN_CURRENCIES)))
        return false;
    if (i > 1 && mark_at(s, i - 1, '/') && glued(s, i) && s->items[i - 2].kind != ITEM_DIGITS)
        return false; /* "suit no. SS/65C/2020" */
    if (i > 1 && mark_at(s, i - 1, '(') && mark_at(s, i - 2, '%') && mark_at(s, i + 1, ')'))
        return false; /* "48% (1978)" */
    if (i > 0 && s->items[i - 1].kind == ITEM_PHRASE && item_term(&s->items[i - 1], IN_QUALIFIERS) &&
        role_at(s, i - 1) == R_NONE)
        return false;
    if (i + 1 < s->n_items && (item_term(&s->items[i + 1], IN_CURRENCIES) || role_at(s, i + 1) == R_MEASURE_AFTER))
        return false;
    bool one_event = countable_at(s, i + 1) && s->items[i + 1].noun->kind == NOUN_CASE &&
                     !str_ends(item_text(s, i + 1), "s"); /* "the reported 2017 abduction" */
    /* "identified 2016 victims" is a count */
    return one_event || !(countable_at(s, i + 1) && i > 0 && s->items[i - 1].verb);
}

bool day_at(const struct sentence *s, size_t i, long *day)
{
    return plain_digits(s, i, 1, 2, day) && *day >= 1 && *day <= 31;
}

int month_at(const struct sentence *s, size_t i)
{
    if (!plays(s, i, R_MONTH))
        return 0;
    if (i == 0 && role_at(s, i) != R_MONTH && (i + 1 >= s->n_items || s->items[i + 1].kind != ITEM_DIGITS))
        return 0;
    for (const struct term *t = s->items[i].terms; t; t = t->next)
        if (t->table == IN_GRAMMAR && t->kind == R_MONTH)
            return (int)t->value;
    return 0;
}

size_t skip_ordinal(const struct sentence *s, size_t i)
{
    return plays(s, i, R_ORDINAL) && (first_token(s, i)->flags & TOKEN_GLUED) ? i + 1 : i;
}

static size_t year_behind(const struct sentence *s, size_t i, long *year)
{
    size_t at = mark_at(s, i, ',') ? i + 1 : i;
    if (role_at(s, at) == R_OF)
        at++;
    return year_at(s, at, year) ? at + 1 : 0;
}

const struct date_mention *spoken_date(const struct sentence *s)
{
    for (size_t i = s->n_dates; i-- > 0;)
        if (s->dates[i].first.year)
            return &s->dates[i];
    return s->carried->has_date ? &s->carried->date : NULL;
}

int spoken_year(const struct sentence *s)
{
    const struct date_mention *spoken = spoken_date(s);
    return spoken ? spoken->first.year : document_year(s);
}

bool counts_behind_month(const struct sentence *s, size_t month, size_t end)
{
    long year;
    return month > 0 && role_at(s, month - 1) == R_IN && end < s->n_items && s->items[end].kind != ITEM_MARK &&
           (role_at(s, end) == R_NONE || word_describes(s, end)) && !verb_at(s, end) && !year_at(s, end, &year);
}

bool opens_predicate(const struct sentence *s, size_t i)
{
    return verb_at(s, i) || (i < s->n_items && s->items[i].kind == ITEM_WORD && !s->items[i].capital);
}

struct point point_at(const struct sentence *s, size_t i)
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
        size_t behind = mark_at(s, i + 1, '.') && day_at(s, i + 2, &day) ? i + 2 : i + 1;
        p.end = i + 1;
        if (day_at(s, behind, &day) && !counts_behind_month(s, i, behind + 1)) {
            p.day = (int)day;
            p.end = skip_ordinal(s, behind + 1);
        }
    } else if (year_at(s, i, &year)) {
        return (struct point){ .year = (int)year, .end = i + 1 };
    } else {
        return p;
    }
    if ((next = year_behind(s, p.end, &year))) {
        p.year = (int)year;
        p.end = next;
    } else if (role_at(s, p.end) == R_OF && (plays(s, p.end + 1, R_THAT_YEAR) || plays(s, p.end + 1, R_LAST_YEAR))) {
        p.year = spoken_year(s) - (plays(s, p.end + 1, R_LAST_YEAR) ? 1 : 0);
        p.end += 2;
    } else if (p.month && document_year(s)) {
        /* "in December last year", "March 20, last year", "May 3, of this year" */
        size_t at = p.end + mark_at(s, p.end, ',');
        at += at > p.end && role_at(s, at) == R_OF;
        bool last = plays(s, at, R_LAST_YEAR), this = plays(s, at, R_THIS_YEAR) && (p.day || at == p.end);
        p.deduced = last || this;
        p.year = p.deduced ? document_year(s) - last : 0;
        p.end = p.deduced ? at + 1 : p.end;
    }
    return p;
}

int document_year(const struct sentence *s)
{
    return s->document->period_start.year ? s->document->period_start.year : s->document->published.year;
}

/* "In 2018 police freed ten victims in May": the year that opens the sentence, 0 when none does. */
static int opening_year(const struct sentence *s)
{
    enum { OPENING = 2 };
    const struct date_mention *d = s->n_dates ? &s->dates[0] : NULL;
    bool year = d && d->use == DATE_IN && d->stated && d->item < OPENING && d->first.year == d->last.year &&
                spans_years(d) && role_at(s, d->item ? d->item - 1u : 0) == R_IN;
    return year ? d->first.year : 0;
}

int year_for_month(const struct sentence *s, int month)
{
    const struct document *d = s->document;
    if (opening_year(s))
        return opening_year(s);
    if (d->period_start.year) /* a reporting period over the turn of a year holds the month once */
        return d->period_start.year + (d->period_end.year > d->period_start.year && month < d->period_start.month);
    return d->published.year - (d->published.year && month > d->published.month);
}

struct date statement_date(const struct sentence *s)
{
    if (s->document->period_end.year)
        return s->document->period_end;
    return s->carried->told.year ? s->carried->told : s->document->published;
}

void whole_year(int year, struct date_mention *m)
{
    m->first = (struct date){ year, 1, 1 };
    m->last = (struct date){ year, 12, 31 };
}

struct date months_before(struct date d, int months)
{
    int month = d.year * 12 + d.month - 1 - months;
    return (struct date){ month / 12, month % 12 + 1, 1 };
}

void point_period(struct point p, struct date *first, struct date *last)
{
    int month_first = p.month ? p.month : 1, month_last = p.month ? p.month : 12;
    *first = (struct date){ p.year, month_first, p.day ? p.day : 1 };
    *last = (struct date){ p.year, month_last, p.day ? p.day : days_in_month(p.year, month_last) };
    if (p.day > days_in_month(p.year, month_last))
        *first = *last = (struct date){ 0 };
}

double small_number(const struct sentence *s, size_t i)
{
    long value;
    const struct term *word = i < s->n_items ? item_term(&s->items[i], IN_NUMBERS) : NULL;
    if (plain_digits(s, i, 1, 2, &value))
        return (double)value;
    return word && (word->kind == NUMBER_UNIT || word->kind == NUMBER_TEN) ? word->value : 0;
}
