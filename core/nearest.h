/* The nearest right name to a misspelt one. */
#ifndef TARAZ_CORE_NEAREST_H
#define TARAZ_CORE_NEAREST_H

#include "core/str.h"

/* The candidate with the least Damerau-Levenshtein distance (adjacent
 * transpositions count one, case is ignored), at most a third of the longer
 * word's length but at least 2; prefixes of four letters and more also match.
 * NULL when none is near. Ties go to the earlier candidate. Words over 64
 * bytes are never near. */
const char *nearest_name(struct str word, const char *const *candidates, size_t n);
/* The same over slices; returns the index or n. */
size_t nearest_index(struct str word, const struct str *candidates, size_t n);

#endif
