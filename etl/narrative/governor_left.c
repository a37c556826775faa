/* What stands before a number and governs it: an active verb, a process noun, or the mark of a breakdown. */
#include "etl/narrative/clauses.h"

enum { AGENT_REACH = 5 };

/* Is item i a process noun whose complement starts behind it ("arrest of", "training for")? */
static bool governs_as_noun(const struct sentence *s, size_t i, size_t number_item)
{
    const struct term *noun = noun_at(s, i);
    if (!noun || !noun->indicator || noun->role == ROLE_OFFENDER)
        return false;
    size_t j = i + 1;
    bool pair = role_at(s, j) == R_AND && (noun_at(s, j + 1) || role_at(s, j + 1) == R_PRISON);
    bool act =
        role_at(s, j) == R_AND && j + 1 < s->n_items && is_word(s, j + 1) && str_ends(item_text(s, j + 1), "ing");
    j += pair || act ? 2 : 0; /* "convictions and imprisonment for", "identification and safeguarding of" */
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

static const struct term case_against = {
    .table = IN_NOUNS, .kind = NOUN_CASE, .indicator = INVESTIGATIONS, .name = { "cases against", 13 }
};

static bool take(struct governor *g, size_t i, const struct term *act, const char *method)
{
    g->item = (int)i;
    g->act = act;
    g->method = method;
    return true;
}

static bool is_victim_at(const struct sentence *s, size_t i)
{
    return noun_at(s, i) && s->items[i].noun->role == ROLE_VICTIM;
}

/* "identified victims" or "victims identified in 2020" before item `end` ("included seven girls"): the participle that
 * tells what befell the group; s->n_items when none does. */
static size_t told_of_victims(const struct sentence *s, size_t end)
{
    size_t i = end;
    while (i > 1 && (s->items[i - 1].kind == ITEM_DATE || is_preposition(role_at(s, i - 1))))
        i--;
    const size_t places[] = { i - 1, end - 2 };
    const bool beside[] = { i > 1 && is_victim_at(s, i - 2), end > 1 && is_victim_at(s, end - 1) };
    for (size_t k = 0; k < 2; k++) {
        const struct term *verb = beside[k] ? verb_at(s, places[k]) : NULL;
        if (verb && verb->indicator > VICTIMS && (verb->verb_forms & FORM_PARTICIPLE))
            return places[k];
    }
    return s->n_items;
}

/* Takes the total that "including", "compared with", a bracket, dash or colon at item i refers to. */
static bool take_total(const struct sentence *s, size_t i, bool crossed, struct governor *g)
{
    uint8_t role = role_at(s, i);
    int total = number_before(s, i);
    if (total >= 0 && role == R_COMPARED && i > 0 && mark_at(s, i - 1, '('))
        total = nearest_number(s, i); /* "including 84 of sexual servitude (up from 59)": the part, not its whole */
    if (total >= 0 && !crossed) {
        g->breakdown_of = total;
        g->method = role == R_COMPARED ? "comparison" : "breakdown";
        return true;
    }
    if (total < 0 && role == R_INCLUDING && s->carried->has_total && i > 0 && role_at(s, i - 1) == R_PRONOUN) {
        g->breakdown_of = NUMBERS_LIMIT; /* "they comprised 34 officers" */
        g->method = "breakdown";
        return true;
    }
    size_t before = i - (i > 0 && mark_at(s, i - 1, ','));
    const struct term *group = role == R_INCLUDING && before ? noun_at(s, before - 1) : NULL;
    size_t told = role == R_INCLUDING && total < 0 && !crossed ? told_of_victims(s, before) : s->n_items;
    if (told < s->n_items)
        return take(g, told, s->items[told].verb, "object");
    if (total < 0 && !crossed && group && group->role == ROLE_VICTIM) {
        g->method = "beside"; /* "recruiting victims, including three girls" */
        return true;
    }
    return mark_at(s, i, ':');
}

/* "112 victims, including 20 men; 92 women": behind a semicolon the parts of the total before it go on. */
static void take_part_before(const struct sentence *s, size_t semicolon, struct governor *g)
{
    int previous = nearest_number(s, semicolon);
    const struct number *part = previous >= 0 ? &s->numbers[previous] : NULL;
    if (part && part->method[0] == 'c' && part->from >= 0 && part->from < NUMBERS_LIMIT)
        part = &s->numbers[part->from]; /* "20 men (up from 12); 92 women" */
    if (part && part->from >= 0) {
        g->breakdown_of = part->from;
        g->method = "breakdown";
    }
}

/* Takes what the number at item i has been found to count, when n stands in one list with it. */
static bool take_list(const struct sentence *s, const struct number *n, size_t i, bool crossed, struct governor *g)
{
    if (s->items[i].kind == ITEM_NUMBER && coordinated(s, n->item) && !crossed) {
        const struct number *m = &s->numbers[s->items[i].index];
        if (!m->why_not && m->from < 0 && m->method && m->method[0] == 'p' && m->act) {
            g->item = m->verb;
            g->act = m->act;
            g->method = m->method;
            return true;
        }
    }
    if (lists_people_of(s, i, n) && !crossed) {
        g->breakdown_of = s->items[i].index; /* "112 victims, 94 women, 11 men" */
        g->method = "breakdown";
        return true;
    }
    if (in_breakdown(s, i) && (!crossed || coordinated(s, n->item)) && !n->currency.n) {
        g->breakdown_of = s->numbers[s->items[i].index].from;
        g->method = "breakdown";
        return true;
    }
    return false;
}

/* "police rescue 12 women", "detectives arrest six": a word that is a noun too, behind a subject of its own. */
static bool governs_as_verb(const struct sentence *s, size_t i, size_t number_item)
{
    const struct item *item = &s->items[i];
    return item->noun && item->verb && item->verb->indicator && item->verb->kind == COUNTS_OBJECT && i > 0 &&
           s->items[i - 1].kind != ITEM_NUMBER && /* "506 accused and 420 victims" */
           (s->items[i - 1].kind != ITEM_MARK ||
            (mark_at(s, i - 1, ',') && (item->capital || s->kind == BLOCK_HEADING))) &&
           role_at(s, i - 1) != R_DETERMINER && only_frame(s, i + 1, number_item);
}

/* "dropped the charges against four", "overturned the convictions of two": the verb that undoes the process noun. */
static const struct term *undone_before(const struct sentence *s, size_t noun)
{
    size_t i = noun;
    while (i > 0 && noun - i < 3u && (role_at(s, i - 1) == R_DETERMINER || word_describes(s, i - 1)))
        i--;
    const struct term *verb = i ? verb_at(s, i - 1) : NULL;
    return verb && verb->indicator == OTHER && verb->kind == COUNTS_OBJECT ? verb : NULL;
}

/* "secured convictions against 27 traffickers in 11 cases": the number before the "in" at item i, when a court acted on
 * those whose cases n counts; NULL for others. */
static const struct number *tried_in(const struct sentence *s, const struct number *n, size_t i)
{
    bool in_cases = role_at(s, i) == R_IN && n->noun && n->noun->kind == NOUN_CASE && !n->noun->indicator &&
                    only_frame(s, i + 1, n->item);
    int before = in_cases ? nearest_number(s, i) : -1;
    const struct number *m = before >= 0 ? &s->numbers[before] : NULL;
    if (!m || m->why_not || !m->act || !m->noun || m->noun->kind != NOUN_PERSON || (size_t)m->phrase_last + 1 != i)
        return NULL;
    return m->act->indicator == PROSECUTIONS || m->act->indicator == CONVICTIONS ? m : NULL;
}

/* Takes the noun or topic at item i, or before a preposition there, when the number is its complement. */
static bool take_process(const struct sentence *s, const struct number *n, size_t i, struct governor *g)
{
    const struct term *noun = noun_at(s, i), *before = i > 0 ? noun_at(s, i - 1) : NULL, *topic = topic_at(s, i);
    if (role_at(s, i) == R_PREPOSITION && before && before->kind == NOUN_CASE && !before->indicator && n->noun &&
        n->noun->kind == NOUN_PERSON && n->noun->role == ROLE_VICTIM && only_frame(s, i + 1, n->item)) {
        g->method = "beside"; /* "cases with 68 child victims" */
        return true;
    }
    if (role_at(s, i) == R_PREPOSITION && plays(s, i, R_AGAINST) && only_frame(s, i + 1, n->item))
        for (size_t j = i;
             j-- > 0 && i - j <= 3u && s->items[j].kind != ITEM_MARK && s->items[j].kind != ITEM_NUMBER;) {
            bool told =
                verb_at(s, j) && (verb_at(s, j)->indicator == OTHER || verb_at(s, j)->indicator == PROSECUTIONS);
            if (told && role_at(s, j - 1) == R_BE) /* "charges were dropped against seven" */
                return take(g, j, verb_at(s, j), "process_noun");
            if (noun_at(s, j) && noun_at(s, j)->indicator == PROSECUTIONS && !undone_before(s, j))
                return take(g, j, noun_at(s, j), "process_noun"); /* "charges being laid against 15 people" */
            if (noun && noun != noun_at(s, j))
                break;
            if (noun_at(s, j) && noun_at(s, j)->kind == NOUN_CASE && !noun_at(s, j)->indicator &&
                noun_at(s, j)->role != ROLE_CRIME && role_at(s, j + 1) == R_BE)
                return take(g, j, &case_against, "process_noun"); /* "cases were filed against eight people" */
        }
    const struct number *tried = tried_in(s, n, i);
    if (tried)
        return take(g, (size_t)tried->verb, tried->act, "process_noun");
    bool against = noun && noun->kind == NOUN_CASE && !noun->indicator && plays(s, i + 1, R_AGAINST) &&
                   only_frame(s, i + 2, n->item);
    if (against && noun->role == ROLE_CRIME) {
        g->method = "beside"; /* "violations against 305 children" */
        return true;
    }
    const struct number *cases =
        against && i > 0 && s->items[i - 1].kind == ITEM_NUMBER ? &s->numbers[s->items[i - 1].index] : NULL;
    if (cases && cases->act && is_suspect_indicator(cases->act->indicator)) /* "filed charges in eight cases against" */
        return take(g, (size_t)cases->verb, cases->act, "process_noun");
    if (against) {
        const struct term *undone = undone_before(s, i);
        return take(g, i, undone ? undone : &case_against, "process_noun"); /* "cases against seven employers" */
    }
    if (governs_as_noun(s, i, n->item)) {
        const struct term *undone = undone_before(s, i);
        size_t from = phrase_from(s, i);
        if (from > 2 && noun_at(s, from - 1) && noun_at(s, from - 1)->kind == NOUN_DURATION)
            from -= mark_at(s, from - 2, '-') ? 3 : 2;       /* "requested 15-year sentences for two" */
        g->modal = from > 0 && plays(s, from - 1, R_TARGET); /* "demanded the release of 11" */
        return take(g, i, undone ? undone : noun, "process_noun");
    }
    if (topic && topic->indicator && role_at(s, i + 1) == R_OF && only_frame(s, i + 2, n->item))
        return take(g, i, topic, "process_noun");
    if (governs_as_verb(s, i, n->item)) {
        g->modal = is_wished(s, i);
        return take(g, i, s->items[i].verb, "object");
    }
    return false;
}

/* Is the verb at item i within a name or a noun phrase, so that it governs nothing behind it? */
static bool governs_nothing(const struct sentence *s, const struct number *n, size_t i)
{
    const struct term *verb = verb_at(s, i), *before = i > 0 ? noun_at(s, i - 1) : NULL;
    if (i > 0 && mark_at(s, i - 1, '-') && !(verb->verb_forms & FORM_PAST))
        return true; /* "the toll-free line" */
    if (i > 0 && s->items[i - 1].kind == ITEM_NUMBER && role_at(s, i + 1) == R_AND && i + 2 == n->item)
        return true; /* "two confirmed and 129 potential victims" */
    if (i > 1 && s->items[i].capital && s->items[i - 1].capital && is_word(s, i - 1))
        return true; /* "the Walk Free Foundation" */
    if (i > 0 && verb_at(s, i - 1) && verb->verb_forms == FORM_BASE && !only_frame(s, i + 1, n->item))
        return true; /* "provided free education to four children" */
    if (topic_at(s, i) && !only_frame(s, i + 1, n->item))
        return true; /* "the Council Against Trafficking" */
    const struct term *next = verb_at(s, i + 1);
    if (verb->indicator && next && next->verb_forms == FORM_GERUND)
        return true; /* "admitted trafficking six women and controlling 11 others" */
    if (before && before->kind == NOUN_PERSON && before->role != ROLE_OFFICIAL &&
        (verb->verb_forms & FORM_PARTICIPLE) && is_preposition(role_at(s, i + 1)))
        return true; /* "39 women exploited in sex trafficking, 24 men" */
    return i + 1 != n->item && modifies(s, i) && (!(verb->verb_forms & FORM_PAST) || stands_in_phrase(s, i));
}

/* "Among the identified victims were seven girls": the participle that tells of the whole group. */
static bool among_these(const struct sentence *s, size_t i)
{
    bool told = verb_at(s, i)->indicator && (verb_at(s, i)->verb_forms & FORM_PARTICIPLE);
    return told && i > 1 && role_at(s, i - 1) == R_DETERMINER && plays(s, i - 2, R_AMONG);
}

/* The number as the object of the verb at item i; a passive one has its subject before it. */
static void take_verb(const struct sentence *s, const struct number *n, size_t i, struct governor *g)
{
    const struct term *verb = verb_at(s, i);
    bool people =
        !(n->noun && (n->noun->kind == NOUN_DURATION || n->noun->kind == NOUN_CASE)) && !n->currency.n && !n->duration;
    if (people && is_passive(s, i)) {
        size_t with = phrase_from(s, n->item);
        bool along =
            with > 0 && role_at(s, with - 1) == R_AND && s->items[with - 1].last > s->items[with - 1].first + 1;
        if (along) {
            take(g, i, verb, "object"); /* "were rescued along with nine children" */
            return;
        }
        const struct term *process = process_before(s, i);
        if (process && is_preposition(role_at(s, i + 1)) && only_frame(s, i + 2, n->item))
            take(g, i, process, "process_noun"); /* "life sentences were imposed on 11" */
        return;
    }
    const struct term *told = i > 0 && i + 1 < n->item ? noun_at(s, i - 1) : NULL;
    if (people && told && told->kind == NOUN_CASE && told->indicator && (verb->verb_forms & FORM_PARTICIPLE)) {
        take(g, i, told, "process_noun"); /* "the sentences handed to the four men" */
        return;
    }
    const struct term *first = i > 1 && role_at(s, i - 1) == R_AND ? verb_at(s, i - 2) : NULL;
    if (first && first->indicator && first->indicator != INVESTIGATIONS && first->kind == COUNTS_OBJECT &&
        ((first->verb_forms & verb->verb_forms) || s->items[i].last > s->items[i].first + 1))
        verb = first; /* "arrested and prosecuted at least three" */
    take(g, i, verb, "object");
    g->modal = is_wished(s, i);
}

/* "40 cases involving 62 victims", "the case involved six women"; not "the system covers 6 million employees" */
static bool links_cases(const struct sentence *s, size_t verb)
{
    bool things = false;
    for (size_t i = verb; i-- > 0 && !ends_clause(s, i) && s->items[i].kind != ITEM_NUMBER;)
        if ((noun_at(s, i) && noun_at(s, i)->kind != NOUN_THING) || topic_at(s, i))
            return true;
        else
            things = things || noun_at(s, i) || is_word(s, i);
    return number_before(s, verb) >= 0 || !things;
}

/* "helped women start businesses and reached 12,000 girls": a verb of its own that no table has. */
static bool has_unknown_verb(const struct sentence *s, const struct number *n)
{
    size_t from = phrase_from(s, n->item);
    if (from < 3 || s->items[from - 1].capital)
        return false;
    bool verb = (is_word(s, from - 1) || role_at(s, from - 1) == R_BE) && str_ends(item_text(s, from - 1), "ed");
    return verb && role_at(s, from - 2) == R_AND && !verb_at(s, from - 3);
}

struct governor look_left(const struct sentence *s, const struct number *n)
{
    struct governor g = { .item = -1, .breakdown_of = -1 };
    bool crossed = false; /* a word that ends the reach of "including" */
    if (has_unknown_verb(s, n))
        return g;
    for (size_t i = n->item; i-- > 0;) {
        uint8_t role = s->items[i].role;
        if (role == R_INCLUDING || role == R_COMPARED || mark_at(s, i, '_') || mark_at(s, i, '(') ||
            mark_at(s, i, ':')) {
            if (take_total(s, i, crossed, &g))
                return g;
            continue;
        }
        if (mark_at(s, i, ')')) {
            i = skip_brackets_left(s, i);
            continue;
        }
        if (mark_at(s, i, ';') && !crossed)
            take_part_before(s, i, &g);
        if (ends_clause(s, i) || role == R_THAT)
            return g;
        if (take_list(s, n, i, crossed, &g) || take_process(s, n, i, &g))
            return g;
        bool of_report = i > 0 && is_word(s, i) && str_ends(item_text(s, i), "ing") && plays(s, i - 1, R_REPORT);
        if (of_report && only_frame(s, i + 1, n->item)) /* "launched a report analyzing 71 cases" */
            return g;
        const struct term *verb = verb_at(s, i);
        if (verb && verb->kind == COUNTS_LINK && links_cases(s, i)) {
            int nearest = nearest_number(s, i), total = number_before(s, i); /* "and one case involving one victim" */
            bool cases =
                total >= 0 && nearest >= 0 && s->numbers[nearest].noun && s->numbers[nearest].noun->kind == NOUN_CASE;
            g.breakdown_of = cases ? nearest : total;
            g.method = "beside";
            return g;
        }
        bool of_whole = role_at(s, i + 1) == R_OF; /* "the third body identified of the 43 students" */
        if (verb && of_whole && verb->indicator >= VICTIMS && verb->indicator <= MISSING_FOUND)
            return g;
        if (verb && (!governs_nothing(s, n, i) || (crossed && among_these(s, i)))) {
            take_verb(s, n, i, &g);
            return g;
        }
        crossed = crossed || role == R_BE;
    }
    return g;
}
