#!/bin/bash
# Installs the packages of scripts/packages.txt that are missing.
#   scripts/setup.sh [group...]      groups: run (default), ocr, test, bench, spark, package, package-test
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
list=$here/packages.txt

die() { printf 'setup: %s\n' "$@" >&2; exit 1; }

check_swift() {
    command -v swift >/dev/null 2>&1 || die \
        "Swift is missing; get Swift 6.2 or newer from https://www.swift.org/install/linux/" \
        "and put its usr/bin folder into PATH"
    local version
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -1)
    if [ "$(printf '%s\n6.2\n' "${version:-0}" | sort -V | head -1)" != 6.2 ]; then
        die "Swift ${version:-of an unknown version} is too old; get 6.2 or newer from https://www.swift.org/install/linux/"
    fi
}

# Packages of the groups asked for, each once.
wanted() {
    local groups=" $* "
    while read -r group package _; do
        case $group in '' | '#'*) continue ;; esac
        case $groups in *" $group "*) printf '%s\n' "$package" ;; esac
    done <"$list" | sort -u
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

purpose() { awk -v p="$1" '$2 == p { $1 = $2 = ""; sub(/^ +/, ""); print; exit }' "$list"; }

# On other systems what counts is that the build finds the libraries.
not_debian() {
    if pkg-config --exists poppler-glib xlsxwriter 2>/dev/null; then
        echo "setup: not Debian or Ubuntu, but Poppler and libxlsxwriter are there; going on (see juesuan doctor)" >&2
        exit 0
    fi
    die "this is neither Debian nor Ubuntu; install what these packages hold with your own tool:" \
        $(wanted "$@")
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        die "neither root nor sudo at hand; have somebody run: $*"
    fi
}

install_packages() {
    # the package lists of a fresh machine are empty
    if ! apt-get install --simulate --no-install-recommends "$@" >/dev/null 2>&1; then
        echo "setup: the package lists are old or empty: apt-get update"
        as_root apt-get update -q
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

main() {
    [ $# -gt 0 ] || set -- run
    check_swift
    command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 || not_debian "$@"
    local missing=()
    for package in $(wanted "$@"); do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "setup: installing these packages:"
    for package in "${missing[@]}"; do printf '  %-20s  %s\n' "$package" "$(purpose "$package")"; done
    install_packages "${missing[@]}"
}

main "$@"
