/* The default style can be read by everyone; a wrong style says where it is wrong. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"
#include "plots/style.h"
#include "tests/tap.h"

/* WCAG 2.1, relative luminance and contrast ratio against white. */
static double contrast(struct str colour)
{
    static const double weights[] = { 0.2126, 0.7152, 0.0722 };
    double luminance = 0;
    for (size_t i = 0; i < 3; i++) {
        char pair[3] = { colour.p[1 + i * 2], colour.p[2 + i * 2], '\0' };
        double part = (double)strtol(pair, NULL, 16) / 255;
        luminance += weights[i] * (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return 1.05 / (luminance + 0.05);
}

TEST("every text colour has a contrast of 4.5 on white, every line colour of 3")
{
    struct arena *a = arena_new(0);
    struct style s;
    struct err e;
    const char *folder = NULL;
    CHECK(data_folder(a, &folder, &e) == ST_OK && style_load(a, folder, STR(""), &s, &e) == ST_OK);
    for (size_t i = 0; i < STYLE_SERIES; i++) {
        CHECK(contrast(s.series[i].line) >= 3);
        CHECK(contrast(s.series[i].text) >= 4.5);
    }
    struct str texts[] = { s.title_colour, s.subtitle_colour, s.text_colour, s.note_colour };
    for (size_t i = 0; i < 4; i++)
        CHECK(contrast(texts[i]) >= 4.5);
    CHECK_NEAR(contrast(STR("#0072b2")), 5.19, 0.01); /* as computed by the WCAG contrast tables */
    arena_free(a);
}

/* Loads the default style with one text replaced by another. */
static enum status load_with(struct arena *a, const char *from, const char *to, struct err *e)
{
    const char *folder = NULL, *path = "build/test-style.yaml";
    struct str text;
    struct style s;
    if (data_folder(a, &folder, e) != ST_OK ||
        file_read(a, path_join(a, folder, "styles/default.yaml"), 0, &text, e) != ST_OK)
        return ST_SYSTEM;
    const char *at = strstr(text.p, from);
    struct buf b;
    buf_init(&b, 0);
    buf_put(&b, str_slice(text, 0, at ? (size_t)(at - text.p) : 0));
    buf_puts(&b, to);
    buf_puts(&b, at ? at + strlen(from) : "");
    enum status st = at ? file_write_buf(path, &b, e) : ST_SYSTEM;
    buf_free(&b);
    return st == ST_OK ? style_load(a, folder, str_of(path), &s, e) : st;
}

TEST("a wrong style is answered with the place and what to do")
{
    struct arena *a = arena_new(0);
    struct err e;
    CHECK(load_with(a, "note_size: 7.5", "note_size: 7.5", &e) == ST_OK);
    CHECK(load_with(a, "note_size: 7.5", "note_sise: 7.5", &e) != ST_OK && strstr(e.todo, "note_size") && e.line > 0);
    CHECK(load_with(a, "note_size: 7.5", "note_size: 700", &e) == ST_INPUT && strstr(e.what, "between"));
    CHECK(load_with(a, "note_size: 7.5", "", &e) == ST_INPUT && strstr(e.what, "'note_size' is missing"));
    CHECK(load_with(a, "\"#0072b2\"", "\"#0072b'\"", &e) == ST_INPUT && strstr(e.what, "no colour") && e.line > 0);
    CHECK(load_with(a, "family: Noto Sans", "family: \"x' ; system('touch ran')\"", &e) == ST_INPUT);
    remove("build/test-style.yaml");
    arena_free(a);
}
