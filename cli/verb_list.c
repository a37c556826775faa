#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/verb.h"
#include "core/file.h"
#include "core/nearest.h"
#include "core/table.h"
#include "core/yaml.h"
#include "etl/source.h"
#include "plots/chart.h"
#include "stats/method.h"
#include "stats/wording.h"

/* Prints the columns `code` and `help` of a table of the data folder. */
static enum status list_table(struct invocation *in, const char *file, const char *code, const char *help,
                              struct err *e)
{
    static const struct table_options options = { .allow_comments = true };
    struct table t;
    size_t c, h;
    const char *path = in->data ? path_join(in->arena, in->data, file) : NULL;
    if (!path)
        return fail(e, ST_SYSTEM, (struct place){ "list", 0, 0 }, "set TARAZ_DATA", "the data folder was not found");
    enum status st = table_read(in->arena, path, &options, &t, NULL, e);
    if (st == ST_OK)
        st = table_column(&t, code, &c, e);
    if (st == ST_OK)
        st = table_column(&t, help, &h, e);
    for (size_t i = 0; st == ST_OK && i < t.n_rows; i++) {
        struct str name = table_cell(&t, i, c), text = table_cell(&t, i, h);
        printf("%-22.*s %.*s\n", (int)name.n, name.p, (int)text.n, text.p);
    }
    return st;
}

static enum status list_indicators(struct invocation *in, struct err *e)
{
    return list_table(in, "indicators.csv", "code", "counts", e);
}

static enum status list_exploitation(struct invocation *in, struct err *e)
{
    return list_table(in, "exploitation.csv", "code", "label", e);
}

static enum status list_countries(struct invocation *in, struct err *e)
{
    return list_table(in, "countries.csv", "alpha3", "name", e);
}

static int compare_names(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The names of layout files, sorted. */
static enum status layout_names(struct invocation *in, const char *folder, struct vec *names, struct err *e)
{
    DIR *open = opendir(folder);
    if (!open)
        return fail_errno(e, folder, "read");
    vec_init(names, in->arena, sizeof(const char *), 10000);
    for (struct dirent *entry; (entry = readdir(open)) != NULL;) {
        const char **name = str_ends(str_of(entry->d_name), ".yaml") ? vec_add(names) : NULL;
        if (name)
            *name = arena_cstr(in->arena, str_of(entry->d_name));
    }
    closedir(open);
    if (arena_failed(in->arena))
        return fail_memory(e);
    vec_sort(names, compare_names);
    return ST_OK;
}

static enum status list_layouts(struct invocation *in, struct err *e)
{
    struct vec names;
    const char *folder = in->data ? path_join(in->arena, in->data, "layouts") : NULL;
    if (!folder)
        return fail(e, ST_SYSTEM, (struct place){ "list", 0, 0 }, "set TARAZ_DATA", "the data folder was not found");
    enum status st = layout_names(in, folder, &names, e);
    for (size_t i = 0; st == ST_OK && i < names.n; i++) {
        const char *name = *VEC_AT(const char *, &names, i);
        struct yaml_node root;
        struct str help = { 0 }, stem = path_stem(name);
        st = yaml_read(in->arena, path_join(in->arena, folder, name), &root, e);
        if (st == ST_OK)
            st = yaml_get_str(&root, "help", &help, e);
        if (st == ST_OK)
            printf("%-28.*s %.*s\n", (int)stem.n, stem.p, (int)help.n, help.n ? help.p : "");
    }
    return st;
}

static enum status list_formats(struct invocation *in, struct err *e)
{
    (void)in, (void)e;
    for (size_t i = 0; i < n_formats; i++)
        printf("%-8s %-16s %s\n", formats[i]->name, formats[i]->extensions, formats[i]->help);
    return ST_OK;
}

/* Paragraph of at most 100 columns, set in by four. */
static void print_wrapped(const char *text)
{
    enum { WIDTH = 96 };
    struct str rest = str_of(text), word;
    size_t column = 0;
    while (str_split_next(&rest, ' ', &word)) {
        bool first = column == 0, fits = column + 1 + word.n <= WIDTH;
        printf("%s%.*s", first ? "    " : fits ? " " : "\n    ", (int)word.n, word.p);
        column = first || !fits ? word.n : column + 1 + word.n;
    }
    printf("\n");
}

static enum status list_methods(struct invocation *in, struct err *e)
{
    (void)in, (void)e;
    for (size_t i = 0; i < n_methods; i++) {
        const struct method *m = methods[i];
        printf("%s", m->name);
        if (m->by_default)
            printf(m->default_n > 1 ? " (by default, from n = %zu)" : " (by default)", m->default_n);
        printf("\n");
        print_wrapped(m->help);
        printf("    Needs %zu point%s or more.%s%s%s\n    Reference: %s.\n", m->least_n, m->least_n == 1 ? "" : "s",
               m->hypothesis ? " Null hypothesis: " : "", m->hypothesis ? m->hypothesis : "", m->hypothesis ? "." : "",
               m->reference);
    }
    return ST_OK;
}

static enum status list_wording(struct invocation *in, struct err *e)
{
    (void)in, (void)e;
    for (size_t i = 0; i < n_wording_rules; i++) {
        printf("When %s:\n", wording_rules[i].when);
        print_wrapped(wording_rules[i].says);
    }
    return ST_OK;
}

static enum status list_charts(struct invocation *in, struct err *e)
{
    (void)in, (void)e;
    for (size_t i = 0; i < n_chart_types; i++)
        printf("%-8s %s\n", chart_types[i]->name, chart_types[i]->help);
    return ST_OK;
}

static enum status list_verbs(struct invocation *in, struct err *e)
{
    (void)in, (void)e;
    for (size_t i = 0; i < n_verbs; i++)
        printf("%-10s %s\n", verbs[i]->name, verbs[i]->summary);
    return ST_OK;
}

static const struct topic {
    const char *name, *help;
    enum status (*print)(struct invocation *in, struct err *e);
} topics[] = {
    { "indicators", "what is counted: codes of the column indicator", list_indicators },
    { "exploitation", "forms of exploitation: codes of the column exploitation", list_exploitation },
    { "countries", "ISO 3166-1 alpha-3 codes and names", list_countries },
    { "layouts", "how known tables and case data are read: --layout and the column layout", list_layouts },
    { "formats", "file formats that are read, by extension", list_formats },
    { "methods", "statistics of trends: --method", list_methods },
    { "wording", "when a summary says what", list_wording },
    { "charts", "types of charts", list_charts },
    { "verbs", "what the program does", list_verbs },
};
enum { N_TOPICS = sizeof topics / sizeof *topics };

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    const char *names[N_TOPICS], *wanted = arguments->n_positional > 0 ? arguments->positional[0] : NULL;
    for (size_t i = 0; i < N_TOPICS; i++) {
        names[i] = topics[i].name;
        if (wanted && strcmp(names[i], wanted) == 0)
            return topics[i].print(in, e);
        if (!wanted)
            printf("%-14s %s\n", topics[i].name, topics[i].help);
    }
    if (!wanted)
        return ST_OK;
    char todo[120] = "see 'taraz list'";
    const char *near = nearest_name(str_of(wanted), names, N_TOPICS);
    if (near)
        snprintf(todo, sizeof todo, "did you mean '%s'?", near);
    return fail(e, ST_USAGE, (struct place){ "list", 0, 0 }, todo, "there is no list of '%s'", wanted);
}

const struct verb verb_list = {
    .name = "list",
    .summary = "List indicators, layouts, methods, charts, formats, countries and verbs.",
    .example = "  taraz list layouts\n  taraz list methods",
    .usage =
        "taraz list [indicators | exploitation | countries | layouts | formats | methods | wording | charts | verbs]",
    .run = run,
};
