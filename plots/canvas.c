#include "plots/canvas.h"

#include <math.h>

#include "plots/text.h"

static const char *const dashes[] = { "solid", "(9, 6)", "(2, 4)" };

bool boxes_meet(struct box a, struct box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/* Liang and Barsky's clipping: the part of the line inside the box is not empty. */
bool box_meets_line(struct box b, double x1, double y1, double x2, double y2)
{
    double from = 0, to = 1, dx = x2 - x1, dy = y2 - y1;
    double step[] = { -dx, dx, -dy, dy }, room[] = { x1 - b.left, b.right - x1, y1 - b.top, b.bottom - y1 };
    for (int i = 0; i < 4; i++) {
        if (step[i] == 0) {
            if (room[i] < 0)
                return false;
            continue;
        }
        double at = room[i] / step[i];
        if (step[i] < 0 && at > from)
            from = at;
        if (step[i] > 0 && at < to)
            to = at;
    }
    return from <= to;
}

void canvas_init(struct canvas *c, struct arena *a, const struct style *style, double width, double height)
{
    *c = (struct canvas){ .arena = a, .style = style, .width = width, .height = height, .x_max = 1, .y_max = 1 };
    buf_init(&c->settings, 0);
    buf_init(&c->plots, 0);
    vec_init(&c->taken, a, sizeof(struct box), 1 << 20);
}

double canvas_x(const struct canvas *c, double x)
{
    return c->area.left + (x - c->x_min) / (c->x_max - c->x_min) * (c->area.right - c->area.left);
}

double canvas_y(const struct canvas *c, double y)
{
    return c->area.bottom - (y - c->y_min) / (c->y_max - c->y_min) * (c->area.bottom - c->area.top);
}

double canvas_text_width(const struct canvas *c, struct str text, double size, bool bold)
{
    return size * font_width(bold ? c->style->bold : c->style->regular, text);
}

/* A place on the page as gnuplot's `screen x, screen y`, to a hundredth of a point. */
static void put_place(struct canvas *c, double x, double y)
{
    buf_printf(&c->settings, "screen %.5f, screen %.5f", x / c->width, 1 - y / c->height);
}

static void put_font(struct buf *out, const struct style *s, double size, bool bold)
{
    buf_printf(out, "'%.*s%s,%g'", (int)s->family.n, s->family.p, bold ? ":Bold" : "", size);
}

void canvas_text(struct canvas *c, double x, double y, const struct text_look *look, struct str text)
{
    static const char *const aligns[] = { "left", "center", "right" };
    struct buf *b = &c->settings;
    buf_printf(b, "set label %u ", ++c->n_objects);
    put_gnuplot(b, text);
    buf_puts(b, " at ");
    put_place(c, x, y);
    buf_printf(b, " %s%s font ", aligns[look->align], look->upright ? " rotate by 90" : "");
    put_font(b, c->style, look->size, look->bold);
    buf_printf(b, " textcolor rgb '%.*s' noenhanced front\n", (int)look->colour.n, look->colour.p);
}

static void put_arrow(struct canvas *c, double x1, double y1, double x2, double y2, const char *head)
{
    buf_printf(&c->settings, "set arrow %u from ", ++c->n_objects);
    put_place(c, x1, y1);
    buf_puts(&c->settings, " to ");
    put_place(c, x2, y2);
    buf_printf(&c->settings, " %s", head);
}

void canvas_rule(struct canvas *c, double x1, double y1, double x2, double y2, struct str colour, double width,
                 enum dash dash)
{
    put_arrow(c, x1, y1, x2, y2, "nohead back");
    buf_printf(&c->settings, " linewidth %g dashtype %s linecolor rgb '%.*s'\n", width, dashes[dash], (int)colour.n,
               colour.p);
}

void canvas_take(struct canvas *c, struct box b)
{
    struct box *slot = vec_add(&c->taken);
    if (slot)
        *slot = b;
}

bool canvas_is_taken(const struct canvas *c, struct box b)
{
    for (size_t i = 0; i < c->taken.n; i++)
        if (boxes_meet(b, *VEC_AT(struct box, &c->taken, i)))
            return true;
    return false;
}

void canvas_grid_line(struct canvas *c, double y, struct str colour)
{
    double x = c->area.left;
    while (x < c->area.right) {
        double end = c->area.right, next = end;
        for (size_t i = 0; i < c->taken.n; i++) {
            const struct box *b = VEC_AT(struct box, &c->taken, i);
            bool in_the_way = b->top < y && y < b->bottom && b->right > x;
            if (in_the_way && b->left < end) {
                end = b->left;
                next = b->right;
            }
        }
        if (end > x)
            canvas_rule(c, x, y, end, y, colour, 0.5, DASH_NONE);
        x = next;
    }
}

void canvas_whisker(struct canvas *c, double x1, double x2, double y, bool arrow, struct str colour)
{
    put_arrow(c, x1, y, x2, y,
              arrow ? "head filled size screen 0.012,20,60 front" : "heads size screen 0.005,90 front");
    buf_printf(&c->settings, " linewidth 1.1 linecolor rgb '%.*s'\n", (int)colour.n, colour.p);
}

void canvas_rectangle(struct canvas *c, struct box b, struct str colour)
{
    buf_printf(&c->settings, "set object %u rectangle from ", ++c->n_objects);
    put_place(c, b.left, b.bottom);
    buf_puts(&c->settings, " to ");
    put_place(c, b.right, b.top);
    buf_printf(&c->settings, " behind fillcolor rgb '%.*s' fillstyle solid noborder\n", (int)colour.n, colour.p);
}

/* Opens a data block and the clause that draws it; rows follow, then end_block. */
static void begin_block(struct canvas *c) { buf_printf(&c->settings, "$d%u << END\n", ++c->n_blocks); }

static void put_row(struct canvas *c, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_putc(&c->settings, ' ');
        buf_put_double(&c->settings, values[i]);
    }
    buf_putc(&c->settings, '\n');
}

static void end_block(struct canvas *c, const char *columns)
{
    buf_puts(&c->settings, "END\n");
    buf_printf(&c->plots, "%s$d%u using %s ", c->n_blocks > 1 ? ", \\\n    " : "plot ", c->n_blocks, columns);
}

static void put_title(struct canvas *c, const char *title)
{
    buf_puts(&c->plots, " title ");
    put_gnuplot(&c->plots, str_of(title));
}

static void put_points(struct canvas *c, const struct xy *at, size_t n)
{
    begin_block(c);
    for (size_t i = 0; i < n; i++) {
        if (isnan(at[i].x))
            buf_putc(&c->settings, '\n'); /* a blank line breaks the line; NA would be bridged */
        else
            put_row(c, (double[]){ at[i].x, at[i].y }, 2);
    }
    end_block(c, "1:2");
}

void canvas_lines(struct canvas *c, const struct xy *at, size_t n, struct str colour, double width, enum dash dash,
                  const char *title)
{
    put_points(c, at, n);
    buf_printf(&c->plots, "with lines linewidth %g dashtype %s linecolor rgb '%.*s'", width, dashes[dash],
               (int)colour.n, colour.p);
    put_title(c, title);
}

static void with_points(struct canvas *c, const struct xy *at, size_t n, int type, double size, double width,
                        struct str colour, const char *title)
{
    put_points(c, at, n);
    buf_printf(&c->plots, "with points pointtype %d pointsize %g*marker linewidth %g linecolor rgb '%.*s'", type, size,
               width, (int)colour.n, colour.p);
    put_title(c, title);
}

void canvas_markers(struct canvas *c, const struct xy *at, size_t n, size_t shape, bool open, double size,
                    struct str colour, const char *title)
{
    static const int filled[MARKERS] = { 7, 5, 9, 13, 11, 15 };
    static const double scale[MARKERS] = { 1, 0.9, 1.1, 1.1, 1.1, 1.1 }; /* so that all look the same size */
    int type = filled[shape % MARKERS];
    size *= scale[shape % MARKERS];
    with_points(c, at, n, type, size, 1, colour, title);
    if (open) /* a white disc in the coloured one: gnuplot's own open shapes let lines show through */
        with_points(c, at, n, type, size * 0.5, 1, c->style->background, title);
}

void canvas_crosses(struct canvas *c, const struct xy *at, size_t n, double size, struct str colour, const char *title)
{
    with_points(c, at, n, 2, size, 1.4, colour, title);
}

void canvas_rings(struct canvas *c, const struct xy *at, size_t n, double size, struct str colour, const char *title)
{
    with_points(c, at, n, 6, size, 1, colour, title);
}

void canvas_spans(struct canvas *c, const struct span *spans, size_t n, struct str colour, double width, bool arrow,
                  const char *title)
{
    begin_block(c);
    for (size_t i = 0; i < n; i++)
        put_row(c, (double[]){ spans[i].x, spans[i].low, 0, spans[i].high - spans[i].low }, 4);
    end_block(c, "1:2:3:4");
    buf_printf(&c->plots, "with vectors %s linewidth %g linecolor rgb '%.*s'",
               arrow ? "head filled size screen 0.012,20,60" : "nohead", width, (int)colour.n, colour.p);
    put_title(c, title);
}

void canvas_band(struct canvas *c, const struct span *edges, size_t n, struct str colour, double opacity,
                 const char *title)
{
    begin_block(c);
    for (size_t i = 0; i < n; i++)
        put_row(c, (double[]){ edges[i].x, edges[i].low, edges[i].high }, 3);
    end_block(c, "1:2:3");
    buf_printf(&c->plots, "with filledcurves fillcolor rgb '%.*s' fillstyle transparent solid %g noborder",
               (int)colour.n, colour.p, opacity);
    put_title(c, title);
}

void canvas_bars(struct canvas *c, const struct box *bars, size_t n, struct str colour, const char *title)
{
    begin_block(c);
    for (size_t i = 0; i < n; i++)
        put_row(c,
                (double[]){ (bars[i].left + bars[i].right) / 2, (bars[i].top + bars[i].bottom) / 2, bars[i].left,
                            bars[i].right, bars[i].top, bars[i].bottom },
                6);
    end_block(c, "1:2:3:4:5:6");
    buf_printf(&c->plots, "with boxxyerror fillcolor rgb '%.*s' fillstyle solid noborder", (int)colour.n, colour.p);
    put_title(c, title);
}

enum status canvas_finish(struct canvas *c, struct str *script, struct err *e)
{
    struct buf all;
    buf_init(&all, 0);
    buf_puts(&all, "reset\nset encoding utf8\nunset key\nunset border\nunset xtics\nunset ytics\n");
    buf_printf(&all, "set lmargin at screen %.5f\nset rmargin at screen %.5f\n", c->area.left / c->width,
               c->area.right / c->width);
    buf_printf(&all, "set tmargin at screen %.5f\nset bmargin at screen %.5f\n", 1 - c->area.top / c->height,
               1 - c->area.bottom / c->height);
    buf_puts(&all, "set xrange [");
    buf_put_double(&all, c->x_min);
    buf_putc(&all, ':');
    buf_put_double(&all, c->x_max);
    buf_puts(&all, "]\nset yrange [");
    buf_put_double(&all, c->y_min);
    buf_putc(&all, ':');
    buf_put_double(&all, c->y_max);
    buf_puts(&all, "]\n");
    buf_put(&all, buf_str(&c->settings));
    buf_put(&all, buf_str(&c->plots));
    buf_putc(&all, '\n');
    *script = arena_copy(c->arena, buf_str(&all));
    bool failed = all.failed || c->settings.failed || c->plots.failed || script->n == 0 || arena_failed(c->arena);
    buf_free(&all);
    buf_free(&c->settings);
    buf_free(&c->plots);
    return failed ? fail_memory(e) : ST_OK;
}
