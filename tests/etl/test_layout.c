/* Layouts: made-up tables with the quirks of the data sets that data/layouts/ reads. */
#include <dirent.h>

#include "tests/etl/support.h"

static void extracts(const char *layout, const char *name, const char *text, const char *want, size_t losses)
{
    struct fixture x;
    fixture_start(&x);
    const char *path = fixture_file(&x, name, str_of(text));
    enum status st = fixture_extract(&x, layout, path);
    CHECK(st == ST_OK);
    if (st != ST_OK)
        fprintf(stdout, "# %s: %s: %s\n", x.e.file, x.e.what, x.e.todo);
    CHECK_TEXT(fixture_lines(&x), want);
    CHECK(fixture_losses(&x) == losses);
    unlink(path);
    fixture_end(&x);
}

TEST("UNODC sheet: suppressed cells stay intervals, thousands are read, implausible cells and words are left out")
{
    struct fixture x;
    fixture_start(&x);
    CHECK(fixture_extract(&x, "unodc-glotip", "tests/etl/fixtures/suppressed.xlsx") == ST_OK);
    CHECK_TEXT(fixture_lines(&x), "convictions KAZ | 2003-01-01..2003-12-31 | 6..6=6 exact A\n"
                                  "convictions KAZ | 2004-01-01..2004-12-31 | 0..4= range Q\n"
                                  "convictions KAZ | 2005-01-01..2005-12-31 | 1653..1653=1653 exact A\n");
    const struct figure *f = x.figures.items;
    CHECK_TEXT(f[1].as_written, "<5");
    CHECK_TEXT(f[1].locator, "sheet data, cell H5");
    CHECK_TEXT(f[2].locator, "sheet data, cell H7");
    CHECK_TEXT(
        f[0].quote,
        "Iso3_code=KAZ; Indicator=Persons convicted; Dimension=Total; Sex=Total; Age=Total; Year=2003; txtVALUE=6");
    CHECK_TEXT(f[0].method, "layout:unodc-glotip");
    CHECK(f[0].figure_id.n == 16 && !str_equal(f[0].figure_id, f[1].figure_id) && f[0].confidence == 1);
    CHECK(fixture_losses(&x) == 3 && fixture_says(&x, "not plausible") &&
          fixture_says(&x, "cell of the questionnaire") && fixture_says(&x, "'eleven' is no number"));
    fixture_end(&x);
}

#define GLOTIP                                                                                                         \
    "UNODC,,,,,,,,,,,,\n14/04/"                                                                                        \
    "2025,,,,,,,,,,,,\nIso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of "          \
    "measurement,txtVALUE,Source\n"
TEST("UNODC rows: totals, sex, age, form and citizenship; a people's name is a country; other words are not read")
{
    extracts("unodc-glotip", "g.csv",
             GLOTIP
             "UZB,U,,,Detected trafficking victims,Total,Total,Total,Total,2020,Counts,\"1,653\",x\n"
             "UZB,U,,,Detected trafficking victims,Total,Total,Female,0 to 17 years,2020,Counts,12,x\n"
             "UZB,U,,,Detected trafficking victims,Total,Total,Other,Total,2020,Counts,7,x\n"
             "UZB,U,,,Detected trafficking victims,by form of exploitation,Forced labour,Total,Total,2020,Counts,30,x\n"
             "UZB,U,,,Detected trafficking victims,by citizenship,Viet Nam,Total,Total,2020,Counts,5,x\n"
             "UZB,U,,,Detected trafficking victims,by citizenship,Nigerian,Total,Total,2020,Counts,6,x\n"
             "UZB,U,,,Detected trafficking victims,by citizenship,Nationals,Total,Total,2020,Counts,8,x\n"
             "UZB,U,,,Detected trafficking victims,by country of repatriation,Ukraine,Total,Total,2020,Counts,9,x\n"
             "UZB,U,,,Persons prosecuted,Total,Total,Total,Total,2020,Counts,10,x\n"
             ",Sark,,,Persons convicted,Total,Total,Total,Total,2020,Counts,1,x\n",
             "victims_identified UZB | 2020-01-01..2020-12-31 | 1653..1653=1653 exact A\n"
             "victims_identified UZB F child | 2020-01-01..2020-12-31 | 12..12=12 exact A\n"
             "victims_identified UZB forced_labour | 2020-01-01..2020-12-31 | 30..30=30 exact A\n"
             "victims_identified UZB VNM | 2020-01-01..2020-12-31 | 5..5=5 exact A\n"
             "victims_identified UZB NGA | 2020-01-01..2020-12-31 | 6..6=6 exact A\n"
             "prosecutions UZB | 2020-01-01..2020-12-31 | 10..10=10 exact A\n",
             0);
}
TEST("case data are counted by year and code; the quotation is the query and no row is shown")
{
    struct fixture x;
    fixture_start(&x);
    const char *path = fixture_file(&x, "cases.csv",
                                    STR("yearOfRegistration,gender,majorityStatus,citizenship,CountryOfExploitation,"
                                        "isForcedLabour,isSexualExploit,other\n"
                                        "2019,Female,Adult,KG,KZ,1,0,secret\n2019,Female,Minor,KG,KZ,,1,secret\n2020,,,"
                                        "NA,00,0,,secret\n,Male,,KG,,1,,secret\n"));
    CHECK(fixture_extract(&x, "ctdc-k-anonymised", path) == ST_OK);
    CHECK_TEXT(fixture_lines(&x),
               "victims_identified WLD | 2019-01-01..2019-12-31 | 2..2=2 exact A\n"
               "victims_identified WLD | 2020-01-01..2020-12-31 | 1..1=1 exact A\n"
               "victims_identified WLD F | 2019-01-01..2019-12-31 | 2..2=2 exact A\n"
               "victims_identified WLD adult | 2019-01-01..2019-12-31 | 1..1=1 exact A\n"
               "victims_identified WLD child | 2019-01-01..2019-12-31 | 1..1=1 exact A\n"
               "victims_identified WLD KGZ | 2019-01-01..2019-12-31 | 2..2=2 exact A\n"
               "victims_identified WLD NAM | 2020-01-01..2020-12-31 | 1..1=1 exact A\n" /* NA is Namibia, not a gap */
               "victims_identified KAZ | 2019-01-01..2019-12-31 | 2..2=2 exact A\n"
               "victims_identified WLD forced_labour | 2019-01-01..2019-12-31 | 1..1=1 exact A\n"
               "victims_identified WLD sexual_exploitation | 2019-01-01..2019-12-31 | 1..1=1 exact A\n"
               "victims_identified WLD KGZ | 2002-01-01..2021-12-31 | 3..3=3 exact A\n"
               "victims_identified WLD NAM | 2002-01-01..2021-12-31 | 1..1=1 exact A\n");
    for (size_t i = 0; i < x.figures.n; i++) {
        const struct figure *f = VEC_AT(const struct figure, &x.figures, i);
        CHECK(!str_contains(f->quote, "secret") && str_starts(f->quote, "count of rows"));
        CHECK_TEXT(f->method, "layout:ctdc-k-anonymised:count");
    }
    CHECK_TEXT(VEC_AT(struct figure, &x.figures, 5)->quote,
               "count of rows where citizenship=KGZ; yearOfRegistration=2019");
    CHECK(fixture_losses(&x) == 0 && fixture_says(&x, "1 rows have nothing under 'yearOfRegistration'"));
    unlink(path);
    fixture_end(&x);
}
TEST("spans of years, flags without 0 and a last line without line feed")
{
    extracts("ctdc-synthetic-condensed", "s.csv",
             "yearRegister,gender,majorityStatus,isForcedLabour,isSexualExploit\n2014-2018,Female,Adult,1,\n2019,Male,"
             "Minor,,1\n,Male,Adult,1,",
             "victims_identified WLD | 2014-01-01..2018-12-31 | 1..1=1 exact E\n"
             "victims_identified WLD | 2019-01-01..2019-12-31 | 1..1=1 exact E\n"
             "victims_identified WLD F | 2014-01-01..2018-12-31 | 1..1=1 exact E\n"
             "victims_identified WLD M | 2019-01-01..2019-12-31 | 1..1=1 exact E\n"
             "victims_identified WLD adult | 2014-01-01..2018-12-31 | 1..1=1 exact E\n"
             "victims_identified WLD child | 2019-01-01..2019-12-31 | 1..1=1 exact E\n"
             "victims_identified WLD forced_labour | 2014-01-01..2018-12-31 | 1..1=1 exact E\n"
             "victims_identified WLD sexual_exploitation | 2019-01-01..2019-12-31 | 1..1=1 exact E\n",
             0);
}
TEST("sums per year with corrections below zero and counts written 1.0")
{
    extracts("missing-migrants-2021", "m.csv",
             ",Incident Date,Year,Minimum Estimated Number of Missing,Total Number of Dead and Missing\n"
             "0,\"Mon, 01/06/2014 - 12:00\",2014,5.0,6\n1,,2014,-2.0,-2\n2,,2015,,3\n3,,2015,0.0,0\n",
             "dead_and_missing WLD | 2014-01-01..2014-12-31 | 4..4=4 exact A\n"
             "dead_and_missing WLD | 2015-01-01..2015-12-31 | 3..3=3 exact A\n"
             "missing WLD | 2014-01-01..2014-12-31 | 3..3=3 exact A\n"
             "missing WLD | 2015-01-01..2015-12-31 | 0..0=0 exact A\n",
             0);
}
TEST("dates become years and months, a last year that stops early is a part, records may span lines")
{
    extracts("missing-migrants-hdx", "h.csv",
             "web_id,reported_date,number_missing,total_dead_and_missing,country_of_incident,location_description\r\n"
             "a,2023-01-03 00:00:00,1,\"1,022\",Libya,\"here\n\"\r\nb,2023-12-20 00:00:00,,3,Libya,\"there\n\"\r\n"
             "c,2024-02-10,2,2,High seas,x\r\nd,,9,9,Libya,y\r\n",
             "dead_and_missing WLD | 2023-01-01..2023-12-31 | 1025..1025=1025 exact A\n"
             "dead_and_missing WLD | 2024-01-01..2024-02-10 | 2..2=2 exact A\n"
             "missing WLD | 2023-01-01..2023-12-31 | 1..1=1 exact A\n"
             "missing WLD | 2024-01-01..2024-02-10 | 2..2=2 exact A\n"
             "dead_and_missing LBY | 2023-01-01..2023-12-31 | 1025..1025=1025 exact A\n"
             "dead_and_missing WLD | 2023-01-01..2023-01-31 | 1022..1022=1022 exact A\n"
             "dead_and_missing WLD | 2023-12-01..2023-12-31 | 3..3=3 exact A\n"
             "dead_and_missing WLD | 2024-02-01..2024-02-10 | 2..2=2 exact A\n",
             0);
    extracts("missing-migrants-2026", "e.csv",
             "Incident date,No. missing,No. dead/missing\n2020-05-01,NA,2\n2020-12-30,-1,4\n",
             "dead_and_missing Europe and the Mediterranean | 2020-01-01..2020-12-31 | 6..6=6 exact A\n"
             "dead_and_missing Europe and the Mediterranean | 2020-05-01..2020-05-31 | 2..2=2 exact A\n"
             "dead_and_missing Europe and the Mediterranean | 2020-12-01..2020-12-31 | 4..4=4 exact A\n",
             1); /* a sum below zero is no number of people: left out and said */
}
TEST("a register of missing persons: categories merge, undated rows are in no count")
{
    extracts("mexico-rnpdno", "r.csv",
             "cve_entidad,periodo,categoria,sexo,conteo\r\n01,2020-01,DESAPARECIDA_O_NO_LOCALIZADA,HOMBRE,2\r\n"
             "01,2020-02,DESAPARECIDA_O_NO_LOCALIZADA,MUJER,3\r\n01,2020-02,LOCALIZADA_CON_VIDA,INDETERMINADO,4\r\n"
             "01,2020-02,LOCALIZADA_SIN_VIDA,MUJER,1\r\n01,SIN_FECHA,DESAPARECIDA_O_NO_LOCALIZADA,,99\r\n",
             "missing MEX | 2020-01-01..2020-12-31 | 5..5=5 exact A\n"
             "missing_found MEX | 2020-01-01..2020-12-31 | 5..5=5 exact A\n"
             "missing MEX F | 2020-01-01..2020-12-31 | 3..3=3 exact A\n"
             "missing MEX M | 2020-01-01..2020-12-31 | 2..2=2 exact A\n"
             "missing_found MEX F | 2020-01-01..2020-12-31 | 1..1=1 exact A\n"
             "missing MEX | 2020-01-01..2020-01-31 | 2..2=2 exact A\n"
             "missing MEX | 2020-02-01..2020-02-29 | 3..3=3 exact A\n"
             "missing_found MEX | 2020-02-01..2020-02-29 | 5..5=5 exact A\n",
             0);
}
TEST("offences by agency add up by year and form")
{
    extracts("fbi-ucr", "f.csv",
             "DATA_YEAR,POPULATION_GROUP_CODE,OFFENSE_SUBCAT_NAME,ACTUAL_COUNT\n2016,\"100,000-249,000\",Commercial "
             "Sex Acts,2\n"
             "2016,x,Involuntary Servitude,1\n2016,x,Commercial Sex Acts,4\n",
             "offences USA | 2016-01-01..2016-12-31 | 7..7=7 exact A\n"
             "offences USA forced_labour | 2016-01-01..2016-12-31 | 1..1=1 exact A\n"
             "offences USA sexual_exploitation | 2016-01-01..2016-12-31 | 6..6=6 exact A\n",
             0);
}
TEST("padded headers and cells, estimates, countries under other names, cells without an estimate")
{
    extracts("global-slavery-index-2023", "s.csv",
             "  Country ,Population,Estimated number of people in modern slavery\nViet Nam,\"  97,339,000 \",\" "
             "396,000 \"\nAndorra,\"77,000\",\nAtlantis,1,5",
             "victims_estimated VNM | 2021-01-01..2021-12-31 | 396000..396000=396000 about E\n", 1);
    extracts("owid-detected-victims", "o.csv",
             "Entity,Code,Year, Detected victims of human trafficking\nBurkina Faso,BFA,2007,289",
             "victims_identified BFA | 2007-01-01..2007-12-31 | 289..289=289 exact A\n", 0);
}
TEST("a least number is a bound, Mac Roman is read, words for nothing are no numbers")
{
    extracts("human-trafficking-indicators", "h.csv",
             "country,year,prosnum,UNP_sign\nUnited States,2005,59,13 Dec 2000\xCA\nCote D'Ivoire,2006,No "
             "mention,\nNetherlands\\, The,2007,,\n",
             "prosecutions USA | 2005-01-01..2005-12-31 | 59..= at_least A\n", 1);
}
TEST("wide tables: one column an indicator, or one column a year")
{
    extracts("tip-law-enforcement", "t.csv",
             "year,region,prosecutions,convictions,victims_identified,prosecutions_labour\n2016,Global,14894,9071,,"
             "1038\n2016,Near East,996,,,\n",
             "prosecutions WLD | 2016-01-01..2016-12-31 | 14894..14894=14894 exact A\n"
             "convictions WLD | 2016-01-01..2016-12-31 | 9071..9071=9071 exact A\n"
             "prosecutions WLD forced_labour | 2016-01-01..2016-12-31 | 1038..1038=1038 exact A\n"
             "prosecutions Near East | 2016-01-01..2016-12-31 | 996..996=996 exact A\n",
             0);
    extracts("generic-wide", "w.csv",
             "indicator;country;note;2019;2020\nconvictions;Kazakhstan;x;64;<5\nvictims;KG;x;..;1,022\n",
             "convictions KAZ | 2019-01-01..2019-12-31 | 64..64=64 exact A\n"
             "convictions KAZ | 2020-01-01..2020-12-31 | 0..4= range Q\n"
             "victims KGZ | 2020-01-01..2020-12-31 | 1022..1022=1022 exact A\n",
             0);
}
TEST("tidy tables of one's own; the usual unit stands in where none is stated")
{
    struct fixture x;
    fixture_start(&x);
    const char *path = fixture_file(
        &x, "l.csv",
        STR("indicator,ref_area,sex,time_period,obs_value,unit_measure\nprosecutions,KAZ,,2020,12,persons\n"
            "missing,Mexico,F,2020-Q1,5,\nconvicions,KAZ,,2020,1,\nmissing,KAZ,,20,1,\n"));
    CHECK(fixture_extract(&x, "generic-long", path) == ST_OK);
    CHECK_TEXT(fixture_lines(&x), "prosecutions KAZ | 2020-01-01..2020-12-31 | 12..12=12 exact A\n"
                                  "missing MEX F | 2020-01-01..2020-03-31 | 5..5=5 exact A\n");
    CHECK_TEXT(VEC_AT(struct figure, &x.figures, 1)->unit_measure, "persons");
    CHECK(fixture_losses(&x) == 2 && fixture_says(&x, "did you mean 'convictions'") &&
          fixture_says(&x, "'20' is no period"));
    unlink(path);
    fixture_end(&x);
}
TEST("a table that is not the layout's, a workbook cut short, an empty table are refused and say why")
{
    struct fixture x;
    fixture_start(&x);
    const char *path = fixture_file(&x, "other.csv", STR("a,b\n1,2\n"));
    CHECK(fixture_extract(&x, "unodc-glotip", path) == ST_INPUT);
    CHECK(fixture_extract(&x, "ctdc-k-anonymised", path) == ST_INPUT &&
          strstr(x.e.what, "no column 'yearOfRegistration'"));
    CHECK(fixture_extract(&x, "generic-wide", path) == ST_INPUT);
    CHECK(fixture_extract(&x, "no-such-layout", path) == ST_USAGE && strstr(x.e.todo, "list layouts"));
    unlink(path);
    path = fixture_file(&x, "none.csv", STR(""));
    CHECK(fixture_extract(&x, "generic-long", path) == ST_INPUT && strstr(x.e.what, "empty"));
    CHECK(fixture_extract(&x, "fbi-ucr", path) == ST_INPUT);
    unlink(path);
    fixture_end(&x);
}

static void refuses(const char *yaml, long line, const char *says)
{
    struct fixture x;
    struct layout *l;
    fixture_start(&x);
    const char *path = fixture_file(&x, "layout.yaml", str_of(yaml));
    CHECK(layout_load(x.arena, x.data, path, &l, &x.e) != ST_OK);
    CHECK(x.e.line == line);
    char told[1024];
    snprintf(told, sizeof told, "%s: %s", x.e.what, x.e.todo);
    if (!strstr(told, says))
        CHECK_TEXT(str_of(told), says);
    unlink(path);
    fixture_end(&x);
}

TEST("faults of a layout name the line and the nearest right word")
{
    refuses("kind: table\nskip_row: 2\n", 2, "skip_rows");
    refuses("kind: tabel\n", 1, "did you mean 'table'?");
    refuses("kind: table\nindicator: convicions\n", 2, "did you mean 'convictions'?");
    refuses("kind: table\nindicator: missing\nunit_measure: persons\ntime: soon\n", 4, "no year");
    refuses("kind: table\nsex: {column: s, map: {Male: m}}\n", 2, "unknown code");
    refuses("kind: table\nsuppressed: {\"<5\": 4}\n", 2, "two ends");
    refuses("kind: table\nunit_measure: persons\ntime: 2020\nvalue: v\nfigures:\n  - {}\n", 6, "lacks indicator");
    refuses("kind: table\nindicator: missing\nunit_measure: persons\ntime: 2020\nfigures:\n  - where: [\"a\"]\n", 6,
            "compares nothing");
    refuses("kind: cases\nindicator: missing\nunit_measure: persons\ntime: 2020\nvalue: v\nfigures:\n  - {}\n", 7,
            "sum: COLUMN");
    refuses("kind: table\nfigures: []\n", 1, "reads no figure");
}
TEST("every layout of the data folder loads")
{
    struct fixture x;
    fixture_start(&x);
    DIR *open = opendir(path_join(x.arena, x.data, "layouts"));
    size_t n = 0;
    CHECK(open != NULL);
    for (struct dirent *entry; open && (entry = readdir(open)) != NULL;) {
        struct layout *l;
        if (!str_ends(str_of(entry->d_name), ".yaml"))
            continue;
        n++;
        CHECK(layout_load(x.arena, x.data, arena_cstr(x.arena, path_stem(entry->d_name)), &l, &x.e) == ST_OK);
    }
    CHECK(n >= 14);
    if (open)
        closedir(open);
    fixture_end(&x);
}
