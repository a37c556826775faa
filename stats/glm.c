#include "stats/glm.h"

#include <math.h>

#include "stats/psi.h"

enum { ITERATIONS = 100 };

/* The model in centred, scaled time: log mean = a + b x + offset, |x| <= 1. */
struct model {
    size_t n;
    const double *y;
    double *x, *offset, *mean;
    double centre, scale;
    double a, b;
    double theta; /* INFINITY: Poisson */
    int iterations;
};

static bool any_bad_exposure(const struct points *p)
{
    for (size_t i = 0; p->exposure && i < p->n; i++)
        if (!(p->exposure[i] > 0) || isinf(p->exposure[i]))
            return true;
    return false;
}

static bool infinite_slope(const struct points *p)
{
    size_t positive = 0, last = 0;
    for (size_t i = 0; i < p->n; i++)
        if (p->value[i] > 0) {
            positive++;
            last = i;
        }
    return positive == 1 && p->n > 1 && (last == 0 || last == p->n - 1);
}

static bool model_init(struct arena *scratch, const struct points *p, struct model *m)
{
    double *room = arena_array(scratch, p->n, 3 * sizeof *room);
    if (!room)
        return false;
    *m = (struct model){
        .n = p->n, .y = p->value, .x = room, .offset = room + p->n, .mean = room + 2 * p->n, .theta = INFINITY
    };
    double sum = 0, exposed = 0, mean_log = 0;
    for (size_t i = 0; i < p->n; i++)
        mean_log += p->exposure ? log(p->exposure[i]) / (double)p->n : 0;
    for (size_t i = 0; i < p->n; i++) {
        m->centre += (p->time[i] - p->time[0]) / (double)p->n;
        m->offset[i] = p->exposure ? log(p->exposure[i]) - mean_log : 0;
        sum += p->value[i];
        exposed += exp(m->offset[i]);
    }
    m->centre += p->time[0];
    m->scale = fmax(m->centre - p->time[0], p->time[p->n - 1] - m->centre);
    for (size_t i = 0; i < p->n; i++)
        m->x[i] = (p->time[i] - m->centre) / m->scale;
    m->a = log(sum / exposed);
    return true;
}

/* Log-likelihood without the terms that do not depend on a and b; fills the means. */
static double likelihood(struct model *m, double a, double b)
{
    double sum = 0;
    for (size_t i = 0; i < m->n; i++) {
        double eta = a + b * m->x[i] + m->offset[i];
        m->mean[i] = exp(eta);
        if (isinf(m->theta))
            sum += m->y[i] * eta - m->mean[i];
        else
            sum += m->y[i] * eta - (m->y[i] + m->theta) * log(m->theta + m->mean[i]);
    }
    return sum;
}

static void set_means(struct model *m)
{
    for (size_t i = 0; i < m->n; i++)
        m->mean[i] = exp(m->a + m->b * m->x[i] + m->offset[i]);
}

struct information {
    double w, wx, wxx; /* expected: sums of weight, weight x, weight x^2 */
    double ua, ub;     /* score */
};

static struct information information_at(const struct model *m)
{
    struct information s = { 0 };
    for (size_t i = 0; i < m->n; i++) {
        double mu = m->mean[i], shrink = 1 / (1 + mu / m->theta), x = m->x[i];
        double r = (m->y[i] - mu) * shrink, w = mu * shrink;
        s.w += w;
        s.wx += w * x;
        s.wxx += w * x * x;
        s.ua += r;
        s.ub += r * x;
    }
    return s;
}

/* wxx - wx^2 / w as a sum of squares, which does not cancel. */
static double spread(const struct model *m, const struct information *s)
{
    double centre = s->wx / s->w, sum = 0;
    for (size_t i = 0; i < m->n; i++) {
        double mu = m->mean[i], d = m->x[i] - centre;
        sum += mu / (1 + mu / m->theta) * d * d;
    }
    return sum;
}

/* One step of Fisher scoring in a and b for the model's theta; false when there is none. */
static bool scoring_step(const struct model *m, double *da, double *db)
{
    struct information s = information_at(m);
    double centre = s.wx / s.w, sxx = spread(m, &s);
    *db = (s.ub - centre * s.ua) / sxx;
    *da = s.ua / s.w - centre * *db;
    return isfinite(*da) && isfinite(*db);
}

/* Fisher scoring in a and b for the model's theta, from where a and b are. */
static bool maximise(struct model *m)
{
    double now = likelihood(m, m->a, m->b), da, db;
    for (int i = 0; i < ITERATIONS; i++) {
        m->iterations++;
        if (!scoring_step(m, &da, &db))
            return false;
        bool small = fabs(da) + fabs(db) < 1e-9 * (1 + fabs(m->b));
        double step = 1, next = likelihood(m, m->a + da, m->b + db);
        while (!small && !(next >= now - 1e-12 * fabs(now)) && step > 1e-10) {
            step /= 2;
            next = likelihood(m, m->a + step * da, m->b + step * db);
        }
        if (!isfinite(next))
            return false;
        m->a += step * da;
        m->b += step * db;
        now = next;
        if (small) /* the step just taken was the last quadratic one */
            return true;
    }
    return false;
}

static void fill(const struct model *m, const struct points *p, struct glm *out)
{
    struct information s = information_at(m);
    double sxx = spread(m, &s), centre = m->centre + m->scale * (s.wx / s.w), mean_log = 0;
    for (size_t i = 0; p->exposure && i < p->n; i++)
        mean_log += log(p->exposure[i]) / (double)p->n;
    *out = (struct glm){ .log_likelihood = NAN,
                         .slope = m->b / m->scale,
                         .mean_time = m->centre,
                         .df = m->n - 2,
                         .theta = m->theta,
                         .iterations = m->iterations,
                         .se_theta = NAN };
    out->intercept = m->a - mean_log - out->slope * m->centre;
    out->se_slope = sqrt(1 / sxx) / m->scale;
    out->se_intercept = sqrt(1 / s.w + centre * centre * out->se_slope * out->se_slope);
    for (size_t i = 0; i < m->n; i++) {
        double y = m->y[i], mu = m->mean[i], t = m->theta;
        out->pearson += (y - mu) * (y - mu) / (mu + mu * mu / t);
        out->deviance += 2 * (y > 0 ? y * log(y / mu) : 0);
        out->deviance -= isinf(t) ? 2 * (y - mu) : 2 * (y + t) * log((y + t) / (mu + t));
    }
    out->dispersion = out->df > 0 ? out->pearson / (double)out->df : NAN;
}

enum glm_outcome poisson_fit(struct arena *scratch, const struct points *p, struct glm *out, double *fitted)
{
    struct model m;
    if (any_bad_exposure(p))
        return GLM_NO_EXPOSURE;
    if (infinite_slope(p))
        return GLM_BOUNDARY;
    if (!model_init(scratch, p, &m) || !isfinite(m.a) || !maximise(&m))
        return GLM_NO_FIT;
    fill(&m, p, out);
    for (size_t i = 0; fitted && i < p->n; i++)
        fitted[i] = m.mean[i];
    return isfinite(out->slope) && isfinite(out->se_slope) ? GLM_OK : GLM_NO_FIT;
}

double poisson_log_likelihood(const double *value, const double *mean, size_t n)
{
    double sum = 0;
    int sign;
    for (size_t i = 0; i < n; i++)
        sum += value[i] * log(mean[i]) - mean[i] - lgamma_r(value[i] + 1, &sign);
    return sum;
}

static double negative_binomial_log_likelihood(const struct model *m)
{
    double sum = 0, t = m->theta;
    int sign;
    for (size_t i = 0; i < m->n; i++) {
        double y = m->y[i], mu = m->mean[i];
        sum += lgamma_r(t + y, &sign) - lgamma_r(t, &sign) - lgamma_r(y + 1, &sign) - t * log1p(mu / t) +
               y * log(mu / (mu + t));
    }
    return sum;
}

/* First and minus the second derivative of the log-likelihood in theta at the means of the model. */
static void theta_derivatives(const struct model *m, double *score, double *information)
{
    double t = m->theta;
    struct psi_table table;
    psi_table_init(&table, t);
    *score = *information = 0;
    for (size_t i = 0; i < m->n; i++) {
        double mu = m->mean[i], y = m->y[i], step, step1, r = 1 / (mu + t);
        psi_steps(&table, y, &step, &step1);
        *score += step - log1p(mu / t) - (y - mu) * r;
        *information += step1 - mu * r / t + (mu - y) * r * r;
    }
}

/* Scoring steps in a and b and Newton steps in log theta, one by the other: the two hardly depend on each other.
 * False when they have not settled. */
static bool alternate(struct model *m)
{
    enum { ROUNDS = 40 };
    double log_theta = log(m->theta), da, db, score, information;
    for (int i = 0; i < ROUNDS; i++) {
        m->iterations++;
        set_means(m);
        theta_derivatives(m, &score, &information);
        double slope = m->theta * score, curve = slope - m->theta * m->theta * information;
        double d = curve < 0 ? -slope / curve : slope > 0 ? 1 : -1;
        d = fmax(-2, fmin(2, d));
        if (!scoring_step(m, &da, &db) || fabs(da) + fabs(db) > 2)
            return false;
        log_theta += d;
        m->theta = exp(log_theta);
        m->a += da;
        m->b += db;
        if (!(fabs(log_theta) < 25))
            return false;
        if (fabs(d) < 1e-11 && fabs(da) + fabs(db) < 1e-13 * (1 + fabs(m->a))) {
            set_means(m);
            return true;
        }
    }
    return false;
}

/* The profile score in log theta, after a and b are at their best for it. NaN when they cannot be found. */
static double profile_score(struct model *m, double log_theta)
{
    double score, information;
    m->theta = exp(log_theta);
    if (!maximise(m))
        return NAN;
    theta_derivatives(m, &score, &information);
    return m->theta * score;
}

/* The slow, safe way: a bracket of the root of the profile score, then false position (Illinois). */
static bool solve_theta(struct model *m, double start)
{
    double low = log(start), f_low = profile_score(m, low), high = low, f_high = f_low;
    while (f_low < 0 && low > -25) {
        high = low;
        f_high = f_low;
        f_low = profile_score(m, low -= 2);
    }
    while (f_high > 0 && high < 25) {
        low = high;
        f_low = f_high;
        f_high = profile_score(m, high += 2);
    }
    if (!(f_low >= 0) || !(f_high <= 0))
        return false;
    for (int i = 0; i < ITERATIONS && high - low > 1e-13 * fmax(1, fabs(low)); i++) {
        double middle = f_low == f_high ? low : low + (high - low) * (f_low / (f_low - f_high));
        double f = profile_score(m, middle);
        if (!isfinite(f))
            return false;
        if (f == 0 || fabs(f > 0 ? middle - low : high - middle) < 1e-13)
            return true;
        if (f > 0) {
            low = middle;
            f_low = f;
            f_high /= 2;
        } else {
            high = middle;
            f_high = f;
            f_low /= 2;
        }
    }
    return true;
}

enum glm_outcome negative_binomial_fit(struct arena *scratch, const struct points *p, struct glm *out)
{
    struct model m;
    if (any_bad_exposure(p))
        return GLM_NO_EXPOSURE;
    if (infinite_slope(p))
        return GLM_BOUNDARY;
    if (!model_init(scratch, p, &m) || !isfinite(m.a) || !maximise(&m))
        return GLM_NO_FIT;
    double excess = 0, squares = 0, pearson = 0;
    for (size_t i = 0; i < m.n; i++) {
        double d = m.y[i] - m.mean[i];
        excess += d * d - m.y[i]; /* twice the slope of the likelihood in 1 / theta at the Poisson limit */
        squares += m.mean[i] * m.mean[i];
        pearson += d * d / m.mean[i];
    }
    if (!(excess > 0) || !(pearson > (double)(m.n - 2)))
        return GLM_NOT_OVERDISPERSED;
    double a = m.a, b = m.b, score, information;
    m.iterations = 0;
    m.theta = squares / excess;
    if (!alternate(&m)) {
        m.a = a;
        m.b = b;
        if (!solve_theta(&m, squares / excess))
            return GLM_NO_FIT;
    }
    theta_derivatives(&m, &score, &information);
    fill(&m, p, out);
    out->log_likelihood = negative_binomial_log_likelihood(&m);
    out->se_theta = 1 / sqrt(information);
    return isfinite(out->slope) && isfinite(out->se_slope) ? GLM_OK : GLM_NO_FIT;
}

double percent_change(double slope) { return 100 * expm1(slope); }

void glm_outcome_row(struct work *w, enum glm_outcome outcome)
{
    switch (outcome) {
    case GLM_BOUNDARY:
        row_outcome(w, "boundary", "counts above zero only in the first or only in the last period: no finite rate");
        break;
    case GLM_NO_EXPOSURE:
        row_outcome(w, "no_exposure", "a period's exposure is missing, zero or negative");
        break;
    case GLM_NOT_OVERDISPERSED:
        row_outcome(w, "boundary", "the counts vary no more than Poisson counts: see quasi_poisson");
        break;
    default:
        row_outcome(w, "no_fit", "the fit did not converge");
    }
}
