/* Times told from another one: parts of a year, "the past five years", "a year earlier", "on Friday". */
#include "etl/narrative/dates.h"

enum {
    DAYS_OF_QUARTER = 92,
    SAYING_REACH = 3,
    WEEKDAY_REACH = 6,
    YEARS_OF_DECADE = 10,
    MONTHS_BACK = 100
}; /* times.csv, role back: values from here on are months */

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
    if (plays(s, i, R_THIS_YEAR) || plays(s, i, R_YEAR_ITSELF)) {
        *end = i + 1;
    } else if (plays(s, i, R_LAST_YEAR)) {
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
    return word && (word->kind == NUMBER_UNIT || word->kind == NUMBER_TEN) ? word->value : 0;
}

static uint8_t time_unit(const struct sentence *s, size_t i)
{
    const struct term *noun = noun_at(s, i);
    return noun && noun->kind == NOUN_DURATION ? noun->unit : UNIT_NONE;
}

static const struct term *term_of_role(const struct sentence *s, size_t i, enum role role)
{
    for (const struct term *t = s->items[i].terms; t; t = t->next)
        if (t->table == IN_GRAMMAR && t->kind == role)
            return t;
    return NULL;
}

/* "the first half of September" */
static bool half_of_month(const struct sentence *s, size_t i, int half, size_t *end, struct date_mention *m)
{
    size_t at = *end + (role_at(s, *end) == R_OF || role_at(s, *end) == R_IN);
    if (at == *end || !plays(s, at, R_MONTH))
        return false;
    struct point p = point_at(s, at);
    if (!p.end || !p.month || p.day)
        return false;
    int year = p.year ? p.year : year_for_month(s, p.month);
    int middle = 15, last = days_in_month(year, p.month);
    *m = (struct date_mention){ .first = { year, p.month, half == 1 ? 1 : middle + 1 },
                                .last = { year, p.month, half == 1 ? middle : last },
                                .stated = p.year != 0 };
    *end = p.end;
    return year > 0 && i < *end;
}

bool part_of_year(const struct sentence *s, size_t i, size_t *end, struct date_mention *m)
{
    int first_month = 1, last_month = 0;
    long quarter;
    *end = i + 1;
    if (plays(s, i, R_PART_OF_YEAR)) { /* value: parts a year * 10 + which */
        int value = (int)term_of_role(s, i, R_PART_OF_YEAR)->value, months = 12 / (value / 10);
        if (value / 10 == 2 && half_of_month(s, i, value % 10, end, m))
            return true;
        first_month = months * (value % 10 - 1) + 1;
        last_month = first_month + months - 1;
    } else if (plays(s, i, R_FIRST_MONTHS)) {
        double n = small_number(s, i + 1);
        if (n < 1 || n > 12 || time_unit(s, i + 2) != MONTHS)
            return false;
        last_month = (int)n;
        *end = i + 3;
    } else if (plays(s, i, R_QUARTER) && plain_digits(s, i + 1, 1, 1, &quarter) && quarter >= 1 && quarter <= 4) {
        first_month = 3 * ((int)quarter - 1) + 1; /* "quarter 4 of 2023", "Q4 2023" */
        last_month = first_month + 2;
        *end = i + 2;
    } else {
        return false;
    }
    bool stated;
    int year = year_of_part(s, end, &stated);
    if (year <= 0)
        return false;
    *m = (struct date_mention){ .first = { year, first_month, 1 },
                                .last = { year, last_month, days_in_month(year, last_month) },
                                .stated = stated };
    return true;
}

bool time_part_of_year(struct sentence *s, size_t i)
{
    size_t end;
    struct date_mention m;
    if (!part_of_year(s, i, &end, &m))
        return false;
    date_finish(s, i, end, m);
    return true;
}

static struct date months_before(struct date d, int months)
{
    int month = d.year * 12 + d.month - 1 - months;
    return (struct date){ month / 12, month % 12 + 1, 1 };
}

/* The same day so many months before, when the last day is not that of a month: "On 29 August ... the last five years".
 */
static struct date window_start(struct date last, int months)
{
    struct date first = months_before(last, months);
    if (last.day == days_in_month(last.year, last.month))
        return months_before(last, months - 1);
    first.day = last.day <= days_in_month(first.year, first.month) ? last.day : days_in_month(first.year, first.month);
    return first;
}

/* The date that the window runs up to: the one the sentence gave, else the document's. */
static struct date window_end(const struct sentence *s, size_t i)
{
    size_t clause = i; /* a date before a semicolon is told of something else */
    while (clause > 0 && !mark_at(s, clause - 1, ';'))
        clause--;
    for (size_t k = s->n_dates; k-- > 0;)
        if (s->dates[k].item >= clause && s->dates[k].use != DATE_RATE && s->dates[k].last.year)
            return s->dates[k].last;
    return statement_date(s);
}

static bool set_window(struct date_mention *m, struct date last, double n, uint8_t unit)
{
    if (!last.year || n < 1)
        return false;
    m->last = last;
    if (unit == YEARS && n < 100)
        m->first = window_start(last, 12 * (int)n);
    else if (unit == MONTHS && n <= 600)
        m->first = window_start(last, (int)n);
    else if (unit == WEEKS || unit == DAYS)
        m->first = date_from_days(date_to_days(last) - (long)n * (unit == WEEKS ? 7 : 1));
    else
        return false;
    return m->first.year > 0;
}

bool time_window(struct sentence *s, size_t i)
{
    struct date_mention m = { 0 };
    if (plays(s, i, R_WINDOW)) { /* the past five years */
        const struct term *word = i + 1 < s->n_items ? item_term(&s->items[i + 1], IN_NUMBERS) : NULL;
        bool decade = word && word->kind == NUMBER_DECADE, single = time_unit(s, i + 1) != UNIT_NONE;
        double n = decade ? YEARS_OF_DECADE : single ? 1 : small_number(s, i + 1);
        uint8_t unit = decade ? YEARS : n > 0 ? time_unit(s, i + (single ? 1 : 2)) : UNIT_NONE;
        struct date last = window_end(s, i);
        if (term_of_role(s, i, R_WINDOW)->value > 0 && s->n_dates && unit == YEARS) /* those before the one named */
            last = (struct date){ s->dates[s->n_dates - 1].first.year - 1, 12, 31 };
        if (!unit || !set_window(&m, last, n, unit))
            return false;
        date_add(s, i, i + (decade || single ? 2 : 3), m);
        return true;
    }
    bool year = plays(s, i, R_YEAR_ITSELF);
    size_t noun = year || time_unit(s, i) ? i : i + 1; /* "the year to June 2021", "twelve months ending 30 June" */
    double n = noun == i ? 1 : small_number(s, i);
    uint8_t unit = year ? YEARS : n > 0 ? time_unit(s, noun) : UNIT_NONE;
    bool ends = role_at(s, noun + 1) == R_TO || plays(s, noun + 1, R_ENDING);
    if ((unit != MONTHS && unit != YEARS) || !ends)
        return false;
    size_t at = noun + 2 + (role_at(s, noun + 2) == R_IN);
    struct point p = point_at(s, at);
    if (!p.end || !p.month)
        return false;
    m.stated = p.year != 0;
    p.year = p.year ? p.year : year_for_month(s, p.month);
    struct date first, last;
    point_period(p, &first, &last);
    if (!last.year || !set_window(&m, last, unit == YEARS ? 12 * n : n, MONTHS))
        return false;
    date_add(s, i, p.end, m);
    return true;
}

/* The year that "the year before" is told from: the last one in the sentence, else the carried one. */
static int reference_year(const struct sentence *s)
{
    for (size_t i = s->n_dates; i-- > 0;)
        if (s->dates[i].first.year)
            return s->dates[i].first.year;
    return s->carried->has_date ? s->carried->date.first.year : document_year(s);
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
    while (k + 1 < s->n_dates && s->dates[k].use == DATE_LAST_YEAR)
        k++;
    *m = s->n_dates ? s->dates[k] : s->carried->has_date ? s->carried->date : s->carried->spoken;
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

bool time_relative(struct sentence *s, size_t i)
{
    struct date_mention m = { 0 };
    size_t end = i + 1;
    switch (role_at(s, i)) {
    case R_THIS_YEAR:
        if (!this_year(s, &m))
            return false;
        break;
    case R_SO_FAR: { /* "so far this year"; before a year it opens that */
        long year;
        if (year_at(s, end, &year) || !this_year(s, &m))
            return false;
        m.use = DATE_SO_FAR;
        break;
    }
    case R_YEAR_END:
        if (!document_year(s))
            return false;
        whole_year(document_year(s), &m);
        m.first = m.last;
        m.use = DATE_AS_OF;
        break;
    case R_YEAR_ITSELF:
        if (!document_year(s) || role_at(s, i - 1) != R_BY_END)
            return false;
        whole_year(document_year(s), &m);
        break;
    case R_THAT_YEAR:
        if (!reference_year(s))
            return false;
        whole_year(reference_year(s), &m);
        break;
    case R_LAST_YEAR: {
        bool plain = term_of_role(s, i, R_LAST_YEAR)->value > 0;
        int from = plain ? document_year(s) : reference_year(s);
        if (!from)
            return false;
        m.use = plain ? DATE_IN : DATE_LAST_YEAR;
        whole_year(from - 1, &m);
        break;
    }
    case R_IN_CONFLICT: /* "during the conflict", whose years have been told */
        if (!s->carried->conflict.first.year)
            return false;
        m = s->carried->conflict;
        m.use = DATE_IN;
        m.stated = false;
        break;
    case R_LAST_PERIOD: /* "the previous reporting period": of the same length, a year before */
        if (!s->document->period_start.year || !s->document->period_end.year)
            return false;
        m.use = DATE_LAST_YEAR;
        m.first = s->document->period_start;
        m.last = s->document->period_end;
        m.first.year--;
        m.last.year--;
        if (m.last.month == 2 && m.last.day > 28)
            m.last.day = 28;
        break;
    case R_LAST_QUARTER: {
        struct date from = s->document->period_start; /* or the quarter that the sentence tells of */
        if (s->n_dates && date_to_days(s->dates[0].last) - date_to_days(s->dates[0].first) <= DAYS_OF_QUARTER &&
            s->dates[0].last.month - s->dates[0].first.month == 2)
            from = s->dates[0].first;
        if (!from.year)
            return false;
        m.use = DATE_LAST_YEAR;
        m.first = months_before(from, 3);
        m.last = date_from_days(date_to_days(months_before(from, 0)) - 1);
        break;
    }
    case R_SAME_PERIOD:
        if (!same_period(s, &end, &m))
            return false;
        break;
    case R_RATE:
        if (mark_at(s, end, '-') && glued(s, end)) /* "a month-long campaign" */
            return false;
        m.use = DATE_RATE;
        break;
    case R_UNDATED:
        if (term_of_role(s, i, R_UNDATED)->value > 0 && i > 0 && small_number(s, i - 1) > 0 && document_year(s)) {
            whole_year(document_year(s) - (int)small_number(s, i - 1), &m); /* "two years ago" */
            date_add(s, i - 1, end, m);
            return true;
        }
        m.use = DATE_UNDATED;
        break;
    default:
        return false;
    }
    if (m.use == DATE_RATE || m.use == DATE_UNDATED)
        date_add(s, i, end, m);
    else
        date_finish(s, i, end, m);
    return true;
}

/* Does a verb of saying stand next to item i? Then the day is that of the saying, not of the event. */
static bool beside_saying(const struct sentence *s, size_t i, size_t reach)
{
    for (size_t k = i; k-- > 0 && i - k <= reach;) {
        if (plays(s, k, R_SAYING))
            return true;
        if (s->items[k].kind == ITEM_NUMBER || (i - k > 2 && s->items[k].kind == ITEM_MARK) ||
            (i - k > 3 && verb_at(s, k)))
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
    struct date now = s->document->published;
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
        m.first = m.last = date_from_days(days - (today - (long)value + 7) % 7);
    } else if (value >= MONTHS_BACK) {
        m.first = months_before(now, (int)value - MONTHS_BACK);
        m.last = (struct date){ m.first.year, m.first.month, days_in_month(m.first.year, m.first.month) };
    } else {
        m.first = m.last = date_from_days(date_to_days(now) - (long)value);
    }
    bool today = !weekday && value == 0; /* "announced today that six were charged" */
    m.use = beside_saying(s, i, weekday ? WEEKDAY_REACH : SAYING_REACH) && !today ? DATE_OF_SAYING : DATE_IN;
    if (m.use == DATE_OF_SAYING && weekday)
        s->carried->told = m.last;
    date_add(s, i, i + 1, m);
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

bool time_in_digits(struct sentence *s, size_t i)
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
