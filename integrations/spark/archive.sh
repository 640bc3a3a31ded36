#!/bin/bash
# Packs the program with the libraries that it needs, for clusters whose machines nobody may install on:
#   spark-submit --archives juesuan.tar.gz#juesuan ... --program ./juesuan/bin/juesuan
# The C library stays the machine's: it must not be older than where this is run.
#   archive.sh BINARY ARCHIVE
set -euo pipefail
binary=$1
archive=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/lib" "$work/libexec"

# what belongs together with the machine's C library and loader
own='^(ld-linux|libc\.so|libm\.so|libdl\.so|libpthread\.so|librt\.so|libresolv\.so)'
ldd "$binary" | awk '$2 == "=>" && $3 ~ /^\// { print $1, $3 }' | while read -r name path; do
    if ! grep -qE "$own" <<<"$name"; then cp -L "$path" "$work/lib/$name"; fi
done
install -m 755 "$binary" "$work/libexec/juesuan"
cat >"$work/bin/juesuan" <<'RUN'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
LD_LIBRARY_PATH="$here/../lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "$here/../libexec/juesuan" "$@"
RUN
chmod 755 "$work/bin/juesuan"
env -i PATH=/usr/bin:/bin "$work/bin/juesuan" worker --describe >/dev/null
tar -czf "$archive" -C "$work" bin lib libexec
echo "$archive: $(ls "$work/lib" | wc -l) libraries, $(du -h "$archive" | cut -f1)"
