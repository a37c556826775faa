/* The person whom a length of captivity or of a sentence is told of. */
#include "etl/narrative/people.h"

/* The person named nearest before a length of captivity or of a sentence: not the officials who tell of it, nor
 * for a captivity the captors, nor for a sentence the victims. */
static bool may_be_subject(const struct number *n, const struct term *noun)
{
    if (n->indicator == SENTENCE_TERM)
        return noun->role != ROLE_VICTIM;
    return noun->role != ROLE_OFFICIAL && noun->role != ROLE_OFFENDER;
}

/* Does the noun at item i stand in a relative clause of another person? */
static bool told_of_before(const struct sentence *s, size_t i)
{
    while (i-- > 0 && !ends_clause(s, i))
        if (role_at(s, i) == R_RELATIVE) {
            bool couple = i > 0 && s->items[i - 1].kind == ITEM_NUMBER; /* "a couple who" */
            return couple || (noun_at(s, i - 1) && noun_at(s, i - 1)->kind == NOUN_PERSON);
        }
    return false;
}

/* Whom "her" at item i means: the woman that the sentence has named, else the last one before it. */
static enum age age_of_pronoun(const struct sentence *s, size_t i, enum sex sex)
{
    while (i-- > 0)
        if (noun_at(s, i) && s->items[i].noun->kind == NOUN_PERSON && (enum sex)s->items[i].noun->sex == sex)
            return (enum age)s->items[i].noun->age;
    return s->carried->person.sex == sex ? s->carried->person.age : AGE_NONE;
}

void describe_held(const struct sentence *s, struct number *n)
{
    for (size_t i = n->item; i-- > 0;) {
        const struct term *noun = noun_at(s, i);
        if (mark_at(s, i, ')') && counts_in_bracket(s, i)) { /* "traffickers (two men and one woman) to four years" */
            i = skip_brackets_left(s, i);
            continue;
        }
        if (role_at(s, i) == R_PRONOUN && s->items[i].grammar->value > 0) {
            n->sex = s->items[i].grammar->value > 1 ? MALE : FEMALE;
            n->age = age_of_pronoun(s, i, n->sex);
            return;
        }
        if (noun && i > 0 && n->indicator == SENTENCE_TERM && told_of_before(s, i))
            continue; /* "a woman who exploited immigrants was jailed for three years" */
        bool relatives =
            i > 1 && role_at(s, i - 1) == R_PRONOUN && is_preposition(role_at(s, i - 2)); /* "to her family" */
        if (!noun || noun->kind != NOUN_PERSON || relatives || !may_be_subject(n, noun))
            continue;
        n->sex = noun->sex;
        n->age = noun->age;
        for (size_t j = i; j-- > 0 && i - j <= 6 && !mark_at(s, j, ',');) {
            if (role_at(s, j) == R_FEMALE || role_at(s, j) == R_MALE)
                n->sex = role_at(s, j) == R_MALE ? MALE : FEMALE;
            if (i - j <= 3 && place_at(s, j))
                n->citizenship = place_at(s, j)->code;
            if (!n->age && (plays(s, j + 1, R_AGE_AFTER) || plays(s, j + 2, R_AGE_AFTER)))
                n->age = age_at(s, j);
        }
        return;
    }
}
