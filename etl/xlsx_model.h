/* What etl/xlsx.c (the workbook) and etl/xlsx_sheet.c (its sheets) share. */
#ifndef TARAZ_ETL_XLSX_MODEL_H
#define TARAZ_ETL_XLSX_MODEL_H

#include "etl/xlsx.h"
#include "etl/xlsx_part.h"

struct sheet {
    struct str name, relation, target;
};

struct style_format {
    long id;
    bool is_date;
};

struct workbook {
    struct arena *arena;
    const char *file;
    struct part_zip *zip;
    struct vec sheets;  /* of struct sheet */
    struct vec strings; /* of struct str: shared strings */
    struct vec formats; /* of struct style_format: number formats of the workbook's own */
    struct vec styles;  /* of bool: is the cell style a date */
    bool from_1904;     /* days count from 1904-01-01 */
};

#endif
