/* Workbooks over any bytes: as a zip of whatever they are, and as one sheet's XML in a small made zip. */
#include <stdint.h>
#include <stdlib.h>
#include <zip.h>

#include "etl/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_book(struct str bytes)
{
    struct arena *a = arena_new(256 << 20);
    if (!a)
        return;
    struct faults faults;
    struct err e;
    struct table t;
    faults_init(&faults, a);
    const struct source s = { .path = "fuzz.xlsx" };
    const struct table_reading reading = { .sheet = bytes.n % 2 ? "s" : NULL };
    if (bytes.n > 0)
        format_for("fuzz.xlsx")->read_table(a, &s, bytes, &reading, &t, &faults, &e);
    arena_free(a);
}

static void add(zip_t *z, const char *name, const void *data, size_t n)
{
    zip_source_t *source = zip_source_buffer(z, data, n, 0);
    if (source && zip_file_add(z, name, source, ZIP_FL_OVERWRITE) < 0)
        zip_source_free(source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char book[] = "<workbook><sheets><sheet name=\"s\" id=\"r1\"/></sheets></workbook>";
    static const char relations[] = "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>";
    static const char styles[] = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    read_book((struct str){ (const char *)data, size });
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *z = made ? zip_open_from_source(made, ZIP_CREATE | ZIP_TRUNCATE, &error) : NULL;
    if (!z)
        return 0;
    zip_source_keep(made);
    add(z, "xl/workbook.xml", book, sizeof book - 1);
    add(z, "xl/_rels/workbook.xml.rels", relations, sizeof relations - 1);
    add(z, "xl/styles.xml", styles, sizeof styles - 1);
    add(z, size % 4 == 0 ? "xl/sharedStrings.xml" : "xl/s.xml", data, size);
    if (zip_close(z) == 0 && zip_source_open(made) == 0) {
        zip_stat_t info;
        char *bytes = zip_source_stat(made, &info) == 0 ? malloc(info.size ? info.size : 1) : NULL;
        zip_int64_t got = bytes ? zip_source_read(made, bytes, info.size) : 0;
        if (got > 0)
            read_book((struct str){ bytes, (size_t)got });
        free(bytes);
        zip_source_close(made);
    }
    zip_source_free(made);
    return 0;
}
