/* What is said of all the people just counted: "45 people, all of whom were Nepali women", "They were all children". */
#include "etl/narrative/attach.h"
#include "etl/narrative/codes.h"
#include "etl/narrative/people.h"

enum { ALL_REACH = 12, BOTH = 2 };

/* The items that describe all, [first, last); empty when none do. group: "all the victims", NULL for "all of them". */
struct description {
    size_t first, last;
    const struct term *group;
    bool both;
};

/* "of whom", "of them", "the victims", "of the victims" behind "all": the item behind it. */
static size_t behind_group(const struct sentence *s, size_t i, const struct term **noun)
{
    *noun = NULL;
    if (role_at(s, i) == R_OF_THEM)
        return i + 1;
    size_t at = i + (role_at(s, i) == R_OF);
    at += role_at(s, at) == R_DETERMINER;
    bool group = noun_at(s, at) && s->items[at].noun->kind == NOUN_PERSON &&
                 (at > i || role_at(s, at + 1) == R_BE || role_at(s, at + 1) == R_HAVE);
    *noun = group ? s->items[at].noun : NULL;
    return group ? at + 1 : i;
}

/* The words from item i on that say who they are; `told`: a verb stood before them. */
static struct description describe_from(const struct sentence *s, size_t i, bool told)
{
    struct description d = { .first = i, .last = i };
    if (role_at(s, i) == R_FROM) {
        d.last = i + 1;
        return d;
    }
    for (size_t k = i; k < s->n_items; k++) {
        if (describes_people(s, k))
            d.last = k + 1;
        else if (role_at(s, k) != R_AND && role_at(s, k) != R_OR && role_at(s, k) != R_ADVERB && !mark_at(s, k, '-'))
            break;
    }
    if (d.last == d.first && age_from(s, i)) /* "all under the age of 18" */
        d.last++;
    uint8_t role = role_at(s, d.last);
    const struct term *verb = verb_at(s, d.last);
    bool subject = role == R_BE || role == R_HAVE || role == R_MODAL || (verb && !(verb->verb_forms & FORM_PARTICIPLE));
    if (!told && subject) /* "and all women were sheltered" */
        d.last = i;
    return d;
}

/* The description that "all" at item i opens: behind a mark or at the head of the sentence, no "almost all". */
static struct description description_at(const struct sentence *s, size_t i)
{
    struct description none = { 0 };
    bool floats = i > 0 && role_at(s, i - 1) == R_BE; /* "they were all women" */
    if (role_at(s, i) != R_DETERMINER || !plays(s, i, R_ENTIRE) ||
        (i > 0 && s->items[i - 1].kind != ITEM_MARK && role_at(s, i - 1) != R_AND && !floats))
        return none;
    const struct term *group;
    size_t at = behind_group(s, i + 1, &group);
    bool told = floats;
    while (role_at(s, at) == R_BE || role_at(s, at) == R_HAVE || role_at(s, at) == R_ADVERB) {
        told = told || role_at(s, at) != R_ADVERB;
        at++;
    }
    struct description d = describe_from(s, at, told);
    d.group = group;
    d.both = term_of_role(s, i, R_ENTIRE)->value == BOTH;
    return d;
}

static bool is_of_people(const struct number *n) { return !n->why_not && n->unit == PERSONS && n->indicator; }

/* "Both suspects were Chinese" is not said of the victims before. */
static bool is_group(const struct number *n, const struct term *group)
{
    if (!group || group == n->noun)
        return true;
    if (n->noun && n->noun->role == group->role)
        return group->role != ROLE_NONE;
    return group->role == ROLE_VICTIM && (is_victim_indicator(n->indicator) || n->indicator == MISSING);
}

static void say(const struct sentence *s, struct number *n, const struct description *d)
{
    struct person p = person_in(s, d->first, d->last);
    struct str citizenship = citizenship_in(s, d->first, d->last);
    if (!citizenship.n && role_at(s, d->last) == R_FROM)
        citizenship = citizenship_in(s, d->last, d->last + 1);
    n->sex = n->sex ? n->sex : p.sex;
    n->age = n->age ? n->age : p.age ? p.age : age_from(s, d->first);
    n->citizenship = str_or(n->citizenship, citizenship);
}

/* Is the number a part told behind "including", which "all" behind it is about alone? */
static bool is_included(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item; i-- > 0 && s->items[i].kind != ITEM_NUMBER;)
        if (role_at(s, i) == R_INCLUDING)
            return n->low > BOTH;
    return false;
}

/* Says it of the number right before item i, of those joined to it, and of the total that they are the parts of. */
static void say_of_sentence(struct sentence *s, size_t i, const struct description *d)
{
    int last = -1;
    for (size_t k = 0; k < s->n_numbers; k++)
        if (is_of_people(&s->numbers[k]) && s->numbers[k].item < i)
            last = (int)k;
    if (last < 0 || i - s->numbers[last].item > (size_t)ALL_REACH)
        return;
    const struct number *n = &s->numbers[last];
    if (!is_group(n, d->group))
        return;
    /* "screened 40 migrants and identified seven" */
    bool own = is_acted(n) && n->from >= 0 && n->from < NUMBERS_LIMIT && n->act != s->numbers[n->from].act;
    bool part = n->from >= 0 && n->from < NUMBERS_LIMIT && !d->both && !is_included(s, n) && !own;
    for (int k = 0; part && k < (int)s->n_numbers; k++)
        if (is_of_people(&s->numbers[k]) && (k == n->from || s->numbers[k].from == n->from))
            say(s, &s->numbers[k], d);
    if (part)
        return;
    say(s, &s->numbers[last], d);
    for (int k = last - 1; k >= 0 && is_of_people(&s->numbers[k]) && lists_same(s, &s->numbers[k], &s->numbers[k + 1]);
         k--)
        say(s, &s->numbers[k], d); /* "ten men and two women" */
}

/* Says it of the figures of the sentence before: the one with a noun of its own, and its parts behind it. */
static void say_of_last(struct sentence *s, const struct description *d, struct vec *figures)
{
    const struct carried *c = s->carried;
    if (!c->total.figure || c->total.unit != PERSONS || !(c->has_total || c->total_told) ||
        !is_group(&c->total, d->group))
        return;
    for (size_t k = c->n_recent; k-- > 0;) {
        const struct number *m = &c->recent[k];
        if (!m->figure || m->figure < c->total.figure || m->figure < c->last_figures || m->unit != PERSONS ||
            m->indicator != c->total.indicator)
            continue;
        struct number said = *m;
        struct figure *f = VEC_AT(struct figure, figures, m->figure - 1);
        say(s, &said, d);
        f->sex = str_or(f->sex, str_of(sex_names[said.sex]));
        f->age = str_or(f->age, str_of(age_names[said.age]));
        f->citizenship = str_or(f->citizenship, said.citizenship);
    }
}

/* "They were Nepali women.", "The victims were children.": the item behind the verb, 0 for other words. */
static size_t behind_they_were(const struct sentence *s, const struct term **group)
{
    size_t i = 0;
    *group = noun_at(s, 1);
    if (role_at(s, 0) == R_DETERMINER && noun_at(s, 1) && s->items[1].noun->role == ROLE_VICTIM)
        i = 2;
    else if (plays(s, 0, R_THEY) && s->items[0].capital)
        i = 1;
    return i && role_at(s, i) == R_BE && s->items[i].last == s->items[i].first + 1 ? i + 1 : 0;
}

/* Does the description end with its clause, with an age or a place? */
static bool ends_description(const struct sentence *s, size_t i)
{
    return i >= s->n_items || s->items[i].kind == ITEM_MARK || role_at(s, i) == R_FROM ||
           role_at(s, i) == R_AGE_BEFORE || role_at(s, i) == R_AND;
}

void said_of_all(struct sentence *s, struct vec *figures)
{
    const struct term *group;
    size_t at = behind_they_were(s, &group);
    for (size_t i = 0; i < s->n_items && (s->tells & TELLS_ENTIRE); i++) {
        struct description d = description_at(s, i);
        if (d.last <= d.first)
            continue;
        if (i == 0 || i == at)
            say_of_last(s, &d, figures);
        else
            say_of_sentence(s, i, &d);
        return;
    }
    struct description d = at ? describe_from(s, at, true) : (struct description){ 0 };
    d.group = group;
    if (at && d.last > d.first && ends_description(s, d.last))
        say_of_last(s, &d, figures);
}

bool opens_with_all(const struct sentence *s, size_t token)
{
    for (size_t i = token; i < s->tokens->n && i < token + 3; i++)
        for (const struct term *t = s->words->words[s->tokens->list[i].word].alone.terms; t; t = t->next)
            if ((t->table == IN_GRAMMAR && (t->kind == R_ENTIRE || (t->kind == R_PRONOUN && i == token))) ||
                (t->table == IN_NOUNS && t->role == ROLE_VICTIM))
                return true;
    return false;
}
