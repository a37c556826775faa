/* The verb or process noun that governs a number, from what stands before and behind it. */
#include "etl/narrative/dates.h"

enum { RIGHT_REACH = 14, INSERTION_REACH = 40, JOINED_REACH = 7, MAIN_REACH = 20, AGENT_REACH = 5 };

static size_t skip_brackets_left(const struct sentence *s, size_t i)
{
    while (i > 0 && !mark_at(s, i, '('))
        i--;
    return i;
}

/* Is item i a process noun whose complement starts behind it ("arrest of", "training for")? */
static bool governs_as_noun(const struct sentence *s, size_t i, size_t number_item)
{
    const struct term *noun = noun_at(s, i);
    if (!noun || !noun->indicator)
        return false;
    size_t j = i + 1;
    bool aside = role_at(s, j) == R_BY || (j < s->n_items && s->items[j].kind == ITEM_DATE) ||
                 (is_preposition(role_at(s, j)) && j + 1 < s->n_items && s->items[j + 1].kind == ITEM_DATE);
    for (size_t k = j + 1; aside && k <= j + AGENT_REACH && k < number_item; k++)
        if (role_at(s, k) == R_OF) { /* "the arrest by maritime police of 94 individuals" */
            j = k;
            aside = false;
        }
    uint8_t role = role_at(s, j);
    if (role != R_OF && role != R_FOR && role != R_TO && role != R_PREPOSITION && role != R_IN)
        return false;
    return only_frame(s, j + 1, number_item);
}

/* "penalties were assessed for four cases": the process noun that a passive verb has as its subject. */
static const struct term *process_before(const struct sentence *s, size_t verb)
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

static const struct term case_against = {
    .table = IN_NOUNS, .kind = NOUN_CASE, .indicator = INVESTIGATIONS, .name = { "cases against", 13 }
};

struct governor look_left(const struct sentence *s, const struct number *n)
{
    struct governor g = { .item = -1, .breakdown_of = -1 };
    bool crossed = false; /* a word that ends the reach of "including" */
    for (size_t i = n->item; i-- > 0;) {
        uint8_t role = s->items[i].role;
        if (role == R_INCLUDING || role == R_COMPARED || mark_at(s, i, '_') || mark_at(s, i, '(') ||
            mark_at(s, i, ':')) {
            int total = number_before(s, i);
            if (total >= 0 && !crossed) {
                g.breakdown_of = total;
                g.method = role == R_COMPARED ? "comparison" : "breakdown";
                return g;
            }
            if (total < 0 && role == R_INCLUDING && s->carried->has_total && i > 0 && role_at(s, i - 1) == R_PRONOUN) {
                g.breakdown_of = NUMBERS_LIMIT; /* "they comprised 34 officers" */
                g.method = "breakdown";
                return g;
            }
            size_t before = i - (i > 0 && mark_at(s, i - 1, ','));
            const struct term *group = role == R_INCLUDING && before ? noun_at(s, before - 1) : NULL;
            if (total < 0 && !crossed && group && group->role == ROLE_VICTIM) {
                g.method = "beside"; /* "recruiting victims, including three girls" */
                return g;
            }
            if (mark_at(s, i, ':'))
                return g;
            continue;
        }
        if (mark_at(s, i, ')')) {
            i = skip_brackets_left(s, i);
            continue;
        }
        if (mark_at(s, i, ';') && !crossed) {
            int previous = nearest_number(s, i);
            if (previous >= 0 && s->numbers[previous].from >= 0) {
                g.breakdown_of = s->numbers[previous].from;
                g.method = "breakdown";
            }
        }
        if (ends_clause(s, i) || role == R_THAT)
            return g;
        if (s->items[i].kind == ITEM_NUMBER && coordinated(s, n->item) && !crossed) {
            const struct number *m = &s->numbers[s->items[i].index];
            if (!m->why_not && m->from < 0 && m->method && m->method[0] == 'p' && m->act) {
                g.item = m->verb;
                g.act = m->act;
                g.method = m->method;
                return g;
            }
        }
        if (lists_people_of(s, i, n) && !crossed) {
            g.breakdown_of = s->items[i].index; /* "112 victims, 94 women, 11 men" */
            g.method = "breakdown";
            return g;
        }
        if (in_breakdown(s, i) && (!crossed || coordinated(s, n->item)) && !n->currency.n) {
            g.breakdown_of = s->numbers[s->items[i].index].from;
            g.method = "breakdown";
            return g;
        }
        if (role == R_PREPOSITION && i > 0 && noun_at(s, i - 1) && noun_at(s, i - 1)->kind == NOUN_CASE &&
            !noun_at(s, i - 1)->indicator && n->noun && n->noun->kind == NOUN_PERSON && n->noun->role == ROLE_VICTIM &&
            only_frame(s, i + 1, n->item)) {
            g.method = "beside"; /* "cases with 68 child victims" */
            return g;
        }
        if (noun_at(s, i) && noun_at(s, i)->kind == NOUN_CASE && !noun_at(s, i)->indicator &&
            plays(s, i + 1, R_AGAINST) && only_frame(s, i + 2, n->item)) {
            g.item = (int)i; /* "registered cases against seven employers" */
            g.act = &case_against;
            g.method = "process_noun";
            return g;
        }
        if (governs_as_noun(s, i, n->item)) {
            g.item = (int)i;
            g.act = noun_at(s, i);
            g.method = "process_noun";
            return g;
        }
        if (topic_at(s, i) && topic_at(s, i)->indicator && role_at(s, i + 1) == R_OF && only_frame(s, i + 2, n->item)) {
            g.item = (int)i;
            g.act = topic_at(s, i);
            g.method = "process_noun";
            return g;
        }
        if (noun_at(s, i) && s->items[i].verb && s->items[i].verb->indicator &&
            s->items[i].verb->kind == COUNTS_OBJECT && i > 0 &&
            (s->items[i - 1].kind != ITEM_MARK || (mark_at(s, i - 1, ',') && s->items[i].capital)) &&
            role_at(s, i - 1) != R_DETERMINER && only_frame(s, i + 1, n->item)) {
            g.item = (int)i; /* "police rescue 12 women", "detectives arrest six" */
            g.act = s->items[i].verb;
            g.method = "object";
            return g;
        }
        const struct term *verb = verb_at(s, i);
        if (verb && verb->kind == COUNTS_LINK) {
            int total = number_before(s, i);
            g.breakdown_of = total;
            g.method = "beside";
            return g;
        }
        if (verb && i > 0 && mark_at(s, i - 1, '-') && !(verb->verb_forms & FORM_PAST))
            verb = NULL; /* "the toll-free line" */
        if (verb && i > 0 && s->items[i - 1].kind == ITEM_NUMBER && role_at(s, i + 1) == R_AND && i + 2 == n->item)
            verb = NULL; /* "two confirmed and 129 potential victims" */
        if (verb && topic_at(s, i) && !only_frame(s, i + 1, n->item))
            verb = NULL; /* "the Council Against Trafficking" */
        if (verb && i > 0 && noun_at(s, i - 1) && noun_at(s, i - 1)->kind == NOUN_PERSON &&
            noun_at(s, i - 1)->role != ROLE_OFFICIAL && (verb->verb_forms & FORM_PARTICIPLE) &&
            is_preposition(role_at(s, i + 1)))
            verb = NULL; /* "39 women exploited in sex trafficking, 24 men" */
        if (verb && i + 1 != n->item && modifies(s, i) && (!(verb->verb_forms & FORM_PAST) || stands_in_phrase(s, i)))
            verb = NULL;
        if (verb) {
            if (is_passive(s, i) && !(n->noun && n->noun->kind == NOUN_DURATION) && !n->currency.n && !n->duration &&
                !(n->noun && n->noun->kind == NOUN_CASE)) {
                if (process_before(s, i) && is_preposition(role_at(s, i + 1)) && only_frame(s, i + 2, n->item)) {
                    g.item = (int)i; /* "life sentences were imposed on 11" */
                    g.act = process_before(s, i);
                    g.method = "process_noun";
                }
                return g;
            }
            const struct term *first = i > 1 && role_at(s, i - 1) == R_AND ? verb_at(s, i - 2) : NULL;
            if (first && first->indicator && first->indicator != INVESTIGATIONS && first->kind == COUNTS_OBJECT &&
                ((first->verb_forms & verb->verb_forms) || s->items[i].last > s->items[i].first + 1))
                verb = first; /* "arrested and prosecuted at least three" */
            g.item = (int)i;
            g.act = verb;
            g.method = "object";
            g.modal = is_wished(s, i);
            return g;
        }
        if (role == R_RELATIVE || role == R_BE || role == R_PREPOSITION)
            crossed = crossed || role == R_BE;
    }
    return g;
}

/* "received assistance", "were given training": the process noun behind a verb that says nothing itself. */
static const struct term *process_behind(const struct sentence *s, int verb)
{
    for (size_t i = (size_t)verb + 1; i < s->n_items && i <= (size_t)verb + 8; i++) {
        const struct term *noun = noun_at(s, i);
        if (noun && noun->indicator && noun->kind != NOUN_PERSON)
            return noun;
        size_t unit = mark_at(s, i + 1, '-') ? i + 2 : i + 1;
        bool length = s->items[i].kind == ITEM_NUMBER && noun_at(s, unit) && s->items[unit].noun->kind == NOUN_DURATION;
        if (ends_clause(s, i) || (s->items[i].kind == ITEM_NUMBER && !length) || verb_at(s, i) || mark_at(s, i, ','))
            return NULL;
    }
    return NULL;
}

/* Behind ", including 22 children," or ", some of whom ...,": the item where the clause goes on with its verb;
 * 0 when the mark at i opens no insertion. */
static size_t behind_insertion(const struct sentence *s, size_t i)
{
    uint8_t opener = role_at(s, i + 1);
    if (opener == R_BE || opener == R_HAVE || opener == R_AND)
        return 0;
    char close = s->items[i].mark == '(' ? ')' : s->items[i].mark;
    for (size_t j = i + 1; j + 1 < s->n_items && j < i + INSERTION_REACH; j++) {
        if (ends_clause(s, j))
            return 0;
        const struct term *verb = verb_at(s, j + 1);
        bool goes_on = role_at(s, j + 1) == R_BE || role_at(s, j + 1) == R_HAVE ||
                       (verb && (verb->kind == COUNTS_SUBJECT || (verb->verb_forms & FORM_PARTICIPLE)));
        if (mark_at(s, j, close) && goes_on)
            return j + 1;
    }
    return 0;
}

/* Behind "of forced labour" and adverbs: where a bare participle may stand ("victims of trafficking officially
 * identified"). */
static size_t behind_complement(const struct sentence *s, size_t start)
{
    size_t i = start;
    if (role_at(s, i) == R_OF && topic_at(s, i + 1))
        i += 2;
    while (i < s->n_items && (role_at(s, i) == R_ADVERB || is_manner_adverb(s, i)))
        i++;
    const struct term *verb = verb_at(s, i);
    return verb && (verb->verb_forms & FORM_PARTICIPLE) ? i : start;
}

static bool is_age(const struct sentence *s, size_t i)
{
    const char *why = s->numbers[s->items[i].index].why_not;
    return why && why[0] == 'a' && why[1] == 'g';
}

static bool counts_person(const struct sentence *s, size_t i)
{
    for (size_t j = i + 1; j < s->n_items && j <= i + 3; j++)
        if (noun_at(s, j))
            return s->items[j].noun->kind == NOUN_PERSON;
    return false;
}

/* The participle that "and" joins to the one at item i and that says what is counted, 0 when none does. */
static size_t joined_verb(const struct sentence *s, size_t i)
{
    for (size_t j = i + 1; j + 1 < s->n_items && j <= i + JOINED_REACH; j++) {
        const struct term *verb = role_at(s, j) == R_AND ? verb_at(s, j + 1) : NULL;
        if (s->items[j].kind == ITEM_MARK || s->items[j].kind == ITEM_NUMBER || ends_clause(s, j))
            return 0;
        if (verb)
            return verb->indicator && (verb->verb_forms & FORM_PARTICIPLE) ? j + 1 : 0;
    }
    return 0;
}

/* "nationals held in slave-like conditions have been freed", "those abducted have since escaped": the verb that the
 * clause goes on with behind a participle or a relative clause, 0 when there is none. */
static size_t finite_behind(const struct sentence *s, size_t participle)
{
    bool be = false, have = false;
    for (size_t i = participle + 1; i < s->n_items && i <= participle + MAIN_REACH; i++) {
        uint8_t role = role_at(s, i);
        if (s->items[i].kind == ITEM_NUMBER || s->items[i].kind == ITEM_MARK || ends_clause(s, i) ||
            role == R_RELATIVE || role == R_THAT || role == R_AND)
            return 0;
        const struct term *verb = verb_at(s, i);
        bool freed = verb && ((verb->indicator >= VICTIMS_IDENTIFIED && verb->indicator <= VICTIMS_FREED) ||
                              verb->indicator == MISSING_FOUND);
        if (verb && (be || (have && verb->kind == COUNTS_SUBJECT)))
            return freed ? i : 0;
        be = be || role == R_BE;
        have = have || role == R_HAVE;
    }
    return 0;
}

struct governor look_right(const struct sentence *s, const struct number *n, bool over_and, bool *relative, bool *bare)
{
    struct governor g = { .item = -1, .breakdown_of = -1, .method = "subject" };
    *relative = *bare = false;
    bool be = false, have = false, noun_seen = false, skipped_clause = false;
    size_t start = (size_t)n->phrase_last + 1;
    start = behind_complement(s, start);
    for (size_t i = start; i < s->n_items && i < start + RIGHT_REACH; i++) {
        if (mark_at(s, i, ',') || mark_at(s, i, '_') || mark_at(s, i, '(')) {
            size_t behind = behind_insertion(s, i);
            if (behind) {
                start += behind - i;
                i = behind - 1;
                continue;
            }
        }
        uint8_t role = s->items[i].role;
        if (over_and && i == start + 1 && s->items[i].kind == ITEM_NUMBER && role_at(s, i - 1) == R_AND &&
            counts_person(s, i)) {
            while (!noun_at(s, i))
                i++;
            start = i + 1; /* "two men and two women disappeared" */
            continue;
        }
        if (s->items[i].kind == ITEM_NUMBER && is_age(s, i))
            continue; /* "no child younger than 15 may work" */
        if (ends_clause(s, i) || s->items[i].kind == ITEM_NUMBER || role == R_THAT || mark_at(s, i, ')') ||
            role == R_INCLUDING || role == R_COMPARED || mark_at(s, i, '_'))
            break;
        if (role == R_RELATIVE)
            *relative = true;
        if (role == R_AND && (noun_seen || (!be && !have)) && i + 1 < s->n_items &&
            (verb_at(s, i + 1) || role_at(s, i + 1) == R_DETERMINER))
            break;
        be = be || role == R_BE;
        have = have || role == R_HAVE;
        g.negated = g.negated || role == R_NEGATION;
        g.modal = g.modal || (role == R_MODAL && !*relative);
        noun_seen = noun_seen || (be && noun_at(s, i));
        const struct term *verb = verb_at(s, i);
        const struct term *other = role_at(s, i + 1) == R_OR ? verb_at(s, i + 2) : NULL;
        bool gone = other && other->indicator == MISSING && verb && verb->indicator == ARRESTS;
        bool either = role_at(s, i + 1) == R_OR && verb &&
                      (verb->indicator == OTHER || (have && !be && verb->kind == COUNTS_OBJECT));
        if (!verb || gone || either) /* "died or went missing", "have returned or been traced" */
            continue;
        if (*relative && !verb->indicator &&
            !process_behind(s, (int)i)) { /* "women who worked as nurses were arrested" */
            be = have = false;
            *relative = false;
            skipped_clause = true;
            continue;
        }
        if (skipped_clause && !is_passive(s, i) && verb->kind != COUNTS_SUBJECT)
            continue;
        if (!be && !have && verb->verb_forms & FORM_GERUND && verb->kind != COUNTS_SUBJECT && !*relative)
            continue;
        if ((verb->kind == COUNTS_SUBJECT && verb->indicator) || is_passive(s, i)) {
            if (!verb->indicator && joined_verb(s, i)) { /* "are brought there and held against their will" */
                i = joined_verb(s, i);
                verb = verb_at(s, i);
            }
            size_t main_verb = *relative ? finite_behind(s, i) : 0; /* "girls who were abducted have been released" */
            *relative = *relative && !main_verb;
            g.item = (int)(main_verb ? main_verb : i);
            g.act = main_verb ? verb_at(s, main_verb) : verb;
            return g;
        }
        if (have && !verb->indicator && role_at(s, i + 1) != R_DETERMINER && !process_behind(s, (int)i))
            continue; /* "have returned or been traced" */
        if (verb->kind == COUNTS_SUBJECT) {
            g.item = (int)i;
            g.act = verb;
            return g;
        }
        if (!verb->indicator && (verb->verb_forms & FORM_PAST) && process_behind(s, (int)i)) {
            g.item = (int)i; /* "received training", "concluded in convictions" */
            g.act = process_behind(s, (int)i);
            return g;
        }
        if (!be && (verb->verb_forms & FORM_PARTICIPLE) && !*relative && i == start) {
            const struct item *next = i + 1 < s->n_items ? &s->items[i + 1] : NULL;
            bool with_preposition = s->items[i].last > s->items[i].first + 1; /* "trafficked into" */
            *bare = !next || with_preposition || next->kind == ITEM_MARK || next->kind == ITEM_DATE ||
                    next->role == R_BY || next->role == R_HAVE || next->role == R_IN || next->role == R_FROM ||
                    next->role == R_OF || next->role == R_BETWEEN || next->role == R_THROUGH || next->role == R_THAT ||
                    next->role == R_FOR || next->role == R_PREPOSITION || next->role == R_AND || next->role == R_TO ||
                    next->role == R_BE || next->role == R_ADVERB;
            if (*bare) {
                size_t main_verb = finite_behind(s, i);
                *bare = !main_verb;
                g.item = (int)(main_verb ? main_verb : i);
                g.act = main_verb ? verb_at(s, main_verb) : verb;
                return g;
            }
        }
        break;
    }
    g.modal = g.modal && g.item < 0;
    return g;
}

struct governor look_over_subject(const struct sentence *s, const struct number *n)
{
    struct governor g = { .item = -1, .breakdown_of = -1, .method = "object" };
    for (size_t i = (size_t)n->phrase_last + 1; i < s->n_items && i <= (size_t)n->phrase_last + 4; i++) {
        const struct term *verb = verb_at(s, i);
        if (role_at(s, i) == R_BE || role_at(s, i) == R_HAVE || s->items[i].kind == ITEM_MARK)
            return g;
        if (verb && verb->indicator && (verb->verb_forms & FORM_PAST)) {
            g.item = (int)i;
            g.act = verb;
            return g;
        }
    }
    return g;
}

void take_governor(struct sentence *s, struct number *n, struct governor g)
{
    n->verb = g.item;
    n->act = g.act;
    n->method = g.method;
    n->modal = g.modal;
    n->negated = g.negated;
    if (g.act && g.act->table == IN_VERBS && !g.act->indicator && g.item < (int)n->item &&
        is_passive(s, (size_t)g.item)) {
        const struct term *subject = process_before(s, (size_t)g.item);
        if (subject)
            n->act = subject;
    }
}

static bool freed_or_found(enum indicator i)
{
    return i == VICTIMS_FREED || i == MISSING_FOUND || i == VICTIMS_IDENTIFIED;
}

/* "raised the number of prosecutions, from five cases in 2018 to 170 cases": what the number was said to be of. */
static const struct term *process_of_number(const struct sentence *s, const struct number *n)
{
    size_t i = n->item;
    while (i > 0 && item_term(&s->items[i - 1], IN_QUALIFIERS))
        i--;
    uint8_t before = i ? role_at(s, i - 1) : (uint8_t)R_NONE;
    bool step = before == R_FROM || before == R_TO || before == R_COMPARED || before == R_BE;
    bool plain = n->noun && !n->noun->indicator && (n->noun->kind == NOUN_CASE || n->noun->role == ROLE_NONE);
    if (!step || !plain || n->noun->kind > NOUN_CASE)
        return NULL; /* "the number of disappearances is upwards of 60,000 people" */
    while (i-- > 0 && !ends_clause(s, i))
        if (role_at(s, i) == R_NUMBER_OF)
            return noun_at(s, i + 1) && s->items[i + 1].noun->indicator ? s->items[i + 1].noun : NULL;
    return NULL;
}

void find_governor(struct sentence *s, struct number *n)
{
    const struct term *process = process_of_number(s, n);
    if (process) {
        n->act = process;
        n->method = "number_of";
        return;
    }
    bool relative, bare;
    struct governor left = look_left(s, n);
    struct governor right = look_right(s, n, left.item < 0 && left.breakdown_of < 0, &relative, &bare);
    if (n->act && n->act->indicator && left.breakdown_of < 0) { /* "identified victims" */
        n->method = "modifier";
        if (right.act && n->act->indicator == MISSING && freed_or_found(right.act->indicator)) {
            take_governor(s, n, right); /* "130 abducted children released" */
            return;
        }
        bool weak =
            !(right.act && right.act->indicator) || (right.act->indicator == VICTIMS && n->act->indicator > VICTIMS);
        if (!(left.act && left.act->indicator) && weak)
            return; /* also "the 33 freed workers had been lured" */
    }
    if (left.method && left.method[0] == 'b' && left.method[1] == 'e' && left.breakdown_of < 0 && left.item < 0)
        n->linked = true;
    if (right.item >= 0 && right.act->indicator == VICTIMS && n->noun && n->noun->kind == NOUN_CASE)
        right.item = -1; /* "two cases of minors being coerced" */
    bool direct = left.item >= 0 && left.act->indicator > VICTIMS && left.method[0] == 'o' &&
                  only_frame(s, (size_t)left.item + 1, n->item);
    if (direct && right.item >= 0 && right.act->indicator == VICTIMS)
        right.item = -1; /* "rescued 19 children suspected of being trafficked" */
    if (left.item >= 0 && left.act->table == IN_NOUNS && left.act->indicator >= CONVICTIONS && right.item >= 0 &&
        right.act->table == IN_NOUNS)
        right.item = -1; /* "the convictions of 1,350 individuals have led to life sentences" */
    bool right_first = right.item >= 0 && !relative && !bare;
    if (left.breakdown_of >= 0) {
        n->from = left.breakdown_of;
        n->linked = left.method[0] == 'b' && left.method[1] == 'e';
        n->method = left.method;
        bool adjacent = bare && right.item == n->phrase_last + 1 && left.method[0] == 'c';
        if ((right_first || adjacent) && right.item >= 0 && right.act->indicator) /* "compared with nine prosecuted" */
            take_governor(s, n, right);
        return;
    }
    bool base = n->item > 2 && role_at(s, n->item - 1u) == R_DETERMINER && role_at(s, n->item - 2u) == R_OF &&
                s->items[n->item - 3u].kind == ITEM_NUMBER;
    if (base && right.item >= 0 && right.act->indicator &&
        (relative || bare || right.item == n->phrase_last + 1)) { /* "3,087 of the 4,410 who were reported missing" */
        take_governor(s, n, right);
        return;
    }
    if (base && left.method && left.method[0] == 'o')
        left.item = -1; /* "referred 33 of the 46 victims it identified" */
    n->modal = right.modal && !n->currency.n;
    if (base && right_first) { /* "one of the 219 missing schoolgirls was found": the one, not the 219 */
        right.item = -1;
        right_first = false;
    }
    if (right_first)
        take_governor(s, n, right);
    if (left.item >= 0 && (!right_first || (!n->act || (!n->act->indicator && left.act->indicator))))
        take_governor(s, n, left);
    size_t behind = (size_t)n->phrase_last + 1;
    const struct term *purpose = role_at(s, behind) == R_FOR ? noun_at(s, behind + 1) : NULL;
    if (!(n->act && n->act->indicator) && purpose && purpose->indicator == OFFICIALS_TRAINED) {
        n->act = purpose; /* "brought together 65 investigators for training" */
        n->verb = (int)behind + 1;
        n->method = "object";
    }
    bool gone = right.item >= 0 && right.act->indicator == MISSING && n->noun && n->noun->kind == NOUN_PERSON &&
                !(n->act && n->act->indicator == VICTIMS_FREED) &&
                !(n->act && n->act->table == IN_VERBS &&
                  (n->act->indicator >= INVESTIGATIONS || n->act->indicator == VICTIMS_FREED ||
                   n->act->indicator == MISSING_FOUND));
    if (right.item >= 0 && !right_first && (!n->act || !n->act->indicator || gone))
        take_governor(s, n, right);
}
