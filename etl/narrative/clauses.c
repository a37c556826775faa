/* What each number counts (its head noun) and which verb or process noun governs it: the order of the steps. */
#include "etl/narrative/clauses.h"

#include "etl/narrative/ellipsis.h"

enum { RANGE_REACH = 7 }; /* items */

static const char ratio[] = "ratio";

const struct term some_people = { .table = IN_NOUNS, .kind = NOUN_PERSON, .unit = PERSONS };

/* "two of three victims", "one in ten": shares are told of these; "four of six individuals" counts. */
static bool is_share_of(double whole) { return whole <= 5 || whole == 10; }

/* "four in 10 children", "two out of three": a ratio. */
static bool is_ratio(const struct sentence *s, const struct number *n)
{
    size_t i = n->item + 1u;
    if (n->worded && n->low == 1 && role_at(s, i) == R_OF && n->item > 0 && role_at(s, n->item - 1u) == R_BE)
        return true; /* "she is one of 31 girls": only the 31 count */
    if (n->low > 10)
        return false;
    const struct number *whole =
        i + 1 < s->n_items && s->items[i + 1].kind == ITEM_NUMBER ? &s->numbers[s->items[i + 1].index] : NULL;
    if (whole && n->worded && role_at(s, i) == R_OF && s->items[i].last > s->items[i].first + 1 && whole->low <= 10)
        return true; /* "nine out of 10 of those women" */
    if (whole && role_at(s, i) == R_OF && s->items[i].last > s->items[i].first + 1 && whole->low == 10)
        return true; /* "9 out of 10 were exploited" */
    bool joined =
        role_at(s, i) == R_IN || role_at(s, i) == R_OF || (role_at(s, i) == R_ADVERB && role_at(s, i + 1) == R_OF);
    i += role_at(s, i) == R_ADVERB ? 2 : 1;
    if (role_at(s, i) == R_DETERMINER && s->items[i].last == s->items[i].first + 1)
        i += str_is(item_text(s, i), "every");
    bool every = i > 0 && role_at(s, i - 1) == R_DETERMINER;
    return joined && i < s->n_items && s->items[i].kind == ITEM_NUMBER &&
           (every || role_at(s, n->item + 1u) == R_IN ||
            (is_share_of(s->numbers[s->items[i].index].low) && noun_at(s, i + 1)));
}

/* A name in -s that no table has. */
static bool names_people(const struct sentence *s, size_t i)
{
    return i < s->n_items && is_word(s, i) && s->items[i].capital && str_ends(item_text(s, i), "s");
}

/* "Police seized two yachts": what the authorities take is no people, unless the words say so. */
static bool done_by_authority(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->verb > 0 ? (size_t)n->verb : 0; i-- > 0 && !ends_clause(s, i);)
        if (plays(s, i, R_AUTHORITY) || (noun_at(s, i) && noun_at(s, i)->role == ROLE_OFFICIAL))
            return true;
    return false;
}

/* "112 gangmasters were arrested": a plural that no table has is one of people when the verb says so. */
static bool people_by_verb(struct sentence *s, struct number *n)
{
    size_t i = n->item + 1u;
    while (i < s->n_items && i <= n->item + 3u &&
           (word_describes(s, i) || (is_word(s, i) && !unknown_plural(s, i)) ||
            (noun_at(s, i) && noun_at(s, i)->kind >= NOUN_EVENT && noun_at(s, i)->kind != NOUN_DURATION)))
        i++;                           /* "five social media bloggers disappeared", "three workshop operators" */
    if (names_people(s, n->item + 1u)) /* "500 Sindhis were missing" */
        i = n->item + 1u;
    size_t from = phrase_from(s, n->item); /* "120 suspects of four nationalities were arrested" */
    bool of_noun = from > 1 && role_at(s, from - 1) == R_OF && noun_at(s, from - 2) && !noun_at(s, from - 2)->indicator;
    uint8_t before_it = role_at(s, left_of(s, n));
    bool aside = is_preposition(before_it) && before_it != R_OF; /* "in two ranches" */
    if (i >= s->n_items || of_noun || aside || (!unknown_plural(s, i) && !names_people(s, i)))
        return false;
    n->head = n->head_last = n->phrase_last = (int)i;
    n->noun = &some_people;
    find_governor(s, n);
    enum indicator act = n->act ? n->act->indicator : INDICATOR_NONE;
    bool subject = n->method && n->method[0] == 's';
    bool beside =
        subject || n->verb < 0 || only_frame(s, (size_t)n->verb + 1, n->item); /* no "sentenced to 70 lashes" */
    bool told = !beside ? false
                        : act == ARRESTS || act == CONVICTIONS || act == OFFICIALS_TRAINED || act == SENTENCES ||
                              (act == MISSING && !done_by_authority(s, n)) || (subject && act == VICTIMS_FREED);
    size_t before = qualified_from(s, n->item);
    const struct number *total = n->from >= 0 && n->from < NUMBERS_LIMIT ? &s->numbers[n->from] : NULL;
    bool included = total && before > 0 && role_at(s, before - 1) == R_INCLUDING && total->noun &&
                    total->noun->kind == NOUN_PERSON; /* "10 members of the army, including three colonels" */
    if ((told && n->from < 0) || included)
        return true;
    n->head = -1;
    n->noun = NULL;
    n->from = -1;
    return false;
}

/* "seven years and six months": one length in months; the second number is part of the first. */
static void join_lengths(struct sentence *s)
{
    for (size_t k = 1; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k - 1], *m = &s->numbers[k];
        size_t unit = n->item + 1u;
        bool follows = noun_at(s, n->item + 1u) && noun_at(s, n->item + 1u)->unit == YEARS &&
                       noun_at(s, m->item + 1u) && noun_at(s, m->item + 1u)->unit == MONTHS;
        if (mark_at(s, unit + 1, '\''))
            unit++; /* "three years' and three months' imprisonment" */
        size_t next = role_at(s, unit + 1) == R_AND || mark_at(s, unit + 1, ',') ? unit + 2 : unit + 1;
        if (!follows || m->item != next || n->why_not || m->why_not)
            continue;
        n->low = n->low * 12 + m->low;
        n->high = n->high * 12 + m->high;
        n->end = s->tokens->list[s->items[m->item + 1u].last - 1].end;
        n->duration = MONTHS;
        m->why_not = "part of the length before it";
    }
}

/* "Of these facilities, 24 served children" */
static bool counts_opening_things(const struct sentence *s, const struct number *n)
{
    size_t i = role_at(s, 0) == R_OF_THEM ? 1 : role_at(s, 0) == R_OF && role_at(s, 1) == R_DETERMINER ? 2 : 0;
    return i > 0 && noun_at(s, i) && s->items[i].noun->kind == NOUN_THING &&
           (verb_at(s, n->item + 1u) || role_at(s, n->item + 1u) == R_BE);
}

/* Things count nothing, except those that were fined or taken to court ("50 workplaces were fined"). */
static void judge_things(const struct sentence *s, struct number *n)
{
    enum indicator act = n->act ? n->act->indicator : INDICATOR_NONE;
    bool judged = act == SENTENCES || act == PROSECUTIONS || act == CONVICTIONS;
    size_t before = phrase_from(s, n->item);
    if (before > 0 && is_preposition(role_at(s, before - 1)) && n->verb > (int)n->item)
        judged = false; /* "eight men from two gangs were convicted" */
    if (n->act && n->act->table == IN_VERBS && n->verb > (int)n->item)
        judged = judged && is_passive(s, (size_t)n->verb) &&
                 role_at(s, (size_t)n->phrase_last + 1) != R_RELATIVE; /* no "eight people in four states who were" */
    if (!judged || s->subject == OFF_SUBJECT)
        n->why_not = "counts things";
    n->from = -1;
    n->method = "thing";
}

static double years_of(double n, uint8_t unit)
{
    return unit == MONTHS ? n / 12 : unit == WEEKS ? n / 52 : unit == DAYS ? n / 365 : n;
}

/* "ranging from 18 months to eight years": one range, in the unit of its end. */
static void join_length_ranges(struct sentence *s)
{
    for (size_t k = 1; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k - 1], *m = &s->numbers[k];
        const struct term *unit = noun_at(s, n->item + 1u), *to = noun_at(s, m->item + 1u);
        size_t i = qualified_from(s, n->item);
        bool from = i > 0 && (role_at(s, i - 1) == R_FROM || role_at(s, i - 1) == R_BETWEEN);
        if (!from || n->why_not || m->why_not || !unit || !to || unit->kind != NOUN_DURATION ||
            to->kind != NOUN_DURATION || m->item > n->item + (size_t)RANGE_REACH)
            continue;
        bool joined = false;
        for (size_t j = n->item + 2u; j < m->item; j++)
            joined = joined || role_at(s, j) == R_TO || role_at(s, j) == R_AND;
        double low = years_of(n->low, unit->unit), high = years_of(m->high, to->unit);
        if (!joined || !(low < high))
            continue;
        if (to->unit != YEARS && unit->unit != to->unit)
            continue;
        m->low = to->unit == YEARS ? low : n->low;
        m->qualifier = RANGE;
        m->start = n->start;
        n->why_not = "part of the range behind it";
    }
}

/* The base of the ratio before it ("four in 10"), except that "she is one of 31 girls" counts the 31. */
static bool is_base_of_ratio(const struct sentence *s, size_t k)
{
    const struct number *n = &s->numbers[k], *before = k > 0 ? n - 1 : NULL;
    if (!before || n->item > before->item + 3u || before->why_not != ratio)
        return false;
    return !(before->worded && before->low == 1 && role_at(s, before->item - 1u) == R_BE);
}

/* Why the number is no count, before its noun is looked for; NULL when it may be one. */
static const char *no_count(const struct sentence *s, size_t k)
{
    const struct number *n = &s->numbers[k];
    if (is_base_of_ratio(s, k) || is_ratio(s, n))
        return ratio;
    return counts_opening_things(s, n) ? "counts things" : NULL;
}

/* A number with no noun of its own: what it shares, and the verb that may say more of it. */
static void find_elided(struct sentence *s, struct number *n, bool of_them)
{
    share_number(s, n, of_them);
    if (n->why_not) {
        ellipsis_find(s, n);
        return;
    }
    bool relative, bare;
    struct governor right = look_right(s, n, false, &relative, &bare);
    if (is_whole(s, n) && !relative && !bare) /* "12 of the 410 missing were found": the 12 */
        right.item = -1;
    if (right.item < 0 && of_them)
        right = look_over_subject(s, n);
    struct governor left = look_left(s, n);
    bool between =
        left.item >= 0 && (n->from >= NUMBERS_LIMIT || (n->from >= 0 && left.item > (int)s->numbers[n->from].item));
    bool told = right.item >= 0 && !relative && right.act->indicator && right.act->indicator != VICTIMS;
    bool joins = told && n->noun && n->noun->role == ROLE_VICTIM && is_suspect_indicator(right.act->indicator);
    if (n->from < 0 && n->method && n->method[0] == 'g' && told && !joins) /* not "Of the victims, 12 came to court" */
        take_governor(s, n, right);                                        /* "Of the children, 12 were rescued" */
    if (n->from < 0 && n->method && (n->method[0] == 'v' || n->method[0] == 'g' || n->method[0] == 'l'))
        return;
    bool object =
        left.item >= 0 && left.act->indicator && left.method[0] == 'o' && only_frame(s, (size_t)left.item + 1, n->item);
    if (object && of_them) /* "we have taken in 19 of them" */
        right = left;
    for (size_t i = (size_t)left.item + 1; between && i < n->item; i++)
        between = role_at(s, i) != R_BE; /* "the counter kept by the office stood at 53" */
    if (right.item < 0 && between && !left.act->indicator && plays(s, (size_t)left.item, R_SENDS)) {
        n->act = left.act; /* "opened 21 cases and sent 15 to court" */
        n->verb = left.item;
    }
    if (right.item < 0 && between && left.act->indicator &&
        (left.method[0] == 'o' || left.method[0] == 'p')) /* "prosecuted 21 and convicted 11" */
        right = left;
    if (right.item >= 0 && !relative && right.act->indicator)
        take_governor(s, n, right);
    const struct term *doing = verb_at(s, n->item + 1u); /* "18 convicting and four acquitting" */
    if (right.item < 0 && doing && doing->indicator && (doing->verb_forms & FORM_GERUND)) {
        n->act = doing;
        n->verb = n->item + 1;
    }
    const struct term *outcome = role_at(s, n->item + 1u) == R_IN ? noun_at(s, n->item + 2u) : NULL;
    if (right.item < 0 && outcome && outcome->kind == NOUN_CASE && outcome->indicator == OTHER) {
        n->act = outcome; /* "1,203 resulted in convictions and 276 in acquittals" */
        n->verb = n->item + 2;
    }
}

/* "Among the abductees, 470 were women and 130 children": the first of the parts that the group before them has, -1. */
static int group_before(const struct sentence *s, const struct number *n)
{
    int before = coordinated(s, n->item) ? nearest_number(s, n->item) : -1;
    if (before < 0 || !n->noun || n->noun->kind != NOUN_PERSON || !(n->noun->sex || n->noun->age))
        return -1;
    const struct number *m = &s->numbers[before];
    int first = m->from >= 0 && m->from < NUMBERS_LIMIT ? m->from : before;
    const char *method = s->numbers[first].method;
    return method && method[0] == 'g' && s->numbers[first].head >= 0 ? first : -1;
}

/* A number whose noun is known, or that is a sum of money or a length of time: what governs it. */
static void find_governed(struct sentence *s, struct number *n)
{
    find_governor(s, n);
    if (n->noun && n->noun->kind == NOUN_THING) {
        judge_things(s, n);
        return;
    }
    if (!is_acted(n) && n->from < 0)
        contact_clause(s, n);
    if (!n->method)
        n->method = "noun";
    bool acted = is_acted(n);
    if (n->from < 0 && !acted)
        n->from = group_before(s, n);
    share_opening_group(s, n);
    if (n->of_the && n->from < 0 && !acted)
        share_of_the(s, n);
    if (role_at(s, 0) == R_OF_THEM && n->from < 0 && s->carried->has_total && n->noun && !n->noun->indicator &&
        !acted && n->noun->kind != NOUN_DURATION && !n->currency.n) {
        n->from = NUMBERS_LIMIT; /* "Of these, 132 cases occurred in urban areas" */
        n->method = "part";
    }
}

/* Does the number have a noun, a currency or a unit of time, and what governs it? */
static bool counts_by_head(struct sentence *s, struct number *n, bool *elided)
{
    if (!n->noun && !n->currency.n && !n->duration)
        return false;
    find_governed(s, n);
    if (n->noun != &some_people || is_acted(n))
        return true;
    n->noun = NULL; /* "about 33 who were younger": of a count told before */
    n->from = -1;
    *elided = true;
    return false;
}

void clauses_find(struct sentence *s)
{
    join_lengths(s);
    join_length_ranges(s);
    proportions_find(s);
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        bool elided, of_them;
        n->why_not = n->why_not ? n->why_not : no_count(s, k);
        if (n->why_not)
            continue;
        find_head(s, n, &elided, &of_them);
        if (counts_by_head(s, n, &elided))
            continue;
        if (elided)
            find_elided(s, n, of_them);
        else if (!people_by_verb(s, n) && !ellipsis_find(s, n))
            n->why_not = "counts something else";
    }
    coordinated_subjects(s);
    parts_of_sum(s);
    compared_lists(s);
}
