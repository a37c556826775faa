/* Questions about single words and marks that finding heads, governors and shares all ask. */
#include "etl/narrative/clauses.h"

bool is_passive(const struct sentence *s, size_t i)
{
    const struct term *verb = verb_at(s, i);
    if (!verb || !(verb->verb_forms & FORM_PARTICIPLE))
        return false;
    for (size_t j = i, reach = 3; j-- > 0 && i - j <= reach;) {
        uint8_t role = s->items[j].role;
        if (role == R_BE)
            return true;
        if (role == R_OR && verb_at(s, j - 1) && (verb_at(s, j - 1)->verb_forms & FORM_PARTICIPLE)) {
            j--; /* "were detained or forcibly disappeared" */
            reach += 2;
            continue;
        }
        if (role != R_ADVERB && role != R_NEGATION && !is_word(s, j))
            return false;
    }
    return false;
}

void clause_around(const struct sentence *s, size_t i, size_t *first, size_t *last)
{
    *first = i;
    while (*first > 0 && !ends_clause(s, *first - 1))
        --*first;
    *last = i + 1;
    while (*last < s->n_items && !ends_clause(s, *last))
        ++*last;
}

bool unknown_plural(const struct sentence *s, size_t i)
{
    struct str w = item_text(s, i);
    return is_word(s, i) && !s->items[i].capital && w.n > 3 && w.p[w.n - 1] == 's' && w.p[w.n - 2] != 's' &&
           !str_ends(w, "ous");
}

bool counts_thing(const struct sentence *s, size_t i)
{
    return i < s->n_items && (unknown_plural(s, i) || plays(s, i, R_LABEL_BEFORE));
}

bool is_manner_adverb(const struct sentence *s, size_t i)
{
    struct str w = item_text(s, i);
    return is_word(s, i) && !s->items[i].capital && w.n > 4 && str_ends(w, "ly");
}

bool word_describes(const struct sentence *s, size_t i)
{
    uint8_t role = role_at(s, i);
    return topic_at(s, i) || (i < s->n_items && item_term(&s->items[i], IN_PLACES)) || role == R_FOREIGN ||
           role == R_DOMESTIC || role == R_FEMALE || role == R_MALE || role == R_CHILD || role == R_ADULT ||
           role == R_ADVERB || role == R_ORDINAL || role == R_PRISON || role == R_FIRST_MONTHS || role == R_STATUTE ||
           role == R_CAPTIVITY || role == R_SURVEY || role == R_SEASON || role == R_ENTITY_OF_STUDY ||
           (role == R_TOTAL && plays(s, i, R_REST)); /* "the four remaining victims" */
}

bool is_unknown_past(const struct sentence *s, size_t i)
{
    if (i >= s->n_items)
        return false;
    struct str w = item_text(s, i);
    return is_word(s, i) && w.n > 4 && str_ends(w, "ed") && !s->items[i].capital && !noun_at(s, i + 1) &&
           (i + 1 >= s->n_items || !is_word(s, i + 1));
}

bool is_preposition(uint8_t role)
{
    return role == R_PREPOSITION || role == R_FOR || role == R_TO || role == R_OF || role == R_IN || role == R_BY ||
           role == R_FROM;
}

bool only_frame(const struct sentence *s, size_t first, size_t last)
{
    for (size_t j = first; j < last; j++)
        if (role_at(s, j) != R_DETERMINER && !item_term(&s->items[j], IN_QUALIFIERS) && role_at(s, j) != R_TOTAL &&
            s->items[j].kind != ITEM_NUMBER && role_at(s, j) != R_AND && role_at(s, j) != R_OF && !mark_at(s, j, '"') &&
            role_at(s, j) != R_OF_THEM)
            return false;
    return true;
}

bool lists_next(const struct sentence *s, const struct number *n, const struct number *next)
{
    size_t behind = (size_t)n->phrase_last + 1, i = behind;
    i += mark_at(s, i, ',');
    i += role_at(s, i) == R_AND;
    return i > behind && only_frame(s, i, next->item);
}

bool coordinated(const struct sentence *s, size_t item)
{
    size_t i = phrase_from(s, item);
    return i > 0 && (mark_at(s, i - 1, ',') || role_at(s, i - 1) == R_AND);
}

bool opens_sentence(const struct sentence *s, size_t i)
{
    while (i-- > 0 && !mark_at(s, i, ';') && !(role_at(s, i) == R_SUBORDINATOR && i > 0 && mark_at(s, i - 1, ',')))
        if (s->items[i].kind != ITEM_DATE && s->items[i].kind != ITEM_MARK && role_at(s, i) != R_IN &&
            role_at(s, i) != R_AND && role_at(s, i) != R_ADVERB && role_at(s, i) != R_SUBORDINATOR &&
            !item_term(&s->items[i], IN_QUALIFIERS))
            return false;
    return true;
}

/* The number that m is a part of, else m. */
static int whole_of(const struct sentence *s, int index)
{
    const struct number *m = &s->numbers[index];
    bool part = m->from >= 0 && m->from < NUMBERS_LIMIT && !m->linked &&
                !(m->act && m->act->indicator && m->act->indicator != VICTIMS);
    return part ? m->from : index;
}

/* Does the number stand for people or cases told of before, as a total may? */
static bool may_be_total(const struct number *m)
{
    return !m->why_not && !m->currency.n && !m->duration && !(m->noun && m->noun->kind == NOUN_DURATION) &&
           (m->head >= 0 || m->from >= 0 || m->act);
}

int number_before(const struct sentence *s, size_t i)
{
    int within = -1; /* of a bracket that has closed */
    bool brackets = true;
    while (i-- > 0) {
        size_t open = brackets && mark_at(s, i, ')') ? skip_brackets_left(s, i) : 0;
        brackets = brackets && (open || !mark_at(s, i, ')')); /* not again and again where none opens */
        for (; open && i > open && within < 0; i--)
            if (s->items[i].kind == ITEM_NUMBER && may_be_total(&s->numbers[s->items[i].index]))
                within = s->items[i].index;
        i = open ? open : i;
        if (s->items[i].kind != ITEM_NUMBER || !may_be_total(&s->numbers[s->items[i].index]))
            continue;
        return whole_of(s, s->items[i].index);
    }
    return within < 0 ? -1 : whole_of(s, within);
}

bool is_whole(const struct sentence *s, const struct number *n)
{
    size_t i = n->item;
    bool definite = i > 0 && role_at(s, i - 1) == R_DETERMINER;
    i -= definite;
    if (i < 2 || role_at(s, i - 1) != R_OF)
        return false;
    bool share = mark_at(s, i - 2, '%') || role_at(s, i - 2) == R_MEASURE_AFTER || number_word(s, i - 2);
    return s->items[i - 2].kind == ITEM_NUMBER || (definite && share); /* "60 percent of the 800" */
}

bool tells_assistance(const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++)
        if ((noun_at(s, i) && noun_at(s, i)->indicator == VICTIMS_ASSISTED) ||
            (verb_at(s, i) && verb_at(s, i)->indicator == VICTIMS_ASSISTED))
            return true;
    return false;
}

bool is_out_of(const struct sentence *s, const struct number *n)
{
    size_t i = phrase_from(s, n->item);
    while (i > 0 && role_at(s, i - 1) == R_TOTAL)
        i--;
    if (i < 2 || role_at(s, i - 1) != R_OF || s->items[i - 1].last < s->items[i - 1].first + 2)
        return false;
    return s->items[i - 2].kind == ITEM_NUMBER || (i > 2 && noun_at(s, i - 2) && s->items[i - 3].kind == ITEM_NUMBER);
}

bool lists_same(const struct sentence *s, const struct number *n, const struct number *next)
{
    size_t behind = (size_t)n->phrase_last + 1, i = behind;
    while (mark_at(s, i, ',') || role_at(s, i) == R_AND)
        i++;
    return i > behind && phrase_from(s, next->item) == i && n->indicator == next->indicator;
}

bool is_some_of(const struct sentence *s, const struct number *n)
{
    size_t i = phrase_from(s, n->item);
    if (i == 0 || plays(s, i - 1, R_SOME_OF))
        return i > 0;
    if (role_at(s, i - 1) == R_MEASURE_AFTER) /* "two thirds of" */
        return true;
    return i > 1 && role_at(s, i - 1) == R_OF &&
           (role_at(s, i - 2) == R_MEASURE_AFTER || role_at(s, i - 2) == R_ORDINAL || mark_at(s, i - 2, '%') ||
            (number_word(s, i - 2) && number_word(s, i - 2)->kind == NUMBER_HALF));
}

int nearest_number(const struct sentence *s, size_t i)
{
    while (i-- > 0)
        if (s->items[i].kind == ITEM_NUMBER && !s->numbers[s->items[i].index].why_not)
            return s->items[i].index;
    return -1;
}

bool stands_in_phrase(const struct sentence *s, size_t i)
{
    uint8_t before = i ? s->items[i - 1].role : (uint8_t)R_NONE;
    return i > 0 &&
           (verb_at(s, i - 1) || before == R_DETERMINER || before == R_OF || before == R_IN || before == R_FOR ||
            before == R_BY || before == R_TO || before == R_PREPOSITION || before == R_FROM);
}

bool lists_people_of(const struct sentence *s, size_t i, const struct number *n)
{
    if (s->items[i].kind != ITEM_NUMBER || !coordinated(s, n->item) || !n->noun || n->noun->kind != NOUN_PERSON)
        return false;
    const struct number *m = &s->numbers[s->items[i].index];
    bool described = n->noun->sex || n->noun->age,
         whole = m->noun && m->noun->role == ROLE_VICTIM && !m->noun->sex && !m->noun->age;
    return !m->why_not && m->from < 0 && described && whole && m->low > n->low && n->noun->role == ROLE_NONE;
}

bool in_breakdown(const struct sentence *s, size_t number_item)
{
    return s->items[number_item].kind == ITEM_NUMBER && s->numbers[s->items[number_item].index].from >= 0;
}

bool is_wished(const struct sentence *s, size_t verb)
{
    for (size_t i = verb; i-- > 0 && verb - i <= 2;)
        if (role_at(s, i) == R_MODAL || role_at(s, i) == R_TARGET)
            return true;
    if (verb == 0 || role_at(s, verb - 1) != R_TO || !(s->items[verb].verb->verb_forms & FORM_BASE))
        return false;
    for (size_t i = verb - 1; i-- > 0 && !ends_clause(s, i);)
        if (role_at(s, i) == R_TARGET)
            return true;
    return false;
}

bool gone_missing(const struct sentence *s, size_t i)
{
    for (size_t end = i + 6; i < s->n_items && i < end; i++) {
        const struct term *topic = topic_at(s, i);
        uint8_t role = role_at(s, i);
        if (topic && topic->subject == MISSING_PERSONS)
            return !noun_at(s, i) && !noun_at(s, i + 1) && s->items[i].last == s->items[i].first + 1;
        if (role != R_BE && role != R_HAVE && role != R_ADVERB && role != R_RELATIVE && role != R_PRONOUN &&
            !plays(s, i, R_SAYING)) /* "who it said had been missing" */
            return false;
    }
    return false;
}

bool plays_part(const struct item *item, enum role role)
{
    for (const struct term *t = item->terms; t; t = t->next)
        if (t->table == IN_GRAMMAR && t->kind == role && (!t->capital || item->capital))
            return true;
    return false;
}

const struct term *term_of_role(const struct sentence *s, size_t i, enum role role)
{
    for (const struct term *t = s->items[i].terms; t; t = t->next)
        if (t->table == IN_GRAMMAR && t->kind == role)
            return t;
    return NULL;
}

bool sentence_plays(const struct sentence *s, size_t first, size_t last, enum role role)
{
    for (size_t i = first; i < last && i < s->n_items; i++)
        if (plays(s, i, role))
            return true;
    return false;
}

bool sentence_has(const struct sentence *s, size_t first, size_t last, enum role role)
{
    for (size_t i = first; i < last; i++)
        if (s->items[i].role == role)
            return true;
    return false;
}

size_t bracket_around(const struct sentence *s, size_t i, size_t *close)
{
    size_t open = i;
    while (open > 0 && !mark_at(s, open - 1, '(') && !mark_at(s, open - 1, ')'))
        open--;
    if (open == 0 || mark_at(s, open - 1, ')'))
        return s->n_items;
    *close = i;
    while (*close < s->n_items && !mark_at(s, *close, ')'))
        ++*close;
    return open - 1;
}

size_t over_sum(const struct sentence *s, size_t i)
{
    bool sum = false;
    for (size_t j = i + 1; mark_at(s, i, '(') && j < s->n_items; j++) {
        bool money = s->items[j].kind == ITEM_NUMBER && s->numbers[s->items[j].index].currency.n;
        if (mark_at(s, j, ')'))
            return sum ? j : 0;
        if (!money && !item_term(&s->items[j], IN_CURRENCIES) && !item_term(&s->items[j], IN_QUALIFIERS))
            return 0;
        sum = sum || money;
    }
    return 0;
}

bool counts_in_bracket(const struct sentence *s, size_t i)
{
    for (size_t j = skip_brackets_left(s, i); j < i; j++)
        if (s->items[j].kind == ITEM_NUMBER && !s->numbers[s->items[j].index].why_not)
            return true;
    return false;
}

size_t skip_comparison(const struct sentence *s, size_t i)
{
    if (!mark_at(s, i, '(') || role_at(s, i + 1) != R_COMPARED)
        return i;
    while (i < s->n_items && !mark_at(s, i, ')'))
        i++;
    return i;
}
