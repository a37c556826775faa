#include "etl/privacy.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/file.h"
#include "core/table.h"
#include "etl/encoding.h"

enum { WORDS_LIMIT = 1000000, FOLDED_LIMIT = 256 };

struct known_word {
    struct str word; /* in lower case */
    bool given_name;
};

struct name_list {
    struct vec words; /* of struct known_word, sorted */
};

static bool is_letter(utf8proc_int32_t c)
{
    utf8proc_category_t k = utf8proc_category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME; /* letters, and marks on them */
}

static bool is_capital(utf8proc_int32_t c)
{
    utf8proc_category_t k = utf8proc_category(c);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

/* The code point at `at` and its length in bytes; a byte that is no UTF-8 counts as itself. */
static utf8proc_int32_t point_at(struct str s, size_t at, size_t *n)
{
    utf8proc_int32_t c = -1;
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)s.p + at, (utf8proc_ssize_t)(s.n - at), &c);
    *n = used > 0 ? (size_t)used : 1;
    return used > 0 ? c : 0xFFFD;
}

/* Lower case into `out`; longer words are cut. */
static struct str fold(struct str word, char out[FOLDED_LIMIT])
{
    size_t n = 0;
    for (size_t i = 0, step; i < word.n && n + 4 < FOLDED_LIMIT; i += step) {
        utf8proc_int32_t c = utf8proc_tolower(point_at(word, i, &step));
        n += (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)out + n);
    }
    return (struct str){ out, n };
}

static int compare_words(const void *x, const void *y)
{
    const struct known_word *a = x, *b = y;
    int c = str_compare(a->word, b->word);
    return c ? c : (int)a->given_name - (int)b->given_name;
}

static enum status add_words(struct arena *a, struct name_list *list, struct str text, bool given, struct err *e)
{
    struct str word;
    while (str_split_next(&text, ' ', &word)) {
        char folded[FOLDED_LIMIT];
        while (word.n > 0 && (word.p[0] == '(' || word.p[0] == '&'))
            word = str_slice(word, 1, word.n);
        while (word.n > 0 && str_has_byte(STR(",)"), word.p[word.n - 1]))
            word.n--;
        if (word.n == 0)
            continue;
        struct known_word *known = vec_add(&list->words);
        if (!known)
            return fail_memory(e);
        known->word = arena_copy(a, fold(word, folded));
        known->given_name = given;
    }
    return ST_OK;
}

static enum status load_words(struct arena *a, struct name_list *list, const char *folder, struct err *e)
{
    struct table t;
    size_t word = 0, kind = 0;
    const struct table_options options = { .allow_comments = true };
    const char *path = path_join(a, folder, "name_words.csv");
    enum status st = path ? table_read(a, path, &options, &t, NULL, e) : fail_memory(e);
    if (st == ST_OK)
        st = table_column(&t, "word", &word, e);
    if (st == ST_OK)
        st = table_column(&t, "kind", &kind, e);
    for (size_t i = 0; st == ST_OK && i < t.n_rows; i++)
        st = add_words(a, list, table_cell(&t, i, word), str_is(table_cell(&t, i, kind), "given_name"), e);
    return st;
}

/* The words of some columns of a table, none of them a given name. */
static enum status load_names(struct arena *a, struct name_list *list, const char *folder, const char *file,
                              const char *const *columns, size_t n_columns, struct err *e)
{
    struct table t;
    const struct table_options options = { .allow_comments = true };
    const char *path = path_join(a, folder, file);
    enum status st = path ? table_read(a, path, &options, &t, NULL, e) : fail_memory(e);
    for (size_t c = 0; st == ST_OK && c < n_columns; c++) {
        size_t index;
        st = table_column(&t, columns[c], &index, e);
        for (size_t i = 0; st == ST_OK && i < t.n_rows; i++)
            st = add_words(a, list, table_cell(&t, i, index), false, e);
    }
    return st;
}

enum status name_list_load(struct arena *a, const char *data_folder, struct name_list **out, struct err *e)
{
    static const char *const country_columns[] = { "name", "region", "subregion" }, *const place_columns[] = {
        "words"
    };
    *out = arena_alloc(a, sizeof **out);
    if (!*out)
        return fail_memory(e);
    vec_init(&(*out)->words, a, sizeof(struct known_word), WORDS_LIMIT);
    enum status st = load_words(a, *out, data_folder, e);
    if (st == ST_OK)
        st = load_names(a, *out, data_folder, "countries.csv", country_columns, 3, e);
    if (st == ST_OK)
        st = load_names(a, *out, data_folder, "narrative/places.csv", place_columns, 1, e);
    if (st == ST_OK)
        vec_sort(&(*out)->words, compare_words);
    return st == ST_OK && arena_failed(a) ? fail_memory(e) : st;
}

enum known { KNOWN_NOT, KNOWN_WORD, KNOWN_GIVEN };

static enum known look_up(const struct name_list *list, struct str word)
{
    char folded[FOLDED_LIMIT];
    struct known_word key = { fold(word, folded), false };
    size_t low = 0, high = list->words.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct known_word *at = VEC_AT(const struct known_word, &list->words, middle);
        int c = str_compare(at->word, key.word);
        if (c == 0)
            return at->given_name ? KNOWN_GIVEN : KNOWN_WORD;
        if (c < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return KNOWN_NOT;
}

/* Also without a possessive or plural ending, and by the first part of "Almaty-based". */
static enum known look_up_forms(const struct name_list *list, struct str word)
{
    static const char *const endings[] = { "", "'s", "\xE2\x80\x99s", "s", "'", "\xE2\x80\x99" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = strlen(endings[i]);
        enum known k =
            str_ends(word, endings[i]) && word.n > n + 1 ? look_up(list, str_slice(word, 0, word.n - n)) : KNOWN_NOT;
        if (k != KNOWN_NOT)
            return k;
    }
    size_t hyphen = str_find_byte(word, '-', 0);
    return hyphen > 1 && hyphen < word.n ? look_up(list, str_slice(word, 0, hyphen)) : KNOWN_NOT;
}

struct word {
    size_t start, end;
    bool capital, all_capitals, sentence_start, name, joined; /* joined: one blank after the word before */
    enum known known;
};

/* A word at `at`: letters, with apostrophes and hyphens between letters. */
static struct word read_word(struct str s, size_t at)
{
    struct word w = { .start = at, .all_capitals = true };
    size_t letters = 0, n;
    for (size_t i = at; i < s.n; i += n) {
        utf8proc_int32_t c = point_at(s, i, &n);
        if (!is_letter(c)) {
            size_t after;
            bool binds = (c == '\'' || c == 0x2019 || c == '-') && i > at && i + n < s.n &&
                         is_letter(point_at(s, i + n, &after));
            if (!binds)
                break;
        } else {
            letters++;
            if (i == at)
                w.capital = is_capital(c);
            if (!is_capital(c))
                w.all_capitals = false;
        }
        w.end = i + n;
    }
    w.all_capitals = w.all_capitals && letters > 1;
    return w;
}

static bool ends_sentence(struct str between)
{
    for (size_t i = 0; i < between.n; i++)
        if (str_has_byte(STR(".!?:\n"), between.p[i]) || str_starts(str_slice(between, i, between.n), "\xE2\x80\xA2"))
            return true;
    return false;
}

static enum status read_words(struct arena *a, const struct name_list *names, struct str s, struct vec *words)
{
    size_t last_end = 0, n;
    vec_init(words, a, sizeof(struct word), s.n + 1);
    for (size_t i = 0; i < s.n; i += n) {
        if (!is_letter(point_at(s, i, &n)))
            continue;
        struct word w = read_word(s, i);
        struct str between = str_slice(s, last_end, i), word = str_slice(s, i, w.end);
        /* "A. Petrova": the point behind a single capital ends no sentence */
        bool after_initial = words->n > 0 && last_end - VEC_AT(struct word, words, words->n - 1)->start <= 2 &&
                             VEC_AT(struct word, words, words->n - 1)->capital;
        w.sentence_start = words->n == 0 || (!after_initial && ends_sentence(between));
        w.joined = words->n > 0 && str_is(between, " ");
        w.known = w.capital ? look_up_forms(names, word) : KNOWN_WORD;
        struct word *kept = vec_add(words);
        if (!kept)
            return ST_SYSTEM;
        *kept = w;
        n = w.end - i;
        last_end = w.end;
    }
    return ST_OK;
}

/* Capitalised and in no list: a name in the middle of a sentence; at its head only with another behind it. */
static void find_names(struct vec *words)
{
    struct word *w = words->items;
    for (size_t i = 0; i < words->n; i++) {
        bool unknown = w[i].capital && !w[i].all_capitals && w[i].known == KNOWN_NOT;
        bool next_unknown = i + 1 < words->n && w[i + 1].joined && w[i + 1].capital && !w[i + 1].all_capitals &&
                            w[i + 1].known != KNOWN_WORD;
        w[i].name = (w[i].capital && w[i].known == KNOWN_GIVEN) || (unknown && (!w[i].sentence_start || next_unknown));
    }
    for (size_t i = 0; i < words->n; i++) { /* family names in capitals beside a name: "Anna PETROVA" */
        bool beside = (i > 0 && w[i].joined && w[i - 1].name) || (i + 1 < words->n && w[i + 1].joined && w[i + 1].name);
        if (w[i].all_capitals && w[i].known == KNOWN_NOT && w[i].end - w[i].start > 3 && beside)
            w[i].name = true;
    }
}

struct str quote_mask(struct arena *a, const struct name_list *names, struct str quote)
{
    struct vec words;
    struct buf out;
    struct str none = { "", 0 };
    if (read_words(a, names, quote, &words) != ST_OK)
        return none;
    find_names(&words);
    buf_init(&out, 0);
    size_t at = 0;
    for (size_t i = 0; i < words.n; i++) {
        const struct word *w = VEC_AT(const struct word, &words, i);
        size_t first;
        if (!w->name)
            continue;
        point_at(quote, w->start, &first);
        buf_put(&out, str_slice(quote, at, w->start + first));
        if (w->end >= quote.n || quote.p[w->end] != '.')
            buf_putc(&out, '.');
        at = w->end;
    }
    buf_put(&out, str_slice(quote, at, quote.n));
    struct str masked = out.failed ? none : arena_copy(a, buf_str(&out));
    buf_free(&out);
    return masked.p ? masked : none;
}

bool figure_is_counted_cases(const struct figure *f)
{
    return str_starts(f->method, "layout:") && str_ends(f->method, ":count");
}

static void widen_small_cell(struct arena *a, struct figure *f, long min_cell)
{
    if (!figure_is_counted_cases(f) || !str_is(f->unit_measure, "persons") || !(f->obs_value >= 1) ||
        !(f->obs_value < (double)min_cell))
        return;
    f->value_low = 1;
    f->value_high = (double)(min_cell - 1);
    f->obs_value = NAN;
    f->qualifier = f->value_high > 1 ? STR("range") : STR("at_most");
    f->obs_status = STR("Q");
    f->as_written = arena_printf(a, "<%ld", min_cell);
}

enum status privacy_apply(struct arena *a, const struct privacy *p, const struct name_list *names, struct vec *figures,
                          struct err *e)
{
    for (size_t i = 0; i < figures->n; i++) {
        struct figure *f = VEC_AT(struct figure, figures, i);
        if (p->quotes == QUOTES_NONE)
            f->quote = (struct str){ "", 0 };
        else if (p->quotes == QUOTES_MASKED && !str_starts(f->method, "layout:"))
            f->quote = quote_mask(a, names, f->quote);
        if (p->min_cell > 1)
            widen_small_cell(a, f, p->min_cell);
    }
    return arena_failed(a) ? fail_memory(e) : ST_OK;
}
