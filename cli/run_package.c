/* rejects.csv and datapackage.json (Frictionless Data Package v1): what a run wrote, column by column. */
#include <string.h>

#include "cli/json.h"
#include "cli/run.h"
#include "core/file.h"
#include "core/version.h"

static void put_member(struct buf *b, const char *indent, const char *name, struct str value, bool more)
{
    buf_printf(b, "%s\"%s\": ", indent, name);
    json_put(b, value);
    buf_puts(b, more ? ",\n" : "\n");
}

static void put_field(struct buf *b, const struct column *c, bool last)
{
    static const char *const types[] = { "string", "number", "integer" };
    buf_puts(b, "          {\"name\": ");
    json_put(b, str_of(c->name));
    buf_printf(b, ", \"type\": \"%s\", \"description\": ", types[c->type]);
    json_put(b, str_of(c->help));
    if (c->codes || c->required) {
        buf_puts(b, ", \"constraints\": {");
        if (c->required)
            buf_puts(b, "\"required\": true");
        struct str rest = str_of(c->codes), code;
        bool first = true;
        while (c->codes && str_split_next(&rest, ' ', &code)) {
            buf_puts(b, first ? (c->required ? ", \"enum\": [" : "\"enum\": [") : ", ");
            json_put(b, code);
            first = false;
        }
        buf_puts(b, c->codes ? "]}" : "}");
    }
    buf_puts(b, last ? "}\n" : "},\n");
}

static enum status put_resource(struct run *r, struct buf *b, const struct schema *s, bool last, struct err *e)
{
    struct str name = arena_printf(r->arena, "%s.csv", s->name), content;
    enum status st = file_read(r->arena, run_path(r, name.p), 0, &content, e);
    if (st != ST_OK)
        return st;
    buf_puts(b, "    {\n");
    put_member(b, "      ", "name", str_of(s->name), true);
    put_member(b, "      ", "path", name, true);
    put_member(b, "      ", "description", str_of(s->help), true);
    buf_puts(b, "      \"profile\": \"tabular-data-resource\",\n      \"format\": \"csv\",\n"
                "      \"mediatype\": \"text/csv\",\n      \"encoding\": \"utf-8\",\n");
    buf_printf(b, "      \"bytes\": %zu,\n", content.n);
    put_member(b, "      ", "hash", arena_printf(r->arena, "sha256:%s", sha256_hex(r->arena, content).p), true);
    buf_puts(b, "      \"schema\": {\n        \"fields\": [\n");
    for (size_t i = 0; i < s->n_columns; i++)
        put_field(b, &s->columns[i], i + 1 == s->n_columns);
    buf_puts(b, "        ],\n        \"missingValues\": [\"\"]");
    for (size_t i = 0; i < s->n_key; i++)
        buf_printf(b, "%s\"%s\"", i ? ", " : ",\n        \"primaryKey\": [", s->columns[i].name);
    buf_printf(b, "%s\n      }\n    }%s\n", s->n_key ? "]" : "", last ? "" : ",");
    return ST_OK;
}

static void put_sources(struct buf *b, const struct vec *sources)
{
    buf_puts(b, "  \"sources\": [");
    for (size_t i = 0; i < sources->n; i++) {
        const struct source_record *s = VEC_AT(const struct source_record, sources, i);
        buf_puts(b, i ? ",\n    {\"title\": " : "\n    {\"title\": ");
        json_put(b, s->title.n ? s->title : s->source_id);
        if (s->url.n) {
            buf_puts(b, ", \"path\": ");
            json_put(b, s->url);
        }
        buf_puts(b, "}");
    }
    buf_puts(b, sources->n ? "\n  ],\n" : "],\n");
}

static enum status write_package(struct run *r, struct err *e)
{
    static const struct schema *const written[] = { &schema_sources,   &schema_figures, &schema_series,
                                                    &schema_conflicts, &schema_trends,  &schema_rejects };
    struct buf b;
    buf_init(&b, 0);
    buf_puts(&b, "{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"taraz-run\",\n");
    put_member(&b, "  ", "title", r->job->title, true);
    buf_puts(&b, "  \"created_by\": \"taraz " TARAZ_VERSION "\",\n");
    put_sources(&b, &r->sources);
    buf_puts(&b, "  \"resources\": [\n");
    enum status st = ST_OK;
    size_t n = sizeof written / sizeof *written;
    for (size_t i = 0; i < n && st == ST_OK; i++)
        st = put_resource(r, &b, written[i], i + 1 == n, e);
    buf_puts(&b, "  ]\n}\n");
    if (st == ST_OK)
        st = file_write_buf(run_path(r, "datapackage.json"), &b, e);
    buf_free(&b);
    return st;
}

enum status run_package(struct run *r, struct err *e)
{
    struct vec rejects;
    if (r->dry)
        return ST_OK;
    enum status st = rejects_of_faults(r->arena, &r->faults, &rejects, e);
    if (st == ST_OK)
        st = records_write(&schema_rejects, &rejects, run_path(r, "rejects.csv"), e);
    return st == ST_OK ? write_package(r, e) : st;
}
