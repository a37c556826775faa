/* Who the people counted are when their noun does not say it: callers, clients, members of a gang,
 * suspects, the victims told of, all children. */
#include "etl/narrative/attach.h"

enum { GANG_REACH = 4, STATE_REACH = 5 }; /* items */

/* "ASTRA received calls from 4,800 clients", "the assistance system has 992 clients" */
enum indicator of_clients(const struct sentence *s, enum indicator act)
{
    if (sentence_has(s, 0, s->n_items, R_HOTLINE))
        return HOTLINE_CALLS;
    bool told = act && act != VICTIMS && act != OTHER && act != VICTIMS_ASSISTED;
    return !told && (s->carried->assistance || (s->subject == TRAFFICKING && tells_assistance(s))) ? VICTIMS_ASSISTED
                                                                                                   : INDICATOR_NONE;
}

/* "a ring consisting of five men and two women" */
static bool makes_up_gang(const struct sentence *s, const struct number *n)
{
    size_t i = phrase_from(s, n->item);
    int before = i > 0 && role_at(s, i - 1) == R_AND ? nearest_number(s, i) : -1;
    if (before >= 0)
        i = phrase_from(s, s->numbers[before].item);
    if (i == 0 || !plays(s, i - 1, R_CONSISTS))
        return false;
    for (size_t j = i - 1; j-- > 0 && i - j <= GANG_REACH;)
        if (noun_at(s, j))
            return noun_at(s, j)->role == ROLE_OFFENDER || plays(s, j, R_GANG);
    return false;
}

/* "four members of a sex trafficking organization", "six leaders of the gang" */
bool are_of_gang(const struct sentence *s, const struct number *n)
{
    size_t i = (size_t)n->head_last + 1;
    if (n->head < 0 || n->noun->role)
        return false;
    if (role_at(s, i) != R_OF)
        return makes_up_gang(s, n);
    i += role_at(s, i + 1) == R_DETERMINER ? 2 : 1;
    for (size_t end = i + GANG_REACH; i < s->n_items && i < end; i++) {
        const struct term *topic = topic_at(s, i);
        bool body = noun_at(s, i + 1) ? noun_at(s, i + 1)->kind == NOUN_THING : i + 1 < s->n_items && is_word(s, i + 1);
        if ((noun_at(s, i) && noun_at(s, i)->role == ROLE_OFFENDER) || (topic && topic->subject == TRAFFICKING && body))
            return true;
        if (!topic && !word_describes(s, i) && !is_word(s, i))
            return false;
    }
    return false;
}

bool are_suspected(const struct sentence *s, const struct number *n)
{
    bool suspected = false;
    for (size_t i = n->item + 1u; n->noun && !n->noun->role && (int)i < n->head; i++) {
        if (topic_at(s, i) && topic_at(s, i)->form && topic_at(s, i)->form != FORCED_CRIME)
            return false;
        suspected = suspected || plays(s, i, R_SUSPECTED);
    }
    return suspected;
}

bool are_victims_named(const struct sentence *s, const struct number *n)
{
    while (n > s->numbers && !n[-1].why_not && n[-1].noun && n[-1].noun->kind == NOUN_PERSON && lists_next(s, n - 1, n))
        n--; /* to the first of "two women and four men" */
    size_t i = phrase_from(s, n->item);
    bool told = i > 1 && (role_at(s, i - 1) == R_INCLUDING || role_at(s, i - 1) == R_BE || mark_at(s, i - 1, '_') ||
                          mark_at(s, i - 1, '-') || mark_at(s, i - 1, ','));
    const struct term *victims = told ? noun_at(s, i - 2) : NULL;
    bool plural = victims && str_ends(item_text(s, i - 2), "s");
    return plural && victims->role == ROLE_VICTIM && (i == 2 || role_at(s, i - 3) == R_DETERMINER);
}

/* "received calls from 100 persons" */
bool are_callers(const struct sentence *s, const struct number *n)
{
    size_t i = qualified_from(s, n->item);
    const struct term *calls = i > 1 && role_at(s, i - 1) == R_FROM ? noun_at(s, i - 2) : NULL;
    return calls && calls->indicator == HOTLINE_CALLS;
}

/* "1.9 percent of the four million children": the base of a share. */
static bool is_base_of_share(const struct sentence *s, const struct number *n)
{
    size_t i = phrase_from(s, n->item);
    return i > 1 && role_at(s, i - 1) == R_OF && (mark_at(s, i - 2, '%') || role_at(s, i - 2) == R_MEASURE_AFTER);
}

bool is_of_all_children(const struct sentence *s, const struct number *n)
{
    size_t i = (size_t)n->phrase_last + 1;
    if (is_base_of_share(s, n))
        return true;
    if (role_at(s, i) != R_BE)
        return false;
    for (size_t end = i + STATE_REACH; i < s->n_items && i < end && s->items[i].kind != ITEM_MARK; i++)
        if (plays(s, i, R_OTHER_STATE))
            return true;
    return false;
}
