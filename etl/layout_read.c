/* Layout files (YAML) into the structs of etl/layout_model.h; every fault names file, line and column. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/nearest.h"
#include "etl/layout_model.h"

const char *const field_names[N_FIELDS] = { "indicator",    "ref_area",     "citizenship", "sex", "age",
                                            "exploitation", "unit_measure", "obs_status",  "time" };

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_kind(const struct yaml_node *n, enum yaml_kind kind) { return n && n->kind == kind; }

/* One of a list of words, as its index. */
static enum status one_of(struct str value, const char *const *words, size_t n, struct place at, size_t *index,
                          struct err *e)
{
    for (*index = 0; *index < n; (*index)++)
        if (str_is(value, words[*index]))
            return ST_OK;
    char todo[160];
    const char *near = nearest_name(value, words, n);
    size_t used = (size_t)snprintf(todo, sizeof todo, "%s", near ? "did you mean " : "use one of");
    if (near)
        snprintf(todo + used, sizeof todo - used, "'%s'?", near);
    for (size_t i = 0; !near && i < n && used < sizeof todo; i++)
        used += (size_t)snprintf(todo + used, sizeof todo - used, " %s", words[i]);
    return fail(e, ST_USAGE, at, todo, "'%.*s' is not known here", (int)(value.n < 80 ? value.n : 80), value.p);
}

static enum status read_map(struct arena *a, const struct layout *l, enum field_name name, const struct yaml_node *node,
                            struct field *f, struct err *e)
{
    const struct yaml_node *map = NULL;
    enum status st = yaml_get_map(node, "map", &map, e);
    if (st != ST_OK || !map)
        return st;
    f->map = arena_array(a, map->n + 1, sizeof *f->map);
    if (!f->map)
        return fail_memory(e);
    for (size_t i = 0; i < map->n && st == ST_OK; i++) {
        if (map->items[i].kind != YAML_SCALAR)
            return fail(e, ST_USAGE, map->items[i].at, "write CELL: CODE", "map wants one code a cell");
        f->map[f->n_map++] = (struct mapping){ map->keys[i].text, map->items[i].text };
        st = codes_check(l->codes, name, map->items[i].text, map->items[i].at, e);
    }
    return st;
}

static enum status read_time_keys(const struct yaml_node *node, struct field *f, struct err *e)
{
    static const char *const pers[] = { "year", "month" };
    struct str format = STR("period"), per = { 0 };
    size_t index = 0;
    enum status st = yaml_get_str(node, "format", &format, e);
    if (st == ST_OK)
        st = one_of(format, cell_time_names, 5, node->at, &index, e);
    f->format = (enum cell_time)index;
    if (st == ST_OK)
        st = yaml_get_str(node, "per", &per, e);
    if (st == ST_OK && per.n > 0) {
        st = one_of(per, pers, COUNT(pers), node->at, &index, e);
        f->per = "AM"[index < 2 ? index : 0];
    }
    return st == ST_OK ? yaml_get_long(node, "clip_days", &f->clip_days, e) : st;
}

/* A constant, or a map that says from which column. */
static enum status read_field(struct arena *a, const struct layout *l, enum field_name name,
                              const struct yaml_node *node, struct field *f, struct err *e)
{
    static const char *const keys[] = {
        "column", "map", "codes", "otherwise", "optional", "format", "per", "clip_days"
    };
    static const char *const otherwise[] = { "fault", "skip", "keep" }, *const lists[] = { "country" };
    *f = (struct field){ .set = true, .at = node->at };
    if (node->kind == YAML_SCALAR) {
        struct date first, last;
        f->constant = node->text;
        if (name == FIELD_TIME && !cell_period(node->text, TIME_YEARS, &first, &last))
            return fail(e, ST_USAGE, node->at, "write 2020 or 2014-2018, or a column",
                        "time is no year or span of years");
        return codes_check(l->codes, name, node->text, node->at, e);
    }
    struct str list = { 0 }, rest = STR("fault");
    size_t index = 0;
    enum status st = yaml_check_keys(node, keys, name == FIELD_TIME ? COUNT(keys) : COUNT(keys) - 3, e);
    if (st == ST_OK)
        st = yaml_get_strs(a, node, "column", &f->columns, &f->n_columns, e);
    if (st == ST_OK && f->n_columns == 0)
        st = fail(e, ST_USAGE, node->at, "add column: NAME", "%s names no column", field_names[name]);
    if (st == ST_OK)
        st = read_map(a, l, name, node, f, e);
    if (st == ST_OK)
        st = yaml_get_str(node, "codes", &list, e);
    if (st == ST_OK && list.n > 0)
        st = one_of(list, lists, COUNT(lists), node->at, &index, e);
    f->countries = list.n > 0;
    if (st == ST_OK)
        st = yaml_get_str(node, "otherwise", &rest, e);
    if (st == ST_OK)
        st = one_of(rest, otherwise, COUNT(otherwise), node->at, &index, e);
    f->otherwise = (enum otherwise)index;
    if (st == ST_OK)
        st = yaml_get_bool(node, "optional", &f->optional, e);
    return st == ST_OK && name == FIELD_TIME ? read_time_keys(node, f, e) : st;
}

static enum status read_fields(struct arena *a, const struct layout *l, const struct yaml_node *map,
                               struct field fields[N_FIELDS], struct err *e)
{
    enum status st = ST_OK;
    for (size_t i = 0; i < N_FIELDS && st == ST_OK; i++) {
        const struct yaml_node *node = yaml_get(map, field_names[i]);
        if (node)
            st = read_field(a, l, (enum field_name)i, node, &fields[i], e);
    }
    return st;
}

static enum status read_conditions(struct arena *a, const struct yaml_node *node, struct figure_rule *rule,
                                   struct err *e)
{
    struct str *texts = NULL;
    size_t n = 0;
    enum status st = yaml_get_strs(a, node, "where", &texts, &n, e);
    struct condition *all = st == ST_OK ? arena_array(a, rule->n_where + n + 1, sizeof *all) : NULL;
    if (st == ST_OK && !all)
        return fail_memory(e);
    for (size_t i = 0; i < rule->n_where && all; i++)
        all[i] = rule->where[i];
    for (size_t i = 0; i < n && st == ST_OK; i++) {
        const char *text = arena_cstr(a, texts[i]);
        struct err bad;
        st = text ? condition_parse(a, text, &all[rule->n_where + i], &bad) : fail_memory(e);
        if (text && st != ST_OK)
            st = fail(e, st, yaml_get(node, "where")->at, bad.todo, "%s", bad.what);
    }
    if (st == ST_OK) {
        rule->where = all;
        rule->n_where += n;
    }
    return st;
}

static enum status read_value(struct arena *a, const struct yaml_node *node, struct figure_rule *rule, struct err *e)
{
    static const char *const keys[] = { "columns" }, *const kinds[] = { "years" };
    const struct yaml_node *value = yaml_get(node, "value");
    struct str columns = { 0 };
    size_t index;
    if (!is_kind(value, YAML_MAP))
        return yaml_get_strs(a, node, "value", &rule->value, &rule->n_value, e);
    enum status st = yaml_check_keys(value, keys, COUNT(keys), e);
    if (st == ST_OK)
        st = yaml_get_str(value, "columns", &columns, e);
    if (st == ST_OK)
        st = one_of(columns, kinds, COUNT(kinds), value->at, &index, e);
    rule->year_columns = true;
    return st;
}

/* What stands both at the top (for all figures) and in one rule (for it alone). */
static enum status read_rule_keys(struct arena *a, const struct layout *l, const struct yaml_node *node,
                                  struct figure_rule *rule, struct err *e)
{
    static const char *const qualifiers[] = { "exact", "about", "at_least", "at_most" };
    size_t index;
    enum status st = read_fields(a, l, node, rule->fields, e);
    if (st == ST_OK)
        st = read_conditions(a, node, rule, e);
    if (st == ST_OK)
        st = read_value(a, node, rule, e);
    if (st == ST_OK)
        st = yaml_get_str(node, "sum", &rule->sum, e);
    if (st == ST_OK)
        st = yaml_get_str(node, "qualifier", &rule->qualifier, e);
    return st == ST_OK ? one_of(rule->qualifier, qualifiers, COUNT(qualifiers), node->at, &index, e) : st;
}

static enum status check_rule(const struct layout *l, const struct figure_rule *rule, struct err *e)
{
    if (!rule->fields[FIELD_INDICATOR].set)
        return fail(e, ST_USAGE, rule->at, "add it here or above figures", "a figure lacks indicator");
    if (!rule->fields[FIELD_TIME].set && !rule->year_columns)
        return fail(e, ST_USAGE, rule->at, "add it here or above figures", "a figure lacks time");
    if (!l->cases && rule->n_value == 0 && !rule->year_columns)
        return fail(e, ST_USAGE, rule->at, "add value: COLUMN", "a figure of a table lacks its value");
    if (l->cases && (rule->n_value > 0 || rule->year_columns))
        return fail(e, ST_USAGE, rule->at, "use sum: COLUMN, or nothing to count rows",
                    "figures of case data have no value column");
    return ST_OK;
}

static enum status read_rules(struct arena *a, const struct yaml_node *root, const struct figure_rule *common,
                              struct layout *l, struct err *e)
{
    static const char *const keys[] = { "where",        "value",       "sum", "qualifier", "indicator",
                                        "ref_area",     "citizenship", "sex", "age",       "exploitation",
                                        "unit_measure", "obs_status",  "time" };
    const struct yaml_node *list = NULL;
    enum status st = yaml_get_list(root, "figures", &list, e);
    if (st == ST_OK && (!list || list->n == 0))
        st = fail(e, ST_USAGE, root->at, "add figures: and what each row states", "the layout reads no figure");
    if (st != ST_OK)
        return st;
    l->rules = arena_array(a, list->n, sizeof *l->rules);
    if (!l->rules)
        return fail_memory(e);
    for (size_t i = 0; i < list->n && st == ST_OK; i++) {
        struct figure_rule *rule = &l->rules[l->n_rules++];
        *rule = *common;
        rule->at = list->items[i].at;
        if (list->items[i].kind != YAML_MAP)
            return fail(e, ST_USAGE, rule->at, "write indicator: CODE and the rest under it",
                        "a figure is no map of keys");
        st = yaml_check_keys(&list->items[i], keys, COUNT(keys), e);
        if (st == ST_OK)
            st = read_rule_keys(a, l, &list->items[i], rule, e);
        if (st == ST_OK)
            st = check_rule(l, rule, e);
    }
    return st;
}

static enum status read_suppressed(struct arena *a, const struct yaml_node *root, struct layout *l, struct err *e)
{
    const struct yaml_node *map = NULL;
    enum status st = yaml_get_map(root, "suppressed", &map, e);
    if (st != ST_OK || !map)
        return st;
    l->suppressed = arena_array(a, map->n + 1, sizeof *l->suppressed);
    if (!l->suppressed)
        return fail_memory(e);
    for (size_t i = 0; i < map->n; i++) {
        struct suppressed *s = &l->suppressed[l->n_suppressed++];
        const struct yaml_node *ends = &map->items[i];
        s->cell = map->keys[i].text;
        if (ends->kind != YAML_LIST || ends->n != 2 || !str_to_double(ends->items[0].text, &s->low) ||
            !str_to_double(ends->items[1].text, &s->high) || s->low > s->high)
            return fail(e, ST_USAGE, ends->at, "write it as \"<5\": [0, 4]", "a suppressed cell wants its two ends");
    }
    return ST_OK;
}

static enum status one_character(const struct yaml_node *root, const char *key, char *out, struct err *e)
{
    struct str text = { 0 };
    enum status st = yaml_get_str(root, key, &text, e);
    if (st == ST_OK && str_is(text, "tab"))
        text = STR("\t");
    if (st == ST_OK && text.n > 1)
        st = fail(e, ST_USAGE, yaml_get(root, key)->at, "give one character in quotes, or tab", "%s is no character",
                  key);
    *out = st == ST_OK && text.n == 1 ? text.p[0] : 0;
    return st;
}

static enum status read_reading(struct arena *a, const struct yaml_node *root, struct layout *l, struct err *e)
{
    static const char *const encodings[] = { "utf-8", "windows-1252", "macintosh" };
    struct str sheet = { 0 }, encoding = { 0 };
    long skip = 0;
    size_t index = 0;
    enum status st = yaml_get_str(root, "sheet", &sheet, e);
    if (st == ST_OK)
        st = yaml_get_str(root, "encoding", &encoding, e);
    if (st == ST_OK && encoding.n > 0) {
        st = one_of(encoding, encodings, COUNT(encodings), yaml_get(root, "encoding")->at, &index, e);
        l->reading.encoding = index < COUNT(encodings) ? encodings[index] : NULL;
    }
    if (st == ST_OK && sheet.n > 0 && !(l->reading.sheet = arena_cstr(a, sheet)))
        st = fail_memory(e);
    if (st == ST_OK)
        st = yaml_get_long(root, "skip_rows", &skip, e);
    if (st == ST_OK && skip < 0)
        st = fail(e, ST_USAGE, yaml_get(root, "skip_rows")->at, "give the number of rows before the header",
                  "skip_rows is negative");
    l->reading.options.skip_rows = (size_t)skip;
    if (st == ST_OK)
        st = one_character(root, "delimiter", &l->reading.options.csv.delimiter, e);
    return st == ST_OK ? one_character(root, "thousands", &l->thousands, e) : st;
}

enum status layout_parse(struct arena *a, const struct yaml_node *root, const char *name, struct layout *l,
                         struct err *e)
{
    static const char *const keys[] = { "help",         "kind",         "sheet",        "encoding",    "delimiter",
                                        "skip_rows",    "thousands",    "missing",      "suppressed",  "greatest",
                                        "greatest_why", "figures",      "where",        "value",       "sum",
                                        "qualifier",    "indicator",    "ref_area",     "citizenship", "sex",
                                        "age",          "exploitation", "unit_measure", "obs_status",  "time" };
    static const char *const kinds[] = { "table", "cases" };
    struct str kind = { 0 };
    size_t index = 0;
    l->name = arena_copy(a, str_of(name));
    l->file = root->at.file;
    l->greatest = INFINITY;
    struct figure_rule common = { .qualifier = STR("exact") };
    if (root->kind != YAML_MAP)
        return fail(e, ST_USAGE, root->at, "see data/README.md", "a layout is a map of keys");
    enum status st = yaml_check_keys(root, keys, COUNT(keys), e);
    if (st == ST_OK)
        st = yaml_get_str(root, "kind", &kind, e);
    if (st == ST_OK)
        st = one_of(kind, kinds, COUNT(kinds), root->at, &index, e);
    l->cases = index == 1;
    if (st == ST_OK)
        st = read_reading(a, root, l, e);
    if (st == ST_OK)
        st = yaml_get_strs(a, root, "missing", &l->missing, &l->n_missing, e);
    if (st == ST_OK)
        st = read_suppressed(a, root, l, e);
    if (st == ST_OK)
        st = yaml_get_double(root, "greatest", &l->greatest, e);
    if (st == ST_OK)
        st = yaml_get_str(root, "greatest_why", &l->greatest_why, e);
    if (st == ST_OK)
        st = read_rule_keys(a, l, root, &common, e);
    return st == ST_OK ? read_rules(a, root, &common, l, e) : st;
}
