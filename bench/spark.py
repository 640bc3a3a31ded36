#!/usr/bin/env python3
"""What Spark costs over a plain batch: the same documents, on the same cores, one after the other.

bench/spark.py PROGRAM COUNT ROUNDS FOLDER...: the PDFs below the folders, repeated, with a comment appended so
that each file is another document. A plain batch is `juesuan extract --format json` with two jobs, and `juesuan
dataset`; Spark is a standalone cluster of two workers with a core each, on this machine. Its time is the
job's from submit to end, that of the cluster's own start left out.
"""
from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "integrations/spark/tests"))

import documents  # noqa: E402
from cluster import Cluster  # noqa: E402


def plain(program: str, source: Path, work: Path) -> tuple[float, float]:
    """Seconds of the extraction, and of the dataset."""
    start = time.monotonic()
    status = subprocess.run(
        [program, "extract", source, "-o", work / "out", "--jobs", "2", "--format", "json",
         "--ocr", "off", "-q"], stdout=subprocess.DEVNULL).returncode
    if status not in (0, 6):
        sys.exit(f"bench/spark.py: juesuan extract ended with status {status}")
    middle = time.monotonic()
    subprocess.run([program, "dataset", work / "out", "-o", work / "out.sqlite"], check=True,
                   stdout=subprocess.DEVNULL)
    return middle - start, time.monotonic() - middle


def on_spark(cluster: Cluster, program: str, source: Path, output: Path) -> float:
    start = time.monotonic()
    said = cluster.run(str(source), "--output", str(output), "--program", program,
                       "--worker-options=--ocr off")
    seconds = time.monotonic() - start
    print(f"  {said.split(': ', 1)[1]} ({cluster.steps()})")
    return seconds


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def one_core(program: str, folders: list[str]) -> None:
    """CPU time of one worker over the sources themselves."""
    work = Path(tempfile.mkdtemp(prefix="juesuan-spark-"))
    try:
        count = documents.write(folders, work / "in")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, "extract", work / "in", "-o", work / "out", "--jobs", "1", "--format",
                        "json", "--ocr", "off", "-q"], stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        pages = documents.pages(work / "out")
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"one core: {count} documents, {pages} pages: {seconds:.1f} s of CPU time, "
              f"{1000 * seconds / pages:.2f} s for 1,000 pages")
    finally:
        shutil.rmtree(work)


def main(program: str, count: int, rounds: int, folders: list[str]) -> None:
    program = str(Path(program).resolve())
    one_core(program, folders)
    work = Path(tempfile.mkdtemp(prefix="juesuan-spark-"))
    try:
        documents.write(folders, work / "in", count=count)
        print(f"{count} documents, {size(work / 'in') / 1e6:.0f} MB, {os.cpu_count()} cores")
        extracts, datasets, sparks = [], [], []
        with Cluster(work / "cluster") as cluster:
            for number in range(rounds):
                part = work / f"round{number}"
                part.mkdir()
                extract, dataset = plain(program, work / "in", part)
                spark = on_spark(cluster, program, work / "in", part / "spark")
                extracts.append(extract)
                datasets.append(dataset)
                sparks.append(spark)
                print(f"  round {number + 1}: extract {extract:.1f} s, dataset {dataset:.1f} s, "
                      f"Spark {spark:.1f} s")
            pages = documents.pages(part / "out")
            root = next((part / "spark").glob("juesuan-*"))
            for table in sorted(path for path in root.iterdir() if path.name[0] != "_"):
                print(f"  {table.name}: {1000 * size(table) / pages / 1e6:.3f} MB for 1,000 pages")
            print(f"  SQLite: {1000 * (part / 'out.sqlite').stat().st_size / pages / 1e6:.1f} MB, "
                  f"PDFs: {1000 * size(work / 'in') / pages / 1e6:.1f} MB for 1,000 pages")
        batch = sum(extracts) + sum(datasets)
        print(f"{pages} pages; Spark over extract and dataset: {100 * (sum(sparks) / batch - 1):+.0f}%; "
              f"over extract alone: {100 * (sum(sparks) / sum(extracts) - 1):+.0f}%")
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
