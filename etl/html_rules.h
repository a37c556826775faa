/* Which parts of a web page are no part of the report on it (data/html_boilerplate.csv). */
#ifndef TARAZ_ETL_HTML_RULES_H
#define TARAZ_ETL_HTML_RULES_H

#include <libxml/tree.h>

#include "core/arena.h"
#include "core/err.h"

struct html_rules;

/* Reads the rules from the data folder. */
enum status html_rules_load(struct arena *a, struct html_rules **out, struct err *e);

/* Notes in each element's _private how many bytes of visible text it holds, in one pass. */
void html_measure(xmlNode *root);

/* True when an element is to be left out: a rule matches or it is hidden, and it holds no
 * more than half of `total`, the page's visible text. html_measure comes first. */
bool html_is_boilerplate(const struct html_rules *rules, const xmlNode *element, size_t total);

size_t html_text_length(const xmlNode *element); /* what html_measure noted */
bool html_is(const xmlNode *node, const char *name);

#endif
