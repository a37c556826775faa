#include "cli/job_sources.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/file.h"

enum { SOURCES_LIMIT = 1000000 };

static enum status add(struct vec *out, const struct source *s, struct err *e)
{
    struct source *kept = vec_add(out);
    if (!kept)
        return fail_memory(e);
    *kept = *s;
    return ST_OK;
}

static int by_id_then_place(const void *x, const void *y)
{
    const struct source *const *a = x, *const *b = y;
    int order = str_compare((*a)->record.source_id, (*b)->record.source_id);
    return order != 0 ? order : (*a > *b) - (*a < *b);
}

/* Of sources with one id the first stays; each other is a fault. */
static enum status drop_twins(struct arena *a, struct vec *sources, struct faults *faults, struct err *e)
{
    const struct source **sorted = arena_array(a, sources->n + 1, sizeof *sorted);
    bool *drop = arena_array(a, sources->n + 1, sizeof *drop);
    if (!sorted || !drop)
        return fail_memory(e);
    struct source *all = sources->items;
    for (size_t i = 0; i < sources->n; i++)
        sorted[i] = &all[i];
    qsort(sorted, sources->n, sizeof *sorted, by_id_then_place);
    for (size_t i = 1; i < sources->n; i++)
        drop[sorted[i] - all] = str_equal(sorted[i]->record.source_id, sorted[i - 1]->record.source_id);
    size_t kept = 0;
    for (size_t i = 0; i < sources->n; i++) {
        if (!drop[i]) {
            all[kept++] = all[i];
            continue;
        }
        struct str id = all[i].record.source_id;
        struct err twice;
        fail(&twice, ST_INPUT, (struct place){ all[i].path, 0, 0 },
             "give each source an id of its own; this one was left out", "the source id '%.*s' stands twice",
             (int)(id.n < 80 ? id.n : 80), id.p);
        faults_add(faults, &twice);
    }
    sources->n = kept;
    return ST_OK;
}

static enum status add_table(struct arena *a, const char *path, struct vec *out, struct faults *faults, struct err *e)
{
    enum status st = sources_read(a, path, out, faults, e);
    if (st == ST_INPUT) { /* the job's other sources are still read */
        faults_add(faults, e);
        *e = (struct err){ .status = ST_OK };
        st = ST_OK;
    }
    return st;
}

static int by_name(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

/* Every file of a known format in one folder, by name; other files are passed over. */
static enum status add_folder(struct arena *a, const char *path, struct vec *out, struct err *e)
{
    DIR *folder = opendir(path);
    if (!folder)
        return fail_errno(e, path, "read the folder");
    struct vec names;
    vec_init(&names, a, sizeof(const char *), SOURCES_LIMIT);
    enum status st = ST_OK;
    for (struct dirent *entry; st == ST_OK && (entry = readdir(folder)) != NULL;) {
        const char *file = path_join(a, path, entry->d_name);
        struct stat info;
        if (entry->d_name[0] == '.' || !file || stat(file, &info) != 0 || !S_ISREG(info.st_mode) || !format_for(file))
            continue;
        const char **name = vec_add(&names);
        if (name)
            *name = file;
        else
            st = fail_memory(e);
    }
    closedir(folder);
    if (names.n > 0)
        qsort(names.items, names.n, sizeof(const char *), by_name);
    for (size_t i = 0; i < names.n && st == ST_OK; i++) {
        struct source s;
        st = source_of_file(a, *VEC_AT(const char *, &names, i), &s, e);
        if (st == ST_OK)
            st = add(out, &s, e);
    }
    return st;
}

static enum status add_path(struct arena *a, const char *path, struct vec *out, struct faults *faults, struct err *e)
{
    struct stat info;
    if (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
        return add_folder(a, path, out, e);
    struct str base = path_base(path);
    if (str_is(base, "sources.csv") || str_ends(base, ".sources.csv"))
        return add_table(a, path, out, faults, e);
    struct source s;
    enum status st = source_of_file(a, path, &s, e);
    return st == ST_OK ? add(out, &s, e) : st;
}

/* A source written out in the job: the columns of sources.csv as keys. */
static enum status add_map(struct arena *a, const struct yaml_node *map, const char *folder, struct vec *out,
                           struct err *e)
{
    const char *keys[32];
    size_t n = 0;
    for (size_t i = 0; i < schema_sources.n_columns && n < 32; i++)
        keys[n++] = schema_sources.columns[i].name;
    struct str file = STR("");
    enum status st = yaml_check_keys(map, keys, n, e);
    if (st == ST_OK)
        st = yaml_get_str(map, "file", &file, e);
    if (st == ST_OK && file.n == 0)
        st = fail(e, ST_USAGE, map->at, "add 'file: ...'", "a source names no file");
    struct source s;
    if (st == ST_OK) {
        const char *path = path_join(a, folder, arena_cstr(a, file));
        st = path ? source_of_file(a, path, &s, e) : fail_memory(e);
    }
    for (size_t i = 0; i < map->n && st == ST_OK; i++) {
        const struct column *c = schema_column(&schema_sources, map->keys[i].text);
        if (map->items[i].kind != YAML_SCALAR)
            st = fail(e, ST_USAGE, map->items[i].at, "write one value", "'%s' must be one text", c->name);
        else
            st = record_set(c, &s.record, map->items[i].text, map->items[i].at, e);
    }
    return st == ST_OK ? add(out, &s, e) : st;
}

enum status job_sources(struct arena *a, const struct yaml_node *root, const char *folder, struct vec *out,
                        struct faults *faults, struct err *e)
{
    const struct yaml_node *list = yaml_get(root, "sources");
    vec_init(out, a, sizeof(struct source), SOURCES_LIMIT);
    if (!list)
        return fail(e, ST_USAGE, root->at, "add 'sources: [sources.csv]'", "the job names no sources");
    size_t n = list->kind == YAML_LIST ? list->n : 1;
    enum status st = ST_OK;
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        const struct yaml_node *item = list->kind == YAML_LIST ? &list->items[i] : list;
        if (item->kind == YAML_MAP) {
            st = add_map(a, item, folder, out, e);
        } else if (item->kind == YAML_SCALAR) {
            const char *path = path_join(a, folder, arena_cstr(a, item->text));
            st = path ? add_path(a, path, out, faults, e) : fail_memory(e);
        } else {
            st = fail(e, ST_USAGE, item->at, "write a path or 'file: ...'", "a source cannot be a list");
        }
    }
    return st == ST_OK ? drop_twins(a, out, faults, e) : st;
}
