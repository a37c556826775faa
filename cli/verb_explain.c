#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cli/run_folder.h"
#include "cli/verb.h"
#include "core/file.h"
#include "core/nearest.h"
#include "etl/privacy.h"
#include "plots/model.h"
#include "plots/report.h"
#include "plots/text.h"

enum { CONTEXT_LINES = 2 };

#define S(x) (int)(x).n, (x).p

static const struct option_spec options[] = {
    { "in", 0, "FOLDER", false, "output folder of a run (default: .)" },
};

/* What the printing functions share. */
struct explaining {
    struct arena *arena;
    const char *folder;
    struct run_tables tables;
    struct labels *labels;
    const struct name_list *names;
    const struct figure *figure;
    const struct source_record *source; /* NULL: not in sources.csv */
};

static enum status no_figure(const struct explaining *x, struct str id, struct err *e)
{
    struct str *ids = arena_array(x->arena, x->tables.figures.n + 1, sizeof *ids);
    if (!ids)
        return fail_memory(e);
    for (size_t i = 0; i < x->tables.figures.n; i++)
        ids[i] = VEC_AT(struct figure, &x->tables.figures, i)->figure_id;
    size_t near = nearest_index(id, ids, x->tables.figures.n);
    char todo[200] = "see the column figure_id of figures.csv";
    if (near < x->tables.figures.n)
        snprintf(todo, sizeof todo, "did you mean '%.*s'?", S(ids[near]));
    return fail(e, ST_USAGE, (struct place){ "explain", 0, 0 }, todo, "there is no figure '%.*s'",
                (int)(id.n < 60 ? id.n : 60), id.p);
}

static enum status find(struct explaining *x, struct str id, struct err *e)
{
    for (size_t i = 0; i < x->tables.figures.n && !x->figure; i++)
        if (str_equal(VEC_AT(struct figure, &x->tables.figures, i)->figure_id, id))
            x->figure = VEC_AT(struct figure, &x->tables.figures, i);
    if (!x->figure)
        return no_figure(x, id, e);
    for (size_t i = 0; i < x->tables.sources.n; i++)
        if (str_equal(VEC_AT(struct source_record, &x->tables.sources, i)->source_id, x->figure->source_id))
            x->source = VEC_AT(struct source_record, &x->tables.sources, i);
    return ST_OK;
}

static void print_field(const struct explaining *x, const char *name, struct str value)
{
    if (value.n > 0)
        /* no control character of a source reaches the terminal */
        printf("  %-14s %.*s\n", name, S(text_clean(x->arena, value)));
}

static void print_figure(const struct explaining *x)
{
    const struct figure *f = x->figure;
    struct str low = isnan(f->value_low) ? STR("open") : text_number(x->arena, f->value_low);
    struct str high = isnan(f->value_high) ? STR("open") : text_number(x->arena, f->value_high);
    struct str people = label_people(f->sex, f->age);
    printf("Figure %.*s\n", S(f->figure_id));
    print_field(x, "as written", f->as_written);
    print_field(x, "value", isnan(f->obs_value) ? STR("none stated") : text_number(x->arena, f->obs_value));
    if (!(f->value_low == f->obs_value && f->value_high == f->obs_value))
        print_field(x, "interval", arena_printf(x->arena, "%.*s to %.*s", S(low), S(high)));
    print_field(x, "stated as", f->qualifier);
    print_field(x, "unit", f->unit_measure);
    print_field(x, "counts", label_indicator(x->labels, f->indicator));
    print_field(x, "where", label_country(x->arena, x->labels, f->ref_area));
    print_field(x, "citizenship", label_country(x->arena, x->labels, f->citizenship));
    print_field(x, "people", people);
    print_field(x, "exploitation", label_exploitation(x->labels, f->exploitation));
    if (f->time_start.n)
        print_field(x, "period",
                    arena_printf(x->arena, "%.*s to %.*s%s%.*s%s", S(f->time_start), S(f->time_end),
                                 f->time_basis.n ? " (" : "", S(f->time_basis), f->time_basis.n ? ")" : ""));
    print_field(x, "status", f->obs_status);
    print_field(x, "found by", f->method);
    if (!isnan(f->confidence))
        printf("  %-14s %.2f\n", "confidence", f->confidence);
    print_field(x, "review", f->review_status);
}

/* The source's text as the spans count it: texts/<id>.txt of the run, or a plain text beside its table. */
static bool read_source_text(const struct explaining *x, struct str *text)
{
    struct err ignored;
    const char *extracted =
        arena_cstr(x->arena, arena_printf(x->arena, "%s/texts/%.*s.txt", x->folder, S(x->figure->source_id)));
    const char *file = x->source ? arena_cstr(x->arena, x->source->file) : NULL;
    const char *beside = file ? path_join(x->arena, x->folder, file) : NULL;
    if (extracted && file_exists(extracted))
        return file_read(x->arena, extracted, 0, text, &ignored) == ST_OK;
    return beside && str_ends(str_of(beside), ".txt") && file_exists(beside) &&
           file_read(x->arena, beside, 0, text, &ignored) == ST_OK;
}

static void print_line(const struct explaining *x, struct str text, size_t start, size_t end, long number, bool here)
{
    struct str line = quote_mask(x->arena, x->names, text_clean(x->arena, str_slice(text, start, end)));
    printf("  %s %5ld | %.*s\n", here ? ">" : " ", number, S(line));
}

/* The lines around the number, names masked as in every other output. */
static void print_context(const struct explaining *x)
{
    const struct figure *f = x->figure;
    struct str text;
    if (f->span_start < 0 || f->span_end < f->span_start || f->quote.n == 0 || !read_source_text(x, &text))
        return;
    struct str there = str_slice(text, (size_t)f->span_start, (size_t)f->span_end);
    if (f->as_written.n && !str_equal(there, f->as_written)) {
        printf("  The text no longer holds these words at bytes %ld to %ld: run 'taraz run' again.\n", f->span_start,
               f->span_end);
        return;
    }
    long number = 1, here = 1;
    for (size_t i = 0; i < (size_t)f->span_start; i++)
        here += text.p[i] == '\n';
    for (size_t start = 0; start < text.n && number <= here + CONTEXT_LINES; number++) {
        size_t end = str_find_byte(text, '\n', start);
        if (number >= here - CONTEXT_LINES && end > start)
            print_line(x, text, start, end, number, number == here);
        start = end + 1;
    }
}

static void print_source(const struct explaining *x)
{
    const struct source_record *s = x->source;
    printf("\nSource %.*s\n", S(x->figure->source_id));
    if (s) {
        print_field(x, "title", s->title);
        print_field(x, "publisher", s->publisher);
        print_field(x, "published", s->published);
        print_field(x, "file", s->file);
        print_field(x, "url", s->url);
    }
    print_field(x, "place", x->figure->locator);
    if (x->figure->span_start >= 0)
        printf("  %-14s %ld to %ld\n", "bytes", x->figure->span_start, x->figure->span_end);
    print_field(x, "quote", x->figure->quote);
    print_context(x);
}

static bool holds_id(struct str ids, struct str id)
{
    struct str part;
    while (str_split_next(&ids, ';', &part))
        if (str_equal(str_trim(part), id))
            return true;
    return false;
}

static void print_trends(const struct explaining *x, struct str series)
{
    for (size_t i = 0; i < x->tables.trends.n; i++) {
        const struct trend_row *t = VEC_AT(struct trend_row, &x->tables.trends, i);
        if (!str_equal(t->series_id, series) || (isnan(t->p_value) && isnan(t->conf_low)))
            continue; /* tests and estimates with an interval; the rest stands in trends.csv */
        printf("  trend          %.*s %.*s", S(t->method), S(t->term));
        if (!isnan(t->estimate))
            printf(" %.*s", S(text_number(x->arena, t->estimate)));
        if (!isnan(t->conf_low) && !isnan(t->conf_high))
            printf(" (%.*s to %.*s)", S(text_number(x->arena, t->conf_low)), S(text_number(x->arena, t->conf_high)));
        if (!isnan(t->p_value))
            printf(", p %.*s", S(text_p(x->arena, t->p_value)));
        printf(", n = %ld, %.*s\n", t->n, S(t->outcome));
    }
}

static enum status print_charts(const struct explaining *x, struct str series, struct err *e)
{
    struct vec charts;
    enum status st = charts_read(x->arena, x->folder, &charts, e);
    for (size_t i = 0; i < charts.n && st == ST_OK; i++) {
        const struct chart_made *c = VEC_AT(struct chart_made, &charts, i);
        for (size_t k = 0; k < c->n_series; k++)
            if (str_equal(c->series[k], series))
                printf("  chart          charts/%.*s\n", S(c->stem));
    }
    return st;
}

static enum status print_series(const struct explaining *x, struct err *e)
{
    enum status st = ST_OK;
    bool found = false;
    for (size_t i = 0; i < x->tables.series.n && st == ST_OK; i++) {
        const struct series_row *row = VEC_AT(struct series_row, &x->tables.series, i);
        if (!holds_id(row->figure_ids, x->figure->figure_id))
            continue;
        struct report r = { .arena = x->arena };
        struct str remark = report_status(&r, row);
        printf("\nSeries %.*s: %.*s\n", S(row->series_id), S(label_series(x->arena, x->labels, row)));
        printf("  %-14s %.*s%s%.*s%s\n", arena_cstr(x->arena, row->time_period), S(report_value(&r, row)),
               remark.n ? " (" : "", S(remark), remark.n ? ")" : "");
        print_trends(x, row->series_id);
        st = print_charts(x, row->series_id, e);
        found = true;
    }
    if (!found && st == ST_OK)
        printf("\nIt feeds no series: rejected, not comparable, or not the one kept.\n");
    return st;
}

static void print_conflicts(const struct explaining *x)
{
    for (size_t i = 0; i < x->tables.conflicts.n; i++) {
        const struct conflict *c = VEC_AT(struct conflict, &x->tables.conflicts, i);
        bool kept = str_equal(c->kept_figure, x->figure->figure_id);
        if (!kept && !str_equal(c->other_figure, x->figure->figure_id))
            continue;
        struct str id = kept ? c->other_figure : c->kept_figure, source = kept ? c->other_source : c->kept_source;
        double value = kept ? c->other_value : c->kept_value;
        printf("\nConflict in %.*s, %.*s\n", S(c->series_id), S(c->time_period));
        print_field(x, kept ? "this is kept" : "not kept", c->rule);
        print_field(x, "the other says", isnan(value) ? STR("an interval") : text_number(x->arena, value));
        print_field(x, "in", source);
        print_field(x, "figure", id);
        print_field(x, "quote", kept ? c->other_quote : c->kept_quote);
    }
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    struct explaining x = { .arena = in->arena, .folder = option_get(arguments, "in", ".") };
    struct run_paths paths = { .folder = x.folder };
    struct name_list *names = NULL;
    struct faults faults;
    if (arguments->n_positional != 1)
        return fail(e, ST_USAGE, (struct place){ "explain", 0, 0 }, "see 'taraz explain --help'", "name one figure");
    faults_init(&faults, in->arena);
    enum status st = run_tables_load(in->arena, &paths, &x.tables, &faults, e);
    if (st == ST_OK)
        st = labels_load(in->arena, in->data, &x.labels, e);
    if (st == ST_OK)
        st = name_list_load(in->arena, in->data, &names, e);
    x.names = names;
    if (st == ST_OK)
        st = find(&x, str_of(arguments->positional[0]), e);
    if (st == ST_OK) {
        print_figure(&x);
        print_source(&x);
        st = print_series(&x, e);
        print_conflicts(&x);
    }
    say_faults(&faults);
    return st == ST_OK && faults.list.n > 0 ? ST_INPUT : st;
}

const struct verb verb_explain = {
    .name = "explain",
    .summary = "Show what one figure rests on and where it goes.",
    .example = "  taraz explain 3c6ef372fe94f82a --in out",
    .usage = "taraz explain [options] FIGURE_ID",
    .options = options,
    .n_options = sizeof options / sizeof *options,
    .details =
        "Prints the figure, its source with the lines around it (personal names masked), the series row it feeds,\n"
        "the trends and charts of that series, and the conflicts it is part of.",
    .run = run,
};
