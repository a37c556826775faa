#include "stats/least_squares.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* A column whose rest, squared, is below this share of it depends on the columns before. */
#define DEPENDENT (DBL_EPSILON * DBL_EPSILON * 0x1p-20)

/* One Newton step doubles the 64 bits of sqrtl. */
static wide root(wide x)
{
    long double s = sqrtl((long double)x);
    return x > 0 && s > 0 ? ((wide)s + x / s) / 2 : (wide)s;
}

static wide greater(wide a, wide b) { return a > b ? a : b; }

/* Reduces the p columns of a and the vector b by Householder reflections; R's strict upper part stays in a, its
 * diagonal goes to d. False when a column is nearly dependent on those before it. */
static bool factor(wide *a, wide *b, size_t n, size_t p, wide *d)
{
    for (size_t k = 0; k < p; k++) {
        wide *v = a + k * n, whole = 0, below = 0;
        for (size_t i = 0; i < n; i++)
            (i < k ? &whole : &below)[0] += v[i] * v[i];
        if (!(below > (whole + below) * (DEPENDENT)))
            return false;
        wide norm = v[k] > 0 ? -root(below) : root(below);
        wide beta = 1 / (below - v[k] * norm);
        d[k] = norm;
        v[k] -= norm;
        for (size_t j = k + 1; j <= p; j++) {
            wide *c = j < p ? a + j * n : b, dot = 0;
            for (size_t i = k; i < n; i++)
                dot += v[i] * c[i];
            for (size_t i = k; i < n; i++)
                c[i] -= beta * dot * v[i];
        }
    }
    return true;
}

/* The inverse of R by columns, into out->root. */
static void invert(const wide *a, const wide *d, size_t n, size_t p, struct least_squares *out)
{
    for (size_t j = 0; j < p; j++) {
        for (size_t i = 0; i < p; i++)
            out->root[i][j] = 0;
        out->root[j][j] = 1 / d[j];
        for (size_t i = j; i-- > 0;) {
            wide sum = 0;
            for (size_t k = i + 1; k <= j; k++)
                sum += a[k * n + i] * out->root[k][j];
            out->root[i][j] = -sum / d[i];
        }
    }
}

static wide residual_sum(const wide *x, const double *y, size_t n, const struct least_squares *f, wide *residuals)
{
    wide rss = 0;
    for (size_t i = 0; i < n; i++) {
        wide e = y[i];
        for (size_t j = 0; j < f->p; j++)
            e -= f->coefficient[j] * x[j * n + i];
        rss += e * e;
        if (residuals)
            residuals[i] = e;
    }
    return rss;
}

bool least_squares(struct arena *scratch, const wide *x, const double *y, size_t n, size_t p, struct least_squares *out,
                   wide *residuals)
{
    wide d[LEAST_SQUARES_COLUMNS];
    if (p == 0 || n < p || p > LEAST_SQUARES_COLUMNS)
        return false;
    wide *a = arena_array(scratch, n * (p + 1), sizeof *a);
    if (!a)
        return false;
    wide *b = a + n * p;
    memcpy(a, x, n * p * sizeof *a);
    for (size_t i = 0; i < n; i++)
        b[i] = y[i];
    if (!factor(a, b, n, p, d))
        return false;
    *out = (struct least_squares){ .n = n, .p = p };
    invert(a, d, n, p, out);
    for (size_t j = 0; j < p; j++)
        for (size_t k = j; k < p; k++)
            out->coefficient[j] += out->root[j][k] * b[k];
    out->rss = residual_sum(x, y, n, out, residuals);
    out->sigma = n > p ? root(out->rss / (wide)(n - p)) : (wide)NAN;
    return true;
}

/* coefficient := t coefficient, root := t root, for the change of basis t (row-major, p x p). */
static void change_basis(struct least_squares *f, wide t[][LEAST_SQUARES_COLUMNS])
{
    struct least_squares old = *f;
    for (size_t i = 0; i < f->p; i++) {
        f->coefficient[i] = 0;
        for (size_t j = 0; j < f->p; j++) {
            f->coefficient[i] += t[i][j] * old.coefficient[j];
            f->root[i][j] = 0;
            for (size_t k = 0; k < f->p; k++)
                f->root[i][j] += t[i][k] * old.root[k][j];
        }
    }
}

bool least_squares_affine(struct arena *scratch, const double *x, const double *y, size_t n, size_t p,
                          struct least_squares *out, wide *residuals)
{
    wide *columns = arena_array(scratch, n * (p + 1), sizeof *columns);
    wide t[LEAST_SQUARES_COLUMNS][LEAST_SQUARES_COLUMNS] = { { 0 } };
    if (!columns || p + 1 > LEAST_SQUARES_COLUMNS || n == 0)
        return false;
    t[0][0] = 1;
    for (size_t i = 0; i < n; i++)
        columns[i] = 1;
    for (size_t j = 1; j <= p; j++) {
        wide mean = 0, scale = 0, *c = columns + j * n;
        for (size_t i = 0; i < n; i++)
            mean += x[(j - 1) * n + i] / (wide)n;
        for (size_t i = 0; i < n; i++)
            scale = greater(scale, greater(x[(j - 1) * n + i] - mean, mean - x[(j - 1) * n + i]));
        for (size_t i = 0; i < n; i++)
            c[i] = (x[(j - 1) * n + i] - mean) / (scale > 0 ? scale : 1);
        t[j][j] = 1 / (scale > 0 ? scale : 1);
        t[0][j] = -mean * t[j][j];
    }
    if (!least_squares(scratch, columns, y, n, p + 1, out, residuals))
        return false;
    change_basis(out, t);
    return true;
}

bool polynomial_fit(struct arena *scratch, const double *x, const double *y, size_t n, size_t degree,
                    struct least_squares *out, wide *residuals)
{
    size_t p = degree + 1;
    wide t[LEAST_SQUARES_COLUMNS][LEAST_SQUARES_COLUMNS] = { { 0 } }, least, most;
    wide *columns = arena_array(scratch, n * p, sizeof *columns);
    if (!columns || p > LEAST_SQUARES_COLUMNS || n == 0)
        return false;
    least = most = x[0];
    for (size_t i = 1; i < n; i++) {
        least = -greater(-least, -(wide)x[i]);
        most = greater(most, x[i]);
    }
    wide half = most > least ? (most - least) / 2 : 1, middle = least + (most - least) / 2;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < p; j++)
            columns[j * n + i] = j == 0 ? 1 : columns[(j - 1) * n + i] * ((x[i] - middle) / half);
    if (!least_squares(scratch, columns, y, n, p, out, residuals))
        return false;
    t[0][0] = 1; /* column j: the coefficients of ((x - middle) / half)^j in powers of x */
    for (size_t j = 1; j < p; j++)
        for (size_t i = 0; i <= j; i++)
            t[i][j] = (i > 0 ? t[i - 1][j - 1] / half : 0) - t[i][j - 1] * (middle / half);
    change_basis(out, t);
    return true;
}

wide coefficient_error(const struct least_squares *f, size_t j)
{
    wide sum = 0;
    for (size_t k = 0; k < f->p; k++)
        sum += f->root[j][k] * f->root[j][k];
    return f->sigma * root(sum);
}
