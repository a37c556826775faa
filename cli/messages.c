#include <stdarg.h>
#include <stdio.h>

#include "cli/verb.h"

void say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

void say_error(const struct err *e)
{
    struct buf b;
    buf_init(&b, 1 << 16);
    err_format(e, &b);
    fprintf(stderr, "taraz: %.*s\n", (int)b.n, b.p ? b.p : "");
    buf_free(&b);
}

void say_faults(const struct faults *f)
{
    for (size_t i = 0; i < f->list.n; i++)
        say_error(&VEC_AT(const struct fault, &f->list, i)->err);
    if (f->n_dropped > 0)
        say("taraz: %zu more faults are not shown", f->n_dropped);
}

/* Prints text with `%-24s` columns for options; kept apart so that help looks alike everywhere. */
void verb_print_help(const struct verb *verb)
{
    printf("Example:\n%s\n\n%s\n\nUsage: %s\n", verb->example, verb->summary, verb->usage);
    if (verb->n_options > 0)
        printf("\nOptions:\n");
    for (size_t i = 0; i < verb->n_options; i++) {
        const struct option_spec *o = &verb->options[i];
        char left[80];
        snprintf(left, sizeof left, "%s%c%s--%s%s%s", o->letter ? "-" : " ", o->letter ? o->letter : ' ',
                 o->letter ? ", " : "  ", o->name, o->value ? " " : "", o->value ? o->value : "");
        printf("  %-28s %s%s\n", left, o->help, o->repeats ? " (may be given more than once)" : "");
    }
    if (verb->details)
        printf("\n%s\n", verb->details);
}
