/* Rows of the one-change methods and of PELT. */
#ifndef TARAZ_STATS_CHANGE_ROWS_H
#define TARAZ_STATS_CHANGE_ROWS_H

#include "stats/change.h"
#include "stats/method.h"

void change_rows(struct work *w, const struct points *p, const struct change *c);
void pelt_rows(struct work *w, const struct points *p, enum pelt_cost cost);

#endif
