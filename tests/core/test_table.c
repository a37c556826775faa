#include <math.h>

#include "core/schema.h"
#include "core/table.h"
#include "tests/tap.h"

TEST("ragged rows are left out and named, the rest is kept")
{
    struct arena *a = arena_new(0);
    struct faults faults;
    struct table t;
    struct err e;
    faults_init(&faults, a);
    CHECK(table_parse(a, STR("# note\na,b\n1,2\n3\n4,5,6\n7,8\n"), "t.csv",
                      &(struct table_options){ .allow_comments = true }, &t, &faults, &e) == ST_OK);
    CHECK(t.n_rows == 2 && faults.list.n == 2 && faults.worst == ST_INPUT);
    CHECK(VEC_AT(struct fault, &faults.list, 1)->err.line == 5);
    CHECK_TEXT(table_cell(&t, 1, 1), "8");
    size_t column;
    CHECK(table_column(&t, "B", &column, &e) == ST_USAGE);
    CHECK_TEXT(str_of(e.todo), "did you mean 'b'?");
    arena_free(a);
}

TEST("an empty table and a binary one are refused")
{
    struct arena *a = arena_new(0);
    struct table t;
    struct err e;
    CHECK(table_parse(a, STR(""), "t.csv", NULL, &t, NULL, &e) == ST_INPUT);
    CHECK(table_parse(a, (struct str){ "a\0b", 3 }, "t.csv", NULL, &t, NULL, &e) == ST_INPUT);
    arena_free(a);
}

TEST("records written and read again are the same bytes")
{
    struct arena *a = arena_new(0);
    struct vec figures, again;
    struct buf first, second;
    struct err e;
    vec_init(&figures, a, sizeof(struct figure), 10);
    struct figure *f = vec_add(&figures);
    record_clear(&schema_figures, f);
    f->figure_id = STR("00ff00ff00ff00ff");
    f->source_id = STR("s");
    f->indicator = STR("missing");
    f->quote = STR("Over 1,000 \"missing\"\npersons");
    f->value_low = 1000;
    f->qualifier = STR("at_least");
    f->span_start = 5;
    buf_init(&first, 0);
    buf_init(&second, 0);
    records_format(&schema_figures, &figures, &first);
    CHECK(records_parse(a, &schema_figures, buf_str(&first), "f.csv", &again, NULL, &e) == ST_OK && again.n == 1);
    records_format(&schema_figures, &again, &second);
    CHECK(str_equal(buf_str(&first), buf_str(&second)));
    CHECK(isnan(VEC_AT(struct figure, &again, 0)->value_high) && VEC_AT(struct figure, &again, 0)->value_low == 1000);
    buf_free(&first);
    buf_free(&second);
    arena_free(a);
}

TEST("a cell with an unknown code or no number costs its row only")
{
    struct arena *a = arena_new(0);
    struct faults faults;
    struct vec rows;
    struct err e;
    faults_init(&faults, a);
    CHECK(records_parse(
              a, &schema_figures,
              STR("figure_id,source_id,indicator,qualifier,value_low\nx,s,missing,exct,1\ny,s,missing,exact,1;5\n"
                  "z,s,missing,exact,3\n"),
              "f.csv", &rows, &faults, &e) == ST_OK);
    CHECK(rows.n == 1 && faults.list.n == 2);
    CHECK_TEXT(str_of(VEC_AT(struct fault, &faults.list, 0)->err.todo), "did you mean 'exact'?");
    arena_free(a);
}
