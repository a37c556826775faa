/* Real data sets, where ../shared or $TARAZ_SHARED holds them. Expected totals were computed apart from this program
 * with Python's csv module (see the comment at each test), or are those that the data sets' own documents give. */
#include "etl/count.h"
#include "etl/reconcile.h"
#include "tests/etl/support.h"

/* "period=value" of one series, blanks between. */
static struct str points(struct fixture *x, const char *series_id)
{
    struct vec sources, series, conflicts;
    const struct reconcile_options o = { .data_folder = x->data };
    struct buf b;
    vec_init(&sources, x->arena, sizeof(struct source_record), 1);
    CHECK(reconcile(x->arena, &x->figures, &sources, &o, &series, &conflicts, &x->faults, &x->e) == ST_OK);
    buf_init(&b, 0);
    for (size_t i = 0; i < series.n; i++) {
        const struct series_row *r = VEC_AT(const struct series_row, &series, i);
        if (!str_is(r->series_id, series_id) || str_is(r->obs_status, "P"))
            continue;
        if (b.n > 0)
            buf_putc(&b, ' ');
        buf_printf(&b, "%.*s=", (int)r->time_period.n, r->time_period.p);
        if (isnan(r->obs_value))
            buf_printf(&b, "%g..%g", r->value_low, r->value_high);
        else
            buf_put_double(&b, r->obs_value);
    }
    struct str text = arena_copy(x->arena, buf_str(&b));
    buf_free(&b);
    return text;
}

#define DATASET(file, layout)                                                                                          \
    struct fixture x;                                                                                                  \
    fixture_start(&x);                                                                                                 \
    const char *path = shared_file(&x, file);                                                                          \
    if (!path) {                                                                                                       \
        fixture_end(&x);                                                                                               \
        SKIP("the shared data sets are not here");                                                                     \
    }                                                                                                                  \
    enum status got = fixture_extract(&x, layout, path);                                                               \
    CHECK(got == ST_OK)

static const char kazakhstan[] = "2003=6 2004=0..4 2005=0..4 2006=11 2011=25 2012=12 2013=21 2014=21 2017=168 2018=141 "
                                 "2019=64 2020=44 2021=35";

/* Read off the sheet by hand: rows of KAZ, Persons convicted, Total. */
TEST("UNODC GLOTIP as XLSX: Kazakhstan's convictions, suppressed cells as intervals")
{
    DATASET("datasets/unodc/data_glotip_2025-04-14.xlsx", "unodc-glotip");
    CHECK_TEXT(points(&x, "convictions.KAZ"), kazakhstan);
    CHECK_TEXT(points(&x, "victims_identified.UZB"),
               "2012=1653 2013=1392 2014=1279 2015=1006 2016=774 2017=693 2018=494 "
               "2019=137 2020=150 2021=200 2022=219");
    CHECK_TEXT(points(&x, "prosecutions.KAZ.persons"),
               "2003=9 2004=0..4 2005=0..4 2006=11 2007=21 2008=20 2009=20 2010=18");
    CHECK_TEXT(points(&x, "prosecutions.KGZ.persons"), "2005=21 2006=24 2007=34 2008=25 2009=6 2010=5 2011=134 2017=5 "
                                                       "2018=8 2019=9 2020=9");
    fixture_end(&x);
}
TEST("UNODC GLOTIP as CSV gives the same figures as the XLSX")
{
    DATASET("datasets/unodc/data_glotip_2025-04-14.csv", "unodc-glotip");
    struct fixture y;
    fixture_start(&y);
    const char *sheet = shared_file(&y, "datasets/unodc/data_glotip_2025-04-14.xlsx");
    CHECK(sheet && fixture_extract(&y, "unodc-glotip", sheet) == ST_OK);
    CHECK_TEXT(points(&x, "convictions.KAZ"), kazakhstan);
    CHECK(str_equal(fixture_lines(&x), fixture_lines(&y)));
    for (size_t i = 0; i < x.figures.n; i++)
        if (VEC_AT(struct figure, &x.figures, i)->value_high > 99999)
            CHECK(!"a cell name was read as a number");
    fixture_end(&y);
    fixture_end(&x);
}
/* Counter() over csv.DictReader; the years agree with those that PLOS ONE 0284762 publishes. */
TEST("CTDC case data: counts by year, citizenship, sex, form and country of exploitation")
{
    DATASET("datasets/ctdc/ctdc_global_kanon_2021-07-15.csv", "ctdc-k-anonymised");
    CHECK_TEXT(points(&x, "victims_identified.WLD.citizenship-KGZ"),
               "2002-01-01/2021-12-31=458 2008=11 2010=100 2011=179 2014=69 2015=65 2016=20 2020=14");
    const char *const all_years[][2] = { { "UZB", "303" }, { "TJK", "77" }, { "KAZ", "40" }, { "TKM", "15" } };
    for (size_t i = 0; i < 4; i++) {
        const char *id = arena_printf(x.arena, "victims_identified.WLD.citizenship-%s", all_years[i][0]).p;
        const char *want = arena_printf(x.arena, "2002-01-01/2021-12-31=%s ", all_years[i][1]).p;
        CHECK(str_starts(points(&x, id), want));
    }
    CHECK_TEXT(
        points(&x, "victims_identified.WLD"),
        "2002=1154 2003=374 2004=277 2005=1599 2006=1532 2007=1457 2008=823 2009=804 2010=1553 2011=1863 2012=1194 "
        "2013=2047 2014=3070 2015=6755 2016=18836 2017=10391 2018=18265 2019=21312 2020=1717 2021=716");
    CHECK(str_contains(points(&x, "victims_identified.WLD.F"), "2019=14382 "));
    CHECK(str_contains(points(&x, "victims_identified.WLD.forced_labour"), "2019=4754 "));
    CHECK(str_contains(points(&x, "victims_identified.RUS"), "2016=703 "));
    fixture_end(&x);
}
TEST("CTDC case data: the count engine alone gives the same counts by citizenship")
{
    struct fixture x;
    struct count_result r;
    const struct str by = STR("citizenship");
    const struct count_query q = { .by = &by, .n_by = 1 };
    const char *const want[][2] = { { "KG", "458" }, { "UZ", "303" }, { "TJ", "77" }, { "KZ", "40" }, { "TM", "15" } };
    fixture_start(&x);
    const char *path = shared_file(&x, "datasets/ctdc/ctdc_global_kanon_2021-07-15.csv");
    if (!path) {
        fixture_end(&x);
        SKIP("the shared data sets are not here");
    }
    CHECK(count_file(x.arena, path, &q, &r, &x.faults, &x.e) == ST_OK && r.n_rows == 97750);
    size_t found = 0;
    for (size_t i = 0; i < r.groups.n; i++)
        for (size_t k = 0; k < 5; k++)
            if (str_is(VEC_AT(struct count_group, &r.groups, i)->keys[0], want[k][0])) {
                CHECK(VEC_AT(struct count_group, &r.groups, i)->count == atoll(want[k][1]));
                found++;
            }
    CHECK(found == 5);
    fixture_end(&x);
}
/* Counter(); yearRegister and gender agree with sheet TabStat of the data set's dictionary. */
TEST("CTDC synthetic data: spans of years")
{
    DATASET("datasets/ctdc/CTDC_VPsynthetic_condensed.csv", "ctdc-synthetic-condensed");
    CHECK_TEXT(points(&x, "victims_identified.WLD"),
               "2005-01-01/2013-12-31=2531 2014-01-01/2018-12-31=6274 2019=2398 2020=2002 2021-01-01/2022-12-31=4335");
    CHECK_TEXT(points(&x, "victims_identified.WLD.F"),
               "2005-01-01/2013-12-31=1052 2014-01-01/2018-12-31=2570 2019=1249 2020=833 2021-01-01/2022-12-31=2173");
    fixture_end(&x);
}
/* Sums over csv.DictReader, thousands commas taken out, empty and NA as nothing. */
TEST("Missing Migrants 2014-2021: dead and missing per year")
{
    DATASET("datasets/missing_migrants/MM_14_21.csv", "missing-migrants-2021");
    CHECK_TEXT(points(&x, "dead_and_missing.WLD"),
               "2014=5318 2015=6714 2016=8084 2017=6284 2018=4987 2019=5382 2020=4240 2021=5073");
    CHECK_TEXT(points(&x, "missing.WLD"),
               "2014=3566 2015=2637 2016=4013 2017=2620 2018=1811 2019=1777 2020=1992 2021=2405");
    fixture_end(&x);
}
TEST("Missing Migrants in the HDX columns: years that stop early are no points, one country, months")
{
    DATASET("datasets/missing_migrants/iom_mmp_hdx_feed_2014_2025.csv", "missing-migrants-hdx");
    CHECK_TEXT(points(&x, "dead_and_missing.WLD"),
               "2014=5548 2015=6750 2016=8084 2017=6290 2018=5008 2019=5419 2020=4287 "
               "2021=6201 2022=7141 2023=8606");
    CHECK_TEXT(points(&x, "dead_and_missing.LBY"),
               "2014=2827 2015=3386 2016=3709 2017=3235 2018=1549 2019=1386 2020=795 "
               "2021=1183 2022=943 2023=951");
    CHECK(str_starts(points(&x, "dead_and_missing.WLD.monthly"), "2014-01=41 2014-02=86 2014-03=342 2014-04=123 "));
    CHECK(str_ends(points(&x, "dead_and_missing.WLD.monthly"),
                   "2024-07=636 2025-01=506 2025-02=449 2025-03=657 2025-04=276 "
                   "2025-05=681 2025-06=242 2025-07=249 2025-08=695"));
    fixture_end(&x);
}
TEST("Missing Migrants 2023 and half of 2024, records that span two lines")
{
    DATASET("datasets/missing_migrants/iom-missing-migrants-project-data_2023.csv", "missing-migrants-hdx");
    CHECK_TEXT(points(&x, "dead_and_missing.WLD"), "2023=8606");
    CHECK_TEXT(points(&x, "missing.WLD"), "2023=3206");
    const struct figure *f = VEC_AT(const struct figure, &x.figures, 1);
    CHECK(f->obs_value == 4107);
    CHECK_TEXT(f->time_end, "2024-07-28");
    fixture_end(&x);
}
TEST("Missing Migrants in the 2026 columns")
{
    DATASET("datasets/missing_migrants/iom_europe_2014_2026.csv", "missing-migrants-2026");
    CHECK_TEXT(
        points(&x, "dead_and_missing.Europe_and_the_Mediterranean"),
        "2014=3416 2015=4730 2016=6603 2017=4607 2018=3388 2019=3137 2020=2609 2021=3662 2022=3387 2023=4728 2024=4418 "
        "2025=3914");
    CHECK_TEXT(
        points(&x, "missing.Europe_and_the_Mediterranean"),
        "2014=2616 2015=1917 2016=3582 2017=2221 2018=1631 2019=1606 2020=1602 2021=2099 2022=1872 2023=2786 2024=2442 "
        "2025=2322");
    fixture_end(&x);
}
TEST("Mexico's register: missing and located in 2020, without the undated")
{
    DATASET("datasets/missing_persons/rnpdno_2020.csv", "mexico-rnpdno");
    CHECK_TEXT(points(&x, "missing.MEX"), "2020=7836");
    CHECK_TEXT(points(&x, "missing_found.MEX"), "2020=17528");
    CHECK_TEXT(points(&x, "missing.MEX.F"), "2020=1608");
    CHECK_TEXT(points(&x, "missing.MEX.M"), "2020=6222");
    fixture_end(&x);
}
TEST("FBI offences by year and form")
{
    DATASET("datasets/fbi_ucr/HT_2013-2020.csv", "fbi-ucr");
    CHECK_TEXT(points(&x, "offences.USA"),
               "2013=20 2014=468 2015=832 2016=1280 2017=1298 2018=1457 2019=2084 2020=2160");
    CHECK_TEXT(points(&x, "offences.USA.forced_labour"),
               "2013=2 2014=145 2015=210 2016=190 2017=235 2018=159 2019=317 2020=340");
    fixture_end(&x);
}
TEST("Global Slavery Index: 160 estimates that add up to 49.63 million")
{
    DATASET("datasets/slavery_index/Global_Slavery_Index_2023.csv", "global-slavery-index-2023");
    double sum = 0;
    for (size_t i = 0; i < x.figures.n; i++)
        sum += VEC_AT(struct figure, &x.figures, i)->obs_value;
    CHECK(x.figures.n == 160 && sum == 49630000 && fixture_losses(&x) == 0);
    CHECK_TEXT(points(&x, "victims_estimated.KAZ"), "2021=208000");
    fixture_end(&x);
}
TEST("tables in Our World in Data columns, HTI and TIP")
{
    DATASET("datasets/slavery_index/human-trafficking-victims_new.csv", "owid-detected-victims");
    double sum = 0;
    for (size_t i = 0; i < x.figures.n; i++)
        sum += VEC_AT(struct figure, &x.figures, i)->obs_value;
    CHECK(x.figures.n == 364 && sum == 35666);
    x.figures.n = 0;
    CHECK(fixture_extract(&x, "human-trafficking-indicators",
                          shared_file(&x, "datasets/tip/HTI_human_trafficking_indicators.csv")) == ST_OK);
    sum = 0;
    for (size_t i = 0; i < x.figures.n; i++)
        sum += VEC_AT(struct figure, &x.figures, i)->value_low;
    /* 1,147 numbers that add up to 55,952, less five of Serbia and Montenegro (114), which is no country of the list */
    CHECK(x.figures.n == 1142 && sum == 55838 && fixture_losses(&x) == 1);
    x.figures.n = 0;
    CHECK(fixture_extract(&x, "tip-law-enforcement",
                          shared_file(&x, "datasets/tip/tip_law_enforcement_quoted_on_pages.csv")) == ST_OK);
    CHECK_TEXT(points(&x, "convictions.WLD"), "2009=4166 2013=5776 2015=6609 2016=9071");
    fixture_end(&x);
}
