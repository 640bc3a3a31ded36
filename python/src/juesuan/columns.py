"""A table as columns of values: what DataFrames and Arrow tables are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, get_args

Header = Literal["joined", "multi"]
"""Levels of a header as one text (``本年支出 / 小计``), or as a MultiIndex."""

Amounts = Literal["decimal", "float", "text"]
"""Numbers as exact Decimals, as floats, or as printed (``1,358.64``)."""

HEADERS = get_args(Header)
AMOUNTS = get_args(Amounts)

Value = Decimal | str | None

SEPARATOR = " / "

# printed where there is no number; in a column of numbers it is none
_DASH = re.compile(r"[-–—－―─/／]+%?")
_COLUMN_NUMBER = re.compile(r"\d{1,3}")
_COLUMN_FORMULA = re.compile(r"[\d\s=+\-－—*×/()（）]*\d[\d\s=+\-－—*×/()（）]*")
_COLUMN_NUMBERS_LABEL = re.compile(r"栏\s*次")


@dataclass
class Column:
    """A column: its header's levels, its cells as values, and the statuses of its numbers."""

    levels: tuple[str, ...]
    values: list[Value] = field(default_factory=list)
    statuses: list[str | None] = field(default_factory=list)
    is_number: bool = False

    @property
    def joined(self) -> str:
        """The levels joined; one that repeats the one above it is said once."""
        said: list[str] = []
        for level in self.levels:
            if level and (not said or said[-1] != level):
                said.append(level)
        return SEPARATOR.join(said)


def columns_of(
    told: dict[str, Any], amounts: Amounts = "decimal", column_numbers: bool = False
) -> list[Column]:
    """The columns of a table of ``document.json``. An empty cell is None.

    A column is one of numbers where all that stands in it are numbers or dashes; else its
    values are texts as printed.
    """
    header: list[list[str]] = told["header"]
    rows: list[list[str]] = told["rows"]
    levels = header if column_numbers else without_column_numbers(header)
    width = len(header[0]) if header else len(rows[0]) if rows else 0
    cells = _body_cells(told, len(header))
    columns = []
    for index in range(width):
        column = Column(tuple(level[index] for level in levels))
        own = [cells.get((row, index), {}) for row in range(len(rows))]
        texts = [row[index] for row in rows]
        column.statuses = [cell.get("status") for cell in own]
        column.is_number = amounts != "text" and _are_numbers(own, texts)
        column.values = (
            [_amount(cell) for cell in own]
            if column.is_number
            else [text if text else None for text in texts]
        )
        columns.append(column)
    return columns


def without_column_numbers(header: Sequence[list[str]]) -> Sequence[list[str]]:
    """The header without the row that only numbers the columns (栏次)."""
    if len(header) < 2:
        return header
    *rest, last = header
    own = [text for text, above in zip(last, rest[-1], strict=True) if text and text != above]
    numbers = [text for text in own if not _COLUMN_NUMBERS_LABEL.fullmatch(text)]
    is_numbering = any(_COLUMN_NUMBER.fullmatch(text) for text in numbers) and all(
        _COLUMN_NUMBER.fullmatch(text) or ("=" in text and _COLUMN_FORMULA.fullmatch(text))
        for text in numbers
    )
    return rest if is_numbering else header


def names_of(columns: Sequence[Column]) -> list[str]:
    """The joined names, all different: a second ``合计`` is ``合计.1``, as pandas has it."""
    names = [column.joined or f"Unnamed: {index}" for index, column in enumerate(columns)]
    taken = set(names)
    counts: dict[str, int] = {}
    result = []
    for name in names:
        count = counts.get(name, 0)
        while count and f"{name}.{count}" in taken:
            count += 1
        counts[name] = count + 1
        result.append(f"{name}.{count}" if count else name)
    return result


def _body_cells(told: dict[str, Any], above: int) -> dict[tuple[int, int], dict[str, Any]]:
    return {
        (cell["row"] - above, cell["column"]): cell
        for cell in told["cells"]
        if cell["row"] >= above
    }


def _are_numbers(cells: Sequence[dict[str, Any]], texts: Sequence[str]) -> bool:
    printed = [(cell, text) for cell, text in zip(cells, texts, strict=True) if text]
    others = (text for cell, text in printed if "amount" not in cell)
    return any("amount" in cell for cell, _ in printed) and all(map(_DASH.fullmatch, others))


def _amount(cell: dict[str, Any]) -> Decimal | None:
    told = cell.get("amount")
    return None if told is None else Decimal(told)


def one_of(name: str, value: str, allowed: Sequence[str]) -> None:
    """Refuses what a parameter cannot be."""
    if value not in allowed:
        raise ValueError(f"{name} is {value!r}; it can be {', '.join(map(repr, allowed))}")
