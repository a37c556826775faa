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

static bool allowed(const struct phrase *phrase, bool capital)
{
    return phrase->terms && (phrase->any_case || capital);
}

/* The longest phrase of token i and those behind it; a hyphen inside it counts as a blank. Returns the token behind
 * it, or 0 when there is none. */
static size_t longer_phrase(const struct sentence *s, size_t i, const struct phrase **phrase)
{
    const struct token *list = s->tokens->list;
    const struct word *first = &s->words->words[list[i].word];
    uint32_t node = first->node;
    size_t found = 0;
    for (size_t j = i + 1; j < s->last; j++) {
        if (list[j].kind == TOKEN_MARK && list[j].mark == '-' && (list[j].flags & TOKEN_GLUED) && j + 1 < s->last &&
            (list[j + 1].flags & TOKEN_GLUED))
            continue;
        if (list[j].kind == TOKEN_POSSESSIVE) /* "year's end" */
            continue;
        bool sign = list[j].mark == '$' && (list[j].flags & TOKEN_GLUED); /* NZ$ */
        if ((list[j].kind != TOKEN_WORD && !sign) || !list[j].word)
            break;
        if (node == first->node && !(first->next & 1ull << list[j].word % 64))
            break;
        if (!(node = vocabulary_step(s->v, node, list[j].word)))
            break;
        const struct phrase *here = vocabulary_phrase(s->v, node);
        if (allowed(here, (list[i].flags & TOKEN_CAPITAL) != 0)) {
            *phrase = here;
            found = j + 1;
        }
    }
    return found;
}

static void take_phrase(struct item *item, const struct phrase *phrase)
{
    item->kind = ITEM_PHRASE;
    item->terms = phrase->terms;
    item->noun = phrase->noun;
    item->verb = phrase->verb;
    item->grammar = phrase->grammar[item->capital];
    item->role = item->grammar ? item->grammar->kind : R_NONE;
    item->tells = phrase->tells;
}

void items_find(struct sentence *s)
{
    const struct token *list = s->tokens->list;
    s->n_items = 0;
    s->tells = 0;
    for (size_t i = s->first; i < s->last && s->n_items < ITEMS_LIMIT;) {
        struct item *item = &s->items[s->n_items++];
        const struct word *word = &s->words->words[list[i].word];
        const struct phrase *phrase = &word->alone;
        size_t behind = 0;
        *item = (struct item){ .first = (uint32_t)i, .capital = (list[i].flags & TOKEN_CAPITAL) != 0 };
        if (list[i].kind == TOKEN_WORD) {
            if (word->next)
                behind = longer_phrase(s, i, &phrase);
            if (allowed(phrase, item->capital))
                take_phrase(item, phrase);
        } else if (list[i].kind == TOKEN_DIGITS) {
            item->kind = ITEM_DIGITS;
            item->tells = TELLS_TIME | TELLS_COUNT;
        } else {
            item->terms = phrase->terms;
            item->tells = phrase->tells;
            item->kind = item->terms ? ITEM_PHRASE : ITEM_MARK; /* a currency sign */
            item->mark = list[i].kind == TOKEN_POSSESSIVE ? 's' : list[i].mark;
        }
        i = behind ? behind : i + 1;
        item->last = (uint32_t)i;
        s->tells |= item->tells;
    }
}
