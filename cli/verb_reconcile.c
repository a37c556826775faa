#include <stdio.h>
#include <string.h>

#include "cli/run.h"
#include "cli/verb.h"
#include "core/file.h"
#include "etl/reconcile.h"

static enum status read_prefer(struct arena *a, const struct arguments *arguments, struct reconcile_options *o,
                               struct err *e)
{
    struct vec names;
    const char *value;
    vec_init(&names, a, sizeof(struct str), 10000);
    for (size_t i = 0; (value = option_nth(arguments, "prefer", i)) != NULL; i++) {
        struct str rest = str_of(value), name;
        while (str_split_next(&rest, ',', &name)) {
            struct str *kept = vec_add(&names);
            if (!kept)
                return fail_memory(e);
            *kept = str_trim(name);
        }
    }
    o->prefer = names.items;
    o->n_prefer = names.n;
    return ST_OK;
}

/* What is in no series is counted, not listed, for it can be most of a report; faults are said one by one. */
static void say_outcome(const struct faults *faults, const struct vec *series, const struct vec *conflicts)
{
    size_t left_out = 0;
    for (size_t i = 0; i < faults->list.n; i++) {
        const struct err *bad = &VEC_AT(const struct fault, &faults->list, i)->err;
        if (bad->status == ST_OK)
            left_out++;
        else
            say_error(bad);
    }
    say("taraz: %zu rows of series, %zu conflicts, %zu figures in no series%s", series->n, conflicts->n,
        left_out + faults->n_dropped, left_out ? " (--left-out FILE lists why)" : "");
}

static enum status write_left_out(struct arena *a, const struct faults *faults, const char *path, struct err *e)
{
    struct vec rejects;
    enum status st = rejects_of_faults(a, faults, &rejects, e);
    return st == ST_OK ? records_write(&schema_rejects, &rejects, path, e) : st;
}

static enum status correct(struct arena *a, const char *path, struct vec *figures, struct faults *faults, struct err *e)
{
    struct vec corrections;
    enum status st = records_read(a, &schema_corrections, path, &corrections, faults, e);
    return st == ST_OK ? corrections_apply(a, figures, &corrections, faults, e) : st;
}

static enum status write_tables(struct arena *a, const struct arguments *arguments, const struct vec *series,
                                const struct vec *conflicts, const struct faults *faults, struct err *e)
{
    const char *conflicts_path = option_get(arguments, "conflicts", NULL);
    const char *left_out = option_get(arguments, "left-out", NULL);
    enum status st = records_write(&schema_series, series, option_get(arguments, "out", "-"), e);
    if (st == ST_OK && conflicts_path)
        st = records_write(&schema_conflicts, conflicts, conflicts_path, e);
    return st == ST_OK && left_out ? write_left_out(a, faults, left_out, e) : st;
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    struct arena *a = in->arena;
    struct vec figures, sources, series, conflicts;
    struct faults faults;
    struct reconcile_options o = { .data_folder = in->data, .keep_partial = option_given(arguments, "keep-partial") };
    const char *sources_path = option_get(arguments, "sources", NULL);
    const char *corrections = option_get(arguments, "corrections", NULL);
    faults_init(&faults, a);
    vec_init(&sources, a, sizeof(struct source_record), 1);
    if (arguments->n_positional != 1)
        return fail(e, ST_USAGE, (struct place){ "reconcile", 0, 0 }, "see 'taraz reconcile --help'",
                    "wants one table of figures");
    enum status st = read_prefer(a, arguments, &o, e);
    if (st == ST_OK)
        st = option_double(arguments, "min-confidence", &o.min_confidence, e);
    if (st == ST_OK)
        st = records_read(a, &schema_figures, arguments->positional[0], &figures, &faults, e);
    if (st == ST_OK && sources_path)
        st = records_read(a, &schema_sources, sources_path, &sources, &faults, e);
    if (st == ST_OK && corrections)
        st = correct(a, corrections, &figures, &faults, e);
    if (st == ST_OK)
        st = reconcile(a, &figures, &sources, &o, &series, &conflicts, &faults, e);
    if (st == ST_OK)
        st = write_tables(a, arguments, &series, &conflicts, &faults, e);
    if (st != ST_OK)
        return st;
    say_outcome(&faults, &series, &conflicts);
    return faults.worst;
}

static const struct option_spec options[] = {
    { "sources", 's', "FILE", false, "table of sources: publishers and dates of publication decide conflicts" },
    { "corrections", 'c', "FILE", false, "corrections to apply first" },
    { "prefer", 'p', "A,B", true, "source ids or publishers, the most trusted first" },
    { "conflicts", 0, "FILE", false, "where to list disagreements" },
    { "left-out", 0, "FILE", false, "where to list the figures that are in no series, and why" },
    { "min-confidence", 0, "P", false, "leave out figures that are less sure" },
    { "keep-partial", 0, NULL, false, "let trends use periods that cover only a part of a year" },
    { "out", 'o', "FILE", false, "where to write the series; left out, standard output" },
};

const struct verb verb_reconcile = {
    .name = "reconcile",
    .summary = "Bring figures of many sources together into series.",
    .example =
        "  taraz reconcile figures.csv --sources sources.csv --prefer UNODC --conflicts conflicts.csv --out series.csv",
    .usage = "taraz reconcile [options] FIGURES",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .details = "Only figures of one indicator, area, citizenship, sex, age, form, unit and period meet. Where they "
               "disagree, the\n"
               "order of preference decides, then the later publication; the row's interval then spans both, and its "
               "conflict is 1.\n"
               "A period within a year is a row of status P, one over several years a row of frequency N; neither is a "
               "point of\n"
               "the yearly series. Nothing is summed, and a suppressed count stays an interval.",
    .run = run,
};
