/* Sex and age of the people counted, and whose citizens they are. */
#include "etl/narrative/clauses.h"

#include <string.h>

enum { CITIZENSHIPS_LIMIT = 8 };

/* What a phrase of the counted words says of sex and age; the first word that says it wins, two that differ cancel. */
static void merge(uint8_t *have, uint8_t more, bool *mixed)
{
    if (!more)
        return;
    if (*have && *have != more)
        *mixed = true;
    *have = more;
}

static void own_sex_and_age(const struct sentence *s, const struct number *n, size_t first, size_t last, uint8_t *sex,
                            uint8_t *age)
{
    bool mixed_sex = false, mixed_age = false;
    const struct term *joined = NULL; /* the noun before in "women and children" */
    for (size_t i = first; i < last && i < s->n_items; i++) {
        const struct term *noun = noun_at(s, i);
        uint8_t role = role_at(s, i);
        if (noun && n->head >= 0 && (int)i >= n->head) {
            mixed_sex = mixed_sex || (joined && joined->sex != noun->sex);
            mixed_age = mixed_age || (joined && joined->age != noun->age);
            joined = noun;
        }
        if (noun) {
            merge(sex, noun->sex, &mixed_sex);
            merge(age, noun->age, &mixed_age);
        }
        merge(sex, role == R_FEMALE ? FEMALE : role == R_MALE ? MALE : 0, &mixed_sex);
        merge(age, role == R_CHILD ? CHILD : role == R_ADULT ? ADULT : 0, &mixed_age);
    }
    if (mixed_sex)
        *sex = SEX_NONE;
    if (mixed_age)
        *age = AGE_NONE;
}

/* The words that describe the people counted: number to head, or what "79 were women" says behind it. */
static void words_of(const struct sentence *s, const struct number *n, size_t *first, size_t *last)
{
    *first = n->head >= 0 && n->head < (int)n->item ? (size_t)n->head : n->item + 1u;
    *last = (size_t)(n->head >= 0 ? n->head_last + 1 : n->phrase_last + 1);
    if (n->head >= 0)
        return;
    size_t i = (size_t)n->phrase_last + 1;
    if (role_at(s, i) == R_OF || role_at(s, i) == R_BE || role_at(s, i) == R_IN)
        i++;
    *first = i;
    while (i < s->n_items && i < *first + 4 && s->items[i].kind != ITEM_NUMBER && s->items[i].kind != ITEM_MARK &&
           role_at(s, i) != R_FOR && !noun_at(s, i))
        i++;
    *last = noun_at(s, i) ? i + 1 : i;
}

static bool describes_offenders(const struct number *n)
{
    return n->noun && (n->noun->role == ROLE_OFFENDER || n->noun->role == ROLE_OFFICIAL);
}

/* Another count, or "some of which": what is said from here on is not said of the number before. */
static bool ends_phrase(const struct sentence *s, size_t i)
{
    if (role_at(s, i) == R_OF_THEM || role_at(s, i) == R_INCLUDING)
        return true;
    if (s->items[i].kind != ITEM_NUMBER)
        return false;
    const struct number *m = &s->numbers[s->items[i].index];
    return !m->why_not && !m->currency.n && !m->duration && !(m->noun && m->noun->kind == NOUN_DURATION);
}

static const struct number *total_of(const struct sentence *s, const struct number *n)
{
    if (n->from < 0)
        return NULL;
    return n->from < NUMBERS_LIMIT ? &s->numbers[n->from] : &s->carried->total;
}

/* A length of captivity or of a sentence is that of the person named nearest before it in the sentence. */
static void describe_captive(const struct sentence *s, struct number *n)
{
    for (size_t i = n->item; i-- > 0;) {
        const struct term *noun = noun_at(s, i);
        if (role_at(s, i) == R_PRONOUN && s->items[i].grammar->value > 0) {
            n->sex = s->items[i].grammar->value > 1 ? MALE : FEMALE;
            return;
        }
        if (!noun || noun->kind != NOUN_PERSON)
            continue;
        n->sex = noun->sex;
        n->age = noun->age;
        for (size_t j = i; j-- > 0 && i - j <= 3 && s->items[j].kind != ITEM_NUMBER;) {
            if (role_at(s, j) == R_FEMALE || role_at(s, j) == R_MALE)
                n->sex = role_at(s, j) == R_MALE ? MALE : FEMALE;
            if (item_term(&s->items[j], IN_PLACES))
                n->citizenship = item_term(&s->items[j], IN_PLACES)->code;
        }
        return;
    }
}

static void find_sex_and_age(struct sentence *s, struct number *n)
{
    size_t first, last;
    uint8_t sex = 0, age = 0;
    if (n->unit == CASES || n->indicator == HOTLINE_CALLS) {
        const struct number *total = total_of(s, n);
        bool named = false;
        for (size_t i = n->item; i < s->n_items && i < n->item + 14u; i++) {
            const struct term *topic = topic_at(s, i), *noun = noun_at(s, i);
            if (i > n->item && ends_phrase(s, i))
                break;
            named = named || (topic && topic->subject);
            if ((topic && topic->age == CHILD) || (noun && noun->age == CHILD) || role_at(s, i) == R_CHILD)
                age = CHILD;
        }
        if (!age && !named && s->subject == CHILD_LABOUR && n->indicator != HOTLINE_CALLS)
            age = CHILD;
        n->age = age ? (enum age)age : total ? total->age : AGE_NONE;
        n->sex = total ? total->sex : SEX_NONE;
        return;
    }
    if (n->unit >= YEARS && n->unit <= DAYS)
        describe_captive(s, n);
    if (n->unit != PERSONS)
        return;
    words_of(s, n, &first, &last);
    own_sex_and_age(s, n, first, last, &sex, &age);
    const struct number *total = total_of(s, n);
    if (total && total->unit == PERSONS && !describes_offenders(n)) {
        sex = sex ? sex : (uint8_t)total->sex;
        age = age ? age : (uint8_t)total->age;
    }
    n->sex = (enum sex)sex;
    n->age = (enum age)age;
}

static struct str join_codes(struct arena *a, const struct str *codes, size_t n)
{
    struct str out = n ? codes[0] : STR("");
    for (size_t i = 1; i < n; i++)
        out = arena_printf(a, "%.*s;%.*s", (int)out.n, out.p, (int)codes[i].n, codes[i].p);
    return out;
}

static bool add_code(struct str *codes, size_t *n, struct str code)
{
    for (size_t i = 0; i < *n; i++)
        if (str_equal(codes[i], code))
            return true;
    if (*n == CITIZENSHIPS_LIMIT)
        return false;
    size_t at = *n;
    while (at > 0 && str_compare(codes[at - 1], code) > 0) { /* sorted */
        codes[at] = codes[at - 1];
        at--;
    }
    codes[at] = code;
    ++*n;
    return true;
}

static void find_citizenship(struct sentence *s, struct number *n)
{
    struct str codes[CITIZENSHIPS_LIMIT];
    size_t n_codes = 0;
    bool domestic = false;
    if (n->unit != PERSONS || n->currency.n)
        return;
    size_t head_last = n->head > (int)n->item ? (size_t)n->head_last : n->item;
    for (size_t i = n->item + 1u; i <= head_last && i < s->n_items; i++) {
        const struct term *place = item_term(&s->items[i], IN_PLACES);
        if (place && (place->kind == PLACE_PEOPLE || noun_at(s, i)))
            add_code(codes, &n_codes, place->code);
        if (role_at(s, i) == R_FOREIGN)
            add_code(codes, &n_codes, STR("foreign"));
        domestic = domestic || role_at(s, i) == R_DOMESTIC;
    }
    size_t of = head_last + 1; /* "two citizens of Uzbekistan" */
    if (n->head >= 0 && role_at(s, of) == R_OF && of + 1 < s->n_items && item_term(&s->items[of + 1], IN_PLACES) &&
        item_term(&s->items[of + 1], IN_PLACES)->kind <= PLACE_PEOPLE && !n_codes) {
        add_code(codes, &n_codes, item_term(&s->items[of + 1], IN_PLACES)->code);
        domestic = false;
    }
    if (domestic && !n_codes && s->document->ref_area.n)
        add_code(codes, &n_codes, s->document->ref_area);
    size_t i = (size_t)n->phrase_last + 1; /* "one from Uzbekistan", "were from A and B" */
    if (role_at(s, i) == R_BE)
        i++;
    if (role_at(s, i) == R_FROM) {
        for (i++; i < s->n_items; i++) {
            const struct term *place = item_term(&s->items[i], IN_PLACES);
            if (place && place->kind == PLACE_COUNTRY)
                add_code(codes, &n_codes, place->code);
            else if (!mark_at(s, i, ',') && role_at(s, i) != R_AND && role_at(s, i) != R_DETERMINER)
                break;
        }
    }
    if (role_at(s, i) == R_FOREIGN && n->head < 0)
        add_code(codes, &n_codes, STR("foreign"));
    const struct number *total = total_of(s, n);
    n->citizenship = n_codes ? join_codes(s->arena, codes, n_codes) : STR("");
    if (!n_codes && total && total->unit == PERSONS && !describes_offenders(n))
        n->citizenship = total->citizenship;
}

void people_find(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        find_sex_and_age(s, n);
        find_citizenship(s, n);
    }
}
