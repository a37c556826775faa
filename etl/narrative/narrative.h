/* Narrative text to figures: the front of the engine.
 *
 *   text -> tokens -> numbers -> vocabulary match -> clauses -> attachment -> context -> figures
 *
 * Everything that is a word, a name or a pattern lives in tables under data/
 * (see data/README.md); the engine is the grammar only.
 */
#ifndef TARAZ_ETL_NARRATIVE_NARRATIVE_H
#define TARAZ_ETL_NARRATIVE_NARRATIVE_H

#include "core/schema.h"
#include "etl/narrative/vocabulary.h"
#include "etl/source.h"

/* Receives what was seen in each sentence and why it was or was not a figure
 * (taraz extract --trace). NULL: no trace is made. */
struct trace {
    struct buf *out;
    long only_sentence_at; /* a byte offset: trace only the sentence there; -1: all */
};

/* Appends one struct figure per stated figure, in order of span_start. Quotes are
 * unmasked here; etl/privacy.h masks them. Strings live in `a`. The figure_id is
 * the first 16 hex digits of SHA-256(source sha256, span, words), so it depends on
 * nothing but the source's bytes and the place. */
enum status narrative_extract(struct arena *a, const struct vocabulary *v, const struct document *d,
                              struct vec *figures, struct trace *trace, struct err *e);

#endif
