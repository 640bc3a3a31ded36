#!/usr/bin/env python3
"""The job on a real cluster beside the same documents on one machine.

cluster_test.py PROGRAM REPEAT FOLDER...: the PDFs below the folders, so many times, with damaged ones and odd
names among them. Two runs: one left alone, one in which a worker is killed. Then one with nothing new, and one
with a few new documents.
"""
from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import compare
import documents
from cluster import Cluster

from juesuan_spark.worker import describe

LIMITS = ["--timeout", "20", "--memory-limit", "512"]
DAMAGED = 8


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("repeat", type=int)
    parser.add_argument("folders", nargs="+")
    given = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="juesuan-cluster-"))
    try:
        Test(str(Path(given.program).resolve()), work).run(given.folders, given.repeat)
    except compare.Difference as difference:
        sys.exit(f"cluster-test: FAILED: {difference}")
    finally:
        shutil.rmtree(work)


class Test:
    """One test, in a folder of its own."""

    def __init__(self, program: str, work: Path) -> None:
        self.program = program
        self.work = work
        self.documents = work / "in"
        self.description = describe(program)

    def run(self, folders: list[str], repeat: int) -> None:
        self.make_documents(folders, repeat)
        self.on_one_machine("one")
        with Cluster(self.work / "cluster") as cluster:
            calm = self.job(cluster, "calm")
            self.expect_same(calm, "one", "a run left alone")
            killed = self.job(cluster, "killed", kills=True)
            self.expect_same(killed, "one", "a run whose worker was killed")
            self.expect_nothing_new(cluster)
            self.expect_only_new(cluster)
        self.expect_no_leftovers()
        print("cluster-test: passed")

    def make_documents(self, folders: list[str], repeat: int) -> None:
        count = documents.write(folders, self.documents / "reports", repeat=repeat)
        sample = documents.sources(folders[:1])[0].read_bytes()
        others = documents.damaged(sample, DAMAGED)
        others |= {name: documents.prose(name.encode().hex()) for name in documents.ODD_NAMES}
        # one document under two names; one name for two documents
        others |= {"twin/again.pdf": documents.prose("Twin"), "twin.pdf": documents.prose("Twin"),
                   "other/twin.pdf": documents.prose("No twin"), "other/cut0.pdf": sample}
        # neither takes these
        others |= {".hidden.pdf": sample, ".hidden/a.pdf": sample, "a.txt.old": sample}
        for name, content in others.items():
            path = self.documents / "others" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        print(f"cluster-test: {count} reports, {len(others)} damaged, odd or repeated files")

    def on_one_machine(self, name: str) -> None:
        start = time.monotonic()
        status = subprocess.run(
            [self.program, "extract", self.documents, "-o", self.work / name, "-q", "--format", "json",
             "--ocr", "off", *LIMITS], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        if status != 6:
            sys.exit(f"cluster-test: juesuan extract ended with status {status}, not 6")
        subprocess.run([self.program, "dataset", self.work / name, "-o", self.database(name)],
                       check=True, stdout=subprocess.DEVNULL)
        print(f"  on one machine: {time.monotonic() - start:.0f} s")

    def database(self, name: str) -> Path:
        return self.work / f"{name}.sqlite"

    def submit(self, cluster: Cluster, name: str, *arguments: str) -> subprocess.Popen:
        return cluster.submit(
            str(self.documents), "--output", str(self.work / name), "--program", self.program,
            "--worker-options=--ocr off", *LIMITS, *arguments)

    def root(self, name: str) -> Path:
        return next((self.work / name).glob("juesuan-*"))

    def job(self, cluster: Cluster, name: str, *, kills: bool = False) -> Path:
        start = time.monotonic()
        process = self.submit(cluster, name)
        if kills:
            self.kill_a_worker(cluster, name, process)
        said = cluster.finish(process)
        print(f"  {name}: {time.monotonic() - start:.0f} s: {said.split(': ', 1)[1]}\n"
              f"    ({cluster.steps()})")
        return self.root(name)

    def kill_a_worker(self, cluster: Cluster, name: str, process: subprocess.Popen) -> None:
        """Once tasks of both are done: results of the killed one are among them."""
        pattern = f"{name}/juesuan-*/_juesuan/staging/*/extracted/_temporary/*/task_*"
        while len(list(self.work.glob(pattern))) < 4:
            if process.poll() is not None:
                sys.exit("cluster-test: the job ended before a worker could be killed")
            time.sleep(0.05)
        cluster.kill(cluster.workers.pop())
        print("  killed a worker and its executor, in the middle of the extraction")
        cluster.add_worker("replacement")

    def expect_same(self, root: Path, one: str, what: str) -> None:
        rows = compare.same_tables(root, self.database(one), self.description)
        wanted = compare.failures_on_one_machine(self.work / one, self.documents)
        found = compare.failures_of_the_job(root, self.documents)
        odd = sorted((path, found.get(path), wanted.get(path)) for path in found.keys() | wanted.keys()
                     if not compare.same_reason(found.get(path), wanted.get(path)))
        if odd:
            raise compare.Difference(f"failures: {odd}")
        if list((root / "_juesuan" / "staging").iterdir()):
            raise compare.Difference("something is left in the staging folder")
        listed = ", ".join(f"{count} {name}" for name, count in rows.items())
        print(f"  {what}: the same, row for row: {listed}; {len(found)} failures")

    def expect_nothing_new(self, cluster: Cluster) -> None:
        before = sorted(self.root("calm").rglob("*.parquet"))
        said = cluster.finish(self.submit(cluster, "calm"))
        if ": 0 documents added" not in said or before != sorted(self.root("calm").rglob("*.parquet")):
            raise compare.Difference(f"a second run did something: {said}")
        print("  a second run: nothing was done again")

    def expect_only_new(self, cluster: Cluster) -> None:
        """New documents, of which one has a known name and one known bytes, in parts of two."""
        added = self.documents / "zz-later"
        added.mkdir()
        for number in range(4):
            (added / f"new{number}.pdf").write_bytes(documents.prose(f"Later {number}"))
        (added / "twin.pdf").write_bytes(documents.prose("Another with a known name"))
        (added / "known.pdf").write_bytes(documents.prose("Twin"))
        said = cluster.finish(self.submit(cluster, "calm", "--part", "2"))
        if ": 5 documents added" not in said:
            raise compare.Difference(f"five documents are new: {said}")
        self.on_one_machine("one")
        self.expect_same(self.root("calm"), "one", "a run over new documents")

    def expect_no_leftovers(self) -> None:
        left = [path for path in (self.work / "cluster" / "tmp").rglob("*") if path.is_file()]
        odd = [path.name for path in left if "spark" not in str(path) and "hsperf" not in str(path)]
        if odd:
            raise compare.Difference(f"left in the folder for temporary files: {odd}")
        deadline = time.monotonic() + 20
        while workers := running(self.program):
            if time.monotonic() > deadline:
                raise compare.Difference(f"processes are left: {workers}")
            time.sleep(0.5)


def running(program: str) -> list[str]:
    """Worker processes of this program that --rows started."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if words[0] == program.encode() and b"--rows" in words:
            found.append(path.parent.name)
    return found


if __name__ == "__main__":
    main()
