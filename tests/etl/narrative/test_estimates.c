/* Estimates and guesses of a hidden population, as against people who were counted. */
#include "tests/etl/narrative/context.h"

TEST("an estimated number of victims is an estimate, however small")
{
    FINDS("An estimated 17,500 people are trafficked every year.", "~17500 victims_estimated");
    FINDS("Estimates suggest that about 5,000 people are trafficked.", "~5000 victims_estimated");
    FINDS("About 5,000 people are trafficked.", "~5000 victims");
}

TEST("what somebody thinks or says it could be is an estimate")
{
    FINDS("The number of trafficking victims is thought to be more than 13,000.", ">=13000 victims_estimated");
    FINDS("The number of trafficking victims could be more than 5,000.", ">=5000 victims_estimated");
    FINDS("Some estimate that the number of trafficking victims is as high as 6,000.", "<=6000 victims_estimated");
}

TEST("many who could be held are a guess, a few are a possibility only")
{
    FINDS("More than 5,000 people could be held as slaves.", ">=5000 victims_estimated");
    FINDS_NOTHING("Three women could be held as slaves.");
}

TEST("what is said of the last of a list is said of all")
{
    FINDS("The study speaks of 270 adults and 130 children exploited in mines.",
          "270 victims_estimated; 130 victims_estimated");
    FINDS("Some 270 adults and 130 children were victims of trafficking.", "~270 victims; 130 victims");
    FINDS("Some 27 million adults and 13 million children are victims of trafficking.",
          "~27000000 victims_estimated; 13000000 victims_estimated");
}

TEST("children at work by the many are an estimate")
{
    FINDS("More than one million children work on cocoa plantations.", ">=1000000 victims_estimated");
    FINDS("In all, 300 children work on cocoa plantations.", "300 other");
}

TEST("the size of a firm is no count of victims")
{
    FINDS_NOTHING("Enterprises employing 50 or fewer workers are not inspected for child labor.");
    FINDS("Inspectors identified 50 or fewer workers in child labor.", "<=50 victims_identified");
}

TEST("an estimate holds for the list it opens")
{
    FINDS("An estimated 43,000 children worked on farms, 4,400 in services and 2,200 in hotels as child laborers.",
          "~43000 victims_estimated; ~4400 victims_estimated; ~2200 victims_estimated");
}

TEST("what a study estimates is not what somebody found")
{
    FINDS("A 2018 study found an estimated 28,000 students in forced begging.", "~28000 victims_estimated");
    FINDS("One NGO estimated that traffickers subjected 100,000 children to forced labor.",
          "~100000 victims_estimated");
}

TEST("a study's whole is not of victims because a part is")
{
    FINDS("A study found that 40 of 200 interviewed workers were victims of forced labour.",
          "40 victims_estimated; 200 other");
}

TEST("estimated to number between two numbers is an estimate")
{
    FINDS("The number of trafficking victims is estimated to number between 1,000 and 2,000.",
          "1000-2000 victims_estimated");
}

TEST("what is said behind an insertion is said of all")
{
    FINDS("In 2016 an estimated 25,000 people, including 4,000 children, were forced to beg.",
          "~25000 victims_estimated; 4000 victims_estimated");
}

TEST("what people are thought to be, and what is claimed, are estimates")
{
    FINDS("Thousands of slaves are thought to work on farms.", ">=2000 victims_estimated");
    FINDS("Ministers acted amid claims there are up to 10,000 trafficking victims.", "<=10000 victims_estimated");
    FINDS("Three trafficking victims are believed to have left the country.", "3 victims");
}

TEST("people estimated to number so many, in an apposition")
{
    FINDS("North Korean laborers, estimated to number between 2,000 and 4,000, worked in forced labor.",
          "2000-4000 victims_estimated");
    FINDS("The fate of the disappeared, estimated to be more than 100,000, remained unknown.", ">=100000 missing");
}

TEST("only what is called an estimate is about")
{
    FINDS("There were 49.6 million people in modern slavery in 2021, 28 million of them in forced labor.",
          "49600000 victims_estimated; 28000000 victims_estimated");
}

TEST("millions in modern slavery without a noun")
{
    FINDS("The index estimates 11 million in modern slavery in India.", "~11000000 victims_estimated");
    FINDS("The ILO estimates that 27.6 million are in forced labour, of whom 3.3 million are children.",
          "~27600000 victims_estimated; 3300000 victims_estimated");
    FINDS("There are 50 million trapped in modern slavery today.", "50000000 victims_estimated");
}
