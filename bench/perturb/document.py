"""A document.json that can be changed: its tables, their cells, its prose."""
from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any, Callable, Iterator

Cell = dict[str, Any]
Table = dict[str, Any]
# table, row (the header's counted too), column
Place = tuple[str, int, int]


@dataclass
class Document:
    """What one report holds; changes are made to a copy."""

    name: str
    json: dict[str, Any]
    # where a place of the changed document was before; none where it was nowhere
    origin: Callable[[Place], Place | None] = field(default=lambda place: place)

    @property
    def tables(self) -> list[Table]:
        return self.json["tables"]

    @property
    def paragraphs(self) -> list[dict[str, Any]]:
        return self.json["paragraphs"]

    def copy(self) -> Document:
        """Records, checks and findings are left out: a check makes them anew."""
        shallow = {key: value for key, value in self.json.items() if key not in ("records", "checks", "findings")}
        return Document(self.name, copy.deepcopy(shallow))

    def table(self, name: str) -> Table:
        return next(table for table in self.tables if table["id"] == name)

    def cell(self, place: Place) -> Cell | None:
        name, row, column = place
        return next((cell for cell in self.table(name)["cells"] if cell["row"] == row and cell["column"] == column),
                    None)

    def write(self, place: Place, text: str, amount: str) -> None:
        """Puts another number into a cell."""
        name, row, column = place
        table, cell = self.table(name), self.cell(place)
        assert cell is not None
        cell["raw"] = cell["text"] = text
        cell["amount"] = amount
        table["rows"][row - len(table["header"])][column] = text


def grids(table: Table) -> Iterator[list[str]]:
    """The rows of the header and of the body, as they are written."""
    yield from table["header"]
    yield from table["rows"]


def insert_column(table: Table, at: int, header: str, texts: list[str]) -> None:
    """A column in front of column `at`; cells that span it grow. A text for each row of the body."""
    top = len(table["header"])
    spanned = set()
    for cell in table["cells"]:
        if cell["column"] >= at:
            cell["column"] += 1
        elif cell["column"] + cell["columnSpan"] > at:
            cell["columnSpan"] += 1
            spanned |= set(range(cell["row"], cell["row"] + cell["rowSpan"]))
    for row, line in enumerate(grids(table)):
        line.insert(at, header if row < top else texts[row - top])
    bottom = len(table["header"]) + len(table["rows"])
    if top:
        add_cell(table, 0, at, header, rows=top, kind="header")
    for row in range(top, bottom):
        if row not in spanned:
            add_cell(table, row, at, texts[row - top])


def insert_row(table: Table, at: int, texts: list[str]) -> None:
    """A row in front of row `at` of the whole grid; cells that span it grow."""
    spanned = set()
    for cell in table["cells"]:
        if cell["row"] >= at:
            cell["row"] += 1
        elif cell["row"] + cell["rowSpan"] > at:
            cell["rowSpan"] += 1
            spanned |= set(range(cell["column"], cell["column"] + cell["columnSpan"]))
    table["rows"].insert(at - len(table["header"]), list(texts))
    for column, text in enumerate(texts):
        if column not in spanned:
            add_cell(table, at, column, text)


def add_cell(table: Table, row: int, column: int, text: str, rows: int = 1, kind: str | None = None) -> None:
    amount = text.replace(",", "")
    is_number = kind is None and amount.lstrip("-").replace(".", "", 1).isdigit()
    near = table["cells"][0] if table["cells"] else {"page": 1, "box": [0, 0, 1, 1]}
    cell: Cell = {"row": row, "column": column, "rowSpan": rows, "columnSpan": 1, "page": near["page"],
                  "box": near["box"], "kind": kind or ("amount" if is_number else "text"), "raw": text, "text": text}
    if is_number:
        cell |= {"amount": amount, "status": "plausible", "checks": []}
    table["cells"].append(cell)
    table["cells"].sort(key=lambda cell: (cell["row"], cell["column"]))
