/* Any source to its figures: narrative text by the engine, tables and case data by their layouts. */
#ifndef TARAZ_ETL_EXTRACT_H
#define TARAZ_ETL_EXTRACT_H

#include "etl/layout.h"
#include "etl/narrative/narrative.h"
#include "etl/privacy.h"

/* What every source of a run shares; only read, so threads may share it. */
struct extract_context {
    const char *data_folder;
    const struct vocabulary *vocabulary; /* needed for narrative sources only */
    const struct name_list *names;       /* needed unless quotes are full or none */
    struct privacy privacy;
};

/* Appends the figures of one source, quotations masked and small cells widened as privacy asks. A source with a layout
 * in its record is read by it; a table without one is ST_INPUT. `document`, when not NULL, receives the text of a
 * narrative source (text.p NULL for tables), `trace` what the engine saw. Fills record.sha256. Strings live in `a`. */
enum status source_figures(struct arena *a, const struct extract_context *x, struct source *s, struct vec *figures,
                           struct document *document, struct trace *trace, struct faults *faults, struct err *e);

#endif
