/* "fiscal year 2020", "the 2022-23 financial year", "FY 2019": years as the document's country counts its money. */
#include "etl/narrative/dates.h"

/* What names the years at items [first, end) fiscal: the words right before or behind them; NULL when none does. */
static const struct term *fiscal_words(const struct sentence *s, size_t first, size_t end)
{
    const struct term *before = first > 0 ? term_of_role(s, first - 1, R_FISCAL) : NULL;
    return before ? before : end < s->n_items ? term_of_role(s, end, R_FISCAL) : NULL;
}

/* The day before the same day a year later. */
static struct date end_of_year_from(struct date first)
{
    first.year++;
    return date_from_days(date_to_days(first) - 1);
}

/* "2022/23" in a report on a year that does not start in January: such a year. */
static bool is_reporting_year(const struct sentence *s, size_t end, const struct date_mention *m,
                              struct fiscal_year *year)
{
    struct date start = s->document->period_start, last = s->document->period_end;
    bool pair = end > 2 && mark_at(s, end - 2, '/') && m->last.year == m->first.year + 1 && spans_years(m);
    bool own = start.year && (start.month > 1 || start.day > 1) && date_compare(end_of_year_from(start), last) == 0;
    *year = (struct fiscal_year){ .month = start.month, .day = start.day };
    return pair && own;
}

void fiscal_year(const struct sentence *s, size_t first, size_t end, struct date_mention *m)
{
    struct fiscal_year reporting;
    const struct term *words = spans_years(m) ? fiscal_words(s, first, end) : NULL;
    const struct fiscal_year *year = words ? vocabulary_fiscal_year(s->v, s->document->ref_area) : NULL;
    year = !year && is_reporting_year(s, end, m, &reporting) ? &reporting : year;
    if (!year)
        return;
    bool both_named =
        m->last.year == m->first.year + 1 && !(words && words->value > 1); /* "2022-23", not "fiscal years 2022-23" */
    int back = year->named_by_end && !both_named ? 1 : 0;
    struct date start = { m->first.year - back, year->month, year->day };
    struct date last = { both_named ? start.year : m->last.year - back, year->month, year->day };
    m->first = start;
    m->last = end_of_year_from(last);
    m->fiscal = true;
}

bool fiscal_year_before(const struct sentence *s, struct date_mention *m)
{
    const struct date_mention *spoken = spoken_date(s);
    if (!spoken || !spoken->fiscal)
        return false;
    m->first = spoken->first;
    m->first.year--;
    m->last = end_of_year_from(m->first);
    m->fiscal = true;
    return true;
}
