/* What the sentences of trend_summary may say, and when. The manual prints this table.
 *
 * A sentence is never stronger than the numbers: "rose" and "fell" stand only where the test, the slope and, where
 * they apply, the check for serial correlation and every admissible value agree. No sentence names a cause.
 */
#ifndef TARAZ_STATS_WORDING_H
#define TARAZ_STATS_WORDING_H

#include <stddef.h>

struct wording_rule {
    const char *when; /* the condition, alpha being 1 - confidence_level */
    const char *says; /* the words; <angles> are filled in */
};

enum { WORDING_LEAST_N = 5 }; /* no verdict on fewer values */
enum { WORDING_SMALL = 10 };  /* counts under this are called small */

extern const struct wording_rule wording_rules[];
extern const size_t n_wording_rules;

#endif
