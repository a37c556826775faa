/* What a sentence leaves for those behind it, and what a new block forgets. */
#include <string.h>

#include "etl/narrative/engine.h"

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

static bool tells_missing_only(const struct sentence *s)
{
    bool missing = false;
    for (size_t k = 0; k < s->n_numbers; k++) {
        if (!s->numbers[k].why_not && s->numbers[k].indicator != MISSING)
            return false;
        missing = missing || !s->numbers[k].why_not;
    }
    return missing;
}

static void carry_period(const struct sentence *s)
{
    struct carried *c = s->carried;
    c->date_age++;
    if (period_to_carry(s, &c->date)) {
        c->spoken = c->date;
        if (date_compare(c->date.first, c->date.last) != 0)
            c->stretch = c->date;
        c->date_of_court = is_of_court(s);
        c->date_of_missing = tells_missing_only(s);
        c->has_date = true;
        c->date_age = 1;
    } else if (period_leaves(s)) {
        c->has_date = false;
    }
}

static void carry_forms(struct engine *g, size_t waiting)
{
    const struct sentence *s = &g->s;
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
        g->carried.last_form = forms.several || forms.mostly ? FORM_NONE : forms.form;
}

/* The first figure of the sentence with a noun of its own, of which a later one may be a part; rather one with an
 * indicator ("with 105 inspections, rescued 337 persons"). NULL when there is none. */
static const struct number *total_to_carry(const struct sentence *s)
{
    const struct number *first = NULL;
    for (size_t k = 0; k < s->n_numbers; k++) {
        const struct number *n = &s->numbers[k];
        if (n->why_not || n->from >= 0 || !n->noun || !n->indicator || n->compared)
            continue;
        if (n->indicator != OTHER)
            return n;
        first = first ? first : n;
    }
    return first;
}

/* The last figures, and the one that a later part may be of. */
static void carry_figures(const struct sentence *s)
{
    struct carried *c = s->carried;
    for (size_t k = 0; k < s->n_numbers; k++) {
        if (s->numbers[k].why_not)
            continue;
        if (c->n_recent == RECENT_LIMIT) {
            memmove(c->recent, c->recent + 1, (--c->n_recent) * sizeof *c->recent);
            c->recent_of_block -= c->recent_of_block > 0;
        }
        c->recent[c->n_recent++] = s->numbers[k];
    }
    const struct number *total = total_to_carry(s);
    if (!total)
        return;
    c->total = *total;
    c->has_total = c->total_told = true;
    if (total->indicator > VICTIMS && total->indicator <= VICTIMS_FREED)
        c->told_process = total->indicator;
}

void carry_sentence(struct engine *g, size_t waiting)
{
    struct sentence *s = &g->s;
    struct carried *c = &g->carried;
    if (s->own_subject)
        c->block_subject = s->subject;
    c->estimates = c->estimates || s->survey;
    c->assistance = c->assistance || (s->subject == TRAFFICKING && tells_assistance(s));
    for (size_t k = 0; k < s->n_numbers; k++)
        c->estimates = c->estimates || (!s->numbers[k].why_not && s->numbers[k].indicator == VICTIMS_ESTIMATED);
    carry_period(s);
    people_carry(s);
    places_carry(s, false);
    carry_forms(g, waiting);
    carry_figures(s);
}

void carry_to_block(struct engine *g, const struct block *b)
{
    struct carried *c = &g->carried;
    c->block_subject = SUBJECT_NONE;
    bool story = !g->s.document->period_start.year && b->kind == BLOCK_PROSE && !c->story.first.year;
    c->has_date = c->has_date && story && c->date.use != DATE_SINCE; /* news goes on over its short paragraphs */
    c->date_age++;
    if (g->s.entry && c->lead_open && c->lead_date.first.year) { /* "In 2019 the police:" holds for each entry */
        c->date = c->lead_date;
        c->has_date = true;
        c->date_age = 0;
    }
    bool entry = g->tokens.n && g->tokens.list[0].kind == TOKEN_MARK &&
                 (g->tokens.list[0].mark == '*' || g->tokens.list[0].mark == '-');
    c->has_total = c->has_total && entry && g->entry; /* the entries of a list go on */
    g->entry = entry;
    c->recent_of_block = c->n_recent;
    c->label_age = b->kind == BLOCK_HEADING ? AGE_NONE : c->label_age;
    c->block_area = STR("");
    c->person = (struct person){ 0 };
    c->estimates = c->heading_estimates;
    c->last_form = FORM_NONE;
    open_forms_end_block(&g->forms, g->figures);
}
