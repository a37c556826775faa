/* What gnuplot's pictures lack: checked whole, the same bytes on every run, accessible, of a known size. */
#ifndef TARAZ_PLOTS_PICTURES_H
#define TARAZ_PLOTS_PICTURES_H

#include "core/arena.h"
#include "core/err.h"

/* Whether the file has its end: gnuplot leaves half a file behind when it fails. */
bool svg_is_whole(struct str bytes);
bool png_is_whole(struct str bytes);
bool pdf_is_whole(struct str bytes);

struct svg_naming {
    struct str prefix; /* of every id: letters, digits, hyphens */
    struct str title, description;
    struct str fallbacks; /* fonts behind the first */
};
/* Sets title, desc, role and aria-labelledby (SVG Accessibility API Mappings 1.0), puts the prefix
 * before every id and reference so that several charts can share a page, turns gnuplot's
 * "Family:Bold" into font-weight, adds fallback fonts and drops the titles of single plots. */
void svg_finish(struct str svg, const struct svg_naming *naming, struct buf *out);

/* Adds a pHYs chunk (PNG 1.2, 4.2.4.2) behind IHDR, or replaces the one there. */
void png_set_resolution(struct str png, double pixels_per_inch, struct buf *out);

/* Overwrites the digits of /CreationDate and /ModDate by a constant of the same length: the only
 * bytes in which two runs of the cairo PDF writer differ. */
void pdf_set_date(struct str pdf, struct buf *out);

#endif
