/* What the values of a table count: told by the heading above it or by the prose that announces it. */
#include "etl/narrative/clauses.h"
#include "etl/narrative/sentence.h"

/* The first people or cases of the sentence, and its first participle that counts. */
static void take_title(const struct sentence *s, const struct term **noun, const struct term **act)
{
    *noun = *act = NULL;
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *here = s->items[i].noun, *verb = s->items[i].verb;
        bool counted = here && (here->kind == NOUN_PERSON || here->kind == NOUN_CASE) && here->role != ROLE_OFFICIAL;
        *noun = counted && !*noun ? here : *noun;
        if (verb && verb->indicator && (verb->verb_forms & FORM_PARTICIPLE) && !*act)
            *act = verb;
    }
}

void title_of_heading(struct sentence *s)
{
    struct carried *c = s->carried;
    c->table_noun = c->table_act = NULL;
    c->title_announced = false;
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *noun = s->items[i].noun;
        bool counted = noun && (noun->kind == NOUN_PERSON || noun->kind == NOUN_CASE);
        c->table_noun = counted && !c->table_noun ? noun : c->table_noun;
        if (s->items[i].verb && s->items[i].verb->indicator && (s->items[i].verb->verb_forms & FORM_PARTICIPLE))
            c->table_act = s->items[i].verb;
    }
}

/* "We recorded 589 incidents of trafficking. A breakdown by year is given below.": the sentence that announces names
 * what is counted, or the one before it does. */
bool title_of_prose(struct sentence *s, uint32_t start, uint32_t end)
{
    const struct term *before_noun = NULL, *before_act = NULL, *noun, *act;
    if (!tokens_cut(s->tokens, s->words, s->document->text, start, end, true))
        return false;
    for (size_t first = 0; first < s->tokens->n;) {
        size_t last = sentence_end(s->tokens, s->words, first);
        s->first = first;
        s->last = last - first > ITEMS_LIMIT ? first + ITEMS_LIMIT : last;
        items_find(s);
        take_title(s, &noun, &act);
        bool announces = s->n_items && mark_at(s, s->n_items - 1, ':');
        for (size_t i = 0; i < s->n_items; i++)
            announces = announces || plays(s, i, R_ANNOUNCES);
        if (announces && (noun || before_noun)) {
            s->carried->table_noun = noun ? noun : before_noun;
            s->carried->table_act = noun ? act : before_act;
            s->carried->title_announced = true;
        }
        before_noun = noun ? noun : before_noun;
        before_act = noun ? act : before_act;
        first = s->last;
    }
    return true;
}
