#!/usr/bin/env python3
"""Runs the recipes of a document and compares what the tools answer.

recipes.py DOC FOLDER: DOC is docs/recipes.md; FOLDER holds accounts.sqlite and accounts/. Each question,
a heading `## 1. …`, has four snippets: ```sql (SQLite), ```python (pandas), ```r and ```sql duckdb. Their
answers must be the same: columns, rows and order; numbers within 1e-9. Prints a line a snippet; the exit
status is 1 when one failed. A tool that is not installed is skipped.
"""
import csv
import importlib.util
import json
import math
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

NUMBERS = (int, float)


class Skipped(Exception):
    """The tool is not installed."""


@dataclass
class Answer:
    """A table: None where a value is missing, numbers as int or float, anything else as text."""
    columns: list[str]
    rows: list[list]

    @classmethod
    def of(cls, columns, rows) -> "Answer":
        return cls(list(columns), [[plain(value) for value in row] for row in rows])


def plain(value):
    """None for what stands for a missing value."""
    missing = value is None or value == "" or isinstance(value, float) and math.isnan(value)
    return None if missing else value


def need(module: str) -> None:
    if importlib.util.find_spec(module) is None:
        raise Skipped(f"{module} is not installed")


def run_sqlite(code: str) -> Answer:
    connection = sqlite3.connect("file:accounts.sqlite?mode=ro", uri=True)
    try:
        cursor = connection.execute(code)
        return Answer.of([column[0] for column in cursor.description], cursor.fetchall())
    finally:
        connection.close()


def run_duckdb(code: str) -> Answer:
    need("duckdb")
    import duckdb

    with duckdb.connect() as connection:
        cursor = connection.execute(code)
        return Answer.of([column[0] for column in cursor.description], cursor.fetchall())


def run_pandas(code: str) -> Answer:
    need("pandas")
    names: dict = {}
    exec(compile(code, "snippet", "exec"), names)
    # JSON, since pandas has several kinds of numbers and of missing values
    table = json.loads(names["answer"].to_json(orient="split", double_precision=15))
    return Answer.of(table["columns"], table["data"])


# A CSV file does not tell numbers from text: the names of the columns do
R_ENDING = """
names(answer) <- paste(ifelse(sapply(answer, is.numeric), "number", "text"), names(answer))
write.csv(answer, "{path}", row.names = FALSE, na = "")
"""


def run_r(code: str) -> Answer:
    if shutil.which("Rscript") is None:
        raise Skipped("Rscript is not installed")
    with tempfile.TemporaryDirectory() as folder:
        script, table = Path(folder, "snippet.R"), Path(folder, "answer.csv")
        script.write_text(code + R_ENDING.format(path=table), encoding="utf-8")
        done = subprocess.run(
            ["Rscript", "--vanilla", script], capture_output=True, text=True,
            env=os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
        if done.returncode != 0:
            raise RuntimeError(done.stderr.strip())
        return read_typed(table)


def read_typed(path: Path) -> Answer:
    """What R wrote: each column's name says first what it holds."""
    with open(path, encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    kinds, columns = zip(*(name.split(" ", 1) for name in head))
    return Answer.of(columns, [
        [float(cell) if kind == "number" and cell else cell for kind, cell in zip(kinds, row)]
        for row in rows
    ])


# The info string of a snippet: the tool's name and what runs it
TOOLS = {
    "sql": ("SQLite", run_sqlite),
    "python": ("pandas", run_pandas),
    "r": ("R", run_r),
    "sql duckdb": ("DuckDB", run_duckdb),
}


def snippets(document: str) -> dict[str, dict[str, str]]:
    """The code by question (the number in its heading) and info string."""
    found: dict[str, dict[str, str]] = {}
    question = ""
    pattern = r"^## (\d+)\.|^```([^\n`]+)\n(.*?)^```$"
    for match in re.finditer(pattern, document, re.MULTILINE | re.DOTALL):
        number, kind, code = match.groups()
        if number:
            question = number
            found[question] = {}
        elif question and kind in TOOLS:
            found[question][kind] = code
    return found


def same(one, other) -> bool:
    if isinstance(one, NUMBERS) and isinstance(other, NUMBERS):
        return math.isclose(one, other, rel_tol=1e-9)
    return one == other


def difference(answer: Answer, first: Answer) -> str | None:
    """How an answer differs from the first one; None where it does not."""
    if answer.columns != first.columns:
        return f"columns {answer.columns}, not {first.columns}"
    if len(answer.rows) != len(first.rows):
        return f"{len(answer.rows)} rows, not {len(first.rows)}"
    for number, (row, other) in enumerate(zip(answer.rows, first.rows), 1):
        for column, value, wanted in zip(answer.columns, row, other):
            if not same(value, wanted):
                return f"row {number}, {column}: {value!r}, not {wanted!r}"
    return None


def judge(code: str | None, run, first: Answer | None) -> tuple[str, Answer | None]:
    """What to print of a snippet, and its answer if it is good."""
    if code is None:
        return "failed: there is no such snippet", None
    try:
        answer = run(code)
    except Skipped as reason:
        return f"skipped: {reason}", None
    except Exception as error:  # whatever a snippet does wrong is its failure, not ours
        return f"failed: {type(error).__name__}: {error}", None
    if not answer.rows:
        return "failed: the answer is empty", None
    differs = difference(answer, first) if first else None
    return (f"failed: {differs}", None) if differs else (f"ok ({len(answer.rows)} rows)", answer)


def main(document: str, folder: str) -> int:
    questions = snippets(Path(document).read_text(encoding="utf-8"))
    os.chdir(folder)
    failed = not questions
    for question, codes in questions.items():
        first = None
        for kind, (tool, run) in TOOLS.items():
            line, answer = judge(codes.get(kind), run, first)
            first = first or answer
            failed |= line.startswith("failed")
            print(f"{question}. {tool}: {line}", flush=True)
    return int(failed)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: recipes.py DOC FOLDER")
    sys.exit(main(*sys.argv[1:]))
