"""The dataset's tables as Parquet: what is there, and what a run adds."""
from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

from . import plan
from .commit import Store
from .plan import Input
from .schema import row_type

YEAR = "report_year"
"""What the tables are parted by: the report's year. Tables of a report may have years of their own."""

STAGED_SHARE = 256
"""MiB of staged documents that make one file a year."""

AT_ONCE = 4
"""Tables written at the same time: small ones do not fill a cluster."""

OWN_TABLES = {
    # every file that was done, also under a second name of its document
    "inputs": pa.schema([
        ("path", pa.string()), ("bytes", pa.int64()), ("modified", pa.timestamp("us", "UTC")),
        ("document", pa.string())]),
    # every document that could not be done, and why
    "failures": pa.schema([
        ("document", pa.string()), ("path", pa.string()), ("folder", pa.string()),
        ("code", pa.string()), ("message", pa.string()), ("attempts", pa.int32()),
        ("extractor", pa.string()), ("run", pa.string())]),
}


class Tables:
    """Reads and stages the tables of one dataset."""

    def __init__(self, spark: SparkSession, store: Store, description: dict) -> None:
        self.spark = spark
        self.store = store
        self.names = [table["name"] for table in description["tables"]]
        self._types = {table["name"]: pa.schema(list(row_type(table)))
                       for table in description["tables"]} | OWN_TABLES

    @property
    def order(self) -> list[str]:
        """Of publishing: a document is there when its row in `documents` is."""
        rest = [name for name in self.names if name != "documents"]
        return [*rest, "failures", "documents", "inputs"]

    def existing(self, name: str) -> DataFrame:
        schema = from_arrow_schema(self._types[name])
        if not self._has(name):
            return self.spark.createDataFrame([], schema)
        return self.spark.read.schema(schema).parquet(self.store.table(name))

    def _has(self, name: str) -> bool:
        return self.store.files.exists(self.store.table(name))

    def known(self, documents: set[str], retry_failed: bool) -> set[str]:
        """Those of the documents that were done, or failed, before."""
        if not self._has("documents") and not self._has("failures"):
            return set()
        before = self.existing("documents").select("document")
        if not retry_failed:
            before = before.union(self.existing("failures").select("document"))
        return self._among(before, "document", documents)

    def done(self, files: Sequence[Input], retry_failed: bool) -> set[str]:
        """The paths of those files that were done before and have not changed since."""
        if not self._has("inputs"):
            return set()
        listed = self.spark.createDataFrame(pa.table({
            "path": pa.array([file.path for file in files], pa.string()),
            "bytes": pa.array([file.size for file in files], pa.int64()),
            "modified": pa.array([file.modified for file in files], pa.timestamp("us", "UTC")),
        }))
        inputs = self.existing("inputs")
        if retry_failed:
            inputs = inputs.join(self.existing("documents"), "document", "left_semi")
        rows = listed.join(inputs, ["path", "bytes", "modified"], "left_semi").select("path")
        return set(rows.toArrow()["path"].to_pylist())

    def taken_folders(self, claims: Sequence[tuple[str, str]]) -> set[str]:
        """Those of the folders that the claims may lead to which other documents have."""
        if not self._has("documents") and not self._has("failures"):
            return set()
        asked = {name for document, folder in claims
                 for name in plan.candidates(folder, document)}
        own = {document for document, _ in claims}
        before = self.existing("documents").select("folder", "document").union(
            self.existing("failures").select("folder", "document"))
        rows = before.join(F.broadcast(self._column("folder", asked)), "folder").collect()
        return {row["folder"] for row in rows if row["document"] not in own}

    def _among(self, rows: DataFrame, column: str, asked: set[str]) -> set[str]:
        found = rows.join(F.broadcast(self._column(column, asked)), column).distinct()
        return set(found.toArrow()[column].to_pylist())

    def _column(self, name: str, values: set[str]) -> DataFrame:
        table = pa.table({name: pa.array(sorted(values), pa.string())})
        return self.spark.createDataFrame(table)

    def stage_rows(self, run: str, name: str, rows: list[dict]) -> None:
        if rows:
            table = pa.Table.from_pylist(rows, schema=OWN_TABLES[name])
            self.spark.createDataFrame(table).coalesce(1).write.parquet(
                self.store.staged_table(run, name))

    def stage(self, run: str, staged: DataFrame, folders: dict[str, str]) -> None:
        """Writes the rows of the documents that have a folder here, by their paths: each table by
        itself, parted by the report's year."""
        share = STAGED_SHARE << 20
        self.spark.conf.set("spark.sql.files.maxPartitionBytes", share)
        self.spark.conf.set("spark.sql.files.openCostInBytes", 1 << 16)
        names = self.spark.createDataFrame(pa.table({
            "path": pa.array(list(folders.keys()), pa.string()),
            "given_folder": pa.array(list(folders.values()), pa.string()),
        }))
        kept = staged.join(F.broadcast(names), "path")
        with ThreadPoolExecutor(AT_ONCE) as pool:
            # each is awaited: what fails there fails here
            list(pool.map(lambda name: self._stage_table(run, name, kept), self.names))

    def _stage_table(self, run: str, name: str, staged: DataFrame) -> None:
        rows = staged.select(
            F.col("rows.documents")[0]["year"].alias(YEAR), "given_folder",
            F.explode(f"rows.{name}").alias("row"))
        columns = [F.col("given_folder").alias(column) if (name, column) == ("documents", "folder")
                   else F.col(f"row.{column}") for column in self._types[name].names]
        rows.select(YEAR, *columns).write.partitionBy(YEAR).parquet(
            self.store.staged_table(run, name))
