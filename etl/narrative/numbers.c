/* Numbers in digits and words, ranges, bounds and qualifiers; and what looks like one but counts nothing. */
#include "etl/narrative/clauses.h"

#include <float.h>
#include <math.h>

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
        if (j > i && role_at(s, j) == R_AND && (last == NUMBER_HUNDRED || last == NUMBER_SCALE) &&
            number_word(s, j + 1) && number_word(s, j + 1)->kind <= NUMBER_TEN)
            continue;
        const struct term *t = number_word(s, j);
        if (!t)
            break;
        if (t->kind == NUMBER_UNIT &&
            (last < 0 || last == NUMBER_TEN || last == NUMBER_HUNDRED || last == NUMBER_SCALE) &&
            !(last == NUMBER_TEN && t->value > 9))
            current += t->value;
        else if (t->kind == NUMBER_TEN && (last < 0 || last == NUMBER_HUNDRED || last == NUMBER_SCALE))
            current += t->value;
        else if ((t->kind == NUMBER_HUNDRED || t->kind == NUMBER_DOZEN) && last != NUMBER_HUNDRED &&
                 last != NUMBER_DOZEN)
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

static size_t over_hyphen(const struct sentence *s, size_t i) { return mark_at(s, i, '-') && glued(s, i) ? i + 1 : i; }

/* "nine and a half", "two-and-a-half", "two and one-half". Returns the item behind. */
static size_t and_a_half(const struct sentence *s, size_t end, struct number *n)
{
    size_t and = over_hyphen(s, end), one = over_hyphen(s, and+1), half = over_hyphen(s, one + 1);
    const struct term *article = number_word(s, one), *last = number_word(s, half);
    bool single = article && (article->kind == NUMBER_ARTICLE || (article->kind == NUMBER_UNIT && article->value == 1));
    if (role_at(s, and) != R_AND || !single || !last || last->kind != NUMBER_HALF)
        return end;
    if (mark_at(s, half + 1, '-') && and == end && one == end + 1) /* "two and a half-built houses" */
        return end;
    n->low += 0.5;
    return half + 1;
}

/* "99.129 people": a stop before the last three digits of a count, as much of the world writes thousands. */
static bool is_grouped_by_stop(const struct sentence *s, size_t i)
{
    struct str w = item_text(s, i);
    size_t stop = str_find_byte(w, '.', 0);
    bool sum = (i > 0 && item_term(&s->items[i - 1], IN_CURRENCIES)) ||
               (i + 1 < s->n_items && item_term(&s->items[i + 1], IN_CURRENCIES));
    return w.n >= 5 && w.n <= 7 && stop == w.n - 4 && w.p[0] != '0' && !sum && !mark_at(s, i + 1, '%') &&
           role_at(s, i + 1) != R_MEASURE_AFTER;
}

/* 4.1 times a million is 4100000, which the product of the two doubles is not. */
static double scaled(double value, double scale)
{
    double product = value * scale, whole = round(product);
    return fabs(product - whole) <= fabs(product) * 4 * DBL_EPSILON ? whole : product;
}

/* A single number from i on; *n gets its value. Returns the item behind, or i. */
static size_t cardinal(const struct sentence *s, size_t i, struct number *n)
{
    if (i >= s->n_items)
        return i;
    n->qualifier = EXACT;
    if (s->items[i].kind == ITEM_DIGITS) {
        n->low = digits_value(item_text(s, i));
        const struct term *scale = scale_at(s, i + 1), *part = number_word(s, i + 1);
        if (part && part->kind == NUMBER_FRACTION) { /* "5 ½ years" */
            n->low += part->value;
            return i + 2;
        }
        if (scale)
            n->low = scaled(n->low, scale->value);
        else if (is_grouped_by_stop(s, i))
            n->low = scaled(n->low, 1000);
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
    size_t sign = start && item_term(&s->items[start - 1], IN_CURRENCIES) ? 1 : 0;
    uint8_t before = start > sign ? s->items[start - sign - 1].role : (uint8_t)R_NONE;
    size_t next = end + 1;
    if (mark_at(s, end, '-') || mark_at(s, end, '_')) {
        if (!glued(s, end) && !mark_at(s, end, '_'))
            return 0;
    } else if (role_at(s, end) == R_TO) {
        if (number_word(s, end - 1) && number_word(s, end - 1)->kind == NUMBER_COUPLE)
            return 0; /* "sentenced a couple to eight years" */
        bool length = end + 2 < s->n_items && s->items[end + 2].noun && s->items[end + 2].noun->kind == NOUN_DURATION;
        if (changes_before(s, start, R_BY))
            return 0; /* "rose by 15 to 60" */
        if ((before == R_FROM || before == R_COMPARED) && !length)
            return 0; /* "from two to 4.5 years" is a range; "from 40 to 50 victims", "rose from 40 to 50" are two
                         counts */
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
            n->low = scaled(n->low, second.low >= 1e9 ? 1e9 : 1e6);
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
    if ((q == ABOUT || q == EXACT) && n->qualifier != EXACT)
        return; /* "just about 1,000" */
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

/* The money that item i names: of several by that name that of the country, and none in a country that has no such
 * money. */
static const struct term *currency_of(const struct sentence *s, size_t i, struct str country)
{
    const struct term *first = item_term(&s->items[i], IN_CURRENCIES), *common = NULL;
    bool shared = false;
    for (const struct term *t = first; t; t = t->next) {
        if (t->table != IN_CURRENCIES)
            continue;
        if (t->area.n && str_equal(t->area, country))
            return t;
        shared = shared || t->area.n;
        common = t->area.n || common ? common : t;
    }
    return shared && country.n ? NULL : common;
}

static const struct term *currency_at(const struct sentence *s, size_t i)
{
    return currency_of(s, i, s->document->ref_area);
}

/* "told the police about 16 cases": "about" behind a noun is no "nearly". */
static bool names_something(const struct sentence *s, size_t i)
{
    return noun_at(s, i) || is_word(s, i) || plays(s, i, R_AUTHORITY);
}

/* "a decrease from 235 in 2019 but still more than 187 in 2018": what the qualifier at item q holds the count against,
 * no bound of it. */
static bool holds_against(const struct sentence *s, size_t q, size_t end)
{
    size_t before = q;
    while (before > 0 && role_at(s, before - 1) == R_ADVERB)
        before--;
    end += role_at(s, end) == R_IN;
    return (s->tells & TELLS_COMPARED) && before > 0 && role_at(s, before - 1) == R_SUBORDINATOR && end < s->n_items &&
           s->items[end].kind == ITEM_DATE && str_ends(item_text(s, q), "than");
}

/* "Rs 12,000", "40 million francs", where nothing tells whose money of that name is meant */
static bool names_money(const struct sentence *s, size_t i, size_t end)
{
    bool sign = i > 0 && item_term(&s->items[i - 1], IN_CURRENCIES) && item_text(s, i - 1).n > 1;
    return sign || (end < s->n_items && item_term(&s->items[end], IN_CURRENCIES) && item_text(s, end).n > 2);
}

/* Qualifiers before and behind the number at items [i, end); currency on either side. */
static size_t surroundings(struct sentence *s, size_t i, size_t end, struct number *n)
{
    size_t before = i;
    const struct term *currency = before ? currency_at(s, before - 1) : NULL;
    struct str sign = before ? item_text(s, before - 1) : STR("");
    if (sign.n == 1 && ascii_is_alpha(sign.p[0]) && !glued(s, i))
        currency = NULL; /* "registration MZ 01 K 4816" */
    if (!currency && before > 2 && mark_at(s, before - 1, ')') && mark_at(s, before - 3, '(')) {
        currency = currency_at(s, before - 2); /* "Colombian pesos (COP) 154 billion" */
        before -= currency ? 2 : 0;
    }
    if (currency)
        before--;
    while (before > 0) {
        const struct term *q = item_term(&s->items[before - 1], IN_QUALIFIERS);
        uint8_t role = s->items[before - 1].role;
        bool preposition = q && q->value > 1 && before > 1 && names_something(s, before - 2);
        bool and_over =
            plays(s, before - 1, R_AGE_AFTER) && str_starts(item_text(s, before - 1), "and ") &&
            !(before > 1 && (s->items[before - 2].kind == ITEM_NUMBER || s->items[before - 2].kind == ITEM_DIGITS ||
                             (noun_at(s, before - 2) && noun_at(s, before - 2)->unit == YEARS)));
        if (and_over) /* "eight drowned and over 100 are missing", not "aged 18 and over" */
            qualify(n, AT_LEAST);
        else if (q && !q->after && !preposition && !changed_over(s, before - 1) && !holds_against(s, before - 1, end))
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
        currency = currency_at(s, end);
    if (!currency && role_at(s, end) == R_OF && n->qualifier == VAGUE && end + 1 < s->n_items)
        currency = currency_at(s, end + 1);                                        /* "millions of dollars" */
    if (!currency && end + 1 < s->n_items && item_term(&s->items[end], IN_PLACES)) /* "Chilean pesos" */
        currency = currency_of(s, end + 1, item_term(&s->items[end], IN_PLACES)->code);
    if (currency && i > 2 && mark_at(s, before - 1 + (before == 0), '('))
        copy_bound(s, before, n);
    if (currency)
        n->currency = currency->code;
    else if (!n->why_not && names_money(s, i, end))
        n->why_not = "a sum of money of no known currency";
    return end;
}

static void add_number(struct sentence *s, size_t i, size_t end, struct number n)
{
    n.start = first_token(s, i)->start;
    n.end = s->tokens->list[s->items[end - 1].last - 1].end;
    n.why_not = shared_label(s, i);
    if (!n.why_not)
        n.why_not = counts_nothing(s, i, end, &n);
    surroundings(s, i, end, &n);
    n.head = n.verb = n.from = -1;
    n.basis = "";
    s->numbers[s->n_numbers] = n;
    const struct item first = s->items[i];
    end += mark_at(s, end, '+') && glued(s, end); /* "100+ girls" */
    struct item *item = items_join(s, i, end, ITEM_NUMBER, s->n_numbers++);
    item->terms = first.terms;
    item->tells = first.tells;
}

void numbers_find(struct sentence *s)
{
    s->n_numbers = 0;
    if (!(s->tells & TELLS_COUNT))
        return;
    for (size_t i = 0; i < s->n_items && s->n_numbers < NUMBERS_LIMIT; i++) {
        if (s->items[i].kind != ITEM_DIGITS && !number_word(s, i))
            continue;
        struct number n = { 0 }, again = { 0 };
        size_t end = quantity(s, i, &n);
        if (mark_at(s, end, '(') && n.worded != (end + 1 < s->n_items && s->items[end + 1].kind != ITEM_DIGITS)) {
            size_t behind = quantity(s, end + 1, &again);
            if (behind > end + 1 && mark_at(s, behind, ')') && again.low == n.low && again.high == n.high)
                end = behind + 1; /* "seven (7) women" */
        }
        if (end > i && end <= s->n_items)
            add_number(s, i, end, n);
    }
    if (s->n_numbers)
        items_number(s);
}
