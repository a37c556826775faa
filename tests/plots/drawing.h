/* Small tables and a scratch folder for the tests that draw. */
#ifndef TARAZ_TESTS_PLOTS_DRAWING_H
#define TARAZ_TESTS_PLOTS_DRAWING_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/file.h"
#include "core/process.h"
#include "core/schema.h"
#include "plots/chart.h"

struct drawing {
    struct arena *arena;
    struct vec sources, figures, series, trends;
    struct chart_data data;
    const char *folder; /* removed by drawing_end */
    struct err e;
};

static inline bool drawing_parse(struct drawing *d, const struct schema *s, const char *csv, struct vec *out)
{
    vec_init(out, d->arena, s->record_size, 1);
    return !csv || records_parse(d->arena, s, str_of(csv), s->name, out, NULL, &d->e) == ST_OK;
}

/* False when something in the set-up failed. NULL: an empty table. */
static inline bool drawing_begin(struct drawing *d, const char *sources, const char *figures, const char *series,
                                 const char *trends)
{
    static char template[] = "/tmp/taraz-plots-XXXXXX";
    *d = (struct drawing){ .arena = arena_new(0) };
    memcpy(template + sizeof template - 7, "XXXXXX", 6);
    d->folder = mkdtemp(template);
    d->data = (struct chart_data){ &d->sources, &d->figures, &d->series, &d->trends, NULL };
    return d->arena && d->folder && data_folder(d->arena, &d->data.data_folder, &d->e) == ST_OK &&
           drawing_parse(d, &schema_sources, sources, &d->sources) &&
           drawing_parse(d, &schema_figures, figures, &d->figures) &&
           drawing_parse(d, &schema_series, series, &d->series) && drawing_parse(d, &schema_trends, trends, &d->trends);
}

static inline void drawing_end(struct drawing *d)
{
    const char *argv[] = { "rm", "-rf", d->folder, NULL };
    struct process_result result;
    if (d->folder && process_run(&(struct process){ .argv = argv }, &result, &d->e) == ST_OK)
        process_result_free(&result);
    arena_free(d->arena);
}

static inline struct str drawing_file(struct drawing *d, const char *name)
{
    struct str text = { "", 0 };
    const char *path = path_join(d->arena, d->folder, name);
    return path && file_read(d->arena, path, 0, &text, &d->e) == ST_OK ? text : (struct str){ "", 0 };
}

/* Whether xmllint finds the file well formed; true where there is no xmllint. */
static inline bool drawing_is_xml(struct drawing *d, const char *name)
{
    const char *argv[] = { "xmllint", "--noout", path_join(d->arena, d->folder, name), NULL };
    struct process_result result;
    if (!process_is_there("xmllint"))
        return true;
    if (process_run(&(struct process){ .argv = argv }, &result, &d->e) != ST_OK)
        return false;
    bool good = result.exit_status == 0;
    process_result_free(&result);
    return good;
}

#endif
