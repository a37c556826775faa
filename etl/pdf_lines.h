/* The lines that pdftotext gives, joined to paragraphs. */
#ifndef TARAZ_ETL_PDF_LINES_H
#define TARAZ_ETL_PDF_LINES_H

#include "etl/source.h"

/* `raw`: lines with LF, pages ended by a form feed. Left out: lines that repeat at the head or foot of
 * most pages, page numbers, and lines of numbers alone (axis labels). Lines of one paragraph are joined
 * by a blank, or by nothing behind a hyphen that parts a word. Sets text, page_starts and n_pages. */
enum status pdf_lines_join(struct arena *a, struct str raw, struct document *out, struct err *e);

#endif
