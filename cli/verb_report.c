#include <stdio.h>

#include "cli/run_folder.h"
#include "cli/verb.h"
#include "core/file.h"
#include "stats/method.h"

static const struct option_spec options[] = {
    { "title", 0, "TEXT", false, "title of the page (default: Trends in figures on human trafficking, forced labour and missing persons)" },
    { "no-quotes", 0, NULL, false, "leave the quotations out; places and identifiers stay" },
};

static const char default_title[] = "Trends in figures on human trafficking, forced labour and missing persons";

/* One sentence a series, from the trend rows; series and trends each stand together by series_id. */
static enum status summarise(struct arena *a, const struct run_tables *t, struct report_request *r, struct err *e)
{
    struct str *ids = arena_array(a, t->series.n + 1, sizeof *ids), *texts = arena_array(a, t->series.n + 1, sizeof *texts);
    if (!ids || !texts)
        return fail_memory(e);
    for (size_t first = 0, n; first < t->series.n; first += n) {
        const struct series_row *rows = VEC_AT(struct series_row, &t->series, first);
        n = 1;
        while (first + n < t->series.n && str_equal(rows[n].series_id, rows->series_id))
            n++;
        size_t from = 0, to;
        while (from < t->trends.n && !str_equal(VEC_AT(struct trend_row, &t->trends, from)->series_id, rows->series_id))
            from++;
        for (to = from; to < t->trends.n; to++)
            if (!str_equal(VEC_AT(struct trend_row, &t->trends, to)->series_id, rows->series_id))
                break;
        if (to == from)
            continue;
        ids[r->n_summaries] = rows->series_id;
        texts[r->n_summaries++] = trend_summary(a, rows, n, VEC_AT(struct trend_row, &t->trends, from), to - from);
    }
    r->summary_series = ids;
    r->summaries = texts;
    return ST_OK;
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    struct run_tables tables;
    struct faults faults;
    struct vec charts;
    if (arguments->n_positional != 1)
        return fail(e, ST_USAGE, (struct place){ "report", 0, 0 }, "see 'taraz report --help'",
                    "name the output folder of a run");
    const char *folder = arguments->positional[0];
    struct run_paths paths = { .folder = folder };
    faults_init(&faults, in->arena);
    enum status st = run_tables_load(in->arena, &paths, &tables, &faults, e);
    if (st == ST_OK)
        st = charts_read(in->arena, folder, &charts, e);
    struct report_request request = { .title = str_of(option_get(arguments, "title", default_title)),
                                      .with_quotes = !option_given(arguments, "no-quotes") };
    struct chart_data data = run_chart_data(&tables, in->data);
    if (st == ST_OK)
        st = summarise(in->arena, &tables, &request, e);
    if (st == ST_OK) {
        request.charts = charts.items;
        request.n_charts = charts.n;
        st = report_write(in->arena, &request, &data, &tables.conflicts, folder, e);
    }
    say_faults(&faults);
    if (st != ST_OK)
        return st;
    printf("%s/report.html\n%s/report.md\n", folder, folder);
    return faults.list.n > 0 ? ST_INPUT : ST_OK;
}

const struct verb verb_report = {
    .name = "report",
    .summary = "Write the report page of a run's output folder again.",
    .example = "  taraz report out",
    .usage = "taraz report [options] FOLDER",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .details = "Reads sources.csv, figures.csv, series.csv, trends.csv, conflicts.csv and charts/ in FOLDER and writes\n"
               "report.html (one file that needs nothing else) and report.md.",
    .run = run,
};
