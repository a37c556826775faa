#include <stdio.h>

#include "cli/job.h"
#include "cli/verb.h"
#include "core/file.h"
#include "etl/layout.h"

static const struct option_spec options[] = {
    { "set", 's', "NAME=VALUE", true, "fill ${NAME} of the job" },
};

/* Each source must be there, be of a format that is read, and have a layout that can be read. */
static void check_source(struct invocation *in, const struct source *s, struct faults *faults)
{
    struct err e = { .status = ST_OK };
    faults->source_id = s->record.source_id;
    const struct format *format = format_for(s->path);
    if (!file_exists(s->path))
        fail(&e, ST_INPUT, (struct place){ s->path, 0, 0 }, "check the name", "is not there");
    else if (!format)
        fail(&e, ST_INPUT, (struct place){ s->path, 0, 0 }, "see 'taraz list formats'", "is of no format that is read");
    else if (format->read_table && s->record.layout.n == 0)
        fail(&e, ST_INPUT, (struct place){ s->path, 0, 0 }, "name one under 'layout', see 'taraz list layouts'",
             "is a table without a layout");
    if (e.status != ST_OK)
        faults_add(faults, &e);
    struct layout *layout;
    const char *name = arena_cstr(in->arena, s->record.layout);
    if (s->record.layout.n > 0 && name && layout_load(in->arena, in->data, name, &layout, &e) != ST_OK)
        faults_add(faults, &e);
    faults->source_id = (struct str){ "", 0 };
}

static enum status check_corrections(struct invocation *in, const struct job *job, struct faults *faults, struct err *e)
{
    struct vec corrections;
    if (!job->corrections)
        return ST_OK;
    enum status st = records_read(in->arena, &schema_corrections, job->corrections, &corrections, faults, e);
    for (size_t i = 0; st == ST_OK && i < corrections.n; i++) {
        const struct correction *c = VEC_AT(const struct correction, &corrections, i);
        struct err bad;
        if (schema_column(&schema_figures, c->column))
            continue;
        fail(&bad, ST_INPUT, (struct place){ job->corrections, 0, 0 }, "see 'taraz help columns'",
             "corrects a column that figures.csv does not have: '%.*s'", (int)(c->column.n < 60 ? c->column.n : 60),
             c->column.p);
        faults_add(faults, &bad);
    }
    return st;
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    size_t n_sets;
    const char **sets = option_all(in->arena, arguments, "set", &n_sets);
    struct job job;
    struct faults faults;
    faults_init(&faults, in->arena);
    if (!sets)
        return fail_memory(e);
    if (arguments->n_positional != 1)
        return fail(e, ST_USAGE, (struct place){ "check", 0, 0 }, "taraz check JOB.yaml", "give one job");
    if (!in->data)
        return data_folder(in->arena, &in->data, e);
    enum status st = job_read(in->arena, arguments->positional[0], sets, n_sets, NULL, &job, &faults, e);
    for (size_t i = 0; st == ST_OK && i < job.sources.n; i++)
        check_source(in, VEC_AT(struct source, &job.sources, i), &faults);
    if (st == ST_OK)
        st = check_corrections(in, &job, &faults, e);
    say_faults(&faults);
    if (st != ST_OK)
        return st;
    printf("%zu sources, %zu charts; %zu faults\n", job.sources.n, job.n_charts, faults.list.n);
    return faults.worst;
}

const struct verb verb_check = {
    .name = "check",
    .summary = "Check a job, its sources, layouts and corrections without running it.",
    .example = "  taraz check data/jobs/central-asia.yaml",
    .usage = "taraz check JOB.yaml [--set NAME=VALUE]",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .run = run,
};
