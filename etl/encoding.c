#include "etl/encoding.h"

#include <string.h>
#include <utf8proc.h>

/* Bytes 0x80 to 0xFF of the two single-byte encodings, from unicode.org's mapping tables
 * CP1252.TXT and ROMAN.TXT; U+FFFD where a byte is not assigned. */
static const unsigned short windows_1252[128] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178, 0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6,
    0x00A7, 0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3,
    0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x00BA, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00BF, 0x00C0,
    0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5, 0x00C6, 0x00C7, 0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD,
    0x00CE, 0x00CF, 0x00D0, 0x00D1, 0x00D2, 0x00D3, 0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x00D9, 0x00DA,
    0x00DB, 0x00DC, 0x00DD, 0x00DE, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x00E7,
    0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x00F0, 0x00F1, 0x00F2, 0x00F3, 0x00F4,
    0x00F5, 0x00F6, 0x00F7, 0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FE, 0x00FF,
};
static const unsigned short macintosh[128] = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};

bool utf8_is_valid(struct str bytes)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)bytes.p;
    utf8proc_ssize_t left = (utf8proc_ssize_t)bytes.n;
    while (left > 0) {
        utf8proc_int32_t code;
        utf8proc_ssize_t used = *at < 0x80 ? 1 : utf8proc_iterate(at, left, &code);
        if (used <= 0)
            return false;
        at += used;
        left -= used;
    }
    return true;
}

void utf8_put(struct buf *out, long code_point)
{
    utf8proc_uint8_t bytes[4];
    if (code_point < 0 || code_point > 0x10FFFF || !utf8proc_codepoint_valid((utf8proc_int32_t)code_point))
        code_point = 0xFFFD;
    utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)code_point, bytes);
    buf_put(out, (struct str){ (const char *)bytes, n > 0 ? (size_t)n : 0 });
}

bool bytes_are_binary(struct str bytes)
{
    size_t controls = 0;
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char c = (unsigned char)bytes.p[i];
        if (c == 0)
            return true;
        if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7F)
            controls++;
    }
    return controls > bytes.n / 50;
}

static unsigned unit_at(const unsigned char *p, bool big_endian)
{
    return big_endian ? (unsigned)(p[0] << 8 | p[1]) : (unsigned)(p[1] << 8 | p[0]);
}

static void put_utf16(struct str bytes, bool big_endian, struct buf *out)
{
    const unsigned char *p = (const unsigned char *)bytes.p;
    for (size_t i = 2; i + 1 < bytes.n; i += 2) {
        long code = (long)unit_at(p + i, big_endian);
        if (code >= 0xD800 && code < 0xDC00 && i + 3 < bytes.n) {
            long low = (long)unit_at(p + i + 2, big_endian);
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        utf8_put(out, code);
    }
}

static void put_single_bytes(struct str bytes, const unsigned short *upper, struct buf *out)
{
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char c = (unsigned char)bytes.p[i];
        utf8_put(out, c < 0x80 ? c : upper[c - 0x80]);
    }
}

static enum status convert(struct arena *a, const char *file, struct str bytes, const char *name, struct str *text,
                           struct err *e)
{
    struct buf out;
    buf_init(&out, 0);
    if (str_starts(str_of(name), "UTF-16"))
        put_utf16(bytes, strcmp(name, "UTF-16BE") == 0, &out);
    else
        put_single_bytes(bytes, strcmp(name, "macintosh") == 0 ? macintosh : windows_1252, &out);
    enum status st = ST_OK;
    if (out.failed)
        st = fail(e, ST_INPUT, (struct place){ file, 0, 0 }, "split the file", "is too large to convert to UTF-8");
    else if (bytes_are_binary(buf_str(&out)))
        st = fail(e, ST_INPUT, (struct place){ file, 0, 0 }, "give a text, HTML or PDF file, or a table",
                  "is binary and no text");
    else {
        *text = arena_copy(a, buf_str(&out));
        st = text->p ? ST_OK : fail_memory(e);
    }
    buf_free(&out);
    return st;
}

enum status text_decode(struct arena *a, const char *file, struct str bytes, const char *wanted, struct str *text,
                        const char **converted, struct err *e)
{
    struct place at = { file, 0, 0 };
    bool little = bytes.n >= 2 && memcmp(bytes.p, "\xFF\xFE", 2) == 0;
    bool big = bytes.n >= 2 && memcmp(bytes.p, "\xFE\xFF", 2) == 0;
    *converted = NULL;
    if (str_trim(bytes).n == 0)
        return fail(e, ST_INPUT, at, "give a file that holds text", "is empty");
    if (wanted && strcmp(wanted, "utf-8") != 0)
        *converted = wanted;
    else if (little || big)
        *converted = little ? "UTF-16LE" : "UTF-16BE";
    else if (bytes_are_binary(bytes))
        return fail(e, ST_INPUT, at, "give a text, HTML or PDF file, or a table", "is binary and no text");
    else if (utf8_is_valid(bytes)) {
        *text = bytes;
        return ST_OK;
    } else if (wanted)
        return fail(e, ST_INPUT, at, "correct the encoding in the layout or save the file as UTF-8", "is not UTF-8");
    else
        *converted = "windows-1252";
    return convert(a, file, bytes, *converted, text, e);
}
