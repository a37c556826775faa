/* Ready text to put a chart into Markdown, LaTeX, HTML and, by pandoc, Word. */
#ifndef TARAZ_PLOTS_SNIPPETS_H
#define TARAZ_PLOTS_SNIPPETS_H

#include "plots/chart.h"

struct snippet_size {
    double width_mm, width_px, height_px;
};

/* Writes <base>.md, .tex, .html, .docx.md and .alt.txt; `base` is folder/stem. */
enum status snippets_write(struct arena *a, const struct chart_made *made, const struct snippet_size *size,
                           const char *base, struct err *e);

#endif
