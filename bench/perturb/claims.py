"""What a check says of a document, and how two such differ."""
from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

from document import Document, Place

# documents of one run of the program: it compares all documents of a run with each other
BATCH = 40
SECONDS = 300


@dataclass(frozen=True)
class Finding:
    """Where it is and what it says; what it says may be worded another way."""

    code: str
    is_failure: bool
    table: str | None
    row: str
    column: str
    printed: str | None
    prose: tuple[tuple[int, int, int], ...]

    def __str__(self) -> str:
        where = f"{self.table or 'text'} {self.row[:30]} / {self.column[:20]}"
        return f"{'FAILURE' if self.is_failure else 'warning'} {self.code}: {where}: {self.printed}"


@dataclass
class Said:
    """A finding as the program wrote it, and every cell that it speaks of."""

    finding: Finding
    cells: set[Place]
    # the cells of its checks too
    touched: set[Place]
    paragraphs: set[int]
    message: str


@dataclass
class Claims:
    findings: list[Said]
    records: dict[Place, dict[str, Any]]
    # the catalogue's table, and whether that is certain
    known: dict[str, tuple[str, bool]]
    # figures of the text that a check holds of
    prose: set[tuple[int, int, int]]
    # tables with a figure that a check compares with another table or the text
    linked: set[str]

    @staticmethod
    def of(line: dict[str, Any]) -> Claims:
        checks = {check["id"]: check for check in line["checks"]}
        found = []
        for item in line["findings"]:
            cells = {place(cell) for cell in item["cells"]}
            own = [checks[check] for check in item["checks"] if check in checks]
            finding = Finding(item["code"], item["severity"] == "failure", item["table"], item["row"],
                              item["column"], item["printed"], tuple(tuple(at) for at in item["prose"]))
            found.append(Said(
                finding, cells, cells | {place(cell) for check in own for cell in check["cells"]},
                {at[0] for at in item["prose"]} | {at[0] for check in own for at in check["prose"]},
                item["formula"] or item["message"]))
        records = {(record["table"], *record["cell"]): record for record in line["records"]}
        known = {table["table"]: (table["catalogue"], table["identity"] == "certain") for table in line["known"]}
        prose = {tuple(at) for check in line["checks"] if check["result"].startswith("holds") for at in check["prose"]}
        figures = {at for at, record in records.items() if float(record["amount"])}
        linked = set()
        for check in line["checks"]:
            tables = {cell[0] for cell in check["cells"] if place(cell) in figures}
            if check["result"].startswith("holds") and (len(tables) > 1 or check["prose"]):
                linked |= tables
        return Claims(found, records, known, prose, linked)

    def moved(self, origin: Callable[[Place], Place | None]) -> Claims:
        """With places as they were before the change; cells that are new go."""
        places = {at: origin(at) for at in self.records}
        records = {places[at]: record for at, record in self.records.items() if places[at] is not None}
        findings = [Said(said.finding, back(said.cells, origin), back(said.touched, origin), said.paragraphs,
                         said.message) for said in self.findings]
        return Claims(findings, records, self.known, self.prose, self.linked)      # type: ignore[arg-type]


def place(cell: list[Any]) -> Place:
    return cell[0], cell[1], cell[2]


def back(places: set[Place], origin: Callable[[Place], Place | None]) -> set[Place]:
    return {before for at in places if (before := origin(at)) is not None}


def check(binary: Path, documents: list[Document], folder: Path) -> list[Claims]:
    """What the program says of each, in their order."""
    result = []
    for start in range(0, len(documents), BATCH):
        paths = []
        for number, document in enumerate(documents[start:start + BATCH]):
            path = folder / f"{number:03}.json"
            path.write_text(json.dumps(document.json, ensure_ascii=False))
            paths.append(path)
        done = subprocess.run(
            [binary, "check", "--format", "json", "--records", "--quiet", *paths],
            capture_output=True, text=True, timeout=SECONDS, check=False)
        if done.returncode:
            raise SystemExit(f"perturb: check ended with {done.returncode}: {done.stderr.strip()[-500:]}")
        # what compares documents with each other is not about one of them
        lines = [line for line in map(json.loads, done.stdout.splitlines()) if "known" in line]
        if len(lines) != len(paths):
            raise SystemExit(f"perturb: {len(lines)} answers for {len(paths)} documents")
        result += map(Claims.of, lines)
    return result
