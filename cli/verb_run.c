#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/run.h"
#include "cli/verb.h"
#include "core/file.h"

static const struct option_spec options[] = {
    { "out", 'o', "FOLDER", false, "where to write, in place of the job's output" },
    { "set", 's', "NAME=VALUE", true, "fill ${NAME} of the job" },
    { "dry-run", 'n', NULL, false, "say what would be made, make nothing" },
    { "force", 'f', NULL, false, "make everything again" },
    { "jobs", 'j', "N", false, "work on N sources at once (default: one a core)" },
    { "quiet", 'q', NULL, false, "no closing lines" },
};

/* Temporary files that a killed run left: their names carry its process id. */
static void clean_leftovers(struct arena *a, const char *folder)
{
    DIR *listing = opendir(folder);
    for (struct dirent *entry; listing && (entry = readdir(listing)) != NULL;) {
        struct str name = str_of(entry->d_name);
        if (!str_ends(name, ".part"))
            continue;
        size_t dash = name.n, dot;
        while (dash > 0 && name.p[dash - 1] != '-')
            dash--;
        for (dot = dash; dot > 0 && name.p[dot - 1] != '.'; dot--)
            continue;
        long pid;
        if (dash < 2 || !str_to_long(str_slice(name, dot, dash - 1), &pid) || pid <= 1)
            continue;
        const char *path = path_join(a, folder, entry->d_name);
        if (path && kill((pid_t)pid, 0) != 0 && errno == ESRCH)
            unlink(path);
    }
    if (listing)
        closedir(listing);
}

static enum status prepare(struct run *r, struct err *e)
{
    static const char *const folders[] = { ".", "narrative", "layouts" }, *const endings[] = { ".csv", ".csv",
                                                                                               ".yaml" };
    struct buf all;
    enum status st = ST_OK;
    buf_init(&all, 0);
    for (size_t i = 0; i < sizeof folders / sizeof *folders && st == ST_OK; i++) {
        struct str hash;
        st = stamp_folder(r->arena, path_join(r->arena, r->data, folders[i]), endings[i], &hash, e);
        if (st == ST_OK)
            stamp_put(&all, hash);
    }
    r->data_hash = stamp_of(r->arena, &all);
    buf_free(&all);
    if (st != ST_OK)
        return st;
    if (!r->dry) {
        const char *kept = run_path(r, ".taraz");
        if ((st = file_make_folder(kept, e)) != ST_OK)
            return st;
        clean_leftovers(r->arena, r->job->output);
        clean_leftovers(r->arena, kept);
        clean_leftovers(r->arena, run_path(r, "charts"));
        clean_leftovers(r->arena, run_path(r, "texts"));
    }
    return stamps_read(r->arena, r->job->output, &r->stamps, e);
}

static enum status run_stages(struct run *r, struct err *e)
{
    static enum status (*const stages[])(struct run *, struct err *) = { run_extract, run_reconcile, run_trends,
                                                                         run_charts,  run_report,    run_package };
    enum status st = prepare(r, e);
    for (size_t i = 0; st == ST_OK && i < sizeof stages / sizeof *stages; i++) {
        size_t stale = r->n_made;
        st = stages[i](r, e);
        if (r->dry && st == ST_OK && r->n_made > stale) { /* what follows depends on it */
            say("would make again whatever of series, trends, charts and report depends on it");
            break;
        }
    }
    return st;
}

static void print_closing(const struct run *r)
{
    const char *out = r->job->output;
    printf(
        "%zu sources, %zu figures, %zu series rows, %zu conflicts, %zu trend rows, %zu charts; %zu left out or noted\n",
        r->sources.n, r->figures.n, r->series.n, r->conflicts.n, r->trends.n, r->n_charts, r->faults.list.n);
    printf("made %zu, unchanged %zu\n", r->n_made, r->n_fresh);
    for (size_t i = 0; i < r->n_charts; i++)
        printf("chart:  %s/charts/%.*s.svg\n", out, (int)r->charts[i].stem.n, r->charts[i].stem.p);
    printf("report: %s/report.html\n", out);
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    size_t n_sets;
    const char **sets = option_all(in->arena, arguments, "set", &n_sets);
    struct job job;
    long jobs = 0;
    if (!sets)
        return fail_memory(e);
    if (arguments->n_positional != 1)
        return fail(e, ST_USAGE, (struct place){ "run", 0, 0 }, "taraz run JOB.yaml", "give one job");
    if (!in->data)
        return data_folder(in->arena, &in->data, e);
    struct run r = { .arena = in->arena, .job = &job, .data = in->data };
    faults_init(&r.faults, in->arena);
    enum status st = option_long(arguments, "jobs", 1, 1024, &jobs, e);
    if (st == ST_OK)
        st = job_read(in->arena, arguments->positional[0], sets, n_sets, option_get(arguments, "out", NULL), &job,
                      &r.faults, e);
    if (st != ST_OK)
        return st;
    r.force = option_given(arguments, "force");
    r.dry = option_given(arguments, "dry-run");
    r.progress = isatty(STDERR_FILENO) && !getenv("NO_COLOR");
    r.threads = (size_t)jobs;
    st = run_stages(&r, e);
    say_faults(&r.faults);
    if (st != ST_OK)
        return st;
    if (r.dry)
        say(r.n_made ? "%zu to make, %zu unchanged" : "nothing to do", r.n_made, r.n_fresh);
    else if (!option_given(arguments, "quiet"))
        print_closing(&r);
    return r.faults.worst;
}

const struct verb verb_run = {
    .name = "run",
    .summary = "Run a job: sources to figures, series, trends, charts and the report.",
    .example = "  taraz run data/jobs/central-asia.yaml\n"
               "  taraz run job.yaml --set country=UZB --out out/uzb -j 4",
    .usage = "taraz run JOB.yaml [options]",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .details = "Only what changed is made again; the same inputs give the same bytes. Writes sources.csv,\n"
               "figures.csv, series.csv, conflicts.csv, trends.csv, rejects.csv, charts/, texts/, report.html,\n"
               "report.md and datapackage.json into the output folder. What was left out, and why, is in\n"
               "rejects.csv; the exit status is then 1.",
    .run = run,
};
