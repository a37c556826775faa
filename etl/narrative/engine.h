/* The engine on one document: what narrative.c works with, and the two steps that end each sentence. */
#ifndef TARAZ_ETL_NARRATIVE_ENGINE_H
#define TARAZ_ETL_NARRATIVE_ENGINE_H

#include <nettle/sha2.h>

#include "etl/narrative/context_forms.h"
#include "etl/narrative/narrative.h"
#include "etl/narrative/sentence.h"
#include "etl/narrative/stories.h"

struct engine {
    struct sentence s;
    struct carried carried;
    struct tokens tokens;
    struct vec *figures;
    struct sha256_ctx source_digest; /* of the source's sha256, with which every figure_id starts */
    struct trace *trace;
    size_t title_at; /* where the first block starts */
    size_t line_at;  /* byte up to which lines have been counted */
    size_t line;
    size_t page;
    struct open_forms forms;
    struct lead_figures lead;
    struct block prose; /* the last block, when it was prose that no table has been read behind; end 0: none */
    bool entry;         /* the last block was an entry of a list */
    bool unfinished;    /* the last block of prose stopped in the middle of a sentence */
};

/* engine_figures.c: appends the figures that the numbers of the sentence or row state, and notes what they wait for (a
 * form, the day of the event). False: out of memory. */
bool add_figures(struct engine *g);
/* engine_carry.c: what a sentence leaves; `waiting`: how many figures waited for a form before it. */
void carry_sentence(struct engine *g, size_t waiting);
/* Forgets what does not outlast a block, before the next one is read. */
void carry_to_block(struct engine *g, const struct block *b);

#endif
