/* Counts that share the noun or verb of the one behind them: "six forced labor and 10 sex trafficking cases". */
#include "etl/narrative/ellipsis.h"

enum { DESCRIBED = 3 }; /* items */

static bool counts_persons(const struct number *n)
{
    return !n->why_not && n->from < 0 && n->noun && n->noun->kind == NOUN_PERSON;
}

/* The item behind "forced labor" and other words that describe those counted from item i on; i when no form is named.
 */
static size_t behind_description(const struct sentence *s, size_t i)
{
    size_t first = i;
    bool form = false;
    for (size_t end = i + DESCRIBED; i < end && !noun_at(s, i) && (topic_at(s, i) || word_describes(s, i)); i++)
        form = form || (topic_at(s, i) && topic_at(s, i)->form);
    return form ? i : first;
}

/* "against seven and 12 persons", "six forced labor and 10 sex trafficking cases": the noun behind the second number is
 * that of both. */
static void take_noun_behind(const struct sentence *s, struct number *n, const struct number *m)
{
    bool open = n->why_not && (n->why_not[0] == 'n' || n->why_not[0] == 'c') && !n->zero_word && !n->currency.n;
    size_t and = behind_description(s, n->item + 1u), next = and;
    bool described = and > n->item + 1u, compared = described && m->method && m->method[0] == 'c';
    next += described && mark_at(s, next, ',');
    next += role_at(s, next) == R_AND;
    bool joined = next > and&&(described ? phrase_from(s, m->item) : m->item) == next;
    bool counted = !m->why_not && (m->from < 0 || compared) && m->head >= 0 && m->noun &&
                   (described ? m->head > (int)m->item : m->head == (int)m->item + 1) &&
                   (m->noun->kind == NOUN_PERSON || m->noun->kind == NOUN_CASE) && n->end - n->start < 7;
    if (!open || !joined || !counted || (n->item > 0 && s->items[n->item - 1u].kind == ITEM_MARK))
        return;
    n->why_not = NULL;
    n->noun = m->noun;
    n->act = m->act;
    n->head = m->head;
    n->head_last = m->head_last;
    n->phrase_last = m->phrase_last;
    n->verb = m->verb;
    n->method = m->method;
    n->from = m->from;
}

/* The same noun, or both "cases" of whatever kind. */
static bool count_alike(const struct term *noun, const struct term *other)
{
    return noun == other || (noun && other && noun->kind == NOUN_CASE && other->kind == NOUN_CASE && !noun->indicator &&
                             !other->indicator);
}

/* "freed 412 victims and arrested 196 people, compared with 358 victims": with what counts the same. */
static void compare_alike(struct sentence *s, size_t k)
{
    struct number *n = &s->numbers[k];
    const struct number *before = k > 0 ? &s->numbers[k - 1] : NULL;
    bool listed = before && before->method && before->method[0] == 'c' && n->method && n->method[0] == 'b' &&
                  before->head >= 0 && coordinated(s, n->item) && n->item <= (size_t)before->phrase_last + 4;
    bool process = n->noun && (n->noun->kind == NOUN_CASE || n->noun->role == ROLE_OFFENDER);
    if (listed && process && n->from >= 0 && n->from < (int)k)
        n->method = "comparison"; /* "compared with 90 cases, 70 defendants, and 38 convictions" */
    bool comparison = n->method && n->method[0] == 'c' && n->from >= 0 && n->from < (int)k && n->noun && !n->why_not;
    if (!comparison || s->numbers[n->from].noun == n->noun)
        return;
    for (int j = 0; j < n->from; j++)
        if (!s->numbers[j].why_not && count_alike(s->numbers[j].noun, n->noun) && s->numbers[j].from < 0) {
            n->from = j;
            return;
        }
}

void coordinated_subjects(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++)
        compare_alike(s, k);
    for (size_t k = s->n_numbers; k-- > 1;) {
        struct number *n = &s->numbers[k - 1];
        const struct number *m = &s->numbers[k];
        take_noun_behind(s, n, m);
        bool bare = n->head < 0 && m->head < 0 && !n->why_not && !m->why_not && n->item + 2u == m->item;
        if (bare && role_at(s, n->item + 1u) == R_AND && !is_acted(n) && is_acted(m) && m->verb > (int)m->item) {
            n->act = m->act; /* "of whom 30 and 41, respectively, were prosecuted" */
            n->verb = m->verb;
        }
        bool parts = n->verb >= 0 && n->verb < (int)n->item && sentence_has(s, (size_t)n->verb, n->item, R_OF_THEM);
        bool free_one = !is_acted(n) || parts; /* "went missing, of whom 39 boys and 58 girls were" */
        if (!counts_persons(n) || !counts_persons(m) || !free_one)
            continue;
        size_t i = (size_t)n->phrase_last + 1;
        bool joined = mark_at(s, i, ',') || role_at(s, i) == R_AND;
        i += mark_at(s, i, ',') && role_at(s, i + 1) == R_AND ? 2 : 1;
        bool behind = m->act && m->act->indicator && m->verb > (int)m->item;
        uint8_t before = role_at(s, left_of(s, n)); /* "According to the two specialists, 39 persons were" */
        bool aside = before == R_TO || before == R_PREPOSITION;
        if (!joined || i != m->item || !behind || aside)
            continue;
        n->act = m->act;
        n->verb = m->verb;
        n->method = m->method;
    }
}
