#!/usr/bin/env python3
"""CPU time a page and peak memory of `juesuan extract` against `pdftotext -layout`.

    bench/run.py BINARY FOLDER...

Both tools do the same files in the same run, one process a file, in turns, several rounds; the
median round of each file counts. Folders that are not there are named and left out. The times
are user and system time of the process, files written. Peak memory is the largest resident set.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 5
TIME_LIMIT = 4.0        # times pdftotext -layout
MEMORY_LIMIT = 100      # MB


def measure(command):
    """(CPU milliseconds, peak MB) of a command; its messages go nowhere."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def page_count(output):
    documents = list(Path(output).glob("*/document.json"))
    return json.loads(documents[0].read_text())["source"]["pages"] if documents else 0


def bench(binary, pdf, work):
    ours, theirs, memory = [], [], 0.0
    for _ in range(ROUNDS):
        shutil.rmtree(work, ignore_errors=True)
        time, peak = measure([binary, "extract", pdf, "--output", work, "--quiet", "--ocr", "off"])
        ours.append(time)
        memory = max(memory, peak)
        time, _ = measure(["pdftotext", "-layout", pdf, f"{work}.txt"])
        theirs.append(time)
    return page_count(work), statistics.median(ours), statistics.median(theirs), memory


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    binary, folders = sys.argv[1], [Path(f) for f in sys.argv[2:]]
    pdfs = []
    for folder in folders:
        found = sorted(folder.rglob("*.pdf"))
        if not found:
            print(f"bench: SKIPPED: no PDF in {folder}", file=sys.stderr)
        pdfs += found
    total_ours = total_theirs = total_pages = 0
    peak = 0.0
    print(f"{'pages':>5} {'juesuan':>9} {'pdftotext':>9} {'ratio':>6} {'peak':>7}  file")
    print(f"{'':>5} {'ms/page':>9} {'ms/page':>9} {'':>6} {'MB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for pdf in pdfs:
            pages, ours, theirs, memory = bench(binary, str(pdf), f"{folder}/output")
            if not pages:
                print(f"    – {'':>9} {'':>9} {'':>6} {'':>7}  {pdf.name}: not extracted")
                continue
            print(f"{pages:>5} {ours / pages:>9.2f} {theirs / pages:>9.2f} {ours / theirs:>6.2f} "
                  f"{memory:>7.1f}  {pdf.name}")
            total_ours, total_theirs = total_ours + ours, total_theirs + theirs
            total_pages, peak = total_pages + pages, max(peak, memory)
    if not total_pages:
        sys.exit("bench: nothing was measured")
    print(f"{total_pages:>5} {total_ours / total_pages:>9.2f} {total_theirs / total_pages:>9.2f} "
          f"{total_ours / total_theirs:>6.2f} {peak:>7.1f}  all "
          f"(limits: ratio {TIME_LIMIT:g}, {MEMORY_LIMIT} MB for 30 pages)")


if __name__ == "__main__":
    main()
