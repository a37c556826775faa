#include <math.h>
#include <stdio.h>

#include "core/date.h"
#include "core/nearest.h"
#include "etl/xlsx_model.h"

enum { PART_NAME_LIMIT = 256 };

struct sheet_reading {
    struct workbook *book;
    sheet_row_function on_row;
    void *context;
    long line;
    struct vec cells; /* of struct sheet_cell, of the current row */
    size_t column, n_cells;
    char type; /* n number, s shared, t text, b boolean */
    bool is_date, in_value, phonetic;
    struct buf text;
};

/* "BC12" -> 54; false when it is no cell reference. */
static bool column_of(struct str reference, size_t *column)
{
    size_t value = 0, i = 0;
    for (; i < reference.n && ascii_is_upper(reference.p[i]) && i < 4; i++)
        value = value * 26 + (size_t)(reference.p[i] - 'A' + 1);
    *column = value - 1;
    return i > 0 && value <= XLSX_COLUMN_LIMIT;
}

static void start_cell(struct sheet_reading *r, const struct part_attribute *at, size_t n)
{
    struct str type = part_attribute(at, n, "t");
    long style = -1;
    size_t column;
    r->column = column_of(part_attribute(at, n, "r"), &column) ? column
                : r->cells.n > 0 ? VEC_AT(struct sheet_cell, &r->cells, r->cells.n - 1)->column + 1
                                 : 0;
    r->type = type.n == 0 || str_is(type, "n") ? 'n' : str_is(type, "s") ? 's' : str_is(type, "b") ? 'b' : 't';
    if (!str_to_long(part_attribute(at, n, "s"), &style))
        style = -1;
    r->is_date = r->type == 'n' && style >= 0 && (size_t)style < r->book->styles.n &&
                 *VEC_AT(bool, &r->book->styles, (size_t)style);
    buf_clear(&r->text);
}

static enum status on_sheet_start(void *context, struct str name, const struct part_attribute *at, size_t n,
                                  struct err *e)
{
    struct sheet_reading *r = context;
    (void)e;
    if (str_is(name, "row")) {
        long line;
        r->line = str_to_long(part_attribute(at, n, "r"), &line) && line > r->line ? line : r->line + 1;
        r->cells.n = 0;
    } else if (str_is(name, "c")) {
        start_cell(r, at, n);
    } else if (str_is(name, "rPh")) {
        r->phonetic = true;
    }
    r->in_value = (str_is(name, "v") || str_is(name, "t")) && !r->phonetic;
    return ST_OK;
}

static enum status on_sheet_text(void *context, struct str text, struct err *e)
{
    struct sheet_reading *r = context;
    if (r->in_value)
        buf_put(&r->text, text);
    return r->text.failed ? fail_memory(e) : ST_OK;
}

/* Serial day numbers count from 1899-12-30 (Excel's leap year 1900 makes it so from 1900-03-01 on). */
static struct str date_text(const struct workbook *w, double serial)
{
    double days = floor(serial), seconds = round((serial - days) * 86400);
    if (seconds >= 86400) {
        days++;
        seconds = 0;
    }
    struct date origin = w->from_1904 ? (struct date){ 1904, 1, 1 } : (struct date){ 1899, 12, 30 };
    struct str day = date_print(w->arena, date_from_days(date_to_days(origin) + (long)days));
    if (seconds == 0)
        return day;
    long s = (long)seconds;
    return arena_printf(w->arena, "%.*s %02ld:%02ld:%02ld", (int)day.n, day.p, s / 3600, s / 60 % 60, s % 60);
}

/* A number as people see it: 0.10000000000000001 is 0.1. */
static struct str number_text(struct sheet_reading *r, struct str stored)
{
    double value;
    enum { LAST_SERIAL = 2958465 }; /* 9999-12-31 */
    if (!str_to_double(stored, &value))
        return arena_copy(r->book->arena, stored);
    if (r->is_date && value >= 1 && value <= LAST_SERIAL)
        return date_text(r->book, value);
    struct buf b;
    buf_init(&b, 0);
    buf_put_double(&b, value);
    struct str text = arena_copy(r->book->arena, buf_str(&b));
    buf_free(&b);
    return text;
}

static struct str cell_text(struct sheet_reading *r)
{
    struct str stored = buf_str(&r->text);
    long index;
    if (r->type == 's') {
        bool good = str_to_long(str_trim(stored), &index) && index >= 0 && (size_t)index < r->book->strings.n;
        return good ? *VEC_AT(struct str, &r->book->strings, (size_t)index) : STR("");
    }
    if (r->type == 'n')
        return number_text(r, str_trim(stored));
    if (r->type == 'b')
        return str_is(str_trim(stored), "1") ? STR("TRUE") : STR("FALSE");
    return arena_copy(r->book->arena, stored);
}

static enum status end_cell(struct sheet_reading *r, struct err *e)
{
    if (r->text.n == 0)
        return ST_OK;
    struct str text = cell_text(r);
    bool out_of_order = r->cells.n > 0 && VEC_AT(struct sheet_cell, &r->cells, r->cells.n - 1)->column >= r->column;
    if (text.n == 0 || out_of_order)
        return arena_failed(r->book->arena) ? fail_memory(e) : ST_OK;
    struct sheet_cell *cell = vec_add(&r->cells);
    if (!cell || ++r->n_cells > XLSX_CELL_LIMIT)
        return cell ? fail(e, ST_INPUT, (struct place){ r->book->file, r->line, 0 }, "split the sheet",
                           "holds too many cells")
                    : fail_memory(e);
    *cell = (struct sheet_cell){ r->column, text };
    return ST_OK;
}

static enum status on_sheet_end(void *context, struct str name, struct err *e)
{
    struct sheet_reading *r = context;
    r->in_value = false;
    if (str_is(name, "rPh"))
        r->phonetic = false;
    if (str_is(name, "c"))
        return end_cell(r, e);
    if (str_is(name, "row") && r->cells.n > 0) {
        enum status st = r->on_row(r->context, r->line, r->cells.items, r->cells.n, e);
        r->cells.n = 0;
        return st;
    }
    return ST_OK;
}

static enum status find_sheet(struct workbook *w, const char *name, const struct sheet **out, struct err *e)
{
    struct str *names = arena_array(w->arena, w->sheets.n, sizeof *names);
    if (!names)
        return fail_memory(e);
    for (size_t i = 0; i < w->sheets.n; i++) {
        *out = VEC_AT(const struct sheet, &w->sheets, i);
        names[i] = (*out)->name;
        if (!name || str_is(names[i], name))
            return ST_OK;
    }
    char todo[200] = "see its sheets in a spreadsheet program";
    size_t near = nearest_index(str_of(name), names, w->sheets.n);
    if (near < w->sheets.n)
        snprintf(todo, sizeof todo, "did you mean '%.*s'?", (int)names[near].n, names[near].p);
    return fail(e, ST_USAGE, (struct place){ w->file, 0, 0 }, todo, "has no sheet '%s'", name);
}

enum status workbook_read(struct workbook *w, const char *name, sheet_row_function on_row, void *context,
                          const char **used, struct err *e)
{
    const struct sheet *sheet = NULL;
    bool found = false;
    enum status st = find_sheet(w, name, &sheet, e);
    if (st != ST_OK)
        return st;
    struct sheet_reading r = { .book = w, .on_row = on_row, .context = context };
    struct part_handler handler = {
        .context = &r, .start = on_sheet_start, .end = on_sheet_end, .text = on_sheet_text
    };
    vec_init(&r.cells, w->arena, sizeof(struct sheet_cell), XLSX_COLUMN_LIMIT);
    buf_init(&r.text, 0);
    *used = sheet->name.p;
    if (sheet->target.n > 0 && sheet->target.n < PART_NAME_LIMIT)
        st = part_read(w->zip, sheet->target.p, &handler, &found, e);
    buf_free(&r.text);
    if (st == ST_OK && !found)
        return fail(e, ST_INPUT, (struct place){ w->file, 0, 0 }, "open it in a spreadsheet program and save it again",
                    "lacks the part of its sheet '%.*s'", (int)sheet->name.n, sheet->name.p);
    return st;
}
