/* Jobs: what `taraz run` is asked to do, read from a YAML file.
 *
 *     title: Trafficking in Central Asia
 *     set: {country: KAZ}            # defaults of ${country}; --set country=UZB replaces them
 *     sources: [sources.csv, reports/, {file: counts.xlsx, layout: unodc-glotip}]
 *     output: out
 *     corrections: corrections.csv
 *     privacy: {quotes: masked, min_cell: 5}
 *     reconcile: {prefer: [UNODC], keep_partial: false, min_confidence: 0.5}
 *     trends: {methods: [mann_kendall], alpha: 0.05, one_sided: rising, family: all, breaks: [2015], seed: 1}
 *     charts: [{stem: convictions, type: trend, series: [convictions.KAZ]}]
 *     report: {title: ...}
 *
 * File names are relative to the job's folder. Unknown keys and wrong types are
 * answered with file:line:column and the nearest right key.
 */
#ifndef TARAZ_CLI_JOB_H
#define TARAZ_CLI_JOB_H

#include "core/fault.h"
#include "core/schema.h"
#include "core/yaml.h"
#include "etl/privacy.h"
#include "etl/reconcile.h"
#include "plots/chart.h"
#include "stats/method.h"

struct job {
    const char *path, *folder; /* the job file and its folder */
    const char *output;        /* path of the output folder */
    struct str title;
    struct vec sources;      /* of struct source */
    const char *corrections; /* path; NULL: none */
    struct privacy privacy;
    struct reconcile_options reconcile;
    struct str *methods; /* none: the default methods */
    size_t n_methods;
    struct trend_options trends;
    struct chart_request *charts; /* series may hold * and ? */
    size_t n_charts;
    bool automatic_charts; /* no `charts` key: the longest series are drawn */
    struct str report_title;
};

/* `sets` holds "name=value" texts of --set; `output` (may be NULL) replaces the job's. Sources that
 * cannot be listed are faults; a wrong job is ST_USAGE. */
enum status job_read(struct arena *a, const char *path, const char *const *sets, size_t n_sets, const char *output,
                     struct job *out, struct faults *faults, struct err *e);

#endif
