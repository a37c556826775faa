/* A number that states a figure becomes one: its locator, quote and id, and its columns. */
#include <math.h>
#include <string.h>

#include "core/file.h"
#include "etl/narrative/engine.h"

enum { QUOTE_LIMIT = 400, ID_DIGITS = 16 };

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
    f->unit_measure = str_or(n->currency, str_of(unit_names[n->unit]));
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

bool add_figures(struct engine *g)
{
    size_t before = g->figures->n;
    for (size_t k = 0; k < g->s.n_numbers; k++) {
        struct number *n = &g->s.numbers[k];
        if (n->why_not || !n->indicator)
            continue;
        if (!add_figure(g, n))
            return false;
        n->figure = g->figures->n;
    }
    g->carried.last_figures = g->figures->n > before ? before + 1 : g->carried.last_figures;
    return true;
}
