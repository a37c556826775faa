/* What looks like a figure and is none. */
#include "tests/etl/narrative/sample.h"

TEST("ages, years, dates and articles stay out")
{
    FINDS_NOTHING("The victim, a 34-year-old woman, was 12 when trafficking began.");
    FINDS_NOTHING("Children younger than 15 and girls between 13 and 17 years old were trafficked.");
    FINDS_NOTHING("In 2012-13 and on 5 July 2019 the trafficking law was amended.");
    FINDS_NOTHING("Articles 128 and 135 of the penal code prohibit trafficking in persons.");
    FINDS_NOTHING("See section 7.c. and page 12 of the Trafficking in Persons Report.");
}

TEST("percentages, ratios, measures and times stay out")
{
    FINDS_NOTHING("About 62% of victims were women and 12 percent were children.");
    FINDS_NOTHING("One in four victims of trafficking was a child.");
    FINDS_NOTHING("Trafficking victims worked 16 hours a day, 40 kilometers from the city.");
    FINDS_NOTHING("The rate of modern slavery is 5.3 per thousand people.");
}

TEST("reference marks, list numbers and telephone numbers stay out")
{
    FINDS("Police identified 12 victims. (29) Others fled. (30) No one knows. (31)", "12 victims_identified");
    FINDS_NOTHING("1. Trafficking is a crime. 2) It is punished.");
    FINDS_NOTHING("To report trafficking call +7 7172 71 58 27.");
}

TEST("penalties that a law sets are no sentences")
{
    FINDS_NOTHING("The law prescribes penalties of five to 15 years' imprisonment for trafficking.");
    FINDS_NOTHING("Trafficking is punishable by up to 12 years in prison and a fine of up to $5,000.");
    FINDS_NOTHING("If convicted of trafficking he faces up to 20 years in prison.");
    FINDS("A court sentenced two traffickers to five years in prison.", "2 sentences; 5 sentence_term");
}

TEST("plans, wishes and what was not reported are no figures")
{
    FINDS_NOTHING("The ministry plans to train 300 police officers on trafficking.");
    FINDS_NOTHING("The experts urge the authorities to train at least 100 more prosecutors.");
    FINDS_NOTHING("The shelter could house up to 25 victims.");
    FINDS_NOTHING("The government did not report the number of victims identified.");
    FINDS_NOTHING("There was no data on trafficking victims.");
}

TEST("things are not people or cases")
{
    FINDS_NOTHING("Police searched 1,240 hotels and closed 12 websites used for trafficking.");
    FINDS_NOTHING("The task force of 14 ministries adopted three laws on trafficking.");
}

TEST("one as an article or pronoun is no count")
{
    FINDS_NOTHING("I remember one man near the market who sold fruit.");
    FINDS_NOTHING("Jan, one of the victims, spoke to us.");
    FINDS("Police rescued one woman from forced labor.", "1 victims_freed");
}

TEST("empty, blank and broken texts give nothing and no error")
{
    FINDS_NOTHING("");
    FINDS_NOTHING("\n\n  \n");
    FINDS_NOTHING("\xe2\x80");
    FINDS_NOTHING("((((((((((((12");
    FINDS_NOTHING("12");
}

TEST("several and a few state no number, several hundred does")
{
    FINDS_NOTHING("Police identified several victims and a few traffickers.");
    FINDS("Police identified several hundred victims.", ">=200 victims_identified");
}

TEST("in one case is an example, not a count")
{
    FINDS_NOTHING("In one case, a girl was trafficked by her uncle.");
    FINDS("Police investigated one case of trafficking.", "1 investigations");
}

TEST("shares out of a round number are ratios, a part of a few is a count")
{
    FINDS_NOTHING("Nine out of 10 of those women were trafficked.");
    FINDS_NOTHING("One in 14 women was trafficked.");
    struct sample s = sample_extract("Police arrested four of six traffickers.");
    CHECK(s.figures.n > 0 && sample_figure(&s, 0)->value_low == 4);
    CHECK_TEXT(sample_figure(&s, 0)->indicator, "arrests");
    sample_free(&s);
}

TEST("age groups are ages, a range of people before its noun is a count")
{
    FINDS("Some 12 children of the five-to-17 age group were trafficked.", "~12 victims");
    FINDS_NOTHING("Traffickers recruit children between 13 and 17.");
    FINDS("Traffickers recruited between 13 and 17 children.", "13-17 victims");
}

TEST("sections in brackets are labels, a number said twice is one")
{
    FINDS_NOTHING("Police booked him u/s 370(3)(5) for trafficking.");
    FINDS("Police rescued seven (7) women from forced labor.", "7 victims_freed");
    FINDS("Police rescued seven (eight) women from forced labor.", "7 victims_freed; 8 victims_freed");
}

TEST("spans of time are no length of captivity")
{
    FINDS_NOTHING("The decade-long practice of slavery ended.");
    FINDS_NOTHING("She was held in slavery for decades.");
    FINDS("In the last decade police arrested 12 traffickers.", "12 arrests");
    FINDS("Two months ago police arrested 12 traffickers.", "12 arrests");
    FINDS("She endured 12 years of forced labor.", "12 captivity_duration");
}

TEST("numbers with letters, numbers of suits and loose hyphens of an age stay out")
{
    FINDS_NOTHING("To report human trafficking call Crime Stoppers at 800-TIPS (8477), or 800-4CTU.");
    FINDS_NOTHING("The trafficking case is suit no. SS/65C/2020.");
    FINDS_NOTHING("The 43 -year-old said he was held as a slave.");
    FINDS("In 2019 police identified 23 trafficking victims, or 12.125 percent.", "23 victims_identified");
}

TEST("lengths that a law allows, time spent and time of the crime are no sentence and no captivity")
{
    FINDS_NOTHING("The law allowed detainees to be held for up to two months during an investigation of trafficking.");
    FINDS_NOTHING("Any person who aids trafficking is liable to a fine or imprisonment for up to 50 years.");
    FINDS_NOTHING("The court freed her after she spent ten months in prison without trial for trafficking.");
    FINDS("Fathers were sentenced to 15 years in prison for selling victims over more than five years.",
          "15 sentence_term");
    FINDS_NOTHING(
        "Penalties related to child labor violations range from a fine to one year in prison and were sufficient.");
    FINDS_NOTHING("The offense was serious, with penalties including up to three years in prison for trafficking.");
    FINDS("Sentences for trafficking ranged from two to five years in prison.", "2-5 sentence_term");
}

TEST("what people were sentenced to, and what was used on them, counts no people")
{
    FINDS("The court sentenced pimps to 40 days in prison and 70 lashes.", "40 sentence_term");
    FINDS("She was given one year in jail for forced labor after shoving a pair of scissors into an ear.",
          "1 sentence_term");
    FINDS("Courts sentenced 12 gangmasters for forced labor.", "12 sentences");
}

TEST("sizes of employers, names with a number, some of a number, and what a system covers")
{
    FINDS_NOTHING(
        "The ministry investigated forced labor, requiring all employers with more than five workers to pay.");
    FINDS("The crew of the Naham 3, captured by traffickers in 2012, were released.", "");
    FINDS("Some of the approximately 100,000 foreign workers in the country faced forced labor.", "~100000 other");
    FINDS("Officials fought forced labor. The system covers 6.4 million workers.", "6400000 other");
    FINDS("Sex trafficking affects 4.5 million women.", "4500000 victims_estimated");
}

TEST("no reports of what is not counted here, and what a law says that nobody be")
{
    FINDS_NOTHING("There were no reports that these rights were not respected.");
    FINDS("There were no reports of forced labor.", "0 offences");
    FINDS_NOTHING("The law specified that no child be recruited for forced labor.");
}

TEST("victims of abuse and arbitrary detention are of another subject")
{
    FINDS("In 2019 an estimated 5,900 children were victims of abuse.", "~5900 other");
    FINDS("In 2019 an estimated 5,900 children were victims of trafficking.", "~5900 victims_estimated");
    FINDS("The group identified cases of arbitrary detention, including the detention of 18 individuals.", "18 other");
}

TEST("in one case is no count")
{
    FINDS_NOTHING("In one case the court confirmed a ruling against a trafficker.");
    FINDS_NOTHING("A campaign against trafficking, in one reported case in 2018, led to an escape.");
}

TEST("a verb in a name and an adjective count nobody as freed")
{
    FINDS("According to the Walk Free Foundation, more than 46,000 persons were victims of forced labor.",
          ">=46000 victims");
    FINDS("The state provided free education to four children per family.", "4 other");
    FINDS("Nine girls were exploited in prostitution in a house owned by one of the perpetrators.", "9 victims");
    FINDS("The office received 552 complaints regarding other rights.", "552 other");
}

TEST("families that people belong to, and two or more")
{
    FINDS("Nine of the ten rescued workers belonged to two families and had worked as bonded laborers.",
          "9 victims_freed; 10 victims_freed");
    FINDS_NOTHING("The same crime against two or more minors is trafficking.");
    FINDS_NOTHING(
        "It is punishable by fines of up to $930; illegal hours, up to $740; and discrimination, up to $1,250.");
}

TEST("committees that monitored cases, victims of various crimes, referrals for abuse")
{
    FINDS_NOTHING("At the local level, 149 child labor committees monitored incidents of child labor.");
    FINDS("In all, 1,029 children were victims of various crimes, including 211 cases of sexual abuse.",
          "1029 other; 211 other");
    FINDS("The number of child abuse referrals recorded in 2015 was 4,723.", "4723 other");
}

/* A text without a date of its own: sample_extract_over with no period. */
#define FINDS_UNDATED(text, want)                                                                                      \
    do {                                                                                                               \
        struct sample found = sample_extract_over(text, (struct date){ 0 }, (struct date){ 0 });                       \
        CHECK(found.status == ST_OK);                                                                                  \
        CHECK_TEXT(sample_text(&found), want);                                                                         \
        sample_free(&found);                                                                                           \
    } while (0)

TEST("days of a month count nobody in a text without a year")
{
    FINDS_UNDATED("Activists freed 12 forced laborers on October 30.", "12 victims_freed");
    FINDS_UNDATED("Police freed 30 forced laborers between 5 and 8 June and on Oct. 4.", "30 victims_freed");
    FINDS_UNDATED("On June 3 and 4 seven trafficking victims were rescued.", "7 victims_freed");
    FINDS_UNDATED("In March 10 more trafficking victims were rescued.", "10 victims_freed");
    FINDS("In March 10 more trafficking victims were rescued.", "10 victims_freed");
}

TEST("ages in words joined by and are both ages")
{
    FINDS("They were found guilty of trafficking five children between the ages of three and five.", "5 victims");
    FINDS("Police freed children of the age of three and five women from forced labor.", "5 victims_freed");
}

TEST("how much a count changed is no count")
{
    FINDS_NOTHING("The number of trafficking victims increased by 40 over 2019.");
    FINDS_NOTHING("There were 40 more trafficking victims than in 2019.");
    FINDS_NOTHING("That is 12 fewer victims of trafficking than the year before.");
    FINDS("Police identified 60 trafficking victims, 20 more than in 2019.", "60 victims_identified");
    FINDS("Police identified 60 trafficking victims, more than in 2019.", "60 victims_identified");
    FINDS("Convictions of traffickers rose by 15 to 60.", "60 convictions");
}

TEST("those who are excepted are not counted")
{
    FINDS("Courts convicted 20 traffickers, except for three minors.", "20 convictions");
    FINDS("All but two of the 45 trafficking victims were women.", "45 victims");
}

TEST("sections with a letter, pronouns of one, and years back")
{
    FINDS("Another 38 trafficking cases under Sections 360(A) and 360 (C) were closed.", "38 offences");
    FINDS_NOTHING("Police detained a man in a relationship with one of the traffickers.");
    FINDS_NOTHING("The family was sold to a brick kiln two years back.");
}

TEST("a mark of reference joined to a word counts nothing")
{
    FINDS("In 2019 courts heard 30 trafficking cases with 42 victims14.", "30 offences; 42 victims");
    FINDS("Authorities assisted 31 victims2 and convicted nine traffickers.", "31 victims_assisted; 9 convictions");
}

TEST("one a day is a rate, no count")
{
    FINDS("The figure equates to an average of one report of trafficking per day.", "");
}

TEST("over is no bound behind a word of change")
{
    struct sample s =
        sample_extract("Prosecutors charged 287 traffickers, an increase over the 80 prosecutions in 2019.");
    CHECK_TEXT(sample_figure(&s, 1)->qualifier, "exact");
    CHECK_TEXT(sample_figure(&s, 1)->time_start, "2019-01-01");
    sample_free(&s);
    s = sample_extract("The toll is higher, as at least 1,500 people were reported missing at sea.");
    CHECK_TEXT(sample_figure(&s, 0)->qualifier, "at_least");
    sample_free(&s);
}

TEST("proportions and pairs of percentages count nothing")
{
    FINDS("Six girls attended school for every 10 boys.", "");
    FINDS("It approved 40 requests of victims and rejected 38, representing 51 and 49 percent.", "40 other; 38 other");
    FINDS("There were 15 registered victims of trafficking in human beings per one million inhabitants.", "");
}

TEST("ages behind full names, room in shelters and plans count nothing")
{
    FINDS("Two victims, Ana Lopez, 35, and Mario Ruiz, 29, were trafficked.", "2 victims");
    FINDS("There were 11 trafficking victims in the shelter, which has a capacity of 20.", "11 victims");
    FINDS("Police expect to identify 300 more trafficking victims.", "");
    FINDS("The ministry plans to shelter 100 trafficking victims.", "");
    FINDS("The state has set a target of releasing 18,000 bonded laborers by 2030.", "");
    FINDS("More than 5,000 people could be held as slaves.", ">=5000 victims_estimated");
}

TEST("laws told aside of what a verb counts are not what it counts")
{
    FINDS("The government prosecuted eight trafficking defendants under two provisions of the act.", "8 prosecutions");
    FINDS("Prosecutors charged eight traffickers under three sections of the act.", "8 prosecutions");
    FINDS("The government imposed penalties on three firms for child labor.", "3 sentences");
}

TEST("ratios, sizes of workshops and nationalities are no counts of people")
{
    FINDS_NOTHING("For every 10 girls in school, there were more boys at work.");
    FINDS_NOTHING(
        "Inspectors did not visit small workshops with fewer than five employees, where child labor occurred.");
    FINDS("In all, 120 suspects of four nationalities were arrested for trafficking.", "120 arrests");
    FINDS_NOTHING("Some individuals who committed no crime were detained.");
}

TEST("one who said something is no count; ages behind names and of the oldest")
{
    FINDS_NOTHING("One of the trafficking victims told the court she was beaten.");
    FINDS("Police identified 12 victims of trafficking, according to one of the victims.", "12 victims_identified");
    FINDS("Police arrested two persons for trafficking, namely Ngutin (25) s/o Thabuan of the village.", "2 arrests");
    FINDS("Police arrested 12 traffickers, the oldest of them 64.", "12 arrests");
    FINDS("Eight traffickers were jailed after being convicted in two trials.", "8 sentences; 2 other");
}

TEST("samples of studies, room in shelters, ranges of reference marks")
{
    FINDS_NOTHING("A survey of 1,500 workers found signs of forced labor.");
    FINDS_NOTHING("The NGO opened a shelter for up to 20 trafficking victims.");
    FINDS_NOTHING("Children are in child labor on farms.(1-4) They work in mines.(4-7) Some are trafficked.(29) Others "
                  "beg.(30)");
}

TEST("places where people were found are no people")
{
    FINDS("Officials inspected 1,200 workplaces and found 43 children working in 12 of them.", "43 victims_identified");
}

TEST("ages of those who are named or pointed to are no figures")
{
    FINDS_NOTHING("Border guards arrested the driver, 34.");
    FINDS_NOTHING("Police arrested Ana Lopez, 35.");
    FINDS_NOTHING("Police freed a boy of 6 and a mother of 3.");
    FINDS_NOTHING("Police arrested a woman, 34, and her boyfriend, 29.");
    FINDS("Two traffickers, 45 and 51, were convicted.", "2 convictions");
    FINDS("Three sisters, 12, 14 and 17, went missing.", "3 missing");
    FINDS("Police rescued 12 girls in Kisumu and, in Nairobi, 35.", "12 victims_freed; 35 victims_freed");
    FINDS("Police identified two victims, 12 children and 14 adults.",
          "2 victims_identified; 12 victims_identified; 14 victims_identified");
}

TEST("one out of every ten counts nobody")
{
    FINDS_NOTHING("Out of every ten children going missing in the capital, six remain untraced.");
}

TEST("things behind a participle are not counted as people")
{
    FINDS("The program found 20 child workers in a pool of approximately 550 covered factories.",
          "20 victims_identified");
}

TEST("how long a network has worked is no captivity")
{
    FINDS_NOTHING("The criminal network that exploited them had been operating for over five years.");
}

TEST("marks of reference in square brackets")
{
    FINDS("In all, 55 people remain missing.[3][4] Police freed 40 victims [7].", "55 missing; 40 victims_freed");
    FINDS("Police freed 40 victims.[3, 4] They arrested two traffickers.[5-7]", "40 victims_freed; 2 arrests");
    FINDS("Police freed [40] victims.", "40 victims_freed");
    FINDS("Police freed 12 women [8 of them Thai].", "12 victims_freed; 8 victims_freed");
}

TEST("one child in ten is a share")
{
    FINDS_NOTHING("One child in ten is in child labour.");
    FINDS("Police rescued one child in 12 raids.", "1 victims_freed; 12 other");
    FINDS_NOTHING("She has been searching for her abducted son for seven years.");
    FINDS("Prosecutors filed an eighteen-count indictment against six traffickers.", "6 prosecutions");
}
