/* Noun and verb together say what a number counts: its indicator and unit. */
#include "etl/narrative/clauses.h"

#include <math.h>
#include <string.h>

enum {
    GUESS_SIZE = 100,
    SIZE_REACH = 5, /* items */
    AGE_LENGTH = 6,
    SURVEY_SIZE = 10000,
    MODEL_SIZE = 500000
}; /* from here on children at work are a survey's or model's total, not people met */

static bool is_victim_indicator(enum indicator i) { return i >= VICTIMS && i <= VICTIMS_ESTIMATED; }

/* "the latest estimates": a noun. */
static bool names_estimates(const struct sentence *s, size_t i)
{
    uint8_t behind = role_at(s, i + 1);
    bool object =
        behind == R_THAT || behind == R_DETERMINER || behind == R_PRONOUN ||
        (i + 1 < s->n_items && (s->items[i + 1].kind == ITEM_NUMBER || item_term(&s->items[i + 1], IN_QUALIFIERS)));
    return (s->items[i].verb->verb_forms & FORM_THIRD) && !object;
}

/* "Estimates suggest that about 50,000 people are trafficked" */
static bool estimates_say(const struct sentence *s, const struct number *n)
{
    for (size_t i = 0; i < n->item; i++)
        if (verb_at(s, i) && verb_at(s, i)->indicator == VICTIMS_ESTIMATED && names_estimates(s, i))
            return true;
    return false;
}

static bool is_suspect_indicator(enum indicator i) { return i >= INVESTIGATIONS && i <= ARRESTS; }

static enum indicator of_people_found(const struct sentence *s, const struct number *n)
{
    double size = n->high == INFINITY ? n->low : n->high;
    bool reported = s->survey || n->estimated || (n->qualifier == VAGUE && size >= SURVEY_SIZE);
    if (n->noun->role == ROLE_CHILD_WORKER || s->subject == CHILD_LABOUR ||
        (n->noun->age == CHILD && s->carried->heading_subject == CHILD_LABOUR))
        return reported || size >= SURVEY_SIZE ? VICTIMS_ESTIMATED
               : n->noun->role == ROLE_VICTIM  ? VICTIMS
                                               : VICTIMS_IDENTIFIED;
    return reported || size >= MODEL_SIZE ? VICTIMS_ESTIMATED : VICTIMS;
}

/* Does the phrase or clause around the number name exploitation of the people counted? */
static bool exploited_here(const struct sentence *s, const struct number *n)
{
    size_t start = n->head >= 0 && n->head < (int)n->item ? (size_t)n->head : n->item, end = (size_t)n->phrase_last + 8;
    for (size_t i = start; i < s->n_items && i <= end; i++) {
        if (i == (size_t)n->phrase_last + 1 && mark_at(s, i, '(')) /* "(including four girls)" */
            for (size_t open = i; i < s->n_items && !mark_at(s, i, ')'); i++)
                end += i > open;
        bool other = i < s->n_items && s->items[i].kind == ITEM_NUMBER && !s->numbers[s->items[i].index].why_not;
        if (i > start && i != n->item && (other || mark_at(s, i, ';')))
            return false;
        if (i >= s->n_items)
            return false;
        end += s->items[i].kind == ITEM_NUMBER && !other ? AGE_LENGTH : 0; /* "boys as young as four" */
        const struct term *topic = topic_at(s, i);
        if (topic && topic->subject != OFF_SUBJECT && topic->subject != MISSING_PERSONS)
            return true;
    }
    return false;
}

static double size_of(const struct number *n) { return n->high == INFINITY ? n->low : n->high; }

/* "referred 24 parents to prosecutors": to a court, not to services. */
static bool to_court(const struct sentence *s, const struct number *n)
{
    size_t last = n->verb > (int)n->item ? (size_t)n->verb : n->item;
    for (size_t i = last + 1; i + 1 < s->n_items && i < last + 10; i++) {
        if (role_at(s, i) != R_TO)
            continue;
        for (size_t j = i + 1; j < s->n_items && j <= i + 3; j++)
            if (role_at(s, j) == R_COURT)
                return true;
        return false;
    }
    return false;
}

static enum indicator act_of(const struct sentence *s, const struct number *n)
{
    enum indicator act = n->act ? n->act->indicator : INDICATOR_NONE;
    return act == VICTIMS_REFERRED && to_court(s, n) ? PROSECUTIONS : act;
}

/* Victims with no process of their own are those whose process the paragraph has told ("of the total of 46 victims");
 * "reported no victims" says that none was identified. */
static enum indicator of_victims_told_before(const struct sentence *s, const struct number *n)
{
    enum indicator before = s->carried->has_total ? s->carried->total.indicator : INDICATOR_NONE;
    if (n->zero_word && n->act && n->act->table == IN_VERBS && n->act->kind == COUNTS_OBJECT)
        return VICTIMS_IDENTIFIED;
    bool told = before == VICTIMS_IDENTIFIED || before == VICTIMS_FREED;
    return told && s->carried->total.unit == PERSONS ? before : VICTIMS;
}

/* "the 43 missing students" */
static bool said_missing(const struct sentence *s, const struct number *n)
{
    for (int i = n->item + 1; i < n->head; i++)
        if (topic_at(s, (size_t)i) && topic_at(s, (size_t)i)->subject == MISSING_PERSONS)
            return true;
    if (gone_missing(s, (size_t)n->phrase_last + 1))
        return true;
    const struct term *what = mark_at(s, (size_t)n->head + 1, '\'') ? noun_at(s, (size_t)n->head + 2) : NULL;
    return n->head > (int)n->item && what && what->indicator == MISSING; /* "the 43 students' disappearances" */
}

/* "666 people were victims" */
static bool are_victims(const struct sentence *s, const struct number *n)
{
    for (size_t i = (size_t)n->phrase_last + 1; i + 1 < s->n_items && i < (size_t)n->phrase_last + 8; i++)
        if (role_at(s, i) == R_BE)
            return noun_at(s, i + 1) && noun_at(s, i + 1)->role == ROLE_VICTIM;
    return false;
}

/* "kidnapped for sexual exploitation", "abducted girls and brought them there to be sold into sexual slavery" */
static bool taken_for_exploitation(const struct sentence *s, const struct number *n)
{
    bool named = false;
    for (size_t i = n->verb < 0 ? s->n_items : (size_t)n->verb + 1; i < s->n_items && !named; i++) {
        if (i != n->item && (s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ';')))
            return false;
        const struct term *topic = topic_at(s, i);
        named = topic && topic->form && topic->subject == TRAFFICKING;
    }
    return named && n->act->table == IN_VERBS && n->act->kind == COUNTS_OBJECT;
}

/* "assist in locating", "trying to find": not yet found. */
static bool is_sought(const struct sentence *s, size_t verb)
{
    uint8_t before = verb ? role_at(s, verb - 1) : (uint8_t)R_NONE;
    if (before == R_BE && verb > 1) /* "still need to be found" */
        before = role_at(s, verb - 2);
    return s->subject == MISSING_PERSONS &&
           (before == R_TO || (before == R_IN && (s->items[verb].verb->verb_forms & FORM_GERUND)));
}

static enum indicator of_persons(const struct sentence *s, struct number *n)
{
    enum indicator act = act_of(s, n);
    if (act == MISSING && taken_for_exploitation(s, n))
        act = VICTIMS;
    if (act == MISSING_FOUND && n->negated && s->subject == MISSING_PERSONS)
        act = MISSING; /* "more than 34,000 are never found" */
    if (act == MISSING_FOUND && n->verb >= 0 && is_sought(s, (size_t)n->verb))
        act = MISSING;
    enum noun_role role = n->noun->role;
    if (act == MISSING && role == ROLE_OFFENDER)
        return ARRESTS; /* suspects who were seized */
    bool on = s->subject != OFF_SUBJECT;
    if (role == ROLE_NONE && act == VICTIMS_IDENTIFIED && s->subject == MISSING_PERSONS)
        return MISSING_FOUND; /* those whose remains were identified */
    if (role == ROLE_MISSING && (act == VICTIMS_IDENTIFIED || act == MISSING_FOUND || act == VICTIMS_FREED))
        return MISSING_FOUND;
    if (act == MISSING || (said_missing(s, n) && act != VICTIMS_IDENTIFIED && act != VICTIMS_FREED &&
                           (act != MISSING_FOUND || !only_frame(s, (size_t)(n->verb < 0 ? 0 : n->verb) + 1, n->item))))
        return MISSING;
    if (act == MISSING_FOUND && s->subject == MISSING_PERSONS && role != ROLE_OFFENDER)
        return MISSING_FOUND;
    if (role == ROLE_OFFENDER || role == ROLE_OFFICIAL) {
        if (is_suspect_indicator(act) || (act == OFFICIALS_TRAINED))
            return act;
        return OTHER;
    }
    if (act == OFFICIALS_TRAINED)
        return role == ROLE_VICTIM ? VICTIMS_ASSISTED : OFFICIALS_TRAINED;
    bool at_work = n->noun->age == CHILD || s->subject == CHILD_LABOUR;
    if ((act == MISSING_FOUND || act == VICTIMS_IDENTIFIED) && on && at_work && s->subject != MISSING_PERSONS &&
        role != ROLE_VICTIM && ((n->high == INFINITY ? n->low : n->high) >= SURVEY_SIZE || s->survey))
        return VICTIMS_ESTIMATED;
    if (act == MISSING_FOUND)
        return s->subject == MISSING_PERSONS || role == ROLE_MISSING ? MISSING_FOUND
               : on || role == ROLE_VICTIM                           ? VICTIMS_IDENTIFIED
                                                                     : OTHER;
    if (act == MISSING || role == ROLE_MISSING)
        return act == VICTIMS_FREED ? MISSING_FOUND : MISSING;
    bool of_victims = role == ROLE_VICTIM && act >= PROSECUTIONS && act != ARRESTS && n->verb >= 0 &&
                      n->verb < (int)n->item &&
                      !only_frame(s, (size_t)n->verb + 1, n->item); /* "filed a suit on behalf of two survivors" */
    if (is_suspect_indicator(act) && !(n->linked && role != ROLE_NONE) && !of_victims)
        return act;
    bool at_labour = n->act && n->act->table == IN_VERBS && n->act->age == CHILD && n->noun->age == CHILD;
    if (at_labour && size_of(n) >= SURVEY_SIZE)
        return VICTIMS_ESTIMATED; /* "more than one million children work on cocoa plantations" */
    if (role == ROLE_NONE && n->noun->age == CHILD && s->subject != OFF_SUBJECT &&
        (s->subject == CHILD_LABOUR || s->carried->heading_subject == CHILD_LABOUR))
        role = ROLE_CHILD_WORKER;
    if (n->linked && s->subject == MISSING_PERSONS && role != ROLE_OFFENDER)
        return MISSING;
    if (n->linked && s->subject == TRAFFICKING && role == ROLE_NONE)
        return size_of(n) >= SURVEY_SIZE ? VICTIMS_ESTIMATED : VICTIMS;
    if (role == ROLE_NONE && !(n->act && n->act->indicator) && are_victims(s, n))
        return size_of(n) >= MODEL_SIZE || n->estimated || s->survey ? VICTIMS_ESTIMATED : VICTIMS;
    if (role == ROLE_VICTIM || role == ROLE_CHILD_WORKER || exploited_here(s, n)) {
        if (act == VICTIMS_ESTIMATED)
            return VICTIMS_ESTIMATED;
        if (is_victim_indicator(act) && act != VICTIMS)
            return act;
        if (act == VICTIMS && role != ROLE_CHILD_WORKER)
            return of_people_found(s, n) == VICTIMS_ESTIMATED ? VICTIMS_ESTIMATED
                   : role == ROLE_VICTIM                      ? of_victims_told_before(s, n)
                                                              : VICTIMS;
        if (act == VICTIMS)
            return VICTIMS;
        if (s->subject == MISSING_PERSONS && role == ROLE_VICTIM)
            return MISSING;
        if (role == ROLE_VICTIM && s->subject == OFF_SUBJECT)
            return OTHER;
        enum indicator found = of_people_found(s, n);
        return found == VICTIMS && role == ROLE_VICTIM ? of_victims_told_before(s, n) : found;
    }
    if (act == VICTIMS && (size_of(n) >= MODEL_SIZE || (on && (n->estimated || estimates_say(s, n)))))
        return VICTIMS_ESTIMATED;
    if (is_victim_indicator(act) && (on || act == VICTIMS_FREED))
        return act;
    if (s->survey && size_of(n) >= SURVEY_SIZE && s->subject == TRAFFICKING)
        return VICTIMS_ESTIMATED;
    if (act == MISSING_FOUND && on)
        return VICTIMS_IDENTIFIED;
    /* "There were 9,962 women and girls" in a paragraph about victims */
    enum indicator told = s->carried->has_total ? s->carried->total.indicator : INDICATOR_NONE;
    bool described = n->noun->sex || n->noun->age;
    return described && !n->act && is_victim_indicator(told) && s->subject != OFF_SUBJECT ? told : OTHER;
}

static bool stands_in(const struct sentence *s, const struct number *n)
{
    size_t i = n->item;
    while (i > 0 && item_term(&s->items[i - 1], IN_QUALIFIERS))
        i--;
    return i > 0 && role_at(s, i - 1) == R_IN;
}

static enum indicator of_cases(const struct sentence *s, struct number *n)
{
    enum indicator act = act_of(s, n);
    if (n->noun->role == ROLE_OUTSIDER && sentence_has(s, 0, s->n_items, R_HOTLINE))
        return HOTLINE_CALLS; /* reports and complaints made to a hotline */
    if (n->noun->indicator)
        return n->noun->indicator;
    if (n->noun->role == ROLE_OUTSIDER && act == PROSECUTIONS)
        act = INDICATOR_NONE; /* complaints that were filed */
    const struct term *of_what =
        role_at(s, (size_t)n->head_last + 1) == R_OF ? topic_at(s, (size_t)n->head_last + 2) : NULL;
    const struct term *process =
        role_at(s, (size_t)n->head_last + 1) == R_OF ? noun_at(s, (size_t)n->head_last + 2) : NULL;
    if (process && process->kind == NOUN_CASE &&
        is_suspect_indicator(process->indicator)) /* "no reported cases of prosecutions" */
        return process->indicator;
    if (of_what && of_what->subject == OFF_SUBJECT) /* "168 cases of killings and 33 disappearances" */
        return OTHER;
    if (s->subject == MISSING_PERSONS && act == MISSING_FOUND)
        return MISSING_FOUND;
    if (s->subject == MISSING_PERSONS && !is_suspect_indicator(act))
        return MISSING;
    if (act == ARRESTS && stands_in(s, n)) /* "5,755 persons were arrested in 2,189 cases" */
        act = INDICATOR_NONE;
    if (is_suspect_indicator(act) || act == VICTIMS_ASSISTED)
        return act;
    if (act == VICTIMS_REFERRED)
        return OTHER;
    if (s->subject == OFF_SUBJECT || (s->subject == SUBJECT_NONE && !s->carried->seen))
        return OTHER;
    return OFFENCES;
}

static void attach_head(const struct sentence *s, struct number *n)
{
    switch (n->noun->kind) {
    case NOUN_DURATION:
        attach_duration(s, n);
        return;
    case NOUN_THING: /* that were fined or taken to court */
        n->indicator = act_of(s, n);
        n->unit = CASES;
        return;
    case NOUN_EVENT:
        n->indicator = OTHER;
        break;
    case NOUN_CASE:
        n->indicator = of_cases(s, n);
        break;
    default:
        n->indicator = of_persons(s, n);
        break;
    }
    if (n->indicator == HOTLINE_CALLS)
        n->unit = CALLS;
    else
        n->unit = n->noun->unit ? n->noun->unit : n->noun->kind == NOUN_PERSON ? PERSONS : CASES;
}

/* People of whom only pronouns tell. */
static const struct term people_told = { .table = IN_NOUNS, .kind = NOUN_PERSON, .unit = PERSONS };

/* "5,742 were women": the noun behind a form of "be". */
static const struct term *predicate_noun(const struct sentence *s, const struct number *n)
{
    size_t i = (size_t)n->phrase_last + 1;
    return role_at(s, i) == R_BE ? noun_at(s, i + 1) : NULL;
}

/* A share of another number takes its indicator, unless its own noun and verb say otherwise. */
static void attach_shared(const struct sentence *s, struct number *n)
{
    if (n->linked && n->noun && n->noun->kind == NOUN_PERSON && n->noun->role != ROLE_OFFENDER) {
        attach_head(s, n);
        return;
    }
    const struct number *total = n->from < NUMBERS_LIMIT ? &s->numbers[n->from] : &s->carried->total;
    if (n->currency.n) {
        attach_money(s, n);
        return;
    }
    if (total->why_not || !total->indicator) {
        n->from = -1;
        if (n->noun)
            attach_head(s, n);
        else
            n->why_not = "shares a number that is no figure";
        return;
    }
    if (n->noun && (n->noun->kind == NOUN_DURATION || n->noun->kind == NOUN_THING)) {
        attach_head(s, n);
        return;
    }
    if (!n->noun && !n->act && total->unit == PERSONS && gone_missing(s, n->item + 1u)) {
        n->indicator = MISSING; /* "15 people dead, more than 195 missing" */
        n->unit = PERSONS;
        return;
    }
    const struct term *noun = n->noun;
    enum indicator own = INDICATOR_NONE;
    const struct term *predicate = noun ? NULL : predicate_noun(s, n);
    if (!noun)
        n->noun = predicate && predicate->kind == NOUN_PERSON && total->noun && total->noun->kind == NOUN_CASE
                      ? predicate
                      : total->noun;
    if (predicate && predicate->kind == NOUN_PERSON && total->unit == CASES && !n->act) {
        n->indicator = total->indicator;
        n->unit = PERSONS;
        return;
    }
    bool arrests_told = !noun && n->noun && n->noun->kind == NOUN_CASE && n->noun->indicator && total->unit == PERSONS;
    if (n->act && n->act->indicator && (!n->noun || arrests_told)) /* "23 arrests; 12 were charged" counts people */
        n->noun = &people_told;
    if (n->act && n->noun)
        attach_head(s, n), own = n->indicator;
    else if (noun && (noun->indicator || (noun->kind == NOUN_PERSON) != (total->unit == PERSONS) ||
                      noun->role == ROLE_OFFENDER || noun->role == ROLE_OFFICIAL))
        n->act = total->act, attach_head(s, n), own = n->indicator;
    if (n->why_not)
        return;
    bool unmade = own == OTHER && n->act && n->act->indicator == OTHER; /* acquitted, dismissed */
    if (n->estimated && total->indicator == VICTIMS && !own)
        own = VICTIMS_ESTIMATED; /* "some estimate that the number is as high as 60,000" */
    bool own_says = own && (own != OTHER || unmade) && !(own == VICTIMS && is_victim_indicator(total->indicator)) &&
                    !(n->method[0] == 'c' && !noun);
    n->indicator = own_says ? own : total->indicator;
    if (!own_says && noun && total->unit == PERSONS && noun->kind == NOUN_CASE && !noun->indicator)
        n->indicator = total->indicator;
    n->unit = noun && noun->unit                  ? noun->unit
              : noun && noun->kind == NOUN_PERSON ? PERSONS
              : n->noun == noun && noun           ? n->unit
                                                  : total->unit;
    bool of_persons_only = n->indicator == CONVICTIONS || n->indicator == SENTENCES || n->indicator == ARRESTS;
    /* "three cases, two of which ended in convictions" */
    bool of_cases_too = n->act && n->act->table == IN_NOUNS && total->unit == CASES && !noun;
    if (of_cases_too)
        n->unit = CASES;
    else if (!n->unit || (!noun && own_says && of_persons_only)) /* "prosecuted 21 cases and convicted 11" */
        n->unit = own_says && of_persons_only ? PERSONS : total->unit;
}

/* A verb without a noun counts what it counts most often. */
static void attach_act(const struct sentence *s, struct number *n)
{
    n->indicator = act_of(s, n);
    bool cases = n->indicator == INVESTIGATIONS || n->indicator == PROSECUTIONS || n->indicator == OFFENCES;
    n->unit = cases ? CASES : PERSONS;
}

static bool estimated_before(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item; i-- > 0;) {
        const struct term *verb = verb_at(s, i), *word = item_term(&s->items[i], IN_QUALIFIERS);
        bool believed = role_at(s, i) == R_BELIEVED && only_frame(s, i + 1, n->item);
        if ((word && word->value > 0) || believed) /* "an estimated 17,500", "thought to be more than 13,000" */
            return true;
        if (role_at(s, i) == R_MODAL && role_at(s, i + 1) == R_BE && only_frame(s, i + 2, n->item))
            return true; /* "the number could be more than 5,000" */
        if (verb && verb->indicator == VICTIMS_ESTIMATED && !s->items[i].capital && !names_estimates(s, i))
            return true;
        if (mark_at(s, i, ';') || s->items[i].kind == ITEM_NUMBER)
            return false;
    }
    return false;
}

static void check_zero(const struct sentence *s, struct number *n)
{
    bool counted = n->indicator && n->indicator != OTHER;
    bool plain =
        n->noun && n->noun->kind == NOUN_PERSON && n->noun->role != ROLE_VICTIM && n->noun->role != ROLE_MISSING;
    uint8_t before = n->item > 0 ? role_at(s, n->item - 1u) : (uint8_t)R_NONE;
    if (n->zero_word && plain && n->noun->role == ROLE_NONE && (before == R_HAVE || before == R_PREPOSITION))
        n->why_not = "no is not a count here"; /* "children with no relatives" */
    if (n->zero_word && plain && !(n->act && n->act->indicator) && n->from < 0)
        n->why_not = "no is not a count here";
    for (size_t i = n->item; n->zero_word && before == R_HAVE && i-- > 0 && n->item - i <= 3u;)
        if (role_at(s, i) == R_RELATIVE)
            n->why_not = "no is not a count here"; /* "individuals who had no formal convictions" */
    if (!n->zero_word || n->why_not)
        return;
    if (!counted && n->noun && n->noun->kind != NOUN_PERSON)
        n->why_not = "no is not a count here";
    bool charged = n->act && is_suspect_indicator(n->act->indicator);
    if (n->noun && ((n->noun->role == ROLE_OFFICIAL && !charged) || (n->noun->indicator == SENTENCES && !n->act)))
        n->why_not = "no is not a count here";
    (void)s;
}

/* "one" as a pronoun, "one of the worst forms". */
static void check_one(const struct sentence *s, struct number *n)
{
    if (n->worded && n->low == 1 && n->high == 1 && n->indicator == OTHER && n->from < 0 &&
        !(n->act && n->act->indicator))
        n->why_not = "one as an article"; /* "I met one woman" */
    if (n->worded && n->low == 1 && n->high == 1 && n->of_the && n->item > 0 && mark_at(s, n->item - 1u, ','))
        n->why_not = "one as a pronoun"; /* "Miroslaw, one of the victims, said" */
    if (n->worded && n->low == 1 && n->high == 1 && n->from >= NUMBERS_LIMIT && n->head < 0)
        n->why_not = "one as a pronoun";
}

/* "enterprises employing 50 or fewer workers" */
static bool is_size(const struct sentence *s, const struct number *n)
{
    bool bounded = n->qualifier == AT_MOST || n->qualifier == AT_LEAST;
    for (size_t i = n->item;
         bounded && n->noun && n->noun->kind == NOUN_PERSON && i-- > 0 && n->item - i <= SIZE_REACH;) {
        const struct term *noun = noun_at(s, i), *verb = verb_at(s, i);
        if (verb && verb->indicator)
            return false;
        if (noun)
            return (noun->kind == NOUN_THING || noun->indicator == OFFICIALS_TRAINED) && n->noun->role != ROLE_VICTIM &&
                   (n->noun->role == ROLE_OFFICIAL || s->subject == CHILD_LABOUR) && n->noun->age != CHILD;
    }
    return false;
}

/* "up to six years if the accused exploited more than one child" */
static bool is_condition(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item; i-- > 0 && !mark_at(s, i, ',') && !mark_at(s, i, ';');)
        if (role_at(s, i) == R_SUBORDINATOR)
            return s->items[i].grammar->value > (i > 0 && verb_at(s, i - 1)); /* no "did not report if" */
    return false;
}

/* "27 million adults and 13 million children who are victims": what is said of the last is said of all. */
static void share_with_list(struct sentence *s)
{
    for (size_t k = s->n_numbers; k-- > 1;) {
        const struct number *last = &s->numbers[k];
        struct number *n = &s->numbers[k - 1];
        size_t i = (size_t)n->phrase_last + 1;
        i += mark_at(s, i, ',');
        i += role_at(s, i) == R_AND;
        bool listed = !n->why_not && !last->why_not && i > (size_t)n->phrase_last + 1 && only_frame(s, i, last->item);
        if (listed && n->indicator == OTHER && n->unit == PERSONS && last->unit == PERSONS && !n->act && n->from < 0 &&
            is_victim_indicator(last->indicator))
            n->indicator = last->indicator;
    }
}

void attach(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        n->subject = s->subject;
        if (is_size(s, n)) {
            n->why_not = "the size of a firm";
            continue;
        }
        n->estimated = estimated_before(s, n);
        if (n->estimated && n->qualifier == EXACT && !n->zero_word)
            n->qualifier = ABOUT;
        if (n->from >= 0)
            attach_shared(s, n);
        else if (n->currency.n)
            attach_money(s, n);
        else if (n->noun)
            attach_head(s, n);
        else if (n->duration)
            attach_duration(s, n);
        else if (n->act && n->act->indicator)
            attach_act(s, n);
        else
            n->why_not = "nothing that is counted stands with it";
        if (n->head < 0 && n->indicator == MISSING && n->act && n->act->table == IN_VERBS)
            n->unit = PERSONS; /* "9,684 were reported missing" */
        n->modal = n->modal || is_condition(s, n);
        if (n->modal && !n->why_not && is_victim_indicator(n->indicator) && n->unit == PERSONS &&
            size_of(n) >= GUESS_SIZE && n->subject != OFF_SUBJECT)
            n->indicator = VICTIMS_ESTIMATED; /* "more than 5,000 people could be held as slaves" */
        else if (n->modal && !n->why_not)
            n->why_not = "a plan, a wish or a possibility";
        check_zero(s, n);
        check_one(s, n);
    }
    share_with_list(s);
}
