/* Errors as values.
 *
 * Library code never prints and never exits: it returns a status and fills the
 * caller's `struct err`. Statuses are the exit statuses of the program.
 * A message reads `where: what is wrong: what to do`. It quotes numbers,
 * column names and places in a file, never sentences of a source.
 */
#ifndef TARAZ_CORE_ERR_H
#define TARAZ_CORE_ERR_H

#include "core/str.h"

enum status {
    ST_OK = 0,     /* all right */
    ST_INPUT = 1,  /* some input was rejected */
    ST_USAGE = 2,  /* the caller (command line, job) asked for something that is not there */
    ST_SYSTEM = 3, /* disk full, out of memory, a needed program is missing */
};

/* A place in a file; line and column count from 1, 0 means not known. */
struct place {
    const char *file;
    long line, column;
};

struct err {
    enum status status;
    long line, column;
    char file[256]; /* cut at the front with "..." when longer */
    char what[384];
    char todo[256]; /* empty when there is nothing to advise */
};

/* Fills *e and returns `status`, so that `return fail(...)` reads well. `todo` may be NULL. */
enum status fail(struct err *e, enum status status, struct place at, const char *todo, const char *what_format, ...)
    __attribute__((format(printf, 5, 6)));
enum status fail_memory(struct err *e);                                     /* "out of memory" */
enum status fail_errno(struct err *e, const char *file, const char *doing); /* names errno in words */

/* Writes `where: what: what to do` without a newline. */
void err_format(const struct err *e, struct buf *out);

#endif
