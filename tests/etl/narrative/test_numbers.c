/* Numbers in digits and words. Expected values are read off the words by the rules of the field's annotation: "over"
 * opens the interval upwards, "up to" downwards, vague words state only their least. */
#include "tests/etl/narrative/sample.h"

TEST("digits with separators, scales and decimals")
{
    FINDS("Police identified 1,234 victims.", "1234 victims_identified");
    FINDS("Police identified 1 234 victims.", "1234 victims_identified");
    FINDS("An estimated 1.2 million people live in modern slavery.", "~1200000 victims_estimated");
    FINDS("The state spent $2.5bn on shelters for victims.", "2500000000 funding");
}

TEST("number words of any size")
{
    FINDS("Police rescued twenty-six women from forced labor.", "26 victims_freed");
    FINDS("Police rescued a hundred and two women from forced labor.", "102 victims_freed");
    FINDS("Police rescued two dozen women from forced labor.", "24 victims_freed");
    FINDS("Half a million people live in modern slavery.", "500000 victims_estimated");
    FINDS("Police rescued three thousand four hundred and fifty victims.", "3450 victims_freed");
    FINDS("She was held in forced labor for a decade.", "10 captivity_duration");
    FINDS("A court sentenced him to nine and a half years in prison.", "9.5 sentence_term");
}

TEST("ranges")
{
    FINDS("Between 500,000 and 2 million people live in slavery.", "500000-2000000 victims_estimated");
    FINDS("Police identified 15-20 victims.", "15-20 victims_identified");
    FINDS("Police identified 10 or 15 victims.", "10-15 victims_identified");
    FINDS("An estimated two to three million people live in modern slavery.", "2000000-3000000 victims_estimated");
}

TEST("bounds and qualifiers")
{
    FINDS("Police identified over 40 victims.", ">=40 victims_identified");
    FINDS("Police identified at least 40 victims.", ">=40 victims_identified");
    FINDS("Police identified 40 or more victims.", ">=40 victims_identified");
    FINDS("Police identified up to 40 victims.", "<=40 victims_identified");
    FINDS("Police identified as many as 40 victims.", "<=40 victims_identified");
    FINDS("Police identified fewer than 40 victims.", "<=40 victims_identified");
    FINDS("Police identified no fewer than 40 victims.", ">=40 victims_identified");
    FINDS("Police identified some 40 victims.", "~40 victims_identified");
    FINDS("Police identified nearly 40 victims.", "~40 victims_identified");
}

TEST("vague counts and none")
{
    FINDS("Police identified dozens of victims.", ">=24 victims_identified");
    FINDS("Police identified hundreds of victims.", ">=200 victims_identified");
    FINDS("Police identified thousands of victims.", ">=2000 victims_identified");
    FINDS("There were no convictions for trafficking.", "0 convictions");
    FINDS("No victims were identified.", "0 victims_identified");
}

TEST("the span is the number without its qualifier")
{
    struct sample s = sample_extract("Police identified over 6,000 victims.");
    CHECK(sample_figure(&s, 0)->span_start == 23 && sample_figure(&s, 0)->span_end == 28);
    CHECK_TEXT(sample_figure(&s, 0)->as_written, "6,000");
    CHECK(isnan(sample_figure(&s, 0)->obs_value)); /* a bound states no value */
    sample_free(&s);
}

TEST("a number of two languages' money and lettered signs")
{
    FINDS("The government allocated 41.5 million tenge ($98,000) to shelters.", "41500000 funding; 98000 funding");
    FINDS("The agency spent N11.2 million on shelters for victims.", "11200000 funding");
}

TEST("halves with hyphens, a plus behind, two words before")
{
    FINDS("He was sentenced to two-and-a-half years in prison for trafficking.", "2.5 sentence_term");
    FINDS("He was sentenced to two and one-half years in prison for trafficking.", "2.5 sentence_term");
    FINDS_NOTHING("One half of the victims of trafficking were women.");
    FINDS("Rebels abducted 100+ girls.", ">=100 missing");
    FINDS("Just about 1,000 victims were identified.", "~1000 victims_identified");
}

TEST("a year before one event is its year, before several it is a count")
{
    FINDS_NOTHING("Police closed the reported 2017 abduction.");
    FINDS("Police identified 2016 victims of trafficking.", "2016 victims_identified");
}

TEST("a stop before three digits of a count groups thousands")
{
    FINDS("The state counts 99.129 missing people.", "99129 missing");
    FINDS("The state spent $1.125 on each trafficking victim's shelter.", "1.125 funding");
}

TEST("signs of fractions, and scales without the rounding of their product")
{
    FINDS("Two men were sentenced to 5 ½ years in prison.", "2 sentences; 5.5 sentence_term");
    FINDS("Two men were sentenced to 3½ years in prison.", "2 sentences; 3.5 sentence_term");
    FINDS("An estimated 4.1 million people live in slavery.", "~4100000 victims_estimated");
    FINDS("In all, 1.007 children are missing.", "1007 missing");
}

TEST("about behind a noun is not nearly")
{
    FINDS("The group informed police about 16 cases of disappearance.", "16 missing");
    FINDS("The group found about 16 cases of disappearance.", "~16 missing_found");
}

TEST("numbers that look like ages and are counts")
{
    FINDS("On July 22 police rescued 14 adolescent bonded laborers.", "14 victims_freed");
    FINDS("Inspectors found 15 violations of child labor laws of minors younger than age 16 and 29 other violations.",
          "15 offences; 29 offences");
}

TEST("and over before a number bounds it, behind an age it does not")
{
    FINDS("Eight people drowned and over 100 are still missing.", "8 other; >=100 missing");
    FINDS("Women aged 18 and over 40 men were trafficked.", "40 victims");
    FINDS_NOTHING("Of the victims, 9 out of 10 were sexually exploited.");
}

TEST("lakhs and crores have groups of two")
{
    FINDS("Police rescued 2,42,938 children.", "242938 victims_freed");
    FINDS("Police rescued 1,00,00,000 children.", "10000000 victims_freed");
    FINDS_NOTHING("Police rescued 12,34,5678 children.");
    FINDS_NOTHING("Police rescued 5,10,15 children.");
    FINDS("Police rescued 5, 10 and 15 children.", "5 victims_freed; 10 victims_freed; 15 victims_freed");
}
