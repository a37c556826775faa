#include "etl/cell.h"

#include <string.h>

const char *const cell_time_names[] = { "period", "year", "years", "iso_date", "us_date", NULL };

enum { NUMBER_LIMIT = 64, SNIFF_ROWS = 20 };

bool cell_number(struct str cell, char thousands, double *value)
{
    char digits[NUMBER_LIMIT];
    size_t n = 0, group = 0;
    bool grouped = false;
    cell = str_trim(cell);
    if (cell.n == 0 || cell.n >= NUMBER_LIMIT)
        return false;
    size_t whole = 0; /* the part before a decimal point */
    while (whole < cell.n && (cell.p[whole] != '.' || thousands == '.'))
        whole++;
    for (size_t i = 0; i < cell.n; i++) {
        char c = cell.p[i];
        if (thousands && c == thousands && i < whole) {
            if ((grouped && group != 3) || group == 0 || group > 3)
                return false;
            grouped = true;
            group = 0;
            continue;
        }
        if (i < whole)
            group = ascii_is_digit(c) ? group + 1 : 0;
        digits[n++] = c;
    }
    if (grouped && group != 3)
        return false;
    return str_to_double((struct str){ digits, n }, value);
}

static bool read_year(struct str text, int *year)
{
    double value;
    if (!str_to_double(str_trim(text), &value) || value < 1000 || value > 2999 || value != (double)(int)value)
        return false;
    *year = (int)value;
    return true;
}

static bool read_years(struct str cell, struct date *first, struct date *last)
{
    int from, to;
    size_t mark = 0;
    while (mark < cell.n && cell.p[mark] != '-' && cell.p[mark] != '/')
        mark++;
    size_t dash = str_starts(str_slice(cell, mark, cell.n), "-") || mark < cell.n ? 1 : 0;
    const char *en_dash = cell.n > 6 ? memmem(cell.p, cell.n, "\xE2\x80\x93", 3) : NULL;
    if (en_dash) {
        mark = (size_t)(en_dash - cell.p);
        dash = 3;
    }
    if (!read_year(str_slice(cell, 0, mark), &from))
        return false;
    to = from;
    if (mark < cell.n && !read_year(str_slice(cell, mark + dash, cell.n), &to))
        return false;
    *first = (struct date){ from, 1, 1 };
    *last = (struct date){ to, 12, 31 };
    return to >= from;
}

/* mm/dd/yyyy in the middle of a text. */
static bool read_us_date(struct str cell, struct date *day)
{
    for (size_t i = 0; i + 10 <= cell.n; i++) {
        const char *p = cell.p + i;
        if (p[2] != '/' || p[5] != '/')
            continue;
        char iso[] = { p[6], p[7], p[8], p[9], '-', p[0], p[1], '-', p[3], p[4] };
        if (date_parse((struct str){ iso, sizeof iso }, day))
            return true;
    }
    return false;
}

bool cell_period(struct str cell, enum cell_time format, struct date *first, struct date *last)
{
    enum frequency freq;
    int year;
    cell = str_trim(cell);
    switch (format) {
    case TIME_PERIOD:
        return period_parse(cell, first, last, &freq);
    case TIME_YEAR:
        if (!read_year(cell, &year))
            return false;
        *first = (struct date){ year, 1, 1 };
        *last = (struct date){ year, 12, 31 };
        return true;
    case TIME_YEARS:
        return read_years(cell, first, last);
    case TIME_ISO_DATE:
        if (cell.n > 10 && cell.p[10] != ' ' && cell.p[10] != 'T')
            return false;
        *last = *first = (struct date){ 0 };
        if (!date_parse(str_slice(cell, 0, 10), first))
            return false;
        *last = *first;
        return true;
    case TIME_US_DATE:
        if (!read_us_date(cell, first))
            return false;
        *last = *first;
        return true;
    }
    return false;
}

/* Fields of the record at *at with this delimiter, quotes heeded; moves *at behind it. */
static size_t count_fields(struct str text, size_t *at, char delimiter)
{
    size_t fields = 1;
    bool quoted = false;
    for (; *at < text.n; (*at)++) {
        char c = text.p[*at];
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == delimiter)
            fields++;
        else if (!quoted && c == '\n')
            break;
    }
    if (*at < text.n)
        (*at)++;
    return fields;
}

char delimiter_sniff(struct str text, size_t skip_rows)
{
    static const char candidates[] = { ',', ';', '\t', '|' };
    size_t best_even = 0, best_fields = 0;
    char best = ',';
    for (size_t c = 0; c < sizeof candidates; c++) {
        size_t at = 0, even = 0, header = 0;
        for (size_t row = 0; row < SNIFF_ROWS + skip_rows && at < text.n; row++) {
            size_t fields = count_fields(text, &at, candidates[c]);
            if (row == skip_rows)
                header = fields;
            even += row >= skip_rows && fields == header && header > 1;
        }
        if (even > best_even || (even == best_even && even > 0 && header > best_fields)) {
            best = candidates[c];
            best_even = even;
            best_fields = header;
        }
    }
    return best;
}
