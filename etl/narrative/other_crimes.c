/* What courts and police did about crimes of which nothing is counted here: rape, murder, the abuse of children. */
#include "etl/narrative/attach.h"
#include "etl/narrative/stories.h"

enum { CRIME_REACH = 3 }; /* items */

/* "sentenced one trafficker for rape" */
static bool names_captors(const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++)
        if (noun_at(s, i) && noun_at(s, i)->role == ROLE_OFFENDER && plays(s, i, R_CAPTORS))
            return true;
    return false;
}

static bool is_other_crime(const struct sentence *s, size_t i)
{
    return plays(s, i, R_OTHER_CRIME) || (topic_at(s, i) && topic_at(s, i)->subject == OFF_SUBJECT);
}

/* "was convicted of rape", "to four years in prison for premeditated murder" */
static bool says_for_what(const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *before = i > 0 ? verb_at(s, i - 1) : NULL, *who = i > 0 ? noun_at(s, i - 1) : NULL;
        bool judged = (before && is_suspect_indicator(before->indicator)) || (who && who->kind == NOUN_PERSON);
        bool of = judged && (role_at(s, i) == R_OF || is_preposition(role_at(s, i))); /* "convicted officials of" */
        for (size_t j = i + 1; (role_at(s, i) == R_FOR || of) && j <= i + CRIME_REACH; j++)
            if (is_other_crime(s, j))
                return true;
    }
    return false;
}

/* Does a word tell of people sold, held or exploited? */
static bool tells_of_victims(const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *verb = verb_at(s, i), *noun = noun_at(s, i), *topic = topic_at(s, i);
        if ((verb && verb->indicator >= VICTIMS && verb->indicator <= VICTIMS_ESTIMATED) ||
            (noun && noun->role == ROLE_MISSING) || (topic && (topic->form || topic->hint)))
            return true;
    }
    return false;
}

bool is_for_other_crime(const struct sentence *s)
{
    if ((s->own_subject && s->subject != OFF_SUBJECT) || names_captors(s))
        return false;
    bool off = s->own_subject || !is_news(s); /* news of trafficking may go on with the rapes of the same suspects */
    if (off && says_for_what(s))
        return true;
    return !is_news(s) && sentence_plays(s, 0, s->n_items, R_OTHER_CRIME) && !tells_of_victims(s);
}
