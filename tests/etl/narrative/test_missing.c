/* Missing and disappeared persons: who is missing, who was found, who was taken to be exploited. */
#include "tests/etl/narrative/context.h"

TEST("the kidnapped are missing, but victims when they were taken for exploitation")
{
    FINDS("Gunmen kidnapped 12 women for ransom.", "12 missing");
    FINDS("Gunmen kidnapped 12 women for sexual exploitation.", "12 victims");
    FINDS("Gunmen abducted 12 girls and took them abroad to be sold into sexual slavery.", "12 victims");
}

TEST("released after an abduction is freed")
{
    FINDS("The 130 abducted children were released.", "130 victims_freed");
    FINDS("Thirty girls who were abducted have been released.", "30 victims_freed");
    FINDS("Rebels abducted 130 children.", "130 missing");
}

TEST("those who are missing, with and without their noun")
{
    FINDS("In all, 45 people were still missing.", "45 missing");
    FINDS("There are still 72 missing.", "72 missing");
    FINDS("Dozens are still missing.", ">=24 missing");
    FINDS("At least 58 remain unaccounted for.", ">=58 missing");
    FINDS("They remember the 40,000 who went missing.", "40000 missing");
    FINDS("The storm left 15 people dead, more than 195 missing.", "15 other; >=195 missing");
    FINDS("Police searched for clues to the 43 students' disappearances.", "43 missing");
    UNIT("Some 40 were reported missing.", "40 missing persons");
}

TEST("missing or disappeared, died or went missing, arrested or disappeared")
{
    FINDS("The office listed 300 missing or disappeared persons.", "300 missing");
    FINDS("In all, 40 migrants died or went missing.", "40 missing");
    FINDS("In all, 40 journalists were arrested or disappeared.", "40 missing");
    FINDS("In all, 40 traffickers were arrested.", "40 arrests");
}

TEST("identified remains are found persons")
{
    FINDS("The remains of 30 missing persons were identified.", "30 missing_found");
    FINDS("The commission on missing persons identified 30 persons.", "30 missing_found");
    FINDS("A total of 30 DNA identifications were made by the commission on missing persons.", "30 missing_found");
    FINDS("The commission on trafficking identified 30 persons.", "30 victims_identified");
}

TEST("the sought and the never found are missing")
{
    FINDS("The commission helps families in locating 300 missing persons.", "300 missing");
    FINDS("Of the missing persons, 300 still need to be found.", "300 missing");
    FINDS("More than 300 missing children are never found.", ">=300 missing");
    FINDS("The commission located 300 missing persons.", "300 missing_found");
}

TEST("what became of some, and the remaining ones")
{
    FINDS("Of 90 missing persons, 28 were found. The remaining 62 are still missing.",
          "90 missing; 28 missing_found; 62 missing");
    FINDS("Of the 90 missing persons, 30 have returned or been traced.", "90 missing; 30 missing_found");
}

TEST("killings beside disappearances are another subject")
{
    FINDS("The commission recorded 68 cases of killings and 33 disappearances.", "68 other; 33 missing");
}

TEST("people whose noun no table has are told by their verb")
{
    FINDS("Five social media vloggers disappeared in May.", "5 missing");
    FINDS_NOTHING("Five factories disappeared in May.");
}

TEST("those who need to be found are missing, with a noun or without")
{
    SAYS(say_indicator, false, "Of 900 missing persons, 300 persons still need to be found.",
         "900 missing; 300 missing");
}

TEST("of those who were reported missing some were found: the whole and its part")
{
    FINDS("In 2019, 87 of the 410 who were reported missing were found.", "87 missing_found; 410 missing");
    FINDS("In 2019, 87 of the 410 people who were reported missing were found.", "87 missing_found; 410 missing");
    FINDS("Police found 87 of the 410 who were reported missing.", "87 missing_found; 410 missing");
    FINDS("Of the 410 who were reported missing in 2019, 87 were found.", "410 missing; 87 missing_found");
}

TEST("kidnapped and trafficked: victims; of whom some boys and girls were found: found")
{
    FINDS("Militants abducted 73 women and trafficked them abroad.", "73 victims");
    FINDS("In 2019, 45 boys and 71 girls went missing, of whom 39 boys and 58 girls were found.",
          "45 missing; 71 missing; 39 missing_found; 58 missing_found");
    FINDS("Activists said 500 Sindhis were missing, with more than 50 disappearing in 2019 alone.",
          "500 missing; >=50 missing");
    FINDS("The disappeared, totaling 11,859, are mostly men.", "11859 missing");
    FINDS("Scientists named the third body identified of the 43 disappeared students.", "43 missing");
    UNIT("The office received 419 reports of missing persons and located 305 alive and 27 deceased.",
         "419 missing cases; 305 missing_found persons; 27 missing_found persons");
}

TEST("arrests and disappearances together are of the missing")
{
    UNIT("The commission documented 374 cases of arbitrary arrests and enforced disappearances.", "374 missing cases");
}

TEST("only the parts of a list are of the missing")
{
    FINDS("Police registered 7,349 offenses, including 674 kidnappings and 76 cases of trafficking.",
          "7349 offences; 674 missing; 76 offences");
    FINDS("The party gave a list of 171 workers who it said had been missing since January.", "171 missing");
}

TEST("who is captured by militants is missing, who is held on suspicion arrested")
{
    FINDS("Militants captured 7,000 women.", "7000 missing");
    FINDS("Federal agents arrested 60 people for trafficking.", "60 arrests");
    FINDS("Two men were held in London on suspicion of trafficking.", "2 arrests");
    FINDS("At sea 18 people are confirmed dead and 340 missing attempting to cross.", "18 other; 340 missing");
}

TEST("victims of disappearances are missing; abductees; a report analyzing cases investigates none")
{
    FINDS("The group reported 16 persons were victims of enforced disappearances.", "16 missing");
    FINDS("Militants kidnapped Turkmen. Among the abductees, 470 were women and 130 children.",
          "470 missing; 130 missing");
    FINDS("The centre launched a report analyzing 71 cases of enforced disappearances.", "71 missing");
}

TEST("whose remains are sought; some, in parts, of a whole")
{
    FINDS("The state was searching for the remains of 398 individuals known to be deceased.", "398 missing");
    FINDS("Of the missing, 2,763 (1,293 women and 1,470 men) of the 6,417 Yezidis kidnapped in 2014 remained missing.",
          "2763 missing; 1293 missing; 1470 missing; 6417 missing");
    FINDS_NOTHING("There was no progress in the \"Navy 11\" case of the missing.");
}

TEST("records of missing persons: what is cleared is no longer missing")
{
    FINDS("Police hold 1,200 missing person records.", "1200 missing");
    FINDS("In 2020, 200 missing person records were cleared or canceled.", "200 other");
    struct sample s = sample_extract("The ministry knew of 3,528 cases of women who went missing.");
    CHECK_TEXT(sample_text(&s), "3528 missing");
    CHECK_TEXT(sample_figure(&s, 0)->sex, "F");
    CHECK_TEXT(sample_figure(&s, 0)->age, "adult");
    sample_free(&s);
}

TEST("more than ten years ago is no year")
{
    REPORT("There are still 17,000 people missing from the wars that ended more than 10 years ago.",
           "17000 2020-01-01/2020-12-31 default");
}

TEST("what is said of a part is not said of its whole")
{
    FINDS("12 of the 410 missing were found.", "12 missing_found; 410 missing");
    FINDS("12 of the 410 persons reported missing were found.", "12 missing_found; 410 missing");
    FINDS("Four of the five missing women disappeared in May.", "4 missing; 5 missing");
}

TEST("the abducted of whom some are freed; deaths and disappearances")
{
    FINDS("Two of the four abducted aid workers were freed.", "2 victims_freed; 4 missing");
    FINDS("The agency recorded 1,200 deaths and disappearances on the route.", "1200 missing");
}

TEST("girls taken in some year were not taken in by anybody")
{
    FINDS("Nearly 200 of the 276 schoolgirls taken in 2014 have been freed.", "~200 victims_freed; 276 other");
    FINDS("The shelter took in 40 trafficked women in 2014.", "40 victims_assisted");
}

TEST("those still in captivity are missing now, and bodies are no victims of trafficking")
{
    NEWS("Twenty-two girls are still in captivity after gunmen seized 110 from their school in 2018.",
         "22 2021-07-14 context; 110 2018-01-01/2018-12-31 stated");
    NEWS("Some 3,400 people remain missing from the 1990s conflict.", "3400 2021-07-14 context");
    FINDS("The bodies of 14 migrants were taken to the town.", "14 other");
}

TEST("those who report missing relatives are not missing")
{
    FINDS("More than 100 families reported missing relatives.", ">=100 other");
    FINDS("Some 45 people reported missing last year were found.", "~45 missing");
}

TEST("others missing, and people among those abducted, are missing")
{
    FINDS("The boat sank, killing at least 24 people, including several children, with 11 others missing.",
          ">=24 other; 11 missing");
    FINDS("The report says that 4,000 children who were among those abducted remain missing.", "4000 missing");
    FINDS("More than 3,000 missing persons have been accounted for.", ">=3000 missing_found");
}

TEST("some of the missing, and survivors at sea")
{
    FINDS("The central route accounted for 1,047 of the missing.", "1047 missing");
    FINDS("In June 61 people went missing at sea; nine survivors were picked up by a ship.",
          "61 missing; 9 victims_freed");
}

TEST("families of the disappeared are not missing")
{
    FINDS("The government met 32 families of the disappeared.", "32 other");
}

TEST("missing people who are registered have not been found")
{
    FINDS("Police registered 540 missing children; 498 were found.", "540 missing; 498 missing_found");
    FINDS("Experts identified the remains of 12 missing persons.", "12 missing_found");
}

TEST("resolved cases, clarified whereabouts, those detained or disappeared, the number of missing")
{
    FINDS("During the year the commission resolved three missing-persons cases.", "3 missing_found");
    FINDS("The organization supported clarifying the whereabouts of 423 individuals.", "423 missing_found");
    FINDS("At least 5,217 children were still detained or forcibly disappeared.", ">=5217 missing");
    FINDS("Authorities, which had been saying that the number of missing was 16, now say 28 are missing.",
          "16 missing; 28 missing");
    FINDS("A recent operation led to the recovery of more than 400 missing children.", ">=400 missing_found");
}

TEST("what remained pending is of the whole, not of those solved")
{
    FINDS("Of the 9,967 missing-person cases, 7,714 were solved, while 2,253 remained pending.",
          "9967 missing; 7714 missing_found; 2253 missing");
}

TEST("missing people who returned home are no longer missing")
{
    FINDS("The report says that 4,413 missing persons returned home.", "4413 missing_found");
    FINDS("Police said 30 of the missing men had come home.", "30 missing_found");
    FINDS("Twelve trafficking victims returned home.", "12 victims");
}

TEST("parts by place of what a sentence includes, without their sum")
{
    FINDS("Pending cases of missing persons in the commission include 260 from Punjab, 163 from Sindh, and 55 from "
          "Islamabad.",
          "260 missing; 163 missing; 55 missing");
}

TEST("cases of missing persons, told by a possessive, and parts with a verb of their own")
{
    UNIT("Six new missing persons' cases were opened.", "6 missing cases");
    FINDS("The commission resolved 14 cases of missing persons, including two persons located alive.",
          "14 missing_found; 2 missing_found");
}

TEST("things that the police seized are no people")
{
    FINDS_NOTHING("Police seized two new yachts used for trafficking.");
    FINDS("Gunmen seized two priests.", "2 missing");
}

TEST("more missing persons than homicides")
{
    FINDS("The office recorded more missing persons (5,381) than homicides (2,940).", "5381 missing");
}

TEST("a number of missing that is put at some count; pupils taken from a school were not freed")
{
    FINDS("The group puts the number of those missing on the way to Spain at 978.", "978 missing");
    FINDS("Some 303 students were taken from a school by gunmen.", "~303 other");
}

TEST("more people who disappear")
{
    FINDS("At least 15 people die and at least 65 more disappear after a boat capsizes.", ">=15 other; >=65 missing");
    FINDS("Girls come from a region where 20,000 vanish each year.", "20000 missing");
}

TEST("people confirmed missing are missing")
{
    FINDS("Between January and December 807 migrants were confirmed missing.", "807 missing");
}

TEST("identifications of the missing")
{
    FINDS("The committee on missing persons announced 12 new identifications.", "12 missing_found");
}

TEST("passengers and the dead are not the missing")
{
    FINDS("At least 17 people died and 30 were missing after a boat carrying 60 people capsized.",
          ">=17 other; 30 missing; 60 other");
    FINDS("The boat sank, leaving 12 people missing and bringing the death toll to 400.", "12 missing");
    FINDS("Police found 40 missing children; 80 children remain untraced.", "40 missing_found; 80 missing");
}

TEST("people found who were reported missing are found")
{
    FINDS("Police found 12 people reported missing in 2014.", "12 missing_found");
    FINDS("Police found 12 of the 40 children reported missing in 2014.", "12 missing_found; 40 missing");
    FINDS("Police rescued 12 girls who went missing in 2014.", "12 victims_freed");
    FINDS("Police said that 12 people were reported missing.", "12 missing");
}

TEST("of people who were abducted once, those who remain missing are so now")
{
    NEWS("Out of 6,400 people kidnapped in 2014, 2,880 remain missing.",
         "6400 2014-01-01/2014-12-31 stated; 2880 2021-07-14 context");
}

TEST("children of a text on the missing who have returned home")
{
    FINDS("In all, 5,458 children had gone missing. Some 4,454 children had returned home.",
          "5458 missing; ~4454 missing_found");
}
