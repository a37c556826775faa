/* The verb or process noun that governs a number: the choice between what stands before it and what stands behind. */
#include "etl/narrative/clauses.h"

const struct term *process_before(const struct sentence *s, size_t verb)
{
    for (size_t i = verb; i-- > 0 && verb - i <= 6;) {
        const struct term *noun = noun_at(s, i);
        if (noun)
            return noun->indicator && noun->kind != NOUN_PERSON ? noun : NULL;
        if (s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_NUMBER)
            return NULL;
    }
    return NULL;
}

void take_governor(struct sentence *s, struct number *n, struct governor g)
{
    n->verb = g.item;
    n->act = g.act;
    n->method = g.method;
    n->modal = g.modal;
    n->negated = g.negated;
    bool opened = g.act && g.act->indicator == INVESTIGATIONS; /* "proceedings were initiated in 22 cases" */
    if (g.act && g.act->table == IN_VERBS && (!g.act->indicator || opened) && g.item < (int)n->item &&
        is_passive(s, (size_t)g.item)) {
        const struct term *subject = process_before(s, (size_t)g.item);
        if (subject && (!opened || subject->indicator == PROSECUTIONS))
            n->act = subject;
    }
}

static bool freed_or_found(enum indicator i)
{
    return i == VICTIMS_FREED || i == MISSING_FOUND || i == VICTIMS_IDENTIFIED;
}

/* "the number of persons convicted", "the number of prosecutions": what the number is of that the words at item i
 * start to name. */
static const struct term *number_of_what(const struct sentence *s, size_t i)
{
    const struct term *noun = noun_at(s, i), *verb = verb_at(s, i + 1);
    if (!noun || noun->indicator)
        return noun;
    return verb && verb->indicator && (verb->verb_forms & FORM_PARTICIPLE) ? verb : NULL;
}

/* "raised the number of prosecutions, from five cases in 2018 to 170 cases": what the number was said to be of. */
static const struct term *process_of_number(const struct sentence *s, const struct number *n)
{
    size_t i = qualified_from(s, n->item);
    uint8_t before = i ? role_at(s, i - 1) : (uint8_t)R_NONE;
    bool of_year = i > 1 && mark_at(s, i - 1, '(') && s->items[i - 2].kind == ITEM_DATE; /* "to 2019 (837 persons)" */
    bool step = before == R_FROM || before == R_TO || before == R_COMPARED || before == R_BE || of_year;
    bool plain = n->noun && !n->noun->indicator && (n->noun->kind == NOUN_CASE || n->noun->role == ROLE_NONE);
    if (!step || !plain || n->noun->kind > NOUN_CASE)
        return NULL;      /* "the number of disappearances is upwards of 60,000 people" */
    bool changed = false; /* "investigations of trafficking rose from 48 cases" */
    while (i-- > 0 && !ends_clause(s, i)) {
        if (role_at(s, i) == R_NUMBER_OF)
            return number_of_what(s, i + 1);
        const struct term *verb = verb_at(s, i), *subject = changed ? noun_at(s, i) : NULL;
        changed = changed || (verb && verb->kind == COUNTS_NEITHER) ||
                  (role_at(s, i) == R_COMPARED && str_ends(item_text(s, i), "from"));
        bool of = role_at(s, i + 1) == R_OF || role_at(s, i + 1) == R_FOR || role_at(s, i + 1) == R_COMPARED;
        if (subject && subject->indicator && of && n->noun->kind == NOUN_CASE)
            return subject;
    }
    return NULL;
}

/* "beside": victims that are only told of next to the noun or verb that governs them. */
static bool is_beside(const struct governor *g) { return g->method && g->method[0] == 'b' && g->method[1] == 'e'; }

static bool tells(const struct governor *g) { return g->act && g->act->indicator; }

/* "identified victims": does the participle within the phrase keep its word against the verbs around it? */
static bool keeps_modifier(struct sentence *s, struct number *n, const struct governor *left,
                           const struct governor *right)
{
    n->method = "modifier";
    if (is_whole(s, n))
        return true; /* "two of the four abducted women were freed" */
    if (right->act && n->act->indicator == MISSING && freed_or_found(right->act->indicator)) {
        take_governor(s, n, *right); /* "130 abducted children released" */
        return true;
    }
    bool weak = !tells(right) || (right->act->indicator == VICTIMS && n->act->indicator > VICTIMS);
    return !tells(left) && weak; /* also "the 33 freed workers had been lured" */
}

/* Does what stands behind the number only describe those whom the left governor or the noun counts? */
static bool only_describes(const struct sentence *s, const struct number *n, const struct governor *left,
                           const struct governor *right)
{
    bool victims = right->act->indicator == VICTIMS;
    if (victims && n->noun && n->noun->kind == NOUN_CASE)
        return true; /* "two cases of minors being coerced" */
    if (left->item < 0)
        return false;
    if (victims && left->act->indicator > VICTIMS && left->method[0] == 'o' &&
        only_frame(s, (size_t)left->item + 1, n->item))
        return true; /* "rescued 19 children suspected of being trafficked" */
    bool freed = left->act->indicator == VICTIMS_FREED || left->act->indicator == MISSING_FOUND;
    if (right->act->indicator == MISSING && freed && !is_whole(s, n) && left->method[0] == 'o' &&
        only_frame(s, (size_t)left->item + 1, n->item))
        return true; /* "rescued 12 girls who went missing" */
    return left->act->table == IN_NOUNS && left->act->indicator >= CONVICTIONS &&
           right->act->table == IN_NOUNS; /* "the convictions of 1,350 individuals have led to life sentences" */
}

/* "a woman who exploited two men was jailed": what stands behind is said of her. */
static bool within_relative(const struct sentence *s, const struct number *n, const struct governor *left)
{
    uint8_t before = left->item > 0 ? role_at(s, (size_t)left->item - 1) : (uint8_t)R_NONE;
    return (before == R_RELATIVE || before == R_THAT) && left->act && left->act->table == IN_VERBS &&
           only_frame(s, (size_t)left->item + 1, n->item);
}

/* Takes the left governor, the right one (right_first: it is a main verb) or the purpose behind the phrase. */
static void choose_governor(struct sentence *s, struct number *n, const struct governor *left,
                            const struct governor *right, bool right_first)
{
    if (right_first)
        take_governor(s, n, *right);
    if (left->item >= 0 && (!right_first || (!n->act || (!n->act->indicator && left->act->indicator))))
        take_governor(s, n, *left);
    size_t behind = (size_t)n->phrase_last + 1;
    const struct term *purpose = role_at(s, behind) == R_FOR ? noun_at(s, behind + 1) : NULL;
    if (!is_acted(n) && purpose && purpose->indicator == OFFICIALS_TRAINED) {
        n->act = purpose; /* "brought together 65 investigators for training" */
        n->verb = (int)behind + 1;
        n->method = "object";
    }
    const struct term *aside = mark_at(s, behind, ',') ? verb_at(s, behind + 1) : NULL;
    if (!is_acted(n) && !(right->item >= 0 && right->act->indicator) && aside &&
        (aside->verb_forms & FORM_PARTICIPLE) && aside->kind == COUNTS_OBJECT && aside->indicator > VICTIMS &&
        is_preposition(role_at(s, behind + 2))) {
        n->act = aside; /* "the four suspects, arrested on suspicion of" */
        n->verb = (int)behind + 1;
        n->method = "subject";
    }
    bool gone = right->item >= 0 && right->act->indicator == MISSING && n->noun && n->noun->kind == NOUN_PERSON &&
                !(n->act && n->act->indicator == VICTIMS_FREED) &&
                !(n->act && n->act->table == IN_VERBS &&
                  (n->act->indicator >= INVESTIGATIONS || n->act->indicator == MISSING_FOUND));
    if (right->item >= 0 && !right_first && (!n->act || !n->act->indicator || gone))
        take_governor(s, n, *right);
}

/* "32 suspects arrested, 16 traffickers prosecuted": the verb on the left is said of the number before it. */
static bool is_of_another(const struct sentence *s, const struct number *n, const struct governor *left)
{
    size_t next = left->item < 0 ? 0 : (size_t)left->item + 1;
    if (left->item <= 0 || next >= n->item || (s->items[next].kind != ITEM_MARK && role_at(s, next) != R_AND))
        return false;
    for (const struct number *before = s->numbers; before < n; before++)
        if (!before->why_not && before->phrase_last == left->item - 1 && (int)before->item < left->item)
            return true;
    return false;
}

/* "one was convicted, and two cases remained pending": a verb of its own behind it, and "and" right before it. */
static bool opens_own_clause(const struct sentence *s, const struct number *n, const struct governor *left)
{
    size_t i = phrase_from(s, n->item);
    return i > 1 && role_at(s, i - 1) == R_AND && mark_at(s, i - 2, ',') && left->act->table == IN_VERBS;
}

void find_governor(struct sentence *s, struct number *n)
{
    const struct term *process = process_of_number(s, n);
    if (process) {
        n->act = process;
        n->method = "number_of";
        return;
    }
    if (is_acted(n) && n->head >= 0 && n->head < (int)n->item && n->verb >= 0 && n->verb < n->head &&
        sentence_has(s, 0, (size_t)n->verb, R_NUMBER_OF))
        return; /* "the number of trafficked minors decreased to 11" */
    bool relative, bare;
    struct governor left = look_left(s, n);
    struct governor right = look_right(s, n, left.item < 0 && left.breakdown_of < 0, &relative, &bare);
    if (is_acted(n) && left.breakdown_of < 0 && keeps_modifier(s, n, &left, &right))
        return;
    if (is_beside(&left) && left.breakdown_of < 0 && left.item < 0)
        n->linked = true;
    if (left.act && left.act->table == IN_NOUNS && left.act->indicator == MISSING_FOUND && right.item >= 0 &&
        freed_or_found(right.act->indicator) && (size_t)right.item > n->item && !is_wished(s, (size_t)right.item) &&
        !right.negated)
        right.item = -1; /* "the bodies of 14 migrants were found, were taken to the town" */
    uint8_t next = right.item >= 0 ? role_at(s, (size_t)right.item + 1) : (uint8_t)R_NONE;
    /* "nine out of the 12 victims identified were Indonesian", "half of the 40 people reported missing were found" */
    bool own = right.item == n->phrase_last + 1 && (bare || right.act->indicator == MISSING);
    bool apart = (is_out_of(s, n) && !(own && (next == R_BE || next == R_HAVE))) || (is_some_of(s, n) && !own);
    if (right.item >= 0 && (only_describes(s, n, &left, &right) || within_relative(s, n, &left) || apart))
        right.item = -1;
    bool undergone =
        left.item >= 0 && left.act && left.act->table == IN_TOPICS && right.item >= 0 && !relative && !bare;
    if (undergone && is_suspect_indicator(right.act->indicator))
        right.item = -1; /* "a woman suspected of sexual exploitation of three minors was arrested" */
    if (left.item >= 0 && is_some_of(s, n) && left.act->table == IN_VERBS)
        left.item = -1; /* "repatriated most of the 45 victims" */
    size_t behind = (size_t)n->phrase_last + 1;
    bool own_verb =
        verb_at(s, behind) || is_unknown_past(s, behind); /* "60 victims identified and 80 people checked" */
    if (left.breakdown_of < 0 && own_verb && is_of_another(s, n, &left))
        left.item = -1;
    if (left.item >= 0 && right.item >= 0 && !relative && !bare && opens_own_clause(s, n, &left))
        left.item = -1;
    bool right_first = right.item >= 0 && !relative && !bare;
    if (left.breakdown_of >= 0) {
        n->from = left.breakdown_of;
        n->linked = is_beside(&left);
        n->method = left.method;
        bool adjacent = bare && right.item == n->phrase_last + 1;
        if ((right_first || adjacent) && right.item >= 0 && right.act->indicator) /* "compared with nine prosecuted" */
            take_governor(s, n, right);
        return;
    }
    bool whole = is_whole(s, n);
    if (whole && right.item >= 0 && right.act->indicator && (relative || bare || right.act->indicator == MISSING)) {
        take_governor(s, n, right); /* "3,087 of the 4,410 who were reported missing" */
        return;
    }
    if (whole && left.method && left.method[0] == 'o')
        left.item = -1; /* "referred 33 of the 46 victims it identified" */
    n->modal = right.modal && !n->currency.n;
    if (whole && right_first) { /* "one of the 219 missing schoolgirls was found": the one, not the 219 */
        right.item = -1;
        right_first = false;
    }
    choose_governor(s, n, &left, &right, right_first);
}
