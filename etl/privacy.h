/* Who must not be exposed: quotations and small cells (DESIGN "People"). */
#ifndef TARAZ_ETL_PRIVACY_H
#define TARAZ_ETL_PRIVACY_H

#include "core/schema.h"

enum quotes { QUOTES_MASKED, QUOTES_FULL, QUOTES_NONE };

struct privacy {
    enum quotes quotes;
    long min_cell; /* counts of persons in 1..min_cell-1 from case data become intervals 1..min_cell-1 with status Q; 0 or 1: off */
};

struct name_list; /* words that are no personal names: places, bodies, months, nationalities */
enum status name_list_load(struct arena *a, const char *data_folder, struct name_list **out, struct err *e);

/* Personal names (capitalised runs that are no place, body, month or nationality) become
 * initials: "Anna Petrova" -> "A. P.". */
struct str quote_mask(struct arena *a, const struct name_list *names, struct str quote);

/* Applies the rules to figures that are about to leave the program. */
enum status privacy_apply(struct arena *a, const struct privacy *p, const struct name_list *names,
                          struct vec *figures, struct err *e);

#endif
