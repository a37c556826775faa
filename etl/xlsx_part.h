/* One XML part of a zip, streamed through libxml2's SAX parser. Private to etl/xlsx*.c. */
#ifndef TARAZ_ETL_XLSX_PART_H
#define TARAZ_ETL_XLSX_PART_H

#include <stdbool.h>

#include "core/err.h"

struct part_zip; /* a zip in memory, with a count of the bytes unpacked from it */

enum status part_zip_open(const char *file, struct str bytes, size_t limit, struct part_zip **out, struct err *e);
void part_zip_close(struct part_zip *z);

struct part_attribute {
    struct str name, value; /* local name; value with entities resolved */
};

struct part_handler {
    void *context;
    /* Element names are local names. A status other than ST_OK ends the reading with it. */
    enum status (*start)(void *context, struct str name, const struct part_attribute *attributes, size_t n,
                         struct err *e);
    enum status (*end)(void *context, struct str name, struct err *e);
    enum status (*text)(void *context, struct str text, struct err *e); /* may come in pieces */
};

/* ST_INPUT when the part is damaged or a document type is declared (no entity bombs). A part that is not
 * there sets *found to false and is ST_OK. */
enum status part_read(struct part_zip *z, const char *name, const struct part_handler *handler, bool *found,
                      struct err *e);

/* The value of an attribute, or the empty slice. */
struct str part_attribute(const struct part_attribute *attributes, size_t n, const char *name);

#endif
