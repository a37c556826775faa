/* The `sources` key of a job: tables of sources, folders of reports, single files. */
#ifndef TARAZ_CLI_JOB_SOURCES_H
#define TARAZ_CLI_JOB_SOURCES_H

#include "core/fault.h"
#include "core/yaml.h"
#include "etl/source.h"

/* Appends struct source items in the order of the list (folders: by name). A source_id that
 * stands twice is a fault and the later one is left out. */
enum status job_sources(struct arena *a, const struct yaml_node *root, const char *folder, struct vec *out,
                        struct faults *faults, struct err *e);

#endif
