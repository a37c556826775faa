#include "etl/pdf_lines.h"

#include <stdlib.h>
#include <string.h>

struct line {
    struct str text;
    size_t page;
    bool edge; /* among the first or last lines of its page */
    bool dropped;
};

enum { EDGE_LINES = 3, LINE_LIMIT = 20000000, SHORTEST_WIDTH = 30 };

static enum status split(struct arena *a, struct str raw, struct vec *lines, size_t *n_pages, struct err *e)
{
    struct str rest = raw, page;
    size_t number = 0;
    vec_init(lines, a, sizeof(struct line), LINE_LIMIT);
    while (str_split_next(&rest, '\f', &page)) {
        size_t first = lines->n;
        struct str text, left = page;
        while (str_split_next(&left, '\n', &text)) {
            text = str_trim(text);
            struct line *line = text.n > 0 ? vec_add(lines) : NULL;
            if (text.n > 0 && !line)
                return fail_memory(e);
            if (line)
                *line = (struct line){ .text = text, .page = number };
        }
        for (size_t i = first; i < lines->n; i++)
            VEC_AT(struct line, lines, i)->edge = i < first + EDGE_LINES || i + EDGE_LINES >= lines->n;
        if (lines->n > first || rest.n > 0)
            number++;
    }
    *n_pages = number;
    return ST_OK;
}

/* The line with every run of digits as one #, so that "Page 3 of 20" repeats. */
static struct str shape(struct arena *a, struct str text)
{
    char *made = arena_alloc(a, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; made && i < text.n; i++) {
        bool digit = ascii_is_digit(text.p[i]);
        if (!digit)
            made[n++] = text.p[i];
        else if (n == 0 || made[n - 1] != '#')
            made[n++] = '#';
    }
    return (struct str){ made ? made : "", n };
}

struct shaped {
    struct str shape;
    size_t line, page;
};

static int compare_shapes(const void *x, const void *y)
{
    const struct shaped *a = x, *b = y;
    int c = str_compare(a->shape, b->shape);
    return c ? c : (a->line > b->line) - (a->line < b->line);
}

/* Lines at the edges of pages whose shape stands on at least half of the pages, and on three or more
 * (two for a document of two pages). */
static enum status drop_repeated(struct arena *a, struct vec *lines, size_t n_pages, struct err *e)
{
    size_t n = 0, needed = n_pages / 2 > 2 ? n_pages / 2 : n_pages == 2 ? 2 : 3;
    struct shaped *edges = arena_array(a, lines->n + 1, sizeof *edges);
    if (!edges)
        return fail_memory(e);
    for (size_t i = 0; i < lines->n; i++) {
        const struct line *line = VEC_AT(const struct line, lines, i);
        if (line->edge)
            edges[n++] = (struct shaped){ shape(a, line->text), i, line->page };
    }
    qsort(edges, n, sizeof *edges, compare_shapes);
    for (size_t start = 0, end; start < n; start = end) {
        size_t pages = 1;
        for (end = start + 1; end < n && str_equal(edges[end].shape, edges[start].shape); end++)
            pages += edges[end].page != edges[end - 1].page;
        for (size_t i = start; i < end && pages >= needed; i++)
            VEC_AT(struct line, lines, edges[i].line)->dropped = true;
    }
    return arena_failed(a) ? fail_memory(e) : ST_OK;
}

/* Numbers alone, as page numbers and the labels of axes are. */
static bool is_numbers_alone(struct str text)
{
    bool digit = false;
    for (size_t i = 0; i < text.n; i++) {
        if (ascii_is_digit(text.p[i]))
            digit = true;
        else if (!memchr(" .,%-+|/$()", text.p[i], 11))
            return false;
    }
    return digit;
}

static size_t characters(struct str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        n += ((unsigned char)text.p[i] & 0xC0) != 0x80;
    return n;
}

static int compare_sizes(const void *x, const void *y)
{
    size_t a = *(const size_t *)x, b = *(const size_t *)y;
    return (a > b) - (a < b);
}

/* The width of a column of prose on a page, in characters: nine lines in ten are no longer. */
static size_t page_width(struct line *lines, size_t n, size_t *lengths)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!lines[i].dropped)
            lengths[kept++] = characters(lines[i].text);
    if (kept == 0)
        return SHORTEST_WIDTH;
    qsort(lengths, kept, sizeof *lengths, compare_sizes);
    size_t width = lengths[kept * 9 / 10 < kept ? kept * 9 / 10 : kept - 1];
    return width > SHORTEST_WIDTH ? width : SHORTEST_WIDTH;
}

static bool starts_item(struct str text)
{
    static const char *const bullets[] = { "\xE2\x80\xA2", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xEF\x82\xB7", "- ", "* " };
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (str_starts(text, bullets[i]))
            return true;
    return false;
}

/* A new paragraph starts behind a line on which the next word would still have had room. */
static bool paragraph_ends(struct str line, struct str next, size_t width)
{
    size_t word = characters(str_slice(next, 0, str_find_byte(next, ' ', 0)));
    bool sentence_end = line.n > 0 && memchr(".!?:", line.p[line.n - 1], 4);
    bool small_start = next.n > 0 && next.p[0] >= 'a' && next.p[0] <= 'z';
    if (starts_item(next))
        return true;
    if (small_start && !sentence_end)
        return characters(line) * 2 < width;
    return (characters(line) + 1 + word) * 20 < width * 17;
}

static bool has_digit(struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (ascii_is_digit(text.p[i]))
            return true;
    return false;
}

/* A hyphen at a line's end parts a word when small letters stand on both sides. The hyphen goes only
 * when the word without it stands elsewhere in the text: "twenty-" "six" keeps it. */
static bool hyphen_goes(struct str raw, struct str line, struct str next)
{
    char word[64];
    size_t start = line.n - 1, end = 0;
    while (start > 0 && line.p[start - 1] >= 'a' && line.p[start - 1] <= 'z')
        start--;
    while (end < next.n && next.p[end] >= 'a' && next.p[end] <= 'z')
        end++;
    size_t n = line.n - 1 - start + end;
    if (end == 0 || start == line.n - 1 || n + 1 > sizeof word)
        return false;
    memcpy(word, line.p + start, line.n - 1 - start);
    memcpy(word + (line.n - 1 - start), next.p, end);
    word[n] = '\0';
    return str_contains(raw, word);
}

static void join(struct buf *text, struct str raw, const struct line *line, const struct line *next, size_t width)
{
    struct str words = line->text;
    bool hyphen = words.n > 1 && words.p[words.n - 1] == '-';
    if (hyphen && next->text.n > 0 && !starts_item(next->text) && words.p[words.n - 2] != ' ') {
        if (hyphen_goes(raw, words, next->text))
            text->n--;
    } else if (!paragraph_ends(words, next->text, width)) {
        buf_putc(text, ' ');
    } else {
        buf_puts(text, has_digit(words) && has_digit(next->text) && !memchr(".!?", words.p[words.n - 1], 3) ? "\n" : "\n\n");
    }
}

static const struct line *next_kept(const struct vec *lines, size_t i)
{
    for (i++; i < lines->n; i++)
        if (!VEC_AT(const struct line, lines, i)->dropped)
            return VEC_AT(const struct line, lines, i);
    return NULL;
}

static enum status write_lines(struct arena *a, struct str raw, struct vec *lines, size_t n_pages, struct buf *text,
                               size_t *starts, struct err *e)
{
    size_t *lengths = arena_array(a, lines->n + 1, sizeof *lengths);
    size_t page = 0, width = SHORTEST_WIDTH;
    if (!lengths)
        return fail_memory(e);
    for (size_t i = 0; i < lines->n; i++) {
        struct line *line = VEC_AT(struct line, lines, i);
        if (i == 0 || line->page != line[-1].page) {
            size_t n = 0;
            while (i + n < lines->n && line[n].page == line->page)
                n++;
            width = page_width(line, n, lengths);
        }
        while (page <= line->page)
            starts[page++] = text->n;
        if (line->dropped)
            continue;
        buf_put(text, line->text);
        const struct line *next = next_kept(lines, i);
        if (next)
            join(text, raw, line, next, width);
    }
    while (page < n_pages)
        starts[page++] = text->n;
    buf_putc(text, '\n');
    return text->failed ? fail_memory(e) : ST_OK;
}

enum status pdf_lines_join(struct arena *a, struct str raw, struct document *out, struct err *e)
{
    struct vec lines;
    size_t n_pages = 0;
    enum status st = split(a, raw, &lines, &n_pages, e);
    if (st == ST_OK)
        st = drop_repeated(a, &lines, n_pages, e);
    if (st != ST_OK)
        return st;
    for (size_t i = 0; i < lines.n; i++) {
        struct line *line = VEC_AT(struct line, &lines, i);
        line->dropped = line->dropped || is_numbers_alone(line->text);
    }
    size_t *starts = arena_array(a, n_pages + 1, sizeof *starts);
    if (!starts)
        return fail_memory(e);
    struct buf text;
    buf_init(&text, 0);
    st = write_lines(a, raw, &lines, n_pages, &text, starts, e);
    if (st == ST_OK) {
        out->text = arena_copy(a, buf_str(&text));
        out->page_starts = starts;
        out->n_pages = n_pages;
        st = out->text.p ? ST_OK : fail_memory(e);
    }
    buf_free(&text);
    return st;
}
