/* The whole chain of one job, stage by stage:
 *
 *     sources -> figures.csv -> series.csv + conflicts.csv -> trends.csv -> charts/ -> report, datapackage.json
 *
 * Each stage is one function that takes the run, makes its files when its stamp
 * is stale, and leaves its table in memory for the next one. Figures of a source
 * are kept under OUT/.taraz/, named by their stamp, so that one changed report
 * costs one extraction.
 */
#ifndef TARAZ_CLI_RUN_H
#define TARAZ_CLI_RUN_H

#include "cli/job.h"
#include "cli/stamp.h"
#include "etl/narrative/narrative.h"

struct run {
    struct arena *arena;
    const struct job *job;
    const char *data;      /* the data folder */
    struct str data_hash;  /* of the vocabularies and layouts */
    struct str style_hash; /* of the chart styles */
    bool force, dry, progress;
    size_t threads;
    struct stamps stamps;
    struct faults faults;
    size_t n_made, n_fresh; /* stages and sources */

    struct vec sources;   /* struct source_record */
    struct vec figures;   /* struct figure */
    struct vec series;    /* struct series_row */
    struct vec conflicts; /* struct conflict */
    struct vec trends;    /* struct trend_row */
    struct chart_made *charts;
    size_t n_charts;
};

enum status run_extract(struct run *r, struct err *e);   /* sources.csv, figures.csv, texts/ */
enum status run_reconcile(struct run *r, struct err *e); /* series.csv, conflicts.csv */
enum status run_trends(struct run *r, struct err *e);    /* trends.csv */
enum status run_charts(struct run *r, struct err *e);    /* charts/ */
enum status run_report(struct run *r, struct err *e);    /* report.html, report.md */
enum status run_package(struct run *r, struct err *e);   /* datapackage.json, rejects.csv */

/* True when the stage must be made; says so under --dry-run (and then the answer is false). */
bool run_must(struct run *r, struct str stage, struct str stamp, const char *what);
/* Records that a stage was made from `stamp`. */
enum status run_made(struct run *r, struct str stage, struct str stamp, const struct str *outputs, size_t n,
                     struct err *e);
const char *run_path(struct run *r, const char *name); /* name under the output folder */
void run_progress(struct run *r, const char *what, size_t done, size_t of);

/* Faults to and from the table rejects.csv. */
enum status rejects_of_faults(struct arena *a, const struct faults *faults, struct vec *out, struct err *e);
void faults_of_rejects(const struct vec *rejects, struct faults *out);

#endif
