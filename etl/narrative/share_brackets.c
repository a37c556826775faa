/* Numbers alone in brackets: "families (33)", "Nigeria (74)", "50% (6,411)". */
#include "etl/narrative/clauses.h"
#include "etl/narrative/ellipsis.h"

size_t bracket_of(const struct sentence *s, size_t item)
{
    size_t i = item - 1u;
    if (i > 1 && mark_at(s, i, '=') && item_text(s, i - 1).n == 1)
        return i - 2;
    if (!mark_at(s, i, ';') && !mark_at(s, i, ','))
        return i;
    for (size_t j = i; j-- > 0 && i - j <= 3u;)
        if (mark_at(s, j, '('))
            return mark_at(s, i - 1, '%') || role_at(s, i - 1) == R_MEASURE_AFTER ? j : i;
    return i;
}

bool in_bracket(const struct sentence *s, const struct number *n, size_t next)
{
    bool out_of = role_at(s, next) == R_OF && next + 1 < s->n_items && s->items[next + 1].kind == ITEM_NUMBER &&
                  mark_at(s, next + 2, ')'); /* "(301 out of 416)" */
    return n->item > 1 && mark_at(s, bracket_of(s, n->item), '(') &&
           (out_of || mark_at(s, next, ')') || mark_at(s, next, ',') || mark_at(s, next, ';') ||
            role_at(s, next) == R_COMPARED);
}

/* "Most victims identified were women (120) and girls (14)", "victims came from Kano (12)": the victims of whom the
 * subject tells. */
static bool take_subject(const struct sentence *s, struct number *n, size_t before)
{
    bool predicate = false;
    for (size_t i = before; i-- > 0 && !ends_clause(s, i);) {
        const struct term *noun = noun_at(s, i), *verb = verb_at(s, i + 1);
        if (predicate && noun && noun->kind == NOUN_PERSON && noun->role == ROLE_VICTIM) {
            n->noun = noun;
            n->act = verb && (verb->verb_forms & FORM_PARTICIPLE) ? verb : NULL;
            return true;
        }
        predicate = predicate || role_at(s, i) == R_BE ||
                    role_at(s, i) == R_FROM || /* "victims, drawn from Oyo (21)" */
                    (verb_at(s, i) && !verb_at(s, i)->indicator);
    }
    return false;
}

void share_bracket(struct sentence *s, struct number *n, int total)
{
    size_t open = bracket_of(s, n->item), before = open ? open - 1 : 0;
    n->method = "bracket";
    if (head_of_year(s, n, before) || (total < 0 && mark_at(s, before, '%') && opening_group(s, n)))
        return;
    bool other = unknown_plural(s, before) || (topic_at(s, before) && topic_at(s, before)->subject == OFF_SUBJECT);
    if (other && before > 0 && plays(s, before - 1, R_THAN)) {
        n->why_not = "counts something else"; /* "more missing persons (5,381) than homicides (2,940)" */
        return;
    }
    bool named = mark_at(s, before, '%') || role_at(s, before) == R_OF_THEM ||
                 /* "Half of them (1,750)" */ open + 1 < n->item || role_at(s, before) == R_MEASURE_AFTER ||
                 item_term(&s->items[before], IN_PLACES) || topic_at(s, before);
    bool told = s->carried->has_total || (named && s->carried->total_told);
    bool of_suspects = told && total < 0 && is_suspect_indicator(s->carried->total.indicator);
    if (of_suspects && item_term(&s->items[before], IN_PLACES) && take_subject(s, n, before))
        return; /* "Six men were arrested. The victims came from Kano (12)" */
    n->from = total >= 0 ? total : told ? NUMBERS_LIMIT : -1;
    bool counted = noun_at(s, before) && (noun_at(s, before)->kind != NOUN_THING || n->from < 0);
    if (counted && !item_term(&s->items[before], IN_PLACES)) {
        n->head = n->head_last = (int)before;
        n->noun = noun_at(s, before);
        if (n->from < 0 && n->noun->kind == NOUN_PERSON && !n->noun->role)
            take_subject(s, n, before);
    } else if ((n->from < 0 && !(item_term(&s->items[before], IN_PLACES) && take_subject(s, n, before))) ||
               s->carried->reference_marks) {
        n->why_not = "nothing that is counted stands with it";
    }
}
