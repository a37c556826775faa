/* Text into blocks and tokens.
 *
 * A block is a paragraph, heading, list entry or line of a table; sentences never cross it. Tokens
 * are words, digit groups and single marks, with the number of the word in the vocabulary.
 */
#ifndef TARAZ_ETL_NARRATIVE_TOKENS_H
#define TARAZ_ETL_NARRATIVE_TOKENS_H

#include "etl/narrative/vocabulary.h"

enum token_kind { TOKEN_WORD, TOKEN_DIGITS, TOKEN_MARK, TOKEN_POSSESSIVE };

enum token_flag {
    TOKEN_CAPITAL = 1,  /* starts with a capital letter (any letter beyond ASCII counts as one) */
    TOKEN_GLUED = 2,    /* no blank before it */
    TOKEN_WIDE_GAP = 4, /* two blanks or a tab before it */
    TOKEN_COMMAS = 8,   /* digits with thousands separators or a decimal point */
};

/* Marks beyond ASCII are folded: dashes to '-', long dashes (and "--") to '_', quotes to '"' and '\'', bullets to '*'.
 */
struct token {
    uint32_t start, end; /* bytes of the document */
    uint32_t word;       /* vocabulary number; 0: unknown or no word */
    uint8_t kind, flags;
    char mark; /* TOKEN_MARK: the folded mark; TOKEN_DIGITS: 0 */
};

enum block_kind { BLOCK_PROSE, BLOCK_HEADING, BLOCK_ROW };

struct block {
    uint32_t start, end; /* bytes */
    enum block_kind kind;
};

/* The next block at or after *at; false at the end of the text. */
bool block_next(struct str text, size_t *at, struct block *out);

/* A growing list of tokens that is used again for each block. */
struct tokens {
    struct token *list;
    size_t n, capacity;
    size_t n_counted; /* tokens up to the last digits or number word: what follows states no number */
};

/* Cuts [start, end) of text into tokens. `blanks`: digits with a blank between groups of three are one number
 * ("1 234"); not so in a table whose cells only a blank parts. False when out of memory. The list is freed by
 * tokens_free. */
bool tokens_cut(struct tokens *t, const struct word_table *words, struct str text, size_t start, size_t end,
                bool blanks);
void tokens_free(struct tokens *t);

/* End (token index) of the sentence that starts at token `first`. */
size_t sentence_end(const struct tokens *t, const struct word_table *words, size_t first);

#endif
