"""A table of a report, and the report's tables by name."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from . import arrow, dataframes, html
from .cell import Cell
from .columns import AMOUNTS, HEADERS, Amounts, Header, one_of
from .errors import TableNotFoundError
from .items import Status

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_NEAR_NAMES = 3
# of difflib's ratio: names that differ in a few characters of ten
_NEARNESS = 0.5


class Table:
    """A table: its grid as printed, its cells, and both as DataFrames or Arrow tables."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._told = told

    @property
    def id(self) -> str:
        """``t01``, ``t02`` … in the order of the document."""
        return str(self._told["id"])

    @property
    def title(self) -> str | None:
        """As printed, such as 收入决算表."""
        return self._text("title")

    @property
    def code(self) -> str | None:
        """As printed, such as 公开02表."""
        return self._text("code")

    @property
    def catalogue(self) -> str | None:
        """The official table that this is, such as ``income`` (docs/catalogue.md)."""
        return self._text("catalogue")

    @property
    def identity(self) -> str | None:
        """``certain``, or ``likely`` where it only looks like the official table."""
        return self._text("identity")

    @property
    def unit(self) -> str | None:
        """As printed, such as 万元."""
        return self._text("unit")

    @property
    def organisation(self) -> str | None:
        """As printed around the table."""
        return self._text("organisation")

    @property
    def note(self) -> str | None:
        """What stands below the table."""
        return self._text("note")

    @property
    def year(self) -> int | None:
        """As printed around the table."""
        year: int | None = self._told["year"]
        return year

    @property
    def pages(self) -> list[int]:
        """The pages that it goes over."""
        return list(self._told["pages"])

    @property
    def header(self) -> list[list[str]]:
        """The header's levels, top first; a spanning cell's text in every place that it covers."""
        return [list(level) for level in self._told["header"]]

    @property
    def rows(self) -> list[list[str]]:
        """The body as texts, as pdfplumber's ``extract_tables`` gives it."""
        return [list(row) for row in self._told["rows"]]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows of the body, and columns."""
        grid = self._told["header"] or self._told["rows"]
        return len(self._told["rows"]), len(grid[0]) if grid else 0

    @cached_property
    def cells(self) -> list[Cell]:
        """Every cell, the header's too, with its box on the page."""
        return [Cell.of(cell) for cell in self._told["cells"]]

    def cell(self, row: int, column: int) -> Cell:
        """The cell at this place, as checks and findings name it; also one that spans it."""
        return self._by_place[row, column]

    @cached_property
    def _by_place(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }

    @cached_property
    def frame(self) -> pd.DataFrame:
        """``to_frame()``: header levels joined, numbers as exact Decimals."""
        return self.to_frame()

    @cached_property
    def status(self) -> pd.DataFrame:
        """``to_status()``: the statuses of the numbers, in the same places as in ``frame``."""
        return self.to_status()

    def to_frame(
        self,
        header: Header = "joined",
        amounts: Amounts = "decimal",
        column_numbers: bool = False,
    ) -> pd.DataFrame:
        """The table as a DataFrame. An empty cell is missing, not 0.

        A column is one of numbers where all that stands in it are numbers or dashes; other columns
        are texts as printed. ``column_numbers`` keeps the header's row 栏次.
        ``attrs`` has title and unit.
        """
        one_of("header", header, HEADERS)
        one_of("amounts", amounts, AMOUNTS)
        return dataframes.table_frame(self._told, header, amounts, column_numbers)

    def to_status(self, header: Header = "joined", column_numbers: bool = False) -> pd.DataFrame:
        """What is known of each number (``proved`` …); missing where there is none."""
        one_of("header", header, HEADERS)
        return dataframes.status_frame(self._told, header, column_numbers)

    def arrow(self, column_numbers: bool = False) -> pa.Table:
        """The table as one of pyarrow: exact decimals, and texts."""
        return arrow.arrow_table(self._told, column_numbers)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.arrow().__arrow_c_stream__(requested_schema)

    def count(self, status: Status) -> int:
        """How many of its numbers have this status."""
        return sum(cell.get("status") == status for cell in self._told["cells"])

    def to_dict(self) -> dict[str, Any]:
        """As in ``document.json``."""
        return self._told

    def _text(self, name: str) -> str | None:
        text: str | None = self._told[name]
        return text

    def __repr__(self) -> str:
        rows, columns = self.shape
        facts = [f"{rows} × {columns}", f"{html.page_range(self.pages)}", self.code, self.unit]
        return f"<Table {self.id} {self.title or '–'}: {', '.join(filter(None, facts))}>"

    def _repr_html_(self) -> str:
        return html.table(self._told)


class Tables(Sequence[Table]):
    """The tables of a report: by position, or by title, code, catalogue name or id."""

    def __init__(self, told: Sequence[dict[str, Any]]) -> None:
        self._tables = tuple(Table(each) for each in told)

    @overload
    def __getitem__(self, key: int | str) -> Table: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Table, ...]: ...
    def __getitem__(self, key: int | str | slice) -> Table | tuple[Table, ...]:
        return self._named(key) if isinstance(key, str) else self._tables[key]

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):
            return bool(self._matching(key))
        return key in self._tables

    def __len__(self) -> int:
        return len(self._tables)

    def __iter__(self) -> Iterator[Table]:
        return iter(self._tables)

    def __repr__(self) -> str:
        return "\n".join(map(repr, self._tables)) or "<no tables>"

    def _repr_html_(self) -> str:
        return html.table_list([table.to_dict() for table in self._tables])

    def find(self, part: str) -> list[Table]:
        """All tables whose title has this in it."""
        wanted = _plain(part)
        return [table for table in self._tables if wanted in _plain(table.title or "")]

    def _named(self, key: str) -> Table:
        found = self._matching(key)
        if len(found) == 1:
            return found[0]
        if found:
            names = " and ".join(table.id for table in found)
            raise TableNotFoundError(
                f"{len(found)} tables are called {key}: take one by its id, {names}",
                code="several-tables",
            )
        near = " or ".join(self._near(key))
        advice = f"did you mean {near}?" if near else f"there are {len(self)}: see report.tables"
        raise TableNotFoundError(f"no table is called {key}; {advice}", code="no-such-table")

    def _matching(self, key: str) -> list[Table]:
        """Those of the first kind of name that any of them has."""
        wanted = _plain(key)
        for name in _NAMES:
            found = [table for table in self._tables if _plain(name(table) or "") == wanted]
            if found and wanted:
                return found
        return []

    def _near(self, key: str) -> list[str]:
        containing = [table.title or table.id for table in self.find(key)] if _plain(key) else []
        names = [name(table) for table in self._tables for name in _NAMES]
        plain = {_plain(name): name for name in names if name}
        close = difflib.get_close_matches(_plain(key), plain, _NEAR_NAMES, _NEARNESS)
        return list(dict.fromkeys([*containing, *(plain[name] for name in close)]))[:_NEAR_NAMES]


_NAMES: tuple[Callable[[Table], str | None], ...] = (
    lambda table: table.id,
    lambda table: table.title,
    lambda table: table.code,
    lambda table: table.catalogue,
)


def _plain(name: str) -> str:
    """Without spaces and quotation marks, full width as half width: so that it can be typed."""
    return "".join(
        character
        for character in unicodedata.normalize("NFKC", name).casefold()
        if not character.isspace() and character not in "\"'“”‘’«»《》"
    )
