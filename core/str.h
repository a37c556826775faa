/* Text as bytes with a length: slices, growable buffers, numbers.
 *
 * All text is UTF-8 bytes and is never assumed to end in NUL. A `struct str`
 * borrows its bytes; who owns them is said where the slice is handed out
 * (nearly always an arena, see core/arena.h, or a file read into one).
 */
#ifndef TARAZ_CORE_STR_H
#define TARAZ_CORE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
    const char *p; /* not NUL-terminated; may be NULL when n is 0 */
    size_t n;      /* bytes */
};

/* A slice over a string literal or another array of known size. */
#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })

struct str str_of(const char *text); /* of a NUL-terminated string; NULL gives the empty slice */
struct str str_slice(struct str s, size_t start, size_t end); /* clamped to s */
struct str str_trim(struct str s);                            /* without ASCII blanks at both ends */
bool str_equal(struct str a, struct str b);
static inline struct str str_or(struct str a, struct str b) { return a.n ? a : b; } /* b when a is empty */
bool str_is(struct str a, const char *text);
bool str_equal_nocase(struct str a, struct str b); /* ASCII letters only */
int str_compare(struct str a, struct str b);       /* bytewise, as memcmp; shorter first */
uint64_t str_hash(struct str s);                   /* FNV-1a */
bool str_starts(struct str s, const char *prefix);
bool str_ends(struct str s, const char *suffix);
bool str_contains(struct str s, const char *part);
/* Offset of the first byte c at or after `from`, or s.n. */
size_t str_find_byte(struct str s, char c, size_t from);
static inline bool str_has_byte(struct str s, char c) { return str_find_byte(s, c, 0) < s.n; }
/* Cuts the part before the next `separator` off the front of *rest. False when *rest was used up. */
bool str_split_next(struct str *rest, char separator, struct str *part);

/* ASCII only, whatever the locale. Here in the header because the readers ask them of every byte. */
static inline bool ascii_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline bool ascii_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool ascii_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool ascii_is_alpha(char c) { return ascii_is_upper(c) || (c >= 'a' && c <= 'z'); }
static inline char ascii_lower(char c) { return ascii_is_upper(c) ? (char)(c + ('a' - 'A')) : c; }

/* A number in the C locale whatever the process's locale: optional sign, digits,
 * point, exponent; the whole slice must be used. Refuses inf, nan and hex. */
bool str_to_double(struct str s, double *value);
bool str_to_long(struct str s, long *value);

enum { LONG_ROOM = 24 };
struct str long_print(long value, char room[LONG_ROOM]); /* in decimal; the slice lies in `room` */

/* A buffer that grows up to a declared limit. Failure is sticky: after the
 * limit or memory is exceeded every further call does nothing and `failed`
 * stays set, so a writer checks once at the end. Owns its bytes (malloc). */
struct buf {
    char *p;
    size_t n, capacity, limit;
    bool failed;
};

enum { BUF_LIMIT_DEFAULT = 256 << 20 };

void buf_init(struct buf *b, size_t limit); /* 0: BUF_LIMIT_DEFAULT */
void buf_free(struct buf *b);
void buf_clear(struct buf *b); /* keeps the memory */
void buf_put(struct buf *b, struct str s);
void buf_puts(struct buf *b, const char *text);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
void buf_put_long(struct buf *b, long value);
/* The shortest decimal that reads back as the same double (15, 16 or 17
 * significant digits), with a point whatever the locale; NaN writes nothing. */
void buf_put_double(struct buf *b, double value);
/* For people: thousands commas, `decimals` places, a true minus as ASCII '-'. */
void buf_put_grouped(struct buf *b, double value, int decimals);
struct str buf_str(const struct buf *b); /* valid until the buffer changes */

#endif
