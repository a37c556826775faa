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
    REPORT("Police identified 12 victims between December 1, 2018, and May 13.", "12 2018-12-01/2020-05-13 stated");
    REPORT("Police identified 12 victims from April 2019 through March.", "12 2019-04-01/2020-03-31 stated");
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

TEST("what is only compared with leaves nothing to the next sentence")
{
    REPORT("Courts convicted 97 people. This compared with convicting 13 people in 2018. Of those convicted, 94 were "
           "men.",
           "97 2020-01-01/2020-12-31 default; 13 2018-01-01/2018-12-31 stated; 94 2020-01-01/2020-12-31 default");
    REPORT("All captives appeared to have been freed as of February. Gunmen abducted 12 girls.",
           "12 2020-01-01/2020-12-31 default");
}

TEST("when a report appeared is not when it counts")
{
    REPORT("In April an agency told of child labor. A report released in May by a union found 900,000 children "
           "engaged in child labor.",
           "900000 2020-01-01/2020-12-31 default");
    REPORT("A report released by Northern University in July that assessed data collected during the 2013-14 harvest "
           "season estimated the sector employed 918,500 child laborers.",
           "918500 2013-01-01/2014-12-31 stated");
}

TEST("after the previous reporting period a report over another year goes on with its own")
{
    struct sample s = sample_extract_over("In 2019 police identified 12 victims. They referred all to care, compared "
                                          "with 42 referred in the previous reporting period. Police also identified "
                                          "30 potential victims.",
                                          (struct date){ 2019, 4, 1 }, (struct date){ 2020, 3, 31 });
    const struct figure *first = sample_figure(&s, 0), *last = sample_figure(&s, s.figures.n - 1);
    CHECK_TEXT(first->time_start, "2019-01-01");
    CHECK_TEXT(last->as_written, "30");
    CHECK_TEXT(last->time_start, "2019-04-01");
    sample_free(&s);
}

TEST("as of a day goes before since when; the largest since is no period")
{
    REPORT("As of December 2019 a total of 867 people were missing since the 1990s.",
           "867 2019-12-01/2019-12-31 stated");
    REPORT("Some 867 people were missing since the 1990s.", "867 1990-01-01/2020-12-31 stated");
    REPORT("In April police rescued 31 workers, the largest rescue of forced laborers in the state since 2009.",
           "31 2020-04-01/2020-04-30 context");
}

TEST("when people disappeared is not when somebody was charged")
{
    REPORT("In December 2018 some 17 students were kidnapped. The government charged nine individuals.",
           "17 2018-12-01/2018-12-31 stated; 9 2020-01-01/2020-12-31 default");
    REPORT("Investigations continued into the 2014 disappearances of 43 students. There were no convictions.",
           "43 2014-01-01/2014-12-31 stated; 0 2020-01-01/2020-12-31 default");
}

TEST("when somebody was judged, not when the crime was done")
{
    REPORT("In May 2019 a court convicted five soldiers of forced disappearance committed in 2014.",
           "5 2019-05-01/2019-05-31 stated");
    REPORT("On September 1 the chamber issued two sentences in forced disappearance cases from 1982.",
           "2 2020-09-01 context");
}

TEST("the year that cases are from, and the time of what follows \"where\", are of nothing else")
{
    REPORT("Authorities opened 15 trafficking investigations, in addition to 23 investigations from 2019.",
           "15 2020-01-01/2020-12-31 default; 23 2019-01-01/2019-12-31 stated");
    REPORT("Officials referred 46 trafficking victims to shelters, where 12 remained in June.",
           "46 2020-01-01/2020-12-31 default; 12 2020-06-01/2020-06-30 context");
}

TEST("when cases were opened is not of which time they are counted")
{
    REPORT("The government investigated 403 trafficking cases (including 29 investigations continued from previous "
           "years).",
           "403 2020-01-01/2020-12-31 default; 29 2020-01-01/2020-12-31 default");
    REPORT("Convictions of traffickers rose from the previous year, when police investigated 592 cases, prosecuted 12 "
           "suspects, and convicted eight.",
           "592 2019-01-01/2019-12-31 context; 12 2019-01-01/2019-12-31 context; 8 2019-01-01/2019-12-31 context");
}

TEST("a month goes on in a report on a calendar year, not in one on a year of its own")
{
    struct sample found;
    struct document d = sample_document("In May 2020 police identified 62 trafficking victims. Courts convicted five "
                                        "traffickers.",
                                        false);
    CHECK_TEXT(context_of(&found, &d, say_period), "62 2020-05-01/2020-05-31 stated; 5 2020-05-01/2020-05-31 context");
    sample_free(&found);
    d.period_start = (struct date){ 2020, 4, 1 };
    d.period_end = (struct date){ 2021, 3, 31 };
    CHECK_TEXT(context_of(&found, &d, say_period), "62 2020-05-01/2020-05-31 stated; 5 2020-04-01/2021-03-31 default");
    sample_free(&found);
}

TEST("a report's date is that of its counts when nothing else dates them")
{
    REPORT("According to its July 3 report, the council raised 266 cases of enforced disappearance.",
           "266 2020-07-03 context");
    REPORT("According to a 2010 report by the statistics office, 1.5 million children worked.",
           "1500000 2010-01-01/2010-12-31 stated");
    REPORT("In an April report the council reported 32,236 disappeared persons through September 2016.",
           "32236 2016-09-01/2016-09-30 stated");
}

TEST("the days that a span is said to run over are its days")
{
    NEWS("Police made 89 arrests of traffickers over the past six months of the fiscal year, spanning from July 17, "
         "2020, to January 14, 2021.",
         "89 2020-07-17/2021-01-14 stated");
}

TEST("a place between a count and its date does not part them")
{
    REPORT("The militia has abducted 500 women from two towns since June 2014.", "500 2014-06-01/2020-12-31 stated");
    REPORT("Police uncovered 206 trafficking cases and arrested 543 suspects since May.",
           "206 2020-05-01/2020-12-31 context; 543 2020-05-01/2020-12-31 context");
}

TEST("the previous financial year behind from")
{
    REPORT("Police received 118 reports of trafficking (up from 91 reports from the previous financial year).",
           "118 2020-01-01/2020-12-31 default; 91 2019-01-01/2019-12-31 context");
}

TEST("a heading's year is that of what stands below it, until the next heading; a heading of nothing else holds on")
{
    REPORT("Reports\n\nGarment workshops (2018)\n\nPolice identified 45 workers in forced labor.\n\nFishing\n\n"
           "Police freed 12 victims of trafficking.",
           "45 2018-01-01/2018-12-31 context; 12 2020-01-01/2020-12-31 default");
    REPORT("Reports\n\n2018\n\nCourts\n\nCourts convicted 12 traffickers.", "12 2018-01-01/2018-12-31 context");
    REPORT("Reports\n\nThe Trafficking Act of 2018\n\nCourts convicted 12 traffickers.",
           "12 2020-01-01/2020-12-31 default");
}

TEST("charges against people are not held against another count")
{
    REPORT("Prosecutors opened cases against eight traffickers under the 2014 act, compared with 12 investigations and "
           "18 prosecutions in 2019.",
           "8 2020-01-01/2020-12-31 default; 12 2019-01-01/2019-12-31 stated; 18 2019-01-01/2019-12-31 stated");
}

TEST("since when a count has grown is not its time")
{
    REPORT("In July the agency reported an estimated 500,000 children were in forced labor, a number which doubled "
           "since 1990.",
           "500000 2020-07-01/2020-07-31 context");
}

TEST("a case that went on from the reporting period before is of this one, and so are its parts")
{
    struct sample found;
    struct document d = sample_document("Police reported the continuation of seven ongoing trafficking investigations "
                                        "from the previous reporting period (two for sex trafficking and five for "
                                        "forced labor).",
                                        false);
    d.period_start = (struct date){ 2020, 4, 1 };
    d.period_end = (struct date){ 2021, 3, 31 };
    CHECK_TEXT(context_of(&found, &d, say_period), "7 2020-04-01/2021-03-31 default; 2 2020-04-01/2021-03-31 default; "
                                                   "5 2020-04-01/2021-03-31 default");
    sample_free(&found);
}

TEST("the victims that a case involved are of its time")
{
    REPORT("Authorities investigated two cases of forced labor in 2017 involving a total of 21 victims and one case "
           "during the year involving one victim.",
           "2 2017-01-01/2017-12-31 stated; 21 2017-01-01/2017-12-31 stated; 1 2020-01-01/2020-12-31 context; "
           "1 2020-01-01/2020-12-31 context");
}

TEST("for more than a year is no rate")
{
    REPORT("Three workers were held captive for more than a year.", "3 2020-01-01/2020-12-31 default");
    REPORT("Police free 40 victims of trafficking a year.", "40 rate");
}

TEST("when those who were found went missing is not when they were found")
{
    REPORT("More than 70 people who were reported missing in 1992 have been identified.",
           "70 2020-01-01/2020-12-31 default");
}

TEST("the year after the one that was told")
{
    REPORT("In 2015 police identified 30 victims; a year later they identified 45.",
           "30 2015-01-01/2015-12-31 stated; 45 2016-01-01/2016-12-31 context");
    REPORT("Police identified 30 victims in 2015, 40 the following year and 50 in 2017.",
           "30 2015-01-01/2015-12-31 stated; 40 2016-01-01/2016-12-31 context; 50 2017-01-01/2017-12-31 stated");
    REPORT("In May 2015 police identified 12 victims. The following year, they identified 45.",
           "12 2015-05-01/2015-05-31 stated; 45 2016-01-01/2016-12-31 context");
    REPORT("From April 2015 to March 2016 police identified 30 victims; the following year, 45.",
           "30 2015-04-01/2016-03-31 stated; 45 2016-04-01/2017-03-31 context");
}

TEST("weeks or months later are at no time that is known")
{
    REPORT("In May 2015 police identified 12 victims and, a month later, 8 more victims.",
           "12 2015-05-01/2015-05-31 stated; 8 ");
    REPORT("Police identified 12 victims in May 2015 and 8 a month later.", "12 2015-05-01/2015-05-31 stated; 8 ");
}

TEST("a year that is the subject of its clause dates what it saw")
{
    REPORT("In 2019, police identified 12 victims, and 2020 saw 20 victims.",
           "12 2019-01-01/2019-12-31 stated; 20 2020-01-01/2020-12-31 stated");
    REPORT("Police identified 12 victims in 2018, 14 in 2019, and 2020 brought 20.",
           "12 2018-01-01/2018-12-31 stated; 14 2019-01-01/2019-12-31 stated; 20 2020-01-01/2020-12-31 stated");
    REPORT("Police identified 12 victims in 2018, 2019, and 2020.", "12 2018-01-01/2020-12-31 stated");
}

TEST("a day before the count behind \"and\" is of that count")
{
    REPORT("Police had identified 12 victims by May 2017 and, by July 2017, 14.",
           "12 2017-05-01/2017-05-31 stated; 14 2017-07-01/2017-07-31 stated");
}

TEST("years later and windows behind the time that was told")
{
    REPORT("In 2015 police identified 30 victims. Two years later, they identified 45.",
           "30 2015-01-01/2015-12-31 stated; 45 2017-01-01/2017-12-31 context");
    REPORT("Between 2015 and 2017, 30 victims were identified; in the next two years, 45.",
           "30 2015-01-01/2017-12-31 stated; 45 2018-01-01/2019-12-31 context");
    REPORT("On 5 March 2019 police identified 40 victims; in the following three weeks they identified 12 victims.",
           "40 2019-03-05 stated; 12 2019-03-06/2019-03-26 context");
    REPORT("In the next two years, 45 victims were identified.", "45 ");
    REPORT("Between 1 April 2019 and 31 March 2020 police identified 106 victims; the previous twelve months saw 69.",
           "106 2019-04-01/2020-03-31 stated; 69 2018-04-01/2019-03-31 context");
}

TEST("each of some years and annual averages are rates")
{
    REPORT("In each of the last three years, police identified more than 40 victims.", "40 rate");
    REPORT("In 2019 police identified 40 victims, and 12 in each of the following two years.",
           "40 2019-01-01/2019-12-31 stated; 12 rate");
    REPORT("From 2014 to 2018, police identified an annual average of 40 victims.", "40 rate");
}

TEST("times told from an event are not known")
{
    REPORT("In the first year after the law was passed, police identified 40 victims.", "40 ");
    REPORT("In the years since, police identified another 120 victims.", "120 ");
}

TEST("each half of a comparison has its own time")
{
    REPORT("The figure for 2019 was 120 trafficking victims, that for 2020 90.",
           "120 2019-01-01/2019-12-31 stated; 90 2020-01-01/2020-12-31 stated");
    REPORT("Of the 45 victims identified in the first quarter of 2019, 12 were children; in the second quarter 6 of "
           "30 were.",
           "45 2019-01-01/2019-03-31 stated; 12 2019-01-01/2019-03-31 stated; 6 2019-04-01/2019-06-30 context; "
           "30 2019-04-01/2019-06-30 context");
}

TEST("people told with their cases are of the date behind both")
{
    REPORT("In 2023 police arrested 58 traffickers in 49 trafficking cases, compared to 72 people in 60 cases in 2022.",
           "58 2023-01-01/2023-12-31 stated; 49 2023-01-01/2023-12-31 stated; 72 2022-01-01/2022-12-31 stated; "
           "60 2022-01-01/2022-12-31 stated");
}

TEST("when people went missing is not when they were found or freed")
{
    REPORT("Police found 12 children missing since May 2014.", "12 2020-01-01/2020-12-31 default");
    REPORT("Police rescued 12 girls who went missing in May 2014.", "12 2020-01-01/2020-12-31 default");
    REPORT("Police found 12 missing children in 2019.", "12 2019-01-01/2019-12-31 stated");
}

TEST("since a first event, and the bracket behind since")
{
    REPORT("Courts have secured 592 convictions for trafficking since the first conviction in 2004.",
           "592 2004-01-01/2020-12-31 stated");
    REPORT("Police rescued 2,075 trafficking victims, the highest figure since 2013 (2,808).",
           "2075 2020-01-01/2020-12-31 default; 2808 2013-01-01/2013-12-31 stated");
}

TEST("since when there is a registry is not when it counts")
{
    REPORT("The registry, which began in 1964, lists 98,242 disappeared persons.",
           "98242 2020-01-01/2020-12-31 default");
    REPORT("The raid, which ended in May 2019, led to the rescue of 40 trafficking victims.",
           "40 2019-05-01/2019-05-31 stated");
}

TEST("a sentence of comparison leaves its time to none")
{
    REPORT("Police identified 60 trafficking victims. In comparison, police identified 37 victims in 2018. Three "
           "victims were "
           "boys.",
           "60 2020-01-01/2020-12-31 default; 37 2018-01-01/2018-12-31 stated; 3 2020-01-01/2020-12-31 default");
    REPORT("Courts opened fewer trafficking cases than the previous year and secured no convictions.",
           "0 2020-01-01/2020-12-31 default");
}
