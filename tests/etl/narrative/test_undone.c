/* What was not done is not counted as done. */
#include "tests/etl/narrative/sample.h"

TEST("people who were not prosecuted, assisted or arrested")
{
    FINDS("Of the trafficking suspects, 11 were not prosecuted.", "11 other");
    FINDS("Police identified 40 victims; 12 were not assisted.", "40 victims_identified; 12 other");
    FINDS("Twelve trafficking victims were not referred to services.", "12 victims");
    FINDS("Of the suspects, 12 have not yet been tried.", "12 other");
    FINDS("The remaining 31 defendants had not yet been tried for trafficking.", "31 prosecutions");
}

TEST("verbs before the number that are denied, or whose acts failed, were refused or are to come")
{
    FINDS("Police did not arrest 12 suspects in the trafficking case.", "12 other");
    FINDS("The government did not investigate, prosecute, or convict the four officials accused of trafficking.",
          "4 other");
    FINDS("The courts failed to convict 30 traffickers.", "30 other");
    FINDS("The government was unable to rescue 30 trafficking victims held abroad.", "30 victims");
    FINDS("Police have yet to arrest two trafficking suspects.", "2 other");
    FINDS("Without convicting the 12 trafficking suspects, the court closed the case.", "12 other");
    FINDS("Officials did not provide services to 20 victims of trafficking.", "20 victims");
}

TEST("the count that none is compared with was done")
{
    FINDS("The government did not convict any traffickers, compared with 12 in 2018.", "12 convictions");
    FINDS("The government did not identify any victims, compared with identifying two in 2019.",
          "2 victims_identified");
}

TEST("the year that something is in contrast with is not its own")
{
    struct sample s = sample_extract("In contrast with 2019, there were no reports of disappearances.");
    CHECK(sample_figure(&s, 0)->time_start.n && str_starts(sample_figure(&s, 0)->time_start, "2020"));
    sample_free(&s);
}

TEST("what is asked for, dropped, denied or without evidence did not happen")
{
    FINDS_NOTHING("Prosecutors requested 15-year sentences for two traffickers.");
    FINDS("Charges were dropped against seven traffickers.", "7 other");
    FINDS_NOTHING("Police denied that 20 people had been arrested for trafficking.");
    FINDS_NOTHING("There is no evidence that the 12 men were trafficked.");
}
