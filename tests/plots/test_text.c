/* Measuring, wrapping, numbers and escapes. */
#include <string.h>

#include "core/arena.h"
#include "core/file.h"
#include "plots/text.h"
#include "tests/tap.h"

static struct arena *a; /* of the test that runs */

static void fresh(void)
{
    arena_free(a);
    a = arena_new(0);
}

static struct str escaped(void (*put)(struct buf *, struct str), struct str text)
{
    struct buf b;
    buf_init(&b, 0);
    put(&b, text);
    struct str out = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

TEST("text width: as pango sets it, Cyrillic too")
{
    static const char path[] = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";
    struct font *font;
    struct err e;
    fresh();
    if (!file_exists(path))
        SKIP("no Noto Sans on this machine");
    CHECK(font_load(a, path, &font, &e) == ST_OK);
    /* word boxes of `pdftotext -bbox` on a PDF that cairo and pango set at 100 pt */
    CHECK_NEAR(font_width(font, STR("Convictions")), 5.422, 0.002);
    CHECK_NEAR(font_width(font, STR("Осуждённые")), 6.282, 0.002);
    CHECK_NEAR(font_width(font, STR("3,910–28")), 4.200, 0.002);
}

TEST("text width: a cut font file is refused or measured, never read past its end")
{
    static const char path[] = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";
    struct err e;
    struct font *font;
    struct str bytes;
    fresh();
    if (!file_exists(path) || file_read(a, path, 0, &bytes, &e) != ST_OK)
        SKIP("no Noto Sans on this machine");
    for (size_t n = 0; n < bytes.n; n += 1 + bytes.n / 97) {
        struct str cut = arena_copy(a, str_slice(bytes, 0, n));
        if (font_parse(a, cut, "cut.ttf", &font, &e) == ST_OK)
            CHECK(font_width(font, STR("Convictions 12")) >= 0);
        else
            CHECK(e.status == ST_INPUT);
    }
    CHECK(font_load(a, "README.md", &font, &e) == ST_INPUT);
}

TEST("text wrap: no line is wider than asked, no word is lost, a long word is broken")
{
    fresh();
    /* without a font each character is 0.6 em: 10 characters of 10 pt are 60 pt */
    struct lines lines = text_wrap(a, STR("one two  three\nfour"), NULL, 10, 60);
    CHECK(lines.n == 2);
    CHECK_TEXT(lines.line[0], "one two");
    CHECK_TEXT(lines.line[1], "three four");
    lines = text_wrap(a, STR("in abcdefghijklmnopqrstuvw end"), NULL, 10, 60);
    CHECK(lines.n == 4);
    CHECK_TEXT(lines.line[1], "abcdefghij");
    CHECK_TEXT(lines.line[3], "uvw end");
    lines = text_wrap(a, STR("жертвыторговли"), NULL, 10, 60);
    CHECK(lines.n == 2);
    CHECK_TEXT(lines.line[0], "жертвыторг");
    CHECK(text_wrap(a, STR(""), NULL, 10, 60).n == 1);
}

TEST("text clean: control characters, bidi controls and invalid UTF-8 do not pass")
{
    fresh();
    CHECK_TEXT(text_clean(a, STR("a\r\n\tb\x1b[31mc\x7f"
                                 "d")),
               "a b [31mc d");
    CHECK_TEXT(text_clean(a, STR("left\xE2\x80\xAEtfel")), "lefttfel");
    CHECK_TEXT(text_clean(a, STR("x\xC0\xAFy\xFF")), "x\xEF\xBF\xBD\xEF\xBF\xBDy\xEF\xBF\xBD");
    CHECK_TEXT(text_clean(a, (struct str){ "a\0b", 3 }), "a b");
}

TEST("numbers for people")
{
    fresh();
    CHECK_TEXT(text_number(a, 1234567), "1,234,567");
    CHECK_TEXT(text_number(a, 0), "0");
    CHECK_TEXT(text_number(a, -12.5), "\xE2\x88\x92"
                                      "12.5");
    CHECK_TEXT(text_number(a, 0.25), "0.25");
    CHECK_TEXT(text_number(a, 100.4), "100");
    CHECK_TEXT(text_estimate(a, 2.2353), "2.2");
    CHECK_TEXT(text_estimate(a, 0.16667), "0.17");
    CHECK_TEXT(text_estimate(a, 216.4), "216");
    CHECK_TEXT(text_estimate(a, 0.00934), "0.0093");
    CHECK_TEXT(text_p(a, 0.0322), "0.032");
    CHECK_TEXT(text_p(a, 0.0496), "0.050");
    CHECK_TEXT(text_p(a, 0.5), "0.50");
    CHECK_TEXT(text_p(a, 1), "1");
    CHECK_TEXT(text_p_exact(a, 0.000241), "0.00024");
    CHECK_TEXT(text_p(a, 0.004), "0.0040");
    CHECK_TEXT(text_p(a, 1e-30), "< 0.001");
}

static const char hostile[] = "\"q\" 'a' `ls` <script>alert(1)</script> $x \\ | { } & % # _ ^ ~ [l](u) *b*\nnew\x01";

TEST("HTML: hostile text stays text")
{
    fresh();
    CHECK_TEXT(escaped(put_html, STR("<script>\"'&</script>\n\x02")),
               "&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;  ");
    struct str out = escaped(put_html, str_of(hostile));
    CHECK(!str_contains(out, "<") && !str_contains(out, "\"") && !str_contains(out, "'") && !str_contains(out, "\n"));
}

TEST("Markdown: hostile text stays text, in a paragraph, a link text and a table cell")
{
    fresh();
    CHECK_TEXT(escaped(put_markdown, STR("a|b [c](d) `e` <f> *g* $h \\ {i} #")),
               "a\\|b \\[c\\](d) \\`e\\` \\<f\\> \\*g\\* \\$h \\\\ \\{i\\} \\#");
    CHECK_TEXT(escaped(put_markdown, STR("1. no list")), "1\\. no list");
    CHECK_TEXT(escaped(put_markdown, STR("0.5 of it")), "0.5 of it");
    CHECK_TEXT(escaped(put_markdown, STR("- no list")), "\\- no list");
    CHECK_TEXT(escaped(put_markdown, STR("&lt; no entity")), "\\&lt; no entity");
    CHECK(!str_contains(escaped(put_markdown, str_of(hostile)), "\n"));
}

TEST("LaTeX: hostile text stays text")
{
    fresh();
    CHECK_TEXT(escaped(put_latex, STR("\\input{x} $ & % # _ ^ ~ < > | \"")),
               "\\textbackslash{}input\\{x\\} \\$ \\& \\% \\# \\_ \\textasciicircum{} \\textasciitilde{} \\textless{} "
               "\\textgreater{} \\textbar{} ''");
}

TEST("gnuplot: single quotes only, none inside, nothing ends the line")
{
    fresh();
    CHECK_TEXT(escaped(put_gnuplot, STR("it's `x`\n\"y\" \\n")), "'it\xE2\x80\x99s `x` \"y\" \\n'");
}
