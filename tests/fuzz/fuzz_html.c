/* Web pages and texts over any bytes, and the lines of a PDF. */
#include <stdint.h>

#include "etl/pdf_lines.h"
#include "etl/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = { "fuzz.html", "fuzz.txt" };
    struct str bytes = { (const char *)data, size };
    for (size_t i = 0; i < 3 && size > 0; i++) {
        struct arena *a = arena_new(256 << 20);
        struct faults faults;
        struct document d = { 0 };
        struct err e;
        if (!a)
            return 0;
        faults_init(&faults, a);
        if (i < 2) {
            const struct source s = { .path = paths[i] };
            format_for(paths[i])->read_text(a, &s, bytes, &d, &faults, &e);
        } else {
            pdf_lines_join(a, bytes, &d, &e);
        }
        arena_free(a);
    }
    return 0;
}
