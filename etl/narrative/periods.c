/* The period of each figure: stated in its sentence, carried from one nearby, or the document's own. */
#include "etl/narrative/clauses.h"

static void set_period(struct number *n, const struct date_mention *d, const char *basis)
{
    n->period_first = d->first;
    n->period_last = d->last;
    n->basis = d->use == DATE_RATE ? "rate" : d->use == DATE_UNDATED ? "" : basis;
    if (d->use == DATE_RATE || d->use == DATE_UNDATED)
        n->period_first = n->period_last = (struct date){ 0 };
}

/* The date that belongs to the number: one behind it before the next number or clause end, else the last one
 * before it in the sentence that no other number claims. */
static const struct date_mention *date_of(const struct sentence *s, const struct number *n)
{
    bool opened = false;
    for (size_t i = n->item + 1u; i < s->n_items; i++) {
        const struct item *item = &s->items[i];
        if (item->kind == ITEM_DATE)
            return &s->dates[item->index];
        if (item->kind == ITEM_MARK && item->mark == '(')
            opened = true;
        if (item->kind == ITEM_NUMBER || item_is_mark(item, ';') || (item_is_mark(item, ')') && !opened) ||
            item->role == R_SUBORDINATOR)
            break;
        if (item->role == R_AND && verb_at(s, i + 1))
            break;
    }
    return NULL;
}

static bool directly_behind_number(const struct sentence *s, size_t date)
{
    for (size_t i = date; i-- > 0 && date - i < 12;) {
        if (s->items[i].kind == ITEM_NUMBER)
            return true;
        if (s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_DATE)
            return false;
    }
    return false;
}

static const struct date_mention *date_before(const struct sentence *s, const struct number *n)
{
    const struct date_mention *found = NULL;
    for (size_t k = 0; k < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k];
        if (d->item > n->item)
            break;
        if (d->use == DATE_RATE || d->use == DATE_LAST_YEAR || d->use == DATE_OF_SAYING)
            continue;
        if (found && directly_behind_number(s, d->item))
            continue;
        found = d;
    }
    return found;
}

static const struct date_mention *date_after(const struct sentence *s, const struct number *n)
{
    for (size_t k = 0; k < s->n_dates; k++)
        if (s->dates[k].item > n->item && s->dates[k].use == DATE_IN)
            return &s->dates[k];
    return NULL;
}

static const char *basis_of(const struct date_mention *d)
{
    return d->stated ? "stated" : "context";
}

void periods_find(struct sentence *s)
{
    const struct document *doc = s->document;
    struct date_mention own = { .first = doc->period_start, .last = doc->period_end };
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        const struct date_mention *d = date_of(s, n), *before = date_before(s, n);
        if (!d && n->from >= 0 && n->from < NUMBERS_LIMIT && n->method[0] != 'c' && s->numbers[n->from].basis[0]) {
            const struct number *total = &s->numbers[n->from];
            n->period_first = total->period_first;
            n->period_last = total->period_last;
            n->basis = total->basis;
            continue;
        }
        if (!d)
            d = before;
        if (!d)
            d = date_after(s, n);
        if (d)
            set_period(n, d, basis_of(d));
        else if (s->carried->has_date)
            set_period(n, &s->carried->date, "context");
        else if (own.first.year && own.last.year)
            set_period(n, &own, "default");
    }
}
