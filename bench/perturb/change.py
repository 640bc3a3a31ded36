"""A change to a document and what must come of it."""
from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Callable

from claims import Claims
from document import Document, Place, Table


@dataclass
class Change:
    """What was done, and what may and must be said of it; by default nothing at all."""

    document: Document
    # in words, for people
    what: str
    # cells, paragraphs and tables that new findings may be about
    cells: set[Place] = field(default_factory=set)
    paragraphs: set[int] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    # codes of findings that these tables may have; none: any
    codes: set[str] = field(default_factory=set)
    # something must be said of these
    is_error: bool = False
    # a table that must no longer be what it was for certain
    stranger: str | None = None
    # cells that must not be proved
    wrong: set[Place] = field(default_factory=set)
    # tables whose figures may lose their proof, or their table
    weaker: set[str] = field(default_factory=set)


@dataclass
class Report:
    """A document and what is said of it unchanged."""

    document: Document
    claims: Claims

    def known(self, is_form: bool = False) -> list[Table]:
        """Tables that the catalogue knows for certain."""
        return [table for table in self.document.tables
                if self.claims.known.get(table["id"], ("", False))[1] and (is_form or table["title"])]

    def records(self, table: str) -> dict[Place, dict]:
        return {at: record for at, record in self.claims.records.items() if at[0] == table}


Maker = Callable[[Report, random.Random], Change | None]
CHANGES: dict[str, Maker] = {}


def change(name: str) -> Callable[[Maker], Maker]:
    """Registers a kind of change."""
    def register(maker: Maker) -> Maker:
        CHANGES[name] = maker
        return maker
    return register
