/* Writing files: whole or not at all. */
#include "core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int fd, struct str content)
{
    while (content.n > 0) {
        ssize_t put = write(fd, content.p, content.n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        content = str_slice(content, (size_t)put, content.n);
    }
    return true;
}

static void sync_folder_of(const char *path)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    if (n >= sizeof folder)
        return;
    if (!slash)
        strcpy(folder, ".");
    else
        snprintf(folder, sizeof folder, "%.*s", n ? (int)n : 1, path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd); /* some file systems refuse to sync a folder; the rename is then as safe as they make it */
        close(fd);
    }
}

const char *file_temporary_name(struct arena *a, const char *path)
{
    static unsigned counter;
    return arena_printf(a, "%s.%ld-%u.part", path, (long)getpid(), __atomic_add_fetch(&counter, 1, __ATOMIC_RELAXED)).p;
}

enum status file_replace(const char *temporary, const char *path, struct err *e)
{
    int fd = open(temporary, O_RDONLY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    int code = errno;
    if (fd >= 0)
        close(fd);
    if (good && rename(temporary, path) == 0) {
        sync_folder_of(path);
        return ST_OK;
    }
    errno = good ? errno : code;
    enum status st = fail_errno(e, path, "write");
    unlink(temporary);
    e->status = ST_SYSTEM;
    return st == ST_OK ? st : ST_SYSTEM;
}

/* True for what must be written to and never renamed over: /dev/null, a named pipe, a terminal. */
static bool is_device(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

/* Do both files hold the same bytes? */
static bool same_content(const char *one, const char *other)
{
    FILE *a = fopen(one, "rbe"), *b = fopen(other, "rbe");
    char of_a[1 << 14], of_b[1 << 14];
    bool same = a && b;
    for (size_t got = 1; same && got > 0;) {
        got = fread(of_a, 1, sizeof of_a, a);
        same = fread(of_b, 1, sizeof of_b, b) == got && memcmp(of_a, of_b, got) == 0;
    }
    same = same && !ferror(a) && !ferror(b);
    if (a)
        fclose(a);
    if (b)
        fclose(b);
    return same;
}

static enum status fail_write(const struct file_writer *w, struct err *e)
{
    fail_errno(e, w->fd == STDOUT_FILENO ? "standard output" : w->path, "write");
    return e->status = ST_SYSTEM;
}

enum status file_writer_open(struct file_writer *w, const char *path, struct err *e)
{
    *w = (struct file_writer){ .path = path, .fd = STDOUT_FILENO };
    if (strcmp(path, "-") == 0)
        return ST_OK;
    if (is_device(path)) {
        w->fd = open(path, O_WRONLY | O_CLOEXEC);
    } else {
        w->scratch = arena_new(1 << 20);
        w->temporary = w->scratch ? file_temporary_name(w->scratch, path) : NULL;
        if (!w->temporary) {
            arena_free(w->scratch);
            return fail_memory(e);
        }
        w->fd = open(w->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }
    if (w->fd >= 0)
        return ST_OK;
    enum status st = fail_write(w, e);
    arena_free(w->scratch);
    return st;
}

enum status file_writer_put(struct file_writer *w, struct str bytes, struct err *e)
{
    return write_all(w->fd, bytes) ? ST_OK : fail_write(w, e);
}

enum status file_writer_close(struct file_writer *w, bool keep, struct err *e)
{
    enum status st = ST_OK;
    bool same = keep && w->temporary && same_content(w->temporary, w->path);
    bool replace = keep && w->temporary && !same;
    if (replace && fsync(w->fd) != 0)
        st = fail_write(w, e);
    if (w->fd != STDOUT_FILENO && close(w->fd) != 0 && st == ST_OK && keep)
        st = fail_write(w, e);
    if (st == ST_OK && replace)
        st = file_replace(w->temporary, w->path, e);
    else if (w->temporary)
        unlink(w->temporary);
    arena_free(w->scratch);
    return st;
}

enum status file_write(const char *path, struct str content, struct err *e)
{
    struct file_writer w;
    struct err unused;
    enum status st = file_writer_open(&w, path, e);
    if (st != ST_OK)
        return st;
    st = file_writer_put(&w, content, e);
    return st == ST_OK ? file_writer_close(&w, true, e) : (file_writer_close(&w, false, &unused), st);
}

enum status file_write_buf(const char *path, const struct buf *content, struct err *e)
{
    return content->failed ? fail_memory(e) : file_write(path, buf_str(content), e);
}
