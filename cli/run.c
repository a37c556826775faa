#include "cli/run.h"

#include <stdio.h>

#include "cli/verb.h"
#include "core/file.h"

const char *run_path(struct run *r, const char *name) { return path_join(r->arena, r->job->output, name); }

void run_progress(struct run *r, const char *what, size_t done, size_t of)
{
    if (r->progress)
        fprintf(stderr, "\r\033[K%s %zu/%zu%s", what, done, of, done == of ? "\r\033[K" : "");
}

bool run_must(struct run *r, struct str stage, struct str stamp, const char *what)
{
    if (!r->force && stamps_fresh(&r->stamps, stage, stamp)) {
        r->n_fresh++;
        return false;
    }
    r->n_made++;
    if (r->dry)
        say("would %s", what);
    return !r->dry;
}

enum status run_made(struct run *r, struct str stage, struct str stamp, const struct str *outputs, size_t n,
                     struct err *e)
{
    enum status st = stamps_set(&r->stamps, stage, stamp, outputs, n, e);
    return st == ST_OK ? stamps_write(&r->stamps, e) : st;
}

enum status rejects_of_faults(struct arena *a, const struct faults *faults, struct vec *out, struct err *e)
{
    vec_init(out, a, sizeof(struct reject), FAULT_LIMIT + 1);
    for (size_t i = 0; i < faults->list.n; i++) {
        const struct fault *f = VEC_AT(const struct fault, &faults->list, i);
        struct reject *row = vec_add(out);
        if (!row)
            return fail_memory(e);
        record_clear(&schema_rejects, row);
        row->severity = f->err.status == ST_OK ? STR("note") : STR("rejected");
        row->source_id = f->source_id;
        row->file = arena_copy(a, str_of(f->err.file));
        if (f->err.line > 0)
            row->line = f->err.line;
        if (f->err.column > 0)
            row->column = f->err.column;
        row->what = arena_copy(a, str_of(f->err.what));
        row->what_to_do = arena_copy(a, str_of(f->err.todo));
    }
    return arena_failed(a) ? fail_memory(e) : ST_OK;
}

static void copy_text(char *to, size_t size, struct str from)
{
    snprintf(to, size, "%.*s", (int)(from.n < size ? from.n : size - 1), from.n ? from.p : "");
}

void faults_of_rejects(const struct vec *rejects, struct faults *out)
{
    for (size_t i = 0; i < rejects->n; i++) {
        const struct reject *row = VEC_AT(const struct reject, rejects, i);
        struct err e = { .status = str_is(row->severity, "note") ? ST_OK : ST_INPUT,
                         .line = row->line > 0 ? row->line : 0,
                         .column = row->column > 0 ? row->column : 0 };
        copy_text(e.file, sizeof e.file, row->file);
        copy_text(e.what, sizeof e.what, row->what);
        copy_text(e.todo, sizeof e.todo, row->what_to_do);
        out->source_id = row->source_id;
        faults_add(out, &e);
    }
    out->source_id = (struct str){ "", 0 };
}
