/* The words with a number that tell who is counted, and the ages among them. */
#include "etl/narrative/people.h"

#include "etl/narrative/dates.h"

enum { AGE_REACH = 8 };

bool describes_people(const struct sentence *s, size_t i)
{
    const struct term *noun = noun_at(s, i), *place = place_at(s, i);
    uint8_t role = role_at(s, i);
    return (noun && noun->kind == NOUN_PERSON) || (place && place->kind == PLACE_PEOPLE) || role == R_FEMALE ||
           role == R_MALE || role == R_CHILD || role == R_ADULT || role == R_FOREIGN || role == R_DOMESTIC;
}

/* "85% (102) were men", "most victims (1,604) were women": does the bracket of the number alone close at item i, so
 * that the clause goes on behind it? */
static bool closes_bracket(const struct sentence *s, const struct number *n, size_t i)
{
    if (n->item < 2 || !mark_at(s, n->item - 1u, '(') || !mark_at(s, i, ')'))
        return false;
    bool share = mark_at(s, n->item - 2u, '%') || role_at(s, n->item - 2u) == R_MEASURE_AFTER;
    share = share || role_at(s, n->item - 2u) == R_OF_THEM; /* "half of them (1,750) came from" */
    return share || (n->head_last == (int)n->item - 2 && n->noun && n->noun->kind == NOUN_PERSON);
}

/* "Men accounted for 58 percent of victims (620), women 40 percent (428)": behind the word for those in the bracket, 0
 * when there is none. */
static size_t share_of_people(const struct sentence *s, const struct number *n)
{
    size_t i = n->item > 1 && n->head < (int)n->item ? bracket_of(s, n->item) : 0;
    bool percent = false;
    if (!i || !mark_at(s, i, '('))
        return 0;
    for (; i > 0; i--) {
        const struct term *noun = noun_at(s, i - 1);
        bool measure = mark_at(s, i - 1, '%') || role_at(s, i - 1) == R_MEASURE_AFTER;
        percent = percent || measure;
        bool share = measure || (percent && (s->items[i - 1].kind == ITEM_NUMBER || plays(s, i - 1, R_MAKE_UP) ||
                                             role_at(s, i - 1) == R_BE));
        if (!share && role_at(s, i - 1) != R_OF && role_at(s, i - 1) != R_DETERMINER &&
            !(noun && noun->role == ROLE_VICTIM && !percent))
            break;
    }
    return percent && i > 0 && describes_people(s, i - 1) ? i : 0;
}

void words_of_people(const struct sentence *s, const struct number *n, struct span *counted, struct span *said)
{
    *counted = *said = (struct span){ 0 };
    if (n->head >= 0)
        *counted = (struct span){ n->head < (int)n->item ? (size_t)n->head : n->item + 1u, (size_t)n->head_last + 1 };
    while (n->head >= 0 && n->head < (int)n->item && counted->first > 0 && describes_people(s, counted->first - 1))
        counted->first--; /* "Female children: 688" */
    size_t made_up = phrase_from(s, n->item), i = (size_t)n->phrase_last + 1;
    if (made_up > 1 && plays(s, made_up - 1, R_MAKE_UP) && describes_people(s, made_up - 2)) {
        *said = (struct span){ made_up - 2, made_up - 1 }; /* "Adults made up 1,777 of the referrals" */
        return;
    }
    bool listed = made_up > 1 && n->head < 0 && describes_people(s, made_up - 1) &&
                  (mark_at(s, made_up - 2, ',') || role_at(s, made_up - 2) == R_AND);
    if (listed && n->from >= 0) {
        *said = (struct span){ made_up - 1, made_up }; /* "adults made up 1,777 and children 1,433" */
        return;
    }
    size_t share = share_of_people(s, n);
    if (share) {
        *said = (struct span){ share - 1, share };
        return;
    }
    i += closes_bracket(s, n, i);
    bool predicate = role_at(s, i) == R_BE;
    if (predicate && (is_whole(s, n) || is_some_of(s, n))) /* "12 of the 40 victims were children" */
        return;
    if (predicate || role_at(s, i) == R_OF)
        i++;
    else if (n->head > (int)n->item)
        return;
    size_t first = i, last = i;
    for (; i < s->n_items && i < first + 8 && s->items[i].kind != ITEM_NUMBER; i++) {
        if (describes_people(s, i))
            last = i + 1;
        else if (role_at(s, i) != R_AND && role_at(s, i) != R_OR && role_at(s, i) != R_DETERMINER &&
                 role_at(s, i) != R_ADVERB && !(s->items[i].kind == ITEM_WORD && last == first && !predicate))
            break;
    }
    *said = (struct span){ first, last };
}

uint8_t age_between(double low, double high, bool below)
{
    if (below)
        return high <= ADULT_FROM ? CHILD : AGE_NONE;
    return high < ADULT_FROM ? CHILD : low >= ADULT_FROM ? ADULT : AGE_NONE;
}

uint8_t age_at(const struct sentence *s, size_t i)
{
    if (s->items[i].kind != ITEM_NUMBER && s->items[i].kind != ITEM_DIGITS)
        return AGE_NONE;
    double low = 0, high = 0;
    long digits;
    if (s->items[i].kind == ITEM_NUMBER) {
        const struct number *m = &s->numbers[s->items[i].index];
        low = m->low;
        high = m->high;
        const struct term *of = noun_at(s, i + 1);
        if (!m->why_not || counts_thing(s, i + 1) || (of && of->kind == NOUN_THING)) /* "under two laws" */
            return AGE_NONE;
        if (m->qualifier == AT_MOST)
            return age_between(low, high, true);
    } else if (plain_digits(s, i, 1, 2, &digits)) {
        low = high = (double)digits;
    }
    if (high <= 0 || high > 120)
        return AGE_NONE;
    const struct term *bound = i > 0 ? item_term(&s->items[i - 1], IN_QUALIFIERS) : NULL;
    bool below = (bound && bound->kind == AT_MOST) || (i > 0 && plays(s, i - 1, R_BELOW_AGE)) ||
                 (i > 1 && plays(s, i - 2, R_BELOW_AGE));
    return age_between(low, high, below);
}

/* "48 of them under 18", "children ages 12 to 17" */
enum age age_from(const struct sentence *s, size_t start)
{
    uint8_t age = AGE_NONE;
    bool aged = false;
    for (size_t i = start; i < s->n_items && i < start + AGE_REACH; i++) {
        const struct term *bound = item_term(&s->items[i], IN_QUALIFIERS);
        aged = aged || plays(s, i, R_AGE_BEFORE) || plays(s, i + 1, R_AGE_AFTER) ||
               (bound && bound->kind == AT_MOST && i == start && i + 1 < s->n_items &&
                (s->items[i + 1].kind == ITEM_NUMBER || s->items[i + 1].kind == ITEM_DIGITS)); /* no "under the law" */
        if (s->items[i].kind == ITEM_NUMBER && !s->numbers[s->items[i].index].why_not)
            break;
        if (mark_at(s, i, ';') || (!aged && (verb_at(s, i) || role_at(s, i) == R_TO)))
            break;
        uint8_t here = age_at(s, i);
        bool attributive = s->items[i].kind == ITEM_NUMBER && s->numbers[s->items[i].index].qualifier == AT_MOST;
        if (here && (aged || attributive)) {
            if (age && age != here)
                return AGE_NONE;
            age = here;
        }
    }
    return (enum age)age;
}

bool ages_straddle(const struct sentence *s, size_t start)
{
    bool child = false, adult = false;
    for (size_t i = start; i < s->n_items && i < start + AGE_REACH && !mark_at(s, i, ';'); i++) {
        const struct number *m = s->items[i].kind == ITEM_NUMBER ? &s->numbers[s->items[i].index] : NULL;
        if (m && !m->why_not)
            break;
        if (!m || !age_at_item(s, i) || m->qualifier == AT_MOST || m->qualifier == AT_LEAST)
            continue;
        child = child || m->low < ADULT_FROM;
        adult = adult || m->high > ADULT_FROM;
    }
    return child && adult;
}
