#include <stdio.h>
#include <string.h>

#include "cli/manual.h"
#include "cli/verb.h"
#include "core/nearest.h"
#include "core/schema.h"

enum { NAMES_LIMIT = 64 };

static void print_overview(void)
{
    printf("taraz turns reports into trends that can be defended.\n\n"
           "Example:\n  taraz run data/jobs/central-asia.yaml\n\n"
           "Verbs:\n");
    for (size_t i = 0; i < n_verbs; i++)
        printf("  %-10s %s\n", verbs[i]->name, verbs[i]->summary);
    printf("\n'taraz VERB --help' explains one verb, 'taraz help columns' the tables.\n"
           "Exit status: 0 all right, 1 some input was rejected, 2 usage, 3 system.\n");
}

static void print_columns(void)
{
    for (size_t i = 0; i < n_schemas; i++) {
        printf("%s%s.csv: %s\n", i ? "\n" : "", schemas[i]->name, schemas[i]->help);
        for (size_t j = 0; j < schemas[i]->n_columns; j++) {
            const struct column *c = &schemas[i]->columns[j];
            printf("  %-16s %s%s%s%s\n", c->name, c->help, c->codes ? " (" : "", c->codes ? c->codes : "",
                   c->codes ? ")" : "");
        }
    }
}

static enum status run(struct invocation *in, const struct arguments *arguments, struct err *e)
{
    (void)in;
    if (arguments->n_positional == 0) {
        print_overview();
        return ST_OK;
    }
    const char *topic = arguments->positional[0];
    static const struct {
        const char *name;
        void (*print)(void);
    } topics[] = { { "columns", print_columns },
                   { "man", manual_print_man },
                   { "bash-completion", manual_print_bash_completion } };
    const char *names[NAMES_LIMIT];
    size_t n = 0;
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
        names[n++] = topics[i].name;
        if (strcmp(topic, topics[i].name) == 0) {
            topics[i].print();
            return ST_OK;
        }
    }
    for (size_t i = 0; i < n_verbs; i++) {
        if (strcmp(verbs[i]->name, topic) == 0) {
            verb_print_help(verbs[i]);
            return ST_OK;
        }
        if (n < NAMES_LIMIT)
            names[n++] = verbs[i]->name;
    }
    char todo[200] = "see 'taraz help'";
    const char *near = nearest_name(str_of(topic), names, n);
    if (near)
        snprintf(todo, sizeof todo, "did you mean '%s'?", near);
    return fail(e, ST_USAGE, (struct place){ "help", 0, 0 }, todo, "no help on '%s'", topic);
}

const struct verb verb_help = {
    .name = "help",
    .summary = "Explain the program, a verb, or the columns of the tables.",
    .example = "  taraz help extract\n  taraz help columns",
    .usage = "taraz help [VERB | columns | man | bash-completion]",
    .details = "'taraz help man' prints the manual page, 'taraz help bash-completion' the completion of bash.",
    .run = run,
};
