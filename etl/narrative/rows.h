/* Tables inside text: a line of cells whose label, column or title says what is counted.
 *
 * Cells stand behind wide gaps, tabs or bars; in a line without them each value at its end is a cell. A header gives
 * each column a date, a process ("Arrests"), a sex, an age or a form; the heading above the table gives the rest.
 */
#ifndef TARAZ_ETL_NARRATIVE_ROWS_H
#define TARAZ_ETL_NARRATIVE_ROWS_H

#include "etl/narrative/sentence.h"

/* Reads the block's tokens as one row: a header is kept for the rows below it, a row of numbers fills s->numbers with
 * figures or the reason why they are none. */
void row_find(struct sentence *s);
/* Does a line without gaps end in values behind its label, as a table's row does whose gaps are lost? */
bool row_is_plain(const struct tokens *t, const struct carried *c);

/* The cells of a line, as items. */
struct cells {
    size_t first[COLUMNS_LIMIT + 1], last[COLUMNS_LIMIT + 1]; /* items */
    size_t n;
    bool gaps; /* cut at wide gaps or bars; else at each value */
    bool bare; /* values only: no cell is a label */
};

/* row_heads.c */
/* Keeps the heads of the columns when the line is a header: no number but dates, and at least one column behind the
 * first that is known. */
bool row_take_header(struct sentence *s, const struct cells *c);
/* Is the line, whose items are found, a header without gaps ("Year Investigations Arrests")? Keeps it when so. */
bool row_plain_header(struct sentence *s);

#endif
