/* What a date is of: a number, a name, a publication, a comparison, a bracket, a noun, a part of the count. */
#include "etl/narrative/dates.h"
#include "etl/narrative/periods.h"

enum {
    CLAIM_REACH = 12,
    STUDY_REACH = 16,
    SUPERLATIVE_REACH = 18,
    OPENING_REACH = 5,
    DAYS_OF_YEAR = 365,
    PUBLICATION_REACH = 16,
    COLLECTED_REACH = 4,
    ORIGIN_REACH = 4,
    YEARS_OF_DECADE = 10
};

bool dates_nothing(const struct date_mention *d) { return d->use == DATE_OF_SAYING || d->use == DATE_OF_NAME; }

bool date_is_adjective(const struct sentence *s, const struct date_mention *d)
{
    bool decades = d->last.year - d->first.year >= YEARS_OF_DECADE - 1; /* "in the 1970s" */
    size_t before = d->item ? d->item - 1u : 0;
    before -= before > 0 && plays(s, before, R_SEASON); /* "the fall 2020 fighting" */
    return d->item > 0 && role_at(s, before) == R_DETERMINER && d->use == DATE_IN && !decades;
}

bool date_is_aside(const struct sentence *s, const struct date_mention *d, const struct number *n)
{
    size_t close, open = bracket_around(s, d->item, &close);
    bool counted = false;
    if (open == s->n_items || (n->item >= open && n->item <= close))
        return false;
    for (size_t i = open; i < close && !counted; i++) /* also "(2021/22: 40)" */
        counted = s->items[i].kind == ITEM_NUMBER || (i < d->item && s->items[i].kind == ITEM_DIGITS);
    return counted;
}

bool opens_aside(const struct sentence *s, const struct date_mention *d)
{
    size_t i = d->item;
    while (i > 0 && d->item - i < 3u && (is_preposition(role_at(s, i - 1)) || role_at(s, i - 1) == R_IN))
        i--;
    const struct term *verb = i ? verb_at(s, i - 1) : NULL;
    bool justice = verb && is_suspect_indicator(verb->indicator); /* no "study published" */
    if (!justice || !(verb->verb_forms & FORM_PARTICIPLE) || i < 2)
        return false;
    i -= 2;
    i -= i > 0 && role_at(s, i) == R_ADVERB;
    return mark_at(s, i, ',');
}

/* "The registry, which began in 1964, lists": within a relative clause that tells since when there is such a thing. */
static bool stands_in_relative(const struct sentence *s, const struct date_mention *d)
{
    bool founded = false;
    for (size_t i = d->item; i-- > 1 && s->items[i].kind != ITEM_NUMBER && !mark_at(s, i, ',');) {
        founded = founded || plays(s, i, R_FOUNDED) || plays(s, i, R_BEGAN);
        if (role_at(s, i) == R_RELATIVE && mark_at(s, i - 1, ','))
            return founded;
    }
    return false;
}

bool date_is_of_noun(const struct sentence *s, const struct date_mention *d, const struct number *n)
{
    if (!opens_aside(s, d) && !stands_in_relative(s, d))
        return false;
    for (size_t j = d->item + 1u; j < n->item; j++)
        if (mark_at(s, j, ','))
            return true;
    return false;
}

/* "(20 sex trafficking and 13 labour trafficking victims) in 2016": where the bracket before item i opens, else i. */
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
    if (date_is_adjective(s, d) || d->opens)
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

/* "a decrease (more than 50 percent) from 48": the comparison is parted by a bracket. */
static bool changed_from(const struct sentence *s, size_t i)
{
    if (i < 2 || role_at(s, i - 1) != R_FROM || !mark_at(s, i - 2, ')'))
        return false;
    size_t open = skip_brackets_left(s, i - 2);
    return open > 0 && plays(s, open - 1, R_CHANGE);
}

bool is_compared_with(const struct sentence *s, size_t i)
{
    size_t before = qualified_from(s, i);
    if (changed_from(s, before))
        return true;
    bool dated = before > 1 && s->items[before - 2].kind == ITEM_DATE;
    if (dated && plays(s, before - 1, R_AGAINST) && s->n_dates > 1) /* "791 in 2021 against 1,013 in 2020" */
        return true;
    size_t the = i - (i > 0 && item_term(&s->items[i - 1], IN_CURRENCIES)) - 1;
    if (i > 2 && role_at(s, the) == R_DETERMINER && changed_over(s, the - 1)) /* "an increase over the 80" */
        return true;
    bool resumed = false; /* "compared with 40 in 2020, including six women, and eight in 2019" */
    while (i-- > 0 && (s->tells & TELLS_COMPARED)) {
        if (role_at(s, i) == R_COMPARED)
            return true;
        size_t open = mark_at(s, i, ')') ? skip_brackets_left(s, i) : 0;
        if (open && over_sum(s, open) == i) {
            i = open; /* "a decrease from one million francs ($149,477) in 2015" */
            continue;
        }
        if (open && !mark_at(s, i + 1, ',') && role_at(s, open - 1) != R_COMPARED) {
            i = open; /* "compared with 225 boys (19 of them in camps) and 87 adults in 2019" */
            continue;
        }
        resumed = resumed || (role_at(s, i) == R_AND && mark_at(s, i - 1, ',') && i + 1 < s->n_items &&
                              s->items[i + 1].kind == ITEM_NUMBER && s->n_dates > 1);
        if (role_at(s, i) == R_INCLUDING && resumed)
            continue;
        if (mark_at(s, i, ';') || mark_at(s, i, ')') || mark_at(s, i, '_') || role_at(s, i) == R_SUBORDINATOR ||
            role_at(s, i) == R_INCLUDING || role_at(s, i) == R_OF_THEM)
            return false;
        if (role_at(s, i) == R_AND && verb_at(s, i + 1))
            return false;
    }
    return false;
}

static bool is_study(const struct sentence *s, size_t i)
{
    return plays(s, i, R_REPORT) || role_at(s, i) == R_ENTITY_OF_STUDY || role_at(s, i) == R_SURVEY;
}

/* Does the sentence speak of a report, study or survey? */
static bool tells_of_report(const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++)
        if (is_study(s, i))
            return true;
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
        report = report || is_study(s, i);
    }
    return d->item <= 1 && published && report;
}

bool date_names_study(const struct sentence *s, const struct date_mention *d)
{
    for (size_t i = d->item + 1u; i <= d->item + (size_t)STUDY_REACH && i < s->n_items; i++) {
        if (role_at(s, i) == R_SURVEY || role_at(s, i) == R_ENTITY_OF_STUDY)
            return true;
        bool within = role_at(s, i) == R_OF || role_at(s, i) == R_FOR;
        if (s->items[i].kind == ITEM_MARK || verb_at(s, i) || (is_preposition(role_at(s, i)) && !within))
            break;
    }
    for (size_t i = d->item;
         i-- > 0 && d->item - i <= (size_t)COLLECTED_REACH;) /* "data collected in the 2013-14 season" */
        if (plays(s, i, R_REPORT) && verb_at(s, i + 1))
            return true;
    return false;
}

/* "under the 2015 TIPLEAA": the year is of the name behind it. */
static bool names_proper(const struct sentence *s, const struct date_mention *d)
{
    size_t i = d->item + 1u;
    return date_is_adjective(s, d) && i < s->n_items && s->items[i].kind == ITEM_WORD && s->items[i].capital &&
           !date_names_study(s, d);
}

/* "in its August report": the date names the report, not the time of what it counts. Years do both. */
static bool names_report(const struct sentence *s, const struct date_mention *d)
{
    bool whole_years = spans_years(d);
    for (size_t i = d->item; i-- > 0 && d->item - i <= 2u && d->use == DATE_IN;)
        if (plays(s, i, R_FOUNDED))
            return true;
    if (whole_years)
        return false;
    if (role_at(s, d->item + 1u) == R_ENTITY_OF_STUDY || plays(s, d->item + 1u, R_REPORT))
        return true;
    for (size_t i = d->item; i-- > 0;) {
        if (plays(s, i, R_PUBLISHED))
            return !(verb_at(s, i) && verb_at(s, i)->indicator) || tells_of_report(s); /* "workers released in May" */
        bool publisher = s->items[i].capital || role_at(s, i) == R_BY || role_at(s, i) == R_DETERMINER;
        if (d->item - i >= 2u && !publisher) /* "released by the Law Society in July" */
            break;
    }
    return opens_publication(s, d);
}

/* "According to its July 3 report", "in a 2010 report by": the report that the sentence opens with tells of that time,
 * unless it names another. The capitals of a title are its name. */
static bool opens_report(const struct sentence *s, const struct date_mention *d)
{
    if (!date_is_adjective(s, d) || d->item > OPENING_REACH)
        return false;
    for (size_t i = d->item + 1u; i < s->n_items && i <= d->item + (size_t)STUDY_REACH; i++) {
        if (plays(s, i, R_REPORT) && !s->items[i].capital)
            return true;
        if (s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_NUMBER || role_at(s, i) == R_OF ||
            is_preposition(role_at(s, i)))
            return false;
    }
    return false;
}

/* "still missing after the 1992-93 war and the 2008 conflict": the years are those of what came before. */
static bool names_past_event(const struct sentence *s, const struct date_mention *d)
{
    bool years = spans_years(d);
    if (years && d->item > 1 && role_at(s, d->item - 1u) == R_DETERMINER && role_at(s, d->item - 2u) == R_FROM &&
        plays(s, d->item + 1u, R_CONFLICT))
        return true; /* "still missing from the 1990s war" */
    for (size_t i = d->item; years && date_is_adjective(s, d) && i-- > 0 && d->item - i <= (size_t)CLAIM_REACH;) {
        if (plays(s, i, R_AFTERMATH))
            return true;
        if (verb_at(s, i) || s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ','))
            return false;
    }
    return false;
}

/* "the first award since 2017", "the largest raid since the law was passed in 2012": since then is when there was none
 * such. */
static bool is_superlative(const struct sentence *s, const struct date_mention *d)
{
    bool since = d->use == DATE_SINCE;
    for (size_t i = d->item; i-- > 0 && d->item - i <= (size_t)SUPERLATIVE_REACH;)
        since = since && role_at(s, i) != R_SINCE; /* "592 since its first conviction in 2004" */
    for (size_t i = d->item; i-- > 0 && d->item - i <= (size_t)SUPERLATIVE_REACH;) {
        since = since || role_at(s, i) == R_SINCE;
        if (plays(s, i, R_SUPERLATIVE))
            return since;
        if (s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ',') || (role_at(s, i) == R_BE && !since) ||
            ends_clause(s, i))
            return false;
    }
    return false;
}

/* "and will appear in court on Monday": not yet when the count was told; a grant may be for years to come. */
static bool is_to_come(const struct sentence *s, const struct date_mention *d)
{
    int before = nearest_number(s, d->item);
    if (before >= 0 && s->numbers[before].currency.n)
        return false;
    for (size_t i = d->item; i-- > 0 && d->item - i <= (size_t)CLAIM_REACH;) {
        if (role_at(s, i) == R_MODAL)
            return role_at(s, i + 1) != R_HAVE;
        if (s->items[i].kind == ITEM_NUMBER || s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_DATE ||
            ends_clause(s, i))
            return false;
    }
    return false;
}

/* "29 investigations continued from previous years", "12 were carried over from 2019", "continued 15 investigations
 * from 2019": when they were opened, not of which time the count is. */
static bool tells_origin(const struct sentence *s, const struct date_mention *d)
{
    size_t from = d->item > 1 && role_at(s, d->item - 1u) == R_FROM ? d->item - 1u : 0;
    long days = date_to_days(d->last) - date_to_days(d->first);
    bool one_year = days >= DAYS_OF_YEAR - 1 && days <= DAYS_OF_YEAR; /* also from April to March */
    for (size_t i = from; one_year && i-- > 0 && from - i <= ORIGIN_REACH && s->items[i].kind != ITEM_MARK;)
        if (plays(s, i, R_CARRIED))
            return true;
    const struct term *verb = d->use == DATE_UNDATED && d->item > 0 ? verb_at(s, d->item - 1u) : NULL;
    bool continued = verb && (verb->verb_forms & FORM_PARTICIPLE) && !verb->indicator;
    return continued || (d->use == DATE_UNDATED && is_unknown_past(s, d->item - 1u));
}

/* "an increase of 30 over 2019": what the count is held against. */
static bool is_base_of_change(const struct sentence *s, const struct date_mention *d, int by)
{
    uint8_t before = d->item ? role_at(s, d->item - 1u) : (uint8_t)R_NONE;
    const char *why = by >= 0 ? s->numbers[by].why_not : NULL;
    return why == change_of_count && (before == R_PREPOSITION || before == R_FROM);
}

/* "a number which doubled since 1990", "which has grown since 2015": since when it has changed. */
static bool is_of_growth(const struct sentence *s, const struct date_mention *d)
{
    size_t i = d->item;
    if (d->use != DATE_SINCE || i < 2 || !(plays(s, i - 1, R_CHANGE)))
        return false;
    i--;
    while (i > 0 && (role_at(s, i - 1) == R_HAVE || role_at(s, i - 1) == R_ADVERB || role_at(s, i - 1) == R_BE))
        i--;
    return i > 0 && (role_at(s, i - 1) == R_RELATIVE || role_at(s, i - 1) == R_THAT);
}

/* "released in May, of the 8,463 cases reported since 2011": a count that runs on ends with its report. */
static void close_with_report(struct sentence *s, const struct date_mention *report)
{
    for (size_t k = 0; k < s->n_dates; k++) {
        struct date_mention *d = &s->dates[k];
        if (d->use == DATE_SINCE && date_compare(d->first, report->first) < 0 &&
            date_compare(report->last, d->last) < 0)
            d->last = report->last;
    }
}

void dates_claim(struct sentence *s)
{
    for (size_t k = 0; k < s->n_dates; k++) {
        struct date_mention *d = &s->dates[k];
        d->opens = date_opens_clause(s, d);
        int by = claimed_by(s, d);
        d->claimed = by >= 0;
        d->compared = is_compared_with(s, d->item) || plays(s, d->item - 1u, R_THAN) ||
                      (by >= 0 && is_compared_with(s, s->numbers[by].item));
        d->of_report = opens_report(s, d);
        bool report = names_report(s, d);
        if (report && !spans_years(d))
            close_with_report(s, d);
        if (report || names_proper(s, d) || names_past_event(s, d) || is_superlative(s, d) || is_to_come(s, d) ||
            is_of_growth(s, d) || is_base_of_change(s, d, by) || tells_origin(s, d))
            d->use = DATE_OF_NAME;
    }
}

bool date_is_of_part(const struct sentence *s, const struct date_mention *d)
{
    for (size_t i = d->item; i-- > 0 && s->items[i].kind != ITEM_NUMBER;)
        if (role_at(s, i) == R_RELATIVE || role_at(s, i) == R_OF_THEM)
            return true;
    return false;
}

size_t date_total_behind(const struct sentence *s, const struct date_mention *d)
{
    for (size_t i = d->item + 1u; date_is_adjective(s, d) && i < s->n_items && i <= d->item + 4u; i++) {
        if (s->items[i].kind == ITEM_NUMBER)
            return role_at(s, i - 1) == R_OF || role_at(s, i - 1) == R_TOTAL || role_at(s, i - 1) == R_NUMBER_OF ? i
                                                                                                                 : 0;
        if (s->items[i].kind == ITEM_MARK || verb_at(s, i))
            return 0;
    }
    return 0;
}

/* "reported missing", "missing from" */
static bool tells_lost(const struct sentence *s, size_t i)
{
    return (verb_at(s, i) && verb_at(s, i)->indicator == MISSING) ||
           (topic_at(s, i) && topic_at(s, i)->subject == MISSING_PERSONS);
}

bool date_is_of_relative(const struct sentence *s, const struct date_mention *d, const struct number *n)
{
    bool later = n->verb > (int)d->item && n->indicator != MISSING; /* those who left in April are missing since then */
    bool found = n->indicator == MISSING_FOUND || n->indicator == VICTIMS_FREED;
    bool lost = found && n->verb < (int)n->item && n->head >= 0 && !is_part_of_whole(s, n);
    for (size_t i = (size_t)n->phrase_last + 1; (later || lost) && i < d->item; i++)
        if ((later && role_at(s, i) == R_RELATIVE) || (lost && tells_lost(s, i)))
            return true;
    return false;
}
