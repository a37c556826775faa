/* Which noun and verb a number counts with. The expected indicators follow the annotation's table: the verb decides
 * over the noun; breakdowns and comparisons inherit. */
#include "tests/etl/narrative/sample.h"

TEST("active and passive verbs")
{
    FINDS("Police identified 40 victims.", "40 victims_identified");
    FINDS("40 victims were identified by police.", "40 victims_identified");
    FINDS("NGOs assisted 76 victims.", "76 victims_assisted");
    FINDS("Twelve victims were referred to a shelter.", "12 victims_referred");
    FINDS("Twelve victims of trafficking live there.", "12 victims");
    FINDS("Prosecutors charged 15 suspects with trafficking.", "15 prosecutions");
    FINDS("15 suspects were arrested.", "15 arrests");
    FINDS("Courts convicted and sentenced 12 traffickers.", "12 convictions");
    FINDS("More than 1,000 residents have gone missing.", ">=1000 missing");
}

TEST("process nouns")
{
    FINDS("The government reported 72 investigations and 11 convictions.", "72 investigations; 11 convictions");
    FINDS("Police announced the arrest of 10 persons for trafficking.", "10 arrests");
    FINDS("The academy held training for 65 judges on trafficking.", "65 officials_trained");
    FINDS("The hotline received 1,840 calls.", "1840 hotline_calls");
    FINDS("Police registered 16 human trafficking crimes.", "16 offences");
}

TEST("lists of objects and elided nouns")
{
    FINDS("The government investigated 72 cases, prosecuted 21 and convicted 11.",
          "72 investigations; 21 prosecutions; 11 convictions");
    FINDS("Police arrested 30 traffickers in 2019 and 11 in 2020.", "30 arrests; 11 arrests");
    FINDS("Police investigated 72 cases, prosecuted 21 and convicted 11, compared with 64, 19 and 10 in 2018.",
          "72 investigations; 21 prosecutions; 11 convictions; 64 investigations; 19 prosecutions; 10 convictions");
}

TEST("breakdowns and comparisons inherit")
{
    FINDS("Police identified 83 victims, of whom 79 were women, three men.",
          "83 victims_identified; 79 victims_identified; 3 victims_identified");
    FINDS("Police identified 83 victims, a decrease from 97 in 2018.", "83 victims_identified; 97 victims_identified");
    FINDS("Police identified 66 victims. Of these, 39 were women and 27 men.",
          "66 victims_identified; 39 victims_identified; 27 victims_identified");
    FINDS("Courts convicted 29 traffickers, including 20 for sexual exploitation and nine for labor exploitation.",
          "29 convictions; 20 convictions; 9 convictions");
}

TEST("cases beside the people in them")
{
    FINDS("Inspectors uncovered 14 cases of forced labor involving 53 workers, 31 of whom were from Nepal.",
          "14 offences; 53 victims; 31 victims");
}

TEST("relative clauses and insertions do not hide the verb")
{
    FINDS("Forty people, including 12 children, were rescued from forced labor.", "40 victims_freed; 12 victims_freed");
    FINDS("Two women who worked as nurses were arrested for trafficking.", "2 arrests");
}

TEST("labels, tables and bullets")
{
    FINDS("Suspects charged: 41. Convictions: 12.", "41 prosecutions; 12 convictions");
    FINDS("- 214 survivors supported\n- 37 calls answered by our helpline\n", "214 victims_assisted; 37 hotline_calls");
    FINDS("Overview  2018  2019\nNumber of Investigations  6  8\nNumber of Convictions  1  Unknown\n",
          "6 investigations; 8 investigations; 1 convictions");
    FINDS("Victims registered\nForm 2020 2021\nSexual exploitation 443 362\n",
          "443 victims_identified; 362 victims_identified");
}

TEST("a table's columns give the period")
{
    struct sample s = sample_extract("Overview  2018  2019\nNumber of Investigations  6  8\n");
    CHECK_TEXT(sample_figure(&s, 0)->time_start, "2018-01-01");
    CHECK_TEXT(sample_figure(&s, 1)->time_end, "2019-12-31");
    sample_free(&s);
}

TEST("a number of things aside does not keep the verb from its subject")
{
    FINDS("Eleven people from three countries were arrested for trafficking.", "11 arrests");
    FINDS("Twelve women from five villages went missing.", "12 missing");
}

TEST("two bare numbers before one noun of cases")
{
    FINDS("Authorities registered 112 and 98 trafficking cases.", "112 offences; 98 offences");
}

TEST("people who were not screened for trafficking are no victims")
{
    FINDS("Authorities deported 120 migrants without screening them for trafficking.", "120 other");
}

TEST("a subject that only the part names is not that of the whole")
{
    FINDS("The commission received 1,245 complaints, 34 of which concerned trafficking.", "1245 other; 34 offences");
    FINDS("Inspectors found 340 violations, including 12 related to child labor.", "340 other; 12 offences");
    FINDS("The ombudsman received 610 complaints, 45 of them about missing persons.", "610 other; 45 missing");
    FINDS("Courts heard 410 criminal cases, of which 22 were trafficking cases.", "410 other; 22 offences");
}

TEST("words between a number and its noun that only describe it")
{
    FINDS("Police released the four remaining victims.", "4 victims_freed");
    FINDS("Of the four remaining fishermen kidnapped in 2015, one was released.", "4 missing; 1 victims_freed");
    FINDS("Courts convicted 14 low-level traffickers, and police opened 16 cross-border trafficking investigations.",
          "14 convictions; 16 investigations");
    FINDS("There were 56,000 underage sex workers in the country.", "56000 victims");
    FINDS("The number of missing fell to 22.", "22 missing");
}

TEST("counts of other things that happen to people")
{
    FINDS("Courts convicted 12 officials of corruption.", "12 other");
    FINDS("Prosecutors charged 12 suspects with rape.", "12 other");
    FINDS("A judge sentenced one trafficker to prison for rape.", "1 sentences");
    FINDS("Authorities released 300 political prisoners.", "300 other");
    FINDS("Five climbers were rescued from the mountain.", "5 other");
    FINDS("Firefighters rescued 12 people from a burning building.", "12 other");
    FINDS("The agency helped 500 trafficked women start businesses and reached 12,000 girls.",
          "500 victims_assisted; 12000 other");
}

TEST("charges laid against people")
{
    FINDS("The investigation led to 45 trafficking charges being laid against 15 people.",
          "45 prosecutions; 15 prosecutions");
    FINDS("Trafficking charges were laid against two men.", "2 prosecutions");
}

TEST("what is said behind a participle of the people is said of them")
{
    FINDS("Twenty-six people working in slave-like conditions in two ranches in rural Mirador, Maranhao state, Brazil, "
          "have been rescued.",
          "26 victims_freed");
    FINDS("More than 30 Malaysians alleged to be involved in online scam activities were rescued.",
          ">=30 victims_freed");
    FINDS("Six bonded labourers and a three-year-old child were rescued from a brick kiln.", "6 victims_freed");
    FINDS("Of the traffickers, 20 received suspended prison sentences.", "20 sentences");
}

TEST("one family, trials and convictions of earlier years are no figures")
{
    FINDS("Nine members of one family have been sentenced after the discovery of a slavery ring.", "9 sentences");
    FINDS("The traffickers were sentenced to between three and 11 years in prison, in three trials.",
          "3-11 sentence_term; 3 other");
    FINDS("Of the traffickers, 30 were prosecuted and had no prior convictions.", "30 prosecutions");
}

TEST("counts that stand for the one told before, and of the disappeared")
{
    FINDS("In 2019, approximately 365 trafficking victims were reported. In 2020, the number has dropped to 263.",
          "~365 victims; 263 victims");
    FINDS("The families of hundreds of missing and disappeared people refused to speak.", ">=200 missing");
    FINDS("There were 66 cases of trafficking. Of these 17 were minors.", "66 offences; 17 victims");
}

TEST("a gang's own people, what may be more than was found, and tolls")
{
    FINDS("The gang, made up of eight Polish nationals, trafficked more than 400 people.", "8 other; >=400 victims");
    FINDS("A ring consisting of five men and two women was dismantled for trafficking.", "5 other; 2 other");
    FINDS("Prosecutors identified 92 trafficking victims but the true number could be as high as 400.",
          "92 victims_identified; <=400 victims_estimated");
    FINDS("The official count of disappeared people passed 100,000 in May, up from 73,000 in 2019.",
          "100000 missing; 73000 missing");
}

TEST("rescues, cases filed against people and fates that were clarified")
{
    FINDS("The anti-trafficking operation resulted in 154 rescues and 179 arrests.", "154 victims_freed; 179 arrests");
    FINDS("Trafficking cases were filed against eight people.", "8 prosecutions");
    FINDS("The fate of 171 missing individuals was clarified. The fate of 4,000 people remains unknown.",
          "171 missing_found; 4000 missing");
    FINDS("Twelve trafficking victims were put under the protection of the agency.", "12 victims_assisted");
    FINDS("If 574 crimes of human trafficking were recorded in 2012, then in 2019 the number dropped to 94.",
          "574 offences; 94 offences");
    FINDS("Three men aged - 23, 27 and 31 - have been arrested on suspicion of trafficking.", "3 arrests");
}

TEST("numbers of laws, of what stands aside, and of those among them")
{
    FINDS("One suspect is facing charges for violations of Republic Acts (RAs) 9208 and 11930, as amended by RA 10364, "
          "police said.",
          "1 prosecutions");
    FINDS_NOTHING("Several gang members, connected to two Polish crime families, were jailed for trafficking.");
    FINDS("According to the two specialists, 39 persons were sentenced for trafficking.", "2 other; 39 sentences");
    FINDS("Police rescued 73 people from trafficking. Among them, 36 were women aged between 18 and 25, 24 were girls "
          "aged 12-16.",
          "73 victims_freed; 36 victims_freed; 24 victims_freed");
    FINDS_NOTHING("None of the workers in slavery were registered.");
    FINDS("The number of trafficked minors decreased to 11.", "11 victims");
    FINDS("The activities enabled the initiation of 31 new cases of human trafficking.", "31 investigations");
    FINDS("Some 211 victims of bonded labour, including dependents were rescued.", "~211 victims_freed");
    FINDS("In 2019, 12 trafficking victims were reunited with their families.", "12 victims_assisted");
}

TEST("sentences given to traffickers, numbered trainings, and none who got compensation")
{
    FINDS("Courts issued sentences of between two and 15 years' imprisonment to 16 traffickers.",
          "2-15 sentence_term; 16 sentences");
    FINDS("Some 312 government officials participated in 14 anti-trafficking trainings.",
          "~312 officials_trained; 14 other");
    FINDS("Although the government identified 18 trafficking victims, none of them received compensation.",
          "18 victims_identified");
}

TEST("cases that are pending are not found, nor the whole of which some were")
{
    FINDS("Of the 72 disappearances reported in 2019, 50 were resolved and 22 were pending.",
          "72 missing; 50 missing_found; 22 missing");
    FINDS("Police recovered the bodies of 11 of the 43 missing migrants.", "11 missing_found; 43 missing");
    FINDS("There were 849 outstanding cases of enforced disappearances.", "849 missing");
}
