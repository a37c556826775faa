#include "etl/extract.h"

static enum status read_table(struct arena *a, const struct extract_context *x, struct source *s, struct vec *figures,
                              struct faults *faults, struct err *e)
{
    struct layout *layout;
    const char *name = arena_cstr(a, s->record.layout);
    if (!name)
        return fail_memory(e);
    enum status st = layout_load(a, x->data_folder, name, &layout, e);
    return st == ST_OK ? layout_extract(a, layout, s, figures, faults, e) : st;
}

enum status source_figures(struct arena *a, const struct extract_context *x, struct source *s, struct vec *figures,
                           struct document *document, struct trace *trace, struct faults *faults, struct err *e)
{
    struct document own;
    const struct format *format = format_for(s->path);
    bool is_table = s->record.layout.n > 0 || (format && format->read_table);
    if (!document)
        document = &own;
    *document = (struct document){ .source_id = s->record.source_id };
    enum status st;
    if (is_table && s->record.layout.n == 0)
        st = fail(e, ST_INPUT, (struct place){ s->path, 0, 0 },
                  "give --layout NAME, or name it in the column layout of sources.csv (see 'taraz list layouts')",
                  "is a table, and how to read it is not said");
    else if (is_table)
        st = read_table(a, x, s, figures, faults, e);
    else {
        st = document_read(a, s, document, faults, e);
        if (st == ST_OK)
            st = narrative_extract(a, x->vocabulary, document, figures, trace, e);
    }
    return st == ST_OK ? privacy_apply(a, &x->privacy, x->names, figures, e) : st;
}
