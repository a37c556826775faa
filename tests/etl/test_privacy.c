/* Names of persons become initials; places, bodies, months and nationalities stay. */
#include "core/file.h"
#include "etl/privacy.h"
#include "tests/tap.h"

static void masks(const char *quote, const char *want)
{
    struct arena *a = arena_new(0);
    struct name_list *names;
    const char *folder;
    struct err e;
    CHECK(data_folder(a, &folder, &e) == ST_OK && name_list_load(a, folder, &names, &e) == ST_OK);
    CHECK_TEXT(quote_mask(a, names, str_of(quote)), want);
    arena_free(a);
}

TEST("names of persons become initials wherever they stand")
{
    masks("Anna Petrova was freed in Kazakhstan.", "A. P. was freed in Kazakhstan.");
    masks("Police freed Ivan Sidorenko, 40, in April.", "Police freed I. S., 40, in April.");
    masks("Traffickers held Zhuldyz for six years.", "Traffickers held Z. for six years.");
    masks("Anna, 19, fled.", "A., 19, fled.");
    masks("They found A. Petrova. She was 19.", "They found A. P. She was 19.");
    masks("The judge sentenced Jean-Luc O'Hara.", "The judge sentenced J. O.");
    masks("said Sergei IVANOV of IOM", "said S. I. of IOM");
    masks("\xD0\xBE\xD1\x81\xD0\xB2\xD0\xBE\xD0\xB1\xD0\xBE\xD0\xB4\xD0\xB8\xD0\xBB\xD0\xB8 "
          "\xD0\x90\xD0\xBD\xD0\xBD\xD1\x83",
          "\xD0\xBE\xD1\x81\xD0\xB2\xD0\xBE\xD0\xB1\xD0\xBE\xD0\xB4\xD0\xB8\xD0\xBB\xD0\xB8 \xD0\x90.");
}
TEST("places, bodies, months, nationalities and heads of sentences stay")
{
    const char *kept =
        "During 2020 the Ministry of Internal Affairs of Kazakhstan and UNODC helped 40 Uzbek women and two "
        "Kyrgyz men in Almaty's shelters. Traffickers were fined in March.\nVictims came from Central Asia.";
    masks(kept, kept);
    masks("", "");
}

static struct figure figure(const char *method, double value)
{
    struct figure f;
    record_clear(&schema_figures, &f);
    f.method = str_of(method);
    f.unit_measure = STR("persons");
    f.quote = STR("freed Ivan Sidorenko");
    f.obs_value = f.value_low = f.value_high = value;
    f.as_written = STR("4");
    return f;
}

TEST("small counts of cases become intervals, published tables and texts do not")
{
    struct arena *a = arena_new(0);
    struct name_list *names;
    const char *folder;
    struct err e;
    struct vec figures;
    CHECK(data_folder(a, &folder, &e) == ST_OK && name_list_load(a, folder, &names, &e) == ST_OK);
    vec_init(&figures, a, sizeof(struct figure), 10);
    *(struct figure *)vec_add(&figures) = figure("layout:cases:count", 4);
    *(struct figure *)vec_add(&figures) = figure("layout:cases:count", 5);
    *(struct figure *)vec_add(&figures) = figure("layout:table", 4);
    *(struct figure *)vec_add(&figures) = figure("rule", 4);
    const struct privacy p = { .quotes = QUOTES_MASKED, .min_cell = 5 };
    CHECK(privacy_apply(a, &p, names, &figures, &e) == ST_OK);
    const struct figure *f = figures.items;
    CHECK(isnan(f[0].obs_value) && f[0].value_low == 1 && f[0].value_high == 4);
    CHECK_TEXT(f[0].obs_status, "Q");
    CHECK_TEXT(f[0].as_written, "<5");
    CHECK(f[1].obs_value == 5 && f[2].obs_value == 4 && f[3].obs_value == 4);
    CHECK_TEXT(f[3].quote, "freed I. S.");
    const struct privacy none = { .quotes = QUOTES_NONE };
    CHECK(privacy_apply(a, &none, names, &figures, &e) == ST_OK);
    CHECK_TEXT(f[3].quote, "");
    arena_free(a);
}
