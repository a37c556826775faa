#include "cli/json.h"

void json_put(struct buf *b, struct str s)
{
    buf_putc(b, '"');
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == '"' || c == '\\')
            buf_printf(b, "\\%c", c);
        else if (c < 0x20 || c == '<' || c == 0x7f)
            buf_printf(b, "\\u%04x", c);
        else
            buf_putc(b, s.p[i]);
    }
    buf_putc(b, '"');
}
