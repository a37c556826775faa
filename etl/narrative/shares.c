/* Numbers without a noun of their own: parts, comparisons, lists, labels, brackets, bare objects. */
#include "etl/narrative/clauses.h"
#include "etl/narrative/ellipsis.h"

/* Why the nearest number before is no figure, when it counts something else; NULL otherwise. */
static const char *why_number_before(const struct sentence *s, size_t i)
{
    while (i-- > 0) {
        if (s->items[i].kind != ITEM_NUMBER)
            continue;
        const char *why = s->numbers[s->items[i].index].why_not;
        return why && why[0] == 'c' ? why : NULL;
    }
    return NULL;
}

/* "children who were 16": a bare number behind a form of "be". */
static bool is_predicate(const struct sentence *s, size_t item)
{
    size_t i = qualified_from(s, item);
    return i > 0 && role_at(s, i - 1) == R_BE;
}

/* Does another bare number follow behind a comma or "and"? */
static bool lists_on(const struct sentence *s, size_t item)
{
    size_t i = item + 1;
    if (!mark_at(s, i, ',') && role_at(s, i) != R_AND)
        return false;
    i += mark_at(s, i, ',') && role_at(s, i + 1) == R_AND ? 2 : 1;
    return i < s->n_items && s->items[i].kind == ITEM_NUMBER && !noun_at(s, i + 1);
}

/* "investigated 64, prosecuted 19 and convicted 10, compared with 72, 21 and 11": the second list follows the first. */
static int parallel_total(const struct sentence *s, const struct number *n, int total)
{
    size_t k = (size_t)(n - s->numbers);
    bool list = total >= 0 && role_at(s, n->item - 1u) == R_COMPARED && lists_on(s, n->item);
    if (list) /* "compared with 64, 19 and 10" starts with the first of the list before */
        while (s->numbers[total].from >= 0 && s->numbers[total].from < NUMBERS_LIMIT && !s->numbers[total].linked)
            total = s->numbers[total].from;
    if (k == 0 || !coordinated(s, n->item))
        return total;
    const struct number *before = &s->numbers[k - 1];
    bool compared = before->method && before->why_not == NULL && before->from >= 0 && before->from < NUMBERS_LIMIT &&
                    before->head < 0 && n->item <= before->item + 3u;
    int next = before->from + 1;
    if (!compared || next >= (int)k - 1 || s->numbers[next].why_not || !s->numbers[next].act)
        return total;
    for (size_t i = s->numbers[next].item; i < before->item; i++)
        if (role_at(s, i) == R_COMPARED)
            return next;
    return total;
}

/* "had rescued 2,587.": an object without a noun; the verb alone says what it counts. */
static bool acts_alone(struct sentence *s, struct number *n)
{
    size_t next = n->item + 1u;
    const struct term *behind = verb_at(s, next);
    bool after_article = n->item > 0 && role_at(s, n->item - 1u) == R_DETERMINER;
    if (behind && after_article && (behind->verb_forms & FORM_PARTICIPLE) && behind->indicator &&
        behind->indicator != OTHER) {
        n->noun = &some_people;
        n->verb = (int)next; /* "among the 19 arrested" */
        n->act = behind;
        n->method = "verb_alone";
        return true;
    }
    struct governor left = look_left(s, n);
    bool closed = next >= s->n_items || s->items[next].kind == ITEM_MARK || s->items[next].kind == ITEM_DATE ||
                  role_at(s, next) == R_AND || role_at(s, next) == R_IN || role_at(s, next) == R_FOR ||
                  role_at(s, next) == R_FROM ||
                  (role_at(s, next) == R_TO && left.act && left.act->indicator == VICTIMS_REFERRED);
    uint8_t base = s->kind == BLOCK_HEADING ? FORM_BASE : 0; /* "Police smash trafficking ring, rescue 31" */
    bool telling = left.act && left.act->indicator &&
                   (left.act->verb_forms & (FORM_PAST | FORM_PARTICIPLE | FORM_GERUND | FORM_THIRD | base)) &&
                   left.act->indicator != OTHER && left.act->indicator != VICTIMS &&
                   left.act->indicator != MISSING_FOUND && left.act->indicator != VICTIMS_ESTIMATED;
    for (size_t i = left.item < 0 ? n->item : (size_t)left.item + 1; i < n->item; i++)
        telling = telling && role_at(s, i) != R_LABEL_BEFORE && /* "placed the number as high as 800,000" */
                  !plays(s, i, R_CHANGE);                       /* "helped increase enrollment from 800,000" */
    if (!closed || !telling || left.breakdown_of >= 0 || left.modal || left.item + 4 < (int)n->item)
        return false;
    n->verb = left.item;
    n->act = left.act;
    n->method = "verb_alone";
    return true;
}

/* "(17", "(including at least four" */
static bool opens_bracket(const struct sentence *s, size_t i)
{
    while (i > 0 && (item_term(&s->items[i - 1], IN_QUALIFIERS) || role_at(s, i - 1) == R_INCLUDING))
        i--;
    return i > 0 && mark_at(s, i - 1, '(');
}

/* "Dozens are still missing", "at least 58 unaccounted for" */
static bool tells_missing(const struct sentence *s, size_t i)
{
    i += role_at(s, i) == R_RELATIVE; /* "the 40,000 who went missing" */
    while (role_at(s, i) == R_BE || role_at(s, i) == R_HAVE || role_at(s, i) == R_ADVERB)
        i++;
    return verb_at(s, i) && verb_at(s, i)->indicator == MISSING && verb_at(s, i)->kind == COUNTS_SUBJECT;
}

/* "a decline in crimes involving children from 5,907": what the words from item i on name has changed. */
static bool change_in(struct sentence *s, struct number *n, size_t i)
{
    bool something = false;
    if (!head_from(s, n, i, &something) || n->head >= (int)n->item || n->noun->kind > NOUN_CASE ||
        n->noun->role == ROLE_OFFICIAL) {
        n->head = -1;
        n->noun = NULL;
        return false;
    }
    n->phrase_last = n->item;
    n->method = "change";
    return true;
}

/* "did not convict any traffickers, compared with 12": what was done to those of the noun at item i. */
static void take_verb_of(const struct sentence *s, struct number *n, size_t i)
{
    while (i > 0 && (role_at(s, i - 1) == R_DETERMINER || word_describes(s, i - 1)))
        i--;
    const struct term *verb = i > 0 ? verb_at(s, i - 1) : NULL;
    if (!verb || !verb->indicator || verb->kind != COUNTS_OBJECT || is_passive(s, i - 1))
        return;
    n->act = verb;
    n->verb = (int)i - 1;
}

/* "Referrals increased by 48% to 3,137", "known victims rose from 48,000": what changed is what is counted. */
static bool subject_of_change(struct sentence *s, struct number *n)
{
    size_t i = n->item, verb = 0;
    i = qualified_from(s, i);
    uint8_t before = i ? role_at(s, i - 1) : (uint8_t)R_NONE;
    if (before != R_TO && before != R_FROM && before != R_COMPARED)
        return false;
    while (i-- > 0 && !verb && !ends_clause(s, i))
        if (plays(s, i, R_CHANGE) && role_at(s, i + 1) == R_IN)
            return change_in(s, n, i + 2);
        else if ((verb_at(s, i) && verb_at(s, i)->kind == COUNTS_NEITHER) || plays(s, i, R_CHANGE) ||
                 (role_at(s, i) == R_COMPARED && s->items[i].last == s->items[i].first + 2))
            verb = i;
    for (size_t j = verb; verb && j-- > 0 && !ends_clause(s, j) && s->items[j].kind != ITEM_NUMBER;) {
        const struct term *noun = noun_at(s, j);
        if (!noun || (noun->kind != NOUN_PERSON && noun->kind != NOUN_CASE) || noun->role == ROLE_OFFICIAL)
            continue;
        bool changed = plays(s, verb, R_CHANGE) || role_at(s, verb) == R_COMPARED;
        bool penalty = noun->indicator == SENTENCES || (noun->indicator == CONVICTIONS && !changed);
        if (penalty || (j > 0 && (is_preposition(role_at(s, j - 1)) || noun_at(s, j - 1))))
            continue; /* "Referrals for minor victims" */
        n->head = n->head_last = (int)j;
        n->noun = noun;
        n->phrase_last = n->item;
        n->method = "change";
        if (before == R_COMPARED)
            take_verb_of(s, n, j);
        return true;
    }
    return false;
}

const struct term missing_people = {
    .table = IN_NOUNS, .kind = NOUN_PERSON, .role = ROLE_MISSING, .unit = PERSONS, .subject = MISSING_PERSONS
};

/* "five victims of forced labor; 21 were female": more cannot be a part of fewer, so it is of what was counted before
 * them; `total` when nothing was. */
static int large_enough(const struct sentence *s, const struct number *n, int total)
{
    size_t next = n->item + 1u;
    if (role_at(s, next) != R_BE || s->numbers[total].qualifier != EXACT)
        return total;
    for (int k = 0; k < total && s->numbers[total].low < n->low; k++) {
        const struct number *t = &s->numbers[k];
        if (t->noun == s->numbers[total].noun && !t->why_not && t->from < 0 && t->low >= n->low)
            return k;
    }
    return total;
}

/* "42 were female, up from 27 in 2019, while 11 were male": behind the comparison the first count is meant again. */
static int over_comparison(const struct sentence *s, const struct number *n, int total)
{
    const struct number *t = &s->numbers[total];
    size_t i = qualified_from(s, t->item);
    if (t->from < 0 || t->from >= NUMBERS_LIMIT || i == 0 || role_at(s, i - 1) != R_COMPARED)
        return total;
    for (size_t j = t->item + 1u; j < n->item; j++)
        if (role_at(s, j) == R_SUBORDINATOR || mark_at(s, j, ';'))
            return t->from;
    return total;
}

/* The number of this sentence whose noun and verb n shares, -1 when there is none. */
static int total_of(const struct sentence *s, const struct number *n, bool of_them)
{
    int total = number_before(s, n->item);
    if (total < 0)
        return total;
    const struct number *t = &s->numbers[total];
    if (of_them && (t->currency.n || t->duration || (t->noun && t->noun->kind == NOUN_DURATION)))
        return -1; /* "given five years in prison. He took 16 of them" */
    if (opens_bracket(s, n->item) && topic_at(s, n->item + 1u))
        return nearest_number(s, n->item); /* "compared with 25 convictions in 2018 (17 sex trafficking ...)" */
    return large_enough(s, n, over_comparison(s, n, total));
}

/* "527 of whom", "527, of whom" */
static bool is_counted_on(const struct sentence *s, size_t next)
{
    return role_at(s, next) == R_OF_THEM || (mark_at(s, next, ',') && role_at(s, next + 1) == R_OF_THEM);
}

/* Do the words say that the number is a part of what was told before? */
static bool is_part(const struct sentence *s, const struct number *n, size_t next, bool of_them)
{
    bool definite = n->item == 1 && role_at(s, 0) == R_DETERMINER;
    bool remaining = n->item == 2 && role_at(s, 0) == R_DETERMINER && role_at(s, 1) == R_TOTAL;
    bool attribute = n->item > 1 && role_at(s, n->item - 1u) == R_OF && role_at(s, next) == R_BE;
    bool among =
        role_at(s, 0) == R_INCLUDING && (n->item <= 1u + mark_at(s, 1, ',') || /* "Among them, 36 were girls" */
                                         (n->item == 3 && verb_at(s, 1) && mark_at(s, 2, ',')));
    return of_them || among || is_counted_on(s, next) || definite || remaining || /* "The remaining 6,462" */
           attribute ||                                                           /* "the sex of 13 was not recorded" */
           role_at(s, 0) == R_OF_THEM || (role_at(s, 0) == R_OF && role_at(s, 1) == R_DETERMINER && n->item == 2) ||
           (role_at(s, 0) == R_OF && role_at(s, 1) == R_ANAPHOR);
}

/* "a pool of approximately 550 covered factories": a participle before what is counted, no verb of those before. */
static bool describes_things(const struct sentence *s, const struct number *n, size_t next)
{
    size_t from = phrase_from(s, n->item);
    bool object = from > 0 && (role_at(s, from - 1) == R_OF || is_preposition(role_at(s, from - 1)));
    const struct term *thing = noun_at(s, next + 1);
    return object && verb_at(s, next) && (s->items[next].verb->verb_forms & FORM_PARTICIPLE) &&
           (unknown_plural(s, next + 1) || (thing && thing->kind == NOUN_THING));
}

/* Does what stands behind the number leave room for a noun told before, and not for one of its own? */
static bool is_open(const struct sentence *s, const struct number *n, size_t next, int total)
{
    if (describes_things(s, n, next))
        return false;
    if (gone_missing(s, next) || tells_missing(s, next) || is_unknown_past(s, next) ||
        (n->item > 0 && role_at(s, n->item - 1u) == R_OF_THEM))
        return true;
    if (next >= s->n_items || s->items[next].kind == ITEM_DATE || s->items[next].kind == ITEM_MARK ||
        role_at(s, next) != R_NONE || verb_at(s, next))
        return true;
    return total >= 0 && topic_at(s, next) && /* "25 convictions (17 sex trafficking" */
           (coordinated(s, n->item) || opens_bracket(s, n->item));
}

/* Takes the total of this sentence or an earlier one, the verb alone, or the subject of a change. */
static void take_share(struct sentence *s, struct number *n, size_t next, int total, bool of_them)
{
    uint8_t role = role_at(s, next);
    bool goes_on = role == R_BE || role == R_HAVE || verb_at(s, next) || is_unknown_past(s, next);
    total = parallel_total(s, n, total);
    if (total >= 0)
        n->from = total;
    else if (acts_alone(s, n))
        return;
    else if ((s->carried->has_total && opens_sentence(s, n->item) && goes_on) ||
             (s->carried->total_told && is_part(s, n, next, of_them)))
        n->from = NUMBERS_LIMIT; /* the total of an earlier sentence */
    else if (subject_of_change(s, n))
        return;
    else if (gone_missing(s, next) || tells_missing(s, next))
        n->noun = &missing_people; /* "There are still 72 missing" */
    else
        n->why_not = "nothing that is counted stands with it";
    n->method = "elided";
}

/* "One was sentenced to nine years, the other to four": a length behind the same preposition as the one before. */
static bool share_length(const struct sentence *s, struct number *n, size_t next)
{
    const struct number *m = n;
    while (m > s->numbers && (m == n || !m->noun || m->noun->kind != NOUN_DURATION))
        m--;
    size_t i = phrase_from(s, n->item), j = phrase_from(s, m->item);
    bool closed = next >= s->n_items || s->items[next].kind == ITEM_MARK || role_at(s, next) == R_AND;
    bool same = i > 0 && j > 0 && role_at(s, i - 1) == role_at(s, j - 1) &&
                (role_at(s, i - 1) == R_TO || role_at(s, i - 1) == R_FOR);
    if (!same || !closed || m == n || !m->noun || m->noun->kind != NOUN_DURATION)
        return false;
    n->noun = m->noun;
    n->act = m->act;
    n->verb = m->verb;
    n->method = "elided";
    return true;
}

/* "bringing the death toll to 40" counts none of those told of before; "43 children in 12 of them" counts places. */
static bool counts_others(const struct sentence *s, const struct number *n, bool of_them, int total)
{
    size_t from = phrase_from(s, n->item);
    bool people = total >= 0 && s->numbers[total].noun && s->numbers[total].noun->kind == NOUN_PERSON;
    if (of_them && people && from > 0 && role_at(s, from - 1) == R_IN)
        return true;
    for (size_t i = from; i-- > 0 && !ends_clause(s, i) && s->items[i].kind != ITEM_NUMBER;)
        if (plays(s, i, R_DEATH_TOLL))
            return true;
    return false;
}

void share_number(struct sentence *s, struct number *n, bool of_them)
{
    int total = total_of(s, n, of_them);
    if (counts_others(s, n, of_them, total)) {
        n->why_not = "counts something else";
        return;
    }
    if (!n->currency.n && !of_them && head_from_number_of(s, n) && (total < 0 || s->numbers[total].item < n->head))
        return;
    n->head = -1;
    n->noun = NULL;
    n->act = NULL;
    n->verb = -1;
    size_t next = n->phrase_last > (int)n->item && plays(s, (size_t)n->phrase_last, R_ONES) ? (size_t)n->phrase_last + 1
                                                                                            : n->item + 1u;
    while (next < s->n_items && (is_manner_adverb(s, next) || plays(s, next, R_FURTHER)))
        next++;
    if (in_bracket(s, n, next)) {
        share_bracket(s, n, total);
        return;
    }
    if (share_label(s, n, total) || subject_counts(s, n) || subject_totals(s, n) || believed_number(s, n) ||
        share_length(s, n, next))
        return;
    bool none_then = n->zero_word && n->item > 2 && opens_bracket(s, n->item - 2u); /* "(there was none in 2019)" */
    if (is_predicate(s, n->item) && !is_counted_on(s, next) && !none_then) {
        n->why_not = "says what something is, such as an age";
        return;
    }
    if (n->qualifier == AT_MOST && n->high <= 21 && !counts_thing(s, n->item + 1u)) {
        n->why_not = "age"; /* "48 of them under 18" */
        return;
    }
    if (total < 0 && (opening_group(s, n) || included_group(s, n)))
        return;
    if (!of_them && !is_open(s, n, next, total)) {
        n->why_not = "counts something else";
        return;
    }
    const char *before_why = why_number_before(s, n->item);
    if (before_why && total < 0 && !gone_missing(s, next)) {
        n->why_not = before_why;
        return;
    }
    take_share(s, n, next, total, of_them);
}

void share_of_the(const struct sentence *s, struct number *n)
{
    int total = number_before(s, n->item);
    const struct carried *c = s->carried; /* a press text tells of "48 of these crimes" in a paragraph of its own */
    bool again = c->total_told && !s->document->period_start.year && n->low < c->total.low &&
                 (c->total.noun == n->noun || (n->noun && n->noun->kind == NOUN_CASE));
    const struct number *t = total >= 0 ? &s->numbers[total] : c->has_total || again ? &c->total : NULL;
    if (!t || !t->noun || !n->noun || t->noun->kind != n->noun->kind ||
        (n->noun->age == CHILD && t->noun->age != CHILD))
        return;
    n->from = total >= 0 ? total : NUMBERS_LIMIT;
    n->method = "part";
}
