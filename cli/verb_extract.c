/* taraz extract: reports, tables and case data to figures.csv. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/verb.h"
#include "core/file.h"
#include "core/pool.h"
#include "etl/extract.h"

enum { FIGURES_LIMIT = 10000000 };

/* One source's work: done by any worker, read in the order of the sources. */
struct job {
    struct source source;
    struct buf rows, trace;
    struct faults faults;
    enum status status;
    struct err err;
};

struct extraction {
    struct extract_context shared;
    struct job *jobs;
    size_t n_jobs, n_workers;
    bool trace;
    long trace_at;
    struct arena **arenas;       /* one a worker, reset after each source: memory does not grow with their number */
    struct arena **fault_arenas; /* one a worker, kept until the faults have been printed */
};

static enum status extract_one(struct extraction *x, struct job *job, struct arena *a)
{
    struct vec figures;
    struct trace trace = { &job->trace, x->trace_at };
    vec_init(&figures, a, sizeof(struct figure), FIGURES_LIMIT);
    enum status st =
        source_figures(a, &x->shared, &job->source, &figures, NULL, x->trace ? &trace : NULL, &job->faults, &job->err);
    if (st == ST_OK)
        records_format(&schema_figures, &figures, &job->rows);
    if (st == ST_OK && (job->rows.failed || job->trace.failed))
        st = fail_memory(&job->err);
    return st;
}

static void work(void *context, size_t item, size_t worker)
{
    struct extraction *x = context;
    struct job *job = &x->jobs[item];
    faults_init(&job->faults, x->fault_arenas[worker]);
    job->status = extract_one(x, job, x->arenas[worker]);
    arena_reset(x->arenas[worker]);
}

/* The sources of --sources and those named on the command line. */
static enum status list_sources(struct arena *a, const struct arguments *arguments, struct vec *sources,
                                struct faults *faults, struct err *e)
{
    const char *list;
    for (size_t i = 0; (list = option_nth(arguments, "sources", i)) != NULL; i++) {
        enum status st = sources_read(a, list, sources, faults, e);
        if (st != ST_OK)
            return st;
    }
    for (size_t i = 0; i < arguments->n_positional; i++) {
        struct source *source = vec_add(sources);
        if (!source)
            return fail_memory(e);
        enum status st = source_of_file(a, arguments->positional[i], source, e);
        if (st != ST_OK)
            return st;
    }
    if (!sources->n)
        return fail(e, ST_USAGE, (struct place){ "extract", 0, 0 },
                    "name a report, or a table of sources with --sources", "no source given");
    return ST_OK;
}

/* --area, --period and --layout stand in where the table of sources says nothing. */
static enum status fill_context(struct arena *a, const struct arguments *arguments, struct source *source,
                                struct err *e)
{
    const char *area = option_get(arguments, "area", NULL), *period = option_get(arguments, "period", NULL);
    struct date first, last;
    enum frequency freq;
    const char *layout = option_get(arguments, "layout", NULL);
    if (layout && !source->record.layout.n)
        source->record.layout = str_of(layout);
    if (area && !source->record.ref_area.n)
        source->record.ref_area = str_of(area);
    if (!period || source->record.period_start.n)
        return ST_OK;
    if (!period_parse(str_of(period), &first, &last, &freq))
        return fail(e, ST_USAGE, (struct place){ "--period", 0, 0 }, "write a year (2020), month (2020-03) or day",
                    "'%s' is no period", period);
    source->record.period_start = date_print(a, first);
    source->record.period_end = date_print(a, last);
    return ST_OK;
}

static enum status read_quotes(const struct arguments *arguments, struct privacy *privacy, struct err *e)
{
    const char *quotes = option_get(arguments, "quotes", "masked");
    static const char *const names[] = { "masked", "full", "none" };
    for (int i = 0; i < 3; i++) {
        if (strcmp(quotes, names[i]) == 0) {
            privacy->quotes = (enum quotes)i;
            return ST_OK;
        }
    }
    return fail(e, ST_USAGE, (struct place){ "--quotes", 0, 0 }, "write masked, full or none",
                "'%s' is no way to quote", quotes);
}

/* Rows of all jobs in the order of the sources, under one header. */
static enum status join_rows(struct extraction *x, const char *path, struct err *e)
{
    struct buf out;
    struct vec none = { .item_size = sizeof(struct figure) };
    buf_init(&out, (size_t)1 << 32);
    records_format(&schema_figures, &none, &out);
    size_t header = out.n;
    for (size_t i = 0; i < x->n_jobs; i++)
        if (x->jobs[i].status == ST_OK && x->jobs[i].rows.n > header)
            buf_put(&out, str_slice(buf_str(&x->jobs[i].rows), header, x->jobs[i].rows.n));
    enum status st = out.failed ? fail_memory(e) : file_write_buf(path, &out, e);
    buf_free(&out);
    return st;
}

static enum status report_jobs(struct extraction *x)
{
    enum status worst = ST_OK;
    for (size_t i = 0; i < x->n_jobs; i++) {
        struct job *job = &x->jobs[i];
        say_faults(&job->faults);
        if (job->status != ST_OK)
            say_error(&job->err);
        worst = job->status > worst ? job->status : worst;
        worst = job->faults.worst > worst ? job->faults.worst : worst; /* a row left out is rejected input too */
    }
    return worst;
}

static enum status prepare(struct extraction *x, struct arena *a, const struct vec *sources, long threads,
                           struct err *e)
{
    x->n_jobs = sources->n;
    x->n_workers = pool_threads((size_t)threads);
    x->jobs = arena_array(a, x->n_jobs, sizeof *x->jobs);
    x->arenas = arena_array(a, x->n_workers, sizeof *x->arenas);
    x->fault_arenas = arena_array(a, x->n_workers, sizeof *x->fault_arenas);
    if (!x->jobs || !x->arenas || !x->fault_arenas)
        return fail_memory(e);
    for (size_t i = 0; i < x->n_workers; i++)
        if (!(x->arenas[i] = arena_new(0)) || !(x->fault_arenas[i] = arena_new(0)))
            return fail_memory(e);
    for (size_t i = 0; i < x->n_jobs; i++) {
        struct job *job = &x->jobs[i];
        job->source = *VEC_AT(struct source, sources, i);
        buf_init(&job->rows, 0);
        buf_init(&job->trace, 0);
    }
    return ST_OK;
}

static void finish(struct extraction *x)
{
    for (size_t i = 0; x->jobs && i < x->n_jobs; i++) {
        buf_free(&x->jobs[i].rows);
        buf_free(&x->jobs[i].trace);
    }
    for (size_t i = 0; x->arenas && i < x->n_workers; i++)
        arena_free(x->arenas[i]);
    for (size_t i = 0; x->fault_arenas && i < x->n_workers; i++)
        arena_free(x->fault_arenas[i]);
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    struct extraction x = { .trace_at = -1,
                            .trace = option_given(arguments, "trace") || option_given(arguments, "trace-at") };
    struct vec sources;
    struct faults faults;
    struct vocabulary *vocabulary = NULL;
    struct name_list *names = NULL;
    long threads = 0;
    faults_init(&faults, in->arena);
    vec_init(&sources, in->arena, sizeof(struct source), FIGURES_LIMIT);
    if (!in->data)
        return fail(e, ST_SYSTEM, (struct place){ "extract", 0, 0 }, "set TARAZ_DATA to the folder data/",
                    "the vocabularies were not found");
    enum status st = option_long(arguments, "jobs", 0, 1024, &threads, e);
    if (st == ST_OK)
        st = option_long(arguments, "trace-at", 0, 2000000000, &x.trace_at, e);
    if (st == ST_OK)
        st = read_quotes(arguments, &x.shared.privacy, e);
    if (st == ST_OK)
        st = list_sources(in->arena, arguments, &sources, &faults, e);
    for (size_t i = 0; st == ST_OK && i < sources.n; i++)
        st = fill_context(in->arena, arguments, VEC_AT(struct source, &sources, i), e);
    if (st == ST_OK)
        st = vocabulary_load(in->arena, in->data, &vocabulary, e);
    if (st == ST_OK)
        st = name_list_load(in->arena, in->data, &names, e);
    if (st == ST_OK)
        st = prepare(&x, in->arena, &sources, threads, e);
    if (st == ST_OK) {
        x.shared.data_folder = in->data;
        x.shared.vocabulary = vocabulary;
        x.shared.names = names;
        pool_run(x.n_jobs, x.n_workers, work, &x);
        st = x.trace ? ST_OK : join_rows(&x, option_get(arguments, "out", "-"), e);
        for (size_t i = 0; x.trace && i < x.n_jobs; i++)
            fwrite(x.jobs[i].trace.p, 1, x.jobs[i].trace.n, stdout);
    }
    enum status worst = st == ST_OK ? report_jobs(&x) : st;
    say_faults(&faults);
    finish(&x);
    return worst > faults.worst ? worst : faults.worst;
}

static const struct option_spec options[] = {
    { "sources", 's', "FILE", true, "a table of sources (sources.csv): each report with its country and period" },
    { "out", 'o', "FILE", false, "where figures.csv goes; standard output when absent" },
    { "area", 0, "ISO3", false, "the country of reports whose source does not say it" },
    { "period", 0, "YEAR", false, "the period of reports whose source does not say it" },
    { "layout", 'l', "NAME", false, "how tables and case data are read: see 'taraz list layouts'" },
    { "quotes", 0, "HOW", false, "quotations: masked (names become initials), full, none" },
    { "trace", 0, NULL, false, "print what was seen in each sentence and why each number is or is not a figure" },
    { "trace-at", 0, "OFFSET", false, "the same for the sentence at one byte of the text" },
    { "jobs", 'j', "N", false, "reports read at a time; one a core when absent" },
};

const struct verb verb_extract = {
    .name = "extract",
    .summary = "Find every figure that reports, tables and case data state.",
    .example = "  taraz extract --area KAZ --period 2020 report.txt > figures.csv\n"
               "  taraz extract --layout unodc-glotip data_glotip.xlsx > figures.csv",
    .usage = "taraz extract [options] [--sources FILE] [FILE...]",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .details = "Reads reports as text, HTML or PDF, and tables (CSV, XLSX) by their layout. A source that cannot be "
               "read is named on standard error and\n"
               "the others are still read (exit status 1).",
    .run = run,
};
