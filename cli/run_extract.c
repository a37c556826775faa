/* The first stage: each source to its figures, then all figures with the
 * corrections applied.
 *
 * What one source gave is kept as OUT/.taraz/<stamp>.figures.csv, .rejects.csv and
 * (HTML and PDF) .txt. The stamp covers the file's bytes, what sources.csv says of
 * it, the vocabularies, the layout, the privacy rules and the program's version. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/run.h"
#include "cli/verb.h"
#include "core/file.h"
#include "core/pool.h"
#include "etl/extract.h"

enum { FIGURES_LIMIT = 50000000 };

/* One source on its way through the stage; written by one worker only. */
struct item {
    struct source source;
    char stamp_text[65], hash_text[65];
    struct str stamp; /* over stamp_text */
    bool made, failed;
    struct err err; /* of a system fault; input faults are in the rejects file */
};

struct stage {
    struct run *run;
    struct vocabulary *vocabulary;
    struct name_list *names;
    struct item *items;
    size_t n, done;
};

static struct str item_stamp(struct run *r, struct arena *a, const struct source *s, struct str file_hash)
{
    struct buf b, row;
    buf_init(&b, 0);
    buf_init(&row, 0);
    struct source_record record = s->record;
    record.file = path_base(s->path); /* where the folder lies must not matter */
    record.sha256 = file_hash;
    struct vec one = { .items = &record, .n = 1 };
    records_format(&schema_sources, &one, &row);
    stamp_put(&b, buf_str(&row));
    stamp_put(&b, r->data_hash);
    struct str layout = STR("");
    struct err ignored;
    if (str_contains(s->record.layout, "/")) /* a layout of the user's own */
        file_read(a, arena_cstr(a, s->record.layout), 0, &layout, &ignored);
    stamp_put(&b, layout);
    stamp_put_double(&b, r->job->privacy.quotes);
    stamp_put_double(&b, (double)r->job->privacy.min_cell);
    struct str stamp = stamp_of(a, &b);
    buf_free(&b);
    buf_free(&row);
    return stamp;
}

static const char *part_path(struct run *r, struct arena *a, struct str stamp, const char *ending)
{
    struct str name = arena_printf(a, ".taraz/%.*s.%s", (int)stamp.n, stamp.p, ending);
    return name.p ? path_join(a, r->job->output, name.p) : NULL;
}

/* Writes the figures, the rejects last: a part without rejects is no part. */
static enum status write_parts(struct run *r, struct arena *a, struct str stamp, const struct vec *figures,
                               struct str text, const struct faults *faults, struct err *e)
{
    struct vec rejects;
    enum status st = rejects_of_faults(a, faults, &rejects, e);
    if (st == ST_OK)
        st = records_write(&schema_figures, figures, part_path(r, a, stamp, "figures.csv"), e);
    if (st == ST_OK && text.n > 0)
        st = file_write(part_path(r, a, stamp, "txt"), text, e);
    if (st == ST_OK)
        st = records_write(&schema_rejects, &rejects, part_path(r, a, stamp, "rejects.csv"), e);
    return arena_failed(a) ? fail_memory(e) : st;
}

/* A source that cannot be read is a row of rejects; only the system's faults end the stage. */
static enum status extract_one(struct stage *stage, struct item *item, struct arena *a, struct err *e)
{
    struct run *r = stage->run;
    struct faults faults;
    struct vec figures;
    struct str text = { "", 0 };
    faults_init(&faults, a);
    faults.source_id = item->source.record.source_id;
    vec_init(&figures, a, sizeof(struct figure), FIGURES_LIMIT);
    struct source source = item->source;
    struct document document = { 0 };
    const struct extract_context context = { r->data, stage->vocabulary, stage->names, r->job->privacy };
    enum status st = source_figures(a, &context, &source, &figures, &document, NULL, &faults, e);
    const struct format *format = format_for(source.path);
    if (format && !str_is(str_of(format->name), "text")) /* the text of .txt files is the file itself */
        text = document.text;
    if (st == ST_INPUT || st == ST_USAGE) {
        e->status = ST_INPUT;
        faults_add(&faults, e);
        figures.n = 0;
        st = ST_OK;
    }
    return st == ST_OK ? write_parts(r, a, item->stamp, &figures, text, &faults, e) : st;
}

static void work(void *context, size_t i, size_t worker)
{
    struct stage *stage = context;
    struct run *r = stage->run;
    struct item *item = &stage->items[i];
    struct arena *a = arena_new(0);
    (void)worker;
    struct str bytes = { "", 0 }, hash = STR("unreadable");
    struct err unreadable;
    if (!a) {
        fail_memory(&item->err);
        item->failed = true;
        return;
    }
    if (file_read(a, item->source.path, 0, &bytes, &unreadable) == ST_OK)
        hash = sha256_hex(a, bytes);
    struct str stamp = item_stamp(r, a, &item->source, hash);
    if (stamp.n < sizeof item->stamp_text) {
        memcpy(item->stamp_text, stamp.p, stamp.n);
        item->stamp = (struct str){ item->stamp_text, stamp.n };
    }
    snprintf(item->hash_text, sizeof item->hash_text, "%.*s", (int)hash.n, hash.p);
    const char *part = part_path(r, a, item->stamp, "rejects.csv");
    item->made = r->force || !part || !file_exists(part) || hash.n != 64;
    if (item->made && !r->dry)
        item->failed = extract_one(stage, item, a, &item->err) != ST_OK;
    arena_free(a);
    size_t done = __atomic_add_fetch(&stage->done, 1, __ATOMIC_RELAXED);
    run_progress(r, "extract", done, stage->n);
}

static enum status collect_one(struct run *r, struct item *item, struct err *e)
{
    struct vec part, rejects;
    enum status st =
        records_read(r->arena, &schema_rejects, part_path(r, r->arena, item->stamp, "rejects.csv"), &rejects, NULL, e);
    if (st == ST_OK)
        st =
            records_read(r->arena, &schema_figures, part_path(r, r->arena, item->stamp, "figures.csv"), &part, NULL, e);
    for (size_t i = 0; st == ST_OK && i < part.n; i++) {
        struct figure *f = vec_add(&r->figures);
        if (!f)
            return fail_memory(e);
        *f = *VEC_AT(struct figure, &part, i);
    }
    if (st == ST_OK)
        faults_of_rejects(&rejects, &r->faults);
    return st;
}

/* texts/<source_id>.txt for sources whose text was taken out of HTML or PDF. */
static enum status copy_text(struct run *r, const struct item *item, struct err *e)
{
    const char *part = part_path(r, r->arena, item->stamp, "txt");
    if (!part || !file_exists(part))
        return ST_OK;
    struct str text, id = item->source.record.source_id;
    enum status st = file_make_folder(run_path(r, "texts"), e);
    if (st == ST_OK)
        st = file_read(r->arena, part, 0, &text, e);
    struct str name = arena_printf(r->arena, "texts/%.*s.txt", (int)id.n, id.p);
    for (size_t i = 6; name.p && i < name.n; i++)
        if (name.p[i] == '/')
            ((char *)(size_t)name.p)[i] = '_'; /* an id never leaves the folder */
    return st == ST_OK ? file_write(run_path(r, name.p), text, e) : st;
}

static enum status add_source(struct run *r, const struct item *item, struct err *e)
{
    struct source_record *record = vec_add(&r->sources);
    if (!record)
        return fail_memory(e);
    *record = item->source.record;
    record->file = arena_copy(r->arena, path_base(item->source.path));
    record->sha256 = strlen(item->hash_text) == 64 ? arena_copy(r->arena, str_of(item->hash_text)) : STR("");
    return ST_OK;
}

static enum status apply_corrections(struct run *r, struct err *e)
{
    if (!r->job->corrections)
        return ST_OK;
    struct vec corrections;
    enum status st = records_read(r->arena, &schema_corrections, r->job->corrections, &corrections, &r->faults, e);
    if (st == ST_OK && !r->dry) /* what was applied goes with the figures, and the review page starts from it */
        st = records_write(&schema_corrections, &corrections, run_path(r, "corrections.csv"), e);
    if (st == ST_OK)
        return corrections_apply(r->arena, &r->figures, &corrections, &r->faults, e);
    if (st == ST_INPUT) { /* no corrections is no reason to lose the figures */
        faults_add(&r->faults, e);
        st = ST_OK;
    }
    return st;
}

static enum status collect(struct stage *stage, struct err *e)
{
    struct run *r = stage->run;
    enum status st = ST_OK;
    for (size_t i = 0; i < stage->n && st == ST_OK; i++) {
        struct item *item = &stage->items[i];
        if (item->failed) {
            *e = item->err;
            return e->status;
        }
        *(item->made ? &r->n_made : &r->n_fresh) += 1;
        if (r->dry && item->made) {
            say("would extract %s", item->source.path);
            continue;
        }
        if ((st = add_source(r, item, e)) == ST_OK && (st = collect_one(r, item, e)) == ST_OK && !r->dry)
            st = copy_text(r, item, e);
    }
    return st == ST_OK ? apply_corrections(r, e) : st;
}

/* Removes parts of sources that are gone or changed. */
static void clean_parts(struct stage *stage)
{
    struct run *r = stage->run;
    const char *folder = run_path(r, ".taraz");
    DIR *listing = folder ? opendir(folder) : NULL;
    for (struct dirent *entry; listing && (entry = readdir(listing)) != NULL;) {
        struct str name = str_of(entry->d_name);
        size_t dot = str_find_byte(name, '.', 0);
        bool part = dot == 64, used = false;
        for (size_t i = 0; part && i < stage->n && !used; i++)
            used = str_equal(stage->items[i].stamp, str_slice(name, 0, dot));
        if (part && !used) {
            const char *path = path_join(r->arena, folder, entry->d_name);
            if (path)
                unlink(path);
        }
    }
    if (listing)
        closedir(listing);
}

static enum status start(struct run *r, struct stage *stage, struct err *e)
{
    const struct vec *sources = &r->job->sources;
    enum status st;
    if ((st = vocabulary_load(r->arena, r->data, &stage->vocabulary, e)) != ST_OK ||
        (st = name_list_load(r->arena, r->data, &stage->names, e)) != ST_OK)
        return st;
    stage->items = arena_array(r->arena, sources->n + 1, sizeof *stage->items);
    if (!stage->items)
        return fail_memory(e);
    stage->n = sources->n;
    for (size_t i = 0; i < sources->n; i++)
        stage->items[i].source = *VEC_AT(struct source, sources, i);
    vec_init(&r->sources, r->arena, sizeof(struct source_record), FIGURES_LIMIT);
    vec_init(&r->figures, r->arena, sizeof(struct figure), FIGURES_LIMIT);
    return ST_OK;
}

enum status run_extract(struct run *r, struct err *e)
{
    struct stage stage = { .run = r };
    enum status st = start(r, &stage, e);
    if (st != ST_OK)
        return st;
    pool_run(stage.n, r->threads, work, &stage);
    st = collect(&stage, e);
    if (st != ST_OK || r->dry)
        return st;
    clean_parts(&stage);
    st = records_write(&schema_sources, &r->sources, run_path(r, "sources.csv"), e);
    return st == ST_OK ? records_write(&schema_figures, &r->figures, run_path(r, "figures.csv"), e) : st;
}
