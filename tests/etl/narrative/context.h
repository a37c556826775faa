/* What is said of each figure of a made-up text, in one line: "12 2019-01-01/2019-12-31; 3 ...". */
#ifndef TARAZ_TESTS_ETL_NARRATIVE_CONTEXT_H
#define TARAZ_TESTS_ETL_NARRATIVE_CONTEXT_H

#include "tests/etl/narrative/sample.h"

typedef void (*say_of_figure)(struct buf *b, const struct figure *f);

static inline struct str context_of(struct sample *s, const struct document *d, say_of_figure say)
{
    struct err e;
    *s = (struct sample){ .arena = arena_new(0) };
    vec_init(&s->figures, s->arena, sizeof(struct figure), SAMPLE_FIGURES_LIMIT);
    s->status =
        sample_vocabulary() ? narrative_extract(s->arena, sample_vocabulary(), d, &s->figures, NULL, &e) : ST_SYSTEM;
    struct buf b;
    buf_init(&b, 0);
    for (size_t i = 0; i < s->figures.n; i++) {
        const struct figure *f = VEC_AT(struct figure, &s->figures, i);
        buf_puts(&b, i ? "; " : "");
        buf_put_double(&b, isnan(f->value_low) ? f->value_high : f->value_low);
        buf_puts(&b, " ");
        say(&b, f);
    }
    struct str out = arena_copy(s->arena, buf_str(&b));
    buf_free(&b);
    return out;
}

/* A report on Kazakhstan in 2020; story: news about it, published on Wednesday 14 July 2021. */
static inline struct document sample_document(const char *text, bool story)
{
    struct document d = { .source_id = STR("sample"),
                          .text = str_of(text),
                          .sha256 = STR("0123456789abcdef"),
                          .ref_area = STR("KAZ"),
                          .period_start = { 2020, 1, 1 },
                          .period_end = { 2020, 12, 31 } };
    if (story) {
        d.period_start = d.period_end = (struct date){ 0 };
        d.published_from = d.published = (struct date){ 2021, 7, 14 };
    }
    return d;
}

static inline struct str context_text(struct sample *s, const char *text, bool story, say_of_figure say)
{
    struct document d = sample_document(text, story);
    return context_of(s, &d, say);
}

static inline void say_period(struct buf *b, const struct figure *f)
{
    buf_put(b, f->time_start);
    if (!str_equal(f->time_start, f->time_end)) {
        buf_puts(b, "/");
        buf_put(b, f->time_end);
    }
    buf_puts(b, f->time_start.n ? " " : "");
    buf_put(b, f->time_basis);
}

static inline void say_form(struct buf *b, const struct figure *f)
{
    buf_put(b, f->exploitation.n ? f->exploitation : STR("-"));
}

static inline void say_indicator(struct buf *b, const struct figure *f) { buf_put(b, f->indicator); }

static inline void say_unit(struct buf *b, const struct figure *f)
{
    buf_put(b, f->indicator);
    buf_puts(b, " ");
    buf_put(b, f->unit_measure);
}

#define SAYS(say, story, text, want)                                                                                   \
    do {                                                                                                               \
        struct sample found;                                                                                           \
        CHECK_TEXT(context_text(&found, text, story, say), want);                                                      \
        CHECK(found.status == ST_OK);                                                                                  \
        sample_free(&found);                                                                                           \
    } while (0)

#define REPORT(text, want) SAYS(say_period, false, text, want)
#define NEWS(text, want) SAYS(say_period, true, text, want)
#define FORM(text, want) SAYS(say_form, false, text, want)
#define UNIT(text, want) SAYS(say_unit, false, text, want)

#endif
