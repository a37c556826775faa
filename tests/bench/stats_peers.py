# The same in Python: scipy and statsmodels. usage: stats_peers.py series.csv
import csv
import sys
import time
import warnings

warnings.filterwarnings("ignore")
try:
    import numpy as np
    from scipy import stats
except ImportError:
    print("skipped: scipy is not installed")
    sys.exit(0)

groups = {}
with open(sys.argv[1]) as f:
    for row in csv.DictReader(f):
        groups.setdefault(row["series_id"], []).append((float(row["time_period"]) - 2010, float(row["obs_value"])))
groups = [np.array(g).T for g in groups.values()]


def timed(name, f):
    start = time.perf_counter()
    for x, y in groups:
        try:
            f(x, y)
        except Exception:
            pass
    us = 1e6 * (time.perf_counter() - start) / len(groups)
    print(f"{name} {us:.1f}")
    return us


total = timed("scipy_kendalltau", lambda x, y: stats.kendalltau(x, y))
total += timed("scipy_theilslopes", lambda x, y: stats.theilslopes(y, x))
try:
    import statsmodels.api as sm
except ImportError:
    print("skipped: statsmodels is not installed")
else:
    total += timed("statsmodels_poisson", lambda x, y: sm.GLM(y, sm.add_constant(x), family=sm.families.Poisson()).fit(scale="X2").pvalues)
    total += timed("statsmodels_negative_binomial", lambda x, y: sm.NegativeBinomial(y, sm.add_constant(x)).fit(disp=0).pvalues)
print(f"python_all {total:.1f}")
