/* A sentence as items, numbers and reasons, in words a researcher can follow. */
#include "etl/narrative/trace.h"

#include <math.h>

static const char *const table_names[N_TABLES] = {
    [IN_NOUNS] = "noun",   [IN_VERBS] = "verb",   [IN_NUMBERS] = "number",      [IN_QUALIFIERS] = "qualifier",
    [IN_TOPICS] = "topic", [IN_PLACES] = "place", [IN_CURRENCIES] = "currency", [IN_GRAMMAR] = "grammar",
};

static void put_item(struct buf *out, const struct sentence *s, size_t i)
{
    const struct item *item = &s->items[i];
    buf_puts(out, item->kind == ITEM_WORD ? "      - " : "      ");
    buf_put(out, item_text(s, i));
    if (item->kind == ITEM_NUMBER)
        buf_printf(out, "  = number %u", item->index + 1u);
    if (item->kind == ITEM_DATE) {
        const struct date_mention *d = &s->dates[item->index];
        buf_printf(out, "  = date %04d-%02d-%02d to %04d-%02d-%02d", d->first.year, d->first.month, d->first.day,
                   d->last.year, d->last.month, d->last.day);
    }
    for (const struct term *t = item->kind == ITEM_PHRASE ? item->terms : NULL; t; t = t->next) {
        buf_printf(out, "  [%s", table_names[t->table]);
        if (t->indicator)
            buf_printf(out, " %s", indicator_names[t->indicator]);
        if (t->form)
            buf_printf(out, " %s", form_names[t->form]);
        if (t->code.n)
            buf_printf(out, " %.*s", (int)t->code.n, t->code.p);
        buf_puts(out, "]");
    }
    buf_puts(out, "\n");
}

static void put_words(struct buf *out, const char *what, struct str words)
{
    buf_printf(out, ", %s '%.*s'", what, (int)words.n, words.p);
}

static void put_period(struct buf *out, const struct number *n)
{
    if (!n->period_first.year)
        buf_printf(out, "not told%s%s\n", n->basis && n->basis[0] ? ": " : "", n->basis ? n->basis : "");
    else
        buf_printf(out, "%04d-%02d-%02d to %04d-%02d-%02d (%s)\n", n->period_first.year, n->period_first.month,
                   n->period_first.day, n->period_last.year, n->period_last.month, n->period_last.day, n->basis);
}

static void put_number(struct buf *out, const struct sentence *s, size_t k)
{
    const struct number *n = &s->numbers[k];
    struct str words = str_slice(s->document->text, n->start, n->end);
    buf_printf(out, "   number %zu: %.*s at %lu-%lu: ", k + 1, (int)words.n, words.p, (unsigned long)n->start,
               (unsigned long)n->end);
    if (n->why_not || !n->indicator) {
        buf_printf(out, "no figure: %s\n", n->why_not ? n->why_not : "nothing that is counted");
        return;
    }
    buf_printf(out, "%s, %s", indicator_names[n->indicator], qualifier_names[n->qualifier]);
    if (!isinf(n->low))
        buf_puts(out, " from "), buf_put_double(out, n->low);
    if (!isinf(n->high))
        buf_puts(out, " to "), buf_put_double(out, n->high);
    buf_printf(out, "\n      because: rule '%s'", n->method);
    if (n->head >= 0)
        put_words(out, "noun", item_text(s, (size_t)n->head));
    if (n->verb >= 0 && n->act)
        put_words(out, n->act->table == IN_VERBS ? "verb" : "process", item_text(s, (size_t)n->verb));
    if (n->from >= 0)
        buf_printf(out, ", part of or beside %s",
                   n->from < NUMBERS_LIMIT ? "a number before it" : "an earlier sentence's number");
    buf_printf(out, "\n      unit %.*s, sex %s, age %s, form %s, citizenship %.*s, area %.*s, period ",
               n->currency.n ? (int)n->currency.n : 20, n->currency.n ? n->currency.p : unit_names[n->unit],
               sex_names[n->sex], age_names[n->age], form_names[n->form], (int)n->citizenship.n, n->citizenship.p,
               (int)n->area.n, n->area.p);
    put_period(out, n);
}

void trace_sentence(struct trace *t, const struct sentence *s)
{
    long start = (long)s->tokens->list[s->first].start, end = (long)s->tokens->list[s->last - 1].end;
    if (t->only_sentence_at >= 0 && (t->only_sentence_at < start || t->only_sentence_at >= end))
        return;
    buf_printf(t->out, "%.*s bytes %ld-%ld, subject %s%s%s%s\n", (int)s->document->source_id.n,
               s->document->source_id.p, start, end, subject_names[s->subject],
               s->own_subject ? " (its own)" : " (carried)", s->law ? ", words of law" : "",
               s->survey ? ", words of a survey" : "");
    for (size_t i = 0; i < s->n_items; i++)
        put_item(t->out, s, i);
    for (size_t k = 0; k < s->n_numbers; k++)
        put_number(t->out, s, k);
}
