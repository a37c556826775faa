#include "stats/smooth.h"

#include <gsl/gsl_multimin.h>
#include <math.h>

#include "stats/select.h"

enum { HOLT_PARAMETERS = 5, HOLT_ITERATIONS = 4000 };

void moving_average(const double *value, size_t n, size_t window, double *out)
{
    size_t half = window / 2;
    for (size_t i = 0; i < n; i++) {
        out[i] = NAN;
        if (i < half || i + half >= n)
            continue;
        double sum = 0;
        for (size_t j = i - half; j <= i + half; j++)
            sum += value[j] * (window % 2 == 0 && (j == i - half || j == i + half) ? 0.5 : 1);
        out[i] = sum / (double)window;
    }
}

static double tricube(double u)
{
    double v = 1 - u * u * u;
    return u < 1 ? v * v * v : 0;
}

bool loess(struct arena *scratch, const double *time, const double *value, size_t n, double span, double *out)
{
    double *distance = arena_array(scratch, n, sizeof *distance);
    if (!distance || n == 0)
        return n == 0;
    size_t q = (size_t)floor(span * (double)n + 1e-5);
    q = q < 2 ? 2 : q > n ? n : q;
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < n; j++)
            distance[j] = fabs(time[j] - time[i]);
        double reach = select_kth(distance, n, q - 1);
        double w = 0, wx = 0, wy = 0, wxx = 0, wxy = 0;
        for (size_t j = 0; j < n; j++) {
            double x = time[j] - time[i], k = tricube(fabs(x) / reach);
            w += k;
            wx += k * x;
            wy += k * value[j];
            wxx += k * x * x;
            wxy += k * x * value[j];
        }
        double spread = wxx - wx * wx / w;
        double slope = spread > 1e-12 * wxx ? (wxy - wx * wy / w) / spread : 0;
        out[i] = wy / w - slope * wx / w;
    }
    return true;
}

struct holt_data {
    const double *value;
    size_t n;
    double scale, start, rise; /* units of the first level and trend */
};

static double between(double x, double low, double high) { return low + (high - low) / (1 + exp(-x)); }

static struct holt holt_run(const struct holt_data *d, const gsl_vector *v)
{
    struct holt h = { .alpha = between(gsl_vector_get(v, 0), 1e-4, 0.9999) };
    h.beta = h.alpha * between(gsl_vector_get(v, 1), 1e-4, 0.9999);
    h.phi = between(gsl_vector_get(v, 2), 0.8, 0.98);
    h.level = d->start + d->scale * gsl_vector_get(v, 3);
    h.trend = d->rise + d->scale * gsl_vector_get(v, 4);
    for (size_t i = 0; i < d->n; i++) {
        double next = h.level + h.phi * h.trend, error = d->value[i] - next;
        h.sse += error * error;
        h.level = next + h.alpha * error;
        h.trend = h.phi * h.trend + h.beta * error;
    }
    h.sigma2 = h.sse / (double)(d->n - HOLT_PARAMETERS);
    return h;
}

static double holt_cost(const gsl_vector *v, void *context)
{
    double sse = holt_run(context, v).sse;
    return isfinite(sse) ? sse : 1e300;
}

/* One simplex search; false when GSL has no memory. */
static bool search(struct holt_data *d, double alpha, double phi, gsl_multimin_fminimizer *m, gsl_vector *v,
                   gsl_vector *step, struct holt *best)
{
    gsl_multimin_function f = { holt_cost, HOLT_PARAMETERS, d };
    gsl_vector_set_zero(v);
    gsl_vector_set(v, 0, alpha);
    gsl_vector_set(v, 2, phi);
    gsl_vector_set_all(step, 0.5);
    if (gsl_multimin_fminimizer_set(m, &f, v, step) != 0)
        return false;
    for (int i = 0; i < HOLT_ITERATIONS; i++)
        if (gsl_multimin_fminimizer_iterate(m) != 0 || gsl_multimin_fminimizer_size(m) < 1e-9)
            break;
    struct holt h = holt_run(d, gsl_multimin_fminimizer_x(m));
    if (isfinite(h.sse) && h.sse < best->sse)
        *best = h;
    return true;
}

bool holt_damped(const double *value, size_t n, struct holt *out)
{
    struct holt_data d = { value, n, 0, value[0], (value[n - 1] - value[0]) / (double)(n - 1) };
    for (size_t i = 1; i < n; i++)
        d.scale = fmax(d.scale, fabs(value[i] - value[i - 1]));
    *out = (struct holt){ .sse = INFINITY };
    gsl_vector *v = gsl_vector_alloc(HOLT_PARAMETERS), *step = gsl_vector_alloc(HOLT_PARAMETERS);
    gsl_multimin_fminimizer *m = gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, HOLT_PARAMETERS);
    bool good = v && step && m && d.scale > 0 && isfinite(d.scale);
    for (int start = 0; good && start < 4; start++)
        good = search(&d, start % 2 ? 1.5 : -1.5, start / 2 ? 1.5 : -1.5, m, v, step, out);
    gsl_vector_free(v);
    gsl_vector_free(step);
    if (m)
        gsl_multimin_fminimizer_free(m);
    return good && isfinite(out->sse);
}

double holt_forecast(const struct holt *h, size_t steps)
{
    double sum = 0, power = 1;
    for (size_t i = 0; i < steps; i++)
        sum += power *= h->phi;
    return h->level + sum * h->trend;
}

/* 1 + the squares of what each later error adds to the forecast: c_j = alpha + beta (phi + ... + phi^j). */
double holt_variance(const struct holt *h, size_t steps)
{
    double sum = 1, power = 1, damped = 0;
    for (size_t j = 1; j < steps; j++) {
        damped += power *= h->phi;
        double c = h->alpha + h->beta * damped;
        sum += c * c;
    }
    return h->sigma2 * sum;
}
