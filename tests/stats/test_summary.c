/* Sentences are no stronger than the numbers: one case a rule of stats/wording.c. */
#include <stdio.h>
#include <string.h>

#include "stats/method.h"
#include "stats/wording.h"
#include "tests/tap.h"

static struct str summarise(struct arena *a, const char *rows, const double *breaks, size_t n_breaks)
{
    struct vec series, trends;
    struct err e;
    struct buf csv;
    struct trend_options options = trend_options_default;
    options.breaks = breaks;
    options.n_breaks = n_breaks;
    buf_init(&csv, 0);
    buf_puts(&csv, "series_id,indicator,time_period,obs_value,value_low,value_high,obs_status\n");
    struct str rest = str_of(rows), row;
    while (str_split_next(&rest, ';', &row) && row.n > 0) {
        buf_puts(&csv, "a,convictions,");
        buf_put(&csv, row);
        buf_putc(&csv, '\n');
    }
    struct str text = arena_copy(a, buf_str(&csv));
    buf_free(&csv);
    CHECK(records_parse(a, &schema_series, text, "t", &series, NULL, &e) == ST_OK);
    CHECK(trends_compute(a, &series, NULL, 0, &options, &trends, &e) == ST_OK);
    return trend_summary(a, series.items, series.n, trends.items, trends.n);
}

static void says(const char *rows, const char *part, const char *not_this)
{
    struct arena *a = arena_new(0);
    struct str text = summarise(a, rows, NULL, 0);
    if (!str_contains(text, part) || (not_this && str_contains(text, not_this)))
        printf("# %.*s\n", (int)text.n, text.p);
    CHECK(str_contains(text, part));
    CHECK(!not_this || !str_contains(text, not_this));
    arena_free(a);
}

TEST("a clear fall is told with its pace and interval")
{
    says("2012,60,,,;2013,52,,,;2014,49,,,;2015,44,,,;2016,46,,,;2017,31,,,;2018,28,,,;2019,19,,,;2020,11,,,;",
         "Convictions fell from 60 in 2012 to 11 in 2020, by about 1", "no trend");
}

TEST("few values, equal values and values in no order are no trend")
{
    says("2012,60,,,;2013,52,,,;2014,49,,,;2015,44,,,;", "fewer than five values show no trend.", "fell");
    says("2012,60,,,;", "one value shows no trend.", "fell");
    says("2012,,,,O;", "No period has a value.", NULL);
    says("2012,6,,,;2013,6,,,;2014,6,,,;2015,6,,,;2016,6,,,;", "the same in every period, 6.", "rose");
    says("2012,6,,,;2013,6,,,;2014,6,,,;2015,6,,,;2016,7,,,;", "could show no trend (least possible p = 0.40)", "rose");
    says("2012,60,,,;2013,52,,,;2014,69,,,;2015,44,,,;2016,61,,,;", "with no trend that can be told from chance",
         "fell");
}

TEST("a series that turned is told by its parts, never by one direction")
{
    says("2003,6,,,;2006,11,,,;2011,25,,,;2012,12,,,;2013,21,,,;2014,21,,,;2017,168,,,;2018,141,,,;2019,64,,,;2020,44,,"
         ",;"
         "2021,35,,,;",
         "Convictions rose from 6 in 2003 to 168 in 2017, then fell to 35 in 2021.", "a year");
    says("2010,90,,,;2011,70,,,;2012,50,,,;2013,30,,,;2014,20,,,;2015,35,,,;2016,55,,,;2017,65,,,;2018,80,,,;",
         "fell from 90 in 2010 to 20 in 2014, then rose to 80 in 2018. On the whole there is no trend", "a year (");
}

TEST("what an interval hides is never told away")
{
    says("2012,60,,,;2013,52,,,;2014,49,,,;2015,44,,,;2016,,40,42,;2017,31,,,;2018,28,,,;2019,19,,,;2020,11,,,;",
         "the fall is clear whatever the true value of the 1 period known only as a range", "no trend");
    says("2012,10,,,;2013,12,,,;2014,13,,,;2015,,0,100,;2016,,0,100,;2017,20,,,;2018,,0,100,;",
         "whether there is a trend depends on the true values of the 3 periods known only as a range", "rose from");
}

TEST("gaps, small counts, unused rows and bad rows are said")
{
    says("2012,6,,,;2013,5,,,;2016,9,,,;2017,4,,,;2018,1,,,P;", "2 periods in between are missing.", NULL);
    says("2012,6,,,;2013,5,,,;2016,9,,,;2017,4,,,;2018,1,,,P;", "4 of 4 counts are under 10", NULL);
    says("2012,6,,,;2013,5,,,;2016,9,,,;2017,4,,,;2018,1,,,P;", "1 row was not used", NULL);
    says("2012,6,,,;2012,5,,,;2016,9,,,;", "No trend was computed: period 2012: more than one value for this time.",
         NULL);
}

TEST("the parts on either side of a change of definition are told apart")
{
    struct arena *a = arena_new(0);
    double at = 2015;
    struct str text = summarise(a, "2012,6,,,;2013,5,,,;2014,9,,,;2015,40,,,;2016,45,,,;2017,41,,,;", &at, 1);
    CHECK(str_contains(text, "From 2012 to 2014: Convictions: 6 in 2012 and 9 in 2014; fewer than five"));
    CHECK(str_contains(text, "From 2015 to 2017: Convictions: 40 in 2015 and 41 in 2017; fewer than five"));
    CHECK(str_contains(text, "The parts are not compared"));
    arena_free(a);
}

TEST("months are judged within each month of the year, and turns of the seasons are not told")
{
    struct buf rows;
    buf_init(&rows, 0);
    for (int i = 0; i < 48; i++)
        buf_printf(&rows, "%d-%02d,%d,,,;", 2015 + i / 12, i % 12 + 1,
                   100 + 10 * (i % 12 < 6 ? i % 12 : 12 - i % 12) + i);
    buf_putc(&rows, '\0');
    says(rows.p, "Convictions rose from 100 in 2015-01 to 157 in 2018-12", "then");
    buf_free(&rows);
}

TEST("with an exposure the pace is told of the rate")
{
    struct arena *a = arena_new(0);
    struct vec series, trends;
    struct err e;
    const char *csv = "series_id,indicator,time_period,obs_value,exposure\n"
                      "a,convictions,2017,168,1000\na,convictions,2018,141,1010\na,convictions,2019,64,1020\n"
                      "a,convictions,2020,44,1030\na,convictions,2021,35,1040\n";
    CHECK(records_parse(a, &schema_series, str_of(csv), "t", &series, NULL, &e) == ST_OK);
    CHECK(trends_compute(a, &series, NULL, 0, &trend_options_default, &trends, &e) == ST_OK);
    CHECK(str_contains(trend_summary(a, series.items, series.n, trends.items, trends.n),
                       ", the rate per head by about 3"));
    arena_free(a);
}

TEST("the manual has a rule for every way of saying it")
{
    CHECK(n_wording_rules >= 20);
    for (size_t i = 0; i < n_wording_rules; i++)
        CHECK(strlen(wording_rules[i].when) > 5 && strlen(wording_rules[i].says) > 5);
}
