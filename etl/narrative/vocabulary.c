/* The word table and the trie; vocabulary_load.c reads the tables into them. */
#include "etl/narrative/vocabulary_build.h"

#include <string.h>

/* The word's slot: where it is, or the empty one where it belongs. Words are told apart by their 64-bit
 * hash alone, so that the two apostrophes are one; some thousand words collide once in 10^12 tables. */
static size_t word_slot(const struct vocabulary *v, uint64_t hash)
{
    size_t slot = (size_t)(hash ^ (hash >> 32)) & (v->n_word_slots - 1);
    while (v->words[slot].id) {
        if (v->words[slot].hash == hash)
            break;
        slot = (slot + 1) & (v->n_word_slots - 1);
    }
    return slot;
}

uint32_t vocabulary_word(const struct vocabulary *v, uint64_t hash)
{
    size_t bit = (size_t)(hash >> 40) & (FILTER_BITS - 1); /* most words of a text are in no table */
    if (!(v->filter[bit / 8] & (1u << bit % 8)))
        return 0;
    return v->words[word_slot(v, hash)].id;
}

bool vocabulary_counts(const struct vocabulary *v, uint32_t word)
{
    return v->counts[word / 8] & (1u << word % 8);
}

static size_t edge_slot(const struct vocabulary *v, uint32_t node, uint32_t word)
{
    uint64_t key = (uint64_t)node << 32 | word;
    uint64_t mixed = key * 0x9E3779B97F4A7C15ull;
    size_t slot = (size_t)(mixed >> 32) & (v->n_edge_slots - 1);
    while (v->edges[slot].to && v->edges[slot].key != key)
        slot = (slot + 1) & (v->n_edge_slots - 1);
    return slot;
}

uint32_t vocabulary_step(const struct vocabulary *v, uint32_t node, uint32_t word)
{
    if (!node || !word) /* most phrases end with their first word */
        return word ? v->first[word] : 0;
    return v->leads[node / 8] & (1u << node % 8) ? v->edges[edge_slot(v, node, word)].to : 0;
}

const struct term *vocabulary_terms(const struct vocabulary *v, uint32_t node)
{
    return v->terms[node];
}

double vocabulary_confidence(const struct vocabulary *v, struct str method, enum indicator indicator)
{
    double general = 0.5;
    for (size_t i = 0; i < v->n_confidence; i++) {
        const struct confidence *c = &v->confidence[i];
        if (!str_equal(c->method, method))
            continue;
        if (c->indicator == indicator)
            return c->share;
        if (c->indicator == INDICATOR_NONE)
            general = c->share;
    }
    return general;
}

enum status vocabulary_new(struct arena *a, struct vocabulary **out, struct err *e)
{
    struct vocabulary *v = arena_alloc(a, sizeof *v);
    if (!v)
        return fail_memory(e);
    v->arena = a;
    v->n_word_slots = VOCABULARY_SLOTS;
    v->n_edge_slots = EDGE_SLOTS;
    v->words = arena_array(a, v->n_word_slots, sizeof *v->words);
    v->edges = arena_array(a, v->n_edge_slots, sizeof *v->edges);
    v->terms = arena_array(a, VOCABULARY_NODES, sizeof *v->terms);
    if (!v->words || !v->edges || !v->terms)
        return fail_memory(e);
    v->n_nodes = 1;
    *out = v;
    return ST_OK;
}

/* Numbers a word; 0 when the tables are full or out of memory. */
static uint32_t add_word(struct vocabulary *v, struct str word)
{
    uint64_t hash = WORD_HASH_START;
    for (size_t i = 0; i < word.n; i++)
        hash = word_hash_step(hash, ascii_lower(word.p[i]));
    size_t slot = word_slot(v, hash);
    if (v->words[slot].id)
        return v->words[slot].id;
    if (v->n_words >= VOCABULARY_SLOTS / 2)
        return 0;
    size_t bit = (size_t)(hash >> 40) & (FILTER_BITS - 1);
    v->filter[bit / 8] |= (uint8_t)(1u << bit % 8);
    v->words[slot] = (struct word_entry){ hash, (uint32_t)++v->n_words };
    return v->words[slot].id;
}

static uint32_t add_edge(struct vocabulary *v, uint32_t node, uint32_t word)
{
    if (!node) {
        if (!v->first[word] && v->n_nodes < VOCABULARY_NODES)
            v->first[word] = (uint32_t)v->n_nodes++;
        return v->first[word];
    }
    v->leads[node / 8] |= (uint8_t)(1u << node % 8);
    size_t slot = edge_slot(v, node, word);
    if (v->edges[slot].to)
        return v->edges[slot].to;
    if (v->n_nodes >= VOCABULARY_NODES)
        return 0;
    v->edges[slot] = (struct edge){ (uint64_t)node << 32 | word, (uint32_t)v->n_nodes };
    return (uint32_t)v->n_nodes++;
}

/* Does the role start a mention of time (dates.c)? */
static bool is_time(uint8_t role)
{
    return (role >= R_MONTH && role <= R_UNDATED) || (role >= R_YEAR_END && role <= R_ENDING && role != R_COURT && role != R_HOTLINE);
}

/* What the new meaning `t` says of the phrase whose first meaning is `first`. */
static void note_meaning(struct term *first, const struct term *t)
{
    for (int capital = 0; capital < 2; capital++) {
        const struct term **part = &first->grammar[capital];
        bool plays = t->table == IN_GRAMMAR && t->kind < R_INSTRUMENT && (!t->capital || capital);
        if (plays && (!*part || (t->capital && !(*part)->capital)))
            *part = t;
    }
    bool number = t->table == IN_NUMBERS && t->kind != NUMBER_ARTICLE;
    first->counts = first->counts || number;
    first->timely = first->timely || (number && t->kind != NUMBER_ZERO) || (t->table == IN_NOUNS && t->kind == NOUN_DURATION) ||
                    (t->table == IN_GRAMMAR && is_time(t->kind));
}

static bool end_phrase(struct vocabulary *v, uint32_t node, const struct term *meaning)
{
    for (const struct term *t = v->terms[node]; t; t = t->next)
        if (t->table == meaning->table && t->kind == meaning->kind && t->verb_forms == meaning->verb_forms &&
            (t->table != IN_PLACES || str_equal(t->code, meaning->code)))
            return true; /* the earlier row wins */
    struct term *t = arena_alloc(v->arena, sizeof *t);
    if (!t)
        return false;
    const struct term **by_table = v->terms[node] ? (const struct term **)(uintptr_t)v->terms[node]->by_table
                                                  : arena_array(v->arena, N_TABLES, sizeof *by_table);
    if (!by_table)
        return false;
    *t = *meaning;
    t->next = NULL;
    t->by_table = by_table;
    if (!by_table[t->table])
        by_table[t->table] = t;
    const struct term **last = &v->terms[node];
    while (*last)
        last = (const struct term **)(uintptr_t)&(*last)->next;
    *last = t;
    note_meaning((struct term *)(uintptr_t)v->terms[node], t);
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
        uint32_t word = add_word(v, choice);
        uint32_t next = word ? add_edge(v, node, word) : 0;
        if (word && meaning->table == IN_NUMBERS && choice.n > 1 && !str_is(choice, "an") && !str_is(choice, "of"))
            v->counts[word / 8] |= (uint8_t)(1u << word % 8);
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
