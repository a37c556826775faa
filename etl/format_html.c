/* Web pages by libxml2's HTML parser: the text of the report as lines and paragraphs, table cells
 * parted by tabs, boilerplate left out (etl/html_rules.h). Nothing is fetched. */
#include <libxml/HTMLparser.h>
#include <limits.h>
#include <string.h>

#include "etl/encoding.h"
#include "etl/html_rules.h"
#include "etl/source.h"

enum { HTML_LIMIT = 64 << 20, CELL_SPAN_LIMIT = 32 };

/* What stands between the text written and the text to come; the strongest asked for wins. */
enum gap { GAP_NONE, GAP_BLANK, GAP_LINE, GAP_PARAGRAPH };

struct writer {
    struct buf out;
    enum gap gap;
    size_t tabs;         /* cell borders since the last text of a table row */
    size_t cells;        /* depth of table cells whose text stays on one line */
    size_t preformatted; /* depth of pre */
    const struct html_rules *rules;
    size_t total; /* bytes of visible text on the page */
};

static void ask_gap(struct writer *w, enum gap gap)
{
    if (w->cells > 0 && gap > GAP_BLANK)
        gap = GAP_BLANK;
    if (gap > w->gap)
        w->gap = gap;
}

static void put_gap(struct writer *w)
{
    static const char *const texts[] = { "", " ", "\n", "\n\n" };
    if (w->out.n > 0 && w->gap >= GAP_LINE)
        buf_puts(&w->out, texts[w->gap]);
    if (w->tabs > 0) {
        for (size_t i = 0; i < w->tabs; i++)
            buf_putc(&w->out, '\t');
    } else if (w->gap == GAP_BLANK && w->out.n > 0) {
        char last = w->out.p[w->out.n - 1];
        if (last != '\n' && last != '\t')
            buf_putc(&w->out, ' ');
    }
    w->gap = GAP_NONE;
    w->tabs = 0;
}

/* Bytes of characters that show nothing: soft hyphen, zero-width blanks and joiners, a BOM. */
static size_t invisible(const char *p)
{
    if (strncmp(p, "\xC2\xAD", 2) == 0)
        return 2;
    if (strncmp(p, "\xE2\x80\x8B", 3) == 0 || strncmp(p, "\xE2\x81\xA0", 3) == 0 || strncmp(p, "\xEF\xBB\xBF", 3) == 0)
        return 3;
    return 0;
}

/* A no-break space is kept between digits, where it parts thousands. */
static bool is_plain_nbsp(const struct writer *w, const char *p)
{
    if (strncmp(p, "\xC2\xA0", 2) != 0)
        return false;
    bool digit_before = w->gap == GAP_NONE && w->out.n > 0 && ascii_is_digit(w->out.p[w->out.n - 1]);
    return !(digit_before && ascii_is_digit(p[2]));
}

static void put_text(struct writer *w, const char *p)
{
    while (*p) {
        size_t skip = invisible(p);
        if (skip > 0) {
            p += skip;
        } else if (ascii_is_space(*p) || is_plain_nbsp(w, p)) {
            ask_gap(w, w->preformatted > 0 && *p == '\n' ? GAP_LINE : GAP_BLANK);
            p += ascii_is_space(*p) ? 1 : 2;
        } else {
            put_gap(w);
            buf_putc(&w->out, *p++);
        }
    }
}

static bool name_is_one_of(const xmlNode *node, const char *blank_separated)
{
    struct str rest = str_of(blank_separated), one, name = str_of((const char *)node->name);
    while (str_split_next(&rest, ' ', &one))
        if (str_equal(one, name))
            return true;
    return false;
}

static enum gap gap_of(const xmlNode *node)
{
    if (name_is_one_of(node, "li tr br dt dd option summary caption"))
        return GAP_LINE;
    if (name_is_one_of(node,
                       "p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol dl table thead "
                       "tbody tfoot blockquote pre figure figcaption hr address details fieldset center body form"))
        return name_is_one_of(node, "thead tbody tfoot") ? GAP_LINE : GAP_PARAGRAPH;
    return GAP_NONE;
}

/* Reference marks: a sup of digits, letters alone, brackets and stars, as [1], (2), a, *. */
static bool is_reference_mark(const xmlNode *node)
{
    size_t digits = 0, letters = 0;
    if (!html_is(node, "sup") || html_text_length(node) > 8)
        return false;
    for (const xmlNode *at = node->children; at;) {
        if (at->type == XML_TEXT_NODE)
            for (const char *p = (const char *)at->content; p && *p; p++) {
                digits += ascii_is_digit(*p);
                letters += ascii_is_alpha(*p);
            }
        if (at->children && at->type == XML_ELEMENT_NODE) {
            at = at->children;
            continue;
        }
        while (at != node && !at->next)
            at = at->parent;
        at = at == node ? NULL : at->next;
    }
    return letters == 0 || (letters == 1 && digits == 0);
}

/* A cell that holds blocks of its own lays out the page: its text is no row of a table. */
static bool is_layout_cell(const xmlNode *cell)
{
    size_t paragraphs = 0;
    for (const xmlNode *at = cell->children; at;) {
        if (at->type == XML_ELEMENT_NODE) {
            paragraphs += html_is(at, "p") || html_is(at, "div");
            if (paragraphs > 2 || name_is_one_of(at, "table h1 h2 h3 h4 h5 h6 article section"))
                return true;
        }
        if (at->children && at->type == XML_ELEMENT_NODE) {
            at = at->children;
            continue;
        }
        while (at != cell && !at->next)
            at = at->parent;
        at = at == cell ? NULL : at->next;
    }
    return false;
}

static bool is_cell(const xmlNode *node) { return html_is(node, "td") || html_is(node, "th"); }

static long column_span(const xmlNode *cell)
{
    xmlChar *text = xmlGetProp(cell, BAD_CAST "colspan");
    long span = 1;
    if (!text || !str_to_long(str_trim(str_of((const char *)text)), &span) || span < 1)
        span = 1;
    xmlFree(text);
    return span < CELL_SPAN_LIMIT ? span : CELL_SPAN_LIMIT;
}

/* True when the children are to be walked. */
static bool enter(struct writer *w, xmlNode *node)
{
    if (node->type == XML_TEXT_NODE) {
        put_text(w, (const char *)node->content);
        return false;
    }
    if (node->type != XML_ELEMENT_NODE || html_is_boilerplate(w->rules, node, w->total) || is_reference_mark(node))
        return false;
    if (is_cell(node)) {
        if (is_layout_cell(node)) {
            ask_gap(w, GAP_PARAGRAPH);
        } else {
            w->cells++;
        }
        return true;
    }
    if (html_is(node, "pre"))
        w->preformatted++;
    if (html_is(node, "tr"))
        w->tabs = 0;
    ask_gap(w, gap_of(node));
    return true;
}

static void leave(struct writer *w, const xmlNode *node)
{
    if (html_is(node, "pre"))
        w->preformatted--;
    if (!is_cell(node)) {
        if (html_is(node, "tr"))
            w->tabs = 0;
        ask_gap(w, gap_of(node));
    } else if (w->cells > 0 && !is_layout_cell(node)) {
        w->cells--;
        w->gap = w->gap > GAP_BLANK ? w->gap : GAP_NONE;
        w->tabs += (size_t)column_span(node);
    } else {
        ask_gap(w, GAP_PARAGRAPH);
        w->tabs = 0;
    }
}

static void walk(struct writer *w, xmlNode *root)
{
    xmlNode *node = root;
    while (node) {
        bool down = enter(w, node);
        if (down && node->children) {
            node = node->children;
            continue;
        }
        if (down)
            leave(w, node);
        while (node != root && !node->next) {
            node = node->parent;
            leave(w, node);
        }
        node = node == root ? NULL : node->next;
    }
}

static htmlDocPtr parse(struct arena *a, const struct source *s, struct str bytes, struct faults *faults, struct err *e)
{
    enum {
        OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT
    };
    const char *converted = NULL, *declared = NULL;
    struct str text = bytes;
    bool utf16 = bytes.n >= 2 && (memcmp(bytes.p, "\xFF\xFE", 2) == 0 || memcmp(bytes.p, "\xFE\xFF", 2) == 0);
    if (utf16 || utf8_is_valid(bytes) || !str_contains(str_slice(bytes, 0, 4096), "charset=")) {
        if (text_decode(a, s->path, bytes, NULL, &text, &converted, e) != ST_OK)
            return NULL;
        declared = "UTF-8";
    } else if (bytes_are_binary(bytes)) {
        fail(e, ST_INPUT, (struct place){ s->path, 0, 0 }, "give a text, HTML or PDF file, or a table",
             "is binary and no text");
        return NULL;
    }
    if (converted)
        note(faults, s->path, "save it as UTF-8 if letters look wrong", "is not UTF-8 and was read as %s", converted);
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    htmlDocPtr page = parser ? htmlCtxtReadMemory(parser, text.p, (int)text.n, NULL, declared, OPTIONS) : NULL;
    /* the parser gives up on a page nested deeper than 256 elements, and what follows would be lost unsaid */
    bool given_up = page && parser->lastError.code == XML_ERR_INTERNAL_ERROR;
    if (parser)
        htmlFreeParserCtxt(parser);
    if (given_up) {
        fail(e, ST_INPUT, (struct place){ s->path, 0, 0 }, "save the report's text alone", "is nested too deep");
        xmlFreeDoc(page);
        return NULL;
    }
    if (!page)
        fail(e, ST_INPUT, (struct place){ s->path, 0, 0 }, "open it in a browser and save it again", "is no HTML page");
    return page;
}

static enum status write_page(struct arena *a, const struct source *s, htmlDocPtr page, struct document *out,
                              struct err *e)
{
    struct html_rules *rules;
    enum status st = html_rules_load(a, &rules, e);
    if (st != ST_OK)
        return st;
    xmlNode *root = xmlDocGetRootElement(page), *body = root ? root->children : NULL;
    while (body && !html_is(body, "body"))
        body = body->next;
    struct writer w = { .rules = rules };
    buf_init(&w.out, HTML_LIMIT * 2u);
    if (body) {
        html_measure(body);
        w.total = html_text_length(body);
        walk(&w, body);
    }
    if (w.out.failed)
        st = fail_memory(e);
    else if (w.out.n == 0)
        st = fail(e, ST_INPUT, (struct place){ s->path, 0, 0 }, "save the page as a browser shows it",
                  "holds no text beside menus and scripts");
    else {
        buf_putc(&w.out, '\n');
        out->text = arena_copy(a, buf_str(&w.out));
        st = out->text.p ? ST_OK : fail_memory(e);
    }
    buf_free(&w.out);
    return st;
}

static enum status read_text(struct arena *a, const struct source *s, struct str bytes, struct document *out,
                             struct faults *faults, struct err *e)
{
    if (bytes.n > HTML_LIMIT)
        return fail(e, ST_INPUT, (struct place){ s->path, 0, 0 }, "save the report's text alone",
                    "is an HTML page of more than %d MiB", HTML_LIMIT >> 20);
    htmlDocPtr page = parse(a, s, bytes, faults, e);
    if (!page)
        return e->status;
    enum status st = write_page(a, s, page, out, e);
    xmlFreeDoc(page);
    return st;
}

const struct format format_html = {
    .name = "html",
    .extensions = "html htm xhtml",
    .help = "web pages; menus, notices, related links and the like are left out (data/html_boilerplate.csv)",
    .read_text = read_text,
};
