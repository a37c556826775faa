/* The codes of indicators, units, sexes, ages, forms and qualifiers. */
#include "etl/narrative/codes.h"

const char *const indicator_names[N_INDICATORS] = {
    "",
    "victims",
    "victims_identified",
    "victims_assisted",
    "victims_referred",
    "victims_freed",
    "victims_estimated",
    "missing",
    "missing_found",
    "investigations",
    "prosecutions",
    "convictions",
    "sentences",
    "arrests",
    "offences",
    "hotline_calls",
    "officials_trained",
    "funding",
    "captivity_duration",
    "sentence_term",
    "other",
};
const char *const unit_names[N_UNITS] = { "", "persons", "cases", "calls", "years", "months", "weeks", "days" };
const char *const sex_names[N_SEXES] = { "", "F", "M" };
const char *const age_names[N_AGES] = { "", "child", "adult" };
const char *const form_names[N_FORMS] = {
    "",
    "forced_labour",
    "sexual_exploitation",
    "forced_begging",
    "forced_marriage",
    "organ_removal",
    "forced_crime",
    "other",
};
const char *const subject_names[N_SUBJECTS] = { "", "trafficking", "child_labour", "missing", "smuggling", "off" };
const char *const qualifier_names[N_QUALIFIERS] = { "exact", "about", "at_least", "at_most", "range", "vague" };

size_t code_find(struct str name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(name, names[i]))
            return i;
    return n;
}
