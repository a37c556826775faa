/* Population by country and year (data/population.csv: alpha3,year,population), for the exposure of yearly series. */
#ifndef TARAZ_ETL_POPULATION_H
#define TARAZ_ETL_POPULATION_H

#include "core/arena.h"
#include "core/err.h"

struct populations;

/* Without the file the populations are empty. */
enum status populations_load(struct arena *a, const char *data_folder, struct populations **out, struct err *e);
/* NaN when it is not known; NULL is allowed. */
double population(const struct populations *p, struct str alpha3, int year);

#endif
