/* Form of exploitation of each figure: named with it, shared with its total, or the only one that its paragraph,
 * heading or document speaks of.
 *
 * A figure whose sentence names no form stays open until its block, and then its document, has been read: "police
 * rescued 10 workers. They had been in bonded labour for years."
 */
#ifndef TARAZ_ETL_NARRATIVE_CONTEXT_FORMS_H
#define TARAZ_ETL_NARRATIVE_CONTEXT_FORMS_H

#include "etl/narrative/sentence.h"

/* The form of exploitation that item i names of the people told of, FORM_NONE when it names none. */
enum form form_at(const struct sentence *s, size_t i);

/* "mostly in forced labour", "largely prostitution": is what item i says said of most only, when that was so `before`
 * it? Not "largely from poor families". */
bool says_mostly(const struct sentence *s, size_t i, bool before);

/* open_forms.c */

/* The forms that some stretch of text names. */
struct forms_seen {
    enum form form; /* the first */
    bool several;   /* another one too */
    bool mostly;    /* said of most only; not joined */
};

/* Figures without a form, in the order they were added. */
struct open_forms {
    struct vec waiting; /* of size_t: indices of figures */
    size_t block_first; /* of `waiting`: where the present block starts */
    struct forms_seen heading, block, document, hints;
    size_t blocks_before; /* the first that names a form */
};

/* Adds the forms that the sentence names. */
void forms_see(struct forms_seen *seen, const struct sentence *s);
/* Adds the forms that words such as "slaves" only hint at. */
void forms_hinted(struct forms_seen *seen, const struct sentence *s);
void forms_join(struct forms_seen *seen, const struct forms_seen *more);

void open_forms_init(struct open_forms *o, struct arena *a);
/* Notes that figure `index` waits for a form; false when out of memory. */
bool open_forms_wait(struct open_forms *o, size_t index);
/* A sentence with counts and a form of its own is about these: figures before the first `waiting` wait no longer for
 * their block, unless it had named a form before. */
void open_forms_pass(struct open_forms *o, size_t waiting);
/* Does a figure of the present block wait? */
bool open_forms_in_block(const struct open_forms *o);
/* At the end of a block (unless the next one goes on with its sentence) and of the document. */
void open_forms_end_block(struct open_forms *o, struct vec *figures);
/* The one form that news names in its lead is that of all its figures; in news of an event, which does not open with
 * a period, wherever it names it. */
void open_forms_end_document(struct open_forms *o, bool news, bool event, struct vec *figures);

#endif
