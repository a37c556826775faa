/* From a request to the files of one chart: compose, write the script, run gnuplot, finish its pictures. */
#include <math.h>
#include <stdio.h>

#include "core/file.h"
#include "core/nearest.h"
#include "core/process.h"
#include "plots/compose.h"
#include "plots/pictures.h"
#include "plots/snippets.h"
#include "plots/text.h"

enum { TIMEOUT_SECONDS = 60, STEM_LIMIT = 120, TYPES_LIMIT = 32 };

static const double POINTS_PER_MM = 72 / 25.4, PIXELS_PER_POINT = 96.0 / 72;

enum picture { PICTURE_SVG, PICTURE_PDF, PICTURE_PNG, PICTURES };
static const char *const endings[PICTURES] = { "svg", "pdf", "png" };

static enum status find_type(struct str name, const struct chart_type **out, struct err *e)
{
    const char *names[TYPES_LIMIT];
    size_t n = 0;
    for (size_t i = 0; i < n_chart_types; i++) {
        if (str_is(name, chart_types[i]->name) || (name.n == 0 && str_is(STR("trend"), chart_types[i]->name))) {
            *out = chart_types[i];
            return ST_OK;
        }
        if (n < TYPES_LIMIT)
            names[n++] = chart_types[i]->name;
    }
    char todo[200] = "see 'taraz list charts'";
    const char *near = nearest_name(name, names, n);
    if (near)
        snprintf(todo, sizeof todo, "did you mean '%s'?", near);
    return fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, todo, "unknown chart type '%.*s'", (int)name.n, name.p);
}

/* The stem becomes file names, ids and labels: letters, digits, '-' and '_' need no quoting in any of them. */
static enum status check_stem(struct str stem, struct err *e)
{
    bool good = stem.n > 0 && stem.n <= STEM_LIMIT;
    for (size_t i = 0; i < stem.n && good; i++)
        good =
            ascii_is_alpha(stem.p[i]) || ascii_is_digit(stem.p[i]) || stem.p[i] == '_' || (stem.p[i] == '-' && i > 0);
    return good ? ST_OK
                : fail(e, ST_USAGE, (struct place){ "plot", 0, 0 }, "use letters, digits, '-' and '_', at most 120",
                       "'%.*s' cannot name the files of a chart", (int)(stem.n < 60 ? stem.n : 60), stem.p);
}

/* gnuplot draws "10 pt" in a different size on each terminal; these scales make all three alike (measured). */
static void put_terminal(struct buf *b, const struct chart_composed *c, enum picture picture)
{
    const struct style *s = &c->style;
    double width = c->width_pt * PIXELS_PER_POINT, height = c->height_pt * PIXELS_PER_POINT;
    int n = (int)s->family.n;
    if (picture == PICTURE_SVG)
        buf_printf(b,
                   "set terminal svg noenhanced size %.0f,%.0f font '%.*s,%g' fontscale 1.3333 linewidth 1.3333 "
                   "background '%.*s'\nmarker = 1.25\n",
                   width, height, n, s->family.p, s->label_size, (int)s->background.n, s->background.p);
    else if (picture == PICTURE_PDF)
        buf_printf(b,
                   "set terminal pdfcairo noenhanced size %.4fin,%.4fin font '%.*s,%g' fontscale 0.75 linewidth 2 "
                   "background '%.*s'\nmarker = 1\n",
                   c->width_pt / 72, c->height_pt / 72, n, s->family.p, s->label_size, (int)s->background.n,
                   s->background.p);
    else
        buf_printf(b,
                   "set terminal pngcairo noenhanced size %.0f,%.0f font '%.*s,%g' fontscale %g linewidth %g "
                   "pointscale %g background '%.*s'\nmarker = 1\n",
                   width * s->png_scale, height * s->png_scale, n, s->family.p, s->label_size, s->png_scale,
                   s->png_scale * 1.3333, s->png_scale, (int)s->background.n, s->background.p);
}

static const char *file_name(struct arena *a, const char *base, const char *ending)
{
    return arena_cstr(a, arena_printf(a, "%s.%s", base, ending));
}

/* A script that draws all three pictures again, beside itself. */
static enum status write_script(struct arena *a, const struct chart_composed *c, struct str stem, const char *base,
                                struct err *e)
{
    struct buf b;
    buf_init(&b, 0);
    buf_printf(&b, "# Draws this chart again: gnuplot -d %.*s.gp\n", (int)stem.n, stem.p);
    for (enum picture p = PICTURE_SVG; p < PICTURES; p++) {
        put_terminal(&b, c, p);
        buf_printf(&b, "set output '%.*s.%s'\n", (int)stem.n, stem.p, endings[p]);
        if (p == PICTURE_SVG)
            buf_put(&b, c->script);
        else
            buf_puts(&b, "replot\n");
    }
    buf_puts(&b, "unset output\n");
    const char *path = file_name(a, base, "gp");
    enum status st = path ? file_write_buf(path, &b, e) : fail_memory(e);
    buf_free(&b);
    if (st == ST_OK) {
        path = file_name(a, base, "csv");
        st = path ? file_write(path, c->csv, e) : fail_memory(e);
    }
    return st;
}

static enum status gnuplot_failed(const struct process_result *result, struct err *e)
{
    if (result->timed_out)
        return fail(e, ST_SYSTEM, (struct place){ "gnuplot", 0, 0 }, "try again on a less busy machine",
                    "it took longer than %d seconds", TIMEOUT_SECONDS);
    /* its message quotes the script, and so the texts of the chart: only its number is told */
    return fail(e, ST_SYSTEM, (struct place){ "gnuplot", 0, 0 }, "run 'gnuplot -d' on the .gp file to see its message",
                "it ended with status %d and no whole picture", result->exit_status);
}

static void finish_picture(const struct chart_composed *c, struct str stem, enum picture picture, struct str raw,
                           struct arena *a, struct buf *out)
{
    if (picture == PICTURE_SVG) {
        struct svg_naming naming = { arena_printf(a, "chart-%.*s", (int)stem.n, stem.p), c->title, c->alt,
                                     c->style.fallbacks };
        svg_finish(raw, &naming, out);
    } else if (picture == PICTURE_PDF) {
        pdf_set_date(raw, out);
    } else {
        png_set_resolution(raw, 96 * c->style.png_scale, out);
    }
}

/* gnuplot reads the script from its standard input and writes the picture to its standard output, so that
 * no file name of ours is ever in a script that runs and no half picture lies about. */
static enum status draw_picture(struct arena *a, const struct chart_composed *c, struct str stem, enum picture picture,
                                const char *base, struct err *e)
{
    static const char *const argv[] = { "gnuplot", "-d", "-", NULL };
    static bool (*const is_whole[PICTURES])(struct str) = { svg_is_whole, pdf_is_whole, png_is_whole };
    struct buf script, finished;
    struct process_result result = { 0 };
    buf_init(&script, 0);
    put_terminal(&script, c, picture);
    buf_put(&script, c->script);
    struct process p = { .argv = argv, .input = buf_str(&script), .timeout_seconds = TIMEOUT_SECONDS };
    enum status st = script.failed ? fail_memory(e) : process_run(&p, &result, e);
    buf_free(&script);
    if (st != ST_OK)
        return st;
    buf_init(&finished, 0);
    struct str raw = buf_str(&result.output);
    const char *path = file_name(a, base, endings[picture]);
    if (result.exit_status != 0 || result.timed_out || !is_whole[picture](raw)) {
        st = gnuplot_failed(&result, e);
    } else {
        finish_picture(c, stem, picture, raw, a, &finished);
        st = path ? file_write_buf(path, &finished, e) : fail_memory(e);
    }
    buf_free(&finished);
    process_result_free(&result);
    return st;
}

static enum status draw_pictures(struct arena *a, const struct chart_request *r, const struct chart_composed *c,
                                 const char *base, struct err *e)
{
    bool all = !r->svg && !r->pdf && !r->png;
    bool wanted[PICTURES] = { all || r->svg, all || r->pdf, all || r->png };
    if (!process_is_there("gnuplot"))
        return fail(e, ST_SYSTEM, (struct place){ "gnuplot", 0, 0 }, "install it: apt-get install gnuplot-nox",
                    "it is not on this machine; the script and the data of '%.*s' are written", (int)r->stem.n,
                    r->stem.p);
    enum status st = ST_OK;
    for (enum picture p = PICTURE_SVG; p < PICTURES && st == ST_OK; p++)
        if (wanted[p])
            st = draw_picture(a, c, r->stem, p, base, e);
    return st;
}

static struct str *copy_all(struct arena *a, const struct str *from, size_t n)
{
    struct str *copy = arena_array(a, n + 1, sizeof *copy);
    for (size_t i = 0; i < n && copy; i++)
        copy[i] = arena_copy(a, from[i]);
    return copy;
}

/* What was made outlives the request and the scratch memory of the drawing. */
static enum status fill_made(struct arena *a, const struct chart_request *r, const struct chart_composed *c,
                             struct chart_made *out, struct err *e)
{
    *out = (struct chart_made){
        .stem = arena_copy(a, r->stem),
        .title = arena_copy(a, c->title),
        .subtitle = arena_copy(a, c->subtitle),
        .note = arena_copy(a, c->note),
        .alt = arena_copy(a, c->alt),
        .figure_ids = copy_all(a, c->figure_ids, c->n_figure_ids),
        .n_figure_ids = c->n_figure_ids,
        .series = copy_all(a, r->series, r->n_series),
        .n_series = r->n_series,
    };
    return out->figure_ids && out->series && !arena_failed(a) ? ST_OK : fail_memory(e);
}

static enum status compose(struct arena *scratch, const struct chart_request *r, const struct chart_data *d,
                           struct chart_composed *c, struct err *e)
{
    const struct chart_type *type = NULL;
    enum status st = check_stem(r->stem, e);
    if (st == ST_OK)
        st = find_type(r->type, &type, e);
    if (st == ST_OK)
        st = style_load(scratch, d->data_folder, r->style, &c->style, e);
    if (st != ST_OK || !type)
        return st;
    c->width_pt = (r->width_mm > 0 ? r->width_mm : c->style.width_mm) * POINTS_PER_MM;
    c->height_pt = (r->height_mm > 0 ? r->height_mm : c->style.height_mm) * POINTS_PER_MM;
    return type->compose(scratch, r, d, c, e);
}

static enum status write_all(struct arena *scratch, const struct chart_request *r, const struct chart_composed *c,
                             const struct chart_made *made, const char *folder, struct err *e)
{
    const char *base = arena_cstr(scratch, arena_printf(scratch, "%s/%.*s", folder, (int)r->stem.n, r->stem.p));
    if (!base)
        return fail_memory(e);
    struct snippet_size size = { c->width_pt / POINTS_PER_MM, c->width_pt * PIXELS_PER_POINT,
                                 c->height_pt * PIXELS_PER_POINT };
    enum status st = file_make_folder(folder, e);
    if (st == ST_OK)
        st = write_script(scratch, c, r->stem, base, e);
    if (st == ST_OK)
        st = snippets_write(scratch, made, &size, base, e);
    return st == ST_OK ? draw_pictures(scratch, r, c, base, e) : st;
}

enum status chart_draw(struct arena *a, const struct chart_request *r, const struct chart_data *d, const char *folder,
                       struct chart_made *out, struct err *e)
{
    struct arena *scratch = arena_new(0); /* fonts and scripts are not kept for the length of a run */
    struct chart_composed c = { 0 };
    if (!scratch)
        return fail_memory(e);
    enum status st = compose(scratch, r, d, &c, e);
    if (st == ST_OK)
        st = fill_made(a, r, &c, out, e);
    if (st == ST_OK && !r->compose_only)
        st = write_all(scratch, r, &c, out, folder, e);
    arena_free(scratch);
    return st;
}
