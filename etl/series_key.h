/* Series: which figures meet, and the readable name of their series. Private to reconcile. */
#ifndef TARAZ_ETL_SERIES_KEY_H
#define TARAZ_ETL_SERIES_KEY_H

#include "core/date.h"
#include "core/schema.h"

struct usual_units; /* of data/indicators.csv */
enum status usual_units_load(struct arena *a, const char *data_folder, struct usual_units **out, struct err *e);
struct str usual_unit(const struct usual_units *u, struct str indicator); /* empty when unknown */
/* False for indicators whose row reads series = no: figures of no defined kind, or of no count per period. */
bool makes_series(const struct usual_units *u, struct str indicator);

/* The key of a series in words. Parts that are not set are left out; the unit stands only when it is not the
 * indicator's usual one; yearly series and totals over several years bear no suffix:
 *
 *     INDICATOR[.AREA][.citizenship-A[+B]][.SEX][.AGE][.EXPLOITATION][.UNIT][.monthly|.quarterly|.daily]
 *
 *     victims_identified.KAZ.citizenship-UZB.F.child.forced_labour
 *     prosecutions.KAZ.persons, missing.MEX.monthly
 *
 * In names that are no codes a blank becomes _, and what is no letter, digit or - becomes %XX, so that different keys
 * never share a name. */
struct str series_name(struct arena *a, const struct figure *f, const struct usual_units *u, enum frequency freq);

/* Citizenships in one order: "UZB;KGZ" and "KGZ;UZB" are the same people. */
struct str citizenships_sorted(struct arena *a, struct str list);

#endif
