/* Numbers that tell a share by two of them: "one in three", "out of every ten children, six". */
#include "etl/narrative/ellipsis.h"

enum { RATIO_REACH = 6 };

/* "Out of every ten children, six remain missing": the six, of the number of the same clause before it. */
static bool is_out_of_every(const struct sentence *s, const struct number *n)
{
    const struct number *base = n > s->numbers ? n - 1 : NULL;
    if (!base || !base->why_not || base->item == 0 || base->item > RATIO_REACH || n->low > base->low)
        return false;
    for (size_t i = base->item + 1u; i < n->item; i++)
        if (ends_clause(s, i))
            return false;
    return plays(s, base->item - 1u, R_PER);
}

/* "one child in ten", "two girls in 100": a few of a round number that counts nothing by itself. */
static bool is_one_in(const struct sentence *s, const struct number *n, const struct number *of)
{
    size_t i = n->item + 1u;
    while (i < n->item + (size_t)RATIO_REACH && (noun_at(s, i) || word_describes(s, i)))
        i++;
    size_t behind = i + 2;
    bool bare = of && i > n->item + 1u && of->item == i + 1 && of->head < 0 && !of->currency.n &&
                (behind >= s->n_items || s->items[behind].kind == ITEM_MARK || role_at(s, behind) == R_BE ||
                 role_at(s, behind) == R_HAVE || plays(s, behind, R_WORLDWIDE) || verb_at(s, behind));
    return bare && role_at(s, i) == R_IN && n->low < 10 && of->low > n->low && of->qualifier == EXACT;
}

void proportions_find(struct sentence *s)
{
    for (size_t k = 0; k < s->n_numbers; k++) {
        struct number *n = &s->numbers[k], *m = k + 1 < s->n_numbers ? &s->numbers[k + 1] : NULL;
        if (is_out_of_every(s, n))
            n->why_not = n->why_not ? n->why_not : "ratio";
        if (is_one_in(s, n, m))
            n->why_not = m->why_not = "ratio";
        for (size_t i = n->item + 1u; i + 1 < s->n_items && i <= n->item + (size_t)RATIO_REACH; i++) {
            if (s->items[i].kind == ITEM_MARK || s->items[i].kind == ITEM_NUMBER)
                break;
            bool second = m && i + 1 == m->item;
            if (!plays(s, i, R_PER) || !(second || item_term(&s->items[i + 1], IN_NUMBERS)))
                continue;
            n->why_not = n->why_not ? n->why_not : "ratio";
            if (second)
                m->why_not = m->why_not ? m->why_not : "ratio";
        }
    }
}
