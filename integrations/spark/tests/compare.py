"""The Parquet tables of the job beside the SQLite file and the manifest of a run on one machine."""
from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset

from juesuan_spark.schema import KINDS, row_type
from juesuan_spark.tables import YEAR

AT_ONCE = 50_000
SQLITE = {"text": "TEXT", "decimal": "TEXT", "integer": "INTEGER", "flag": "INTEGER", "real": "REAL"}


class Difference(Exception):
    """What is not the same."""


def read(root: Path, name: str) -> pa.Table:
    """A table as Parquet readers see it."""
    if not (root / name).exists():
        return pa.table({})
    partitioning = pyarrow.dataset.partitioning(pa.schema([(YEAR, pa.int64())]), flavor="hive")
    return pyarrow.dataset.dataset(root / name, format="parquet", partitioning=partitioning).to_table()


def same_tables(root: Path, database: Path, description: dict) -> dict[str, int]:
    """Rows of each table, all of them the same in both; raises Difference."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        return {table["name"]: same_table(root, connection, table)
                for table in description["tables"]}


def same_table(root: Path, connection: sqlite3.Connection, table: dict) -> int:
    name, columns = table["name"], [column["name"] for column in table["columns"]]
    kinds = {column["name"]: column["kind"] for column in table["columns"]}
    told = {row[1]: row[2] for row in connection.execute(f'PRAGMA table_info("{name}")')}
    if told != {column: SQLITE[kind] for column, kind in kinds.items()}:
        raise Difference(f"{name}: SQLite's columns are {told}")
    parquet = read(root, name)
    wanted = [*((column, KINDS[kind]) for column, kind in kinds.items()), (YEAR, pa.int64())]
    found = [(field.name, field.type) for field in parquet.schema]
    if found != wanted:
        raise Difference(f"{name}: Parquet's columns are {found}, not {wanted}")
    order = ", ".join(f'"{column}"' for column in table["key"])
    select = ", ".join(f'"{column}"' for column in columns)
    rows = connection.execute(f"SELECT {select} FROM {name} ORDER BY {order}")
    parquet = parquet.drop_columns([YEAR]).sort_by([(key, "ascending") for key in table["key"]])
    count = 0
    for expected in parts(rows, table):
        part = parquet.slice(count, len(expected)).combine_chunks()
        if not part.equals(expected):
            raise Difference(f"{name}: {first_difference(part, expected)}")
        count += len(expected)
    if count != len(parquet):
        raise Difference(f"{name}: {len(parquet)} rows, not {count}")
    return count


def parts(rows: sqlite3.Cursor, table: dict) -> Iterator[pa.Table]:
    """SQLite's rows as Arrow has them; flags are 0 and 1 there."""
    schema = pa.schema(list(row_type(table)))
    while some := rows.fetchmany(AT_ONCE):
        columns = [[None if value is None else bool(value) for value in values]
                   if field.type == pa.bool_() else values
                   for field, values in zip(schema, map(list, zip(*some)))]
        yield pa.table(columns, schema=schema)


def first_difference(found: pa.Table, expected: pa.Table) -> str:
    for one, other in zip(found.to_pylist(), expected.to_pylist()):
        if one != other:
            return f"{one}\n  is not\n{other}"
    return f"{len(found)} rows, not {len(expected)}"


# a document that never ends and grows meanwhile meets whichever limit comes first, on that machine and at that load
LIMITS = {"timeout", "memory-limit"}


def same_reason(one: str | None, other: str | None) -> bool:
    """Whether a document failed for one reason in two runs."""
    return one == other or {one, other} <= LIMITS


def failures_on_one_machine(output: Path, documents: Path) -> dict[str, str]:
    """The reason of each input that failed, by its path below the documents."""
    entries = map(json.loads, (output / "manifest.jsonl").read_text().splitlines())
    return {str(Path(entry["input"]).relative_to(documents)): entry["error"]["code"]
            for entry in entries if entry["status"] == "failed"}


def failures_of_the_job(root: Path, documents: Path) -> dict[str, str]:
    """The same: each name of a document that failed has the document's reason."""
    failures = read(root, "failures").to_pylist()
    reasons = {row["document"]: row["code"] for row in failures if row["document"]}
    start = f"file:{documents}/"
    found = {row["path"].removeprefix(start): row["code"] for row in failures}
    for row in read(root, "inputs").to_pylist():
        if row["document"] in reasons:
            found[row["path"].removeprefix(start)] = reasons[row["document"]]
    return found
