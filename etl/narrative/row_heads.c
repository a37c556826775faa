/* The heads of a table's columns, with gaps and without. */
#include "etl/narrative/clauses.h"
#include "etl/narrative/rows.h"

enum { PLAIN_YEARS_LEAST = 2, PLAIN_HEADER_LEAST = 3, LONGEST_CELL = 6 };

/* What the head of a column says of the values below it; false when it says nothing that the grammar knows. */
static bool read_column(const struct sentence *s, size_t first, size_t last, struct table_column *out)
{
    *out = (struct table_column){ 0 };
    for (size_t i = first; i < last; i++) {
        const struct term *noun = noun_at(s, i), *verb = verb_at(s, i), *topic = topic_at(s, i);
        uint8_t role = role_at(s, i);
        if (s->items[i].kind == ITEM_DATE)
            out->date = s->dates[s->items[i].index];
        if (noun && (noun->kind == NOUN_PERSON || noun->kind == NOUN_CASE || noun->indicator))
            out->noun = noun;
        if (verb && verb->indicator && (verb->verb_forms & FORM_PARTICIPLE))
            out->act = verb;
        if (noun || role == R_FEMALE || role == R_MALE)
            out->sex = role == R_FEMALE ? FEMALE : role == R_MALE ? MALE : (enum sex)noun->sex;
        if (noun || role == R_CHILD || role == R_ADULT)
            out->age = role == R_CHILD ? CHILD : role == R_ADULT ? ADULT : (enum age)noun->age;
        if (topic && topic->form)
            out->form = topic->form;
        out->total = out->total || role == R_TOTAL || role == R_ADVERB;
        if (mark_at(s, i, '%') || role == R_MEASURE_AFTER || item_term(&s->items[i], IN_CURRENCIES))
            out->measure = true;
    }
    return out->date.first.year || out->noun || out->act || out->sex || out->age || out->form;
}

static bool holds_digits(const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++)
        if (s->items[i].kind == ITEM_DIGITS)
            return true;
    return false;
}

bool row_take_header(struct sentence *s, const struct cells *c)
{
    struct table_column columns[COLUMNS_LIMIT];
    bool known = false, dates = true;
    if (c->n < 2 || c->n > COLUMNS_LIMIT || holds_digits(s))
        return false;
    for (size_t k = 0; k < c->n; k++) {
        if (c->last[k] - c->first[k] > LONGEST_CELL)
            return false;
        bool here = read_column(s, c->first[k], c->last[k], &columns[k]);
        known = known || (here && k > 0);
        dates = dates && (k == 0 || columns[k].date.first.year);
    }
    if (!known || (columns[0].date.first.year && !dates) || (!c->gaps && !dates))
        return false;
    for (size_t k = 0; k < c->n; k++)
        s->carried->columns[k] = columns[k];
    s->carried->n_columns = c->n;
    return true;
}

/* "2019 2020 2021" */
static bool years_header(struct sentence *s)
{
    dates_find(s);
    if (s->n_items < PLAIN_YEARS_LEAST || s->n_items > COLUMNS_LIMIT || s->n_dates != s->n_items)
        return false;
    for (size_t k = 0; k < s->n_items; k++)
        s->carried->columns[k] = (struct table_column){ .date = s->dates[k] };
    s->carried->n_columns = s->n_items;
    return true;
}

/* "Year Investigations Arrests Convictions": words in capitals, each known but the first, and nothing between. */
bool row_plain_header(struct sentence *s)
{
    struct table_column columns[COLUMNS_LIMIT];
    size_t n = 0;
    if (years_header(s))
        return true;
    for (size_t i = 0; i < s->n_items;) {
        size_t end = i + 1;
        while (end < s->n_items && !s->items[end].capital)
            end++;
        if (!s->items[i].capital || n == COLUMNS_LIMIT || end - i > 3)
            return false;
        for (size_t j = i; j < end; j++)
            if (s->items[j].kind == ITEM_MARK || role_at(s, j) == R_AND || role_at(s, j) == R_OF ||
                role_at(s, j) == R_IN || role_at(s, j) == R_FOR || role_at(s, j) == R_DETERMINER)
                return false;
        if (!read_column(s, i, end, &columns[n]) && n > 0 && !columns[n].total)
            return false;
        n++;
        i = end;
    }
    if (n < PLAIN_HEADER_LEAST)
        return false;
    for (size_t k = 0; k < n; k++)
        s->carried->columns[k] = columns[k];
    s->carried->n_columns = n;
    return true;
}
