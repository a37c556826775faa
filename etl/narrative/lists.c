/* Lists: what the line above gives to the entries. */
#include "etl/narrative/lists.h"

enum { ENTRY_LIMIT = 9, PHONE_DIGITS = 7 };

/* Ends the block in a colon, so that list entries go on with it? */
static bool ends_in_colon(const struct sentence *s)
{
    return s->n_items > 0 && mark_at(s, s->n_items - 1, ':') && s->last == s->tokens->n;
}

void list_lead_keep(struct sentence *s)
{
    struct carried *c = s->carried;
    if (s->entry)
        return;
    c->lead_noun = c->lead_act = NULL;
    c->lead_open = ends_in_colon(s);
    for (size_t i = 0; c->lead_open && i < s->n_items; i++) {
        const struct term *noun = noun_at(s, i), *verb = verb_at(s, i);
        if (noun && (noun->kind == NOUN_PERSON || noun->kind == NOUN_CASE) && !(noun->role == ROLE_OFFICIAL))
            c->lead_noun = noun;
        if (verb && verb->indicator && (verb->verb_forms & (FORM_PAST | FORM_PARTICIPLE)))
            c->lead_act = verb;
        if (s->items[i].role == R_MODAL || s->items[i].role == R_TARGET || s->items[i].role == R_LAW)
            c->lead_open = false;
    }
    bool dated = c->lead_open && c->has_date && c->date_age == 1;
    c->lead_date = dated ? c->date : (struct date_mention){ 0 };
}

void list_heading_keep(struct sentence *s)
{
    struct carried *c = s->carried;
    c->lead_open =
        c->table_noun && (c->table_act || c->table_noun->role == ROLE_VICTIM || c->table_noun->role == ROLE_MISSING);
    c->lead_noun = c->table_noun;
    c->lead_act = c->table_act;
}

/* "Ukraine: 45", "Women - 12": a label of what the lead-in counts, and the number closes the entry. */
static bool is_labelled_part(const struct sentence *s, const struct number *n)
{
    size_t last = s->n_items;
    while (last > 0 && s->items[last - 1].kind == ITEM_MARK)
        last--;
    bool known = false;
    for (size_t i = 0; i < n->item; i++) {
        uint8_t role = role_at(s, i);
        known = known || item_term(&s->items[i], IN_PLACES) || topic_at(s, i) || role == R_FEMALE || role == R_MALE ||
                role == R_CHILD || role == R_ADULT || noun_at(s, i) ||
                (s->items[i].capital && !verb_at(s, i) && s->carried->lead_act);
        if ((verb_at(s, i) && verb_at(s, i)->indicator) || role == R_LABEL_BEFORE || role == R_HOTLINE)
            return false;
    }
    return known && s->n_items <= ENTRY_LIMIT && last == n->item + 1u && n->end - n->start < PHONE_DIGITS &&
           !n->currency.n;
}

/* The label stands where a head noun would: what it says of sex, age and form is said of the number. */
static void take_label(const struct sentence *s, struct number *n)
{
    size_t first = 0, last = n->item;
    while (first < last && s->items[first].kind == ITEM_MARK)
        first++;
    while (last > first && s->items[last - 1].kind == ITEM_MARK)
        last--;
    n->head = last > first ? (int)first : -1;
    n->head_last = last > first ? (int)last - 1 : -1;
}

void list_entry_find(struct sentence *s)
{
    const struct carried *c = s->carried;
    if (!s->entry || !c->lead_open)
        return;
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        bool plain = n->noun && (n->noun->kind == NOUN_PERSON || (n->noun->kind == NOUN_CASE && !n->noun->indicator));
        if (!n->why_not && n->from < 0 && plain && !is_acted(n) && c->lead_act && k == 0) {
            n->act = c->lead_act;
            n->method = "list";
        } else if (!n->why_not && n->from < 0 && plain && n->noun->kind == NOUN_PERSON && !n->noun->role && !n->act &&
                   k == 0 && c->lead_noun && c->lead_noun->role && is_labelled_part(s, n)) {
            n->noun = c->lead_noun; /* "Adults: 120" under "Victims" */
            n->method = "list";
        } else if (n->why_not && n->head < 0 && k == 0 && c->lead_noun && is_labelled_part(s, n) &&
                   (n->why_not[0] == 'n' || n->why_not[0] == 'c')) {
            n->why_not = NULL;
            n->noun = c->lead_noun;
            n->act = c->lead_act;
            n->from = n->verb = -1;
            n->phrase_last = n->item;
            n->method = "list";
            take_label(s, n);
        }
    }
}
