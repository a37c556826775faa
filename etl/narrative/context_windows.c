/* Parts of a year ("the first half of 2020") and spans that run up to a day ("the past five years"). */
#include "etl/narrative/dates.h"

enum { YEARS_OF_DECADE = 10, DAYS_OF_HALF = 190 };
enum { WINDOW_BEFORE = 1, WINDOW_AFTER, WINDOW_OF_EACH }; /* times.csv, role window */

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
    const struct date_mention *told = s->n_dates ? &s->dates[s->n_dates - 1] : NULL;
    long days = told && told->last.year ? date_to_days(told->last) - date_to_days(told->first) : 0;
    if (days > DAYS_OF_MONTH && days < DAYS_OF_HALF) /* "in the first quarter of 2019 and in the second quarter" */
        return told->last.year;
    return document_year(s);
}

static uint8_t time_unit(const struct sentence *s, size_t i)
{
    const struct term *noun = noun_at(s, i);
    return noun && noun->kind == NOUN_DURATION ? noun->unit : UNIT_NONE;
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
                                .stated = p.year && !p.deduced };
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
    bool how_long = !stated && i > 0 && role_at(s, i - 1) == R_FOR && plays(s, i, R_FIRST_MONTHS);
    if (year <= 0 || how_long) /* "were paid nothing for the first eight months" */
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

/* The same day so many months before, or the first of a month when the span ends with one. */
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

/* "the following two years": from the day behind the time that was spoken of; at no known time where none was. */
static bool window_after(const struct sentence *s, double n, uint8_t unit, struct date_mention *m)
{
    const struct date_mention *spoken = spoken_date(s);
    m->use = DATE_UNDATED;
    m->later = true;
    if (!spoken || !spoken->last.year || n < 1 || n >= 100)
        return true;
    m->use = DATE_IN;
    m->first = date_from_days(date_to_days(spoken->last) + 1);
    if (unit == WEEKS || unit == DAYS) {
        m->last = date_from_days(date_to_days(spoken->last) + (long)n * (unit == WEEKS ? 7 : 1));
        return true;
    }
    struct date end = months_before(m->first, -(int)n * (unit == YEARS ? 12 : 1));
    end.day = m->first.day <= days_in_month(end.year, end.month) ? m->first.day : days_in_month(end.year, end.month);
    m->last = date_from_days(date_to_days(end) - 1);
    return true;
}

/* Where "the previous three years" ends: before the time that the sentence names. Months do when that is as long. */
static struct date before_named(const struct sentence *s, double n, uint8_t unit, struct date last)
{
    const struct date_mention *named = s->n_dates ? &s->dates[s->n_dates - 1] : NULL;
    if (!named || !named->first.year)
        return last;
    if (unit == YEARS)
        return (struct date){ named->first.year - 1, 12, 31 };
    struct date_mention same = { 0 };
    bool as_long = set_window(&same, named->last, n, unit) && date_compare(same.first, named->first) == 0;
    return as_long ? date_from_days(date_to_days(named->first) - 1) : last;
}

/* "the past five years", "each of the last three years" */
static bool past_or_next(struct sentence *s, size_t i)
{
    struct date_mention m = { 0 };
    const struct term *word = i + 1 < s->n_items ? item_term(&s->items[i + 1], IN_NUMBERS) : NULL;
    bool decade = word && word->kind == NUMBER_DECADE, single = time_unit(s, i + 1) != UNIT_NONE;
    double n = decade ? YEARS_OF_DECADE : single ? 1 : small_number(s, i + 1);
    uint8_t unit = decade ? YEARS : n > 0 ? time_unit(s, i + (single ? 1 : 2)) : UNIT_NONE;
    int value = (int)term_of_role(s, i, R_WINDOW)->value, which = value % WINDOW_OF_EACH;
    bool how_long = which == WINDOW_AFTER && (single || (i > 0 && role_at(s, i - 1) == R_FOR));
    if (!unit || how_long) /* "For the next five months they were beaten"; "in the following days" */
        return false;
    if (single && which != WINDOW_AFTER && str_ends(item_text(s, i + 1), "s")) { /* "unlike prior years" */
        m.use = DATE_UNDATED;
        date_add(s, i, i + 2, m);
        return true;
    }
    struct date last = which == WINDOW_BEFORE ? before_named(s, n, unit, window_end(s, i)) : window_end(s, i);
    if (!(which == WINDOW_AFTER ? window_after(s, n, unit, &m) : set_window(&m, last, n, unit)))
        return false;
    m.use = value >= WINDOW_OF_EACH ? DATE_RATE : m.use;
    date_add(s, i, i + (decade || single ? 2 : 3), m);
    return true;
}

bool time_window(struct sentence *s, size_t i)
{
    if (plays(s, i, R_WINDOW))
        return past_or_next(s, i);
    struct date_mention m = { 0 };
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
    m.stated = p.year && !p.deduced;
    p.year = p.year ? p.year : year_for_month(s, p.month);
    struct date first, last;
    point_period(p, &first, &last);
    if (!last.year || !set_window(&m, last, unit == YEARS ? 12 * n : n, MONTHS))
        return false;
    date_add(s, i, p.end, m);
    return true;
}
