/* Heads that a number shares with others of a list, and lists of words that describe one head. */
#include "etl/narrative/clauses.h"

/* An adjective of origin or sex. */
static bool tells_who(const struct sentence *s, size_t i)
{
    const struct term *place = i < s->n_items ? item_term(&s->items[i], IN_PLACES) : NULL;
    return (place && place->kind == PLACE_PEOPLE) || role_at(s, i) == R_FEMALE || role_at(s, i) == R_MALE;
}

/* "156 Somali, Eritrean, and Sudanese migrants", "33 male, female, and child victims": the comma at item i in a list of
 * words that describe the people. */
bool lists_descriptions(const struct sentence *s, size_t i)
{
    size_t next = i + 1;
    next += role_at(s, next) == R_AND || role_at(s, next) == R_OR;
    bool child = noun_at(s, next) && noun_at(s, next)->age && next > i + 1; /* "and child victims" */
    return mark_at(s, i, ',') && i > 0 && tells_who(s, i - 1) && (tells_who(s, next) || child);
}

/* "20 Chinese, Thai and Lao women": is the people at item i, which could be the noun, one of the adjectives of a list?
 */
bool is_listed_adjective(const struct sentence *s, size_t i)
{
    size_t next = i;
    bool listed = false;
    while (tells_who(s, next)) {
        size_t behind = next + 1;
        behind += mark_at(s, behind, ',');
        behind += role_at(s, behind) == R_AND || role_at(s, behind) == R_OR;
        if (behind == next + 1 || !tells_who(s, behind))
            break;
        listed = true;
        next = behind;
    }
    return listed && tells_who(s, i) && noun_at(s, next + 1) && !tells_who(s, next + 1);
}

/* "two confirmed and 129 potential victims": the noun behind the second number is that of the first. */
static bool head_of_pair(struct sentence *s, struct number *n, size_t i)
{
    bool adjective = i == n->item + 1u && role_at(s, i + 1) == R_AND && i + 2 < s->n_items &&
                     s->items[i + 2].kind == ITEM_NUMBER && (verb_at(s, i) || is_word(s, i));
    if (!adjective || topic_at(s, i) || n->currency.n)
        return false;
    struct number whole = *n;
    bool something = false;
    if (!head_from(s, &whole, i + 3, &something) || whole.noun->kind != NOUN_PERSON || whole.head > (int)i + 6)
        return false;
    n->head = whole.head;
    n->head_last = whole.head_last;
    n->phrase_last = whole.phrase_last;
    n->noun = whole.noun;
    return true;
}

/* "25 Nepali, 12 Indian and three Bangladeshi victims": the noun behind the last number is that of all. */
static bool head_behind_list(struct sentence *s, struct number *n, size_t i)
{
    bool something = false, listed = false;
    for (;;) {
        const struct term *people = i < s->n_items ? item_term(&s->items[i], IN_PLACES) : NULL;
        bool several = people && noun_at(s, i) && str_ends(item_text(s, i), "s"); /* "two Bulgarians" */
        if (!tells_who(s, i) || several)
            return false;
        i++;
        size_t next = i + mark_at(s, i, ',');
        next += role_at(s, next) == R_AND;
        if (next == i || next >= s->n_items || s->items[next].kind != ITEM_NUMBER)
            break;
        listed = true;
        i = next + 1;
    }
    struct number whole = *n;
    if (!listed || !head_from(s, &whole, i, &something) || whole.noun->kind != NOUN_PERSON || whole.head != (int)i)
        return false;
    n->noun = whole.noun;
    return true;
}

/* "In 2014, 2015, and 2016 respectively, 17, 10, and nine cases": the noun behind the last of bare numbers. */
static bool head_of_respective(struct sentence *s, struct number *n, size_t i)
{
    bool told = mark_at(s, i, ',') && sentence_plays(s, 0, s->n_items, R_RESPECTIVE), something = false;
    size_t last = 0;
    for (size_t next = i; told;) {
        next += mark_at(s, next, ',');
        next += role_at(s, next) == R_AND;
        if (next >= s->n_items || s->items[next].kind != ITEM_NUMBER)
            break;
        last = next++;
    }
    struct number whole = *n;
    if (!last || !head_from(s, &whole, last + 1, &something) || whole.head > (int)last + 3 ||
        whole.noun->kind > NOUN_CASE)
        return false;
    n->head = n->head_last = n->phrase_last = whole.head;
    n->noun = whole.noun;
    return true;
}

/* "two and 20 years", "seven and 12 persons", "112 and 98 trafficking cases": two numbers of one noun. */
static bool head_behind_number(struct sentence *s, struct number *n, size_t i)
{
    size_t next = i + 1;
    bool something = false;
    struct number whole = *n;
    if (role_at(s, i) == R_AND && next < s->n_items && s->items[next].kind == ITEM_NUMBER &&
        head_from(s, &whole, next + 1, &something) && whole.head <= (int)next + 3 && whole.noun->kind == NOUN_CASE) {
        n->head = n->head_last = n->phrase_last = whole.head;
        n->noun = whole.noun;
        return true;
    }
    if (role_at(s, i) != R_AND && role_at(s, i) != R_OR && !mark_at(s, i, '-'))
        return false;
    while (next < i + 4 && next < s->n_items && s->items[next].kind != ITEM_NUMBER)
        next++;
    size_t unit = mark_at(s, next + 1, '-') ? next + 2 : next + 1;
    if (next >= s->n_items || s->items[next].kind != ITEM_NUMBER || !noun_at(s, unit))
        return false;
    bool people = next == i + 1 && role_at(s, i) == R_AND && s->items[unit].noun->kind == NOUN_PERSON;
    if (!people && s->items[unit].noun->kind != NOUN_DURATION)
        return false;
    n->head = n->head_last = n->phrase_last = (int)unit;
    n->noun = s->items[unit].noun;
    return true;
}

/* "two Peruvians, and one Cuban": one of a people, in a list of people who are named so. */
static bool head_is_of_people(const struct sentence *s, struct number *n, size_t i)
{
    const struct term *place = i < s->n_items ? item_term(&s->items[i], IN_PLACES) : NULL;
    const struct number *before = n > s->numbers ? n - 1 : NULL;
    bool closed = i + 1 >= s->n_items || s->items[i + 1].kind == ITEM_MARK || role_at(s, i + 1) == R_AND;
    if (n->low != 1 || n->high != 1 || !place || place->kind != PLACE_PEOPLE || !closed || !before ||
        !coordinated(s, n->item))
        return false;
    bool people = !before->why_not && before->head == (int)before->item + 1 && before->noun->kind == NOUN_PERSON &&
                  item_term(&s->items[before->head], IN_PLACES) && n->item <= (size_t)before->head + 3;
    if (!people)
        return false;
    n->head = n->head_last = n->phrase_last = (int)i;
    n->noun = before->noun;
    return true;
}

bool head_of_list(struct sentence *s, struct number *n, size_t i)
{
    return head_of_pair(s, n, i) || head_behind_list(s, n, i) || head_of_respective(s, n, i) ||
           head_behind_number(s, n, i) || head_is_of_people(s, n, i);
}
