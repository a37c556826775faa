#include <locale.h>
#include <math.h>

#include "core/str.h"
#include "tests/tap.h"

static struct str printed(struct buf *b, double value)
{
    buf_clear(b);
    buf_put_double(b, value);
    return buf_str(b);
}

TEST("a double is printed as the shortest decimal that reads back")
{
    struct buf b;
    buf_init(&b, 0);
    CHECK_TEXT(printed(&b, 0.1), "0.1");
    CHECK_TEXT(printed(&b, 1e300), "1e+300");
    CHECK_TEXT(printed(&b, -0.0), "0");
    CHECK_TEXT(printed(&b, 1.0 / 3), "0.3333333333333333");
    CHECK_TEXT(printed(&b, NAN), "");
    double values[] = { 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 123456789012345678.0, 2.2250738585072014e-308 };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        double back = 0;
        CHECK(str_to_double(printed(&b, values[i]), &back) && back == values[i]);
    }
    buf_free(&b);
}

TEST("numbers are read whole or not at all")
{
    double v = 7;
    CHECK(!str_to_double(STR("1,5"), &v) && !str_to_double(STR("nan"), &v) && !str_to_double(STR("0x10"), &v));
    CHECK(!str_to_double(STR("1e999"), &v) && !str_to_double(STR(""), &v) && !str_to_double(STR(" 1"), &v));
    CHECK(v == 7);
    CHECK(str_to_double(STR("-1.5e3"), &v) && v == -1500);
    long n = 7;
    CHECK(!str_to_long(STR("99999999999999999999"), &n) && !str_to_long(STR("1.0"), &n) && n == 7);
}

TEST("numbers do not depend on the locale of the process")
{
    struct buf b;
    buf_init(&b, 0);
    bool there = setlocale(LC_ALL, "de_DE.UTF-8") || setlocale(LC_ALL, "ru_RU.UTF-8");
    double v = 0;
    CHECK(str_to_double(STR("1.5"), &v) && v == 1.5);
    CHECK_TEXT(printed(&b, 1.5), "1.5");
    buf_clear(&b);
    buf_printf(&b, "%.2f", 2.25);
    CHECK_TEXT(buf_str(&b), "2.25");
    setlocale(LC_ALL, "C");
    buf_free(&b);
    if (!there)
        SKIP("no locale with a decimal comma is installed");
}

TEST("numbers for people have thousands commas and no negative zero")
{
    struct buf b;
    buf_init(&b, 0);
    buf_put_grouped(&b, 1234567, 0);
    buf_putc(&b, ' ');
    buf_put_grouped(&b, -999.95, 1);
    buf_putc(&b, ' ');
    buf_put_grouped(&b, -0.2, 0);
    buf_putc(&b, ' ');
    buf_put_grouped(&b, 999, 0);
    CHECK_TEXT(buf_str(&b), "1,234,567 -1,000.0 0 999");
    buf_free(&b);
}

TEST("a buffer stops at its limit and says so")
{
    struct buf b;
    buf_init(&b, 8);
    buf_puts(&b, "12345");
    buf_puts(&b, "6789");
    CHECK(b.failed);
    CHECK_TEXT(buf_str(&b), "12345");
    buf_puts(&b, "x");
    CHECK_TEXT(buf_str(&b), "12345");
    buf_free(&b);
}

TEST("slices are clamped and split")
{
    CHECK_TEXT(str_slice(STR("abc"), 1, 99), "bc");
    CHECK_TEXT(str_slice(STR("abc"), 5, 2), "");
    CHECK_TEXT(str_trim(STR(" \ta b\n")), "a b");
    struct str rest = STR("a,,b"), part;
    CHECK(str_split_next(&rest, ',', &part) && str_is(part, "a"));
    CHECK(str_split_next(&rest, ',', &part) && part.n == 0);
    CHECK(str_split_next(&rest, ',', &part) && str_is(part, "b"));
    CHECK(!str_split_next(&rest, ',', &part));
}
