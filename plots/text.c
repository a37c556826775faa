#include "plots/text.h"

#include <math.h>
#include <stdio.h>

static bool is_blank(unsigned c) { return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029; }

/* Controls that change the direction of the text behind them, and the other C1 controls. */
static bool is_dropped(unsigned c)
{
    return (c >= 0x80 && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
           c == 0x200E || c == 0x200F;
}

struct str text_clean(struct arena *a, struct str text)
{
    struct buf b;
    buf_init(&b, 0);
    bool blank = false;
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        unsigned c = utf8_next(text, &at);
        if (is_blank(c)) {
            blank = true;
            continue;
        }
        if (is_dropped(c))
            continue;
        if (blank && b.n > 0)
            buf_putc(&b, ' ');
        blank = false;
        if (c == 0xFFFD)
            buf_puts(&b, "\xEF\xBF\xBD");
        else
            buf_put(&b, str_slice(text, start, at));
    }
    struct str clean = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return clean;
}

struct wrapping {
    struct vec lines; /* of struct str */
    const struct font *font;
    double width; /* ems */
};

static void add_line(struct wrapping *w, struct str line)
{
    struct str *slot = vec_add(&w->lines);
    if (slot)
        *slot = line;
}

/* Takes full lines off a word that is wider than a line; returns what is left of it. */
static struct str break_word(struct wrapping *w, struct str word)
{
    size_t start = 0;
    for (size_t at = 0; at < word.n;) {
        size_t before = at;
        utf8_next(word, &at);
        if (before > start && font_width(w->font, str_slice(word, start, at)) > w->width) {
            add_line(w, str_slice(word, start, before));
            start = before;
        }
    }
    return str_slice(word, start, word.n);
}

struct lines text_wrap(struct arena *a, struct str text, const struct font *font, double size, double width)
{
    struct wrapping w = { .font = font, .width = width / size };
    vec_init(&w.lines, a, sizeof(struct str), 0);
    w.lines.limit = text.n + 1;
    struct str rest = text_clean(a, text), word, line = { rest.p, 0 };
    while (str_split_next(&rest, ' ', &word)) {
        struct str longer = { line.n ? line.p : word.p, line.n ? line.n + 1 + word.n : word.n };
        if (font_width(font, longer) <= w.width) {
            line = longer;
            continue;
        }
        if (line.n > 0)
            add_line(&w, line);
        line = break_word(&w, word);
    }
    add_line(&w, line);
    return (struct lines){ w.lines.n, w.lines.items };
}

static struct str number_with(struct arena *a, double value, int decimals)
{
    struct buf b;
    double size = fabs(value);
    buf_init(&b, 0);
    if (!isfinite(value))
        buf_puts(&b, value > 0 ? "infinity" : "");
    else if (size >= 1e15)
        buf_printf(&b, "%.3g", value);
    else
        buf_put_grouped(&b, value, decimals);
    /* 1.50 reads as 1.5, 0.250 as 0.25 */
    struct str text = buf_str(&b);
    if (decimals > 0)
        while (text.n > 0 && (text.p[text.n - 1] == '0' || text.p[text.n - 1] == '.')) {
            bool point = text.p[text.n - 1] == '.';
            text.n--;
            if (point)
                break;
        }
    if (str_is(text, "-0") || text.n == 0)
        text = STR("0");
    bool minus = text.p[0] == '-';
    struct str made = arena_printf(a, "%s%.*s", minus ? "\xE2\x88\x92" : "", (int)(text.n - minus), text.p + minus);
    buf_free(&b);
    return made;
}

struct str text_number(struct arena *a, double value)
{
    double size = fabs(value);
    return number_with(a, value, size >= 100 || value == floor(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

struct str text_estimate(struct arena *a, double value)
{
    double size = fabs(value);
    int decimals = size >= 10 || size == 0 ? 0 : size >= 1 ? 1 : (int)ceil(-log10(size)) + 1;
    return number_with(a, value, decimals > 12 ? 12 : decimals);
}

struct str text_p_exact(struct arena *a, double p)
{
    if (!(p >= 1e-9))
        return STR("< 0.000000001");
    int decimals = p >= 1 ? 0 : (int)floor(-log10(p) + 1e-12) + 2;
    return arena_printf(a, "%.*f", decimals, p);
}

struct str text_p(struct arena *a, double p) { return p >= 0.001 ? text_p_exact(a, p) : STR("< 0.001"); }

/* Text without control characters; `put` writes one character. */
static void put_each(struct buf *out, struct str text, void (*put)(struct buf *, unsigned, struct str))
{
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        unsigned c = utf8_next(text, &at);
        if (is_blank(c))
            put(out, ' ', STR(" "));
        else if (c == 0xFFFD)
            buf_puts(out, "\xEF\xBF\xBD");
        else if (!is_dropped(c))
            put(out, c, str_slice(text, start, at));
    }
}

static void put_html_character(struct buf *out, unsigned c, struct str bytes)
{
    switch (c) {
    case '&':
        buf_puts(out, "&amp;");
        break;
    case '<':
        buf_puts(out, "&lt;");
        break;
    case '>':
        buf_puts(out, "&gt;");
        break;
    case '"':
        buf_puts(out, "&quot;");
        break;
    case '\'':
        buf_puts(out, "&#39;");
        break;
    default:
        if (c != 0xFFFE && c != 0xFFFF) /* no characters of XML 1.0 */
            buf_put(out, bytes);
    }
}

void put_html(struct buf *out, struct str text) { put_each(out, text, put_html_character); }

/* CommonMark 0.30, 2.4: any ASCII punctuation may be escaped by a backslash. */
static void put_markdown_character(struct buf *out, unsigned c, struct str bytes)
{
    static const char plain[] =
        ",.;:%()/?=&+'\""; /* stand for themselves inside a paragraph; . ) & are seen to below */
    bool punctuation = c > 0x20 && c < 0x7F && !ascii_is_alpha((char)c) && !ascii_is_digit((char)c);
    if (punctuation && c != '-' && !str_contains(str_of(plain), (char[]){ (char)c, '\0' }))
        buf_putc(out, '\\');
    else if (c == '&')
        buf_putc(out, '\\'); /* no entity begins */
    buf_put(out, bytes);
}

void put_markdown(struct buf *out, struct str text)
{
    /* A line that begins like a list, heading or rule: "1. ", "- ", "+ ". */
    size_t digits = 0;
    while (digits < text.n && ascii_is_digit(text.p[digits]))
        digits++;
    bool marker = digits > 0 && digits < text.n && (text.p[digits] == '.' || text.p[digits] == ')');
    if (marker && (digits + 1 == text.n || is_blank((unsigned char)text.p[digits + 1]))) {
        buf_put(out, str_slice(text, 0, digits));
        buf_putc(out, '\\');
        buf_putc(out, text.p[digits]);
        text = str_slice(text, digits + 1, text.n);
    } else if (text.n > 0 && (text.p[0] == '-' || text.p[0] == '+')) {
        buf_putc(out, '\\');
    }
    put_each(out, text, put_markdown_character);
}

static void put_latex_character(struct buf *out, unsigned c, struct str bytes)
{
    switch (c) {
    case '\\':
        buf_puts(out, "\\textbackslash{}");
        break;
    case '~':
        buf_puts(out, "\\textasciitilde{}");
        break;
    case '^':
        buf_puts(out, "\\textasciicircum{}");
        break;
    case '<':
        buf_puts(out, "\\textless{}");
        break;
    case '>':
        buf_puts(out, "\\textgreater{}");
        break;
    case '|':
        buf_puts(out, "\\textbar{}");
        break;
    case '"':
        buf_puts(out, "''");
        break; /* \textquotedbl is not in every encoding */
    case '`':
        buf_puts(out, "\\textasciigrave{}");
        break;
    case '\'':
        buf_puts(out, "'");
        break;
    case 0x2212:
        buf_puts(out, "\\ensuremath{-}");
        break;
    case 0x2265:
        buf_puts(out, "\\ensuremath{\\geq}");
        break;
    case 0x2264:
        buf_puts(out, "\\ensuremath{\\leq}");
        break;
    case '&':
    case '%':
    case '$':
    case '#':
    case '_':
    case '{':
    case '}':
        buf_putc(out, '\\');
        buf_putc(out, (char)c);
        break;
    default:
        buf_put(out, bytes);
    }
}

void put_latex(struct buf *out, struct str text) { put_each(out, text, put_latex_character); }

/* Doubling is gnuplot's way to write a single quote, but gnuplot 5.4 takes one at the very start of a text for the
 * text's end. The typographic apostrophe needs no quoting and is the right sign besides. */
static void put_gnuplot_character(struct buf *out, unsigned c, struct str bytes)
{
    buf_put(out, c == '\'' ? STR("\xE2\x80\x99") : bytes);
}

void put_gnuplot(struct buf *out, struct str text)
{
    buf_putc(out, '\'');
    put_each(out, text, put_gnuplot_character);
    buf_putc(out, '\'');
}
