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

/* Can a longer phrase go on with the token? Mostly not, which is found out without looking it up. */
static bool may_go_on(const struct word *first, const struct token *next)
{
    bool word = first->next >> next->word % 64 & 1, mark = next->mark != 0 && first->next != 0;
    return word || mark;
}

/* The longest phrase of token i and those behind it; a hyphen inside it counts as a blank. Returns the token behind
 * it, or 0 when there is none. */
static size_t longer_phrase(const struct sentence *s, size_t i, const struct phrase **phrase)
{
    const struct token *list = s->tokens->list;
    bool capital = (list[i].flags & TOKEN_CAPITAL) != 0;
    uint32_t node = s->words->words[list[i].word].node;
    size_t found = 0;
    for (size_t j = i + 1; j < s->last; j++) {
        if (list[j].kind == TOKEN_MARK && list[j].mark == '-' && (list[j].flags & TOKEN_GLUED) && j + 1 < s->last &&
            (list[j + 1].flags & TOKEN_GLUED))
            continue;
        if (list[j].kind == TOKEN_POSSESSIVE) /* "year's end" */
            continue;
        bool sign = list[j].mark == '$' && (list[j].flags & TOKEN_GLUED); /* NZ$ */
        if ((list[j].kind != TOKEN_WORD && !sign) || !(node = vocabulary_step(s->v, node, list[j].word)))
            break;
        const struct phrase *here = vocabulary_phrase(s->v, node);
        if (here->any_case || (here->terms && capital)) {
            *phrase = here;
            found = j + 1;
        }
    }
    return found;
}

static void set_meaning(struct item *item, const struct phrase *phrase)
{
    item->role = phrase->roles[item->capital];
    item->tables = phrase->tables;
    item->terms = phrase->terms;
    item->noun = phrase->noun;
    item->verb = phrase->verb;
    item->grammar = phrase->grammar[item->capital];
}

/* The item of token i and, when it starts a longer phrase, those behind it. Half of a text's words are in no
 * vocabulary: their item is made without asking what it means. */
static void fill_item(const struct sentence *s, size_t i, struct item *item)
{
    static const uint8_t kinds[] = {
        [TOKEN_WORD] = ITEM_WORD, [TOKEN_DIGITS] = ITEM_DIGITS, [TOKEN_MARK] = ITEM_MARK, [TOKEN_POSSESSIVE] = ITEM_MARK
    };
    const struct token *token = &s->tokens->list[i];
    *item = (struct item){ .kind = kinds[token->kind],
                           .mark = token->kind == TOKEN_POSSESSIVE ? 's' : token->mark,
                           .capital = (token->flags & TOKEN_CAPITAL) != 0,
                           .tells = token->kind == TOKEN_DIGITS ? TELLS_TIME | TELLS_COUNT : 0,
                           .first = (uint32_t)i,
                           .last = (uint32_t)i + 1 };
    if (!token->word)
        return;
    const struct word *word = &s->words->words[token->word];
    const struct phrase *phrase = &word->alone;
    if (i + 1 < s->last && may_go_on(word, token + 1) && token->kind == TOKEN_WORD) {
        size_t behind = longer_phrase(s, i, &phrase);
        item->last = behind ? (uint32_t)behind : item->last;
    }
    if (!phrase->terms || (!phrase->any_case && !item->capital))
        return;
    item->kind = ITEM_PHRASE;
    item->tells = token->kind == TOKEN_DIGITS ? item->tells : phrase->tells;
    set_meaning(item, phrase);
}

void items_number(struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++) {
        if (s->items[i].kind == ITEM_NUMBER)
            s->numbers[s->items[i].index].item = (uint16_t)i;
        if (s->items[i].kind == ITEM_DATE)
            s->dates[s->items[i].index].item = (uint16_t)i;
    }
}

void item_keep_first(struct sentence *s, size_t i)
{
    struct item *item = &s->items[i];
    const struct phrase *alone = &s->words->words[s->tokens->list[item->first].word].alone;
    item->kind = alone->terms ? ITEM_PHRASE : ITEM_WORD;
    set_meaning(item, alone);
}

void items_find(struct sentence *s)
{
    s->n_items = 0;
    s->tells = 0;
    for (size_t i = s->first; i < s->last && s->n_items < ITEMS_LIMIT;) {
        struct item *item = &s->items[s->n_items++];
        fill_item(s, i, item);
        s->tells |= item->tells;
        i = item->last;
    }
}
