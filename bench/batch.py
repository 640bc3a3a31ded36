#!/usr/bin/env python3
"""A batch of 2,000 documents with one job and with two: documents a second, speed-up, memory.

bench/batch.py PROGRAM COUNT FOLDER...: the PDFs below the folders, repeated with a comment appended so
that each file is another document. Memory is the largest resident size of any process of the run, for
each quarter of its documents.
"""
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def make_documents(folders: list[str], target: Path, count: int) -> None:
    """Writes `count` different documents."""
    sources = sorted(p for f in folders for p in Path(f).rglob("*.pdf"))
    if not sources:
        sys.exit(f"bench/batch.py: no PDF below {' '.join(folders)}")
    target.mkdir()
    for number, source in zip(range(count), itertools.cycle(sources)):
        data = source.read_bytes() + b"\n%% %d\n" % number
        (target / f"{number:04}-{source.name}").write_bytes(data)


def resident(pid: int) -> int:
    """MB of a process; 0 where it is gone."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) // 1024
    except OSError:
        pass
    return 0


def workers(parent: int) -> list[int]:
    """Processes that any thread of `parent` has started."""
    found: list[int] = []
    for children in Path(f"/proc/{parent}/task").glob("*/children"):
        try:
            found += [int(pid) for pid in children.read_text().split()]
        except OSError:
            pass
    return found


def done(output: Path) -> int:
    manifest = output / "manifest.jsonl"
    return manifest.read_bytes().count(b"\n") if manifest.exists() else 0


def run(program: str, documents: Path, output: Path, jobs: int, count: int):
    """Seconds, and the peaks of the quarters: of the worker that is largest, and of the one in charge."""
    peaks = [[0, 0] for _ in range(4)]
    start = time.monotonic()
    process = subprocess.Popen(
        # OCR takes seconds a page, whatever the batch does; bench/scans.py measures it
        [program, "extract", documents, "-o", output, "--jobs", str(jobs), "--ocr", "off", "-q"],
        stdout=subprocess.DEVNULL)
    while process.poll() is None:
        quarter = peaks[min(3, 4 * done(output) // count)]
        quarter[0] = max([quarter[0]] + [resident(pid) for pid in workers(process.pid)])
        quarter[1] = max(quarter[1], resident(process.pid))
        time.sleep(0.2)
    if process.returncode not in (0, 6):
        sys.exit(f"bench/batch.py: juesuan ended with status {process.returncode}")
    return time.monotonic() - start, peaks


def main(program: str, count: int, folders: list[str]) -> None:
    work = Path(tempfile.mkdtemp(prefix="juesuan-batch-"))
    try:
        make_documents(folders, work / "in", count)
        times = []
        for jobs in (1, 2):
            seconds, peaks = run(program, work / "in", work / f"out{jobs}", jobs, count)
            times.append(seconds)
            sizes = "; ".join(f"{worker} and {main}" for worker, main in peaks)
            print(f"{count} documents, {jobs} job{'s' * (jobs > 1)}: {seconds:.1f} s, "
                  f"{count / seconds:.1f} documents a second; MB by quarter, "
                  f"largest worker and the one in charge: {sizes}")
            print(f"  last quarter ÷ second: worker {peaks[3][0] / max(1, peaks[1][0]):.2f}, "
                  f"in charge {peaks[3][1] / max(1, peaks[1][1]):.2f}")
        print(f"  two jobs: {times[0] / times[1]:.2f} times as fast ({os.cpu_count()} cores)")
        same = subprocess.run(["diff", "-rq", work / "out1", work / "out2"], capture_output=True)
        print("  output of both:", "the same" if same.returncode == 0 else same.stdout.decode()[:500])
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
