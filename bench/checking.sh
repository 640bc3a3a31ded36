#!/bin/bash
# What checking costs and what it finds.
#   bench/checking.sh BINARY PLANTED-ERRORS FILE...
set -euo pipefail
binary=$1 planted=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# CPU seconds of 20 runs over the files, one by one: several would go to worker processes
seconds() {
    local flag=$1 TIMEFORMAT='%U %S'
    shift
    { time for _ in {1..20}; do
        for file in "$@"; do "$binary" extract "$file" --output "$work" --quiet $flag; done
    done; } 2>&1 | awk '{ print $1 + $2 }'
}

# in turns, since the machine may be busy with other things
with=0 without=0
for _ in 1 2 3; do
    with=$(awk "BEGIN { print $with + $(seconds "" "$@") }")
    without=$(awk "BEGIN { print $without + $(seconds --skip-check "$@") }")
done
awk "BEGIN { printf \"checking: %.1f%% of the CPU time of extraction (limit 10%%)\\n\", ($with / $without - 1) * 100 }"
"$planted" "$@"
