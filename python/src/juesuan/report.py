"""A report: what was read of one document."""

from __future__ import annotations

import json
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from . import arrow, dataframes, html, program
from .columns import AMOUNTS, Amounts, one_of
from .errors import Error, NoSuchPageError
from .items import Check, Finding, Listing, Paragraph, ReportWarning
from .pages import Page, PageImage
from .records import record_columns
from .sources import Source
from .table import Table, Tables

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

FORMAT = "juesuan-document/2"
"""What ``document.json`` says of itself."""


class Report:
    """One document: its tables, records, prose, and what was noticed."""

    ok: Literal[True] = True
    """A ``Failure`` of ``read_many`` has False here."""

    def __init__(
        self, document: dict[str, Any], source: Source | None = None, password: str | None = None
    ) -> None:
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            message = f"is no document.json of this version ({FORMAT}); extract it again"
            raise Error(message, code="not-a-document", exit=2)
        self._told = document
        self._source = source
        self._password = password

    @classmethod
    def from_json(
        cls, text: str | bytes, source: Source | None = None, password: str | None = None
    ) -> Report:
        """From the text of a ``document.json``."""
        try:
            return cls(json.loads(text), source, password)
        except ValueError as error:
            message = f"is no document.json: {error}"
            raise Error(message, code="not-a-document", exit=2) from None

    @property
    def path(self) -> Path | None:
        """Where it was read; None where it came as bytes."""
        return self._source.path if self._source else None

    @property
    def file(self) -> str:
        """The file's name."""
        return str(self._told["source"]["file"])

    @property
    def sha256(self) -> str:
        """The file's."""
        return str(self._told["source"]["sha256"])

    @property
    def organisation(self) -> str | None:
        """Whose accounts these are."""
        organisation: str | None = self._told["organisation"]
        return organisation

    @property
    def scope(self) -> str | None:
        """``department`` (部门) or ``unit`` (单位); None where it does not say."""
        scope: str | None = self._told.get("scope")
        return scope

    @property
    def year(self) -> int | None:
        """Of which year."""
        year: int | None = self._told["year"]
        return year

    @property
    def kind(self) -> Literal["final-accounts", "budget", "unknown"]:
        """决算 or 预算."""
        kind: Literal["final-accounts", "budget", "unknown"] = self._told["kind"]
        return kind

    @cached_property
    def tables(self) -> Tables:
        """By position, title, code, catalogue name or id."""
        return Tables(self._told["tables"])

    @cached_property
    def records(self) -> pd.DataFrame:
        """``to_records()``: one row a number of the official tables, with exact Decimals."""
        return self.to_records()

    def to_records(self, amounts: Amounts = "decimal") -> pd.DataFrame:
        """One row a number of the official tables; the columns are those of ``records.csv``."""
        one_of("amounts", amounts, AMOUNTS)
        return dataframes.record_frame(record_columns(self._told), amounts)

    @property
    def records_arrow(self) -> pa.Table:
        """The records as a table of pyarrow, with the same schema for every report."""
        return arrow.arrow_records(record_columns(self._told))

    @cached_property
    def checks(self) -> Listing[Check]:
        """The relations that were tried."""
        return Listing(Check, self._told["checks"], Check.of)

    @cached_property
    def findings(self) -> Listing[Finding]:
        """What a person should look at: what fails, where, and what would mend it."""
        return Listing(Finding, self._told["findings"], Finding.of)

    @cached_property
    def warnings(self) -> Listing[ReportWarning]:
        """What was noticed while reading, such as pages that need OCR."""
        return Listing(ReportWarning, self._told["warnings"], ReportWarning.of)

    @cached_property
    def paragraphs(self) -> Listing[Paragraph]:
        """The prose."""
        return Listing(Paragraph, self._told["paragraphs"], Paragraph.of)

    @cached_property
    def pages(self) -> list[Page]:
        """The pages that were read."""
        return [Page(page, self._paint) for page in self._told["pages"]]

    def page(self, number: int) -> Page:
        """A page by its number, from 1."""
        for page in self.pages:
            if page.number == number:
                return page
        read = f"the document has {self._told['source']['pages']}, {len(self.pages)} were read"
        raise NoSuchPageError(f"there is no page {number}: {read}", code="no-such-page", exit=64)

    def show(self, table: Table | str | int, scale: float = 2.0) -> SideBySide:
        """A table beside its pages, for a notebook: each number's box in its status's colour."""
        return SideBySide(self, table if isinstance(table, Table) else self.tables[table], scale)

    def to_dict(self) -> dict[str, Any]:
        """``document.json``, see docs/format.md."""
        return self._told

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes it as JSON; ``load`` reads it."""
        Path(path).write_text(json.dumps(self._told, ensure_ascii=False), encoding="utf-8")

    def _paint(self, number: int, scale: float, marks: bool) -> PageImage:
        if self._source is None:
            message = "has no file to paint pages of: give load its PDF (pdf=…)"
            raise Error(message, code="unreadable", exit=2, path=self.file)
        with self._source.file(self.sha256) as path:
            asked = [f"--page={number}", f"--scale={scale:g}"]
            if self._password is not None:
                asked.append(f"--password={self._password}")
            if marks:
                data = program.run("inspect", *asked, "--quiet", "-o", "-", "--", path, path=path)
                return PageImage(data, "image/png")
            return PageImage(program.run("picture", *asked, "--", path, path=path), "image/webp")

    def __repr__(self) -> str:
        facts = [self.organisation, str(self.year or ""), f"{len(self.tables)} tables"]
        return f"<Report {self.file}: {', '.join(filter(None, facts))}>"

    def _repr_html_(self) -> str:
        return html.report(self._told, self.file)


class SideBySide:
    """A table beside pictures of its pages; a notebook shows it."""

    def __init__(self, report: Report, table: Table, scale: float) -> None:
        self.report = report
        self.table = table
        self._scale = scale

    @cached_property
    def html(self) -> str:
        """As HTML, pictures included."""
        return html.side_by_side(self.table.to_dict(), map(self._page, self.table.pages))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes a page for the browser."""
        head = '<!DOCTYPE html><html lang="zh"><meta charset="utf-8">'
        Path(path).write_text(f"{head}{self.html}</html>", encoding="utf-8")

    def _page(self, number: int) -> str:
        page = self.report.page(number)
        cells = [cell for cell in self.table.to_dict()["cells"] if cell["page"] == number]
        size = {"width": page.width, "height": page.height}
        return html.boxed(page.image(self._scale)._repr_html_(), size, cells)

    def __repr__(self) -> str:
        return f"<{self.table!r} beside its pages: for a notebook, or save('table.html')>"

    def _repr_html_(self) -> str:
        return self.html
