"""What is counted, and what of it is a fault."""
from collections import Counter
from dataclasses import dataclass, field

FAULTS = ["own traps", "other than alone", "unaccounted", "invalid", "hangs", "undocumented exits"]


@dataclass
class Report:
    """Figures by what they count, and a line for each fault."""
    figures: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def count(self, what: str, number: int = 1) -> None:
        self.figures[what] += number

    def fault(self, what: str, note: str) -> None:
        """Counted and told at once: a run may be ended."""
        self.count(what)
        self.notes.append(f"{what}: {note}")
        print(f"fuzz: {what}: {note}", flush=True)

    @property
    def inputs(self) -> int:
        return sum(number for what, number in self.figures.items() if what.startswith("inputs: "))

    @property
    def is_clean(self) -> bool:
        return not any(self.figures[what] for what in FAULTS)

    def table(self) -> str:
        kinds = sorted(what for what in self.figures if what.startswith("inputs: "))
        rows = [("inputs", self.inputs)] + [("  " + kind.removeprefix("inputs: "), self.figures[kind]) for kind in kinds]
        rows += [(what, self.figures[what]) for what in ("done", "no table", "no text", "refused", "failed")]
        rows += [("  " + code, number) for code, number in sorted(self.errors.items())]
        rows += [(what, self.figures[what]) for what in
                 ("timeouts", "Poppler crashes", "compared with alone", *FAULTS)]
        return "\n".join(f"{what:28}{number:8}" for what, number in rows)
