"""Where the variations are registered, and what each of them is given to work with."""
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data import OFFICE, YEAR

VARIATIONS: dict[str, Callable] = {}


def named(name, function):
    """Register a function of one Case; the names' first part is the group."""
    if name in VARIATIONS:
        raise ValueError(f"two variations are named {name}")
    VARIATIONS[name] = function


def variation(function):
    """The same as a decorator: the function's name, with dashes."""
    named(function.__name__.replace("_", "-"), function)
    return function


@dataclass
class Case:
    """One variation's files: <folder>/pdf/<name>.pdf and <folder>/truth/<name>.json."""
    name: str
    folder: Path

    @property
    def pdf(self):
        return self.folder / "pdf" / f"{self.name}.pdf"

    @property
    def truth(self):
        return self.folder / "truth" / f"{self.name}.json"

    def source(self, suffix):
        """A file that another program makes the PDF from."""
        return self.folder / "source" / f"{self.name}.{suffix}"

    def picture(self, name):
        return self.folder / "source" / f"{name}.png"

    def part(self, name):
        return Case(f"{self.name}-{name}", self.folder)

    def write_truth(self, tables):
        """What the document says, in the form of samples/truth: a list of tables."""
        entries = [{"title": table.title, "code": table.code, "unit": table.unit,
                    "organisation": table.office, "pages": table.pages, "header": table.header,
                    "rows": table.rows, "note": table.note}
                   for table in sorted(tables, key=lambda table: table.pages[0])]
        truth = {"document": self.pdf.name, "organisation": OFFICE, "year": YEAR,
                 "tables": entries}
        self.truth.write_text(json.dumps(truth, ensure_ascii=False, indent=1))
