/* Numbers that say how many their subject or label are, and parts that add up to the whole before them. */
#include <math.h>

#include "etl/narrative/ellipsis.h"
#include "etl/narrative/people.h"

enum { AGE_LIKE = 21, SUBJECT_REACH = 10, LEFT_REACH = 40, TOTALS = 2 }; /* grammar.csv: "be" of sums */

static bool is_people(const struct term *noun)
{
    return noun && noun->kind == NOUN_PERSON && noun->role != ROLE_OFFICIAL && noun->role != ROLE_ANAPHOR;
}

/* "233 (8.5%)": no age has a share. */
static bool has_share(const struct sentence *s, size_t i)
{
    if (!mark_at(s, i, '('))
        return false;
    for (i++; i < s->n_items && !mark_at(s, i, ')'); i++)
        if (mark_at(s, i, '%') || role_at(s, i) == R_MEASURE_AFTER)
            return true;
    return false;
}

/* The head of the subject that opens the clause before item `be`, without an article; -1 when it is not people. */
static int bare_subject(const struct sentence *s, size_t be)
{
    size_t first = be;
    while (first > 0 && !ends_clause(s, first - 1) && !mark_at(s, first - 1, '"') && !mark_at(s, first - 1, ','))
        first--;
    for (size_t i = first + (role_at(s, first) == R_AND); i < be; i++) {
        if (is_people(noun_at(s, i)))
            return (int)last_of_run(s, i);
        if (!word_describes(s, i) && !(verb_at(s, i) && modifies(s, i)))
            return -1;
    }
    return -1;
}

bool subject_counts(struct sentence *s, struct number *n)
{
    size_t i = qualified_from(s, n->item), next = n->item + 1u;
    bool share = has_share(s, next), closed = next >= s->n_items || s->items[next].kind == ITEM_MARK;
    bool be = i > 0 && role_at(s, i - 1) == R_BE, dash = i > 0 && (mark_at(s, i - 1, '-') || mark_at(s, i - 1, '_'));
    if (i < 2 || !closed || !(be || dash) || !isfinite(n->low) || !(share || (be && n->low > AGE_LIKE)))
        return false;
    int head = bare_subject(s, i - 1);
    if (head < 0 || head >= (int)i)
        return false;
    const struct term *noun = noun_at(s, (size_t)head);
    bool part = s->carried->has_total && noun->role != ROLE_VICTIM;
    if (!part && noun->role != ROLE_VICTIM)
        return false;
    n->head = n->head_last = head;
    n->noun = noun;
    n->from = part ? NUMBERS_LIMIT : -1;
    n->method = "predicate";
    return true;
}

bool believed_number(struct sentence *s, struct number *n)
{
    size_t from = phrase_from(s, n->item);
    from -= from > 0 && role_at(s, from - 1) == R_BETWEEN;
    size_t said = from ? from - 1 : 0;
    const struct term *estimated = said > 2 && role_at(s, said) == R_BE ? verb_at(s, said - 2) : NULL;
    bool to_be = estimated && estimated->indicator == VICTIMS_ESTIMATED && role_at(s, said - 1) == R_TO;
    said -= to_be ? 2 : 0;
    if (said < 2 || !(to_be || role_at(s, said) == R_BELIEVED) || !mark_at(s, said - 1, ','))
        return false;
    for (size_t i = said - 1; i-- > 0 && from - i <= SUBJECT_REACH && s->items[i].kind != ITEM_NUMBER;) {
        const struct term *topic = topic_at(s, i);
        bool gone = topic && topic->subject == MISSING_PERSONS;
        if (verb_at(s, i) && !gone)
            return false;
        if (!is_people(noun_at(s, i)) && !gone)
            continue;
        n->head = n->head_last = (int)i;
        n->noun = gone && !noun_at(s, i) ? &missing_people : noun_at(s, i);
        n->from = -1;
        n->method = "predicate";
        return true;
    }
    return false;
}

/* "Convictions by year: 2018: 12; 2019: 15": what the words before the first colon count, else the heading above. */
static bool take_heading(struct sentence *s, struct number *n)
{
    const struct term *noun = NULL, *act = NULL;
    size_t colon = 0;
    while (colon < n->item && !mark_at(s, colon, ':'))
        colon++;
    for (size_t i = 0; i < colon; i++) {
        const struct term *here = noun_at(s, i), *verb = verb_at(s, i);
        noun = !noun && (is_people(here) || (here && here->kind == NOUN_CASE)) ? here : noun;
        act = verb && verb->indicator && (verb->verb_forms & FORM_PARTICIPLE) ? verb : act;
    }
    if (!noun) {
        noun = s->carried->table_noun;
        act = s->carried->table_act;
    }
    bool told = noun && (noun->indicator || noun->role == ROLE_VICTIM || noun->role == ROLE_MISSING || act);
    n->noun = told ? noun : NULL;
    n->act = told ? act : NULL;
    return told;
}

/* "2018: 12": the total told before, else what the heading counts. */
static void share_year(struct sentence *s, struct number *n, int total)
{
    n->from = total >= 0 ? total : s->carried->has_total ? NUMBERS_LIMIT : -1;
    n->method = "label";
    n->phrase_last = n->item;
    n->why_not = n->from < 0 && !take_heading(s, n) ? "nothing that is counted stands with it" : NULL;
}

/* "Sexual exploitation: 144", "Romania: 62", "Women: 201": does the label, items [first, last), only say which part of
 * the people told of before it is? */
static bool names_part_only(const struct sentence *s, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++) {
        const struct term *noun = noun_at(s, i), *topic = topic_at(s, i);
        bool kind = (topic && topic->form) || item_term(&s->items[i], IN_PLACES) || plays(s, i, R_FORM_UNKNOWN) ||
                    describes_people(s, i);
        if ((!kind && role_at(s, i) != R_AND && role_at(s, i) != R_ADVERB) || (noun && noun->role))
            return false;
    }
    return first < last;
}

/* Is the number small enough to be a part of the people that the heading's text told of last? */
static bool may_be_part_told(const struct sentence *s, const struct number *n)
{
    const struct number *total = &s->carried->total;
    return s->carried->total_told && total->unit == PERSONS && total->indicator != OTHER && n->high <= total->low;
}

bool share_label(struct sentence *s, struct number *n, int total)
{
    size_t colon = qualified_from(s, n->item);
    size_t next = n->item + 1u;
    bool closed = next >= s->n_items || s->items[next].kind == ITEM_MARK;
    if (colon < 2 || !mark_at(s, colon - 1, ':') || !closed)
        return false;
    bool year = s->items[colon - 2].kind == ITEM_DATE, bracket = colon > 4 && mark_at(s, colon - 2, ')') &&
                                                                 s->items[colon - 3].kind == ITEM_DATE &&
                                                                 mark_at(s, colon - 4, '(');
    if (year) {
        share_year(s, n, total);
        return true;
    }
    size_t first = bracket ? colon - 4 : colon - 1; /* "Investigations (2020): 45" */
    while (first > 0 && s->items[first - 1].kind != ITEM_NUMBER &&
           (s->items[first - 1].kind != ITEM_MARK || mark_at(s, first - 1, '-')))
        first--;
    bool something = false, part = role_at(s, first) == R_OF_THEM || role_at(s, first) == R_INCLUDING ||
                                   role_at(s, first + 1) == R_OF_THEM;
    while (first < colon - 1 &&
           (role_at(s, first) == R_NUMBER_OF || role_at(s, first) == R_OF_THEM || role_at(s, first) == R_INCLUDING ||
            role_at(s, first) == R_DETERMINER || role_at(s, first) == R_TOTAL || s->items[first].kind == ITEM_MARK))
        first++;
    bool part_told = may_be_part_told(s, n) && names_part_only(s, first, colon - 1);
    if (part_told) {
        n->from = NUMBERS_LIMIT;
        n->method = "label";
    }
    if (!head_from(s, n, first, &something) || n->head >= (int)colon) {
        n->head = -1;
        n->noun = NULL;
        n->act = NULL;
        return part_told;
    }
    n->phrase_last = n->item;
    if (part_told)
        return true;
    const struct term *verb = verb_at(s, (size_t)n->head_last + 1);
    if (verb && n->head_last + 1 < (int)colon && (verb->verb_forms & FORM_PARTICIPLE)) {
        n->act = verb;
        n->verb = n->head_last + 1;
    }
    n->from = part && s->carried->total_told ? NUMBERS_LIMIT : -1;
    n->method = "label";
    return true;
}

/* "45 males": people told of by sex or age only, by no verb. */
static bool is_plain_part(const struct number *n)
{
    bool of_people = !n->why_not && n->from < 0 && is_people(n->noun) && !n->noun->role;
    return of_people && (n->noun->sex || n->noun->age) && !is_acted(n) && n->low == n->high;
}

/* Does n go on with the part before it ("45 males and 35 females", "45 males, 35 females")? */
static bool goes_on_with(const struct sentence *s, const struct number *before, const struct number *n)
{
    size_t i = (size_t)before->phrase_last + 1;
    i += mark_at(s, i, ',');
    i += role_at(s, i) == R_AND;
    return i > (size_t)before->phrase_last + 1 && i == n->item;
}

void parts_of_sum(struct sentence *s)
{
    for (size_t k = 0; k + 1 < s->n_numbers; k++) {
        const struct number *whole = k > 0 ? &s->numbers[k - 1] : &s->carried->total;
        size_t last = k;
        double sum = s->numbers[k].low;
        bool told = k > 0 ? !whole->why_not && whole->from < 0 && whole->noun : s->carried->has_total;
        if (!told || !is_plain_part(&s->numbers[k]))
            continue;
        while (last + 1 < s->n_numbers && is_plain_part(&s->numbers[last + 1]) &&
               goes_on_with(s, &s->numbers[last], &s->numbers[last + 1]))
            sum += s->numbers[++last].low;
        if (last == k || !(whole->low == whole->high && sum == whole->low))
            continue;
        for (size_t j = k; j <= last; j++) {
            s->numbers[j].from = k > 0 ? (int)k - 1 : NUMBERS_LIMIT;
            s->numbers[j].method = "part";
        }
        k = last;
    }
}

/* The first verb or process noun in [first, last) that says what is counted. */
static const struct term *told_of(const struct sentence *s, size_t first, size_t last, int *at)
{
    for (size_t i = first; i < last; i++) {
        const struct term *verb = verb_at(s, i), *noun = noun_at(s, i);
        const struct term *found = verb && verb->indicator ? verb : noun && noun->indicator ? noun : NULL;
        if (found) {
            *at = (int)i;
            return found;
        }
    }
    return NULL;
}

/* "victims identified", "victims who received assistance": what is told of the head before the number. */
static void take_what_is_told(const struct sentence *s, struct number *n)
{
    const struct term *verb = verb_at(s, (size_t)n->head_last + 1);
    bool changed = plays(s, (size_t)n->head_last + 1, R_CHANGE); /* "the number of trafficked minors decreased" */
    if (verb && !changed && (verb->verb_forms & (FORM_PARTICIPLE | FORM_GERUND))) {
        n->act = verb;
        n->verb = n->head_last + 1;
    }
    size_t behind = (size_t)n->head_last + 1;
    if (role_at(s, behind) == R_OF && topic_at(s, behind + 1))
        behind += 2;
    if (role_at(s, behind) == R_RELATIVE)
        n->act = told_of(s, behind + 1, n->item, &n->verb);
}

bool subject_totals(struct sentence *s, struct number *n)
{
    size_t be = qualified_from(s, n->item), first;
    bool something = false;
    if (be < 2 || role_at(s, be - 1) != R_BE || s->items[be - 1].grammar->value < TOTALS || n->currency.n)
        return false;
    for (first = be - 1; first > 0 && !ends_clause(s, first - 1) && !mark_at(s, first - 1, ',');)
        first--;
    while (first < be && (role_at(s, first) == R_DETERMINER || role_at(s, first) == R_AND))
        first++;
    if (!head_from(s, n, first, &something) || n->head >= (int)be || n->noun->kind > NOUN_CASE) {
        n->head = -1;
        n->noun = NULL;
        n->act = NULL;
        return false;
    }
    n->phrase_last = n->item;
    take_what_is_told(s, n);
    n->method = "predicate";
    return true;
}

bool head_from_number_of(struct sentence *s, struct number *n)
{
    bool something = false;
    for (size_t i = n->item; i-- > 0 && n->item - i < LEFT_REACH;) {
        if (ends_clause(s, i))
            return false;
        if (role_at(s, i) != R_NUMBER_OF)
            continue;
        size_t what = i + 1 + (role_at(s, i + 1) == R_DETERMINER);
        what += role_at(s, what) == R_DETERMINER && what > i + 1; /* "the number of those missing" */
        bool put_at = qualified_from(s, n->item) > 0 && role_at(s, qualified_from(s, n->item) - 1) == R_IN;
        if (topic_at(s, what) && topic_at(s, what)->subject == MISSING_PERSONS && !noun_at(s, what + 1) &&
            (role_at(s, what + 1) == R_BE || put_at || changes_before(s, n->item, R_TO))) {
            n->noun = &missing_people; /* "the number of missing was 16", "fell to 22" */
            n->method = "number_of";
            return true;
        }
        if (!head_from(s, n, i + 1, &something))
            return false;
        n->phrase_last = n->item;
        take_what_is_told(s, n);
        n->method = "number_of";
        return true;
    }
    return false;
}

/* "more victims", "twice as many child victims": is the noun at item i only held against another count? */
static bool is_more(const struct sentence *s, size_t i)
{
    for (; i > 0; i--)
        if (plays(s, i - 1, R_MORE) || plays(s, i - 1, R_AS_MANY) || !word_describes(s, i - 1))
            break;
    return i > 0 && (plays(s, i - 1, R_MORE) || plays(s, i - 1, R_AS_MANY));
}

/* The verb of that noun: "were identified in 2020", "went missing", else the one it is the object of. */
static const struct term *act_of_noun(const struct sentence *s, size_t noun, size_t end)
{
    for (size_t i = noun + 1; i < end; i++)
        if (verb_at(s, i))
            return verb_at(s, i);
    for (size_t i = noun; i-- > 0 && !ends_clause(s, i);)
        if (verb_at(s, i))
            return verb_at(s, i)->kind == COUNTS_OBJECT ? verb_at(s, i) : NULL;
    return NULL;
}

bool head_of_year(const struct sentence *s, struct number *n, size_t before)
{
    if (s->items[before].kind != ITEM_DATE)
        return false;
    for (size_t i = before; i-- > 0 && !ends_clause(s, i);) {
        const struct term *noun = noun_at(s, i);
        bool counted =
            noun && ((noun->indicator && noun->kind == NOUN_CASE) || (noun->kind == NOUN_PERSON && is_more(s, i)));
        if (!counted)
            continue;
        n->noun = noun;
        n->head = n->head_last = (int)i;
        n->act = noun->kind == NOUN_PERSON ? act_of_noun(s, i, before) : NULL;
        n->from = -1;
        return true;
    }
    return false;
}
