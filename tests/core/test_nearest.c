#include "core/nearest.h"
#include "tests/tap.h"

static const char *const verbs[] = { "run", "extract", "count", "reconcile", "trend" };

static struct str near(const char *word)
{
    return str_of(nearest_name(str_of(word), verbs, sizeof verbs / sizeof *verbs));
}

TEST("swaps, losses and additions find the nearest name")
{
    CHECK_TEXT(near("exrtact"), "extract");
    CHECK_TEXT(near("extrac"), "extract");
    CHECK_TEXT(near("recncile"), "reconcile");
    CHECK_TEXT(near("TREND"), "trend");
    CHECK_TEXT(near("reco"), "reconcile");
}
TEST("what is far from every name finds none")
{
    CHECK_TEXT(near("photograph"), "");
    CHECK_TEXT(near(""), "");
    CHECK_TEXT(near("a-word-so-long-that-it-cannot-be-the-misspelling-of-any-name-at-all-here"), "");
}
