"""A batch of mutated documents, and whether it kept what is promised."""
import random
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import program as runs
from crashes import Crash, examine, smallest
from report import Report
from schema import Schema

STATUSES = {"done": "done", "no-table": "no table", "no-text": "no text", "failed": "failed"}
# what depends on the machine's haste and memory is not compared
NOT_COMPARED = {"timeout", "memory-limit", "crashed"}
# of so many results one is compared with the result alone, and looked at by another reader of the schema
SAMPLE = 10


def documented(path: Path) -> set[str]:
    """The codes of errors that the documentation has."""
    return set(re.findall(r"^\| `([a-z-]+)` \| (?:\d+|–) \|", path.read_text(), re.MULTILINE))


@dataclass
class Judge:
    program: str
    report: Report
    schema: Schema
    codes: set[str]
    kept: Path
    sites: set[str] = field(default_factory=set)

    def batch(self, inputs: list[Path], work: Path, chance: random.Random) -> None:
        output = work / "out"
        batch = runs.run_batch(self.program, inputs, output)
        if batch.status is None:
            self.report.fault("hangs", f"a batch, {batch.message}; {self.keep_all(inputs)}")
        elif batch.status not in (0, 6):
            self.report.fault("undocumented exits", f"{batch.status}: {batch.message}; {self.keep_all(inputs)}")
        lines = {Path(str(line["input"])): line for line in batch.lines}
        self.account(inputs, lines, len(batch.lines), output)
        for path in inputs:
            is_sample = chance.randrange(SAMPLE) == 0
            if path in lines:
                self.one(path, lines[path], output, is_sample)

    def account(self, inputs: list[Path], lines: dict[Path, runs.Line], count: int, output: Path) -> None:
        """Each input has one line, each folder belongs to a line."""
        if count != len(lines):
            self.report.fault("unaccounted", f"{count} lines for {len(lines)} inputs")
        for path in set(inputs) ^ set(lines):
            self.report.fault("unaccounted", f"{path.name}; {self.keep(path, 'unaccounted')}")
        folders = {str(line["folder"]) for line in lines.values()} | {"manifest.jsonl"}
        for entry in output.iterdir() if output.is_dir() else []:
            if entry.name not in folders:
                self.report.fault("unaccounted", f"{entry.name} is nobody's, or half-written")

    def one(self, path: Path, line: runs.Line, output: Path, is_sample: bool) -> None:
        status = str(line["status"])
        if status not in STATUSES:
            self.report.fault("unaccounted", f"{path.name}: status {status}")
            return
        self.report.count(STATUSES[status])
        code = str(line["error"]["code"]) if line["error"] else ""
        if status == "failed":
            self.failed(path, code, str(line["error"]["message"]))
        else:
            self.written(path, output / str(line["folder"]), is_sample)
        if is_sample and code not in NOT_COMPARED:
            self.compare(path, line, output)

    def failed(self, path: Path, code: str, message: str) -> None:
        self.report.errors[code] += 1
        if code not in self.codes:
            self.report.fault("undocumented exits", f"{path.name}: {code}; {self.keep(path, code or 'none')}")
        if code == "timeout":
            self.report.count("timeouts")
        if code == "crashed":
            self.crashed(path, message)

    def written(self, path: Path, folder: Path, is_sample: bool) -> None:
        document = folder / "document.json"
        if not document.exists():
            self.report.fault("unaccounted", f"{path.name} has no document.json; {self.keep(path, 'unwritten')}")
        elif found := self.schema.fault(document.read_bytes(), is_sample):
            self.report.fault("invalid", f"{path.name}: {found}; {self.keep(path, 'invalid')}")

    def compare(self, path: Path, line: runs.Line, output: Path) -> None:
        if line["folder"] not in (None, path.stem):
            # another of the batch came out with the same bytes, and is extracted once
            return
        self.report.count("compared with alone")
        alone = output.parent / "alone"
        other, files, message = runs.run_alone(self.program, path, alone)
        shutil.rmtree(alone, ignore_errors=True)
        mine = runs.files(output / str(line["folder"])) if line["folder"] else {}
        if line != other or mine != files:
            names = sorted(n for n in mine.keys() | files.keys() if mine.get(n) != files.get(n))
            what = ", ".join(names[:3]) or f"{line['error']} and {other and other['error']}"
            self.report.fault("other than alone", f"{path.name}: {what} {message}; {self.keep(path, 'other')}")

    def crashed(self, path: Path, message: str) -> None:
        crash = examine(self.program, path)
        if crash is None:
            self.report.fault("own traps", f"{path.name} {message}, but not alone; {self.keep(path, 'batch-only')}")
        elif not crash.is_ours:
            self.report.count("Poppler crashes")
            self.keep_small(crash, path)
        else:
            self.report.fault("own traps", f"{crash.site}, signal {crash.signal}; {self.keep_small(crash, path)}")

    def keep_small(self, crash: Crash, path: Path) -> str:
        """One of each site."""
        target = self.kept / f"{crash.site}{path.suffix}"
        if crash.site not in self.sites:
            self.sites.add(crash.site)
            self.kept.mkdir(parents=True, exist_ok=True)
            target.write_bytes(smallest(self.program, crash.data, path.suffix, crash.signal))
        return str(target)

    def keep(self, path: Path, why: str) -> str:
        """As it is."""
        self.kept.mkdir(parents=True, exist_ok=True)
        target = self.kept / f"{why}-{path.name}"
        if path.exists():
            shutil.copy(path, target)
        return str(target)

    def keep_all(self, inputs: list[Path]) -> str:
        folder = self.kept / f"batch-{inputs[0].stem}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for path in inputs:
            shutil.copy(path, folder)
        return str(folder)
