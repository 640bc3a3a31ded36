"""Columns, rows and tables more or less, and their order."""
from __future__ import annotations

import random

from change import Change, Report, Table, change
from document import Place, insert_column, insert_row

COPIES = ("人员经费", "其中：人员经费", "公用经费", "其中：项目支出")


def with_codes(report: Report) -> list[Table]:
    """Known tables with rows of codes."""
    tables = []
    for table in report.known():
        records = report.records(table["id"]).values()
        if sum(record["code"] is not None for record in records) >= 3:
            tables.append(table)
    return tables


def is_plain(report: Report, table: Table) -> bool:
    """No two codes stand in one row: their columns would belong to different items."""
    codes: dict[int, set[str]] = {}
    for at, record in report.records(table["id"]).items():
        if record["code"]:
            codes.setdefault(at[1], set()).add(record["code"])
    return all(len(row) == 1 for row in codes.values())


@change("column-added")
def column(report: Report, dice: random.Random) -> Change | None:
    """A part of another column, at the end."""
    tables = [table for table in with_codes(report) if is_plain(report, table)]
    if not tables:
        return None
    document = report.document.copy()
    table = document.table(dice.choice(tables)["id"])
    top, width = len(table["header"]), len((table["header"] + table["rows"])[0])
    records = report.records(table["id"])
    # of the block that ends there, and without an error that would be copied too
    copied = max(at[2] for at in records)
    if any(record["status"] == "suspect" for record in records.values()):
        return None
    header = dice.choice([name for name in COPIES if not any(name[-4:] in cell for row in table["header"] for cell in row)]
                         or ["备用"])
    cells = {cell["row"]: cell["text"] for cell in table["cells"] if cell["column"] == copied}
    insert_column(table, width, header, [cells.get(row + top, "") for row in range(len(table["rows"]))])
    new = (table["id"], width)
    document.origin = lambda place: None if (place[0], place[2]) == new else place
    return Change(document, f"{table['id']} has a column {header}, a copy of column {copied}")


@change("of-which-row")
def row(report: Report, dice: random.Random) -> Change | None:
    """其中 below a row: a part of it, never a term beside it."""
    tables = with_codes(report)
    if not tables:
        return None
    document = report.document.copy()
    table = document.table(dice.choice(tables)["id"])
    records = report.records(table["id"])
    # the part has the row's figures: where those do not add up, its own would not
    accused = {place[:2] for said in report.claims.findings for place in said.touched}
    leaves = sorted({at[1] for at, record in records.items()
                     if record["code"] and record["level"] == 3 and at[:2] not in accused})
    if not leaves:
        return None
    above = dice.choice(leaves)
    texts = ["" for _ in (table["header"] + table["rows"])[0]]
    figures = [at[2] for at in records if at[1] == above]
    labels = [cell["column"] for cell in table["cells"]
              if cell["row"] == above and cell["column"] < min(figures) and cell["text"]]
    if not labels:
        return None
    texts[max(labels)] = "其中：专项经费"
    for column in figures:
        cell = document.cell((table["id"], above, column))
        texts[column] = cell["text"] if cell else ""
    insert_row(table, above + 1, texts)
    name = table["id"]

    def origin(place: Place) -> Place | None:
        if place[0] != name or place[1] <= above:
            return place
        return None if place[1] == above + 1 else (name, place[1] - 1, place[2])
    document.origin = origin
    return Change(document, f"{name} has a row 其中 below row {above}")


@change("order")
def order(report: Report, dice: random.Random) -> Change | None:
    """Tables stand in another order."""
    document = report.document.copy()
    if len(document.tables) < 2:
        return None
    dice.shuffle(document.tables)
    return Change(document, "order: " + " ".join(table["id"] for table in document.tables))


@change("table-lost")
def lost(report: Report, dice: random.Random) -> Change | None:
    """A table is not there: the contents list may still name it, and what it proved is less sure."""
    document = report.document.copy()
    if len(document.tables) < 2:
        return None
    table = dice.choice(document.tables)
    document.tables.remove(table)
    return Change(document, f"{table['id']} {table['title']} is lost", codes={"missing-table"},
                  paragraphs=set(range(len(document.paragraphs))),
                  weaker={table["id"] for table in report.document.tables})
