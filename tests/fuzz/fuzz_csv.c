/* The CSV reader, table parser, delimiter search, count engine and layouts over any bytes. */
#include <stdint.h>

#include "etl/cell.h"
#include "etl/count.h"
#include "etl/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct condition where = { { "a", 1 }, COMPARE_GREATER, { "0", 1 } };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new(256 << 20);
    if (!a)
        return 0;
    struct str bytes = { (const char *)data, size };
    struct faults faults;
    struct err e;
    struct table t;
    struct count_result counted;
    faults_init(&faults, a);
    const struct source s = { .path = "fuzz.csv" };
    const struct format *format = format_for("fuzz.csv");
    const struct table_reading reading = { .options = { .skip_rows = size % 3 } };
    if (size > 0 && format->read_table(a, &s, bytes, &reading, &t, &faults, &e) == ST_OK) {
        const struct count_query q = { .by = t.columns,
                                       .n_by = t.n_columns < 3 ? t.n_columns : 3,
                                       .where = &where,
                                       .n_where = size % 2,
                                       .sums = t.columns,
                                       .n_sums = 1,
                                       .thousands = ',' };
        count_table(a, &t, &q, &counted, &faults, &e);
        struct date first, last;
        double value;
        for (size_t row = 0; row < t.n_rows && row < 100; row++)
            for (enum cell_time f = TIME_PERIOD; f <= TIME_US_DATE; f++)
                if (t.n_columns > 0 && cell_period(table_cell(&t, row, 0), f, &first, &last))
                    cell_number(table_cell(&t, row, 0), '.', &value);
    }
    arena_free(a);
    return 0;
}
