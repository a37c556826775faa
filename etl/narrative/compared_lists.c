/* "22 investigations, 14 prosecutions, and nine convictions, compared with 30, 17, and 11": a list held against another
 * one counts what that counts, each in its place. */
#include "etl/narrative/ellipsis.h"
#include "etl/narrative/people.h"

enum { LIST_LIMIT = 8 };

struct list {
    size_t numbers[LIST_LIMIT];
    size_t n;
};

/* The numbers of their own before item i, back to the start of the clause, in the order of the text. */
static struct list counted_before(const struct sentence *s, size_t i)
{
    struct list list = { .n = 0 };
    size_t first = i;
    while (first > 0 && !mark_at(s, first - 1, ';') && role_at(s, first - 1) != R_COMPARED)
        first--;
    for (size_t k = 0; k < s->n_numbers && list.n < LIST_LIMIT; k++) {
        const struct number *n = &s->numbers[k];
        bool own = n->from < 0 || is_acted(n); /* "and convicted nine" */
        if (n->item >= first && n->item < i && !n->why_not && own && !n->currency.n)
            list.numbers[list.n++] = k;
    }
    return list;
}

/* The bare numbers right behind item i, which only commas and "and" part. */
static struct list bare_behind(const struct sentence *s, size_t i)
{
    struct list list = { .n = 0 };
    while (++i < s->n_items && list.n < LIST_LIMIT) {
        if (s->items[i].kind == ITEM_NUMBER && s->numbers[s->items[i].index].head < 0)
            list.numbers[list.n++] = s->items[i].index;
        else if (!mark_at(s, i, ',') && role_at(s, i) != R_AND && !item_term(&s->items[i], IN_QUALIFIERS))
            break;
    }
    return list;
}

void compared_lists(struct sentence *s)
{
    for (size_t i = 0; i < s->n_items && (s->tells & TELLS_COMPARED); i++) {
        if (role_at(s, i) != R_COMPARED)
            continue;
        struct list behind = bare_behind(s, i), before = counted_before(s, i);
        for (size_t k = 0; k < behind.n && behind.n > 1 && behind.n == before.n; k++) {
            struct number *n = &s->numbers[behind.numbers[k]];
            n->from = (int)before.numbers[k];
            n->why_not = NULL;
            n->act = NULL;
            n->verb = -1;
            n->method = "comparison";
        }
    }
}

/* Does the comparison name another place or other people than the count that it is held against? */
static bool compares_within(const struct sentence *s, const struct number *n, const struct number *total)
{
    size_t behind = (size_t)n->phrase_last + 1;
    bool elsewhere = role_at(s, behind) == R_IN && behind + 1 < s->n_items && s->items[behind + 1].kind != ITEM_DATE &&
                     s->items[behind + 1].kind != ITEM_NUMBER; /* not "in 17 provinces" */
    bool of_place = n->item + 1u < s->n_items && item_term(&s->items[n->item + 1u], IN_PLACES);
    return elsewhere || of_place || (n->head >= 0 && n->noun != total->noun);
}

/* "up from 31", "down from 59 reports": of an earlier time, which is not told or was told of the comparison before;
 * never of the time of the count itself. */
static void leave_time_of_total(struct sentence *s)
{
    const struct number *told = NULL;
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        const struct number *total = total_of(s, n);
        if (n->why_not || !n->compared || !total || total->compared || !n->basis[0] || !total->basis)
            continue;
        bool resumed = k > 0 && n->head >= 0 && n[-1].compared && n[-1].head < 0 && coordinated(s, n->item);
        if (resumed) /* "11 convictions, down from 19, and no convictions for forced labor" */
            continue;
        bool same = date_compare(n->period_first, total->period_first) == 0 &&
                    date_compare(n->period_last, total->period_last) == 0;
        if (!same) {
            told = n;
        } else if (!compares_within(s, n, total)) {
            n->period_first = told ? told->period_first : (struct date){ 0 };
            n->period_last = told ? told->period_last : (struct date){ 0 };
            n->basis = told ? "context" : "";
            n->dated = true;
        }
    }
}

void compared_periods(struct sentence *s)
{
    leave_time_of_total(s);
    for (size_t k = s->n_numbers; k-- > 1;) {
        const struct number *last = &s->numbers[k];
        struct number *n = &s->numbers[k - 1];
        bool list = !n->why_not && !last->why_not && n->method[0] == 'c' && last->method[0] == 'c' &&
                    (n->head < 0 || !n->basis[0]);
        for (size_t i = (size_t)n->phrase_last + 1; list && i < last->item; i++)
            list = mark_at(s, i, ',') || role_at(s, i) == R_AND || item_term(&s->items[i], IN_QUALIFIERS);
        if (!list)
            continue;
        n->period_first = last->period_first;
        n->period_last = last->period_last;
        n->basis = last->basis;
        n->dated = last->dated;
    }
}
