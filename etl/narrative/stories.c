/* News: the day or period that it opens with, and the figures that wait for it. */
#include "etl/narrative/stories.h"

#include "core/schema.h"
#include "etl/narrative/dates.h"
#include "etl/narrative/periods.h"

enum { DAYS_OF_NEWS = 14, DAYS_OF_SEASON = 92, BYLINE_LIMIT = 6, RETOLD_LIMIT = 10, FEW = 3, MANY = 100 };

bool is_news(const struct sentence *s) { return !s->document->period_start.year && s->document->published.year; }

bool is_of_event(const struct number *n)
{
    enum indicator i = n->indicator;
    bool few = i == VICTIMS && n->high < MANY && !n->estimated;
    return few || i == ARRESTS || i == VICTIMS_FREED || i == VICTIMS_IDENTIFIED || i == SENTENCES ||
           i == SENTENCE_TERM || i == CONVICTIONS || i == PROSECUTIONS;
}

/* "On Wednesday police acted on information ...": a day of the news itself in a sentence without a count, not in a
 * byline. */
static bool is_day_of_news(const struct sentence *s, const struct date_mention *d)
{
    long ago = date_to_days(s->document->published) - date_to_days(d->last);
    if (d->use != DATE_IN || date_compare(d->first, d->last) || d->stated || ago < 0 || ago > DAYS_OF_NEWS ||
        s->n_items <= BYLINE_LIMIT || (d->item > 0 && mark_at(s, d->item - 1u, '(')))
        return false;
    for (size_t i = 0; i < s->n_items; i++)
        if (plays(s, i, R_PUBLISHED) || plays(s, i, R_REPORT))
            return false; /* "data released by the bureau on Monday" */
    return true;
}

/* News that opens with a period ("in the first half of 2023 police ...") tells of that period unless it says
 * otherwise; news that opens with a day tells of an event. */
bool story_note(struct sentence *s)
{
    struct carried *c = s->carried;
    bool counts = false;
    for (size_t k = 0; k < s->n_numbers; k++)
        counts = counts || !s->numbers[k].why_not;
    for (size_t k = 0; k < s->n_dates && !c->story_decided; k++) {
        const struct date_mention *d = &s->dates[k];
        if ((!counts && !is_day_of_news(s, d)) || dates_nothing(d) || d->use == DATE_RATE || d->use == DATE_UNDATED ||
            d->use == DATE_SINCE || d->compared || opens_aside(s, d))
            continue;
        c->story_decided = true;
        if (date_compare(d->first, d->last) < 0)
            c->story = *d;
        else
            c->event = *d;
        bool recent = date_to_days(s->document->published_from) - date_to_days(d->last) <= DAYS_OF_SEASON;
        return recent && date_to_days(d->last) - date_to_days(d->first) <= DAYS_OF_MONTH;
    }
    return false;
}

bool is_missing_still(const struct sentence *s, const struct number *n)
{
    for (size_t i = n->item + 1u; n->indicator == MISSING && i < s->n_items; i++) {
        if (plays(s, i, R_STILL))
            return true;
        if (s->items[i].kind == ITEM_NUMBER || mark_at(s, i, ';'))
            return false;
    }
    return false;
}

bool is_missing_now(const struct sentence *s, const struct number *n)
{
    const struct number *told = n->from >= 0 && n->from < NUMBERS_LIMIT ? &s->numbers[n->from] : n;
    size_t i = (size_t)told->phrase_last + 1;
    bool are = role_at(s, i) == R_BE && s->items[i].grammar->value <= 0;
    return n->indicator == MISSING && (are || is_missing_still(s, n));
}

void lead_wait(struct lead_figures *l, const struct sentence *s, const struct number *n, size_t figure)
{
    bool undated = !n->dated && (!n->basis[0] || n->basis[0] == 'd');
    bool of_event = is_of_event(n) || (n->indicator == MISSING && !is_missing_still(s, n));
    if (is_news(s) && !s->carried->story_decided && undated && of_event && l->n < sizeof l->list / sizeof *l->list)
        l->list[l->n++] = figure;
}

bool lead_settle(struct lead_figures *l, const struct sentence *s, struct vec *figures)
{
    const struct date_mention *event = s->carried->event.first.year ? &s->carried->event : &s->carried->story;
    struct str first = date_print(s->arena, event->first), last = date_print(s->arena, event->last);
    for (size_t i = 0; i < l->n; i++) {
        struct figure *f = VEC_AT(struct figure, figures, l->list[i]);
        f->time_start = first;
        f->time_end = last;
        f->time_basis = STR("context");
    }
    l->n = 0;
    return !arena_failed(s->arena);
}

/* Do both tell of the same count? Few are often others, unless they are counted as the same. */
static bool same_count(const struct figure *title, const struct figure *f)
{
    bool value = title->value_low == f->value_low && str_equal(title->unit_measure, f->unit_measure);
    bool counted = str_equal(title->indicator, f->indicator);
    return value && (counted || title->value_low > FEW);
}

void headline_join(struct vec *figures, size_t first, size_t title_end)
{
    size_t text = first;
    while (text < figures->n && (size_t)VEC_AT(struct figure, figures, text)->span_start < title_end)
        text++;
    for (size_t i = first; i < text; i++) {
        struct figure *title = VEC_AT(struct figure, figures, i);
        for (size_t j = text; j < figures->n && j < text + RETOLD_LIMIT; j++) {
            const struct figure *f = VEC_AT(struct figure, figures, j);
            if (!same_count(title, f))
                continue;
            bool vague = str_is(title->indicator, "other") || str_is(title->indicator, "victims");
            title->indicator = vague ? f->indicator : title->indicator;
            title->citizenship = str_or(title->citizenship, f->citizenship);
            title->sex = str_or(title->sex, f->sex);
            title->age = str_or(title->age, f->age);
            title->exploitation = str_or(title->exploitation, f->exploitation);
            if (str_is(title->time_basis, "stated") || str_is(f->time_basis, "default") || !f->time_start.n)
                break;
            title->time_start = f->time_start;
            title->time_end = f->time_end;
            title->time_basis = str_is(f->time_basis, "stated") ? STR("context") : f->time_basis;
            break;
        }
    }
}
