#include "etl/layout.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/file.h"
#include "core/nearest.h"
#include "etl/layout_model.h"

enum { FIGURE_ID_DIGITS = 16 };

enum status layout_load(struct arena *a, const char *data_folder, const char *name, struct layout **out, struct err *e)
{
    struct yaml_node root;
    bool is_path = strchr(name, '/') || str_ends(str_of(name), ".yaml") || str_ends(str_of(name), ".yml");
    const char *path = is_path ? name : arena_printf(a, "%s/layouts/%s.yaml", data_folder, name).p;
    struct layout *l = *out = arena_alloc(a, sizeof *l);
    if (!path || !l)
        return fail_memory(e);
    if (!file_exists(path))
        return fail(e, ST_USAGE, (struct place){ name, 0, 0 },
                    "see 'taraz list layouts', or give a path to a .yaml file", "there is no such layout");
    const char *stem = is_path ? arena_cstr(a, path_stem(path)) : name;
    enum status st = stem ? codes_load(a, data_folder, &l->codes, e) : fail_memory(e);
    if (st == ST_OK)
        st = yaml_read(a, path, &root, e);
    return st == ST_OK ? layout_parse(a, &root, stem, l, e) : st;
}

bool layout_is_missing(const struct layout *l, struct str cell)
{
    for (size_t i = 0; i < l->n_missing; i++)
        if (str_equal(cell, l->missing[i]))
            return true;
    return cell.n == 0;
}

static enum resolved unknown_cell(const struct layout *l, enum field_name name, const struct field *f, struct str cell,
                                  struct place at, struct str *value, struct err *e)
{
    if (f->otherwise == OTHERWISE_SKIP)
        return RESOLVED_SKIP;
    if (f->otherwise == OTHERWISE_KEEP) {
        *value = cell;
        return codes_check(l->codes, name, cell, at, e) == ST_OK ? RESOLVED : RESOLVED_FAULT;
    }
    fail(e, ST_INPUT, at,
         f->countries ? "add the name to data/country_aliases.csv or to the layout's map"
                      : "add it to the layout's map, or set otherwise: skip",
         "%s '%.*s' is not known", field_names[name], (int)(cell.n < 60 ? cell.n : 60), cell.p);
    return RESOLVED_FAULT;
}

enum resolved field_resolve(const struct layout *l, enum field_name name, const struct field *f, struct str cell,
                            struct place at, struct str *value, struct err *e)
{
    for (size_t i = 0; i < f->n_map; i++)
        if (str_equal(f->map[i].cell, cell)) {
            *value = f->map[i].value;
            return RESOLVED;
        }
    if (layout_is_missing(l, cell))
        return RESOLVED_EMPTY;
    if (f->countries) {
        *value = codes_country(l->codes, cell);
        if (value->n > 0)
            return RESOLVED;
    } else if (f->n_map == 0) {
        *value = cell;
        return codes_check(l->codes, name, cell, at, e) == ST_OK ? RESOLVED : RESOLVED_FAULT;
    }
    return unknown_cell(l, name, f, cell, at, value, e);
}

void figure_set_field(struct figure *f, enum field_name name, struct str value)
{
    struct str *const fields[] = { &f->indicator, &f->ref_area,     &f->citizenship,  &f->sex,
                                   &f->age,       &f->exploitation, &f->unit_measure, &f->obs_status };
    if (name < FIELD_TIME)
        *fields[name] = value;
}

enum status figure_set_time(struct arena *a, struct figure *f, struct date first, struct date last, struct err *e)
{
    f->time_start = date_print(a, first);
    f->time_end = date_print(a, last);
    f->time_basis = STR("stated");
    return f->time_start.p && f->time_end.p ? ST_OK : fail_memory(e);
}

enum status figure_finish(struct arena *a, const struct layout *l, const struct source *s, struct figure *f,
                          struct err *e)
{
    f->source_id = s->record.source_id;
    f->method = arena_printf(a, "layout:%.*s%s", (int)l->name.n, l->name.p, l->cases ? ":count" : "");
    f->confidence = 1;
    f->review_status = STR("proposed");
    if (f->unit_measure.n == 0)
        f->unit_measure = codes_unit(l->codes, f->indicator);
    if (f->obs_status.n == 0)
        f->obs_status = STR("A");
    const struct str parts[] = { s->record.sha256, f->locator,    l->cases ? f->quote : f->as_written,
                                 f->indicator,     f->ref_area,   f->citizenship,
                                 f->sex,           f->age,        f->exploitation,
                                 f->unit_measure,  f->time_start, f->time_end };
    struct buf words;
    buf_init(&words, 0);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        buf_put(&words, parts[i]);
        buf_putc(&words, '\x1F');
    }
    struct str id = { 0 };
    if (!words.failed)
        id = sha256_hex(a, buf_str(&words));
    buf_free(&words);
    f->figure_id = str_slice(id, 0, FIGURE_ID_DIGITS);
    return f->figure_id.n == FIGURE_ID_DIGITS && f->method.p ? ST_OK : fail_memory(e);
}

enum status layout_extract(struct arena *a, const struct layout *l, struct source *s, struct vec *figures,
                           struct faults *faults, struct err *e)
{
    return l->cases ? layout_extract_cases(a, l, s, figures, faults, e)
                    : layout_extract_table(a, l, s, figures, faults, e);
}
