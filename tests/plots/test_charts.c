/* What charts say and which marks they draw, by their texts and scripts. */
#include "plots/compose.h"
#include "plots/model.h"
#include "tests/plots/drawing.h"
#include "tests/tap.h"

#define COLUMNS                                                                                                        \
    "series_id,indicator,ref_area,unit_measure,freq,time_period,obs_value,value_low,value_high,obs_status,conflict\n"
#define TREND "series_id,method,term,estimate,conf_low,conf_high,p_value,n,period_start,period_end,outcome\n"

/* Kazakhstan's convictions as UNODC has them (GLOTIP): small counts withheld in 2004 and 2005, none in 2007. */
static const char convictions[] = COLUMNS "c,convictions,KAZ,persons,A,2003,6,6,6,A,0\n"
                                          "c,convictions,KAZ,persons,A,2004,,0,4,Q,0\n"
                                          "c,convictions,KAZ,persons,A,2005,,0,4,Q,0\n"
                                          "c,convictions,KAZ,persons,A,2006,11,11,11,A,0\n"
                                          "c,convictions,KAZ,persons,A,2008,25,20,30,A,1\n"
                                          "c,convictions,KAZ,persons,A,2009,12,12,12,E,0\n"
                                          "c,convictions,KAZ,persons,A,2010,,31,,A,0\n"
                                          "c,convictions,KAZ,persons,N,2011-01-01/2011-09-30,21,21,21,P,0\n";
static const char rising[] = TREND "c,mann_kendall,tau_b,0.8,,,0.01,6,2003,2010,ok\n"
                                   "c,theil_sen,slope,2.2353,0.5,4,,6,2003,2010,ok\n"
                                   "c,theil_sen,intercept,-4471,,,,6,2003,2010,ok\n"
                                   "c,range,verdict,1,,,,8,2003,2010,ok\nc,range,p_value,,0.001,0.02,,8,2003,2010,ok\n"
                                   "c,pettitt,change_after,2006,,,0.03,6,2003,2010,ok\n";

static struct str ids[] = { { "c", 1 }, { "d", 1 }, { "e", 1 }, { "f", 1 }, { "g", 1 }, { "h", 1 }, { "i", 1 } };

/* Composes and writes without caring for pictures. */
static enum status draw(struct drawing *d, struct chart_request *r, struct chart_made *made)
{
    r->series = ids;
    r->stem = r->stem.n ? r->stem : STR("x");
    r->n_series = r->n_series ? r->n_series : 1;
    r->svg = true;
    return chart_draw(d->arena, r, &d->data, d->folder, made, &d->e);
}

TEST("the script of a trend chart is the golden file's, to the byte")
{
    struct drawing d;
    struct chart_made made;
    struct chart_request r = { .style = STR("tests/plots/fixtures/plain.yaml") };
    struct str golden;
    CHECK(drawing_begin(&d, NULL, NULL, convictions, rising));
    draw(&d, &r, &made); /* gnuplot may be missing: the script is written all the same */
    struct str script = drawing_file(&d, "x.gp");
    CHECK(file_read(d.arena, "tests/plots/fixtures/trend.gp", 0, &golden, &d.e) == ST_OK);
    CHECK(str_equal(script, golden));
    if (!str_equal(script, golden))
        CHECK(file_write("build/trend.gp", script, &d.e) == ST_OK &&
              "compare build/trend.gp with tests/plots/fixtures/trend.gp");
    drawing_end(&d);
}

TEST("a gap is never bridged, a withheld count never drawn as a point")
{
    struct drawing d;
    struct chart_made made;
    struct chart_request r = { 0 };
    CHECK(drawing_begin(&d, NULL, NULL, convictions, NULL));
    draw(&d, &r, &made);
    struct str script = drawing_file(&d, "x.gp");
    CHECK(str_contains(script, "2008 25\n2009 12\nEND")); /* the one line there is: 2006 stands alone */
    CHECK(!str_contains(script, "2004 0\n") && !str_contains(script, "2004 2\n"));
    CHECK(str_contains(script, "'<5'") && str_contains(script, "'>30'") && str_contains(script, "'no figure'"));
    CHECK(str_contains(made.note, "Crosses: part of the period"));
    CHECK(str_contains(made.note, "Open markers"));
    CHECK(str_contains(made.note, "ringed"));
    CHECK(str_contains(made.note, "Arrows: only a least value"));
    CHECK(str_contains(made.alt, "No figure for 2007."));
    drawing_end(&d);
}

/* Values only, so that no interval can change the verdict. */
static const char plain[] =
    COLUMNS "c,convictions,KAZ,persons,A,2003,6,,,A,0\nc,convictions,KAZ,persons,A,2004,9,,,A,0\n"
            "c,convictions,KAZ,persons,A,2005,12,,,A,0\n";
/* One of them withheld. */
static const char withheld[] =
    COLUMNS "c,convictions,KAZ,persons,A,2003,6,,,A,0\nc,convictions,KAZ,persons,A,2004,,0,4,Q,0\n"
            "c,convictions,KAZ,persons,A,2005,12,,,A,0\n";

static void check_title_of(const char *series, const char *trends, const char *title, const char *in_subtitle)
{
    struct drawing d;
    struct chart_made made = { 0 };
    struct chart_request r = { 0 };
    CHECK(drawing_begin(&d, NULL, NULL, series, trends));
    draw(&d, &r, &made);
    CHECK_TEXT(made.title, title);
    CHECK(str_contains(made.subtitle, in_subtitle));
    drawing_end(&d);
}

static void check_title(const char *trends, const char *title, const char *in_subtitle)
{
    check_title_of(plain, trends, title, in_subtitle);
}

TEST("with a withheld count the title says rose only where every admissible value does")
{
#define RISING_VALUES "c,mann_kendall,tau_b,0.8,,,0.01,6,2003,2005,ok\nc,theil_sen,slope,2.24,0.5,4,,6,2003,2005,ok\n"
    check_title_of(withheld, TREND RISING_VALUES, "Convictions, Kazakhstan", "some values are known only as ranges");
    check_title_of(withheld,
                   TREND RISING_VALUES
                   "c,range,verdict,1,,,,6,2003,2005,ok\nc,range,p_value,,0.01,0.2,,6,2003,2005,ok\n",
                   "Convictions, Kazakhstan", "some values are known only as ranges");
    check_title_of(withheld,
                   TREND RISING_VALUES
                   "c,range,verdict,0,,,,6,2003,2005,ok\nc,range,p_value,,0.01,0.04,,6,2003,2005,ok\n",
                   "Convictions, Kazakhstan", "some values are known only as ranges");
    check_title_of(withheld,
                   TREND RISING_VALUES
                   "c,range,verdict,1,,,,6,2003,2005,ok\nc,range,p_value,,0.01,0.04,,6,2003,2005,ok\n",
                   "Convictions rose between 2003 and 2005", "");
}

TEST("a series whose joinpoint segments run in opposite directions is told by no single one")
{
    check_title_of(
        plain, TREND RISING_VALUES "c,joinpoint,apc_1,22,,,,6,2003,2004,ok\nc,joinpoint,apc_2,-28,,,,6,2004,2005,ok\n",
        "Convictions, Kazakhstan", "no single direction: the course turned");
    check_title_of(
        plain, TREND RISING_VALUES "c,joinpoint,apc_1,22,,,,6,2003,2004,ok\nc,joinpoint,apc_2,2,,,,6,2004,2005,ok\n",
        "Convictions rose by about 2.2 a year", "");
}

TEST("the title says rose or fell only where test and interval agree")
{
    check_title(TREND "c,mann_kendall,tau_b,0.8,,,0.01,6,2003,2005,ok\nc,theil_sen,slope,2.24,0.5,4,,6,2003,2005,ok\n",
                "Convictions rose by about 2.2 a year", "Convictions, Kazakhstan, 2003–2005 (persons a year)");
    check_title(TREND "c,mann_kendall,tau_b,-0.8,,,0.01,6,2003,2005,ok\nc,theil_sen,slope,-30,-40,-1,,6,2003,2005,ok\n",
                "Convictions tended to fall by about 30 a year", "");
    check_title(TREND "c,mann_kendall,tau_b,0.8,,,0.06,6,2003,2005,ok\nc,theil_sen,slope,2.24,0.5,4,,6,2003,2005,ok\n",
                "Convictions, Kazakhstan", "no clear trend (95% interval +0.5 to +4 a year; n = 6, p = 0.060)");
    check_title(TREND "c,mann_kendall,tau_b,0.8,,,0.01,6,2003,2005,ok\nc,theil_sen,slope,2.24,-0.5,4,,6,2003,2005,ok\n",
                "Convictions, Kazakhstan", "no clear trend");
    check_title(TREND "c,mann_kendall,tau_b,1,,,0.04,4,2003,2005,ok\nc,theil_sen,slope,2.24,0.5,4,,4,2003,2005,ok\n",
                "Convictions, Kazakhstan", "too few values for a trend");
    check_title(TREND "c,mann_kendall,tau_b,,,,,2,2003,2005,too_few\n", "Convictions, Kazakhstan",
                "too few values for a trend");
    check_title(TREND "c,mann_kendall,tau_b,0.8,,,0.01,20,2003,2005,ok\nc,theil_sen,slope,2.24,0.5,4,,20,2003,2005,ok\n"
                      "c,hamed_rao,tau_b,0.8,,,0.2,20,2003,2005,ok\n",
                "Convictions, Kazakhstan", "neighbouring periods resemble each other");
    check_title(NULL, "Convictions, Kazakhstan", "2003–2005 (persons a year)");
}

TEST("a misspelt series or type is answered with the nearest; seven lines are too many")
{
    struct drawing d;
    struct chart_made made;
    struct chart_request r = { .type = STR("trnd") };
    CHECK(drawing_begin(&d, NULL, NULL, COLUMNS "convictions.KAZ,convictions,KAZ,persons,A,2003,6,,,A,0\n", NULL));
    CHECK(draw(&d, &r, &made) == ST_USAGE && strstr(d.e.todo, "'trend'"));
    struct str wrong = STR("conviction.KAZ");
    r = (struct chart_request){ .stem = STR("x"), .series = &wrong, .n_series = 1 };
    CHECK(chart_draw(d.arena, &r, &d.data, d.folder, &made, &d.e) == ST_USAGE && strstr(d.e.todo, "'convictions.KAZ'"));
    r = (struct chart_request){ .n_series = 7 };
    CHECK(draw(&d, &r, &made) == ST_USAGE && strstr(d.e.todo, "bars"));
    r = (struct chart_request){ .stem = STR("../x'") };
    CHECK(draw(&d, &r, &made) == ST_USAGE);
    drawing_end(&d);
}

TEST("bars: ranked, withheld counts as <5, a missing figure is not zero, the period is the last common one")
{
    static const char series[] =
        COLUMNS "c,convictions,KAZ,persons,A,2019,5,,,A,0\nc,convictions,KAZ,persons,A,2020,50,,,A,0\n"
                "d,convictions,KGZ,persons,A,2019,70,60,90,A,1\nd,convictions,KGZ,persons,A,2020,7,,,A,0\n"
                "e,convictions,TJK,persons,A,2019,,0,4,Q,0\n"
                "f,convictions,UZB,persons,A,2018,9,,,A,0\n";
    struct drawing d;
    struct chart_made made = { 0 };
    struct chart_request r = { .type = STR("bars"), .n_series = 3 };
    CHECK(drawing_begin(&d, NULL, NULL, series, NULL));
    draw(&d, &r, &made);
    CHECK_TEXT(made.title, "Convictions, 2019");
    CHECK(str_contains(made.alt, "Kyrgyzstan: 70 (60–90); Kazakhstan: 5; Tajikistan: <5."));
    r = (struct chart_request){ .type = STR("bars"), .n_series = 4, .period = STR("2020") };
    draw(&d, &r, &made);
    CHECK(str_contains(made.alt, "Kazakhstan: 50; Kyrgyzstan: 7; Tajikistan: no figure; Uzbekistan: no figure."));
    CHECK(str_contains(made.note, "it is not zero"));
    r = (struct chart_request){ .type = STR("bars"), .n_series = 4, .period = STR("1999") };
    CHECK(draw(&d, &r, &made) == ST_USAGE);
    drawing_end(&d);
}

TEST("overridden texts are used as they are")
{
    struct drawing d;
    struct chart_made made = { 0 };
    struct chart_request r = { .title = STR("T"), .subtitle = STR("S"), .note = STR("N"), .alt = STR("A") };
    CHECK(drawing_begin(&d, NULL, NULL, convictions, rising));
    draw(&d, &r, &made);
    CHECK_TEXT(made.title, "T");
    CHECK_TEXT(made.subtitle, "S");
    CHECK_TEXT(made.note, "N");
    CHECK_TEXT(drawing_file(&d, "x.alt.txt"), "A\n");
    drawing_end(&d);
}

TEST("drawn twice, every file has the same bytes, and each picture is whole")
{
    static const char *const endings[] = {
        "svg", "pdf", "png", "gp", "csv", "md", "tex", "html", "docx.md", "alt.txt"
    };
    struct drawing d;
    struct chart_made made;
    if (!process_is_there("gnuplot"))
        SKIP("no gnuplot on this machine");
    CHECK(drawing_begin(&d, NULL, NULL, convictions, rising));
    struct chart_request r = { .stem = STR("x"), .series = ids, .n_series = 1 };
    CHECK(chart_draw(d.arena, &r, &d.data, d.folder, &made, &d.e) == ST_OK);
    struct str first[10];
    for (size_t i = 0; i < 10; i++) {
        char name[32];
        snprintf(name, sizeof name, "x.%s", endings[i]);
        first[i] = drawing_file(&d, name);
        CHECK(first[i].n > 0);
        remove(path_join(d.arena, d.folder, name));
    }
    CHECK(chart_draw(d.arena, &r, &d.data, d.folder, &made, &d.e) == ST_OK);
    for (size_t i = 0; i < 10; i++) {
        char name[32];
        snprintf(name, sizeof name, "x.%s", endings[i]);
        CHECK(str_equal(drawing_file(&d, name), first[i]));
    }
    CHECK(drawing_is_xml(&d, "x.svg"));
    drawing_end(&d);
}

TEST("without gnuplot the script and the data are written and the message says what to install")
{
    struct drawing d;
    struct chart_made made;
    struct chart_request r = { 0 };
    CHECK(drawing_begin(&d, NULL, NULL, convictions, NULL));
    char *path = strdup(getenv("PATH") ? getenv("PATH") : "");
    setenv("PATH", "/nonexistent", 1);
    CHECK(draw(&d, &r, &made) == ST_SYSTEM && strstr(d.e.todo, "gnuplot-nox"));
    setenv("PATH", path, 1);
    free(path);
    CHECK(drawing_file(&d, "x.gp").n > 0 && drawing_file(&d, "x.csv").n > 0 && drawing_file(&d, "x.svg").n == 0);
    drawing_end(&d);
}

TEST("a figure for part of a year does not break the line of the whole years")
{
    static const char series[] = COLUMNS "c,convictions,KAZ,persons,A,2019,10,,,A,0\n"
                                         "c,convictions,KAZ,persons,N,2019-01-01/2019-09-30,3,,,P,0\n"
                                         "c,convictions,KAZ,persons,A,2020,19,,,A,0\n";
    struct drawing d;
    struct chart_made made = { 0 };
    struct chart_request r = { 0 };
    CHECK(drawing_begin(&d, NULL, NULL, series, NULL));
    draw(&d, &r, &made);
    CHECK(str_contains(drawing_file(&d, "x.gp"), "<< END\n2019 10\n2020 19\nEND"));
    drawing_end(&d);
}
