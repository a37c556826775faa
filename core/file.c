#include "core/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#ifndef TARAZ_SOURCE_DATA
#define TARAZ_SOURCE_DATA ""
#endif

static enum status too_large(const char *path, size_t limit, struct err *e)
{
    return fail(e, ST_INPUT, (struct place){ path, 0, 0 }, "split the file", "holds more than %zu bytes", limit);
}

/* Reads an open descriptor to its end; gz streams are unpacked by zlib, plain ones pass through it. */
static enum status read_all(int fd, const char *path, size_t limit, struct buf *out, struct err *e)
{
    gzFile in = gzdopen(fd, "rb");
    if (!in) {
        close(fd);
        return fail_memory(e);
    }
    char chunk[1 << 16];
    int got;
    while ((got = gzread(in, chunk, sizeof chunk)) > 0) {
        if (out->n + (size_t)got > limit) {
            gzclose(in);
            return too_large(path, limit, e);
        }
        buf_put(out, (struct str){ chunk, (size_t)got });
    }
    int code = Z_OK;
    gzerror(in, &code);
    int system_error = errno;
    gzclose(in);
    if (got < 0 || (code != Z_OK && code != Z_STREAM_END)) {
        if (code == Z_ERRNO) {
            errno = system_error;
            return fail_errno(e, path, "read");
        }
        return fail(e, ST_INPUT, (struct place){ path, 0, 0 }, "unpack it by hand and see", "is a damaged .gz file");
    }
    return out->failed ? fail_memory(e) : ST_OK;
}

enum status file_read(struct arena *a, const char *path, size_t limit, struct str *out, struct err *e)
{
    if (limit == 0)
        limit = FILE_LIMIT_DEFAULT;
    int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_errno(e, path, "read");
    struct stat info;
    if (fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
        close(fd);
        errno = EISDIR;
        return fail_errno(e, path, "read");
    }
    struct buf b;
    buf_init(&b, limit < SIZE_MAX - 2 ? limit + 2 : limit);
    enum status st = read_all(fd, path, limit, &b, e);
    if (st == ST_OK) {
        *out = arena_copy(a, buf_str(&b));
        if (!out->p)
            st = fail_memory(e);
    }
    buf_free(&b);
    return st;
}

enum status file_make_folder(const char *path, struct err *e)
{
    char part[PATH_MAX];
    size_t n = strlen(path);
    if (n == 0 || n >= sizeof part) {
        errno = ENAMETOOLONG;
        return fail_errno(e, path, "make the folder");
    }
    for (size_t i = 1; i <= n; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        struct stat info;
        if (mkdir(part, 0777) != 0 && !(stat(part, &info) == 0 && S_ISDIR(info.st_mode))) {
            if (stat(part, &info) == 0)
                errno = ENOTDIR;
            fail_errno(e, part, "make the folder");
            return e->status = ST_SYSTEM;
        }
    }
    return ST_OK;
}

bool file_exists(const char *path) { return access(path, F_OK) == 0; }

const char *path_join(struct arena *a, const char *folder, const char *name)
{
    if (name[0] == '/' || folder[0] == '\0' || strcmp(folder, ".") == 0 || strcmp(name, "-") == 0)
        return arena_cstr(a, str_of(name));
    const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
    return arena_printf(a, "%s%s%s", folder, slash, name).p;
}

const char *path_folder(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return arena_cstr(a, STR("."));
    return arena_cstr(a, (struct str){ path, slash == path ? 1 : (size_t)(slash - path) });
}

struct str path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return str_of(slash ? slash + 1 : path);
}

static struct str without_gz(struct str base) { return str_ends(base, ".gz") ? str_slice(base, 0, base.n - 3) : base; }

static size_t last_dot(struct str base)
{
    for (size_t i = base.n; i > 1; i--)
        if (base.p[i - 1] == '.')
            return i - 1;
    return base.n;
}

struct str path_stem(const char *path)
{
    struct str base = without_gz(path_base(path));
    return str_slice(base, 0, last_dot(base));
}

struct str path_extension(const char *path)
{
    struct str base = without_gz(path_base(path));
    return str_slice(base, last_dot(base) + 1, base.n);
}

static struct str digest_hex(struct arena *a, struct sha256_ctx *context)
{
    unsigned char digest[SHA256_DIGEST_SIZE];
    sha256_digest(context, sizeof digest, digest);
    char hex[2 * SHA256_DIGEST_SIZE];
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    return arena_copy(a, (struct str){ hex, sizeof hex });
}

struct str sha256_hex_behind(struct arena *a, const struct sha256_ctx *begun, const struct str *parts, size_t n)
{
    struct sha256_ctx context = *begun;
    for (size_t i = 0; i < n; i++)
        sha256_update(&context, parts[i].n, (const uint8_t *)parts[i].p);
    return digest_hex(a, &context);
}

struct str sha256_hex(struct arena *a, struct str content)
{
    struct sha256_ctx context;
    sha256_init(&context);
    return sha256_hex_behind(a, &context, &content, 1);
}

enum status sha256_file(struct arena *a, const char *path, struct str *hex, struct err *e)
{
    struct sha256_ctx context;
    uint8_t chunk[1 << 16];
    ssize_t got;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail_errno(e, path, "read");
    sha256_init(&context);
    while ((got = read(fd, chunk, sizeof chunk)) > 0 || (got < 0 && errno == EINTR))
        sha256_update(&context, got > 0 ? (size_t)got : 0, chunk);
    enum status st = got < 0 ? fail_errno(e, path, "read") : ST_OK;
    close(fd);
    if (st != ST_OK)
        return st;
    *hex = digest_hex(a, &context);
    return hex->n > 0 ? ST_OK : fail_memory(e);
}

enum status data_folder(struct arena *a, const char **folder, struct err *e)
{
    const char *given = getenv("TARAZ_DATA");
    if (given && given[0]) {
        *folder = arena_cstr(a, str_of(given));
        if (!*folder)
            return fail_memory(e);
        if (!file_exists(given))
            return fail(e, ST_SYSTEM, (struct place){ given, 0, 0 }, "correct TARAZ_DATA or unset it",
                        "the data folder named by TARAZ_DATA is not there");
        return ST_OK;
    }
    char self[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    self[n > 0 ? n : 0] = '\0';
    const char *bin = path_folder(a, self);
    const char *candidates[] = {
        arena_printf(a, "%s/../data", bin).p,        /* build/taraz in the source tree */
        arena_printf(a, "%s/../../data", bin).p,     /* build/asan/taraz */
        arena_printf(a, "%s/../../../data", bin).p,  /* build/tests/bench/... */
        arena_printf(a, "%s/../share/taraz", bin).p, /* installed */
        TARAZ_SOURCE_DATA,
    };
    if (arena_failed(a))
        return fail_memory(e);
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        const char *probe = arena_printf(a, "%s/indicators.csv", candidates[i]).p;
        if (probe && candidates[i][0] && file_exists(probe)) {
            *folder = candidates[i];
            return ST_OK;
        }
    }
    return fail(e, ST_SYSTEM, (struct place){ "taraz", 0, 0 }, "set TARAZ_DATA to the folder that holds indicators.csv",
                "its data folder was not found");
}
