/* What police and courts did: which process is counted, in which unit, and what only the law says. */
#include "tests/etl/narrative/context.h"

TEST("cases against people are investigations of them")
{
    UNIT("Police registered cases against seven employers for forced labor.", "7 investigations persons");
    FINDS("Police arrested seven employers for forced labor.", "7 arrests");
}

TEST("workplaces count when they were fined, not when they were visited")
{
    UNIT("In all, 50 workplaces were fined for child labor.", "50 sentences cases");
    FINDS_NOTHING("Inspectors visited 50 workplaces to find child labor.");
}

TEST("arrested in cases: the cases are not arrests")
{
    UNIT("Police arrested 55 suspects in 21 trafficking cases.", "55 arrests persons; 21 offences cases");
}

TEST("from so many to so many cases: the process whose number changed")
{
    UNIT("Prosecutors raised the number of prosecutions for trafficking from five cases in 2018 to 17 cases.",
         "5 prosecutions cases; 17 prosecutions cases");
    UNIT("Police registered from five trafficking cases in 2018 to 17 cases.", "5 offences cases; 17 offences cases");
}

TEST("the subject of a change is what is counted")
{
    FINDS("Referrals of victims increased by 48 percent to 137.", "137 victims_referred");
    FINDS("Known victims of trafficking rose from 480 in 2018 to 700 in 2019.", "480 victims; 700 victims");
    FINDS_NOTHING("Penalties for trafficking increased by 48 percent to 137.");
}

TEST("convictions that led to something stay convictions")
{
    FINDS("The convictions of 30 traffickers have led to life sentences.", "30 convictions");
    FINDS("Inquiries into 30 traffickers have led to 12 convictions.", "30 investigations; 12 convictions");
}

TEST("an agent may stand between a process and its number")
{
    FINDS("A charity reported the arrest by border police of 94 traffickers.", "94 arrests");
}

TEST("a suit for victims does not prosecute them, traffickers come before the court")
{
    FINDS("Lawyers filed a suit on behalf of two survivors of trafficking.", "2 victims");
    FINDS("Twelve traffickers came before the court.", "12 prosecutions");
    FINDS("Of the victims, 12 came before the court.", "12 victims");
}

TEST("terms received, given, changed")
{
    FINDS("A trafficker received a seven-year sentence.", "7 sentence_term");
    FINDS("For trafficking he was given five years in prison.", "5 sentence_term");
    FINDS("His sentence for trafficking was reduced to four years in prison.", "4 sentence_term");
    FINDS_NOTHING("The penalties for trafficking increased to 16 to 20 years in prison.");
    FINDS_NOTHING("Traffickers are liable to seven years in prison.");
}

TEST("a range of two lengths is in the unit of its end")
{
    UNIT("Traffickers received terms ranging from 18 months to eight years in prison.", "1.5 sentence_term years");
    FINDS("Traffickers received terms ranging from 18 months to eight years in prison.", "1.5-8 sentence_term");
    FINDS("Traffickers received terms of 18 months and eight years in prison.", "18 sentence_term; 8 sentence_term");
}

TEST("headlines tell in the present") { FINDS("Court jails three traffickers.", "3 sentences"); }

TEST("no before a compound or in what somebody had is no count of zero")
{
    FINDS_NOTHING("No trial date was set for the traffickers.");
    FINDS_NOTHING("Police freed workers who had no formal convictions for trafficking.");
    FINDS("There were no formal convictions for trafficking.", "0 convictions");
}

TEST("a condition or an open question is no figure")
{
    FINDS_NOTHING("The term may be longer if the accused exploited 12 children.");
    FINDS_NOTHING("The police did not report whether 12 children were exploited.");
    FINDS("The man exploited 12 children.", "12 victims");
}

TEST("what one is convicted of counts no convictions")
{
    FINDS("He was convicted of three trafficking offences.", "3 other");
    FINDS("The court sentenced 62 traffickers on 13 different charges.", "62 sentences; 13 other");
    UNIT("They were convicted in 13 trafficking cases.", "13 convictions cases");
    FINDS("Prosecutors filed 13 trafficking charges.", "13 prosecutions");
}

TEST("cases that ended in convictions are cases")
{
    UNIT("The government prosecuted four cases, two of which ended in convictions.",
         "4 prosecutions cases; 2 convictions cases");
    UNIT("Of the 30 trafficking cases that police opened, 12 resulted in convictions.",
         "30 offences cases; 12 convictions cases");
}

TEST("processes that rose from some cases to others")
{
    FINDS("Investigations of trafficking rose from 48 cases to 70.", "48 investigations; 70 investigations");
    FINDS("Prosecutions for trafficking fell from 48 to 30 cases.", "48 prosecutions; 30 prosecutions");
    FINDS("Kidnappings rose from 48 cases to 70.", "48 missing; 70 missing");
}

TEST("some out of a number of defendants were found guilty")
{
    FINDS("Officers were among 62 people out of a total of 103 defendants found guilty of human trafficking.",
          "62 convictions; 103 prosecutions");
    FINDS("Twelve people out of 40 suspects were charged with trafficking.", "12 prosecutions; 40 other");
}

TEST("suspects, arrested for something, and men who face charges")
{
    FINDS("The four suspects, arrested on suspicion of human trafficking, were bailed.", "4 arrests");
    FINDS("Six men were arrested; two men aged 42 and 50 face human trafficking charges.", "6 arrests; 2 prosecutions");
    FINDS("The sentences handed to the four men were too short for slavery.", "4 sentences");
    FINDS_NOTHING("Of the 29 committees charged with overseeing bonded labor, 14 were active.");
    FINDS_NOTHING("He told the court that he would no longer pursue charges of trafficking.");
}

TEST("acquittals are no convictions")
{
    FINDS("Of 1,479 prosecuted trafficking cases, 1,203 resulted in convictions and 276 in acquittals.",
          "1479 prosecutions; 1203 convictions; 276 other");
}

TEST("victims behind an arrest are not arrested")
{
    FINDS("Police arrested six women accompanying 11 child trafficking victims.", "6 arrests; 11 victims");
    FINDS("Police arrested traffickers for the sex trafficking of a sister and six children.", "6 victims");
    FINDS("A woman was convicted of enslaving three sisters and was sentenced to ten years in prison.",
          "3 victims; 10 sentence_term");
    FINDS_NOTHING("Cases of trafficking are punished with 12 to 15 years in prison.");
    FINDS("In 2019 there were 24 criminal litigations for trafficking.", "24 prosecutions");
}

TEST("who filed suits was not prosecuted, nor those on whose behalf")
{
    FINDS("Three law firms filed lawsuits on behalf of 83 workers for trafficking.", "83 victims");
    FINDS("Police announced the arrest of eight individuals in four states who were indicted for trafficking.",
          "8 arrests");
}

TEST("cases that lie in courts are prosecutions")
{
    FINDS("The agency has 262 trafficking cases in various courts.", "262 prosecutions");
    FINDS("In 2020, 262 trafficking cases reached the courts.", "262 prosecutions");
}

TEST("some of the complaints or traffickers: the process is told of the part alone")
{
    FINDS("Only two of 100 trafficking complaints led to convictions.", "2 convictions; 100 other");
    FINDS("Four of the five traffickers received sentences of more than five years in prison.",
          "4 sentences; 5 other; >=5 sentence_term");
    FINDS("Prosecutors charged 30 suspects with trafficking, 12 were released.", "30 prosecutions; 12 other");
}

TEST("time held before the verb of the sentence is no sentence")
{
    FINDS("A couple who kept a man as a slave for 24 years were jailed for eight years each.",
          "24 captivity_duration; 8 sentence_term");
}

TEST("indictments that result in convictions are convictions, investigations that lead to those of others are not")
{
    FINDS("Only 12 of 45 trafficking indictments resulted in convictions.", "12 convictions; 45 prosecutions");
    FINDS("15 trafficking investigations led to the conviction of 3 traffickers.", "15 investigations; 3 convictions");
}

TEST("penalties that run from one sum to another are no convictions")
{
    FINDS_NOTHING("Penalties for conviction of trafficking include a fine of from 50,000 to 200,000 francs.");
    FINDS("Convictions of traffickers fell from 60 to 45.", "60 convictions; 45 convictions");
}

TEST("people in a number of cases are those of whom the verb tells")
{
    FINDS("A total of 60 trafficking suspects in 17 cases had been sent to court.", "60 prosecutions; 17 prosecutions");
    FINDS("Police referred for prosecution 53 trafficking cases.", "53 prosecutions");
    FINDS("Police referred 53 trafficking cases for prosecution.", "53 prosecutions");
}

TEST("cases that involve people are cases of them")
{
    UNIT("Police prosecuted 53 cases. Ten of these cases involved sex trafficking, and 34 involved domestic workers.",
         "53 prosecutions cases; 10 prosecutions cases; 34 prosecutions cases");
    struct sample s = sample_extract("Police prosecuted 200 trafficking cases, 111 involved boys.");
    CHECK_TEXT(sample_text(&s), "200 prosecutions; 111 prosecutions");
    CHECK_TEXT(sample_figure(&s, 1)->sex, "M");
    sample_free(&s);
}

TEST("charges that are dropped and convictions that are overturned are neither")
{
    FINDS("Prosecutors dropped charges against four traffickers.", "4 other");
    FINDS("The court overturned the convictions of two traffickers.", "2 other");
}

TEST("victims who take part in proceedings are victims, and cases that remain pending are of no verb before")
{
    FINDS("13 trafficking victims participated in investigations and trials.", "13 victims");
    FINDS("One trafficker was convicted and sentenced to five years' imprisonment, and two trafficking cases remained "
          "pending.",
          "1 convictions; 5 sentence_term; 2 offences");
}

TEST("those who come from two gangs are counted, the gangs are not")
{
    FINDS("Eight offenders from two Polish organised criminal gangs have been convicted of slavery.", "8 convictions");
    FINDS("Eight traffickers were jailed. Their sentences range from three to 11 years.",
          "8 sentences; 3-11 sentence_term");
}

TEST("those whom a court finds guilty are convicted, those sent to court are prosecuted")
{
    FINDS("The court found three men guilty of trafficking.", "3 convictions");
    FINDS("The tribunal found 11 of the 16 accused guilty and acquitted five.",
          "11 convictions; 16 prosecutions; 5 other");
    FINDS("Police sent 15 traffickers to court.", "15 prosecutions");
    FINDS("Police opened 21 trafficking cases and sent 15 to court.", "21 investigations; 15 prosecutions");
}

TEST("suspects who are released are not freed, deaths in custody are no arrests")
{
    FINDS("Of 36 traffickers arrested, 24 were charged and ten were released.",
          "36 arrests; 24 prosecutions; 10 other");
    FINDS("The government acknowledged 15 deaths in custody.", "15 other");
    struct sample s = sample_extract("Courts sentenced four traffickers to ten years each and two to less than five.");
    CHECK_TEXT(sample_figure(&s, 2)->age, "");
    sample_free(&s);
}

TEST("a term that somebody is serving")
{
    FINDS("A woman was serving a 10-year prison term for trafficking.", "10 sentence_term");
    FINDS("The shelter served a total of 40 trafficking victims.", "40 victims_assisted");
}

TEST("defendants have been charged, the victims named beside them have not")
{
    FINDS("Three of the four defendants were women.", "3 prosecutions; 4 prosecutions");
    FINDS("The 296 cases before the courts involve 506 accused and 420 trafficking victims.",
          "296 prosecutions; 506 prosecutions; 420 victims");
    FINDS("Police found 12 suspects and 30 trafficking victims.", "12 other; 30 victims_identified");
    FINDS("The court acquitted two of the five accused.", "2 other; 5 prosecutions");
}

TEST("what was done in the cases is what is counted")
{
    FINDS("There were 455 cases in which human trafficking charges were laid.", "455 prosecutions");
    FINDS("The report mentions 15 trafficking cases in which convictions were overturned.", "15 offences");
    FINDS("Prosecutors initiated 16 criminal cases. The other nine cases out of the 16 cases concerned slavery.",
          "16 investigations; 9 investigations; 16 investigations");
    FINDS("Lawyers secured convictions and imprisonment for three traffickers.", "3 convictions");
}

TEST("\"ones\" and \"none\" count what was told before")
{
    FINDS("Police continued 29 investigations from 2019 and opened 14 new ones.",
          "29 investigations; 14 investigations");
    FINDS("In 2020 police arrested eight people (there was none in 2019).", "8 arrests; 0 arrests");
}

TEST("a length behind the preposition of the one before is a length too")
{
    FINDS("Two men were convicted of trafficking. One was sentenced to nine years, the other to four.",
          "2 convictions; 9 sentence_term; 4 sentence_term");
}

TEST("not one is none, neither of two was charged, dropped cases are no investigations")
{
    FINDS("Not one trafficker was convicted in 2019.", "0 convictions");
    FINDS("Neither of the two trafficking cases went to court.", "2 offences");
    FINDS("Prosecutors dropped cases against 11 traffickers for lack of evidence.", "11 other");
    FINDS("Only two of the 30 trafficking complaints led to prosecutions.", "2 prosecutions; 30 other");
    FINDS("Parole was automatic for any sentence of less than five years for trafficking.", "");
}

TEST("a couple sentenced to eight years is no range, suspects in custody are no captives")
{
    FINDS("The court sentenced a couple to eight years in jail for exploiting a maid.", "8 sentence_term");
    FINDS("The nine suspects have been remanded for 14 days for trafficking.", "9 arrests");
}

TEST("members of a gang are no victims, and its victims are not sentenced")
{
    FINDS("Four members of a sex trafficking organization that forced at least 14 women into prostitution were ordered "
          "to federal prison.",
          "4 other; >=14 victims");
    FINDS("Four Members of Sex Trafficking Ring Sentenced", "4 sentences");
    FINDS("Perez received 25 years, while his brother was sentenced to 20 years for trafficking.",
          "25 sentence_term; 20 sentence_term");
    FINDS("Two men were ordered to serve 87 months and 60 months for trafficking.",
          "2 sentences; 87 sentence_term; 60 sentence_term");
    FINDS("Charge sheets were filed against 3,845 persons for trafficking.", "3845 prosecutions");
}

TEST("cases that a court ruled on were prosecuted, its courts are not counted")
{
    FINDS("The court ruled on three slavery cases, sentencing three persons to 20 years' imprisonment.",
          "3 prosecutions; 3 sentences; 20 sentence_term");
    FINDS("Observers noted the underutilization of the three specialized antislavery courts that prosecuted slavery.",
          "");
}

TEST("some of those arrested who were released are not freed victims")
{
    FINDS("Seven of those arrested for trafficking have since been released on bail.", "7 other");
    FINDS("More than 150 officers raided 20 addresses and took 12 people into custody.", ">=150 other; 12 arrests");
}

TEST("those to whom the courts or police do something are people, whatever they are called")
{
    FINDS("Three workshop operators were convicted of trafficking.", "3 convictions");
    FINDS("Two company directors convicted of trafficking were fined.", "2 convictions");
    FINDS("Police arrested 12 company directors, four hauliers and six waiters on trafficking charges.",
          "12 arrests; 4 arrests; 6 arrests");
    FINDS("Eight gang leaders were handed prison terms for trafficking.", "8 sentences");
}

TEST("the charges that people were indicted on")
{
    FINDS("A court indicted the trafficker Aidar Bekov on three charges.", "3 other");
}

TEST("what a court ruled besides a sentence does not make it only possible")
{
    FINDS("A judge sentenced five soldiers to 22 years in prison for trafficking and ruled the army should apologize.",
          "5 sentences; 22 sentence_term");
    FINDS("Traffickers can be sentenced to 12 years in prison.", "");
}

TEST("a sentence for murder alone, proceedings that were initiated, people condemned to a term")
{
    FINDS("The officer was sentenced to four years in prison for premeditated murder.", "4 other");
    FINDS("Misdemeanor proceedings were initiated in 22 cases of child labor.", "22 prosecutions");
    FINDS("Police opened 33 investigation proceedings into trafficking.", "33 investigations");
    FINDS("The court condemned two men to ten years in prison for trafficking.", "2 sentences; 10 sentence_term");
}

TEST("terms that were given or meted out")
{
    FINDS("John Connors was given a four-year term and James Connors a three-year term for forced labour.",
          "4 sentence_term; 3 sentence_term");
    FINDS("Thirteen traffickers were eventually meted a two-year sentence.", "13 other; 2 sentence_term");
}

TEST("describing words joined by and, or made with a hyphen")
{
    FINDS("The work led to over 100 domestic and international arrests of traffickers.", ">=100 arrests");
    FINDS("Officials prosecuted nine U.S.-based co-conspirators for trafficking.", "9 prosecutions");
}

TEST("those whom prosecutions and cases are about")
{
    UNIT("The government initiated six prosecutions involving nine alleged traffickers.",
         "6 prosecutions cases; 9 prosecutions persons");
    UNIT("Prosecutors filed charges in eight cases against 17 alleged traffickers.",
         "8 prosecutions cases; 17 prosecutions persons");
    UNIT("Courts secured convictions against 27 traffickers in 11 cases.",
         "27 convictions persons; 11 convictions cases");
    UNIT("Police opened six investigations involving nine alleged traffickers.",
         "6 investigations cases; 9 investigations persons");
}

TEST("what a suspect did to others is not what is done to the suspect")
{
    FINDS("A woman suspected of the sexual exploitation of three minors was arrested.", "3 victims");
}

TEST("a list with nouns held against another one")
{
    FINDS("Police investigated 83 trafficking cases, prosecuted 60 defendants, and convicted 41 traffickers in 2020, "
          "compared with "
          "90 cases, 70 defendants, and 38 convictions in 2019.",
          "83 investigations; 60 prosecutions; 41 convictions; 90 investigations; 70 prosecutions; 38 convictions");
    FINDS("Officials did not report how many of the 35 identified trafficking victims received services.",
          "35 victims_identified");
}
