#include "plots/snippets.h"

#include "core/file.h"
#include "plots/text.h"

#define S(x) (int)(x).n, (x).p

static void put_md(struct buf *b, const struct chart_made *m, const struct snippet_size *size)
{
    (void)size;
    buf_puts(b, "![");
    put_markdown(b, m->alt);
    buf_printf(b, "](%.*s.svg)\n\n*", S(m->stem));
    put_markdown(b, m->title);
    buf_puts(b, "*\n");
}

/* In pandoc's Word output the text in brackets becomes the picture's alternative text. The backslash keeps
 * the picture from becoming a figure, which would print that text as its caption. */
static void put_docx_md(struct buf *b, const struct chart_made *m, const struct snippet_size *size)
{
    buf_puts(b, "![");
    put_markdown(b, m->alt);
    buf_printf(b, "](%.*s.png){width=%gmm}\\\n\n::: {custom-style=\"Caption\"}\n", S(m->stem), size->width_mm);
    put_markdown(b, m->title);
    buf_puts(b, "\n:::\n");
}

static void put_tex(struct buf *b, const struct chart_made *m, const struct snippet_size *size)
{
    (void)size;
    buf_puts(b, "% needs \\usepackage{graphicx}\n\\begin{figure}[htbp]\n  \\centering\n"
                "  \\includegraphics[width=\\linewidth,alt={");
    put_latex(b, m->alt);
    buf_printf(b, "}]{%.*s.pdf}\n  \\caption{", S(m->stem));
    put_latex(b, m->title);
    buf_printf(b, "}\n  \\label{fig:%.*s}\n\\end{figure}\n", S(m->stem));
}

static void put_html_figure(struct buf *b, const struct chart_made *m, const struct snippet_size *size)
{
    buf_printf(b, "<figure id=\"chart-%.*s\">\n  <img src=\"%.*s.svg\" width=\"%.0f\" height=\"%.0f\" alt=\"",
               S(m->stem), S(m->stem), size->width_px, size->height_px);
    put_html(b, m->alt);
    buf_puts(b, "\">\n  <figcaption>");
    put_html(b, m->title);
    buf_puts(b, "</figcaption>\n</figure>\n");
}

static void put_alt(struct buf *b, const struct chart_made *m, const struct snippet_size *size)
{
    (void)size;
    buf_put(b, m->alt);
    buf_putc(b, '\n');
}

enum status snippets_write(struct arena *a, const struct chart_made *made, const struct snippet_size *size,
                           const char *base, struct err *e)
{
    static const struct {
        const char *ending;
        void (*put)(struct buf *, const struct chart_made *, const struct snippet_size *);
    } kinds[] = { { ".md", put_md },
                  { ".docx.md", put_docx_md },
                  { ".tex", put_tex },
                  { ".html", put_html_figure },
                  { ".alt.txt", put_alt } };
    enum status st = ST_OK;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && st == ST_OK; i++) {
        struct buf b;
        buf_init(&b, 0);
        kinds[i].put(&b, made, size);
        const char *path = arena_cstr(a, arena_printf(a, "%s%s", base, kinds[i].ending));
        st = path ? file_write_buf(path, &b, e) : fail_memory(e);
        buf_free(&b);
    }
    return st;
}
