/* Text into blocks: paragraphs, headings, entries of lists, lines of tables. */
#include <string.h>

#include "etl/narrative/eight_bytes.h"
#include "etl/narrative/tokens.h"

enum { NARROW_LINE = 30, SHORT_LINE = 60, LONG_LINE = 120, LONGEST_ROW = 400, LONGEST_HEADING = 100 };

/* Where the first two blanks in a row stand at or behind `from`; s.n when none do. */
static size_t two_blanks(struct str s, size_t from)
{
    for (; from + 1 < s.n; from += 7) {
        uint64_t others = eight_bytes(s, from) ^ each_byte(' ');
        uint64_t blanks = ~(((others & each_byte(0x7f)) + each_byte(0x7f)) | others) & each_byte(0x80);
        uint64_t both = blanks & blanks >> 8;
        if (both)
            return from + (size_t)__builtin_ctzll(both) / 8;
    }
    return s.n;
}

static size_t line_end(struct str text, size_t at) { return str_find_byte(text, '\n', at); }

static bool starts_entry(struct str line)
{
    struct str s = str_trim(line);
    if (!s.n)
        return true;
    if (s.p[0] == '-' || s.p[0] == '*' || str_starts(s, "\xe2\x80\xa2") || str_starts(s, "\xe2\x97\x8f"))
        return true;
    size_t i = 0;
    while (i < s.n && i < 3 && ascii_is_digit(s.p[i]))
        i++;
    return i > 0 && i + 1 < s.n && (s.p[i] == '.' || s.p[i] == ')') && s.p[i + 1] == ' ';
}

static bool small(char c) { return c >= 'a' && c <= 'z'; }

/* Two cells or more: a gap of two blanks, a tab or a bar inside the line. In a long line whose gaps mostly stand
 * between small letters or behind full stops they are how the words were set ("was   again organized"), no cells. */
static bool is_row(struct str line)
{
    struct str s = str_trim(line);
    if (s.n < 3 || s.n > LONGEST_ROW)
        return false;
    if (memchr(s.p, '\t', s.n) || memchr(s.p + 1, '|', s.n - 2))
        return true;
    size_t between_cells = 0, between_words = 0, between_sentences = 0;
    for (size_t i = two_blanks(s, 1), behind; i < s.n; i = two_blanks(s, behind)) {
        for (behind = i; behind < s.n && s.p[behind] == ' ';)
            behind++;
        if (behind < s.n && small(s.p[i - 1]) && small(s.p[behind]))
            between_words++;
        else if (s.p[i - 1] != '.' && s.p[i - 1] != '?' && s.p[i - 1] != '"')
            between_cells++;
        else
            between_sentences++;
    }
    if (s.n >= LONG_LINE && between_sentences > 0 && between_cells <= between_sentences)
        return false;
    return between_cells > between_words || (between_words && s.n < SHORT_LINE);
}

static bool ends_sentence(struct str line)
{
    struct str s = str_trim(line);
    while (s.n && (s.p[s.n - 1] == ')' || ascii_is_digit(s.p[s.n - 1]) || s.p[s.n - 1] == '(' || s.p[s.n - 1] == ' ' ||
                   s.p[s.n - 1] == ','))
        s.n--; /* a reference mark behind the full stop */
    return s.n && (strchr(".!?:;", s.p[s.n - 1]) || str_ends(s, "\xe2\x80\x9d") || s.p[s.n - 1] == '"');
}

static enum block_kind kind_of(struct str line)
{
    struct str s = str_trim(line);
    bool goes_on = s.n && small(s.p[0]) && s.n > 1 && s.p[1] != '.' && s.p[1] != ')'; /* no "b. Disappearance" */
    return !goes_on && s.n <= LONGEST_HEADING && !ends_sentence(s) && !starts_entry(s) ? BLOCK_HEADING : BLOCK_PROSE;
}

/* Had the first word of the next line room behind this one? Then the line was not broken for its length. */
static bool has_room(struct str line, struct str next)
{
    struct str behind = str_trim(next);
    size_t word = 0;
    while (word < behind.n && !ascii_is_space(behind.p[word]))
        word++;
    return line.n + 1 + word < next.n;
}

/* Does the line go on in the next one? A hard-wrapped paragraph has long lines and no blank line between. */
static bool goes_on(struct str line, struct str next)
{
    if (!str_trim(next).n || starts_entry(next) || is_row(next))
        return false;
    bool lower = small(str_trim(next).p[0]);
    if (line.n < SHORT_LINE)
        return lower && line.n >= NARROW_LINE && !ends_sentence(line) && !is_row(line);
    return ends_sentence(line) ? lower : lower || !has_room(line, next);
}

/* Where the text goes on behind the blank lines of a page break at `end`, which cut a long line in a sentence; 0 when
 * none did: a sentence goes on in small letters. */
static size_t behind_page_break(struct str text, size_t end, struct str line)
{
    size_t at = end;
    while (at < text.n && ascii_is_space(text.p[at]))
        at++;
    struct str rest = str_slice(text, at, text.n), behind = str_trim(line);
    bool word = rest.n > 2 && small(rest.p[0]) && small(rest.p[1]);
    bool cut = behind.n >= SHORT_LINE && (ascii_is_alpha(behind.p[behind.n - 1]) || behind.p[behind.n - 1] == ',');
    if (!word || !cut || is_row(str_slice(text, at, line_end(text, at))))
        return 0;
    while (text.p[at - 1] != '\n')
        at--;
    return at;
}

bool block_next(struct str text, size_t *at, struct block *out)
{
    size_t start = *at, end;
    while (start < text.n && ascii_is_space(text.p[start]) && text.p[start] != '\n')
        start++;
    while (start < text.n && text.p[start] == '\n') {
        start++;
        while (start < text.n && ascii_is_space(text.p[start]) && text.p[start] != '\n')
            start++;
    }
    if (start >= text.n)
        return false;
    end = line_end(text, start);
    struct str line = str_slice(text, start, end);
    bool row = is_row(line);
    out->kind = row ? BLOCK_ROW : kind_of(line);
    while (!row && end < text.n) {
        struct str next = str_slice(text, end + 1, line_end(text, end + 1));
        size_t from = goes_on(line, next) ? end + 1 : behind_page_break(text, end, line);
        if (!from)
            break;
        size_t next_end = line_end(text, from);
        out->kind = BLOCK_PROSE;
        line = str_slice(text, from, next_end);
        end = next_end;
    }
    out->start = (uint32_t)start;
    out->end = (uint32_t)end;
    *at = end < text.n ? end + 1 : end;
    return true;
}
