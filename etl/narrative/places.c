/* The country where it happened or which counted: a place named with the number, else the document's. */
#include "etl/narrative/clauses.h"

/* A country or city behind "in" within the clause of the number. */
static struct str stated_area(const struct sentence *s, const struct number *n)
{
    size_t first, last;
    clause_around(s, n->item, &first, &last);
    for (size_t i = n->item + 1u; i < last; i++) {
        if (s->items[i].kind == ITEM_NUMBER)
            break;
        const struct term *place = item_term(&s->items[i], IN_PLACES);
        if (place && place->kind != PLACE_PEOPLE && (role_at(s, i - 1) == R_IN || role_at(s, i - 1) == R_TO))
            return role_at(s, i - 1) == R_IN ? place->code : STR("");
    }
    if (first < n->item && role_at(s, first) == R_IN && first + 1 < s->n_items) {
        const struct term *place = item_term(&s->items[first + 1], IN_PLACES);
        if (place && place->kind != PLACE_PEOPLE)
            return place->code;
    }
    return STR("");
}

/* The first country that the sentence names, for documents that have none of their own. */
static struct str any_area(const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *place = item_term(&s->items[i], IN_PLACES);
        if (place && place->kind != PLACE_PEOPLE)
            return place->code;
    }
    return STR("");
}

void places_find(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        n->area = stated_area(s, n);
        if (!n->area.n && n->from >= 0 && n->from < NUMBERS_LIMIT)
            n->area = s->numbers[n->from].area;
        if (!n->area.n)
            n->area = s->document->ref_area;
        if (!n->area.n)
            n->area = any_area(s);
        if (!n->area.n)
            n->area = s->carried->block_area.n ? s->carried->block_area : s->carried->heading_area;
    }
}
