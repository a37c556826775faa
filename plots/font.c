#include "plots/font.h"

#include "core/file.h"

enum { FONT_FILE_LIMIT = 64 << 20 };

struct font {
    struct str bytes;
    unsigned units_per_em, n_metrics, n_glyphs;
    struct str hmtx, cmap; /* cmap: the chosen subtable */
    unsigned cmap_format;
};

static const double MISSING_WIDTH = 0.6;

/* Big-endian reads that give 0 past the end, so that a cut file cannot be read out of bounds. */
static unsigned u16(struct str s, size_t at)
{
    if (s.n < 2 || at > s.n - 2)
        return 0;
    return (unsigned)(unsigned char)s.p[at] << 8 | (unsigned char)s.p[at + 1];
}

static unsigned u32(struct str s, size_t at) { return u16(s, at) << 16 | u16(s, at + 2); }

static struct str find_table(struct str bytes, const char *tag)
{
    unsigned n = u16(bytes, 4);
    for (unsigned i = 0; i < n; i++) {
        size_t entry = 12 + (size_t)i * 16;
        if (!str_is(str_slice(bytes, entry, entry + 4), tag))
            continue;
        size_t start = u32(bytes, entry + 8);
        return str_slice(bytes, start, start + u32(bytes, entry + 12));
    }
    return (struct str){ NULL, 0 };
}

/* The best Unicode subtable: format 12 (all planes) before format 4. */
static void choose_cmap(struct font *f, struct str cmap)
{
    unsigned n = u16(cmap, 2);
    for (unsigned i = 0; i < n; i++) {
        size_t entry = 4 + (size_t)i * 8;
        unsigned platform = u16(cmap, entry), encoding = u16(cmap, entry + 2);
        struct str table = str_slice(cmap, u32(cmap, entry + 4), cmap.n);
        unsigned format = u16(table, 0);
        bool unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
        if (unicode && (format == 4 || format == 12) && format > f->cmap_format) {
            f->cmap_format = format;
            f->cmap = table;
        }
    }
}

enum status font_parse(struct arena *a, struct str bytes, const char *file, struct font **out, struct err *e)
{
    struct font *f = arena_alloc(a, sizeof *f);
    if (!f)
        return fail_memory(e);
    unsigned version = u32(bytes, 0);
    struct str head = find_table(bytes, "head");
    *f = (struct font){ .bytes = bytes, .units_per_em = u16(head, 18) };
    f->n_metrics = u16(find_table(bytes, "hhea"), 34);
    f->n_glyphs = u16(find_table(bytes, "maxp"), 4);
    f->hmtx = find_table(bytes, "hmtx");
    choose_cmap(f, find_table(bytes, "cmap"));
    bool good = (version == 0x00010000 || version == 0x4F54544F) && f->units_per_em > 0 && f->n_metrics > 0 &&
                f->hmtx.n >= (size_t)f->n_metrics * 4 && f->cmap_format > 0;
    if (!good)
        return fail(e, ST_INPUT, (struct place){ file, 0, 0 }, "name another font file in the style",
                    "no TrueType font with Unicode characters");
    *out = f;
    return ST_OK;
}

enum status font_load(struct arena *a, const char *path, struct font **out, struct err *e)
{
    struct str bytes;
    enum status st = file_read(a, path, FONT_FILE_LIMIT, &bytes, e);
    return st == ST_OK ? font_parse(a, bytes, path, out, e) : st;
}

static unsigned glyph_format4(struct str t, unsigned c)
{
    size_t segments = u16(t, 6) / 2;
    size_t ends = 14, starts = ends + segments * 2 + 2, deltas = starts + segments * 2, ranges = deltas + segments * 2;
    for (size_t i = 0; i < segments; i++) {
        if (c > u16(t, ends + i * 2))
            continue;
        unsigned start = u16(t, starts + i * 2), delta = u16(t, deltas + i * 2), range = u16(t, ranges + i * 2);
        if (c < start)
            return 0;
        if (range == 0)
            return (c + delta) & 0xFFFF;
        unsigned glyph = u16(t, ranges + i * 2 + range + (size_t)(c - start) * 2);
        return glyph ? (glyph + delta) & 0xFFFF : 0;
    }
    return 0;
}

static unsigned glyph_format12(struct str t, unsigned c)
{
    size_t n = u32(t, 12);
    if (n > t.n / 12)
        n = t.n / 12;
    for (size_t i = 0; i < n; i++) {
        size_t group = 16 + i * 12;
        unsigned start = u32(t, group);
        if (c >= start && c <= u32(t, group + 4))
            return u32(t, group + 8) + (c - start);
    }
    return 0;
}

static double character_width(const struct font *f, unsigned c)
{
    bool combining = (c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0x200D || c == 0xFEFF;
    if (combining)
        return 0;
    unsigned glyph = !f || c > 0x10FFFF     ? 0
                     : f->cmap_format == 12 ? glyph_format12(f->cmap, c)
                     : c <= 0xFFFF          ? glyph_format4(f->cmap, c)
                                            : 0;
    if (glyph == 0)
        return MISSING_WIDTH;
    if (glyph >= f->n_metrics)
        glyph = f->n_metrics - 1; /* the last width repeats */
    return (double)u16(f->hmtx, (size_t)glyph * 4) / f->units_per_em;
}

unsigned utf8_next(struct str s, size_t *at)
{
    unsigned char lead = (unsigned char)s.p[(*at)++];
    if (lead < 0x80)
        return lead;
    size_t more = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (lead >= 0xF5 || more == 0 || s.n - *at < more)
        return 0xFFFD;
    unsigned c = lead & (0x3Fu >> more);
    for (size_t i = 0; i < more; i++) {
        unsigned char next = (unsigned char)s.p[*at + i];
        if ((next & 0xC0) != 0x80)
            return 0xFFFD;
        c = c << 6 | (next & 0x3F);
    }
    bool overlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
    if (overlong || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF)
        return 0xFFFD;
    *at += more;
    return c;
}

double font_width(const struct font *font, struct str text)
{
    double width = 0;
    for (size_t at = 0; at < text.n;)
        width += character_width(font, utf8_next(text, &at));
    return width;
}
