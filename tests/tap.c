#include "tests/tap.h"

#include <stdio.h>
#include <string.h>

enum { TESTS_LIMIT = 512 };

static struct {
    const char *name;
    void (*run)(void);
} tests[TESTS_LIMIT];
static size_t n_tests;
static bool failed;
static const char *skipped;

void tap_register(const char *name, void (*run)(void))
{
    if (n_tests < TESTS_LIMIT) {
        tests[n_tests].name = name;
        tests[n_tests++].run = run;
    }
}

void tap_check(bool good, const char *file, int line, const char *what)
{
    if (!good) {
        failed = true;
        printf("# %s:%d: not true: %s\n", file, line, what);
    }
}

void tap_check_text(struct str got, const char *want, const char *file, int line)
{
    if (!str_is(got, want)) {
        failed = true;
        printf("# %s:%d: got  '%.*s'\n# %s:%d: want '%s'\n", file, line, (int)got.n, got.p ? got.p : "", file, line,
               want);
    }
}

void tap_check_near(double got, double want, double relative, const char *file, int line)
{
    double allowed = want == 0 ? relative : relative * fabs(want);
    bool good = (isnan(got) && isnan(want)) || got == want || fabs(got - want) <= allowed;
    if (!good) {
        failed = true;
        printf("# %s:%d: got %.17g, want %.17g within %g\n", file, line, got, want, relative);
    }
}

void tap_skip(const char *why) { skipped = why; }

int main(int argc, char **argv)
{
    int n_failed = 0;
    const char *only = argc > 1 ? argv[1] : NULL; /* a part of a test's name */
    for (size_t i = 0; i < n_tests; i++) {
        if (only && !strstr(tests[i].name, only))
            continue;
        failed = false;
        skipped = NULL;
        tests[i].run();
        printf("%s %zu - %s%s%s\n", failed ? "not ok" : "ok", i + 1, tests[i].name, skipped ? " # SKIP " : "",
               skipped ? skipped : "");
        fflush(stdout);
        n_failed += failed;
    }
    printf("1..%zu\n", n_tests);
    return n_failed > 0;
}
