/* "Of the victims identified in 2020, 12 were children": the group that opens a sentence, and what is counted of it. */
#include "etl/narrative/clauses.h"
#include "etl/narrative/ellipsis.h"

bool opening_group(struct sentence *s, struct number *n)
{
    bool something = false;
    int behind_share = n->phrase_last;                                       /* "2,548 (75%) were male" */
    bool group = role_at(s, 0) == R_OF || plays(s, 0, R_AMONG);              /* "Among the rescued victims, 40 were" */
    bool those = role_at(s, 0) == R_OF_THEM || role_at(s, 0) == R_INCLUDING; /* "Of those", "Among those" */
    size_t first = 1;
    while (group && role_at(s, first) == R_DETERMINER)
        first++;
    if (!(those || (group && first > 1)) || n->item < first + 2)
        return false;
    for (size_t i = 1; i < n->item; i++)
        if (s->items[i].kind == ITEM_NUMBER && !s->numbers[s->items[i].index].why_not)
            return false;
    const struct term *done = verb_at(s, first);
    bool told = done && (done->verb_forms & FORM_PARTICIPLE) && done->indicator && mark_at(s, first + 1, ',');
    if (told && !(those && s->carried->has_total && s->carried->total.indicator == done->indicator)) {
        n->noun = &some_people;
        n->act = done; /* "Of the rescued," */
        n->verb = (int)first;
        n->method = "group";
        return true;
    }
    if (topic_at(s, first) && topic_at(s, first)->subject == MISSING_PERSONS && mark_at(s, first + 1, ',')) {
        n->noun = &missing_people; /* "Of those missing," */
        n->method = "group";
        return true;
    }
    if (those || !head_from(s, n, first, &something) || n->head >= (int)n->item) {
        n->head = -1;
        n->noun = NULL;
        n->act = NULL;
        return false;
    }
    const struct term *verb = verb_at(s, (size_t)n->head_last + 1);
    if (verb && (verb->verb_forms & FORM_PARTICIPLE)) {
        n->act = verb;
        n->verb = n->head_last + 1;
    }
    n->phrase_last = behind_share;
    n->method = "group";
    return true;
}

bool included_group(struct sentence *s, struct number *n)
{
    size_t include = phrase_from(s, n->item), first = 0;
    bool something = false, place = role_at(s, n->item + 1u) == R_FROM || role_at(s, n->item + 1u) == R_IN;
    if (!place || include == 0 || role_at(s, --include) != R_INCLUDING)
        return false;
    while (first < include && role_at(s, first) == R_DETERMINER)
        first++;
    struct number group = *n;
    if (!head_from(s, &group, first, &something) || group.head >= (int)include || group.noun->kind > NOUN_CASE ||
        (group.noun->kind == NOUN_PERSON && group.noun->role != ROLE_VICTIM && group.noun->role != ROLE_MISSING))
        return false;
    n->noun = group.noun;
    n->head = group.head;
    n->head_last = group.head_last;
    n->act = group.act;
    n->verb = group.verb;
    n->method = "group";
    return true;
}

/* The number of the group that opens the sentence ("Of the 45 victims,"), -1 when there is none. */
static int opening_total(const struct sentence *s, const struct number *n)
{
    int k = role_at(s, 0) == R_OF ? nearest_number(s, n->item) : -1;
    size_t behind = k < 0 ? 0 : (size_t)s->numbers[k].phrase_last + 1;
    return k >= 0 && s->numbers[k].item <= 3 && mark_at(s, behind, ',') && behind < n->item ? k : -1;
}

void share_opening_group(struct sentence *s, struct number *n)
{
    bool plain = n->noun && n->noun->kind == NOUN_PERSON && !n->noun->role;
    bool weak = !is_acted(n) || n->act->indicator == VICTIMS;
    if (!plain || !weak || n->from >= 0)
        return;
    struct number group = *n;
    group.head = -1;
    n->from = is_acted(n) ? -1 : opening_total(s, n);
    if (n->from >= 0) {
        n->method = "part";
    } else if (opening_group(s, &group) && group.noun && (group.noun->role || group.act)) {
        n->noun = group.noun->role ? group.noun : n->noun;
        n->act = group.act;
        n->verb = group.act ? group.verb : -1;
        n->method = "group";
    }
}
