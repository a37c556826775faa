/* What a chart type hands to the drawing: texts, the gnuplot commands and the data drawn. */
#ifndef TARAZ_PLOTS_COMPOSE_H
#define TARAZ_PLOTS_COMPOSE_H

#include "plots/chart.h"
#include "plots/style.h"

struct chart_composed {
    struct str title, subtitle, note, alt;
    struct str script; /* gnuplot commands without terminal and output; see plots/canvas.h */
    struct str csv;    /* the values drawn, for people */
    double width_pt, height_pt;
    struct style style;
    struct str *series;
    size_t n_series;
    struct str *figure_ids;
    size_t n_figure_ids;
};

#endif
