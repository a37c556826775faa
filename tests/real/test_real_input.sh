#!/bin/sh
# Real data sets and real reports, where they lie beside the tree ($TARAZ_SHARED, else ../shared).
# Expected counts: as published by CTDC, UNODC (GLOTIP) and IOM in those files, counted there by other programs.
set -u
LC_ALL=C
export LC_ALL
root=$(cd "$(dirname "$0")/../.." && pwd)
TARAZ=$root/${BUILD:-build}/taraz
TARAZ_DATA=$root/data
export TARAZ_DATA
shared=${TARAZ_SHARED:-$root/../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0
bad=0
check() { # name, wanted lines, command
    n=$((n + 1))
    name=$1
    printf '%s\n' "$2" >"$work/want"
    shift 2
    if "$@" >"$work/got" 2>"$work/err" && cmp -s "$work/want" "$work/got"; then echo "ok $n - $name"; else
        bad=1
        diff "$work/want" "$work/got" | sed 's/^/# /' | head -n 20
        echo "not ok $n - $name"
    fi
}
needs() { # name, file
    [ -e "$2" ] && return 0
    n=$((n + 1))
    echo "ok $n - $1 # SKIP the data set is not here"
    return 1
}
count_citizens() {
    "$TARAZ" count "$ctdc" --by citizenship | grep -E '^(KG|KZ|TJ|TM|UZ),'
}
series_of() { # layout, file, series
    "$TARAZ" extract --layout "$1" "$2" --out "$work/figures.csv" 2>"$work/notes"
    [ $? -le 1 ] && "$TARAZ" reconcile "$work/figures.csv" 2>"$work/notes" | awk -F, -v id="$3" '$1 == id && $9 == "A" { print $10 "," $11 "," $12 "," $13 }'
}
main_score() { # gold, sources: true when the main F1 is at least as given
    "$TARAZ" extract --sources "$2" --out "$work/figures.csv" 2>"$work/notes"
    [ $? -le 1 ] && "$root/${BUILD:-build}/tests/eval/score" "$1" "$work/figures.csv" | awk -v least="$3" '$1 == "main" { print ($4 >= least ? "reached" : "main F1 " $4) }'
}

ctdc=$shared/datasets/ctdc/ctdc_global_kanon_2021-07-15.csv
name="CTDC counts by citizenship are the published ones"
needs "$name" "$ctdc" && check "$name" "KG,458
KZ,40
TJ,77
TM,15
UZ,303" count_citizens

glotip=$shared/datasets/unodc/data_glotip_2025-04-14.xlsx
name="GLOTIP: Kazakhstan's convictions, withheld counts as intervals"
needs "$name" "$glotip" && check "$name" "2003,6,6,6
2004,,0,4
2005,,0,4
2006,11,11,11
2011,25,25,25
2012,12,12,12
2013,21,21,21
2014,21,21,21
2017,168,168,168
2018,141,141,141
2019,64,64,64
2020,44,44,44
2021,35,35,35" series_of unodc-glotip "$glotip" convictions.KAZ

migrants=$shared/datasets/missing_migrants/MM_14_21.csv
name="Missing Migrants: dead and missing by year"
needs "$name" "$migrants" && check "$name" "2014,5318,5318,5318
2015,6714,6714,6714
2016,8084,8084,8084
2017,6284,6284,6284
2018,4987,4987,4987
2019,5382,5382,5382
2020,4240,4240,4240
2021,5073,5073,5073" series_of missing-migrants-2021 "$migrants" dead_and_missing.WLD

gold=$shared/corpus/gold.csv
name="reports annotated by others: the main F1 stays above 0.90"
needs "$name" "$gold" && [ -x "$root/${BUILD:-build}/tests/eval/score" ] &&
    check "$name" reached main_score "$gold" "$shared/corpus/texts/sources.csv" 0.90
text=$shared/seeds/002_4a61bd72f0f1f797.txt
name="a report without figures gives none"
needs "$name" "$text" && check "$name" 1 sh -c '"$1" extract "$2" | wc -l' - "$TARAZ" "$text"
echo "1..$n"
exit $bad
