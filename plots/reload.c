/* The charts of an output folder read back, for a report made again without drawing. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"
#include "core/table.h"
#include "plots/chart.h"

enum { CHARTS_LIMIT = 10000, FILE_SIZE_LIMIT = 64 << 20 };

/* A chart and its place in the page that is there already. */
struct placed {
    struct chart_made made;
    size_t place;
};

static int compare_placed(const void *x, const void *y)
{
    const struct placed *p = x, *q = y;
    if (p->place != q->place)
        return p->place < q->place ? -1 : 1;
    return str_compare(p->made.stem, q->made.stem);
}

static size_t find_text(struct str text, const char *part)
{
    const char *at = text.n ? memmem(text.p, text.n, part, strlen(part)) : NULL;
    return at ? (size_t)(at - text.p) : text.n;
}

/* The report page of the folder; empty when there is none. */
static struct str read_page(struct arena *a, const char *folder)
{
    struct err ignored;
    struct str page = { "", 0 };
    const char *path = path_join(a, folder, "report.html");
    if (!path || !file_exists(path) || file_read(a, path, 0, &page, &ignored) != ST_OK)
        return (struct str){ "", 0 };
    return page;
}

/* The order of the page that is there; charts it does not hold come last, by stem. */
static enum status order_charts(struct arena *a, const char *folder, struct vec *charts, struct err *e)
{
    struct placed *placed = arena_array(a, charts->n + 1, sizeof *placed);
    struct str page = read_page(a, folder);
    if (!placed)
        return fail_memory(e);
    for (size_t i = 0; i < charts->n; i++) {
        struct chart_made *made = VEC_AT(struct chart_made, charts, i);
        const char *mark =
            arena_cstr(a, arena_printf(a, "<figure id=\"figure-%.*s\">", (int)made->stem.n, made->stem.p));
        if (!mark)
            return fail_memory(e);
        placed[i] = (struct placed){ *made, find_text(page, mark) };
    }
    qsort(placed, charts->n, sizeof *placed, compare_placed);
    for (size_t i = 0; i < charts->n; i++)
        *VEC_AT(struct chart_made, charts, i) = placed[i].made;
    return ST_OK;
}

static void add_once(struct str *list, size_t *n, struct str value)
{
    for (size_t i = 0; i < *n; i++)
        if (str_equal(list[i], value))
            return;
    if (value.n > 0)
        list[(*n)++] = value;
}

/* Text between the marks, with the five escapes of XML undone. */
static struct str unescaped(struct arena *a, struct str s)
{
    static const struct {
        const char *escape;
        char is;
    } escapes[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&#39;", '\'' } };
    struct buf b;
    buf_init(&b, 0);
    for (size_t at = 0; at < s.n;) {
        size_t i = 0;
        while (i < 5 && !str_starts(str_slice(s, at, s.n), escapes[i].escape))
            i++;
        buf_putc(&b, i < 5 ? escapes[i].is : s.p[at]);
        at += i < 5 ? strlen(escapes[i].escape) : 1;
    }
    struct str text = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return text;
}

/* The text of the first <title> of a page or a picture. */
static struct str title_of(struct arena *a, struct str text)
{
    size_t start = str_find_byte(text, '>', find_text(text, "<title")), end = str_find_byte(text, '<', start);
    return start < text.n ? unescaped(a, str_slice(text, start + 1, end)) : (struct str){ "", 0 };
}

struct str report_title(struct arena *a, const char *folder) { return title_of(a, read_page(a, folder)); }

static enum status read_values(struct arena *a, const char *path, struct chart_made *made, struct err *e)
{
    struct table t;
    size_t series, figures, n = 0;
    enum status st = table_read(a, path, &(struct table_options){ 0 }, &t, NULL, e);
    if (st != ST_OK)
        return st;
    if (!table_has_column(&t, "series_id", &series) || !table_has_column(&t, "figure_ids", &figures))
        return ST_INPUT; /* some other table: no chart */
    for (size_t i = 0; i < t.n_rows; i++) {
        struct str rest = table_cell(&t, i, figures), id;
        while (str_split_next(&rest, ';', &id))
            n++;
    }
    struct str *ids = arena_array(a, t.n_rows + 1, sizeof *ids), *behind = arena_array(a, n + 1, sizeof *behind);
    if (!ids || !behind)
        return fail_memory(e);
    for (size_t i = 0; i < t.n_rows; i++) {
        struct str rest = table_cell(&t, i, figures), id;
        add_once(ids, &made->n_series, table_cell(&t, i, series));
        while (str_split_next(&rest, ';', &id))
            add_once(behind, &made->n_figure_ids, str_trim(id));
    }
    made->series = ids;
    made->figure_ids = behind;
    return ST_OK;
}

static enum status read_chart(struct arena *a, const char *folder, struct str stem, struct vec *charts, struct err *e)
{
    struct chart_made made = { .stem = arena_copy(a, stem) };
    const char *base = arena_cstr(a, arena_printf(a, "%s/charts/%.*s", folder, (int)stem.n, stem.p));
    if (!base)
        return fail_memory(e);
    const char *csv = arena_cstr(a, arena_printf(a, "%s.csv", base));
    const char *alt = arena_cstr(a, arena_printf(a, "%s.alt.txt", base));
    const char *svg = arena_cstr(a, arena_printf(a, "%s.svg", base));
    if (!csv || !alt || !svg)
        return fail_memory(e);
    struct err not_ours;
    struct str text;
    if (!file_exists(alt) || read_values(a, csv, &made, &not_ours) != ST_OK)
        return ST_OK;
    enum status st = file_read(a, alt, FILE_SIZE_LIMIT, &text, e);
    made.alt = str_trim(text);
    made.title = made.stem;
    if (st == ST_OK && file_exists(svg)) {
        st = file_read(a, svg, FILE_SIZE_LIMIT, &text, e);
        if (st == ST_OK && title_of(a, text).n)
            made.title = title_of(a, text);
    }
    struct chart_made *slot = st == ST_OK ? vec_add(charts) : NULL;
    if (slot)
        *slot = made;
    return st;
}

enum status charts_read(struct arena *a, const char *folder, struct vec *charts, struct err *e)
{
    vec_init(charts, a, sizeof(struct chart_made), CHARTS_LIMIT);
    const char *path = path_join(a, folder, "charts");
    DIR *in = path ? opendir(path) : NULL;
    enum status st = path ? ST_OK : fail_memory(e);
    if (!in)
        return st; /* no folder, no charts */
    struct dirent *entry;
    while (st == ST_OK && (entry = readdir(in)) != NULL) {
        struct str name = str_of(entry->d_name);
        if (str_ends(name, ".csv"))
            st = read_chart(a, folder, str_slice(name, 0, name.n - 4), charts, e);
    }
    closedir(in);
    return st == ST_OK ? order_charts(a, folder, charts, e) : st;
}
