/* Any bytes as the text of a report: the engine must neither crash nor hang, and spans must lie in the text. */
#include <stdint.h>
#include <stdlib.h>

#include "core/file.h"
#include "etl/narrative/narrative.h"

enum { FIGURES_LIMIT = 100000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct vocabulary *load(void)
{
    static struct vocabulary *vocabulary;
    const char *folder;
    struct err e;
    struct arena *a = vocabulary ? NULL : arena_new(0);
    if (a && (data_folder(a, &folder, &e) != ST_OK || vocabulary_load(a, folder, &vocabulary, &e) != ST_OK))
        abort(); /* without its tables nothing is tested */
    return vocabulary;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new(0);
    struct vec figures;
    struct err e;
    struct document d = { .source_id = STR("fuzz"),
                          .text = { (const char *)data, size },
                          .ref_area = STR("KAZ"),
                          .period_start = { 2020, 1, 1 },
                          .period_end = { 2020, 12, 31 } };
    const struct vocabulary *v = load();
    if (!a)
        return 0;
    vec_init(&figures, a, sizeof(struct figure), FIGURES_LIMIT);
    if (narrative_extract(a, v, &d, &figures, NULL, &e) == ST_OK)
        for (size_t i = 0; i < figures.n; i++) {
            const struct figure *f = VEC_AT(struct figure, &figures, i);
            if (f->span_start < 0 || f->span_end <= f->span_start || (size_t)f->span_end > size)
                abort();
        }
    arena_free(a);
    return 0;
}
