#include "plots/layout.h"

#include <math.h>
#include <stdlib.h>

#include "plots/text.h"

static const double LEADING = 1.34; /* line height in sizes */

struct ticks ticks_from_zero(double greatest, size_t most, bool whole)
{
    static const double steps[] = { 1, 2, 2.5, 5, 10 };
    if (!(greatest > 0) || !isfinite(greatest))
        greatest = 1;
    double power = pow(10, floor(log10(greatest / (double)most)));
    double step = power * 10;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        step = steps[i] * power;
        if (whole && step != floor(step))
            continue;
        if (greatest / step <= (double)most + 1e-9)
            break;
    }
    if (whole && step < 1)
        step = 1;
    size_t n = (size_t)ceil(greatest / step - 1e-9) + 1;
    return (struct ticks){ step, n };
}

long year_step(double first, double last, double room, double label_width, double gap)
{
    static const long steps[] = { 1, 2, 5 };
    double years = last - first;
    for (long power = 1; power <= 100000000L; power *= 10)
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
            if (years <= 0 || room / years * (double)(steps[i] * power) >= label_width + gap)
                return steps[i] * power;
    return 1000000000L;
}

struct label_block {
    double height, sum; /* sum over the labels of the block's top that each wishes */
    size_t first, n;
};

struct wish {
    double centre;
    size_t index;
};

static int compare_wishes(const void *x, const void *y)
{
    const struct wish *p = x, *q = y;
    if (p->centre != q->centre)
        return p->centre < q->centre ? -1 : 1;
    return p->index < q->index ? -1 : 1;
}

static double block_top(const struct label_block *b, double top, double bottom)
{
    double at = b->sum / (double)b->n;
    if (at + b->height > bottom)
        at = bottom - b->height;
    return at < top ? top : at;
}

enum status spread_labels(struct arena *a, double *centres, const double *heights, size_t n, double top, double bottom,
                          struct err *e)
{
    struct wish *wishes = arena_array(a, n + 1, sizeof *wishes);
    struct label_block *blocks = arena_array(a, n + 1, sizeof *blocks);
    if (!wishes || !blocks)
        return fail_memory(e);
    for (size_t i = 0; i < n; i++)
        wishes[i] = (struct wish){ centres[i], i };
    qsort(wishes, n, sizeof *wishes, compare_wishes);
    size_t n_blocks = 0;
    for (size_t i = 0; i < n; i++) {
        double height = heights[wishes[i].index];
        blocks[n_blocks++] = (struct label_block){ height, wishes[i].centre - height / 2, i, 1 };
        while (n_blocks > 1) {
            struct label_block *left = &blocks[n_blocks - 2], *right = &blocks[n_blocks - 1];
            if (block_top(left, top, bottom) + left->height <= block_top(right, top, bottom))
                break;
            left->sum += right->sum - (double)right->n * left->height;
            left->height += right->height;
            left->n += right->n;
            n_blocks--;
        }
    }
    for (size_t i = 0; i < n_blocks; i++) {
        double at = block_top(&blocks[i], top, bottom);
        for (size_t k = 0; k < blocks[i].n; k++) {
            size_t index = wishes[blocks[i].first + k].index;
            centres[index] = at + heights[index] / 2;
            at += heights[index];
        }
    }
    return ST_OK;
}

static double draw_lines(struct canvas *c, struct lines lines, double top, const struct text_look *look)
{
    for (size_t i = 0; i < lines.n; i++)
        canvas_text(c, FRAME_PAD, top + (double)i * look->size * LEADING + look->size * LEADING / 2, look,
                    lines.line[i]);
    return top + (double)lines.n * look->size * LEADING;
}

void frame_draw(struct canvas *c, struct str title, struct str subtitle, struct str note, double least_area)
{
    const struct style *s = c->style;
    double width = c->width - 2 * FRAME_PAD;
    struct text_look title_look = { s->title_size, true, ALIGN_LEFT, s->title_colour, false };
    struct text_look subtitle_look = { s->subtitle_size, false, ALIGN_LEFT, s->subtitle_colour, false };
    struct text_look note_look = { s->note_size, false, ALIGN_LEFT, s->note_colour, false };
    /* gnuplot rounds glyph widths to pixels: a line may come out 2% wider than measured */
    struct lines titles = text_wrap(c->arena, title, s->bold, s->title_size, width * 0.98);
    struct lines subtitles = text_wrap(c->arena, subtitle, s->regular, s->subtitle_size, width * 0.98);
    struct lines notes = text_wrap(c->arena, note, s->regular, s->note_size, width * 0.98);
    size_t n_notes = note.n ? notes.n : 0, n_subtitles = subtitle.n ? subtitles.n : 0;
    double head =
        FRAME_PAD - 2 + ((double)titles.n * s->title_size + (double)n_subtitles * s->subtitle_size) * LEADING + 3;
    double foot = (double)n_notes * s->note_size * LEADING + FRAME_PAD - 2;
    if (c->height - head - foot < least_area)
        c->height = head + foot + least_area;
    double at = draw_lines(c, titles, FRAME_PAD - 2, &title_look);
    if (n_subtitles)
        draw_lines(c, subtitles, at + 1, &subtitle_look);
    if (n_notes)
        draw_lines(c, notes, c->height - foot, &note_look);
    c->area.top = head;
    c->area.bottom = c->height - foot;
}
