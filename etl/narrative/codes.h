/* The closed code lists that the grammar decides between. The names are those of figures.csv
 * (data/indicators.csv, data/exploitation.csv) and of the cells of data/narrative/ tables. */
#ifndef TARAZ_ETL_NARRATIVE_CODES_H
#define TARAZ_ETL_NARRATIVE_CODES_H

#include "core/str.h"

/* What a figure counts; the order is that of data/indicators.csv. */
enum indicator {
    INDICATOR_NONE,
    VICTIMS,
    VICTIMS_IDENTIFIED,
    VICTIMS_ASSISTED,
    VICTIMS_REFERRED,
    VICTIMS_FREED,
    VICTIMS_ESTIMATED,
    MISSING,
    MISSING_FOUND,
    INVESTIGATIONS,
    PROSECUTIONS,
    CONVICTIONS,
    SENTENCES,
    ARRESTS,
    OFFENCES,
    HOTLINE_CALLS,
    OFFICIALS_TRAINED,
    FUNDING,
    CAPTIVITY_DURATION,
    SENTENCE_TERM,
    OTHER,
    N_INDICATORS
};

/* Of the work of police and courts: investigations to arrests. */
static inline bool is_suspect_indicator(enum indicator i) { return i >= INVESTIGATIONS && i <= ARRESTS; }

enum unit { UNIT_NONE, PERSONS, CASES, CALLS, YEARS, MONTHS, WEEKS, DAYS, N_UNITS };
enum sex { SEX_NONE, FEMALE, MALE, N_SEXES };
enum age { AGE_NONE, CHILD, ADULT, N_AGES };

enum form {
    FORM_NONE,
    FORCED_LABOUR,
    SEXUAL_EXPLOITATION,
    FORCED_BEGGING,
    FORCED_MARRIAGE,
    ORGAN_REMOVAL,
    FORCED_CRIME,
    OTHER_FORM,
    N_FORMS
};

/* Subjects of a sentence. Every one but OFF_SUBJECT is within the annotation's subjects. */
enum subject { SUBJECT_NONE, TRAFFICKING, CHILD_LABOUR, MISSING_PERSONS, SMUGGLING, OFF_SUBJECT, N_SUBJECTS };

enum qualifier { EXACT, ABOUT, AT_LEAST, AT_MOST, RANGE, VAGUE, N_QUALIFIERS };

extern const char *const indicator_names[N_INDICATORS];
extern const char *const unit_names[N_UNITS];
extern const char *const sex_names[N_SEXES];
extern const char *const age_names[N_AGES];
extern const char *const form_names[N_FORMS];
extern const char *const subject_names[N_SUBJECTS];
extern const char *const qualifier_names[N_QUALIFIERS];

/* Index of `name`, 0 for the empty slice, n when it is none of them. */
size_t code_find(struct str name, const char *const *names, size_t n);

#endif
