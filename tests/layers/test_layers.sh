#!/bin/sh
# Dependencies run one way: core includes core; etl, stats and plots include core and
# themselves; only cli includes all. Only cli prints or ends the program.
set -u
cd "$(dirname "$0")/../.." || exit 1
n=0
bad=0
check() { # name, offending lines
    n=$((n + 1))
    if [ -z "$2" ]; then
        echo "ok $n - $1"
    else
        bad=1
        printf '%s\n' "$2" | sed 's/^/# /'
        echo "not ok $n - $1"
    fi
}
includes() { # folder, folders it may include
    grep -rnE '#include +"' "$1" --include='*.[ch]' | grep -vE "#include +\"($2|registry)/"
}
check "core includes only core" "$(includes core 'core')"
check "etl includes only core and etl" "$(includes etl 'core|etl')"
check "stats includes only core and stats" "$(includes stats 'core|stats')"
check "plots includes only core and plots" "$(includes plots 'core|plots')"
library='core etl stats plots'
calls() { # names, folders: calls of these functions outside comments
    names=$1
    shift
    grep -rnE "(^|[^a-z_.>])($names) ?\(" "$@" --include='*.c' | grep -vE '^[^:]*:[0-9]*: *(/?\*|//)'
}
check "library code never prints" "$(calls 'printf|puts|putchar|fprintf|vprintf|vfprintf|perror|putc|fputs' $library)"
check "library code never exits or aborts" "$(calls 'exit|_exit|abort|assert' $library)"
check "no shell is started" "$(calls 'system|popen|execl|execlp' $library cli)"
check "numbers are read without the locale" "$(calls 'setlocale|atof|atoi|strtod|sscanf|fscanf' $library cli)"
check "unbounded string calls are not used" "$(calls 'strcat|sprintf|vsprintf|gets|strtok|alloca' $library cli)"
check "no include runs backwards into cli" "$(grep -rnE '#include +"cli/' $library --include='*.[ch]')"
echo "1..$n"
exit $bad
