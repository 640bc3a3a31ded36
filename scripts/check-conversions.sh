#!/bin/bash
# Fails where a measured number becomes a whole one by a conversion that ends the process when it is too large:
# Int(x) of a Double. Such numbers go through Int(clamping:) of PageModel, which has an answer for each.
#
# A script knows no types. It takes for measured what is rounded, multiplied, divided, made with Double, has a
# fraction, or is named as such numbers are here; an argument with a label (clamping:, bitPattern:, ascii:) is not
# looked at. Where that is wrong, name the whole number first: let half = count / 2.
set -euo pipefail
cd "$(dirname "$0")/.."

# what converts, the helper itself apart
conversion='(^|[^A-Za-z0-9_.])U?Int(8|16|32|64)?\('
# an argument up to its end or the line's
measured='[^:]*(\.rounded\(| [*/] |Double\(|Float\(|[0-9]\.[0-9]|[0-9]e[0-9]'
measured+='|\.(x|y|x0|x1|y0|y1|midX|midY|width|height|area|size|position|start|end|thickness|length|scale|share|certainty)\b'
measured+=')|(seconds|scale|width|height|share|dpi|points|x|y|across|down)\)'
measured="($measured)"

faults=0
while IFS=: read -r file line text; do
    [[ $file == Sources/PageModel/Bounds.swift ]] && continue
    [[ $text =~ ^\ *// ]] && continue
    echo "$file:$line: error: [conversions] a measured number becomes whole through Int(clamping:): $(sed 's/^ *//' <<<"$text")" >&2
    faults=1
done < <(grep -rnE --include '*.swift' "$conversion$measured" Sources || true)
# the argument may begin on the next line
while IFS=: read -r file line text; do
    echo "$file:$line: error: [conversions] begin the argument on the line of its Int(" >&2
    faults=1
done < <(grep -rnE --include '*.swift' "$conversion"'$' Sources || true)
exit $faults
