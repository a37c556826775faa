/* How dates and spans of time are read. The expected periods follow from the words and a calendar. */
#include "tests/etl/narrative/context.h"

TEST("a date in digits is a day; day first where both could be the month")
{
    REPORT("Police rescued 12 trafficking victims on 2019-04-23.", "12 2019-04-23 stated");
    REPORT("Police rescued 12 trafficking victims on 23.4.2019.", "12 2019-04-23 stated");
    REPORT("Police rescued 12 trafficking victims on 23/04/2019.", "12 2019-04-23 stated");
    REPORT("Police rescued 12 trafficking victims on 4/23/2019.", "12 2019-04-23 stated");
    REPORT("Police rescued 12 trafficking victims on 4/5/2019.", "12 2019-05-04 stated");
}

TEST("quarters by number, and the quarter before the one told of")
{
    REPORT("In quarter 4 of 2019 police identified 12 trafficking victims.", "12 2019-10-01/2019-12-31 stated");
    REPORT("In Q1 2019 police identified 12 trafficking victims.", "12 2019-01-01/2019-03-31 stated");
    REPORT("In Q5 2019 police identified 12 trafficking victims.", "12 2019-01-01/2019-12-31 stated");
    REPORT("In Q3 2019 police identified 12 victims, compared with 40 in the previous quarter.",
           "12 2019-07-01/2019-09-30 stated; 40 2019-04-01/2019-06-30 context");
}

TEST("halves of a month, and of a year that ends a range")
{
    REPORT("In the first half of September 2019 police identified 12 victims.", "12 2019-09-01/2019-09-15 stated");
    REPORT("In the second half of February police identified 12 trafficking victims.",
           "12 2020-02-16/2020-02-29 context");
    REPORT("Between January 2018 and the first half of 2019 police identified 12 trafficking victims.",
           "12 2018-01-01/2019-06-30 stated");
}

TEST("a year that ends in a month, a range whose year stands at one end only")
{
    REPORT("In the year ending in March 2019 police identified 12 trafficking victims.",
           "12 2018-04-01/2019-03-31 stated");
    REPORT("Police identified 12 victims in the year to March 2019.", "12 2018-04-01/2019-03-31 stated");
    REPORT("Police identified 12 victims in March 2019.", "12 2019-03-01/2019-03-31 stated");
    REPORT("Police identified 12 trafficking victims between 2011 and October 31.", "12 2011-01-01/2020-10-31 stated");
    REPORT("From September to mid-November 2019 police identified 12 victims.", "12 2019-09-01/2019-11-30 stated");
}

TEST("days in brackets say what a fiscal year is")
{
    REPORT("Police identified 12 trafficking victims in fiscal year 2018 (July 16, 2017 to July 15, 2018).",
           "12 2017-07-16/2018-07-15 stated");
    REPORT("In 2018 (before the June 2019 reform), police identified 12 trafficking victims.",
           "12 2018-01-01/2018-12-31 stated");
}

TEST("a window runs to the day that the sentence tells, the previous years to the end of the year before")
{
    REPORT("On 29 August 2019 the ministry said it had identified 12 trafficking victims in the last five years.",
           "12 2014-08-29/2019-08-29 context");
    REPORT("In 2019 police identified 12 victims and 300 in the previous five years.",
           "12 2019-01-01/2019-12-31 stated; 300 2014-01-01/2018-12-31 context");
    REPORT("On May 3 police arrested one man; police identified 12 trafficking victims over the past two years.",
           "1 2020-05-03 context; 12 2019-01-01/2020-12-31 context");
}

TEST("decades are ten years")
{
    REPORT("Police identified 12 trafficking victims over the past decade.", "12 2011-01-01/2020-12-31 context");
    REPORT("In the 1970s police identified 12 trafficking victims.", "12 1970-01-01/1979-12-31 stated");
    REPORT("In the 1970s and 1980s some 300 persons disappeared.", "300 1970-01-01/1989-12-31 stated");
}

TEST("years ago are a year, a month of last year is in that year")
{
    REPORT("Police identified 12 trafficking victims two years ago.", "12 2018-01-01/2018-12-31 context");
    REPORT("Two months ago police arrested 12 traffickers.", "12 ");
    NEWS("Police rescued 12 trafficking victims last December.", "12 2020-12-01/2020-12-31 context");
}

TEST("the previous reporting period is as long as the report's own, a year before")
{
    REPORT("Police identified 12 victims, compared with 40 during the previous reporting period.",
           "12 2020-01-01/2020-12-31 default; 40 2019-01-01/2019-12-31 context");
    struct sample s =
        sample_extract_over("Police identified 12 victims, compared with 40 during the previous reporting period.",
                            (struct date){ 2019, 4, 1 }, (struct date){ 2020, 3, 31 });
    CHECK_TEXT(sample_figure(&s, 1)->time_start, "2018-04-01");
    CHECK_TEXT(sample_figure(&s, 1)->time_end, "2019-03-31");
    sample_free(&s);
}

TEST("during the conflict means the years that the document has named for it")
{
    REPORT("The 1996-2006 civil conflict left scars. In 2018 police identified 40 trafficking victims. Some 1,300 "
           "persons disappeared during the conflict.",
           "40 2018-01-01/2018-12-31 stated; 1300 1996-01-01/2006-12-31 context");
    REPORT("Some 1,300 persons disappeared during the conflict.", "1300 2020-01-01/2020-12-31 default");
}

TEST("a rate is per year, not a month-long campaign")
{
    REPORT("Police freed 12 trafficking victims in a month-long campaign.", "12 2020-01-01/2020-12-31 default");
    REPORT("Some 300 girls as young as nine are sold into sexual slavery every year.", "300 rate");
}

TEST("what dates back to a year began in it; a year's number in a share's bracket is no date")
{
    REPORT("Police resolved 40 trafficking cases dating back to 2015.", "40 2015-01-01/2020-12-31 stated");
    REPORT("Of the 4,100 victims identified, 48% (1978) were women.",
           "4100 2020-01-01/2020-12-31 default; 1978 2020-01-01/2020-12-31 default");
    REPORT("In its first year (1978) the office identified 4,100 victims.", "4100 1978-01-01/1978-12-31 stated");
}

TEST("earlier this year is the year of the news, not up to its day")
{
    NEWS("Police freed 12 trafficking victims earlier this year.", "12 2021-01-01/2021-12-31 context");
    NEWS("So far this year police have freed 12 trafficking victims.", "12 2021-01-01/2021-07-14 context");
}

TEST("until now ends on the day of the statement, the year of a law dates nothing")
{
    NEWS("From January 2021 to date courts convicted seven traffickers.", "7 2021-01-01/2021-07-14 stated");
    REPORT("Courts convicted two traffickers under the 2008 anti-trafficking law.", "2 2020-01-01/2020-12-31 default");
    REPORT("In the past five years police freed 30 trafficking victims.", "30 2016-01-01/2020-12-31 context");
}

TEST("people released in a month are dated by it, a report released in it is not")
{
    REPORT("Nine forced laborers were released in January 2013.", "9 2013-01-01/2013-01-31 stated");
    REPORT("A report released in January 2013 said that police identified nine trafficking victims.",
           "9 2020-01-01/2020-12-31 default");
}

TEST("a report leaves out its own year at the end of a span")
{
    REPORT("Between November 16, 1999, and July 31, police identified 12 victims.", "12 1999-11-16/2020-07-31 stated");
    REPORT("From May 2019 to April police identified 12 victims.", "12 2019-05-01/2020-04-30 stated");
}

TEST("days of a range that carry letters or a year of their own")
{
    REPORT("Between 1st January 2016 and 2nd March 2021 police identified 12 victims.",
           "12 2016-01-01/2021-03-02 stated");
    REPORT("Between 1 January 2016 and up to 2 March 2021 police identified 12 victims.",
           "12 2016-01-01/2021-03-02 stated");
    REPORT("From 3rd to 5th May 2020 police identified 12 victims.", "12 2020-05-03/2020-05-05 stated");
}

TEST("a sample's size is no year")
{
    REPORT("Most victims identified were women (n=1988).", "1988 2020-01-01/2020-12-31 default");
}

TEST("years that run backward are dates, not counts")
{
    REPORT("Police identified 12 victims in 2019 and 2018.", "12 2018-01-01/2019-12-31 stated");
    REPORT("Police identified 12 and 15 victims in 2019 and 2018.",
           "12 2019-01-01/2019-12-31 stated; 15 2018-01-01/2018-12-31 stated");
    REPORT("Police identified 12 and 15 victims in 2018 and 2019.",
           "12 2018-01-01/2018-12-31 stated; 15 2019-01-01/2019-12-31 stated");
    REPORT("Police identified 12 victims from 2019 to 2017.", "12 2019-01-01/2019-12-31 stated");
}

TEST("since when there was none so large is no period, also with a verb between")
{
    REPORT("Police freed 800 trafficking victims, the largest raid since a clampdown began in the mid-1990s.",
           "800 2020-01-01/2020-12-31 default");
    REPORT("Since the programme began in 2012, 400 trafficking victims were assisted.",
           "400 2012-01-01/2020-12-31 stated");
}

TEST("a number of several words before it does not move a date from the number that it stands behind")
{
    REPORT("The number of people in modern slavery has risen by 9.3 million since 2016 to 49.6 million.",
           "49600000 2020-01-01/2020-12-31 default");
    REPORT("Police found 12.5 million dollars and twenty-two girls, and arrested five traffickers in May.",
           "12500000 2020-05-01/2020-05-31 context; 22 2020-05-01/2020-05-31 context; 5 2020-05-01/2020-05-31 context");
}

TEST("what is to come dates no count, except of money")
{
    NEWS("Five men have been charged with trafficking and will appear in court on Monday.",
         "5 2021-01-01/2021-12-31 default");
}

TEST("a count that runs on ends with the report that tells of it")
{
    REPORT("In a report released in May by the commission, 8,463 missing person cases had been reported since 2011.",
           "8463 2011-01-01/2020-05-31 stated");
}

TEST("a year and the early part of the next are one period")
{
    REPORT("Police arrested 34 traffickers in 2015 and early 2016.", "34 2015-01-01/2016-12-31 stated");
}

TEST("the same period is not that of the day on which it was told")
{
    REPORT("On August 10 police registered 728 trafficking offenses in the first half of the year, compared with 1,295 "
           "during the same time period in 2019.",
           "728 2020-01-01/2020-06-30 context; 1295 2019-01-01/2019-06-30 stated");
}

TEST("this year and last year behind a month and day")
{
    NEWS("As of September 30, of this year, 40 people were missing.", "40 2021-09-30 context");
    NEWS("Between January 1, 2018 and March 20, last year, 40 people went missing.", "40 2018-01-01/2020-03-20 stated");
    NEWS("In March this year police rescued 12 trafficking victims.", "12 2021-03-01/2021-03-31 context");
}

TEST("the year of a law dates nothing")
{
    REPORT("Courts convicted 12 traffickers under the 2005 Women's and Children's Act.",
           "12 2020-01-01/2020-12-31 default");
    REPORT("Courts convicted 12 traffickers under the 2018 penal code.", "12 2020-01-01/2020-12-31 default");
}

TEST("bare numbers in a list with respectively")
{
    REPORT("In 2014, 2015, and 2016 respectively, 17, 10, and nine cases of trafficking in persons were recorded.",
           "17 2014-01-01/2014-12-31 stated; 10 2015-01-01/2015-12-31 stated; 9 2016-01-01/2016-12-31 stated");
}

TEST("respectively with counts that have their dates")
{
    REPORT("Police arrested 45 traffickers in 2018 and 52 in 2019, of whom 30 and 41, respectively, were prosecuted.",
           "45 2018-01-01/2018-12-31 stated; 52 2019-01-01/2019-12-31 stated; 30 2018-01-01/2018-12-31 stated; "
           "41 2019-01-01/2019-12-31 stated");
    FINDS("Police arrested 45 traffickers in 2018 and 52 in 2019, of whom 30 and 41, respectively, were prosecuted.",
          "45 arrests; 52 arrests; 30 prosecutions; 41 prosecutions");
}

TEST("the date of a part with a verb of its own is not that of the whole")
{
    REPORT("Police sheltered 88 trafficking victims, of which 64 were newly identified and 24 had been identified in "
           "2018.",
           "88 2020-01-01/2020-12-31 default; 64 2020-01-01/2020-12-31 default; 24 2018-01-01/2018-12-31 stated");
}
