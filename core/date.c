#include "core/date.h"

static bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

/* Reads exactly n digits at *at. */
static bool read_digits(struct str s, size_t at, size_t n, int *out)
{
    int value = 0;
    if (at + n > s.n)
        return false;
    for (size_t i = at; i < at + n; i++) {
        if (!ascii_is_digit(s.p[i]))
            return false;
        value = value * 10 + (s.p[i] - '0');
    }
    *out = value;
    return true;
}

bool date_parse(struct str s, struct date *out)
{
    struct date d;
    if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-' || !read_digits(s, 0, 4, &d.year) ||
        !read_digits(s, 5, 2, &d.month) || !read_digits(s, 8, 2, &d.day))
        return false;
    if (d.year < 1 || d.month < 1 || d.month > 12 || d.day < 1 || d.day > days_in_month(d.year, d.month))
        return false;
    *out = d;
    return true;
}

struct str date_print(struct arena *a, struct date d)
{
    if (d.year < 0 || d.year > 9999 || d.month < 0 || d.month > 99 || d.day < 0 || d.day > 99)
        return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
    char text[] = "0000-00-00";
    for (int i = 3, rest = d.year; i >= 0; i--, rest /= 10)
        text[i] = (char)('0' + rest % 10);
    text[5] = (char)('0' + d.month / 10);
    text[6] = (char)('0' + d.month % 10);
    text[8] = (char)('0' + d.day / 10);
    text[9] = (char)('0' + d.day % 10);
    return arena_copy(a, (struct str){ text, sizeof text - 1 });
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

/* Days from civil and back: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
long date_to_days(struct date d)
{
    long y = d.year - (d.month <= 2);
    long era = (y >= 0 ? y : y - 399) / 400;
    long year_of_era = y - era * 400;
    long day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct date date_from_days(long days)
{
    days += 719468;
    long era = (days >= 0 ? days : days - 146096) / 146097;
    long day_of_era = days - era * 146097;
    long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long month = (5 * day_of_year + 2) / 153;
    struct date d = { .day = (int)(day_of_year - (153 * month + 2) / 5 + 1),
                      .month = (int)(month < 10 ? month + 3 : month - 9) };
    d.year = (int)(year_of_era + era * 400 + (d.month <= 2));
    return d;
}

bool period_parse(struct str s, struct date *first, struct date *last, enum frequency *freq)
{
    int year, part;
    if (!read_digits(s, 0, 4, &year) || year < 1)
        return false;
    if (s.n == 4) {
        *freq = FREQ_YEAR;
        *first = (struct date){ year, 1, 1 };
        *last = (struct date){ year, 12, 31 };
        return true;
    }
    if (s.n == 7 && s.p[4] == '-' && s.p[5] == 'Q' && s.p[6] >= '1' && s.p[6] <= '4') {
        int quarter = s.p[6] - '0';
        *freq = FREQ_QUARTER;
        *first = (struct date){ year, 3 * quarter - 2, 1 };
        *last = (struct date){ year, 3 * quarter, days_in_month(year, 3 * quarter) };
        return true;
    }
    if (s.n == 7 && s.p[4] == '-' && read_digits(s, 5, 2, &part) && part >= 1 && part <= 12) {
        *freq = FREQ_MONTH;
        *first = (struct date){ year, part, 1 };
        *last = (struct date){ year, part, days_in_month(year, part) };
        return true;
    }
    if (date_parse(s, first)) {
        *freq = FREQ_DAY;
        *last = *first;
        return true;
    }
    return false;
}

enum frequency period_print(struct arena *a, struct date first, struct date last, struct str *out)
{
    bool same_year = first.year == last.year;
    bool whole_months = first.day == 1 && last.day == days_in_month(last.year, last.month);
    if (same_year && whole_months && first.month == 1 && last.month == 12) {
        *out = arena_printf(a, "%04d", first.year);
        return FREQ_YEAR;
    }
    if (same_year && whole_months && first.month % 3 == 1 && last.month == first.month + 2) {
        *out = arena_printf(a, "%04d-Q%d", first.year, last.month / 3);
        return FREQ_QUARTER;
    }
    if (same_year && whole_months && first.month == last.month) {
        *out = arena_printf(a, "%04d-%02d", first.year, first.month);
        return FREQ_MONTH;
    }
    if (date_compare(first, last) == 0) {
        *out = date_print(a, first);
        return FREQ_DAY;
    }
    *out = arena_printf(a, "%04d-%02d-%02d/%04d-%02d-%02d", first.year, first.month, first.day, last.year, last.month,
                        last.day);
    return FREQ_NONE;
}

bool period_to_years(struct str text, double *years)
{
    struct date first, last;
    enum frequency freq;
    size_t slash = str_find_byte(text, '/', 0);
    if (slash < text.n && date_parse(str_slice(text, 0, slash), &first) &&
        date_parse(str_slice(text, slash + 1, text.n), &last) && first.year == last.year) {
        *years = first.year; /* a part of a year stands for that year */
        return true;
    }
    if (!period_parse(text, &first, &last, &freq))
        return str_to_double(text, years);
    double days = (double)(date_to_days(first) - date_to_days((struct date){ first.year, 1, 1 }));
    switch (freq) {
    case FREQ_QUARTER:
    case FREQ_MONTH:
        *years = first.year + (first.month - 1) / 12.0;
        break;
    case FREQ_DAY:
        *years = first.year + days / (leap(first.year) ? 366 : 365);
        break;
    default:
        *years = first.year;
    }
    return true;
}
