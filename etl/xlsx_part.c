#include "etl/xlsx_part.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { CHUNK = 64 << 10, ATTRIBUTE_LIMIT = 64 };

struct part_zip {
    const char *file;
    zip_t *zip;
    size_t left; /* bytes that may still be unpacked */
};

enum status part_zip_open(const char *file, struct str bytes, size_t limit, struct part_zip **out, struct err *e)
{
    struct place at = { file, 0, 0 };
    zip_error_t error;
    zip_error_init(&error);
    struct part_zip *z = calloc(1, sizeof *z);
    zip_source_t *source = z ? zip_source_buffer_create(bytes.p, bytes.n, 0, &error) : NULL;
    if (!source) {
        free(z);
        zip_error_fini(&error);
        return fail_memory(e);
    }
    z->file = file;
    z->left = limit;
    z->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (!z->zip) {
        zip_source_free(source);
        free(z);
        bool old = bytes.n >= 8 && memcmp(bytes.p, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0;
        return fail(e, ST_INPUT, at, "open it in a spreadsheet program and save it as .xlsx or .csv",
                    old ? "is an encrypted workbook or one of the old .xls kind" : "is damaged or is no XLSX workbook");
    }
    *out = z;
    return ST_OK;
}

void part_zip_close(struct part_zip *z)
{
    if (!z)
        return;
    zip_discard(z->zip);
    free(z);
}

struct reading {
    const struct part_handler *handler;
    const char *file, *part;
    enum status status;
    struct err *e;
    xmlParserCtxtPtr parser;
};

static void stop(struct reading *r, enum status st)
{
    r->status = st;
    xmlStopParser(r->parser);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
                     const xmlChar **namespaces, int n, int n_defaulted, const xmlChar **raw)
{
    struct reading *r = context;
    struct part_attribute attributes[ATTRIBUTE_LIMIT];
    (void)prefix, (void)uri, (void)n_namespaces, (void)namespaces, (void)n_defaulted;
    size_t kept = 0;
    for (int i = 0; i < n && kept < ATTRIBUTE_LIMIT; i++, raw += 5) /* name, prefix, URI, value, end of value */
        attributes[kept++] = (struct part_attribute){ str_of((const char *)raw[0]),
                                                      { (const char *)raw[3], (size_t)(raw[4] - raw[3]) } };
    if (r->status != ST_OK)
        return;
    enum status st = r->handler->start(r->handler->context, str_of((const char *)name), attributes, kept, r->e);
    if (st != ST_OK)
        stop(r, st);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reading *r = context;
    (void)prefix, (void)uri;
    if (r->status != ST_OK || !r->handler->end)
        return;
    enum status st = r->handler->end(r->handler->context, str_of((const char *)name), r->e);
    if (st != ST_OK)
        stop(r, st);
}

static void on_text(void *context, const xmlChar *text, int n)
{
    struct reading *r = context;
    if (r->status != ST_OK || !r->handler->text)
        return;
    enum status st = r->handler->text(r->handler->context, (struct str){ (const char *)text, (size_t)n }, r->e);
    if (st != ST_OK)
        stop(r, st);
}

static enum status damaged(const struct reading *r)
{
    return fail(r->e, ST_INPUT, (struct place){ r->file, 0, 0 }, "open it in a spreadsheet program and save it again",
                "its part %s is damaged", r->part);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct reading *r = context;
    (void)name, (void)external, (void)system;
    if (r->status == ST_OK)
        stop(r, damaged(r));
}

static void be_quiet(void *context, const xmlError *error) { (void)context, (void)error; }

static enum status feed(struct part_zip *z, zip_file_t *in, struct reading *r)
{
    char chunk[CHUNK];
    zip_int64_t got = 0;
    while (r->status == ST_OK && (got = zip_fread(in, chunk, sizeof chunk)) > 0) {
        if ((size_t)got > z->left)
            return fail(r->e, ST_INPUT, (struct place){ r->file, 0, 0 }, "split it into smaller workbooks",
                        "unpacks to more than a workbook may hold");
        z->left -= (size_t)got;
        if (xmlParseChunk(r->parser, chunk, (int)got, 0) != 0 && r->status == ST_OK)
            return damaged(r);
    }
    if (r->status == ST_OK && (got < 0 || xmlParseChunk(r->parser, NULL, 0, 1) != 0))
        return damaged(r);
    return r->status;
}

enum status part_read(struct part_zip *z, const char *name, const struct part_handler *handler, bool *found,
                      struct err *e)
{
    xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                          .startElementNs = on_start,
                          .endElementNs = on_end,
                          .characters = on_text,
                          .cdataBlock = on_text,
                          .internalSubset = on_doctype,
                          .serror = (xmlStructuredErrorFunc)be_quiet };
    struct reading r = { .handler = handler, .file = z->file, .part = name, .e = e };
    zip_int64_t index = zip_name_locate(z->zip, name, ZIP_FL_NOCASE);
    *found = index >= 0;
    if (!*found)
        return ST_OK;
    zip_file_t *in = zip_fopen_index(z->zip, (zip_uint64_t)index, 0);
    if (!in)
        return damaged(&r);
    r.parser = xmlCreatePushParserCtxt(&sax, &r, NULL, 0, NULL);
    if (!r.parser) {
        zip_fclose(in);
        return fail_memory(e);
    }
    xmlCtxtUseOptions(r.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    enum status st = feed(z, in, &r);
    if (r.parser->myDoc)
        xmlFreeDoc(r.parser->myDoc);
    xmlFreeParserCtxt(r.parser);
    zip_fclose(in);
    return st;
}

struct str part_attribute(const struct part_attribute *attributes, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(attributes[i].name, name))
            return attributes[i].value;
    return (struct str){ "", 0 };
}
