#!/bin/sh
# Speed of the statistics beside their peers, in one run. Peers that are not installed are skipped by name.
# usage: BUILD=build tests/bench/stats.sh
set -u
build=${BUILD:-build}
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$build/tests/bench/stats" csv "$work/series.csv" || exit 1
"$build/tests/bench/stats" | tee "$work/ours" || exit 1
echo "peers, microseconds a series (the first 40 of the same series; segmented: k = 1 and 2 at n = 40)"
if command -v Rscript >/dev/null; then
    Rscript "$here/stats_peers.R" "$work/series.csv" | tee -a "$work/peers"
else
    echo "skipped: R is not installed (r-base-core)"
fi
python=/usr/bin/python3
if [ -x $python ]; then
    $python "$here/stats_peers.py" "$work/series.csv" | tee -a "$work/peers"
else
    echo "skipped: Python is not installed (python3)"
fi
[ -f "$work/peers" ] || exit 0
cat "$work/ours" "$work/peers" | awk '
    { v[$1] = $2 }
    END {
        ours = v["taraz_defaults_us"]
        if (v["r_all"]) printf "R (cor.test, glm, glm.nb) / taraz (all default methods, all cores): %.0f times\n", v["r_all"] / ours
        if (v["python_all"]) printf "scipy and statsmodels / taraz: %.0f times\n", v["python_all"] / ours
        if (v["r_segmented"]) printf "segmented / joinpoints of taraz: %.0f times\n", v["r_segmented"] / v["taraz_joinpoint_us"]
    }'
