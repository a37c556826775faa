#include <stdio.h>
#include <string.h>

#include "cli/verb.h"
#include "core/nearest.h"

enum { OPTION_NAMES_LIMIT = 64 };

static const struct option_spec help_option = { "help", 'h', NULL, false, "show this help" };

static const struct option_spec *find_option(const struct verb *verb, struct str name, char letter)
{
    for (size_t i = 0; i < verb->n_options; i++) {
        const struct option_spec *o = &verb->options[i];
        if (name.n ? str_is(name, o->name) : o->letter == letter)
            return o;
    }
    return (name.n ? str_is(name, "help") : letter == 'h') ? &help_option : NULL;
}

static enum status unknown_option(const struct verb *verb, struct str name, const char *written, struct err *e)
{
    const char *names[OPTION_NAMES_LIMIT] = { "help" };
    size_t n = 1;
    for (size_t i = 0; i < verb->n_options && n < OPTION_NAMES_LIMIT; i++)
        names[n++] = verb->options[i].name;
    char todo[200];
    const char *near = nearest_name(name, names, n);
    if (near)
        snprintf(todo, sizeof todo, "did you mean '--%s'?", near);
    else
        snprintf(todo, sizeof todo, "see 'taraz %s --help'", verb->name);
    return fail(e, ST_USAGE, (struct place){ verb->name, 0, 0 }, todo, "unknown option '%s'", written);
}

struct splitting {
    const struct verb *verb;
    int argc, at;
    char **argv;
    struct option_value *options;
    size_t n_options;
    struct err *err;
};

static enum status add_option(struct splitting *s, const struct option_spec *spec, const char *value)
{
    if (spec->value && !value) {
        if (s->at + 1 >= s->argc)
            return fail(s->err, ST_USAGE, (struct place){ s->verb->name, 0, 0 }, "give a value behind it",
                        "option '--%s' needs %s", spec->name, spec->value);
        value = s->argv[++s->at];
    } else if (!spec->value && value) {
        return fail(s->err, ST_USAGE, (struct place){ s->verb->name, 0, 0 }, "leave the value out",
                    "option '--%s' takes no value", spec->name);
    }
    s->options[s->n_options++] = (struct option_value){ spec, value };
    return ST_OK;
}

static enum status take_option(struct splitting *s)
{
    const char *word = s->argv[s->at];
    if (word[1] != '-') {
        const struct option_spec *spec = find_option(s->verb, (struct str){ NULL, 0 }, word[1]);
        if (!spec)
            return unknown_option(s->verb, str_of(word + 1), word, s->err);
        return add_option(s, spec, word[2] ? word + 2 : NULL);
    }
    struct str name = str_of(word + 2);
    size_t equals = str_find_byte(name, '=', 0);
    const char *value = equals < name.n ? name.p + equals + 1 : NULL;
    name = str_slice(name, 0, equals);
    const struct option_spec *spec = name.n ? find_option(s->verb, name, 0) : NULL;
    return spec ? add_option(s, spec, value) : unknown_option(s->verb, name, word, s->err);
}

enum status arguments_parse(struct arena *a, const struct verb *verb, int argc, char **argv, struct arguments *out,
                            struct err *e)
{
    size_t room = (size_t)(argc > 0 ? argc : 1);
    const char **positional = arena_array(a, room, sizeof *positional);
    struct splitting s = { verb, argc, 0, argv, arena_array(a, room, sizeof(struct option_value)), 0, e };
    size_t n = 0;
    bool ended = false;
    if (!positional || !s.options)
        return fail_memory(e);
    for (; s.at < argc; s.at++) {
        const char *word = argv[s.at];
        bool number = word[0] == '-' && (ascii_is_digit(word[1]) || word[1] == '.');
        if (!ended && strcmp(word, "--") == 0) {
            ended = true;
        } else if (ended || word[0] != '-' || word[1] == '\0' || number) {
            positional[n++] = word;
        } else {
            enum status st = take_option(&s);
            if (st != ST_OK)
                return st;
        }
    }
    *out = (struct arguments){ s.options, s.n_options, positional, n };
    return ST_OK;
}

const char *option_nth(const struct arguments *arguments, const char *name, size_t nth)
{
    for (size_t i = 0; i < arguments->n_options; i++)
        if (strcmp(arguments->options[i].spec->name, name) == 0 && nth-- == 0)
            return arguments->options[i].value ? arguments->options[i].value : "";
    return NULL;
}

const char **option_all(struct arena *a, const struct arguments *arguments, const char *name, size_t *n)
{
    const char **values = arena_array(a, arguments->n_options + 1, sizeof *values), *value;
    for (*n = 0; values && (value = option_nth(arguments, name, *n)) != NULL;)
        values[(*n)++] = value;
    return values;
}

const char *option_get(const struct arguments *arguments, const char *name, const char *otherwise)
{
    const char *value;
    for (size_t i = 0; (value = option_nth(arguments, name, i)) != NULL; i++)
        otherwise = value;
    return otherwise;
}

bool option_given(const struct arguments *arguments, const char *name)
{
    return option_nth(arguments, name, 0) != NULL;
}

enum status option_long(const struct arguments *arguments, const char *name, long least, long greatest, long *out,
                        struct err *e)
{
    const char *text = option_get(arguments, name, NULL);
    long value;
    if (!text)
        return ST_OK;
    if (!str_to_long(str_of(text), &value) || value < least || value > greatest) {
        char todo[120];
        snprintf(todo, sizeof todo, "give a whole number from %ld to %ld", least, greatest);
        return fail(e, ST_USAGE, (struct place){ "taraz", 0, 0 }, todo, "option '--%s' cannot be '%s'", name, text);
    }
    *out = value;
    return ST_OK;
}

enum status option_double(const struct arguments *arguments, const char *name, double *out, struct err *e)
{
    const char *text = option_get(arguments, name, NULL);
    if (text && !str_to_double(str_of(text), out))
        return fail(e, ST_USAGE, (struct place){ "taraz", 0, 0 }, "give a number", "option '--%s' cannot be '%s'", name,
                    text);
    return ST_OK;
}
