#!/bin/bash
# Makes a virtual environment with the packages of a list, or brings it up to date with the list.
#   scripts/python.sh FOLDER REQUIREMENTS
set -euo pipefail
folder=$1
list=$2
if cmp -s "$list" "$folder/installed.txt"; then exit 0; fi
echo "python: installing $list into $folder"
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$list"
cp "$list" "$folder/installed.txt"
