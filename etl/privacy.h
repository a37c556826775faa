/* Who must not be exposed: quotations and small cells (DESIGN "People"). */
#ifndef TARAZ_ETL_PRIVACY_H
#define TARAZ_ETL_PRIVACY_H

#include "core/schema.h"

enum quotes { QUOTES_MASKED, QUOTES_FULL, QUOTES_NONE };

struct privacy {
    enum quotes quotes;
    long min_cell; /* counts of persons in 1..min_cell-1 from case data become intervals 1..min_cell-1 with status Q; 0
                      or 1: off */
};

struct name_list; /* data/name_words.csv and countries.csv: words that are no personal names, and given names */
enum status name_list_load(struct arena *a, const char *data_folder, struct name_list **out, struct err *e);

/* Personal names (capitalised runs that are no place, body, month or nationality) become
 * initials: "Anna Petrova" -> "A. P.". A word alone at the head of a sentence is masked only
 * when it is a listed given name. Scripts without capitals are left as they are. */
struct str quote_mask(struct arena *a, const struct name_list *names, struct str quote);

/* True for counts that taraz made itself from case data (method "layout:NAME:count"). */
bool figure_is_counted_cases(const struct figure *f);

/* Applies the rules to figures that are about to leave the program. Rows of tables are not
 * masked: their layouts say which cells are quoted. */
enum status privacy_apply(struct arena *a, const struct privacy *p, const struct name_list *names, struct vec *figures,
                          struct err *e);

#endif
