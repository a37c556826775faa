/* Verbs of the program. Each cli/verb_NAME.c exports `const struct verb verb_NAME`;
 * the build lists the files and makes build/registry/verbs.inc from them. */
#ifndef TARAZ_CLI_VERB_H
#define TARAZ_CLI_VERB_H

#include "core/arena.h"
#include "core/err.h"
#include "core/fault.h"

/* What every verb gets. Verbs are the only place that prints. */
struct invocation {
    struct arena *arena; /* freed when the verb returns */
    const char *data;    /* the data folder; NULL when none was found */
};

struct arguments;
struct option_spec;

struct verb {
    const char *name;
    const char *summary; /* one line of `taraz help` */
    const char *example; /* the first lines of `taraz NAME --help` */
    const char *usage;   /* "taraz extract [options] FILE..." */
    const struct option_spec *options;
    size_t n_options;
    const char *details; /* paragraphs behind the options; may be NULL */
    /* argv holds what options_parse left: positional arguments. Returns the exit status. */
    enum status (*run)(struct invocation *in, const struct arguments *arguments, struct err *e);
};

/* An option: `--name VALUE`, `--name=VALUE`, or a flag when value is NULL. */
struct option_spec {
    const char *name;  /* without dashes */
    char letter;       /* 'j' for -j; 0: none */
    const char *value; /* placeholder in the help, NULL for a flag */
    bool repeats;
    const char *help;
};

struct option_value {
    const struct option_spec *spec;
    const char *value; /* NULL for a flag */
};

struct arguments {
    const struct option_value *options;
    size_t n_options;
    const char *const *positional;
    size_t n_positional;
};

extern const struct verb *const verbs[];
extern const size_t n_verbs;

/* Splits argv by the verb's options. "--" ends options; "-" is positional. A
 * misspelt option is answered with the nearest right one (ST_USAGE). */
enum status arguments_parse(struct arena *a, const struct verb *verb, int argc, char **argv, struct arguments *out,
                            struct err *e);
/* The last value given, or `otherwise`. */
const char *option_get(const struct arguments *arguments, const char *name, const char *otherwise);
bool option_given(const struct arguments *arguments, const char *name);
/* The i-th value of a repeated option, NULL past the last. */
const char *option_nth(const struct arguments *arguments, const char *name, size_t i);
/* All values of a repeated option, in `a`; NULL when out of memory. */
const char **option_all(struct arena *a, const struct arguments *arguments, const char *name, size_t *n);
enum status option_long(const struct arguments *arguments, const char *name, long least, long greatest, long *out,
                        struct err *e);
enum status option_double(const struct arguments *arguments, const char *name, double *out, struct err *e);

void verb_print_help(const struct verb *verb);

/* Messages to standard error: errors and warnings `taraz: where: what: what to do`, notes without the mark. */
void say_error(const struct err *e);
void say_faults(const struct faults *f);
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
