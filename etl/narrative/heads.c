/* The head noun of a number: what is counted. */
#include "etl/narrative/clauses.h"

static const struct term missing_cases = {
    .table = IN_NOUNS, .kind = NOUN_CASE, .indicator = MISSING, .unit = CASES, .subject = MISSING_PERSONS
};

enum { UNKNOWN_WORDS_LIMIT = 4, PARTS_LENGTH = 8 };

bool modifies(const struct sentence *s, size_t i)
{
    const struct term *verb = verb_at(s, i);
    bool turns_into = verb && verb->kind == COUNTS_NEITHER && s->items[i].last > s->items[i].first + 1;
    bool links = verb && verb->kind == COUNTS_LINK; /* "12 involved children": 12 cases did */
    if (!verb || turns_into || links ||
        !(verb->verb_forms & (FORM_PARTICIPLE | FORM_GERUND))) /* "ended in convictions" */
        return false;
    for (size_t j = i + 1; j < s->n_items && j <= i + 3; j++) {
        if (noun_at(s, j)) /* "another 12 received training" */
            return verb->kind != COUNTS_NEITHER || verb->indicator || !noun_at(s, j)->indicator;
        if (!word_describes(s, j) && !is_word(s, j) && !mark_at(s, j, '-') && !verb_at(s, j) &&
            !(role_at(s, j) == R_AND && j == i + 1)) /* "confirmed and potential victims" */
            return false;
    }
    return false;
}

size_t last_of_run(const struct sentence *s, size_t i)
{
    if (s->items[i].noun->kind == NOUN_DURATION)
        return i; /* "a three-year sentence": the number is one of years */
    for (;;) {
        size_t next = i + 1;
        if (mark_at(s, next, '-'))
            next++;
        bool told = next < s->n_items && is_word(s, next) && str_ends(item_text(s, next), "ed") &&
                    str_ends(item_text(s, i), "s"); /* "149 committees monitored incidents" */
        if (told)
            return i;
        const struct term *owned = mark_at(s, i + 1, '\'') ? noun_at(s, i + 2) : NULL;
        if (owned && owned->kind == NOUN_CASE && !owned->indicator) {
            i += 2; /* "six missing persons' cases" */
        } else if (noun_at(s, next) && s->items[next].noun->role != ROLE_ANAPHOR) {
            i = next;
        } else if (next < s->n_items && !mark_at(s, i + 1, ',') && (is_word(s, next) || topic_at(s, next)) &&
                   noun_at(s, next + 1) && !s->items[next].capital && s->items[next + 1].noun->kind != NOUN_DURATION) {
            i = next + 1;
        } else {
            return i;
        }
    }
}

/* "women and girls", "men, women, and children": the coordinated nouns belong to one count. */
static size_t last_of_coordination(const struct sentence *s, size_t i)
{
    size_t last = i;
    for (bool listed = false;;) {
        size_t next = i + 1;
        bool comma = mark_at(s, next, ',');
        next += comma;
        bool closes = role_at(s, next) == R_AND || role_at(s, next) == R_OR;
        next += closes;
        const struct term *noun = next > i + 1 ? noun_at(s, next) : NULL;
        if (!noun || noun->kind != s->items[last].noun->kind || (comma && closes && !listed))
            return last;
        last = closes ? next : last;
        listed = listed || comma;
        i = next;
    }
}

/* Sets the head when item i is a noun that can be counted; true when the search is over. */
static bool take_noun(struct sentence *s, struct number *n, size_t i)
{
    size_t head = last_of_run(s, i);
    if (head + 1 < s->n_items && unknown_plural(s, head + 1))
        return false; /* "referral procedures" */
    bool quoted = mark_at(s, head + 1, '\'') && (!glued(s, head + 1) || glued(s, head + 2));
    bool owner = s->items[head].noun->role == ROLE_VICTIM && !quoted &&
                 (mark_at(s, head + 1, 's') || mark_at(s, head + 1, '\''));
    const struct term *owned_thing = owner ? noun_at(s, head + 2) : NULL;
    if (owner && head + 2 < s->n_items &&
        ((owned_thing && owned_thing->kind > NOUN_CASE) || (is_word(s, head + 2) && !s->items[head + 2].capital)))
        return false; /* "one trafficking victims' shelter" */
    bool compound = n->zero_word && is_word(s, head + 1 < s->n_items ? head + 1 : head) && head + 1 < s->n_items &&
                    !s->items[head + 1].capital && !is_manner_adverb(s, head + 1) && !is_unknown_past(s, head + 1);
    if (compound && s->items[head].noun->kind == NOUN_CASE)
        return false; /* "no trial date" */
    n->head = (int)head;
    n->noun = s->items[head].noun;
    bool owned = head > i && mark_at(s, head - 1, '\'') && s->items[i].noun->role == ROLE_MISSING;
    if (owned && n->noun->kind == NOUN_CASE && !n->noun->indicator)
        n->noun = &missing_cases; /* "six missing persons' cases" */
    n->head_last = n->phrase_last = (int)last_of_coordination(s, head);
    return true;
}

/* "adult", "child": neither in -s nor "children", "women", "people". */
static bool is_singular(const struct sentence *s, size_t i)
{
    struct str w = item_text(s, i);
    char last = w.n ? w.p[w.n - 1] : 0;
    return last != 's' && last != 'n' && last != 'e';
}

bool head_from(struct sentence *s, struct number *n, size_t i, bool *something)
{
    int unknown = 0;
    for (; i < s->n_items; i++) {
        const struct item *item = &s->items[i];
        if (item->noun && item->noun->age && n->low != 1 && is_singular(s, i) && topic_at(s, i + 1) &&
            !noun_at(s, i + 1) && !noun_at(s, i + 2) && i == n->item + 1u)
            return false; /* "12 adult forced begging" */
        if (item->noun && mark_at(s, i + 1, '-') && glued(s, i + 2) && modifies(s, i + 2)) {
            i += 2; /* "police-reported incidents" */
            continue;
        }
        bool adjective = item->noun && is_listed_adjective(s, i);
        if (item->noun && !adjective && take_noun(s, n, i))
            return true;
        if (item->noun && !adjective) {
            *something = true;
            return false;
        }
        if (is_manner_adverb(s, i))
            continue;
        bool bare_verb =
            item->verb && !item->noun && !(item->verb->verb_forms & ~(FORM_BASE | FORM_THIRD)); /* "work sites" */
        bool based = i > 0 && mark_at(s, i - 1, '-');                                           /* "nine U.S.-based" */
        if ((is_unknown_past(s, i) && !based) || (bare_verb && role_at(s, i + 1) == R_DETERMINER))
            return false; /* "152 concern the keeping of dens" */
        if (is_word(s, i) || bare_verb) {
            *something = true;
            if (++unknown > UNKNOWN_WORDS_LIMIT || (unknown_plural(s, i) && !noun_at(s, i + 1) && n->low != 1) ||
                (bare_verb && !noun_at(s, i + 1) && !is_word(s, i + 1 < s->n_items ? i + 1 : i)))
                return false;
        } else if (modifies(s, i)) {
            bool denied = i > 1 && mark_at(s, i - 1, '-') && glued(s, i) && plays(s, i - 2, R_NOT); /* "non-located" */
            if (item->verb->indicator != OFFICIALS_TRAINED && !denied) {
                n->act = item->verb;
                n->verb = (int)i;
            }
        } else if (word_describes(s, i)) {
            *something = *something || item_term(item, IN_PLACES);
        } else if (lists_descriptions(s, i)) {
            i += role_at(s, i + 1) == R_AND || role_at(s, i + 1) == R_OR;
        } else if (role_at(s, i) == R_AND &&
                   (unknown || (i > 0 && n->verb == (int)i - 1) || word_describes(s, i - 1)) && i + 1 < s->n_items &&
                   (modifies(s, i + 1) || word_describes(s, i + 1) || is_word(s, i + 1) ||
                    (noun_at(s, i + 1) && s->items[i + 1].noun->role == ROLE_MISSING))) {
            continue; /* also "missing and disappeared people" */
        } else if (role_at(s, i) == R_OR && word_describes(s, i - 1) && (noun_at(s, i + 1) || modifies(s, i + 1))) {
            continue; /* "missing or disappeared persons" */
        } else if ((mark_at(s, i, '.') || role_at(s, i) == R_ABBREVIATION) && mark_at(s, i + 1, '-')) {
            continue; /* "nine U.S.-based co-conspirators" */
        } else if (mark_at(s, i, '(') && mark_at(s, i + 2, ')') && word_describes(s, i - 1) &&
                   item_term(&s->items[i + 1], IN_PLACES)) {
            i += 2; /* "one People's Republic of China (PRC) national" */
        } else if (!mark_at(s, i, '-') && !mark_at(s, i, '"') && !mark_at(s, i, '\'')) {
            return false;
        }
    }
    return false;
}

static bool is_anaphor(uint8_t role) { return role == R_ANAPHOR || role == R_RELATIVE || role == R_PRONOUN; }

static bool sentence_has_number(const struct sentence *s, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++)
        if (s->items[i].kind == ITEM_NUMBER)
            return true;
    return false;
}

/* "1,986 (28%) of referrals": the item behind the bracket, i when none with a share stands there. */
static size_t behind_share(const struct sentence *s, size_t i)
{
    bool share = false;
    if (!mark_at(s, i, '('))
        return i;
    for (size_t j = i + 1; j < s->n_items && j <= i + 5; j++) {
        share = share || mark_at(s, j, '%') || role_at(s, j) == R_MEASURE_AFTER;
        if (mark_at(s, j, ')'))
            return share ? j + 1 : i;
    }
    for (size_t j = i + 1; j + 1 < s->n_items && j <= i + PARTS_LENGTH; j++)
        if (mark_at(s, j, ')')) /* "2,763 (1,293 women and 1,470 men) of the 6,417" */
            return role_at(s, j + 1) == R_OF && sentence_has_number(s, i, j) ? j + 1 : i;
    return i;
}

/* "three of them", "three of these cases": what stands behind the words at item i. */
static void head_of_them(struct sentence *s, struct number *n, size_t i, bool *elided, bool *of_them)
{
    bool something = false;
    const struct term *done = verb_at(s, i + 1);
    n->phrase_last = (int)i;
    n->of_the = true;
    if (done && done->indicator && (done->verb_forms & FORM_PARTICIPLE) && s->items[i].grammar->value < 0) {
        n->noun = &some_people; /* "45 of those trafficked" */
        n->act = done;
        n->verb = n->phrase_last = (int)i + 1;
        return;
    }
    bool relative = s->items[i].grammar->value > 0; /* "19 of whom police arrested" */
    *of_them = *elided = relative || !(head_from(s, n, i + 1, &something) && n->head <= (int)i + 3);
    if (*elided) {
        n->head = -1;
        n->noun = NULL;
        n->phrase_last = (int)i;
    }
}

/* "three of the victims", "three of those", "three of Kyrgyzstan": with "of" at *i. True when what is counted is
 * settled, else *i is where its noun may start. */
static bool head_behind_of(struct sentence *s, struct number *n, size_t *i, bool *elided, bool *of_them)
{
    size_t at = *i + 1;
    bool something = false;
    n->of_the = role_at(s, at) == R_DETERMINER || role_at(s, at) == R_ANAPHOR;
    while (role_at(s, at) == R_DETERMINER || role_at(s, at) == R_TOTAL)
        at++;
    const struct term *gone = n->of_the ? topic_at(s, at) : NULL;
    if (gone && gone->subject == MISSING_PERSONS && !noun_at(s, at) && !noun_at(s, at + 1)) {
        n->noun = &missing_people; /* "1,047 of the missing" */
        n->phrase_last = (int)at;
        return true;
    }
    if (is_anaphor(role_at(s, at))) {
        n->phrase_last = (int)at;
        if (head_from(s, n, at + 1, &something) && role_at(s, at) == R_ANAPHOR)
            return true;
        n->head = -1;
        n->noun = NULL;
        *of_them = *elided = true;
        return true;
    }
    if (at < s->n_items && s->items[at].kind == ITEM_NUMBER)
        at++;
    const struct term *place = at < s->n_items ? item_term(&s->items[at], IN_PLACES) : NULL;
    *elided = place && place->kind == PLACE_COUNTRY && !noun_at(s, at + 1); /* "three of Kyrgyzstan" */
    *i = at;
    return *elided;
}

/* "410 who were reported missing", "87 of the 410 who were": people without a noun, when no number before is theirs. */
static bool head_is_who(const struct sentence *s, struct number *n, size_t i)
{
    const struct term *who = role_at(s, i) == R_RELATIVE ? term_of_role(s, i, R_RELATIVE) : NULL;
    bool pronoun = n->worded && n->low == 1; /* "persons lacking one who were enrolled" */
    if (!who || who->value <= 0 || pronoun || (!is_whole(s, n) && number_before(s, n->item) >= 0))
        return false;
    n->noun = &some_people;
    n->phrase_last = (int)i - 1;
    return true;
}

/* "12 of the 410 missing": people without a noun, for the part. */
static bool head_is_missing(const struct sentence *s, struct number *n, size_t i)
{
    const struct term *missing = topic_at(s, i);
    bool part = i > n->item + 2u && s->items[i - 1].kind == ITEM_NUMBER;
    if (!part || !missing || missing->subject != MISSING_PERSONS || noun_at(s, i + 1))
        return false;
    n->noun = &some_people;
    n->phrase_last = (int)i;
    return true;
}

/* "opened 14 new ones": the item of "ones" that stands for the noun told before, 0 when none does. */
static size_t ones_behind(const struct sentence *s, size_t i)
{
    while (i < s->n_items && (word_describes(s, i) || is_word(s, i)) && !plays(s, i, R_ONES) && !noun_at(s, i))
        i++;
    return plays(s, i, R_ONES) ? i : 0;
}

void find_head(struct sentence *s, struct number *n, bool *elided, bool *of_them)
{
    size_t i = n->item + 1u;
    bool something = false;
    *elided = *of_them = false;
    n->phrase_last = n->item;
    if (n->currency.n || n->duration)
        return;
    if (i < s->n_items && item_term(&s->items[i], IN_QUALIFIERS) && role_at(s, i) == R_NONE)
        i++; /* "500 or more" */
    i = behind_share(s, i);
    size_t to = phrase_from(s, n->item);
    if (to > 0 && role_at(s, to - 1) == R_TO && role_at(s, i) == R_DETERMINER && role_at(s, i + 1) == R_NUMBER_OF)
        i += 2; /* "brings to 890 the number of workers released" */
    size_t ones = ones_behind(s, i);
    if (ones) {
        n->phrase_last = (int)ones;
        *elided = true;
        return;
    }
    if (role_at(s, i) == R_OF_THEM) {
        head_of_them(s, n, i, elided, of_them);
        return;
    }
    if (role_at(s, i) == R_OF && head_behind_of(s, n, &i, elided, of_them))
        return;
    if (head_of_list(s, n, i) || head_from(s, n, i, &something) || head_is_who(s, n, i) || head_is_missing(s, n, i))
        return;
    n->act = NULL;
    n->verb = -1;
    if (i > n->item + 1u && mark_at(s, i - 1, ')')) /* "2,877 (44%) are children" */
        n->phrase_last = (int)i - 1;
    size_t told = i;
    while (role_at(s, told) == R_ADVERB)
        told++;
    bool gone = gone_missing(s, i) || (verb_at(s, told) && verb_at(s, told)->indicator == MISSING &&
                                       verb_at(s, told)->kind == COUNTS_SUBJECT); /* "65 more disappear" */
    *elided = !something || gone || (n->item > 0 && role_at(s, n->item - 1u) == R_OF_THEM);
}
