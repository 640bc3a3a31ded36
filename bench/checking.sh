#!/bin/bash
# What checking costs and what it finds.
#   bench/checking.sh BINARY PLANTED-ERRORS FILE...
set -euo pipefail
binary=$1 planted=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Instructions, not seconds: they are the same however busy the machine is. valgrind cannot read the debug information
# of a Swift program, so it gets a copy without.
strip --strip-debug -o "$work/juesuan" "$binary"
for file in "$@"; do
    valgrind --tool=callgrind --callgrind-out-file="$work/profile" "$work/juesuan" extract "$file" --output "$work/out" \
        --quiet --no-sandbox 2> "$work/valgrind"
    callgrind_annotate --inclusive=yes --threshold=100 "$work/profile" 2> /dev/null | swift demangle --simplified \
        | awk -v file="$(basename "$file")" '
            # the first is the whole: later ones are its parts under other names
            function take(name) { gsub(",", "", $1); if (!(name in cost)) cost[name] = $1 }
            /PROGRAM TOTALS/ { take("all") }
            /AccountsChecker\.report\(/ { take("checking") }
            /CatalogueOptions\.checker\(/ { take("catalogue") }
            END {
                if (!cost["all"] || !cost["checking"]) { print file ": the profile has no checks" > "/dev/stderr"; exit 1 }
                printf "%s: checking %.1f%% of the instructions (limit 10%%), the catalogue once a process %.1f%%\n", file,
                    cost["checking"] / cost["all"] * 100, cost["catalogue"] / cost["all"] * 100
            }'
done
"$planted" "$@"
