#!/bin/bash
# Makes a virtual environment with the packages of a list, or brings it up to date with the list; then
# puts a package of ours into it, as it stands in its folder.
#   scripts/python.sh FOLDER REQUIREMENTS [PACKAGE]
set -euo pipefail
folder=$1
list=$2
package=${3:-}
if [ ! -x "$folder/bin/python" ] || ! cmp -s "$list" "$folder/installed.txt"; then
    echo "python: installing $list into $folder"
    python3 -m venv --clear "$folder"
    "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$list"
    if [ -n "$package" ]; then
        "$folder/bin/pip" install --quiet --disable-pip-version-check --no-deps --editable "$package"
    fi
    cp "$list" "$folder/installed.txt"
fi
