/* Numbers whose noun and verb were said before: in the clause, sentence or paragraph that they go on with. */
#include "etl/narrative/ellipsis.h"

#include <math.h>

enum { HIDDEN_LEAST = 10000, REACH = 8, NAME_LIMIT = 5 };

static const struct term people = { .table = IN_NOUNS, .kind = NOUN_PERSON, .role = ROLE_VICTIM, .unit = PERSONS };
static const struct term disappear = { .table = IN_VERBS, .kind = COUNTS_SUBJECT, .indicator = MISSING };
static const struct term estimate = { .table = IN_VERBS, .kind = COUNTS_OBJECT, .indicator = VICTIMS_ESTIMATED };

static bool is_figure(const struct number *m)
{
    return !m->why_not && !m->currency.n && !m->duration && !(m->noun && m->noun->kind == NOUN_DURATION) &&
           !(m->noun && m->noun->kind == NOUN_THING) && (m->head >= 0 || m->from >= 0 || m->act);
}

/* Nothing that could be counted stands behind the number. */
static bool closed_right(const struct sentence *s, const struct number *n)
{
    size_t i = n->item + 1u;
    uint8_t role = role_at(s, i);
    return i >= s->n_items || s->items[i].kind == ITEM_DATE || (s->items[i].kind == ITEM_MARK && !mark_at(s, i, '-')) ||
           role == R_AND || role == R_IN || role == R_OF_THEM || role == R_RATE || role == R_FROM;
}

/* A word of a name or of a phrase that names who did it or where: "local authorities", "for Pakistan", "Tamaulipas". */
static bool names_part(const struct sentence *s, size_t i)
{
    return s->items[i].capital || item_term(&s->items[i], IN_PLACES) || role_at(s, i) == R_FOR ||
           role_at(s, i) == R_IN || role_at(s, i) == R_BY || role_at(s, i) == R_FROM || role_at(s, i) == R_DETERMINER ||
           word_describes(s, i) ||
           (noun_at(s, i) && noun_at(s, i)->kind == NOUN_PERSON && noun_at(s, i)->role == ROLE_OFFICIAL) ||
           (s->items[i].kind == ITEM_WORD && !unknown_plural(s, i)) || noun_at(s, i);
}

/* "police sent 733 referrals, and local authorities 1,203"; "for Pakistan 2.3 million; for Bangladesh 1.2 million". */
static bool goes_on_from_clause(const struct sentence *s, struct number *n)
{
    size_t i = left_of(s, n), words = 0;
    while (i < s->n_items && words < NAME_LIMIT && names_part(s, i)) {
        words++;
        i = i > 0 ? i - 1 : s->n_items;
    }
    if (!words || i >= s->n_items || !(mark_at(s, i, ',') || mark_at(s, i, ';') || role_at(s, i) == R_AND))
        return false;
    if (role_at(s, i) == R_AND && i > 0 && mark_at(s, i - 1, ','))
        i--;
    int total = nearest_number(s, i);
    if (total < 0 || !is_figure(&s->numbers[total]))
        return false;
    const struct number *m = &s->numbers[total];
    n->from = m->from >= 0 ? m->from : total;
    return true;
}

/* "74 were British, 20 Albanian and 22 from other countries": a share named by its adjective. */
static bool is_described_share(const struct sentence *s, struct number *n)
{
    size_t i = n->item + 1u;
    bool described = i < s->n_items && !noun_at(s, i) &&
                     (item_term(&s->items[i], IN_PLACES) || role_at(s, i) == R_FEMALE || role_at(s, i) == R_MALE);
    bool closed = i + 1 >= s->n_items || s->items[i + 1].kind == ITEM_MARK || role_at(s, i + 1) == R_AND;
    int before = nearest_number(s, n->item);
    if (!described || !closed || !coordinated(s, n->item) || before < 0 || !is_figure(&s->numbers[before]))
        return false;
    const struct number *m = &s->numbers[before];
    bool of_group = m->head >= 0 && m->head < (int)m->item; /* "Of the victims, 90 were Indian, 38 Nepali" */
    n->from = m->from < 0 && of_group ? before : m->from;
    return n->from >= 0;
}

/* "put the total at 40.3 million", "the toll rose to 53": a count that stands for the one told before. */
static bool stands_for_total(const struct sentence *s, struct number *n)
{
    size_t i = left_of(s, n);
    bool predicate = i < s->n_items && role_at(s, i) == R_BE; /* then all before it is the subject */
    for (size_t steps = 0; i < s->n_items && steps<REACH; steps++, i = i> 0 ? i - 1 : s->n_items) {
        uint8_t role = role_at(s, i);
        if (plays(s, i, R_TALLY) || role == R_ANAPHOR) {
            int total = number_before(s, i);
            if (role_at(s, i + 1) == R_OF)
                return false;
            if (s->survey && s->subject == TRAFFICKING) { /* "a study put the real number at 5,000" */
                n->noun = &people;
                n->act = &estimate;
                n->method = "estimate";
                return true;
            }
            n->from = total >= 0 && s->numbers[total].unit != YEARS ? total
                      : s->carried->total_told                      ? NUMBERS_LIMIT
                                                                    : -1;
            return n->from >= 0;
        }
        const struct term *verb = verb_at(s, i);
        bool linking =
            (predicate && s->items[i].kind != ITEM_MARK && s->items[i].kind != ITEM_NUMBER && !ends_clause(s, i)) ||
            role == R_IN || role == R_TO || role == R_BE || role == R_HAVE || role == R_ADVERB ||
            s->items[i].kind == ITEM_DATE || (verb && !verb->indicator) || plays(s, i, R_CHANGE);
        if (!linking)
            return false;
    }
    return false;
}

/* "The disappeared, totalling 11,859", "those registered as missing amount to 40,180" */
static bool sums_up_missing(const struct sentence *s, struct number *n)
{
    size_t i = left_of(s, n);
    if (i >= s->n_items || role_at(s, i) != R_BE || s->items[i].grammar->value <= 1 || s->subject != MISSING_PERSONS)
        return false;
    while (i-- > 0 && !ends_clause(s, i)) {
        if (noun_at(s, i) && noun_at(s, i)->kind != NOUN_PERSON)
            return false;
        if (topic_at(s, i) && topic_at(s, i)->subject == MISSING_PERSONS) {
            n->noun = &some_people;
            n->act = &disappear;
            n->method = "estimate";
            return true;
        }
    }
    return false;
}

/* "Women and girls account for 28.7 million", "children make up some 16,500": a share of what was told before. */
static bool is_made_up(const struct sentence *s, struct number *n)
{
    size_t i = left_of(s, n);
    if (i >= s->n_items || !plays(s, i, R_MAKE_UP) || !s->carried->has_total)
        return false;
    n->from = NUMBERS_LIMIT;
    return true;
}

/* A list of names with counts in brackets goes on with the count that the text told last. */
static bool lists_in_brackets(const struct sentence *s, struct number *n)
{
    size_t alone = 0;
    for (size_t k = 0; k < s->n_numbers; k++) {
        size_t i = s->numbers[k].item;
        alone += i > 1 && mark_at(s, i - 1, '(') && mark_at(s, i + 1, ')');
    }
    if (alone < 2 || !mark_at(s, n->item + 1u, ')') || n->item < 2 || !mark_at(s, n->item - 1u, '(') ||
        s->carried->reference_marks || !s->carried->total_told)
        return false;
    n->from = NUMBERS_LIMIT;
    return true;
}

/* "The fishermen vanished. Thirteen of them are unaccounted for", "In 2019, 112 were rescued": the verb tells enough
 * of people who are told of without a number or a noun. */
static bool tells_of_them(struct sentence *s, struct number *n)
{
    size_t i = n->item + 1u;
    bool them = role_at(s, i) == R_OF_THEM || role_at(s, i) == R_BE || role_at(s, i) == R_HAVE ||
                (role_at(s, i) == R_OF && (role_at(s, i + 1) == R_ANAPHOR || role_at(s, i + 1) == R_PRONOUN));
    bool relative, alone;
    bool bare = role_at(s, i) == R_BE || role_at(s, i) == R_HAVE;
    n->phrase_last = role_at(s, i) == R_OF ? (int)i + 1 : bare ? (int)n->item : (int)i;
    struct governor right = them ? look_right(s, n, false, &relative, &alone) : (struct governor){ .item = -1 };
    bool telling = right.item >= 0 && !relative && !right.modal &&
                   (right.act->indicator == MISSING || right.act->indicator == ARRESTS ||
                    right.act->indicator == CONVICTIONS || right.act->indicator == VICTIMS_FREED ||
                    right.act->indicator == VICTIMS_ASSISTED || right.act->indicator == SENTENCES);
    if (!telling) {
        n->phrase_last = n->item;
        return false;
    }
    n->noun = &some_people;
    take_governor(s, n, right);
    return true;
}

/* "22 arrested (15 in the capital)", "Eight jailed over farm slavery": headlines and entries leave the people out. */
static bool opens_headline(const struct sentence *s, struct number *n)
{
    size_t first = 0;
    while (first < n->item && (s->items[first].kind == ITEM_MARK || item_term(&s->items[first], IN_QUALIFIERS)))
        first++;
    const struct term *verb = verb_at(s, n->item + 1u);
    bool telling = verb && (verb->verb_forms & FORM_PARTICIPLE) && verb->kind == COUNTS_OBJECT &&
                   verb->indicator >= VICTIMS && verb->indicator <= ARRESTS && verb->indicator != INVESTIGATIONS;
    if (first != n->item || !telling || (!s->entry && s->kind != BLOCK_HEADING))
        return false;
    n->noun = &some_people;
    n->act = verb;
    n->verb = n->item + 1;
    n->method = "headline";
    return true;
}

/* "Brazil rescues hundreds held in slave-like conditions": only people are counted so. */
static bool takes_people(const struct sentence *s, struct number *n)
{
    size_t i = left_of(s, n);
    const struct term *verb = i < s->n_items ? s->items[i].verb : NULL;
    bool telling = n->qualifier == VAGUE && verb && verb->kind == COUNTS_OBJECT &&
                   (verb->indicator == VICTIMS_FREED || verb->indicator == ARRESTS) && !is_passive(s, i);
    size_t behind = n->item + 1u;
    const struct term *held = verb_at(s, behind);
    bool closed = behind >= s->n_items || s->items[behind].kind == ITEM_MARK || role_at(s, behind) == R_FROM ||
                  role_at(s, behind) == R_IN || (held && held->verb_forms & FORM_PARTICIPLE);
    if (!telling || !closed)
        return false;
    n->noun = &some_people;
    n->act = verb;
    n->verb = (int)i;
    n->method = "object";
    return true;
}

/* "By form: forced labour 51, forced begging 7", "women 40, men 12": the parts of what was told before. */
static bool is_listed_part(const struct sentence *s, struct number *n)
{
    size_t i = left_of(s, n);
    if (i >= s->n_items || i + 1 != n->item || s->n_numbers < 2 || !s->carried->has_total)
        return false;
    uint8_t role = role_at(s, i);
    bool label = (topic_at(s, i) && topic_at(s, i)->form) || item_term(&s->items[i], IN_PLACES) || role == R_FEMALE ||
                 role == R_MALE ||
                 (noun_at(s, i) && noun_at(s, i)->kind == NOUN_PERSON && (noun_at(s, i)->sex || noun_at(s, i)->age));
    bool opened = i > 0 && (mark_at(s, i - 1, ':') || mark_at(s, i - 1, ',') || mark_at(s, i - 1, ';') ||
                            role_at(s, i - 1) == R_AND);
    if (!label || !opened)
        return false;
    for (size_t j = i; j-- > 0 && !mark_at(s, i - 1, ':');)
        if (mark_at(s, j, ':'))
            break;
        else if (j == 0)
            return false;
    n->from = NUMBERS_LIMIT;
    return true;
}

/* "11 million in modern slavery", "27.6 million are in forced labour": do the words behind say what so many suffer? */
static bool suffers_behind(const struct sentence *s, const struct number *n)
{
    size_t i = n->item + 1u;
    i += role_at(s, i) == R_BE;
    i += role_at(s, i) == R_ADVERB;
    i += verb_at(s, i) && verb_at(s, i)->indicator == VICTIMS;
    if (verb_at(s, i) && verb_at(s, i)->indicator == VICTIMS_ESTIMATED) /* "in modern slavery" */
        return true;
    const struct term *topic = topic_at(s, i + 1);
    return role_at(s, i) == R_IN && topic && topic->indicator == VICTIMS && !noun_at(s, i + 1);
}

/* Where the text speaks of estimates, a number of that size without a noun is one of the hidden population. */
static bool is_hidden_population(const struct sentence *s, struct number *n)
{
    double size = isfinite(n->high) ? n->high : n->low;
    bool on = s->subject == TRAFFICKING || s->subject == CHILD_LABOUR;
    bool spoken = (s->survey || s->carried->estimates) && closed_right(s, n);
    if (!on || !(size >= HIDDEN_LEAST) || !(spoken || suffers_behind(s, n)))
        return false;
    n->noun = &people;
    n->act = &estimate;
    return true;
}

bool ellipsis_find(struct sentence *s, struct number *n)
{
    const char *why = n->why_not;
    const char *method = n->method;
    if (n->zero_word || n->article || (n->worded && n->low == 1))
        return false;
    n->why_not = NULL;
    n->from = n->head = n->verb = -1;
    n->noun = n->act = NULL;
    n->phrase_last = n->item;
    n->method = "elided";
    bool closed = closed_right(s, n);
    if (tells_of_them(s, n) || opens_headline(s, n) || takes_people(s, n))
        return true;
    if (is_described_share(s, n) ||
        (closed && (stands_for_total(s, n) || sums_up_missing(s, n) || is_made_up(s, n) || is_listed_part(s, n) ||
                    goes_on_from_clause(s, n) || lists_in_brackets(s, n))))
        return true;
    n->method = "estimate";
    if (is_hidden_population(s, n))
        return true;
    n->why_not = why;
    n->method = method;
    return false;
}

bool contact_clause(const struct sentence *s, struct number *n)
{
    size_t i = (size_t)n->phrase_last + 1;
    const struct term *verb = verb_at(s, i + 1);
    if (role_at(s, i) != R_PRONOUN || !verb || !verb->indicator || !(verb->verb_forms & FORM_PAST) ||
        verb->kind != COUNTS_OBJECT)
        return false;
    bool closed = i + 2 >= s->n_items || s->items[i + 2].kind == ITEM_MARK || s->items[i + 2].kind == ITEM_DATE ||
                  role_at(s, i + 2) == R_IN || role_at(s, i + 2) == R_BE || role_at(s, i + 2) == R_AND ||
                  role_at(s, i + 2) == R_TO;
    if (!closed)
        return false;
    n->act = verb;
    n->verb = (int)i + 1;
    n->method = "object";
    return true;
}
