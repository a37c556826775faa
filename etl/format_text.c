#include "etl/encoding.h"
#include "etl/source.h"

static enum status read_text(struct arena *a, const struct source *s, struct str bytes, struct document *out,
                             struct faults *faults, struct err *e)
{
    const char *converted;
    enum status st = text_decode(a, s->path, bytes, NULL, &out->text, &converted, e);
    if (st == ST_OK && converted)
        note(faults, s->path, "save it as UTF-8 if letters look wrong", "is not UTF-8 and was read as %s", converted);
    return st;
}

const struct format format_text = {
    .name = "text",
    .extensions = "txt text md",
    .help = "plain text, UTF-8; UTF-16 with a BOM and Windows-1252 are converted",
    .read_text = read_text,
};
