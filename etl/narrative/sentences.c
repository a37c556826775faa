/* Where sentences end. */
#include "etl/narrative/tokens.h"

static bool is_abbreviation(const struct tokens *t, const struct word_table *words, size_t i)
{
    const struct token *word = &t->list[i];
    if (word->kind != TOKEN_WORD)
        return false;
    if (word->end - word->start == 1 && (word->flags & TOKEN_CAPITAL))
        return true; /* an initial, or U.S. */
    for (const struct term *term = words->words[word->word].alone.terms; term; term = term->next)
        if (term->table == IN_GRAMMAR && term->kind == R_ABBREVIATION)
            return true;
    return false;
}

static bool starts_sentence(const struct token *t)
{
    return t->kind == TOKEN_DIGITS || (t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL)) ||
           (t->kind == TOKEN_MARK && (t->mark == '"' || t->mark == '(' || t->mark == '\'' || t->mark == '*' ||
                                      t->mark == '$' || t->mark == '[' || t->mark == '-'));
}

size_t sentence_end(const struct tokens *t, const struct word_table *words, size_t first)
{
    for (size_t i = first; i < t->n; i++) {
        const struct token *token = &t->list[i];
        if (!token->mark || (token->mark != '.' && token->mark != '!' && token->mark != '?'))
            continue;
        size_t next = i + 1;
        while (next < t->n && t->list[next].kind == TOKEN_MARK && (t->list[next].flags & TOKEN_GLUED) &&
               (t->list[next].mark == '"' || t->list[next].mark == ')' || t->list[next].mark == '\'' ||
                t->list[next].mark == ']'))
            next++; /* closing quotes belong to the sentence */
        if (next >= t->n)
            return t->n;
        if ((t->list[next].flags & TOKEN_GLUED) && t->list[next].kind != TOKEN_DIGITS)
            continue;
        if (token->mark == '.' && i > first && is_abbreviation(t, words, i - 1) && t->list[next].kind != TOKEN_MARK)
            continue;
        if ((t->list[next].flags & TOKEN_GLUED) ? t->list[i - (i > 0)].kind == TOKEN_WORD
                                                : starts_sentence(&t->list[next]))
            return next;
    }
    return t->n;
}
