/* Differences of the digamma and trigamma functions, for the negative binomial likelihood. */
#ifndef TARAZ_STATS_PSI_H
#define TARAZ_STATS_PSI_H

enum { PSI_FEW = 12 };

/* psi(t + y) - psi(t) and psi'(t) - psi'(t + y) for many y: sums for small whole y, else the asymptotic series, t
 * being shifted up to where it holds; log1p keeps the digits where t is great. */
struct psi_table {
    double t, sum[PSI_FEW + 1], sum1[PSI_FEW + 1]; /* of 1 / (t + j) and its square over j < index */
    double shifted, shift, shift1, psi, psi1;
};

void psi_table_init(struct psi_table *p, double t);
/* step = psi(t + y) - psi(t), step1 = psi'(t) - psi'(t + y), y >= 0. */
void psi_steps(const struct psi_table *p, double y, double *step, double *step1);

#endif
