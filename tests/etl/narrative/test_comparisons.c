/* Which of a sentence's dates belongs to which of its numbers. The expected periods follow from the words. */
#include "tests/etl/narrative/context.h"

TEST("a bracket that compares does not date the number before it")
{
    REPORT("Police identified 12 victims (up from seven in 2018) in 2019.",
           "12 2019-01-01/2019-12-31 stated; 7 2018-01-01/2018-12-31 stated");
    REPORT("Police identified 12 victims (40 in 2018), and courts convicted five traffickers.",
           "12 2020-01-01/2020-12-31 default; 40 2018-01-01/2018-12-31 stated; 5 2020-01-01/2020-12-31 default");
}

TEST("a number alone in brackets is of the date before them")
{
    REPORT("The number of missing persons rose to new heights in 2018 (861) and in 2019 (943).",
           "861 2018-01-01/2018-12-31 stated; 943 2019-01-01/2019-12-31 stated");
}

TEST("more than in a year dates nothing")
{
    REPORT("Police identified 12 trafficking victims, more than in 2018.", "12 2020-01-01/2020-12-31 default");
    REPORT("Police identified 12 trafficking victims, fewer than during 2018.", "12 2020-01-01/2020-12-31 default");
    REPORT("Police identified 12 trafficking victims, a similar number to 2018.", "12 2020-01-01/2020-12-31 default");
    REPORT("Police identified 12 trafficking victims during 2018.", "12 2018-01-01/2018-12-31 stated");
}

TEST("what is only told of a noun, a war or a law does not date the number")
{
    REPORT("The inquiry, opened in September 2018 after a complaint, identified 40 victims.",
           "40 2020-01-01/2020-12-31 default");
    REPORT("In all, 1,300 persons are still missing after the 1992-93 war.", "1300 2020-01-01/2020-12-31 default");
    REPORT("In all, 40 persons are missing after the autumn 2019 fighting.", "40 2020-01-01/2020-12-31 default");
    REPORT("Under the 2015 PTIPA courts convicted 12 traffickers.", "12 2020-01-01/2020-12-31 default");
    REPORT("In May a study published by a foundation identified 300 trafficking victims.",
           "300 2020-01-01/2020-12-31 default");
}

TEST("a survey's figures are of the year in its name")
{
    REPORT(
        "According to the 2003 Survey of Child Labor in the towns and villages, 12,000 children were in forced labor.",
        "12000 2003-01-01/2003-12-31 stated");
}

TEST("a year's total is of that year alone")
{
    REPORT("Police identified 60 victims in 2019, below the 2017 total of 142 victims.",
           "60 2019-01-01/2019-12-31 stated; 142 2017-01-01/2017-12-31 stated");
    REPORT("In 2019, referrals of victims exceeded the 2017 total of 5,142 referrals by 40 referrals.",
           "5142 2017-01-01/2017-12-31 stated; 40 2019-01-01/2019-12-31 stated");
}

TEST("when opens what happened in the year before it")
{
    REPORT("Police rescued 12 children in 2019, compared to 2018, when 40 children were rescued.",
           "12 2019-01-01/2019-12-31 stated; 40 2018-01-01/2018-12-31 stated");
    REPORT("Many schools have closed since 2014, when 276 girls were abducted.", "276 2014-01-01/2014-12-31 stated");
}

TEST("both numbers of a comparison share the date behind the second")
{
    REPORT("Courts convicted eight traffickers in 2020, compared with nine prosecuted and 12 convicted in 2019.",
           "8 2020-01-01/2020-12-31 stated; 9 2019-01-01/2019-12-31 stated; 12 2019-01-01/2019-12-31 stated");
    REPORT("Police identified 12 victims (57 adults and 42 children in 2017).",
           "12 2020-01-01/2020-12-31 default; 57 2017-01-01/2017-12-31 stated; 42 2017-01-01/2017-12-31 stated");
}

TEST("a list is dated at its end, a clause behind a semicolon is told of something else")
{
    REPORT("Police freed 30 victims, arrested 12 traffickers and charged nine suspects as of July.",
           "30 2020-07-01/2020-07-31 context; 12 2020-07-01/2020-07-31 context; 9 2020-07-01/2020-07-31 context");
    REPORT("Police identified 12 victims; courts convicted one trafficker in 2017.",
           "12 2020-01-01/2020-12-31 default; 1 2017-01-01/2017-12-31 stated");
}

TEST("the date of an aside or of a part does not hold on for the next sentence")
{
    REPORT("Police identified 12 victims (99 victims in 2017). Courts convicted five traffickers.",
           "12 2020-01-01/2020-12-31 default; 99 2017-01-01/2017-12-31 stated; 5 2020-01-01/2020-12-31 default");
    REPORT("Police charged 30 traffickers in 2018, 19 of whom authorities arrested as of October 2019. NGOs sheltered "
           "five victims.",
           "30 2018-01-01/2018-12-31 stated; 19 2019-10-01/2019-10-31 stated; 5 2018-01-01/2018-12-31 context");
    REPORT("Police identified 12 victims, some of whom were trafficked in earlier years.",
           "12 2020-01-01/2020-12-31 default");
}

TEST("a sentence is of the day of the judgment, not of the crime")
{
    REPORT("In March 2019 a court sentenced him to four years in prison for trafficking women in 2011.",
           "4 2019-03-01/2019-03-31 stated");
}

TEST("a date behind a bracket of parts is that of the whole and its parts")
{
    REPORT("Police identified 33 victims (20 sex trafficking and 13 labor trafficking victims) in 2016.",
           "33 2016-01-01/2016-12-31 stated; 20 2016-01-01/2016-12-31 stated; 13 2016-01-01/2016-12-31 stated");
}

TEST("rose from one number to another is two counts, a length from one to another a range")
{
    SAYS(say_indicator, false, "Known victims rose from 48,000 to 70,000.", "48000 victims; 70000 victims");
    SAYS(say_indicator, false, "The government increased the labor inspection budget from $572,984 to $929,457.",
         "572984 funding; 929457 funding");
    SAYS(say_indicator, false, "Courts sentenced traffickers, with terms ranging from two to five years.",
         "2 sentence_term");
}

TEST("the groups of a compared count are of its time")
{
    REPORT("During the calendar year, police investigated six trafficking cases, including one sex trafficking case, "
           "compared with 40 cases in 2018, including 24 sex trafficking cases, and eight cases in 2017, including one "
           "sex trafficking case.",
           "6 2020-01-01/2020-12-31 context; 1 2020-01-01/2020-12-31 context; 40 2018-01-01/2018-12-31 stated; "
           "24 2018-01-01/2018-12-31 stated; 8 2017-01-01/2017-12-31 stated; 1 2017-01-01/2017-12-31 stated");
}

TEST("in a list of suspects arrested and traffickers prosecuted each number has its own verb")
{
    SAYS(say_indicator, false,
         "Courts convicted 30 traffickers, compared with 32 suspects arrested, 16 traffickers prosecuted, and 12 "
         "convicted in 2019.",
         "30 convictions; 32 arrests; 16 prosecutions; 12 convictions");
}

TEST("brackets behind the years that are compared")
{
    FINDS("The number of persons convicted increased from 2011 (464 persons) to 2019 (837 persons).",
          "464 convictions; 837 convictions");
    FINDS("Convictions rose between 2018 (12) and 2020 (25).", "12 convictions; 25 convictions");
    FINDS("Most victims identified were women (120) and girls (14).", "120 victims_identified; 14 victims_identified");
}

TEST("a date that opens a clause is of what stands behind it")
{
    REPORT("In 2018 police identified 10 victims, and in 2019 police identified 30.",
           "10 2018-01-01/2018-12-31 stated; 30 2019-01-01/2019-12-31 stated");
    REPORT("In 2018 there were 10 victims identified, and in 2019 there were 30.",
           "10 2018-01-01/2018-12-31 stated; 30 2019-01-01/2019-12-31 stated");
    REPORT("In 2018, police identified 10 victims; in 2019, 12; and in 2020, 30.",
           "10 2018-01-01/2018-12-31 stated; 12 2019-01-01/2019-12-31 stated; 30 2020-01-01/2020-12-31 stated");
    REPORT("In May police arrested 10 traffickers, and in June, the court convicted two traffickers.",
           "10 2020-05-01/2020-05-31 context; 2 2020-06-01/2020-06-30 context");
    REPORT("Victims fell from 30 in 2017 to 12 in 2018, and in 2019 rose to 40.",
           "30 2017-01-01/2017-12-31 stated; 12 2018-01-01/2018-12-31 stated; 40 2019-01-01/2019-12-31 stated");
    REPORT("On 30 June 2019 there were 587 victims of trafficking, a year before that it was 379.",
           "587 2019-06-30 stated; 379 2018-01-01/2018-12-31 context");
    REPORT("In 2018 courts convicted five traffickers in May, and in 2019 they convicted 40.",
           "5 2018-05-01/2018-05-31 context; 40 2019-01-01/2019-12-31 stated");
}

TEST("respectively gives each number its own year")
{
    REPORT("Police identified 10 and 12 victims in 2017 and 2019, respectively.",
           "10 2017-01-01/2017-12-31 stated; 12 2019-01-01/2019-12-31 stated");
    REPORT("Police identified 30 victims, compared with 12 and 15 in 2019 and 2018, respectively.",
           "30 2020-01-01/2020-12-31 default; 12 2019-01-01/2019-12-31 stated; 15 2018-01-01/2018-12-31 stated");
    REPORT("Police identified 12 and courts convicted three traffickers in 2017 and 2018.",
           "12 2017-01-01/2018-12-31 stated; 3 2017-01-01/2018-12-31 stated");
}

TEST("the former of two counts has no date when only the latter is dated")
{
    REPORT("Convictions of traffickers fell from 60 to 45 in 2019.", "60 ; 45 2019-01-01/2019-12-31 stated");
}

TEST("an included part keeps its own month")
{
    REPORT("The hotline received 1,830 calls, including 420 in April alone.",
           "1830 2020-01-01/2020-12-31 default; 420 2020-04-01/2020-04-30 context");
    REPORT("Police identified 60 victims, including 12 children, in 2019.",
           "60 2019-01-01/2019-12-31 stated; 12 2019-01-01/2019-12-31 stated");
}

TEST("the last time there were so few")
{
    REPORT("In 2020, 340 victims were identified, the lowest number since 2012, when 290 were found.",
           "340 2020-01-01/2020-12-31 stated; 290 2012-01-01/2012-12-31 stated");
}

TEST("when the 276 were taken is not when the 30 were found")
{
    REPORT("Police have recovered 30 of 276 girls abducted in 2014.",
           "30 2020-01-01/2020-12-31 default; 276 2014-01-01/2014-12-31 stated");
    REPORT("Some 50 women a week are trafficked across the border.", "50 rate");
}

TEST("a sum held against one of another year keeps its own year behind the same sum in other money")
{
    REPORT("The unit spent 700,000 TTD ($104,634) on victims in 2019, a decrease from one million TTD ($149,477) in "
           "2018.",
           "700000 2019-01-01/2019-12-31 stated; 104634 2019-01-01/2019-12-31 stated; 1000000 2018-01-01/2018-12-31 "
           "stated; 149477 2018-01-01/2018-12-31 stated");
}

TEST("a list of bare numbers held against a list of counts counts the same, each in its place")
{
    FINDS(
        "In 2020 police investigated 40 trafficking cases, prosecuted 25 traffickers, and convicted 12, compared with "
        "35, 20 and 10 in 2019.",
        "40 investigations; 25 prosecutions; 12 convictions; 35 investigations; 20 prosecutions; 10 convictions");
    REPORT("In 2020 police investigated 40 trafficking cases and convicted 12 traffickers, compared with 35 and 10 in "
           "2019.",
           "40 2020-01-01/2020-12-31 stated; 12 2020-01-01/2020-12-31 stated; 35 2019-01-01/2019-12-31 stated; 10 "
           "2019-01-01/2019-12-31 stated");
}

TEST("the year that an increase is over, and double the count of another year")
{
    REPORT("Police identified 84 trafficking victims, an increase of 30 over 2019.",
           "84 2020-01-01/2020-12-31 default");
    REPORT("Police initiated 14 trafficking investigations, double the seven initiated in 2019.",
           "14 2020-01-01/2020-12-31 default; 7 2019-01-01/2019-12-31 stated");
}

TEST("what a count is held against is never of the time of the count")
{
    REPORT("In 2019 courts convicted 12 traffickers, down from 17.", "12 2019-01-01/2019-12-31 stated; 17 ");
    REPORT("Police identified 40 victims (up from 31).", "40 2020-01-01/2020-12-31 default; 31 ");
    REPORT("Convictions fell to 12 in 2019 from 17.", "12 2019-01-01/2019-12-31 stated; 17 ");
    REPORT("In 2019 police identified 40 women, compared with 12 men.",
           "40 2019-01-01/2019-12-31 stated; 12 2019-01-01/2019-12-31 stated");
}

TEST("comparisons without a date are of the time of the comparison before them")
{
    REPORT("In 2019 courts convicted 12 traffickers, compared with 17 the previous year, and sentenced nine, down "
           "from 14.",
           "12 2019-01-01/2019-12-31 stated; 17 2018-01-01/2018-12-31 context; 9 2019-01-01/2019-12-31 stated; 14 "
           "2018-01-01/2018-12-31 context");
}

TEST("cases that were carried over from a year are not of that year")
{
    REPORT("Of the 29 investigations, 12 were carried over from 2018.",
           "29 2020-01-01/2020-12-31 default; 12 2020-01-01/2020-12-31 default");
    REPORT("Eleven prosecutions were pending from 2018.", "11 2020-01-01/2020-12-31 default");
}

TEST("one verb joined to another by \"and\" does not end the clause of the date")
{
    REPORT("Hundreds of children have been rescued and freed since 2014.", "200 2014-01-01/2020-12-31 stated");
}

TEST("the last day of a year is that day")
{
    REPORT("On the last day of 2019, shelters housed 31 victims.", "31 2019-12-31 stated");
}

TEST("a year before a number in brackets is of that number")
{
    REPORT("Twice as many victims (84) were identified as in 2019 (42).",
           "84 2020-01-01/2020-12-31 default; 42 2019-01-01/2019-12-31 stated");
}

TEST("the year that \"when\" tells of is not that of the main clause")
{
    REPORT("Compared with 2018, when 64 victims were identified, authorities identified 81.",
           "64 2018-01-01/2018-12-31 stated; 81 2020-01-01/2020-12-31 default");
}

TEST("a year before a colon, and a year in the bracket of a number, are of that number alone")
{
    REPORT("In 2019 police registered 61 trafficking offenses (2018: 48; 2017: 55).",
           "61 2019-01-01/2019-12-31 stated; 48 2018-01-01/2018-12-31 stated; 55 2017-01-01/2017-12-31 stated");
    REPORT("The shelter's budget for trafficking victims was $6.4 million (2018: $5.9 million). It spent $4.8 million.",
           "6400000 2020-01-01/2020-12-31 default; 5900000 2018-01-01/2018-12-31 stated; 4800000 "
           "2020-01-01/2020-12-31 default");
}

TEST("how long somebody was not paid is no period")
{
    REPORT("The traffickers charged $15,000 for each maid and paid the women nothing for the first eight months.",
           "15000 2020-01-01/2020-12-31 default");
    REPORT("Police freed 12 trafficking victims in the first eight months.", "12 2020-01-01/2020-08-31 context");
}

TEST("a year behind a part alone does not date the whole")
{
    REPORT("Since 2003 the agency has secured 431 convictions of traffickers, including 25 last year.",
           "431 2003-01-01/2020-12-31 stated; 25 2019-01-01/2019-12-31 context");
}

TEST("what follows a comparison is of the time of the count")
{
    REPORT("The government reported 11 convictions, down from 19, and no convictions for forced labor.",
           "11 2020-01-01/2020-12-31 default; 19 ; 0 2020-01-01/2020-12-31 default");
    REPORT("Police found 3,100 missing children within a week.", "3100 2020-01-01/2020-12-31 default");
}

TEST("a bracket that names no date is of the date before it")
{
    REPORT("Prosecutors opened 12 trafficking cases, twice as many compared to 2018 (4 people in 3 cases).",
           "12 2020-01-01/2020-12-31 default; 4 2018-01-01/2018-12-31 stated; 3 2018-01-01/2018-12-31 stated");
}

TEST("a decline in something from one count to another")
{
    FINDS("There has been a decline in crimes involving child trafficking from 5,907 in 2012 to 666 in 2020.",
          "5907 offences; 666 offences");
    FINDS("There was an increase in trafficking investigations from 40 in 2019 to 52 in 2020.",
          "40 investigations; 52 investigations");
}

TEST("recorded behind a bare number is of what was told before")
{
    FINDS("The shelters received 16,900 referrals of victims, ten times the 1,745 recorded in 2014.",
          "16900 victims_referred; 1745 victims_referred");
}

TEST("a bracket of an earlier time is of the same people")
{
    struct sample s =
        sample_extract("Of the trafficking victims, six were foreign victims (one in 2018) and three were "
                       "children (five in 2018).");
    CHECK_TEXT(sample_figure(&s, 1)->citizenship, "foreign");
    CHECK_TEXT(sample_figure(&s, 3)->age, "child");
    sample_free(&s);
}

TEST("the previous year of a report on April to March that names no other time")
{
    struct sample s =
        sample_extract_over("Police identified 40 trafficking victims, compared with 35 in the previous year.",
                            (struct date){ 2020, 4, 1 }, (struct date){ 2021, 3, 31 });
    CHECK_TEXT(sample_figure(&s, 1)->time_start, "2019-04-01");
    CHECK_TEXT(sample_figure(&s, 1)->time_end, "2020-03-31");
    sample_free(&s);
}

TEST("brackets of years count what is more or as many")
{
    FINDS("More victims were identified in 2020 (80) than in 2019 (40).",
          "80 victims_identified; 40 victims_identified");
    FINDS("Police identified twice as many child victims in 2020 (80) as in 2019 (40).",
          "80 victims_identified; 40 victims_identified");
    FINDS("Fewer traffickers were convicted in 2020 (12) than in 2019 (30).", "12 convictions; 30 convictions");
    FINDS("Three times as many girls went missing in 2020 (30) as in 2019 (10).", "30 missing; 10 missing");
}

TEST("what jumped, doubled or plummeted is counted")
{
    FINDS("Convictions jumped to 40 in 2019.", "40 convictions");
    FINDS("Convictions doubled to 40 in 2019 and fell to 12 in 2020.", "40 convictions; 12 convictions");
    FINDS("Convictions plummeted from 40 in 2019 to 8 in 2020.", "40 convictions; 8 convictions");
}

TEST("a comparison's date is that of its brackets too")
{
    REPORT("Police identified 132 children (52 boys and 80 girls) and 43 adults in 2020, compared with 225 children "
           "(19 boys "
           "and 206 girls) and 87 adults (38 men and 49 women) in 2019.",
           "132 2020-01-01/2020-12-31 stated; 52 2020-01-01/2020-12-31 stated; 80 2020-01-01/2020-12-31 stated; "
           "43 2020-01-01/2020-12-31 stated; 225 2019-01-01/2019-12-31 stated; 19 2019-01-01/2019-12-31 stated; "
           "206 2019-01-01/2019-12-31 stated; 87 2019-01-01/2019-12-31 stated; 38 2019-01-01/2019-12-31 stated; "
           "49 2019-01-01/2019-12-31 stated");
    REPORT("Police identified 44 trafficking victims, compared with 38 (20 men) identified in 2018 and 42 in 2017.",
           "44 2020-01-01/2020-12-31 default; 38 2018-01-01/2018-12-31 stated; 20 2018-01-01/2018-12-31 stated; 42 "
           "2017-01-01/2017-12-31 stated");
    REPORT("This compared with 785 trafficking victims in 2019 (187 children) and 849 in 2018.",
           "785 2019-01-01/2019-12-31 stated; 187 2019-01-01/2019-12-31 stated; 849 2018-01-01/2018-12-31 stated");
}

TEST("the date that a bracket ends with is that of all its counts")
{
    REPORT("Police identified 13 victims (21 victims of sex trafficking, eight victims of both forms, and two of "
           "forced labor in 2018).",
           "13 2020-01-01/2020-12-31 default; 21 2018-01-01/2018-12-31 stated; 8 2018-01-01/2018-12-31 stated; 2 "
           "2018-01-01/2018-12-31 stated");
    REPORT("Police arrested 30 traffickers (12 men and eight women, five of whom were convicted in 2021).",
           "30 2020-01-01/2020-12-31 default; 12 2020-01-01/2020-12-31 default; 8 2020-01-01/2020-12-31 default; 5 "
           "2021-01-01/2021-12-31 stated");
}

TEST("what a year is unlike or similar to dates nothing")
{
    REPORT("Unlike in 2018, police identified 12 trafficking victims.", "12 2020-01-01/2020-12-31 default");
    REPORT("Unlike prior years, police identified 12 trafficking victims.", "12 2020-01-01/2020-12-31 default");
    REPORT("As it did in 2018, the government assisted 12 trafficking victims.", "12 2020-01-01/2020-12-31 default");
    REPORT("Officials reported no similar measures in 2018. Police identified 12 trafficking victims.",
           "12 2020-01-01/2020-12-31 default");
    REPORT("In past years, police identified 12 trafficking victims.", "12 ");
}

TEST("a result is of the time of its cause")
{
    REPORT(
        "This compared to 65 trafficking calls received in 2018 resulting in 25 investigations, and 45 calls in 2017.",
        "65 2018-01-01/2018-12-31 stated; 25 2018-01-01/2018-12-31 stated; 45 2017-01-01/2017-12-31 stated");
}

TEST("more than last year's is no bound of last year's")
{
    FINDS("Police identified 180 victims, a decrease compared with 235 in 2019 but more than 187 in 2018.",
          "180 victims_identified; 235 victims_identified; 187 victims_identified");
    FINDS("Police identified 180 victims, but more than 187 are missing.", "180 victims_identified; >=187 missing");
}
