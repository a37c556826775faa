/* Breakdowns: what is said of one part is not said of the others, nor of all. */
#include "tests/etl/narrative/context.h"
#include "tests/etl/narrative/sample.h"

TEST("two forms at once, other forms and unknown ones are no form of the part before")
{
    FORM("Courts prosecuted 106 suspects (71 for sex trafficking, 19 for labor trafficking, and eight for both sexual "
         "and labor trafficking).",
         "106 -; 71 sexual_exploitation; 19 forced_labour; 8 -");
    FORM("Police initiated 10 forced labor investigations and 12 other trafficking investigations.",
         "10 forced_labour; 12 -");
    FORM("Police identified 41 victims: 14 of forced labor and nine of multiple types of exploitation.",
         "41 -; 14 forced_labour; 9 -");
    FORM("Some 212 victims were exploited in forced labor, 70 exploited in sex trafficking, and 24 exploited in an "
         "unspecified manner.",
         "212 forced_labour; 70 sexual_exploitation; 24 -");
    FORM("Police identified 21 trafficking victims (17 women and four men, 11 for labor trafficking, and 10 for sex "
         "trafficking).",
         "21 -; 17 -; 4 -; 11 forced_labour; 10 sexual_exploitation");
}

TEST("sex traffickers are those of one form")
{
    FORM("Courts convicted 10 traffickers, compared with 16 sex traffickers in 2019.", "10 -; 16 sexual_exploitation");
}

TEST("a list of nationalities goes on with the group it opens with")
{
    FINDS("Of the victims, 932 were Indian, 38 Sri Lankan, 36 Bangladeshi, and 73 were Nepali.",
          "932 victims; 38 victims; 36 victims; 73 victims");
    FINDS("Courts sentenced one People's Republic of China (PRC) national man for labor trafficking.", "1 sentences");
}

TEST("a name with a possessive inside is one name")
{
    struct sample s = sample_extract("Police freed 30 victims in Cox's Bazar.");
    CHECK_TEXT(sample_figure(&s, 0)->ref_area, "BGD");
    sample_free(&s);
}

TEST("who is identified first and then referred is identified")
{
    FINDS("Authorities reported identifying and referring to care 530 trafficking victims.", "530 victims_identified");
    FINDS("The charity was contacted by 77 victims and 35 accepted shelter.", "77 victims; 35 victims_assisted");
    FINDS("During the year the anti-trafficking hotline received calls from 100 persons.", "100 hotline_calls");
}

TEST("people served by three mobile teams are not three")
{
    FINDS("The government provided services to 535 children via three mobile teams and two shelters.",
          "535 victims_assisted");
}

TEST("two numbers over a span of years are of its first and last year")
{
    REPORT("Prosecutions for trafficking more than doubled from 2012 to 2018 (from 805 to 1,656 persons).",
           "805 2012-01-01/2012-12-31 stated; 1656 2018-01-01/2018-12-31 stated");
    REPORT("Of the 261 trafficking victims, 21 were children, a decrease (more than 50 percent) from 48 in 2019.",
           "261 2020-01-01/2020-12-31 default; 21 2020-01-01/2020-12-31 default; 48 2019-01-01/2019-12-31 stated");
}

TEST("people between ages in figures are counted")
{
    FINDS("Police rescued 108 victims, including six people under 15, 21 between 15 and 17 years of age and 81 people "
          "above the age of 18.",
          "108 victims_freed; 6 victims_freed; 21 victims_freed; 81 victims_freed");
}

TEST("the same period is the last one that was longer than the day between")
{
    REPORT("In the first eight months of the year police registered 12 trafficking cases. On June 3 a center opened. "
           "During the same period, the office initiated one investigation of trafficking.",
           "12 2020-01-01/2020-08-31 context; 1 2020-01-01/2020-08-31 context");
}

TEST("counts of two forms share the noun behind the second")
{
    FINDS("Police conducted six forced labor and 10 sex trafficking investigations.",
          "6 investigations; 10 investigations");
    FORM("The government identified 20 sex trafficking and 13 labor trafficking victims in 2020, compared to seven sex "
         "trafficking and eight labor trafficking victims in 2019.",
         "20 sexual_exploitation; 13 forced_labour; 7 sexual_exploitation; 8 forced_labour");
}

TEST("who all are compared with are not those of the last part; whence people were brought home is no citizenship")
{
    struct sample s = sample_extract("In June 28 women and 14 men were recognized as victims of trafficking, compared "
                                     "with 60 persons in all of 2019.");
    CHECK_TEXT(sample_figure(&s, 2)->sex, "");
    sample_free(&s);
    s = sample_extract("The government repatriated 14 trafficking victims from Lebanon and two from Kuwait.");
    CHECK_TEXT(sample_figure(&s, 0)->citizenship, "");
    CHECK_TEXT(sample_figure(&s, 1)->citizenship, "");
    sample_free(&s);
    FINDS("Police screened 12,500 migrants for trafficking indicators.", "12500 other");
    FINDS("A total of 112 underage soldiers were released to their families.", "112 victims_freed");
}

TEST("behind a comparison the first year is meant again")
{
    REPORT(
        "In 2020, 42 female victims were identified, up from 27 in 2019, while the remaining 11 were male, down from "
        "15 the year prior.",
        "42 2020-01-01/2020-12-31 stated; 27 2019-01-01/2019-12-31 stated; 11 2020-01-01/2020-12-31 stated; 15 "
        "2019-01-01/2019-12-31 context");
}

TEST("people named as the victims, or as those among the rescued")
{
    FINDS("Police identified 40 trafficking victims. The victims included 15 girls and 12 boys.",
          "40 victims_identified; 15 victims_identified; 12 victims_identified");
    FINDS("The trafficking victims — two women and four men — were recruited online.", "2 victims; 4 victims");
    FINDS("Police rescued 44 bonded labourers. Among those rescued, 21 were children and 12 women.",
          "44 victims_freed; 21 victims_freed; 12 victims_freed");
    FINDS("Police freed the victims, arrested 12 men and seized two cars.", "12 arrests");
}
