#include "core/date.h"
#include "tests/tap.h"

TEST("only days of the calendar are dates")
{
    struct date d;
    CHECK(date_parse(STR("2020-02-29"), &d) && d.year == 2020 && d.month == 2 && d.day == 29);
    CHECK(!date_parse(STR("2021-02-29"), &d) && !date_parse(STR("1900-02-29"), &d) &&
          date_parse(STR("2000-02-29"), &d));
    CHECK(!date_parse(STR("2020-13-01"), &d) && !date_parse(STR("2020-1-01"), &d) &&
          !date_parse(STR("0000-01-01"), &d));
}

TEST("days count from 1970 and back")
{
    CHECK(date_to_days((struct date){ 1970, 1, 1 }) == 0);
    CHECK(date_to_days((struct date){ 2000, 3, 1 }) == 11017); /* date -u -d 2000-03-01 +%s / 86400 */
    CHECK(date_to_days((struct date){ 1969, 12, 31 }) == -1);
    for (long day = -800000; day < 800000; day += 373)
        CHECK(date_to_days(date_from_days(day)) == day);
}

TEST("periods are read and printed as SDMX writes them")
{
    struct arena *a = arena_new(0);
    const char *texts[] = { "2020", "2020-Q3", "2020-02", "2020-02-29" };
    const enum frequency wanted[] = { FREQ_YEAR, FREQ_QUARTER, FREQ_MONTH, FREQ_DAY };
    for (size_t i = 0; i < 4; i++) {
        struct date first, last;
        enum frequency freq;
        struct str text;
        CHECK(period_parse(str_of(texts[i]), &first, &last, &freq) && freq == wanted[i]);
        CHECK(period_print(a, first, last, &text) == freq);
        CHECK_TEXT(text, texts[i]);
    }
    struct str text;
    CHECK(period_print(a, (struct date){ 2005, 1, 1 }, (struct date){ 2021, 12, 31 }, &text) == FREQ_NONE);
    CHECK_TEXT(text, "2005-01-01/2021-12-31");
    struct date first, last;
    enum frequency freq;
    CHECK(!period_parse(STR("2020-Q5"), &first, &last, &freq) && !period_parse(STR("20"), &first, &last, &freq));
    double years;
    CHECK(period_to_years(STR("2020-Q2"), &years) && years == 2020.25);
    CHECK(period_to_years(STR("2019-07"), &years) && years == 2019.5);
    CHECK(period_to_years(STR("2020-12-31"), &years) && years > 2020.99 && years < 2021);
    CHECK(period_to_years(STR("12.5"), &years) && years == 12.5);
    arena_free(a);
}
