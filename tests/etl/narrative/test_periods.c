/* The period of each figure. The expected periods follow from the words and a calendar. */
#include "tests/etl/narrative/context.h"

TEST("a date in the sentence is stated, one without a year takes the report's")
{
    REPORT("In 2018 police identified 12 victims.", "12 2018-01-01/2018-12-31 stated");
    REPORT("Police identified 12 victims on March 5, 2019.", "12 2019-03-05 stated");
    REPORT("Police identified 12 trafficking victims in May.", "12 2020-05-01/2020-05-31 context");
    REPORT("As of September 29 police had identified 12 trafficking victims.", "12 2020-09-29 context");
    REPORT("Police identified 12 victims of trafficking.", "12 2020-01-01/2020-12-31 default");
}

TEST("ranges and lists of dates are one period")
{
    REPORT("Police identified 12 victims between January 1 and July 31.", "12 2020-01-01/2020-07-31 context");
    REPORT("Police identified 12 victims from January through November.", "12 2020-01-01/2020-11-30 context");
    REPORT("Police identified 12 victims between December 1, 2018, and May 13.", "12 2018-12-01/2019-05-13 stated");
    REPORT("Police identified 12 victims from April 2016 through March.", "12 2016-04-01/2017-03-31 stated");
    REPORT("Police rescued 12 victims of trafficking in May and June.", "12 2020-05-01/2020-06-30 context");
    REPORT("Police rescued 12 victims of trafficking in 2017, 2018 and 2019.", "12 2017-01-01/2019-12-31 stated");
    REPORT("Police identified 12 victims between 1 and 15 June 2019.", "12 2019-06-01/2019-06-15 stated");
}

TEST("parts of years and windows of time")
{
    REPORT("In the first nine months of the year police identified 12 trafficking victims.",
           "12 2020-01-01/2020-09-30 context");
    REPORT("In the first half of 2019 police identified 12 trafficking victims.", "12 2019-01-01/2019-06-30 stated");
    REPORT("Police identified 12 trafficking victims over the past five years.", "12 2016-01-01/2020-12-31 context");
    REPORT("Police identified 12 trafficking victims in the twelve months to June 2019.",
           "12 2018-07-01/2019-06-30 stated");
    REPORT("Since 2014 police have identified 12 trafficking victims.", "12 2014-01-01/2020-12-31 stated");
    REPORT("Police identified 12 trafficking victims per year.", "12 rate");
}

TEST("what another count is compared with has its own period")
{
    REPORT("In 2019 police identified 12 victims, a decrease from 40 in 2018.",
           "12 2019-01-01/2019-12-31 stated; 40 2018-01-01/2018-12-31 stated");
    REPORT("In 2019 police identified 12 victims, compared with 40 the year before.",
           "12 2019-01-01/2019-12-31 stated; 40 2018-01-01/2018-12-31 context");
    REPORT("In 2019 police identified 12 victims. Courts convicted five traffickers, an increase from three in 2018.",
           "12 2019-01-01/2019-12-31 stated; 5 2019-01-01/2019-12-31 context; 3 2018-01-01/2018-12-31 stated");
}

TEST("a period holds on for some sentences, a day for one, a law's year for none")
{
    REPORT("In 2018 police identified 12 victims. Courts convicted five traffickers.",
           "12 2018-01-01/2018-12-31 stated; 5 2018-01-01/2018-12-31 context");
    REPORT("On May 3 police arrested 12 traffickers. Victims said nothing. Courts convicted five traffickers.",
           "12 2020-05-03 context; 5 2020-01-01/2020-12-31 default");
    REPORT("Under the 2013 Law police identified 12 trafficking victims.", "12 2020-01-01/2020-12-31 default");
}

TEST("news tells from the day it was published")
{
    NEWS("On Friday police rescued 12 trafficking victims.", "12 2021-07-09 context");
    NEWS("Police rescued 12 trafficking victims, a spokesman said Monday.", "12 2021-01-01/2021-12-31 default");
    NEWS("Police rescued 12 trafficking victims in August.", "12 2020-08-01/2020-08-31 context");
    NEWS("Last year police rescued 12 trafficking victims.", "12 2020-01-01/2020-12-31 context");
    NEWS("So far in 2021 police have rescued 12 trafficking victims.", "12 2021-01-01/2021-07-14 stated");
}
