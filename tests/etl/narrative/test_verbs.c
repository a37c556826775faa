/* Which of several verbs around a number says what it counts, and what part of a whole it is. */
#include "tests/etl/narrative/context.h"

TEST("of two joined verbs the first counts, but an investigation that led to a conviction is one")
{
    FINDS("Police arrested and prosecuted at least three traffickers.", ">=3 arrests");
    FINDS("Authorities investigated and convicted 12 traffickers.", "12 convictions");
    FINDS("Twelve girls were abused and exploited there.", "12 victims");
    FINDS("Twelve girls are brought there and held against their will.", "12 victims");
}

TEST("the main verb stands behind a participle or a relative clause")
{
    FINDS("Forty Nepali nationals held in slave-like conditions have been freed.", "40 victims_freed");
    FINDS("In all, 40 victims who were abducted have since escaped.", "40 victims_freed");
    FINDS("Forty girls who were abducted by rebels are schoolgirls.", "40 missing");
    FINDS("Twelve workers lured into forced labor had no papers.", "12 victims");
    FINDS("The 33 freed workers had been lured with promises.", "33 victims_freed");
    FINDS("Police rescued 19 children suspected of being trafficked.", "19 victims_freed");
}

TEST("confirmed and potential victims are counted with their noun")
{
    FINDS("Police identified two confirmed and 129 potential victims.", "2 victims_identified; 129 victims_identified");
}

TEST("a part and the whole it is of have each their own verb")
{
    FINDS("The government referred 33 of the 46 victims it identified to shelters.",
          "33 victims_referred; 46 victims_identified");
    FINDS("One of the 219 missing schoolgirls was found.", "1 missing_found; 219 missing");
}

TEST("numbers behind a share belong to what the share is of")
{
    FINDS("Some 1,986 (28%) of referrals were for forced labor.", "~1986 victims_referred");
    FINDS("Police identified 6,500 victims, of whom 2,877 (44%) were children.",
          "6500 victims_identified; 2877 victims_identified");
    FINDS("Authorities identified 900 victims, half of them women (50%; 450).",
          "900 victims_identified; 450 victims_identified");
    FINDS("Authorities identified 900 victims, half of them women (50%).", "900 victims_identified");
}

TEST("groups that open a sentence are of the victims told before, facilities are things")
{
    FINDS("Police freed 60 victims. Among the rescued victims, 24 were children.",
          "60 victims_freed; 24 victims_freed");
    FINDS("Police freed 60 victims. Of this figure, 24 were children.", "60 victims_freed; 24 victims_freed");
    FINDS("Police freed 60 victims. Of these facilities, 24 served children.", "60 victims_freed");
}

TEST("a large count told again with its noun is of the same people, over paragraphs too")
{
    const char *story = "In May 2018 rebels abducted 43 students.\n\nTalks failed.\n\nThe 43 students are missing.";
    struct sample s = sample_extract(story);
    CHECK_TEXT(sample_figure(&s, 1)->time_start, "2018-05-01");
    sample_free(&s);
    s = sample_extract("In May 2018 rebels abducted nine students.\n\nTalks failed.\n\nThe nine students are missing.");
    CHECK_TEXT(sample_figure(&s, 1)->time_start, "2020-01-01");
    sample_free(&s);
    s = sample_extract("In May 2018 rebels abducted 43 students.\n\nTalks failed.\n\nThe 43 nurses are missing.");
    CHECK_TEXT(sample_figure(&s, 1)->time_start, "2020-01-01");
    sample_free(&s);
}

TEST("parts in brackets are counts beside their whole")
{
    FINDS("Police identified 33 victims (20 sex trafficking and 13 labor trafficking victims) in 2016.",
          "33 victims_identified; 20 victims_identified; 13 victims_identified");
}

TEST("words with a preposition tell what is counted")
{
    FINDS("Gangs trick 40 girls into prostitution.", "40 victims");
    FINDS("Forty potential victims entered the National Referral Mechanism.", "40 victims_referred");
    FINDS("Police locked up 40 traffickers.", "40 sentences");
}

TEST("a relative clause keeps its object, a main verb its subject")
{
    SAYS(say_indicator, false, "A woman who exploited two men was jailed for three years for trafficking.",
         "2 victims; 3 sentence_term");
    SAYS(say_indicator, false, "More than 1,800 men accused of trading in trafficked maids had been arrested.",
         "1800 arrests");
    SAYS(say_indicator, false, "A court jailed him for trafficking 100 refugees, some of whom had died.",
         "100 victims");
    SAYS(say_indicator, false, "Three men and a woman were arrested for human trafficking.", "3 arrests");
    SAYS(say_indicator, false, "Police said 47 women who had been working there are victims of trafficking.",
         "47 victims");
    SAYS(say_indicator, false, "Police arrested four of six traffickers.", "4 arrests; 6 other");
}

TEST("officials for whom workshops are held are trained, parents in a law of citizenship are no count")
{
    SAYS(say_indicator, false, "The government held workshops on human trafficking for 400 officials.",
         "400 officials_trained");
    SAYS(say_indicator, false, "Citizenship is derived from at least one citizen parent.", "");
}

TEST("what is said of people whom a case concerns is not said of the case")
{
    FINDS_NOTHING("The experts sent one general allegation concerning individuals who were arrested.");
    FINDS("The group documented 12 cases of persons who went missing.", "12 missing");
}

TEST("cases referred for assistance are referred victims, to a court prosecutions")
{
    FINDS("Police referred 63 trafficking cases for assistance.", "63 victims_referred");
    FINDS("Police referred 63 trafficking cases to the prosecutor.", "63 prosecutions");
}

TEST("what traffickers do for their victims is no assistance")
{
    FINDS("Traffickers recruited and housed 14 women in a flat.", "14 victims");
    FINDS("Police arrested the traffickers and assisted 20 victims.", "20 victims_assisted");
}

TEST("a participle before the group that includes them tells of its members")
{
    FINDS("Identified victims included seven girls.", "7 victims_identified");
    FINDS("Victims identified in 2020 included seven girls.", "7 victims_identified");
    FINDS("Among the identified victims were seven girls.", "7 victims_identified");
    FINDS("Authorities repatriated most of the 45 trafficking victims.", "45 victims");
}

TEST("those along with whom others are freed, and what is admitted")
{
    FINDS("The twins were rescued along with nine other children.", "9 victims_freed");
    FINDS("He admitted trafficking six women and controlling 11 others.", "6 victims; 11 other");
}

TEST("people recovered from captivity are freed")
{
    FINDS("The group recovered five workers from the illegal captivity of a brick kiln.", "5 victims_freed");
}

TEST("victims who were abducted are victims in news about trafficking")
{
    SAYS(say_indicator, true, "Police freed 12 trafficking victims.\n\nTwo of the victims were abducted at night.",
         "12 victims_freed; 2 victims");
}

TEST("the whole that a part is taken out of keeps the participle right behind it")
{
    FINDS("Nine out of the 12 victims identified were children.", "9 victims_identified; 12 victims_identified");
}

TEST("people who turned to a hotline are contacts with it")
{
    FINDS("In 2016, 2,042 survivors contacted the national hotline directly.", "2042 hotline_calls");
    FINDS("In 2016, 2,042 survivors contacted the police.", "2042 victims");
}

TEST("people whom a gang brought are its victims")
{
    FINDS("The gang ran a human trafficking network and brought more than 400 people from Poland.", ">=400 victims");
}

TEST("those whom crimes were done to are not investigated")
{
    FINDS("The task force verified 412 grave violations against 305 children in forced labor.",
          "412 offences; 305 victims");
    FINDS("Prosecutors opened criminal cases against 12 employers.", "12 investigations");
    FINDS("The recruitment and use of 167 children by armed groups was verified.", "167 victims");
}

TEST("a release that was demanded did not happen, bodies that were found are no victims identified")
{
    FINDS("Protesters demanded the release of the 11 activists.", "");
    FINDS("The government announced the release of the 11 workers from slavery.", "11 victims_freed");
    FINDS("The bodies of 39 migrants were found in a lorry.", "39 other");
}

TEST("since a campaign was launched: its verb is not that of the count before")
{
    FINDS("Police arrested 543 suspects of trafficking since a campaign was launched in January.", "543 arrests");
}

TEST("victims recorded were identified; missing or abducted children that were rescued are freed")
{
    FINDS("The authorities recorded 37 human trafficking victims.", "37 victims_identified");
    FINDS("Police have rescued 4,142 missing or abducted children.", "4142 victims_freed");
}

TEST("confirmed victims were identified, lodged ones assisted, those in a country freed")
{
    FINDS("The government identified 1,305 potential victims and confirmed 97 victims.",
          "1305 victims_identified; 97 victims_identified");
    FINDS("The three trafficking victims were lodged at a shelter home.", "3 victims_assisted");
    FINDS("At least 30 Indian nationals in Italy freed from slave-like conditions.", ">=30 victims_freed");
}

TEST("the total of freed people") { FINDS("The total of freed students was now 230.", "230 victims_freed"); }

TEST("a clause behind \"and\" with a subject of its own does not count the object before it")
{
    FINDS("Police identified 40 victims and charges were filed in 12 cases.", "40 victims_identified; 12 prosecutions");
    FINDS("Police identified 40 victims and suspects were arrested.", "40 victims_identified");
    FINDS("Forty victims and witnesses were assisted.", "40 victims_assisted");
}

TEST("the whole that a sentence opens with again")
{
    FINDS("Police rescued 34 labourers from a brick kiln. Out of 34 labourers, 15 were children and nine were men.",
          "34 victims_freed; 34 victims_freed; 15 victims_freed; 9 victims_freed");
}

TEST("people whom somebody could trace were found")
{
    FINDS("In all, 400 children went missing and of them only 97 could be traced.", "400 missing; 97 missing_found");
    FINDS("Police led the identification and safeguarding of 15 victims.", "15 victims_identified");
    FINDS("Police recorded a peak of 555 police-reported human trafficking incidents.", "555 offences");
}

TEST("appearances in court, filings, and those who gather for a course")
{
    FINDS("In August, two men appeared before the magistrates court on charges of trafficking.", "2 prosecutions");
    FINDS("The raids led to 12 arrests and the filing of 218 trafficking cases.", "12 arrests; 218 prosecutions");
    FINDS("In all, 62 cases of human trafficking were filed in police stations.", "62 offences");
    FINDS("The training on trafficking gathered 20 participants, including two women.",
          "20 officials_trained; 2 officials_trained");
    FINDS("Police returned 44 workers, of whom three were later found to be victims of trafficking.",
          "44 victims_assisted; 3 victims_identified");
    FINDS("This brings to 890 the number of trafficking victims released.", "890 victims_freed");
    FINDS("Six individuals and two companies were prosecuted for trafficking.", "6 prosecutions; 2 prosecutions");
}

TEST("who flees from a war is not freed, who flees from captors is")
{
    FINDS("Some 700,000 Rohingya fled to Bangladesh in 2017, and many were trafficked.", "~700000 other");
    FINDS("More than 5 million people fled the fighting; trafficking rose.", ">=5000000 other");
    FINDS("Twelve girls fled their captors, and six workers fled the brick kiln.", "12 victims_freed; 6 victims_freed");
    FINDS("Twelve trafficked girls escaped within hours.", "12 victims_freed");
    FINDS("Trafficking is rife; 300 prisoners escaped from the jail.", "300 other");
}

TEST("what is not located is not found")
{
    FINDS("The registry lists 98,242 disappeared and non-located persons.", "98242 missing");
}
