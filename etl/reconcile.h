/* Figures into series, by the rules of the design ("From figures to series"). */
#ifndef TARAZ_ETL_RECONCILE_H
#define TARAZ_ETL_RECONCILE_H

#include "core/fault.h"
#include "core/schema.h"

struct reconcile_options {
    const struct str *prefer; /* source ids or publishers, the most trusted first */
    size_t n_prefer;
    bool keep_partial;       /* periods shorter than the series' own stay in (status P) and are used by trends */
    double min_confidence;   /* figures under it are left out; 0: all */
    const char *data_folder; /* populations for the exposure column; NULL: none */
};

/* How figures become rows.
 *
 * - Rejected figures drop out; those under min_confidence, of a rate (time_basis rate), without a period or a number,
 * and of indicators that make no series (data/indicators.csv, series = no: `other`, lengths of captivity and of
 * sentences, amounts of money, which are not one number a period) stand in no row and are noted in `faults` with status
 * ST_OK.
 * - Key: indicator, area, citizenship, sex, age, exploitation, unit (the usual one where none is stated) and period.
 * Nothing is summed. The name of a series is explained at series_name (etl/series_key.h).
 * - Period: a whole year, quarter, month or day is a point of a series of that frequency (.quarterly, .monthly, .daily
 * in its name); another part of one calendar year is a row of the yearly series with status P; anything across years
 * has frequency N.
 * - One source, one key, one period: the same number stated twice counts once. Of different numbers in a report the
 * best is taken as the whole (a value before an interval, a period stated nearer, higher confidence, then the greater
 * number, for no part is greater than its whole; then the first), the others as parts of it: they are noted, not
 * conflicts. Two numbers of one key in a table are a conflict, and the greater is kept.
 * - Between sources: the order of preference, then the later publication (unknown dates last), then the rules above,
 * then the source's name. Figures disagree when their intervals share no number: the row then spans both, its conflict
 * is 1, and conflicts lists the pair with the rule that decided.
 *
 * `figures` (struct figure) and `sources` (struct source_record, may be empty) in;
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
