#include "core/err.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Copies the end of a path that is too long, for the end tells which file it is. */
static void copy_path(char *to, size_t size, const char *path)
{
    size_t n = path ? strlen(path) : 0;
    if (n < size)
        memcpy(to, path ? path : "", n + 1);
    else
        snprintf(to, size, "...%s", path + n - (size - 4));
}

enum status fail(struct err *e, enum status status, struct place at, const char *todo, const char *what_format, ...)
{
    if (!e)
        return status;
    *e = (struct err){ .status = status, .line = at.line, .column = at.column };
    copy_path(e->file, sizeof e->file, at.file);
    va_list arguments;
    va_start(arguments, what_format);
    vsnprintf(e->what, sizeof e->what, what_format, arguments);
    va_end(arguments);
    snprintf(e->todo, sizeof e->todo, "%s", todo ? todo : "");
    return status;
}

enum status fail_memory(struct err *e)
{
    return fail(e, ST_SYSTEM, (struct place){ "taraz", 0, 0 }, "free some memory or give it smaller files",
                "out of memory");
}

enum status fail_errno(struct err *e, const char *file, const char *doing)
{
    int code = errno;
    bool missing = code == ENOENT || code == ENOTDIR;
    bool input = missing || code == EACCES || code == EISDIR;
    const char *todo = missing          ? "check the name"
                       : code == EACCES ? "check the permissions"
                       : code == EISDIR ? "give a file, not a folder"
                       : code == ENOSPC ? "make room on the disk and run again"
                       : code == EDQUOT ? "make room within the quota and run again"
                                        : "see the system's message";
    return fail(e, input ? ST_INPUT : ST_SYSTEM, (struct place){ file, 0, 0 }, todo, "cannot %s: %s", doing,
                strerror(code));
}

void err_format(const struct err *e, struct buf *out)
{
    if (e->file[0]) {
        buf_puts(out, e->file);
        if (e->line > 0)
            buf_printf(out, ":%ld", e->line);
        if (e->line > 0 && e->column > 0)
            buf_printf(out, ":%ld", e->column);
        buf_puts(out, ": ");
    }
    buf_puts(out, e->what);
    if (e->todo[0])
        buf_printf(out, ": %s", e->todo);
}
