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
