#include "stats/select.h"

#include <math.h>
#include <stdlib.h>

static void swap(double *a, double *b)
{
    double x = *a;
    *a = *b;
    *b = x;
}

/* Hoare's selection with the median of three; a run of bad pivots ends in sorting. */
double select_kth(double *a, size_t n, size_t k)
{
    size_t low = 0, high = n - 1;
    for (int round = 0; high > low + 8; round++) {
        size_t middle = low + (high - low) / 2;
        if (round == 64) {
            sort_doubles(a + low, high - low + 1);
            return a[k];
        }
        if (a[middle] < a[low])
            swap(&a[middle], &a[low]);
        if (a[high] < a[low])
            swap(&a[high], &a[low]);
        if (a[high] < a[middle])
            swap(&a[high], &a[middle]);
        double pivot = a[middle];
        size_t i = low, j = high;
        while (i <= j) {
            while (a[i] < pivot)
                i++;
            while (a[j] > pivot)
                j--;
            if (i <= j) {
                swap(&a[i], &a[j]);
                i++;
                if (j == 0)
                    break;
                j--;
            }
        }
        if (k <= j)
            high = j;
        else if (k >= i)
            low = i;
        else
            return a[k];
    }
    for (size_t i = low + 1; i <= high; i++)
        for (size_t j = i; j > low && a[j - 1] > a[j]; j--)
            swap(&a[j - 1], &a[j]);
    return a[k];
}

double median_of(double *a, size_t n)
{
    if (n == 0)
        return NAN;
    double upper = select_kth(a, n, n / 2);
    if (n % 2 == 1)
        return upper;
    double lower = a[0];
    for (size_t i = 1; i < n / 2; i++)
        lower = a[i] > lower ? a[i] : lower;
    return lower + (upper - lower) / 2;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void sort_doubles(double *a, size_t n) { qsort(a, n, sizeof *a, compare); }

struct placed {
    double value;
    size_t at;
};

static int by_value(const void *a, const void *b)
{
    return compare(&((const struct placed *)a)->value, &((const struct placed *)b)->value);
}

static void few_ranks(const double *a, size_t n, double *rank)
{
    for (size_t i = 0; i < n; i++) {
        size_t below = 0, equal = 0;
        for (size_t j = 0; j < n; j++) {
            below += a[j] < a[i];
            equal += a[j] == a[i];
        }
        rank[i] = (double)below + ((double)equal + 1) / 2;
    }
}

bool ranks_of(struct arena *scratch, const double *a, size_t n, double *rank)
{
    enum { FEW = 48 };
    if (n <= FEW) {
        few_ranks(a, n, rank);
        return true;
    }
    struct placed *p = arena_array(scratch, n, sizeof *p);
    if (!p)
        return false;
    for (size_t i = 0; i < n; i++)
        p[i] = (struct placed){ a[i], i };
    qsort(p, n, sizeof *p, by_value);
    for (size_t i = 0, j; i < n; i = j) {
        for (j = i + 1; j < n && p[j].value == p[i].value; j++)
            ;
        for (size_t k = i; k < j; k++)
            rank[p[k].at] = (double)(i + j + 1) / 2;
    }
    return true;
}
