/* What a figure's row says beside its value: people, form, place, period, identity. */
#include <string.h>

#include "tests/etl/narrative/sample.h"

static void check_people(const char *text, const char *sex, const char *age, const char *form, const char *citizenship)
{
    struct sample s = sample_extract(text);
    const struct figure *f = sample_figure(&s, 0);
    CHECK_TEXT(f->sex, sex);
    CHECK_TEXT(f->age, age);
    CHECK_TEXT(f->exploitation, form);
    CHECK_TEXT(f->citizenship, citizenship);
    sample_free(&s);
}

TEST("sex, age, form and citizenship of the people counted")
{
    check_people("Police rescued nine girls from forced labor.", "F", "child", "forced_labour", "");
    check_people("Police identified 12 Uzbek men exploited in sex trafficking.", "M", "adult", "sexual_exploitation",
                 "UZB");
    check_people("Police identified 12 foreign victims.", "", "", "", "foreign");
    check_people("Police identified two citizens of Kyrgyzstan as trafficking victims.", "", "", "", "KGZ");
    check_people("In 2020, 26 Kazakhs were convicted of trafficking.", "", "", "", "KAZ");
}

TEST("a figure's id depends on the source's bytes, the place and the words only")
{
    struct sample s = sample_extract("Police identified 40 victims.");
    struct sample t = sample_extract("Police identified 40 victims.");
    struct sample u = sample_extract("Police  identified 40 victims.");
    CHECK(sample_figure(&s, 0)->figure_id.n == 16);
    CHECK(str_equal(sample_figure(&s, 0)->figure_id, sample_figure(&t, 0)->figure_id));
    CHECK(!str_equal(sample_figure(&s, 0)->figure_id, sample_figure(&u, 0)->figure_id));
    sample_free(&s);
    sample_free(&t);
    sample_free(&u);
}

TEST("the quote is the sentence, cut at word ends when it is long")
{
    struct sample s = sample_extract("First one. Police identified 40 victims. Last one.");
    CHECK_TEXT(sample_figure(&s, 0)->quote, "Police identified 40 victims.");
    CHECK_TEXT(sample_figure(&s, 0)->locator, "line 1");
    sample_free(&s);
    char text[3000] = "";
    for (int i = 0; i < 100; i++)
        strcat(text, "very long words ");
    strcat(text, "police identified 40 victims");
    for (int i = 0; i < 50; i++)
        strcat(text, " and so forth");
    s = sample_extract(text);
    const struct figure *f = sample_figure(&s, 0);
    CHECK(f->quote.n <= 400 && f->quote.n > 300);
    CHECK(str_contains(f->quote, "identified 40 victims"));
    CHECK(str_starts(f->quote, "very") || str_starts(f->quote, "long") || str_starts(f->quote, "words"));
    sample_free(&s);
}

TEST("the area is the document's unless the sentence is set elsewhere")
{
    struct sample s = sample_extract("Police identified 40 victims.");
    CHECK_TEXT(sample_figure(&s, 0)->ref_area, "KAZ");
    sample_free(&s);
    s = sample_extract("Traffickers exploited nine women in Oman.");
    CHECK_TEXT(sample_figure(&s, 0)->ref_area, "OMN");
    sample_free(&s);
}

TEST("bounds and vague words state no value, estimates are marked")
{
    struct sample s = sample_extract("Police identified at least 40 victims.");
    CHECK(isnan(sample_figure(&s, 0)->obs_value) && isnan(sample_figure(&s, 0)->value_high));
    sample_free(&s);
    s = sample_extract("An estimated 100,000 people live in modern slavery.");
    CHECK(sample_figure(&s, 0)->obs_value == 100000);
    CHECK_TEXT(sample_figure(&s, 0)->obs_status, "E");
    sample_free(&s);
}
