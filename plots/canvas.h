/* A page of paper that turns into a gnuplot script.
 *
 * The page is measured in points (1/72 inch) from its top left corner; inside the plot area
 * there is also a scale of data. gnuplot gets every text as a `set label` at a place on the
 * screen and every number as a data block: it decides nothing about the layout, and no text of
 * a source can become a command (text_clean and put_gnuplot see to that; data blocks hold
 * numbers of our own printing only, so that none can be the block's end).
 */
#ifndef TARAZ_PLOTS_CANVAS_H
#define TARAZ_PLOTS_CANVAS_H

#include "plots/style.h"

struct box {
    double left, top, right, bottom; /* pt */
};
bool boxes_meet(struct box a, struct box b);
/* Whether the line from (x1, y1) to (x2, y2) touches the box. */
bool box_meets_line(struct box b, double x1, double y1, double x2, double y2);

struct canvas {
    struct arena *arena;
    const struct style *style;
    double width, height;
    struct box area;                   /* where the data are drawn */
    double x_min, x_max, y_min, y_max; /* the data at its edges */
    struct buf settings, plots;        /* commands; clauses of the one plot command */
    unsigned n_objects, n_blocks;
    struct vec taken; /* of struct box: places of text inside the area */
};

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct text_look {
    double size; /* pt */
    bool bold;
    enum align align;
    struct str colour;
    bool upright; /* turned by 90 degrees, read from below */
};

enum dash { DASH_NONE, DASH_DASHED, DASH_DOTTED };

/* Marker shapes by series; open: white inside. */
enum { MARKERS = 6 };

void canvas_init(struct canvas *c, struct arena *a, const struct style *style, double width, double height);
/* ST_SYSTEM when memory ran out; the script lives in the canvas's arena. */
enum status canvas_finish(struct canvas *c, struct str *script, struct err *e);

/* Marks a place as taken by text: others keep clear of it, and grid lines stop at its sides. */
void canvas_take(struct canvas *c, struct box b);
bool canvas_is_taken(const struct canvas *c, struct box b);
/* A level line across the area that leaves out the places taken; to be drawn last. */
void canvas_grid_line(struct canvas *c, double y, struct str colour);

double canvas_x(const struct canvas *c, double x); /* data to pt */
double canvas_y(const struct canvas *c, double y);
double canvas_text_width(const struct canvas *c, struct str text, double size, bool bold);

/* The text stands with its middle at y. */
void canvas_text(struct canvas *c, double x, double y, const struct text_look *look, struct str text);
/* A line on the page, in pt, behind the data. */
void canvas_rule(struct canvas *c, double x1, double y1, double x2, double y2, struct str colour, double width,
                 enum dash dash);
/* A level line with small caps at its ends, or an arrow to the right, before the data. */
void canvas_whisker(struct canvas *c, double x1, double x2, double y, bool arrow, struct str colour);
void canvas_rectangle(struct canvas *c, struct box b, struct str colour); /* behind the data */

/* Data. Each call is one clause of the plot command, drawn in the order of the calls. */
struct xy {
    double x, y; /* in data; x NaN breaks a line */
};
void canvas_lines(struct canvas *c, const struct xy *at, size_t n, struct str colour, double width, enum dash dash,
                  const char *title);
void canvas_markers(struct canvas *c, const struct xy *at, size_t n, size_t shape, bool open, double size,
                    struct str colour, const char *title);
void canvas_crosses(struct canvas *c, const struct xy *at, size_t n, double size, struct str colour, const char *title);
void canvas_rings(struct canvas *c, const struct xy *at, size_t n, double size, struct str colour, const char *title);
struct span {
    double x, low, high; /* in data */
};
void canvas_spans(struct canvas *c, const struct span *spans, size_t n, struct str colour, double width, bool arrow,
                  const char *title);
void canvas_band(struct canvas *c, const struct span *edges, size_t n, struct str colour, double opacity,
                 const char *title);
void canvas_bars(struct canvas *c, const struct box *bars /* left = from, right = to; top, bottom: rows, in data */,
                 size_t n, struct str colour, const char *title);

#endif
