/* Numbers that are the ages of one or two people: they count nobody and could point to somebody. */
#include "etl/narrative/clauses.h"

enum { PERSON_REACH = 5, OLDEST = 100 };

/* "their mother, 61, has searched", "Luis, 19, said": two digits between commas behind a person, before a verb. */
static bool is_age_apposition(const struct sentence *s, size_t i, size_t end)
{
    if (i < 2 || !mark_at(s, i - 1, ',') || !mark_at(s, end, ',') || item_text(s, i).n != 2 || end + 1 >= s->n_items)
        return false;
    const struct item *before = &s->items[i - 2], *behind = &s->items[end + 1];
    struct str word = item_text(s, i - 2);
    bool one_person = before->noun && before->noun->kind == NOUN_PERSON && word.p[word.n - 1] != 's';
    bool name = before->kind == ITEM_WORD && before->capital;
    bool full_name = name && i > 2 && s->items[i - 3].kind == ITEM_WORD && s->items[i - 3].capital;
    if (full_name && (behind->role == R_AND || behind->role == R_OF || behind->role == R_FROM))
        return true; /* "Ana Lopez, 35, and Mario Ruiz, 29, were" */
    return (one_person || name) &&
           (behind->verb || behind->role == R_RELATIVE || behind->role == R_HAVE || behind->role == R_BE);
}

/* "arrested the driver, 34.", "a woman, 34, and her boyfriend, 29": two digits between a comma and the end of what is
 * said of one person, who follows a verb or a word that names a person. */
static bool is_age_of_object(const struct sentence *s, size_t i, size_t end)
{
    bool closed = end >= s->n_items || mark_at(s, end, '.') || mark_at(s, end, ',') || role_at(s, end) == R_AND;
    if (i < 3 || !mark_at(s, i - 1, ',') || item_text(s, i).n != 2 || !closed)
        return false;
    size_t first = i - 2; /* of the person */
    struct str word = item_text(s, first);
    const struct term *noun = noun_at(s, first);
    bool person = noun && noun->kind == NOUN_PERSON, unknown = s->items[first].kind == ITEM_WORD;
    if (word.p[word.n - 1] == 's' || !(person || unknown) || item_term(&s->items[first], IN_PLACES))
        return false;
    bool name = s->items[first].capital;
    while (first > 0 && i - first < PERSON_REACH && !noun_at(s, first - 1) && !verb_at(s, first - 1) &&
           (name ? s->items[first - 1].capital && s->items[first - 1].kind == ITEM_WORD
                 : word_describes(s, first - 1) || s->items[first - 1].kind == ITEM_WORD))
        first--;
    uint8_t article = first > 0 ? role_at(s, first - 1) : (uint8_t)R_NONE;
    bool one = article == R_DETERMINER || article == R_PRONOUN;
    if (person)
        return one;
    size_t before = first - (first > 0 && !name);
    bool whom = before > 1 && (verb_at(s, before - 1) || (noun_at(s, before - 1) && name) ||
                               (role_at(s, before - 1) == R_AND && mark_at(s, before - 2, ',')));
    return (one || name) && whom;
}

/* Can item i be part of a list of ages? */
static bool of_list(const struct sentence *s, size_t i)
{
    return i < s->n_items && ((s->items[i].kind == ITEM_DIGITS && item_text(s, i).n == 2) || mark_at(s, i, ',') ||
                              s->items[i].kind == ITEM_NUMBER || role_at(s, i) == R_AND);
}

/* "Two men, 45 and 51, were jailed": as many numbers of two digits as the people before them. */
static bool is_age_of_few(const struct sentence *s, size_t i)
{
    size_t first = i, last = i, ages = 0;
    while (first > 0 && of_list(s, first - 1))
        first--;
    while (of_list(s, last + 1))
        last++;
    for (size_t k = first; k <= last; k++)
        ages += s->items[k].kind == ITEM_DIGITS || s->items[k].kind == ITEM_NUMBER;
    bool closed = mark_at(s, last, ',') || last + 1 == s->n_items || mark_at(s, last + 1, '.');
    const struct term *noun = first > 1 && mark_at(s, first, ',') ? noun_at(s, first - 1) : NULL;
    if (ages < 2 || !closed || !noun || noun->kind != NOUN_PERSON)
        return false;
    size_t people = first - 1;
    while (people > 0 && word_describes(s, people - 1))
        people--;
    const struct item *count = people > 0 ? &s->items[people - 1] : NULL;
    return count && count->kind == ITEM_NUMBER && s->numbers[count->index].low == (double)ages;
}

/* "namely Thabuan (25) s/o Lalchhana": behind a name, before whose child it is. */
static bool is_age_of_named(const struct sentence *s, size_t i, size_t end)
{
    struct str letter = end + 1 < s->n_items ? item_text(s, end + 1) : STR("");
    return i > 1 && mark_at(s, i - 1, '(') && mark_at(s, end, ')') && s->items[i - 2].capital && letter.n == 1 &&
           mark_at(s, end + 2, '/') && glued(s, end + 2);
}

bool is_age_of_person(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    if (s->items[i].kind == ITEM_DIGITS && (is_age_apposition(s, i, end) || is_age_of_object(s, i, end) ||
                                            is_age_of_few(s, i) || is_age_of_named(s, i, end)))
        return true;
    return i > 1 && n->low < OLDEST && role_at(s, i - 1) == R_OF && plays(s, i - 2, R_ONE_PERSON) && !noun_at(s, end);
}
