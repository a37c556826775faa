/* What is done to gnuplot's pictures behind gnuplot. */
#include <string.h>

#include "core/arena.h"
#include "plots/pictures.h"
#include "tests/tap.h"

static const char svg[] =
    "<?xml version=\"1.0\"?>\n<svg \n width=\"9\" viewBox=\"0 0 9 9\">\n<title>Gnuplot</title>\n<desc>Produced by "
    "GNUPLOT</desc>\n"
    "<g id=\"gnuplot_canvas\"><defs><circle id='gpPt5' r='1'/><use xlink:href='#gpPt5' id='gpPt6'/></defs>\n"
    "<g id=\"gnuplot_plot_1\" ><title>$d1 using 1:2</title><polygon fill = 'url(#gp7)' points='1,2 3,4'/></g>\n"
    "<g font-family=\"Noto Sans:Bold\" font-size=\"9\"><text>a &lt; b</text></g></g></svg>\n";

TEST("SVG: title, description and role are set, ids carry the prefix, bold is a weight, no expression leaks")
{
    struct svg_naming naming = { STR("chart-x"), STR("T <1>"), STR("D \"2\""), STR("DejaVu Sans, sans-serif") };
    struct buf out;
    buf_init(&out, 0);
    svg_finish(str_of(svg), &naming, &out);
    struct str s = buf_str(&out);
    CHECK(str_contains(s, "role=\"img\" aria-labelledby=\"chart-x-title chart-x-desc\">"));
    CHECK(str_contains(
        s, "<title id=\"chart-x-title\">T &lt;1&gt;</title>\n<desc id=\"chart-x-desc\">D &quot;2&quot;</desc>"));
    CHECK(!str_contains(s, "Gnuplot<") && !str_contains(s, "GNUPLOT") && !str_contains(s, "using"));
    CHECK(str_contains(s, "<circle id=\"chart-x-gpPt5\" r=\"1\"/>"));
    CHECK(str_contains(s, "<use xlink:href=\"#chart-x-gpPt5\" id=\"chart-x-gpPt6\"/>"));
    CHECK(str_contains(s, "<polygon fill=\"url(#chart-x-gp7)\" points=\"1,2 3,4\"/>"));
    CHECK(str_contains(s, "font-family=\"Noto Sans, DejaVu Sans, sans-serif\" font-weight=\"bold\" font-size=\"9\""));
    CHECK(str_contains(s, "<text>a &lt; b</text>"));
    CHECK(svg_is_whole(s));
    buf_free(&out);
}

TEST("SVG: any cut of the file is finished without reading past its end, and is not whole")
{
    struct svg_naming naming = { STR("x"), STR("t"), STR("d"), STR("") };
    for (size_t n = 0; n < sizeof svg - 3; n++) {
        struct buf out;
        buf_init(&out, 0);
        svg_finish((struct str){ svg, n }, &naming, &out);
        CHECK(!svg_is_whole((struct str){ svg, n }));
        buf_free(&out);
    }
}

/* A PNG of one pixel (signature, IHDR, IDAT, IEND), from the PNG specification's own layout. */
static const unsigned char png[] = { 0x89, 'P',  'N',  'G',  13,   10,  26,  10,   0,    0,    0,    13,   'I',  'H',
                                     'D',  'R',  0,    0,    0,    1,   0,   0,    0,    1,    8,    0,    0,    0,
                                     0,    0x3a, 0x7e, 0x9b, 0x55, 0,   0,   0,    10,   'I',  'D',  'A',  'T',  0x78,
                                     0x9c, 0x63, 0x60, 0,    0,    0,   2,   0,    1,    0x48, 0xaf, 0xa4, 0x71, 0,
                                     0,    0,    0,    'I',  'E',  'N', 'D', 0xae, 0x42, 0x60, 0x82 };

TEST("PNG: a pHYs chunk of the right size and checksum stands behind IHDR; a second time changes nothing")
{
    struct buf once, twice;
    buf_init(&once, 0);
    buf_init(&twice, 0);
    struct str raw = { (const char *)png, sizeof png };
    CHECK(png_is_whole(raw));
    CHECK(!png_is_whole(str_slice(raw, 0, raw.n - 1)) && !png_is_whole(STR("")));
    png_set_resolution(raw, 192, &once);
    /* 192 pixels an inch are 7559 a metre (0x1d87); checksum by Python's zlib.crc32 */
    static const unsigned char want[] = { 0,    0, 0, 9,    'p',  'H', 'Y',  's',  0,    0,   0x1d,
                                          0x87, 0, 0, 0x1d, 0x87, 1,   0x8f, 0xe5, 0xf1, 0x65 };
    CHECK(once.n == sizeof png + 21 && memcmp(once.p + 33, want, 21) == 0);
    CHECK(png_is_whole(buf_str(&once)));
    png_set_resolution(buf_str(&once), 192, &twice);
    CHECK(twice.n == once.n && memcmp(once.p, twice.p, once.n) == 0);
    buf_free(&once);
    buf_free(&twice);
}

TEST("PDF: dates become a constant of the same length, nothing else changes")
{
    struct buf out;
    buf_init(&out, 0);
    pdf_set_date(STR("%PDF-1.5\n1 0 obj << /Creator (cairo)\n /CreationDate (D:20261121204459Z)\n /ModDate (D:2026) "
                     ">>\n%%EOF\n"),
                 &out);
    CHECK_TEXT(
        buf_str(&out),
        "%PDF-1.5\n1 0 obj << /Creator (cairo)\n /CreationDate (D:20000101000000Z)\n /ModDate (D:2000) >>\n%%EOF\n");
    CHECK(pdf_is_whole(buf_str(&out)) && !pdf_is_whole(STR("%PDF-1.5\n")));
    buf_free(&out);
}
