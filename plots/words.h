/* Titles, notes and alternative texts in words, from the model. None says more than the trend rows do:
 * "rose" and "fell" need a direction (chart_trend_read); all else is neutral. */
#ifndef TARAZ_PLOTS_WORDS_H
#define TARAZ_PLOTS_WORDS_H

#include "plots/model.h"

/* "Convictions rose by about 3 a year", "Convictions in Kazakhstan". */
struct str words_title(struct arena *a, const struct chart_model *m);
/* "Convictions, Kazakhstan, 2003–2021 (persons a year)". */
struct str words_subtitle(struct arena *a, const struct chart_model *m);
/* "Source: UNODC, GLOTIP; IOM, ... ." Empty when no source is known. */
struct str words_sources(struct arena *a, const struct chart_model *m);
/* One sentence on a series' trend: "Rising: +3 a year (95% interval 1 to 5; Mann–Kendall p = 0.01, n = 11)." */
struct str words_trend(struct arena *a, const struct chart_series *s);
/* "persons a year" */
struct str words_unit(struct arena *a, struct str unit, double step);
/* "2003–2021", or one period. */
struct str words_span(struct arena *a, struct str first, struct str last);
/* Appends a sentence, with a blank before it when there is text already. */
struct str words_add(struct arena *a, struct str text, struct str sentence);

#endif
