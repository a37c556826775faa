#include "plots/pictures.h"

#include <string.h>
#include <zlib.h>

#include "plots/text.h"

static const char png_signature[] = "\x89PNG\r\n\x1a\n";

static struct str right_trimmed(struct str s)
{
    while (s.n > 0 && ascii_is_space(s.p[s.n - 1]))
        s.n--;
    return s;
}

bool svg_is_whole(struct str bytes)
{
    return (str_starts(bytes, "<?xml") || str_starts(bytes, "<svg")) && str_ends(right_trimmed(bytes), "</svg>");
}

bool png_is_whole(struct str bytes)
{
    static const char end[] = "\0\0\0\0IEND\xae\x42\x60\x82"; /* an empty chunk and its CRC */
    return bytes.n > 8 + 25 + 12 && memcmp(bytes.p, png_signature, 8) == 0 &&
           memcmp(bytes.p + bytes.n - 12, end, 12) == 0;
}

bool pdf_is_whole(struct str bytes) { return str_starts(bytes, "%PDF-") && str_ends(right_trimmed(bytes), "%%EOF"); }

static void put_u32(struct buf *out, unsigned long value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_putc(out, (char)(value >> shift & 0xFF));
}

void png_set_resolution(struct str png, double pixels_per_inch, struct buf *out)
{
    enum { HEAD = 8 + 25 }; /* signature, IHDR */
    unsigned long per_metre = (unsigned long)(pixels_per_inch / 0.0254 + 0.5);
    struct buf chunk;
    buf_init(&chunk, 64);
    buf_puts(&chunk, "pHYs");
    put_u32(&chunk, per_metre);
    put_u32(&chunk, per_metre);
    buf_putc(&chunk, 1); /* the unit is the metre */
    buf_put(out, str_slice(png, 0, HEAD));
    put_u32(out, chunk.n - 4);
    buf_put(out, buf_str(&chunk));
    put_u32(out, crc32(0, (const unsigned char *)chunk.p, (unsigned)chunk.n));
    buf_free(&chunk);
    struct str rest = str_slice(png, HEAD, png.n);
    bool old = rest.n > 8 && memcmp(rest.p + 4, "pHYs", 4) == 0;
    buf_put(out, str_slice(rest, old ? 21 : 0, rest.n));
}

void pdf_set_date(struct str pdf, struct buf *out)
{
    static const char *const keys[] = { "/CreationDate (D:", "/ModDate (D:" };
    static const char fixed[] = "20000101000000";
    size_t at = 0;
    while (at < pdf.n) {
        size_t key = 0;
        while (key < 2 && !str_starts(str_slice(pdf, at, pdf.n), keys[key]))
            key++;
        if (key == 2) {
            size_t next = str_find_byte(pdf, '/', at + 1);
            buf_put(out, str_slice(pdf, at, next));
            at = next;
            continue;
        }
        buf_puts(out, keys[key]);
        at += strlen(keys[key]);
        for (size_t i = 0; i < sizeof fixed - 1 && at < pdf.n && ascii_is_digit(pdf.p[at]); i++, at++)
            buf_putc(out, fixed[i]);
    }
}

/* The text up to `part`, which is stepped over too; all of it when the part is not there. */
static struct str take_until(struct str *rest, const char *part)
{
    size_t n = strlen(part);
    for (size_t at = 0; at + n <= rest->n; at++)
        if (memcmp(rest->p + at, part, n) == 0) {
            struct str before = str_slice(*rest, 0, at);
            *rest = str_slice(*rest, at + n, rest->n);
            return before;
        }
    struct str all = *rest;
    *rest = (struct str){ NULL, 0 };
    return all;
}

static void put_font(struct buf *out, struct str family, struct str fallbacks)
{
    size_t colon = str_find_byte(family, ':', 0);
    struct str style = str_slice(family, colon, family.n);
    buf_puts(out, "font-family=\"");
    put_html(out, str_slice(family, 0, colon));
    if (fallbacks.n)
        buf_puts(out, ", ");
    put_html(out, fallbacks);
    buf_putc(out, '"');
    if (str_contains(style, "Bold"))
        buf_puts(out, " font-weight=\"bold\"");
    if (str_contains(style, "Italic"))
        buf_puts(out, " font-style=\"italic\"");
}

static void put_id(struct buf *out, const struct svg_naming *n, const char *before, struct str id)
{
    buf_puts(out, before);
    buf_put(out, n->prefix);
    buf_putc(out, '-');
    put_html(out, id);
}

/* One attribute of a tag, renamed where it names or points to something. */
static void finish_attribute(struct str name, struct str value, const struct svg_naming *n, struct buf *out)
{
    buf_putc(out, ' ');
    bool points = (str_is(name, "xlink:href") || str_is(name, "href")) && str_starts(value, "#");
    if (str_is(name, "font-family")) {
        put_font(out, value, n->fallbacks);
        return;
    }
    buf_put(out, name);
    buf_puts(out, "=\"");
    if (str_is(name, "id"))
        put_id(out, n, "", value);
    else if (points)
        put_id(out, n, "#", str_slice(value, 1, value.n));
    else if (str_starts(value, "url(#"))
        put_id(out, n, "url(#", str_slice(value, 5, value.n));
    else
        buf_put(out, value); /* escaped by gnuplot already */
    buf_putc(out, '"');
}

/* Everything between < and >. */
static void finish_tag(struct str tag, const struct svg_naming *n, struct buf *out)
{
    size_t at = 0;
    while (at < tag.n && !ascii_is_space(tag.p[at]))
        at++;
    struct str name = str_slice(tag, 0, at);
    buf_putc(out, '<');
    buf_put(out, name);
    while (at < tag.n) {
        while (at < tag.n && ascii_is_space(tag.p[at]))
            at++;
        size_t equals = str_find_byte(tag, '=', at);
        size_t open = equals + 1; /* gnuplot writes both a='b' and a = 'b' */
        while (open < tag.n && ascii_is_space(tag.p[open]))
            open++;
        if (open >= tag.n)
            break;
        size_t end = str_find_byte(tag, tag.p[open], open + 1);
        finish_attribute(str_trim(str_slice(tag, at, equals)), str_slice(tag, open + 1, end), n, out);
        at = end < tag.n ? end + 1 : end;
    }
    if (str_is(name, "svg")) {
        buf_puts(out, " role=\"img\" aria-labelledby=\"");
        put_id(out, n, "", STR("title"));
        put_id(out, n, " ", STR("desc"));
        buf_putc(out, '"');
    }
    buf_puts(out, str_ends(tag, "/") ? "/>" : ">");
}

static void put_named(struct buf *out, const struct svg_naming *n, const char *element, struct str text)
{
    buf_printf(out, "<%s id=\"", element);
    put_id(out, n, "", str_of(element));
    buf_puts(out, "\">");
    put_html(out, text);
    buf_printf(out, "</%s>", element);
}

/* Text between tags, where gnuplot leaves > alone: "]]>" is not allowed in XML. */
static void put_text(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '>')
            buf_puts(out, "&gt;");
        else
            buf_putc(out, text.p[i]);
}

void svg_finish(struct str svg, const struct svg_naming *n, struct buf *out)
{
    struct str rest = svg;
    bool named = false;
    while (rest.n > 0) {
        put_text(out, take_until(&rest, "<"));
        if (rest.n == 0)
            break;
        if (rest.p[0] == '?' || rest.p[0] == '!') {
            buf_putc(out, '<');
            buf_put(out, take_until(&rest, ">"));
            buf_putc(out, '>');
        } else if (str_starts(rest, "title>")) {
            take_until(&rest, "</title>");
        } else if (str_starts(rest, "desc>")) {
            take_until(&rest, "</desc>");
        } else {
            bool root = str_starts(rest, "svg");
            finish_tag(take_until(&rest, ">"), n, out);
            if (root && !named) {
                buf_putc(out, '\n');
                put_named(out, n, "title", n->title);
                buf_putc(out, '\n');
                put_named(out, n, "desc", n->description);
                named = true;
            }
        }
    }
}
