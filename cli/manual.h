/* The manual page and the shell completion, made from the verbs and the tables. */
#ifndef TARAZ_CLI_MANUAL_H
#define TARAZ_CLI_MANUAL_H

void manual_print_man(void);             /* roff, for man(7) */
void manual_print_bash_completion(void); /* for bash-completion */

#endif
