/* One sentence as the grammar sees it: a list of items (phrases of the vocabulary, numbers, dates,
 * marks, unknown words) and the numbers and dates among them.
 *
 *   items.c         tokens -> items (longest match in the vocabulary)
 *   dates.c         items -> dates, each of which becomes one item: date_points.c (day, month, year),
 *                   context_times.c (times told from another one), context_windows.c (parts of years, spans),
 *                   fiscal_years.c
 *   numbers.c       items -> numbers (interval, qualifier); number_traps.c, age_traps.c: those that count nothing
 *   mentions.c      what the sentence is about; counts mentioned again
 *   clauses.c       what each number counts and what governs it, in the order of the steps; phrases.c: what they ask
 *     heads.c       the noun
 *     governors.c   the verb or process noun: governor_left.c (before the number), governor_right.c (behind it;
 *                   asides.c: over what stands between)
 *     shares.c      no noun of its own: of another number; opening_groups.c (of the group that opens the sentence),
 *                   ellipsis.c (said before), shared_nouns.c (said of the next), lists.c (of the line above),
 *                   predicates.c (how many the subject is), compared_lists.c (a list held against another)
 *   attach.c        noun and verb together -> indicator and unit: attach_persons.c and
 *                   kinds_of_people.c (people), attach_shared.c (parts), amounts.c (lengths of time, sums of money),
 *                   attach_checks.c (estimates, counts that are none), other_crimes.c (what courts did about others),
 *                   undone.c (what was not done)
 *   people.c        sex and age: people_words.c (the words with a number), held_persons.c (of lengths of time),
 *                   said_of_all.c (of all the people just counted)
 *   context_*.c     forms.c (open_forms.c: those that wait for one), citizenship.c; places.c: area
 *   periods.c       the period: period_claims.c (what a date is of), period_undated.c (no date in the sentence),
 *                   period_lists.c (lists of years), period_carry.c (what it leaves to the next)
 *
 * Before them blocks.c, tokens.c and sentences.c cut the text, with the words of vocabulary*.c and the codes of
 * codes.c; narrative.c calls them in order; engine_figures.c and engine_carry.c end each sentence; rows.c reads tables
 * inside text; stories.c keeps what news opens with; trace.c tells what was seen.
 */
#ifndef TARAZ_ETL_NARRATIVE_SENTENCE_H
#define TARAZ_ETL_NARRATIVE_SENTENCE_H

#include "core/date.h"
#include "etl/narrative/tokens.h"
#include "etl/source.h"

enum item_kind {
    ITEM_WORD,   /* in no vocabulary */
    ITEM_DIGITS, /* not yet, or not, part of a number */
    ITEM_MARK,
    ITEM_PHRASE, /* `terms` says what it means */
    ITEM_NUMBER, /* `index` into numbers */
    ITEM_DATE,   /* `index` into dates */
};

struct item {
    uint8_t kind;
    char mark;
    bool capital;   /* the first token has a capital */
    uint8_t tells;  /* bits of enum tells: what `terms` tells */
    uint8_t role;   /* enum role of its meaning in grammar.csv, 0 when none */
    uint8_t tables; /* bit table - 1 for each table that the phrase is in */
    uint16_t index;
    uint32_t first, last; /* tokens [first, last) */
    const struct term *terms;
    /* The one meaning in each of the tables that the grammar asks most often, NULL when none. */
    const struct term *noun, *verb, *grammar;
};

enum date_use {
    DATE_IN,
    DATE_AS_OF,
    DATE_SINCE,
    DATE_RATE,
    DATE_LAST_YEAR,
    DATE_UNDATED,
    DATE_SO_FAR,
    DATE_OF_SAYING,
    DATE_OF_NAME
};

struct date_mention {
    struct date first, last;
    enum date_use use;
    bool stated;            /* the sentence itself has the year */
    bool later;             /* "a year later", which opens a clause by itself */
    bool since;             /* runs on: "since 2014" */
    bool fiscal;            /* years as the country counts its money */
    bool claimed, compared; /* stands behind a number; that number is only compared with */
    bool opens;             /* "and in 2017 it was 269": the clause behind it */
    bool of_report;         /* "In its July 3 report the council": opens the sentence as the date of a report */
    uint16_t item;
};

struct number {
    double low, high; /* -INFINITY, INFINITY: open */
    enum qualifier qualifier;
    uint32_t start, end; /* bytes of the number expression, qualifier left out */
    uint16_t item;
    bool zero_word, article, worded;
    struct str currency; /* money */
    uint8_t duration;    /* a decade: the unit is in the number */
    const char *why_not; /* NULL: may be a figure */
    /* clauses.c */
    int head;                      /* item of the head noun, -1: none */
    int head_last;                 /* last item of the counted phrase */
    int phrase_last;               /* last item of what modifies it */
    int verb;                      /* item of the governing verb or process noun, -1 */
    const struct term *noun, *act; /* their meanings; act may be a verb or a process noun */
    int from;                      /* number whose noun and verb it shares, -1; NUMBERS_LIMIT: an earlier sentence's */
    bool of_the;                   /* "four of the cases": a part of what was named before */
    bool linked;                   /* "cases involving 12 children": counts beside the number it shares with */
    const char *method;            /* the rule that attached it */
    /* attach.c and the context stages */
    enum indicator indicator;
    enum unit unit;
    enum sex sex;
    enum age age;
    enum form form;
    bool sex_said, age_said, citizenship_said; /* of it alone ("79 were women"): other parts do not share it */
    bool form_mixed;                           /* several are named of it */
    bool form_open;                            /* the sentence names none: the text around it may (context_forms.h) */
    enum subject subject;
    struct str citizenship, area;
    struct date period_first, period_last;
    const char *basis; /* "" when there is no period */
    bool dated;        /* a date of its own sentence */
    bool estimated, modal, negated, compared;
    size_t figure; /* of a number of an earlier sentence: the index of its figure, plus one; 0: none */
};

enum { RECENT_LIMIT = 24, COLUMNS_LIMIT = 16, ITEMS_LIMIT = 600, NUMBERS_LIMIT = 120, DATES_LIMIT = 60 };

/* The head of a table's column: what it says of the values below it. */
struct table_column {
    struct date_mention date; /* first.year 0: none */
    const struct term *noun, *act;
    enum sex sex;
    enum age age;
    enum form form;
    bool total, measure; /* "Total"; a percentage, rate or sum of money */
};

struct person {
    enum sex sex;
    enum age age;
};

/* What earlier sentences, the paragraph, the headings and the document leave behind. */
struct carried {
    enum subject heading_subject, block_subject;
    enum form last_form;
    struct date_mention date;         /* of an earlier sentence of the block; first.year 0: none */
    struct date_mention heading_date; /* of the heading above; first.year 0: none */
    bool heading_is_date;             /* it is nothing but a date: the headings below it are of that time too */
    bool has_date;
    int date_age;              /* sentences since the one that named it */
    bool date_of_missing;      /* all its counts are of the missing */
    bool date_of_court;        /* that sentence told of a conviction or sentence */
    struct date_mention story; /* the period that news opens with; first.year 0: none */
    struct date_mention event; /* the day of the event that news opens with; first.year 0: none */
    bool story_decided;
    struct date dateline;               /* the day that news says it was written on; year 0: none */
    struct date told;                   /* the day of which news says that somebody said so; year 0: none */
    struct date_mention conflict;       /* the years of a war that the document has named; first.year 0: none */
    struct date_mention spoken;         /* the last date of the document so far; first.year 0: none */
    struct date_mention stretch;        /* the last one of more than a day */
    enum age label_age;                 /* of the label that the block starts with ("Child Abuse:") */
    struct person person;               /* the last one named whose sex is known */
    struct number total;                /* last figure with a noun of its own, in this block */
    bool has_total;                     /* in this block */
    bool total_told;                    /* under this heading */
    bool seen;                          /* the document has spoken of trafficking or child labour */
    struct number recent[RECENT_LIMIT]; /* the document's last figures, the latest last */
    size_t n_recent, recent_of_block;   /* those from recent_of_block on are of this block */
    size_t last_figures;                /* the first figure of the last sentence with any, plus one */
    enum subject text_subject;          /* that a press text last spoke of */
    enum subject document_subject;      /* of the first heading that has one */
    bool assistance;                    /* the document has spoken of help for victims */
    bool reference_marks;               /* the document has marks as "(29)" behind its sentences */
    struct str block_area;              /* a country that an earlier sentence of the block is set in */
    struct str heading_area;
    struct table_column columns[COLUMNS_LIMIT]; /* of a table */
    size_t n_columns;
    bool estimates, heading_estimates;       /* the block, the heading speaks of estimates of a hidden population */
    const struct term *lead_noun, *lead_act; /* of the line that leads in to a list */
    struct date_mention lead_date;           /* its date; first.year 0: none */
    bool lead_open;
    enum indicator told_process;               /* of the victims that the text last told of */
    bool title_announced;                      /* prose tells what a table counts */
    const struct term *table_noun, *table_act; /* what the heading above the table, or the text before it, counts */
};

struct sentence {
    const struct vocabulary *v;
    const struct word_table *words;
    const struct document *document;
    struct arena *arena;
    struct tokens *tokens;
    size_t first, last; /* tokens */
    struct item *items; /* ITEMS_LIMIT */
    size_t n_items;
    uint8_t tells;          /* what the items tell, bits of enum tells; TELLS_COUNT also of digits */
    struct number *numbers; /* NUMBERS_LIMIT */
    size_t n_numbers;
    struct date_mention *dates; /* DATES_LIMIT */
    size_t n_dates;
    enum block_kind kind;
    struct carried *carried;
    enum subject subject; /* of the sentence itself, or carried */
    bool own_subject;
    bool entry;       /* of a list: the block starts with a bullet or dash */
    bool law, survey; /* words of statutes; of surveys and estimates */
};

void items_find(struct sentence *s);
/* Tells the dates and numbers found so far which item they are: joining has moved those behind it. */
void items_number(struct sentence *s);
/* The item keeps the meaning of its first word only ("taken in" before a year: not taken in by somebody). */
void item_keep_first(struct sentence *s, size_t i);
void dates_find(struct sentence *s);
void numbers_find(struct sentence *s);
void clauses_find(struct sentence *s);
void attach(struct sentence *s);
void people_note_label(struct sentence *s); /* of the first sentence of a block */
void people_find(struct sentence *s);
void people_carry(struct sentence *s);
void forms_find(struct sentence *s);
void places_find(struct sentence *s);
void places_carry(struct sentence *s, bool heading);
/* period_claims.c: which dates stand behind a number, are only compared with, or date nothing that is counted. */
void dates_claim(struct sentence *s);
void periods_find(struct sentence *s);
/* period_carry.c: the period that the sentence leaves to those behind it; false when it names none. */
bool period_to_carry(const struct sentence *s, struct date_mention *out);
/* Has the sentence gone on to another year than the carried one, without leaving a period of its own? */
bool period_leaves(const struct sentence *s);
/* Does the sentence tell of a court's decision? */
bool is_of_court(const struct sentence *s);

/* table_titles.c: what a heading, or the block [start, end) of prose that announces a table ("A breakdown is given
 * below."), says that the table's values count: carried->table_noun and table_act. The prose changes them only when it
 * announces a table. False: out of memory. */
void title_of_heading(struct sentence *s);
bool title_of_prose(struct sentence *s, uint32_t start, uint32_t end);

/* Helpers over items */
static inline const struct term *item_term(const struct item *item, enum table_id table)
{
    return item->tables >> (table - 1) & 1 ? item->terms->by_table[table] : NULL; /* mostly none, without a look-up */
}
static inline bool item_is_mark(const struct item *item, char mark)
{
    return item->kind == ITEM_MARK && item->mark == mark;
}
struct str item_text(const struct sentence *s, size_t item);
/* Replaces items [first, last) by one of `kind`. */
struct item *items_join(struct sentence *s, size_t first, size_t last, enum item_kind kind, size_t index);

#endif
