"""What a report says beside its tables: checks, findings, warnings, paragraphs, as typed values."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Literal, NamedTuple, TypeVar, overload

if TYPE_CHECKING:
    import pandas as pd

Status = Literal["proved", "plausible", "suspect", "corrected", "confirmed"]
"""What is known of a number, see docs/format.md."""


class CellPlace(NamedTuple):
    """A cell: ``report.tables[table].cell(row, column)``."""

    table: str
    row: int
    column: int


class ProsePlace(NamedTuple):
    """A figure in the prose: ``report.paragraphs[paragraph].text[start:end]``."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Edit:
    """A repair of a text, see docs/repair.md."""

    rule: str
    at: int
    before: str
    after: str


@dataclass(frozen=True)
class Check:
    """A relation that was tried on certain figures."""

    id: str
    relation: str
    official: bool
    result: Literal["holds", "holds-rounding", "fails", "warns", "not-applicable"]
    difference: Decimal
    tolerance: Decimal
    reason: str | None
    cells: tuple[CellPlace, ...]
    prose: tuple[ProsePlace, ...]

    @classmethod
    def of(cls, told: dict[str, Any]) -> Check:
        """From ``document.json``."""
        return cls(
            id=told["id"],
            relation=told["relation"],
            official=told["official"],
            result=told["result"],
            difference=Decimal(told["difference"]),
            tolerance=Decimal(told["tolerance"]),
            reason=told["reason"],
            cells=_cells(told["cells"]),
            prose=_prose(told["prose"]),
        )


@dataclass(frozen=True)
class Finding:
    """What a person should look at: what fails, where, and what would mend it."""

    code: str
    severity: Literal["failure", "warning"]
    table: str | None
    page: int | None
    row: str
    column: str
    printed: str | None
    mend: str | None
    message: str
    formula: str | None
    chinese: str
    cells: tuple[CellPlace, ...]
    prose: tuple[ProsePlace, ...]
    checks: tuple[str, ...]

    @classmethod
    def of(cls, told: dict[str, Any]) -> Finding:
        """From ``document.json``."""
        places = {"cells": _cells(told["cells"]), "prose": _prose(told["prose"])}
        return cls(**{**_known(cls, told), **places, "checks": tuple(told["checks"])})


@dataclass(frozen=True)
class ReportWarning:
    """What was noticed while reading; ``page`` is None where it is about the whole document."""

    page: int | None
    code: str
    message: str

    @classmethod
    def of(cls, told: dict[str, Any]) -> ReportWarning:
        """From ``document.json``."""
        return cls(**_known(cls, told))


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the prose, and what was repaired in it."""

    page: int
    text: str
    edits: tuple[Edit, ...] = ()

    @classmethod
    def of(cls, told: dict[str, Any]) -> Paragraph:
        """From ``document.json``."""
        return cls(told["page"], told["text"], edits_of(told))

    def __str__(self) -> str:
        return self.text


Item = TypeVar("Item", Check, Finding, ReportWarning, Paragraph)


class Listing(Sequence[Item], Generic[Item]):
    """A list that is a DataFrame, too (``frame``)."""

    def __init__(
        self, kind: type[Item], told: Iterable[dict[str, Any]], make: Callable[..., Item]
    ) -> None:
        self._names = [field.name for field in dataclasses.fields(kind)]
        self._items: tuple[Item, ...] = tuple(make(each) for each in told)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    def __repr__(self) -> str:
        return f"[{', '.join(map(repr, self._items))}]"

    @property
    def frame(self) -> pd.DataFrame:
        """One row an item, one column a field."""
        import pandas as pd

        rows = [[getattr(item, name) for name in self._names] for item in self._items]
        return pd.DataFrame(rows, columns=self._names)


def edits_of(told: dict[str, Any]) -> tuple[Edit, ...]:
    """Those of a cell or paragraph, which has none where nothing was repaired."""
    return tuple(Edit(**_known(Edit, each)) for each in told.get("edits", ()))


def _known(kind: type[Any], told: dict[str, Any]) -> dict[str, Any]:
    """What a later version says beside it is passed over."""
    return {field.name: told[field.name] for field in dataclasses.fields(kind)}


def _cells(told: Iterable[Sequence[Any]]) -> tuple[CellPlace, ...]:
    return tuple(CellPlace(*place) for place in told)


def _prose(told: Iterable[Sequence[int]]) -> tuple[ProsePlace, ...]:
    return tuple(ProsePlace(*place) for place in told)
