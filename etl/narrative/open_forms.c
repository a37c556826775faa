/* Figures that wait for a form: of their passage or heading, in news of the whole text. */
#include "etl/narrative/context_forms.h"

#include "core/schema.h"
#include "etl/narrative/clauses.h"

enum { WAITING_LIMIT = 1 << 20, LEAD_BLOCKS = 3 };

static void see(struct forms_seen *seen, enum form form)
{
    if (seen->form && form != seen->form)
        seen->several = true;
    seen->form = seen->form ? seen->form : form;
}

void forms_see(struct forms_seen *seen, const struct sentence *s)
{
    bool of_part = false; /* "eight of them concerning sexual exploitation": the others are of other forms */
    bool mostly = false;
    bool including = false; /* "six workers, including three women, in bondage": of all */
    for (size_t i = 0; i < s->n_items && (s->tells & TELLS_FORM); i++) {
        const struct term *topic = topic_at(s, i);
        mostly = says_mostly(s, i, mostly);
        if (s->items[i].kind == ITEM_NUMBER)
            of_part = !s->numbers[s->items[i].index].why_not && s->numbers[s->items[i].index].from >= 0;
        if (including && mark_at(s, i, ',') && (form_at(s, i + 1) || role_at(s, i + 1) == R_IN))
            of_part = false;
        including = role_at(s, i) == R_INCLUDING || (including && !mark_at(s, i, ','));
        if (topic && topic->subject != OFF_SUBJECT && form_at(s, i)) {
            see(seen, topic->form);
            seen->mostly = seen->mostly || mostly;
            seen->several = seen->several || of_part || plays(s, i, R_FORM_UNKNOWN); /* "sex and labor trafficking" */
        }
    }
}

void forms_hinted(struct forms_seen *seen, const struct sentence *s)
{
    for (size_t i = 0; i < s->n_items; i++)
        for (const struct term *t = s->items[i].terms; t; t = t->next)
            if (t->hint)
                see(seen, t->hint);
}

void forms_join(struct forms_seen *seen, const struct forms_seen *more)
{
    if (more->form)
        see(seen, more->form);
    seen->several = seen->several || more->several;
}

void open_forms_init(struct open_forms *o, struct arena *a)
{
    *o = (struct open_forms){ 0 };
    vec_init(&o->waiting, a, sizeof(size_t), WAITING_LIMIT);
}

bool open_forms_wait(struct open_forms *o, size_t index)
{
    size_t *slot = vec_add(&o->waiting);
    if (!slot)
        return false;
    *slot = index;
    return true;
}

void open_forms_pass(struct open_forms *o, size_t waiting)
{
    if (!o->block.form && waiting > o->block_first)
        o->block_first = waiting;
}

bool open_forms_in_block(const struct open_forms *o) { return o->waiting.n > o->block_first; }

static void settle(struct open_forms *o, size_t first, enum form form, struct vec *figures)
{
    for (size_t i = first; i < o->waiting.n; i++)
        VEC_AT(struct figure, figures, *VEC_AT(size_t, &o->waiting, i))->exploitation = str_of(form_names[form]);
    o->waiting.n = first;
}

void open_forms_end_block(struct open_forms *o, struct vec *figures)
{
    const struct forms_seen *seen = o->block.form ? &o->block : &o->heading;
    if (seen->form)
        settle(o, o->block_first, seen->several ? FORM_NONE : seen->form, figures);
    if (!o->document.form)
        o->blocks_before++;
    o->block_first = o->waiting.n;
    o->block = (struct forms_seen){ 0 };
}

void open_forms_end_document(struct open_forms *o, bool news, bool event, struct vec *figures)
{
    open_forms_end_block(o, figures);
    const struct forms_seen *seen = o->document.form ? &o->document : &o->hints;
    if (news && (event || o->blocks_before <= LEAD_BLOCKS) && seen->form && !seen->several)
        settle(o, 0, seen->form, figures);
}
