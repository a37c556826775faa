/* Figures into series, by the rules of the design ("From figures to series"). */
#ifndef TARAZ_ETL_RECONCILE_H
#define TARAZ_ETL_RECONCILE_H

#include "core/fault.h"
#include "core/schema.h"

struct reconcile_options {
    const struct str *prefer; /* source ids or publishers, the most trusted first */
    size_t n_prefer;
    bool keep_partial; /* periods shorter than the series' own stay in (status P) and are used by trends */
    double min_confidence; /* figures under it are left out; 0: all */
    const char *data_folder; /* populations for the exposure column; NULL: none */
};

/* `figures` (struct figure) and `sources` (struct source_record, may be empty) in;
 * series rows sorted by series_id and period, and conflicts, out. Does not change the figures. */
enum status reconcile(struct arena *a, const struct vec *figures, const struct vec *sources,
                      const struct reconcile_options *options, struct vec *series, struct vec *conflicts,
                      struct faults *faults, struct err *e);

/* Applies corrections to figures in place: a correction whose `expect` no longer holds, or whose
 * figure is not there, is a fault and changes nothing. Numbers follow the schema; correcting
 * obs_value of an exact figure moves value_low and value_high with it. */
enum status corrections_apply(struct arena *a, struct vec *figures, const struct vec *corrections,
                              struct faults *faults, struct err *e);

#endif
