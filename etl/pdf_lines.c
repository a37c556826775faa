#include "etl/pdf_lines.h"

#include <stdlib.h>
#include <string.h>

struct line {
    struct str text;
    size_t page;
    bool edge; /* among the first or last lines of its page */
    bool dropped, loose;
};

enum { EDGE_LINES = 3, LINE_LIMIT = 20000000, SHORTEST_WIDTH = 30, LOOK_UP_LIMIT = 1 << 20 };

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

static size_t characters(struct str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++)
        n += ((unsigned char)text.p[i] & 0xC0) != 0x80;
    return n;
}

/* The width of the column around line i, in characters: its longest line within two lines, for a
 * page may have columns of several widths. */
static size_t width_around(const struct vec *lines, size_t i)
{
    const struct line *line = VEC_AT(const struct line, lines, i);
    size_t width = SHORTEST_WIDTH;
    for (size_t j = i > 2 ? i - 2 : 0; j < lines->n && j <= i + 2; j++) {
        const struct line *near = VEC_AT(const struct line, lines, j);
        size_t n = characters(near->text);
        if (near->page == line->page && !near->dropped && n > width)
            width = n;
    }
    return width;
}

static bool ends_sentence(struct str line) { return line.n > 0 && str_has_byte(STR(".!?:;"), line.p[line.n - 1]); }

/* How many numbers stand on a line of numbers alone; 0 for any other line. */
static size_t numbers_alone(struct str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (ascii_is_digit(text.p[i]))
            n += i == 0 || text.p[i - 1] == ' ';
        else if (!str_has_byte(STR(" .,%-+|/$()"), text.p[i]))
            return 0;
    }
    return n;
}

static bool is_year(struct str text) { return text.n == 4 && (str_starts(text, "19") || str_starts(text, "20")); }

/* Lines of numbers alone are labels of axes when several stand together, and page numbers at a page's
 * edge. A single one behind a full line that ends no sentence is text, and so is a single year. */
static void drop_loose_numbers(struct vec *lines)
{
    for (size_t i = 0; i < lines->n; i++) {
        struct line *line = VEC_AT(struct line, lines, i);
        size_t numbers = numbers_alone(line->text);
        if (numbers == 0 || line->dropped)
            continue;
        const struct line *before = i > 0 && line[-1].page == line->page && !line[-1].dropped ? &line[-1] : NULL;
        bool run = (before && numbers_alone(before->text) > 0) ||
                   (i + 1 < lines->n && line[1].page == line->page && numbers_alone(line[1].text) > 0);
        bool full =
            before && (characters(before->text) + 1 + characters(line->text)) * 20 > width_around(lines, i) * 17;
        bool goes_on = before && !ends_sentence(before->text) && !run && numbers == 1 && (full || is_year(line->text));
        line->loose = !goes_on;
    }
    for (size_t i = 0; i < lines->n; i++)
        if (VEC_AT(struct line, lines, i)->loose)
            VEC_AT(struct line, lines, i)->dropped = true;
}

static bool starts_item(struct str text)
{
    static const char *const bullets[] = { "\xE2\x80\xA2", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xEF\x82\xB7", "- ", "* " };
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (str_starts(text, bullets[i]))
            return true;
    return false;
}

static bool starts_small(struct str text)
{
    return text.n > 0 && ((text.p[0] >= 'a' && text.p[0] <= 'z') || text.p[0] == '(');
}

/* A row of a table flattened to a line: words, then two numbers or more to its end. */
static bool is_row(struct str text)
{
    size_t numbers = 0;
    for (size_t end = text.n; end > 0;) {
        size_t start = end;
        while (start > 0 && text.p[start - 1] != ' ')
            start--;
        if (numbers_alone(str_slice(text, start, end)) != 1)
            break;
        numbers++;
        end = start > 0 ? start - 1 : 0;
    }
    return numbers >= 2;
}

/* A new paragraph starts behind a line on which the next word would still have had room, and behind
 * a page that ends with a sentence. */
static bool paragraph_ends(const struct line *line, const struct line *next, size_t width)
{
    size_t word = characters(str_slice(next->text, 0, str_find_byte(next->text, ' ', 0)));
    if (starts_item(next->text) || is_row(line->text) || (next->page != line->page && ends_sentence(line->text)))
        return true;
    if (next->page != line->page || (starts_small(next->text) && !ends_sentence(line->text)))
        return false;
    return (characters(line->text) + 1 + word) * 20 < width * 17;
}

/* A hyphen at a line's end parts a word when small letters stand on both sides. The hyphen goes only
 * when the word without it stands in the first MiB of the text: "twenty-" "six" keeps it. */
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
    return str_contains(str_slice(raw, 0, LOOK_UP_LIMIT), word);
}

static void join(struct buf *text, struct str raw, const struct line *line, const struct line *next, size_t width)
{
    struct str words = line->text;
    bool hyphen = words.n > 1 && words.p[words.n - 1] == '-';
    if (hyphen && next->text.n > 0 && !starts_item(next->text) && words.p[words.n - 2] != ' ') {
        if (hyphen_goes(raw, words, next->text))
            text->n--;
    } else if (!paragraph_ends(line, next, width)) {
        buf_putc(text, ' ');
    } else {
        buf_puts(text, is_row(next->text) && !ends_sentence(words) ? "\n" : "\n\n");
    }
}

static const struct line *next_kept(const struct vec *lines, size_t i)
{
    for (i++; i < lines->n; i++)
        if (!VEC_AT(const struct line, lines, i)->dropped)
            return VEC_AT(const struct line, lines, i);
    return NULL;
}

static enum status write_lines(struct str raw, const struct vec *lines, size_t n_pages, struct buf *text,
                               size_t *starts, struct err *e)
{
    size_t page = 0;
    for (size_t i = 0; i < lines->n; i++) {
        const struct line *line = VEC_AT(const struct line, lines, i), *next = next_kept(lines, i);
        while (page <= line->page)
            starts[page++] = text->n;
        if (line->dropped)
            continue;
        buf_put(text, line->text);
        if (next)
            join(text, raw, line, next, width_around(lines, i));
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
    drop_loose_numbers(&lines);
    size_t *starts = arena_array(a, n_pages + 1, sizeof *starts);
    if (!starts)
        return fail_memory(e);
    struct buf text;
    buf_init(&text, 0);
    st = write_lines(raw, &lines, n_pages, &text, starts, e);
    if (st == ST_OK) {
        out->text = arena_copy(a, buf_str(&text));
        out->page_starts = starts;
        out->n_pages = n_pages;
        st = out->text.p ? ST_OK : fail_memory(e);
    }
    buf_free(&text);
    return st;
}
