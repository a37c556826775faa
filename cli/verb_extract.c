/* taraz extract: reports, tables and case data to figures.csv. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/verb.h"
#include "core/file.h"
#include "core/pool.h"
#include "etl/extract.h"

enum { FIGURES_LIMIT = 10000000 };

/* What one source gave, until its turn to be written. */
struct result {
    struct buf rows, trace;
    struct arena *arena; /* of the faults */
    struct faults faults;
    enum status status;
    struct err err;
};

struct extraction {
    struct extract_context shared;
    struct vec sources;
    size_t n_workers;
    bool trace;
    long trace_at;
    struct arena **arenas;  /* one a worker, reset after each source */
    struct result *results; /* POOL_AHEAD: memory does not grow with the number of sources */
    struct file_writer out;
    enum status written, worst;
    struct err err; /* why writing failed */
};

static enum status extract_one(struct extraction *x, const struct source *listed, struct result *r, struct arena *a)
{
    struct source source = *listed;
    struct vec figures;
    struct trace trace = { &r->trace, x->trace_at };
    vec_init(&figures, a, sizeof(struct figure), FIGURES_LIMIT);
    enum status st =
        source_figures(a, &x->shared, &source, &figures, NULL, x->trace ? &trace : NULL, &r->faults, &r->err);
    if (st == ST_OK && !x->trace)
        records_format_rows(&schema_figures, &figures, &r->rows);
    if (st == ST_OK && (r->rows.failed || r->trace.failed))
        st = fail_memory(&r->err);
    return st;
}

static void work(void *context, size_t item, size_t worker)
{
    struct extraction *x = context;
    struct result *r = &x->results[item % POOL_AHEAD];
    faults_init(&r->faults, r->arena);
    r->status = extract_one(x, VEC_AT(struct source, &x->sources, item), r, x->arenas[worker]);
    arena_reset(x->arenas[worker]);
}

/* Writes what a source gave and says its faults; then its place is free for another. */
static void write_result(void *context, size_t item)
{
    struct extraction *x = context;
    struct result *r = &x->results[item % POOL_AHEAD];
    if (x->written == ST_OK && (x->trace || r->status == ST_OK))
        x->written = file_writer_put(&x->out, buf_str(x->trace ? &r->trace : &r->rows), &x->err);
    say_faults(&r->faults);
    if (r->status != ST_OK)
        say_error(&r->err);
    x->worst = r->status > x->worst ? r->status : x->worst;
    x->worst = r->faults.worst > x->worst ? r->faults.worst : x->worst; /* a row left out is rejected input too */
    buf_free(&r->rows);
    buf_free(&r->trace);
    arena_reset(r->arena);
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

static enum status prepare(struct extraction *x, struct arena *a, long threads, struct err *e)
{
    x->n_workers = pool_threads((size_t)threads);
    x->arenas = arena_array(a, x->n_workers, sizeof *x->arenas);
    x->results = arena_array(a, POOL_AHEAD, sizeof *x->results);
    if (!x->arenas || !x->results)
        return fail_memory(e);
    for (size_t i = 0; i < x->n_workers; i++)
        if (!(x->arenas[i] = arena_new(0)))
            return fail_memory(e);
    for (size_t i = 0; i < POOL_AHEAD; i++) {
        buf_init(&x->results[i].rows, 0);
        buf_init(&x->results[i].trace, 0);
        if (!(x->results[i].arena = arena_new(0)))
            return fail_memory(e);
    }
    return ST_OK;
}

static void finish(struct extraction *x)
{
    for (size_t i = 0; x->arenas && i < x->n_workers; i++)
        arena_free(x->arenas[i]);
    for (size_t i = 0; x->results && i < POOL_AHEAD; i++)
        arena_free(x->results[i].arena);
}

/* Reads and writes source by source, in the order of the sources. */
static enum status extract_all(struct extraction *x, const char *path, struct err *e)
{
    struct buf header;
    struct err unused;
    enum status st = file_writer_open(&x->out, x->trace ? "-" : path, e);
    if (st != ST_OK)
        return st;
    buf_init(&header, 0);
    if (!x->trace)
        records_format_header(&schema_figures, &header);
    x->written = header.failed ? fail_memory(&x->err) : file_writer_put(&x->out, buf_str(&header), &x->err);
    buf_free(&header);
    pool_run_in_order(x->sources.n, x->n_workers, work, write_result, x);
    if (x->written == ST_OK)
        return file_writer_close(&x->out, true, e);
    file_writer_close(&x->out, false, &unused);
    *e = x->err;
    return x->written;
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    struct extraction x = { .trace_at = -1,
                            .trace = option_given(arguments, "trace") || option_given(arguments, "trace-at") };
    struct faults faults;
    struct vocabulary *vocabulary = NULL;
    struct name_list *names = NULL;
    long threads = 0;
    faults_init(&faults, in->arena);
    vec_init(&x.sources, in->arena, sizeof(struct source), FIGURES_LIMIT);
    if (!in->data)
        return fail(e, ST_SYSTEM, (struct place){ "extract", 0, 0 }, "set TARAZ_DATA to the folder data/",
                    "the vocabularies were not found");
    enum status st = option_long(arguments, "jobs", 0, 1024, &threads, e);
    if (st == ST_OK)
        st = option_long(arguments, "trace-at", 0, 2000000000, &x.trace_at, e);
    if (st == ST_OK)
        st = read_quotes(arguments, &x.shared.privacy, e);
    if (st == ST_OK)
        st = list_sources(in->arena, arguments, &x.sources, &faults, e);
    for (size_t i = 0; st == ST_OK && i < x.sources.n; i++)
        st = fill_context(in->arena, arguments, VEC_AT(struct source, &x.sources, i), e);
    if (st == ST_OK)
        st = vocabulary_load(in->arena, in->data, &vocabulary, e);
    if (st == ST_OK)
        st = name_list_load(in->arena, in->data, &names, e);
    if (st == ST_OK)
        st = prepare(&x, in->arena, threads, e);
    if (st == ST_OK) {
        x.shared.data_folder = in->data;
        x.shared.vocabulary = vocabulary;
        x.shared.names = names;
        st = extract_all(&x, option_get(arguments, "out", "-"), e);
    }
    enum status worst = st == ST_OK ? x.worst : st;
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
