/* "10 and 12 victims in 2019 and 2020, respectively": the first number is of the first year. */
#include "etl/narrative/dates.h"
#include "etl/narrative/periods.h"

enum { YEARS_LIMIT = 8 };

/* A list of years, from the one date mention or several that "and" and commas join. */
struct years {
    struct date_mention list[YEARS_LIMIT];
    size_t n;
};

/* From the first of a January to the last of a December. */
static bool is_whole_years(const struct date_mention *d)
{
    return spans_years(d) && d->first.day == 1 && d->last.day == 31;
}

static void add_mention(struct years *y, struct date_mention d)
{
    if (y->n < YEARS_LIMIT)
        y->list[y->n++] = d;
}

static void add_year(struct years *y, struct date_mention d, int year)
{
    d.first.year = d.last.year = year;
    add_mention(y, d);
}

/* A mention of several years: every year of the period when `each`, else the years that are written. */
static void add_years(const struct sentence *s, struct years *y, const struct date_mention *d, bool each)
{
    const struct item *item = &s->items[d->item];
    if (!is_whole_years(d) || d->first.year == d->last.year) {
        add_mention(y, *d);
        return;
    }
    for (int year = d->first.year; each && year <= d->last.year; year++)
        add_year(y, *d, year);
    for (size_t i = item->first; !each && i < item->last; i++) {
        const struct token *t = &s->tokens->list[i];
        long year;
        if (t->kind == TOKEN_DIGITS && str_to_long(str_slice(s->document->text, t->start, t->end), &year) &&
            year >= d->first.year && year <= d->last.year)
            add_year(y, *d, (int)year);
    }
}

/* Does date k go on with the list that date k - 1 ends? */
static bool goes_on(const struct sentence *s, size_t k)
{
    size_t i = s->dates[k - 1].item + 1u;
    i += mark_at(s, i, ',');
    i += role_at(s, i) == R_AND;
    i += role_at(s, i) == R_IN;
    return i > s->dates[k - 1].item + 1u && i == s->dates[k].item;
}

/* The longest list (`each`: see add_years) of the sentence's dates, and which dates [*first, *last) it is made of. */
static struct years longest_list(const struct sentence *s, bool each, size_t *first, size_t *last)
{
    struct years best = { .n = 0 };
    for (size_t k = 0; k < s->n_dates;) {
        size_t end = k + 1;
        struct years here = { .n = 0 };
        add_years(s, &here, &s->dates[k], each);
        for (; end < s->n_dates && goes_on(s, end); end++)
            add_years(s, &here, &s->dates[end], each);
        if (here.n > best.n) {
            best = here;
            *first = k;
            *last = end;
        }
        k = end;
    }
    return best;
}

/* Is the number's period that of one of the dates [first, last)? */
static bool is_of_list(const struct number *n, const struct sentence *s, size_t first, size_t last)
{
    for (size_t k = first; k < last; k++)
        if (date_compare(n->period_first, s->dates[k].first) == 0 &&
            date_compare(n->period_last, s->dates[k].last) == 0)
            return true;
    return false;
}

/* "one million francs ($149,477)": the sum before it in another currency. */
static bool is_same_sum(const struct sentence *s, const struct number *n)
{
    size_t open = skip_brackets_left(s, n->item);
    return n->currency.n && over_sum(s, open) > n->item;
}

/* "the unit spent 700,000 francs in 2015 and 2014": one sum of both years, told backward. */
static void join_backward(struct sentence *s)
{
    for (size_t k = 0; k + 1 < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k], *before = d + 1;
        bool joined = goes_on(s, k + 1) && role_at(s, d->item + 1u) == R_AND && is_whole_years(d) &&
                      is_whole_years(before) && before->last.year == d->first.year - 1;
        size_t dated = 0;
        if (!joined)
            continue;
        for (size_t j = 0; j < s->n_numbers; j++)
            dated +=
                !s->numbers[j].why_not && is_of_list(&s->numbers[j], s, k, k + 1) && !is_same_sum(s, &s->numbers[j]);
        for (size_t j = 0; dated == 1 && j < s->n_numbers; j++)
            if (!s->numbers[j].why_not && is_of_list(&s->numbers[j], s, k, k + 1))
                s->numbers[j].period_first = before->first;
    }
}

/* "12 and 15 victims in 2019 and 2018": two bare numbers and two years. */
static bool pairs_up(const struct sentence *s)
{
    size_t pairs = 0, first, last;
    for (size_t k = 0; k + 1 < s->n_numbers; k++) {
        const struct number *n = &s->numbers[k];
        pairs += !n->why_not && !n[1].why_not && role_at(s, n->item + 1u) == R_AND && n[1].item == n->item + 2u;
    }
    return pairs == 1 && s->n_numbers == 2 && longest_list(s, false, &first, &last).n == 2;
}

/* "arrested 45 in 2019 and 52 in 2020, of whom 30 and 41, respectively, were prosecuted": each part is of the time of
 * its own count. */
static void share_in_order(struct sentence *s)
{
    for (size_t k = 0; k + 3 < s->n_numbers; k++) {
        struct number *first = &s->numbers[k], *part = first + 2;
        bool counts = !first->why_not && !first[1].why_not && first->dated && first[1].dated;
        bool parts = !part->why_not && !part[1].why_not && part->head < 0 && part[1].head < 0 &&
                     part[1].item == part->item + 2u && role_at(s, part->item + 1u) == R_AND;
        bool of_them = parts && part->item > 0 && role_at(s, part->item - 1u) == R_OF_THEM;
        for (size_t j = 0; counts && of_them && j < 2; j++)
            period_share(&part[j], &first[j]);
    }
}

void periods_respective(struct sentence *s)
{
    bool told = s->n_dates && s->n_numbers > 1 && sentence_plays(s, 0, s->n_items, R_RESPECTIVE);
    size_t first = 0, last = 0, n = 0;
    if (!told && !pairs_up(s)) {
        join_backward(s);
        return;
    }
    struct years years = longest_list(s, false, &first, &last);
    if (told && years.n < 2)
        share_in_order(s);
    for (size_t k = 0; k < s->n_numbers; k++)
        n += !s->numbers[k].why_not && is_of_list(&s->numbers[k], s, first, last);
    if (years.n < 2 || n % years.n)
        years = longest_list(s, true, &first, &last);
    if (!n || years.n < 2 || n % years.n)
        return;
    n = 0;
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *m = &s->numbers[k];
        if (m->why_not || !is_of_list(m, s, first, last))
            continue;
        const struct date_mention *d = &years.list[n++ % years.n];
        m->period_first = d->first;
        m->period_last = d->last;
    }
}
