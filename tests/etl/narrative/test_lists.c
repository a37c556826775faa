/* Lists whose entries go on from the line above them. Expected values: read off by hand. */
#include "tests/etl/narrative/sample.h"

TEST("the lead-in's verb is that of each entry")
{
    FINDS("In a week of raids the police rescued:\n- 14 women\n- three children from a kiln\n",
          "14 victims_freed; 3 victims_freed");
    FINDS("The operation led to:\n- 23 arrests\n- the identification of 64 potential victims\n",
          "23 arrests; 64 victims_identified");
}

TEST("an entry's own verb wins")
{
    FINDS("Last year we:\n- sheltered 85 women\n- trained 300 officers\n",
          "85 victims_assisted; 300 officials_trained");
}

TEST("a label alone is a part of what the lead-in or heading counts")
{
    FINDS("Trafficking victims identified by nationality:\n- Nepal: 14\n- Uzbek 9\n",
          "14 victims_identified; 9 victims_identified");
    FINDS("Trafficking victims identified\n- Nepal 14\n", "14 victims_identified");
}

TEST("lines of a label and its number go on with their heading")
{
    struct sample s = sample_extract("Trafficking victims\nFemale: 120\nAdults: 95\nMinors: 41\n");
    CHECK_TEXT(sample_text(&s), "120 victims; 95 victims; 41 victims");
    CHECK_TEXT(sample_figure(&s, 0)->sex, "F");
    CHECK_TEXT(sample_figure(&s, 1)->age, "adult");
    CHECK_TEXT(sample_figure(&s, 2)->age, "child");
    sample_free(&s);
    FINDS_NOTHING("Trafficking victims\nTelephone: 120\n");
}

TEST("what follows the list does not go on with it, and plans lead in to nothing")
{
    FINDS_NOTHING("The police rescued:\n\nWrite to us by 14 May. Nepal 14\n");
    FINDS("The unit plans that officers will have rescued:\n- 14 women\n", "14 other");
}

TEST("a label or subject without an article says what its number counts, an age stays out")
{
    FINDS("The agency freed 2,743 victims of trafficking. Male children were 233 (8.5%); Female children-688 (25.1%).",
          "2743 victims_freed; 233 victims_freed; 688 victims_freed");
    FINDS("Victims of inward trafficking were 45.", "45 victims");
    FINDS_NOTHING("Victims of trafficking were 17. The girls were 26.");
}

TEST("people who add up to the number before them are its parts")
{
    FINDS("Courts secured 80 convictions of traffickers; 45 males and 35 females.",
          "80 convictions; 45 convictions; 35 convictions");
    FINDS("Police identified 80 victims. There were 45 women and 35 men.",
          "80 victims_identified; 45 victims_identified; 35 victims_identified");
    FINDS("Courts secured 80 convictions of traffickers; 45 males and 30 females.",
          "80 convictions; 45 other; 30 other");
}

TEST("the noun behind the last of several adjectives is that of all; victims told of beside suspects are victims")
{
    FINDS("Police identified 25 Nepali, 12 Indian and three Bangladeshi victims.",
          "25 victims_identified; 12 victims_identified; 3 victims_identified");
    FINDS("Prosecutors opened 12 cases involving 15 suspects and 40 victims.",
          "12 investigations; 15 investigations; 40 victims");
    FINDS("Authorities deported 400 migrants, among them 12 trafficking victims.", "400 other; 12 victims");
    FINDS("The NGO helped 20 victims return home, and another 12 received job training.",
          "20 victims_assisted; 12 victims_assisted");
}

TEST("years before colons count what the heading or the words before the first colon name")
{
    FINDS("Convictions for trafficking by year\n2018: 12\n2019: 15\n", "12 convictions; 15 convictions");
    FINDS("Trafficking convictions by year: 2018: 12; 2019: 15.", "12 convictions; 15 convictions");
    FINDS("Victims identified\n- 2018: 40\n- 2019: 55\n", "40 victims_identified; 55 victims_identified");
    FINDS("Trafficking in numbers\n\nInvestigations (2020): 45\nProsecutions (2020): 30\n",
          "45 investigations; 30 prosecutions");
    FINDS_NOTHING("Annual meetings\n2018: 12\n2019: 15\n");
}

TEST("the participle behind one count is not the verb of the next")
{
    FINDS("A week of action saw 100 potential trafficking victims identified and 8,000 people checked.",
          "100 victims_identified; 8000 other");
}

TEST("two hyphens are a long dash")
{
    FINDS("Police identified 118 victims--77 women and 41 men--compared with 97 in 2019.",
          "118 victims_identified; 77 victims_identified; 41 victims_identified; 97 victims_identified");
}

TEST("lines that break down what a heading's text counted go on with it")
{
    FINDS("Trafficking victims identified\n\nTotal: 312\nof which\n- women: 201\n- men: 87\n\nBy form of exploitation\n"
          "Sexual exploitation: 144\nForced begging: 21\nUnknown: 8\n",
          "312 victims_identified; 201 victims_identified; 87 victims_identified; 144 victims_identified; "
          "21 victims_identified; 8 victims_identified");
    FINDS("Inspections\n\nTotal: 312 inspections\n- hotels: 201\n", "312 other");
}

TEST("the time of the line that leads in to a list is that of its entries")
{
    struct sample s = sample_extract("In 2019 police reported the following results:\n\n* 40 victims identified\n"
                                     "* 12 traffickers convicted\n\nThe police trained 30 officers.\n");
    const char *const years[] = { "2019-01-01", "2019-01-01", "2020-01-01" };
    CHECK(s.figures.n == 3);
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        CHECK_TEXT(sample_figure(&s, i)->time_start, years[i]);
    sample_free(&s);
}
