#!/bin/sh
# Speed of extraction on one core beside `wc -w` over the same bytes in the same run.
# usage: BUILD=build tests/bench/extract.sh [FILE...]   (default: the sample reports of tests/eval)
set -eu
build=${BUILD:-build}
[ $# -gt 0 ] || set -- tests/eval/texts/*.txt
megabytes=${BENCH_MEGABYTES:-64}
rate=$("$build/tests/bench/bench_extract" "$@") # by itself, so that its failure is that of the script
printf 'taraz extract: %s\n' "$rate"
pile=$(mktemp)
trap 'rm -f "$pile"' EXIT
while [ "$(wc -c <"$pile")" -lt $((megabytes * 1000000)) ]; do
    for i in 1 2 3 4 5 6 7 8 9 10; do cat "$@" >>"$pile"; done
done
start=$(date +%s%N)
wc -w "$pile" >/dev/null
end=$(date +%s%N)
bytes=$(wc -c <"$pile")
awk -v b="$bytes" -v ns=$((end - start)) 'BEGIN { printf "wc -w:         %.1f MB, %.2f s: %.1f MB/s\n", b / 1e6, ns / 1e9, b / 1e6 / (ns / 1e9) }'
