#!/bin/sh
# The greatest memory of `taraz extract` for lists of 192, 1,920 and 19,200 reports: it must not grow with what they hold.
# usage: BUILD=build tests/bench/memory.sh [FILE...]   (default: the sample reports of tests/eval, each again and again)
set -eu
build=${BUILD:-build}
[ $# -gt 0 ] || set -- tests/eval/texts/*.txt
list=$(mktemp)
trap 'rm -f "$list"' EXIT
line=
for n in 192 1920 19200; do
    for file in "$@"; do realpath "$file"; done | awk -v n=$n '
        { files[NR] = $0 }
        END {
            print "source_id,file,ref_area,period_start,period_end"
            for (i = 0; i < n; i++) printf "report-%d,%s,KAZ,2020-01-01,2020-12-31\n", i, files[i % NR + 1]
        }' >"$list"
    peak=$("$build/tests/bench/bench_peak" "$build/taraz" extract --sources "$list" --out /dev/null)
    line="$line${line:+, }$n reports $peak MB"
done
echo "taraz extract, greatest memory: $line"
