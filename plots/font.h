/* How wide a text is, from the tables of a TrueType font file (cmap, hmtx), so
 * that notes wrap and labels are placed by measure and not by guess.
 * Source: OpenType specification 1.9, tables head, hhea, hmtx, cmap (formats 4 and 12).
 * Kerning is ignored: it narrows a line by less than one per cent. */
#ifndef TARAZ_PLOTS_FONT_H
#define TARAZ_PLOTS_FONT_H

#include "core/arena.h"
#include "core/err.h"

struct font; /* lives in the arena it was loaded into */

/* ST_INPUT when the file is missing or is no TrueType font with a Unicode cmap. */
enum status font_load(struct arena *a, const char *path, struct font **out, struct err *e);
/* The same from bytes that stay alive as long as the font; `file` is for messages. */
enum status font_parse(struct arena *a, struct str bytes, const char *file, struct font **out, struct err *e);

/* Width of UTF-8 text in ems; times the size in points gives points. A character that
 * the font lacks counts as 0.6 em (combining marks: 0), and so does each when font is NULL. */
double font_width(const struct font *font, struct str text);

/* Decodes the UTF-8 character at *at and steps over it; invalid bytes give U+FFFD, one byte each. */
unsigned utf8_next(struct str text, size_t *at);

#endif
