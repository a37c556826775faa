/* Numbers in digits and words, ranges, bounds and qualifiers; and what looks like one but counts nothing. */
#include "etl/narrative/sentence.h"

#include <math.h>

enum { CALL_DIGITS = 7 };

static const struct token *first_token(const struct sentence *s, size_t i)
{
    return &s->tokens->list[s->items[i].first];
}

static bool glued(const struct sentence *s, size_t i)
{
    return i < s->n_items && (first_token(s, i)->flags & TOKEN_GLUED);
}

static const struct term *number_word(const struct sentence *s, size_t i)
{
    return i < s->n_items ? item_term(&s->items[i], IN_NUMBERS) : NULL;
}

static bool mark_at(const struct sentence *s, size_t i, char mark)
{
    return i < s->n_items && item_is_mark(&s->items[i], mark);
}

static uint8_t role_at(const struct sentence *s, size_t i)
{
    return i < s->n_items ? s->items[i].role : R_NONE;
}

static double digits_value(struct str text)
{
    char plain[40];
    size_t n = 0;
    for (size_t i = 0; i < text.n && n < sizeof plain; i++)
        if (ascii_is_digit(text.p[i]) || text.p[i] == '.')
            plain[n++] = text.p[i];
    double value;
    return str_to_double((struct str){ plain, n }, &value) ? value : NAN;
}

/* "million", "bn": a scale; short ones (m, bn, k) only glued to the digits. */
static const struct term *scale_at(const struct sentence *s, size_t i)
{
    const struct term *t = number_word(s, i);
    if (!t || (t->kind != NUMBER_SCALE && t->kind != NUMBER_DOZEN && t->kind != NUMBER_HUNDRED))
        return NULL;
    return item_text(s, i).n > 2 || glued(s, i) ? t : NULL;
}

/* Number words from i on: "two hundred and fifty-six thousand". Returns the item behind, or i. */
static size_t words_value(const struct sentence *s, size_t i, double *value)
{
    double total = 0, current = 0;
    int last = -1; /* kind of the word before */
    size_t end = i;
    for (size_t j = i; j < s->n_items; j++) {
        if (j > i && mark_at(s, j, '-') && number_word(s, j + 1) && glued(s, j))
            continue;
        if (j > i && role_at(s, j) == R_AND && (last == NUMBER_HUNDRED || last == NUMBER_SCALE) && number_word(s, j + 1) &&
            number_word(s, j + 1)->kind <= NUMBER_TEN)
            continue;
        const struct term *t = number_word(s, j);
        if (!t)
            break;
        if (t->kind == NUMBER_UNIT && (last < 0 || last == NUMBER_TEN || last == NUMBER_HUNDRED || last == NUMBER_SCALE) &&
            !(last == NUMBER_TEN && t->value > 9))
            current += t->value;
        else if (t->kind == NUMBER_TEN && (last < 0 || last == NUMBER_HUNDRED || last == NUMBER_SCALE))
            current += t->value;
        else if ((t->kind == NUMBER_HUNDRED || t->kind == NUMBER_DOZEN) && last != NUMBER_HUNDRED && last != NUMBER_DOZEN)
            current = (current > 0 ? current : 1) * t->value;
        else if (t->kind == NUMBER_SCALE && last >= 0 && item_text(s, j).n > 2) {
            total += (current > 0 ? current : 1) * t->value;
            current = 0;
        } else if (t->kind == NUMBER_ARTICLE && last < 0) {
            current = 0;
        } else if (t->kind == NUMBER_HALF && last < 0) {
            current = 0.5;
        } else {
            break;
        }
        if (t->kind == NUMBER_ARTICLE && last == NUMBER_HALF)
            continue;
        last = t->kind;
        if (t->kind != NUMBER_ARTICLE && t->kind != NUMBER_HALF)
            end = j + 1;
        if (t->kind == NUMBER_HALF && number_word(s, j + 1) && number_word(s, j + 1)->kind == NUMBER_ARTICLE)
            j++;
    }
    *value = total + current;
    return end;
}

/* "nine and a half". Returns the item behind. */
static size_t and_a_half(const struct sentence *s, size_t end, struct number *n)
{
    const struct term *article = number_word(s, end + 1), *half = number_word(s, end + 2);
    if (half && half->kind != NUMBER_HALF && mark_at(s, end + 2, '-'))
        half = NULL;
    if (!half && mark_at(s, end + 2, '-') && article && article->kind == NUMBER_UNIT && article->value == 1 && number_word(s, end + 3) &&
        number_word(s, end + 3)->kind == NUMBER_HALF && role_at(s, end) == R_AND) { /* "two and one-half" */
        n->low += 0.5;
        return end + 4;
    }
    if (role_at(s, end) != R_AND || !article || article->kind != NUMBER_ARTICLE || !half || half->kind != NUMBER_HALF)
        return end;
    n->low += 0.5;
    return end + 3;
}

/* A single number from i on; *n gets its value. Returns the item behind, or i. */
static size_t cardinal(const struct sentence *s, size_t i, struct number *n)
{
    if (i >= s->n_items)
        return i;
    n->qualifier = EXACT;
    if (s->items[i].kind == ITEM_DIGITS) {
        n->low = digits_value(item_text(s, i));
        const struct term *scale = scale_at(s, i + 1);
        if (scale)
            n->low *= scale->value;
        return and_a_half(s, scale ? i + 2 : i + 1, n);
    }
    const struct term *word = number_word(s, i);
    if (!word)
        return i;
    n->worded = true;
    n->low = word->value;
    switch (word->kind) {
    case NUMBER_VAGUE:
        n->qualifier = VAGUE;
        return i + 1;
    case NUMBER_ZERO:
        n->zero_word = true;
        return i + 1;
    case NUMBER_DECADE:
        n->duration = YEARS;
        return i + 1;
    case NUMBER_COUPLE:
        return i + 1;
    default:
        break;
    }
    size_t end = and_a_half(s, words_value(s, i, &n->low), n);
    if (end > i && number_word(s, end) && number_word(s, end)->kind == NUMBER_DECADE) {
        n->duration = YEARS;
        n->low *= 10;
        end++;
    }
    if (end == i && word->kind == NUMBER_ARTICLE && number_word(s, i + 1) &&
        (number_word(s, i + 1)->kind == NUMBER_DECADE || number_word(s, i + 1)->kind == NUMBER_COUPLE)) {
        n->low = number_word(s, i + 1)->value;
        n->duration = number_word(s, i + 1)->kind == NUMBER_DECADE ? YEARS : UNIT_NONE;
        return i + 2;
    }
    return end;
}

/* Does a range go on behind item `end`? Returns the item of its second number, 0 when not. */
static size_t range_connector(const struct sentence *s, size_t start, size_t end)
{
    uint8_t before = start ? s->items[start - 1].role : (uint8_t)R_NONE;
    size_t next = end + 1;
    if (mark_at(s, end, '-') || mark_at(s, end, '_')) {
        if (!glued(s, end) && !mark_at(s, end, '_'))
            return 0;
    } else if (role_at(s, end) == R_TO) {
        bool length = end + 2 < s->n_items && s->items[end + 2].noun && s->items[end + 2].noun->kind == NOUN_DURATION;
        if (before == R_FROM && !length) /* "from two to 4.5 years" is a range, "from 40 to 50 victims" are two counts */
            return 0;
    } else if (role_at(s, end) == R_AND) {
        if (before != R_BETWEEN)
            return 0;
    } else if (role_at(s, end) != R_OR) {
        return 0;
    }
    if (next < s->n_items && item_term(&s->items[next], IN_CURRENCIES))
        next++;
    return next < s->n_items && (s->items[next].kind == ITEM_DIGITS || number_word(s, next)) ? next : 0;
}

static size_t quantity(const struct sentence *s, size_t i, struct number *n)
{
    size_t end = cardinal(s, i, n);
    n->high = n->qualifier == VAGUE ? INFINITY : n->low;
    if (end == i || n->qualifier == VAGUE || n->zero_word)
        return end;
    size_t next = range_connector(s, i, end);
    struct number second = { 0 };
    size_t second_end = next ? cardinal(s, next, &second) : 0;
    if (next && second_end > next && second.qualifier == EXACT && !second.zero_word && second.low > n->low) {
        if (n->low < 1000 && second.low >= 1e6)
            n->low *= second.low >= 1e9 ? 1e9 : 1e6;
        n->high = second.low;
        n->qualifier = n->low < n->high ? RANGE : EXACT;
        return second_end;
    }
    return end;
}

static void qualify(struct number *n, enum qualifier q)
{
    if (n->qualifier == RANGE || n->qualifier == VAGUE)
        return;
    if (q == ABOUT && n->qualifier != EXACT)
        return;
    n->qualifier = q;
    n->high = q == AT_LEAST ? INFINITY : n->high;
    n->low = q == AT_MOST ? -INFINITY : n->low;
}

/* "more than 5 billion drams ($13 million)": the same sum in another currency is bounded alike. */
static void copy_bound(const struct sentence *s, size_t bracket, struct number *n)
{
    for (size_t j = bracket; j-- > 0 && bracket - j <= 4u;) {
        if (s->items[j].kind != ITEM_NUMBER)
            continue;
        const struct number *m = &s->numbers[s->items[j].index];
        if (m->currency.n && (m->qualifier == AT_LEAST || m->qualifier == AT_MOST || m->qualifier == ABOUT))
            qualify(n, m->qualifier);
        return;
    }
}

/* Qualifiers before and behind the number at items [i, end); currency on either side. */
static size_t surroundings(struct sentence *s, size_t i, size_t end, struct number *n)
{
    size_t before = i;
    const struct term *currency = before ? item_term(&s->items[before - 1], IN_CURRENCIES) : NULL;
    if (currency)
        before--;
    while (before > 0) {
        const struct term *q = item_term(&s->items[before - 1], IN_QUALIFIERS);
        uint8_t role = s->items[before - 1].role;
        if (q && !q->after)
            qualify(n, (enum qualifier)q->kind);
        else if (role != R_DETERMINER && role != R_TOTAL && !number_word(s, before - 1))
            break;
        else if (number_word(s, before - 1) && number_word(s, before - 1)->kind != NUMBER_ARTICLE)
            break;
        before--;
    }
    if (mark_at(s, end, '+') && glued(s, end))
        qualify(n, AT_LEAST);
    size_t behind = mark_at(s, end, '-') ? end + 1 : end;
    const struct term *q = behind < s->n_items ? item_term(&s->items[behind], IN_QUALIFIERS) : NULL;
    if (q && q->after) {
        qualify(n, (enum qualifier)q->kind);
        end = behind + 1;
    }
    if (!currency && end < s->n_items)
        currency = item_term(&s->items[end], IN_CURRENCIES);
    if (!currency && end + 1 < s->n_items && item_term(&s->items[end], IN_PLACES))
        currency = item_term(&s->items[end + 1], IN_CURRENCIES); /* "Canadian dollars" */
    if (currency && i > 2 && mark_at(s, before - 1 + (before == 0), '('))
        copy_bound(s, before, n);
    if (currency)
        n->currency = currency->code;
    return end;
}

/* A bare "(29)" or "(29, 32)": every item between the brackets is a mark or digits. */
static bool in_bare_brackets(const struct sentence *s, size_t i)
{
    size_t open = i, close = i;
    while (open > 0 && (s->items[open - 1].kind == ITEM_DIGITS || mark_at(s, open - 1, ',') || mark_at(s, open - 1, '-') ||
                        s->items[open - 1].kind == ITEM_NUMBER))
        open--;
    while (close < s->n_items && (s->items[close].kind == ITEM_DIGITS || mark_at(s, close, ',') || mark_at(s, close, '-')))
        close++;
    return open > 0 && mark_at(s, open - 1, '(') && (mark_at(s, close, ')') || close == s->n_items);
}

/* "per" before a number. */
static bool is_per(const struct sentence *s, size_t i)
{
    return i + 1 < s->n_items && str_is(item_text(s, i), "per") &&
           (s->items[i + 1].kind == ITEM_DIGITS || s->items[i + 1].kind == ITEM_NUMBER || number_word(s, i + 1));
}

/* A singular noun for a person. */
static bool is_one_person(const struct sentence *s, size_t i)
{
    const struct term *noun = s->items[i].noun;
    struct str w = item_text(s, i);
    return noun && noun->kind == NOUN_PERSON && (str_is(w, "girl") || str_is(w, "boy") || str_is(w, "man") || str_is(w, "woman") ||
                                                 str_is(w, "child"));
}

/* Seven digits or more that nothing separates, or a nought before others: nobody writes a count so. */
static bool is_call_number(struct str digits)
{
    size_t run = 0;
    while (run < digits.n && ascii_is_digit(digits.p[run]))
        run++;
    return (run == digits.n && run >= CALL_DIGITS && digits.p[digits.n - 1] != '0') || (run > 1 && digits.p[0] == '0');
}

/* "their mother, 61, has searched", "Luis, 19, said": two digits between commas behind a person, before a verb. */
static bool is_age_apposition(const struct sentence *s, size_t i, size_t end)
{
    if (i < 2 || !mark_at(s, i - 1, ',') || !mark_at(s, end, ',') || item_text(s, i).n != 2 || end + 1 >= s->n_items)
        return false;
    const struct item *before = &s->items[i - 2], *behind = &s->items[end + 1];
    struct str word = item_text(s, i - 2);
    bool one_person = before->noun && before->noun->kind == NOUN_PERSON && word.p[word.n - 1] != 's';
    bool name = before->kind == ITEM_WORD && before->capital;
    return (one_person || name) && (behind->verb || behind->role == R_RELATIVE || behind->role == R_HAVE || behind->role == R_BE);
}

static const char *counts_nothing(const struct sentence *s, size_t i, size_t end, const struct number *n)
{
    bool digits = s->items[i].kind == ITEM_DIGITS;
    size_t after = end;
    if (n->low != n->low)
        return "not readable";
    if (digits && in_bare_brackets(s, i) && (s->document->language.n == 0 || n->low < 1000) && n->low < 200 &&
        s->carried->reference_marks)
        return "reference mark";
    if (i > 0 && glued(s, i) && (mark_at(s, i - 1, '-') || mark_at(s, i - 1, '/') || mark_at(s, i - 1, ':') ||
                                 mark_at(s, i - 1, '.') || s->items[i - 1].kind == ITEM_WORD || mark_at(s, i - 1, '#')))
        return "part of a name or code";
    if (digits && n->low <= 20 && i > 0 && mark_at(s, i - 1, '(') && mark_at(s, end, ')') &&
        (i == 1 || mark_at(s, i - 2, ';') || mark_at(s, i - 2, ':') || mark_at(s, i - 2, ',')))
        return "number of a list entry";
    if (i > 1 && n->low < 100 && role_at(s, i - 1) == R_OF && is_one_person(s, i - 2) && !(end < s->n_items && s->items[end].noun))
        return "age"; /* "a boy of six" */
    if (n->zero_word && mark_at(s, end, '.') && glued(s, end) && end + 1 < s->n_items && s->items[end + 1].kind == ITEM_DIGITS)
        return "article, section or other label"; /* "no. 1098765" */
    if (digits && i > 1 && mark_at(s, i - 1, '.') && glued(s, i - 1) && s->items[i - 2].kind == ITEM_NUMBER &&
        s->numbers[s->items[i - 2].index].zero_word)
        return "article, section or other label";
    if (digits && is_age_apposition(s, i, end))
        return "age";
    if (digits && is_call_number(item_text(s, i)))
        return "phone or registration number";
    if (i == 0 && digits && (mark_at(s, end, '.') || mark_at(s, end, ')')))
        return "number of a list entry";
    if (glued(s, end) && (mark_at(s, end, '/') || mark_at(s, end, ':')) && glued(s, end + 1) && digits)
        return "time or ratio";
    if (digits && mark_at(s, end, '.') && glued(s, end) && glued(s, end + 1) && end + 1 < s->n_items)
        return "section";
    if (role_at(s, after) == R_ORDINAL && glued(s, after))
        return "ordinal";
    if (mark_at(s, after, '-') && glued(s, after))
        after++;
    if (after > end && after < s->n_items && s->items[after].noun && s->items[after].noun->kind == NOUN_PERSON)
        return "part of a name or code"; /* "its five-man crew" */
    if (n->worded && n->low <= 9 && role_at(s, after) == R_ORDINAL)
        return "fraction"; /* "one-third" */
    if (role_at(s, after) == R_MEASURE_AFTER || mark_at(s, after, '%'))
        return "percentage or measure";
    if (is_per(s, end) || (i > 0 && is_per(s, i - 1)))
        return "percentage or measure"; /* "5.3 per thousand", "8 per 1,000" */
    if (role_at(s, after) == R_AGE_AFTER)
        return "age";
    bool pair = role_at(s, end) == R_TO || role_at(s, end) == R_AND || role_at(s, end) == R_OR || mark_at(s, end, '-');
    if (pair && (role_at(s, end + 2) == R_AGE_AFTER || (mark_at(s, end + 2, '-') && role_at(s, end + 3) == R_AGE_AFTER)))
        return "age"; /* "eight to 17 years old" */
    const struct term *bound = i > 1 ? item_term(&s->items[i - 1], IN_QUALIFIERS) : NULL;
    if (bound && bound->kind == AT_MOST && n->low <= 21 && s->items[i - 2].noun && s->items[i - 2].noun->kind == NOUN_PERSON &&
        !(end < s->n_items && s->items[end].noun))
        return "age"; /* "no child under 15" */
    size_t before = i;
    while (before > 0 && (role_at(s, before - 1) == R_OF || role_at(s, before - 1) == R_DETERMINER ||
                          role_at(s, before - 1) == R_BETWEEN || (item_term(&s->items[before - 1], IN_QUALIFIERS) && role_at(s, before - 1) != R_AGE_BEFORE)))
        before--;
    if (before > 0 && role_at(s, before - 1) == R_AGE_BEFORE)
        return "age";
    if (before < i && before > 0 && role_at(s, before) == R_BETWEEN && s->items[before - 1].noun &&
        s->items[before - 1].noun->kind == NOUN_PERSON && end < s->n_items && s->items[end].noun && s->items[end].noun->unit == YEARS)
        return "age"; /* "children between 15 and 17 years" */
    if (i > 0 && role_at(s, i - 1) == R_LABEL_BEFORE)
        return "article, section or other label";
    return NULL;
}

/* Numbers inside a list of ages, labels or marks share what was said of the first ("Articles 128 and 129"). */
static bool shares_label(const struct sentence *s, size_t i)
{
    if (i < 2 || s->items[i - 2].kind != ITEM_NUMBER)
        return false;
    const char *why = s->numbers[s->items[i - 2].index].why_not;
    bool joined = role_at(s, i - 1) == R_AND || role_at(s, i - 1) == R_OR || role_at(s, i - 1) == R_TO || mark_at(s, i - 1, ',') ||
                  mark_at(s, i - 1, '-');
    return why && joined && (why[0] == 'a' || why[0] == 'r') && s->items[i].kind == ITEM_DIGITS;
}

static void add_number(struct sentence *s, size_t i, size_t end, struct number n)
{
    n.start = first_token(s, i)->start;
    n.end = s->tokens->list[s->items[end - 1].last - 1].end;
    if (shares_label(s, i))
        n.why_not = s->numbers[s->items[i - 2].index].why_not;
    else
        n.why_not = counts_nothing(s, i, end, &n);
    surroundings(s, i, end, &n);
    n.head = n.verb = n.from = -1;
    n.basis = "";
    s->numbers[s->n_numbers] = n;
    const struct term *terms = s->items[i].terms;
    struct item *item = items_join(s, i, end, ITEM_NUMBER, s->n_numbers++);
    item->terms = terms;
}

void numbers_find(struct sentence *s)
{
    s->n_numbers = 0;
    if (!s->may_count)
        return;
    for (size_t i = 0; i < s->n_items && s->n_numbers < NUMBERS_LIMIT; i++) {
        if (s->items[i].kind != ITEM_DIGITS && !number_word(s, i))
            continue;
        struct number n = { 0 };
        size_t end = quantity(s, i, &n);
        if (end > i && end <= s->n_items)
            add_number(s, i, end, n);
    }
    for (size_t i = 0; i < s->n_items; i++)
        if (s->items[i].kind == ITEM_NUMBER)
            s->numbers[s->items[i].index].item = (uint16_t)i;
}
