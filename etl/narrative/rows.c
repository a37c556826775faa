/* Tables inside text: cells, and what each value of a row counts. */
#include "etl/narrative/rows.h"

#include <math.h>

#include "etl/narrative/people.h"

enum { PLAIN_VALUES_LEAST = 2, OLDEST_OF_RANGE = 24 };

static const char other_thing[] = "its row or column counts something else";

static bool is_value(const struct item *item)
{
    return item->kind == ITEM_DIGITS || item->kind == ITEM_NUMBER || item->kind == ITEM_DATE;
}

static bool opens_cell(const struct sentence *s, size_t i)
{
    return (s->tokens->list[s->items[i].first].flags & TOKEN_WIDE_GAP) != 0;
}

/* ---- cells ---- */

static void add_cell(struct cells *c, size_t first, size_t last)
{
    if (last == first || c->n > COLUMNS_LIMIT)
        return;
    c->first[c->n] = first;
    c->last[c->n++] = last;
}

/* A line without gaps: the label, then each value behind it ("Labour exploitation 258 176"; "2020 61 38 12"). */
static void cut_plain(const struct sentence *s, struct cells *c)
{
    size_t values = s->n_items;
    while (values > 0 && is_value(&s->items[values - 1]))
        values--;
    add_cell(c, 0, values);
    const struct table_column *head = s->carried->n_columns ? &s->carried->columns[0] : NULL;
    c->bare = !values && head && (head->date.first.year || head->sex || head->age || head->form);
    for (size_t i = values; i < s->n_items; i++)
        add_cell(c, i, i + 1);
}

static void cut_cells(const struct sentence *s, struct cells *c)
{
    size_t start = 0;
    *c = (struct cells){ 0 };
    for (size_t i = 0; i < s->n_items; i++)
        c->gaps = c->gaps || mark_at(s, i, '|') || (i > 0 && opens_cell(s, i));
    if (!c->gaps) {
        cut_plain(s, c);
        return;
    }
    for (size_t i = 0; i <= s->n_items; i++) {
        bool bar = mark_at(s, i, '|');
        if (i < s->n_items && !bar && !(i > start && opens_cell(s, i)))
            continue;
        add_cell(c, start, i);
        start = bar ? i + 1 : i;
    }
}

/* ---- rows ---- */

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
        if (s->items[i].kind == ITEM_DATE)
            label->period_first = s->dates[s->items[i].index].first,
            label->period_last = s->dates[s->items[i].index].last;
    }
    for (size_t i = 0; i < last; i++)
        if (noun_at(s, i) && noun_at(s, i)->indicator == SENTENCES)
            process = noun_at(s, i);
    if (process && label->noun && !label->noun->indicator)
        label->noun = process;
}

/* Does the label name a part of what the title counts: a place, form, sex, age, people, a total? */
static bool names_part(const struct sentence *s, size_t last)
{
    for (size_t i = 0; i < last; i++) {
        uint8_t role = role_at(s, i);
        if (item_term(&s->items[i], IN_PLACES) || topic_at(s, i) || role == R_FEMALE || role == R_MALE ||
            role == R_CHILD || role == R_ADULT || role == R_TOTAL || role == R_ADVERB || role == R_FOREIGN ||
            noun_at(s, i) || s->items[i].kind == ITEM_DATE)
            return true;
    }
    return false;
}

/* The head above value cell k of a row with n cells; NULL when the row does not fit the header. */
static const struct table_column *column_of(const struct carried *c, size_t k, size_t n)
{
    bool years = c->n_columns > 1 && c->columns[1].date.first.year;
    if (c->n_columns == n || (years && n <= c->n_columns))
        return &c->columns[k];
    bool left_out = c->n_columns > n; /* "Total 32 93 59" under a last column of remarks */
    for (size_t j = n; left_out && j < c->n_columns; j++)
        left_out = !c->columns[j].noun && !c->columns[j].act && !c->columns[j].date.first.year;
    if (left_out)
        return &c->columns[k];
    if (c->n_columns + 1 == n) /* the header has no head above the labels */
        return &c->columns[k - 1];
    return NULL;
}

static bool says_process(const struct term *noun, const struct term *act)
{
    return (noun && noun->indicator) || (act && act->indicator);
}

/* Noun and verb of a cell: the column's process, else the label's, else the title's. */
static void take_words(const struct carried *c, const struct number *label, const struct table_column *column,
                       struct number *n)
{
    const struct term *column_noun = column ? column->noun : NULL, *column_act = column ? column->act : NULL;
    bool other_kind = column_noun && c->table_noun && !c->table_noun->indicator && !c->table_act && !label->noun &&
                      column_noun->kind != c->table_noun->kind; /* "No. of victims" under "Trafficking cases" */
    if (says_process(column_noun, column_act) || other_kind) {
        n->noun = column_noun ? column_noun : label->noun ? label->noun : c->table_noun;
        n->act = column_act ? column_act : label->act;
        return;
    }
    bool part = label->noun && !label->noun->role && c->table_noun && c->table_noun->role; /* "Women" of the victims */
    bool own = says_process(label->noun, label->act) || (!says_process(c->table_noun, c->table_act) && !part);
    n->noun = own && label->noun ? label->noun
              : c->table_noun    ? c->table_noun
              : column_noun      ? column_noun
                                 : label->noun;
    n->act = own && label->act ? label->act : c->table_act;
}

static void date_cell(struct sentence *s, struct number *n, const struct number *label,
                      const struct table_column *column)
{
    if (column && column->date.first.year) {
        n->period_first = column->date.first;
        n->period_last = column->date.last;
        n->basis = "stated";
    } else if (label->period_first.year) {
        n->period_first = label->period_first;
        n->period_last = label->period_last;
        n->basis = "stated";
    } else if (s->document->period_start.year && s->document->period_end.year) {
        n->period_first = s->document->period_start;
        n->period_last = s->document->period_end;
        n->basis = "default";
    } else if (s->carried->title_announced && s->carried->n_recent) { /* parts of what the text above counts */
        const struct number *told = &s->carried->recent[s->carried->n_recent - 1];
        n->period_first = told->period_first;
        n->period_last = told->period_last;
        n->basis = told->period_first.year ? "context" : "";
    }
}

static void fill(struct sentence *s, struct number *n, const struct number *label, const struct table_column *column)
{
    take_words(s->carried, label, column, n);
    if (!n->noun && !n->currency.n && !is_acted(n)) {
        n->why_not = other_thing;
        return;
    }
    n->head = label->head;
    n->head_last = n->phrase_last = label->head;
    n->verb = -1;
    n->method = "table";
    n->subject = s->subject;
    date_cell(s, n, label, column);
}

/* Why a value of cell k is no figure; NULL when it may be one. */
static const char *refusal(const struct sentence *s, const struct cells *c, size_t k, const struct number *label,
                           const struct table_column *column)
{
    const struct carried *t = s->carried;
    bool labelled = label->noun || label->act, share = false;
    for (size_t i = c->first[0]; i < c->last[0] && !c->bare; i++)
        share = share || mark_at(s, i, '%') || role_at(s, i) == R_MEASURE_AFTER || plays(s, i, R_PER);
    if (share || (column && column->measure))
        return "percentage or measure";
    if (t->n_columns > 0 && !column && !labelled)
        return "the row does not fit the table's header";
    if (column && !labelled && !column->noun && !column->act && !column->date.first.year && !column->sex &&
        !column->age && !column->form && !column->total && says_process(t->columns[1].noun, t->columns[1].act))
        return other_thing;
    if (!labelled && !t->n_columns && !names_part(s, c->last[0]))
        return other_thing;
    return k == 0 && !c->bare ? "in the label of a table row" : NULL;
}

/* "13.0": nobody writes a count so; "1.234" may be one. */
static bool has_decimals(const struct sentence *s, size_t i, const struct number *n)
{
    struct str text = item_text(s, i);
    return n->low < 1000 && str_find_byte(text, '.', 0) < text.n;
}

static void read_cell(struct sentence *s, const struct cells *c, size_t k, const struct number *label)
{
    const struct table_column *column =
        s->carried->n_columns && (k > 0 || c->bare) ? column_of(s->carried, k, c->n) : NULL;
    for (size_t i = c->first[k]; i < c->last[k]; i++) {
        if (s->items[i].kind != ITEM_NUMBER)
            continue;
        struct number *n = &s->numbers[s->items[i].index];
        const char *why = n->currency.n ? NULL : refusal(s, c, k, label, column);
        if (n->zero_word)
            n->why_not = "the answer no";
        else if (k == 0 && !c->bare)
            n->why_not = "in the label of a table row";
        else if (!n->why_not && n->qualifier == RANGE && n->high <= OLDEST_OF_RANGE)
            n->why_not = "age"; /* "5 to 14" */
        else if (!n->why_not && i > 0 && mark_at(s, i - 1, '(') && !n->currency.n)
            n->why_not = "reference mark";
        else if (!n->why_not && !n->currency.n && isfinite(n->low) &&
                 (n->low != floor(n->low) || has_decimals(s, i, n)))
            n->why_not = "a rate or share";
        else if (!n->why_not)
            n->why_not = why;
        if (!n->why_not)
            fill(s, n, label, column);
    }
}

/* "12-17", "18 and over", "Under 18 years": the age that the label of a row stands for. */
static enum age age_of_label(const struct sentence *s, const struct cells *c)
{
    const struct number *range = NULL;
    bool older = false;
    for (size_t i = c->first[0]; i < c->last[0]; i++) {
        const struct term *noun = noun_at(s, i);
        bool age_word = role_at(s, i) == R_AGE_AFTER || role_at(s, i) == R_AGE_BEFORE ||
                        (noun && noun->unit == YEARS) || item_term(&s->items[i], IN_QUALIFIERS);
        if (s->items[i].kind == ITEM_NUMBER ? range != NULL : !age_word && s->items[i].kind != ITEM_MARK)
            return AGE_NONE;
        range = s->items[i].kind == ITEM_NUMBER ? &s->numbers[s->items[i].index] : range;
        older = older || mark_at(s, i, '+') || role_at(s, i) == R_AGE_AFTER;
    }
    if (!range || range->currency.n)
        return AGE_NONE;
    if (range->qualifier == RANGE || range->qualifier == AT_MOST)
        return age_between(range->low, range->high, range->qualifier == AT_MOST);
    bool from = range->qualifier == AT_LEAST || older;
    return from && range->low >= ADULT_FROM ? ADULT : AGE_NONE;
}

static void add_label_age(struct sentence *s, const struct cells *c)
{
    enum age age = c->bare ? AGE_NONE : age_of_label(s, c);
    for (size_t k = 0; age && k < s->n_numbers; k++)
        s->numbers[k].age = s->numbers[k].age || s->numbers[k].why_not ? s->numbers[k].age : age;
}

/* What the column says of the people, where the label did not. */
static void add_column_words(struct sentence *s, const struct cells *c)
{
    for (size_t k = !c->bare; k < c->n && s->carried->n_columns; k++) {
        const struct table_column *column = column_of(s->carried, k, c->n);
        for (size_t i = c->first[k]; column && i < c->last[k]; i++) {
            if (s->items[i].kind != ITEM_NUMBER)
                continue;
            struct number *n = &s->numbers[s->items[i].index];
            n->sex = n->sex ? n->sex : column->sex;
            n->age = n->age ? n->age : column->age;
            n->form = n->form ? n->form : column->form;
        }
    }
}

/* A table of victims whose process only the text before it tells ("791 victims were registered"). */
static void take_process_told(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++)
        if (!s->numbers[k].why_not && s->numbers[k].indicator == VICTIMS && !s->numbers[k].act &&
            s->carried->told_process)
            s->numbers[k].indicator = s->carried->told_process;
}

void row_find(struct sentence *s)
{
    struct cells cells;
    struct number label = { .head = -1 };
    s->first = 0;
    s->last = s->tokens->n;
    s->subject = s->carried->heading_subject;
    s->law = s->survey = s->own_subject = false;
    items_find(s);
    dates_find(s);
    s->n_numbers = 0;
    cut_cells(s, &cells);
    if (cells.n < 2 || row_take_header(s, &cells))
        return;
    numbers_find(s);
    cut_cells(s, &cells);
    if (cells.n < 2)
        return;
    if (!cells.bare)
        read_label(s, cells.last[0], &label);
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *topic = topic_at(s, i);
        if (topic && topic->subject) {
            s->subject = topic->subject;
            s->own_subject = true;
        }
    }
    for (size_t k = 0; k < cells.n; k++)
        read_cell(s, &cells, k, &label);
    attach(s);
    take_process_told(s);
    people_find(s);
    forms_find(s);
    places_find(s);
    add_column_words(s, &cells);
    add_label_age(s, &cells);
}

bool row_is_plain(const struct tokens *t, const struct carried *c)
{
    size_t n = 0;
    while (n < t->n && t->list[t->n - 1 - n].kind == TOKEN_DIGITS &&
           (n + 1 == t->n || !(t->list[t->n - 1 - n].flags & TOKEN_GLUED)))
        n++;
    if (n == t->n)
        return c->n_columns >= PLAIN_VALUES_LEAST && n == c->n_columns;
    return t->list[t->n - 1 - n].kind == TOKEN_WORD &&
           (n >= PLAIN_VALUES_LEAST || (n == 1 && c->n_columns == PLAIN_VALUES_LEAST));
}
