#!/bin/sh
# Memory that runs out at any allocation is an answer (status 3, or 0 when what failed was
# not needed), never a crash.
set -u
LC_ALL=C
export LC_ALL
root=$(cd "$(dirname "$0")/../.." && pwd)
TARAZ=$root/${BUILD:-build}/taraz
TARAZ_DATA=$root/data
export TARAZ_DATA
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
case ${BUILD:-build} in
*asan*)
    echo "ok 1 - memory that runs out is an answer # SKIP the sanitizer has its own allocator"
    echo "1..1"
    exit 0
    ;;
esac
${CC:-gcc} -shared -fPIC -O1 -o failing.so "$root/tests/faults/failing_malloc.c" || exit 1
echo "In 2019 the police identified 40 victims of trafficking, compared with 31 in 2018." >report.txt
printf 'year,country,n\n2015,A,4\n2016,A,9\n2017,A,7\n2018,A,12\n2019,A,15\n2020,A,11\n' >table.csv
n=0
bad=0
# Tries the first allocations one by one, then ever larger steps until nothing fails.
try() { # name, command...
    name=$1
    shift
    at=1
    faults=0
    denied=0
    while [ $at -lt 200000 ]; do
        FAIL_AT=$at LD_PRELOAD=$work/failing.so "$@" >out 2>err </dev/null
        status=$?
        if [ $status -gt 3 ]; then
            faults=$((faults + 1))
            echo "# allocation $at: status $status"
        fi
        [ $status -eq 3 ] && denied=$((denied + 1))
        [ $status -eq 0 ] && [ $at -gt 40 ] && break
        if [ $at -lt 60 ]; then at=$((at + 1)); else at=$((at + at / 16)); fi
    done
    n=$((n + 1))
    # it must have failed at times, and run through in the end, or nothing was tried
    if [ $faults -eq 0 ] && [ $denied -gt 0 ] && [ $status -eq 0 ]; then echo "ok $n - memory that runs out is an answer: $name"; else
        bad=1
        echo "not ok $n - memory that runs out is an answer: $name"
    fi
}
try extract "$TARAZ" extract report.txt --area KAZ
try count "$TARAZ" count table.csv --by country --sum n
try trend "$TARAZ" trend table.csv --key country --time year --value n -j 1
echo "1..$n"
exit $bad
