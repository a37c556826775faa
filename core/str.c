#include "core/str.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLAIN_DIGITS = 9 }; /* fit any long */

struct str str_of(const char *text) { return (struct str){ text, text ? strlen(text) : 0 }; }

struct str str_slice(struct str s, size_t start, size_t end)
{
    if (end > s.n)
        end = s.n;
    if (start > end)
        start = end;
    return (struct str){ s.p ? s.p + start : s.p, end - start };
}

struct str str_trim(struct str s)
{
    while (s.n > 0 && ascii_is_space(s.p[0]))
        s = str_slice(s, 1, s.n);
    while (s.n > 0 && ascii_is_space(s.p[s.n - 1]))
        s.n--;
    return s;
}

bool str_equal(struct str a, struct str b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }

bool str_is(struct str a, const char *text) { return str_equal(a, str_of(text)); }

bool str_equal_nocase(struct str a, struct str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (ascii_lower(a.p[i]) != ascii_lower(b.p[i]))
            return false;
    return true;
}

int str_compare(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n > 0 ? memcmp(a.p, b.p, n) : 0;
    return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

uint64_t str_hash(struct str s)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.n; i++)
        h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
    return h;
}

bool str_starts(struct str s, const char *prefix)
{
    size_t n = strlen(prefix);
    return s.n >= n && (n == 0 || memcmp(s.p, prefix, n) == 0);
}

bool str_ends(struct str s, const char *suffix)
{
    size_t n = strlen(suffix);
    return s.n >= n && (n == 0 || memcmp(s.p + s.n - n, suffix, n) == 0);
}

bool str_contains(struct str s, const char *part)
{
    size_t n = strlen(part);
    return n == 0 || (s.n >= n && memmem(s.p, s.n, part, n) != NULL);
}

size_t str_find_byte(struct str s, char c, size_t from)
{
    if (from >= s.n)
        return s.n;
    const char *hit = memchr(s.p + from, c, s.n - from);
    return hit ? (size_t)(hit - s.p) : s.n;
}

bool str_split_next(struct str *rest, char separator, struct str *part)
{
    if (!rest->p)
        return false;
    size_t end = str_find_byte(*rest, separator, 0);
    *part = str_slice(*rest, 0, end);
    if (end == rest->n)
        *rest = (struct str){ NULL, 0 };
    else
        *rest = str_slice(*rest, end + 1, rest->n);
    return true;
}

/* One locale object for the process: the C locale, so that a caller's
 * setlocale() never changes how numbers are read or written. */
static locale_t c_locale(void)
{
    static locale_t locale;
    if (!locale) {
        locale_t made = newlocale(LC_ALL_MASK, "C", (locale_t)0);
        locale_t expected = (locale_t)0;
        if (!__atomic_compare_exchange_n(&locale, &expected, made, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
            freelocale(made);
    }
    return locale;
}

/* One to PLAIN_DIGITS digits and nothing else, as most numbers are. */
static bool plain_digits(struct str s, long *value)
{
    long read = 0;
    if (s.n == 0 || s.n > PLAIN_DIGITS)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_is_digit(s.p[i]))
            return false;
        read = read * 10 + (s.p[i] - '0');
    }
    *value = read;
    return true;
}

bool str_to_double(struct str s, double *value)
{
    char text[64];
    long plain;
    if (plain_digits(s, &plain)) {
        *value = (double)plain;
        return true;
    }
    if (s.n == 0 || s.n >= sizeof text)
        return false;
    for (size_t i = 0; i < s.n; i++) /* keeps out "inf", "nan", hex and blanks */
        if (!ascii_is_digit(s.p[i]) && !strchr("+-.eE", s.p[i]))
            return false;
    memcpy(text, s.p, s.n);
    text[s.n] = '\0';
    char *end;
    double read = strtod_l(text, &end, c_locale());
    if (end != text + s.n || !isfinite(read))
        return false;
    *value = read;
    return true;
}

bool str_to_long(struct str s, long *value)
{
    if (plain_digits(s, value))
        return true;
    char text[32];
    if (s.n == 0 || s.n >= sizeof text || !(ascii_is_digit(s.p[0]) || s.p[0] == '-'))
        return false;
    memcpy(text, s.p, s.n);
    text[s.n] = '\0';
    char *end;
    errno = 0;
    long read = strtol(text, &end, 10);
    if (end != text + s.n || errno == ERANGE)
        return false;
    *value = read;
    return true;
}

struct str long_print(long value, char room[LONG_ROOM])
{
    size_t at = LONG_ROOM;
    unsigned long rest = value < 0 ? 0 - (unsigned long)value : (unsigned long)value;
    do
        room[--at] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (value < 0)
        room[--at] = '-';
    return (struct str){ room + at, LONG_ROOM - at };
}

void buf_init(struct buf *b, size_t limit) { *b = (struct buf){ .limit = limit ? limit : BUF_LIMIT_DEFAULT }; }

void buf_free(struct buf *b)
{
    free(b->p);
    *b = (struct buf){ .limit = b->limit };
}

void buf_clear(struct buf *b)
{
    b->n = 0;
    b->failed = false;
}

static bool buf_reserve(struct buf *b, size_t more)
{
    if (b->failed || more >= b->limit || b->n > b->limit - more) {
        b->failed = true;
        return false;
    }
    size_t need = b->n + more + 1; /* one spare byte for vsnprintf's NUL */
    if (need <= b->capacity)
        return true;
    size_t capacity = b->capacity ? b->capacity : 256;
    while (capacity < need)
        capacity *= 2;
    char *p = realloc(b->p, capacity);
    if (!p) {
        b->failed = true;
        return false;
    }
    b->p = p;
    b->capacity = capacity;
    return true;
}

void buf_put(struct buf *b, struct str s)
{
    if (s.n == 0 || !buf_reserve(b, s.n))
        return;
    memcpy(b->p + b->n, s.p, s.n);
    b->n += s.n;
}

void buf_puts(struct buf *b, const char *text) { buf_put(b, str_of(text)); }

void buf_putc(struct buf *b, char c) { buf_put(b, (struct str){ &c, 1 }); }

void buf_vprintf(struct buf *b, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    locale_t before = uselocale(c_locale());
    char text[256]; /* enough for most, so that it is formatted but once */
    int length = vsnprintf(text, sizeof text, format, arguments);
    if (length < 0)
        b->failed = true;
    else if ((size_t)length < sizeof text)
        buf_put(b, (struct str){ text, (size_t)length });
    else if (buf_reserve(b, (size_t)length)) {
        vsnprintf(b->p + b->n, (size_t)length + 1, format, again);
        b->n += (size_t)length;
    }
    uselocale(before);
    va_end(again);
}

void buf_printf(struct buf *b, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(b, format, arguments);
    va_end(arguments);
}

void buf_put_long(struct buf *b, long value)
{
    char room[LONG_ROOM];
    buf_put(b, long_print(value, room));
}

void buf_put_double(struct buf *b, double value)
{
    if (isnan(value))
        return;
    if (value == 0) /* never "-0" */
        value = 0;
    if (fabs(value) < 1e15 && value == trunc(value)) {
        buf_put_long(b, (long)value);
        return;
    }
    char text[40];
    locale_t before = uselocale(c_locale());
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod_l(text, NULL, c_locale()) == value)
            break;
    }
    uselocale(before);
    buf_puts(b, text);
}

void buf_put_grouped(struct buf *b, double value, int decimals)
{
    char text[400];
    locale_t before = uselocale(c_locale());
    int length = snprintf(text, sizeof text, "%.*f", decimals, value);
    uselocale(before);
    if (length < 0 || (size_t)length >= sizeof text || !isfinite(value)) {
        buf_put_double(b, value);
        return;
    }
    struct str all = { text, (size_t)length };
    if (all.p[0] == '-') {
        bool zero = strspn(all.p + 1, "0.") == all.n - 1;
        all = str_slice(all, 1, all.n);
        if (!zero)
            buf_putc(b, '-');
    }
    size_t whole = str_find_byte(all, '.', 0);
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            buf_putc(b, ',');
        buf_putc(b, all.p[i]);
    }
    buf_put(b, str_slice(all, whole, all.n));
}

struct str buf_str(const struct buf *b) { return (struct str){ b->p, b->n }; }
