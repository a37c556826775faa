/* The period of each figure: stated in its sentence, carried from one nearby, or the document's own. */
#include "etl/narrative/clauses.h"

/* Does a word of comparison ("compared with", "up from") govern item i? Brackets, clause ends and a second
 * verb behind "and" end its reach. */
static bool is_compared(const struct sentence *s, size_t i)
{
    while (i-- > 0) {
        if (role_at(s, i) == R_COMPARED)
            return true;
        if (mark_at(s, i, ';') || mark_at(s, i, ')') || mark_at(s, i, '_') || role_at(s, i) == R_SUBORDINATOR)
            return false;
        if (role_at(s, i) == R_AND && verb_at(s, i + 1))
            return false;
    }
    return false;
}

/* "in its August report": the date names the report, not the time of what it counts. Years do both. */
static bool names_report(const struct sentence *s, const struct date_mention *d)
{
    size_t next = d->item + 1u;
    bool whole_years = d->first.month == 1 && d->last.month == 12;
    if (whole_years || next >= s->n_items)
        return false;
    if (role_at(s, next) == R_ENTITY_OF_STUDY || str_is(item_text(s, next), "report"))
        return true;
    for (size_t i = d->item; i-- > 0 && d->item - i <= 2u;) {
        struct str word = item_text(s, i);
        if (str_is(word, "released") || str_is(word, "published"))
            return true;
    }
    return false;
}

static bool is_period(const struct sentence *s, const struct date_mention *d)
{
    return d->use != DATE_RATE && d->use != DATE_LAST_YEAR && d->use != DATE_SAME_PERIOD && !names_report(s, d);
}

/* The first number before a date, when only words of its own phrase stand between. */
static bool belongs_to_number(const struct sentence *s, size_t date)
{
    for (size_t i = date; i-- > 0 && date - i < 12;) {
        if (s->items[i].kind == ITEM_NUMBER)
            return true;
        if (s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_DATE)
            return false;
    }
    return false;
}

static void set_period(struct number *n, const struct date_mention *d)
{
    n->period_first = d->first;
    n->period_last = d->last;
    n->basis = d->stated ? "stated" : "context";
    if (d->use == DATE_RATE || d->use == DATE_UNDATED) {
        n->period_first = n->period_last = (struct date){ 0 };
        n->basis = d->use == DATE_RATE ? "rate" : "";
    }
}

/* The date behind the number, before the next count or the end of its clause. */
static const struct date_mention *date_behind(const struct sentence *s, const struct number *n)
{
    bool opened = false;
    for (size_t i = n->item + 1u; i < s->n_items; i++) {
        const struct item *item = &s->items[i];
        if (item->kind == ITEM_DATE) {
            const struct date_mention *d = &s->dates[item->index];
            if (names_report(s, d))
                continue;
            return n->compared || !is_compared(s, i) ? d : NULL;
        }
        opened = opened || item_is_mark(item, '(');
        if (item->kind == ITEM_NUMBER || item_is_mark(item, ';') || (item_is_mark(item, ')') && !opened) ||
            item->role == R_SUBORDINATOR || (item->role == R_AND && verb_at(s, i + 1)))
            return NULL;
    }
    return NULL;
}

/* The last date before the number that no other number claims; one that opens the sentence is for all. */
static const struct date_mention *date_before(const struct sentence *s, const struct number *n)
{
    const struct date_mention *found = NULL;
    for (size_t k = 0; k < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k];
        if (d->item > n->item)
            break;
        if (d->use == DATE_RATE && d->item <= 1)
            found = d;
        if (!is_period(s, d) || is_compared(s, d->item) || (found && belongs_to_number(s, d->item)))
            continue;
        found = d;
    }
    return found;
}

static const struct date_mention *date_after(const struct sentence *s, const struct number *n)
{
    for (size_t k = 0; k < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k];
        bool for_comparison = d->use == DATE_LAST_YEAR || d->use == DATE_SAME_PERIOD;
        if (d->item > n->item && (is_period(s, d) || (for_comparison && n->compared)) && (n->compared || !is_compared(s, d->item)))
            return d;
    }
    return NULL;
}

const struct date_mention *date_to_carry(const struct sentence *s)
{
    const struct date_mention *found = NULL;
    for (size_t k = 0; k < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k];
        if (!is_period(s, d) || is_compared(s, d->item) || d->use == DATE_UNDATED || d->use == DATE_SINCE)
            continue;
        if (d->item <= 2)
            return d;
        if (d->use == DATE_IN)
            found = d;
    }
    return found;
}

static bool share_period(const struct sentence *s, struct number *n)
{
    if (n->from < 0 || n->from >= NUMBERS_LIMIT || n->compared != s->numbers[n->from].compared || !s->numbers[n->from].basis[0])
        return false;
    n->period_first = s->numbers[n->from].period_first;
    n->period_last = s->numbers[n->from].period_last;
    n->basis = s->numbers[n->from].basis;
    return true;
}

void periods_find(struct sentence *s)
{
    const struct document *doc = s->document;
    for (size_t k = 0; k < s->n_numbers; k++)
        s->numbers[k].compared = is_compared(s, s->numbers[k].item);
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        const struct date_mention *d = date_behind(s, n);
        if (!d && share_period(s, n))
            continue;
        if (!d && n->compared)
            d = date_after(s, n);
        if (!d)
            d = date_before(s, n);
        if (!d)
            d = date_after(s, n);
        if (d) {
            set_period(n, d);
        } else if (s->carried->has_date) {
            set_period(n, &s->carried->date);
            n->basis = "context";
        } else if (doc->period_start.year && doc->period_end.year) {
            n->period_first = doc->period_start;
            n->period_last = doc->period_end;
            n->basis = "default";
        }
    }
}
