/* The form of exploitation of each figure, where asides, lists and other sentences stand between. */
#include "tests/etl/narrative/context.h"

TEST("all for a form is said of the last count alone")
{
    FORM("Police investigated 30 suspects and convicted 17 traffickers, all for sexual exploitation.",
         "30 -; 17 sexual_exploitation");
    FORM("Police investigated 30 suspects and convicted 17 traffickers for sexual exploitation.",
         "30 sexual_exploitation; 17 sexual_exploitation");
}

TEST("an aside that compares does not hide the form")
{
    FORM("Courts convicted 17 traffickers (up from nine in 2018) for sex trafficking.",
         "17 sexual_exploitation; 9 sexual_exploitation");
}

TEST("a list of forms is no one form, a form of another victim is not of the first")
{
    FORM("Police identified 12 victims of forced labor in cotton fields, sex trafficking and forced begging.", "12 -");
    FORM("Police identified three victims of forced labor and another victim of forced begging.", "3 forced_labour");
}

TEST("offenders are told by what they did")
{
    FORM("Police charged three men who sold 12 girls into prostitution.",
         "3 sexual_exploitation; 12 sexual_exploitation");
    FORM("Police arrested two sisters who forced six children to beg.", "2 forced_begging; 6 forced_begging");
}

TEST("a sentence with counts of its own does not lend its form to the figures before")
{
    FORM("Police rescued 10 trafficked workers. Courts convicted three traffickers for sex trafficking.",
         "10 -; 3 sexual_exploitation");
    FORM("Police rescued 10 trafficked workers. The 10 workers had been in forced labor.",
         "10 forced_labour; 10 forced_labour");
}

TEST("trainings are about every form")
{
    FORM("Police arrested nine suspects for sex trafficking. The academy trained 40 judges.",
         "9 sexual_exploitation; 40 -");
}

TEST("sold as brides is forced marriage, forced into begging is forced begging")
{
    FORM("Forty girls were sold as brides.", "40 forced_marriage");
    FORM("The charity supported 12 children forced into begging.", "12 forced_begging");
    FORM("The charity supported 12 trafficked brides.", "12 -");
}

TEST("unspecified forms are none, and cases beside cases of one form keep none")
{
    FORM(
        "Police identified 32 victims of labor trafficking and 19 victims of unspecified forms of trafficking; 18 were "
        "adult males.",
        "32 forced_labour; 19 -; 18 -");
    FORM("Police investigated 10 trafficking cases, six suspected forced labor cases and four sex trafficking cases.",
         "10 -; 6 forced_labour; 4 sexual_exploitation");
}

TEST("a form after an inclusion is of all, and reaches the next sentence")
{
    FORM("A court found him guilty of holding six workers, including three women, in bondage. The workers were awarded "
         "compensation of 50,000 tenge.",
         "6 forced_labour; 3 forced_labour; 50000 forced_labour");
}

TEST("a part of people without a form may take that of its paragraph; a number of those named before takes theirs")
{
    FORM("Officials fought labor trafficking. Authorities issued arrest warrants for 98 suspects, 19 of whom police "
         "arrested.",
         "98 -; 19 forced_labour");
    FORM("Estimates of the number of bonded laborers varied, although some placed the number in the tens of millions.",
         "20000000 forced_labour");
}

TEST("a form that closes a list of victims is that of the whole list")
{
    FORM("Police identified one boy, three men, and seven women exploited in forced labor, and two women exploited in "
         "sex trafficking.",
         "1 forced_labour; 3 forced_labour; 7 forced_labour; 2 sexual_exploitation");
}

TEST("forms told in the bracket of another count are of that count")
{
    FORM("Police prosecuted 312 suspects (256 for sex trafficking and 56 for forced labor), and convicted 25 people.",
         "312 -; 256 sexual_exploitation; 56 forced_labour; 25 -");
}

TEST("cases of a kind of their own do not take the form of those listed before")
{
    FORM("Police recorded 84 reports of sexual servitude (up from 59 reports) and 75 reports of exit trafficking "
         "(up from 35 reports).",
         "84 sexual_exploitation; 59 sexual_exploitation; 75 -; 35 -");
}

TEST("a count in brackets that a part is held against is of the form of that part")
{
    FORM("* 118 reports of forced marriage (up from 91);* 84 reports of sexual servitude (up from 59 reports)",
         "118 forced_marriage; 91 forced_marriage; 84 sexual_exploitation; 59 sexual_exploitation");
}

TEST("behind an insertion between dashes or brackets the words speak of the whole again")
{
    FORM("A study documented more than 61,000 individuals – including approximately 10,000 children – in forced labor.",
         "61000 forced_labour; 10000 forced_labour");
    FORM("A study documented 61,000 individuals (including 10,000 children) in forced labor.",
         "61000 forced_labour; 10000 forced_labour");
}

TEST("budgets take no form from the sentences before, nor does anything take that there were others")
{
    FORM("Police identified 12 sex trafficking victims. The ministry spent $40,000 on its inspectors.",
         "12 sexual_exploitation; 40000 -");
}

TEST("in a yearly report on trafficking the form of one passage is not that of the counts before it")
{
    struct sample found;
    struct document d = sample_document("Authorities identified 83 trafficking victims. On a fishing vessel they found "
                                        "men in forced labor.",
                                        false);
    CHECK_TEXT(context_of(&found, &d, say_form), "83 forced_labour");
    sample_free(&found);
    d.title = STR("Trafficking in Persons Report: Kazakhstan");
    CHECK_TEXT(context_of(&found, &d, say_form), "83 -");
    sample_free(&found);
}

TEST("forms that people are only exposed to, or that are told of others")
{
    FORM("An estimated 39,000 children worked as servants and were often vulnerable to sex trafficking.", "39000 -");
    FORM("The agency assisted 30 children at risk of sexual exploitation.", "30 -");
    FORM("Apart from forced begging, inspectors found 25 children working in the informal economy.", "25 -");
}

TEST("sex and labour trafficking are two forms")
{
    FORM("Prosecutors charged two suspects for sex and labor trafficking.", "2 -");
    FORM("Authorities fought sex and labor trafficking. Police freed 12 workers.", "12 -");
}

TEST("a few victims without a form take the one form of their passage, many do not")
{
    FORM("Forced labor was common. A plant confined 300 workers.", "300 forced_labour");
    FORM("Forced labor was common. There were 6,000 victims of trafficking.", "6000 -");
}

TEST("forced to work as prostitutes, sold as brides")
{
    FORM("A court sentenced 16 people for trafficking women whom they forced to work as prostitutes.",
         "16 sexual_exploitation");
    FORM("The ring trafficked eight women to farmers as brides.", "8 forced_marriage");
}

TEST("a victim of two forms in a list")
{
    FORM("Police identified four sex trafficking victims, one sex trafficking and forced labor victim, and one forced "
         "labor victim.",
         "4 sexual_exploitation; 1 -; 1 forced_labour");
}

TEST("what is said of most is not the form of all")
{
    FORM("Police identified 40 victims, mainly in forced labor. They referred 12 to shelters.", "40 -; 12 -");
    FORM("Prosecutors investigated 23 trafficking cases, primarily involving forced labor.", "23 -");
    FORM("Police freed 40 women, mainly Nigerians, from forced labor.", "40 forced_labour");
    FORM("Hundreds of boys largely from poor families were forced to beg.", "200 forced_begging");
}

TEST("what is said of all is not of the form of the last part")
{
    FORM("Police identified 24 victims; eight were sex trafficking victims and five were victims of forced labor, "
         "including "
         "one of forced begging; 21 were female and two were male.",
         "24 -; 8 sexual_exploitation; 5 forced_labour; 1 forced_begging; 21 -; 2 -");
    FORM("Police identified 141 victims (14 for sex trafficking and 123 for labor trafficking, including four for "
         "forced "
         "begging), an increase from 94 in 2018.",
         "141 -; 14 sexual_exploitation; 123 forced_labour; 4 forced_begging; 94 -");
    FORM("Of the labor trafficking victims, one was a woman. Of the other victims, 11 were women.",
         "1 forced_labour; 11 -");
}

TEST("a comparison with trafficking cases of all kinds")
{
    FORM("Police continued three labor trafficking investigations, compared with one investigation, one prosecution, "
         "and zero "
         "convictions for trafficking offenses in 2018.",
         "3 forced_labour; 1 -; 1 -; 0 -");
}

TEST("the form between what is counted and its number")
{
    FORM("The number of reported cases of trafficking in the form of sexual exploitation dropped to zero in 2017, "
         "compared to "
         "34 cases in 2014.",
         "0 sexual_exploitation; 34 sexual_exploitation");
}

TEST("a form that a part has by itself is not that of the parts beside it")
{
    FORM("Of the identified victims, 150 were exploited in sex trafficking, 40 in forced labor; 190 were foreign "
         "nationals.",
         "150 sexual_exploitation; 40 forced_labour; 190 -");
    FORM("Of the sex trafficking victims, 12 were women and 14 were girls.",
         "12 sexual_exploitation; 14 sexual_exploitation");
}
