/* What police and courts did about crimes that are not counted here is `other`. */
#include "tests/etl/narrative/sample.h"

TEST("processes for rape, murder or the abuse of children are of another subject")
{
    FINDS("In March a man was convicted and sentenced to six years in prison for raping his niece.", "6 other");
    FINDS("The court sentenced a teacher to a six-month prison sentence for beating a student.", "6 other");
    FINDS("The court sentenced four defendants to prison for the May 2019 sexual assault.", "4 other");
    FINDS("A group investigated 67 cases of children's rights violations, 56 of which were rape or attempted rape.",
          "67 other; 56 other");
    FINDS("During the year 6,399 individuals were investigated for criminal offenses associated with 5,699 cases of "
          "child abuse.",
          "6399 other; 5699 other");
    FINDS("Through July the brigade investigated 84 child abuse cases.", "84 other");
    FINDS_NOTHING("There were no convictions for rape of a child under the age of 15 during the year.");
}

TEST("beside trafficking, captors or the disappeared they are not")
{
    FINDS("The trafficker was convicted of rape and sex trafficking and sentenced to 12 years in prison.",
          "12 sentence_term");
    FINDS("Police arrested 12 men for raping and trafficking girls.", "12 arrests");
    FINDS("Two officers were convicted for the disappearance and killing of a student.", "2 convictions");
}

TEST("complaints are no offences yet")
{
    FINDS("Inspectors received 26 complaints involving child labor.", "26 other");
    FINDS("Police received 15 reports of trafficking.", "15 offences");
    FINDS_NOTHING("The ministry received no forced labor complaints during the year.");
}

TEST("activists and teachers who are held are no suspects of trafficking")
{
    FINDS("Trafficking occurred. In January forces arrested an estimated one dozen activists.", "~12 other");
    FINDS("Police arrested two teachers for trafficking in persons.", "2 arrests");
}

TEST("suspected people are no victims")
{
    FINDS("Authorities handed over 700 suspected scam workers to China.", "700 other");
    FINDS("Police rescued 20 suspected forced labourers.", "20 victims_freed");
}

TEST("who is taken by armed groups is no suspect")
{
    FINDS("There were disappearances. ISIS captured approximately 230 villagers.", "~230 missing");
    FINDS("Gunmen kidnapped seven cement company contractors in June.", "7 missing");
}

TEST("children of whom something else is said do not work")
{
    FINDS("Child labor occurred. Six million children were in urgent need of food, and two million children were out "
          "of school.",
          "6000000 other; 2000000 other");
    FINDS("Child labor was common. The survey found that 1.9 percent of the four million children were employed.",
          "4000000 other");
    FINDS("Child labor occurred. Six million children were engaged in work.", "6000000 victims_estimated");
    FINDS_NOTHING("The program helped increase enrollment of victims from 800,000 in 2016 to 1.2 million in 2019.");
}
