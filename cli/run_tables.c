/* The stages from figures to trends. */
#include "cli/run.h"
#include "core/file.h"

static struct str stamp_of_records(struct run *r, const struct schema *s, const struct vec *records)
{
    struct buf b;
    buf_init(&b, (size_t)4 << 30);
    records_format(s, records, &b);
    struct str hash = sha256_hex(r->arena, buf_str(&b));
    buf_free(&b);
    return hash;
}

/* Faults of a stage are kept beside its tables, so that a run that skips it still reports them. */
static enum status keep_faults(struct run *r, const struct faults *faults, const char *name, struct err *e)
{
    struct vec rejects;
    enum status st = rejects_of_faults(r->arena, faults, &rejects, e);
    if (st == ST_OK)
        st = records_write(&schema_rejects, &rejects, run_path(r, name), e);
    if (st == ST_OK)
        faults_append(&r->faults, faults);
    return st;
}

static enum status load_faults(struct run *r, const char *name, struct err *e)
{
    struct vec rejects;
    enum status st = records_read(r->arena, &schema_rejects, run_path(r, name), &rejects, NULL, e);
    if (st == ST_OK)
        faults_of_rejects(&rejects, &r->faults);
    return st;
}

static struct str reconcile_stamp(struct run *r)
{
    const struct reconcile_options *o = &r->job->reconcile;
    struct buf b;
    buf_init(&b, 0);
    stamp_put(&b, stamp_of_records(r, &schema_figures, &r->figures));
    stamp_put(&b, stamp_of_records(r, &schema_sources, &r->sources));
    stamp_put(&b, r->data_hash);
    for (size_t i = 0; i < o->n_prefer; i++)
        stamp_put(&b, o->prefer[i]);
    stamp_put_double(&b, o->keep_partial);
    stamp_put_double(&b, o->min_confidence);
    struct str stamp = stamp_of(r->arena, &b);
    buf_free(&b);
    return stamp;
}

enum status run_reconcile(struct run *r, struct err *e)
{
    static const struct str outputs[] = { { "series.csv", 10 },
                                          { "conflicts.csv", 13 },
                                          { ".taraz/reconcile.rejects.csv", 28 } };
    struct str stage = STR("reconcile"), stamp = reconcile_stamp(r);
    if (!run_must(r, stage, stamp, "reconcile the figures into series")) {
        if (r->dry)
            return ST_OK;
        enum status st = records_read(r->arena, &schema_series, run_path(r, "series.csv"), &r->series, NULL, e);
        if (st == ST_OK)
            st = records_read(r->arena, &schema_conflicts, run_path(r, "conflicts.csv"), &r->conflicts, NULL, e);
        return st == ST_OK ? load_faults(r, outputs[2].p, e) : st;
    }
    struct reconcile_options options = r->job->reconcile;
    options.data_folder = r->data;
    struct faults faults;
    faults_init(&faults, r->arena);
    enum status st = reconcile(r->arena, &r->figures, &r->sources, &options, &r->series, &r->conflicts, &faults, e);
    if (st == ST_OK)
        st = records_write(&schema_series, &r->series, run_path(r, "series.csv"), e);
    if (st == ST_OK)
        st = records_write(&schema_conflicts, &r->conflicts, run_path(r, "conflicts.csv"), e);
    if (st == ST_OK)
        st = keep_faults(r, &faults, outputs[2].p, e);
    return st == ST_OK ? run_made(r, stage, stamp, outputs, 3, e) : st;
}

static struct str trends_stamp(struct run *r)
{
    const struct trend_options *o = &r->job->trends;
    struct buf b;
    buf_init(&b, 0);
    stamp_put(&b, stamp_of_records(r, &schema_series, &r->series));
    for (size_t i = 0; i < r->job->n_methods; i++)
        stamp_put(&b, r->job->methods[i]);
    stamp_put_double(&b, o->alpha);
    stamp_put_double(&b, o->sides);
    stamp_put_double(&b, (double)o->seed);
    stamp_put_double(&b, r->job->reconcile.keep_partial);
    stamp_put(&b, str_of(o->family));
    stamp_put_double(&b, o->adjustment);
    for (size_t i = 0; i < o->n_breaks; i++)
        stamp_put_double(&b, o->breaks[i]);
    struct str stamp = stamp_of(r->arena, &b);
    buf_free(&b);
    return stamp;
}

enum status run_trends(struct run *r, struct err *e)
{
    static const struct str outputs[] = { { "trends.csv", 10 } };
    struct str stage = STR("trend"), stamp = trends_stamp(r);
    if (!run_must(r, stage, stamp, "compute the trends"))
        return r->dry ? ST_OK : records_read(r->arena, &schema_trends, run_path(r, "trends.csv"), &r->trends, NULL, e);
    struct trend_options options = r->job->trends;
    options.threads = r->threads;
    options.keep_partial = r->job->reconcile.keep_partial;
    enum status st = trends_compute(r->arena, &r->series, r->job->methods, r->job->n_methods, &options, &r->trends, e);
    if (st == ST_OK)
        st = records_write(&schema_trends, &r->trends, run_path(r, "trends.csv"), e);
    return st == ST_OK ? run_made(r, stage, stamp, outputs, 1, e) : st;
}
