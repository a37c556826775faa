/* Sources as documents: encodings, web pages, PDFs, and what is refused. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/file.h"
#include "etl/source.h"
#include "tests/tap.h"

static struct arena *arena;
static struct faults faults;
static struct err e;

/* Reads `bytes` as a file of that extension. */
static enum status read_bytes(const char *extension, struct str bytes, struct document *d)
{
    arena_free(arena);
    arena = arena_new(0);
    faults_init(&faults, arena);
    const char *path = arena_printf(arena, "build/test-source-%ld.%s", (long)getpid(), extension).p;
    struct source s;
    enum status st = file_write(path, bytes, &e);
    if (st == ST_OK)
        st = source_of_file(arena, path, &s, &e);
    if (st == ST_OK)
        st = document_read(arena, &s, d, &faults, &e);
    unlink(path);
    return st;
}

static enum status read_file(const char *path, struct document *d)
{
    arena_free(arena);
    arena = arena_new(0);
    faults_init(&faults, arena);
    struct source s;
    enum status st = source_of_file(arena, path, &s, &e);
    return st == ST_OK ? document_read(arena, &s, d, &faults, &e) : st;
}

static bool e_says(const char *part) { return strstr(e.what, part) != NULL; }

TEST("plain UTF-8 text stays as it is, its byte order mark too")
{
    struct document d;
    CHECK(read_bytes("txt",
                     STR("\xEF\xBB\xBFIn 2020\r\n\xC2\xA0"
                         "26 victims"),
                     &d) == ST_OK);
    CHECK_TEXT(d.text, "\xEF\xBB\xBFIn 2020\r\n\xC2\xA0"
                       "26 victims");
    CHECK(faults.list.n == 0 && d.sha256.n == 64);
}
TEST("Windows-1252 is converted and said so")
{
    struct document d;
    CHECK(read_bytes("txt",
                     STR("the \x93"
                         "26\x94 victims \x96 caf\xE9 \x80"),
                     &d) == ST_OK);
    CHECK_TEXT(d.text, "the \xE2\x80\x9C"
                       "26\xE2\x80\x9D victims \xE2\x80\x93 caf\xC3\xA9 \xE2\x82\xAC");
    CHECK(faults.list.n == 1 && faults.worst == ST_OK);
}
TEST("UTF-16 with a byte order mark is converted, pairs of surrogates too")
{
    struct document d;
    CHECK(read_bytes("txt",
                     STR("\xFF\xFE"
                         "2\0006\0 \0\x3D\xD8\x00\xDE"),
                     &d) == ST_OK);
    CHECK_TEXT(d.text, "26 \xF0\x9F\x98\x80");
    CHECK(read_bytes("txt",
                     STR("\xFE\xFF"
                         "\0002\0006\xD8\x3D"),
                     &d) == ST_OK); /* half a pair */
    CHECK_TEXT(d.text, "26\xEF\xBF\xBD");
}
TEST("empty, blank and binary files are refused with what to do")
{
    struct document d;
    CHECK(read_bytes("txt", STR(""), &d) == ST_INPUT && e_says("empty"));
    CHECK(read_bytes("txt", STR(" \n\t\n"), &d) == ST_INPUT && e_says("empty"));
    CHECK(read_bytes("txt", STR("ab\0cd"), &d) == ST_INPUT && e_says("binary"));
    CHECK(read_bytes("txt", STR("\x01\x02\x03\x04 text"), &d) == ST_INPUT && e_says("binary"));
    CHECK(read_bytes("html", STR("<p>\0</p>"), &d) == ST_INPUT && e_says("binary"));
    CHECK(read_bytes("exe", STR("text"), &d) == ST_INPUT && e_says("no format"));
    CHECK(read_file("tests/etl/fixtures/not-there.txt", &d) == ST_INPUT);
}
TEST("a web page gives its report and nothing around it")
{
    struct document d;
    CHECK(read_file("tests/etl/fixtures/page.html", &d) == ST_OK);
    CHECK_TEXT(d.text, "Trafficking in Testland in 2020\n\n"
                       "Police identified 83 victims, of whom 79 were women; over 1\xC2\xA0"
                       "234 people were screened.\n\n"
                       "Courts\n\n21 cases were prosecuted\n11 persons were convicted\n\n"
                       "Year\t2019\t2020\nConvictions\t7\t11\nArrests\t\t15\n\n"
                       "The 20th shelter opened.\nIt housed 40 people.\n");
}
TEST("a form or sidebar class around the whole page loses nothing")
{
    struct document d;
    CHECK(read_bytes("html",
                     STR("<body class='sidebar'><form><div class=menu>a 5</div><p>Police freed 26 people "
                         "in 2020 from forced labour.</p></form></body>"),
                     &d) == ST_OK);
    CHECK_TEXT(d.text, "Police freed 26 people in 2020 from forced labour.\n");
}
TEST("a page in a declared encoding is read in it")
{
    struct document d;
    CHECK(read_bytes("html", STR("<meta charset=windows-1251><p>\xC2 2020 26 \xEB\xFE\xE4\xE5\xE9</p>"), &d) == ST_OK);
    CHECK_TEXT(d.text, "\xD0\x92 2020 26 \xD0\xBB\xD1\x8E\xD0\xB4\xD0\xB5\xD0\xB9\n");
}
TEST("a page nested 200,000 deep is an answer and no crash")
{
    struct document d;
    struct buf b;
    buf_init(&b, 0);
    for (int i = 0; i < 200000; i++)
        buf_puts(&b, "<div>");
    buf_puts(&b, "26 victims");
    enum status st = read_bytes("html", buf_str(&b), &d);
    CHECK(st == ST_INPUT && e_says("nested too deep")); /* the rest of it would be lost unsaid */
    buf_free(&b);
}
TEST("what is no PDF, and a PDF without text, are refused with what to do")
{
    struct document d;
    CHECK(read_bytes("pdf", STR("not a pdf"), &d) == ST_INPUT && e_says("no PDF"));
    CHECK(read_bytes("pdf", STR("%PDF-1.4\nbroken"), &d) == ST_INPUT && e_says("no PDF"));
}
TEST("a PDF report gives paragraphs, without page headers, page numbers and axis labels")
{
    struct document d;
    CHECK(read_file("tests/etl/fixtures/report.pdf", &d) == ST_OK);
    CHECK_TEXT(d.text,
               "Victims and courts\n\n"
               "In 2020 the police of Testland identified 83 victims of human trafficking, of whom 79 were women; "
               "the courts convicted twenty-six traffickers in the years 2019-2020. Human trafficking stayed "
               "widespread. Hotline operators of the observatory received, in all, 1,234 calls in 2020.\n\n"
               "Indicator 2018 2019 2020\nVictims identified 83 40 1,234\nConvictions 17 11 6\n\n"
               "Shelters housed 40 people during the year, most of whom came from neighbouring countries and were "
               "exploited on farms. No official was convicted.\n");
    CHECK(d.n_pages == 3 && str_starts(str_slice(d.text, d.page_starts[1], d.text.n), "Shelters") &&
          str_starts(str_slice(d.text, d.page_starts[2], d.text.n), "neighbouring"));
    CHECK(read_file("tests/etl/fixtures/no-text.pdf", &d) == ST_INPUT && e_says("no text layer"));
}

TEST("of two sources with one name the second is left out and said, also when the first is of another list")
{
    struct arena *a = arena_new(0);
    struct faults left_out;
    struct vec sources;
    const char *path = arena_printf(a, "build/test-sources-%ld.csv", (long)getpid()).p;
    faults_init(&left_out, a);
    vec_init(&sources, a, sizeof(struct source), 100);
    CHECK(file_write(path, STR("source_id,file\na,1.txt\nb,2.txt\na,3.txt\n,4.txt\n"), &e) == ST_OK);
    CHECK(sources_read(a, path, &sources, &left_out, &e) == ST_OK && sources.n == 2 && left_out.list.n == 2);
    CHECK(sources_read(a, path, &sources, &left_out, &e) == ST_OK && sources.n == 2 && left_out.list.n == 6);
    CHECK(left_out.worst == ST_INPUT);
    CHECK_TEXT(VEC_AT(struct source, &sources, 1)->record.source_id, "b");
    unlink(path);
    arena_free(a);
}
