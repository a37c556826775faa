#include "cli/manual.h"

#include <stdio.h>
#include <string.h>

#include "cli/verb.h"
#include "core/schema.h"
#include "core/version.h"
#include "stats/wording.h"

/* Text as roff shows it: no line starts a request, backslashes and dashes are literal. */
static void put_roff(const char *text)
{
    bool line_start = true;
    for (const char *c = text; *c; c++) {
        if (line_start && (*c == '.' || *c == '\''))
            fputs("\\&", stdout);
        if (*c == '\\')
            fputs("\\e", stdout);
        else if (*c == '-')
            fputs("\\-", stdout);
        else
            putchar(*c);
        line_start = *c == '\n';
    }
}

static void put_verb(const struct verb *v)
{
    printf(".SS %s\n", v->name);
    put_roff(v->summary);
    printf("\n.PP\n.nf\n");
    put_roff(v->usage);
    printf("\n.fi\n");
    for (size_t i = 0; i < v->n_options; i++) {
        const struct option_spec *o = &v->options[i];
        printf(".TP\n");
        if (o->letter)
            printf("\\fB\\-%c\\fR, ", o->letter);
        printf("\\fB\\-\\-");
        put_roff(o->name);
        printf("\\fR%s\\fI", o->value ? " " : "");
        put_roff(o->value ? o->value : "");
        printf("\\fR\n");
        put_roff(o->help);
        printf("%s\n", o->repeats ? " (may be given more than once)" : "");
    }
    if (v->details) {
        printf(".PP\n.nf\n");
        put_roff(v->details);
        printf("\n.fi\n");
    }
    printf(".PP\nExample:\n.PP\n.nf\n");
    put_roff(v->example);
    printf("\n.fi\n");
}

static void put_tables(void)
{
    printf(".SH TABLES\nCSV (RFC 4180), UTF\\-8; an empty cell is not stated.\n");
    for (size_t i = 0; i < n_schemas; i++) {
        printf(".SS %s.csv\n", schemas[i]->name);
        put_roff(schemas[i]->help);
        printf(".\n");
        for (size_t j = 0; j < schemas[i]->n_columns; j++) {
            const struct column *c = &schemas[i]->columns[j];
            printf(".TP\n\\fB%s\\fR\n", c->name);
            put_roff(c->help);
            if (c->codes) {
                printf(" (");
                put_roff(c->codes);
                printf(")");
            }
            printf("\n");
        }
    }
}

static void put_wording(void)
{
    printf(".SH WORDING\nWhat the sentences on a series may say, and when; never more than the numbers allow.\n");
    for (size_t i = 0; i < n_wording_rules; i++) {
        printf(".TP\nWhen ");
        put_roff(wording_rules[i].when);
        printf(":\n");
        put_roff(wording_rules[i].says);
        printf("\n");
    }
}

void manual_print_man(void)
{
    printf(".TH TARAZ 1 \"\" \"taraz %s\" \"User Commands\"\n", TARAZ_VERSION);
    printf(".SH NAME\ntaraz \\- turn reports into trends that can be defended\n"
           ".SH SYNOPSIS\n\\fBtaraz\\fR \\fIVERB\\fR [\\fIoptions\\fR] [\\fIfiles\\fR]\n"
           ".SH DESCRIPTION\nReads narrative reports, tables of counts and case data on human trafficking, forced\n"
           "labour and missing persons; writes every figure they state as a row of CSV with the place it came\n"
           "from; reconciles the figures into series; computes trends; has gnuplot draw the charts.\n"
           "Standard output is data, standard error is for people; \\fB\\-\\fR is standard input or output.\n"
           ".SH VERBS\n");
    for (size_t i = 0; i < n_verbs; i++)
        put_verb(verbs[i]);
    put_tables();
    put_wording();
    printf(".SH EXIT STATUS\n.TP\n0\nall right\n.TP\n1\nsome input was rejected; the rest was done\n"
           ".TP\n2\nthe command line or the job is wrong\n.TP\n3\nthe system failed: disk full, a program missing\n"
           ".SH ENVIRONMENT\n.TP\n\\fBTARAZ_DATA\\fR\nthe folder of vocabularies, layouts and styles\n"
           ".TP\n\\fBNO_COLOR\\fR\nwhen set, no progress is shown\n");
}

void manual_print_bash_completion(void)
{
    printf("# bash completion for taraz; made by 'taraz help bash-completion'\n_taraz() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]}\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        COMPREPLY=($(compgen -W \"");
    for (size_t i = 0; i < n_verbs; i++)
        printf("%s%s", i ? " " : "", verbs[i]->name);
    printf("\" -- \"$word\"))\n        return\n    fi\n    local options=\n    case ${COMP_WORDS[1]} in\n");
    for (size_t i = 0; i < n_verbs; i++) {
        printf("    %s) options=\"--help", verbs[i]->name);
        for (size_t j = 0; j < verbs[i]->n_options; j++)
            printf(" --%s", verbs[i]->options[j].name);
        printf("\" ;;\n");
    }
    printf("    esac\n    case $word in\n    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
           "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n    esac\n}\ncomplete -o filenames -F _taraz taraz\n");
}
