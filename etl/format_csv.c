#include "etl/cell.h"
#include "etl/encoding.h"
#include "etl/source.h"

static enum status read_table(struct arena *a, const struct source *s, struct str bytes,
                              const struct table_reading *reading, struct table *out, struct faults *faults,
                              struct err *e)
{
    struct str text;
    const char *converted;
    enum status st = text_decode(a, s->path, bytes, reading ? reading->encoding : NULL, &text, &converted, e);
    if (st != ST_OK)
        return st;
    if (converted && !(reading && reading->encoding))
        note(faults, s->path, "save it as UTF-8 if letters look wrong", "is not UTF-8 and was read as %s", converted);
    struct table_options options = reading ? reading->options : (struct table_options){ 0 };
    if (!options.csv.delimiter)
        options.csv.delimiter = delimiter_sniff(text, options.skip_rows);
    return table_parse(a, text, s->path, &options, out, faults, e);
}

const struct format format_csv = {
    .name = "csv",
    .extensions = "csv tsv",
    .help = "tables and case data; delimiter (comma, semicolon, tab, bar) and encoding are found out",
    .read_table = read_table,
};
