/* The word table and the trie; vocabulary_load.c reads the tables into them. */
#include "etl/narrative/vocabulary_build.h"

#include <string.h>

const struct word_table *vocabulary_words(const struct vocabulary *v) { return v->words; }

static size_t edge_slot(const struct vocabulary *v, uint32_t key)
{
    size_t slot = (size_t)(key * 0x9E3779B97F4A7C15ull >> 32) & (EDGE_SLOTS - 1);
    while (v->edges[slot].to && v->edges[slot].key != key)
        slot = (slot + 1) & (EDGE_SLOTS - 1);
    return slot;
}

uint32_t vocabulary_step(const struct vocabulary *v, uint32_t node, uint32_t word)
{
    bool leads = v->leads[node / 8] & (1u << node % 8);
    return word && leads ? v->edges[edge_slot(v, node * WORD_SLOTS + word)].to : 0;
}

const struct phrase *vocabulary_phrase(const struct vocabulary *v, uint32_t node) { return &v->phrases[node]; }

double vocabulary_confidence(const struct vocabulary *v, struct str method, enum indicator indicator)
{
    double general = 0.5;
    for (size_t i = 0; i < v->n_confidence; i++) {
        const struct confidence *c = &v->confidence[i];
        if ((c->indicator != indicator && c->indicator != INDICATOR_NONE) || !str_equal(c->method, method))
            continue;
        if (c->indicator == indicator)
            return c->share;
        general = c->share;
    }
    return general;
}

const struct fiscal_year *vocabulary_fiscal_year(const struct vocabulary *v, struct str ref_area)
{
    for (size_t i = 0; i < v->n_fiscal_years; i++)
        if (str_equal(v->fiscal_years[i].ref_area, ref_area))
            return &v->fiscal_years[i];
    return NULL;
}

enum status vocabulary_new(struct arena *a, struct vocabulary **out, struct err *e)
{
    struct vocabulary *v = arena_alloc(a, sizeof *v);
    if (!v)
        return fail_memory(e);
    v->arena = a;
    char *room = arena_alloc(a, sizeof *v->words + CACHE_LINE);
    v->edges = arena_array(a, EDGE_SLOTS, sizeof *v->edges);
    v->phrases = arena_array(a, NODES_LIMIT, sizeof *v->phrases);
    if (!room || !v->edges || !v->phrases)
        return fail_memory(e);
    v->words = (struct word_table *)(void *)(room + CACHE_LINE - (uintptr_t)room % CACHE_LINE);
    v->n_nodes = 1;
    *out = v;
    return ST_OK;
}

/* Numbers a word; 0 when the tables are full. */
static uint32_t add_word(struct vocabulary *v, struct str word)
{
    struct word_hash w = { .hash = WORD_HASH_START };
    for (size_t i = 0; i < word.n; i++)
        word_hash_add(&w, ascii_lower(word.p[i]));
    uint64_t hash = word_hash_end(&w);
    uint64_t *slot = &v->words->slots[word_slot(v->words, hash)];
    if (*slot)
        return (uint32_t)*slot & (WORD_SLOTS - 1);
    if (v->n_words + 1 >= VOCABULARY_WORDS)
        return 0;
    size_t bit = word_filter_bit(hash);
    v->words->filter[bit / 8] |= (uint8_t)(1u << bit % 8);
    *slot = (hash & ~(uint64_t)(WORD_SLOTS - 1)) | ++v->n_words;
    return (uint32_t)v->n_words;
}

static uint32_t add_edge(struct vocabulary *v, uint32_t node, uint32_t word)
{
    if (!node) {
        struct word *first = &v->words->words[word];
        if (!first->node && v->n_nodes < NODES_LIMIT)
            first->node = (uint32_t)v->n_nodes++;
        return first->node;
    }
    v->leads[node / 8] |= (uint8_t)(1u << node % 8);
    struct edge *edge = &v->edges[edge_slot(v, node * WORD_SLOTS + word)];
    if (edge->to)
        return edge->to;
    if (v->n_nodes >= NODES_LIMIT)
        return 0;
    *edge = (struct edge){ node * WORD_SLOTS + word, (uint32_t)v->n_nodes };
    return (uint32_t)v->n_nodes++;
}

/* Does the role start a mention of time (dates.c)? */
static bool is_time(uint8_t role)
{
    return (role >= R_MONTH && role <= R_UNDATED) ||
           (role >= R_YEAR_END && role <= R_ENDING && role != R_COURT && role != R_HOTLINE);
}

/* Bits of enum tells. */
static uint8_t told(const struct term *t)
{
    bool number = t->table == IN_NUMBERS && t->kind != NUMBER_ARTICLE;
    bool time = (number && t->kind != NUMBER_ZERO) || (t->table == IN_NOUNS && t->kind == NOUN_DURATION) ||
                (t->table == IN_GRAMMAR && is_time(t->kind));
    bool study = t->table == IN_GRAMMAR && (t->kind == R_LAW || t->kind == R_SURVEY || t->kind == R_ENTITY_OF_STUDY);
    bool compared = t->table == IN_GRAMMAR && t->kind == R_COMPARED;
    bool entire = t->table == IN_GRAMMAR && t->kind == R_ENTIRE;
    return (uint8_t)((t->subject ? TELLS_SUBJECT : 0) | (study ? TELLS_STUDY : 0) | (t->form ? TELLS_FORM : 0) |
                     (t->table == IN_NOUNS && t->sex ? TELLS_SEX : 0) | (time ? TELLS_TIME : 0) |
                     (number ? TELLS_COUNT : 0) | (compared ? TELLS_COMPARED : 0) | (entire ? TELLS_ENTIRE : 0));
}

/* Puts the new meaning `t` behind those that the phrase has. */
static void add_meaning(struct phrase *phrase, struct term *t)
{
    const struct term **last = &phrase->terms;
    while (*last)
        last = (const struct term **)(uintptr_t) & (*last)->next;
    *last = t;
    for (int capital = 0; capital < 2; capital++) {
        const struct term **part = &phrase->grammar[capital];
        bool plays = t->table == IN_GRAMMAR && t->kind < R_INSTRUMENT && (!t->capital || capital);
        if (plays && (!*part || (t->capital && !(*part)->capital))) {
            *part = t;
            phrase->roles[capital] = t->kind;
        }
    }
    const struct term **by_table = (const struct term **)(uintptr_t)phrase->terms->by_table;
    if (!by_table[t->table])
        by_table[t->table] = t;
    phrase->noun = by_table[IN_NOUNS];
    phrase->verb = by_table[IN_VERBS];
    phrase->any_case = phrase->any_case || !t->capital;
    phrase->tells |= told(t);
    phrase->tables |= (uint8_t)(1u << (t->table - 1));
}

static bool end_phrase(struct vocabulary *v, uint32_t node, const struct term *meaning)
{
    struct phrase *phrase = &v->phrases[node];
    for (const struct term *t = phrase->terms; t; t = t->next)
        if (t->table == meaning->table && t->kind == meaning->kind && t->verb_forms == meaning->verb_forms &&
            (t->table != IN_PLACES || str_equal(t->code, meaning->code)) && str_equal(t->area, meaning->area))
            return true; /* the earlier row wins */
    struct term *t = arena_alloc(v->arena, sizeof *t);
    if (!t)
        return false;
    *t = *meaning;
    t->next = NULL;
    t->by_table = phrase->terms ? phrase->terms->by_table : arena_array(v->arena, N_TABLES, sizeof *t->by_table);
    if (!t->by_table)
        return false;
    add_meaning(phrase, t);
    return true;
}

/* Adds every reading of `pattern` behind `node`: words between blanks, alternatives between bars. */
static bool add_rest(struct vocabulary *v, struct str pattern, uint32_t node, const struct term *meaning)
{
    pattern = str_trim(pattern);
    if (!pattern.n)
        return node != 0 && end_phrase(v, node, meaning);
    size_t end = str_find_byte(pattern, ' ', 0);
    struct str choices = str_slice(pattern, 0, end), choice;
    while (str_split_next(&choices, '|', &choice)) {
        if (end < pattern.n && str_ends(choice, "'s")) /* inside a phrase the reader passes over it */
            choice.n -= 2;
        uint32_t word = add_word(v, choice);
        uint32_t next = word ? add_edge(v, node, word) : 0;
        if (word && meaning->table == IN_NUMBERS && choice.n > 1 && !str_is(choice, "an") && !str_is(choice, "of"))
            v->words->words[word].counts = true;
        if (!next || !add_rest(v, str_slice(pattern, end, pattern.n), next, meaning))
            return false;
    }
    return true;
}

bool vocabulary_add(struct vocabulary *v, struct str pattern, const struct term *meaning)
{
    struct term t = *meaning;
    struct str phrase;
    while (str_split_next(&pattern, ';', &phrase)) {
        t.name = arena_copy(v->arena, str_trim(phrase));
        if (!add_rest(v, phrase, 0, &t))
            return false;
    }
    return true;
}

bool vocabulary_finish(struct vocabulary *v)
{
    struct word *words = v->words->words;
    uint64_t *next = arena_array(v->arena, v->n_nodes, sizeof *next);
    if (!next)
        return false;
    for (size_t i = 0; i < EDGE_SLOTS; i++)
        if (v->edges[i].to)
            next[v->edges[i].key / WORD_SLOTS] |= 1ull << v->edges[i].key % 64;
    for (size_t i = 1; i <= v->n_words; i++) {
        words[i].alone = v->phrases[words[i].node];
        words[i].next = next[words[i].node];
    }
    return true;
}
