/* Tables whose columns, labels or titles say what their values count. Expected values: read off by hand. */
#include "tests/etl/narrative/sample.h"

TEST("a header of years dates the values below it")
{
    struct sample s = sample_extract("Victims identified by origin\nOrigin\t2018\t2019\nNepal\t14\t9\n");
    CHECK_TEXT(sample_text(&s), "14 victims_identified; 9 victims_identified");
    CHECK_TEXT(sample_figure(&s, 0)->time_start, "2018-01-01");
    CHECK_TEXT(sample_figure(&s, 1)->time_end, "2019-12-31");
    sample_free(&s);
}

TEST("a header of processes names what each column counts")
{
    FINDS("Work of the unit\nYear\tInvestigations\tArrests\tConvictions\n2018\t30\t12\t4\n",
          "30 investigations; 12 arrests; 4 convictions");
    FINDS("Work of the unit\n\nYear Investigations Arrests Convictions\n2018 30 12 4\n2019 41 17 6\n",
          "30 investigations; 12 arrests; 4 convictions; 41 investigations; 17 arrests; 6 convictions");
}

TEST("a header of sexes gives the sex, the title the process")
{
    struct sample s =
        sample_extract("Trafficking victims referred, by age\nAge\tFemale\tMale\tTotal\nChildren\t21\t13\t34\n");
    CHECK_TEXT(sample_text(&s), "21 victims_referred; 13 victims_referred; 34 victims_referred");
    CHECK_TEXT(sample_figure(&s, 0)->sex, "F");
    CHECK_TEXT(sample_figure(&s, 1)->sex, "M");
    CHECK_TEXT(sample_figure(&s, 2)->sex, "");
    sample_free(&s);
}

TEST("rows whose gaps are lost end in their values")
{
    FINDS("Victims identified by form\nForm 2018 2019\nForced labour 120 95\nTotal 1,020 995\n",
          "120 victims_identified; 95 victims_identified; 1020 victims_identified; 995 victims_identified");
}

TEST("shares, rates, telephone numbers and rows of something else stay out")
{
    FINDS_NOTHING("Victims identified\nIndicator\t2018\t2019\nShare of women (%)\t71\t69\n");
    FINDS_NOTHING("Contact\nTelephone\t25805057\nFax\t25805058\n");
    FINDS_NOTHING("Rate of victims per head\nCountry\t2018\t2019\nNepal\t5.3\t4.1\n");
}

TEST("a row's label says whether its cases are of children")
{
    struct sample s = sample_extract("Number of Child Labor Violations Found 14\n");
    CHECK_TEXT(sample_text(&s), "14 offences");
    CHECK_TEXT(sample_figure(&s, 0)->age, "child");
    sample_free(&s);
    s = sample_extract("Number of Trafficking Violations Found 14\n");
    CHECK_TEXT(sample_text(&s), "14 offences");
    CHECK_TEXT(sample_figure(&s, 0)->age, "");
    sample_free(&s);
}

TEST("prose that announces a table says what its values count")
{
    struct sample s = sample_extract("In 2021 the unit identified 589 victims of trafficking. A breakdown by year is "
                                     "given below.\n\n2019 2020\n75 67\n");
    CHECK_TEXT(sample_text(&s), "589 victims_identified; 75 victims_identified; 67 victims_identified");
    CHECK_TEXT(sample_figure(&s, 1)->time_start, "2019-01-01");
    CHECK_TEXT(sample_figure(&s, 2)->time_end, "2020-12-31");
    sample_free(&s);
    s = sample_extract("The breakdown of the victims that the unit identified in 2019 is as follows:\n\nMale Female "
                       "Unknown Not Recorded\n324 204 14 8\n");
    CHECK_TEXT(sample_text(&s), "324 victims_identified; 204 victims_identified; 14 victims_identified; "
                                "8 victims_identified");
    CHECK_TEXT(sample_figure(&s, 0)->sex, "M");
    CHECK_TEXT(sample_figure(&s, 1)->sex, "F");
    CHECK_TEXT(sample_figure(&s, 2)->sex, "");
    sample_free(&s);
    FINDS("Police trained 40 officers. The hall was warm.\n\n2019 2020\n75 67\n", "40 officials_trained");
}

TEST("wide blanks between the words of a sentence are no cells")
{
    FINDS("Meanwhile, a joint operation was   again organized and 31 victims were rescued.", "31 victims_freed");
    FINDS("Victims   2019   2020\nIdentified   12   15\n", "12 victims_identified; 15 victims_identified");
}

TEST("a range of ages as a row's label is the age of its values")
{
    struct sample s = sample_extract("Missing persons by age\nAge\t2018\t2019\n12-17\t212\t260\n18-25\t100\t110\n"
                                     "16-24\t40\t41\n65 years and older\t70\t71\n");
    const char *const ages[] = { "child", "child", "adult", "adult", "", "", "adult", "adult" };
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++)
        CHECK_TEXT(sample_figure(&s, i)->age, ages[i]);
    CHECK_TEXT(sample_figure(&s, 6)->qualifier, "exact");
    sample_free(&s);
}

TEST("prose with two blanks behind its full stops is no row, a number with decimals is a share")
{
    FINDS(
        "Italian authorities say that five more bodies have been recovered from the ship.  The bodies were of four men "
        "and one woman.  Authorities, which had spoken of 16, now say that 28  are missing.",
        "5 missing_found; 4 missing_found; 1 missing_found; 28 missing");
    FINDS_NOTHING("Victims identified\nIndicator\t2018\t2019\nChildren\t13.0\t12.5\n");
    FINDS_NOTHING("Working children by sector\t5 to 14\n");
}

TEST("the form that a row's label names is that of each of its values")
{
    struct sample s = sample_extract("Victims by form of exploitation\nForm 2019 2020\nSexual exploitation 443 362\n"
                                     "Labour exploitation 258 176\n");
    const char *const forms[] = { "sexual_exploitation", "sexual_exploitation", "forced_labour", "forced_labour" };
    CHECK(s.figures.n == 4);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        CHECK_TEXT(sample_figure(&s, i)->exploitation, forms[i]);
    sample_free(&s);
}

TEST("a column of victims under a title of cases counts people")
{
    struct sample s = sample_extract("Human trafficking case statistics\nYear   No. of cases   No. of victims\n"
                                     "2016   3   4\n2017   2   5\n");
    CHECK_TEXT(sample_text(&s), "3 offences; 4 victims; 2 offences; 5 victims");
    CHECK_TEXT(sample_figure(&s, 1)->unit_measure, "persons");
    sample_free(&s);
}

TEST("a row that ends before a last column of remarks")
{
    FINDS("Human trafficking statistics\nYear   Number of cases   Number of victims   Remarks\n2016   3   4   none\n"
          "Total   32   93\n",
          "3 offences; 4 victims; 32 offences; 93 victims");
}
