/* Sums of money and their currencies. Codes by ISO 4217. */
#include "tests/etl/narrative/context.h"

TEST("a currency's code needs its capitals")
{
    UNIT("In 2019 the state spent COP 500 million on shelters for victims.", "500000000 funding COP");
    UNIT("In 2019 the state spent MAD 30 million on shelters for victims.", "30000000 funding MAD");
    UNIT("After all 500 victims were identified, police left.", "500 victims_identified persons");
}

TEST("letters of a registration are no currency, millions of dollars are money")
{
    FINDS_NOTHING("The registration of the bus that held victims was MZ 01 K 4816.");
    UNIT("Traffickers earned millions of dollars.", "2000000 funding USD");
}

TEST("a sum in two currencies is said or wished in both")
{
    UNIT("The state spent 36 million euros ($45.7 million) on shelters for victims.",
         "36000000 funding EUR; 45700000 funding USD");
    FINDS_NOTHING("Traffickers pay a fine of 36 million pesos ($45.7 million).");
    FINDS_NOTHING("The state would spend 36 million euros ($45.7 million) on shelters for victims if it could.");
}

TEST("a fine that a court gave is a sum, one that the law sets is none")
{
    UNIT("A court fined the trafficker $500.", "500 funding USD");
    FINDS_NOTHING("A fine for trafficking is $500.");
}

TEST("money of a name that several countries share is the country's own, and no money where it has none")
{
    FINDS("The state spent 5,000 tenge and 300 pesos on shelters for victims.", "5000 funding");
    FINDS("The state spent 5,000 manat on shelters for victims.", "");
    FINDS_NOTHING("Police found 1,100 pounds of remains of missing persons.");
    FINDS_NOTHING("The maximum penalty for child labor is a fine of Gs. 3.78 million ($640).");
    FINDS_NOTHING("Child labor is punishable by a fine of up to 5,000 penalty units.");
}

TEST("a fine that was given beside words of law in another clause; penalties that deter nobody")
{
    FINDS(
        "A court sentenced two men to six months in prison for pimping children, although the minimum sentence is five "
        "years.",
        "2 sentences; 6 sentence_term");
    FINDS_NOTHING("Administrative penalties of up to 5,000 tenge ($220) were insufficient to deter forced labor.");
}

TEST("a code in brackets before the sum")
{
    UNIT("The state spent tenge (KZT) 154 billion ($49 million) on victims.",
         "154000000000 funding KZT; 49000000 funding USD");
}

TEST("the dollars of the Caribbean")
{
    UNIT("The government spent 12,500 Eastern Caribbean Dollars ($4,630) on victims.",
         "12500 funding XCD; 4630 funding USD");
}

TEST("what a person was sold for is no funding")
{
    FINDS("Two sisters were sold for 3,000 dollars each.", "2 victims");
}

TEST("money is of the country whose adjective stands with it")
{
    UNIT("The government spent 5 million Chilean pesos on victims.", "5000000 funding CLP");
    UNIT("The government spent 5 million Guyanese dollar (GYD) ($24,000) on victims.",
         "5000000 funding GYD; 24000 funding USD");
    UNIT("The government spent 5 million Syrian pounds on victims.", "5000000 funding SYP");
    UNIT("The government spent 5 million Somali shillings on victims.", "5000000 funding SOS");
}

TEST("money of no known country counts no people")
{
    FINDS_NOTHING("The fund paid Rs 12,50,000 to trafficking victims."); /* rupees of which country? */
    FINDS_NOTHING("Fines rose to 100 million to 500 million Lao kip ($11,720 to $58,580) by law.");
}
