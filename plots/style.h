/* The look of charts: data/styles/NAME.yaml (every key is documented there). */
#ifndef TARAZ_PLOTS_STYLE_H
#define TARAZ_PLOTS_STYLE_H

#include "plots/font.h"

enum { STYLE_SERIES = 6 };

struct style {
    struct str family, fallbacks;
    const struct font *regular, *bold; /* NULL: no font file found, widths are estimated */
    double width_mm, height_mm, png_scale;
    double title_size, subtitle_size, label_size, tick_size, value_size, note_size; /* pt */
    double line_width;                                                              /* pt */
    double marker_size;                                                             /* gnuplot's pointsize */
    struct str title_colour, subtitle_colour, text_colour, note_colour, axis_colour, grid_colour, gap_colour;
    struct str trend_colour, background;
    struct {
        struct str line, text;
    } series[STYLE_SERIES];
};

/* Reads <data_folder>/styles/<name>.yaml (empty name: default; a name with a slash or
 * ending in .yaml is a path). Unknown keys, wrong types and colours are ST_INPUT with the place. */
enum status style_load(struct arena *a, const char *data_folder, struct str name, struct style *out, struct err *e);

#endif
