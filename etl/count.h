/* Group-by counts and sums over a CSV file of any size, in one pass: memory grows with the
 * number of groups, not of rows. */
#ifndef TARAZ_ETL_COUNT_H
#define TARAZ_ETL_COUNT_H

#include "core/arena.h"
#include "core/csv.h"
#include "core/err.h"
#include "core/fault.h"
#include "core/table.h"

enum compare {
    COMPARE_EQUAL,
    COMPARE_NOT_EQUAL,
    COMPARE_LESS,
    COMPARE_LESS_EQUAL,
    COMPARE_GREATER,
    COMPARE_GREATER_EQUAL
};

struct condition {
    struct str column;
    enum compare compare; /* orderings are numeric: a cell that is no number fails them */
    struct str value;
};

struct count_query {
    struct csv_options csv; /* delimiter 0: found out from the first rows; standard input: ',' */
    size_t skip_rows;
    const struct str *by; /* key columns; none: one group */
    size_t n_by;
    const struct condition *where; /* all must hold */
    size_t n_where;
    const struct str *sums; /* columns summed; empty cells are skipped and said */
    size_t n_sums;
    char thousands;            /* parts thousands in summed cells; 0: none */
    const struct str *missing; /* what stands for an empty cell in summed columns: NA, .. */
    size_t n_missing;
};

struct count_group {
    struct str *keys; /* n_by; UTF-8 (other bytes are read as Windows-1252), blanks around them cut */
    long long count;
    double *sums;      /* n_sums, compensated */
    long long *summed; /* n_sums: cells that held a number */
};

struct count_result {
    size_t n_rows, n_matched;
    struct vec groups; /* of struct count_group, sorted by keys bytewise */
};

/* "A=1", "A!=", "A>=10" -> condition. ST_USAGE when it has no operator. */
enum status condition_parse(struct arena *a, const char *text, struct condition *out, struct err *e);

/* Whether a cell meets a condition. */
bool condition_holds(const struct condition *c, struct str cell);

/* Ragged rows are left out and noted in `faults`; a cell under --sum that is neither
 * empty nor a number is a fault and is not summed. An unknown column is ST_USAGE. */
enum status count_file(struct arena *a, const char *path, const struct count_query *q, struct count_result *out,
                       struct faults *faults, struct err *e);
/* Several queries in one pass; csv and skip_rows of the first count for all. Faults of rows are told once. */
enum status count_file_many(struct arena *a, const char *path, const struct count_query *queries, size_t n,
                            struct count_result *results, struct faults *faults, struct err *e);
/* The same over a table in memory (csv and skip_rows of the query are not used). */
enum status count_table(struct arena *a, const struct table *t, const struct count_query *q, struct count_result *out,
                        struct faults *faults, struct err *e);

#endif
