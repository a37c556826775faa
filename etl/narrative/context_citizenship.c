/* Whose citizens the people counted are: demonyms with the number or said of it, "from" a country, "foreign". */
#include "etl/narrative/people.h"

#include "etl/narrative/clauses.h"

enum { CITIZENSHIPS_LIMIT = 8, NAME_REACH = 5 };

struct codes {
    struct str list[CITIZENSHIPS_LIMIT]; /* sorted */
    size_t n;
    bool foreign, domestic, dual;
};

static void add_code(struct codes *c, struct str code)
{
    for (size_t i = 0; i < c->n; i++)
        if (str_equal(c->list[i], code))
            return;
    if (c->n == CITIZENSHIPS_LIMIT || !code.n)
        return;
    size_t at = c->n;
    while (at > 0 && str_compare(c->list[at - 1], code) > 0) {
        c->list[at] = c->list[at - 1];
        at--;
    }
    c->list[at] = code;
    c->n++;
}

static struct str join_codes(struct arena *a, const struct codes *c)
{
    struct str out = c->n ? c->list[0] : STR("");
    for (size_t i = 1; i < c->n; i++)
        out = arena_printf(a, "%.*s;%.*s", (int)out.n, out.p, (int)c->list[i].n, c->list[i].p);
    return out;
}

/* Demonyms and words as "foreign" in the span; "mostly Hondurans" is not said of all. */
static void read_span(const struct sentence *s, struct span span, struct codes *c)
{
    for (size_t i = span.first; i < span.last && i < s->n_items; i++) {
        const struct term *place = place_at(s, i);
        if (plays(s, i, R_MOSTLY))
            return;
        if (place && (place->kind == PLACE_PEOPLE || noun_at(s, i)))
            add_code(c, place->code);
        c->foreign = c->foreign || role_at(s, i) == R_FOREIGN || plays(s, i, R_FOREIGNERS);
        c->dual = c->dual || plays(s, i, R_DUAL);
        c->domestic = c->domestic || role_at(s, i) == R_DOMESTIC;
    }
}

/* "36 Filipinos", "five from Nepal": the words behind a number that has no noun. */
static struct span elided_run(const struct sentence *s, const struct number *n)
{
    struct span run = { n->item + 1u, n->item + 1u };
    for (size_t i = run.first; i < s->n_items; i++) {
        if (describes_people(s, i))
            run.last = i + 1;
        else if (role_at(s, i) != R_AND && !plays(s, i, R_MOSTLY))
            break;
    }
    return run;
}

/* "from Uzbekistan and Tajikistan", "citizens of Nepal": the countries behind item i. */
static void read_countries(const struct sentence *s, size_t i, struct codes *c)
{
    for (; i < s->n_items; i++) {
        const struct term *place = place_at(s, i);
        if (place && place->kind == PLACE_COUNTRY)
            add_code(c, place->code);
        else if (!mark_at(s, i, ',') && role_at(s, i) != R_AND && role_at(s, i) != R_DETERMINER)
            break;
    }
}

/* "of Uzbekistan", "of the Republic of Uzbekistan": the item of the country that starts at item i, 0 when none does. */
static size_t country_behind(const struct sentence *s, size_t i)
{
    size_t end = i + NAME_REACH;
    for (; i < s->n_items && i < end; i++) {
        if (place_at(s, i))
            return place_at(s, i)->kind <= PLACE_PEOPLE ? i : 0;
        bool of_name = role_at(s, i) == R_DETERMINER || role_at(s, i) == R_OF || (is_word(s, i) && s->items[i].capital);
        if (!of_name)
            return 0;
    }
    return 0;
}

bool is_list_from(const struct sentence *s, size_t i)
{
    for (size_t j = i; j-- > 0;) {
        if (role_at(s, j) == R_FROM)
            return true;
        if (!place_at(s, j) && s->items[j].kind != ITEM_NUMBER && s->items[j].kind != ITEM_MARK &&
            role_at(s, j) != R_AND && role_at(s, j) != R_DETERMINER)
            return false;
    }
    return false;
}

/* "countries of origin were Nigeria (74), Romania (49)": the country right before a number in brackets. */
static const struct term *country_of_bracket(const struct sentence *s, const struct number *n)
{
    size_t open = n->item > 1 ? bracket_of(s, n->item) : 0;
    if (!open || !mark_at(s, open, '(') || !mark_at(s, n->item + 1u, ')'))
        return NULL;
    const struct term *place = place_at(s, open - 1);
    bool origin = place && (place->kind == PLACE_PEOPLE || is_list_from(s, open - 1));
    for (size_t j = 0; j < s->n_items && place && !origin; j++)
        origin = plays(s, j, R_ORIGIN);
    return origin && place->kind <= PLACE_PEOPLE ? place : NULL;
}

/* "its citizens", "domestic victims": of the country that the clause has named, else of the document's; of "Central
 * Asian citizens" no country is told. */
static void add_home(const struct sentence *s, const struct number *n, struct codes *c)
{
    for (size_t i = n->item + 1u; (int)i < n->head; i++) {
        if (place_at(s, i)) /* "three UK nationals" */
            add_code(c, place_at(s, i)->code);
        if (place_at(s, i) || is_word(s, i) || role_at(s, i) == R_ORDINAL) /* "two third-country nationals" */
            return;
    }
    for (size_t i = n->item; i-- > 0 && !ends_clause(s, i);) {
        const struct term *place = place_at(s, i);
        bool acts =
            place && place->kind == PLACE_PEOPLE && noun_at(s, i + 1) && s->items[i + 1].noun->role == ROLE_OFFICIAL;
        if (place && (place->kind == PLACE_COUNTRY || acts)) { /* "Indonesian officials freed 20 of their nationals" */
            add_code(c, place->code);
            return;
        }
    }
    if (s->document->ref_area.n)
        add_code(c, s->document->ref_area);
}

struct str citizenship_in(const struct sentence *s, size_t first, size_t last)
{
    struct codes c = { 0 };
    if (role_at(s, first) == R_FROM)
        read_countries(s, first + 1, &c);
    else
        read_span(s, (struct span){ first, last }, &c);
    if (c.foreign && !c.n)
        add_code(&c, STR("foreign"));
    else if (c.domestic && !c.n)
        add_code(&c, s->document->ref_area);
    return join_codes(s->arena, &c);
}

void citizenship_find(struct sentence *s, struct number *n)
{
    struct codes c = { 0 };
    struct span counted, said;
    if (n->unit != PERSONS || n->currency.n)
        return;
    words_of_people(s, n, &counted, &said);
    if (n->head > (int)n->item)
        read_span(s, counted, &c);
    else
        read_span(s, elided_run(s, n), &c);
    if (!c.n && !c.foreign) {
        read_span(s, said, &c);
        n->citizenship_said = c.n || c.foreign;
    }
    if (!c.n && n->head > 0 && n->head < (int)n->item &&
        place_at(s, (size_t)n->head - 1)) /* "Thai workers number 40" */
        read_span(s, (struct span){ (size_t)n->head - 1, (size_t)n->head }, &c);
    size_t behind_head = n->head >= 0 && n->head < (int)n->item ? (size_t)n->head_last + 1 : 0;
    if (!c.n && behind_head && role_at(s, behind_head) == R_FROM)
        read_countries(s, behind_head + 1, &c); /* "the number of victims from Vietnam rose to 227" */
    for (size_t i = n->item; i-- > 0 && !c.n && n->head > (int)n->item && !ends_clause(s, i);)
        if (role_at(s, i) == R_NUMBER_OF && place_at(s, i + 1) && place_at(s, i + 1)->kind == PLACE_PEOPLE)
            add_code(&c,
                     place_at(s, i + 1)->code); /* "the number of Ukrainians who ... is estimated at 230,000 people" */
    size_t of = (n->head > (int)n->item ? (size_t)n->head_last : n->item) + 1; /* "two citizens of Uzbekistan" */
    size_t country = role_at(s, of) == R_OF ? country_behind(s, of + 1) : 0;
    if (country && !c.n) {
        read_countries(s, country, &c);
        c.domestic = false;
    }
    size_t from = (size_t)n->phrase_last + 1;
    from +=
        mark_at(s, from, ')') && n->item > 0 && mark_at(s, n->item - 1u, '('); /* "half of them (1,750) came from" */
    const struct term *came = n->from >= 0 ? verb_at(s, from) : NULL;          /* "21 came from Moldova" */
    if (role_at(s, from) == R_BE || (came && !came->indicator && came->kind == COUNTS_SUBJECT))
        from++;
    const struct number *total = total_of(s, n), *held = held_against(s, n);
    int verb = n->verb >= 0 || !total || n->from >= NUMBERS_LIMIT ? n->verb : total->verb;
    bool brought_back =
        verb >= 0 && plays(s, (size_t)verb, R_REPATRIATES); /* "repatriated 14 victims from Lebanon": where they were */
    if (role_at(s, from) == R_FROM && !c.n && !brought_back) /* nor "14 Nepali victims from India" */
        read_countries(s, from + 1, &c);
    if (!c.n && country_of_bracket(s, n))
        add_code(&c, country_of_bracket(s, n)->code);
    if (c.foreign && !c.n)
        add_code(&c, STR("foreign"));
    else if (c.domestic && !c.n)
        add_home(s, n, &c);
    if (c.dual && c.n == 1) /* "four Equatoguineans, including two dual Spanish nationals" */
        add_code(&c, total && total->citizenship.n == c.list[0].n ? total->citizenship : s->document->ref_area);
    n->citizenship = join_codes(s->arena, &c);
    if (!c.n && held && held->unit == PERSONS)
        n->citizenship = held->citizenship;
    else if (!c.n && total && total->unit == PERSONS && !total->citizenship_said && !describes_offenders(n) &&
             may_be_part(s, n, total))
        n->citizenship = total->citizenship;
}
