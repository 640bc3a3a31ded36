#!/bin/bash
# Fails when a target imports what it must not. The table below is the architecture: a target may
# import what stands on its line and nothing else. (`Foundation` is for tests only: see docs/decisions.md,
# "Own JSON writer, no Foundation".)
set -euo pipefail
cd "$(dirname "$0")/.."

allowed() {
    case $1 in
        PageModel) ;;
        RegularFiles) echo Glibc ;;
        PDFSource) echo PageModel RegularFiles CPoppler CPopplerData CDrawingTap CGBK CWebP Glibc Musl ;;
        TableRecognition) echo PageModel ;;
        TextRepair) echo PageModel TableRecognition Glibc Musl ;;
        FinalAccounts) echo PageModel TableRecognition TextRepair ;;
        Dataset) echo PageModel RegularFiles TableRecognition TextRepair FinalAccounts Glibc ;;
        Transcripts) echo TableRecognition TextRepair FinalAccounts ;;
        ScanReading) echo PageModel Dataset CProcess Glibc Musl ;;
        Digitizer) echo PageModel PDFSource ScanReading TableRecognition TextRepair FinalAccounts Transcripts \
            Dataset ;;
        Sampling) echo Glibc Musl ;;
        AccountsDatabase) echo Dataset FinalAccounts Sampling GRDB ;;
        Review) echo AccountsDatabase Dataset FinalAccounts Sampling Glibc Synchronization ;;
        Workbook) echo Dataset FinalAccounts TextRepair TableRecognition PageModel TerminalText CXlsxWriter Glibc ;;
        TerminalText) ;;
        CatalogueSource) echo FinalAccounts Yams ;;
        juesuan) echo PageModel PDFSource TableRecognition FinalAccounts CatalogueSource Dataset AccountsDatabase Workbook \
            Digitizer ScanReading TerminalText Review Sampling CProcess \
            ArgumentParser Logging Subprocess SystemPackage Glibc Synchronization ;;
        JuesuanTestSupport) echo PageModel TableRecognition FinalAccounts Dataset Foundation ;;
        *) echo "$unknown" ;;
    esac
}

unknown="(unknown target)"
faults=0
for folder in Sources/*/; do
    target=$(basename "$folder")
    # targets in C keep their own order
    [ -n "$(find "$folder" -name '*.swift' -print -quit)" ] || continue
    allowed=" $(allowed "$target") "
    if [ "$allowed" = " $unknown " ]; then
        echo "Sources/$target: error: [imports] add this target to scripts/check-imports.sh" >&2
        faults=1
        continue
    fi
    while IFS=: read -r file line text; do
        module=$(sed -E 's/.*import +((struct|class|enum|protocol|func|let|var|typealias) +)?([A-Za-z0-9_]+).*/\3/' <<<"$text")
        case $allowed in
            *" $module "*) ;;
            *)
                echo "$file:$line: error: [imports] $target must not import $module" >&2
                faults=1
                ;;
        esac
    done < <(grep -rnHE '^ *(@[A-Za-z_]+(\([a-z]+\))? +)*((public|package|internal|fileprivate|private) +)?import ' \
        --include '*.swift' "$folder" || true)
done
exit $faults
