/* taraz: reports into trends that can be defended. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/verb.h"
#include "core/file.h"
#include "core/nearest.h"

#define VERB(name) extern const struct verb verb_##name;
#include "registry/verbs.inc"
#undef VERB
#define VERB(name) &verb_##name,
const struct verb *const verbs[] = {
#include "registry/verbs.inc"
};
#undef VERB
const size_t n_verbs = sizeof verbs / sizeof *verbs;

enum { VERB_NAMES_LIMIT = 64 };

static const struct verb *find_verb(const char *name, struct err *e)
{
    const char *names[VERB_NAMES_LIMIT];
    size_t n = 0;
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        name = "help";
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0)
        name = "version";
    for (size_t i = 0; i < n_verbs; i++) {
        if (strcmp(verbs[i]->name, name) == 0)
            return verbs[i];
        if (n < VERB_NAMES_LIMIT)
            names[n++] = verbs[i]->name;
    }
    char todo[200] = "see 'taraz help'";
    const char *near = nearest_name(str_of(name), names, n);
    if (near)
        snprintf(todo, sizeof todo, "did you mean '%s'?", near);
    fail(e, ST_USAGE, (struct place){ "taraz", 0, 0 }, todo, "unknown verb '%s'", name);
    return NULL;
}

/* Lost output (a full disk behind a redirection) must not pass for success. */
static enum status flush_output(enum status st, struct err *e)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return st;
    fail_errno(e, "standard output", "write");
    say_error(e);
    return ST_SYSTEM;
}

static enum status run_verb(const struct verb *verb, int argc, char **argv, struct err *e)
{
    struct invocation in = { .arena = arena_new(0) };
    struct arguments arguments;
    if (!in.arena)
        return fail_memory(e);
    enum status st = arguments_parse(in.arena, verb, argc, argv, &arguments, e);
    if (st == ST_OK && option_given(&arguments, "help")) {
        verb_print_help(verb);
    } else if (st == ST_OK) {
        struct err no_data;
        if (data_folder(in.arena, &in.data, &no_data) != ST_OK)
            in.data = NULL;
        st = verb->run(&in, &arguments, e);
    }
    arena_free(in.arena);
    return st;
}

int main(int argc, char **argv)
{
    struct err e = { .status = ST_OK };
    const struct verb *verb = find_verb(argc > 1 ? argv[1] : "help", &e);
    enum status st = ST_USAGE;
    if (verb)
        st = run_verb(verb, argc > 2 ? argc - 2 : 0, argv + 2, &e);
    if (e.status != ST_OK)
        say_error(&e);
    else if (argc <= 1)
        st = ST_USAGE;
    return (int)flush_output(st, &e);
}
