#include <stdio.h>

#include "cli/run_folder.h"
#include "cli/summaries.h"
#include "cli/verb.h"

static const struct option_spec options[] = {
    { "title", 0, "TEXT", false, "title of the page (default: that of the page there is)" },
    { "no-quotes", 0, NULL, false, "leave the quotations out; places and identifiers stay" },
};

static const char default_title[] = "Trends in figures on human trafficking, forced labour and missing persons";

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
    struct str title = report_title(in->arena, folder);
    if (option_given(arguments, "title") || title.n == 0)
        title = str_of(option_get(arguments, "title", default_title));
    struct report_request request = { .title = title, .with_quotes = !option_given(arguments, "no-quotes") };
    struct chart_data data = run_chart_data(&tables, in->data);
    if (st == ST_OK)
        st = summaries_make(in->arena, &tables.series, &tables.trends, &request, e);
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
    .details =
        "Reads sources.csv, figures.csv, series.csv, trends.csv, conflicts.csv and charts/ in FOLDER and writes\n"
        "report.html (one file that needs nothing else) and report.md.",
    .run = run,
};
