/* The country that each figure belongs to. The report of the samples is on Kazakhstan. */
#include "tests/etl/narrative/context.h"

static void area(struct buf *b, const struct figure *f) { buf_put(b, f->ref_area.n ? f->ref_area : STR("-")); }

#define AREA(text, want) SAYS(area, false, text, want)

TEST("the reporting country, unless the event was in another")
{
    AREA("Police identified 12 victims of trafficking.", "12 KAZ");
    AREA("Twelve victims of trafficking were identified in Turkey.", "12 TUR");
    AREA("In Nepal police identified 12 victims of trafficking.", "12 NPL");
    AREA("Police identified 12 victims of trafficking in Dubai.", "12 ARE");
    AREA("Police identified 12 victims of trafficking in Shymkent.", "12 KAZ");
}

TEST("the authority that acts is a country's")
{
    AREA("Russian police rescued 12 trafficking victims.", "12 RUS");
    AREA("Malaysia's government identified 12 trafficking victims.", "12 MYS");
}

TEST("two countries are no one country, and where people came from is not where they were found")
{
    AREA("Twelve trafficking victims were identified in Belgium and France.", "12 KAZ");
    AREA("Police identified 12 trafficking victims from Uzbekistan.", "12 KAZ");
}

TEST("names that hold the name of a country are not that country")
{
    AREA("Police rescued 12 trafficking victims in the Gulf of Guinea.", "12 KAZ");
    AREA("Police rescued 12 trafficking victims in Papua New Guinea.", "12 PNG");
    AREA("Police rescued 12 trafficking victims in Niger State.", "12 NGA");
    AREA("Police rescued 12 trafficking victims in turkey farms.", "12 KAZ");
}

TEST("U.S. is one name and ends no sentence")
{
    AREA("Twelve trafficking victims were identified in the U.S. in 2019.", "12 USA");
    AREA("In the US police identified 12 trafficking victims.", "12 USA");
    AREA("Nine girls were rescued from traffickers. Police freed 12 trafficking victims.", "9 KAZ; 12 KAZ");
}

TEST("the whole world is no country")
{
    AREA("Some 20 million people are trafficked worldwide.", "20000000 -");
    AREA("Some 20 million people around the world are victims of trafficking.", "20000000 -");
    AREA("Worldwide trade is big; police identified 12 trafficking victims.", "12 KAZ");
}

TEST("rescued from a country, and a country that has something")
{
    AREA("In all, 206 Filipinos were rescued from traffickers in two batches from Myanmar.", "206 MMR");
    AREA("India has the highest number at an estimated 18.4 million slaves.", "18400000 IND");
}

TEST("places before brackets are where, those behind from are whence")
{
    struct sample s = sample_extract("Police identified 55 victims. Most were identified in France (n = 30) and "
                                     "Spain (n = 25).");
    CHECK_TEXT(sample_text(&s), "55 victims_identified; 30 victims_identified; 25 victims_identified");
    CHECK_TEXT(sample_figure(&s, 1)->ref_area, "FRA");
    CHECK_TEXT(sample_figure(&s, 2)->ref_area, "ESP");
    sample_free(&s);
    s = sample_extract("Victims of trafficking came from Nigeria (12), Ghana (14) and Mali (7).");
    CHECK_TEXT(sample_text(&s), "12 victims; 14 victims; 7 victims");
    CHECK_TEXT(sample_figure(&s, 1)->citizenship, "GHA");
    CHECK(str_equal(sample_figure(&s, 2)->ref_area, sample_figure(&s, 0)->ref_area));
    sample_free(&s);
}

TEST("the dateline of a press text is no scene, and several countries are none")
{
    AREA("ADDIS ABABA, Ethiopia: Police rescued 40 trafficking victims.", "40 KAZ");
    AREA("Ethiopia: 40 trafficking victims.", "40 ETH");
    AREA("More than 180 people are missing after boats sank between Djibouti and Yemen.", "180 -");
    AREA("More than 180 people are missing off the coasts of Yemen and Djibouti.", "180 -");
}
