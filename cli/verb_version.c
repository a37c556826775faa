#include <stdio.h>

#include "cli/verb.h"
#include "core/version.h"

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    (void)in;
    (void)arguments;
    (void)e;
    printf("taraz %s\n", TARAZ_VERSION);
    return ST_OK;
}

const struct verb verb_version = {
    .name = "version",
    .summary = "Print the version of the program.",
    .example = "  taraz version",
    .usage = "taraz version",
    .run = run,
};
