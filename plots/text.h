/* Text for charts and pages: wrapping by measure, numbers for people, escapes for each kind of file. */
#ifndef TARAZ_PLOTS_TEXT_H
#define TARAZ_PLOTS_TEXT_H

#include "plots/font.h"

/* Breaks text at blanks into lines of at most `width` points at `size` points; a word
 * wider than a line is broken between characters. Line feeds and other control
 * characters count as blanks. At least one line, possibly empty. Lines live in `a`; NULL: out of memory. */
struct lines {
    size_t n;
    const struct str *line;
};
struct lines text_wrap(struct arena *a, struct str text, const struct font *font, double size, double width);

/* One line of clean UTF-8: runs of control characters and blanks become one blank,
 * invalid bytes U+FFFD; the characters that reorder text (bidi controls) are dropped. */
struct str text_clean(struct arena *a, struct str text);

/* "1,234", "0.25": at most three significant digits behind the point for small
 * numbers, none from 100 up; never an exponent below 1e15. */
struct str text_number(struct arena *a, double value);
/* An estimate: two significant digits, from 100 up whole numbers ("2.2", "0.17", "216"). */
struct str text_estimate(struct arena *a, double value);
/* "0.032", "0.0042" for a p-value, two significant digits; below a thousandth "< 0.001", or in full. */
struct str text_p(struct arena *a, double p);
struct str text_p_exact(struct arena *a, double p);

/* Escapes: each appends `text` so that it stands for itself and nothing else. */
void put_html(struct buf *out, struct str text);     /* also XML, in text and in "attributes" */
void put_markdown(struct buf *out, struct str text); /* CommonMark and pandoc, also in link texts and table cells */
void put_latex(struct buf *out, struct str text);
/* gnuplot: in single quotes, each ' as \u2019, control characters as blanks. */
void put_gnuplot(struct buf *out, struct str text);

#endif
