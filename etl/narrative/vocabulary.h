/* The vocabularies: every word, name and phrase that the grammar knows, from the tables of
 * data/narrative/ (data/README.md says what each column means). Read once, then only read.
 *
 * Words are folded to lower case (ASCII) and numbered; phrases are paths of a trie over word
 * numbers, so matching a phrase costs one hash look-up a word and allocates nothing.
 */
#ifndef TARAZ_ETL_NARRATIVE_VOCABULARY_H
#define TARAZ_ETL_NARRATIVE_VOCABULARY_H

#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "etl/narrative/codes.h"

enum table_id {
    IN_NUMBERS = 1,
    IN_QUALIFIERS,
    IN_NOUNS,
    IN_VERBS,
    IN_TOPICS,
    IN_PLACES,
    IN_CURRENCIES,
    IN_GRAMMAR,
    N_TABLES
};

/* numbers.csv, column kind */
enum number_kind { NUMBER_UNIT, NUMBER_TEN, NUMBER_HUNDRED, NUMBER_SCALE, NUMBER_DOZEN, NUMBER_ARTICLE, NUMBER_HALF,
                   NUMBER_VAGUE, NUMBER_ZERO, NUMBER_DECADE, NUMBER_COUPLE, N_NUMBER_KINDS };

/* nouns.csv, column kind */
enum noun_kind { NOUN_PERSON, NOUN_CASE, NOUN_EVENT, NOUN_DURATION, NOUN_THING, N_NOUN_KINDS };
/* nouns.csv, column role */
enum noun_role { ROLE_NONE, ROLE_VICTIM, ROLE_OFFENDER, ROLE_OFFICIAL, ROLE_MISSING, ROLE_CHILD_WORKER,
                 ROLE_OUTSIDER, ROLE_ANAPHOR, N_NOUN_ROLES };

/* verbs.csv: what the number counts beside the verb */
/* COUNTS_LINK: joins two counts ("40 cases involving 52 victims") */
enum verb_counts { COUNTS_OBJECT, COUNTS_SUBJECT, COUNTS_NEITHER, COUNTS_LINK, N_VERB_COUNTS };
enum verb_form { FORM_BASE = 1, FORM_THIRD = 2, FORM_PAST = 4, FORM_PARTICIPLE = 8, FORM_GERUND = 16 };

/* places.csv, column kind */
enum place_kind { PLACE_COUNTRY, PLACE_PEOPLE, PLACE_CITY, PLACE_REGION, N_PLACE_KINDS };

/* grammar.csv and times.csv, column role */
enum role {
    R_NONE, R_OF, R_PREPOSITION, R_BE, R_HAVE, R_MODAL, R_NEGATION, R_AND, R_OR, R_RELATIVE, R_DETERMINER,
    R_ANAPHOR, R_INCLUDING, R_COMPARED, R_FROM, R_TO, R_BETWEEN, R_IN, R_FOR, R_BY, R_THAT, R_ADVERB, R_PRONOUN, R_SUBORDINATOR,
    R_NUMBER_OF, R_TOTAL, R_LABEL_BEFORE, R_MEASURE_AFTER, R_AGE_BEFORE, R_ABBREVIATION, R_AGE_AFTER, R_ORDINAL,
    R_MONTH, R_AS_OF, R_SINCE, R_THROUGH, R_BY_END, R_THIS_YEAR, R_LAST_YEAR, R_SAME_PERIOD, R_RATE,
    R_PART_OF_YEAR, R_FIRST_MONTHS, R_YEAR_ITSELF, R_UNDATED, R_LAW, R_SURVEY, R_PRISON, R_CAPTIVITY, R_FOREIGN, R_DOMESTIC, R_FEMALE,
    R_MALE, R_CHILD, R_ADULT, R_TARGET, R_ENTITY_OF_STUDY, R_SEASON, R_STATUTE, R_OF_THEM, R_SPAN, R_YEAR_END, R_COURT, R_HOTLINE,
    R_WEEKDAY, R_BACK, R_SO_FAR, R_THAT_YEAR, R_WINDOW, R_LAST_QUARTER, R_ENDING,
    /* these never become the role of an item; only plays() (dates.h) sees them */
    R_INSTRUMENT, R_REPORT, R_PUBLISHED, R_SUPERLATIVE, R_SAYING, R_AGAINST, R_MOSTLY, R_FOREIGNERS,
    R_ORIGIN, R_BELOW_AGE, R_ACROSS, R_AUTHORITY, R_PER, R_TALLY, R_MAKE_UP, R_FOUNDED,
    N_ROLES
};

struct term {
    uint8_t table; /* enum table_id */
    uint8_t kind;  /* number_kind, noun_kind, verb_counts, place_kind, qualifier or role, by table */
    uint8_t role;  /* nouns: enum noun_role */
    uint8_t indicator, unit, sex, age, form, subject;
    uint8_t verb_forms;  /* verbs: bits of enum verb_form; two forms may look alike */
    bool capital;        /* matches only when written with a capital */
    bool after;          /* qualifiers: stands behind the number */
    double value;        /* numbers, months */
    struct str code;     /* places: alpha-3; currencies: ISO 4217 */
    struct str name;     /* the phrase as in the table, for the trace */
    const struct term *next; /* another meaning of the same phrase */
    /* Of the phrase as a whole, kept with its first meaning: */
    const struct term *const *by_table; /* N_TABLES: the first meaning in each table */
    const struct term *grammar[2];      /* its part in a sentence, written small or with a capital ("May") */
    bool timely;                        /* may be part of a date */
    bool counts;                        /* a number word, articles aside */
};

struct vocabulary;

/* Reads the tables. ST_SYSTEM or ST_INPUT with the file and line of what is wrong. */
enum status vocabulary_load(struct arena *a, const char *data_folder, struct vocabulary **out, struct err *e);

/* Hash of a folded word, byte by byte: start with WORD_HASH_START. */
#define WORD_HASH_START 14695981039346656037ull
static inline uint64_t word_hash_step(uint64_t hash, char folded)
{
    return (hash ^ (unsigned char)folded) * 1099511628211ull;
}

/* The number of the word whose folded bytes have this hash, 0 when no phrase has it. */
uint32_t vocabulary_word(const struct vocabulary *v, uint64_t hash);

/* Can the word be part of a number ("dozen", "no")? Articles cannot. */
bool vocabulary_counts(const struct vocabulary *v, uint32_t word);

/* One step of a phrase: the trie node behind `node` (0: the start) by `word`; 0 when there is none. */
uint32_t vocabulary_step(const struct vocabulary *v, uint32_t node, uint32_t word);
/* The meanings of the phrase that ends at `node`, NULL when none does. */
const struct term *vocabulary_terms(const struct vocabulary *v, uint32_t node);

/* The meaning in one table, NULL when there is none. */
static inline const struct term *term_in(const struct term *terms, enum table_id table)
{
    return terms ? terms->by_table[table] : NULL;
}

/* Measured share of right figures for a method and indicator (data/narrative/confidence.csv). */
double vocabulary_confidence(const struct vocabulary *v, struct str method, enum indicator indicator);

#endif
