/* Form of exploitation: named with the figure, or the one that the text around it speaks of. */
#include "etl/narrative/context_forms.h"

#include "etl/narrative/attach.h"
#include "etl/narrative/people.h"
#include "etl/narrative/periods.h"

enum { JOINED_REACH = 8, OTHERS_REACH = 7 };
enum { STATISTIC_LEAST = 1000 }; /* so many victims are rather those of a country than of one case */

/* "vulnerable to sex trafficking", "apart from forced begging", "in addition to debt bondage": a form that is not, or
 * not yet, that of the people told of. */
static bool is_of_others(const struct sentence *s, size_t i)
{
    for (size_t j = i; j-- > 0 && i - j <= OTHERS_REACH && s->items[j].kind != ITEM_NUMBER && !mark_at(s, j, ',');)
        if (plays(s, j, R_OTHER_FORM))
            return true;
    return false;
}

enum form form_at(const struct sentence *s, size_t i)
{
    const struct term *topic = topic_at(s, i);
    return topic && topic->form && !is_of_others(s, i) ? (enum form)topic->form : FORM_NONE;
}

/* ---- the words around the number ---- */

struct found {
    enum form form;
    bool mixed; /* "in forced labour and prostitution": of no single form */
};

static bool is_duration(const struct number *n) { return n->unit >= YEARS && n->unit <= DAYS; }

/* Another count: what is said from here on is not said of the number before. A length of time or a sum of money
 * is no other count, and behind a length of time only another one is. */
static bool starts_other(const struct sentence *s, size_t i, const struct number *n)
{
    if (s->items[i].kind != ITEM_NUMBER)
        return role_at(s, i) == R_OF_THEM;
    const struct number *m = &s->numbers[s->items[i].index];
    if (m->why_not || m->currency.n || m->duration)
        return false;
    bool duration = m->noun && m->noun->kind == NOUN_DURATION;
    return !is_duration(n) && !duration;
}

/* The form named at item i, and whether a different one is joined to it by "and", "or" or a comma. */
static struct found take_form(const struct sentence *s, size_t i, size_t end)
{
    struct found found = { .form = form_at(s, i) };
    bool joined = false;
    for (size_t j = i + 1, reach = i + JOINED_REACH; j < end && j <= reach && !found.mixed; j++) {
        if (s->items[j].kind == ITEM_NUMBER || mark_at(s, j, ';') || mark_at(s, j, '(') || role_at(s, j) == R_BE ||
            (joined && noun_at(s, j) && noun_at(s, j)->kind == NOUN_PERSON)) /* "and another victim of" */
            break;
        joined = joined || role_at(s, j) == R_AND || role_at(s, j) == R_OR || mark_at(s, j, ',') || mark_at(s, j, '/');
        found.mixed = joined && form_at(s, j) && form_at(s, j) != found.form;
    }
    return found;
}

/* Behind ", including 22 children," the words speak of the number again; 0 when they do not. */
static size_t behind_inclusion(const struct sentence *s, size_t i, size_t end)
{
    for (size_t j = i + 1; j + 1 < end; j++)
        if ((mark_at(s, j, ',') || mark_at(s, j, '_') || mark_at(s, j, ')')) &&
            (role_at(s, j + 1) == R_RELATIVE || role_at(s, j + 1) == R_FROM || role_at(s, j + 1) == R_BE ||
             role_at(s, j + 1) == R_IN || role_at(s, j + 1) == R_PREPOSITION || form_at(s, j + 1)))
            return j;
    return 0;
}

/* "180 of the 880 victims identified were in forced labour": the item of 880, 0 when the number is no such part. */
static size_t whole_of(const struct sentence *s, const struct number *n)
{
    size_t i = n->item + 1u;
    if (role_at(s, i) != R_OF)
        return 0;
    while (role_at(s, i) == R_OF || role_at(s, i) == R_DETERMINER || role_at(s, i) == R_TOTAL ||
           (i < s->n_items && item_term(&s->items[i], IN_QUALIFIERS)))
        i++;
    return i < s->n_items && s->items[i].kind == ITEM_NUMBER ? i : 0;
}

bool says_mostly(const struct sentence *s, size_t i, bool before)
{
    return (before && !mark_at(s, i, ',')) || (plays(s, i, R_MOSTLY) && role_at(s, i + 1) != R_FROM);
}

static struct found form_behind(const struct sentence *s, const struct number *n, size_t end)
{
    size_t whole = whole_of(s, n), aside = (size_t)n->phrase_last + 1;
    bool is_whole = n > s->numbers && whole_of(s, n - 1) == n->item;
    bool who = is_suspect_indicator(n->indicator) && role_at(s, aside) == R_RELATIVE, mostly = false;
    for (size_t i = n->item + 1u; i < end; i++) {
        mostly = says_mostly(s, i, mostly); /* "40 victims, mostly in forced labor" */
        if (i == whole)
            continue;
        if (i == aside)
            i = skip_comparison(s, i);
        if (is_whole && role_at(s, i) == R_BE) /* what is said from here on is said of the part */
            break;
        if (i > (size_t)n->phrase_last && role_at(s, i) == R_INCLUDING && !form_at(s, i + 1)) {
            i = behind_inclusion(s, i, end);
            if (!i)
                break;
        }
        bool other = starts_other(s, i, n) && i > (size_t)n->phrase_last;
        if (mark_at(s, i, ';') || (other && !who)) /* "arrested two sisters who forced six children to beg" */
            break;
        who = who && !other;
        if (plays(s, i, R_FORM_UNKNOWN) || (mostly && form_at(s, i)))
            return (struct found){ .mixed = true };
        if (form_at(s, i))
            return take_form(s, i, end);
    }
    return (struct found){ 0 };
}

/* A value of a table's row: what the label names is said of each. */
static bool is_cell(const struct number *n) { return n->method && n->method[0] == 't'; }

static struct found form_before(const struct sentence *s, const struct number *n, size_t first)
{
    for (size_t i = n->item; i-- > first;) {
        if (mark_at(s, i, ')') && counts_in_bracket(s, i)) { /* "(256 for sex trafficking), and convicted 25" */
            i = skip_brackets_left(s, i);
            continue;
        }
        if (plays(s, i, R_FORM_UNKNOWN))
            return (struct found){ .mixed = true };
        if (form_at(s, i)) {
            for (size_t j = i; j-- > first && i - j <= JOINED_REACH && s->items[j].kind != ITEM_NUMBER;)
                if (form_at(s, j) && form_at(s, j) != form_at(s, i))
                    return take_form(s, j, n->item);
            return (struct found){ .form = form_at(s, i) };
        }
        if (s->items[i].kind == ITEM_NUMBER && starts_other(s, i, n) && !is_cell(n))
            break;
    }
    return (struct found){ 0 };
}

/* "forced labour (29 victims), sexual exploitation (14)": the form right before a number in brackets of its own. */
static enum form form_of_bracket(const struct sentence *s, const struct number *n)
{
    size_t i = qualified_from(s, n->item);
    if (i < 2 || !mark_at(s, i - 1, '('))
        return FORM_NONE;
    for (size_t j = n->item + 1u; j <= n->item + 3u; j++)
        if (mark_at(s, j, ')'))
            return form_at(s, i - 2);
    return FORM_NONE;
}

/* ---- what a figure may take from around its sentence ---- */

/* Money that goes to or comes from people ("awarded compensation to the workers") is about what they suffered. */
static bool paid_to_people(const struct sentence *s, const struct number *n)
{
    for (size_t i = 0; i < s->n_items && n->indicator == FUNDING; i++)
        if (noun_at(s, i) && noun_at(s, i)->kind == NOUN_PERSON && noun_at(s, i)->role != ROLE_OFFICIAL)
            return true;
    return false;
}

/* Victims, and those held to account for them, are those of the text's one form; counts of cases, offences and
 * trainings are often of every form. */
static bool takes_from_text(const struct number *n)
{
    switch (n->indicator) {
    case VICTIMS:
        return n->low < STATISTIC_LEAST;
    case VICTIMS_IDENTIFIED:
    case VICTIMS_FREED:
    case ARRESTS:
    case SENTENCES:
    case SENTENCE_TERM:
    case CAPTIVITY_DURATION:
        return true;
    default:
        return false;
    }
}

static bool takes_no_form(enum indicator i) { return i == MISSING || i == MISSING_FOUND || i == OTHER; }

/* Does a breakdown of the number in the same sentence name forms? Then the number itself is of no single form. */
static bool has_parts_with_form(const struct sentence *s, const struct number *n)
{
    size_t self = (size_t)(n - s->numbers);
    for (size_t k = self + 1; k < s->n_numbers; k++) {
        const struct number *part = &s->numbers[k];
        if (!part->why_not && part->from == (int)self && form_behind(s, part, s->n_items).form)
            return true;
    }
    return false;
}

/* "12 were related to prostitution, 18 to trafficking": has the part a subject of its own, without a form? */
static bool names_other_subject(const struct sentence *s, const struct number *n)
{
    size_t i = n->item + 1u;
    while (role_at(s, i) == R_TO || role_at(s, i) == R_FOR || role_at(s, i) == R_OF || mark_at(s, i, '_') ||
           mark_at(s, i, '-') || mark_at(s, i, ':') || (verb_at(s, i) && s->items[i].verb->kind == COUNTS_LINK))
        i++;
    return n->head < 0 && i > n->item + 1u && topic_at(s, i) && topic_at(s, i)->subject && !topic_at(s, i)->form;
}

/* "Of the other victims, 11 were women": not those whose form was told. */
static bool is_of_rest(const struct sentence *s, const struct number *n)
{
    return n->method && n->method[0] == 'g' && n->head > 0 && n->head < (int)n->item &&
           plays(s, (size_t)n->head - 1, R_REST);
}

/* "compared with one prosecution and zero convictions for trafficking offenses": does a list of processes that the
 * number stands in close with a subject of its own, without a form? */
static bool held_against_all(const struct sentence *s, const struct number *n)
{
    if (n->head < (int)n->item || !n->noun || n->noun->kind != NOUN_CASE || !is_compared_with(s, n->item))
        return false;
    for (size_t i = (size_t)n->head_last + 1; i < s->n_items; i++) {
        const struct term *topic = topic_at(s, i), *noun = noun_at(s, i);
        bool crime = (topic && topic->subject) || (noun && noun->kind == NOUN_CASE);
        if (role_at(s, i - 1) == R_FOR)
            return crime && !form_at(s, i) && !form_at(s, i + 1);
        bool listed = mark_at(s, i, ',') || role_at(s, i) == R_AND || role_at(s, i) == R_FOR ||
                      s->items[i].kind == ITEM_NUMBER || (noun && noun->kind == NOUN_CASE);
        if (!listed)
            return false;
    }
    return false;
}

/* "84 reports of sexual servitude, 75 reports of exit trafficking": cases of a kind of their own that is no form. */
static bool names_own_kind(const struct sentence *s, const struct number *n)
{
    size_t i = (size_t)n->head_last + 1;
    if (n->head < 0 || n->noun->kind != NOUN_CASE || role_at(s, i) != R_OF || i + 1 >= s->n_items)
        return false;
    i += is_word(s, i + 1) && topic_at(s, i + 2) ? 2 : 1;
    return topic_at(s, i) && topic_at(s, i)->subject && !form_at(s, i);
}

/* A yearly report on trafficking tells of every form: what one passage names is not that of the counts before it. */
static bool tells_every_form(const struct sentence *s)
{
    return s->document->period_start.year && s->carried->document_subject == TRAFFICKING;
}

static void find_form(struct sentence *s, struct number *n)
{
    size_t first, last;
    struct found found = { .form = form_of_bracket(s, n) };
    clause_around(s, n->item, &first, &last);
    if (!found.form && n->indicator != OFFICIALS_TRAINED)
        found = form_behind(s, n, last);
    if (!found.form && !found.mixed && n->head >= 0 && n->head < (int)n->item && n->method[0] == 'n')
        found = form_before(s, n, (size_t)n->head); /* "the number of cases of forced labour fell to 12" */
    const struct number *total = nearest_total(s, n);
    if (!found.form && !found.mixed &&
        ((total && total->form && names_other_subject(s, n)) || names_own_kind(s, n) || is_of_rest(s, n) ||
         held_against_all(s, n)))
        return;
    bool sibling = total && n->head < 0 && n->from < NUMBERS_LIMIT && total->method[0] == 'g';
    if (!found.form && !found.mixed && sibling) { /* "Of the victims, 150 were in sex trafficking; 190 were foreign" */
        n->form = form_before(s, total, 0).form;
        n->form_open = total->form_open;
        return;
    }
    if (!found.form && !found.mixed && total && !takes_no_form(total->indicator)) {
        n->form = total->form;
        n->form_open = total->form_open;
        return;
    }
    if (!found.form && !found.mixed && n->indicator != FUNDING && n->indicator != HOTLINE_CALLS)
        found = form_before(s, n, n->head < 0 && n->from < 0 ? 0 : first); /* "the number of bonded workers ...,
                                                                            although some placed it in the millions" */
    n->form_mixed = found.mixed;
    if (found.form || found.mixed) {
        n->form = found.mixed ? FORM_NONE : found.form;
        return;
    }
    if (n->act && n->act->table == IN_VERBS && n->act->form) {
        n->form = n->act->form;
        return;
    }
    if (has_parts_with_form(s, n))
        return;
    bool every = n->indicator == VICTIMS_ESTIMATED || n->indicator == OFFICIALS_TRAINED || n->indicator == FUNDING;
    if (!s->own_subject && !every && s->carried->last_form != OTHER_FORM)
        n->form = s->carried->last_form; /* a model, a training and a budget are about every form */
    bool told = s->own_subject || s->carried->block_subject || s->carried->heading_subject;
    bool other_subject = s->subject == CHILD_LABOUR || (s->subject == MISSING_PERSONS && told) ||
                         (s->subject == OFF_SUBJECT && n->indicator > VICTIMS_ESTIMATED);
    n->form_open = !n->form && !other_subject && !tells_every_form(s) && (takes_from_text(n) || paid_to_people(s, n));
}

/* "convicted 17 traffickers, all for sexual exploitation": said of these alone. */
static bool says_all(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item + 1u; i + 2 < s->n_items && s->items[i].kind != ITEM_NUMBER; i++)
        if (mark_at(s, i, ',') && role_at(s, i + 1) == R_DETERMINER &&
            (role_at(s, i + 2) == R_FOR || role_at(s, i + 2) == R_OF_THEM))
            return true;
    return false;
}

/* "investigated nine suspects and convicted eight for sex trafficking": what closes the list is said of all. */
static void share_backwards(struct sentence *s)
{
    struct number *next = NULL;
    bool next_names = false; /* its form stands behind it, or was shared with it */
    for (size_t k = s->n_numbers; k-- > 0;) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        bool listed =
            next && is_suspect_indicator(n->indicator) && is_suspect_indicator(next->indicator) && n->from < 0;
        if (listed && n->noun && n->noun->kind == NOUN_CASE && next->indicator == n->indicator)
            listed = false; /* "10 trafficking cases, six of forced labour and four ..." */
        for (size_t i = n->item; listed && i < next->item; i++)
            listed = !mark_at(s, i, ';') && role_at(s, i) != R_SUBORDINATOR && !form_at(s, i) &&
                     s->items[i].kind != ITEM_DATE;
        bool bare = next && next->head < 0 && n->head >= 0; /* "17 women and four men, 11 for labor trafficking" */
        bool victims =
            next && !bare && is_victim_indicator(n->indicator) && n->from == next->from && lists_same(s, n, next);
        listed = (listed && next->from < 0) || victims; /* "three men and seven women exploited in forced labor" */
        bool shares = listed && !n->form && !n->form_mixed && next->form && next_names;
        if (shares) {
            n->form = next->form;
            n->form_open = false;
        }
        next_names = shares || (form_behind(s, n, s->n_items).form && !says_all(s, n));
        next = n;
    }
}

void forms_find(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (!n->why_not && !takes_no_form(n->indicator))
            find_form(s, n);
    }
    share_backwards(s);
}
