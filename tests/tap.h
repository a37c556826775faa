/* A test harness of a few lines that speaks TAP.
 *
 *     TEST("an empty file is refused") { CHECK(x == 1); CHECK_TEXT(s, "abc"); }
 *
 * A test that cannot run here calls SKIP("why"). Link tests/tap.c.
 */
#ifndef TARAZ_TESTS_TAP_H
#define TARAZ_TESTS_TAP_H

#include <math.h>
#include <stdbool.h>

#include "core/str.h"

void tap_register(const char *name, void (*run)(void));
void tap_check(bool good, const char *file, int line, const char *what);
void tap_check_text(struct str got, const char *want, const char *file, int line);
void tap_check_near(double got, double want, double relative, const char *file, int line);
void tap_skip(const char *why);

#define TAP_JOIN2(a, b) a##b
#define TAP_JOIN(a, b) TAP_JOIN2(a, b)
#define TAP_TEST(title, function, hook)                                                                                \
    static void function(void);                                                                                        \
    __attribute__((constructor)) static void hook(void) { tap_register(title, function); }                             \
    static void function(void)
#define TEST(title) TAP_TEST(title, TAP_JOIN(test_, __LINE__), TAP_JOIN(register_, __LINE__))

#define CHECK(condition) tap_check((condition), __FILE__, __LINE__, #condition)
#define CHECK_TEXT(got, want) tap_check_text((got), (want), __FILE__, __LINE__)
/* |got - want| <= relative * |want| (absolute when want is 0); both NaN is equal. */
#define CHECK_NEAR(got, want, relative) tap_check_near((got), (want), (relative), __FILE__, __LINE__)
#define SKIP(why)                                                                                                      \
    do {                                                                                                               \
        tap_skip(why);                                                                                                 \
        return;                                                                                                        \
    } while (0)

#endif
