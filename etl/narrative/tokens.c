/* A block into tokens: words, digits, marks. */
#include "etl/narrative/tokens.h"

#include <stdlib.h>

#include "etl/narrative/eight_bytes.h"

enum { TOKENS_FIRST = 1024 };

/* Marks beyond ASCII that matter; 0: part of a word. *length: its bytes. */
static char fold_mark(const unsigned char *p, size_t n, size_t *length)
{
    *length = 1;
    if (n >= 2 && p[0] == 0xC2) {
        *length = 2;
        switch (p[1]) {
        case 0xA0:
            return ' ';
        case 0xA3:
        case 0xA5:
        case 0xA2:
            return '$';
        case 0xAB:
        case 0xBB:
            return '"';
        case 0xAD:
        case 0xB7:
        case 0xB0:
        case 0xA7:
            return '*';
        default:
            return 0;
        }
    }
    if (n >= 3 && p[0] == 0xE2) {
        *length = 3;
        if (p[1] == 0x80) {
            if (p[2] >= 0x80 && p[2] <= 0x8B)
                return ' ';
            if (p[2] >= 0x90 && p[2] <= 0x93)
                return p[2] == 0x93 ? '_' : '-';
            if (p[2] == 0x94 || p[2] == 0x95)
                return '_';
            if (p[2] == 0x98 || p[2] == 0x99)
                return '\'';
            if (p[2] == 0x9C || p[2] == 0x9D)
                return '"';
            if (p[2] == 0xAF)
                return ' ';
            return '*';
        }
        if (p[1] == 0x82)
            return '$'; /* currency signs */
        return p[1] >= 0x84 && p[1] <= 0xAF ? '*' : 0;
    }
    if (p[0] >= 0xC0)
        *length = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
    if (*length > n)
        *length = n;
    return 0;
}

static bool grow(struct tokens *t)
{
    size_t capacity = t->capacity ? t->capacity * 2 : TOKENS_FIRST;
    struct token *list = realloc(t->list, capacity * sizeof *list);
    if (!list)
        return false;
    t->list = list;
    t->capacity = capacity;
    return true;
}

void tokens_free(struct tokens *t)
{
    free(t->list);
    *t = (struct tokens){ 0 };
}

static bool digit_at(struct str s, size_t i) { return i < s.n && ascii_is_digit(s.p[i]); }

/* The blank or comma between two groups of digits: its length, or 0. */
static size_t group_separator(struct str s, size_t i)
{
    if (i >= s.n)
        return 0;
    size_t length = 1;
    if (s.p[i] != ',' && s.p[i] != ' ') {
        if ((unsigned char)s.p[i] < 0xC2 || fold_mark((const unsigned char *)s.p + i, s.n - i, &length) != ' ')
            return 0;
    }
    bool three = digit_at(s, i + length) && digit_at(s, i + length + 1) && digit_at(s, i + length + 2);
    return three && !digit_at(s, i + length + 3) ? length : 0;
}

/* "2,42,938": behind groups of two, as South Asia writes lakhs and crores; the end, or 0 for other digits. */
static size_t lakhs_end(struct str s, size_t i)
{
    size_t pairs = 0;
    for (i += digit_at(s, i + 1) ? 2 : 1; i < s.n && s.p[i] == ',' && digit_at(s, i + 1) && digit_at(s, i + 2);
         i += 3) {
        if (!digit_at(s, i + 3)) {
            pairs++;
            continue;
        }
        bool closed = !digit_at(s, i + 4) && !(i + 4 < s.n && s.p[i + 4] == ',' && digit_at(s, i + 5));
        return pairs && closed ? i + 4 : 0;
    }
    return 0;
}

/* Digits with thousands separators and a decimal part. Blanks join groups only behind one to three digits. */
static size_t digits_end(struct str s, size_t i, bool blanks, uint8_t *flags)
{
    size_t start = i, length, lakhs = lakhs_end(s, i);
    while (digit_at(s, i))
        i++;
    char separator = 0;
    if (lakhs) {
        *flags |= TOKEN_COMMAS;
        i = lakhs;
        separator = ',';
    }
    while (i - start <= 3 || separator) {
        length = group_separator(s, i);
        char kind = length == 1 ? s.p[i] : '\x01';
        if (!length || (separator && kind != separator) || (kind == ' ' && !blanks))
            break;
        separator = kind;
        i += length + 3;
        *flags |= TOKEN_COMMAS;
    }
    if (i + 1 < s.n && s.p[i] == '.' && digit_at(s, i + 1)) {
        *flags |= TOKEN_COMMAS;
        for (i++; digit_at(s, i);)
            i++;
    }
    return i;
}

static bool is_letter(unsigned char c) { return ascii_is_alpha((char)c) || c >= 0x80; }

/* ---- words: most are of ASCII letters only, and are read eight bytes at a time ---- */

/* How many ASCII letters the eight bytes start with. */
static unsigned letters_first(uint64_t bytes)
{
    uint64_t low = (bytes | each_byte(0x20)) & each_byte(0x7f); /* no sum below carries into the next byte */
    uint64_t from_a = low + each_byte(0x80 - 'a'), behind_z = low + each_byte(0x7f - 'z');
    uint64_t others = (~from_a | behind_z | bytes) & each_byte(0x80);
    return others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
}

/* Reads the ASCII letters from i on; *hash gets theirs. Returns their end, i when there are none. */
static size_t letters_end(struct str text, size_t i, uint64_t *hash)
{
    uint64_t bytes = eight_bytes(text, i), h = WORD_HASH_START;
    unsigned n = letters_first(bytes);
    while (n > 0) {
        unsigned others = 64 - 8 * n;
        h = word_hash_step(h, (bytes | each_byte(0x20)) << others >> others);
        i += n;
        if (n < 8)
            break;
        bytes = eight_bytes(text, i);
        n = letters_first(bytes);
    }
    *hash = h;
    return i;
}

/* Does the apostrophe before byte i belong to the word? Not when a possessive stands behind it. */
static bool joins_letters(struct str s, size_t i)
{
    return i < s.n && ascii_is_alpha(s.p[i]) &&
           !(s.p[i] == 's' && !(i + 1 < s.n && is_letter((unsigned char)s.p[i + 1])));
}

/* The same for a word that may have apostrophes and letters beyond ASCII; both apostrophes are one. */
static size_t word_end(struct str s, size_t i, uint64_t *hash)
{
    size_t start = i, length;
    struct word_hash w = { .hash = WORD_HASH_START };
    for (; i < s.n; i += length) {
        unsigned char c = (unsigned char)s.p[i];
        length = 1;
        char mark = c >= 0x80 ? fold_mark((const unsigned char *)s.p + i, s.n - i, &length) : s.p[i];
        if (mark == '\'' && i > start && joins_letters(s, i + length)) {
            word_hash_add(&w, '\'');
            continue;
        }
        if (c < 0x80 ? !ascii_is_alpha(mark) : mark != 0)
            break;
        for (size_t k = 0; k < length; k++)
            word_hash_add(&w, ascii_lower(s.p[i + k]));
    }
    *hash = word_hash_end(&w);
    return i;
}

/* A possessive ('s) or other mark at i. */
static size_t mark_end(struct str s, size_t i, struct token *token)
{
    size_t length = 1;
    char mark = s.p[i];
    if ((unsigned char)mark >= 0x80)
        mark = fold_mark((const unsigned char *)s.p + i, s.n - i, &length);
    while (mark == '-' && i + length < s.n && s.p[i + length] == '-')
        length++;
    if (mark == '-' && length > 1) /* "--" stands for a long dash */
        mark = '_';
    token->kind = TOKEN_MARK;
    token->mark = mark;
    if (mark == '\'' && i + length < s.n && s.p[i + length] == 's' &&
        !(i + length + 1 < s.n && is_letter((unsigned char)s.p[i + length + 1]))) {
        token->kind = TOKEN_POSSESSIVE;
        length++;
    }
    return i + length;
}

/* Skips blanks and says what they mean. */
static size_t skip_blanks(struct str s, size_t i, uint8_t *flags)
{
    size_t start = i, length;
    bool one = i + 1 < s.n && s.p[i] == ' ' && s.p[i + 1] > ' '; /* mostly */
    *flags = one ? 0 : TOKEN_GLUED;
    if (one)
        return i + 1;
    while (i < s.n) {
        unsigned char c = (unsigned char)s.p[i];
        length = 1;
        if (c == '\t')
            *flags |= TOKEN_WIDE_GAP;
        else if (c >= 0xC2 ? fold_mark((const unsigned char *)s.p + i, s.n - i, &length) != ' '
                           : !ascii_is_space((char)c))
            break;
        i += length;
    }
    if (i > start)
        *flags &= (uint8_t)~TOKEN_GLUED;
    if (i >= start + 2 && s.p[start] == ' ' && s.p[start + 1] == ' ')
        *flags |= TOKEN_WIDE_GAP;
    return i;
}

/* Currency signs are in the vocabulary. */
static uint32_t sign_number(const struct word_table *words, struct str sign)
{
    struct word_hash w = { .hash = WORD_HASH_START };
    for (size_t i = 0; i < sign.n; i++)
        word_hash_add(&w, sign.p[i]);
    return word_number(words, word_hash_end(&w));
}

/* The token at i, which is no blank. *counts: it is or may be part of a number. Returns its end. */
static size_t take_token(const struct word_table *words, struct str s, size_t i, bool blanks, struct token *token,
                         bool *counts)
{
    uint64_t hash;
    size_t length, end = letters_end(s, i, &hash);
    unsigned char first = (unsigned char)s.p[i], next = end < s.n ? (unsigned char)s.p[end] : 0;
    bool letters = end > i;
    if (letters ? next == '\'' || next >= 0x80 /* may go on behind its ASCII letters */
                : first >= 0x80 && !fold_mark((const unsigned char *)s.p + i, s.n - i, &length)) {
        end = word_end(s, i, &hash);
        letters = true;
    }
    if (letters) {
        token->word = word_number(words, hash);
        token->flags |= ascii_is_upper(s.p[i]) || first >= 0xC3 ? TOKEN_CAPITAL : 0;
        *counts = words->words[token->word].counts;
        return end;
    }
    *counts = ascii_is_digit(s.p[i]);
    if (*counts) {
        token->kind = TOKEN_DIGITS;
        return digits_end(s, i, blanks, &token->flags);
    }
    end = mark_end(s, i, token);
    if (token->mark == '$')
        token->word = sign_number(words, str_slice(s, i, end));
    return end;
}

/* The first full stop of "U.S.": it ends nothing, and the two letters are one name. */
static bool is_inner_stop(struct str s, const struct token *token, size_t i)
{
    return token->kind == TOKEN_WORD && token->end - token->start == 1 && (token->flags & TOKEN_CAPITAL) &&
           i + 2 < s.n && s.p[i] == '.' && s.p[i + 1] >= 'A' && s.p[i + 1] <= 'Z' &&
           !is_letter((unsigned char)s.p[i + 2]);
}

/* The last full stop of "U.S. citizens", where the sentence goes on with a small letter. */
static bool is_last_stop(struct str s, size_t i)
{
    return i + 2 < s.n && s.p[i] == '.' && s.p[i + 1] == ' ' && s.p[i + 2] >= 'a' && s.p[i + 2] <= 'z';
}

bool tokens_cut(struct tokens *t, const struct word_table *words, struct str text, size_t start, size_t end,
                bool blanks)
{
    struct str s = str_slice(text, 0, end);
    size_t i = start;
    bool inner = false; /* "U." has been read */
    t->n = 0;
    t->n_counted = 0;
    for (;;) {
        uint8_t flags;
        bool counts;
        i = skip_blanks(s, i, &flags);
        if (i >= s.n)
            return true;
        if (t->n == t->capacity && !grow(t))
            return false;
        struct token *token = &t->list[t->n++];
        *token = (struct token){ .start = (uint32_t)i, .flags = flags };
        i = take_token(words, s, i, blanks, token, &counts);
        token->end = (uint32_t)i;
        bool last = inner && is_last_stop(s, i);
        inner = is_inner_stop(s, token, i);
        i += inner || last;
        if (counts)
            t->n_counted = t->n;
    }
}
