/* The vocabularies: every word, name and phrase that the grammar knows, from the tables of
 * data/narrative/ (data/README.md says what each column means). Read once, then only read.
 *
 * Words are folded to lower case (ASCII) and numbered; phrases are paths of a trie over word
 * numbers, so matching a phrase costs one hash look-up a word and allocates nothing.
 */
#ifndef TARAZ_ETL_NARRATIVE_VOCABULARY_H
#define TARAZ_ETL_NARRATIVE_VOCABULARY_H

#include <stdalign.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"
#include "etl/narrative/codes.h"

enum table_id {
    IN_NOUNS = 1,
    IN_VERBS,
    IN_NUMBERS,
    IN_QUALIFIERS,
    IN_TOPICS,
    IN_PLACES,
    IN_CURRENCIES,
    IN_GRAMMAR,
    N_TABLES
};

/* numbers.csv, column kind */
enum number_kind {
    NUMBER_UNIT,
    NUMBER_TEN,
    NUMBER_HUNDRED,
    NUMBER_SCALE,
    NUMBER_DOZEN,
    NUMBER_ARTICLE,
    NUMBER_HALF,
    NUMBER_VAGUE,
    NUMBER_ZERO,
    NUMBER_DECADE,
    NUMBER_COUPLE,
    NUMBER_FRACTION,
    N_NUMBER_KINDS
};

/* nouns.csv, column kind */
enum noun_kind { NOUN_PERSON, NOUN_CASE, NOUN_EVENT, NOUN_DURATION, NOUN_THING, N_NOUN_KINDS };
/* nouns.csv, column role */
enum noun_role {
    ROLE_NONE,
    ROLE_VICTIM,
    ROLE_OFFENDER,
    ROLE_OFFICIAL,
    ROLE_MISSING,
    ROLE_CHILD_WORKER,
    ROLE_OUTSIDER,
    ROLE_ANAPHOR,
    ROLE_CLIENT,
    ROLE_CRIME,
    N_NOUN_ROLES
};

/* verbs.csv: what the number counts beside the verb */
/* COUNTS_LINK: joins two counts ("40 cases involving 52 victims") */
enum verb_counts { COUNTS_OBJECT, COUNTS_SUBJECT, COUNTS_NEITHER, COUNTS_LINK, N_VERB_COUNTS };
enum verb_form { FORM_BASE = 1, FORM_THIRD = 2, FORM_PAST = 4, FORM_PARTICIPLE = 8, FORM_GERUND = 16 };

/* places.csv, column kind */
enum place_kind { PLACE_COUNTRY, PLACE_PEOPLE, PLACE_CITY, PLACE_REGION, N_PLACE_KINDS };

/* grammar.csv and times.csv, column role: the one list of names and codes. From R_INSTRUMENT on they never become the
 * role of an item; only plays() (clauses.h) sees them. */
/* clang-format off */
#define ROLES(X) \
    X(R_NONE, "") \
    X(R_OF, "of") \
    X(R_PREPOSITION, "preposition") \
    X(R_BE, "be") \
    X(R_HAVE, "have") \
    X(R_MODAL, "modal") \
    X(R_NEGATION, "negation") \
    X(R_AND, "and") \
    X(R_OR, "or") \
    X(R_RELATIVE, "relative") \
    X(R_DETERMINER, "determiner") \
    X(R_ANAPHOR, "anaphor") \
    X(R_INCLUDING, "including") \
    X(R_COMPARED, "compared") \
    X(R_FROM, "from") \
    X(R_TO, "to") \
    X(R_BETWEEN, "between") \
    X(R_IN, "in") \
    X(R_FOR, "for") \
    X(R_BY, "by") \
    X(R_THAT, "that") \
    X(R_ADVERB, "adverb") \
    X(R_PRONOUN, "pronoun") \
    X(R_SUBORDINATOR, "subordinator") \
    X(R_NUMBER_OF, "number_of") \
    X(R_BELIEVED, "believed") \
    X(R_TOTAL, "total") \
    X(R_LABEL_BEFORE, "label_before") \
    X(R_MEASURE_AFTER, "measure_after") \
    X(R_AGE_BEFORE, "age_before") \
    X(R_ANNOUNCES, "announces") \
    X(R_ABBREVIATION, "abbreviation") \
    X(R_AGE_AFTER, "age_after") \
    X(R_ORDINAL, "ordinal") \
    X(R_MONTH, "month") \
    X(R_AS_OF, "as_of") \
    X(R_SINCE, "since") \
    X(R_THROUGH, "through") \
    X(R_BY_END, "by_end") \
    X(R_THIS_YEAR, "this_year") \
    X(R_CALENDAR_YEAR, "calendar_year") \
    X(R_TO_NOW, "to_now") \
    X(R_LAST_YEAR, "last_year") \
    X(R_NEXT_YEAR, "next_year") \
    X(R_SAME_PERIOD, "same_period") \
    X(R_RATE, "rate") \
    X(R_PART_OF_YEAR, "part_of_year") \
    X(R_FIRST_MONTHS, "first_months") \
    X(R_YEAR_ITSELF, "year_itself") \
    X(R_UNDATED, "undated") \
    X(R_LAW, "law") \
    X(R_FORM_UNKNOWN, "form_unknown") \
    X(R_SURVEY, "survey") \
    X(R_PRISON, "prison") \
    X(R_CAPTIVITY, "captivity") \
    X(R_FOREIGN, "foreign") \
    X(R_DOMESTIC, "domestic") \
    X(R_FEMALE, "female") \
    X(R_MALE, "male") \
    X(R_CHILD, "child") \
    X(R_ADULT, "adult") \
    X(R_TARGET, "target") \
    X(R_ENTITY_OF_STUDY, "study") \
    X(R_SEASON, "season") \
    X(R_STATUTE, "statute") \
    X(R_OF_THEM, "of_them") \
    X(R_SPAN, "span") \
    X(R_YEAR_END, "year_end") \
    X(R_COURT, "court") \
    X(R_HOTLINE, "hotline") \
    X(R_WEEKDAY, "weekday") \
    X(R_BACK, "back") \
    X(R_SO_FAR, "so_far") \
    X(R_THAT_YEAR, "that_year") \
    X(R_WINDOW, "window") \
    X(R_LAST_QUARTER, "last_quarter") \
    X(R_LAST_PERIOD, "last_period") \
    X(R_QUARTER, "quarter") \
    X(R_IN_CONFLICT, "in_conflict") \
    X(R_ENDING, "ending") \
    X(R_INSTRUMENT, "instrument") \
    X(R_FISCAL, "fiscal") \
    X(R_ONES, "ones") \
    X(R_RECORDS, "records") \
    X(R_CAPACITY, "capacity") \
    X(R_CARRIED, "carried") \
    X(R_REPORT, "report") \
    X(R_PUBLISHED, "published") \
    X(R_SUPERLATIVE, "superlative") \
    X(R_SAYING, "saying") \
    X(R_AGAINST, "against") \
    X(R_MOSTLY, "mostly") \
    X(R_HARM, "harm") \
    X(R_BEHALF, "behalf") \
    X(R_SEEKING, "seeking") \
    X(R_SUSPICION, "suspicion") \
    X(R_FOREIGNERS, "foreigners") \
    X(R_ORIGIN, "origin") \
    X(R_BELOW_AGE, "below_age") \
    X(R_ACROSS, "across") \
    X(R_AUTHORITY, "authority") \
    X(R_PER, "per") \
    X(R_TALLY, "tally") \
    X(R_MAKE_UP, "make_up") \
    X(R_PART_OF_MONTH, "part_of_month") \
    X(R_WORLDWIDE, "worldwide") \
    X(R_AMONG, "among") \
    X(R_CONFLICT, "conflict") \
    X(R_FURTHER, "further") \
    X(R_AFTERMATH, "aftermath") \
    X(R_FOUNDED, "founded") \
    X(R_CHANGE, "change") \
    X(R_DIFFERENCE, "difference") \
    X(R_MORE, "more") \
    X(R_AS_MANY, "as_many") \
    X(R_DEATH_TOLL, "death_toll") \
    X(R_ONE_PERSON, "one_person") \
    X(R_THAN, "than") \
    X(R_RESPECTIVE, "respective") \
    X(R_DUAL, "dual") \
    X(R_ENTIRE, "entire") \
    X(R_THEY, "they") \
    X(R_SOME_OF, "some_of") \
    X(R_EXCEPT, "except") \
    X(R_STILL, "still") \
    X(R_OFF_COAST, "off_coast") \
    X(R_WITHOUT, "without") \
    X(R_GUILTY, "guilty") \
    X(R_SENDS, "sends") \
    X(R_RETURNED, "returned") \
    X(R_OTHER_FORM, "other_form") \
    X(R_OTHER_CRIME, "other_crime") \
    X(R_COMPLAINT, "complaint") \
    X(R_DISSIDENTS, "dissidents") \
    X(R_OTHER_STATE, "other_state") \
    X(R_FAILS, "fails") \
    X(R_PENDING, "pending") \
    X(R_SUSPECTED, "suspected") \
    X(R_SCREENS, "screens") \
    X(R_REPATRIATES, "repatriates") \
    X(R_CONSISTS, "consists") \
    X(R_GANG, "gang") \
    X(R_REST, "rest") \
    X(R_BY_COMPARISON, "by_comparison") \
    X(R_DISASTER, "disaster") \
    X(R_BEGAN, "began") \
    X(R_NOT, "not") \
    X(R_FLEES, "flees") \
    X(R_CAPTORS, "captors") \
    X(R_APPEARS, "appears") \
    X(R_GATHERS, "gathers") \
    X(R_POLICE_STATION, "police_station") \
    X(R_OPERATING, "operating") \
    X(R_RESULTING, "resulting") \
    X(R_TERM, "term") \
    X(R_SAMPLE, "sample")
/* clang-format on */

#define ROLE_CODE(code, name) code,
enum role { ROLES(ROLE_CODE) N_ROLES };
#undef ROLE_CODE

/* What a phrase may tell a stage that passes over every sentence: a stage need not look where no phrase tells it
 * anything. */
enum tells {
    TELLS_SUBJECT = 1,   /* some meaning has a subject */
    TELLS_STUDY = 2,     /* law, survey or study */
    TELLS_FORM = 4,      /* some meaning has a form of exploitation */
    TELLS_SEX = 8,       /* of persons */
    TELLS_TIME = 16,     /* may be part of a date */
    TELLS_COUNT = 32,    /* a number word, articles aside */
    TELLS_COMPARED = 64, /* "compared with" */
    TELLS_ENTIRE = 128,  /* "all", "both" */
};

struct term {
    uint8_t table; /* enum table_id */
    uint8_t kind;  /* number_kind, noun_kind, verb_counts, place_kind, qualifier or role, by table */
    uint8_t role;  /* nouns: enum noun_role */
    uint8_t indicator, unit, sex, age, form, subject;
    uint8_t hint;                       /* topics, nouns: the form that news of an event may mean */
    uint8_t verb_forms;                 /* verbs: bits of enum verb_form; two forms may look alike */
    bool capital;                       /* matches only when written with a capital */
    bool after;                         /* qualifiers: stands behind the number */
    const struct term *next;            /* another meaning of the same phrase */
    double value;                       /* numbers, months */
    struct str code;                    /* places: alpha-3; currencies: ISO 4217 */
    struct str area;                    /* currencies: of several by that name, the one of this country (alpha-3) */
    struct str name;                    /* the phrase as in the table, for the trace */
    const struct term *const *by_table; /* N_TABLES: the phrase's first meaning in each table; kept with its first */
};

/* What a phrase means, as an item of a sentence takes it over. */
struct phrase {
    const struct term *terms; /* its meanings; NULL when the words are no phrase */
    const struct term *noun, *verb;
    const struct term *grammar[2]; /* its part in a sentence, written small or with a capital ("May") */
    uint8_t roles[2];              /* the same as enum role */
    bool any_case;                 /* some meaning needs no capital */
    uint8_t tells;                 /* bits of enum tells */
    uint8_t tables;                /* bit table - 1 for each table that it is in */
};

struct vocabulary;

/* Reads the tables. ST_SYSTEM or ST_INPUT with the file and line of what is wrong. */
enum status vocabulary_load(struct arena *a, const char *data_folder, struct vocabulary **out, struct err *e);

/* A word is known by the hash of its folded bytes, taken eight at a time: one of up to eight bytes by itself, as the
 * steps can be undone; of the longer ones some thousand collide once in 10^12 tables. */
#define WORD_HASH_START 14695981039346656037ull
static inline uint64_t word_hash_step(uint64_t hash, uint64_t eight_bytes)
{
    hash = (hash ^ eight_bytes) * 0x9E3779B97F4A7C15ull;
    return hash ^ hash >> 32;
}

/* The same byte by byte; start with { WORD_HASH_START }. */
struct word_hash {
    uint64_t hash, bytes; /* the bytes that wait for their step, the first lowest */
    unsigned n;           /* how many those are */
};
static inline void word_hash_add(struct word_hash *w, char folded)
{
    w->bytes |= (uint64_t)(unsigned char)folded << 8 * w->n;
    if (++w->n == 8) {
        w->hash = word_hash_step(w->hash, w->bytes);
        w->bytes = w->n = 0;
    }
}
static inline uint64_t word_hash_end(const struct word_hash *w)
{
    return w->n ? word_hash_step(w->hash, w->bytes) : w->hash;
}

/* How the words are laid out: close together, and in the header, because the readers ask the questions below of every
 * word of a text. */
enum { CACHE_LINE = 64, WORD_SLOTS = 1 << 15, VOCABULARY_WORDS = WORD_SLOTS / 2, FILTER_BITS = 1 << 16 };

struct word {
    alignas(CACHE_LINE) struct phrase alone; /* the word as a phrase of its own */
    uint64_t next;                           /* bit w % 64 for each word w that goes on with a longer phrase */
    uint32_t node;                           /* of the trie of phrases, 0 when no phrase starts with the word */
    bool counts;                             /* it can be part of a number ("dozen", "no"); articles cannot */
};

struct word_table {
    uint8_t filter[FILTER_BITS / 8]; /* a bit for each word by its hash: unset means unknown, as most words of a text */
    uint64_t slots[WORD_SLOTS];      /* open addressing: the number in the low bits, the hash in the others; 0: empty */
    struct word words[VOCABULARY_WORDS]; /* by number; number 0 is the unknown word, of which nothing is said */
};

const struct word_table *vocabulary_words(const struct vocabulary *v);

static inline size_t word_filter_bit(uint64_t hash) { return (size_t)(hash >> 40) & (FILTER_BITS - 1); }

/* The word's slot: where it is, or the empty one where it belongs. */
static inline size_t word_slot(const struct word_table *t, uint64_t hash)
{
    size_t slot = (size_t)hash & (WORD_SLOTS - 1);
    while (t->slots[slot] && (t->slots[slot] ^ hash) >= WORD_SLOTS)
        slot = (slot + 1) & (WORD_SLOTS - 1);
    return slot;
}

/* The number of the word whose folded bytes have this hash, 0 when no phrase has it. */
static inline uint32_t word_number(const struct word_table *t, uint64_t hash)
{
    size_t bit = word_filter_bit(hash);
    if (!(t->filter[bit / 8] & (1u << bit % 8)))
        return 0;
    return (uint32_t)t->slots[word_slot(t, hash)] & (WORD_SLOTS - 1);
}

/* One step of a phrase: the trie node behind `node` by the word of this number; 0 when there is none. */
uint32_t vocabulary_step(const struct vocabulary *v, uint32_t node, uint32_t word);
/* The phrase of several words that ends at `node`. */
const struct phrase *vocabulary_phrase(const struct vocabulary *v, uint32_t node);

/* When the fiscal year of a country starts, and whether the year that names it is the one in which it ends
 * (data/narrative/fiscal_years.csv). */
struct fiscal_year {
    struct str ref_area;
    int month, day;
    bool named_by_end;
};
/* NULL for a country whose fiscal years are calendar years, or that is not listed. */
const struct fiscal_year *vocabulary_fiscal_year(const struct vocabulary *v, struct str ref_area);

/* Measured share of right figures for a method and indicator (data/narrative/confidence.csv). */
double vocabulary_confidence(const struct vocabulary *v, struct str method, enum indicator indicator);

#endif
