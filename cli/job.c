#include "cli/job.h"

#include <stdio.h>
#include <string.h>

#include "cli/job_sources.h"
#include "core/file.h"
#include "core/nearest.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { SETS_LIMIT = 256 };

/* The names of ${name} and their values. */
struct settings {
    struct str names[SETS_LIMIT], values[SETS_LIMIT];
    size_t n;
};

static enum status read_settings(const struct yaml_node *root, const char *const *sets, size_t n_sets,
                                 struct settings *s, struct err *e)
{
    const struct yaml_node *map = NULL;
    enum status st = yaml_get_map(root, "set", &map, e);
    for (size_t i = 0; st == ST_OK && map && i < map->n && s->n < SETS_LIMIT; i++) {
        if (map->items[i].kind != YAML_SCALAR)
            return fail(e, ST_USAGE, map->items[i].at, "write one value", "a value under 'set' must be one text");
        s->names[s->n] = map->keys[i].text;
        s->values[s->n++] = map->items[i].text;
    }
    for (size_t i = 0; st == ST_OK && i < n_sets; i++) {
        struct str value = str_of(sets[i]), name;
        if (!str_split_next(&value, '=', &name) || !value.p)
            return fail(e, ST_USAGE, (struct place){ "run", 0, 0 }, "write --set name=value", "'--set %s' has no '='",
                        sets[i]);
        size_t known = 0;
        while (known < s->n && !str_equal(s->names[known], name))
            known++;
        if (known == s->n) {
            char todo[200] = "add it under 'set' in the job";
            size_t near = nearest_index(name, s->names, s->n);
            if (near < s->n)
                snprintf(todo, sizeof todo, "did you mean '%.*s'?", (int)s->names[near].n, s->names[near].p);
            return fail(e, ST_USAGE, (struct place){ "run", 0, 0 }, todo, "the job has no setting '%.*s'", (int)name.n,
                        name.p);
        }
        s->values[known] = value;
    }
    return st;
}

/* Replaces each ${name} in one scalar. */
static enum status fill_text(struct arena *a, const struct settings *s, struct yaml_node *node, struct err *e)
{
    struct buf b;
    buf_init(&b, 1 << 20);
    struct str rest = node->text;
    enum status st = ST_OK;
    while (rest.n > 0 && st == ST_OK) {
        const char *start = rest.n > 1 ? memmem(rest.p, rest.n, "${", 2) : NULL;
        size_t at = start ? (size_t)(start - rest.p) : rest.n;
        size_t end = str_find_byte(rest, '}', at);
        buf_put(&b, str_slice(rest, 0, at));
        if (end == rest.n) {
            buf_put(&b, str_slice(rest, at, rest.n));
            break;
        }
        struct str name = str_trim(str_slice(rest, at + 2, end));
        size_t i = 0;
        while (i < s->n && !str_equal(s->names[i], name))
            i++;
        if (i < s->n) {
            buf_put(&b, s->values[i]);
        } else {
            char todo[200] = "add it under 'set' in the job";
            size_t near = nearest_index(name, s->names, s->n);
            if (near < s->n)
                snprintf(todo, sizeof todo, "did you mean '${%.*s}'?", (int)s->names[near].n, s->names[near].p);
            st = fail(e, ST_USAGE, node->at, todo, "no setting is named '%.*s'", (int)(name.n < 80 ? name.n : 80),
                      name.p);
        }
        rest = str_slice(rest, end + 1, rest.n);
    }
    if (st == ST_OK) {
        node->text = arena_copy(a, buf_str(&b));
        if (!node->text.p || b.failed)
            st = fail_memory(e);
    }
    buf_free(&b);
    return st;
}

static enum status fill_settings(struct arena *a, const struct settings *s, struct yaml_node *node, struct err *e)
{
    enum status st = ST_OK;
    if (node->kind == YAML_SCALAR)
        return str_contains(node->text, "${") ? fill_text(a, s, node, e) : ST_OK;
    for (size_t i = 0; i < node->n && st == ST_OK; i++)
        st = fill_settings(a, s, &node->items[i], e);
    return st;
}

static enum status read_privacy(const struct yaml_node *root, struct privacy *p, struct err *e)
{
    static const char *const keys[] = { "quotes", "min_cell" };
    static const char *const kinds[] = { "masked", "full", "none" };
    static const enum quotes values[] = { QUOTES_MASKED, QUOTES_FULL, QUOTES_NONE };
    const struct yaml_node *map = NULL;
    *p = (struct privacy){ QUOTES_MASKED, 0 };
    enum status st = yaml_get_map(root, "privacy", &map, e);
    if (st != ST_OK || !map)
        return st;
    struct str kind = STR("masked");
    if ((st = yaml_check_keys(map, keys, COUNT(keys), e)) != ST_OK ||
        (st = yaml_get_str(map, "quotes", &kind, e)) != ST_OK ||
        (st = yaml_get_long(map, "min_cell", &p->min_cell, e)) != ST_OK)
        return st;
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (str_is(kind, kinds[i])) {
            p->quotes = values[i];
            return ST_OK;
        }
    return fail(e, ST_USAGE, yaml_get(map, "quotes")->at, "use masked, full or none",
                "'quotes' must be masked, full or none");
}

static enum status read_reconcile(struct arena *a, const struct yaml_node *root, struct reconcile_options *r,
                                  struct err *e)
{
    static const char *const keys[] = { "prefer", "keep_partial", "min_confidence" };
    const struct yaml_node *map = NULL;
    enum status st = yaml_get_map(root, "reconcile", &map, e);
    if (st != ST_OK || !map)
        return st;
    struct str *prefer = NULL;
    if ((st = yaml_check_keys(map, keys, COUNT(keys), e)) != ST_OK ||
        (st = yaml_get_strs(a, map, "prefer", &prefer, &r->n_prefer, e)) != ST_OK ||
        (st = yaml_get_bool(map, "keep_partial", &r->keep_partial, e)) != ST_OK)
        return st;
    r->prefer = prefer;
    return yaml_get_double(map, "min_confidence", &r->min_confidence, e);
}

static enum status read_breaks(struct arena *a, const struct yaml_node *map, struct trend_options *t, struct err *e)
{
    struct str *texts = NULL;
    enum status st = yaml_get_strs(a, map, "breaks", &texts, &t->n_breaks, e);
    double *breaks = arena_array(a, t->n_breaks + 1, sizeof *breaks);
    if (st == ST_OK && !breaks)
        return fail_memory(e);
    for (size_t i = 0; st == ST_OK && i < t->n_breaks; i++)
        if (!period_to_years(texts[i], &breaks[i]))
            st = fail(e, ST_USAGE, yaml_get(map, "breaks")->at, "write years, as [2015]",
                      "'breaks' must be a list of periods");
    t->breaks = breaks;
    return st;
}

static enum status read_methods(struct arena *a, const struct yaml_node *map, struct job *job, struct err *e)
{
    enum status st = yaml_get_strs(a, map, "methods", &job->methods, &job->n_methods, e);
    struct str names[128];
    size_t n = 0;
    for (size_t i = 0; i < n_methods && n < COUNT(names); i++)
        names[n++] = str_of(methods[i]->name);
    for (size_t i = 0; st == ST_OK && i < job->n_methods; i++) {
        if (method_find(job->methods[i]))
            continue;
        char todo[200] = "see 'taraz list methods'";
        size_t near = nearest_index(job->methods[i], names, n);
        if (near < n)
            snprintf(todo, sizeof todo, "did you mean '%.*s'?", (int)names[near].n, names[near].p);
        st = fail(e, ST_USAGE, yaml_get(map, "methods")->at, todo, "no method is named '%.*s'",
                  (int)(job->methods[i].n < 80 ? job->methods[i].n : 80), job->methods[i].p);
    }
    return st;
}

static enum status read_trends(struct arena *a, const struct yaml_node *root, struct job *job, struct err *e)
{
    static const char *const keys[] = { "methods", "alpha", "one_sided", "family", "adjust", "breaks", "seed" };
    struct trend_options *t = &job->trends;
    *t = trend_options_default;
    const struct yaml_node *map = NULL;
    enum status st = yaml_get_map(root, "trends", &map, e);
    if (st != ST_OK || !map)
        return st;
    struct str side = STR(""), family = STR(""), adjust = STR("holm");
    long seed = (long)t->seed;
    if ((st = yaml_check_keys(map, keys, COUNT(keys), e)) != ST_OK || (st = read_methods(a, map, job, e)) != ST_OK ||
        (st = yaml_get_double(map, "alpha", &t->alpha, e)) != ST_OK ||
        (st = yaml_get_str(map, "one_sided", &side, e)) != ST_OK ||
        (st = yaml_get_str(map, "family", &family, e)) != ST_OK ||
        (st = yaml_get_str(map, "adjust", &adjust, e)) != ST_OK ||
        (st = yaml_get_long(map, "seed", &seed, e)) != ST_OK || (st = read_breaks(a, map, t, e)) != ST_OK)
        return st;
    if (!(t->alpha > 0 && t->alpha < 0.5))
        return fail(e, ST_USAGE, yaml_get(map, "alpha")->at, "0.05 gives 95% intervals",
                    "'alpha' must lie between 0 and 0.5");
    t->sides = str_is(side, "rising") ? 1 : str_is(side, "falling") ? -1 : 0;
    if (side.n > 0 && t->sides == 0)
        return fail(e, ST_USAGE, yaml_get(map, "one_sided")->at, "leave it out for two-sided tests",
                    "'one_sided' must be rising or falling");
    if (!str_is(adjust, "holm") && !str_is(adjust, "bh"))
        return fail(e, ST_USAGE, yaml_get(map, "adjust")->at, "bh is Benjamini and Hochberg's",
                    "'adjust' must be holm or bh");
    t->adjustment = str_is(adjust, "bh") ? ADJUST_BH : ADJUST_HOLM;
    t->seed = (unsigned long)seed;
    t->family = family.n ? arena_cstr(a, family) : NULL;
    return ST_OK;
}

static enum status check_chart_type(const struct yaml_node *map, struct str type, struct err *e)
{
    const char *names[64];
    size_t n = 0;
    for (size_t i = 0; i < n_chart_types && n < COUNT(names); i++) {
        if (str_is(type, chart_types[i]->name))
            return ST_OK;
        names[n++] = chart_types[i]->name;
    }
    char todo[200] = "see 'taraz list charts'";
    const char *near = nearest_name(type, names, n);
    if (near)
        snprintf(todo, sizeof todo, "did you mean '%s'?", near);
    return fail(e, ST_USAGE, yaml_get(map, "type")->at, todo, "no chart type is named '%.*s'",
                (int)(type.n < 80 ? type.n : 80), type.p);
}

static bool good_stem(struct str stem)
{
    for (size_t i = 0; i < stem.n; i++)
        if (!ascii_is_digit(stem.p[i]) && !(stem.p[i] >= 'a' && stem.p[i] <= 'z') && stem.p[i] != '-')
            return false;
    return stem.n > 0 && stem.n <= 80;
}

static enum status read_chart(struct arena *a, const struct yaml_node *map, struct chart_request *c, struct err *e)
{
    static const char *const keys[] = { "stem", "type",   "series", "title",    "subtitle",  "note",
                                        "alt",  "period", "style",  "width_mm", "height_mm", "formats" };
    *c = (struct chart_request){ .type = STR("trend") };
    struct str *series = NULL, *formats_asked = NULL;
    size_t n_formats_asked = 0;
    enum status st;
    if ((st = yaml_check_keys(map, keys, COUNT(keys), e)) != ST_OK ||
        (st = yaml_get_str(map, "stem", &c->stem, e)) != ST_OK ||
        (st = yaml_get_str(map, "type", &c->type, e)) != ST_OK ||
        (st = yaml_get_str(map, "title", &c->title, e)) != ST_OK ||
        (st = yaml_get_str(map, "subtitle", &c->subtitle, e)) != ST_OK ||
        (st = yaml_get_str(map, "note", &c->note, e)) != ST_OK ||
        (st = yaml_get_str(map, "alt", &c->alt, e)) != ST_OK ||
        (st = yaml_get_str(map, "period", &c->period, e)) != ST_OK ||
        (st = yaml_get_str(map, "style", &c->style, e)) != ST_OK ||
        (st = yaml_get_double(map, "width_mm", &c->width_mm, e)) != ST_OK ||
        (st = yaml_get_double(map, "height_mm", &c->height_mm, e)) != ST_OK ||
        (st = yaml_get_strs(a, map, "series", &series, &c->n_series, e)) != ST_OK ||
        (st = yaml_get_strs(a, map, "formats", &formats_asked, &n_formats_asked, e)) != ST_OK ||
        (st = check_chart_type(map, c->type, e)) != ST_OK)
        return st;
    c->series = series;
    for (size_t i = 0; i < n_formats_asked; i++) {
        bool *flag = str_is(formats_asked[i], "svg")   ? &c->svg
                     : str_is(formats_asked[i], "pdf") ? &c->pdf
                     : str_is(formats_asked[i], "png") ? &c->png
                                                       : NULL;
        if (!flag)
            return fail(e, ST_USAGE, yaml_get(map, "formats")->at, "use svg, pdf, png",
                        "'formats' holds an unknown format");
        *flag = true;
    }
    if (c->n_series == 0)
        return fail(e, ST_USAGE, map->at, "add 'series: [...]', see series.csv", "a chart names no series");
    if (!good_stem(c->stem))
        return fail(e, ST_USAGE, map->at, "use lower-case letters, digits and '-'",
                    "a chart needs a 'stem' for its file names");
    return ST_OK;
}

static enum status read_charts(struct arena *a, const struct yaml_node *root, struct job *job, struct err *e)
{
    const struct yaml_node *list = NULL;
    enum status st = yaml_get_list(root, "charts", &list, e);
    job->automatic_charts = !yaml_get(root, "charts");
    if (st != ST_OK || !list)
        return st;
    job->charts = arena_array(a, list->n + 1, sizeof *job->charts);
    if (!job->charts)
        return fail_memory(e);
    for (size_t i = 0; i < list->n && st == ST_OK; i++) {
        st = read_chart(a, &list->items[i], &job->charts[i], e);
        for (size_t j = 0; j < i && st == ST_OK; j++)
            if (str_equal(job->charts[i].stem, job->charts[j].stem))
                st = fail(e, ST_USAGE, list->items[i].at, "give each chart a stem of its own",
                          "two charts have the same stem");
    }
    job->n_charts = list->n;
    return st;
}

static enum status read_report(const struct yaml_node *root, struct job *job, struct err *e)
{
    static const char *const keys[] = { "title" };
    const struct yaml_node *map = NULL;
    job->report_title = job->title;
    enum status st = yaml_get_map(root, "report", &map, e);
    if (st == ST_OK && map && (st = yaml_check_keys(map, keys, COUNT(keys), e)) == ST_OK)
        st = yaml_get_str(map, "title", &job->report_title, e);
    return st;
}

static enum status read_paths(struct arena *a, const struct yaml_node *root, const char *output, struct job *job,
                              struct err *e)
{
    struct str out = STR("taraz-out"), corrections = STR("");
    enum status st;
    if ((st = yaml_get_str(root, "output", &out, e)) != ST_OK ||
        (st = yaml_get_str(root, "corrections", &corrections, e)) != ST_OK)
        return st;
    job->output = output ? output : path_join(a, job->folder, arena_cstr(a, out));
    if (corrections.n > 0)
        job->corrections = path_join(a, job->folder, arena_cstr(a, corrections));
    return arena_failed(a) || !job->output ? fail_memory(e) : ST_OK;
}

enum status job_read(struct arena *a, const char *path, const char *const *sets, size_t n_sets, const char *output,
                     struct job *job, struct faults *faults, struct err *e)
{
    static const char *const keys[] = { "title",   "set",       "sources", "output", "corrections",
                                        "privacy", "reconcile", "trends",  "charts", "report" };
    struct yaml_node root;
    struct settings settings = { .n = 0 };
    *job = (struct job){ .path = path, .folder = path_folder(a, path), .title = path_stem(path) };
    enum status st;
    if ((st = yaml_read(a, path, &root, e)) != ST_OK || (st = yaml_check_keys(&root, keys, COUNT(keys), e)) != ST_OK ||
        (st = read_settings(&root, sets, n_sets, &settings, e)) != ST_OK ||
        (st = fill_settings(a, &settings, &root, e)) != ST_OK ||
        (st = yaml_get_str(&root, "title", &job->title, e)) != ST_OK ||
        (st = read_paths(a, &root, output, job, e)) != ST_OK || (st = read_privacy(&root, &job->privacy, e)) != ST_OK ||
        (st = read_reconcile(a, &root, &job->reconcile, e)) != ST_OK || (st = read_trends(a, &root, job, e)) != ST_OK ||
        (st = read_charts(a, &root, job, e)) != ST_OK || (st = read_report(&root, job, e)) != ST_OK)
        return st;
    return job_sources(a, &root, job->folder, &job->sources, faults, e);
}
