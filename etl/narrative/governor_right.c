/* What stands behind a counted phrase and governs it: a passive, an intransitive verb, a bare participle. */
#include "etl/narrative/clauses.h"

enum { RIGHT_REACH = 14, JOINED_REACH = 7, MAIN_REACH = 20, WHOLE_REACH = 5, TRAINED_REACH = 4 };

/* What stands between the phrase and the item that is looked at. */
struct passed {
    bool be, have;
    bool noun;   /* behind a form of "be" */
    bool clause; /* a relative clause whose verb says nothing */
    bool part;   /* "12 of the 62 who were arrested were charged": the clause is said of the 62 */
    bool whole;  /* the 62 */
    bool people; /* the phrase is of people */
};

enum step { GOES_ON, FOUND, STOPS };

/* "participated in 14 anti-trafficking trainings": the trainings that the number at item i counts, NULL for others. */
static const struct term *trainings_behind(const struct sentence *s, size_t i)
{
    for (size_t j = i + 1; j <= i + TRAINED_REACH; j++)
        if (noun_at(s, j))
            return noun_at(s, j)->indicator == OFFICIALS_TRAINED ? noun_at(s, j) : NULL;
    return NULL;
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
        if (s->items[i].kind == ITEM_NUMBER && trainings_behind(s, i))
            return trainings_behind(s, i);
        bool other = verb_at(s, i) && !modifies(s, i); /* not "received suspended prison sentences" */
        if (ends_clause(s, i) || (s->items[i].kind == ITEM_NUMBER && !length) || other || mark_at(s, i, ','))
            return NULL;
    }
    return NULL;
}

/* Behind "of forced labour" and adverbs: where a bare participle may stand ("victims of trafficking officially
 * identified"). */
static size_t behind_complement(const struct sentence *s, size_t start)
{
    size_t i = start;
    if (role_at(s, i) == R_OF && topic_at(s, i + 1)) /* also "of a trafficking ring" */
        i += noun_at(s, i + 2) && noun_at(s, i + 2)->kind == NOUN_THING ? 3 : 2;
    if (role_at(s, i) == R_IN && i + 1 < s->n_items && item_term(&s->items[i + 1], IN_PLACES))
        i += 2; /* "Dozens of nationals in Italy freed" */
    while (i < s->n_items && (role_at(s, i) == R_ADVERB || is_manner_adverb(s, i)))
        i++;
    const struct term *verb = verb_at(s, i);
    return verb && (verb->verb_forms & FORM_PARTICIPLE) ? i : start;
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
static size_t finite_behind(const struct sentence *s, size_t participle, bool of_part)
{
    bool be = false, have = false;
    for (size_t i = participle + 1; i < s->n_items && i <= participle + MAIN_REACH; i++) {
        uint8_t role = role_at(s, i);
        bool name = s->items[i - 1].capital || s->items[i - 2].capital; /* "Maranhao state" */
        bool in_name = mark_at(s, i, ',') && name &&
                       (role_at(s, i + 1) == R_BE || role_at(s, i + 1) == R_HAVE ||
                        (i + 1 < s->n_items && s->items[i + 1].capital)); /* "near El Dheer, in Galguduud, were" */
        size_t things = things_aside(s, i, false);
        i = things ? things : i; /* "working on two ranches" */
        if (in_name || things)
            continue;
        if (s->items[i].kind == ITEM_NUMBER || s->items[i].kind == ITEM_MARK || ends_clause(s, i) ||
            role == R_RELATIVE || role == R_THAT || role == R_AND)
            return 0;
        const struct term *verb = verb_at(s, i);
        bool freed = verb && ((verb->indicator >= VICTIMS_IDENTIFIED && verb->indicator <= VICTIMS_FREED) ||
                              verb->indicator == MISSING_FOUND);
        bool judged = verb && verb_at(s, participle)->indicator == PROSECUTIONS &&
                      (verb->indicator == ARRESTS || verb->indicator == CONVICTIONS || verb->indicator == SENTENCES);
        if (verb && (be || (have && verb->kind == COUNTS_SUBJECT)))
            return freed || judged || (of_part && verb->indicator && verb->indicator != VICTIMS)
                       ? i
                       : 0; /* "men accused of trading in maids had been arrested" */
        be = be || (role == R_BE && role_at(s, i - 1) != R_TO); /* "alleged to be involved in scams were rescued" */
        have = have || role == R_HAVE;
    }
    return 0;
}

/* Is the verb at item i only the first of two ("died or went missing", "have returned or been traced")? */
static bool joins_by_or(const struct sentence *s, size_t i, const struct passed *p)
{
    if (role_at(s, i + 1) != R_OR)
        return false;
    const struct term *verb = verb_at(s, i), *other = verb_at(s, i + 2);
    bool gone = other && other->indicator == MISSING && verb->indicator == ARRESTS;
    return gone || (verb->indicator == OTHER && !(other && other->indicator == OTHER)) ||
           (p->have && !p->be && verb->kind == COUNTS_OBJECT);
}

static enum step found(struct governor *g, size_t i, const struct term *act)
{
    g->item = (int)i;
    g->act = act;
    return FOUND;
}

/* The passive or intransitive verb at item i, or the one behind that says what is counted. */
static enum step take_finite(const struct sentence *s, size_t i, const struct passed *p, bool *relative,
                             struct governor *g)
{
    if (!verb_at(s, i)->indicator && joined_verb(s, i)) /* "are brought there and held against their will" */
        i = joined_verb(s, i);
    bool behind_noun = p->part && !p->be && !p->have; /* "12 of the 410 people reported missing were found" */
    size_t main_verb = (*relative || behind_noun) && !p->whole ? finite_behind(s, i, p->part)
                                                               : 0; /* "girls who were abducted have been released" */
    *relative = *relative && !main_verb;
    i = main_verb ? main_verb : i;
    const struct term *got = verb_at(s, i)->indicator ? NULL : process_behind(s, (int)i);
    return found(g, i, got ? got : verb_at(s, i)); /* "were handed prison terms" */
}

/* Does the participle at item i stand alone behind the counted phrase ("19 arrested in June")? */
static bool is_bare(const struct sentence *s, size_t i)
{
    const struct item *next = i + 1 < s->n_items ? &s->items[i + 1] : NULL;
    bool with_preposition = s->items[i].last > s->items[i].first + 1; /* "trafficked into" */
    return !next || with_preposition || next->kind == ITEM_MARK || next->kind == ITEM_DATE || next->role == R_BY ||
           next->role == R_HAVE || next->role == R_IN || next->role == R_FROM || next->role == R_OF ||
           next->role == R_BETWEEN || next->role == R_THROUGH || next->role == R_THAT || next->role == R_FOR ||
           next->role == R_PREPOSITION || next->role == R_AND || next->role == R_TO || next->role == R_BE ||
           next->role == R_ADVERB || next->role == R_IN_CONFLICT || plays(s, i + 1, R_STILL);
}

/* Is the verb at item i the one that governs? `at_start`: right behind the counted phrase. */
static enum step judge_verb(const struct sentence *s, size_t i, bool at_start, struct passed *p, bool *relative,
                            bool *bare, struct governor *g)
{
    const struct term *verb = verb_at(s, i);
    bool of_them =
        i > 1 && role_at(s, i - 1) == R_DETERMINER && role_at(s, i - 2) == R_OF; /* "families of the disappeared" */
    if (!verb || joins_by_or(s, i, p) || of_them)
        return GOES_ON;
    if (*relative && !verb->indicator && !process_behind(s, (int)i)) { /* "women who worked as nurses were arrested" */
        *p =
            (struct passed){ .noun = p->noun, .clause = true, .part = p->part, .whole = p->whole, .people = p->people };
        *relative = false;
        return GOES_ON;
    }
    if (p->clause && !is_passive(s, i) && verb->kind != COUNTS_SUBJECT)
        return GOES_ON;
    if (!p->be && !p->have && verb->verb_forms & FORM_GERUND && verb->kind != COUNTS_SUBJECT && !*relative)
        return GOES_ON;
    const struct term *whom = noun_at(s, i + 1);
    if (verb->indicator == MISSING && at_start && whom && whom->kind == NOUN_PERSON)
        return STOPS; /* "100 families reported missing relatives" */
    if ((verb->kind == COUNTS_SUBJECT && verb->indicator) || is_passive(s, i))
        return take_finite(s, i, p, relative, g);
    if (p->have && !verb->indicator && role_at(s, i + 1) != R_DETERMINER && !process_behind(s, (int)i))
        return GOES_ON;                 /* "have returned or been traced" */
    if (verb->kind == COUNTS_SUBJECT) { /* "people working in slave-like conditions have been rescued" */
        size_t behind = at_start && (verb->verb_forms & FORM_GERUND) && i > 1 ? finite_behind(s, i, false) : 0;
        return found(g, behind ? behind : i, verb_at(s, behind ? behind : i));
    }
    if (!verb->indicator && (verb->verb_forms & FORM_PAST) && process_behind(s, (int)i))
        return found(g, i, process_behind(s, (int)i)); /* "received training", "concluded in convictions" */
    const struct term *next = verb_at(s, i + 1);
    const struct term *got =
        next && !next->indicator && (next->verb_forms & FORM_PAST) ? process_behind(s, (int)i + 1) : NULL;
    if (p->be || !(verb->verb_forms & FORM_PARTICIPLE) || *relative || !at_start || !(got || is_bare(s, i)))
        return STOPS;
    if (got && !p->whole) /* "33 of those convicted received suspended sentences" */
        return found(g, i + 1, got);
    size_t main_verb = p->whole ? 0 : finite_behind(s, i, p->part);
    *bare = !main_verb;
    return main_verb ? found(g, main_verb, verb_at(s, main_verb)) : found(g, i, verb);
}

/* "cases in which charges were laid": the process that was taken in them is the subject of the relative clause; not
 * "in which convictions were overturned". */
static bool process_in_cases(const struct sentence *s, const struct number *n, size_t i)
{
    const struct term *noun = noun_at(s, i);
    for (size_t j = i + 2; j <= i + 3; j++)
        if (verb_at(s, j) && verb_at(s, j)->indicator == OTHER)
            return false;
    return n->noun && n->noun->kind == NOUN_CASE && noun && noun->kind == NOUN_CASE &&
           is_suspect_indicator(noun->indicator) && role_at(s, i + 1) == R_BE;
}

/* Does the reach of what stands before it end at item i? */
static bool ends_reach(const struct sentence *s, size_t i, const struct passed *p)
{
    uint8_t role = s->items[i].role;
    bool since = role == R_SINCE && role_at(s, i + 1) == R_DETERMINER; /* "since a campaign was launched in May" */
    if (ends_clause(s, i) || s->items[i].kind == ITEM_NUMBER || role == R_THAT || mark_at(s, i, ')') ||
        role == R_INCLUDING || role == R_COMPARED || mark_at(s, i, '_') || since)
        return true;
    uint8_t next = role_at(s, i + 1); /* "convicted of enslaving three sisters and was sentenced" */
    return role == R_AND && (p->noun || (!p->be && !p->have)) && i + 1 < s->n_items &&
           (verb_at(s, i + 1) || next == R_DETERMINER || next == R_BE || next == R_HAVE);
}

bool is_part_of_whole(const struct sentence *s, const struct number *n)
{
    const struct number *next = n + 1;
    return next < s->numbers + s->n_numbers && next->item <= n->item + 3u && is_whole(s, next);
}

/* "62 people out of a total of 103 defendants found guilty": where what is said of the 62 starts, 0 when no such
 * whole follows. */
static size_t behind_out_of(const struct sentence *s, const struct number *n)
{
    const struct number *next = n + 1;
    if (next >= s->numbers + s->n_numbers || next->item > (size_t)n->phrase_last + WHOLE_REACH || !is_out_of(s, next))
        return 0;
    return noun_at(s, next->item + 1u) ? next->item + 2u : next->item + 1u;
}

/* "identified 40 victims and charges were filed": do the words behind "and" at item i open a clause of their own, with
 * a subject unlike what the verb right before the number has counted? */
static bool opens_next(const struct sentence *s, const struct number *n, size_t i)
{
    size_t from = qualified_from(s, n->item);
    const struct term *verb = from > 0 ? verb_at(s, from - 1) : NULL;
    const struct term *noun = role_at(s, i) == R_AND ? noun_at(s, i + 1) : NULL;
    bool object = verb && verb->indicator && verb->kind == COUNTS_OBJECT && !(from > 1 && role_at(s, from - 2) == R_BE);
    return object && noun && n->noun && (noun->kind != n->noun->kind || noun->role != n->noun->role);
}

/* "members, connected to two families, were jailed", "According to the two specialists, 39 were": a number behind a
 * preposition and before a comma is not the subject of what follows. */
static bool is_told_aside_of_subject(const struct sentence *s, const struct number *n)
{
    size_t left = left_of(s, n);
    uint8_t before = left > 0 ? role_at(s, left) : (uint8_t)R_NONE;
    bool preposition = before == R_TO || before == R_PREPOSITION || before == R_BY;
    return preposition && !plays(s, left, R_AMONG) && mark_at(s, (size_t)n->phrase_last + 1, ',') && n->head >= 0;
}

struct governor look_right(const struct sentence *s, const struct number *n, bool over_and, bool *relative, bool *bare)
{
    struct governor g = { .item = -1, .breakdown_of = -1, .method = "subject" };
    struct passed p = { .part = is_part_of_whole(s, n), .whole = is_whole(s, n) || is_some_of(s, n) };
    p.people = n->noun && n->noun->kind == NOUN_PERSON;
    *relative = *bare = false;
    if (is_told_aside_of_subject(s, n))
        return g;
    size_t whole = behind_out_of(s, n);
    size_t start = behind_complement(s, whole ? whole : (size_t)n->phrase_last + 1);
    bool could = false;
    for (size_t i = n->item + 1u; i < (size_t)n->phrase_last; i++)
        if (opens_next(s, n, i))
            return g;
    for (size_t i = start; i < s->n_items && i < start + RIGHT_REACH; i++) {
        bool insertion = s->items[i].kind == ITEM_MARK;
        size_t behind = behind_aside(s, i, over_and && i == start + 1);
        if (behind) {
            start = insertion ? start + (behind - i) : behind;
            i = behind - 1;
            continue;
        }
        size_t things = things_aside(s, i, p.people);
        i = things ? things : i;
        if (things || age_at_item(s, i))
            continue; /* "no child younger than 15 may work" */
        const struct term *told = *relative && role_at(s, i) == R_INCLUDING ? verb_at(s, i + 1) : NULL;
        if (told && told->indicator && (told->verb_forms & FORM_PARTICIPLE)) {
            found(&g, i + 1, told); /* "children who were among those abducted" */
            break;
        }
        bool and_another = over_and && i == start && role_at(s, i) == R_AND && behind_aside(s, i + 1, true);
        bool part = role_at(s, i) == R_OF_THEM && i > start + 1; /* "refugees, some of whom had died" */
        if (part || (ends_reach(s, i, &p) && !and_another) || (!p.be && opens_next(s, n, i)))
            break;
        uint8_t role = s->items[i].role;
        bool others = role == R_RELATIVE && i > start && n->noun && n->noun->kind == NOUN_CASE && noun_at(s, i - 1) &&
                      noun_at(s, i - 1)->kind == NOUN_PERSON; /* "one allegation concerning people who were arrested" */
        if (others)
            break;
        *relative = *relative || role == R_RELATIVE;
        p.be = p.be || role == R_BE;
        p.have = p.have || role == R_HAVE;
        p.noun = p.noun || (p.be && noun_at(s, i));
        g.negated = g.negated || role == R_NEGATION;
        g.modal = g.modal || (role == R_MODAL && !*relative);
        could = could || (role == R_MODAL && s->items[i].grammar->value > 0);
        if (*relative && process_in_cases(s, n, i)) {
            found(&g, i, noun_at(s, i));
            break;
        }
        enum step step = judge_verb(s, i, i == start, &p, relative, bare, &g);
        if (step != GOES_ON)
            break;
    }
    if (could && g.item >= 0 && g.act->indicator == MISSING_FOUND) /* "only 40 could be traced" */
        g.modal = false;
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
