#include "plots/points_csv.h"

#include <math.h>

#include "core/csv.h"

static void put_number(struct buf *b, double value)
{
    buf_putc(b, ',');
    if (isfinite(value))
        buf_put_double(b, value);
}

static void put_names(struct buf *b, const struct chart_series *s, struct str period)
{
    csv_put_field(b, s->id);
    buf_putc(b, ',');
    csv_put_field(b, s->label);
    buf_putc(b, ',');
    csv_put_field(b, period);
}

struct str points_csv(struct arena *a, const struct chart_model *m)
{
    struct buf b;
    buf_init(&b, 0);
    buf_puts(&b, "series_id,label,time_period,obs_value,value_low,value_high,obs_status,conflict,figure_ids\n");
    for (size_t i = 0; i < m->n; i++) {
        if (m->series[i].n == 0) { /* no figure for the period */
            put_names(&b, &m->series[i], m->first_period);
            buf_puts(&b, ",,,,,0,\n");
        }
        for (size_t k = 0; k < m->series[i].n; k++) {
            const struct chart_point *p = &m->series[i].points[k];
            put_names(&b, &m->series[i], p->row->time_period);
            put_number(&b, p->value);
            put_number(&b, p->low);
            put_number(&b, p->high);
            buf_putc(&b, ',');
            csv_put_field(&b, p->row->obs_status);
            buf_puts(&b, p->conflicting ? ",1," : ",0,");
            csv_put_field(&b, p->row->figure_ids);
            buf_putc(&b, '\n');
        }
    }
    struct str csv = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return csv;
}
