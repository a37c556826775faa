/* Small questions about items that several stages ask, and the steps that find what each number counts. */
#ifndef TARAZ_ETL_NARRATIVE_CLAUSES_H
#define TARAZ_ETL_NARRATIVE_CLAUSES_H

#include "etl/narrative/sentence.h"

static inline uint8_t role_at(const struct sentence *s, size_t i) { return i < s->n_items ? s->items[i].role : R_NONE; }

static inline bool mark_at(const struct sentence *s, size_t i, char mark)
{
    return i < s->n_items && item_is_mark(&s->items[i], mark);
}

static inline const struct term *verb_at(const struct sentence *s, size_t i)
{
    return i < s->n_items && !s->items[i].noun ? s->items[i].verb : NULL;
}

static inline const struct term *noun_at(const struct sentence *s, size_t i)
{
    return i < s->n_items ? s->items[i].noun : NULL;
}

static inline const struct term *topic_at(const struct sentence *s, size_t i)
{
    return i < s->n_items ? item_term(&s->items[i], IN_TOPICS) : NULL;
}

/* The item from which the qualifiers before item i stand ("at least" before 12), i when there are none. */
static inline size_t qualified_from(const struct sentence *s, size_t i)
{
    while (i > 0 && item_term(&s->items[i - 1], IN_QUALIFIERS))
        i--;
    return i;
}

/* The same with determiners ("the some 12"). */
static inline size_t phrase_from(const struct sentence *s, size_t i)
{
    while (i > 0 && (item_term(&s->items[i - 1], IN_QUALIFIERS) || role_at(s, i - 1) == R_DETERMINER))
        i--;
    return i;
}

/* The item that opens the bracket around or before item i, 0 when none does; brackets inside it are passed over. */
static inline size_t skip_brackets_left(const struct sentence *s, size_t i)
{
    size_t inner = 0;
    for (bool first = true; i > 0 && !(mark_at(s, i, '(') && inner == 0); i--, first = false) {
        inner += mark_at(s, i, ')') && !first;
        inner -= mark_at(s, i, '(');
    }
    return i;
}

/* The item before the number and what qualifies it, or n_items when the sentence starts there. */
static inline size_t left_of(const struct sentence *s, const struct number *n)
{
    size_t i = phrase_from(s, n->item);
    return i > 0 ? i - 1 : s->n_items;
}

/* Is the number at item i an age ("girls as young as nine")? */
static inline bool age_at_item(const struct sentence *s, size_t i)
{
    const char *why = s->items[i].kind == ITEM_NUMBER ? s->numbers[s->items[i].index].why_not : NULL;
    return why && why[0] == 'a' && why[1] == 'g';
}

/* A word that no stage of the grammar knows: in no table, or only there for its place in a date or name. */
static inline bool is_word(const struct sentence *s, size_t i)
{
    const struct item *item = &s->items[i];
    return item->kind == ITEM_WORD ||
           (item->kind == ITEM_PHRASE && item->terms && item->grammar == NULL && !item->noun && !item->verb &&
            item->terms->table == IN_GRAMMAR && !item->terms->next);
}

static inline const struct token *first_token(const struct sentence *s, size_t i)
{
    return &s->tokens->list[s->items[i].first];
}

static inline bool glued(const struct sentence *s, size_t i)
{
    return i < s->n_items && (first_token(s, i)->flags & TOKEN_GLUED);
}

static inline const struct term *number_word(const struct sentence *s, size_t i)
{
    return i < s->n_items ? item_term(&s->items[i], IN_NUMBERS) : NULL;
}

static inline bool ends_clause(const struct sentence *s, size_t i)
{
    return mark_at(s, i, ';') || mark_at(s, i, ':') || role_at(s, i) == R_SUBORDINATOR;
}

/* Does a verb or process noun say what the number counts? */
static inline bool is_acted(const struct number *n) { return n->act && n->act->indicator; }

/* People of whom no noun tells, only a verb or a pronoun. */
extern const struct term some_people;
/* The same of whom the words say that they are missing. */
extern const struct term missing_people;

struct governor {
    int item;               /* -1: none */
    const struct term *act; /* verb or process noun */
    int breakdown_of;       /* number, -1 */
    const char *method;
    bool negated, modal;
};

/* phrases.c */

/* Does any meaning of the item play this part? A word such as "May" or "first" plays several, most words none. */
bool plays_part(const struct item *item, enum role role);
static inline bool plays(const struct sentence *s, size_t i, enum role role)
{
    return i < s->n_items && s->items[i].tables >> (IN_GRAMMAR - 1) & 1 && plays_part(&s->items[i], role);
}
/* The meaning of item i that plays this part, NULL when none does. */
const struct term *term_of_role(const struct sentence *s, size_t i, enum role role);
/* Is the verb at item i in the passive: a form of "be" close before a participle? */
bool is_passive(const struct sentence *s, size_t i);
/* The clause around an item: [*first, *last) between strong marks and subordinators. */
void clause_around(const struct sentence *s, size_t i, size_t *first, size_t *last);
/* asides.c */
/* Behind an insertion that opens at item i, or behind "and two women" when `over_and` allows it: where the search for
 * the verb goes on; 0 when neither stands there. */
size_t behind_aside(const struct sentence *s, size_t i, bool over_and);
/* "from three countries", "in five raids", behind people also "in 17 cases": the noun of a number told aside, behind a
 * preposition; 0 when item i is none. */
size_t things_aside(const struct sentence *s, size_t i, bool people);

/* The item that opens the bracket around item i, and *close the one that closes it (n_items when none does); n_items
 * when item i stands in none. */
size_t bracket_around(const struct sentence *s, size_t i, size_t *close);
/* The item that closes "($149,477)", a bracket with nothing but a sum of money, when it opens at item i, else 0. */
size_t over_sum(const struct sentence *s, size_t i);
/* Does the bracket that closes at item i hold counts of its own? */
bool counts_in_bracket(const struct sentence *s, size_t i);
/* The item that closes "(up from 58 in 2014)" when it opens at item i, else i. */
size_t skip_comparison(const struct sentence *s, size_t i);
/* Do the words from item i on say that those before are missing ("45 people missing", "students have been missing")? */
bool gone_missing(const struct sentence *s, size_t i);
/* A lower-case word in -s that no table has: most likely the plural of something that is not counted here. */
bool unknown_plural(const struct sentence *s, size_t i);
/* The same, or the name of a part of a law ("under two sections"). */
bool counts_thing(const struct sentence *s, size_t i);
bool is_manner_adverb(const struct sentence *s, size_t i);
/* A word that describes the counted people without being their noun: a place, a topic, "female", "alleged". */
bool word_describes(const struct sentence *s, size_t i);
/* An unknown word in -ed with no noun behind it: a verb that no table has ("52,000 performed hazardous work"). */
bool is_unknown_past(const struct sentence *s, size_t i);
bool is_preposition(uint8_t role);
/* Does an item of the role stand in [first, last)? */
bool sentence_has(const struct sentence *s, size_t first, size_t last, enum role role);
/* The same of any meaning of the items: "respectively" is first of all an adverb. */
bool sentence_plays(const struct sentence *s, size_t first, size_t last, enum role role);
/* Do only articles, qualifiers and other numbers stand in items [first, last)? */
bool only_frame(const struct sentence *s, size_t first, size_t last);
/* Does a comma or "and" stand right before the number (and what qualifies it)? */
bool coordinated(const struct sentence *s, size_t item);
/* Do only a date, marks and qualifiers stand before the number in its sentence? */
bool opens_sentence(const struct sentence *s, size_t i);
/* Do only a comma or "and", and what qualifies a number, stand between what n counts and the next number? */
bool lists_next(const struct sentence *s, const struct number *n, const struct number *next);
/* "ten men and two women": do both count the same, with only commas and "and" between their phrases? */
bool lists_same(const struct sentence *s, const struct number *n, const struct number *next);
/* The number before item i that a breakdown or comparison refers to, -1 when there is none. */
int number_before(const struct sentence *s, size_t i);
/* "3,087 of the 4,410", "four of six": the whole that the part before it is taken from. */
bool is_whole(const struct sentence *s, const struct number *n);
/* "12 of the 62": is n the 12? */
bool is_part_of_whole(const struct sentence *s, const struct number *n);
/* Does the sentence speak of help for people? */
bool tells_assistance(const struct sentence *s);
/* "62 people out of a total of 103 defendants found guilty": is n the 103, of whom the verb behind says nothing? */
bool is_out_of(const struct sentence *s, const struct number *n);
/* "some of the 100,000 workers", "half of the 40", "60% of the 40": what is said behind it is not said of all of them.
 */
bool is_some_of(const struct sentence *s, const struct number *n);
/* The number that stands nearest before item i, -1. */
int nearest_number(const struct sentence *s, size_t i);
/* Is the participle at i within a noun phrase ("prosecuted alleged perpetrators"), not a verb with its subject? */
bool stands_in_phrase(const struct sentence *s, size_t i);
/* Is item i a number of victims that the number n, of women or children, is listed under? */
bool lists_people_of(const struct sentence *s, size_t i, const struct number *n);
/* Is the item a number that is a part of another one? */
bool in_breakdown(const struct sentence *s, size_t number_item);
/* "could house", "plans to train", "urged the authorities to train": not said to have happened. */
bool is_wished(const struct sentence *s, size_t verb);

/* age_traps.c. "a boy of six", "their mother, 61, has searched", "two men, 45 and 51, were": is the number in items
 * [i, end) the age of somebody? */
bool is_age_of_person(const struct sentence *s, size_t i, size_t end, const struct number *n);
/* number_traps.c */

/* The reason given for "an increase of 40". */
extern const char change_of_count[];
/* Why the number in items [i, end) counts nothing (an age, a label, a measure), NULL when it may be a count. */
const char *counts_nothing(const struct sentence *s, size_t i, size_t end, const struct number *n);
/* "rose by 15", "an increase of 40": does a word of change and the preposition stand before the number at item i? */
bool changes_before(const struct sentence *s, size_t i, enum role preposition);
/* "an increase over the 80": the preposition at item i before what a count is held against. */
bool changed_over(const struct sentence *s, size_t i);
/* Numbers inside a list of ages, labels or marks share what was said of the first ("Articles 128 and 129"): why they
 * count nothing, NULL for others. */
const char *shared_label(const struct sentence *s, size_t i);

/* heads.c */

/* A participle between number and noun ("identified victims", "working children"). */
bool modifies(const struct sentence *s, size_t i);
/* The last noun of a run ("police officers", "child labour violations"). */
size_t last_of_run(const struct sentence *s, size_t i);
/* Looks for the head noun from item i on. False when something else is counted or nothing follows. */
bool head_from(struct sentence *s, struct number *n, size_t i, bool *something);
/* The head noun behind the number; *elided when nothing that could be one follows it, *of_them when a pronoun does. */
void find_head(struct sentence *s, struct number *n, bool *elided, bool *of_them);

/* head_lists.c */

/* "156 Somali, Eritrean, and Sudanese migrants", "33 male, female, and child victims": the comma at item i in a list of
 * words that describe the people. */
bool lists_descriptions(const struct sentence *s, size_t i);
/* "20 Chinese, Thai and Lao women": is the people at item i, which could be the noun, one of the adjectives of a list?
 */
bool is_listed_adjective(const struct sentence *s, size_t i);
/* The head that the number at the item before i has from a list that it stands in. */
bool head_of_list(struct sentence *s, struct number *n, size_t i);

/* governors.c, governor_left.c, governor_right.c */

/* "penalties were assessed for four cases": the process noun that a passive verb has as its subject, NULL when none. */
const struct term *process_before(const struct sentence *s, size_t verb);
/* What stands before the number: an active verb, a process noun, or the mark of a breakdown. */
struct governor look_left(const struct sentence *s, const struct number *n);
/* What stands behind the counted phrase: a passive, an intransitive verb, a bare participle. over_and: the phrase may
 * go on with a second number of people. *relative, *bare: the verb is that of a relative clause, a participle alone. */
struct governor look_right(const struct sentence *s, const struct number *n, bool over_and, bool *relative, bool *bare);
/* "19 of whom authorities arrested": the verb behind another subject. */
struct governor look_over_subject(const struct sentence *s, const struct number *n);
void take_governor(struct sentence *s, struct number *n, struct governor g);
/* Chooses between the two and takes it; in a breakdown or comparison the number that n is a part of. */
void find_governor(struct sentence *s, struct number *n);

/* share_brackets.c. The item that opens the number's bracket: right before it, before a share ("(27%; 1,139)") or "(n =
 * 1,139)"; some other item when it stands in none. */
size_t bracket_of(const struct sentence *s, size_t item);

/* shares.c */

/* A number without a noun of its own shares that of the number before it. */
void share_number(struct sentence *s, struct number *n, bool of_them);
/* "two dozen of the cases": without a verb of its own a part shares the process of what was named before. */
void share_of_the(const struct sentence *s, struct number *n);

/* mentions.c */

/* What the sentence is about, and whether it has words of statutes or surveys. */
void note_words(struct sentence *s);
/* The one subject that a title names, SUBJECT_NONE when it names none or several. */
enum subject subject_of_title(const struct sentence *s);
/* "the nine victims": a count that the block has named already has the attributes it had there. */
void mentions_join(struct sentence *s);

#endif
