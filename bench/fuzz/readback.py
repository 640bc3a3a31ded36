"""Mutated results, as somebody may have edited or damaged them: dataset, check and report take or refuse them in words."""
import json
import random
import subprocess
from pathlib import Path
from typing import Any

import contents
import hostile_numbers as numbers
from engines import VALUES, place
from judge import Judge

# a batch's
COUNT = 6
# seconds
LIMIT = 60
# larger results cost more than they show
LARGEST = 300_000
COMMANDS = [["dataset"], ["dataset", "--format", "csv", "--output", "accounts"], ["check"], ["report"]]
WORDS = ["", "t01", "t02", "t" * 5000, "../x", "\0", "\ud800", "1.00", "1e9", "-", "proved", "9" * 400, "元", "c01", "nan"]


def changed(chance: random.Random, data: bytes) -> bytes:
    way = chance.randrange(6)
    if way == 0:
        return contents.changed(chance, data)
    if way == 1:
        return numbers.edit(chance, data, chance.choice([1, 5, 50]))
    value: Any = json.loads(data)
    for _ in range(chance.choice([1, 3, 10])):
        where = place(chance, value)
        key = chance.choice(list(where) if isinstance(where, dict) else range(len(where)))
        if chance.random() < 0.3:
            del where[key]
        else:
            where[key] = chance.choice([*VALUES, *WORDS, 1 << 63, (1 << 63) - 1, -(1 << 63), 1 << 31, 65536])
        if not value:
            break
    return json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice([None, 2])).encode(errors="surrogatepass")


def try_results(judge: Judge, done: Path, folder: Path, chance: random.Random) -> None:
    """Of the results in `done` some are changed and read again."""
    found = [path for path in sorted(done.glob("*/document.json")) if path.stat().st_size <= LARGEST and b'"cells": [\n' in path.read_bytes()]
    for number in range(COUNT if found else 0):
        output = folder / str(number)
        target = output / "a" / "document.json"
        target.parent.mkdir(parents=True)
        target.write_bytes(changed(chance, chance.choice(found).read_bytes()))
        judge.report.count("inputs: results read again")
        for command in COMMANDS:
            ended(judge, command, output / "a" if command[0] == "report" else output, target)


def ended(judge: Judge, command: list[str], path: Path, changed_file: Path) -> None:
    name = " ".join(command)

    def kept() -> str:
        return judge.keep(changed_file, f"result-{len(judge.report.notes)}")
    try:
        result = subprocess.run([judge.program, *command, str(path), "--quiet"], capture_output=True, timeout=LIMIT, check=False,
                                cwd=changed_file.parents[1])
    except subprocess.TimeoutExpired:
        judge.report.fault("hangs", f"{name} of a changed result; {kept()}")
        return
    if result.returncode < 0 or b"[crashed]" in result.stderr:
        judge.report.fault("own traps", f"{name} of a changed result, {result.returncode}; {kept()}")
    elif result.returncode not in (0, 2, 6, 64):
        judge.report.fault("undocumented exits", f"{name} of a changed result, {result.returncode} {result.stderr[-200:]!r}; {kept()}")
