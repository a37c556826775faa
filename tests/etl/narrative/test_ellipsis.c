/* Numbers whose noun and verb were said before. Expected values: read off by hand. */
#include "tests/etl/narrative/sample.h"

TEST("a clause without its verb goes on with the one before")
{
    FINDS("Police referred 331 trafficking victims, and local authorities 120.",
          "331 victims_referred; 120 victims_referred");
    FINDS("The index estimates that two million people are enslaved in India; for Pakistan 1.3 million; for Nepal "
          "200,000.",
          "~2000000 victims_estimated; 1300000 victims_estimated; 200000 victims_estimated");
    FINDS("Police identified 116 victims. Of these, 74 were Uzbek, 20 Kyrgyz and 22 from elsewhere.",
          "116 victims_identified; 74 victims_identified; 20 victims_identified; 22 victims_identified");
}

TEST("a total, a toll or a share stands for what was told before")
{
    FINDS("Police identified 40 victims. The total rose to 53.", "40 victims_identified; 53 victims_identified");
    FINDS("In all, 90 persons are missing. Children make up 31.", "90 missing; 31 missing");
    FINDS("Police identified 96 victims. By form: forced labour 51, forced begging 7.",
          "96 victims_identified; 51 victims_identified; 7 victims_identified");
    FINDS("Police identified 96 victims. Most came from Nepal (33), Uganda (21) and Kenya (18).",
          "96 victims_identified; 33 victims_identified; 21 victims_identified; 18 victims_identified");
}

TEST("where a text speaks of estimates, its large numbers are of the hidden population")
{
    FINDS("The survey of forced labour gives a range. In Nepal it runs from 170,000 to 210,000.",
          "170000-210000 victims_estimated");
    FINDS_NOTHING("The survey of forced labour reached 71,758 respondents.");
}

TEST("the verb behind the last subject, or behind a pronoun, is that of all")
{
    FINDS("In all, 34 police officers, 45 prosecutors and 12 judges attended training.",
          "34 officials_trained; 45 officials_trained; 12 officials_trained");
    FINDS("The 116 survivors we sheltered were women.", "116 victims_assisted");
    FINDS("Police rescue 27 women from a brothel.", "27 victims_freed");
}

TEST("the verb tells of people that were named without a number")
{
    FINDS("The fishermen vanished. Thirteen of them are still unaccounted for.", "13 missing");
}

TEST("headlines and entries leave the people out")
{
    FINDS("Raids on farms\n- 22 arrested (15 in Almaty, seven in Astana)\n", "22 arrests; 15 arrests; 7 arrests");
    FINDS_NOTHING("Raids on farms\n- 22 visited\n");
}

TEST("a comparison is with what counts the same")
{
    FINDS("Police freed 41 victims and arrested 19 people, compared with 35 victims and 17 arrests in 2019.",
          "41 victims_freed; 19 arrests; 35 victims_freed; 17 arrests");
}

TEST("an age between commas behind a person is no count")
{
    FINDS("Three boys vanished; their mother, 61, has searched for them since May.", "3 missing");
}

TEST("a count that stood at a number has nothing of the verb before")
{
    FINDS("In all, 90 persons are missing. The toll kept by the office stood at 94.", "90 missing; 94 missing");
}

TEST("proportions, registration numbers and numbers of offices count nothing")
{
    FINDS_NOTHING("There were 5.4 trafficking victims for every thousand people.");
    FINDS_NOTHING("Trafficking affects 8 per 1,000 people, or one of every 125.");
    FINDS_NOTHING("The shelter for trafficking victims is a charity, no. 1098765. Victims may call 0800 12 13.");
}

TEST("who says that people are counted")
{
    FINDS("All 30 who were rescued from the traffickers received care.", "30 victims_freed");
    FINDS("Of the 62 who were arrested for trafficking, 12 were charged.", "62 arrests; 12 prosecutions");
    FINDS("Twelve of the 62 who were arrested for trafficking were charged.", "12 prosecutions; 62 arrests");
    FINDS("Nine of the 12 traffickers arrested were convicted.", "9 convictions; 12 arrests");
    FINDS("Police rescued 33 victims. About ten who were engaged there fell ill.", "33 victims_freed");
}

TEST("the verb alone tells of people")
{
    FINDS("In 2019, 112 were rescued from traffickers, twice as many as in 2018, when 58 were rescued.",
          "112 victims_freed; 58 victims_freed");
    FINDS("Twelve were arrested for human trafficking.", "12 arrests");
    FINDS("Pupils were taken from the school by traffickers. All 279 were later freed.", "279 victims_freed");
    FINDS("In 2012 the court heard of trafficking; 30 were empty words.", "");
}

TEST("people of the group that opens the sentence are counted as the group is")
{
    FINDS("Of the trafficking victims identified in 2020, 12 people were children.", "12 victims_identified");
    FINDS("Of the 45 trafficking victims, seven people were foreigners.", "45 victims; 7 victims");
    FINDS("Of the missing persons, 40 men had been soldiers.", "40 missing");
    FINDS("Of the children in slavery, 12 were rescued.", "12 victims_freed");
}

TEST("a large count of which nothing is said is the one told before")
{
    FINDS("At least 650 children have been released from armed groups. The fund has given 650 children a new start.",
          ">=650 victims_freed; 650 victims_freed");
    FINDS("Police rescued 120 workers. Later 120 workers were deported.", "120 victims_freed; 120 other");
}

TEST("\"Of those\" and what was done to them is a group too")
{
    FINDS("Of those identified, 12 were women and three were men.", "12 victims_identified; 3 victims_identified");
    FINDS("Of those missing, 40 were children.", "40 missing");
    FINDS("45 of those trafficked were children.", "45 victims");
    FINDS("An operation with 105 labor inspections rescued 337 persons from slavery. Of those rescued, five were "
          "children and six were domestic workers.",
          "105 other; 337 victims_freed; 5 victims_freed; 6 victims_freed");
}

TEST("those who went home or declined help are no longer counted as before")
{
    FINDS("Twenty trafficking victims were referred to shelters; five returned home and three declined assistance.",
          "20 victims_referred; 5 other; 3 other");
}

TEST("numbers behind places are of the victims of whom the sentence tells, not of the suspects before")
{
    FINDS("Police arrested six traffickers.\n\nThe victims, drawn from Oyo (21), Kano (14) and Lagos (12), had paid.",
          "6 arrests; 21 victims; 14 victims; 12 victims");
}

TEST("those still held are not freed with the others; the 112 indicted are people")
{
    FINDS("The armed group released 24 hostages but continued to hold 11.", "24 victims_freed; 11 victims");
    struct sample s = sample_extract("Of the 112 indicted for trafficking, 45 were public officials.");
    CHECK_TEXT(sample_figure(&s, 0)->unit_measure, "persons");
    sample_free(&s);
}

TEST("what totals, numbers or amounts to a count is counted")
{
    FINDS("Convictions of traffickers totaled 44 in 2019.", "44 convictions");
    FINDS("The trafficking victims identified in 2020 numbered 312.", "312 victims_identified");
    FINDS("The people who have been registered as disappeared to date amount to 40,180.", "40180 missing");
}

TEST("victims referred to care without a noun, parts behind \"but\"")
{
    FINDS("Police identified victims of trafficking. The government referred at least 57 to care.",
          ">=57 victims_referred");
    FINDS(
        "Police identified 103 trafficking victims. It did not report the form for all, but at least 36 were subjected "
        "to sex trafficking, 25 to forced labor, and 27 to forced begging.",
        "103 victims_identified; >=36 victims_identified; 25 victims_identified; 27 victims_identified");
}
