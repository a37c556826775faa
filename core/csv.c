#include "core/csv.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

enum { FIELD_LIMIT = 1 << 20, COLUMN_LIMIT = 16384, CHUNK = 256 << 10 };

struct csv_parser_state {
    struct csv_parser csv;
    const char *file;
    csv_row_function on_row;
    void *context;
    size_t field_limit, column_limit;
    struct buf bytes; /* the fields of the current row, end to end */
    size_t *ends;     /* end of each field in bytes */
    struct str *fields;
    size_t n, capacity;
    long line, row_line; /* current physical line; where the current row started */
    bool row_open, started, after_cr, in_comment, line_open;
    char comment;
    enum status status;
    struct err err;
};

static int never_space(unsigned char c)
{
    (void)c;
    return 0; /* so that libcsv keeps blanks around unquoted fields */
}

struct csv_parser_state *csv_parser_new(const char *file, const struct csv_options *options, csv_row_function on_row,
                                        void *context)
{
    struct csv_parser_state *p = calloc(1, sizeof *p);
    if (!p || csv_init(&p->csv, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        free(p);
        return NULL;
    }
    csv_set_space_func(&p->csv, never_space);
    csv_set_delim(&p->csv, (unsigned char)(options && options->delimiter ? options->delimiter : ','));
    p->comment = options ? options->comment : 0;
    p->file = file;
    p->on_row = on_row;
    p->context = context;
    p->field_limit = options && options->field_limit ? options->field_limit : FIELD_LIMIT;
    p->column_limit = options && options->column_limit ? options->column_limit : COLUMN_LIMIT;
    p->line = 1;
    buf_init(&p->bytes, 0);
    return p;
}

void csv_parser_free(struct csv_parser_state *p)
{
    if (!p)
        return;
    csv_free(&p->csv);
    buf_free(&p->bytes);
    free(p->ends);
    free(p->fields);
    free(p);
}

static void stop(struct csv_parser_state *p, const char *todo, const char *what)
{
    if (p->status == ST_OK)
        p->status = fail(&p->err, ST_INPUT, (struct place){ p->file, p->row_open ? p->row_line : p->line, 0 }, todo,
                         "%s", what);
}

static void stop_memory(struct csv_parser_state *p)
{
    if (p->status == ST_OK)
        p->status = fail_memory(&p->err);
}

static bool grow_fields(struct csv_parser_state *p)
{
    if (p->n < p->capacity)
        return true;
    size_t capacity = p->capacity ? p->capacity * 2 : 64;
    size_t *ends = realloc(p->ends, capacity * sizeof *ends);
    if (ends)
        p->ends = ends;
    struct str *fields = realloc(p->fields, capacity * sizeof *fields);
    if (fields)
        p->fields = fields;
    if (!ends || !fields)
        return false;
    p->capacity = capacity;
    return true;
}

static void on_field(void *bytes, size_t n, void *context)
{
    struct csv_parser_state *p = context;
    if (p->status != ST_OK)
        return;
    if (n > p->field_limit)
        stop(p, "look for a quote that is not closed", "a field is too long");
    else if (p->n >= p->column_limit)
        stop(p, "check the delimiter", "a row has too many fields");
    else if (!grow_fields(p))
        stop_memory(p);
    else {
        buf_put(&p->bytes, (struct str){ bytes, n });
        p->ends[p->n++] = p->bytes.n;
        if (p->bytes.failed)
            stop_memory(p);
    }
}

static void on_row_end(int terminator, void *context)
{
    struct csv_parser_state *p = context;
    (void)terminator;
    if (p->status == ST_OK && p->n > 0) {
        size_t start = 0;
        for (size_t i = 0; i < p->n; i++) {
            p->fields[i] = (struct str){ p->bytes.p ? p->bytes.p + start : "", p->ends[i] - start };
            start = p->ends[i];
        }
        struct csv_row row = { .line = p->row_line, .n = p->n, .fields = p->fields };
        p->status = p->on_row(p->context, &row, &p->err);
    }
    p->n = 0;
    p->row_open = false;
    buf_clear(&p->bytes);
}

/* libcsv is fed one physical line at a time, so that a row's first line is known. */
static void feed_line(struct csv_parser_state *p, struct str piece)
{
    if (!p->row_open)
        p->row_line = p->line;
    p->row_open = true;
    if (csv_parse(&p->csv, piece.p, piece.n, on_field, on_row_end, p) != piece.n && p->status == ST_OK) {
        if (csv_error(&p->csv) == CSV_EPARSE)
            stop(p, "put the field in quotes and double each quote in it", "a quote stands inside a field");
        else
            stop_memory(p);
    }
    p->row_open = p->csv.pstate != 0; /* 0: libcsv is between rows (also after a blank line) */
}

static struct str without_bom(struct csv_parser_state *p, struct str bytes)
{
    if (!p->started && bytes.n >= 3 && memcmp(bytes.p, "\xEF\xBB\xBF", 3) == 0)
        bytes = str_slice(bytes, 3, bytes.n);
    if (bytes.n > 0)
        p->started = true;
    return bytes;
}

enum status csv_parser_feed(struct csv_parser_state *p, struct str bytes, struct err *e)
{
    bytes = without_bom(p, bytes);
    while (bytes.n > 0 && p->status == ST_OK) {
        size_t end = 0;
        while (end < bytes.n && bytes.p[end] != '\n' && bytes.p[end] != '\r')
            end++;
        bool ends = end < bytes.n;
        bool second_half = p->after_cr && end == 0 && ends && bytes.p[0] == '\n';
        if (ends)
            end++;
        if (p->after_cr && !second_half)
            p->line++;
        p->after_cr = ends && bytes.p[end - 1] == '\r';
        if (!p->line_open) /* a piece may end within a line */
            p->in_comment = p->comment && !p->row_open && bytes.p[0] == p->comment;
        p->line_open = !ends;
        if (memchr(bytes.p, '\0', end))
            stop(p, "save the table as UTF-8 text", "holds NUL bytes, so it is no CSV text");
        else if (!p->in_comment)
            feed_line(p, str_slice(bytes, 0, end));
        if (ends && !p->after_cr)
            p->line++;
        bytes = str_slice(bytes, end, bytes.n);
    }
    if (p->status != ST_OK && e)
        *e = p->err;
    return p->status;
}

enum status csv_parser_finish(struct csv_parser_state *p, struct err *e)
{
    if (p->status == ST_OK && csv_fini(&p->csv, on_field, on_row_end, p) != 0 && p->status == ST_OK) {
        p->row_open = true;
        stop(p, "close the quote", "a quoted field is not closed");
    }
    if (p->status != ST_OK && e)
        *e = p->err;
    return p->status;
}

enum status csv_read_text(struct str text, const char *file, const struct csv_options *options, csv_row_function on_row,
                          void *context, struct err *e)
{
    struct csv_parser_state *p = csv_parser_new(file, options, on_row, context);
    if (!p)
        return fail_memory(e);
    enum status st = csv_parser_feed(p, text, e);
    if (st == ST_OK)
        st = csv_parser_finish(p, e);
    csv_parser_free(p);
    return st;
}

static enum status feed_file(struct csv_parser_state *p, gzFile in, const char *path, struct err *e)
{
    char *chunk = malloc(CHUNK);
    if (!chunk)
        return fail_memory(e);
    enum status st = ST_OK;
    int got = 0;
    while (st == ST_OK && (got = gzread(in, chunk, CHUNK)) > 0)
        st = csv_parser_feed(p, (struct str){ chunk, (size_t)got }, e);
    free(chunk);
    if (st == ST_OK && got < 0) {
        int code = Z_OK;
        gzerror(in, &code);
        return code == Z_ERRNO ? fail_errno(e, path, "read")
                               : fail(e, ST_INPUT, (struct place){ path, 0, 0 }, "unpack it by hand and see",
                                      "is a damaged .gz file");
    }
    return st == ST_OK ? csv_parser_finish(p, e) : st;
}

enum status csv_read_file(const char *path, const struct csv_options *options, csv_row_function on_row, void *context,
                          struct err *e)
{
    int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_errno(e, path, "read");
    gzFile in = gzdopen(fd, "rb");
    struct csv_parser_state *p = csv_parser_new(path, options, on_row, context);
    enum status st;
    if (in && p)
        st = feed_file(p, in, path, e);
    else
        st = fail_memory(e);
    csv_parser_free(p);
    if (in)
        gzclose(in);
    else
        close(fd);
    return st;
}

void csv_put_field(struct buf *out, struct str field)
{
    bool quote = field.n > 0 && (ascii_is_space(field.p[0]) || ascii_is_space(field.p[field.n - 1]));
    for (size_t i = 0; i < field.n && !quote; i++)
        quote = field.p[i] == ',' || field.p[i] == '"' || field.p[i] == '\n' || field.p[i] == '\r';
    if (!quote) {
        buf_put(out, field);
        return;
    }
    buf_putc(out, '"');
    size_t start = 0;
    for (size_t i = 0; i < field.n; i++) {
        if (field.p[i] != '"')
            continue;
        buf_put(out, str_slice(field, start, i + 1));
        buf_putc(out, '"');
        start = i + 1;
    }
    buf_put(out, str_slice(field, start, field.n));
    buf_putc(out, '"');
}

void csv_put_row(struct buf *out, const struct str *fields, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_putc(out, ',');
        csv_put_field(out, fields[i]);
    }
    if (n == 1 && fields[0].n == 0)
        buf_puts(out, "\"\""); /* else it would read as a blank line */
    buf_putc(out, '\n');
}
