#include "core/nearest.h"

enum { LONGEST = 64 };

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Optimal string alignment: edits and swaps of neighbours, over lower-cased bytes. */
static size_t distance(struct str a, struct str b)
{
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b.n; j++)
        rows[1][j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        size_t *now = rows[(i + 1) % 3], *last = rows[i % 3], *before = rows[(i + 2) % 3];
        now[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            char x = ascii_lower(a.p[i - 1]), y = ascii_lower(b.p[j - 1]);
            now[j] = least(least(last[j] + 1, now[j - 1] + 1), last[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == ascii_lower(b.p[j - 2]) && y == ascii_lower(a.p[i - 2]))
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return rows[(a.n + 1) % 3][b.n];
}

static size_t score(struct str word, struct str candidate)
{
    if (word.n == 0 || word.n > LONGEST || candidate.n > LONGEST)
        return LONGEST;
    size_t d = distance(word, candidate);
    size_t longer = word.n > candidate.n ? word.n : candidate.n;
    size_t allowed = longer / 3 > 2 ? longer / 3 : 2;
    if (word.n <= 2)
        allowed = 1;
    bool prefix = word.n >= 4 && candidate.n > word.n && str_equal_nocase(word, str_slice(candidate, 0, word.n));
    return d <= allowed ? d : prefix ? allowed + 1 : LONGEST;
}

size_t nearest_index(struct str word, const struct str *candidates, size_t n)
{
    size_t best = n, best_score = LONGEST;
    for (size_t i = 0; i < n; i++) {
        size_t s = score(word, candidates[i]);
        if (s < best_score) {
            best_score = s;
            best = i;
        }
    }
    return best;
}

const char *nearest_name(struct str word, const char *const *candidates, size_t n)
{
    const char *best = NULL;
    size_t best_score = LONGEST;
    for (size_t i = 0; i < n; i++) {
        size_t s = score(word, str_of(candidates[i]));
        if (s < best_score) {
            best_score = s;
            best = candidates[i];
        }
    }
    return best;
}
