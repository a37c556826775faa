#include "plots/style.h"

#include <stddef.h>

#include "core/file.h"
#include "core/nearest.h"
#include "core/yaml.h"

struct number_key {
    const char *name;
    size_t offset;
    double least, greatest;
};

static const struct number_key numbers[] = {
    { "width_mm", offsetof(struct style, width_mm), 60, 1000 },
    { "height_mm", offsetof(struct style, height_mm), 40, 1000 },
    { "png_scale", offsetof(struct style, png_scale), 1, 8 },
    { "title_size", offsetof(struct style, title_size), 4, 40 },
    { "subtitle_size", offsetof(struct style, subtitle_size), 4, 40 },
    { "label_size", offsetof(struct style, label_size), 4, 40 },
    { "tick_size", offsetof(struct style, tick_size), 4, 40 },
    { "value_size", offsetof(struct style, value_size), 4, 40 },
    { "note_size", offsetof(struct style, note_size), 4, 40 },
    { "line_width", offsetof(struct style, line_width), 0.1, 10 },
    { "marker_size", offsetof(struct style, marker_size), 0.1, 10 },
};

struct colour_key {
    const char *name;
    size_t offset;
};

static const struct colour_key colours[] = {
    { "title_colour", offsetof(struct style, title_colour) },
    { "subtitle_colour", offsetof(struct style, subtitle_colour) },
    { "text_colour", offsetof(struct style, text_colour) },
    { "note_colour", offsetof(struct style, note_colour) },
    { "axis_colour", offsetof(struct style, axis_colour) },
    { "grid_colour", offsetof(struct style, grid_colour) },
    { "gap_colour", offsetof(struct style, gap_colour) },
    { "trend_colour", offsetof(struct style, trend_colour) },
    { "background", offsetof(struct style, background) },
};

enum { N_NUMBERS = sizeof numbers / sizeof *numbers, N_COLOURS = sizeof colours / sizeof *colours };

static enum status missing(const char *file, const char *key, struct err *e)
{
    return fail(e, ST_INPUT, (struct place){ file, 0, 0 }, "copy the key from styles/default.yaml",
                "the key '%s' is missing", key);
}

static enum status read_numbers(const struct yaml_node *root, struct style *s, struct err *e)
{
    for (size_t i = 0; i < N_NUMBERS; i++) {
        const struct yaml_node *node = yaml_get(root, numbers[i].name);
        double *value = (double *)(void *)((char *)s + numbers[i].offset);
        if (!node)
            return missing(root->at.file, numbers[i].name, e);
        enum status st = yaml_get_double(root, numbers[i].name, value, e);
        if (st != ST_OK)
            return st;
        if (!(*value >= numbers[i].least && *value <= numbers[i].greatest))
            return fail(e, ST_INPUT, node->at, NULL, "'%s' must lie between %g and %g", numbers[i].name,
                        numbers[i].least, numbers[i].greatest);
    }
    return ST_OK;
}

/* Colours go into gnuplot scripts, so that their form is checked and not only their place. */
static enum status read_colour(const struct yaml_node *map, const char *key, struct str *out, struct err *e)
{
    const struct yaml_node *node = yaml_get(map, key);
    if (!node)
        return missing(map->at.file, key, e);
    enum status st = yaml_get_str(map, key, out, e);
    if (st != ST_OK)
        return st;
    bool good = out->n == 7 && out->p[0] == '#';
    for (size_t i = 1; i < out->n && good; i++) {
        char c = ascii_lower(out->p[i]);
        good = ascii_is_digit(c) || (c >= 'a' && c <= 'f');
    }
    return good ? ST_OK : fail(e, ST_INPUT, node->at, "write it as \"#rrggbb\", in quotes", "'%s' is no colour", key);
}

static enum status read_series(const struct yaml_node *root, struct style *s, struct err *e)
{
    static const char *const known[] = { "line", "text" };
    const struct yaml_node *list = NULL;
    enum status st = yaml_get_list(root, "series", &list, e);
    if (st == ST_OK && (!list || list->n != STYLE_SERIES))
        st = fail(e, ST_INPUT, list ? list->at : root->at, NULL, "'series' must list %d colours", STYLE_SERIES);
    for (size_t i = 0; st == ST_OK && list && i < STYLE_SERIES; i++) {
        st = yaml_check_keys(&list->items[i], known, 2, e);
        if (st == ST_OK)
            st = read_colour(&list->items[i], "line", &s->series[i].line, e);
        if (st == ST_OK)
            st = read_colour(&list->items[i], "text", &s->series[i].text, e);
    }
    return st;
}

/* A family name goes into the script and into SVG: letters, digits, blanks and hyphens only. */
static bool is_family(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!ascii_is_alpha(s.p[i]) && !ascii_is_digit(s.p[i]) && s.p[i] != ' ' && s.p[i] != '-')
            return false;
    return s.n > 0;
}

static enum status read_font(struct arena *a, const struct yaml_node *map, struct style *s, struct err *e)
{
    static const char *const known[] = { "family", "regular", "bold" };
    struct str family = STR(""), regular = STR(""), bold = STR("");
    enum status st = yaml_check_keys(map, known, 3, e);
    if (st == ST_OK)
        st = yaml_get_str(map, "family", &family, e);
    if (st == ST_OK)
        st = yaml_get_str(map, "regular", &regular, e);
    if (st == ST_OK)
        st = yaml_get_str(map, "bold", &bold, e);
    if (st == ST_OK && !is_family(family))
        return fail(e, ST_INPUT, map->at, NULL, "a font family has letters, digits, blanks and hyphens only");
    if (st != ST_OK)
        return st;
    const char *regular_path = arena_cstr(a, regular), *bold_path = arena_cstr(a, bold);
    if (!regular_path || !bold_path)
        return fail_memory(e);
    if (s->family.n == 0)
        s->family = family; /* measured or not, the first is asked for */
    if (!file_exists(regular_path) || !file_exists(bold_path))
        return ST_OK;
    struct font *loaded_regular, *loaded_bold;
    st = font_load(a, regular_path, &loaded_regular, e);
    if (st == ST_OK)
        st = font_load(a, bold_path, &loaded_bold, e);
    if (st == ST_OK) {
        s->family = family;
        s->regular = loaded_regular;
        s->bold = loaded_bold;
    }
    return st;
}

static enum status read_fonts(struct arena *a, const struct yaml_node *root, struct style *s, struct err *e)
{
    const struct yaml_node *list = NULL;
    enum status st = yaml_get_list(root, "fonts", &list, e);
    if (st == ST_OK && (!list || list->n == 0))
        return missing(root->at.file, "fonts", e);
    for (size_t i = 0; st == ST_OK && i < list->n && !s->regular; i++)
        st = read_font(a, &list->items[i], s, e);
    if (st == ST_OK)
        st = yaml_get_str(root, "font_fallbacks", &s->fallbacks, e);
    return st;
}

static enum status read_style(struct arena *a, const struct yaml_node *root, struct style *s, struct err *e)
{
    const char *known[N_NUMBERS + N_COLOURS + 3];
    size_t n = 0;
    for (size_t i = 0; i < N_NUMBERS; i++)
        known[n++] = numbers[i].name;
    for (size_t i = 0; i < N_COLOURS; i++)
        known[n++] = colours[i].name;
    known[n++] = "fonts";
    known[n++] = "font_fallbacks";
    known[n++] = "series";
    enum status st = yaml_check_keys(root, known, n, e);
    if (st == ST_OK)
        st = read_numbers(root, s, e);
    for (size_t i = 0; i < N_COLOURS && st == ST_OK; i++)
        st = read_colour(root, colours[i].name, (struct str *)(void *)((char *)s + colours[i].offset), e);
    if (st == ST_OK)
        st = read_series(root, s, e);
    return st == ST_OK ? read_fonts(a, root, s, e) : st;
}

enum status style_load(struct arena *a, const char *data_folder, struct str name, struct style *out, struct err *e)
{
    *out = (struct style){ .family = { "", 0 }, .fallbacks = { "sans-serif", 10 } };
    bool path_given = str_ends(name, ".yaml") || str_find_byte(name, '/', 0) < name.n;
    struct str file = path_given ? name
                                 : arena_printf(a, "%s/styles/%.*s.yaml", data_folder ? data_folder : "data",
                                                name.n ? (int)name.n : 7, name.n ? name.p : "default");
    const char *path = arena_cstr(a, file);
    struct yaml_node root;
    if (!path)
        return fail_memory(e);
    enum status st = yaml_read(a, path, &root, e);
    return st == ST_OK ? read_style(a, &root, out, e) : st;
}
