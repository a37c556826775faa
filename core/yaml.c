#include "core/yaml.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "core/file.h"
#include "core/nearest.h"

enum { DEPTH_LIMIT = 32, NODE_LIMIT = 200000, TEXT_LIMIT = 16 << 20 };

struct reading {
    yaml_parser_t parser;
    struct arena *arena;
    const char *file;
    size_t nodes;
    struct err *err;
};

static struct place place_of(const struct reading *r, yaml_mark_t mark)
{
    return (struct place){ r->file, (long)mark.line + 1, (long)mark.column + 1 };
}

static enum status next_event(struct reading *r, yaml_event_t *event)
{
    if (yaml_parser_parse(&r->parser, event))
        return ST_OK;
    if (r->parser.error == YAML_MEMORY_ERROR)
        return fail_memory(r->err);
    const char *problem = r->parser.problem ? r->parser.problem : "cannot be read";
    yaml_mark_t mark = r->parser.problem_mark;
    if (r->parser.error == YAML_READER_ERROR)
        mark = r->parser.mark;
    return fail(r->err, ST_USAGE, place_of(r, mark), "check the indentation, quotes and colons (no tabs)", "%s",
                problem);
}

static enum status read_node(struct reading *r, yaml_event_t *event, size_t depth, struct yaml_node *out);

static enum status read_scalar(struct reading *r, yaml_event_t *event, struct yaml_node *out)
{
    out->kind = YAML_SCALAR;
    out->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    out->text = arena_copy(r->arena, (struct str){ (const char *)event->data.scalar.value, event->data.scalar.length });
    return out->text.p ? ST_OK : fail_memory(r->err);
}

static enum status read_list(struct reading *r, size_t depth, struct yaml_node *out)
{
    struct vec items;
    vec_init(&items, r->arena, sizeof(struct yaml_node), NODE_LIMIT);
    out->kind = YAML_LIST;
    for (;;) {
        yaml_event_t event;
        enum status st = next_event(r, &event);
        if (st != ST_OK)
            return st;
        if (event.type == YAML_SEQUENCE_END_EVENT) {
            yaml_event_delete(&event);
            break;
        }
        struct yaml_node *item = vec_add(&items);
        st = item ? read_node(r, &event, depth + 1, item) : fail_memory(r->err);
        yaml_event_delete(&event);
        if (st != ST_OK)
            return st;
    }
    out->items = items.items;
    out->n = items.n;
    return ST_OK;
}

static enum status check_new_key(struct reading *r, const struct vec *keys, const struct yaml_node *key)
{
    if (key->kind != YAML_SCALAR)
        return fail(r->err, ST_USAGE, key->at, "use a plain word as the key", "a key is not a word");
    for (size_t i = 0; i + 1 < keys->n; i++)
        if (str_equal(VEC_AT(struct yaml_node, keys, i)->text, key->text))
            return fail(r->err, ST_USAGE, key->at, "keep one of the two", "the key '%.*s' stands twice",
                        (int)key->text.n, key->text.p);
    return ST_OK;
}

static enum status read_map(struct reading *r, size_t depth, struct yaml_node *out)
{
    struct vec keys, items;
    vec_init(&keys, r->arena, sizeof(struct yaml_node), NODE_LIMIT);
    vec_init(&items, r->arena, sizeof(struct yaml_node), NODE_LIMIT);
    out->kind = YAML_MAP;
    for (;;) {
        yaml_event_t event;
        enum status st = next_event(r, &event);
        if (st != ST_OK)
            return st;
        if (event.type == YAML_MAPPING_END_EVENT) {
            yaml_event_delete(&event);
            break;
        }
        bool value = keys.n > items.n;
        struct yaml_node *node = vec_add(value ? &items : &keys);
        st = node ? read_node(r, &event, depth + 1, node) : fail_memory(r->err);
        yaml_event_delete(&event);
        if (st == ST_OK && !value)
            st = check_new_key(r, &keys, node);
        if (st != ST_OK)
            return st;
    }
    out->keys = keys.items;
    out->items = items.items;
    out->n = items.n;
    return ST_OK;
}

static enum status read_node(struct reading *r, yaml_event_t *event, size_t depth, struct yaml_node *out)
{
    *out = (struct yaml_node){ .at = place_of(r, event->start_mark) };
    if (depth > DEPTH_LIMIT || ++r->nodes > NODE_LIMIT)
        return fail(r->err, ST_USAGE, out->at, "make it flatter or shorter", "is nested too deep or too long");
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return read_scalar(r, event, out);
    case YAML_SEQUENCE_START_EVENT:
        return read_list(r, depth, out);
    case YAML_MAPPING_START_EVENT:
        return read_map(r, depth, out);
    default:
        return fail(r->err, ST_USAGE, out->at, "write the value out", "anchors and aliases are not used here");
    }
}

static enum status read_document(struct reading *r, struct yaml_node *root)
{
    bool seen = false;
    for (;;) {
        yaml_event_t event;
        enum status st = next_event(r, &event);
        if (st != ST_OK)
            return st;
        yaml_event_type_t type = event.type;
        bool content = type == YAML_SCALAR_EVENT || type == YAML_SEQUENCE_START_EVENT ||
                       type == YAML_MAPPING_START_EVENT || type == YAML_ALIAS_EVENT;
        if (content && seen)
            st = fail(r->err, ST_USAGE, place_of(r, event.start_mark), "keep one document a file",
                      "a second document starts");
        else if (content)
            st = read_node(r, &event, 0, root);
        seen = seen || content;
        yaml_event_delete(&event);
        if (st != ST_OK || type == YAML_STREAM_END_EVENT)
            break;
        if (type == YAML_NO_EVENT)
            break;
    }
    if (r->err->status != ST_OK)
        return r->err->status;
    if (!seen)
        return fail(r->err, ST_USAGE, (struct place){ r->file, 0, 0 }, "write at least one key", "is empty");
    return ST_OK;
}

enum status yaml_parse(struct arena *a, struct str text, const char *file, struct yaml_node *root, struct err *e)
{
    struct reading r = { .arena = a, .file = arena_cstr(a, str_of(file)), .err = e };
    *e = (struct err){ .status = ST_OK };
    if (text.n > TEXT_LIMIT)
        return fail(e, ST_USAGE, (struct place){ file, 0, 0 }, "split it", "holds more than 16 MiB");
    if (!r.file || !yaml_parser_initialize(&r.parser))
        return fail_memory(e);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)text.p, text.n);
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    enum status st = read_document(&r, root);
    yaml_parser_delete(&r.parser);
    return st;
}

enum status yaml_read(struct arena *a, const char *path, struct yaml_node *root, struct err *e)
{
    struct str text;
    enum status st = file_read(a, path, TEXT_LIMIT, &text, e);
    return st == ST_OK ? yaml_parse(a, text, path, root, e) : st;
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
    if (!map || map->kind != YAML_MAP)
        return NULL;
    for (size_t i = 0; i < map->n; i++)
        if (str_is(map->keys[i].text, key))
            return &map->items[i];
    return NULL;
}

enum status yaml_check_keys(const struct yaml_node *map, const char *const *known, size_t n, struct err *e)
{
    if (map->kind != YAML_MAP)
        return fail(e, ST_USAGE, map->at, "write it as 'key: value' lines", "keys and values are expected here");
    for (size_t i = 0; i < map->n; i++) {
        struct str key = map->keys[i].text;
        bool found = false;
        for (size_t j = 0; j < n && !found; j++)
            found = str_is(key, known[j]);
        if (found)
            continue;
        char todo[200] = "remove it or see the manual for the known keys";
        const char *near = nearest_name(key, known, n);
        if (near)
            snprintf(todo, sizeof todo, "did you mean '%s'?", near);
        return fail(e, ST_USAGE, map->keys[i].at, todo, "unknown key '%.*s'", (int)(key.n < 80 ? key.n : 80), key.p);
    }
    return ST_OK;
}

static bool is_null(const struct yaml_node *node)
{
    return node->kind == YAML_SCALAR && !node->quoted &&
           (node->text.n == 0 || str_is(node->text, "~") || str_is(node->text, "null"));
}

/* The scalar under a key; NULL with ST_OK when missing. */
static enum status get_scalar(const struct yaml_node *map, const char *key, const char *wanted,
                              const struct yaml_node **out, struct err *e)
{
    const struct yaml_node *node = yaml_get(map, key);
    *out = NULL;
    if (!node || is_null(node))
        return ST_OK;
    if (node->kind != YAML_SCALAR)
        return fail(e, ST_USAGE, node->at, "write one value behind the colon", "'%s' must be %s", key, wanted);
    *out = node;
    return ST_OK;
}

static enum status wrong_type(const struct yaml_node *node, const char *key, const char *wanted, struct err *e)
{
    return fail(e, ST_USAGE, node->at, "correct the value", "'%s' must be %s, not '%.*s'", key, wanted,
                (int)(node->text.n < 80 ? node->text.n : 80), node->text.p);
}

enum status yaml_get_str(const struct yaml_node *map, const char *key, struct str *out, struct err *e)
{
    const struct yaml_node *node;
    enum status st = get_scalar(map, key, "one text", &node, e);
    if (node)
        *out = node->text;
    return st;
}

enum status yaml_get_double(const struct yaml_node *map, const char *key, double *out, struct err *e)
{
    const struct yaml_node *node;
    enum status st = get_scalar(map, key, "a number", &node, e);
    if (node && !str_to_double(node->text, out))
        return wrong_type(node, key, "a number", e);
    return st;
}

enum status yaml_get_long(const struct yaml_node *map, const char *key, long *out, struct err *e)
{
    const struct yaml_node *node;
    enum status st = get_scalar(map, key, "a whole number", &node, e);
    if (node && !str_to_long(node->text, out))
        return wrong_type(node, key, "a whole number", e);
    return st;
}

enum status yaml_get_bool(const struct yaml_node *map, const char *key, bool *out, struct err *e)
{
    static const char *const yes[] = { "true", "yes", "on" }, *const no[] = { "false", "no", "off" };
    const struct yaml_node *node;
    enum status st = get_scalar(map, key, "true or false", &node, e);
    if (!node)
        return st;
    for (size_t i = 0; i < 3; i++) {
        if (str_equal_nocase(node->text, str_of(yes[i]))) {
            *out = true;
            return ST_OK;
        }
        if (str_equal_nocase(node->text, str_of(no[i]))) {
            *out = false;
            return ST_OK;
        }
    }
    return wrong_type(node, key, "true or false", e);
}

enum status yaml_get_strs(struct arena *a, const struct yaml_node *map, const char *key, struct str **out, size_t *n,
                          struct err *e)
{
    const struct yaml_node *node = yaml_get(map, key);
    if (!node || is_null(node))
        return ST_OK;
    if (node->kind == YAML_MAP)
        return fail(e, ST_USAGE, node->at, "write it as [a, b]", "'%s' must be a list", key);
    size_t count = node->kind == YAML_LIST ? node->n : 1;
    struct str *list = arena_array(a, count ? count : 1, sizeof *list);
    if (!list)
        return fail_memory(e);
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *item = node->kind == YAML_LIST ? &node->items[i] : node;
        if (item->kind != YAML_SCALAR)
            return fail(e, ST_USAGE, item->at, "write one value", "'%s' must be a list of single values", key);
        list[i] = item->text;
    }
    *out = list;
    *n = count;
    return ST_OK;
}

static enum status get_kind(const struct yaml_node *map, const char *key, enum yaml_kind kind, const char *wanted,
                            const struct yaml_node **out, struct err *e)
{
    const struct yaml_node *node = yaml_get(map, key);
    if (!node || is_null(node))
        return ST_OK;
    if (node->kind != kind)
        return fail(e, ST_USAGE, node->at, "indent its parts under it", "'%s' must be %s", key, wanted);
    *out = node;
    return ST_OK;
}

enum status yaml_get_map(const struct yaml_node *map, const char *key, const struct yaml_node **out, struct err *e)
{
    return get_kind(map, key, YAML_MAP, "keys and values", out, e);
}

enum status yaml_get_list(const struct yaml_node *map, const char *key, const struct yaml_node **out, struct err *e)
{
    return get_kind(map, key, YAML_LIST, "a list", out, e);
}
