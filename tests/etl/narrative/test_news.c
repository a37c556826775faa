/* Press texts, published on Wednesday 14 July 2021: the day or period of their event, and the form it hints at. */
#include "tests/etl/narrative/context.h"

#define NEWS_FORM(text, want) SAYS(say_form, true, text, want)
#define NEWS_COUNTS(text, want) SAYS(say_indicator, true, text, want)

TEST("figures of the headline and lead take the day of the event told below")
{
    NEWS("Twelve workers freed from forced labor\n\nOfficers also arrested four traffickers.\n\nThe raid on 5 July "
         "ended when police freed two more victims.",
         "12 2021-07-05 context; 4 2021-07-05 context; 2 2021-07-05 context");
}

TEST("figures below the event take its day, totals and estimates do not")
{
    NEWS("On 5 July police freed 12 trafficking victims.\n\nThe men worked on a farm.\n\nThe farm had no windows.\n\n"
         "Officers arrested four traffickers.\n\nAn estimated 5,000 people live in modern slavery.",
         "12 2021-07-05 context; 4 2021-07-05 context; 5000 2021-01-01/2021-12-31 default");
}

TEST("news that opens with a period tells of that period")
{
    NEWS("In the first half of 2020 police freed 12 trafficking victims.\n\nThe cases were hard.\n\nIt was a hard "
         "year.\n\nCourts convicted five traffickers.",
         "12 2020-01-01/2020-06-30 stated; 5 2020-01-01/2020-06-30 context");
}

TEST("a total since some year does not go on over paragraphs")
{
    NEWS("Since 2014 police have freed 300 trafficking victims.\n\nCourts convicted five traffickers.",
         "300 2014-01-01/2021-07-14 stated; 5 2021-01-01/2021-12-31 default");
}

TEST("today is the day of publication, also beside a verb of saying")
{
    NEWS("Prosecutors announced today that six traffickers were charged.", "6 2021-07-14 context");
    NEWS("Police rescued 12 trafficking victims, officials told reporters on Monday.",
         "12 2021-01-01/2021-12-31 default");
}

TEST("words of slaves, pay and parlours hint at the form of an event that names none")
{
    NEWS_FORM("Police freed 12 trafficked men on 5 July.\n\nThey were treated like slaves on two farms.",
              "12 forced_labour");
    NEWS_FORM("Police freed 12 trafficked women on 5 July.\n\nThey had worked in two massage parlours.",
              "12 sexual_exploitation");
    NEWS_FORM(
        "Police freed 12 trafficked people on 5 July.\n\nThey had worked in two massage parlours and a brick kiln.",
        "12 -");
    NEWS_FORM("Police freed 12 trafficked boys on 5 July.\n\nThey were treated like slaves and forced to beg.",
              "12 forced_begging");
    FORM("Police freed 12 trafficked women.\n\nThey had worked in two massage parlours.", "12 -");
}

TEST("a press text on missing persons keeps to its subject over its paragraphs")
{
    NEWS_COUNTS("Two men went missing on 5 July.\n\nThe sea was rough.\n\nRescuers found 12 men on Friday.",
                "2 missing; 12 missing_found");
    NEWS_COUNTS("Two men were freed from slavery on 5 July.\n\nPolice found 12 victims on Friday.",
                "2 victims_freed; 12 victims_identified");
}

TEST("a weekday told without a count dates the event, one of a publication or byline does not")
{
    NEWS("Six arrested for human trafficking\n\nOn Monday police acted on information that a woman was kept against "
         "her will at a farm near the town.",
         "6 2021-07-12 context");
    NEWS("Six arrested for human trafficking\n\nThe bureau's report on its work of the last years was published on "
         "Monday in the capital.",
         "6 2021-01-01/2021-12-31 default");
}

TEST("headlines leave people out, also when a paragraph follows without a blank line")
{
    NEWS_COUNTS(
        "Four arrested for human trafficking in an investigation by police\nThree men and a woman were arrested "
        "in an international investigation into human trafficking over several months and countries.",
        "4 arrests; 3 arrests");
    NEWS_COUNTS("5.7m forced into slavery", "5700000 victims_estimated");
    NEWS_COUNTS("Brazil rescues hundreds held in modern-day slave conditions", "200 victims_freed");
    NEWS_COUNTS("Officials have begun to help return dozens of\nfemale trafficking victims who sought refuge in the\n"
                "consulate.",
                "24 victims_assisted");
}

TEST("who is still missing is so on the day of the news")
{
    NEWS("A total of 782 people are still listed as missing.", "782 2021-07-14 context");
    NEWS("A total of 782 people went missing.", "782 2021-01-01/2021-12-31 default");
}

TEST("a headline's count takes what the text says of the same count")
{
    NEWS("64 children rescued from trafficking\n\nA total of 64 children were rescued in the first quarter of this "
         "year from forced labor on the lake.",
         "64 2021-01-01/2021-03-31 context; 64 2021-01-01/2021-03-31 context");
    NEWS_FORM("64 children rescued from trafficking\n\nA total of 64 children were rescued in the first quarter of "
              "this year from forced labor on the lake. Two men were jailed for sexual exploitation.",
              "64 forced_labour; 64 forced_labour; 2 sexual_exploitation");
    NEWS("Two men jailed for trafficking\n\nTwo women were rescued in May 2019.",
         "2 2021-01-01/2021-12-31 default; 2 2019-05-01/2019-05-31 stated");
}

TEST("a count told again keeps the date of its own sentence when the first had none")
{
    NEWS("Police rescue 865 foreigners from trafficking\n\nPolice had rescued some 865 foreigners from trafficking "
         "from January 1 to March 20, 2020.",
         "865 2020-01-01/2020-03-20 context; 865 2020-01-01/2020-03-20 stated");
}

TEST("days, weeks and months ago are told from the day of publication")
{
    NEWS("Two weeks ago police freed 12 trafficking victims.", "12 2021-06-30 context");
    NEWS("Police freed 12 trafficking victims three days ago.", "12 2021-07-11 context");
    NEWS("Two months ago 40 girls were abducted.", "40 2021-05-01/2021-05-31 context");
    NEWS("Last night police freed 12 trafficking victims.", "12 2021-07-13 context");
}

TEST("days are not told from a publication of which only the month or year is known")
{
    struct sample found;
    struct document d =
        sample_document("Police freed 12 trafficking victims yesterday. On Friday 14 men were arrested. "
                        "Two weeks ago 5 girls were abducted. Last month 9 girls were abducted.",
                        true);
    d.published_from = (struct date){ 2021, 7, 1 };
    d.published = (struct date){ 2021, 7, 31 };
    CHECK_TEXT(context_of(&found, &d, say_period),
               "12 2021-07-01/2021-07-31 context; 14 2021-07-01/2021-07-31 context; 5 2021-07-01/2021-07-31 context; 9 "
               "2021-06-01/2021-06-30 context");
    sample_free(&found);
    d.published_from = (struct date){ 2021, 1, 1 };
    d.published = (struct date){ 2021, 12, 31 };
    CHECK_TEXT(context_of(&found, &d, say_period),
               "12 2021-01-01/2021-12-31 context; 14 2021-01-01/2021-12-31 context; 5 2021-01-01/2021-12-31 context; 9 "
               "2021-01-01/2021-12-31 context");
    sample_free(&found);
}

TEST("those who remain missing are counted on the day of the telling, not of an event")
{
    NEWS("Nearly 3,000 villagers still missing\n\nNearly 3,000 villagers kidnapped during the war remain missing, an "
         "official said on Sunday.\n\nIn May a woman was rescued by the office.",
         "3000 2021-07-11 context; 3000 2021-07-11 context");
}

TEST("parts told in the next paragraph of a press text are parts of the count before")
{
    NEWS_COUNTS(
        "Police investigated 105 trafficking crimes.\n\nHe said 48 of these crimes were related to prostitution, "
        "18 to human trafficking and 23 to kidnapping.",
        "105 investigations; 48 investigations; 18 investigations; 23 investigations");
    NEWS_FORM("Police investigated 105 trafficking crimes.\n\nHe said 48 of these crimes were related to prostitution, "
              "18 to human trafficking and 23 to kidnapping.",
              "105 -; 48 sexual_exploitation; 18 -; 23 -");
}

TEST("few victims are those of the event that the news tells of")
{
    NEWS("Two men brought six trafficking victims to the town.\n\nThe victims were stopped at the airport on 5 July by "
         "officers of the bureau.",
         "2 2021-01-01/2021-12-31 default; 6 2021-07-05 context");
}

TEST("a headline's second verb counts, people lost in the event are of its day, the nine suspects are those arrested")
{
    NEWS_COUNTS(
        "Police smash trafficking ring, rescue 31\n\nOfficers rescued 31 women and arrested nine people in raids "
        "on Tuesday.\n\nThe nine suspects are in their thirties.",
        "31 victims_freed; 31 victims_freed; 9 arrests; 9 arrests");
    NEWS("On 5 July police freed 12 trafficking victims from a boat.\n\nThe men worked on it.\n\nThe boat had no "
         "windows.\n\nEight others were missing, survivors said.",
         "12 2021-07-05 context; 8 2021-07-05 context");
}

TEST("others who were held, behind those arrested, are arrested")
{
    FINDS("Two men were arrested on suspicion of trafficking. Two others were held in Calais and seven in Holland.",
          "2 arrests; 2 arrests; 7 arrests");
}

TEST("news is of the day in its dateline, not of the day after, when it was published")
{
    NEWS("Lucknow, July 13 (PTI) Police today rescued 34 bonded labourers.", "34 2021-07-13 context");
    NEWS("Five cases of trafficking registered since beginning of 2021.", "5 2021-01-01/2021-07-14 stated");
}

TEST("what was said to have happened in a month is of that month")
{
    NEWS("Police said that during last month, 59 children were rescued from forced begging.",
         "59 2021-06-01/2021-06-30 context");
}
