/* From figures to series: the rules, one test each. */
#include "etl/reconcile.h"
#include "tests/etl/support.h"

/* figure rows: id,source,indicator,area,citizenship,start,end,low,high,value,qualifier,basis */
static void add(struct fixture *x, const char *id, const char *source, const char *what, const char *area,
                const char *citizenship, const char *from, const char *to, double low, double high, double value)
{
    struct figure *f = vec_add(&x->figures);
    record_clear(&schema_figures, f);
    f->figure_id = str_of(id);
    f->source_id = str_of(source);
    f->indicator = str_of(what);
    f->ref_area = str_of(area);
    f->citizenship = str_of(citizenship);
    f->time_start = str_of(from);
    f->time_end = str_of(to);
    f->time_basis = STR("stated");
    f->value_low = low;
    f->value_high = high;
    f->obs_value = value;
    f->qualifier = isnan(value) ? STR("range") : STR("exact");
    f->unit_measure = STR("persons");
    f->obs_status = STR("A");
    f->confidence = 0.9;
    f->review_status = STR("proposed");
    f->quote = arena_printf(x->arena, "quote of %s", id);
}

static void year(struct fixture *x, const char *id, const char *source, const char *what, int y, double value)
{
    const char *from = arena_printf(x->arena, "%d-01-01", y).p, *to = arena_printf(x->arena, "%d-12-31", y).p;
    add(x, id, source, what, "KAZ", "", from, to, value, value, value);
}

static const char source_table[] =
    "source_id,file,publisher,published\nold,a.txt,NGO,2019-05-01\nnew,b.txt,Ministry,2021\n"
    "undated,c.txt,,\n";

/* "id freq period low..high=value status figures/sources conflict ids" a line each, then conflicts. */
static struct str series_of(struct fixture *x, const struct reconcile_options *o)
{
    struct vec sources, series, conflicts;
    struct buf b;
    CHECK(records_parse(x->arena, &schema_sources, str_of(source_table), "s.csv", &sources, &x->faults, &x->e) ==
          ST_OK);
    CHECK(reconcile(x->arena, &x->figures, &sources, o, &series, &conflicts, &x->faults, &x->e) == ST_OK);
    buf_init(&b, 0);
    for (size_t i = 0; i < series.n; i++) {
        const struct series_row *r = VEC_AT(const struct series_row, &series, i);
        buf_printf(&b, "%.*s %.*s %.*s ", (int)r->series_id.n, r->series_id.p, (int)r->freq.n, r->freq.p,
                   (int)r->time_period.n, r->time_period.p);
        buf_put_double(&b, r->value_low);
        buf_puts(&b, "..");
        buf_put_double(&b, r->value_high);
        buf_puts(&b, "=");
        buf_put_double(&b, r->obs_value);
        buf_printf(&b, " %.*s %ld/%ld %ld %.*s\n", (int)r->obs_status.n, r->obs_status.p, r->n_figures, r->n_sources,
                   r->conflict, (int)r->figure_ids.n, r->figure_ids.p);
    }
    for (size_t i = 0; i < conflicts.n; i++) {
        const struct conflict *c = VEC_AT(const struct conflict, &conflicts, i);
        buf_printf(&b, "%.*s over %.*s: %.*s (%.*s, %.*s)\n", (int)c->kept_figure.n, c->kept_figure.p,
                   (int)c->other_figure.n, c->other_figure.p, (int)c->rule.n, c->rule.p, (int)c->kept_quote.n,
                   c->kept_quote.p, (int)c->other_quote.n, c->other_quote.p);
    }
    struct str text = arena_copy(x->arena, buf_str(&b));
    buf_free(&b);
    return text;
}

static const struct reconcile_options none = { 0 };

TEST("the same figure stated twice in one source counts once, in two sources twice")
{
    struct fixture x;
    fixture_start(&x);
    year(&x, "a1", "old", "convictions", 2019, 64);
    year(&x, "a2", "old", "convictions", 2019, 64);
    year(&x, "b1", "new", "convictions", 2019, 64);
    CHECK_TEXT(series_of(&x, &none), "convictions.KAZ A 2019 64..64=64 A 2/2 0 b1;a1\n");
    fixture_end(&x);
}
TEST("the later publication wins, the loser widens the interval and stands in the conflicts")
{
    struct fixture x;
    fixture_start(&x);
    year(&x, "a", "old", "convictions", 2019, 60);
    year(&x, "b", "new", "convictions", 2019, 64);
    year(&x, "c", "undated", "convictions", 2019, 70);
    CHECK_TEXT(series_of(&x, &none), "convictions.KAZ A 2019 60..70=64 A 3/3 1 b;a;c\n"
                                     "b over a: later publication (quote of b, quote of a)\n"
                                     "b over c: later publication (quote of b, quote of c)\n");
    fixture_end(&x);
}
TEST("the order of preference wins over the date, by source or by publisher")
{
    struct fixture x;
    fixture_start(&x);
    year(&x, "a", "old", "convictions", 2019, 60);
    year(&x, "b", "new", "convictions", 2019, 64);
    const struct str ngo = STR("NGO"), id = STR("old");
    const struct reconcile_options by_publisher = { .prefer = &ngo, .n_prefer = 1 },
                                   by_id = { .prefer = &id, .n_prefer = 1 };
    const char *want =
        "convictions.KAZ A 2019 60..64=60 A 2/2 1 a;b\na over b: order of preference (quote of a, quote of b)\n";
    CHECK_TEXT(series_of(&x, &by_publisher), want);
    CHECK_TEXT(series_of(&x, &by_id), want);
    fixture_end(&x);
}
TEST("intervals that share a number do not disagree; an open end is open")
{
    struct fixture x;
    fixture_start(&x);
    add(&x, "a", "new", "missing", "KAZ", "", "2019-01-01", "2019-12-31", 1000, NAN, NAN); /* over 1,000 */
    year(&x, "b", "old", "missing", 2019, 1234);
    add(&x, "c", "new", "missing", "KAZ", "", "2020-01-01", "2020-12-31", NAN, 40, NAN); /* up to 40 */
    year(&x, "d", "old", "missing", 2020, 50);
    CHECK_TEXT(series_of(&x, &none), "missing.KAZ A 2019 1000..= A 2/2 0 a;b\n"
                                     "missing.KAZ A 2020 ..50= A 2/2 1 c;d\n"
                                     "c over d: later publication (quote of c, quote of d)\n");
    fixture_end(&x);
}
TEST("a suppressed count stays an interval and nobody fills it in")
{
    struct fixture x;
    fixture_start(&x);
    add(&x, "a", "new", "convictions", "KAZ", "", "2004-01-01", "2004-12-31", 0, 4, NAN);
    VEC_AT(struct figure, &x.figures, 0)->obs_status = STR("Q");
    CHECK_TEXT(series_of(&x, &none), "convictions.KAZ A 2004 0..4= Q 1/1 0 a\n");
    fixture_end(&x);
}
TEST("parts of a year are status P, months and quarters their own series, several years no point")
{
    struct fixture x;
    fixture_start(&x);
    year(&x, "y", "new", "missing", 2019, 9);
    add(&x, "p", "new", "missing", "KAZ", "", "2019-01-01", "2019-09-30", 7, 7, 7);
    add(&x, "n", "new", "missing", "KAZ", "", "2015-01-01", "2019-12-31", 40, 40, 40);
    add(&x, "f", "new", "missing", "KAZ", "", "2018-04-01", "2019-03-31", 8, 8, 8);
    add(&x, "q", "new", "missing", "KAZ", "", "2019-01-01", "2019-03-31", 2, 2, 2);
    add(&x, "m", "new", "missing", "KAZ", "", "2019-02-01", "2019-02-28", 1, 1, 1);
    CHECK_TEXT(series_of(&x, &none), "missing.KAZ N 2015-01-01/2019-12-31 40..40=40 A 1/1 0 n\n"
                                     "missing.KAZ N 2018-04-01/2019-03-31 8..8=8 A 1/1 0 f\n"
                                     "missing.KAZ A 2019-01-01/2019-09-30 7..7=7 P 1/1 0 p\n"
                                     "missing.KAZ A 2019 9..9=9 A 1/1 0 y\n"
                                     "missing.KAZ.monthly M 2019-02 1..1=1 A 1/1 0 m\n"
                                     "missing.KAZ.quarterly Q 2019-Q1 2..2=2 A 1/1 0 q\n");
    fixture_end(&x);
}
TEST("indicators never mix, breakdowns never meet totals, and every key has its own readable name")
{
    struct fixture x;
    fixture_start(&x);
    year(&x, "a", "new", "victims_identified", 2019, 9);
    year(&x, "b", "new", "victims_estimated", 2019, 900);
    year(&x, "c", "new", "victims_assisted", 2019, 5);
    year(&x, "d", "new", "victims_identified", 2019, 4);
    struct figure *f = VEC_AT(struct figure, &x.figures, 3);
    f->citizenship = STR("UZB;KGZ");
    f->sex = STR("F");
    f->age = STR("child");
    f->exploitation = STR("forced_labour");
    year(&x, "e", "old", "victims_identified", 2019, 4);
    f = VEC_AT(struct figure, &x.figures, 4);
    *f = *VEC_AT(struct figure, &x.figures, 3);
    f->figure_id = STR("e");
    f->source_id = STR("old");
    f->citizenship = STR("KGZ; UZB");
    year(&x, "g", "new", "prosecutions", 2019, 3); /* cases are their usual unit */
    year(&x, "h", "new", "prosecutions", 2019, 2);
    VEC_AT(struct figure, &x.figures, 6)->unit_measure = STR("cases");
    year(&x, "i", "new", "missing", 2019, 1);
    VEC_AT(struct figure, &x.figures, 7)->ref_area = STR("Near East & Asia");
    CHECK_TEXT(series_of(&x, &none),
               "missing.Near_East_%26_Asia A 2019 1..1=1 A 1/1 0 i\n"
               "prosecutions.KAZ A 2019 2..2=2 A 1/1 0 h\n"
               "prosecutions.KAZ.persons A 2019 3..3=3 A 1/1 0 g\n"
               "victims_assisted.KAZ A 2019 5..5=5 A 1/1 0 c\n"
               "victims_estimated.KAZ A 2019 900..900=900 A 1/1 0 b\n"
               "victims_identified.KAZ A 2019 9..9=9 A 1/1 0 a\n"
               "victims_identified.KAZ.citizenship-KGZ+UZB.F.child.forced_labour A 2019 4..4=4 A 2/2 0 d;e\n");
    fixture_end(&x);
}
TEST("rates, figures without period or number, unsure and rejected figures are in no series, and all but the rejected "
     "are said")
{
    struct fixture x;
    fixture_start(&x);
    for (int i = 0; i < 5; i++)
        year(&x, "a", "new", "missing", 2019, 9);
    struct figure *f = x.figures.items;
    f[0].time_basis = STR("rate");
    f[1].time_start = STR("");
    f[2].value_low = f[2].value_high = f[2].obs_value = NAN;
    f[3].confidence = 0.2;
    f[4].review_status = STR("rejected");
    const struct reconcile_options sure = { .min_confidence = 0.5 };
    CHECK_TEXT(series_of(&x, &sure), "");
    CHECK(x.faults.list.n == 4 && x.faults.worst == ST_OK && fixture_says(&x, "no period stated") &&
          fixture_says(&x, "rate") && fixture_says(&x, "confidence") && fixture_says(&x, "no number"));
    CHECK_TEXT(VEC_AT(struct fault, &x.faults.list, 0)->source_id, "new");
    fixture_end(&x);
}
TEST("different numbers of one report are a whole and its parts, which are noted and no conflict")
{
    struct fixture x;
    fixture_start(&x);
    year(&x, "part", "new", "missing", 2019, 25);
    year(&x, "whole", "new", "missing", 2019, 58);
    year(&x, "other", "old", "missing", 2019, 60);
    CHECK_TEXT(series_of(&x, &none), "missing.KAZ A 2019 58..60=58 A 2/2 1 whole;other\n"
                                     "whole over other: later publication (quote of whole, quote of other)\n");
    CHECK(x.faults.list.n == 1 && fixture_says(&x, "figure part is in no series") &&
          fixture_says(&x, "taken as the whole"));
    fixture_end(&x);
}
TEST("two numbers of one key in a table are a conflict, and the greater is kept")
{
    struct fixture x;
    fixture_start(&x);
    year(&x, "a", "new", "missing", 2019, 8);
    year(&x, "b", "new", "missing", 2019, 47);
    for (size_t i = 0; i < 2; i++)
        VEC_AT(struct figure, &x.figures, i)->method = STR("layout:some");
    CHECK_TEXT(series_of(&x, &none), "missing.KAZ A 2019 8..47=47 A 2/1 1 b;a\n"
                                     "b over a: the greater number (quote of b, quote of a)\n");
    fixture_end(&x);
}
TEST("counts of no defined kind, lengths and amounts make no series")
{
    struct fixture x;
    fixture_start(&x);
    static const char *const indicators[] = { "other", "captivity_duration", "sentence_term", "funding" };
    for (size_t i = 0; i < 4; i++)
        year(&x, "a", "new", indicators[i], 2019, 8);
    CHECK_TEXT(series_of(&x, &none), "");
    CHECK(x.faults.list.n == 4 && x.faults.worst == ST_OK && fixture_says(&x, "makes no series"));
    fixture_end(&x);
}
TEST("within one report a value goes before an interval, a stated period before the document's own")
{
    struct fixture x;
    fixture_start(&x);
    add(&x, "a", "new", "missing", "KAZ", "", "2019-01-01", "2019-12-31", 10, 20, NAN);
    year(&x, "b", "new", "missing", 2019, 50);
    year(&x, "c", "new", "missing", 2019, 40);
    VEC_AT(struct figure, &x.figures, 1)->time_basis = STR("default");
    CHECK_TEXT(series_of(&x, &none), "missing.KAZ A 2019 40..40=40 A 1/1 0 c\n");
    fixture_end(&x);
}
TEST("the order in which the figures come changes nothing between sources")
{
    struct fixture x, y;
    fixture_start(&x);
    fixture_start(&y);
    for (int i = 0; i < 40; i++) {
        int j = 39 - i;
        year(&x, arena_printf(x.arena, "%02d", i).p, i % 2 ? "old" : "new", "missing",
             2000 + i / 2 % 7 + (i % 2 ? 0 : 20), i);
        year(&y, arena_printf(y.arena, "%02d", j).p, j % 2 ? "old" : "new", "missing",
             2000 + j / 2 % 7 + (j % 2 ? 0 : 20), j);
    }
    for (size_t i = 0; i < x.figures.n; i++) { /* unequal confidence, so that no tie is left to the order */
        VEC_AT(struct figure, &x.figures, i)->confidence = 0.5 + (double)i / 100;
        VEC_AT(struct figure, &y.figures, 39 - i)->confidence = 0.5 + (double)i / 100;
    }
    struct str a = series_of(&x, &none), b = series_of(&y, &none);
    CHECK(a.n > 100 && str_equal(a, b));
    fixture_end(&x);
    fixture_end(&y);
}
TEST("yearly rows carry the population where it is known")
{
    struct fixture x;
    struct vec sources, series, conflicts;
    fixture_start(&x);
    const char *folder = arena_printf(x.arena, "build/test-%ld-data", (long)getpid()).p;
    const char *population = path_join(x.arena, folder, "population.csv"),
               *indicators = path_join(x.arena, folder, "indicators.csv");
    CHECK(file_make_folder(folder, &x.e) == ST_OK);
    CHECK(file_write(population, STR("# made up\nalpha3,year,population\nUZB,2019,5\nKAZ,2020,7\nKAZ,2019,18500000\n"),
                     &x.e) == ST_OK);
    CHECK(file_write(indicators, STR("code,unit\nmissing,persons\n"), &x.e) == ST_OK);
    year(&x, "a", "new", "missing", 2019, 9);
    year(&x, "b", "new", "missing", 2021, 9);
    const struct reconcile_options o = { .data_folder = folder };
    vec_init(&sources, x.arena, sizeof(struct source_record), 1);
    CHECK(reconcile(x.arena, &x.figures, &sources, &o, &series, &conflicts, &x.faults, &x.e) == ST_OK && series.n == 2);
    CHECK(VEC_AT(struct series_row, &series, 0)->exposure == 18500000 &&
          isnan(VEC_AT(struct series_row, &series, 1)->exposure));
    unlink(population);
    unlink(indicators);
    rmdir(folder);
    fixture_end(&x);
}

static void corrected(const char *rows, const char *column, const char *want, size_t n_faults, const char *says)
{
    struct fixture x;
    struct vec corrections;
    fixture_start(&x);
    year(&x, "aaaa", "new", "missing", 2019, 9);
    year(&x, "bbbb", "new", "missing", 2020, 26);
    struct str text = arena_printf(x.arena, "figure_id,column,value,expect\n%s", rows);
    CHECK(records_parse(x.arena, &schema_corrections, text, "corrections.csv", &corrections, &x.faults, &x.e) == ST_OK);
    CHECK(corrections_apply(x.arena, &x.figures, &corrections, &x.faults, &x.e) == ST_OK);
    const struct figure *f = VEC_AT(const struct figure, &x.figures, 1);
    struct str got = record_get(x.arena, schema_column(&schema_figures, str_of(column)), f);
    CHECK_TEXT(arena_printf(x.arena, "%.*s %g..%g %.*s", (int)got.n, got.p, f->value_low, f->value_high,
                            (int)f->review_status.n, f->review_status.p),
               want);
    CHECK(x.faults.list.n == n_faults && (!says || fixture_says(&x, says)));
    fixture_end(&x);
}

TEST("a correction is applied only where the figure still reads what it expects")
{
    corrected("bbbb,obs_value,28,26\n", "obs_value", "28 28..28 corrected", 0, NULL);
    corrected("bbbb,obs_value,28,26.0\n", "obs_value", "28 28..28 corrected", 0, NULL);
    corrected("bbbb,obs_value,28,27\n", "obs_value", "26 26..26 proposed", 1, "no longer reads");
    corrected("bbbb,ref_area,UZB,KAZ\n", "ref_area", "UZB 26..26 corrected", 0, NULL);
    corrected("bbbb,review_status,rejected,proposed\n", "review_status", "rejected 26..26 rejected", 0, NULL);
    corrected("bbbb,review_status,accepted,proposed\n", "indicator", "missing 26..26 accepted", 0, NULL);
    corrected("cccc,obs_value,28,26\n", "obs_value", "26 26..26 proposed", 1, "no longer there");
    corrected("bbbb,obs_valeu,28,26\n", "obs_value", "26 26..26 proposed", 1, "did you mean 'obs_value'?");
    corrected("bbbb,figure_id,1,bbbb\n", "figure_id", "bbbb 26..26 proposed", 1, "no column that can be corrected");
    corrected("bbbb,obs_value,many,26\n", "obs_value", "26 26..26 proposed", 1, "not a number");
    corrected("bbbb,sex,woman,\n", "sex", " 26..26 proposed", 1, "unknown code");
    corrected("bbbb,obs_value,28,26\nbbbb,review_status,corrected,proposed\n", "obs_value", "28 28..28 corrected", 0,
              NULL);
    corrected("bbbb,obs_value,27,26\nbbbb,obs_value,28,26\n", "obs_value", "28 28..28 corrected", 0, NULL);
    corrected("bbbb,obs_value,27,26\nbbbb,obs_value,28,27\n", "obs_value", "28 28..28 corrected", 0, NULL);
}
