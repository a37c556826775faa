/* PDF reports by poppler's pdftotext, run without a shell. Of its modes -raw is used: it gives one
 * table row a line, keeps columns of prose apart, and, unlike the default mode, never takes the hyphen
 * out of "2019-" at a line's end. What it lacks (paragraphs) is made here from the lines' lengths. */
#include <stdlib.h>
#include <string.h>

#include "core/process.h"
#include "etl/encoding.h"
#include "etl/pdf_lines.h"
#include "etl/source.h"

enum { TEXT_LIMIT = 256 << 20, PDF_SECONDS = 120 };

static enum status refuse(const struct source *s, const char *todo, const char *what, struct err *e)
{
    return fail(e, ST_INPUT, (struct place){ s->path, 0, 0 }, todo, "%s", what);
}

/* pdftotext's own words tell why it gave nothing. */
static enum status judge(const struct source *s, const struct process_result *result, struct err *e)
{
    struct str errors = buf_str(&result->errors);
    if (result->timed_out)
        return refuse(s, "print it to a new PDF or split it", "takes too long to read as PDF", e);
    if (str_contains(errors, "Incorrect password"))
        return refuse(s, "save it without a password", "is an encrypted PDF", e);
    if (result->exit_status == 3 || str_contains(errors, "Copying of text from this document is not allowed"))
        return refuse(s, "ask its publisher for a copy that allows it", "is a PDF that forbids taking text", e);
    if (result->exit_status != 0)
        return refuse(s, "open it in a viewer and save it again", "is damaged or is no PDF", e);
    return ST_OK;
}

static bool has_letters(struct str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (ascii_is_alpha(text.p[i]) || ascii_is_digit(text.p[i]) || (unsigned char)text.p[i] >= 0x80)
            return true;
    return false;
}

static enum status read_text(struct arena *a, const struct source *s, struct str bytes, struct document *out,
                             struct faults *faults, struct err *e)
{
    (void)faults;
    if (!str_contains(str_slice(bytes, 0, 1024), "%PDF-"))
        return refuse(s, "open it in a viewer and save it again", "is damaged or is no PDF", e);
    static const char *const argv[] = { "pdftotext", "-raw", "-enc", "UTF-8", "-eol", "unix", "-", "-", NULL };
    struct process p = { .argv = argv, .input = bytes, .output_limit = TEXT_LIMIT, .timeout_seconds = PDF_SECONDS };
    struct process_result result;
    enum status st = process_run(&p, &result, e);
    if (st == ST_OK)
        st = judge(s, &result, e);
    if (st == ST_OK && !has_letters(buf_str(&result.output)))
        st = refuse(s, "run OCR on it first", "has no text layer", e);
    if (st == ST_OK && !utf8_is_valid(buf_str(&result.output)))
        st = refuse(s, "open it in a viewer and save it again", "gives text that is not UTF-8", e);
    if (st == ST_OK)
        st = pdf_lines_join(a, buf_str(&result.output), out, e);
    process_result_free(&result);
    return st;
}

const struct format format_pdf = {
    .name = "pdf",
    .extensions = "pdf",
    .help = "PDF reports with a text layer, by pdftotext; page headers, page numbers and axis labels are left out",
    .read_text = read_text,
};
