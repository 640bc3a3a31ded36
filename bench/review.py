#!/usr/bin/env python3
"""A review of 10,000 documents: how long lists take to answer, and a correction.

bench/review.py PROGRAM COUNT PDF: the PDF is extracted once and its document repeated under other units, years
and SHA-256s (three tables and the prose of each, so that all fit on a disk).
"""
import copy
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

QUERIES = {
    "the first page": {},
    "the last page": {"offset": "last"},
    "a unit": {"unit": "第77号"},
    "a year and a table": {"year": "2021", "table": "income"},
    "a finding": {"finding": "name"},
    "to look at": {"state": "open"},
    "words that every document has": {"search": "支出"},
    "words that one document has": {"search": "第4321号"},
    "words that none has": {"search": "没有此词语"},
}


def make_documents(program: str, pdf: str, count: int, work: Path) -> Path:
    subprocess.run([program, "extract", pdf, "-o", work / "one", "--format", "json", "-q"], check=True, stdout=subprocess.DEVNULL)
    document = json.loads(next((work / "one").glob("*/document.json")).read_text())
    document["tables"] = [table for table in document["tables"] if any(cell.get("amount") for cell in table["cells"])][:3]
    kept_first = document["tables"][0]["id"]
    kept = {table["id"] for table in document["tables"]}
    document["records"] = [record for record in document["records"] if record["table"] in kept]
    document["checks"], document["findings"] = [], []
    for table in document["tables"]:
        for cell in table["cells"]:
            cell.pop("checks", None)
            if "amount" in cell:
                cell["checks"] = []
    output = work / "many"
    choose = random.Random(1)
    for number in range(count):
        one = copy.copy(document)
        one["source"] = {**document["source"], "sha256": f"{number:064x}"}
        one["organisation"] = f"云河市第{number}号单位"
        one["year"] = 2019 + number % 6
        one["paragraphs"] = document["paragraphs"] + [{"page": 1, "text": f"本单位为第{number}号单位。", "edits": []}]
        if choose.random() < 0.02:
            one["findings"] = [{"code": "name", "severity": "warning", "table": kept_first, "page": 1, "row": "", "column": "", "printed": "甲",
                                "mend": "乙", "message": "elsewhere it is called 乙", "cells": [[kept_first, 1, 0]], "prose": [], "checks": []}]
        folder = output / f"{number:05}"
        folder.mkdir(parents=True)
        (folder / "document.json").write_text(json.dumps(one, ensure_ascii=False))
    return output


def ask(address: str, path: str, body: dict | None = None) -> dict:
    request = urllib.request.Request(address + path, headers={"Content-Type": "application/json"},
                                     data=None if body is None else json.dumps(body).encode())
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def timed(action) -> tuple[float, object]:
    times = []
    for _ in range(7):
        start = time.monotonic()
        result = action()
        times.append(1000 * (time.monotonic() - start))
    return statistics.median(times), result


def main(program: str, count: int, pdf: str) -> None:
    work = Path(tempfile.mkdtemp(prefix="juesuan-review-"))
    try:
        output = make_documents(program, pdf, count, work)
        for when in ("the first time", "again"):
            start = time.monotonic()
            process = subprocess.Popen([program, "review", output, "--port", "0"], stdout=subprocess.PIPE, text=True)
            address = process.stdout.readline().strip()
            print(f"{count} documents, review started {when}: {time.monotonic() - start:.1f} s")
            if when == "the first time":
                process.terminate()
                process.wait()
        size = (output / "accounts.sqlite").stat().st_size
        print(f"  dataset {size / 1e6:.0f} MB")
        for name, query in QUERIES.items():
            if query.get("offset") == "last":
                query = {"offset": str(count - 50)}
            path = "api/documents?" + urllib.parse.urlencode(query)
            median, answer = timed(lambda: ask(address, path))
            print(f"  list, {name}: {median:.0f} ms, {answer['total']} found")
        document = ask(address, "api/documents?limit=1")["documents"][0]["document"]
        median, payload = timed(lambda: ask(address, f"api/documents/{document}"))
        print(f"  a document: {median:.0f} ms")
        table = payload["document"]["tables"][0]
        cell = next(cell for cell in table["cells"] if cell.get("amount"))
        entry = {"table": table["id"], "row": cell["row"], "column": cell["column"], "kind": "confirm", "seen": 10 ** 6}
        median, _ = timed(lambda: ask(address, f"api/documents/{document}/corrections", entry))
        print(f"  a correction: {median:.0f} ms")
        process.terminate()
        process.wait()
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
