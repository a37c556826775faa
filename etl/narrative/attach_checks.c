/* Counts that are none: noughts and ones as articles, sizes of firms, conditions; and those that are estimates. */
#include "etl/narrative/attach.h"

enum { SIZE_REACH = 5, RATE_REACH = 3 }; /* items */
enum { MANY = 1000 };                    /* fewer that are believed to have been trafficked are those of a case */

/* "the latest estimates": a noun. */
static bool names_estimates(const struct sentence *s, size_t i)
{
    uint8_t behind = role_at(s, i + 1);
    bool object =
        behind == R_THAT || behind == R_DETERMINER || behind == R_PRONOUN ||
        (i + 1 < s->n_items && (s->items[i + 1].kind == ITEM_NUMBER || item_term(&s->items[i + 1], IN_QUALIFIERS)));
    return (s->items[i].verb->verb_forms & FORM_THIRD) && !object;
}

bool estimates_say(const struct sentence *s, const struct number *n)
{
    for (size_t i = 0; i < n->item; i++)
        if (verb_at(s, i) && verb_at(s, i)->indicator == VICTIMS_ESTIMATED && names_estimates(s, i))
            return true;
    return false;
}

bool estimated_before(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item; i-- > 0;) {
        const struct term *verb = verb_at(s, i), *word = item_term(&s->items[i], IN_QUALIFIERS);
        size_t from = phrase_from(s, n->item);
        from -= from > 0 && role_at(s, from - 1) == R_BETWEEN; /* "thought to number between 1,000 and 2,000" */
        bool believed = role_at(s, i) == R_BELIEVED && i < from && only_frame(s, i + 1, from);
        if ((word && word->value == 1) || believed) /* "an estimated 17,500", "thought to be more than 13,000" */
            return true;
        if (role_at(s, i) == R_MODAL && role_at(s, i + 1) == R_BE && only_frame(s, i + 2, n->item))
            return true; /* "the number could be more than 5,000" */
        if (verb && verb->indicator == VICTIMS_ESTIMATED && verb->kind == COUNTS_OBJECT && !s->items[i].capital &&
            !names_estimates(s, i))
            return true;
        if (s->items[i].kind == ITEM_NUMBER) /* "an estimated 43,000 worked on farms, 4,400 in services and 2,200 in" */
            return coordinated(s, n->item) && s->numbers[s->items[i].index].estimated &&
                   !s->numbers[s->items[i].index].why_not;
        if (mark_at(s, i, ';'))
            return false;
    }
    return false;
}

bool is_believed(const struct sentence *s, const struct number *n)
{
    return size_of(n) >= MANY && n->noun && n->noun->kind == NOUN_PERSON && n->phrase_last >= (int)n->item &&
           role_at(s, (size_t)n->phrase_last + 1) == R_BELIEVED;
}

void check_zero(const struct sentence *s, struct number *n)
{
    bool counted = n->indicator && n->indicator != OTHER;
    bool plain =
        n->noun && n->noun->kind == NOUN_PERSON && n->noun->role != ROLE_VICTIM && n->noun->role != ROLE_MISSING;
    uint8_t before = n->item > 0 ? role_at(s, n->item - 1u) : (uint8_t)R_NONE;
    if (n->zero_word && plain && n->noun->role == ROLE_NONE && (before == R_HAVE || before == R_PREPOSITION))
        n->why_not = "no is not a count here"; /* "children with no relatives" */
    if (n->zero_word && plain && !is_acted(n) && n->from < 0)
        n->why_not = "no is not a count here";
    for (size_t i = n->item; n->zero_word && before == R_HAVE && i-- > 0 && n->item - i <= 3u;)
        if (role_at(s, i) == R_RELATIVE)
            n->why_not = "no is not a count here"; /* "individuals who had no formal convictions" */
    const struct term *did = n->item > 1 ? verb_at(s, n->item - 1u) : NULL;
    bool harmless = n->item > 1 && role_at(s, n->item - 2u) == R_RELATIVE && n->noun && n->noun->kind == NOUN_CASE &&
                    (did ? !did->indicator : is_word(s, n->item - 1u));
    if (n->zero_word && harmless)
        n->why_not = "no is not a count here"; /* "individuals who committed no crime" */
    if (n->zero_word && n->item > 1 && role_at(s, n->item - 1u) == R_THAT && role_at(s, n->item - 2u) == R_LAW)
        n->why_not = "no is not a count here"; /* "the law specified that no child be" */
    if (!n->zero_word || n->why_not)
        return;
    bool process = n->indicator >= INVESTIGATIONS && n->indicator <= CONVICTIONS; /* "no reports of prosecutions" */
    if (n->noun && n->noun->role == ROLE_OUTSIDER && !s->own_subject && !process)
        n->why_not = "no is not a count here"; /* "there were no reports that these rights were not respected" */
    if (!counted && n->noun && n->noun->kind != NOUN_PERSON)
        n->why_not = "no is not a count here";
    bool is = role_at(s, n->item + 1u) == R_BE || role_at(s, n->item + 2u) == R_BE; /* "none were children" */
    if (n->from >= 0 && n->head < 0 && n->of_the && !is_acted(n) && !is)
        n->why_not = "no is not a count here"; /* "identified 18 victims; none of them received compensation" */
    bool recorded = n->act && n->verb > (int)n->item && plays(s, (size_t)n->verb, R_RECORDS);
    if (recorded && n->noun && n->noun->role == ROLE_NONE && s->subject != MISSING_PERSONS)
        n->why_not = "no is not a count here"; /* "none of the workers were registered" */
    bool charged = n->act && is_suspect_indicator(n->act->indicator);
    if (n->noun && ((n->noun->role == ROLE_OFFICIAL && !charged) || (n->noun->indicator == SENTENCES && !n->act)))
        n->why_not = "no is not a count here";
}

/* "an average of one report of trafficking per day" */
static bool is_rate(const struct sentence *s, const struct number *n)
{
    for (size_t i = (size_t)n->phrase_last + 1; i < s->n_items && i <= (size_t)n->phrase_last + RATE_REACH; i++) {
        if (s->items[i].kind == ITEM_DATE)
            return s->dates[s->items[i].index].use == DATE_RATE;
        if (s->items[i].kind == ITEM_NUMBER || s->items[i].kind == ITEM_MARK)
            return false;
    }
    return false;
}

void check_one(const struct sentence *s, struct number *n)
{
    if (n->worded && n->low == 1 && n->high == 1 && n->indicator == OTHER && n->from < 0 && !is_acted(n))
        n->why_not = "one as an article"; /* "I met one woman" */
    if (n->worded && n->low == 1 && n->high == 1 && is_rate(s, n))
        n->why_not = "one as an article";
    bool of_whom = role_at(s, n->item + 1u) == R_OF_THEM && s->items[n->item + 1u].grammar->value > 0;
    if (n->worded && n->low == 1 && n->high == 1 && n->of_the && !of_whom && n->item > 0 &&
        (mark_at(s, n->item - 1u, ',') || role_at(s, n->item - 1u) == R_BY ||
         role_at(s, n->item - 1u) == R_PREPOSITION || role_at(s, n->item - 1u) == R_TO))
        n->why_not = "one as a pronoun"; /* "Miroslaw, one of the victims, said" */
    size_t behind = (size_t)n->phrase_last + 1;
    if (n->worded && n->low == 1 && n->high == 1 && !of_whom && plays(s, behind, R_SAYING) && n->verb <= (int)behind)
        n->why_not = "one as a pronoun"; /* "One of the victims said", "One survivor told the court" */
    if (n->worded && n->low == 1 && n->high == 1 && n->from >= NUMBERS_LIMIT && n->head < 0)
        n->why_not = "one as a pronoun";
}

bool is_size(const struct sentence *s, const struct number *n)
{
    bool bounded = n->qualifier == AT_MOST || n->qualifier == AT_LEAST;
    size_t with = qualified_from(s, n->item);
    bool of_firm = bounded && with > 1 && role_at(s, with - 1) == R_PREPOSITION && noun_at(s, with - 2);
    const struct term *firm = of_firm ? noun_at(s, with - 2) : NULL; /* "employers with more than five employees" */
    bool workshop = firm && firm->indicator == OFFICIALS_TRAINED && firm->kind != NOUN_PERSON;
    if (firm && (firm->role == ROLE_OFFENDER || firm->kind == NOUN_THING || workshop) && n->noun &&
        n->noun->role == ROLE_NONE && n->noun->kind == NOUN_PERSON)
        return true;
    for (size_t i = n->item;
         bounded && n->noun && n->noun->kind == NOUN_PERSON && i-- > 0 && n->item - i <= SIZE_REACH;) {
        const struct term *noun = noun_at(s, i), *verb = verb_at(s, i);
        if (verb && verb->indicator)
            return false;
        if (noun)
            return (noun->kind == NOUN_THING || noun->indicator == OFFICIALS_TRAINED) && n->noun->role != ROLE_VICTIM &&
                   (n->noun->role == ROLE_OFFICIAL || s->subject == CHILD_LABOUR) && n->noun->age != CHILD;
    }
    return false;
}

/* Were those that the number counts counted at a time behind it? */
static bool tells_of_past(const struct sentence *s, const struct number *n)
{
    bool were = false;
    for (size_t i = n->item + 1u; i < s->n_items && !mark_at(s, i, ',') && !mark_at(s, i, ';'); i++) {
        were = were || (role_at(s, i) == R_BE && s->items[i].grammar->value > 0);
        if (were && s->items[i].kind == ITEM_DATE)
            return s->dates[s->items[i].index].use == DATE_IN;
    }
    return false;
}

bool is_condition(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item; i-- > 0 && !mark_at(s, i, ',') && !mark_at(s, i, ';');)
        if (role_at(s, i) == R_SUBORDINATOR) /* no "did not report if", nor "if 574 were recorded in 2012" */
            return s->items[i].grammar->value > (i > 0 && verb_at(s, i - 1)) && !tells_of_past(s, n);
    return false;
}
