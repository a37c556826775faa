/* Lengths of time and sums of money: which are captivity, sentences or funding, and which a law sets. */
#include "etl/narrative/attach.h"

enum { OPERATING_REACH = 3, ASKED_REACH = 2 }; /* items */

/* "are subjected to": a participle behind a present form of "be" tells no event. */
static bool is_present_passive(const struct sentence *s, size_t i)
{
    for (size_t j = i; j-- > 0 && i - j <= 3;)
        if (role_at(s, j) == R_BE)
            return s->items[j].grammar->value == 0 && is_passive(s, i) && !(j > 0 && role_at(s, j - 1) == R_HAVE);
    return false;
}

/* "was changed to", "was reduced to": a passive of a verb that no table has. */
static bool passed_on(const struct sentence *s, size_t first, size_t last)
{
    for (size_t i = first; i + 1 < last; i++) {
        size_t verb = i + 1;
        while (role_at(s, verb) == R_ADVERB || is_manner_adverb(s, verb))
            verb++;
        if (role_at(s, i) == R_BE && is_unknown_past(s, verb))
            return true;
    }
    return false;
}

/* Do words of law stand on the number's side of "although" and the like? A list of penalties goes on over semicolons.
 */
static bool law_speaks(const struct sentence *s, const struct number *n)
{
    if (!s->law)
        return false;
    for (size_t i = n->item; i-- > 0 && role_at(s, i) != R_SUBORDINATOR;)
        if (role_at(s, i) == R_LAW)
            return true;
    for (size_t i = n->item + 1u; i < s->n_items && role_at(s, i) != R_SUBORDINATOR; i++)
        if (role_at(s, i) == R_LAW)
            return true;
    return false;
}

/* "could be sentenced to 12 years", "12 years may be imposed"; not "sentenced five men to 12 years and ruled that the
 * state should apologize" */
static bool only_possible(const struct sentence *s, const struct number *n, size_t first, size_t last)
{
    if (sentence_has(s, first, n->item, R_MODAL))
        return true;
    for (size_t i = n->item + 1u; i < last && role_at(s, i) != R_AND && s->items[i].kind != ITEM_MARK; i++)
        if (role_at(s, i) == R_MODAL)
            return true;
    return false;
}

/* Did a court give it? A verb of sentencing in the past, and no words of a statute around. */
static bool handed_down(const struct sentence *s, const struct number *n)
{
    size_t first, last;
    clause_around(s, n->item, &first, &last);
    bool statute = sentence_has(s, first, last, R_STATUTE);
    if (law_speaks(s, n) || only_possible(s, n, first, last))
        return false;
    size_t near = n->item > first + ASKED_REACH ? n->item - (size_t)ASKED_REACH : first;
    if (sentence_plays(s, near, n->item, R_TARGET)) /* "prosecutors requested 15-year sentences" */
        return false;
    bool past = false;
    for (size_t i = first; i + 1 < n->item; i++) /* "the penalties increased to 16 to 20 years" */
        if (noun_at(s, i) && noun_at(s, i)->indicator == SENTENCES && noun_at(s, i)->unit == CASES &&
            verb_at(s, i + 1) && verb_at(s, i + 1)->kind == COUNTS_NEITHER)
            return false;
    for (size_t i = first; i < last; i++)
        past = past || (role_at(s, i) == R_BETWEEN && s->items[i].grammar->value > 0) ||
               (verb_at(s, i) && (verb_at(s, i)->verb_forms & FORM_PAST) && !is_present_passive(s, i));
    bool handed = past || passed_on(s, first, n->item);
    for (size_t i = first; i < last; i++) /* "was given five years" */
        past = past || (role_at(s, i) == R_BE && s->items[i].grammar->value > 0);
    for (size_t i = first; i < last; i++) {
        const struct term *verb = verb_at(s, i), *noun = noun_at(s, i);
        bool aside = i > first && mark_at(s, i - 1, ','); /* "ruled on three cases, sentencing three persons to" */
        if (verb && (verb->indicator == SENTENCES || (verb->indicator == CONVICTIONS && !statute)) &&
            ((verb->verb_forms & FORM_PAST) || (aside && past && verb->verb_forms & FORM_GERUND)) &&
            !is_present_passive(s, i))
            return true;
        if (handed && !statute && noun && noun->indicator == SENTENCES && i > n->item && i <= n->item + 4u)
            return true; /* "received a seven-year sentence" */
        if (statute || !past)
            continue;
        if (noun && noun->indicator == SENTENCES && (i < n->item || sentence_has(s, first, last, R_PRISON)))
            return true;
        bool told =
            verb && ((verb->verb_forms & FORM_PAST) || ((verb->verb_forms & FORM_PARTICIPLE) && is_passive(s, i)));
        bool prison = plays(s, (size_t)n->head_last + 1, R_TERM) || sentence_has(s, first, last, R_PRISON);
        if (told && prison && !verb->indicator)
            return true; /* "got", "was given" */
    }
    return false;
}

/* "jailed two men for seven years": the nearest verb before is one of sentencing. */
static bool jailed_before(const struct sentence *s, size_t i)
{
    while (i-- > 0)
        if (verb_at(s, i))
            return verb_at(s, i)->indicator == SENTENCES || verb_at(s, i)->indicator == CONVICTIONS;
        else if (is_word(s, i) && !s->items[i].capital && str_ends(item_text(s, i), "ing"))
            return false; /* "for raping her for more than five years" */
    return false;
}

/* "to 12 years", "of five years", "ranging from 2 to 5 years": what stands before the length of a sentence. */
static bool leads_to_term(const struct sentence *s, const struct number *n)
{
    size_t i = phrase_from(s, n->item);
    uint8_t before = i ? s->items[i - 1].role : (uint8_t)R_NONE;
    return before == R_TO || before == R_OF || before == R_BETWEEN || before == R_FROM || before == R_AND ||
           before == R_OR || before == R_BE || (before == R_FOR && jailed_before(s, i)) ||
           (i && verb_at(s, i - 1) && verb_at(s, i - 1)->indicator == SENTENCES) || /* "ordered to serve 87 months" */
           (i && (mark_at(s, i - 1, ',') || (noun_at(s, i - 1) && noun_at(s, i - 1)->indicator == SENTENCES)));
}

static bool prison_after(const struct sentence *s, const struct number *n)
{
    if (n->head > 0 && mark_at(s, (size_t)n->head - 1, '-') && plays(s, (size_t)n->head + 1, R_TERM))
        return true; /* "was given a four-year term" */
    for (size_t i = n->item + 1u; i < s->n_items && i <= n->item + 8u; i++) {
        const struct term *verb = verb_at(s, i + 1);
        if (role_at(s, i) == R_BE && verb && (verb->indicator == SENTENCES || verb->indicator == CONVICTIONS))
            break; /* "who kept a man for 24 years were jailed" */
        if (role_at(s, i) == R_PRISON || (noun_at(s, i) && noun_at(s, i)->indicator == SENTENCES))
            return true;
        if (mark_at(s, i, ';'))
            return false;
    }
    if (!leads_to_term(s, n))
        return false;
    for (size_t i = n->item; i-- > 0 && n->item - i < 16u;) {
        const struct term *verb = verb_at(s, i), *noun = noun_at(s, i);
        if ((verb && verb->indicator == SENTENCES) || (noun && noun->indicator == SENTENCES) ||
            role_at(s, i) == R_PRISON)
            return true;
        if (mark_at(s, i, ';'))
            return false;
    }
    return false;
}

/* "his accomplices got four years each" behind a sentence handed down. */
static bool got_term(const struct sentence *s, const struct number *n)
{
    bool sentenced = false;
    for (size_t i = 0; i < s->n_items; i++) /* "Perez received 25 years, while his brother was sentenced to 20" */
        sentenced = sentenced ||
                    (verb_at(s, i) && verb_at(s, i)->indicator == SENTENCES && (verb_at(s, i)->verb_forms & FORM_PAST));
    for (size_t k = s->carried->recent_of_block; k < s->carried->n_recent; k++)
        sentenced = sentenced || s->carried->recent[k].indicator == SENTENCE_TERM;
    if (!sentenced || s->law)
        return false;
    for (size_t i = n->item; i-- > 0 && n->item - i <= 3u;)
        if (verb_at(s, i))
            return !verb_at(s, i)->indicator && (verb_at(s, i)->verb_forms & FORM_PAST);
    return false;
}

/* "The nine suspects, five of them women, have been remanded for 14 days" */
static bool are_suspects(const struct sentence *s, size_t verb)
{
    while (verb-- > 0 && !ends_clause(s, verb))
        if (noun_at(s, verb) && noun_at(s, verb)->kind == NOUN_PERSON && noun_at(s, verb)->role == ROLE_OFFENDER)
            return true;
    return false;
}

/* "she had lived with the family for 40 years": in a story of trafficking the time there is time held. */
static bool lived_there(const struct sentence *s, size_t first, size_t last)
{
    bool person = false, stay = false;
    for (size_t i = first; i < last; i++) {
        const struct term *verb = verb_at(s, i);
        person = person || (s->items[i].role == R_PRONOUN && s->items[i].grammar->value > 0) ||
                 (noun_at(s, i) && noun_at(s, i)->kind == NOUN_PERSON && noun_at(s, i)->role == ROLE_VICTIM);
        stay = stay || (verb && verb->kind == COUNTS_SUBJECT && !verb->indicator) || str_is(item_text(s, i), "there");
    }
    return person && stay;
}

/* "she spent ten months in prison without trial": no sentence. */
static bool is_time_spent(const struct sentence *s, const struct number *n)
{
    size_t i = phrase_from(s, n->item);
    return i > 0 && role_at(s, i - 1) == R_SPAN && s->items[i - 1].grammar->value > 0;
}

/* "Penalties related to child labor range from a fine to one year", "with penalties including up to three years", "led
 * to fines or up to 15 days' arrest": the penalties themselves are spoken of, not who got them. */
static bool is_set_by_law(const struct sentence *s, const struct number *n)
{
    size_t first, last;
    clause_around(s, n->item, &first, &last);
    bool ranges = changes_before(s, n->item, R_TO), bounded = false; /* "penalties were increased to 10 years" */
    for (size_t i = n->item; i-- > first;) {
        const struct term *verb = verb_at(s, i), *noun = noun_at(s, i);
        if (verb && verb->indicator)
            return false;
        ranges =
            ranges || role_at(s, i) == R_INCLUDING || (role_at(s, i) == R_BETWEEN && s->items[i].grammar->value <= 0);
        bounded = bounded || (role_at(s, i) == R_OR && n->qualifier == AT_MOST);
        if ((ranges || bounded) && noun && noun->indicator == SENTENCES && noun->unit == CASES)
            return bounded || !(i > first && verb_at(s, i - 1));
    }
    return false;
}

void attach_duration(const struct sentence *s, struct number *n)
{
    size_t first, last;
    n->unit = n->duration ? n->duration : n->noun->unit;
    clause_around(s, n->item, &first, &last);
    if (prison_after(s, n)) {
        if (handed_down(s, n) && !is_time_spent(s, n) && !is_set_by_law(s, n))
            n->indicator = is_for_other_crime(s) ? OTHER : SENTENCE_TERM;
        else
            n->why_not = "a penalty that the law sets, or no sentence";
        return;
    }
    if (got_term(s, n)) {
        n->indicator = SENTENCE_TERM;
        return;
    }
    size_t next = (size_t)n->phrase_last + 1;
    bool captive = sentence_has(s, first, last, R_CAPTIVITY);
    for (size_t i = first; i < last && !captive; i++)
        captive = (topic_at(s, i) && topic_at(s, i)->form) ||
                  (verb_at(s, i) &&
                   ((verb_at(s, i)->indicator == VICTIMS && !topic_at(s, i)) || verb_at(s, i)->indicator == MISSING ||
                    (verb_at(s, i)->indicator == ARRESTS && s->subject != OFF_SUBJECT && is_passive(s, i) &&
                     !are_suspects(s, i))));
    bool span =
        role_at(s, next) == R_UNDATED || role_at(s, next + 1) == R_CAPTIVITY || role_at(s, next) == R_CAPTIVITY ||
        (n->item > 0 && (role_at(s, n->item - 1u) == R_FOR || role_at(s, n->item - 1u) == R_CAPTIVITY)) ||
        sentence_has(s, first, n->item, R_CAPTIVITY) ||
        (role_at(s, next) == R_OF && topic_at(s, next + 1) && topic_at(s, next + 1)->form); /* "of forced labour" */
    for (size_t i = n->item; i-- > first && n->item - i <= 3u;)
        span = span || role_at(s, i) == R_FOR || role_at(s, i) == R_CAPTIVITY || role_at(s, i) == R_SPAN;
    size_t near = n->item > first + OPERATING_REACH ? n->item - (size_t)OPERATING_REACH : first;
    captive = captive && !sentence_plays(s, near, n->item, R_OPERATING) && /* "the network had been operating for" */
              !sentence_plays(s, first, n->item, R_SEEKING); /* "has been searching for her son for seven years" */
    captive = captive || (s->subject == TRAFFICKING && lived_there(s, first, n->item));
    bool allowed =
        n->qualifier == AT_MOST && sentence_has(s, 0, s->n_items, R_STATUTE); /* "be held for up to" by law */
    if (captive && span && !allowed && !s->law && !sentence_has(s, first, last, R_MODAL))
        n->indicator = CAPTIVITY_DURATION;
    else
        n->why_not = "a length of time of something else";
}

/* "two sisters were sold for 3,000 dollars each" */
static bool is_price_of_person(const struct sentence *s, const struct number *n, size_t first)
{
    bool priced = false;
    for (size_t i = n->item; i-- > first && !mark_at(s, i, ',') && role_at(s, i) != R_AND;) {
        priced = priced || role_at(s, i) == R_FOR;
        if (verb_at(s, i))
            return priced && verb_at(s, i)->indicator == VICTIMS;
    }
    return false;
}

void attach_money(const struct sentence *s, struct number *n)
{
    size_t first, last;
    const struct number *same = n > s->numbers && n->item >= 2 && mark_at(s, n->item - 2u, '(') ? n - 1 : NULL;
    if (same && same->currency.n && same->why_not) {
        n->why_not = same->why_not; /* "36 million pounds ($45.7 million)" */
        return;
    }
    clause_around(s, n->item, &first, &last);
    if (is_price_of_person(s, n, first)) {
        n->why_not = "what a person was sold for";
        return;
    }
    bool fine = false;
    for (size_t i = first; i < last; i++)
        fine = fine || (noun_at(s, i) && noun_at(s, i)->indicator == SENTENCES) ||
               (verb_at(s, i) && verb_at(s, i)->indicator == SENTENCES);
    bool told = false; /* a verb in the past: somebody was fined */
    for (size_t i = first; i < last; i++)
        told = told || (verb_at(s, i) && (verb_at(s, i)->verb_forms & FORM_PAST) && !is_present_passive(s, i));
    for (size_t i = first; i < last && !told; i++)
        told = role_at(s, i) == R_BE && s->items[i].grammar->value > 0;
    if (law_speaks(s, n) || (fine && !told) ||
        (fine && (sentence_has(s, first, last, R_MODAL) || sentence_has(s, first, last, R_STATUTE))))
        n->why_not = "a sum that the law sets";
    else
        n->indicator = FUNDING;
}
