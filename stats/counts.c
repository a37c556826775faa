#include "stats/counts.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "stats/distribution.h"

bool is_count(double x) { return x >= 0 && x <= 0x1p31 && x == floor(x); }

struct interval poisson_exact(double count, double alpha)
{
    return (struct interval){ count > 0 ? gsl_cdf_gamma_Pinv(alpha / 2, count, 1) : 0,
                              gsl_cdf_gamma_Qinv(alpha / 2, count + 1, 1) };
}

static double byar_limit(double count, double z)
{
    return count > 0 ? count * pow(1 - 1 / (9 * count) + z / (3 * sqrt(count)), 3) : 0;
}

struct interval poisson_byar(double count, double alpha)
{
    double z = normal_quantile(alpha);
    return (struct interval){ fmax(0, byar_limit(count, -z)), byar_limit(count + 1, z) };
}

/* P(X >= x) and P(X <= x) of a binomial, by the incomplete beta function. */
static double binomial_upper(double x, double n, double p)
{
    return x <= 0 ? 1 : x > n ? 0 : gsl_cdf_beta_P(p, x, n - x + 1);
}

static double binomial_lower(double x, double n, double p)
{
    return x >= n ? 1 : x < 0 ? 0 : gsl_cdf_beta_Q(p, x + 1, n - x);
}

static double log_likelihood(double x, double n, double p)
{
    return lgamma(n + 1) - lgamma(x + 1) - lgamma(n - x + 1) + x * log(p) + (n - x) * log1p(-p);
}

/* The sum of the probabilities of all outcomes no likelier than x (within 1e-7, as R). The likelihood falls away from
 * the mean on either side, so the far side's bound is found by bisection. */
static double both_tails(double x, double n, double p)
{
    double mean = n * p, at = log_likelihood(x, n, p) + 1e-7;
    if (x == mean)
        return 1;
    bool below = x < mean;
    double near = below ? ceil(mean) : floor(mean), far = below ? n : 0;
    if (log_likelihood(far, n, p) > at) /* no outcome of the other side is as unlikely */
        return below ? binomial_lower(x, n, p) : binomial_upper(x, n, p);
    if (log_likelihood(near, n, p) <= at)
        far = near;
    while (fabs(far - near) > 1) { /* near is likelier than x, far is not */
        double middle = floor((near + far) / 2);
        if (log_likelihood(middle, n, p) <= at)
            far = middle;
        else
            near = middle;
    }
    double sum = below ? binomial_lower(x, n, p) + binomial_upper(far, n, p)
                       : binomial_upper(x, n, p) + binomial_lower(far, n, p);
    return fmin(1, sum);
}

/* Quantile of the beta distribution. gsl_cdf_beta_Pinv takes minutes and more for parameters in the millions, where its
 * own gsl_cdf_beta_P still answers at once: there the quantile is bisected between ten standard deviations. */
static double beta_quantile(double probability, double a, double b)
{
    static const double large = 1e5;
    if (a + b <= large)
        return gsl_cdf_beta_Pinv(probability, a, b);
    double n = a + b, mean = a / n, sd = sqrt(mean * (b / n) / (n + 1));
    double low = fmax(0, mean - 10 * sd), high = fmin(1, mean + 10 * sd);
    for (int i = 0; i < 60 && high - low > 0; i++) {
        double middle = low + (high - low) / 2;
        if (gsl_cdf_beta_P(middle, a, b) < probability)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

struct rate_ratio rate_ratio_exact(double a, double ta, double b, double tb, double alpha, int sides)
{
    double n = a + b, share = tb / (ta + tb), scale = ta / tb;
    double low = b > 0 ? beta_quantile(alpha / 2, b, a + 1) : 0;
    double high = a > 0 ? beta_quantile(1 - alpha / 2, b + 1, a) : 1;
    struct rate_ratio r = { .ratio = b / a * scale,
                            .low = low / (1 - low) * scale,
                            .high = a > 0 ? high / (1 - high) * scale : INFINITY };
    r.p = sides > 0 ? binomial_upper(b, n, share) : sides < 0 ? binomial_lower(b, n, share) : both_tails(b, n, share);
    return r;
}
