/* Extracts figures from a sentence of a made-up report about Kazakhstan in 2020, or over another period. */
#ifndef TARAZ_TESTS_ETL_NARRATIVE_SAMPLE_H
#define TARAZ_TESTS_ETL_NARRATIVE_SAMPLE_H

#include <math.h>

#include "core/file.h"
#include "etl/narrative/narrative.h"
#include "tests/tap.h"

enum { SAMPLE_FIGURES_LIMIT = 1000 };

struct sample {
    struct arena *arena;
    struct vec figures; /* of struct figure */
    enum status status;
};

static const struct vocabulary *sample_vocabulary(void)
{
    static struct vocabulary *vocabulary;
    static struct arena *arena; /* kept until the program ends */
    const char *folder;
    struct err e;
    if (!vocabulary && (arena = arena_new(0)) && data_folder(arena, &folder, &e) == ST_OK)
        vocabulary_load(arena, folder, &vocabulary, &e);
    return vocabulary;
}

static inline struct sample sample_extract_over(const char *text, struct date first, struct date last)
{
    struct sample s = { .arena = arena_new(0) };
    struct err e;
    struct document d = { .source_id = STR("sample"),
                          .text = str_of(text),
                          .sha256 = STR("0123456789abcdef"),
                          .ref_area = STR("KAZ"),
                          .period_start = first,
                          .period_end = last };
    vec_init(&s.figures, s.arena, sizeof(struct figure), SAMPLE_FIGURES_LIMIT);
    if (!sample_vocabulary()) {
        s.status = ST_SYSTEM;
        return s;
    }
    s.status = narrative_extract(s.arena, sample_vocabulary(), &d, &s.figures, NULL, &e);
    return s;
}

static inline struct sample sample_extract(const char *text)
{
    return sample_extract_over(text, (struct date){ 2020, 1, 1 }, (struct date){ 2020, 12, 31 });
}

static inline void sample_free(struct sample *s) { arena_free(s->arena); }

static inline const struct figure *sample_figure(const struct sample *s, size_t i)
{
    static struct figure none;
    return i < s->figures.n ? VEC_AT(struct figure, &s->figures, i) : &none;
}

/* The figures as "154 victims_identified; >=12 arrests": for tests that read at a glance. */
static inline struct str sample_text(const struct sample *s)
{
    struct str out = { 0 };
    for (size_t i = 0; i < s->figures.n; i++) {
        const struct figure *f = VEC_AT(struct figure, &s->figures, i);
        struct buf b;
        buf_init(&b, 0);
        buf_put(&b, out);
        if (out.n)
            buf_puts(&b, "; ");
        if (str_is(f->qualifier, "about"))
            buf_puts(&b, "~");
        if (isnan(f->value_low))
            buf_puts(&b, "<=");
        else if (isnan(f->value_high))
            buf_puts(&b, ">=");
        buf_put_double(&b, isnan(f->value_low) ? f->value_high : f->value_low);
        if (str_is(f->qualifier, "range")) {
            buf_puts(&b, "-");
            buf_put_double(&b, f->value_high);
        }
        buf_puts(&b, " ");
        buf_put(&b, f->indicator);
        out = arena_copy(s->arena, buf_str(&b));
        buf_free(&b);
    }
    return out;
}

#define FINDS(text, want)                                                                                              \
    do {                                                                                                               \
        struct sample found = sample_extract(text);                                                                    \
        CHECK(found.status == ST_OK);                                                                                  \
        CHECK_TEXT(sample_text(&found), want);                                                                         \
        sample_free(&found);                                                                                           \
    } while (0)
#define FINDS_NOTHING(text) FINDS(text, "")

#endif
