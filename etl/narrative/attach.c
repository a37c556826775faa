/* Noun and verb together say what a number counts: its indicator and unit. */
#include "etl/narrative/attach.h"

enum { GUESS_SIZE = 100 };

/* "referred 63 cases for assistance" */
static bool to_services(const struct sentence *s, const struct number *n)
{
    size_t i = n->verb > (int)n->item ? (size_t)n->verb + 1 : (size_t)n->phrase_last + 1;
    uint8_t role = role_at(s, i);
    for (size_t j = i + 1; (role == R_FOR || role == R_TO) && j <= i + 3; j++)
        if (noun_at(s, j) && noun_at(s, j)->indicator == VICTIMS_ASSISTED)
            return true;
    return false;
}

static bool stands_in(const struct sentence *s, const struct number *n)
{
    size_t i = qualified_from(s, n->item);
    return i > 0 && role_at(s, i - 1) == R_IN;
}

/* "convicted of three offences", "sentenced 62 traffickers on 13 charges": what people were held to account for. */
static bool is_charge(const struct sentence *s, const struct number *n)
{
    size_t i = qualified_from(s, n->item);
    uint8_t before = i ? role_at(s, i - 1) : (uint8_t)R_NONE;
    bool charges = n->noun->indicator == PROSECUTIONS && before == R_PREPOSITION && n->act &&
                   n->act->table == IN_VERBS && n->verb >= 0 && n->verb + 1 < (int)i &&
                   is_suspect_indicator(n->act->indicator);
    if (charges)
        return true; /* "indicted the journalist on three charges" */
    bool in_trials = n->noun->indicator == PROSECUTIONS && before == R_IN; /* "convicted in two trials" */
    for (size_t j = i; in_trials && j-- > 0 && !mark_at(s, j, ';');)
        if (verb_at(s, j) && (verb_at(s, j)->indicator == SENTENCES || verb_at(s, j)->indicator == CONVICTIONS))
            return true; /* "sentenced to terms of three to 11 years, in three trials" */
    if (i < 2 || (before != R_OF && before != R_TO && before != R_PREPOSITION && !in_trials) ||
        (n->noun->indicator && n->noun->indicator != PROSECUTIONS))
        return false;
    i--; /* "convicted in 2018 of eight charges" */
    while (i > 1 && (s->items[i - 1].kind == ITEM_DATE || (role_at(s, i - 1) == R_IN && s->items[i].kind == ITEM_DATE)))
        i--;
    const struct term *verb = verb_at(s, i - 1), *whom = noun_at(s, i - 1);
    bool judged = verb && is_suspect_indicator(verb->indicator) && verb->indicator != INVESTIGATIONS;
    bool people = whom && whom->kind == NOUN_PERSON && n->act && n->act->table == IN_VERBS && n->verb < (int)i &&
                  is_suspect_indicator(n->act->indicator);
    return judged || people;
}

/* "received 1,245 complaints, 34 of which concerned trafficking", "7,349 offences, including 674 kidnappings": only of
 * the part does the sentence tell its subject. */
static bool only_parts_named(const struct sentence *s, const struct number *n)
{
    bool part = false, named = false;
    for (size_t i = 0; i < s->n_items && s->own_subject; i++) {
        part = part || (i > n->item && (role_at(s, i) == R_OF_THEM || role_at(s, i) == R_INCLUDING));
        bool here = (topic_at(s, i) && topic_at(s, i)->subject == s->subject) ||
                    (noun_at(s, i) && noun_at(s, i)->subject == s->subject);
        if (here && !part)
            return false;
        named = named || here;
    }
    return named;
}

/* Is the outcome behind the verb that of the cases, not "the conviction of three men"? */
static bool ends_in_outcome(const struct sentence *s, const struct number *n)
{
    for (size_t i = (size_t)n->verb; n->verb > (int)n->item && i < s->n_items; i++)
        if (noun_at(s, i) == n->act)
            return role_at(s, i + 1) != R_OF && role_at(s, i + 1) != R_FOR;
    return false;
}

const struct term *topic_of_cases(const struct sentence *s, const struct number *n)
{
    return role_at(s, (size_t)n->head_last + 1) == R_OF ? topic_at(s, (size_t)n->head_last + 2) : NULL;
}

/* What the words behind "cases of" say that the cases are, INDICATOR_NONE when they leave it open. */
static enum indicator of_cases_of(const struct sentence *s, const struct number *n, const struct term *of_what)
{
    const struct term *process =
        role_at(s, (size_t)n->head_last + 1) == R_OF ? noun_at(s, (size_t)n->head_last + 2) : NULL;
    if (process && process->kind == NOUN_CASE &&
        is_suspect_indicator(process->indicator)) /* "no reported cases of prosecutions" */
        return process->indicator;
    size_t joined = (size_t)n->head_last + 3; /* "374 cases of arbitrary arrests and enforced disappearances" */
    bool also = (role_at(s, joined) == R_AND || role_at(s, joined) == R_OR) &&
                ((topic_at(s, joined + 1) && topic_at(s, joined + 1)->subject == MISSING_PERSONS) ||
                 (noun_at(s, joined + 1) && noun_at(s, joined + 1)->indicator == MISSING));
    if (of_what && of_what->subject == OFF_SUBJECT && also)
        return MISSING;
    if (of_what && of_what->subject == OFF_SUBJECT) /* "168 cases of killings and 33 disappearances" */
        return OTHER;
    return INDICATOR_NONE;
}

static enum indicator of_cases(const struct sentence *s, struct number *n)
{
    enum indicator act = act_of(s, n);
    if (n->noun->role == ROLE_OUTSIDER && sentence_has(s, 0, s->n_items, R_HOTLINE))
        return HOTLINE_CALLS; /* reports and complaints made to a hotline */
    if (is_charge(s, n))
        return OTHER;
    const struct term *kind = n->head > 0 ? topic_at(s, (size_t)n->head - 1) : NULL; /* "child abuse referrals" */
    if (n->noun->indicator == VICTIMS_REFERRED && kind && kind->subject == OFF_SUBJECT)
        return OTHER;
    bool settled = act == OTHER && n->act->table == IN_VERBS && n->act->subject != OFF_SUBJECT;
    bool of_missing = n->noun->indicator ? n->noun->indicator == MISSING : s->subject == MISSING_PERSONS;
    if (settled && of_missing) /* "200 missing person records were cleared" */
        return OTHER;
    bool outcome = n->act && n->act->table == IN_NOUNS && n->method && n->method[0] == 's' &&
                   (act == CONVICTIONS || act == SENTENCES) && is_suspect_indicator(n->noun->indicator);
    if (outcome && ends_in_outcome(s, n)) /* "12 of 45 indictments resulted in convictions" */
        return act;
    if (n->noun->indicator == MISSING && act == MISSING_FOUND)
        return MISSING_FOUND; /* "resolved three missing-persons cases" */
    if (n->noun->indicator == VICTIMS_IDENTIFIED && s->subject == MISSING_PERSONS)
        return MISSING_FOUND; /* "12 new identifications" of the missing */
    if (is_suspect_indicator(n->noun->indicator) && is_for_other_crime(s))
        return OTHER; /* "no convictions for rape" */
    if (n->noun->indicator)
        return n->noun->indicator;
    if (act == OTHER && n->act->table == IN_NOUNS) /* acquittals */
        return OTHER;
    if (n->noun->role == ROLE_OUTSIDER && act == PROSECUTIONS && n->act->table == IN_VERBS)
        act = INDICATOR_NONE; /* complaints that were filed */
    const struct term *of_what = topic_of_cases(s, n);
    enum indicator named = of_cases_of(s, n, of_what);
    if (named)
        return named;
    if (s->subject == MISSING_PERSONS && act == MISSING_FOUND)
        return MISSING_FOUND;
    bool parts = only_parts_named(s, n);
    bool of_subject = of_what && (of_what->subject == TRAFFICKING || of_what->subject == CHILD_LABOUR);
    if (s->subject == MISSING_PERSONS && !is_suspect_indicator(act) && !of_subject && !parts)
        return MISSING;
    if (act == ARRESTS && stands_in(s, n)) /* "5,755 persons were arrested in 2,189 cases" */
        act = INDICATOR_NONE;
    if (is_suspect_indicator(act) || act == VICTIMS_ASSISTED)
        return act;
    if (act == VICTIMS_REFERRED)
        return to_services(s, n) ? VICTIMS_REFERRED : OTHER;
    bool complaints = n->head >= 0 && plays(s, (size_t)n->head, R_COMPLAINT) && s->subject != MISSING_PERSONS;
    bool of_others = n->noun->role == ROLE_OUTSIDER && (complaints || !s->own_subject || parts);
    bool first_told = parts && act != VICTIMS_IDENTIFIED && !s->carried->block_subject && !s->carried->heading_subject;
    if (s->subject == OFF_SUBJECT || of_others || first_told || (s->subject == SUBJECT_NONE && !s->carried->seen))
        return OTHER;
    return OFFENCES;
}

/* "prosecuted eight defendants under two provisions": told aside of what the verb counts; not "penalties on three
 * firms". */
static bool is_told_aside(const struct sentence *s, const struct number *n)
{
    bool preposition = n->item > 0 && is_preposition(role_at(s, n->item - 1u)); /* "under" also bounds a number */
    const struct number *before = n > s->numbers ? n - 1 : NULL;
    return preposition && before && !before->why_not && n->verb >= 0 && n->verb < (int)before->item;
}

void attach_head(const struct sentence *s, struct number *n)
{
    switch (n->noun->kind) {
    case NOUN_DURATION:
        attach_duration(s, n);
        return;
    case NOUN_THING: /* that were fined or taken to court */
        if (n->head >= 0 && plays(s, (size_t)n->head, R_COURT))
            n->why_not = "counts courts";
        if (is_told_aside(s, n))
            n->why_not = "counts things told aside";
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
        n->indicator = indicator_of_persons(s, n);
        break;
    }
    if (n->indicator == HOTLINE_CALLS && n->noun->kind != NOUN_PERSON)
        n->unit = CALLS;
    else
        n->unit = n->noun->unit ? n->noun->unit : n->noun->kind == NOUN_PERSON ? PERSONS : CASES;
}

/* A verb without a noun counts what it counts most often. */
static void attach_act(const struct sentence *s, struct number *n)
{
    n->indicator = act_of(s, n);
    if (n->indicator == MISSING_FOUND && n->verb >= 0 && is_sought(s, (size_t)n->verb))
        n->indicator = MISSING;
    bool cases = n->indicator == INVESTIGATIONS || n->indicator == PROSECUTIONS || n->indicator == OFFENCES;
    n->unit = cases ? CASES : PERSONS;
}

/* "27 million adults and 13 million children who are victims": what is said of the last is said of all. */
static void share_with_list(struct sentence *s)
{
    for (size_t k = s->n_numbers; k-- > 1;) {
        const struct number *last = &s->numbers[k];
        struct number *n = &s->numbers[k - 1];
        bool listed = !n->why_not && !last->why_not && lists_next(s, n, last);
        bool suspects = n->noun && n->noun->role == ROLE_OFFENDER; /* "12 suspects and 30 victims" */
        if (listed && !suspects && n->indicator == OTHER && n->unit == PERSONS && last->unit == PERSONS && !n->act &&
            n->from < 0 && is_victim_indicator(last->indicator))
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
        n->estimated = estimated_before(s, n) || is_believed(s, n);
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
        else if (is_acted(n))
            attach_act(s, n);
        else
            n->why_not = "nothing that is counted stands with it";
        bool bare = n->head < 0 || (n->head < (int)n->item && n->verb == n->item + 1);
        if (bare && n->indicator == MISSING && n->act && n->act->table == IN_VERBS)
            n->unit = PERSONS; /* "9,684 were reported missing" */
        n->modal = n->modal || is_condition(s, n);
        bool suffering = n->indicator == VICTIMS || n->indicator == VICTIMS_ESTIMATED; /* not "a target of freeing" */
        if (n->modal && !n->why_not && suffering && n->unit == PERSONS && size_of(n) >= GUESS_SIZE &&
            n->subject != OFF_SUBJECT)
            n->indicator = VICTIMS_ESTIMATED; /* "more than 5,000 people could be held as slaves" */
        else if (n->modal && !n->why_not)
            n->why_not = "a plan, a wish or a possibility";
        bool law_sets = s->law && n->indicator == SENTENCES && n->unit == CASES && n->qualifier == AT_MOST;
        if (law_sets && !n->why_not) /* "a fine of up to 5,000 penalty units" */
            n->why_not = "a penalty that the law sets";
        check_zero(s, n);
        check_one(s, n);
    }
    share_with_list(s);
}
