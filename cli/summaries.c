#include "cli/summaries.h"

#include "stats/method.h"

enum status summaries_make(struct arena *a, const struct vec *series, const struct vec *trends,
                           struct report_request *out, struct err *e)
{
    const struct series_row *rows = series->items;
    const struct trend_row *results = trends->items;
    struct str *ids = arena_array(a, series->n + 1, sizeof *ids);
    struct str *texts = arena_array(a, series->n + 1, sizeof *texts);
    size_t n = 0, from = 0;
    if (!ids || !texts)
        return fail_memory(e);
    for (size_t start = 0, end; start < series->n; start = end) {
        struct str id = rows[start].series_id;
        for (end = start + 1; end < series->n && str_equal(rows[end].series_id, id);)
            end++;
        while (from < trends->n && str_compare(results[from].series_id, id) < 0)
            from++;
        size_t to = from;
        while (to < trends->n && str_equal(results[to].series_id, id))
            to++;
        if (to > from) {
            ids[n] = id;
            texts[n++] = trend_summary(a, rows + start, end - start, results + from, to - from);
        }
        from = to;
    }
    out->summary_series = ids;
    out->summaries = texts;
    out->n_summaries = n;
    return ST_OK;
}
