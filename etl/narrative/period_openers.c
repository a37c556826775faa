/* Dates that open a clause: what stands behind them in it is of their time, what stands before is not. */
#include "etl/narrative/dates.h"
#include "etl/narrative/periods.h"

/* Can the clause behind an opening date start at item i: with its count, subject or verb? */
static bool starts_clause(const struct sentence *s, size_t i, bool comma)
{
    if (i >= s->n_items || s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_DATE)
        return false;
    uint8_t role = role_at(s, i);
    bool count = s->items[i].kind == ITEM_NUMBER || item_term(&s->items[i], IN_QUALIFIERS);
    bool subject = role == R_PRONOUN || role == R_DETERMINER || noun_at(s, i) || plays(s, i, R_TALLY) ||
                   (s->items[i].kind == ITEM_WORD && s->items[i].capital) || item_term(&s->items[i], IN_PLACES);
    return count || subject || (verb_at(s, i) && !comma && role == R_NONE);
}

/* "and 2020 saw 20 convictions": is the date itself the subject of the verb behind it? */
static bool is_subject(const struct sentence *s, const struct date_mention *d)
{
    bool joined = d->item > 1 && role_at(s, d->item - 1u) == R_AND && mark_at(s, d->item - 2u, ',');
    return (joined || (d->item > 0 && mark_at(s, d->item - 1u, ';'))) && opens_predicate(s, d->item + 1u);
}

bool date_opens_clause(const struct sentence *s, const struct date_mention *d)
{
    size_t before = d->item, i = d->item + 1u;
    while (before > 0 && is_preposition(role_at(s, before - 1)))
        before--;
    bool number = i < s->n_items && s->items[i].kind == ITEM_NUMBER;
    before -= number && before > 0 && role_at(s, before - 1) == R_THAT; /* "120 for 2019, that for 2020 90" */
    bool joined = before > 0 && (mark_at(s, before - 1, ',') || mark_at(s, before - 1, ';') ||
                                 role_at(s, before - 1) == R_AND || role_at(s, before - 1) == R_SUBORDINATOR);
    bool subject = is_subject(s, d);
    bool told = subject || before < d->item || d->use == DATE_LAST_YEAR || d->later;
    if (!joined || !(told || d->use == DATE_AS_OF)) /* "and, by July 2017, 14" */
        return false;
    i +=
        role_at(s, i) == R_THAT || role_at(s, i) == R_ANAPHOR || role_at(s, i) == R_RELATIVE; /* "a year before that" */
    bool comma = mark_at(s, i, ',');
    if (!subject && !starts_clause(s, i + comma, comma))
        return false;
    for (i += comma; i < s->n_items && s->items[i].kind != ITEM_DATE && !mark_at(s, i, ';'); i++)
        if (s->items[i].kind == ITEM_NUMBER)
            return true;
    return false;
}

bool date_opens_when(const struct sentence *s, const struct date_mention *d, const struct number *n)
{
    size_t i = d->item + 1u;
    i += mark_at(s, i, ',');
    bool before = d->compared || d->use == DATE_SINCE || d->use == DATE_OF_NAME || d->use == DATE_LAST_YEAR;
    if (!before || role_at(s, i) != R_SUBORDINATOR || s->items[i].grammar->value < 0 || n->item < i)
        return false;
    for (size_t j = i + 1; j < n->item; j++) {
        size_t next = j + 1 + (role_at(s, j + 1) == R_AND);
        bool goes_on = mark_at(s, j, ',') && verb_at(s, next); /* ", prosecuted 12 and convicted" */
        if (s->items[j].kind == ITEM_DATE || mark_at(s, j, ';') || (mark_at(s, j, ',') && !goes_on) ||
            role_at(s, j) == R_SUBORDINATOR)
            return false;
    }
    return true;
}
