/* A number that shares the noun and verb of another one: what of them it takes. */
#include "etl/narrative/attach.h"

enum { NAMED_REACH = 5 }; /* items */

/* "5,742 were women": the noun behind a form of "be". */
static const struct term *predicate_noun(const struct sentence *s, const struct number *n)
{
    size_t i = (size_t)n->phrase_last + 1;
    return role_at(s, i) == R_BE ? noun_at(s, i + 1) : NULL;
}

/* "1,245 complaints, 34 of which concerned trafficking": cases of what the words behind the part name. */
static enum indicator of_cases_named(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item + 1u; i < s->n_items && i <= n->item + (size_t)NAMED_REACH; i++) {
        const struct term *topic = noun_at(s, i) && noun_at(s, i)->subject ? noun_at(s, i) : topic_at(s, i);
        if (topic && (topic->subject == TRAFFICKING || topic->subject == CHILD_LABOUR))
            return OFFENCES;
        if (topic || s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_NUMBER)
            return topic && topic->subject == MISSING_PERSONS ? MISSING : OTHER;
    }
    return OTHER;
}

static bool counts_cases(const struct number *total) { return total->noun && total->noun->kind == NOUN_CASE; }

/* Parts whose indicator and unit follow from the noun alone: true when they have been set. `noun`: its own, or NULL. */
static bool share_by_noun(const struct sentence *s, struct number *n, const struct number *total,
                          const struct term *noun)
{
    const struct term *predicate = noun ? NULL : predicate_noun(s, n);
    bool people_of_cases = predicate && predicate->kind == NOUN_PERSON;
    if (!noun)
        n->noun = people_of_cases && counts_cases(total) ? predicate : total->noun;
    if (people_of_cases && total->unit == CASES && !n->act) {
        n->indicator =
            total->indicator == OFFENCES ? VICTIMS : total->indicator; /* "66 cases; of these 17 were minors" */
        n->unit = PERSONS;
        return true;
    }
    const struct term *of_what = noun ? topic_of_cases(s, n) : NULL;
    bool cases_of_people = noun && noun->kind == NOUN_CASE && !noun->indicator && !is_acted(n) &&
                           total->unit == PERSONS && is_victim_indicator(total->indicator);
    if (cases_of_people && !(of_what && of_what->subject == OFF_SUBJECT)) {
        n->indicator = total->indicator; /* "214 children were in child labor. Of these, 132 cases were in towns" */
        n->unit = CASES;
        return true;
    }
    bool victims =
        noun && noun->role == ROLE_VICTIM && (total->indicator == OTHER || is_suspect_indicator(total->indicator));
    if (victims && !is_acted(n)) { /* "12 cases involving 15 suspects and 40 victims" */
        n->act = NULL;
        attach_head(s, n);
        return true;
    }
    return false;
}

/* What the part's own noun and verb say that it counts, INDICATOR_NONE when that of the total holds. */
static enum indicator own_indicator(const struct sentence *s, struct number *n, const struct number *total,
                                    const struct term *noun)
{
    enum indicator own = INDICATOR_NONE;
    bool arrests_told = !noun && n->noun && n->noun->kind == NOUN_CASE && n->noun->indicator && total->unit == PERSONS;
    if (is_acted(n) && (!n->noun || arrests_told)) /* "23 arrests; 12 were charged" counts people */
        n->noun = &some_people;
    bool other_noun = noun && (noun->indicator || (noun->kind == NOUN_PERSON) != (total->unit == PERSONS) ||
                               noun->role == ROLE_OFFENDER || noun->role == ROLE_OFFICIAL);
    bool tried = noun && noun->role == ROLE_OFFENDER && !is_acted(n) && total->unit == CASES;
    if (!(n->act && n->noun) && other_noun)
        n->act = total->act;
    if ((n->act && n->noun) || other_noun) {
        attach_head(s, n);
        own = n->indicator;
        if (tried && is_suspect_indicator(total->indicator)) /* "six prosecutions involving nine suspects" */
            own = INDICATOR_NONE;
    }
    bool suspects = (n->noun && n->noun->role == ROLE_OFFENDER) || is_suspect_indicator(total->indicator);
    bool let_go = n->act && n->act->indicator == VICTIMS_FREED && suspects; /* "of 36 arrested, ten were released" */
    bool left = !noun && n->act && n->act->table == IN_VERBS && n->act->indicator == OTHER && !n->act->subject &&
                (is_victim_indicator(total->indicator) || total->indicator == OTHER);
    if ((let_go && !noun) || left) /* "20 were referred; five returned home, three declined help" */
        own = OTHER;
    if (total->indicator == MISSING_FOUND && !noun && plays(s, (size_t)n->phrase_last + 2, R_PENDING))
        own = MISSING; /* "50 were resolved and 22 were pending" */
    bool undone = is_undone(s, n);
    own = undone ? OTHER : own;
    bool unmade =
        own == OTHER && n->act && (n->act->indicator == OTHER || let_go || undone); /* acquitted, suspects released */
    bool beyond = is_victim_indicator(total->indicator) && size_of(n) > size_of(total); /* "but there may be 300" */
    if (n->estimated && (total->indicator == VICTIMS || beyond) && !own)
        own = VICTIMS_ESTIMATED; /* "some estimate that the number is as high as 60,000" */
    bool by_topic = own == MISSING && noun && noun->kind == NOUN_CASE && !noun->indicator && !is_acted(n) &&
                    is_suspect_indicator(total->indicator);
    if (by_topic) /* "investigated 105 crimes; 48 of these crimes were kidnappings" */
        own = INDICATOR_NONE;
    bool held = own == VICTIMS && total->indicator == VICTIMS_FREED && n->method[0] == 'o' && n->verb < (int)n->item;
    bool described = own == VICTIMS && is_victim_indicator(total->indicator) && !held; /* "but continue to hold 11" */
    bool says = (own != OTHER || unmade) && !described && !(n->method[0] == 'c' && !noun);
    return says ? own : INDICATOR_NONE;
}

static enum unit unit_of_part(const struct number *n, const struct number *total, const struct term *noun, bool own)
{
    if (n->act && n->act->table == IN_NOUNS && total->unit == CASES && !noun)
        return CASES; /* "three cases, two of which ended in convictions" */
    if (total->noun && total->noun->role == ROLE_OUTSIDER && n->indicator == MISSING_FOUND && !noun)
        return PERSONS; /* "received 481 reports of missing persons and located 15 alive" */
    enum unit unit = noun && noun->unit                  ? noun->unit
                     : noun && noun->kind == NOUN_PERSON ? PERSONS
                     : noun                              ? n->unit
                                                         : total->unit;
    bool persons = own && (n->indicator == CONVICTIONS || n->indicator == SENTENCES || n->indicator == ARRESTS);
    if (!unit || (!noun && persons)) /* "prosecuted 21 cases and convicted 11" */
        return persons ? PERSONS : total->unit;
    return unit;
}

/* A part of a figure that is told in full: its own noun and verb go before what it shares. */
static void share_figure(const struct sentence *s, struct number *n, const struct number *total)
{
    const struct term *noun = n->noun;
    if (share_by_noun(s, n, total, noun))
        return;
    enum indicator own = own_indicator(s, n, total, noun);
    if (n->why_not)
        return;
    n->indicator = own ? own : total->indicator;
    bool any_cases = !noun || (noun->kind == NOUN_CASE && !noun->indicator && !is_acted(n));
    if (n->indicator == OTHER && any_cases && total->unit == CASES && counts_cases(total))
        n->indicator = of_cases_named(s, n);
    n->unit = unit_of_part(n, total, noun, own);
}

/* "of the 9,967 cases, 7,714 were solved, while 2,253 remained pending": the second part is of the whole. */
static const struct number *whole_of_parts(const struct sentence *s, const struct number *n, const struct number *part)
{
    bool parts = !n->noun && !is_acted(n) && is_acted(part) && part->from >= 0 && part->from < NUMBERS_LIMIT;
    bool apart = parts && sentence_has(s, part->item, n->item, R_SUBORDINATOR);
    return apart ? &s->numbers[part->from] : part;
}

void attach_shared(const struct sentence *s, struct number *n)
{
    const struct number *total =
        n->from < NUMBERS_LIMIT ? whole_of_parts(s, n, &s->numbers[n->from]) : &s->carried->total;
    if (n->linked && n->noun && n->noun->kind == NOUN_PERSON && n->noun->role != ROLE_OFFENDER) {
        attach_head(s, n);
    } else if (n->currency.n) {
        attach_money(s, n);
    } else if (total->why_not || !total->indicator) {
        n->from = -1;
        if (n->noun)
            attach_head(s, n);
        else
            n->why_not = "shares a number that is no figure";
    } else if (n->noun && (n->noun->kind == NOUN_DURATION || n->noun->kind == NOUN_THING)) {
        attach_head(s, n);
    } else if ((!n->noun || n->noun->role == ROLE_ANAPHOR) && !n->act && total->unit == PERSONS &&
               gone_missing(s, (n->noun ? (size_t)n->phrase_last : n->item) + 1u)) {
        n->indicator = MISSING; /* "15 people dead, more than 195 missing" */
        n->unit = PERSONS;
    } else {
        share_figure(s, n, total);
    }
}
