#!/bin/bash
# Extracts the corpus that lies beside the repository and scores the result.
#   scripts/corpus.sh BINARY SHARED
set -euo pipefail
binary=$1
shared=$2
corpus=$shared/corpus
if [ ! -d "$corpus" ]; then
    echo "corpus: SKIPPED: $corpus is not there (set SHARED=folder)" >&2
    exit 0
fi

# extract OUTPUT INPUT...: 6 means that some failed, which the score and the manifest show
extract() {
    local output=$1 status=0
    shift
    rm -rf "$output"
    "$binary" extract "$@" --output "$output" --quiet || status=$?
    if [ $status -ne 0 ] && [ $status -ne 6 ]; then exit $status; fi
}

score() { python3 "$shared/tools/score.py" --truth "$1" --project "$2" "${@:3}"; }

echo "== real reports and budgets"
extract output/corpus "$corpus/real" "$corpus/budget"
score "$corpus/truth" output/corpus --tables --show 20

echo
echo "== generated reports, without the scan and the one whose text layer lies"
truth=$(mktemp -d)
trap 'rm -rf "$truth"' EXIT
for file in "$corpus"/generated/*.json; do
    case $(basename "$file") in
        scanned-501-000.json | hard-500-002.json) ;;
        *) ln -s "$(realpath "$file")" "$truth/" ;;
    esac
done
extract output/generated "$corpus/generated"
score "$truth" output/generated --documents --show 20
