/* Lists: the line that leads in to the entries gives the verb, and the noun where an entry only names a part. */
#ifndef TARAZ_ETL_NARRATIVE_LISTS_H
#define TARAZ_ETL_NARRATIVE_LISTS_H

#include "etl/narrative/clauses.h"

/* Keeps the verb and noun of a sentence that ends its block in a colon ("In 2021 the police rescued:"). */
void list_lead_keep(struct sentence *s);
/* Keeps those of the heading ("Victims identified") for the entries right below it. */
void list_heading_keep(struct sentence *s);
/* In an entry, gives the numbers without a verb or noun those of the lead-in. Call between clauses and attachment. */
void list_entry_find(struct sentence *s);

#endif
