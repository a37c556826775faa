/* Tokens to items: the longest phrase of the vocabulary at each place. */
#include "etl/narrative/sentence.h"

#include <string.h>

struct str item_text(const struct sentence *s, size_t item)
{
    const struct token *list = s->tokens->list;
    return str_slice(s->document->text, list[s->items[item].first].start, list[s->items[item].last - 1].end);
}

struct item *items_join(struct sentence *s, size_t first, size_t last, enum item_kind kind, size_t index)
{
    struct item joined = { .kind = (uint8_t)kind,
                           .index = (uint16_t)index,
                           .capital = s->items[first].capital,
                           .first = s->items[first].first,
                           .last = s->items[last - 1].last };
    s->items[first] = joined;
    memmove(s->items + first + 1, s->items + last, (s->n_items - last) * sizeof *s->items);
    s->n_items -= last - first - 1;
    return &s->items[first];
}

/* What the word of the token means alone, with the capital that it is written with. */
static const struct term *terms_of(const struct sentence *s, const struct token *token)
{
    const struct term *terms = token->word ? word_of(s->words, token->word)->terms : NULL;
    return terms && (terms->any_case || (token->flags & TOKEN_CAPITAL)) ? terms : NULL;
}

/* The longest phrase from token i on, of more than its first word; a hyphen inside it counts as a blank. Returns the
 * token behind it, or 0 when there is none. */
static size_t longest_phrase(const struct sentence *s, size_t i, const struct term **terms)
{
    const struct token *list = s->tokens->list;
    bool capital = (list[i].flags & TOKEN_CAPITAL) != 0;
    uint32_t node = word_of(s->words, list[i].word)->node;
    size_t found = 0, j = i + 1;
    while (j < s->last) {
        if (list[j].kind == TOKEN_MARK && list[j].mark == '-' && (list[j].flags & TOKEN_GLUED) && j + 1 < s->last &&
            (list[j + 1].flags & TOKEN_GLUED)) {
            j++;
            continue;
        }
        if (list[j].kind == TOKEN_POSSESSIVE) { /* "year's end" */
            j++;
            continue;
        }
        bool sign = list[j].mark == '$' && list[j].word && (list[j].flags & TOKEN_GLUED); /* NZ$ */
        if ((list[j].kind != TOKEN_WORD && !sign) || !(node = vocabulary_step(s->v, node, list[j].word)))
            break;
        j++;
        const struct term *here = vocabulary_terms(s->v, node);
        if (here && (here->any_case || capital)) {
            *terms = here;
            found = j;
        }
    }
    return found;
}

static void name_meanings(struct item *item)
{
    item->noun = item->terms->by_table[IN_NOUNS];
    item->verb = item->terms->by_table[IN_VERBS];
    item->grammar = item->terms->grammar[item->capital];
    item->role = item->grammar ? item->grammar->kind : R_NONE;
    item->tells = item->terms->tells;
}

void items_find(struct sentence *s)
{
    const struct token *list = s->tokens->list;
    s->n_items = 0;
    s->tells = 0;
    for (size_t i = s->first; i < s->last && s->n_items < ITEMS_LIMIT;) {
        struct item *item = &s->items[s->n_items++];
        *item = (struct item){ .first = (uint32_t)i, .capital = (list[i].flags & TOKEN_CAPITAL) != 0 };
        size_t next = i + 1, behind;
        if (list[i].kind == TOKEN_WORD) {
            item->terms = terms_of(s, &list[i]);
            if (list[i].word && word_of(s->words, list[i].word)->leads &&
                (behind = longest_phrase(s, i, &item->terms)) != 0)
                next = behind;
            item->kind = item->terms ? ITEM_PHRASE : ITEM_WORD;
            if (item->terms)
                name_meanings(item);
        } else if (list[i].kind == TOKEN_DIGITS) {
            item->kind = ITEM_DIGITS;
            item->tells = TELLS_TIME | TELLS_COUNT;
        } else {
            item->terms = list[i].word ? word_of(s->words, list[i].word)->terms : NULL;
            item->kind = item->terms ? ITEM_PHRASE : ITEM_MARK; /* a currency sign */
            item->mark = list[i].kind == TOKEN_POSSESSIVE ? 's' : list[i].mark;
        }
        item->last = (uint32_t)next;
        s->tells |= item->tells;
        i = next;
    }
}
