/* JSON text. */
#ifndef TARAZ_CLI_JSON_H
#define TARAZ_CLI_JSON_H

#include "core/str.h"

/* A quoted JSON string. `<` is written \u003c, so that it may stand inside an HTML script. */
void json_put(struct buf *b, struct str s);

#endif
