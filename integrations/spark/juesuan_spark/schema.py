"""The dataset's tables as Arrow types, from the program's own description of them."""
from __future__ import annotations

import pyarrow as pa

KINDS = {
    "text": pa.string(),
    # exact: how many places there are is for each report to say
    "decimal": pa.string(),
    "integer": pa.int64(),
    "real": pa.float64(),
    "flag": pa.bool_(),
}

PLACED = pa.schema([("path", pa.string()), ("attempts", pa.int32())])
"""What is known of a document beside its reply."""


def row_type(table: dict) -> pa.StructType:
    return pa.struct([(column["name"], KINDS[column["kind"]]) for column in table["columns"]])


def reply_schema(description: dict) -> pa.Schema:
    """A worker's reply, as far as it is kept."""
    rows = [(table["name"], pa.list_(row_type(table))) for table in description["tables"]]
    return pa.schema([
        ("status", pa.string()), ("folder", pa.string()), ("sha256", pa.string()),
        ("extractor", pa.string()), ("code", pa.string()), ("message", pa.string()),
        ("rows", pa.struct(rows)),
    ])


def extracted_schema(description: dict) -> pa.Schema:
    """A document's reply with its place: what extraction gives."""
    return pa.schema([*PLACED, *reply_schema(description)])
