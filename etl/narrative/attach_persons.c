/* What a count of people is of: victims, suspects, officials, missing people, or others. */
#include "etl/narrative/attach.h"

enum { AGE_LENGTH = 6, BE_REACH = 8 }; /* items */
/* From here on children at work, and people exploited, are a survey's or model's total, not people met. */
enum { SURVEY_SIZE = 10000, MODEL_SIZE = 500000 };

static enum indicator of_people_found(const struct sentence *s, const struct number *n)
{
    double size = size_of(n);
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
    if (plays(s, left_of(s, n), R_SCREENS)) /* "screened 12,500 migrants for trafficking indicators" */
        return false;
    if (is_some_of(s, n)) /* "some of the 100,000 workers faced involuntary servitude" */
        return false;
    bool whole = is_whole(s, n); /* "40 of the 200 workers were in forced labour" */
    for (size_t i = start; i < s->n_items && i <= end; i++) {
        if (i == (size_t)n->phrase_last + 1 && mark_at(s, i, '(')) /* "(including four girls)" */
            for (size_t open = i; i < s->n_items && !mark_at(s, i, ')'); i++)
                end += i > open;
        if (i == (size_t)n->phrase_last + 1 && mark_at(s, i, ',') && role_at(s, i + 1) == R_INCLUDING)
            for (i++, end++; i < s->n_items && !mark_at(s, i, ','); i++)
                end++; /* ", including 4,000 children," */
        bool other = i < s->n_items && s->items[i].kind == ITEM_NUMBER && !s->numbers[s->items[i].index].why_not;
        if (i > start && i != n->item && (other || mark_at(s, i, ';')))
            return false;
        if (i >= s->n_items || (whole && i > (size_t)n->phrase_last && role_at(s, i) == R_BE))
            return false;
        end += s->items[i].kind == ITEM_NUMBER && !other ? AGE_LENGTH : 0; /* "boys as young as four" */
        if (i > (size_t)n->phrase_last &&
            plays(s, i, R_WITHOUT)) /* "deported 120 migrants without screening them for" */
            return false;
        const struct term *topic = topic_at(s, i);
        if (topic && topic->subject != OFF_SUBJECT && topic->subject != MISSING_PERSONS)
            return true;
    }
    return false;
}

/* Victims with no process of their own are those whose process the paragraph has told ("of the total of 46 victims");
 * "reported no victims" says that none was identified. */
static enum indicator of_victims_told_before(const struct sentence *s, const struct number *n)
{
    bool group = s->carried->total_told && n->method && n->method[0] == 'g'; /* "Among the victims, 58 were" */
    enum indicator before = s->carried->has_total || group ? s->carried->total.indicator : INDICATOR_NONE;
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

/* "victims of abuse", "of sexual violence": of nothing that is counted here. */
static bool is_other_harm(const struct sentence *s, size_t i)
{
    for (size_t end = i + 3; i < s->n_items && i < end && !topic_at(s, i) && !plays(s, i, R_HARM); i++)
        if (!word_describes(s, i) && !is_word(s, i))
            return false;
    return plays(s, i, R_HARM) || (topic_at(s, i) && topic_at(s, i)->subject == OFF_SUBJECT);
}

/* "666 people were victims", "47 women who had been working there are victims" */
static bool are_victims(const struct sentence *s, const struct number *n)
{
    bool relative = false;
    size_t start = (size_t)n->phrase_last + 1;
    if (is_whole(s, n) && role_at(s, start) == R_BE)
        return false;
    for (size_t i = start; i + 1 < s->n_items && i < start + (relative ? 2 * BE_REACH : BE_REACH); i++) {
        if (s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ';'))
            return false;
        relative = relative || role_at(s, i) == R_RELATIVE;
        bool victims = role_at(s, i) == R_BE && noun_at(s, i + 1) && noun_at(s, i + 1)->role == ROLE_VICTIM &&
                       !(role_at(s, i + 2) == R_OF && is_other_harm(s, i + 3));
        if (victims || (role_at(s, i) == R_BE && !relative))
            return victims;
    }
    return false;
}

/* "kidnapped for sexual exploitation", "abducted girls and brought them there to be sold into sexual slavery" */
static bool taken_for_exploitation(const struct sentence *s, const struct number *n)
{
    bool named = false;
    for (size_t i = n->verb < 0 ? s->n_items : (size_t)n->verb + 1; i < s->n_items && !named; i++) {
        if (i != n->item && (s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ';')))
            return false;
        const struct term *topic = topic_at(s, i), *verb = verb_at(s, i);
        bool them = verb && verb->indicator == VICTIMS && role_at(s, i + 1) == R_ANAPHOR; /* "and trafficked them" */
        named = them || (topic && topic->form && topic->subject == TRAFFICKING);
    }
    return named && n->act->table == IN_VERBS && n->act->kind == COUNTS_OBJECT;
}

bool is_sought(const struct sentence *s, size_t verb)
{
    uint8_t before = verb ? role_at(s, verb - 1) : (uint8_t)R_NONE;
    for (size_t i = verb; i-- > 0 && verb - i <= 3u;) /* "searching for the remains of 398 people" */
        if (plays(s, i, R_SEEKING))
            return s->subject == MISSING_PERSONS;
    if (before == R_BE && verb > 1) /* "still need to be found" */
        before = role_at(s, verb - 2);
    return s->subject == MISSING_PERSONS &&
           (before == R_TO || before == R_TARGET ||
            (before == R_IN && verb_at(s, verb) && (verb_at(s, verb)->verb_forms & FORM_GERUND)));
}

/* "16 persons were victims of enforced disappearances" */
static bool victims_of_disappearance(const struct sentence *s, const struct number *n)
{
    for (size_t i = (size_t)n->phrase_last + 1; i + 2 < s->n_items && s->items[i].kind != ITEM_NUMBER; i++)
        if (role_at(s, i) == R_BE && noun_at(s, i + 1) && role_at(s, i + 2) == R_OF)
            return (topic_at(s, i + 3) && topic_at(s, i + 3)->subject == MISSING_PERSONS) ||
                   (noun_at(s, i + 3) && noun_at(s, i + 3)->indicator == MISSING);
    return false;
}

/* "held in London on suspicion of": suspects, not captives. */
static bool held_on_suspicion(const struct sentence *s, const struct number *n)
{
    for (size_t i = (size_t)n->verb + 1; n->verb > (int)n->item && i < s->n_items && i <= (size_t)n->verb + BE_REACH;
         i++) {
        if (plays(s, i, R_SUSPICION))
            return is_passive(s, (size_t)n->verb);
        if (s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ';'))
            return false;
    }
    return false;
}

/* "arrested the traffickers and assisted 20 victims": the noun at item i is the object of a verb before it. */
static bool has_verb_before(const struct sentence *s, size_t i)
{
    while (i-- > 0 && !ends_clause(s, i))
        if (verb_at(s, i) && !stands_in_phrase(s, i))
            return true;
    return false;
}

/* "Militants captured 7,000 women", "women detained by traffickers": who does it is no police. */
static bool done_by_offenders(const struct sentence *s, const struct number *n, bool or_gang)
{
    if (n->verb < 0 || n->act->table != IN_VERBS || n->noun->role == ROLE_OFFENDER || n->noun->role == ROLE_OFFICIAL)
        return false;
    size_t verb = (size_t)n->verb;
    if (verb > n->item) {
        size_t i = verb + 1;
        i += role_at(s, i) == R_BY ? 1 : s->n_items;
        while (i < s->n_items && (role_at(s, i) == R_DETERMINER || word_describes(s, i) || is_word(s, i)) &&
               !noun_at(s, i))
            i++;
        return noun_at(s, i) && s->items[i].noun->role == ROLE_OFFENDER;
    }
    for (size_t i = verb; i-- > 0 && !ends_clause(s, i) && s->items[i].kind != ITEM_NUMBER;)
        if (noun_at(s, i) && (noun_at(s, i)->kind == NOUN_PERSON || (or_gang && noun_at(s, i)->role == ROLE_OFFENDER)))
            return s->items[i].noun->role == ROLE_OFFENDER && !is_passive(s, verb) && !has_verb_before(s, i);
    return false;
}

/* What the verb says of people, in a sentence that may tell of exploitation or of those who are missing. */
static enum indicator act_on_persons(const struct sentence *s, const struct number *n)
{
    enum indicator act = act_of(s, n);
    if (act == MISSING && taken_for_exploitation(s, n))
        return VICTIMS;
    if (n->noun->role == ROLE_NONE && are_victims(s, n) && victims_of_disappearance(s, n))
        return MISSING;
    if (act == VICTIMS && held_on_suspicion(s, n))
        return ARRESTS;
    bool others = n->noun->role == ROLE_ANAPHOR && s->carried->has_total && s->carried->total.indicator == ARRESTS;
    if (act == VICTIMS && others && n->verb >= 0 && is_passive(s, (size_t)n->verb))
        return ARRESTS; /* "Two others were held in Calais" */
    bool moved = !act && n->act && n->act->kind == COUNTS_OBJECT && n->noun->role == ROLE_NONE;
    if (moved && s->subject == TRAFFICKING && done_by_offenders(s, n, true))
        return VICTIMS; /* "the gang brought more than 400 people to the country" */
    if (act == ARRESTS && n->noun->role == ROLE_VICTIM && s->subject == MISSING_PERSONS)
        return VICTIMS_FREED; /* "nine survivors were picked up by a ship" */
    if (act == ARRESTS && done_by_offenders(s, n, false))
        return s->subject == TRAFFICKING ? VICTIMS : MISSING;
    if (act == VICTIMS_ASSISTED && s->subject != OFF_SUBJECT && done_by_offenders(s, n, false))
        return n->noun->role == ROLE_VICTIM || s->subject == TRAFFICKING
                   ? VICTIMS
                   : OTHER; /* "traffickers recruited and housed 14 women" */
    if (act == MISSING_FOUND && n->negated && s->subject == MISSING_PERSONS)
        return MISSING; /* "more than 34,000 are never found" */
    if (act == MISSING_FOUND && n->verb >= 0 && is_sought(s, (size_t)n->verb))
        return MISSING;
    return act;
}

/* People who are missing or were found again; INDICATOR_NONE when the words do not say so. */
static enum indicator of_missing(const struct sentence *s, const struct number *n, enum indicator act)
{
    enum noun_role role = n->noun->role;
    bool told_missing = s->subject == MISSING_PERSONS;
    if (is_whole(s, n) && act == MISSING_FOUND && (role == ROLE_MISSING || said_missing(s, n)))
        return MISSING; /* "the bodies of 11 of the 43 missing migrants": the 43 */
    bool taken = n->act && n->act->subject == MISSING_PERSONS; /* "gunmen kidnapped seven contractors" */
    if (act == MISSING && role == ROLE_OFFENDER && !taken)
        return ARRESTS; /* suspects who were seized */
    bool recorded = act == VICTIMS_IDENTIFIED && n->verb >= 0 && plays(s, (size_t)n->verb, R_RECORDS);
    if (recorded && (role == ROLE_MISSING || (role == ROLE_NONE && told_missing)))
        return MISSING; /* "police registered 540 missing children" */
    if (role == ROLE_NONE && act == VICTIMS_IDENTIFIED && told_missing)
        return MISSING_FOUND; /* those whose remains were identified */
    if (role == ROLE_MISSING && (act == VICTIMS_IDENTIFIED || act == MISSING_FOUND || act == VICTIMS_FREED))
        return MISSING_FOUND;
    if ((role == ROLE_MISSING || told_missing || said_missing(s, n)) &&
        (!act || act == OTHER || act == VICTIMS_ASSISTED) && n->verb > (int)n->item &&
        plays(s, (size_t)n->verb, R_RETURNED) && !n->negated)
        return MISSING_FOUND; /* "4,413 missing persons returned home" */
    if (act == MISSING || (said_missing(s, n) && act != VICTIMS_IDENTIFIED && act != VICTIMS_FREED &&
                           (act != MISSING_FOUND || !only_frame(s, (size_t)(n->verb < 0 ? 0 : n->verb) + 1, n->item))))
        return MISSING;
    return act == MISSING_FOUND && told_missing && role != ROLE_OFFENDER ? MISSING_FOUND : INDICATOR_NONE;
}

/* "filed a suit on behalf of two survivors": the verb of justice has another object before the victims. */
static bool on_behalf_of(const struct sentence *s, const struct number *n, enum indicator act)
{
    size_t of = qualified_from(s, n->item);
    if (of > 0 && plays(s, of - 1, R_BEHALF))
        return true;
    return n->noun->role == ROLE_VICTIM && act >= PROSECUTIONS && n->verb >= 0 && n->verb < (int)n->item &&
           !only_frame(s, (size_t)n->verb + 1, n->item);
}

/* "arrested a woman for the trafficking of her sister and six children": whom the crime was done to. */
static bool suffered_crime(const struct sentence *s, const struct number *n, enum indicator act)
{
    bool crime = false;
    if (act < PROSECUTIONS || n->verb < 0 || n->noun->role == ROLE_OFFENDER || n->noun->role == ROLE_OFFICIAL)
        return false;
    for (size_t i = (size_t)n->verb + 1; i < n->item; i++) {
        crime = crime || role_at(s, i) == R_FOR;
        if (crime && topic_at(s, i) && topic_at(s, i)->subject == TRAFFICKING && role_at(s, i + 1) == R_OF)
            return true;
    }
    return false;
}

/* Victims, children at work, and people whose exploitation the clause names. */
static enum indicator of_exploited(const struct sentence *s, const struct number *n, enum indicator act,
                                   enum noun_role role)
{
    enum indicator found = of_people_found(s, n);
    if (is_victim_indicator(act) && act != VICTIMS)
        return act;
    if (act == VICTIMS && role == ROLE_CHILD_WORKER)
        return size_of(n) >= MODEL_SIZE || n->estimated ? VICTIMS_ESTIMATED : VICTIMS;
    bool unsaid = role == ROLE_VICTIM && act != VICTIMS;
    size_t of = (size_t)n->head_last + 1;
    if (unsaid && n->head >= 0 && role_at(s, of) == R_OF && is_other_harm(s, of + 1))
        return OTHER; /* "24 victims of human rights abuses" */
    if (unsaid && s->subject == MISSING_PERSONS)
        return MISSING;
    if (unsaid && s->subject == OFF_SUBJECT)
        return OTHER;
    if (act == VICTIMS && found != VICTIMS_ESTIMATED)
        return role == ROLE_VICTIM ? of_victims_told_before(s, n) : VICTIMS;
    return found == VICTIMS && role == ROLE_VICTIM ? of_victims_told_before(s, n) : found;
}

/* People of whom neither noun nor clause says that they were exploited. */
static enum indicator of_others(const struct sentence *s, const struct number *n, enum indicator act)
{
    bool on = s->subject != OFF_SUBJECT;
    if (act == VICTIMS && (size_of(n) >= MODEL_SIZE || (on && (n->estimated || estimates_say(s, n)))))
        return VICTIMS_ESTIMATED;
    bool all = act == VICTIMS_ESTIMATED && !s->own_subject && !n->noun->age; /* "63,000 undocumented workers" */
    if (is_victim_indicator(act) && !all && (on || act == VICTIMS_FREED))
        return act;
    if (s->survey && size_of(n) >= SURVEY_SIZE && s->subject == TRAFFICKING)
        return VICTIMS_ESTIMATED;
    /* "There were 9,962 women and girls" in a paragraph about victims */
    enum indicator told = s->carried->has_total ? s->carried->total.indicator : INDICATOR_NONE;
    for (const struct number *m = s->numbers; m < n && !n->act; m++) /* "identified 20 victims; there were 12 women" */
        if (!m->why_not && m->unit == PERSONS && is_victim_indicator(m->indicator) && m->low >= n->low)
            told = m->indicator;
    bool described = n->noun->sex || n->noun->age;
    return described && !n->act && is_victim_indicator(told) && on ? told : OTHER;
}

/* "held workshops on trafficking for 400 officials" */
static bool trained_before(const struct sentence *s, const struct number *n)
{
    size_t i = qualified_from(s, n->item);
    if (i == 0 || role_at(s, i - 1) != R_FOR)
        return false;
    while (i-- > 0 && !mark_at(s, i, ';'))
        if (noun_at(s, i) && noun_at(s, i)->indicator == OFFICIALS_TRAINED)
            return true;
    return false;
}

enum indicator indicator_of_persons(const struct sentence *s, const struct number *n)
{
    if (are_callers(s, n))
        return HOTLINE_CALLS;
    enum indicator act = act_on_persons(s, n), missing = of_missing(s, n, act);
    const struct term *those = n->head < 0 ? verb_at(s, (size_t)n->phrase_last) : NULL; /* "seven of those arrested" */
    bool accused = (those && is_suspect_indicator(those->indicator)) || are_of_gang(s, n) || are_suspected(s, n);
    enum noun_role role = accused ? ROLE_OFFENDER : (enum noun_role)n->noun->role;
    role = role == ROLE_NONE && are_victims_named(s, n) ? ROLE_VICTIM : role;
    bool on = s->subject != OFF_SUBJECT, child = n->noun->age == CHILD;
    if (act == MISSING && role == ROLE_VICTIM && s->carried->seen && !s->document->period_start.year &&
        s->carried->heading_subject != MISSING_PERSONS)
        return VICTIMS; /* "two of the victims were abducted" in news about trafficking */
    if (missing || act == HOTLINE_CALLS)
        return missing ? missing : act;
    enum indicator of_client = role == ROLE_CLIENT ? of_clients(s, act) : INDICATOR_NONE;
    if (of_client)
        return of_client;
    role = role == ROLE_CLIENT ? ROLE_NONE : role;
    if (role == ROLE_OFFICIAL && trained_before(s, n))
        return OFFICIALS_TRAINED;
    if (role == ROLE_OFFENDER && n->noun->indicator && !act)
        return n->noun->indicator; /* "defendants" */
    if (role == ROLE_OFFENDER || role == ROLE_OFFICIAL)
        return is_suspect_indicator(act) || act == OFFICIALS_TRAINED ? act : OTHER;
    if (act == OFFICIALS_TRAINED)
        return role == ROLE_VICTIM ? VICTIMS_ASSISTED : OFFICIALS_TRAINED;
    bool at_work = child || s->subject == CHILD_LABOUR;
    bool of_study = at_work || (n->estimated && s->survey); /* "a study found an estimated 28,000 students" */
    if ((act == MISSING_FOUND || act == VICTIMS_IDENTIFIED) && on && of_study && s->subject != MISSING_PERSONS &&
        role != ROLE_VICTIM && (size_of(n) >= SURVEY_SIZE || s->survey))
        return VICTIMS_ESTIMATED;
    if (act == MISSING_FOUND && n->act && n->act->table == IN_NOUNS && role != ROLE_VICTIM)
        return OTHER;         /* "the bodies of 14 migrants" */
    if (act == MISSING_FOUND) /* of a text that is not about missing people */
        return on || role == ROLE_VICTIM ? VICTIMS_IDENTIFIED : OTHER;
    if (role == ROLE_MISSING)
        return MISSING;
    if (is_suspect_indicator(act) && suffered_crime(s, n, act))
        return VICTIMS;
    bool joins = role == ROLE_VICTIM && n->act && n->act->table == IN_NOUNS && n->method && n->method[0] == 's';
    if (is_suspect_indicator(act) && !(n->linked && role != ROLE_NONE) && !on_behalf_of(s, n, act) && !joins)
        return act; /* not "12 victims took part in investigations" */
    if (n->act && n->act->table == IN_VERBS && n->act->age == CHILD && child && size_of(n) >= SURVEY_SIZE)
        return VICTIMS_ESTIMATED; /* "more than one million children work on cocoa plantations" */
    if (role == ROLE_NONE && child && on && !is_of_all_children(s, n) &&
        (s->subject == CHILD_LABOUR || s->carried->heading_subject == CHILD_LABOUR))
        role = ROLE_CHILD_WORKER;
    if (n->linked && s->subject == MISSING_PERSONS)
        return MISSING;
    if (n->linked && s->subject == TRAFFICKING && role == ROLE_NONE)
        return size_of(n) >= SURVEY_SIZE ? VICTIMS_ESTIMATED : VICTIMS;
    if (role == ROLE_NONE && !is_acted(n) && are_victims(s, n))
        return size_of(n) >= MODEL_SIZE || n->estimated || s->survey ? VICTIMS_ESTIMATED : VICTIMS;
    if (role == ROLE_VICTIM || role == ROLE_CHILD_WORKER || exploited_here(s, n))
        return of_exploited(s, n, act, role);
    return of_others(s, n, act);
}
