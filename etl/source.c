#include "etl/source.h"

#include <stdio.h>
#include <string.h>

#include "core/file.h"
#include "core/nearest.h"

#define FORMAT(name) extern const struct format format_##name;
#include "registry/formats.inc"
#undef FORMAT
#define FORMAT(name) &format_##name,
const struct format *const formats[] = {
#include "registry/formats.inc"
};
#undef FORMAT
const size_t n_formats = sizeof formats / sizeof *formats;

void note(struct faults *notes, const char *file, const char *todo, const char *what_format, ...)
{
    if (!notes)
        return;
    char what[sizeof((struct err *)0)->what];
    va_list arguments;
    va_start(arguments, what_format);
    vsnprintf(what, sizeof what, what_format, arguments);
    va_end(arguments);
    struct err e;
    fail(&e, ST_OK, (struct place){ file, 0, 0 }, todo, "%s", what);
    faults_add(notes, &e);
}

const struct format *format_for(const char *path)
{
    struct str extension = path_extension(path), base = path_base(path);
    if (str_equal_nocase(extension, STR("gz"))) {
        base = str_slice(base, 0, base.n - 3);
        size_t dot = base.n;
        while (dot > 0 && base.p[dot - 1] != '.')
            dot--;
        extension = dot > 0 ? str_slice(base, dot, base.n) : STR("");
    }
    for (size_t i = 0; i < n_formats; i++) {
        struct str rest = str_of(formats[i]->extensions), one;
        while (str_split_next(&rest, ' ', &one))
            if (one.n > 0 && str_equal_nocase(one, extension))
                return formats[i];
    }
    return NULL;
}

/* The source_ids seen so far; open addressing. */
struct ids {
    struct str *slots;
    size_t n_slots; /* a power of two, twice the ids at least */
};

/* False when the id is known already. */
static bool ids_add(struct ids *ids, struct str id)
{
    size_t slot = (size_t)str_hash(id) & (ids->n_slots - 1);
    while (ids->slots[slot].n > 0) {
        if (str_equal(ids->slots[slot], id))
            return false;
        slot = (slot + 1) & (ids->n_slots - 1);
    }
    ids->slots[slot] = id;
    return true;
}

static bool ids_init(struct ids *ids, struct arena *a, const struct vec *sources, size_t more)
{
    ids->n_slots = 16;
    while (ids->n_slots < 2 * (sources->n + more))
        ids->n_slots *= 2;
    ids->slots = arena_array(a, ids->n_slots, sizeof *ids->slots);
    for (size_t i = 0; ids->slots && i < sources->n; i++)
        ids_add(ids, VEC_AT(const struct source, sources, i)->record.source_id);
    return ids->slots != NULL;
}

enum status sources_read(struct arena *a, const char *path, struct vec *out, struct faults *faults, struct err *e)
{
    struct vec records;
    enum status st = records_read(a, &schema_sources, path, &records, faults, e);
    if (st != ST_OK)
        return st;
    const char *folder = path_folder(a, path);
    struct ids ids;
    if (!ids_init(&ids, a, out, records.n) || !vec_reserve(out, records.n))
        return fail_memory(e);
    for (size_t i = 0; i < records.n; i++) {
        const struct source_record *r = VEC_AT(const struct source_record, &records, i);
        struct err bad;
        bool named = r->source_id.n > 0 && r->file.n > 0, twice = named && !ids_add(&ids, r->source_id);
        if (twice || !named) {
            fail(&bad, ST_INPUT, (struct place){ path, 0, 0 },
                 twice ? "give each source its own name; the second was left out" : "fill in source_id and file",
                 twice ? "source_id '%.*s' stands twice" : "source '%.*s' lacks its name or its file",
                 (int)r->source_id.n, r->source_id.p);
            faults_add(faults, &bad);
            continue;
        }
        struct source *s = vec_add(out);
        const char *file = arena_cstr(a, r->file);
        if (!s || !file || !folder || !(s->path = path_join(a, folder, file)))
            return fail_memory(e);
        s->record = *r;
    }
    return ST_OK;
}

enum status source_of_file(struct arena *a, const char *path, struct source *out, struct err *e)
{
    *out = (struct source){ .path = arena_cstr(a, str_of(path)) };
    record_clear(&schema_sources, &out->record);
    out->record.source_id = strcmp(path, "-") == 0 ? STR("stdin") : arena_copy(a, path_stem(path));
    out->record.file = arena_copy(a, path_base(path));
    return out->path && !arena_failed(a) ? ST_OK : fail_memory(e);
}

static enum status no_format(const struct source *s, bool text, struct err *e)
{
    char known[160];
    size_t n = 0;
    known[0] = '\0';
    for (size_t i = 0; i < n_formats; i++)
        if ((formats[i]->read_text != NULL) == text && n < sizeof known)
            n += (size_t)snprintf(known + n, sizeof known - n, "%s %s", n ? "," : "use", formats[i]->extensions);
    return fail(e, ST_INPUT, (struct place){ s->path, 0, 0 }, known, "is of no format that is read as %s",
                text ? "a report" : "a table");
}

enum status source_hash(struct arena *a, struct source *s, const struct str *bytes, struct err *e)
{
    struct str sha = { 0 };
    enum status st = ST_OK;
    if (bytes)
        sha = sha256_hex(a, *bytes);
    else
        st = sha256_file(a, s->path, &sha, e);
    if (st != ST_OK)
        return st;
    if (sha.n == 0)
        return fail_memory(e);
    if (s->record.sha256.n > 0 && !str_equal_nocase(s->record.sha256, sha))
        return fail(e, ST_INPUT, (struct place){ s->path, 0, 0 },
                    "correct or empty the column sha256 of sources.csv, or restore the file",
                    "is not the file whose SHA-256 sources.csv gives");
    s->record.sha256 = sha;
    return ST_OK;
}

static enum status read_bytes(struct arena *a, struct source *s, struct str *bytes, struct err *e)
{
    enum status st = file_read(a, s->path, 0, bytes, e);
    if (st != ST_OK)
        return st;
    if (bytes->n == 0)
        return fail(e, ST_INPUT, (struct place){ s->path, 0, 0 }, "give a file that holds something", "is empty");
    return source_hash(a, s, strcmp(s->path, "-") == 0 ? bytes : NULL, e);
}

/* A date as sources.csv holds it: a day, or a year, quarter or month whose first or last day it is. */
static struct date source_date(struct str text, bool last_day)
{
    struct date first = { 0 }, last = { 0 };
    enum frequency freq;
    if (!period_parse(str_trim(text), &first, &last, &freq))
        return (struct date){ 0 };
    return last_day ? last : first;
}

static void note_bad_date(const struct source *s, const char *column, struct str text, struct date read,
                          struct faults *notes)
{
    if (str_trim(text).n > 0 && read.year == 0)
        note(notes, s->path, "write it as 2020-03-09 or 2020 in sources.csv", "%s is no date and was not used", column);
}

enum status document_read(struct arena *a, struct source *s, struct document *out, struct faults *notes, struct err *e)
{
    struct str bytes;
    const struct format *format = format_for(s->path);
    *out = (struct document){ .source_id = s->record.source_id,
                              .title = s->record.title,
                              .ref_area = s->record.ref_area,
                              .language = s->record.language };
    if (strcmp(s->path, "-") == 0)
        format = format_for("-.txt");
    if (!format || !format->read_text)
        return no_format(s, true, e);
    enum status st = read_bytes(a, s, &bytes, e);
    if (st != ST_OK)
        return st;
    const struct source_record *r = &s->record;
    out->sha256 = r->sha256;
    out->period_start = source_date(r->period_start, false);
    out->period_end = source_date(r->period_end, true);
    out->published_from = source_date(r->published, false);
    out->published = source_date(r->published, true); /* "2015": by its end */
    note_bad_date(s, "period_start", r->period_start, out->period_start, notes);
    note_bad_date(s, "period_end", r->period_end, out->period_end, notes);
    note_bad_date(s, "published", r->published, out->published, notes);
    return format->read_text(a, s, bytes, out, notes, e);
}

enum status source_table_read(struct arena *a, struct source *s, const struct table_reading *reading, struct table *out,
                              struct faults *faults, struct err *e)
{
    struct str bytes;
    const struct format *format = format_for(strcmp(s->path, "-") == 0 ? "-.csv" : s->path);
    if (!format || !format->read_table)
        return no_format(s, false, e);
    enum status st = read_bytes(a, s, &bytes, e);
    return st == ST_OK ? format->read_table(a, s, bytes, reading, out, faults, e) : st;
}
