/* No text of a source, job or command line ever becomes a command of gnuplot or of a shell, and none breaks
 * the pictures or the pages that carry it. Each case once ran a command, or once might have. */
#include <unistd.h>

#include "tests/plots/drawing.h"
#include "tests/tap.h"

struct attack {
    const char *text;
    size_t n; /* 0: up to the NUL */
};

/* Each tries to make the file `ran` in the working folder of gnuplot. */
static const struct attack attacks[] = {
    { "`touch ran`", 0 },
    { "\"`touch ran`\"", 0 },
    { "$(touch ran)", 0 },
    { "'; system('touch ran'); '", 0 },
    { "''; system('touch ran'); ''", 0 },
    { "\"; system(\"touch ran\"); \"", 0 },
    { "\\'; system('touch ran'); #", 0 },
    { "x\nsystem('touch ran')\n", 0 },
    { "x\n!touch ran\n", 0 },
    { "x\r!touch ran\r", 0 },
    { "<touch ran", 0 },
    { "'<touch ran'", 0 },
    { "|touch ran", 0 },
    { "END\n!touch ran\n", 0 },
    { "$d1 << END\nEND\n!touch ran", 0 },
    { "%s%n%d {/=40 x}_y^z @a &{b} ~c", 0 },
    { "trailing backslash \\", 0 },
    { "a\0'\n!touch ran\n", 15 },
    { "\xC0\x27\n!touch ran \xE2\x80\xA8!touch ran\xFF'", 0 },
    { "\xE2\x80\xAE<script>alert(1)</script>&amp;]]>--><!--\x1b[2J", 0 },
};

static struct str text_of(const struct attack *attack)
{
    return (struct str){ attack->text, attack->n ? attack->n : strlen(attack->text) };
}

/* The attack as series, indicator, area, unit, source and as every overriding text. */
static bool draw_attack(struct drawing *d, struct str text, const char *type, struct chart_made *made)
{
    struct chart_request r = { .stem = STR("x"),
                               .type = str_of(type),
                               .series = &text,
                               .n_series = 1,
                               .title = text,
                               .subtitle = text,
                               .svg = true };
    for (size_t i = 0; i < d->series.n; i++) {
        struct series_row *row = VEC_AT(struct series_row, &d->series, i);
        row->series_id = row->indicator = row->ref_area = row->unit_measure = row->exploitation = text;
    }
    struct source_record *source = VEC_AT(struct source_record, &d->sources, 0);
    source->title = source->publisher = source->url = source->licence = text;
    struct figure *figure = VEC_AT(struct figure, &d->figures, 0);
    figure->quote = figure->locator = figure->as_written = text;
    return chart_draw(d->arena, &r, &d->data, path_join(d->arena, d->folder, "charts"), made, &d->e) == ST_OK;
}

static bool begin(struct drawing *d)
{
    return drawing_begin(d, "source_id,file\ns,f.txt\n", "figure_id,source_id,indicator\nf1,s,i\n",
                         "series_id,time_period,freq,obs_value,value_low,value_high,obs_status,figure_ids\n"
                         "x,2019,A,4,,,A,f1\nx,2020,A,,0,4,Q,f1\nx,2021,A,7,5,9,A,f1\n",
                         NULL);
}

static bool report_attack(struct drawing *d, struct str text, const struct chart_made *made)
{
    struct report_request r = { .title = text,
                                .charts = made,
                                .n_charts = 1,
                                .with_quotes = true,
                                .summary_series = &text,
                                .summaries = &text,
                                .n_summaries = 1 };
    struct conflict c = { .series_id = text,
                          .time_period = text,
                          .kept_figure = text,
                          .kept_source = text,
                          .kept_value = 1,
                          .kept_quote = text,
                          .other_figure = text,
                          .other_source = text,
                          .other_value = 2,
                          .other_quote = text,
                          .rule = text };
    struct vec conflicts;
    vec_init(&conflicts, d->arena, sizeof c, 1);
    memcpy(vec_add(&conflicts), &c, sizeof c);
    return report_write(d->arena, &r, &d->data, &conflicts, d->folder, &d->e) == ST_OK;
}

static void try_all(const char *type)
{
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
        struct drawing d;
        struct chart_made made = { 0 };
        CHECK(begin(&d));
        char *before = getcwd(NULL, 0);
        char *data = realpath(d.data.data_folder, NULL);
        d.data.data_folder = data;
        CHECK(data && chdir(d.folder) == 0);
        CHECK(draw_attack(&d, text_of(&attacks[i]), type, &made));
        CHECK(report_attack(&d, text_of(&attacks[i]), &made));
        CHECK(!file_exists("ran") && !file_exists("charts/ran"));
        CHECK(drawing_is_xml(&d, "charts/x.svg"));
        CHECK(drawing_is_xml(&d, "report.html"));
        struct str html = drawing_file(&d, "report.html"), md = drawing_file(&d, "report.md");
        CHECK(html.n > 0 && !str_contains(html, "<script") && !str_contains(md, " <script"));
        CHECK(!str_contains(html, "\x1b") && !str_contains(md, "\x1b"));
        CHECK(chdir(before) == 0);
        free(before);
        free(data);
        drawing_end(&d);
    }
}

TEST("injection: trend chart and report")
{
    if (!process_is_there("gnuplot"))
        SKIP("no gnuplot on this machine");
    try_all("trend");
}

TEST("injection: bar chart and report")
{
    if (!process_is_there("gnuplot"))
        SKIP("no gnuplot on this machine");
    try_all("bars");
}

TEST("injection: the script for people, run by hand, runs no command either")
{
    if (!process_is_there("gnuplot"))
        SKIP("no gnuplot on this machine");
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
        struct drawing d;
        struct chart_made made = { 0 };
        struct process_result result;
        static const char *const argv[] = { "gnuplot", "-d", "x.gp", NULL };
        CHECK(begin(&d));
        draw_attack(&d, text_of(&attacks[i]), "trend", &made);
        char *before = getcwd(NULL, 0);
        CHECK(chdir(path_join(d.arena, d.folder, "charts")) == 0);
        CHECK(process_run(&(struct process){ .argv = argv }, &result, &d.e) == ST_OK);
        CHECK(result.exit_status == 0 && !file_exists("ran"));
        process_result_free(&result);
        CHECK(chdir(before) == 0);
        free(before);
        drawing_end(&d);
    }
}

TEST("injection: an output folder named like a command is only a folder")
{
    if (!process_is_there("gnuplot"))
        SKIP("no gnuplot on this machine");
    struct drawing d;
    struct chart_made made;
    struct str id = STR("x");
    CHECK(begin(&d));
    struct chart_request r = { .stem = STR("x"), .series = &id, .n_series = 1, .svg = true };
    const char *folder = path_join(d.arena, d.folder, "|touch ran; `touch ran`'\"");
    CHECK(chart_draw(d.arena, &r, &d.data, folder, &made, &d.e) == ST_OK);
    CHECK(file_exists(path_join(d.arena, folder, "x.svg")) && !file_exists("ran"));
    drawing_end(&d);
}
