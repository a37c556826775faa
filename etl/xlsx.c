#include "etl/xlsx.h"

#include <string.h>

#include "etl/xlsx_model.h"

enum { SHEET_LIMIT = 4096, STYLE_LIMIT = 65536, STRING_LIMIT = 50000000 };

/* ---- xl/workbook.xml and its relations: which sheet is which part ---- */

static enum status on_book_start(void *context, struct str name, const struct part_attribute *at, size_t n,
                                 struct err *e)
{
    struct workbook *w = context;
    if (str_is(name, "workbookPr")) {
        struct str flag = part_attribute(at, n, "date1904");
        w->from_1904 = str_is(flag, "1") || str_is(flag, "true");
    }
    if (!str_is(name, "sheet"))
        return ST_OK;
    struct sheet *s = vec_add(&w->sheets);
    if (!s)
        return fail_memory(e);
    s->name = arena_copy(w->arena, part_attribute(at, n, "name"));
    for (size_t i = 0; i < n; i++) /* r:id; sheetId has another local name */
        if (str_is(at[i].name, "id"))
            s->relation = arena_copy(w->arena, at[i].value);
    return ST_OK;
}

static enum status on_relation_start(void *context, struct str name, const struct part_attribute *at, size_t n,
                                     struct err *e)
{
    struct workbook *w = context;
    (void)e;
    struct str id = part_attribute(at, n, "Id"), target = part_attribute(at, n, "Target");
    if (!str_is(name, "Relationship") || target.n == 0)
        return ST_OK;
    if (target.p[0] == '/')
        target = str_slice(target, 1, target.n);
    else
        target = arena_printf(w->arena, "xl/%.*s", (int)target.n, target.p);
    for (size_t i = 0; i < w->sheets.n; i++) {
        struct sheet *s = VEC_AT(struct sheet, &w->sheets, i);
        if (id.n > 0 && str_equal(s->relation, id))
            s->target = arena_copy(w->arena, target);
    }
    return ST_OK;
}

/* ---- xl/sharedStrings.xml ---- */

struct strings_reading {
    struct workbook *book;
    struct buf text;
    bool in_text, phonetic;
};

static enum status on_string_start(void *context, struct str name, const struct part_attribute *at, size_t n,
                                   struct err *e)
{
    struct strings_reading *r = context;
    (void)at, (void)n, (void)e;
    if (str_is(name, "si"))
        buf_clear(&r->text);
    if (str_is(name, "rPh"))
        r->phonetic = true;
    r->in_text = str_is(name, "t") && !r->phonetic;
    return ST_OK;
}

static enum status on_string_text(void *context, struct str text, struct err *e)
{
    struct strings_reading *r = context;
    if (r->in_text)
        buf_put(&r->text, text);
    return r->text.failed ? fail_memory(e) : ST_OK;
}

static enum status on_string_end(void *context, struct str name, struct err *e)
{
    struct strings_reading *r = context;
    r->in_text = false;
    if (str_is(name, "rPh"))
        r->phonetic = false;
    if (!str_is(name, "si"))
        return ST_OK;
    struct str *kept = vec_add(&r->book->strings);
    if (!kept)
        return fail_memory(e);
    *kept = r->text.n ? arena_copy(r->book->arena, buf_str(&r->text)) : STR("");
    return ST_OK;
}

/* ---- xl/styles.xml: which cell styles show a date ---- */

/* A number format shows a date when y, m, d, h or s stands outside quotes, brackets and escapes. */
static bool code_is_date(struct str code)
{
    bool quoted = false, bracketed = false;
    for (size_t i = 0; i < code.n; i++) {
        char c = ascii_lower(code.p[i]);
        if (c == '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (c == '\\' || c == '_' || c == '*')
            i++;
        else if (c == '[' || c == ']')
            bracketed = c == '[';
        else if (!bracketed && str_has_byte(STR("ymdhs"), c) && !str_is(code, "General"))
            return true;
    }
    return false;
}

/* Built-in formats 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are dates and times (ECMA-376 part 1, 18.8.30). */
static bool format_is_date(const struct workbook *w, long id)
{
    for (size_t i = 0; i < w->formats.n; i++) {
        const struct style_format *f = VEC_AT(const struct style_format, &w->formats, i);
        if (f->id == id)
            return f->is_date;
    }
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

struct styles_reading {
    struct workbook *book;
    bool in_cell_styles;
};

static enum status on_style_start(void *context, struct str name, const struct part_attribute *at, size_t n,
                                  struct err *e)
{
    struct styles_reading *r = context;
    long id = 0;
    if (str_is(name, "cellXfs"))
        r->in_cell_styles = true;
    if (str_is(name, "numFmt")) {
        struct style_format *f = vec_add(&r->book->formats);
        if (!f)
            return fail_memory(e);
        str_to_long(part_attribute(at, n, "numFmtId"), &f->id);
        f->is_date = code_is_date(part_attribute(at, n, "formatCode"));
    }
    if (str_is(name, "xf") && r->in_cell_styles) {
        bool *is_date = vec_add(&r->book->styles);
        if (!is_date)
            return fail_memory(e);
        str_to_long(part_attribute(at, n, "numFmtId"), &id);
        *is_date = format_is_date(r->book, id);
    }
    return ST_OK;
}

static enum status on_style_end(void *context, struct str name, struct err *e)
{
    struct styles_reading *r = context;
    (void)e;
    if (str_is(name, "cellXfs"))
        r->in_cell_styles = false;
    return ST_OK;
}

static enum status read_parts(struct workbook *w, struct err *e)
{
    bool found;
    struct part_handler book = { .context = w, .start = on_book_start };
    struct part_handler relations = { .context = w, .start = on_relation_start };
    struct strings_reading strings = { .book = w };
    struct part_handler shared = {
        .context = &strings, .start = on_string_start, .end = on_string_end, .text = on_string_text
    };
    struct styles_reading styles = { .book = w };
    struct part_handler style = { .context = &styles, .start = on_style_start, .end = on_style_end };
    enum status st = part_read(w->zip, "xl/workbook.xml", &book, &found, e);
    if (st == ST_OK && (!found || w->sheets.n == 0))
        st =
            fail(e, ST_INPUT, (struct place){ w->file, 0, 0 },
                 "open it in a spreadsheet program and save it as .xlsx or .csv", "is a zip file but no XLSX workbook");
    if (st == ST_OK)
        st = part_read(w->zip, "xl/_rels/workbook.xml.rels", &relations, &found, e);
    buf_init(&strings.text, 0);
    if (st == ST_OK)
        st = part_read(w->zip, "xl/sharedStrings.xml", &shared, &found, e);
    buf_free(&strings.text);
    if (st == ST_OK)
        st = part_read(w->zip, "xl/styles.xml", &style, &found, e);
    return st == ST_OK && arena_failed(w->arena) ? fail_memory(e) : st;
}

enum status workbook_open(struct arena *a, const char *file, struct str bytes, struct workbook **out, struct err *e)
{
    struct workbook *w = arena_alloc(a, sizeof *w);
    if (!w)
        return fail_memory(e);
    w->arena = a;
    w->file = file;
    vec_init(&w->sheets, a, sizeof(struct sheet), SHEET_LIMIT);
    vec_init(&w->strings, a, sizeof(struct str), STRING_LIMIT);
    vec_init(&w->formats, a, sizeof(struct style_format), STYLE_LIMIT);
    vec_init(&w->styles, a, sizeof(bool), STYLE_LIMIT);
    enum status st = part_zip_open(file, bytes, XLSX_LIMIT, &w->zip, e);
    if (st == ST_OK)
        st = read_parts(w, e);
    if (st != ST_OK) {
        part_zip_close(w->zip);
        return st;
    }
    *out = w;
    return ST_OK;
}

void workbook_close(struct workbook *w)
{
    if (w)
        part_zip_close(w->zip);
}
