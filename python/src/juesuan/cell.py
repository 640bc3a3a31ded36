"""A cell of a table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from .items import Edit, Status, edits_of

CellKind = Literal["header", "text", "code", "line-number", "amount", "empty"]


@dataclass(frozen=True)
class Cell:
    """A cell as printed and as read. ``row``, ``column`` count from 0, the header's rows too."""

    row: int
    column: int
    row_span: int
    column_span: int
    page: int
    box: tuple[float, float, float, float] | None
    kind: CellKind
    raw: str
    text: str
    amount: Decimal | None
    status: Status | None
    checks: tuple[str, ...]
    certainty: float | None
    doubt: str | None
    edits: tuple[Edit, ...]

    @classmethod
    def of(cls, told: dict[str, Any]) -> Cell:
        """From ``document.json``."""
        box, amount = told["box"], told.get("amount")
        return cls(
            row=told["row"],
            column=told["column"],
            row_span=told["rowSpan"],
            column_span=told["columnSpan"],
            page=told["page"],
            box=None if box is None else (box[0], box[1], box[2], box[3]),
            kind=told["kind"],
            raw=told["raw"],
            text=told["text"],
            amount=None if amount is None else Decimal(amount),
            status=told.get("status"),
            checks=tuple(told.get("checks", ())),
            certainty=told.get("certainty"),
            doubt=told.get("doubt"),
            edits=edits_of(told),
        )
