/* How fast narrative text is read: one core, MB of plain text a second, from the text in memory to its figures in
 * memory.
 *
 *     bench_extract FILE...    repeats the texts up to BENCH_MEGABYTES (default 64) and prints MB/s
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/file.h"
#include "etl/narrative/narrative.h"

enum { FIGURES_LIMIT = 10000000, MEGABYTE = 1000000 };

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv)
{
    struct arena *a = arena_new(0), *work = arena_new(0);
    struct vocabulary *v;
    const char *folder;
    struct err e;
    const char *given = getenv("BENCH_MEGABYTES");
    size_t wanted = (size_t)(given ? atoi(given) : 64) * MEGABYTE, done = 0, n_figures = 0;
    if (argc < 2 || data_folder(a, &folder, &e) != ST_OK || vocabulary_load(a, folder, &v, &e) != ST_OK)
        return 2;
    struct str *texts = arena_array(a, (size_t)argc, sizeof *texts),
               *hashes = arena_array(a, (size_t)argc, sizeof *hashes);
    if (!texts || !hashes)
        return 1;
    for (int i = 1; i < argc; i++) {
        if (file_read(a, argv[i], 0, &texts[i], &e) != ST_OK)
            return 1;
        hashes[i] = sha256_hex(a, texts[i]);
    }
    double start = seconds();
    while (done < wanted) {
        for (int i = 1; i < argc && done < wanted; i++) {
            struct document d = { .source_id = STR("bench"),
                                  .text = texts[i],
                                  .sha256 = hashes[i],
                                  .ref_area = STR("KAZ"),
                                  .period_start = { 2020, 1, 1 },
                                  .period_end = { 2020, 12, 31 } };
            struct vec figures;
            vec_init(&figures, work, sizeof(struct figure), FIGURES_LIMIT);
            if (narrative_extract(work, v, &d, &figures, NULL, &e) != ST_OK)
                return 1;
            n_figures += figures.n;
            done += texts[i].n;
            arena_reset(work);
        }
    }
    double used = seconds() - start;
    printf("%.1f MB, %zu figures, %.2f s: %.1f MB/s\n", (double)done / MEGABYTE, n_figures, used,
           (double)done / MEGABYTE / used);
    arena_free(work);
    arena_free(a);
    return 0;
}
