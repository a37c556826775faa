/* Numbers that count nothing: words that state none, labels and marks of reference, measures, ages. */
#include "etl/narrative/clauses.h"
#include "etl/narrative/dates.h"

enum { CALL_DIGITS = 7, MORE_THAN_ONE = 2, OLDEST_YOUTH = 25, DIFFERENCE_REACH = 5 };
enum { LAWS_LEAST = 100, CODE_LEAST = 1000, LETTERS_MOST = 4 };

/* A bare "(29)" or "(29, 32)": every item between the brackets is a mark or digits. */
static bool in_bare_brackets(const struct sentence *s, size_t i)
{
    size_t open = i, close = i;
    while (open > 0 && (s->items[open - 1].kind == ITEM_DIGITS || mark_at(s, open - 1, ',') ||
                        mark_at(s, open - 1, '-') || s->items[open - 1].kind == ITEM_NUMBER))
        open--;
    while (close < s->n_items &&
           (s->items[close].kind == ITEM_DIGITS || mark_at(s, close, ',') || mark_at(s, close, '-')))
        close++;
    return open > 0 && mark_at(s, open - 1, '(') && (mark_at(s, close, ')') || close == s->n_items);
}

/* "per" before a number. */
static bool is_per(const struct sentence *s, size_t i)
{
    return i + 1 < s->n_items && str_is(item_text(s, i), "per") &&
           (s->items[i + 1].kind == ITEM_DIGITS || s->items[i + 1].kind == ITEM_NUMBER || number_word(s, i + 1));
}

/* Seven digits or more that nothing separates, or a nought before others: nobody writes a count so. */
static bool is_call_number(struct str digits)
{
    size_t run = 0;
    while (run < digits.n && ascii_is_digit(digits.p[run]))
        run++;
    return (run == digits.n && run >= CALL_DIGITS && digits.p[digits.n - 1] != '0') || (run > 1 && digits.p[0] == '0');
}

/* Words that state no number, and spans of time. */
static const char *as_word(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    if (n->duration && end == i + 1 && str_ends(item_text(s, i), "s"))
        return "states no number"; /* "decades" */
    if (n->duration && mark_at(s, end, '-') && glued(s, end))
        return "part of a name or code"; /* "decade-long" */
    if (n->duration && i > 0 && plays(s, i - 1, R_WINDOW))
        return "a span of time"; /* "in the last decade" */
    const struct date_mention *ago =
        end < s->n_items && s->items[end].kind == ITEM_DATE ? &s->dates[s->items[end].index] : NULL;
    if (ago && ago->use == DATE_UNDATED && !ago->later && role_at(s, i ? i - 1 : s->n_items) != R_IN)
        return "a span of time"; /* "two months ago" */
    size_t noun = end + (end < s->n_items && word_describes(s, end) && !noun_at(s, end));
    bool opens = i == 1 || (i > 1 && mark_at(s, i - 2, ','));
    if (n->worded && n->low == 1 && opens && role_at(s, i - 1) == R_IN && noun_at(s, noun) &&
        s->items[noun].noun->kind == NOUN_CASE && role_at(s, noun + 1) != R_OF)
        return "one as an article"; /* "In one case, a girl ...", "which, in one reported case in 2018, led to" */
    if (n->worded && n->low == 1 && i > 1 && role_at(s, i - 1) == R_OF && noun_at(s, i - 2) &&
        s->items[i - 2].noun->kind == NOUN_PERSON && noun_at(s, end) && noun_at(s, end)->role == ROLE_NONE)
        return "one as an article"; /* "nine members of one family" */
    const struct term *more = end < s->n_items ? item_term(&s->items[end], IN_QUALIFIERS) : NULL;
    if (n->worded && n->low <= MORE_THAN_ONE && more && more->after && more->kind == AT_LEAST)
        return "states no number"; /* "a crime against two or more minors" */
    if (n->qualifier == VAGUE && n->low <= MORE_THAN_ONE)
        return "states no number"; /* "several", "a few" */
    return NULL;
}

static bool is_capitals(const struct sentence *s, size_t i)
{
    if (i >= s->n_items || !glued(s, i) || s->items[i].kind == ITEM_MARK)
        return false;
    struct str w = item_text(s, i);
    return w.n > 1 && ascii_is_upper(w.p[0]) && ascii_is_upper(w.p[1]);
}

/* "800-TIPS (8477)", "800-4CTU": letters or a smaller number joined to three digits or more. */
static bool is_letter_number(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    if (n->low >= 100 && mark_at(s, end, '-') && glued(s, end) && glued(s, end + 1))
        return is_capitals(s, end + 1) || (end + 1 < s->n_items && s->items[end + 1].kind == ITEM_DIGITS);
    return i > 2 && mark_at(s, i - 1, '(') && mark_at(s, end, ')') && is_capitals(s, i - 2) && mark_at(s, i - 3, '-');
}

/* "no. 1098765", "u/s 370(3)(5)": behind a number that has been found to be one of a label. */
static bool goes_on_label(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    if (n->zero_word) /* "suit no. SS/65C/2020" */
        return mark_at(s, end, '.') && glued(s, end) && end + 1 < s->n_items;
    if (s->items[i].kind != ITEM_DIGITS || i < 2 || !glued(s, i - 1))
        return false;
    const struct item *before = &s->items[i - 2];
    if (mark_at(s, i - 1, '.') && before->kind == ITEM_NUMBER && s->numbers[before->index].zero_word)
        return true;
    return mark_at(s, i - 1, '(') && glued(s, i) && mark_at(s, end, ')') &&
           (before->kind == ITEM_NUMBER || mark_at(s, i - 2, ')'));
}

static bool is_capital_word(const struct sentence *s, size_t i)
{
    return s->items[i].kind == ITEM_WORD && s->items[i].capital;
}

/* "on October 30" in a text that nothing tells the year of: no date, and no count either. */
static bool is_day_of_month(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    enum { LONGEST_MONTH = 31 };
    if (s->items[i].kind != ITEM_DIGITS || n->low < 1 || n->high > LONGEST_MONTH)
        return false;
    size_t behind = end + (role_at(s, end) == R_OF), before = i - (i > 1 && mark_at(s, i - 1, '.'));
    if (behind < s->n_items && s->items[behind].capital && month_at(s, behind))
        return true;
    return before > 0 && s->items[before - 1].capital && month_at(s, before - 1) &&
           !counts_behind_month(s, before - 1, end);
}

/* "42 victims14": a mark of reference joined to a word that means something; "of40" has only lost its blank. */
static bool is_joined_mark(const struct sentence *s, size_t i)
{
    const struct item *before = i > 0 ? &s->items[i - 1] : NULL;
    return before && before->kind == ITEM_PHRASE && !item_term(before, IN_CURRENCIES) &&
           (before->noun || before->verb || item_term(before, IN_PLACES) || item_term(before, IN_TOPICS));
}

/* What a mark of reference holds beside its number: "[3, 4]", "[5-7]". */
static bool is_in_mark(const struct sentence *s, size_t i)
{
    return s->items[i].kind == ITEM_DIGITS || s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ',') ||
           mark_at(s, i, '-') || mark_at(s, i, '_');
}

/* "remain missing.[3][4]", "two brokers [7]"; not "freed [40] victims". */
static bool is_square_mark(const struct sentence *s, size_t i, size_t end)
{
    size_t open = i, close = end;
    while (open > 0 && is_in_mark(s, open - 1))
        open--;
    while (close < s->n_items && is_in_mark(s, close))
        close++;
    bool square = open > 0 && mark_at(s, open - 1, '[') && mark_at(s, close, ']');
    return square && (glued(s, open - 1) || !(noun_at(s, close + 1) || word_describes(s, close + 1)));
}

/* Marks of reference, names, codes, labels, times of the day. */
/* "Republic Act 9208", "Republic Acts (RAs) 9208", "RA 10364": behind a law written with a capital, or capitals. */
static bool is_number_of_law(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    size_t law = i > 1 && mark_at(s, i - 1, ')') ? skip_brackets_left(s, i - 1) : i;
    if (law == 0 || n->low < LAWS_LEAST || (first_token(s, i)->flags & TOKEN_COMMAS) || noun_at(s, end) ||
        verb_at(s, end) || !s->items[law - 1].capital)
        return false;
    struct str word = item_text(s, law - 1);
    bool letters = word.n > 1 && word.n <= LETTERS_MOST && s->items[law - 1].kind == ITEM_WORD;
    for (size_t k = 0; k < word.n && letters; k++)
        letters = ascii_is_upper(word.p[k]);
    return role_at(s, law - 1) == R_STATUTE || (letters && n->low >= CODE_LEAST);
}

static const char *as_label(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    bool digits = s->items[i].kind == ITEM_DIGITS;
    if (digits && is_number_of_law(s, i, end, n))
        return "article, section or other label";
    if (digits && in_bare_brackets(s, i) && (s->document->language.n == 0 || n->low < 1000) && n->low < 200 &&
        s->carried->reference_marks)
        return "reference mark";
    if (digits && is_square_mark(s, i, end))
        return "reference mark";
    bool labelled = i > 1 && mark_at(s, i - 1, '-') && noun_at(s, i - 2) && noun_at(s, i - 2)->kind == NOUN_PERSON &&
                    mark_at(s, end, '('); /* "Female children-688 (25.1%)" */
    if (i > 0 && glued(s, i) && !labelled &&
        (mark_at(s, i - 1, '-') || mark_at(s, i - 1, '/') || mark_at(s, i - 1, ':') || mark_at(s, i - 1, '.') ||
         s->items[i - 1].kind == ITEM_WORD || mark_at(s, i - 1, '#') || is_joined_mark(s, i)))
        return "part of a name or code";
    if (digits && n->low <= 20 && i > 0 && mark_at(s, i - 1, '(') && mark_at(s, end, ')') &&
        (i == 1 || mark_at(s, i - 2, ';') || mark_at(s, i - 2, ':') || mark_at(s, i - 2, ',')))
        return "number of a list entry";
    if (is_day_of_month(s, i, end, n))
        return "a day of a month";
    if (goes_on_label(s, i, end, n))
        return "article, section or other label";
    if (digits && (is_call_number(item_text(s, i)) || is_letter_number(s, i, end, n)))
        return "phone or registration number";
    if (digits && i > 1 && mark_at(s, i - 2, '"') && mark_at(s, end, '"') && s->items[i - 1].capital)
        return "part of a name or code"; /* the "Navy 11" case */
    if (digits && n->low <= 20 && i > 1 && is_capital_word(s, i - 1) && !mark_at(s, i - 2, ',') &&
        (mark_at(s, end, ',') || mark_at(s, end, ')') || mark_at(s, end, '"')))
        return "part of a name or code"; /* "the crew of the Naham 3, captured in 2012" */
    if (i == 0 && digits && (mark_at(s, end, '.') || mark_at(s, end, ')')))
        return "number of a list entry";
    if (glued(s, end) && (mark_at(s, end, '/') || mark_at(s, end, ':')) && glued(s, end + 1) && digits)
        return "time or ratio";
    if (digits && mark_at(s, end, '.') && glued(s, end) && glued(s, end + 1) && end + 1 < s->n_items)
        return "section";
    if (role_at(s, end) == R_ORDINAL && glued(s, end))
        return "ordinal";
    return NULL;
}

/* Fractions, percentages and other measures. `after`: the item behind the number and a hyphen. */
static const char *as_measure(const struct sentence *s, size_t i, size_t end, size_t after, const struct number *n)
{
    if (after > end && noun_at(s, after) && s->items[after].noun->kind == NOUN_PERSON)
        return "part of a name or code"; /* "its five-man crew" */
    bool half = number_word(s, after) && number_word(s, after)->kind == NUMBER_HALF && after > end;
    if (n->worded && n->low <= 9 && (role_at(s, after) == R_ORDINAL || half))
        return "fraction"; /* "one-third" */
    bool pair = role_at(s, end) == R_AND && end + 1 < s->n_items && s->items[end + 1].kind == ITEM_DIGITS;
    size_t measure = pair ? end + 2 : after; /* "48 and 51 percent" */
    if (role_at(s, measure) == R_MEASURE_AFTER || mark_at(s, measure, '%'))
        return "percentage or measure";
    bool ratio = i > 0 && plays(s, i - 1, R_PER) && s->items[i - 1].last > s->items[i - 1].first + 1;
    if (is_per(s, end) || ratio || (i > 0 && is_per(s, i - 1))) /* "for every 10 girls in school" */
        return "percentage or measure";                         /* "5.3 per thousand", "8 per 1,000" */
    return NULL;
}

/* "16 years old", "eight to 17 years old", "the five-to-17 age group" */
static bool is_age_by_words_behind(const struct sentence *s, size_t end, size_t after)
{
    if (role_at(s, after) == R_AGE_AFTER)
        return true;
    bool pair = role_at(s, end) == R_TO || role_at(s, end) == R_AND || role_at(s, end) == R_OR || mark_at(s, end, '-');
    size_t second = end + mark_at(s, end, '-');
    second += role_at(s, second) == R_TO ? 1u + mark_at(s, second + 1, '-') : 0;
    if (second > end && second < s->n_items && s->items[second].kind == ITEM_DIGITS &&
        role_at(s, second + 1) == R_AGE_BEFORE)
        return true;
    return pair &&
           (role_at(s, end + 2) == R_AGE_AFTER || (mark_at(s, end + 2, '-') && role_at(s, end + 3) == R_AGE_AFTER));
}

/* "no child under 15", "aged between 12 and 17", "children between 13 and 17 years" */
static bool is_age_by_words_before(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    const struct term *bound = i > 1 ? item_term(&s->items[i - 1], IN_QUALIFIERS) : NULL;
    bool behind_person = i > 1 && noun_at(s, i - 2) && s->items[i - 2].noun->kind == NOUN_PERSON;
    bool of_thing = noun_at(s, end) || counts_thing(s, end); /* "defendants under two sections" */
    if (bound && bound->kind == AT_MOST && n->low <= 21 && behind_person && !of_thing)
        return true;
    size_t before = i;
    while (before > 0 && (role_at(s, before - 1) == R_OF || role_at(s, before - 1) == R_DETERMINER ||
                          role_at(s, before - 1) == R_BETWEEN ||
                          (item_term(&s->items[before - 1], IN_QUALIFIERS) && role_at(s, before - 1) != R_AGE_BEFORE)))
        before--;
    size_t dash = before > 1 && (mark_at(s, before - 1, '-') || mark_at(s, before - 1, '_')) ? 1 : 0;
    if (dash && role_at(s, before - 2) == R_AGE_BEFORE) /* "three men aged - 23, 27 and 31" */
        return true;
    bool of_these = role_at(s, i - 1) == R_DETERMINER && noun_at(s, end + (verb_at(s, end) != NULL));
    if (before > 0 && role_at(s, before - 1) == R_AGE_BEFORE && !of_these) /* not "the average age of the 62 girls" */
        return true;
    if (before < i && before > 0 && role_at(s, before) == R_BETWEEN && noun_at(s, before - 1) &&
        s->items[before - 1].noun->kind == NOUN_PERSON && noun_at(s, end) && s->items[end].noun->unit == YEARS)
        return true;
    return behind_person && role_at(s, i - 1) == R_BETWEEN && n->high <= OLDEST_YOUTH && n->low < n->high &&
           !noun_at(s, end);
}

bool changes_before(const struct sentence *s, size_t i, enum role preposition)
{
    size_t first = phrase_from(s, i);
    return first > 1 && role_at(s, first - 1) == preposition && plays(s, first - 2, R_CHANGE);
}

bool changed_over(const struct sentence *s, size_t i)
{
    return i > 0 && role_at(s, i) == R_PREPOSITION && role_at(s, i + 1) == R_DETERMINER && plays(s, i - 1, R_CHANGE);
}

const char change_of_count[] = "how much a count changed";

/* "rose by 15 to 60", "an increase of 40 victims", "20 fewer than in 2019": how much a count changed. */
static bool is_difference(const struct sentence *s, size_t i, size_t end)
{
    if (changes_before(s, i, R_BY) || changes_before(s, i, R_OF))
        return true;
    bool more = plays(s, end, R_MORE);
    for (size_t j = end; j < s->n_items && j < end + DIFFERENCE_REACH; j++) {
        if (s->items[j].kind == ITEM_MARK || s->items[j].kind == ITEM_NUMBER)
            return false;
        if (plays(s, j, R_DIFFERENCE) || (more && plays(s, j, R_THAN)))
            return true;
    }
    return false;
}

/* "12,34,5678", "5,10,15": commas without blanks that group no thousands, so that nobody can tell which number is
 * meant.
 */
static bool runs_together(const struct sentence *s, size_t i, size_t end)
{
    bool behind = mark_at(s, end, ',') && glued(s, end) && glued(s, end + 1) && end + 1 < s->n_items &&
                  s->items[end + 1].kind == ITEM_DIGITS;
    bool before = i > 1 && mark_at(s, i - 1, ',') && glued(s, i - 1) && glued(s, i) &&
                  s->items[i].kind == ITEM_DIGITS && s->items[i - 2].kind == ITEM_NUMBER;
    return behind || before;
}

const char *counts_nothing(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    if (n->low != n->low || runs_together(s, i, end))
        return "not readable";
    const char *why = as_word(s, i, end, n);
    if (why)
        return why;
    if (is_age_of_person(s, i, end, n))
        return "age";
    why = as_label(s, i, end, n);
    size_t after = end + (mark_at(s, end, '-') && (glued(s, end) || role_at(s, end + 1) == R_AGE_AFTER));
    why = why ? why : as_measure(s, i, end, after, n);
    if (why)
        return why;
    size_t before = phrase_from(s, i);
    if (before > 0 && plays(s, before - 1, R_EXCEPT))
        return "an exception";
    if (before > 0 && plays(s, before - 1, R_CAPACITY))
        return "what a place has room for";
    if (before > 0 && plays(s, before - 1, R_SAMPLE))
        return "a sample";
    if (is_difference(s, i, end))
        return change_of_count;
    if (is_age_by_words_behind(s, end, after) || is_age_by_words_before(s, i, end, n))
        return "age";
    bool labels =
        plays(s, end, R_LABEL_BEFORE) && !noun_at(s, end) && str_ends(item_text(s, end), "s"); /* "two sections" */
    return labels || (i > 0 && role_at(s, i - 1) == R_LABEL_BEFORE) ? "article, section or other label" : NULL;
}

const char *shared_label(const struct sentence *s, size_t i)
{
    size_t before = i > 1 ? i - 2 : 0;
    if (mark_at(s, before, ')') && skip_brackets_left(s, before) > 0) /* "sections 360(A) and 360" */
        before = skip_brackets_left(s, before) - 1;
    if (i < 2 || s->items[before].kind != ITEM_NUMBER)
        return NULL;
    const char *why = s->numbers[s->items[before].index].why_not;
    bool joined = role_at(s, i - 1) == R_AND || role_at(s, i - 1) == R_OR || role_at(s, i - 1) == R_TO ||
                  mark_at(s, i - 1, ',') || mark_at(s, i - 1, '-');
    size_t noun = i + 1;
    while (noun < s->n_items && noun < i + 3 && !noun_at(s, noun) && (word_describes(s, noun) || is_word(s, noun)))
        noun++;
    bool counts = (role_at(s, i - 1) == R_AND && noun_at(s, noun) && s->items[noun].noun->kind == NOUN_CASE) ||
                  role_at(s, i + 1) == R_BETWEEN || /* "six people under 15, 21 between 15 and 17" */
                  (role_at(s, i + 1) == R_BE && mark_at(s, i - 1, ',')); /* "36 were aged 18 to 25, 24 were girls" */
    bool worded = s->items[i].kind != ITEM_DIGITS && role_at(s, i - 1) == R_AND && i > 2 &&
                  role_at(s, i - 3) == R_AGE_BEFORE && !noun_at(s, noun); /* "between the ages of three and five" */
    bool shares =
        why && joined && !counts && (why[0] == 'a' || why[0] == 'r') && (s->items[i].kind == ITEM_DIGITS || worded);
    return shares ? why : NULL;
}
