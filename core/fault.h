/* Faults: what was left out of a run and why (rejects.csv). One fault never
 * stops another source. */
#ifndef TARAZ_CORE_FAULT_H
#define TARAZ_CORE_FAULT_H

#include "core/arena.h"
#include "core/err.h"

struct fault {
    struct str source_id; /* empty when it concerns no source */
    struct err err;
};

enum { FAULT_LIMIT = 10000 }; /* past it faults are counted, not kept */

struct faults {
    struct vec list; /* of struct fault */
    size_t n_dropped;
    enum status worst;
    struct str source_id; /* copied into each fault added; set by the caller per source */
};

void faults_init(struct faults *f, struct arena *a);
void faults_add(struct faults *f, const struct err *e);
void faults_append(struct faults *to, const struct faults *from); /* copies into to's arena */

#endif
