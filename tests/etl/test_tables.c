/* Cells, delimiters and sheets. */
#include "etl/cell.h"
#include "etl/source.h"
#include "etl/xlsx_part.h"
#include "tests/etl/support.h"

static enum status read_sheet(struct fixture *x, const char *path, const char *sheet, size_t skip, struct table *t)
{
    struct source s;
    const struct table_reading reading = { .sheet = sheet, .options = { .skip_rows = skip } };
    enum status st = source_of_file(x->arena, path, &s, &x->e);
    return st == ST_OK ? source_table_read(x->arena, &s, &reading, t, &x->faults, &x->e) : st;
}

static void number(const char *cell, char thousands, double want)
{
    double got;
    bool good = cell_number(str_of(cell), thousands, &got);
    CHECK(good == !isnan(want));
    if (good)
        CHECK_NEAR(got, want, 0);
}

TEST("thousands are read only in groups of three")
{
    number(" 1,653 ", ',', 1653);
    number("38,928,000", ',', 38928000);
    number("1,022.5", ',', 1022.5);
    number("-1,022", ',', -1022);
    number("1.022", '.', 1022);
    number("1.0", ',', 1);
    number("1,65", ',', NAN);
    number("1653,000", ',', NAN);
    number(",653", ',', NAN);
    number("1,,653", ',', NAN);
    number("1,653", 0, NAN);
    number("<5", ',', NAN);
    number("", ',', NAN);
    number("nan", ',', NAN);
    number("0x10", ',', NAN);
}

static void period(const char *cell, enum cell_time format, const char *want)
{
    struct date a, b;
    char got[32] = "none";
    if (cell_period(str_of(cell), format, &a, &b))
        snprintf(got, sizeof got, "%04d-%02d-%02d/%04d-%02d-%02d", a.year, a.month, a.day, b.year, b.month, b.day);
    CHECK_TEXT(str_of(got), want);
}

TEST("the ways in which data sets write time")
{
    period("2008.0", TIME_YEAR, "2008-01-01/2008-12-31");
    period("20081", TIME_YEAR, "none");
    period("2014-2018", TIME_YEARS, "2014-01-01/2018-12-31");
    period("2014\xE2\x80\x93"
           "2018",
           TIME_YEARS, "2014-01-01/2018-12-31");
    period("2019", TIME_YEARS, "2019-01-01/2019-12-31");
    period("2018-2014", TIME_YEARS, "none");
    period("2023-12-31 00:00:00", TIME_ISO_DATE, "2023-12-31/2023-12-31");
    period("2023-02-30", TIME_ISO_DATE, "none");
    period("Mon, 01/06/2014 - 12:00", TIME_US_DATE, "2014-01-06/2014-01-06");
    period("13/06/2014", TIME_US_DATE, "none");
    period("2020-02", TIME_PERIOD, "2020-02-01/2020-02-29");
    period("SIN_FECHA", TIME_PERIOD, "none");
}
TEST("the delimiter is the one that parts the rows evenly")
{
    CHECK(delimiter_sniff(STR("a;b;c\n1,5;2;3\n2,5;2;3\n"), 0) == ';');
    CHECK(delimiter_sniff(STR("a\tb\n1, 2\t3\n"), 0) == '\t');
    CHECK(delimiter_sniff(STR("a|b\n1|2\n"), 0) == '|');
    CHECK(delimiter_sniff(STR("one\ntwo\n"), 0) == ',');
    CHECK(delimiter_sniff(STR("a,b\n\"x;y;z;\n;\",2\n"), 0) == ',');
    CHECK(delimiter_sniff(STR("Banner, with; marks\na;b;c\n1;2;3\n"), 1) == ';');
}
TEST("a sheet is read whatever its dimension record says, banner rows and blank rows aside")
{
    struct fixture x;
    struct table t;
    fixture_start(&x);
    CHECK(read_sheet(&x, "tests/etl/fixtures/suppressed.xlsx", NULL, 2, &t) == ST_OK);
    CHECK(t.n_columns == 8 && t.n_rows == 5);
    CHECK_TEXT(t.columns[1], "Indicator"); /* rich text in two runs, its phonetic hint left out */
    CHECK_TEXT(table_cell(&t, 1, 7), "<5");
    CHECK(table_place(&t, 2).line == 7);
    CHECK_TEXT(str_of(t.sheet), "data");
    CHECK(fixture_losses(&x) == 1 && fixture_says(&x, "beyond the 8 columns"));
    fixture_end(&x);
}
TEST("dates by style, numbers as people see them, flags, errors, formulas, cells without reference")
{
    struct fixture x;
    struct table t;
    fixture_start(&x);
    CHECK(read_sheet(&x, "tests/etl/fixtures/dates.xlsx", "kinds of cells", 0, &t) == ST_OK);
    CHECK(t.n_columns == 5 && t.n_rows == 3);
    CHECK_TEXT(table_cell(&t, 0, 0), "2020-01-01"); /* 43831: the day number that spreadsheets give this date */
    CHECK_TEXT(table_cell(&t, 1, 0), "2020-01-01 18:00:00");
    CHECK_TEXT(table_cell(&t, 0, 1), "0.1");
    CHECK_TEXT(table_cell(&t, 1, 1), "1653"); /* a format with text in quotes is no date */
    CHECK_TEXT(table_cell(&t, 0, 2), "TRUE");
    CHECK_TEXT(table_cell(&t, 1, 2), "#N/A");
    CHECK_TEXT(table_cell(&t, 0, 3), "");
    CHECK_TEXT(table_cell(&t, 0, 4), "made");
    CHECK_TEXT(table_cell(&t, 2, 1), "7");
    CHECK(read_sheet(&x, "tests/etl/fixtures/dates.xlsx", "kinds of cell", 0, &t) == ST_USAGE &&
          strstr(x.e.todo, "kinds of cells"));
    CHECK(read_sheet(&x, "tests/etl/fixtures/suppressed.xlsx", "empty", 0, &t) == ST_INPUT);
    fixture_end(&x);
}
TEST("what is no workbook, cut short, declares entities or unpacks to too much is refused")
{
    struct fixture x;
    struct table t;
    struct str bytes;
    fixture_start(&x);
    CHECK(read_sheet(&x, "tests/etl/fixtures/entities.xlsx", NULL, 0, &t) == ST_INPUT && strstr(x.e.what, "damaged"));
    CHECK(file_read(x.arena, "tests/etl/fixtures/suppressed.xlsx", 0, &bytes, &x.e) == ST_OK);
    for (size_t n = 1; n < bytes.n; n += 37) {
        const char *path = fixture_file(&x, "cut.xlsx", str_slice(bytes, 0, n));
        CHECK(read_sheet(&x, path, NULL, 0, &t) == ST_INPUT);
        unlink(path);
    }
    const char *path = fixture_file(&x, "old.xlsx", STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"));
    CHECK(read_sheet(&x, path, NULL, 0, &t) == ST_INPUT && strstr(x.e.what, "encrypted"));
    unlink(path);
    struct part_zip *z;
    bool found;
    const struct part_handler nothing = { .start = NULL }; /* the limit is met before any element */
    CHECK(part_zip_open("x.xlsx", bytes, 40, &z, &x.e) == ST_OK);
    CHECK(part_read(z, "xl/workbook.xml", &nothing, &found, &x.e) == ST_INPUT && strstr(x.e.what, "unpacks to more"));
    part_zip_close(z);
    fixture_end(&x);
}
TEST("a table in Mac Roman or UTF-16 is read as such")
{
    struct fixture x;
    struct table t;
    struct source s;
    fixture_start(&x);
    const char *path = fixture_file(&x, "mac.csv", STR("a,b\n13 Dec 2000\xCA,caf\x8E\n"));
    const struct table_reading mac = { .encoding = "macintosh" };
    CHECK(source_of_file(x.arena, path, &s, &x.e) == ST_OK);
    CHECK(source_table_read(x.arena, &s, &mac, &t, &x.faults, &x.e) == ST_OK);
    CHECK_TEXT(table_cell(&t, 0, 0), "13 Dec 2000\xC2\xA0");
    CHECK_TEXT(table_cell(&t, 0, 1), "caf\xC3\xA9");
    CHECK(x.faults.list.n == 0);
    unlink(path);
    path = fixture_file(&x, "wide.csv",
                        STR("\xFF\xFE"
                            "a\0;\0b\0\n\0"
                            "1\0;\0"
                            "2\0\n\0"));
    CHECK(read_sheet(&x, path, NULL, 0, &t) == ST_OK && t.n_columns == 2 && fixture_says(&x, "UTF-16LE"));
    unlink(path);
    fixture_end(&x);
}
