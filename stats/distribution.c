#include "stats/distribution.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

double normal_upper(double z) { return 0.5 * erfc(z / sqrt(2.0)); }

double normal_p(double z, int sides)
{
    return sides == 0 ? erfc(fabs(z) / sqrt(2.0)) : normal_upper(sides > 0 ? z : -z);
}

double normal_quantile(double alpha) { return gsl_cdf_ugaussian_Qinv(alpha / 2); }

double student_p(double t, double df, int sides)
{
    if (isnan(t) || df < 1)
        return NAN;
    if (sides == 0)
        return fmin(1, 2 * gsl_cdf_tdist_Q(fabs(t), df));
    return gsl_cdf_tdist_Q(sides > 0 ? t : -t, df);
}

double student_quantile(struct work *w, size_t df)
{
    enum { KNOWN = sizeof w->t_quantiles / sizeof *w->t_quantiles };
    if (df == 0)
        return NAN;
    if (df >= KNOWN)
        return gsl_cdf_tdist_Qinv(w->options->alpha / 2, (double)df);
    if (w->t_alpha != w->options->alpha) {
        for (size_t i = 0; i < KNOWN; i++)
            w->t_quantiles[i] = 0;
        w->t_alpha = w->options->alpha;
    }
    if (w->t_quantiles[df] == 0)
        w->t_quantiles[df] = gsl_cdf_tdist_Qinv(w->options->alpha / 2, (double)df);
    return w->t_quantiles[df];
}
