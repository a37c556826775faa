/* Running another program without a shell. */
#ifndef TARAZ_CORE_PROCESS_H
#define TARAZ_CORE_PROCESS_H

#include "core/err.h"

struct process {
    const char *const *argv;        /* NULL-terminated; argv[0] is looked up on PATH */
    const char *const *environment; /* NULL-terminated "NAME=value" that replace or add; NULL: none */
    struct str input;               /* given on its standard input */
    size_t output_limit;            /* bytes of standard output kept; 0: BUF_LIMIT_DEFAULT */
    int timeout_seconds;            /* 0: 120 */
};

struct process_result {
    int exit_status; /* 128 + signal when it was killed */
    bool timed_out;
    struct buf output; /* standard output; free with process_result_free */
    struct buf errors; /* the first 64 KiB of standard error */
};

/* ST_SYSTEM when the program is not there or cannot be started. A non-zero
 * exit status is the caller's to judge. SIGPIPE is not raised. */
enum status process_run(const struct process *p, struct process_result *result, struct err *e);
void process_result_free(struct process_result *result);
bool process_is_there(const char *program); /* on PATH and executable */

#endif
