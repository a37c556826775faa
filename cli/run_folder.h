/* The tables of a run's output folder, for the verbs that look back at them. */
#ifndef TARAZ_CLI_RUN_FOLDER_H
#define TARAZ_CLI_RUN_FOLDER_H

#include "core/schema.h"
#include "plots/chart.h"

/* Vecs of the schema's records; empty where the file is not there. */
struct run_tables {
    struct vec sources, figures, series, trends, conflicts;
};

/* Where each table lies; NULL: <folder>/<name>.csv. */
struct run_paths {
    const char *folder;
    const char *sources, *figures, *series, *trends;
};

/* series.csv must be there, the rest may be missing unless its path was given. Faults are bad rows. */
enum status run_tables_load(struct arena *a, const struct run_paths *paths, struct run_tables *out,
                            struct faults *faults, struct err *e);
struct chart_data run_chart_data(const struct run_tables *t, const char *data_folder);

#endif
