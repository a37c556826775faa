/* Tables inside text: a line of cells whose label says what is counted and whose columns have years. */
#ifndef TARAZ_ETL_NARRATIVE_ROWS_H
#define TARAZ_ETL_NARRATIVE_ROWS_H

#include "etl/narrative/sentence.h"

/* Reads the block's tokens as one row: a header (years) is kept for the rows below it, a row of
 * numbers fills s->numbers with figures or the reason why they are none. */
void row_find(struct sentence *s);

#endif
