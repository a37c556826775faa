/* Layouts: how a table of counts or a case file is read (data/layouts/NAME.yaml),
 * so that a new data set is a new file and not new code. */
#ifndef TARAZ_ETL_LAYOUT_H
#define TARAZ_ETL_LAYOUT_H

#include "etl/source.h"

struct layout;

/* `name` is a file under <data>/layouts without .yaml, or a path. */
enum status layout_load(struct arena *a, const char *data_folder, const char *name, struct layout **out, struct err *e);

/* Figures of one table or case-data source, in row order (or sorted by key for counted case data).
 * Rows left out are faults. */
enum status layout_extract(struct arena *a, const struct layout *l, struct source *s, struct vec *figures,
                           struct faults *faults, struct err *e);

#endif
