/* Stamps: what was made from what, so that a run does only what changed.
 *
 * A stage's stamp is the SHA-256 of its inputs, its options and the program's
 * version. OUT/.taraz/stamps.csv keeps, for each stage, the stamp and the
 * SHA-256 of each file it wrote; a stage is fresh when its stamp is the same
 * and each of its files still holds those bytes.
 */
#ifndef TARAZ_CLI_STAMP_H
#define TARAZ_CLI_STAMP_H

#include "core/arena.h"
#include "core/err.h"

struct stamps {
    struct arena *arena;
    const char *folder; /* the output folder */
    struct vec rows;    /* of struct stamp_row */
};

struct stamp_row {
    struct str stage, stamp, output, sha256; /* output is relative to the folder */
};

/* A missing or damaged table counts as empty: everything is made again. */
enum status stamps_read(struct arena *a, const char *folder, struct stamps *out, struct err *e);
bool stamps_fresh(struct stamps *s, struct str stage, struct str stamp);
/* Records a stage's outputs (read back from the disk). */
enum status stamps_set(struct stamps *s, struct str stage, struct str stamp, const struct str *outputs, size_t n,
                       struct err *e);
enum status stamps_write(struct stamps *s, struct err *e);

/* Adds one field to a stamp's text: length and bytes, so that no two lists of fields read alike. */
void stamp_put(struct buf *b, struct str field);
void stamp_put_double(struct buf *b, double value);
struct str stamp_of(struct arena *a, const struct buf *b);

/* SHA-256 over the names and bytes of the files right under a folder that end in
 * `extension`, in the order of their names. */
enum status stamp_folder(struct arena *a, const char *folder, const char *extension, struct str *out, struct err *e);

#endif
