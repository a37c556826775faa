/* Files: whole reads with a limit, and writes that are either the old file or
 * the new one, whole, whenever the program is killed. */
#ifndef TARAZ_CORE_FILE_H
#define TARAZ_CORE_FILE_H

#include "core/arena.h"
#include "core/err.h"

enum { FILE_LIMIT_DEFAULT = 1 << 30 };

/* Reads a whole file into the arena; "-" is standard input; a name ending in
 * .gz is unpacked (zlib). ST_INPUT when missing, unreadable or above `limit`
 * bytes (0: FILE_LIMIT_DEFAULT). */
enum status file_read(struct arena *a, const char *path, size_t limit, struct str *out, struct err *e);

/* Writes beside `path`, syncs, renames over it and syncs the folder. A file
 * that already holds these bytes is left alone (its time stays). "-" writes to
 * standard output; a device or pipe is written to as it is, never replaced. */
enum status file_write(const char *path, struct str content, struct err *e);

/* file_write of a buffer; a failed buffer is an error. */
enum status file_write_buf(const char *path, const struct buf *content, struct err *e);

/* The same bit by bit, for what should not lie in memory as a whole. `path` must last until the writer is closed; after
 * file_writer_open has failed there is nothing to close. Unless it is closed with `keep`, `path` stays as it was. */
struct file_writer {
    const char *path, *temporary; /* NULL: written to as it is */
    struct arena *scratch;
    int fd;
};
enum status file_writer_open(struct file_writer *w, const char *path, struct err *e);
enum status file_writer_put(struct file_writer *w, struct str bytes, struct err *e);
enum status file_writer_close(struct file_writer *w, bool keep, struct err *e);

/* Makes a file that some other program wrote at `temporary` (in the same
 * folder) take the place of `path`: sync, rename, sync the folder. */
enum status file_replace(const char *temporary, const char *path, struct err *e);

/* A name beside `path` for a temporary file: "<path>.<pid>-<n>.part". */
const char *file_temporary_name(struct arena *a, const char *path);

enum status file_make_folder(const char *path, struct err *e); /* with its parents */
bool file_exists(const char *path);

/* Path helpers; results live in the arena, NULL when out of memory. */
const char *path_join(struct arena *a, const char *folder, const char *name); /* an absolute name stays */
const char *path_folder(struct arena *a, const char *path);                   /* "." when there is none */
struct str path_base(const char *path);                                       /* the last part */
struct str path_stem(const char *path);      /* the last part without its extension (.csv.gz counts as one) */
struct str path_extension(const char *path); /* lower or upper case as written, without the dot; "" if none */

/* SHA-256 in lower-case hex, as a slice of 64 bytes in the arena (nettle). */
struct str sha256_hex(struct arena *a, struct str content);
/* The same of the parts, one behind the other, behind what `begun` holds already (nettle's sha256_ctx, not changed):
 * digests that start alike share their start. */
struct sha256_ctx;
struct str sha256_hex_behind(struct arena *a, const struct sha256_ctx *begun, const struct str *parts, size_t n);
/* The same of a file as it lies on disk, in pieces: any size, .gz not unpacked. */
enum status sha256_file(struct arena *a, const char *path, struct str *hex, struct err *e);

/* The folder of data files: $TARAZ_DATA, else data/ of the source tree the
 * program was built in when it still runs from there, else
 * <prefix>/share/taraz next to the program's bin/. ST_SYSTEM when none exists. */
enum status data_folder(struct arena *a, const char **folder, struct err *e);

#endif
