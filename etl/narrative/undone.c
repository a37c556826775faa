/* What a verb says was not done: "11 were not prosecuted", "failed to convict 30 traffickers". */
#include "etl/narrative/attach.h"

enum { SERVICE_REACH = 3 }; /* items: "did not provide shelter services to" */

/* The first of the verbs that are joined as "investigate, prosecute, or convict" and end at item i. */
static size_t first_joined(const struct sentence *s, size_t i)
{
    for (size_t j = i; j > 1; i = j) {
        j--;
        j -= j > 0 && (role_at(s, j) == R_OR || role_at(s, j) == R_AND);
        j -= j > 0 && mark_at(s, j, ',');
        const struct term *verb = j + 1 < i ? verb_at(s, j) : NULL;
        if (!verb || !(verb->verb_forms & FORM_BASE))
            return i;
    }
    return i;
}

/* Is the verb at item i denied by the words before it? */
static bool is_denied(const struct sentence *s, size_t i)
{
    i = first_joined(s, i);
    while (i > 0 && !plays(s, i - 1, R_FAILS) && (role_at(s, i - 1) == R_ADVERB || role_at(s, i - 1) == R_TO))
        i--;
    if (i == 0)
        return false;
    bool fails = role_at(s, i) == R_TO && plays(s, i - 1, R_FAILS);
    return fails || role_at(s, i - 1) == R_NEGATION || plays(s, i - 1, R_WITHOUT);
}

/* The verb before the process noun at item i ("provide" of "services"), i when there is none. */
static size_t verb_of_process(const struct sentence *s, size_t i)
{
    for (size_t j = i; j-- > 0 && i - j <= SERVICE_REACH;)
        if (verb_at(s, j))
            return j;
    return i;
}

bool is_undone(const struct sentence *s, const struct number *n)
{
    if (!n->act || n->verb < 0 || n->zero_word || n->act->indicator == MISSING || n->act->indicator == MISSING_FOUND ||
        n->act->indicator == OTHER)
        return false;
    if (n->verb > (int)n->item)
        return n->act->table == IN_VERBS && n->negated;
    size_t verb = (size_t)n->verb;
    bool process = n->act->table == IN_NOUNS, to = process && role_at(s, verb + 1) == R_TO; /* "services to 20" */
    if (!only_frame(s, verb + 1 + to, n->item))
        return false; /* "did not identify any victims (one in 2017)" */
    return is_denied(s, process ? verb_of_process(s, verb) : verb);
}
