/* News: the day of the event, or the period, that a press text opens with, and the figures told before it is named. */
#ifndef TARAZ_ETL_NARRATIVE_STORIES_H
#define TARAZ_ETL_NARRATIVE_STORIES_H

#include "etl/narrative/clauses.h"

/* Is the document news: of no reporting period, with a date of publication? */
bool is_news(const struct sentence *s);
/* What is told of the day of an event; totals and estimates are not. */
bool is_of_event(const struct number *n);
/* "276 abducted girls remain missing": told of the day of the telling, not of an event. */
bool is_missing_still(const struct sentence *s, const struct number *n);
/* The same, or "17,782 people are listed as missing", which may be told of an event too. */
bool is_missing_now(const struct sentence *s, const struct number *n);
/* Notes the period or day that the first dated count of the news names (carried.story, carried.event). True when
 * it has just named the day or month of an event. */
bool story_note(struct sentence *s);

/* Figures of a headline and lead that no date stands with: "Police freed 19 people ... The raids took place on
 * 19 September". */
struct lead_figures {
    size_t list[16]; /* indices of figures */
    size_t n;
};
void lead_wait(struct lead_figures *l, const struct sentence *s, const struct number *n, size_t figure);
/* Gives the waiting figures the time of the event. False: out of memory. */
bool lead_settle(struct lead_figures *l, const struct sentence *s, struct vec *figures);

/* "64 children rescued on the lake": gives figures[first ...] of the headline, which ends at byte title_end, what the
 * text says of the same count where it first tells it again: what is counted, where, when, of whom. */
void headline_join(struct vec *figures, size_t first, size_t title_end);

#endif
