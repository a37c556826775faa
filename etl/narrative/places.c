/* The country where it happened or which counted: a place named with the number or an authority of another country,
 * else the document's. */
#include "etl/narrative/people.h"

#include "etl/narrative/clauses.h"

enum { WORLD_REACH = 8, DATELINE_REACH = 9, CAPITALS_LEAST = 3 };

/* "between Djibouti and Yemen", "off Yemen and Djibouti": no single country, not even the document's. */
static const struct str several = { " ", 1 };

/* "ADDIS ABABA, Ethiopia: ", "NAIROBI (AP) - ": where the news was written. The item behind it, 0 for other openings.
 */
static size_t behind_dateline(const struct sentence *s)
{
    struct str first = s->n_items ? item_text(s, 0) : STR("");
    for (size_t i = 0; i < first.n; i++)
        if (ascii_is_alpha(first.p[i]) && !ascii_is_upper(first.p[i]))
            return 0;
    for (size_t i = 1; first.n >= CAPITALS_LEAST && i < s->n_items && i < DATELINE_REACH; i++) {
        if (mark_at(s, i, ':') || mark_at(s, i, '-') || mark_at(s, i, '_'))
            return i + 1;
        bool inside = s->items[i].capital || s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_DATE;
        if (!inside || mark_at(s, i, '.'))
            return 0;
    }
    return 0;
}

const struct term *place_at(const struct sentence *s, size_t i)
{
    if (i >= s->n_items || s->items[i].kind != ITEM_PHRASE || !s->items[i].capital)
        return NULL;
    const struct term *first = item_term(&s->items[i], IN_PLACES);
    for (const struct term *t = first; t; t = t->next)
        if (t->table == IN_PLACES && t->code.n && str_equal(t->code, s->document->ref_area))
            return t;
    return first && first->code.n ? first : NULL;
}

static bool is_location(const struct sentence *s, size_t i)
{
    const struct term *place = place_at(s, i);
    return place && place->kind != PLACE_PEOPLE;
}

/* "in Belgium and France": no single country. */
static bool is_joined(const struct sentence *s, size_t i)
{
    for (size_t j = i + 1;
         j + 1 < s->n_items && (mark_at(s, j, ',') || role_at(s, j) == R_AND || role_at(s, j) == R_OR); j++)
        if (is_location(s, j + 1))
            return !str_equal(place_at(s, j + 1)->code, place_at(s, i)->code);
    return false;
}

/* Does the place at item i stand behind "in" or "across", perhaps with "the", "northern" or a town's name between?
 * *sea: behind "off" or "between", where two countries are named for a sea. */
static bool is_scene(const struct sentence *s, size_t i, bool *sea)
{
    *sea = false;
    size_t next = i + 1;
    if (next < s->n_items && s->items[next].capital && (s->items[next].kind == ITEM_WORD || s->items[next].noun) &&
        !place_at(s, next))
        return false; /* "at the Gaza School" */
    for (size_t j = i; j-- > 0 && i - j <= 4u;) {
        *sea = plays(s, j, R_OFF_COAST) || (role_at(s, j) == R_BETWEEN && is_joined(s, i));
        if (role_at(s, j) == R_IN || plays(s, j, R_ACROSS) || *sea)
            return true;
        bool part_of_name = s->items[j].capital || role_at(s, j) == R_DETERMINER || mark_at(s, j, ',') ||
                            s->items[j].kind == ITEM_WORD || plays(s, j, R_ADVERB) || is_location(s, j);
        if (!part_of_name || role_at(s, j) == R_TO || role_at(s, j) == R_FROM)
            return false;
    }
    return false;
}

/* "Pakistan (203)", "for Pakistan 2.3 million", "Jalisco 14,951": the place right before the number. */
static struct str area_before(const struct sentence *s, const struct number *n)
{
    size_t i = n->item, open = i > 1 ? bracket_of(s, i) : i;
    bool bracket = mark_at(s, open, '(');
    i = bracket ? open : i;
    while (i > 0 &&
           (item_term(&s->items[i - 1], IN_QUALIFIERS) || role_at(s, i - 1) == R_DETERMINER || mark_at(s, i - 1, ':')))
        i--;
    if (i == 0 || !is_location(s, i - 1) || (i > 1 && is_list_from(s, i - 1)) || i <= behind_dateline(s))
        return STR("");
    return bracket && n->citizenship.n ? STR("") : place_at(s, i - 1)->code;
}

static struct str area_behind(const struct sentence *s, const struct number *n, size_t last)
{
    bool sea = false;
    for (size_t i = n->item + 1u; i < last; i++) {
        const struct number *m = s->items[i].kind == ITEM_NUMBER ? &s->numbers[s->items[i].index] : NULL;
        if (m && !m->why_not && (m->from != (int)(n - s->numbers) || role_at(s, phrase_from(s, i) - 1) != R_INCLUDING))
            break;
        if (!is_location(s, i))
            continue;
        if (role_at(s, i - 1) == R_TO)
            return STR("");
        bool left = role_at(s, i - 1) == R_FROM && n->indicator == VICTIMS_FREED && n->citizenship.n &&
                    !str_equal(n->citizenship, place_at(s, i)->code); /* "206 Filipinos were rescued from Myanmar" */
        if (left || is_scene(s, i, &sea))
            return !is_joined(s, i) ? place_at(s, i)->code : sea ? several : STR("");
    }
    return STR("");
}

/* "In Nepal the range runs from": a place that opens the clause, or the last one before the number. */
static struct str area_of_clause(const struct sentence *s, const struct number *n, size_t first)
{
    for (size_t i = n->item; i-- > first;) {
        if (s->items[i].kind == ITEM_NUMBER && !s->numbers[s->items[i].index].why_not)
            break;
        size_t in = role_at(s, i - 1) == R_DETERMINER && i > 1 ? i - 2 : i - 1; /* "in the US" */
        bool scene = is_location(s, i) && (role_at(s, in) == R_IN || (i == first + 1 && role_at(s, first) == R_FOR));
        if (scene && i > 0 && !is_joined(s, i))
            return place_at(s, i)->code;
    }
    bool subject = is_location(s, first) && place_at(s, first)->kind == PLACE_COUNTRY && first + 1 < n->item;
    if (subject && (role_at(s, first + 1) == R_BE || role_at(s, first + 1) == R_HAVE || verb_at(s, first + 1)))
        return place_at(s, first)->code; /* "India has the highest number" */
    if (first + 1 < n->item && role_at(s, first) == R_IN && is_location(s, first + 1) && !is_joined(s, first + 1))
        return place_at(s, first + 1)->code;
    return STR("");
}

/* "Thai police arrested", "Malaysia's government": the authority that acts is a country's. */
static struct str area_of_authority(const struct sentence *s, const struct number *n, size_t first)
{
    for (size_t i = n->item; i-- > first;) {
        const struct term *place = place_at(s, i);
        if (!place)
            continue;
        size_t next = i + 1 + (mark_at(s, i + 1, 's') || mark_at(s, i + 1, '\''));
        for (size_t j = next; j < next + 2 && j < n->item; j++) {
            bool official = noun_at(s, j) && noun_at(s, j)->role == ROLE_OFFICIAL;
            if (official || role_at(s, j) == R_COURT || plays(s, j, R_AUTHORITY))
                return place->code;
        }
    }
    return STR("");
}

static struct str stated_area(const struct sentence *s, const struct number *n)
{
    size_t first, last;
    clause_around(s, n->item, &first, &last);
    struct str area = area_before(s, n);
    if (!area.n)
        area = area_behind(s, n, last);
    if (!area.n)
        area = area_of_clause(s, n, first);
    if (!area.n)
        area = area_of_authority(s, n, first);
    return area;
}

/* The one country that the sentence names, for documents that have none of their own; empty when it names several. */
static struct str only_area(const struct sentence *s)
{
    struct str area = STR("");
    for (size_t i = 0; i < s->n_items; i++) {
        if (!is_location(s, i))
            continue;
        if (area.n && !str_equal(area, place_at(s, i)->code))
            return STR("");
        area = place_at(s, i)->code;
    }
    return area;
}

/* "20 million people worldwide": of no single country. */
static bool is_worldwide(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item + 1u; i < s->n_items && i <= n->item + (size_t)WORLD_REACH; i++) {
        if (plays(s, i, R_WORLDWIDE))
            return true;
        if (s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ';') || mark_at(s, i, ','))
            return false;
    }
    return false;
}

/* "respectively 17, 10, and nine cases in Israel": of one noun, in one place. */
static void share_places(struct sentence *s)
{
    for (size_t k = s->n_numbers; k-- > 1;) {
        struct number *n = &s->numbers[k - 1];
        const struct number *next = n + 1;
        if (!n->why_not && !next->why_not && n->head >= 0 && n->head == next->head && n->head > (int)next->item)
            n->area = next->area;
    }
}

void places_find(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        n->area = stated_area(s, n);
        if (str_equal(n->area, several)) {
            n->area = STR("");
            continue;
        }
        if (!n->area.n && is_worldwide(s, n))
            continue;
        if (!n->area.n && n->from >= 0 && n->from < NUMBERS_LIMIT)
            n->area = s->numbers[n->from].area;
        if (!n->area.n)
            n->area = s->document->ref_area;
        if (!n->area.n)
            n->area = only_area(s);
        if (!n->area.n)
            n->area = s->carried->block_area.n ? s->carried->block_area : s->carried->heading_area;
    }
    share_places(s);
}

void places_carry(struct sentence *s, bool heading)
{
    if (s->document->ref_area.n) /* it stands for every place that is not named */
        return;
    struct str area = only_area(s);
    if (area.n && heading)
        s->carried->heading_area = area;
    else if (area.n)
        s->carried->block_area = area;
}
