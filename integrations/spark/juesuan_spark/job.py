"""The job: lists, takes what is new, extracts, publishes; a part of the files at a time."""
from __future__ import annotations

import sys
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from . import plan
from .commit import Store
from .extraction import extraction
from .hadoop import HadoopFiles
from .plan import Input
from .schema import extracted_schema
from .tables import Tables
from .worker import Limits, describe, too_large


@dataclass(frozen=True)
class Options:
    """What is asked of the job."""

    inputs: tuple[str, ...]
    output: str
    program: str = "juesuan"
    worker_options: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    part: int = 100_000
    """Files that become visible together."""
    partition: int = 64
    """MiB of a task's files, each counted with `opening` MiB more."""
    retry_failed: bool = False


OPENING = 2
"""MiB that a file weighs beside its bytes: what a document costs goes by its pages more than its size."""


LOOKED_AT = 500
"""Files that a task looks at before they are read."""

WORTH_READING = 0.9
"""Of listed files, below which the chosen ones are listed again."""

PASSING = {"unreadable", "changed"}
"""Failures that may be gone the next time; they say nothing of a document."""

PASSED_OVER = "Spark reads no file whose name begins with an underscore; rename it"


@dataclass
class Outcome:
    """What a run did."""

    root: str
    documents: int = 0
    known: int = 0
    again: int = 0
    failures: Counter = field(default_factory=Counter)

    def __str__(self) -> str:
        text = f"{self.root}: {self.documents} documents added"
        if self.known:
            text += f"; {self.known} files done before"
        if self.again:
            text += f"; {self.again} files hold a document that another file holds"
        if self.failures:
            reasons = ", ".join(f"{count} {code}" for code, count in self.failures.most_common())
            text += f"; {self.failures.total()} failed ({reasons}), see its table failures"
        return text


class Job:
    """One run over its inputs."""

    def __init__(self, spark: SparkSession, options: Options) -> None:
        self.spark = spark
        self.options = options
        self.files = HadoopFiles(spark)
        program = options.program
        # asked of an executor: the driver may not have the program
        described = spark.sparkContext.parallelize([0], 1).map(lambda _: describe(program))
        self.description = described.first()
        extractor = self.description["extractor"]
        # another version's documents are another dataset: its rows would not be the same
        root = f"{options.output.rstrip('/')}/{extractor.replace(' ', '-')}"
        self.outcome = Outcome(root)
        self.store = Store(self.files, root)
        self.tables = Tables(spark, self.store, self.description)

    def run(self) -> Outcome:
        self._agree_on_settings()
        for run in self.store.recover():
            say(f"finished run {run}, which was ended while it published")
        with step("list"):
            new = self._new_files()
        for number, part in enumerate(plan.in_parts(new, self.options.part), 1):
            self._do(part)
            if len(new) > self.options.part:
                say(f"part {number}: {self.outcome}")
        return self.outcome

    def _agree_on_settings(self) -> None:
        wanted = {"extractor": self.description["extractor"],
                  "options": list(self.options.worker_options)}
        before = self.store.settings()
        if before is None:
            self.store.keep_settings(wanted)
        elif before != wanted:
            raise SystemExit(
                f"{self.store.root}: error: [other-options] was made with the worker options "
                f"{before['options']}, not {wanted['options']}; name a new output folder")

    # Listing

    def _new_files(self) -> list[Input]:
        """The files that no earlier run did, in the batch's order."""
        listed = {file.path: file for root in self.options.inputs for file in self.files.pdfs(root)}
        done = self.tables.done(list(listed.values()), self.options.retry_failed)
        self.outcome.known = len(done)
        roots = [self.files.whole(path) for path in self.options.inputs]
        return sorted((file for file in listed.values() if file.path not in done),
                      key=lambda file: plan.order(file.path, roots))

    def _contents(self, files: Sequence[Input]) -> DataFrame:
        """Files with their contents: the largest first, and so many together as make a task."""
        share = self.options.partition << 20
        self.spark.conf.set("spark.sql.files.maxPartitionBytes", share)
        self.spark.conf.set("spark.sql.files.openCostInBytes", OPENING << 20)
        # tasks that look at the files before they are read
        self.spark.conf.set("spark.sql.sources.parallelPartitionDiscovery.parallelism",
                            min(1000, len(files) // LOOKED_AT + 1))
        # Spark reads no empty file
        empty = pa.table({"path": pa.array([file.path for file in files if not file.size], pa.string())})
        contents = self.spark.createDataFrame(empty).select("path", F.lit(b"").alias("content"))
        filled = [plan.literal(file.path) for file in files if file.size]
        if not filled:
            return contents
        read = (self.spark.read.format("binaryFile").option("recursiveFileLookup", True)
                # what is gone or cannot be read is looked for afterwards, by name
                .option("ignoreMissingFiles", True).option("ignoreCorruptFiles", True)
                .load(filled)).select("path", "content")
        return read.union(contents.coalesce(1)) if empty.num_rows else read

    # A part

    def _do(self, part: Sequence[Input]) -> None:
        run = f"{time.strftime('%Y%m%dT%H%M%S', time.gmtime())}-{uuid.uuid4().hex[:8]}"
        largest = self.options.limits.size << 20
        failures = [failure(None, file.path, "too-large", too_large(file.size, self.options.limits))
                    for file in part if file.size > largest]
        failures += [failure(None, file.path, "passed-over", PASSED_OVER)
                     for file in part if file.size <= largest and plan.is_passed_over(file.path)]
        given_up = {row["path"] for row in failures}
        readable = [file for file in part if file.path not in given_up]
        contents = self._contents(readable)
        with step("hash"):
            digests = self._digests(contents) if readable else {}
        failures += [failure(None, file.path, "unreadable", "cannot be read; the next run tries again")
                     for file in readable if file.path not in digests]
        pairs = [(file.path, digests[file.path]) for file in readable if file.path in digests]
        known = self.tables.known({document for _, document in pairs}, self.options.retry_failed)
        chosen = plan.first_names(pairs, known)
        self.outcome.again += len(pairs) - len(chosen)
        failures += self._extract(run, self._only(chosen, contents, readable), chosen)
        self.outcome.failures.update(row["code"] for row in failures)
        # what could not be read as it is listed is not noted, so that the next run tries again
        passing = {row["path"] for row in failures if row["code"] in PASSING}
        noted = [{"path": file.path, "bytes": file.size, "modified": file.modified,
                  "document": digests.get(file.path)}
                 for file in part if file.path not in passing
                 and (file.path in digests or file.path in given_up)]
        self.tables.stage_rows(run, "inputs", noted)
        extractor = self.description["extractor"]
        self.tables.stage_rows(run, "failures",
                               [{**row, "extractor": extractor, "run": run} for row in failures])
        with step("publish"):
            self.store.publish(run, self.tables.order)

    def _only(
        self, chosen: list[tuple[str, str]], contents: DataFrame, files: Sequence[Input],
    ) -> DataFrame:
        """The contents of the chosen files. To list them again is slow, to read others needless: where
        there are few others they are read too."""
        paths = {path for path, _ in chosen}
        if len(paths) == len(files):
            return contents
        if len(paths) < WORTH_READING * len(files):
            return self._contents([file for file in files if file.path in paths])
        names = self.spark.createDataFrame(pa.table({"path": pa.array(sorted(paths), pa.string())}))
        return contents.join(F.broadcast(names), "path", "left_semi")

    def _digests(self, contents: DataFrame) -> dict[str, str]:
        rows = contents.select("path", F.sha2("content", 256).alias("document"))
        table = rows.toArrow()
        return dict(zip(table["path"].to_pylist(), table["document"].to_pylist()))

    def _extract(
        self, run: str, contents: DataFrame, chosen: list[tuple[str, str]],
    ) -> list[dict]:
        """Stages the rows of the chosen documents; gives the failures."""
        if not chosen:
            return []
        function = extraction(self.options.program, self.options.worker_options,
                              self.options.limits, self.description)
        whole = pa_to_spark(extracted_schema(self.description))
        extracted = contents.mapInArrow(function, whole)
        place = f"{self.store.staging(run)}/extracted"
        with step("extract"):
            extracted.write.parquet(place)
        staged = self.spark.read.schema(whole).parquet(place)
        replies = {row["path"]: row for row in staged.select(
            "path", "attempts", "status", "folder", "sha256", "code", "message").toArrow().to_pylist()}
        failures, good = self._judge(chosen, replies)
        claims = [(document, replies[path]["folder"]) for path, document in chosen
                  if path in replies and replies[path]["folder"]]
        folders = plan.folders(claims, self.tables.taken_folders(claims))
        for row in failures:
            row["folder"] = folders.get(row["document"])
        self.outcome.documents += len(good)
        with step("write"):
            self.tables.stage(
                run, staged, {path: folders[document] for path, document in good.items()})
        return failures

    def _judge(
        self, chosen: list[tuple[str, str]], replies: dict[str, dict],
    ) -> tuple[list[dict], dict[str, str]]:
        """The failures, and the documents that are done, by their paths."""
        failures: list[dict] = []
        good: dict[str, str] = {}
        for path, document in chosen:
            reply = replies.get(path)
            if reply is None:
                failures.append(failure(None, path, "unreadable", "cannot be read any more"))
            elif reply["status"] == "failed":
                failures.append(failure(
                    document, path, reply["code"], reply["message"], reply["attempts"]))
            elif reply["sha256"] != document:
                failures.append(failure(None, path, "changed", "changed while it was read"))
            else:
                good[path] = document
        return failures, good


def failure(document: str | None, path: str, code: str, message: str, attempts: int = 0) -> dict:
    return {"document": document, "path": path, "folder": None, "code": code, "message": message,
            "attempts": attempts}


def pa_to_spark(schema: pa.Schema):
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Says how long it took."""
    start = time.monotonic()
    yield
    say(f"{name}: {time.monotonic() - start:.1f} s")


def say(text: str) -> None:
    print(f"juesuan-spark: {text}", file=sys.stderr, flush=True)
