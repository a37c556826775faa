/* A number that shares the noun and verb of another one: what of them it takes. */
#include "etl/narrative/attach.h"

/* "5,742 were women": the noun behind a form of "be". */
static const struct term *predicate_noun(const struct sentence *s, const struct number *n)
{
    size_t i = (size_t)n->phrase_last + 1;
    return role_at(s, i) == R_BE ? noun_at(s, i + 1) : NULL;
}

/* A part of a figure that is told in full: its own noun and verb go before what it shares. */
static void share_figure(const struct sentence *s, struct number *n, const struct number *total)
{
    const struct term *noun = n->noun, *predicate = noun ? NULL : predicate_noun(s, n);
    bool people_of_cases = predicate && predicate->kind == NOUN_PERSON;
    enum indicator own = INDICATOR_NONE;
    if (!noun)
        n->noun = people_of_cases && total->noun && total->noun->kind == NOUN_CASE ? predicate : total->noun;
    if (people_of_cases && total->unit == CASES && !n->act) {
        n->indicator = total->indicator;
        n->unit = PERSONS;
        return;
    }
    bool cases_of_people = noun && noun->kind == NOUN_CASE && !noun->indicator && !(n->act && n->act->indicator) &&
                           total->unit == PERSONS && is_victim_indicator(total->indicator);
    const struct term *of_what =
        noun && role_at(s, (size_t)n->head_last + 1) == R_OF ? topic_at(s, (size_t)n->head_last + 2) : NULL;
    if (cases_of_people &&
        !(of_what && of_what->subject ==
                         OFF_SUBJECT)) { /* "214 children were in child labor. Of these, 132 cases were in towns" */
        n->indicator = total->indicator;
        n->unit = CASES;
        return;
    }
    bool arrests_told = !noun && n->noun && n->noun->kind == NOUN_CASE && n->noun->indicator && total->unit == PERSONS;
    if (n->act && n->act->indicator && (!n->noun || arrests_told)) /* "23 arrests; 12 were charged" counts people */
        n->noun = &some_people;
    bool other_noun = noun && (noun->indicator || (noun->kind == NOUN_PERSON) != (total->unit == PERSONS) ||
                               noun->role == ROLE_OFFENDER || noun->role == ROLE_OFFICIAL);
    bool victims =
        noun && noun->role == ROLE_VICTIM && (total->indicator == OTHER || is_suspect_indicator(total->indicator));
    if (victims && !(n->act && n->act->indicator)) { /* "12 cases involving 15 suspects and 40 victims" */
        n->act = NULL;
        attach_head(s, n);
        return;
    }
    if (!(n->act && n->noun) && other_noun)
        n->act = total->act;
    if ((n->act && n->noun) || other_noun) {
        attach_head(s, n);
        own = n->indicator;
    }
    if (n->why_not)
        return;
    bool suspects = (n->noun && n->noun->role == ROLE_OFFENDER) || is_suspect_indicator(total->indicator);
    bool let_go = n->act && n->act->indicator == VICTIMS_FREED && suspects; /* "of 36 arrested, ten were released" */
    if (let_go && !noun)
        own = OTHER;
    bool unmade = own == OTHER && n->act && (n->act->indicator == OTHER || let_go); /* acquitted, suspects released */
    if (n->estimated && total->indicator == VICTIMS && !own)
        own = VICTIMS_ESTIMATED; /* "some estimate that the number is as high as 60,000" */
    bool by_topic = own == MISSING && noun && noun->kind == NOUN_CASE && !noun->indicator &&
                    !(n->act && n->act->indicator) && is_suspect_indicator(total->indicator);
    if (by_topic) /* "investigated 105 crimes; 48 of these crimes were kidnappings" */
        own = INDICATOR_NONE;
    bool own_says = own && (own != OTHER || unmade) && !(own == VICTIMS && is_victim_indicator(total->indicator)) &&
                    !(n->method[0] == 'c' && !noun);
    n->indicator = own_says ? own : total->indicator;
    n->unit = noun && noun->unit                  ? noun->unit
              : noun && noun->kind == NOUN_PERSON ? PERSONS
              : noun                              ? n->unit
                                                  : total->unit;
    bool of_persons_only = n->indicator == CONVICTIONS || n->indicator == SENTENCES || n->indicator == ARRESTS;
    /* "three cases, two of which ended in convictions" */
    bool of_cases_too = n->act && n->act->table == IN_NOUNS && total->unit == CASES && !noun;
    bool of_reports = total->noun && total->noun->role == ROLE_OUTSIDER && n->indicator == MISSING_FOUND && !noun;
    if (of_cases_too)
        n->unit = CASES;
    else if (of_reports) /* "received 481 reports of missing persons and located 15 alive" */
        n->unit = PERSONS;
    else if (!n->unit || (!noun && own_says && of_persons_only)) /* "prosecuted 21 cases and convicted 11" */
        n->unit = own_says && of_persons_only ? PERSONS : total->unit;
}

void attach_shared(const struct sentence *s, struct number *n)
{
    const struct number *total = n->from < NUMBERS_LIMIT ? &s->numbers[n->from] : &s->carried->total;
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
