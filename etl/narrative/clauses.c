/* What each number counts (its head noun) and which verb or process noun governs it. */
#include "etl/narrative/clauses.h"

enum { UNKNOWN_WORDS_LIMIT = 4, RIGHT_REACH = 14, INSERTION_REACH = 40, LEFT_REACH = 40 };

bool is_passive(const struct sentence *s, size_t i)
{
    const struct term *verb = verb_at(s, i);
    if (!verb || !(verb->verb_forms & FORM_PARTICIPLE))
        return false;
    for (size_t j = i; j-- > 0 && i - j <= 3;) {
        uint8_t role = s->items[j].role;
        if (role == R_BE)
            return true;
        if (role != R_ADVERB && role != R_NEGATION && s->items[j].kind != ITEM_WORD)
            return false;
    }
    return false;
}

static bool ends_clause(const struct sentence *s, size_t i)
{
    return mark_at(s, i, ';') || mark_at(s, i, ':') || role_at(s, i) == R_SUBORDINATOR;
}

void clause_around(const struct sentence *s, size_t i, size_t *first, size_t *last)
{
    *first = i;
    while (*first > 0 && !ends_clause(s, *first - 1))
        --*first;
    *last = i + 1;
    while (*last < s->n_items && !ends_clause(s, *last))
        ++*last;
}

/* A lower-case word in -s that no table has: most likely the plural of something that is not counted here. */
static bool unknown_plural(const struct sentence *s, size_t i)
{
    struct str w = item_text(s, i);
    return s->items[i].kind == ITEM_WORD && !s->items[i].capital && w.n > 3 && w.p[w.n - 1] == 's' && w.p[w.n - 2] != 's' &&
           !str_ends(w, "ous");
}

static bool is_manner_adverb(const struct sentence *s, size_t i)
{
    struct str w = item_text(s, i);
    return s->items[i].kind == ITEM_WORD && !s->items[i].capital && w.n > 4 && str_ends(w, "ly");
}

static bool is_adjective(const struct sentence *s, size_t i)
{
    uint8_t role = role_at(s, i);
    return topic_at(s, i) || item_term(&s->items[i], IN_PLACES) || role == R_FOREIGN || role == R_DOMESTIC || role == R_FEMALE ||
           role == R_MALE || role == R_CHILD || role == R_ADULT || role == R_ADVERB || role == R_ORDINAL || role == R_PRISON ||
           role == R_FIRST_MONTHS || role == R_STATUTE || role == R_CAPTIVITY || role == R_SURVEY || role == R_SEASON || role == R_ENTITY_OF_STUDY;
}

/* A participle between number and noun ("identified victims", "working children"). */
static bool modifies(const struct sentence *s, size_t i)
{
    const struct term *verb = verb_at(s, i);
    if (!verb || !(verb->verb_forms & (FORM_PARTICIPLE | FORM_GERUND)))
        return false;
    for (size_t j = i + 1; j < s->n_items && j <= i + 3; j++) {
        if (noun_at(s, j))
            return true;
        if (!is_adjective(s, j) && s->items[j].kind != ITEM_WORD && !mark_at(s, j, '-') && !verb_at(s, j))
            return false;
    }
    return false;
}

/* The last noun of a run ("police officers", "child labour violations"). */
static size_t last_of_run(const struct sentence *s, size_t i)
{
    if (s->items[i].noun->kind == NOUN_DURATION)
        return i; /* "a three-year sentence": the number is one of years */
    for (;;) {
        size_t next = i + 1;
        if (mark_at(s, next, '-'))
            next++;
        if (noun_at(s, next) && s->items[next].noun->role != ROLE_ANAPHOR) {
            i = next;
        } else if (next < s->n_items && !mark_at(s, i + 1, ',') &&
                   (s->items[next].kind == ITEM_WORD || topic_at(s, next)) && noun_at(s, next + 1) &&
                   !s->items[next].capital && s->items[next + 1].noun->kind != NOUN_DURATION) {
            i = next + 1;
        } else {
            return i;
        }
    }
}

/* "women and girls", "men, women and children": the coordinated nouns belong to one count. */
static size_t last_of_coordination(const struct sentence *s, size_t i)
{
    size_t last = i;
    while ((mark_at(s, i + 1, ',') || role_at(s, i + 1) == R_AND || role_at(s, i + 1) == R_OR) && noun_at(s, i + 2) &&
           s->items[i + 2].noun->kind == s->items[last].noun->kind) {
        if (role_at(s, i + 1) == R_AND || role_at(s, i + 1) == R_OR)
            last = i + 2;
        i += 2;
    }
    return last;
}

/* Sets the head when item i is a noun that can be counted; true when the search is over. */
static bool take_noun(struct sentence *s, struct number *n, size_t i)
{
    size_t head = last_of_run(s, i);
    if (head + 1 < s->n_items && unknown_plural(s, head + 1))
        return false; /* "referral procedures" */
    n->head = (int)head;
    n->noun = s->items[head].noun;
    n->head_last = n->phrase_last = (int)last_of_coordination(s, head);
    return true;
}

/* An unknown word in -ed with no noun behind it: a verb that no table has ("52,000 performed hazardous work"). */
static bool is_unknown_past(const struct sentence *s, size_t i)
{
    struct str w = item_text(s, i);
    return s->items[i].kind == ITEM_WORD && w.n > 4 && str_ends(w, "ed") && !s->items[i].capital && !noun_at(s, i + 1) &&
           (i + 1 >= s->n_items || s->items[i + 1].kind != ITEM_WORD);
}

/* Looks for the head noun from item i on. False when something else is counted or nothing follows. */
static bool head_from(struct sentence *s, struct number *n, size_t i, bool *something)
{
    int unknown = 0;
    for (; i < s->n_items; i++) {
        const struct item *item = &s->items[i];
        if (item->noun)
            return take_noun(s, n, i);
        if (is_manner_adverb(s, i))
            continue;
        bool bare_verb = item->verb && !item->noun && !(item->verb->verb_forms & ~(FORM_BASE | FORM_THIRD)); /* "work sites" */
        if (is_unknown_past(s, i))
            return false;
        if (item->kind == ITEM_WORD || bare_verb) {
            *something = true;
            if (++unknown > UNKNOWN_WORDS_LIMIT || (unknown_plural(s, i) && !noun_at(s, i + 1) && n->low != 1) || (bare_verb && !noun_at(s, i + 1) && s->items[i + 1 < s->n_items ? i + 1 : i].kind != ITEM_WORD))
                return false;
        } else if (modifies(s, i)) {
            if (item->verb->indicator != OFFICIALS_TRAINED) {
                n->act = item->verb;
                n->verb = (int)i;
            }
        } else if (is_adjective(s, i)) {
            *something = *something || item_term(item, IN_PLACES);
        } else if (role_at(s, i) == R_AND && unknown && i + 1 < s->n_items &&
                   (modifies(s, i + 1) || is_adjective(s, i + 1) || s->items[i + 1].kind == ITEM_WORD)) {
            continue;
        } else if (!mark_at(s, i, '-') && !mark_at(s, i, '"') && !mark_at(s, i, '\'')) {
            return false;
        }
    }
    return false;
}

static bool is_anaphor(uint8_t role)
{
    return role == R_ANAPHOR || role == R_RELATIVE || role == R_PRONOUN;
}

/* The head noun behind the number; *elided when nothing that could be one follows it. */
static void find_head(struct sentence *s, struct number *n, bool *elided, bool *of_them)
{
    size_t i = n->item + 1u;
    bool something = false;
    *elided = *of_them = false;
    n->phrase_last = n->item;
    if (n->currency.n || n->duration)
        return;
    if (item_term(&s->items[i < s->n_items ? i : n->item], IN_QUALIFIERS) && i < s->n_items && role_at(s, i) == R_NONE)
        i++; /* "500 or more" */
    if (role_at(s, i) == R_OF_THEM) {
        n->phrase_last = (int)i;
        n->of_the = *of_them = *elided = true;
        if (head_from(s, n, i + 1, &something) && n->head <= (int)i + 3)
            *elided = *of_them = false; /* "three of these cases" */
        else
            n->head = -1, n->noun = NULL, n->phrase_last = (int)i;
        return;
    }
    if (role_at(s, i) == R_OF) {
        n->of_the = role_at(s, i + 1) == R_DETERMINER || role_at(s, i + 1) == R_ANAPHOR;
        i++;
        while (role_at(s, i) == R_DETERMINER || role_at(s, i) == R_TOTAL)
            i++;
        if (is_anaphor(role_at(s, i))) {
            n->phrase_last = (int)i;
            if (head_from(s, n, i + 1, &something) && role_at(s, i) == R_ANAPHOR)
                return;
            n->head = -1;
            n->noun = NULL;
            *of_them = *elided = true;
            return;
        }
        if (i < s->n_items && s->items[i].kind == ITEM_NUMBER)
            i++;
    }
    size_t next = i + 1;
    if ((role_at(s, i) == R_AND || role_at(s, i) == R_OR || mark_at(s, i, '-')) && next < s->n_items) { /* "two and 20 years" */
        while (next < i + 4 && next < s->n_items && s->items[next].kind != ITEM_NUMBER)
            next++;
        size_t unit = mark_at(s, next + 1, '-') ? next + 2 : next + 1;
        if (next < s->n_items && s->items[next].kind == ITEM_NUMBER && noun_at(s, unit) &&
            s->items[unit].noun->kind == NOUN_DURATION) {
            n->head = n->head_last = n->phrase_last = (int)unit;
            n->noun = s->items[unit].noun;
            return;
        }
    }
    if (head_from(s, n, i, &something))
        return;
    n->act = NULL;
    n->verb = -1;
    *elided = !something || (n->item > 0 && role_at(s, n->item - 1u) == R_OF_THEM);
}

/* "the number of victims identified was 40": the noun of a number that stands behind its verb. */
static bool head_from_number_of(struct sentence *s, struct number *n)
{
    bool something;
    for (size_t i = n->item; i-- > 0 && n->item - i < LEFT_REACH;) {
        if (ends_clause(s, i) || role_at(s, i) == R_RELATIVE)
            return false;
        if (role_at(s, i) != R_NUMBER_OF)
            continue;
        if (!head_from(s, n, i + 1, &something))
            return false;
        n->phrase_last = n->item;
        const struct term *verb = verb_at(s, (size_t)n->head_last + 1);
        if (verb && (verb->verb_forms & (FORM_PARTICIPLE | FORM_GERUND))) {
            n->act = verb;
            n->verb = n->head_last + 1;
        }
        n->method = "number_of";
        return true;
    }
    return false;
}

/* The number before item i that a breakdown or comparison refers to, -1 when there is none. */
static int number_before(const struct sentence *s, size_t i)
{
    while (i-- > 0) {
        if (s->items[i].kind != ITEM_NUMBER)
            continue;
        const struct number *m = &s->numbers[s->items[i].index];
        if (m->why_not || m->currency.n || m->duration || (m->noun && m->noun->kind == NOUN_DURATION) ||
            (m->head < 0 && m->from < 0))
            continue;
        return m->from >= 0 && m->from < NUMBERS_LIMIT && !m->linked ? m->from : s->items[i].index;
    }
    return -1;
}

static size_t skip_brackets_left(const struct sentence *s, size_t i)
{
    while (i > 0 && !mark_at(s, i, '('))
        i--;
    return i;
}

/* Do only articles, qualifiers and other numbers stand in items [first, last)? */
static bool only_frame(const struct sentence *s, size_t first, size_t last)
{
    for (size_t j = first; j < last; j++)
        if (role_at(s, j) != R_DETERMINER && !item_term(&s->items[j], IN_QUALIFIERS) && role_at(s, j) != R_TOTAL &&
            s->items[j].kind != ITEM_NUMBER && role_at(s, j) != R_AND && role_at(s, j) != R_OF && role_at(s, j) != R_OF_THEM)
            return false;
    return true;
}

/* Is item i a process noun whose complement starts behind it ("arrest of", "training for")? */
static bool governs_as_noun(const struct sentence *s, size_t i, size_t number_item)
{
    const struct term *noun = noun_at(s, i);
    if (!noun || !noun->indicator || noun->kind == NOUN_PERSON)
        return false;
    size_t j = i + 1;
    uint8_t role = role_at(s, j);
    if (role != R_OF && role != R_FOR && role != R_TO && role != R_PREPOSITION && role != R_IN)
        return false;
    return only_frame(s, j + 1, number_item);
}

/* The number that stands nearest before item i, -1. */
static int nearest_number(const struct sentence *s, size_t i)
{
    while (i-- > 0)
        if (s->items[i].kind == ITEM_NUMBER && !s->numbers[s->items[i].index].why_not)
            return s->items[i].index;
    return -1;
}

/* Does a comma or "and" stand right before the number (and what qualifies it)? */
static bool coordinated(const struct sentence *s, size_t item)
{
    size_t i = item;
    while (i > 0 && (item_term(&s->items[i - 1], IN_QUALIFIERS) || role_at(s, i - 1) == R_DETERMINER))
        i--;
    return i > 0 && (mark_at(s, i - 1, ',') || role_at(s, i - 1) == R_AND);
}

static bool is_preposition(uint8_t role)
{
    return role == R_PREPOSITION || role == R_FOR || role == R_TO || role == R_OF || role == R_IN || role == R_BY || role == R_FROM;
}

/* Is the participle at i within a noun phrase ("prosecuted alleged perpetrators"), not a verb with its subject? */
static bool stands_in_phrase(const struct sentence *s, size_t i)
{
    uint8_t before = i ? s->items[i - 1].role : (uint8_t)R_NONE;
    return i > 0 && (verb_at(s, i - 1) || before == R_DETERMINER || before == R_OF || before == R_IN || before == R_FOR ||
                     before == R_BY || before == R_TO || before == R_PREPOSITION || before == R_FROM);
}

struct governor {
    int item;               /* -1: none */
    const struct term *act; /* verb or process noun */
    int breakdown_of;       /* number, -1 */
    const char *method;
    bool negated, modal;
};

static bool in_breakdown(const struct sentence *s, size_t number_item)
{
    return s->items[number_item].kind == ITEM_NUMBER && s->numbers[s->items[number_item].index].from >= 0;
}

/* "could house", "plans to train", "urged the authorities to train": not said to have happened. */
static bool is_wished(const struct sentence *s, size_t verb)
{
    for (size_t i = verb; i-- > 0 && verb - i <= 2;)
        if (role_at(s, i) == R_MODAL || role_at(s, i) == R_TARGET)
            return true;
    if (verb == 0 || role_at(s, verb - 1) != R_TO || !(s->items[verb].verb->verb_forms & FORM_BASE))
        return false;
    for (size_t i = verb - 1; i-- > 0 && !ends_clause(s, i);)
        if (role_at(s, i) == R_TARGET)
            return true;
    return false;
}

/* "penalties were assessed for four cases": the process noun that a passive verb has as its subject. */
static const struct term *process_before(const struct sentence *s, size_t verb)
{
    for (size_t i = verb; i-- > 0 && verb - i <= 6;) {
        const struct term *noun = noun_at(s, i);
        if (noun)
            return noun->indicator && noun->kind == NOUN_CASE ? noun : NULL;
        if (s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_NUMBER)
            return NULL;
    }
    return NULL;
}

/* What stands before the number: an active verb, a process noun, or the mark of a breakdown. */
static struct governor look_left(const struct sentence *s, const struct number *n)
{
    struct governor g = { .item = -1, .breakdown_of = -1 };
    bool crossed = false; /* a word that ends the reach of "including" */
    for (size_t i = n->item; i-- > 0;) {
        uint8_t role = s->items[i].role;
        if (role == R_INCLUDING || role == R_COMPARED || mark_at(s, i, '_') || mark_at(s, i, '(') || mark_at(s, i, ':')) {
            int total = number_before(s, i);
            if (total >= 0 && !crossed) {
                g.breakdown_of = total;
                g.method = role == R_COMPARED ? "comparison" : "breakdown";
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
        if (in_breakdown(s, i) && (!crossed || coordinated(s, n->item)) && !n->currency.n) {
            g.breakdown_of = s->numbers[s->items[i].index].from;
            g.method = "breakdown";
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
        const struct term *verb = verb_at(s, i);
        if (verb && verb->kind == COUNTS_LINK) {
            int total = number_before(s, i);
            g.breakdown_of = total;
            g.method = "beside";
            return g;
        }
        if (verb && topic_at(s, i) && !only_frame(s, i + 1, n->item))
            verb = NULL; /* "the Council Against Trafficking" */
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
    for (size_t i = (size_t)verb + 1; i < s->n_items && i <= (size_t)verb + 6; i++) {
        const struct term *noun = noun_at(s, i);
        if (noun && noun->indicator && noun->kind != NOUN_PERSON)
            return noun;
        if (ends_clause(s, i) || s->items[i].kind == ITEM_NUMBER || verb_at(s, i) || mark_at(s, i, ','))
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

/* What stands behind the counted phrase: a passive, an intransitive verb, a bare participle. */
static struct governor look_right(const struct sentence *s, const struct number *n, bool over_and, bool *relative,
                                  bool *bare)
{
    struct governor g = { .item = -1, .breakdown_of = -1, .method = "subject" };
    *relative = *bare = false;
    bool be = false, have = false, noun_seen = false, skipped_clause = false;
    size_t start = (size_t)n->phrase_last + 1;
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
        if (over_and && s->items[i].kind == ITEM_NUMBER && role_at(s, i - 1) == R_AND && counts_person(s, i)) {
            start = i; /* "two men and two women disappeared" */
            continue;
        }
        if (s->items[i].kind == ITEM_NUMBER && is_age(s, i))
            continue; /* "no child younger than 15 may work" */
        if (ends_clause(s, i) || s->items[i].kind == ITEM_NUMBER || role == R_THAT || mark_at(s, i, ')') || role == R_INCLUDING ||
            role == R_COMPARED || mark_at(s, i, '_'))
            break;
        if (role == R_RELATIVE)
            *relative = true;
        if (role == R_AND && (noun_seen || (!be && !have)) && i + 1 < s->n_items && (verb_at(s, i + 1) || role_at(s, i + 1) == R_DETERMINER))
            break;
        be = be || role == R_BE;
        have = have || role == R_HAVE;
        g.negated = g.negated || role == R_NEGATION;
        g.modal = g.modal || (role == R_MODAL && !*relative);
        noun_seen = noun_seen || (be && noun_at(s, i));
        const struct term *verb = verb_at(s, i);
        if (!verb)
            continue;
        if (*relative && !verb->indicator && !process_behind(s, (int)i)) { /* "women who worked as nurses were arrested" */
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
            g.item = (int)i;
            g.act = verb;
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
            *bare = !next || next->kind == ITEM_MARK || next->kind == ITEM_DATE || next->role == R_BY || next->role == R_IN || next->role == R_FROM ||
                    next->role == R_FOR || next->role == R_PREPOSITION || next->role == R_AND || next->role == R_TO ||
                    next->role == R_BE || next->role == R_ADVERB;
            if (*bare) {
                g.item = (int)i;
                g.act = verb;
                return g;
            }
        }
        break;
    }
    g.modal = g.modal && g.item < 0;
    return g;
}

static void take(struct sentence *s, struct number *n, struct governor g)
{
    n->verb = g.item;
    n->act = g.act;
    n->method = g.method;
    n->modal = g.modal;
    if (g.act && g.act->table == IN_VERBS && !g.act->indicator && g.item < (int)n->item && is_passive(s, (size_t)g.item)) {
        const struct term *subject = process_before(s, (size_t)g.item);
        if (subject)
            n->act = subject;
    }
}

static void find_governor(struct sentence *s, struct number *n)
{
    bool relative, bare;
    struct governor left = look_left(s, n);
    struct governor right = look_right(s, n, left.item < 0 && left.breakdown_of < 0, &relative, &bare);
    if (n->act && n->act->indicator && left.breakdown_of < 0) { /* "identified victims" */
        n->method = "modifier";
        if (!(left.act && left.act->indicator) && !(right.act && right.act->indicator))
            return;
    }
    bool right_first = right.item >= 0 && !relative && !bare;
    if (left.breakdown_of >= 0) {
        n->from = left.breakdown_of;
        n->linked = left.method[0] == 'b' && left.method[1] == 'e';
        n->method = left.method;
        if (right_first && right.act->indicator)
            take(s, n, right);
        return;
    }
    n->modal = right.modal;
    if (right_first)
        take(s, n, right);
    if (left.item >= 0 && (!right_first || (!n->act || (!n->act->indicator && left.act->indicator))))
        take(s, n, left);
    bool gone = right.item >= 0 && right.act->indicator == MISSING && n->noun && n->noun->kind == NOUN_PERSON &&
                !(n->act && n->act->indicator >= INVESTIGATIONS && n->act->table == IN_VERBS);
    if (right.item >= 0 && !right_first && (!n->act || !n->act->indicator || gone))
        take(s, n, right);
}

/* Why the nearest number before is no figure, when it counts something else; NULL otherwise. */
static const char *why_number_before(const struct sentence *s, size_t i)
{
    while (i-- > 0) {
        if (s->items[i].kind != ITEM_NUMBER)
            continue;
        const char *why = s->numbers[s->items[i].index].why_not;
        return why && why[0] == 'c' ? why : NULL;
    }
    return NULL;
}

/* Do only a date, marks and qualifiers stand before the number in its sentence? */
static bool opens_sentence(const struct sentence *s, size_t i)
{
    while (i-- > 0)
        if (s->items[i].kind != ITEM_DATE && s->items[i].kind != ITEM_MARK && role_at(s, i) != R_IN && role_at(s, i) != R_AND &&
            role_at(s, i) != R_ADVERB && role_at(s, i) != R_SUBORDINATOR && !item_term(&s->items[i], IN_QUALIFIERS))
            return false;
    return true;
}

/* "children who were 16": a bare number behind a form of "be". */
static bool is_predicate(const struct sentence *s, size_t item)
{
    size_t i = item;
    while (i > 0 && item_term(&s->items[i - 1], IN_QUALIFIERS))
        i--;
    return i > 0 && role_at(s, i - 1) == R_BE;
}

/* "19 of whom authorities arrested": the verb behind another subject. */
static struct governor look_over_subject(const struct sentence *s, const struct number *n)
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

/* "investigated 64, prosecuted 19 and convicted 10, compared with 72, 21 and 11": the second list follows the first. */
static int parallel_total(const struct sentence *s, const struct number *n, int total)
{
    size_t k = (size_t)(n - s->numbers);
    if (k == 0 || !coordinated(s, n->item))
        return total;
    const struct number *before = &s->numbers[k - 1];
    bool compared = before->method && before->why_not == NULL && before->from >= 0 && before->from < NUMBERS_LIMIT &&
                    before->head < 0 && n->item <= before->item + 3u;
    int next = before->from + 1;
    if (!compared || next >= (int)k - 1 || s->numbers[next].why_not || !s->numbers[next].act)
        return total;
    for (size_t i = s->numbers[next].item; i < before->item; i++)
        if (role_at(s, i) == R_COMPARED)
            return next;
    return total;
}

/* A number without a noun of its own shares that of the number before it. */
/* "Of the victims registered in 2021, 527 were female": the group that opens the sentence has no number. */
static bool opening_group(struct sentence *s, struct number *n)
{
    bool something = false;
    if (role_at(s, 0) != R_OF || role_at(s, 1) != R_DETERMINER || n->item < 4)
        return false;
    for (size_t i = 1; i < n->item; i++)
        if (s->items[i].kind == ITEM_NUMBER && !s->numbers[s->items[i].index].why_not)
            return false;
    if (!head_from(s, n, 2, &something) || n->head >= (int)n->item) {
        n->head = -1;
        n->noun = NULL;
        return false;
    }
    const struct term *verb = verb_at(s, (size_t)n->head_last + 1);
    if (verb && (verb->verb_forms & FORM_PARTICIPLE)) {
        n->act = verb;
        n->verb = n->head_last + 1;
    }
    n->phrase_last = n->item;
    n->method = "group";
    return true;
}

/* "had rescued 2,587.": an object without a noun; the verb alone says what it counts. */
static bool acts_alone(struct sentence *s, struct number *n)
{
    size_t next = n->item + 1u;
    struct governor left = look_left(s, n);
    bool closed = next >= s->n_items || s->items[next].kind == ITEM_MARK || s->items[next].kind == ITEM_DATE ||
                  role_at(s, next) == R_AND || role_at(s, next) == R_IN || role_at(s, next) == R_FOR || role_at(s, next) == R_FROM;
    bool telling = left.act && left.act->indicator && left.act->indicator != OTHER && left.act->indicator != VICTIMS &&
                   left.act->indicator != MISSING_FOUND && left.act->indicator != VICTIMS_ESTIMATED;
    if (!closed || !telling || left.breakdown_of >= 0 || left.modal || left.item + 4 < (int)n->item)
        return false;
    n->verb = left.item;
    n->act = left.act;
    n->method = "verb_alone";
    return true;
}

static void share(struct sentence *s, struct number *n, bool of_them)
{
    int total = number_before(s, n->item);
    if (!n->currency.n && !of_them && head_from_number_of(s, n) && (total < 0 || s->numbers[total].item < n->head))
        return;
    n->head = -1;
    n->noun = NULL;
    n->act = NULL;
    n->verb = -1;
    size_t next = n->item + 1u;
    while (next < s->n_items && is_manner_adverb(s, next))
        next++;
    uint8_t role = role_at(s, next);
    const struct term *before = n->item > 1 ? noun_at(s, n->item - 2u) : NULL;
    if (before && mark_at(s, n->item - 1u, '(') && mark_at(s, next, ')')) { /* "foster families (33)" */
        n->head = n->head_last = n->item - 2;
        n->noun = before;
        n->from = total;
        n->method = "bracket";
        return;
    }
    bool counted_on = role_at(s, next) == R_OF_THEM || (mark_at(s, next, ',') && role_at(s, next + 1) == R_OF_THEM);
    if (is_predicate(s, n->item) && !counted_on) {
        n->why_not = "says what something is, such as an age";
        return;
    }
    bool strong = role_at(s, next) == R_OF_THEM || (mark_at(s, next, ',') && role_at(s, next + 1) == R_OF_THEM);
    bool definite = n->item == 1 && role_at(s, 0) == R_DETERMINER;
    bool attribute = n->item > 1 && role_at(s, n->item - 1u) == R_OF && role == R_BE; /* "the sex of 13 was not recorded" */
    if (total < 0 && opening_group(s, n))
        return;
    bool part = of_them || strong || definite || attribute || role_at(s, 0) == R_OF_THEM ||
                (role_at(s, 0) == R_OF && role_at(s, 1) == R_DETERMINER && n->item == 2) || (role_at(s, 0) == R_OF && role_at(s, 1) == R_ANAPHOR);
    bool open = of_them || is_unknown_past(s, next) || (n->item > 0 && role_at(s, n->item - 1u) == R_OF_THEM) || next >= s->n_items || s->items[next].kind == ITEM_DATE || s->items[next].kind == ITEM_MARK || role != R_NONE ||
                verb_at(s, next);
    if (!open) {
        n->why_not = "counts something else";
        return;
    }
    const char *before_why = why_number_before(s, n->item);
    if (before_why && total < 0) {
        n->why_not = before_why;
        return;
    }
    bool opens = opens_sentence(s, n->item);
    total = parallel_total(s, n, total);
    if (total >= 0)
        n->from = total;
    else if (acts_alone(s, n))
        return;
    else if (s->carried->has_total && (part || (opens && (role == R_BE || verb_at(s, next) || is_unknown_past(s, next)))))
        n->from = NUMBERS_LIMIT; /* the total of an earlier sentence */
    else
        n->why_not = "nothing that is counted stands with it";
    n->method = "elided";
}

/* "two dozen of the cases": without a verb of its own a part shares the process of what was named before. */
static void share_of_the(const struct sentence *s, struct number *n)
{
    int total = number_before(s, n->item);
    const struct number *t = total >= 0 ? &s->numbers[total] : s->carried->has_total ? &s->carried->total : NULL;
    if (!t || !t->noun || !n->noun || t->noun->kind != n->noun->kind)
        return;
    n->from = total >= 0 ? total : NUMBERS_LIMIT;
    n->method = "part";
}

/* "four in 10 children", "two out of three": a ratio. */
static bool is_ratio(const struct sentence *s, const struct number *n)
{
    size_t i = n->item + 1u;
    if (n->low > 10 || n->qualifier != EXACT)
        return false;
    bool joined = role_at(s, i) == R_IN || role_at(s, i) == R_OF || (role_at(s, i) == R_ADVERB && role_at(s, i + 1) == R_OF);
    i += role_at(s, i) == R_ADVERB ? 2 : 1;
    if (role_at(s, i) == R_DETERMINER && s->items[i].last == s->items[i].first + 1)
        i += str_is(item_text(s, i), "every");
    bool every = i > 0 && role_at(s, i - 1) == R_DETERMINER;
    return joined && i < s->n_items && s->items[i].kind == ITEM_NUMBER &&
           (every || (s->numbers[s->items[i].index].low <= 10 && noun_at(s, i + 1)));
}

void clauses_find(struct sentence *s)
{
    static const char ratio[] = "ratio";
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        bool elided, of_them;
        if (!n->why_not && k > 0 && n->item <= s->numbers[k - 1].item + 3u && s->numbers[k - 1].why_not == ratio)
            n->why_not = ratio;
        if (!n->why_not && is_ratio(s, n))
            n->why_not = ratio;
        if (n->why_not)
            continue;
        find_head(s, n, &elided, &of_them);
        if (n->head < 0 && !n->currency.n && !n->duration) {
            if (!elided) {
                n->why_not = "counts something else";
                continue;
            }
            share(s, n, of_them);
            if (n->why_not)
                continue;
            bool relative, bare;
            struct governor right = look_right(s, n, false, &relative, &bare);
            if (right.item < 0 && of_them)
                right = look_over_subject(s, n);
            struct governor left = look_left(s, n);
            bool between = left.item >= 0 && (n->from >= NUMBERS_LIMIT || (n->from >= 0 && left.item > (int)s->numbers[n->from].item));
            if (n->from < 0 && n->method && n->method[0] == 'v')
                continue;
            if (right.item < 0 && between && left.act->indicator && (left.method[0] == 'o' || left.method[0] == 'p')) /* "prosecuted 21 and convicted 11" */
                right = left;
            if (right.item >= 0 && !relative && right.act->indicator)
                take(s, n, right);
            continue;
        }
        find_governor(s, n);
        if (!n->method)
            n->method = "noun";
        if (n->of_the && n->from < 0 && !(n->act && n->act->indicator))
            share_of_the(s, n);
    }
}
