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
