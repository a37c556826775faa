/* Fiscal years. The days on which they start are those of the countries' budget laws (data/narrative/fiscal_years.csv).
 */
#include "tests/etl/narrative/context.h"

static void check_in(const char *ref_area, const char *text, const char *expected)
{
    struct sample found;
    struct document d = sample_document(text, false);
    d.ref_area = str_of(ref_area);
    CHECK_TEXT(context_of(&found, &d, say_period), expected);
    sample_free(&found);
}

TEST("a fiscal year is the one of the document's country")
{
    check_in("USA", "In fiscal year 2019 police identified 40 victims.", "40 2018-10-01/2019-09-30 stated");
    check_in("USA", "In FY2019 police identified 40 victims.", "40 2018-10-01/2019-09-30 stated");
    check_in("AUS", "Police identified 40 victims in the 2018-19 financial year.", "40 2018-07-01/2019-06-30 stated");
    check_in("JPN", "Police identified 40 victims in fiscal 2019.", "40 2019-04-01/2020-03-31 stated");
    check_in("KAZ", "In fiscal year 2019 police identified 40 victims.", "40 2019-01-01/2019-12-31 stated");
}

TEST("several fiscal years run from the first day of the first to the last day of the last")
{
    check_in("USA", "Between fiscal years 2015 and 2018 courts convicted 120 traffickers.",
             "120 2014-10-01/2018-09-30 stated");
}

TEST("the year before a fiscal year is a fiscal year")
{
    check_in("GBR", "In the 2018/19 financial year police identified 40 victims, up from 31 in the previous year.",
             "40 2018-04-01/2019-03-31 stated; 31 2017-04-01/2018-03-31 context");
}

TEST("a pair of years in a report on a year that starts in spring is such a year")
{
    struct sample found;
    struct document d = sample_document("In 2020/21 the charity supported 40 trafficking victims.", false);
    d.period_start = (struct date){ 2020, 4, 1 };
    d.period_end = (struct date){ 2021, 3, 31 };
    CHECK_TEXT(context_of(&found, &d, say_period), "40 2020-04-01/2021-03-31 stated");
    sample_free(&found);
    check_in("GBR", "In 2018/19 the charity supported 40 trafficking victims.", "40 2018-01-01/2019-12-31 stated");
}
