#!/bin/sh
# A whole job: the same bytes again, with any number of threads, after any kill; and
# bad input costs its own source only.
set -u
LC_ALL=C
export LC_ALL
root=$(cd "$(dirname "$0")/../.." && pwd)
TARAZ=$root/${BUILD:-build}/taraz
TARAZ_DATA=$root/data
export TARAZ_DATA
work=$(mktemp -d)
trap 'umount "$work/small" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
n=0
bad=0
result() { # status of the check, name
    n=$((n + 1))
    if [ "$1" -eq 0 ]; then echo "ok $n - $2"; else
        bad=1
        echo "not ok $n - $2"
    fi
}
skip() {
    n=$((n + 1))
    echo "ok $n - $1 # SKIP $2"
}
# Two trees hold the same files with the same bytes.
same() { diff -r "$1" "$2" >diff.out 2>&1 || { sed 's/^/# /' diff.out | head -n 10; return 1; }; }

mkdir in
cat >in/a.txt <<'X'
In 2019 the police identified 40 victims of trafficking, 35 of them women. Courts convicted 12 traffickers in 2019.
X
cat >in/b.txt <<'X'
In 2020 the police identified 52 victims of trafficking. Courts convicted 9 traffickers in 2020, compared with 12 in 2019 and 15 in 2018.
X
cat >in/sources.csv <<'X'
source_id,file,title,publisher,published,ref_area,period_start,period_end
a,a.txt,Report A,Us,2020-02-01,KAZ,2019-01-01,2019-12-31
b,b.txt,Report B,Us,2021-02-01,KAZ,2020-01-01,2020-12-31
X
cat >job.yaml <<'X'
title: A job
sources: [in/sources.csv]
output: out
charts:
  - {stem: convictions, series: ["convictions.KAZ*"], formats: [svg]}
X

"$TARAZ" run job.yaml >log 2>&1
result $? "a job runs through"
for file in sources figures series conflicts trends rejects; do
    [ -s out/$file.csv ] || echo "# out/$file.csv is missing"
done
[ -s out/report.html ] && [ -s out/report.md ] && [ -s out/datapackage.json ] && [ -s out/charts/convictions.svg ]
result $? "every output is written"

cp -R out first
"$TARAZ" run job.yaml >log 2>&1 && same first out && grep -q '^made 0, ' log
result $? "a second run makes nothing and leaves the same bytes"
"$TARAZ" run job.yaml --force >log 2>&1 && same first out
result $? "made again with --force, the bytes are the same"
"$TARAZ" run job.yaml --out j1 -j 1 >log 2>&1 && "$TARAZ" run job.yaml --out j2 -j 2 >log 2>&1 && same j1 j2 && same j1 first
result $? "one thread and two give the same bytes"

echo "Courts convicted 14 traffickers in 2021." >>in/b.txt
"$TARAZ" run job.yaml --dry-run >log 2>&1
grep -q 'would extract .*b\.txt' log && ! grep -q 'a\.txt' log && same first out
result $? "--dry-run names what changed and writes nothing"
"$TARAZ" run job.yaml >log 2>&1 && grep -q ',14,' out/figures.csv
result $? "a changed report is read again"

# Kill it at many moments; every file that is there must be whole.
rm -rf killed
whole=0
for pause in 0.002 0.005 0.01 0.02 0.03 0.05 0.08 0.12 0.2 0.3; do
    "$TARAZ" run job.yaml --out killed --force >/dev/null 2>&1 &
    pid=$!
    sleep $pause
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    for file in $(find killed -type f ! -name '*.part' 2>/dev/null); do
        cmp -s "$file" "out/${file#killed/}" || case $file in
        */stamps.csv) ;; # holds the stages done so far
        *)
            whole=1
            echo "# $file is neither old nor new after $pause s"
            ;;
        esac
    done
done
result $whole "killed at any moment, each file is whole"
"$TARAZ" run job.yaml --out killed >log 2>&1 && same out killed
result $? "the run after a kill gives the bytes of an undisturbed one"
find killed -name '*.part' | grep -q . && leftovers=1 || leftovers=0
result $leftovers "what a kill left behind is cleaned up"

# Bad input: each its own message, the rest goes on.
: >in/empty.txt
printf 'PK\003\004\000\000\000binary\000\000' >in/binary.txt
printf 'year,convictions\n2019,1\n2020,2,3\n2021,4\n' >in/ragged.csv
printf '\377\376x' >in/odd.txt
cat >bad.yaml <<'X'
title: Bad input
sources: [in/sources.csv, in/missing.txt, in/empty.txt, in/binary.txt, {file: in/ragged.csv, layout: nosuch}]
output: bad-out
charts: []
X
"$TARAZ" run bad.yaml >log 2>err
[ $? -eq 1 ]
result $? "rejected input ends with status 1"
cmp -s out/figures.csv bad-out/figures.csv
result $? "the other sources' figures are all there"
missing=0
for name in missing.txt empty.txt binary.txt nosuch; do
    grep -q "$name.*: .*: " err || { echo "# no message on $name"; missing=1; }
    grep -q "$name" bad-out/rejects.csv || { echo "# $name is not in rejects.csv"; missing=1; }
done
result $missing "each fault has a message that says where, what and what to do, and a row in rejects.csv"

printf 'sources: [in/sources.csv]\noutput: x\nchrats: []\n' >key.yaml
"$TARAZ" run key.yaml >log 2>err
[ $? -eq 2 ] && grep -q "key.yaml:3:1: unknown key 'chrats': did you mean 'charts'" err
result $? "an unknown key is answered with its place and the nearest key, status 2"
printf 'sources: [in/sources.csv]\nset: {country: NO}\noutput: "x-${contry}"\n' >set.yaml
"$TARAZ" run set.yaml >log 2>err
[ $? -eq 2 ] && grep -q "did you mean '\${country}'" err
result $? "an unknown setting is answered with the nearest one"
printf 'sources: [in/sources.csv]\nset: {country: NO}\noutput: "x-${country}"\ncharts: []\n' >set.yaml
"$TARAZ" run set.yaml >log 2>err && [ -d x-NO ] && "$TARAZ" run set.yaml --set country=SE >log 2>err && [ -d x-SE ]
result $? "settings are filled, NO is Norway, --set replaces"

cat >in/long.csv <<'X'
indicator,ref_area,time_period,obs_value
convictions,AUS,2015,<5
convictions,AUS,2016,<5
convictions,AUS,2017,<5
convictions,AUS,2018,<5
convictions,AUS,2019,5
convictions,BEL,2017,40
convictions,BEL,2018,52
convictions,BEL,2019,60
X
printf 'title: Known\nsources:\n  - {file: in/long.csv, layout: generic-long}\noutput: known\n' >known.yaml
"$TARAZ" run known.yaml >log 2>&1
[ "$(ls known/charts/*.svg)" = known/charts/convictions-bel.svg ]
result $? "without a charts key, series with known values are drawn, not those with withheld ones"

mkdir bin
for program in sh env; do ln -s "$(command -v $program)" bin/; done
PATH=$work/bin "$TARAZ" run job.yaml --out bare >log 2>err
[ $? -eq 3 ] && grep -qi 'gnuplot' err && cmp -s out/trends.csv bare/trends.csv && [ -s bare/charts/convictions.gp ]
result $? "without gnuplot the status is 3, the message says so, and every table is there"

mkdir small
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=64k,nr_inodes=64 tmpfs small 2>/dev/null; then
    "$TARAZ" run job.yaml --out small/out >log 2>err
    status=$?
    whole=0
    for file in $(find small/out -type f ! -name '*.part'); do
        cmp -s "$file" "out/${file#small/out/}" || case $file in */stamps.csv) ;; *) whole=1; echo "# $file is not whole" ;; esac
    done
    [ $status -eq 3 ] && [ $whole -eq 0 ] && grep -q 'make room' err
    result $? "on a full disk the status is 3, the message says so, and no file is half written"
else
    skip "on a full disk the status is 3 and no file is half written" "no small file system can be mounted here"
fi
"$TARAZ" help >/dev/full 2>err
[ $? -eq 3 ]
result $? "lost output is not passed for success"
echo "1..$n"
exit $bad
