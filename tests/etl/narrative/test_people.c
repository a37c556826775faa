/* Sex, age, citizenship and form of exploitation of each figure. */
#include "tests/etl/narrative/context.h"

static void people(struct buf *b, const struct figure *f)
{
    buf_put(b, f->sex.n ? f->sex : STR("-"));
    buf_puts(b, " ");
    buf_put(b, f->age.n ? f->age : STR("-"));
}

static void citizens(struct buf *b, const struct figure *f)
{
    buf_put(b, f->citizenship.n ? f->citizenship : STR("-"));
}

#define PEOPLE(text, want) SAYS(people, false, text, want)
#define CITIZENS(text, want) SAYS(citizens, false, text, want)

TEST("sex and age are those of the people counted")
{
    PEOPLE("Police identified 12 trafficked women and three boys.", "12 F adult; 3 M child");
    PEOPLE("Police identified 12 victims of trafficking; nine were women and three were men.",
           "12 - -; 9 F adult; 3 M adult");
    PEOPLE("Police rescued 12 women and children from trafficking.", "12 - -");
    PEOPLE("Police identified 40 trafficking victims, including five children.", "40 - -; 5 - child");
    PEOPLE("Police identified 42 victims of child sexual exploitation.", "42 - child");
}

TEST("ages in figures make children and adults")
{
    PEOPLE("Police rescued 40 trafficking victims, 12 of them under 18.", "40 - -; 12 - child");
    PEOPLE("A court sentenced a 38-year-old trafficker to five years in prison.", "5 - adult");
}

TEST("a sentence is of whom it was given to")
{
    PEOPLE("A court convicted a woman of trafficking. She was sentenced to five years in prison.", "5 F adult");
}

TEST("citizenship by demonym, country and foreignness")
{
    CITIZENS("Police identified 12 Uzbek victims of trafficking.", "12 UZB");
    CITIZENS("Police identified 12 trafficking victims from Tajikistan and Uzbekistan.", "12 TJK;UZB");
    CITIZENS("Police identified 12 trafficking victims; five were Kyrgyz.", "12 -; 5 KGZ");
    CITIZENS("Police identified 12 foreign victims of trafficking.", "12 foreign");
    CITIZENS("Police identified 12 trafficking victims, mostly Uzbek women.", "12 -");
    CITIZENS("Police identified 12 Congolese victims of trafficking.", "12 COD");
}

TEST("forms are named with the number, shared by parts, or mixed")
{
    FORM("Police identified 12 victims of forced labor.", "12 forced_labour");
    FORM("Police identified 12 victims: nine in sex trafficking and three in forced begging.",
         "12 -; 9 sexual_exploitation; 3 forced_begging");
    FORM("Police rescued 12 children from forced labor and forced begging.", "12 -");
    FORM("Traffickers exploited them in forced labor (29 victims) and forced begging (14 victims).",
         "29 forced_labour; 14 forced_begging");
    FORM("Police investigated nine suspects and convicted eight persons for sex trafficking.",
         "9 sexual_exploitation; 8 sexual_exploitation");
}

TEST("a paragraph that speaks of one form speaks of it throughout")
{
    FORM("Police rescued 10 workers. All had been trafficked. The workers had been in forced labor for years.",
         "10 forced_labour");
    FORM("Police rescued 10 workers. Some had been in forced labor, some in sex trafficking.", "10 -");
}

TEST("missing people have no form")
{
    FORM("In all 12 persons went missing and were at risk of sex trafficking.", "12 -");
}

TEST("relatives have a sex, parents none")
{
    PEOPLE("Police arrested two widows for trafficking.", "2 F -");
    PEOPLE("Police arrested three husbands for trafficking.", "3 M -");
    PEOPLE("Police arrested two parents for trafficking.", "2 - -");
}

TEST("a sentence is the subject's, not of those told of with who")
{
    PEOPLE("A woman who exploited immigrants was jailed for three years for trafficking.", "3 F adult");
    PEOPLE("A man who sold a girl was jailed for three years for trafficking.", "3 M adult");
}

TEST("cases have the sex of the word behind them")
{
    PEOPLE("Police registered 63 trafficking cases (28 female and 35 male).", "63 - -; 28 F -; 35 M -");
}

TEST("Cypriots of either community are Cypriots")
{
    CITIZENS("In all, 12 Greek Cypriots and nine Turkish Cypriots are missing.", "12 CYP; 9 CYP");
    CITIZENS("In all, 12 Greeks are missing.", "12 GRC");
}

TEST("parts in brackets have the form they name")
{
    FORM("Courts recorded 25 trafficking convictions (17 sex trafficking and eight labor trafficking).",
         "25 -; 17 sexual_exploitation; 8 forced_labour");
}

TEST("citizens are of the country that the clause names")
{
    CITIZENS("Police identified 12 citizens as victims of trafficking.", "12 KAZ");
    CITIZENS("Police identified 12 citizens of the Republic of Uzbekistan as victims of trafficking.", "12 UZB");
    CITIZENS("Uzbekistan ranks second in slavery, with 2,037 citizens exploited.", "2037 UZB");
    CITIZENS("Kyrgyzstan takes first place with 2,259 of its citizens in slavery.", "2259 KGZ");
    CITIZENS("Over 6,000 Central Asian citizens were enslaved.", "6000 -");
    CITIZENS("Police rescued 12 Rohingya women from traffickers.", "12 -");
}

TEST("cases of forced labour beside cases of child labour, and calls about children")
{
    PEOPLE("Police identified six cases of child labor and 20 cases of forced labor.", "6 - child; 20 - -");
    PEOPLE("The hotline received 2,800 calls, none of which were related to child labor.", "2800 - -; 0 - child");
}

TEST("clients are helped, or call where the text tells of a hotline")
{
    FINDS("The shelter assists victims of trafficking. In 2020 it had 992 clients.", "992 victims_assisted");
    UNIT("The trafficking hotline received calls from 4,800 clients.", "4800 hotline_calls persons");
    FINDS("The law firm has 992 clients.", "992 other");
}

TEST("a page break cuts no sentence, a new paragraph begins one")
{
    PEOPLE("From July to November 2018 the district police identified 53 children as victims of trafficking, 49 of "
           "whom were\n\nfemale. Data on the villages of origin are not given.",
           "53 - child; 49 F child");
    PEOPLE("From July to November 2018 the district police identified 53 children as victims of trafficking, 49 of "
           "whom were\n\nFemale staff led the interviews.",
           "53 - child; 49 - child");
}

TEST("a part's sex and age are not its whole's")
{
    PEOPLE("12 of the 40 identified victims were children.", "12 - child; 40 - -");
    PEOPLE("Police identified 25 female and 12 male victims of trafficking.", "25 F -; 12 M -");
}

TEST("what is said behind a share and its number in brackets")
{
    PEOPLE("Of the 120 people convicted, 85% (102) were men.", "120 - -; 102 M adult");
}

TEST("of a share only the share is told")
{
    PEOPLE("The mission found that 60 percent of the 800 trafficking victims were children.", "800 - -");
    PEOPLE("Half of the 300 victims of trafficking were women.", "300 - -");
    FORM("The survey found that 60 percent of the 800 workers interviewed were in debt bondage.", "800 -");
}

TEST("dual citizens have both citizenships")
{
    CITIZENS("Police arrested four Kazakhs, including two dual Russian nationals, for trafficking.",
             "4 KAZ; 2 KAZ;RUS");
    CITIZENS("Police freed two dual French citizens.", "2 FRA;KAZ");
}

static void say_age(struct buf *b, const struct figure *f)
{
    buf_put(b, f->indicator);
    buf_puts(b, " ");
    buf_put(b, f->age.n ? f->age : STR("-"));
}

TEST("the one subject of the source's title is that of tables without a heading of their own")
{
    struct sample found;
    struct document d = sample_document("Violations  67\nCriminal Investigations  26\n", false);
    CHECK_TEXT(context_of(&found, &d, say_age), "67 other -; 26 investigations -");
    sample_free(&found);
    d.title = STR("2015 Findings on Child Labor");
    CHECK_TEXT(context_of(&found, &d, say_age), "67 offences child; 26 investigations child");
    sample_free(&found);
    d.title = STR("Human trafficking and child labor in 2015");
    CHECK_TEXT(context_of(&found, &d, say_age), "67 other -; 26 investigations -");
    sample_free(&found);
}

static void say_people(struct buf *b, const struct figure *f)
{
    buf_put(b, f->sex.n ? f->sex : STR("-"));
    buf_puts(b, " ");
    buf_put(b, f->age.n ? f->age : STR("-"));
    buf_puts(b, " ");
    buf_put(b, f->citizenship.n ? f->citizenship : STR("-"));
}

#define PEOPLE_SAID(text, want) SAYS(say_people, false, text, want)

TEST("what is said of all is said of the count and its parts")
{
    PEOPLE_SAID("Police rescued 45 victims, all of whom were Nepali women.", "45 F adult NPL");
    PEOPLE_SAID("Police rescued 45 victims, all from Nepal.", "45 - - NPL");
    PEOPLE_SAID("Police arrested two suspects, both Chinese nationals.", "2 - - CHN");
    PEOPLE_SAID("Police rescued ten men and two women, all from Bangladesh.", "10 M adult BGD; 2 F adult BGD");
    PEOPLE_SAID("Police identified 13 victims: four women and nine girls, all Nepali.",
                "13 - - NPL; 4 F adult NPL; 9 F child NPL");
    PEOPLE_SAID("Police identified 13 victims, including four women, all Nepali.", "13 - - -; 4 F adult NPL");
    PEOPLE_SAID("Police rescued 12 victims, all aged between 12 and 17.", "12 - child -");
}

TEST("what the next sentence says of all is said of the last count")
{
    PEOPLE_SAID("Police rescued 45 victims. All were women.", "45 F adult -");
    PEOPLE_SAID("Police rescued 45 victims. All of the victims were under the age of 18.", "45 - child -");
    PEOPLE_SAID("Police rescued 45 victims. The victims were women from Nepal and India.", "45 F adult IND;NPL");
    PEOPLE_SAID("Police rescued 45 victims. They were all children.", "45 - child -");
    PEOPLE_SAID("Police rescued 45 victims. Both suspects were Chinese.", "45 - - -");
    PEOPLE_SAID("Police rescued 45 victims. All women were sheltered.", "45 - - -");
}

TEST("what is said of most, nearly all or all but some is not said of all")
{
    PEOPLE_SAID("Police rescued 45 victims, nearly all of them women.", "45 - - -");
    PEOPLE_SAID("Most of the 45 trafficking victims were women.", "45 - - -");
    PEOPLE_SAID("Nearly all 45 trafficking victims were women.", "45 - - -");
    PEOPLE_SAID("Police rescued 45 victims, all but two of them women.", "45 - - -");
    PEOPLE_SAID("All 45 trafficking victims were women.", "45 F adult -");
}

TEST("a count held against one of children is of children too")
{
    PEOPLE_SAID("Police identified 60 victims; eight were minors compared with four in 2019.",
                "60 - - -; 8 - child -; 4 - child -");
}

TEST("time in captivity is of the person who was held, not of the family")
{
    PEOPLE_SAID("A woman kidnapped by militants was returned to her family after ten years in captivity.",
                "10 F adult -");
}

TEST("the age of the youngest is not that of all")
{
    PEOPLE_SAID("The youngest of the 14 trafficking victims was nine years old.", "14 - - -");
}

TEST("what is said of a fraction is not said of the whole")
{
    PEOPLE("Three-quarters of the 240 trafficking victims were women.", "240 - -");
    PEOPLE("Half of the 240 trafficking victims were girls.", "240 - -");
    PEOPLE("The average age of the 62 rescued girls was 15.", "62 F child");
}

TEST("what follows a number in brackets behind its noun is said of it")
{
    PEOPLE("Most trafficking victims (1,604) were women.", "1604 F adult");
    CITIZENS("Most trafficking victims (1,604) were Albanian.", "1604 ALB");
    PEOPLE("Of the victims, 60% (132) were women.", "132 F adult");
}

TEST("the term is of the couple who held her, not of the woman")
{
    PEOPLE("A couple who kept a Nigerian woman as a slave were jailed for six years each.", "6 - -");
}

TEST("where parts came from is their citizenship")
{
    CITIZENS("Police identified 106 victims. Among the victims, 58 were nationals of the country, 21 came from "
             "Moldova and 15 from Ukraine.",
             "106 -; 58 KAZ; 21 MDA; 15 UKR");
}

TEST("a part in a bracket and the whole it is out of")
{
    PEOPLE("Most of the trafficking victims were women (301 out of 416), while 69 were children.",
           "301 F adult; 416 - -; 69 - child");
}

TEST("girls whose ages go beyond 18 are not all children")
{
    PEOPLE("Police intercepted 59 girls between the ages of 15 and 26 who had been trafficked.", "59 F -");
    PEOPLE("Police intercepted 59 girls between the ages of 12 and 16 who had been trafficked.", "59 F child");
}

TEST("parts told by their share, by \"made up\" and in brackets")
{
    PEOPLE("Police identified 3,414 victims. Of all victims, 2,548 (75%) were male and 866 (25%) female.",
           "3414 - -; 2548 M -; 866 F -");
    PEOPLE("Adults made up 1,777 of the trafficking victims, children 1,433 and 204 were of unknown age.",
           "1777 - adult; 1433 - child; 204 - -");
    CITIZENS("Police identified 3,533 victims. Half of them (1,750) came from Albania.", "3533 -; 1750 ALB");
}

TEST("men, women, and children are of no one sex or age")
{
    PEOPLE("Police rescued 40 men, women, and children from forced labor.", "40 - -");
    PEOPLE("Police rescued 40 men and women from forced labor.", "40 - adult");
    PEOPLE("Police rescued 40 men, and women were arrested.", "40 M adult");
}

TEST("sections of a law are no ages")
{
    PEOPLE("Prosecutors charged eight trafficking defendants under two sections of the law.", "8 - -");
    PEOPLE("Prosecutors charged eight trafficking defendants under two laws.", "8 - -");
    PEOPLE("Police identified 12 victims under 15.", "12 - child");
}

TEST("citizens told with the words that a number stands for")
{
    CITIZENS("The number of Ukrainians who became victims of trafficking is estimated at 230,000 people.",
             "230000 UKR");
    CITIZENS("The number of trafficking victims from Vietnam rose to 227.", "227 VNM");
}

TEST("shares of people with their numbers in brackets")
{
    PEOPLE("Police identified 620 victims. Men accounted for 58 percent of victims (360), women 42 percent (260).",
           "620 - -; 360 M adult; 260 F adult");
    PEOPLE("Women were 58 percent of the victims (620) and men 42 percent (449).", "620 F adult; 449 M adult");
}

TEST("the country after the citizens is where they were")
{
    CITIZENS("Authorities repatriated 14 Nepali victims from India.", "14 NPL");
    CITIZENS("Authorities repatriated 14 victims from Nepal.", "14 -"); /* its own, or those of Nepal: not told */
    CITIZENS("Authorities assisted 14 victims from Nepal.", "14 NPL");
}

TEST("a list of peoples before one noun")
{
    CITIZENS("Police freed at least 156 Somali, Eritrean, and Sudanese migrants.", "156 ERI;SDN;SOM");
    CITIZENS("Police identified 20 Chinese, Thai and Laotian women.", "20 CHN;LAO;THA");
    PEOPLE("Police identified 20 Chinese, Thai and Laotian women.", "20 F adult");
    PEOPLE("Police identified 20 Chinese, 12 Thai and 14 Nepali women.", "20 F adult; 12 F adult; 14 F adult");
    PEOPLE("Police identified 33 male, female, and child victims.", "33 - -");
    CITIZENS("Police identified two Bulgarians and one Afghan man.", "2 BGR; 1 AFG");
    CITIZENS("Police identified 11 victims, eight Colombians, two Peruvians, and one Cuban.",
             "11 -; 8 COL; 2 PER; 1 CUB");
}

TEST("citizens and nationals of a country that is named by its short name")
{
    CITIZENS("Police identified three UK nationals.", "3 GBR");
    CITIZENS("Police identified 12 US citizens and two U.S. citizens.", "12 USA; 2 USA");
    CITIZENS("Police identified 14 third-country nationals.", "14 foreign");
    CITIZENS("Indonesian officials freed 20 of their nationals.", "20 IDN");
    PEOPLE("Of the labor trafficking victims, one was a U.S. citizen man and two were U.S. citizen boys.",
           "1 M adult; 2 M child");
}

TEST("those whom including names are of the people it stands behind")
{
    PEOPLE("Of the sex trafficking victims, six were women, including four Dominicans and two Colombians, and 21 were "
           "girls, "
           "including 18 Dominicans.",
           "6 F adult; 4 F adult; 2 F adult; 21 F child; 18 F child");
}

TEST("all of whom, behind a count with a verb of its own")
{
    PEOPLE("Officials screened 1,240 migrants and identified seven as victims, all of whom were women.",
           "1240 - -; 7 F adult");
}

TEST("what is said behind a list of people is said of all of them")
{
    PEOPLE("Police identified 20 victims; there were four women, five girls, and five boys; and four were foreign "
           "victims.",
           "20 - -; 4 F adult; 5 F child; 5 M child; 4 - -");
    FINDS("Police identified 20 victims; there were four women, five girls, and five boys.",
          "20 victims_identified; 4 victims_identified; 5 victims_identified; 5 victims_identified");
    FINDS_NOTHING("The government maintained one trafficking victims' shelter.");
}
