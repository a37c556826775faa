#include "stats/psi.h"

#include <math.h>
#include <stddef.h>

/* psi and -psi' at t >= PSI_FEW: Abramowitz & Stegun 6.3.18, 6.4.12, without the logarithm of t. */
static void psi_tail(double t, double *psi, double *psi1)
{
    double r = 1 / t, u = r * r;
    *psi = -r / 2 - u * (1.0 / 12 - u * (1.0 / 120 - u * (1.0 / 252 - u * (1.0 / 240 - u / 132))));
    *psi1 = -(r + u / 2 + r * u * (1.0 / 6 - u * (1.0 / 30 - u * (1.0 / 42 - u * (1.0 / 30 - u * 5 / 66)))));
}

void psi_table_init(struct psi_table *p, double t)
{
    *p = (struct psi_table){ .t = t, .shifted = t };
    for (size_t j = 0; j < PSI_FEW; j++) {
        double r = 1 / (t + (double)j);
        p->sum[j + 1] = p->sum[j] + r;
        p->sum1[j + 1] = p->sum1[j] + r * r;
    }
    if (t < PSI_FEW) {
        size_t steps = (size_t)ceil(PSI_FEW - t);
        p->shifted = t + (double)steps;
        p->shift = p->sum[steps];
        p->shift1 = p->sum1[steps];
    }
    psi_tail(p->shifted, &p->psi, &p->psi1);
}

void psi_steps(const struct psi_table *p, double y, double *step, double *step1)
{
    if (y <= PSI_FEW && y == floor(y)) {
        *step = p->sum[(size_t)y];
        *step1 = p->sum1[(size_t)y];
        return;
    }
    double psi, psi1, up = p->t + y, shift = 0, shift1 = 0;
    while (up < PSI_FEW) {
        shift += 1 / up;
        shift1 += 1 / (up * up);
        up += 1;
    }
    psi_tail(up, &psi, &psi1);
    *step = log1p((up - p->shifted) / p->shifted) + (psi - p->psi) + p->shift - shift;
    *step1 = (psi1 - p->psi1) + p->shift1 - shift1;
}
