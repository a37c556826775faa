/* What a sentence is about, and counts that it mentions again. */
#include "etl/narrative/clauses.h"

enum { KNOWN_FROM = 10, RETOLD_FROM = 100 }; /* smaller counts are of other people too often */

void note_words(struct sentence *s)
{
    enum subject on = SUBJECT_NONE, off = SUBJECT_NONE;
    s->law = s->survey = false;
    for (size_t i = 0; i < s->n_items && (s->tells & (TELLS_SUBJECT | TELLS_STUDY)); i++) {
        const struct item *item = &s->items[i];
        if (!(item->tells & (TELLS_SUBJECT | TELLS_STUDY)))
            continue;
        for (const struct term *t = item->terms; t; t = t->next) {
            if (t->subject == OFF_SUBJECT && !off)
                off = OFF_SUBJECT;
            else if (t->subject && t->subject != OFF_SUBJECT && (!on || on == TRAFFICKING))
                on = t->subject;
        }
        s->law = s->law || item->role == R_LAW;
        s->survey = s->survey || item->role == R_ENTITY_OF_STUDY || item->role == R_SURVEY;
    }
    s->own_subject = on || off;
    s->carried->seen = s->carried->seen || on == TRAFFICKING || on == CHILD_LABOUR || on == SMUGGLING;
    struct carried *c = s->carried;
    s->subject = on ? on : off ? off : c->block_subject ? c->block_subject : c->heading_subject;
    if (!s->subject && c->text_subject == MISSING_PERSONS)
        s->subject = MISSING_PERSONS;
    if (on && !s->document->period_start.year) /* a press text keeps to its subject over its short paragraphs */
        c->text_subject = on;
}

enum subject subject_of_title(const struct sentence *s)
{
    enum subject found = SUBJECT_NONE;
    for (size_t i = 0; i < s->n_items; i++)
        for (const struct term *t = s->items[i].terms; t; t = t->next) {
            if (!t->subject || t->subject == OFF_SUBJECT || t->subject == found)
                continue;
            if (found)
                return SUBJECT_NONE;
            found = t->subject;
        }
    return found;
}

/* "has helped give 65,000 children a new chance": a count of which its own words say nothing, too large to be another
 * one of the same size. */
static bool is_retold(const struct sentence *s, const struct number *n)
{
    bool whole = role_at(s, 0) == R_OF && phrase_from(s, n->item) == 1; /* "Out of 34 workers, 15 were children" */
    return n->indicator == OTHER && n->low >= (whole ? KNOWN_FROM : RETOLD_FROM) && n->low == n->high && n->noun &&
           !is_acted(n);
}

/* "the 16 cases": of which their own words tell no process. */
static bool are_any_cases(const struct number *n)
{
    return n->indicator == OFFENCES && n->noun && n->noun->kind == NOUN_CASE && !n->noun->indicator && !is_acted(n);
}

/* Is n such a count, and m the one of the same size that says what was done? */
static bool tells_process_of(const struct number *m, const struct number *n)
{
    return are_any_cases(n) && n->low >= KNOWN_FROM && m->noun && m->noun->kind == NOUN_CASE &&
           is_suspect_indicator(m->indicator);
}

/* "the 43 students": the count that the document told of before, so that it is the same people. */
static const struct number *told_before(const struct sentence *s, const struct number *n)
{
    for (size_t j = s->carried->n_recent; j-- > 0;) {
        const struct number *m = &s->carried->recent[j];
        bool here = j >= s->carried->recent_of_block;
        bool retold = (is_retold(s, n) && m->noun == n->noun) || tells_process_of(m, n);
        bool same_people = n->noun && (m->noun == n->noun || n->noun->role == ROLE_MISSING) && n->low >= KNOWN_FROM &&
                           n->indicator == m->indicator;
        /* "the nine suspects", of nine people arrested */
        retold = retold || (n->indicator == OTHER && n->noun && n->noun->role == ROLE_OFFENDER && n->low > 1 &&
                            n->unit == PERSONS && is_suspect_indicator(m->indicator) && m->high == n->high);
        bool officers = n->noun && n->noun->role == ROLE_OFFICIAL && m->noun != n->noun; /* not "two men" told before */
        bool same_value = m->low == n->low && (m->high == n->high || retold) && !officers;
        if (same_value && m->unit == n->unit && (here || same_people || retold))
            return m;
    }
    return NULL;
}

/* What was done to those of number k, and to the parts of them of whom nothing else is said. */
static void tell_parts(struct sentence *s, size_t k, enum indicator indicator)
{
    for (size_t j = k + 1; j < s->n_numbers; j++)
        if (s->numbers[j].from == (int)k && s->numbers[j].indicator == s->numbers[k].indicator)
            s->numbers[j].indicator = indicator;
    s->numbers[k].indicator = indicator;
}

void mentions_join(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        size_t i = n->item;
        bool definite = i > 0 && (s->items[i - 1].role == R_DETERMINER || s->items[i - 1].role == R_PRONOUN);
        bool whole = is_out_of(s, n);
        if (n->why_not || !(definite || whole || is_retold(s, n)) || (n->unit != PERSONS && n->unit != CASES))
            continue;
        const struct number *m = told_before(s, n);
        if (!m)
            continue;
        if (whole && k > 0 && are_any_cases(n - 1) && tells_process_of(m, n))
            n[-1].indicator = m->indicator; /* "nine cases out of 16 cases" */
        if (n->indicator == OTHER || tells_process_of(m, n))
            tell_parts(s, k, m->indicator);
        n->form = n->form ? n->form : m->form;
        n->sex = n->sex ? n->sex : m->sex;
        n->age = n->age ? n->age : m->age;
        n->citizenship = str_or(n->citizenship, m->citizenship);
        if (!n->dated || (n->indicator == m->indicator && m->basis && m->basis[0] != 'd')) {
            n->period_first = m->period_first;
            n->period_last = m->period_last;
            n->basis = m->basis && m->basis[0] == 's' ? "context" : m->basis;
        }
    }
}
