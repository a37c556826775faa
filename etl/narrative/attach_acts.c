/* What a verb or process noun says is counted, with the words that change it: "found guilty", "took into custody". */
#include "etl/narrative/attach.h"
#include "etl/narrative/stories.h"

enum { GUILTY_REACH = 5, HOTLINE_REACH = 6, COURT_REACH = 6, SENTENCE_REACH = 10 };

/* "referred 24 parents to prosecutors", "53 cases for prosecution": to a court, not to services. */
static bool to_court(const struct sentence *s, const struct number *n)
{
    size_t last = n->verb > (int)n->item ? (size_t)n->verb : n->item;
    for (size_t i = last + 1; i + 1 < s->n_items && i < last + 10; i++) {
        if (role_at(s, i) == R_FOR && role_at(s, i + 1) == R_COURT)
            return true;
        if (role_at(s, i) != R_TO)
            continue;
        for (size_t j = i + 1; j < s->n_items && j <= i + 3; j++)
            if (role_at(s, j) == R_COURT)
                return true;
        return false;
    }
    return false;
}

/* "recovered five people from captivity" */
static bool out_of_captivity(const struct sentence *s, const struct number *n)
{
    bool from = false;
    for (size_t i = n->item + 1u; i < s->n_items && s->items[i].kind != ITEM_NUMBER; i++) {
        from = from || role_at(s, i) == R_FROM;
        if (from && role_at(s, i) == R_CAPTIVITY)
            return true;
        if (s->items[i].kind == ITEM_MARK)
            return false;
    }
    return false;
}

/* "found 11 of the 16 accused guilty" */
static bool found_guilty(const struct sentence *s, const struct number *n)
{
    size_t last = (size_t)n->phrase_last + GUILTY_REACH;
    for (size_t i = n->item + 1u; n->verb >= 0 && n->verb < (int)n->item && i < s->n_items && i <= last; i++) {
        if (plays(s, i, R_GUILTY))
            return true;
        if (s->items[i].kind == ITEM_MARK || verb_at(s, i) || role_at(s, i) == R_AND)
            return false;
    }
    return false;
}

/* "2,042 survivors contacted the national hotline" */
static bool turned_to_hotline(const struct sentence *s, const struct number *n)
{
    bool turned = n->verb > (int)n->item && n->act && n->act->table == IN_VERBS && n->act->kind == COUNTS_SUBJECT;
    for (size_t i = (size_t)n->verb + 1; turned && i < s->n_items && i <= (size_t)n->verb + HOTLINE_REACH; i++) {
        if (role_at(s, i) == R_HOTLINE)
            return true;
        if (s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_NUMBER || verb_at(s, i))
            return false;
    }
    return false;
}

/* "condemned two men to ten years", "to a suspended sentence", "to prison": what stands behind the people at item i. */
static bool is_condemned_to(const struct sentence *s, size_t i)
{
    if (role_at(s, i) != R_TO)
        return false;
    i = role_at(s, i + 1) == R_DETERMINER ? i + 2 : i + 1;
    size_t unit = mark_at(s, i + 1, '-') ? i + 2 : i + 1;
    bool length = i < s->n_items && s->items[i].kind == ITEM_NUMBER && noun_at(s, unit) &&
                  noun_at(s, unit)->kind == NOUN_DURATION;
    return length || role_at(s, i) == R_PRISON || (noun_at(s, i) && noun_at(s, i)->indicator == SENTENCES);
}

/* "fled the kiln", "fled from their captors"; not "fled to Bangladesh", "fled the fighting". */
static bool flees_captors(const struct sentence *s, size_t verb)
{
    for (size_t i = verb + 1; i < s->n_items && i <= verb + COURT_REACH && s->items[i].kind != ITEM_NUMBER; i++)
        if (plays(s, i, R_CAPTORS) || (noun_at(s, i) && noun_at(s, i)->role == ROLE_OFFENDER) ||
            (topic_at(s, i) && (topic_at(s, i)->form || topic_at(s, i)->hint)))
            return true;
    return false;
}

/* "fled to Bangladesh", "escaped from the jail": out of no captivity that is counted here. */
static bool leaves_no_captors(const struct sentence *s, size_t verb)
{
    const struct term *flees = term_of_role(s, verb, R_FLEES);
    size_t end = verb + COURT_REACH + 1;
    bool jail = sentence_has(s, verb + 1, end < s->n_items ? end : s->n_items, R_PRISON);
    return flees && (jail || flees->value <= 0) && !flees_captors(s, verb);
}

/* "appeared before the district court on charges of trafficking" */
static bool is_before_court(const struct sentence *s, size_t verb)
{
    for (size_t i = verb + 1; i < s->n_items && i <= verb + COURT_REACH && s->items[i].kind != ITEM_MARK; i++)
        if (role_at(s, i) == R_COURT)
            return true;
    return false;
}

/* "the training course gathered 20 participants" */
static bool is_of_training(const struct sentence *s, size_t verb)
{
    for (size_t i = verb; i-- > 0 && !ends_clause(s, i);)
        if (noun_at(s, i) && noun_at(s, i)->indicator == OFFICIALS_TRAINED)
            return true;
    return false;
}

/* "62 cases were filed in police stations": as offences. */
static bool is_with_police(const struct sentence *s, size_t verb)
{
    for (size_t i = verb + 1; i < s->n_items && i <= verb + COURT_REACH && s->items[i].kind != ITEM_NUMBER; i++)
        if (plays(s, i, R_POLICE_STATION))
            return true;
    return false;
}

/* "identifying and referring to care 530 victims": the first of the two verbs says who they are. */
static bool identifies_first(const struct sentence *s, const struct number *n)
{
    size_t i = n->verb > 1 && n->verb < (int)n->item ? (size_t)n->verb : 0;
    const struct term *first = i && role_at(s, i - 1) == R_AND ? verb_at(s, i - 2) : NULL;
    return first && first->indicator == VICTIMS_IDENTIFIED && n->act->table == IN_VERBS &&
           (n->act->indicator == VICTIMS_REFERRED || n->act->indicator == VICTIMS_ASSISTED);
}

/* "issued sentences of two to 15 years' imprisonment to 16 traffickers" */
static bool sentences_given_to(const struct sentence *s, const struct number *n)
{
    size_t to = left_of(s, n);
    if (role_at(s, to) != R_TO || !n->noun || n->noun->kind != NOUN_PERSON || n->noun->role == ROLE_VICTIM)
        return false;
    for (size_t j = to; j-- > 0 && to - j < SENTENCE_REACH && !mark_at(s, j, ',') && !mark_at(s, j, ';');)
        if (noun_at(s, j) && noun_at(s, j)->indicator == SENTENCES)
            return j > 0 && verb_at(s, j - 1);
    return false;
}

enum indicator act_of(const struct sentence *s, const struct number *n)
{
    enum indicator act = n->act ? n->act->indicator : INDICATOR_NONE;
    if (identifies_first(s, n))
        return VICTIMS_IDENTIFIED;
    if (is_undone(s, n)) /* a bare number has nothing else that it could count */
        return n->noun ? INDICATOR_NONE : OTHER;
    if (!act && turned_to_hotline(s, n))
        return HOTLINE_CALLS;
    if (act == VICTIMS_IDENTIFIED && n->head < 0 && n->from >= 0 && n->verb >= 0 &&
        plays(s, (size_t)n->verb, R_RECORDS))
        return INDICATOR_NONE; /* "ten times the 1,745 recorded in 2014": of what was told before */
    size_t behind = (size_t)n->phrase_last + 1;
    bool taken = !act && n->verb >= 0 && n->verb < (int)n->item && role_at(s, behind) == R_PREPOSITION;
    if (taken && role_at(s, behind + 1) == R_PRISON)
        return ARRESTS; /* "took 12 people into custody" */
    if (act == MISSING_FOUND && n->act->table == IN_VERBS) {
        if (found_guilty(s, n))
            return CONVICTIONS;
        return s->subject != MISSING_PERSONS && out_of_captivity(s, n) ? VICTIMS_FREED : act;
    }
    if (!act && ((n->verb >= 0 && n->verb < (int)n->item && is_condemned_to(s, behind)) || sentences_given_to(s, n)))
        return SENTENCES;
    if (act == VICTIMS_FREED && n->verb >= 0 && leaves_no_captors(s, (size_t)n->verb))
        return OTHER;
    if (n->verb >= 0 && plays(s, (size_t)n->verb, R_APPEARS) && is_before_court(s, (size_t)n->verb))
        return PROSECUTIONS;
    if (n->verb >= 0 && plays(s, (size_t)n->verb, R_GATHERS) && is_of_training(s, (size_t)n->verb))
        return OFFICIALS_TRAINED;
    if (act == PROSECUTIONS && n->noun && n->noun->kind == NOUN_CASE && n->verb >= 0 &&
        is_with_police(s, (size_t)n->verb))
        return INDICATOR_NONE;
    bool disaster = act == VICTIMS_FREED && !(s->own_subject && s->subject == TRAFFICKING) &&
                    sentence_plays(s, 0, s->n_items, R_DISASTER);
    bool prisoners = act == VICTIMS_FREED && n->noun && n->noun->subject == OFF_SUBJECT && !n->noun->age &&
                     s->subject != MISSING_PERSONS;
    if (disaster || prisoners)
        return OTHER; /* "rescued 40 flood victims", "released 300 political prisoners" */
    bool dissidents = n->head > (int)n->item && sentence_plays(s, n->item, (size_t)n->head + 1, R_DISSIDENTS) &&
                      !is_news(s) && !(s->own_subject && s->subject == TRAFFICKING);
    if (is_suspect_indicator(act) && (dissidents || is_for_other_crime(s)))
        return OTHER;
    bool sends = !act && n->verb >= 0 && n->verb < (int)n->item && plays(s, (size_t)n->verb, R_SENDS);
    return (sends || act == VICTIMS_REFERRED) && to_court(s, n) ? PROSECUTIONS : act;
}
