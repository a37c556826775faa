/* Bytes of a source to checked UTF-8. */
#ifndef TARAZ_ETL_ENCODING_H
#define TARAZ_ETL_ENCODING_H

#include "core/arena.h"
#include "core/err.h"

bool utf8_is_valid(struct str bytes); /* by utf8proc; overlong forms and surrogates are invalid */

/* Puts one code point as UTF-8; what is no code point becomes U+FFFD. */
void utf8_put(struct buf *out, long code_point);

/* True when the bytes are no text: a NUL outside UTF-16, or more than one control byte in fifty. */
bool bytes_are_binary(struct str bytes);

/* Valid UTF-8 is handed back as it is (a BOM included, for spans count the file's bytes).
 * UTF-16 with a BOM and, failing all else, Windows-1252 are converted. `wanted` (NULL:
 * guess) is the encoding that a layout states: "utf-8", "windows-1252" or "macintosh".
 * `*converted` names the encoding that was converted, or is NULL. ST_INPUT when the
 * bytes are empty, binary, or not in the wanted encoding. */
enum status text_decode(struct arena *a, const char *file, struct str bytes, const char *wanted, struct str *text,
                        const char **converted, struct err *e);

#endif
