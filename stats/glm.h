/* Log-linear models of counts in time, with an exposure offset: log mean = intercept + slope * time + log exposure. */
#ifndef TARAZ_STATS_GLM_H
#define TARAZ_STATS_GLM_H

#include "stats/method.h"

enum glm_outcome {
    GLM_OK,
    GLM_BOUNDARY,    /* counts above zero only at the first or only at the last time: the best slope is infinite */
    GLM_NO_FIT,      /* did not converge, or overflowed */
    GLM_NO_EXPOSURE, /* an exposure that is missing, zero or negative */
    GLM_NOT_OVERDISPERSED, /* negative binomial: the best theta is infinite */
};

struct glm {
    double slope, intercept; /* intercept: at time 0 */
    double se_slope, se_intercept;
    double mean_time; /* centre that was used: the linear predictor there is intercept + slope * mean_time */
    double deviance, pearson;
    double log_likelihood;  /* negative binomial only: see poisson_log_likelihood */
    double dispersion;      /* pearson / df */
    double theta, se_theta; /* negative binomial: variance = mean + mean^2 / theta */
    size_t df;              /* n - 2 */
    int iterations;
};

/* Maximum likelihood by Newton's method (McCullagh & Nelder 1989, sec. 2.5), with halved steps where the likelihood
 * would fall; `fitted` (n of them) receives the means and may be NULL. Values >= 0, not all zero, n >= 2. */
enum glm_outcome poisson_fit(struct arena *scratch, const struct points *p, struct glm *out, double *fitted);

double poisson_log_likelihood(const double *value, const double *mean, size_t n);

/* NB2 by maximum likelihood in slope, intercept and theta together (Lawless 1987); errors of the coefficients from
 * the expected information with theta as known, as R's MASS::glm.nb gives them. */
enum glm_outcome negative_binomial_fit(struct arena *scratch, const struct points *p, struct glm *out);

/* 100 (exp(slope) - 1): per cent a year. */
double percent_change(double slope);

/* Writes the row of an outcome other than GLM_OK. */
void glm_outcome_row(struct work *w, enum glm_outcome outcome);

#endif
