/* Text read eight bytes at a time; shared by blocks.c and tokens.c. */
#ifndef TARAZ_ETL_NARRATIVE_EIGHT_BYTES_H
#define TARAZ_ETL_NARRATIVE_EIGHT_BYTES_H

#include <endian.h>
#include <string.h>

#include "core/str.h"

/* Eight times the same byte. */
static inline uint64_t each_byte(uint8_t byte) { return 0x0101010101010101ull * byte; }

/* The eight bytes from i on, the first lowest; zeros behind the end of the text. */
static inline uint64_t eight_bytes(struct str text, size_t i)
{
    uint64_t bytes = 0;
    if (text.n - i >= sizeof bytes)
        memcpy(&bytes, text.p + i, sizeof bytes); /* of a fixed size: one instruction */
    else
        memcpy(&bytes, text.p + i, text.n - i);
    return le64toh(bytes);
}

#endif
