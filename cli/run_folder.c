#include "cli/run_folder.h"

#include "core/file.h"

struct wanted {
    const struct schema *schema;
    const char *given, *name;
    struct vec *out;
    bool required;
};

static enum status load(struct arena *a, const struct wanted *w, const char *folder, struct faults *faults,
                        struct err *e)
{
    const char *path = w->given ? w->given : path_join(a, folder, w->name);
    if (!path)
        return fail_memory(e);
    vec_init(w->out, a, w->schema->record_size, 1);
    if (!w->given && !w->required && !file_exists(path))
        return ST_OK;
    return records_read(a, w->schema, path, w->out, faults, e);
}

enum status run_tables_load(struct arena *a, const struct run_paths *paths, struct run_tables *out,
                            struct faults *faults, struct err *e)
{
    const char *folder = paths->folder ? paths->folder : ".";
    const struct wanted all[] = {
        { &schema_sources, paths->sources, "sources.csv", &out->sources, false },
        { &schema_figures, paths->figures, "figures.csv", &out->figures, false },
        { &schema_series, paths->series, "series.csv", &out->series, true },
        { &schema_trends, paths->trends, "trends.csv", &out->trends, false },
        { &schema_conflicts, NULL, "conflicts.csv", &out->conflicts, false },
    };
    enum status st = ST_OK;
    for (size_t i = 0; i < sizeof all / sizeof *all && st == ST_OK; i++)
        st = load(a, &all[i], folder, faults, e);
    return st;
}

struct chart_data run_chart_data(const struct run_tables *t, const char *data_folder)
{
    return (struct chart_data){ &t->sources, &t->figures, &t->series, &t->trends, data_folder };
}
