#include <math.h>

#include "stats/range.h"
#include "stats/select.h"

static double comparison(const double *low, const double *high, size_t i, size_t j)
{
    return (low[j] > high[i]) - (high[j] < low[i]);
}

/* Variance of the sum over pairs i < j of a[i][j] when the periods are in any order: Daniels' generalised correlation
 * with the scores of the times being +1 and -1. */
static double permutation_variance(const double *low, const double *high, size_t n)
{
    double m = (double)n, squares = 0, row_squares = 0, times = 0;
    for (size_t i = 0; i < n; i++) {
        double row = 0, time = m - 1 - 2 * (double)i;
        for (size_t j = 0; j < n; j++) {
            double a = i == j ? 0 : comparison(low, high, i, j);
            row += a;
            squares += a * a;
        }
        row_squares += row * row;
        times += time * time;
    }
    double pairs = m * (m - 1);
    return (row_squares - squares) * (times - pairs) / (pairs * (m - 2)) + squares / 2;
}

bool akritas_theil_sen(struct arena *scratch, const double *time, const double *low, const double *high, size_t n,
                       double z, struct censored_trend *out)
{
    size_t pairs = n * (n - 1) / 2, k = 0;
    double *s = arena_array(scratch, 2 * pairs, sizeof *s);
    if (!s)
        return false;
    /* The score of the residuals falls by one at each of these: where a pair stops rising, where it starts falling. */
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            s[k++] = (low[j] - high[i]) / (time[j] - time[i]);
            s[k++] = (high[j] - low[i]) / (time[j] - time[i]);
        }
    out->score = score_of_disjoint(low, high, n);
    out->variance = permutation_variance(low, high, n);
    out->tau = out->score / (double)pairs;
    sort_doubles(s, k);
    double c = z * sqrt(out->variance), middle = (double)pairs;
    double below = nearbyint(middle - c), above = nearbyint(middle + c);
    out->slope = s[pairs - 1] + (s[pairs] - s[pairs - 1]) / 2;
    out->low = below >= 1 ? s[(size_t)below - 1] : -INFINITY;
    out->high = above < 2 * middle ? s[(size_t)above] : INFINITY;
    return true;
}
