#include "cli/bound.h"

#include <math.h>

bool read_bound(struct str cell, struct series_row *row)
{
    double bound;
    if (cell.n < 2 || (cell.p[0] != '<' && cell.p[0] != '>') ||
        !str_to_double(str_trim(str_slice(cell, 1, cell.n)), &bound))
        return false;
    bool below = cell.p[0] == '<', whole = bound == floor(bound);
    row->obs_value = NAN;
    row->value_low = below ? 0 : whole ? bound + 1 : bound;
    row->value_high = below ? (whole ? bound - 1 : bound) : NAN;
    row->obs_status = below ? STR("Q") : STR("A");
    return true;
}
