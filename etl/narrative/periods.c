/* The period of each figure: stated in its sentence, carried from one nearby, or the document's own. */
#include "etl/narrative/stories.h"

enum {
    CLAIM_REACH = 12,
    ADJECTIVE_REACH = 5,
    YEARS_OF_A_LIST = 3,
    DAY_HOLDS = 1,
    PERIOD_HOLDS = 3,
    STUDY_REACH = 16,
    PUBLICATION_REACH = 16,
    FRONTED = 2,
    YEARS_OF_DECADE = 10,
    PAIR_REACH = 6
};

static void set_period(struct number *n, const struct date_mention *d, const char *basis)
{
    n->period_first = d->first;
    n->period_last = d->last;
    n->basis = d->use == DATE_RATE ? "rate" : d->use == DATE_UNDATED ? "" : basis;
    if (d->use == DATE_RATE || d->use == DATE_UNDATED)
        n->period_first = n->period_last = (struct date){ 0 };
}

static void share_period(struct number *n, const struct number *total)
{
    n->period_first = total->period_first;
    n->period_last = total->period_last;
    n->basis = total->basis;
}

/* "since 2014, when 276 girls were abducted": the year, month or day that the period starts with. */
static void set_start(struct number *n, const struct date_mention *d)
{
    struct date first = d->first, last = first;
    if (first.month == 1 && first.day == 1)
        last = (struct date){ first.year, 12, 31 };
    else if (first.day == 1)
        last.day = days_in_month(first.year, first.month);
    n->period_first = first;
    n->period_last = last;
    n->basis = d->stated ? "stated" : "context";
}

static const char *basis_of(const struct date_mention *d) { return d->stated ? "stated" : "context"; }

/* A day of saying or the year in the name of a law dates nothing that is counted. */
bool dates_nothing(const struct date_mention *d) { return d->use == DATE_OF_SAYING || d->use == DATE_OF_NAME; }

/* Does the date end the clause that item i belongs to? "and arrested", "while 40 were". */
static bool clause_breaks(const struct sentence *s, size_t i)
{
    const struct item *item = &s->items[i];
    const char *why = item->kind == ITEM_NUMBER ? s->numbers[item->index].why_not : NULL;
    bool age = why && why[0] == 'a' && why[1] == 'g'; /* "girls as young as nine are sold every year" */
    return (item->kind == ITEM_NUMBER && !age) || item_is_mark(item, ';') || item->role == R_SUBORDINATOR ||
           (item->role == R_AND && verb_at(s, i + 1));
}

/* "the 2018 disappearance of 23 persons": the date is an adjective of the noun behind it. */
static bool is_adjective(const struct sentence *s, const struct date_mention *d)
{
    bool decades = d->last.year - d->first.year >= YEARS_OF_DECADE - 1; /* "in the 1970s" */
    size_t before = d->item ? d->item - 1u : 0;
    before -= before > 0 && plays(s, before, R_SEASON); /* "the fall 2020 fighting" */
    return d->item > 0 && role_at(s, before) == R_DETERMINER && d->use == DATE_IN && !decades;
}

/* "in 2021 (943)": the date that a number alone in brackets stands behind. */
static const struct date_mention *date_of_bracket(const struct sentence *s, const struct number *n)
{
    size_t open = n->item ? n->item - 1u : 0;
    bool bracketed = open > 0 && mark_at(s, open, '(') && mark_at(s, n->item + 1u, ')');
    return bracketed && s->items[open - 1].kind == ITEM_DATE ? &s->dates[s->items[open - 1].index] : NULL;
}

/* "(68 percent in 2014)", "(40 in 2019)": inside brackets behind another number, the date is of that one alone. */
static bool is_aside(const struct sentence *s, const struct date_mention *d, const struct number *n)
{
    bool counted = false;
    for (size_t i = d->item; i-- > 0;) {
        if (mark_at(s, i, ')'))
            return false;
        counted = counted || s->items[i].kind == ITEM_NUMBER || s->items[i].kind == ITEM_DIGITS;
        if (mark_at(s, i, '(')) {
            size_t close = d->item;
            while (close < s->n_items && !mark_at(s, close, ')'))
                close++;
            return counted && (n->item < i || n->item > close);
        }
    }
    return false;
}

/* "The inquiry, opened in September 2022 after ..., found 230": a date within what is said of the noun before. */
bool opens_aside(const struct sentence *s, const struct date_mention *d)
{
    size_t i = d->item;
    while (i > 0 && d->item - i < 3u && (is_preposition(role_at(s, i - 1)) || role_at(s, i - 1) == R_IN))
        i--;
    const struct term *verb = i ? verb_at(s, i - 1) : NULL;
    bool justice = verb && verb->indicator >= INVESTIGATIONS && verb->indicator <= ARRESTS; /* no "study published" */
    if (!justice || !(verb->verb_forms & FORM_PARTICIPLE) || i < 2)
        return false;
    i -= 2;
    i -= i > 0 && role_at(s, i) == R_ADVERB;
    return mark_at(s, i, ',');
}

static bool is_of_noun(const struct sentence *s, const struct date_mention *d, const struct number *n)
{
    if (!opens_aside(s, d))
        return false;
    for (size_t j = d->item + 1u; j < n->item; j++)
        if (mark_at(s, j, ','))
            return true;
    return false;
}

static bool judged(const struct number *n)
{
    return n->indicator == SENTENCE_TERM || n->indicator == SENTENCES || n->indicator == CONVICTIONS;
}

/* The date that belongs to the number: one behind it before the next number or the end of its clause. */
static const struct date_mention *date_behind(const struct sentence *s, const struct number *n)
{
    bool opened = false, relative = false, including = false;
    const struct date_mention *found = NULL;
    for (size_t i = n->item + 1u; i < s->n_items; i++) {
        i = skip_comparison(s, i);
        const struct item *item = &s->items[i];
        if (item->kind == ITEM_DATE) {
            const struct date_mention *d = &s->dates[item->index];
            bool of_bracket = mark_at(s, i + 1, '(') && mark_at(s, i + 3, ')') && s->items[i + 2].kind == ITEM_NUMBER;
            if ((d->use == DATE_UNDATED && relative) || of_bracket || (is_adjective(s, d) && s->n_dates > 1))
                continue;
            if (!dates_nothing(d) && (n->compared || !d->compared) && (!found || d->use == DATE_AS_OF))
                found = d;
            continue;
        }
        opened = opened || item_is_mark(item, '(');
        relative = relative || item->role == R_RELATIVE || item->role == R_THAT || item->role == R_OF_THEM;
        including = including || item->role == R_INCLUDING;
        if (including && item->kind == ITEM_NUMBER && s->numbers[item->index].from == (int)(n - s->numbers))
            continue; /* ", including nine children," */
        bool crime =
            item->role == R_FOR && judged(n) && s->n_dates > 1; /* "to four years for what he did since 2011" */
        if (crime || clause_breaks(s, i) || (item_is_mark(item, ')') && !opened))
            break;
    }
    return found;
}

/* "nine prosecuted and 12 convicted in 2019", "(57 adults and 42 children in 2017)": a comparison shares its date. */
static const struct date_mention *date_of_pair(const struct sentence *s, const struct number *n)
{
    const struct number *next = n + 1;
    if (next >= s->numbers + s->n_numbers || next->why_not || next->item > n->item + (size_t)PAIR_REACH)
        return NULL;
    bool joined = false;
    for (size_t i = n->item + 1u; i < next->item; i++) {
        if (s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_DATE || role_at(s, i) == R_SUBORDINATOR)
            return NULL;
        joined = joined || role_at(s, i) == R_AND;
    }
    const struct date_mention *d = joined ? date_behind(s, next) : NULL;
    bool aside = d && !is_aside(s, d, n);
    for (size_t i = n->item; aside && i-- > 0 && !mark_at(s, i, '(');)
        aside = i > 0 && s->items[i].kind != ITEM_NUMBER && !mark_at(s, i, ')');
    return d && (n->compared || aside) ? d : NULL;
}

/* The item before "(20 sex trafficking and 13 labour trafficking victims) in 2016": that of the bracket, if one closes.
 */
static size_t over_bracket(const struct sentence *s, size_t i)
{
    size_t j = i;
    while (j > 0 && i - j < 2u && (role_at(s, j - 1) == R_IN || role_at(s, j - 1) == R_PREPOSITION))
        j--;
    if (j == 0 || !mark_at(s, j - 1, ')'))
        return i;
    while (j > 0 && !mark_at(s, j, '('))
        j--;
    return j ? j : i;
}

/* The number that a date stands behind ("40 in 2019"), -1 for none. A year right before a noun is its adjective. */
static int claimed_by(const struct sentence *s, const struct date_mention *d)
{
    if (is_adjective(s, d))
        return -1;
    size_t start = over_bracket(s, d->item);
    for (size_t i = start; i-- > 0 && start - i < CLAIM_REACH;) {
        if (s->items[i].kind == ITEM_NUMBER)
            return s->items[i].index;
        if ((s->items[i].kind == ITEM_MARK && s->items[i].mark != '-' && s->items[i].mark != '(') ||
            s->items[i].kind == ITEM_DATE)
            return -1;
    }
    return -1;
}

/* Does a word of comparison ("compared with", "up from") govern item i? Brackets, clause ends and a second
 * verb behind "and" end its reach. */
static bool is_compared(const struct sentence *s, size_t i)
{
    size_t before = i;
    while (before > 0 && item_term(&s->items[before - 1], IN_QUALIFIERS))
        before--;
    if (before > 0 && plays(s, before - 1, R_AGAINST) && s->n_dates > 1) /* "791 in 2021 against 1,013 in 2020" */
        return true;
    while (i-- > 0 && (s->tells & TELLS_COMPARED)) {
        if (role_at(s, i) == R_COMPARED)
            return true;
        if (mark_at(s, i, ';') || mark_at(s, i, ')') || mark_at(s, i, '_') || role_at(s, i) == R_SUBORDINATOR ||
            role_at(s, i) == R_INCLUDING || role_at(s, i) == R_OF_THEM)
            return false;
        if (role_at(s, i) == R_AND && verb_at(s, i + 1))
            return false;
    }
    return false;
}

/* "In May a study published by a foundation found": the month in which it appeared. */
static bool opens_publication(const struct sentence *s, const struct date_mention *d)
{
    bool published = false, report = false;
    for (size_t i = d->item + 1u; i < s->n_items && i <= d->item + (size_t)PUBLICATION_REACH; i++) {
        if (s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ';'))
            break;
        published = published || plays(s, i, R_PUBLISHED);
        report = report || plays(s, i, R_REPORT) || role_at(s, i) == R_ENTITY_OF_STUDY || role_at(s, i) == R_SURVEY;
    }
    return d->item <= 1 && published && report;
}

/* "according to the 2003 Child Labour Survey": its figures are of that year. */
static bool names_study(const struct sentence *s, const struct date_mention *d)
{
    for (size_t i = d->item + 1u; i <= d->item + (size_t)STUDY_REACH && i < s->n_items; i++) {
        if (role_at(s, i) == R_SURVEY || role_at(s, i) == R_ENTITY_OF_STUDY)
            return true;
        bool within = role_at(s, i) == R_OF || role_at(s, i) == R_FOR;
        if (s->items[i].kind == ITEM_MARK || verb_at(s, i) || (is_preposition(role_at(s, i)) && !within))
            return false;
    }
    return false;
}

/* "under the 2015 TIPLEAA": the year is of the name behind it. */
static bool names_proper(const struct sentence *s, const struct date_mention *d)
{
    size_t i = d->item + 1u;
    return is_adjective(s, d) && i < s->n_items && s->items[i].kind == ITEM_WORD && s->items[i].capital &&
           !names_study(s, d);
}

/* "in its August report": the date names the report, not the time of what it counts. Years do both. */
static bool names_report(const struct sentence *s, const struct date_mention *d)
{
    bool whole_years = d->first.month == 1 && d->last.month == 12;
    for (size_t i = d->item; i-- > 0 && d->item - i <= 2u && d->use == DATE_IN;)
        if (plays(s, i, R_FOUNDED))
            return true;
    if (whole_years)
        return false;
    if (role_at(s, d->item + 1u) == R_ENTITY_OF_STUDY || plays(s, d->item + 1u, R_REPORT))
        return true;
    for (size_t i = d->item; i-- > 0 && d->item - i <= 2u;)
        if (plays(s, i, R_PUBLISHED))
            return true;
    return opens_publication(s, d);
}

/* "still missing after the 1992-93 war and the 2008 conflict": the years are those of what came before. */
static bool names_past_event(const struct sentence *s, const struct date_mention *d)
{
    bool years = d->first.month == 1 && d->last.month == 12;
    for (size_t i = d->item; years && is_adjective(s, d) && i-- > 0 && d->item - i <= (size_t)CLAIM_REACH;) {
        if (plays(s, i, R_AFTERMATH))
            return true;
        if (verb_at(s, i) || s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ','))
            return false;
    }
    return false;
}

/* "the first award since 2017", "the largest number since 2012": since then is when there was none such. */
static bool is_superlative(const struct sentence *s, const struct date_mention *d)
{
    for (size_t i = d->item; i-- > 0 && d->item - i <= 5u && s->items[i].kind != ITEM_NUMBER;)
        if (plays(s, i, R_SUPERLATIVE))
            return true;
    return false;
}

void dates_claim(struct sentence *s)
{
    for (size_t k = 0; k < s->n_dates; k++) {
        struct date_mention *d = &s->dates[k];
        int by = claimed_by(s, d);
        d->claimed = by >= 0;
        d->compared = is_compared(s, d->item) || (by >= 0 && is_compared(s, s->numbers[by].item));
        if (names_report(s, d) || names_proper(s, d) || names_past_event(s, d) ||
            (d->use == DATE_SINCE && is_superlative(s, d)))
            d->use = DATE_OF_NAME;
    }
}

/* "6,693 victims, some of them trafficked in earlier years" */
static bool is_of_part(const struct sentence *s, const struct date_mention *d)
{
    for (size_t i = d->item; i-- > 0 && s->items[i].kind != ITEM_NUMBER;)
        if (role_at(s, i) == R_RELATIVE || role_at(s, i) == R_OF_THEM)
            return true;
    return false;
}

/* "the 2017 total of 5,142 referrals": the item of the number that a date before its noun belongs to, 0 for none. */
static size_t total_behind(const struct sentence *s, const struct date_mention *d)
{
    for (size_t i = d->item + 1u; is_adjective(s, d) && i < s->n_items && i <= d->item + 4u; i++) {
        if (s->items[i].kind == ITEM_NUMBER)
            return role_at(s, i - 1) == R_OF || role_at(s, i - 1) == R_TOTAL || role_at(s, i - 1) == R_NUMBER_OF ? i
                                                                                                                 : 0;
        if (s->items[i].kind == ITEM_MARK || verb_at(s, i))
            return 0;
    }
    return 0;
}

/* "compared to 2023, when 123 children were rescued" */
static bool opens_when(const struct sentence *s, const struct date_mention *d, const struct number *n)
{
    size_t i = d->item + 1u;
    i += mark_at(s, i, ',');
    if ((!d->compared && d->use != DATE_SINCE) || role_at(s, i) != R_SUBORDINATOR || n->item < i)
        return false;
    for (size_t j = i + 1; j < n->item; j++)
        if (s->items[j].kind == ITEM_DATE || mark_at(s, j, ';') || mark_at(s, j, ',') ||
            role_at(s, j) == R_SUBORDINATOR)
            return false;
    return true;
}

/* "three were children; one came in 2017": what stands behind a semicolon is told of something else. */
static bool other_clause(const struct sentence *s, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++)
        if (mark_at(s, i, ';'))
            return true;
    return false;
}

/* Before the number, the last date that no other number claims; else after it, one that is not only compared with. */
static const struct date_mention *date_of_sentence(const struct sentence *s, const struct number *n)
{
    const struct date_mention *free_one = NULL, *claimed = NULL, *after = NULL;
    for (size_t k = 0; k < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k];
        size_t total = total_behind(s, d);
        if ((total && total == n->item) || opens_when(s, d, n))
            return d;
        if (total)
            continue;
        if (d->use == DATE_RATE && d->item <= 1)
            free_one = d; /* "Every year ..." */
        if (dates_nothing(d) || d->use == DATE_RATE || (d->compared && !(n->compared && d->item > n->item)) ||
            (d->use == DATE_UNDATED && is_of_part(s, d)))
            continue;
        if (is_aside(s, d, n) || (d->item < n->item && is_of_noun(s, d, n)))
            continue;
        if (d->item < n->item && is_adjective(s, d) && n->item - d->item > ADJECTIVE_REACH && !names_study(s, d) &&
            d->item > FRONTED) /* not "During its February session" */
            continue;
        if (d->item > n->item && other_clause(s, n->item, d->item))
            continue;
        if (d->item > n->item)
            after = !after && (d->use == DATE_IN || (d->use == DATE_LAST_YEAR && n->compared) ||
                               (d->use == DATE_AS_OF && s->n_dates == 1)) /* a list that ends "as of July" */
                        ? d
                        : after;
        else if (d->claimed)
            claimed = d;
        else
            free_one = d;
    }
    return free_one ? free_one : claimed ? claimed : after;
}

/* The item before the number, what qualifies it and its currency sign. */
static size_t before_number(const struct sentence *s, const struct number *n)
{
    size_t i = n->item;
    while (i > 0 && (item_term(&s->items[i - 1], IN_QUALIFIERS) || item_term(&s->items[i - 1], IN_CURRENCIES)))
        i--;
    return i ? i - 1 : s->n_items;
}

/* "raised the budget from 900,000 to 1,800,000 in 2019": the first sum is that of an earlier time, which is not told.
 */
static bool is_former(const struct sentence *s, const struct number *n)
{
    if (role_at(s, before_number(s, n)) != R_FROM)
        return false;
    for (size_t k = (size_t)(n - s->numbers) + 1; k < s->n_numbers; k++) {
        const struct number *m = &s->numbers[k];
        if (mark_at(s, m->item - 1u, '(') || mark_at(s, before_number(s, m), '('))
            continue; /* the same sum in another currency */
        return !m->why_not && role_at(s, before_number(s, m)) == R_TO;
    }
    return false;
}

/* Is the carried date still meant? A day is that of one event; a month or year holds on for some sentences. */
static bool is_near(const struct carried *c, const struct number *n)
{
    bool day = date_compare(c->date.first, c->date.last) == 0;
    if (day && n->indicator == SENTENCE_TERM &&
        !c->date_of_court) /* the day of the arrest is not that of the sentence */
        return false;
    return c->has_date && c->date_age <= (day ? DAY_HOLDS : PERIOD_HOLDS);
}

void periods_find(struct sentence *s)
{
    const struct document *doc = s->document;
    struct date_mention own = { .first = doc->period_start, .last = doc->period_end };
    if (!own.first.year && doc->published.year)
        own = (struct date_mention){ .first = { doc->published.year, 1, 1 }, .last = { doc->published.year, 12, 31 } };
    for (size_t k = 0; k < s->n_numbers; k++)
        s->numbers[k].compared = is_compared(s, s->numbers[k].item);
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        const struct date_mention *d = date_of_bracket(s, n);
        d = d ? d : date_behind(s, n);
        d = d ? d : date_of_pair(s, n);
        const struct number *total = n->from >= 0 && n->from < NUMBERS_LIMIT ? &s->numbers[n->from] : NULL;
        if (!d && total && n->compared == total->compared && total->basis[0]) {
            share_period(n, total);
            n->dated = total->dated;
            continue;
        }
        if (!d && is_former(s, n)) {
            n->basis = "";
            n->dated = true;
            continue;
        }
        if (!d && k > 0 && n->currency.n && mark_at(s, before_number(s, n), '(') && s->numbers[k - 1].currency.n) {
            share_period(n, &s->numbers[k - 1]); /* the same sum in another currency */
            n->dated = s->numbers[k - 1].dated;
            continue;
        }
        if (!d)
            d = date_of_sentence(s, n);
        n->dated = d != NULL;
        if (d && d->use == DATE_SINCE && opens_when(s, d, n))
            set_start(n, d);
        else if (d)
            set_period(n, d, basis_of(d));
        else if (n->from >= NUMBERS_LIMIT && s->carried->total.basis && s->carried->total.basis[0])
            share_period(n, &s->carried->total);
        else if (is_near(s->carried, n))
            set_period(n, &s->carried->date, "context");
        else if (s->carried->story.first.year)
            set_period(n, &s->carried->story, "context");
        else if (s->carried->event.first.year && happens_once(n->indicator))
            set_period(n, &s->carried->event, "context");
        else if (own.first.year && own.last.year)
            set_period(n, &own, "default");
    }
}

bool is_of_court(const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *verb = verb_at(s, i);
        if (role_at(s, i) == R_COURT || (verb && (verb->indicator == CONVICTIONS || verb->indicator == SENTENCES)))
            return true;
    }
    return false;
}

/* "19 of whom authorities arrested as of October": up to when one count runs, not when the rest happened. */
static bool is_of_clause(const struct sentence *s, const struct date_mention *d)
{
    for (size_t i = d->item; i-- > 0 && d->use == DATE_AS_OF;)
        if (role_at(s, i) == R_RELATIVE || role_at(s, i) == R_OF_THEM)
            return true;
    return false;
}

/* "(99 potential victims in 2017)": told beside the count that the text is about. */
static bool in_brackets(const struct sentence *s, const struct date_mention *d)
{
    bool counted = false;
    for (size_t i = d->item; i-- > 0 && !mark_at(s, i, ')');) {
        counted = counted || s->items[i].kind == ITEM_NUMBER;
        if (mark_at(s, i, '('))
            return counted;
    }
    return false;
}

bool period_leaves(const struct sentence *s)
{
    for (size_t k = 0; k < s->n_dates; k++)
        if (is_of_clause(s, &s->dates[k]) && s->dates[k].first.year != s->carried->date.first.year)
            return true;
    return false;
}

/* The period that a sentence leaves to the next ones. */
bool period_to_carry(const struct sentence *s, struct date_mention *out)
{
    const struct date_mention *first = NULL, *last = NULL;
    size_t claimed = 0;
    for (size_t k = 0; k < s->n_dates; k++) {
        const struct date_mention *d = &s->dates[k];
        if (dates_nothing(d) || d->use == DATE_RATE || d->use == DATE_UNDATED || d->use == DATE_LAST_YEAR ||
            d->compared || is_of_clause(s, d) || in_brackets(s, d))
            continue;
        first = first ? first : d;
        last = d;
        claimed += d->claimed;
    }
    if (!first)
        return false;
    *out = *first;
    if (claimed >= YEARS_OF_A_LIST && date_compare(first->first, last->last) < 0)
        out->last = last->last; /* "15 in 2017, five in 2018 and six in 2019": what follows is about all of them */
    return true;
}
