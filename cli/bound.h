/* Bounds in cells of tables that people made. */
#ifndef TARAZ_CLI_BOUND_H
#define TARAZ_CLI_BOUND_H

#include "core/schema.h"

/* "<5" and ">1000" as people write them in tables are bounds; counts below are 0 at least. True when the cell was one:
 * then the row's value, ends and status are set. */
bool read_bound(struct str cell, struct series_row *row);

#endif
