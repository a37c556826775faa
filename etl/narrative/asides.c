/* What stands between the people counted and their verb: insertions, people joined to them, things told aside. */
#include "etl/narrative/clauses.h"

enum { INSERTION_REACH = 40, INCLUSION_REACH = 4, ASIDE_REACH = 4 };
enum { PERSON_REACH = 5 }; /* "a three-year-old child" */

/* Behind ", including 22 children," or ", some of whom ...,": the item where the clause goes on with its verb;
 * 0 when the mark at i opens no insertion. */
static size_t behind_insertion(const struct sentence *s, size_t i)
{
    uint8_t opener = role_at(s, i + 1);
    if (opener == R_BE || opener == R_HAVE || opener == R_AND)
        return 0;
    for (size_t j = i + 2; opener == R_INCLUDING && j <= i + INCLUSION_REACH; j++) {
        if (role_at(s, j) == R_BE) /* "victims, including dependents were rescued" */
            return j;
        if (j >= s->n_items || s->items[j].kind == ITEM_NUMBER || s->items[j].kind == ITEM_MARK)
            break;
    }
    char close = s->items[i].mark == '(' ? ')' : s->items[i].mark;
    bool told = opener != R_OF_THEM; /* not ", of whom 30 and 41, respectively, were prosecuted" */
    for (size_t j = i + 1; j + 1 < s->n_items && j < i + INSERTION_REACH; j++) {
        if (ends_clause(s, j))
            return 0;
        told = told || role_at(s, j) == R_BE || role_at(s, j) == R_HAVE || verb_at(s, j);
        const struct term *verb = verb_at(s, j + 1);
        bool goes_on = role_at(s, j + 1) == R_BE || role_at(s, j + 1) == R_HAVE ||
                       (verb && (verb->kind == COUNTS_SUBJECT || (verb->verb_forms & FORM_PARTICIPLE)));
        if (mark_at(s, j, close) && goes_on)
            return told ? j + 1 : 0;
    }
    return 0;
}

static bool counts_person(const struct sentence *s, size_t i)
{
    for (size_t j = i + 1; j < s->n_items && j <= i + PERSON_REACH; j++)
        if (noun_at(s, j))
            return s->items[j].noun->kind == NOUN_PERSON || s->items[j].noun->kind == NOUN_THING; /* companies */
    return false;
}

/* Behind an insertion that opens at item i, or behind "and two women" when `over_and` allows it: where the search goes
 * on; 0 when neither stands there. */
size_t behind_aside(const struct sentence *s, size_t i, bool over_and)
{
    if (mark_at(s, i, ',') || mark_at(s, i, '_') || mark_at(s, i, '('))
        return behind_insertion(s, i);
    bool another = s->items[i].kind == ITEM_NUMBER || role_at(s, i) == R_DETERMINER; /* "three men and a woman" */
    if (!over_and || !another || role_at(s, i - 1) != R_AND || !counts_person(s, i))
        return 0;
    while (!noun_at(s, i))
        i++;
    return i + 1; /* "two men and two women disappeared" */
}

/* "from three countries", "in five raids", "from two Polish gangs", behind people also "in 17 cases": the noun of a
 * number told aside, behind a preposition; 0 when item i is none. */
size_t things_aside(const struct sentence *s, size_t i, bool people)
{
    size_t before = phrase_from(s, i);
    if (s->items[i].kind != ITEM_NUMBER || i + 1 >= s->n_items || !before || !is_preposition(role_at(s, before - 1)))
        return 0;
    size_t at = i + 1;
    while (at < i + ASIDE_REACH && at + 1 < s->n_items && !noun_at(s, at) && !unknown_plural(s, at) &&
           (word_describes(s, at) || is_word(s, at) || verb_at(s, at)))
        at++;
    const struct term *noun = noun_at(s, at);
    const struct number *told = &s->numbers[s->items[i].index];
    if (told->worded && told->low == 1 && told->why_not && role_at(s, before - 1) == R_OF && noun)
        return at; /* "nine members of one family were sentenced" */
    bool cases = people && noun && noun->kind == NOUN_CASE && !noun->indicator && role_at(s, before - 1) == R_IN;
    return cases || (noun ? noun->kind == NOUN_THING : unknown_plural(s, at)) ? at : 0;
}
