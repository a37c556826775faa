/* YAML documents (libyaml) as a tree that knows where each value stood.
 *
 * Scalars stay text: `NO` is Norway, `2020` is a string until a caller asks
 * for a number. Anchors, aliases and merge keys are refused; depth and size
 * are limited. Duplicate keys are an error.
 */
#ifndef TARAZ_CORE_YAML_H
#define TARAZ_CORE_YAML_H

#include "core/arena.h"
#include "core/err.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
    enum yaml_kind kind;
    struct str text; /* YAML_SCALAR; as written, unquoted */
    bool quoted;     /* YAML_SCALAR: was in quotes or a block */
    struct place at;
    size_t n;                /* children of a list or map */
    struct yaml_node *items; /* YAML_LIST: values; YAML_MAP: values, parallel to keys */
    struct yaml_node *keys;  /* YAML_MAP: scalars */
};

enum status yaml_parse(struct arena *a, struct str text, const char *file, struct yaml_node *root, struct err *e);
enum status yaml_read(struct arena *a, const char *path, struct yaml_node *root, struct err *e);

/* NULL when the key is not there. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);

/* Refuses keys that are not in the list, with the nearest right one. */
enum status yaml_check_keys(const struct yaml_node *map, const char *const *known, size_t n, struct err *e);

/* Typed access, each answering a wrong type with file:line:column. A missing
 * key leaves *out as it was. null, ~ and an empty scalar count as missing. */
enum status yaml_get_str(const struct yaml_node *map, const char *key, struct str *out, struct err *e);
enum status yaml_get_double(const struct yaml_node *map, const char *key, double *out, struct err *e);
enum status yaml_get_long(const struct yaml_node *map, const char *key, long *out, struct err *e);
enum status yaml_get_bool(const struct yaml_node *map, const char *key, bool *out,
                          struct err *e); /* true, false, yes, no, on, off */
/* A list of scalars, or one scalar as a list of one. */
enum status yaml_get_strs(struct arena *a, const struct yaml_node *map, const char *key, struct str **out, size_t *n,
                          struct err *e);
enum status yaml_get_map(const struct yaml_node *map, const char *key, const struct yaml_node **out, struct err *e);
enum status yaml_get_list(const struct yaml_node *map, const char *key, const struct yaml_node **out, struct err *e);

#endif
