/* The front of the engine: blocks and sentences, and the stages in order. */
#include "etl/narrative/narrative.h"

#include <stdlib.h>

#include "core/file.h"
#include "etl/narrative/clauses.h"
#include "etl/narrative/engine.h"
#include "etl/narrative/lists.h"
#include "etl/narrative/people.h"
#include "etl/narrative/rows.h"
#include "etl/narrative/trace.h"

enum { REFERENCE_MARKS_LEAST = 3, LABEL_LINE_LIMIT = 10, DAYS_OF_YEAR = 366 };

/* What a sentence is written into: each part before it is read, so that nothing need be cleared. */
struct room {
    struct item items[ITEMS_LIMIT];
    struct number numbers[NUMBERS_LIMIT];
    struct date_mention dates[DATES_LIMIT];
};

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
    }
    said_of_all(s, g->figures);
    if (s->n_numbers) {
        forms_find(s);
        places_find(s);
        periods_find(s);
        mentions_join(s);
    }
    if (g->trace)
        trace_sentence(g->trace, s);
    size_t waiting = g->forms.waiting.n;
    if (!add_figures(g))
        return false;
    if (is_news(s) && story_note(s) && !lead_settle(&g->lead, s, g->figures))
        return false;
    carry_sentence(g, waiting);
    list_lead_keep(s);
    return true;
}

/* Reads, once, the prose above a table. It takes the place of the tokens. */
static bool do_title(struct engine *g)
{
    bool good = !g->prose.end || title_of_prose(&g->s, g->prose.start, g->prose.end);
    g->prose.end = 0;
    return good;
}

/* "By form of exploitation", "of which": a line that only says how what was counted before is broken down. */
static bool heads_breakdown(const struct sentence *s)
{
    if (!s->carried->total_told || (role_at(s, 0) != R_BY && role_at(s, 0) != R_OF_THEM))
        return false;
    for (size_t i = 1; i < s->n_items; i++)
        if (noun_at(s, i) && noun_at(s, i)->indicator)
            return false;
    return true;
}

/* "2019", "Fishing vessels (2019)": the one year, or part of one, that a heading names; none where it names a law or
 * plan. */
static void note_heading_date(struct sentence *s)
{
    struct carried *c = s->carried;
    bool title = s->tokens->list[0].start == 0, date_only = true, names = false;
    items_find(s); /* the look for a table's header has joined some */
    dates_find(s);
    const struct date_mention *d = s->n_dates == 1 ? &s->dates[0] : NULL;
    for (size_t i = 0; i < s->n_items; i++) {
        names = names || plays(s, i, R_INSTRUMENT) || role_at(s, i) == R_STATUTE || role_at(s, i) == R_LAW;
        date_only = date_only && (s->items[i].kind == ITEM_DATE || s->items[i].kind == ITEM_MARK);
    }
    long days = d ? date_to_days(d->last) - date_to_days(d->first) : 0; /* one day is most often that of the byline */
    bool usable = d && !names && !title && d->use == DATE_IN && days > 0 && days <= DAYS_OF_YEAR;
    if (!usable && c->heading_is_date)
        return;
    c->heading_date = usable ? *d : (struct date_mention){ 0 };
    c->heading_is_date = usable && date_only;
}

static bool do_heading(struct engine *g)
{
    struct sentence *s = &g->s;
    struct carried *c = &g->carried;
    if (!s->tokens->n) /* blanks outside ASCII only */
        return true;
    s->first = 0;
    s->last = s->tokens->n;
    items_find(s);
    if (row_plain_header(s))
        return do_title(g);
    if (heads_breakdown(s))
        return true;
    g->prose.end = 0;
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
    note_heading_date(s);
    title_of_heading(s);
    list_heading_keep(s);
    return true;
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

/* "All of them were women.", behind the last number of the block: it may be said of the figures before. */
static bool goes_on_about_all(const struct engine *g, size_t first)
{
    return first < g->tokens.n && g->carried.total.figure && opens_with_all(&g->s, first);
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
    if (!goes_on)
        carry_to_block(g, b);
    g->unfinished = b->kind == BLOCK_PROSE && !ends_sentence(&g->tokens);
    if (b->kind == BLOCK_ROW || (b->kind == BLOCK_HEADING && row_is_plain(&g->tokens, &g->carried))) {
        if (g->prose.end &&
            (!do_title(g) || !tokens_cut(&g->tokens, s->words, s->document->text, b->start, b->end, !in_table)))
            return false;
        row_find(s);
        if (g->trace)
            trace_sentence(g->trace, s);
        return add_figures(g);
    }
    size_t figures_before = g->figures->n;
    bool leads = g->tokens.n && g->tokens.list[g->tokens.n - 1].mark == ':';
    size_t end = leads || b->kind == BLOCK_HEADING ? g->tokens.n : g->tokens.n_counted; /* behind it no number stands */
    bool waits_for_day = g->lead.n && !g->carried.story_decided;
    end = waits_for_day ? g->tokens.n : end;
    for (size_t first = 0; first < end || goes_on_about_all(g, first);) {
        size_t last = sentence_end(&g->tokens, s->words, first);
        if (last - first > ITEMS_LIMIT)
            last = first + ITEMS_LIMIT;
        if (!do_sentence(g, first, last))
            return false;
        first = last;
        if (open_forms_in_block(&g->forms) || waits_for_day) /* the rest may name what a figure before it waits for */
            end = g->tokens.n;
    }
    if (b->kind == BLOCK_PROSE)
        g->prose = *b;
    return b->kind != BLOCK_HEADING || g->figures->n != figures_before || do_heading(g);
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
        if (j > i + 1 && j < text.n && (text.p[j] == ')' || text.p[j] == ',' || text.p[j] == '-') && i >= 2 &&
            (text.p[i - 2] == '.' || text.p[i - 1] == '.'))
            seen++;
    }
    return seen >= REFERENCE_MARKS_LEAST;
}

/* The one subject that the title of the source names is that of what no heading is about. */
static bool read_title(struct engine *g)
{
    struct sentence *s = &g->s;
    struct document title = { .text = s->document->title };
    if (!title.text.n)
        return true;
    if (!tokens_cut(&g->tokens, s->words, title.text, 0, (uint32_t)title.text.n, true))
        return false;
    const struct document *document = s->document;
    s->document = &title;
    s->first = 0;
    s->last = s->tokens->n;
    items_find(s);
    enum subject subject = subject_of_title(s);
    s->document = document;
    g->carried.document_subject = g->carried.heading_subject = subject;
    return true;
}

enum status narrative_extract(struct arena *a, const struct vocabulary *v, const struct document *d,
                              struct vec *figures, struct trace *trace, struct err *e)
{
    struct engine *g = calloc(1, sizeof *g);
    struct room *room = malloc(sizeof *room);
    if (!g || !room || d->text.n > UINT32_MAX || d->title.n > UINT32_MAX) {
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
    bool good = read_title(g);
    size_t figures_before = figures->n, headline_end = 0;
    for (bool first = true; good && block_next(d->text, &at, &block); first = false) {
        if (first)
            g->title_at = block.start;
        if (first && block.kind == BLOCK_HEADING)
            headline_end = block.end;
        good = do_block(g, &block);
    }
    open_forms_end_document(&g->forms, !d->period_start.year, !g->carried.story.first.year, figures);
    if (is_news(&g->s))
        headline_join(figures, figures_before, headline_end);
    tokens_free(&g->tokens);
    free(room);
    free(g);
    return good ? ST_OK : fail_memory(e);
}
