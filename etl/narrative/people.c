/* Sex and age of the people counted. On a count of cases they are the victims'; on a length of time, those of the
 * person who was held or sentenced. */
#include "etl/narrative/people.h"

#include "etl/narrative/dates.h"

enum { CASE_REACH = 14, COLON_REACH = 8, LABEL_REACH = 6, OF_REACH = 5 };

struct people {
    uint8_t sex, age;
    bool mixed_sex, mixed_age; /* two that differ: of no single one */
};

static void merge(uint8_t *have, uint8_t more, bool *mixed)
{
    if (!more)
        return;
    if (*have && *have != more)
        *mixed = true;
    *have = more;
}

/* What items [first, last) say. The nouns from `joined_from` on are coordinated: "women and children" are of no one
 * sex, although only one of them has one. "Mostly women" says nothing of all. */
static void read_words(const struct sentence *s, size_t first, size_t last, size_t joined_from, struct people *p)
{
    const struct term *joined = NULL;
    for (size_t i = first; i < last && i < s->n_items; i++) {
        const struct term *noun = noun_at(s, i);
        uint8_t role = role_at(s, i);
        if (plays(s, i, R_MOSTLY) && !place_at(s, i + 1)) /* in "mostly French girls" all are girls */
            return;
        bool run = i > first && noun_at(s, i - 1); /* "citizen boys" are one noun */
        if (noun && i >= joined_from) {
            p->mixed_sex = p->mixed_sex || (joined && !run && joined->sex != noun->sex);
            p->mixed_age = p->mixed_age || (joined && !run && joined->age != noun->age);
            joined = noun;
        }
        if (noun) {
            merge(&p->sex, noun->sex, &p->mixed_sex);
            merge(&p->age, noun->age, &p->mixed_age);
        }
        bool aged = (noun && noun->age) || role == R_CHILD || role == R_ADULT;
        bool other = aged && i > first + 1 && role_at(s, i - 1) == R_AND;
        uint8_t before = other ? role_at(s, i - 2 - (i > first + 2 && mark_at(s, i - 2, ','))) : (uint8_t)R_NONE;
        if (before == R_FEMALE || before == R_MALE) /* "male, female, and child victims" */
            p->mixed_sex = p->mixed_age = true;
        merge(&p->sex, role == R_FEMALE ? FEMALE : role == R_MALE ? MALE : 0, &p->mixed_sex);
        merge(&p->age, role == R_CHILD ? CHILD : role == R_ADULT ? ADULT : 0, &p->mixed_age);
    }
}

struct person person_in(const struct sentence *s, size_t first, size_t last)
{
    struct people p = { 0 };
    read_words(s, first, last, first, &p);
    return (struct person){ p.mixed_sex ? SEX_NONE : (enum sex)p.sex, p.mixed_age ? AGE_NONE : (enum age)p.age };
}

/* "42 victims of child sexual exploitation" */
static bool of_children(const struct sentence *s, const struct number *n)
{
    size_t i = (size_t)n->head_last + 1;
    if (n->head < 0 || role_at(s, i) != R_OF || n->noun->role == ROLE_OFFENDER)
        return false; /* not "seven perpetrators of child sex trafficking" */
    for (size_t end = i + OF_REACH; ++i < s->n_items && i < end;) {
        const struct term *topic = topic_at(s, i);
        if (s->items[i].kind == ITEM_NUMBER || s->items[i].kind == ITEM_MARK || verb_at(s, i) || role_at(s, i) == R_BY)
            return false;
        if (role_at(s, i) == R_CHILD || (topic && topic->age == CHILD))
            return true;
    }
    return false;
}

/* "No victims were removed from child labour": victims of what is done to children are children. */
static bool suffered_as_children(const struct sentence *s, const struct number *n)
{
    if (n->noun && n->noun->role != ROLE_VICTIM && n->noun->role != ROLE_NONE && n->noun->role != ROLE_CHILD_WORKER)
        return false;
    for (size_t i = n->item + 1u; i < s->n_items && n->indicator >= VICTIMS && n->indicator <= VICTIMS_ESTIMATED; i++) {
        const struct term *topic = topic_at(s, i);
        if (s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ';') || mark_at(s, i, ','))
            return false;
        if (topic && topic->age == CHILD && topic->subject != OFF_SUBJECT)
            return true;
    }
    return false;
}

/* "half of them are children: 3.3 million": a number behind a colon counts those named last before it. */
static const struct term *noun_before_colon(const struct sentence *s, const struct number *n)
{
    size_t i = qualified_from(s, n->item);
    if (n->head >= 0 || i == 0 || !mark_at(s, i - 1, ':'))
        return NULL;
    for (size_t j = i - 1; j-- > 0 && i - j < COLON_REACH;)
        if (noun_at(s, j) && noun_at(s, j)->kind == NOUN_PERSON)
            return noun_at(s, j);
    return NULL;
}

/* Another count, or "some of which": what is said from here on is not said of the number before. */
static bool ends_phrase(const struct sentence *s, size_t i)
{
    if (role_at(s, i) == R_OF_THEM || role_at(s, i) == R_INCLUDING)
        return true;
    if (s->items[i].kind != ITEM_NUMBER)
        return false;
    const struct number *m = &s->numbers[s->items[i].index];
    return !m->why_not && !m->currency.n && !m->duration && !(m->noun && m->noun->kind == NOUN_DURATION);
}

const struct number *total_of(const struct sentence *s, const struct number *n)
{
    if (n->from < 0)
        return NULL;
    return n->from < NUMBERS_LIMIT ? &s->numbers[n->from] : &s->carried->total;
}

const struct number *nearest_total(const struct sentence *s, const struct number *n)
{
    const struct number *total = total_of(s, n);
    bool including = false;
    for (size_t i = n->item; total && n->from < NUMBERS_LIMIT && i-- > total->item;) {
        including = including || role_at(s, i) == R_INCLUDING;
        if (mark_at(s, i, ';') && !including) /* "five of forced labour, including two boys; 21 were women" */
            return total;
        if (mark_at(s, i, ')')) /* "471 victims (compared with 303, including two boys), including" */
            i = skip_brackets_left(s, i);
        if (including && s->items[i].kind == ITEM_NUMBER && !s->numbers[s->items[i].index].why_not)
            return &s->numbers[s->items[i].index];
    }
    return total;
}

/* "cases of missing women", "of the 200 cases, 111 involved boys": the people whom cases are of, NULL when others are
 * joined to them. */
static const struct term *people_of_cases(const struct sentence *s, const struct number *n)
{
    size_t i = n->head < 0 ? n->item + 1u : (size_t)n->head_last + 1;
    if (n->head < 0 ? !(verb_at(s, i) && s->items[i].verb->kind == COUNTS_LINK) : role_at(s, i) != R_OF)
        return NULL;
    while (word_describes(s, i + 1) || verb_at(s, i + 1))
        i++;
    const struct term *whom = noun_at(s, i + 1);
    bool joined =
        role_at(s, i + 2) == R_AND || role_at(s, i + 2) == R_OR || (mark_at(s, i + 2, ',') && noun_at(s, i + 3));
    return whom && whom->kind == NOUN_PERSON && !joined ? whom : NULL;
}

/* Are the victims of the cases children? Said with them, in the list they stand in, or in what the block is about. */
static void describe_cases(struct sentence *s, struct number *n)
{
    const struct number *total = total_of(s, n);
    bool child = false, named = false, adult = false;
    size_t start =
        n->head >= 0 && n->head < (int)n->item ? (size_t)n->head : n->item; /* "a decline in crimes ... from" */
    for (size_t i = start; i < s->n_items && i < start + (size_t)CASE_REACH; i++) {
        const struct term *topic = topic_at(s, i), *noun = noun_at(s, i);
        if (i > n->item + 1u && ends_phrase(s, i)) /* not "none of which were related to child labour" */
            break;
        named = named || (topic && topic->subject);
        child = child || (topic && topic->age == CHILD) || (noun && noun->age == CHILD) || role_at(s, i) == R_CHILD;
        adult = adult || (noun && noun->age == ADULT && !noun->sex) || role_at(s, i) == R_ADULT;
    }
    adult = adult && !child;
    if (!named && !adult && s->subject == CHILD_LABOUR && n->indicator != HOTLINE_CALLS)
        child = true;
    for (size_t k = (size_t)(n - s->numbers); k-- > 0 && !child && !total && !named;) {
        const struct number *m = &s->numbers[k];
        if (m->why_not)
            continue;
        child = m->unit == CASES && m->indicator == n->indicator && m->age == CHILD;
        break;
    }
    child = child || (n->unit == CASES && s->carried->label_age == CHILD);
    uint8_t said = role_at(s, n->item + 1u); /* "6,393 cases (1,528 female and 4,865 male)" */
    const struct term *whom = people_of_cases(s, n);
    n->age = child ? CHILD : adult || (whom && whom->age == ADULT) ? ADULT : total ? total->age : AGE_NONE;
    n->sex = said == R_FEMALE ? FEMALE : said == R_MALE ? MALE : whom ? whom->sex : total ? total->sex : SEX_NONE;
}

/* "eight were minors compared with four in 2016": the eight, when the four have no noun of their own. */
const struct number *held_against(const struct sentence *s, const struct number *n)
{
    size_t i = qualified_from(s, n->item), close, open = bracket_around(s, n->item, &close);
    if (n->head < 0 && n->method[0] == 'c' && n->from >= 0 && n->from < NUMBERS_LIMIT)
        return &s->numbers[n->from];
    bool at_other_time = n->head < 0 && n > s->numbers && open + 1 == i && close < s->n_items && !n[-1].why_not &&
                         n[-1].item < open &&
                         s->items[close - 1].kind == ITEM_DATE; /* "three were children (five in 2018)" */
    if (at_other_time)
        return n - 1;
    if (n->head >= 0 || i == 0 || role_at(s, i - 1) != R_COMPARED)
        return NULL;
    int before = nearest_number(s, i);
    const struct number *m = before >= 0 ? &s->numbers[before] : NULL;
    return m && m->indicator == n->indicator && m->unit == PERSONS ? m : NULL;
}

bool may_be_part(const struct sentence *s, const struct number *n, const struct number *total)
{
    bool last =
        n->from >= 0 && n->from < NUMBERS_LIMIT && total > s->numbers && n->head < 0 && lists_same(s, total - 1, total);
    for (size_t i = last ? total->item : n->item; i < n->item; i++)
        if (mark_at(s, i, ';'))
            return false; /* "five girls and five boys; four were foreign": of all of them */
    bool definite = n->item > 0 && role_at(s, n->item - 1u) == R_DETERMINER && n->from >= NUMBERS_LIMIT;
    return !definite || !(n->low > total->high);
}

/* "six were women, including four Dominicans and two Colombians": is n one of those that "including" opens behind the
 * total? */
static bool is_included(const struct sentence *s, const struct number *n, const struct number *total)
{
    for (size_t i = n->item; i-- > total->item && n->from < NUMBERS_LIMIT && !mark_at(s, i, ';');)
        if (role_at(s, i) == R_INCLUDING)
            return true;
    return false;
}

/* "28 women and 14 men, compared with 60 persons": held against all of the list that the total closes. */
static bool is_held_against_list(const struct sentence *s, const struct number *n, const struct number *total)
{
    return n->from >= 0 && n->from < NUMBERS_LIMIT && n->head >= 0 && n->method[0] == 'c' && total > s->numbers &&
           lists_same(s, total - 1, total);
}

static void describe_persons(struct sentence *s, struct number *n)
{
    struct span counted, said;
    struct people p = { 0 };
    words_of_people(s, n, &counted, &said);
    read_words(s, counted.first, counted.last, n->head >= 0 ? (size_t)n->head : 0, &p);
    if (!p.sex && !p.mixed_sex && !p.age && !p.mixed_age) {
        read_words(s, said.first, said.last, said.first, &p);
        n->sex_said = p.sex;
        n->age_said = p.age;
    }
    if (n->head > 0 && n->head < (int)n->item && role_at(s, (size_t)n->head - 1) == R_BE) {
        n->sex_said = p.sex; /* "the victims were women (301), while 69 were children" */
        n->age_said = p.age;
    }
    p.mixed_age = p.mixed_age || ages_straddle(s, (size_t)n->phrase_last + 1);
    uint8_t sex = p.mixed_sex ? SEX_NONE : p.sex, age = p.mixed_age ? AGE_NONE : p.age;
    if (!age && !p.mixed_age && !is_some_of(s, n) && (age = (uint8_t)age_from(s, (size_t)n->phrase_last + 1)))
        n->age_said = n->from >= 0;
    if (!age && !p.mixed_age && of_children(s, n))
        age = CHILD;
    if (!age && !p.mixed_age && suffered_as_children(s, n))
        age = CHILD;
    const struct term *before = noun_before_colon(s, n);
    if (!before && n->head < 0 && n->from < 0) /* "12 Thai and 14 Nepali women" */
        before = n->noun;
    if (before && !sex && !age) {
        sex = before->sex;
        age = before->age;
    }
    const struct number *total = nearest_total(s, n), *held = held_against(s, n);
    bool of_list = total && is_held_against_list(s, n, total);
    if (held) {
        sex = sex || p.mixed_sex ? sex : (uint8_t)held->sex;
        age = age || p.mixed_age ? age : (uint8_t)held->age;
    }
    if (total && total->unit == PERSONS && !of_list && !describes_offenders(n) && may_be_part(s, n, total)) {
        bool part = is_included(s, n, total);
        sex = sex || p.mixed_sex || (total->sex_said && !part) ? sex : (uint8_t)total->sex;
        age = age || p.mixed_age || (total->age_said && !part) ? age : (uint8_t)total->age;
    }
    bool protects = n->indicator == OFFICIALS_TRAINED && !(n->noun && n->noun->age); /* "26 child protection workers" */
    n->sex = (enum sex)sex;
    n->age = protects ? AGE_NONE : (enum age)age;
}

void people_find(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k];
        if (n->why_not)
            continue;
        if (n->unit == CASES || n->indicator == HOTLINE_CALLS)
            describe_cases(s, n);
        else if (n->unit >= YEARS && n->unit <= DAYS)
            describe_held(s, n);
        else if (n->unit == PERSONS)
            describe_persons(s, n);
        citizenship_find(s, n);
    }
}

/* "Child Abuse: ...": the label that a paragraph starts with says whom its cases are about. */
void people_note_label(struct sentence *s)
{
    bool child = false;
    for (size_t i = 0; i < s->n_items && i < (size_t)LABEL_REACH; i++) {
        const struct term *topic = topic_at(s, i), *noun = noun_at(s, i);
        if (mark_at(s, i, ':')) {
            s->carried->label_age = child ? CHILD : AGE_NONE;
            return;
        }
        child = child || (topic && topic->age == CHILD) || (noun && noun->age == CHILD) || role_at(s, i) == R_CHILD;
    }
}

/* Whom "he" and "she" of the next sentence may mean. */
void people_carry(struct sentence *s)
{
    for (size_t i = 0; i < s->n_items && (s->tells & TELLS_SEX); i++) {
        const struct term *noun = noun_at(s, i);
        if (noun && noun->kind == NOUN_PERSON && noun->sex)
            s->carried->person = (struct person){ (enum sex)noun->sex, (enum age)noun->age };
    }
}
