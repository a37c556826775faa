#include "core/fault.h"

void faults_init(struct faults *f, struct arena *a)
{
    *f = (struct faults){ .worst = ST_OK };
    vec_init(&f->list, a, sizeof(struct fault), FAULT_LIMIT);
}

void faults_add(struct faults *f, const struct err *e)
{
    if (e->status > f->worst)
        f->worst = e->status;
    struct fault *fault = vec_add(&f->list);
    if (!fault) {
        f->n_dropped++;
        return;
    }
    fault->source_id = arena_copy(f->list.arena, f->source_id);
    fault->err = *e;
}

void faults_append(struct faults *to, const struct faults *from)
{
    struct str before = to->source_id;
    for (size_t i = 0; i < from->list.n; i++) {
        const struct fault *fault = VEC_AT(const struct fault, &from->list, i);
        to->source_id = fault->source_id;
        faults_add(to, &fault->err);
    }
    to->source_id = before;
    to->n_dropped += from->n_dropped;
}
