/* Codes of the tables in words, from the vocabularies under data/. */
#include <stdio.h>

#include "core/file.h"
#include "core/table.h"
#include "plots/model.h"

struct names {
    struct table table;
    size_t code, label;
};

struct labels {
    struct names indicators, countries, exploitation;
};

static enum status load(struct arena *a, const char *folder, const char *file, const char *code, const char *label,
                        struct names *out, struct err *e)
{
    static const struct table_options options = { .allow_comments = true };
    const char *path = path_join(a, folder, file);
    if (!path)
        return fail_memory(e);
    enum status st = table_read(a, path, &options, &out->table, NULL, e);
    if (st == ST_OK)
        st = table_column(&out->table, code, &out->code, e);
    return st == ST_OK ? table_column(&out->table, label, &out->label, e) : st;
}

enum status labels_load(struct arena *a, const char *data_folder, struct labels **out, struct err *e)
{
    *out = arena_alloc(a, sizeof **out);
    if (!*out)
        return fail_memory(e);
    const char *folder = data_folder ? data_folder : "data";
    enum status st = load(a, folder, "indicators.csv", "code", "label", &(*out)->indicators, e);
    if (st == ST_OK)
        st = load(a, folder, "countries.csv", "alpha3", "name", &(*out)->countries, e);
    return st == ST_OK ? load(a, folder, "exploitation.csv", "code", "label", &(*out)->exploitation, e) : st;
}

static struct str look_up(const struct names *names, struct str code)
{
    for (size_t i = 0; i < names->table.n_rows; i++)
        if (str_equal(table_cell(&names->table, i, names->code), code))
            return table_cell(&names->table, i, names->label);
    return code;
}

struct str label_indicator(const struct labels *l, struct str code) { return look_up(&l->indicators, code); }

struct str label_exploitation(const struct labels *l, struct str code) { return look_up(&l->exploitation, code); }

struct str label_country(struct arena *a, const struct labels *l, struct str codes)
{
    struct str joined = STR(""), part;
    while (str_split_next(&codes, ';', &part)) {
        struct str name = look_up(&l->countries, str_trim(part));
        joined = arena_printf(a, "%.*s%s%.*s", (int)joined.n, joined.p, joined.n ? ", " : "", (int)name.n, name.p);
    }
    return joined;
}

struct str label_people(struct str sex, struct str age)
{
    bool child = str_is(age, "child"), adult = str_is(age, "adult");
    if (str_is(sex, "F"))
        return child ? STR("girls") : adult ? STR("women") : STR("female");
    if (str_is(sex, "M"))
        return child ? STR("boys") : adult ? STR("men") : STR("male");
    return child ? STR("children") : adult ? STR("adults") : STR("");
}

struct str label_lower(struct arena *a, struct str s)
{
    return s.n && ascii_is_upper(s.p[0]) ? arena_printf(a, "%c%.*s", ascii_lower(s.p[0]), (int)s.n - 1, s.p + 1) : s;
}

struct str label_series(struct arena *a, const struct labels *l, const struct series_row *row)
{
    struct str citizens = label_country(a, l, row->citizenship);
    struct str exploitation = label_lower(a, label_exploitation(l, row->exploitation));
    struct str parts[] = {
        label_indicator(l, row->indicator),
        label_country(a, l, row->ref_area),
        citizens.n ? arena_printf(a, "citizens of %.*s", (int)citizens.n, citizens.p) : STR(""),
        label_people(row->sex, row->age),
        exploitation,
    };
    if (str_is(row->citizenship, "foreign"))
        parts[2] = STR("foreign citizens");
    struct str joined = STR("");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].n > 0)
            joined = arena_printf(a, "%.*s%s%.*s", (int)joined.n, joined.p, joined.n ? ", " : "", (int)parts[i].n,
                                  parts[i].p);
    return joined.n ? joined : row->series_id;
}
