/* The front of the engine: blocks, sentences, the stages in order, and figures from what they found. */
#include "etl/narrative/narrative.h"

#include <math.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>

#include "core/file.h"
#include "etl/narrative/clauses.h"
#include "etl/narrative/context_forms.h"
#include "etl/narrative/lists.h"
#include "etl/narrative/rows.h"
#include "etl/narrative/sentence.h"
#include "etl/narrative/stories.h"
#include "etl/narrative/trace.h"

enum { QUOTE_LIMIT = 400, REFERENCE_MARKS_LEAST = 3, LABEL_LINE_LIMIT = 10, ID_DIGITS = 16 };

/* What a sentence is written into: each part before it is read, so that nothing need be cleared. */
struct room {
    struct item items[ITEMS_LIMIT];
    struct number numbers[NUMBERS_LIMIT];
    struct date_mention dates[DATES_LIMIT];
};

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
    bool entry;      /* the last block was an entry of a list */
    bool unfinished; /* the last block of prose stopped in the middle of a sentence */
};

/* ---- locator, quote, figure ---- */

/* "page 3" */
static struct str numbered(struct arena *a, struct str word, size_t number)
{
    char room[LONG_ROOM], text[2 * LONG_ROOM];
    struct str digits = long_print((long)number, room);
    memcpy(text, word.p, word.n);
    memcpy(text + word.n, digits.p, digits.n);
    return arena_copy(a, (struct str){ text, word.n + digits.n });
}

static struct str locator_of(struct engine *g, size_t offset)
{
    const struct document *d = g->s.document;
    if (d->n_pages) {
        while (g->page + 1 < d->n_pages && d->page_starts[g->page + 1] <= offset)
            g->page++;
        return numbered(g->s.arena, STR("page "), g->page + 1);
    }
    if (offset < g->line_at) {
        g->line_at = 0;
        g->line = 1;
    }
    for (const char *p; (p = memchr(d->text.p + g->line_at, '\n', offset - g->line_at)) != NULL;) {
        g->line++;
        g->line_at = (size_t)(p - d->text.p) + 1;
    }
    return numbered(g->s.arena, STR("line "), g->line);
}

static bool word_byte(char c) { return !ascii_is_space(c); }

/* The sentence around [start, end), at most QUOTE_LIMIT bytes, cut at word ends, blanks as single spaces. */
static struct str quote_of(const struct sentence *s, size_t start, size_t end)
{
    struct str text = s->document->text;
    size_t first = s->tokens->list[s->first].start, last = s->tokens->list[s->last - 1].end;
    if (last - first > QUOTE_LIMIT) {
        size_t half = QUOTE_LIMIT / 2;
        size_t from = start > first + half ? start - half : first;
        size_t to = from + QUOTE_LIMIT < last ? from + QUOTE_LIMIT : last;
        while (from > first && from < start && word_byte(text.p[from]) && word_byte(text.p[from - 1]))
            from++;
        while (to < last && to > end && word_byte(text.p[to - 1]) && word_byte(text.p[to]))
            to--;
        first = from;
        last = to;
    }
    struct str copy = arena_copy(s->arena, str_trim(str_slice(text, first, last)));
    char *p = (char *)copy.p;
    size_t n = 0;
    for (size_t i = 0; i < copy.n; i++) {
        bool blank = ascii_is_space(p[i]);
        if (!blank || (n && p[n - 1] != ' '))
            p[n++] = blank ? ' ' : p[i];
    }
    return (struct str){ p, n };
}

static struct str figure_id(const struct engine *g, const struct number *n, struct str words)
{
    char start[LONG_ROOM], end[LONG_ROOM];
    struct str blank = STR(" ");
    struct str key[] = { blank, long_print(n->start, start), blank, long_print(n->end, end), blank, words };
    return str_slice(sha256_hex_behind(g->s.arena, &g->source_digest, key, sizeof key / sizeof *key), 0, ID_DIGITS);
}

static bool add_figure(struct engine *g, const struct number *n)
{
    struct sentence *s = &g->s;
    struct figure *f = vec_add(g->figures);
    if (!f)
        return false;
    record_clear(&schema_figures, f);
    struct str words = str_slice(s->document->text, n->start, n->end);
    f->figure_id = figure_id(g, n, words);
    f->source_id = s->document->source_id;
    f->locator = locator_of(g, n->start);
    f->span_start = (long)n->start;
    f->span_end = (long)n->end;
    f->as_written = arena_copy(s->arena, words);
    f->quote = quote_of(s, n->start, n->end);
    f->indicator = str_of(indicator_names[n->indicator]);
    f->unit_measure = n->currency.n ? n->currency : str_of(unit_names[n->unit]);
    f->ref_area = n->area;
    f->citizenship = n->citizenship;
    f->sex = str_of(sex_names[n->sex]);
    f->age = str_of(age_names[n->age]);
    f->exploitation = str_of(form_names[n->form]);
    if (n->period_first.year) {
        f->time_start = date_print(s->arena, n->period_first);
        f->time_end = date_print(s->arena, n->period_last);
    }
    f->time_basis = str_of(n->basis);
    f->value_low = isinf(n->low) ? NAN : n->low;
    f->value_high = isinf(n->high) ? NAN : n->high;
    f->obs_value = n->qualifier == EXACT || n->qualifier == ABOUT ? n->low : NAN;
    f->qualifier = str_of(qualifier_names[n->qualifier]);
    f->obs_status = n->indicator == VICTIMS_ESTIMATED || n->estimated ? STR("E") : STR("A");
    f->method = str_of(n->method);
    f->confidence = vocabulary_confidence(s->v, f->method, n->indicator);
    f->review_status = STR("proposed");
    lead_wait(&g->lead, s, n, g->figures->n - 1);
    return !arena_failed(s->arena) && (!n->form_open || n->form || open_forms_wait(&g->forms, g->figures->n - 1));
}

/* ---- subject of a sentence ---- */

/* ---- what a sentence leaves for those behind it ---- */

/* "Nine of the 10 rescued had been bonded": a count of the sentences before, told again. */
static bool counts_again(const struct sentence *s)
{
    const struct carried *c = s->carried;
    for (size_t k = 0; k < s->n_numbers; k++)
        for (size_t j = c->recent_of_block; j < c->n_recent; j++)
            if (s->numbers[k].low > 1 && s->numbers[k].low == c->recent[j].low)
                return true;
    return false;
}

/* waiting: how many figures waited for a form before this sentence. */
static void carry(struct engine *g, size_t waiting)
{
    struct sentence *s = &g->s;
    struct carried *c = &g->carried;
    if (s->own_subject)
        c->block_subject = s->subject;
    c->estimates = c->estimates || s->survey;
    for (size_t k = 0; k < s->n_numbers; k++)
        c->estimates = c->estimates || (!s->numbers[k].why_not && s->numbers[k].indicator == VICTIMS_ESTIMATED);
    c->date_age++;
    if (period_to_carry(s, &c->date)) {
        c->spoken = c->date;
        c->date_of_court = is_of_court(s);
        c->has_date = true;
        c->date_age = 1;
    } else if (period_leaves(s)) {
        c->has_date = false;
    }
    people_carry(s);
    places_carry(s, false);
    struct forms_seen forms = { 0 };
    forms_see(&forms, s);
    if (is_news(s))
        forms_hinted(&g->forms.hints, s);
    if (forms.form && s->n_numbers && !is_news(s) && !counts_again(s))
        open_forms_pass(&g->forms, waiting);
    if (forms.form) {
        forms_join(&g->forms.block, &forms);
        forms_join(&g->forms.document, &forms);
    }
    if (forms.form || s->own_subject)
        c->last_form = forms.several ? FORM_NONE : forms.form;
    for (size_t k = 0; k < s->n_numbers; k++) {
        if (s->numbers[k].why_not)
            continue;
        if (c->n_recent == RECENT_LIMIT) {
            memmove(c->recent, c->recent + 1, (--c->n_recent) * sizeof *c->recent);
            c->recent_of_block -= c->recent_of_block > 0;
        }
        c->recent[c->n_recent++] = s->numbers[k];
    }
    for (size_t k = 0; k < s->n_numbers; k++) {
        const struct number *n = &s->numbers[k];
        if (n->why_not || n->from >= 0 || !n->noun || !n->indicator)
            continue;
        c->total = *n;
        c->has_total = c->total_told = true;
        if (n->indicator > VICTIMS && n->indicator <= VICTIMS_FREED)
            c->told_process = n->indicator;
        break;
    }
}

static bool do_sentence(struct engine *g, size_t first, size_t last)
{
    struct sentence *s = &g->s;
    s->first = first;
    s->last = last;
    items_find(s);
    dates_find(s);
    numbers_find(s);
    note_words(s);
    if (first == 0)
        people_note_label(s);
    dates_claim(s);
    if (s->n_numbers) {
        clauses_find(s);
        list_entry_find(s);
        attach(s);
        people_find(s);
        forms_find(s);
        places_find(s);
        periods_find(s);
        mentions_join(s);
    }
    if (g->trace)
        trace_sentence(g->trace, s);
    size_t waiting = g->forms.waiting.n;
    for (size_t k = 0; k < s->n_numbers; k++)
        if (!s->numbers[k].why_not && s->numbers[k].indicator && !add_figure(g, &s->numbers[k]))
            return false;
    if (is_news(s) && story_note(s) && !lead_settle(&g->lead, s, g->figures))
        return false;
    carry(g, waiting);
    list_lead_keep(s);
    return true;
}

static void do_heading(struct engine *g)
{
    struct sentence *s = &g->s;
    struct carried *c = &g->carried;
    if (!s->tokens->n) /* blanks outside ASCII only */
        return;
    s->first = 0;
    s->last = s->tokens->n;
    items_find(s);
    if (row_plain_header(s))
        return;
    c->block_subject = SUBJECT_NONE;
    c->total_told = false;
    note_words(s);
    c->heading_estimates = s->survey;
    if (s->tokens->list[0].start == g->title_at && s->own_subject && s->subject != OFF_SUBJECT)
        c->document_subject = s->subject;
    c->heading_subject = s->own_subject ? s->subject : c->document_subject;
    c->last_form = FORM_NONE;
    g->forms.block = g->forms.heading = (struct forms_seen){ 0 };
    forms_see(&g->forms.heading, s);
    places_carry(s, true);
    c->n_columns = 0;
    c->table_noun = c->table_act = NULL;
    for (size_t i = 0; i < s->n_items; i++) {
        const struct term *noun = s->items[i].noun;
        bool counted = noun && (noun->kind == NOUN_PERSON || noun->kind == NOUN_CASE);
        c->table_noun = counted && !c->table_noun ? noun : c->table_noun;
        if (s->items[i].verb && s->items[i].verb->indicator && (s->items[i].verb->verb_forms & FORM_PARTICIPLE))
            c->table_act = s->items[i].verb;
    }
    list_heading_keep(s);
}

/* Does the block end with a full stop (and what closes behind it)? If not, a page break may have cut it. */
static bool ends_sentence(const struct tokens *t)
{
    for (size_t i = t->n; i-- > 0 && t->n - i <= 4;) {
        char mark = t->list[i].kind == TOKEN_MARK ? t->list[i].mark : 0;
        if (mark == '.' || mark == '!' || mark == '?' || mark == ':')
            return true;
        if (t->list[i].kind == TOKEN_WORD)
            return false;
    }
    return true;
}

/* A bullet or dash before the first word. */
static bool opens_entry(const struct tokens *t)
{
    char mark = t->n && t->list[0].kind == TOKEN_MARK ? t->list[0].mark : 0;
    return mark == '*' || mark == '-' || mark == '_';
}

/* "Female: 120": a line that is a label and its number. */
static bool is_label_line(const struct tokens *t)
{
    return t->n >= 3 && t->n <= LABEL_LINE_LIMIT && t->list[t->n - 1].kind == TOKEN_DIGITS &&
           t->list[t->n - 2].kind == TOKEN_MARK && t->list[t->n - 2].mark == ':';
}

static bool do_block(struct engine *g, const struct block *b)
{
    struct sentence *s = &g->s;
    bool in_table = b->kind == BLOCK_HEADING && g->carried.n_columns > 1;
    if (!tokens_cut(&g->tokens, s->words, s->document->text, b->start, b->end, !in_table))
        return false;
    s->kind = b->kind;
    s->entry = opens_entry(&g->tokens) || is_label_line(&g->tokens);
    g->carried.lead_open = g->carried.lead_open && s->entry;
    bool goes_on = g->unfinished && b->kind == BLOCK_PROSE && g->tokens.n && g->tokens.list[0].kind == TOKEN_WORD &&
                   !(g->tokens.list[0].flags & TOKEN_CAPITAL);
    if (!goes_on) {
        g->carried.block_subject = SUBJECT_NONE;
        bool story = !s->document->period_start.year && b->kind == BLOCK_PROSE && !g->carried.story.first.year;
        g->carried.has_date = g->carried.has_date && story &&
                              g->carried.date.use != DATE_SINCE; /* news goes on over its short paragraphs */
        g->carried.date_age++;
        bool entry = g->tokens.n && g->tokens.list[0].kind == TOKEN_MARK &&
                     (g->tokens.list[0].mark == '*' || g->tokens.list[0].mark == '-');
        g->carried.has_total = g->carried.has_total && entry && g->entry; /* the entries of a list go on */
        g->entry = entry;
        g->carried.recent_of_block = g->carried.n_recent;
        g->carried.label_age = AGE_NONE;
        g->carried.block_area = STR("");
        g->carried.person = (struct person){ 0 };
        g->carried.estimates = g->carried.heading_estimates;
        g->carried.last_form = FORM_NONE;
        open_forms_end_block(&g->forms, g->figures);
    }
    g->unfinished = b->kind == BLOCK_PROSE && !ends_sentence(&g->tokens);
    if (b->kind == BLOCK_ROW || (b->kind == BLOCK_HEADING && row_is_plain(&g->tokens, &g->carried))) {
        row_find(s);
        if (g->trace)
            trace_sentence(g->trace, s);
        for (size_t k = 0; k < s->n_numbers; k++)
            if (!s->numbers[k].why_not && s->numbers[k].indicator && !add_figure(g, &s->numbers[k]))
                return false;
        return true;
    }
    size_t figures_before = g->figures->n;
    bool leads = g->tokens.n && g->tokens.list[g->tokens.n - 1].mark == ':';
    size_t end = leads || b->kind == BLOCK_HEADING ? g->tokens.n : g->tokens.n_counted; /* behind it no number stands */
    for (size_t first = 0; first < end;) {
        size_t last = sentence_end(&g->tokens, s->words, first);
        if (last - first > ITEMS_LIMIT)
            last = first + ITEMS_LIMIT;
        if (!do_sentence(g, first, last))
            return false;
        first = last;
        if (open_forms_in_block(&g->forms)) /* the rest may name the form of a figure before it */
            end = g->tokens.n;
    }
    if (b->kind == BLOCK_HEADING && g->figures->n == figures_before)
        do_heading(g);
    return true;
}

/* Does the document put marks as "(29)" behind its sentences? */
static bool has_reference_marks(struct str text)
{
    int seen = 0;
    for (size_t i = str_find_byte(text, '(', 0); i + 2 < text.n && seen < REFERENCE_MARKS_LEAST;
         i = str_find_byte(text, '(', i + 1)) {
        size_t j = i + 1;
        while (j < text.n && ascii_is_digit(text.p[j]) && j - i <= 3)
            j++;
        if (j > i + 1 && j < text.n && (text.p[j] == ')' || text.p[j] == ',') && i >= 2 &&
            (text.p[i - 2] == '.' || text.p[i - 1] == '.'))
            seen++;
    }
    return seen >= REFERENCE_MARKS_LEAST;
}

enum status narrative_extract(struct arena *a, const struct vocabulary *v, const struct document *d,
                              struct vec *figures, struct trace *trace, struct err *e)
{
    struct engine *g = calloc(1, sizeof *g);
    struct room *room = malloc(sizeof *room);
    if (!g || !room || d->text.n > UINT32_MAX) {
        free(g);
        free(room);
        return fail_memory(e);
    }
    g->s.items = room->items;
    g->s.numbers = room->numbers;
    g->s.dates = room->dates;
    g->s.v = v;
    g->s.words = vocabulary_words(v);
    g->s.document = d;
    g->s.arena = a;
    g->s.tokens = &g->tokens;
    g->s.carried = &g->carried;
    g->figures = figures;
    g->trace = trace;
    g->line = 1;
    sha256_init(&g->source_digest);
    sha256_update(&g->source_digest, d->sha256.n, (const uint8_t *)d->sha256.p);
    open_forms_init(&g->forms, a);
    g->carried.reference_marks = has_reference_marks(d->text);
    struct block block;
    size_t at = 0;
    bool good = true;
    for (bool first = true; good && block_next(d->text, &at, &block); first = false) {
        if (first)
            g->title_at = block.start;
        good = do_block(g, &block);
    }
    open_forms_end_document(&g->forms, !d->period_start.year, !g->carried.story.first.year, figures);
    tokens_free(&g->tokens);
    free(room);
    free(g);
    return good ? ST_OK : fail_memory(e);
}
