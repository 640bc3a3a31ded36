"""The records of a report as columns, those of ``records.csv`` (docs/format.md)."""

from __future__ import annotations

from typing import Any

WHOLE = frozenset({"year", "line", "level", "page"})
"""Columns of whole numbers."""

EXACT = frozenset({"amount", "yuan"})
"""Columns of exact decimals."""

REAL = frozenset({"x0", "y0", "x1", "y1"})
"""Columns of measures on the page, in points."""

_OF_RECORD = {
    **{name: name for name in ("block", "line", "row", "code", "level", "parent", "item", "name")},
    **{name: name for name in ("measure", "amount", "unit")},
    "unit_from": "unitFrom",
    "yuan": "yuan",
}
_PLACE = ("x0", "y0", "x1", "y1")
_DOCUMENT_DIGITS = 12


def record_columns(document: dict[str, Any]) -> dict[str, list[Any]]:
    """Columns by name; decimals are texts still."""
    tables = {table["id"]: table for table in document["tables"]}
    cells = {
        (table["id"], cell["row"], cell["column"]): cell
        for table in document["tables"]
        for cell in table["cells"]
        if "amount" in cell
    }
    rows = [_row(record, tables, cells, document) for record in document["records"]]
    return {name: [row[name] for row in rows] for name in COLUMNS}


def _row(
    record: dict[str, Any],
    tables: dict[str, dict[str, Any]],
    cells: dict[tuple[str, int, int], dict[str, Any]],
    document: dict[str, Any],
) -> dict[str, Any]:
    table = tables[record["table"]]
    row, column = record["cell"]
    cell = cells.get((record["table"], row, column), {})
    organisation, year = table["organisation"], table["year"]
    return {
        "document": document["source"]["sha256"][:_DOCUMENT_DIGITS],
        "organisation": document["organisation"] if organisation is None else organisation,
        "year": document["year"] if year is None else year,
        "table": record["table"],
        "catalogue": table["catalogue"],
        **{name: record[key] for name, key in _OF_RECORD.items()},
        "page": cell.get("page"),
        **dict(zip(_PLACE, cell.get("box") or [None] * len(_PLACE), strict=True)),
        "status": record["status"],
        "reservation": record["reservation"],
    }


COLUMNS = (
    *("document", "organisation", "year", "table", "catalogue"),
    *_OF_RECORD,
    *("page", *_PLACE, "status", "reservation"),
)
"""Their order."""
