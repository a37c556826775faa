#include "etl/narrative/rows.h"

#include "etl/narrative/clauses.h"

enum { COLUMNS_LIMIT = 16 };

static bool is_value(const struct item *item)
{
    return item->kind == ITEM_DIGITS || item->kind == ITEM_NUMBER || item->kind == ITEM_DATE;
}

/* The item where the values of a line without gaps start ("Labour exploitation 258 176"); n_items: it has gaps. */
static size_t values_start(const struct sentence *s)
{
    size_t i = s->n_items;
    for (size_t k = 1; k < s->n_items; k++)
        if (item_is_mark(&s->items[k], '|') || (s->tokens->list[s->items[k].first].flags & TOKEN_WIDE_GAP))
            return s->n_items;
    while (i > 0 && is_value(&s->items[i - 1]))
        i--;
    return i;
}

/* Items of cell k: [*first, *last). False past the last cell. A cell starts behind a wide gap or a bar; in a line
 * without them the label is one cell and each value behind it another. */
static bool cell_items(const struct sentence *s, size_t k, size_t *first, size_t *last)
{
    size_t values = values_start(s);
    if (values < s->n_items && values > 0) {
        *first = k ? values + k - 1 : 0;
        *last = k ? *first + 1 : values;
        return *first < s->n_items;
    }
    size_t cell = 0, start = 0;
    for (size_t i = 0; i <= s->n_items; i++) {
        bool gap = i < s->n_items && i > start && (s->tokens->list[s->items[i].first].flags & TOKEN_WIDE_GAP);
        bool bar = i < s->n_items && item_is_mark(&s->items[i], '|');
        if (i < s->n_items && !gap && !bar)
            continue;
        if (i > start || bar) {
            if (cell == k && i > start) {
                *first = start;
                *last = i;
                return true;
            }
            if (i > start)
                cell++;
        }
        start = bar ? i + 1 : i;
    }
    return false;
}

/* A header: behind the label, every cell is one date. */
static bool take_header(struct sentence *s)
{
    size_t first, last;
    struct date_mention columns[COLUMNS_LIMIT];
    size_t n = 0;
    for (size_t k = 1; k < COLUMNS_LIMIT && cell_items(s, k, &first, &last); k++) {
        if (last != first + 1 || s->items[first].kind != ITEM_DATE)
            return false;
        columns[n++] = s->dates[s->items[first].index];
    }
    if (!n)
        return false;
    for (size_t i = 0; i < n; i++)
        s->carried->columns[i] = columns[i];
    s->carried->n_columns = n;
    return true;
}

/* What the label counts: the noun with its own indicator, else the first noun and the verb behind it. */
static void read_label(const struct sentence *s, size_t last, struct number *label)
{
    const struct term *process = NULL;
    for (size_t i = 0; i < last; i++) {
        const struct term *noun = noun_at(s, i), *verb = verb_at(s, i);
        if (noun && !label->noun) {
            while (i + 1 < last && noun_at(s, i + 1))
                i++;
            label->noun = noun_at(s, i);
            label->head = (int)i;
        } else if (noun && noun->indicator && role_at(s, i > 1 ? i - 1 : 0) != R_FOR) {
            process = noun;
        }
        if (verb && verb->indicator && (verb->verb_forms & FORM_PARTICIPLE))
            label->act = verb;
    }
    if (!label->noun) {
        label->noun = s->carried->table_noun;
        label->act = s->carried->table_act;
    }
    for (size_t i = 0; i < last; i++)
        if (noun_at(s, i) && noun_at(s, i)->indicator == SENTENCES)
            process = noun_at(s, i);
    if (process && label->noun && !label->noun->indicator)
        label->noun = process;
}

static void fill(struct sentence *s, struct number *n, const struct number *label, size_t column)
{
    n->head = label->head;
    n->head_last = n->phrase_last = label->head;
    n->noun = label->noun;
    n->act = label->act;
    n->verb = -1;
    n->method = "table";
    n->subject = s->subject;
    if (column < s->carried->n_columns) {
        n->period_first = s->carried->columns[column].first;
        n->period_last = s->carried->columns[column].last;
        n->basis = "stated";
    } else if (s->document->period_start.year && s->document->period_end.year) {
        n->period_first = s->document->period_start;
        n->period_last = s->document->period_end;
        n->basis = "default";
    }
}

void row_find(struct sentence *s)
{
    size_t first, last;
    struct number label = { .head = -1 };
    s->first = 0;
    s->last = s->tokens->n;
    s->subject = s->carried->heading_subject;
    s->law = s->survey = s->own_subject = false;
    items_find(s);
    dates_find(s);
    s->n_numbers = 0;
    if (take_header(s) || !cell_items(s, 0, &first, &last))
        return;
    numbers_find(s);
    cell_items(s, 0, &first, &last);
    read_label(s, last, &label);
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *topic = topic_at(s, i);
        if (topic && topic->subject) {
            s->subject = topic->subject;
            s->own_subject = true;
        }
    }
    for (size_t k = 0; cell_items(s, k, &first, &last); k++) {
        for (size_t i = first; i < last; i++) {
            if (s->items[i].kind != ITEM_NUMBER)
                continue;
            struct number *n = &s->numbers[s->items[i].index];
            if (n->zero_word)
                n->why_not = "the answer no";
            else if (k == 0)
                n->why_not = "in the label of a table row";
            else if (!n->why_not && (mark_at(s, i - 1, '(') && !n->currency.n))
                n->why_not = "reference mark";
            else if (!n->why_not && !label.noun && !n->currency.n)
                n->why_not = "its row counts something else";
            if (!n->why_not)
                fill(s, n, &label, k - 1);
        }
    }
    attach(s);
    people_find(s);
    forms_find(s);
    places_find(s);
}

bool row_is_plain(const struct tokens *t)
{
    size_t n = 0;
    while (n < t->n && t->list[t->n - 1 - n].kind == TOKEN_DIGITS && !(t->list[t->n - 1 - n].flags & TOKEN_GLUED))
        n++;
    return n >= 2 && n < t->n && t->list[t->n - 1 - n].kind == TOKEN_WORD;
}
