#include "etl/html_rules.h"

#include <string.h>

#include "core/file.h"
#include "core/table.h"

struct rule {
    enum { RULE_TAG, RULE_TAG_OUTSIDE, RULE_WORD } where;
    struct str what; /* words: parted and surrounded by blanks */
};

struct html_rules {
    struct vec rules; /* of struct rule */
};

enum { ATTRIBUTE_LIMIT = 2000 }; /* bytes of an attribute that are looked at */

static enum status add_rule(struct arena *a, struct html_rules *rules, const struct table *t, size_t row, size_t where,
                            size_t what, struct err *e)
{
    struct str kind = table_cell(t, row, where);
    struct rule *rule = vec_add(&rules->rules);
    if (!rule)
        return fail_memory(e);
    if (str_is(kind, "word"))
        rule->where = RULE_WORD;
    else if (str_is(kind, "tag_outside"))
        rule->where = RULE_TAG_OUTSIDE;
    else if (str_is(kind, "tag"))
        rule->where = RULE_TAG;
    else
        return fail(e, ST_INPUT, table_place(t, row), "use tag, tag_outside or word",
                    "column where holds no such kind");
    rule->what = rule->where == RULE_WORD
                     ? arena_printf(a, " %.*s ", (int)table_cell(t, row, what).n, table_cell(t, row, what).p)
                     : table_cell(t, row, what);
    return rule->what.p ? ST_OK : fail_memory(e);
}

enum status html_rules_load(struct arena *a, struct html_rules **out, struct err *e)
{
    const char *folder;
    struct table t;
    size_t where, what;
    const struct table_options options = { .allow_comments = true };
    enum status st = data_folder(a, &folder, e);
    if (st != ST_OK)
        return st;
    const char *path = path_join(a, folder, "html_boilerplate.csv");
    *out = arena_alloc(a, sizeof **out);
    if (!*out || !path)
        return fail_memory(e);
    st = table_read(a, path, &options, &t, NULL, e);
    if (st == ST_OK)
        st = table_column(&t, "where", &where, e);
    if (st == ST_OK)
        st = table_column(&t, "what", &what, e);
    if (st != ST_OK)
        return st;
    vec_init(&(*out)->rules, a, sizeof(struct rule), t.n_rows + 1);
    for (size_t i = 0; i < t.n_rows && st == ST_OK; i++)
        st = add_rule(a, *out, &t, i, where, what, e);
    return st;
}

bool html_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

size_t html_text_length(const xmlNode *element) { return (size_t)element->_private; }

static size_t visible_bytes(const xmlChar *text)
{
    size_t n = 0;
    for (; text && *text; text++)
        n += !ascii_is_space((char)*text);
    return n;
}

static void add_length(xmlNode *node, size_t n) { node->_private = (void *)((size_t)node->_private + n); }

void html_measure(xmlNode *root)
{
    xmlNode *node = root;
    while (node) {
        node->_private = NULL;
        if (node->type == XML_TEXT_NODE)
            add_length(node, visible_bytes(node->content));
        if (node->children && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        for (;;) { /* up to the next node that has a sibling, each length into its parent's */
            if (node == root)
                return;
            add_length(node->parent, html_text_length(node));
            if (node->next)
                break;
            node = node->parent;
        }
        node = node->next;
    }
}

/* Copies an attribute as lower-case words between blanks: "navBar-main" gives " nav bar main navbar-main"
 * in two readings, with camel case parted and not, for both ways are written. */
static size_t words_of(const char *value, bool part_camel, char *out, size_t size)
{
    size_t n = 0;
    out[n++] = ' ';
    for (size_t i = 0; i < ATTRIBUTE_LIMIT && n + 3 < size && value[i]; i++) {
        char c = value[i];
        bool letter = ascii_is_alpha(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80;
        bool hump =
            part_camel && ascii_is_upper(c) && i > 0 && ascii_is_alpha(value[i - 1]) && !ascii_is_upper(value[i - 1]);
        if ((!letter || hump) && out[n - 1] != ' ')
            out[n++] = ' ';
        if (letter)
            out[n++] = ascii_lower(c);
    }
    if (out[n - 1] != ' ')
        out[n++] = ' ';
    out[n] = '\0';
    return n;
}

static bool attribute_matches(const struct html_rules *rules, const char *value)
{
    char words[ATTRIBUTE_LIMIT + 8];
    bool has_humps = false;
    for (size_t i = 0; value[i] && !has_humps; i++)
        has_humps = ascii_is_upper(value[i]);
    for (int camel = 0; camel < 1 + (int)has_humps; camel++) {
        words_of(value, camel == 1, words, sizeof words);
        for (size_t i = 0; i < rules->rules.n; i++) {
            const struct rule *rule = VEC_AT(const struct rule, &rules->rules, i);
            if (rule->where == RULE_WORD && strstr(words, rule->what.p))
                return true;
        }
    }
    return false;
}

static const char *attribute(const xmlNode *element, const char *name)
{
    for (const xmlAttr *at = element->properties; at; at = at->next)
        if (strcmp((const char *)at->name, name) == 0)
            return at->children && at->children->content ? (const char *)at->children->content : "";
    return NULL;
}

static bool is_hidden(const xmlNode *element)
{
    const char *style = attribute(element, "style"), *aria = attribute(element, "aria-hidden");
    if (attribute(element, "hidden") || (aria && strcmp(aria, "true") == 0))
        return true;
    const char *display = style ? strstr(style, "display") : NULL;
    while (display) {
        display += strlen("display");
        display += strspn(display, " \t:");
        if (strncmp(display, "none", 4) == 0)
            return true;
        display = strstr(display, "display");
    }
    return false;
}

static bool stands_inside_article(const xmlNode *element)
{
    for (const xmlNode *up = element->parent; up; up = up->parent)
        if (html_is(up, "main") || html_is(up, "article"))
            return true;
    return false;
}

static bool tag_matches(const struct html_rules *rules, const xmlNode *element)
{
    struct str name = str_of((const char *)element->name);
    for (size_t i = 0; i < rules->rules.n; i++) {
        const struct rule *rule = VEC_AT(const struct rule, &rules->rules, i);
        if (rule->where != RULE_WORD && str_equal(rule->what, name) &&
            (rule->where == RULE_TAG || !stands_inside_article(element)))
            return true;
    }
    return false;
}

bool html_is_boilerplate(const struct html_rules *rules, const xmlNode *element, size_t total)
{
    static const char *const named[] = { "class", "id", "role", "aria-label", "data-testid" };
    if (html_text_length(element) > total / 2)
        return false;
    if (tag_matches(rules, element) || is_hidden(element))
        return true;
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        const char *value = attribute(element, named[i]);
        if (value && attribute_matches(rules, value))
            return true;
    }
    return false;
}
