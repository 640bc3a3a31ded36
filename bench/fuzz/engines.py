"""Mutated replies of OCR engines: each costs its page at most, and the same replies give the same document."""
import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import contents
import hostile_numbers as numbers
import program as runs
from judge import Judge
from pdfs import PDF

# pages of a document, each read once or, turned, four times
PAGES = 10
REPLIES = 4 * PAGES
# seconds; a page's own limit is one
LIMIT = 60
SIZE = (300, 200)
WORDS = ["公开01表", "单位：万元", "合计", "1,234.56", "0.00", "项目", "-", "2024", "２０", "(1.2", "é\u0301", "\0", "\ud800", "", " ", "\u202e", "x" * 3000]
VALUES: list[Any] = [None, True, [], {}, "", "1", -1, 1e308, 10 ** 400, [[]], {"lines": []}, [None] * 5, "nan"]

# says hello, then a line of the file for each request; what begins with ! is an order
ENGINE = r'''
import sys, time
lines = open(sys.argv[1], "rb").read().split(b"\n")
out = sys.stdout.buffer
out.write(b'{"ready": "juesuan-ocr/1"}\n'); out.flush()
for number, request in enumerate(sys.stdin.buffer):
    line = lines[number % len(lines)]
    if line == b"!end":
        break
    if line == b"!hang":
        time.sleep(3)
    key = request.split(b'"id": "', 1)[1].split(b'"', 1)[0]
    out.write(line.replace(b"%ID%", key) + b"\n"); out.flush()
'''


def document() -> bytes:
    """Pages of a word each."""
    objects: dict[int, bytes] = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    kids = b" ".join(b"%d 0 R" % (10 + number) for number in range(PAGES))
    objects[2] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (PAGES, kids)
    objects[3] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    text = b"BT /F1 20 Tf 50 100 Td (Page) Tj ET"
    objects[4] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)
    for number in range(PAGES):
        objects[10 + number] = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R "
                                b"/Resources << /Font << /F1 3 0 R >> >> >>" % SIZE)
    return PDF(objects, 1).file()


def reply(chance: random.Random) -> dict[str, Any]:
    """A table as an engine reads it, in pixels of 200 to an inch."""
    columns, rows = chance.randint(1, 5), chance.randint(1, 8)
    width, height, left, top = 120, 50, 60, 60
    lines, rulings = [], []
    for row in range(rows + 1):
        rulings.append(["h", top + row * height, left, left + columns * width, 2])
    for column in range(columns + 1):
        rulings.append(["v", left + column * width, top, top + rows * height, 2])
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * width + 10, top + row * height + 10
            text = chance.choice(WORDS[:9]) if row else chance.choice(["项目", "合计", "金额"])
            characters = [[c, x + 10 * n, x + 10 * n + 9, round(chance.random(), 3), [["7", 0.1]]] for n, c in enumerate(text)]
            lines.append({"box": [x, y, x + 10 * len(text), y + 30], "characters": characters})
    return {"id": "%ID%", "skew": chance.choice([0, 0, 1.5]), "lines": lines, "rulings": rulings}


def place(chance: random.Random, value: Any) -> Any:
    """Some container within the value."""
    while True:
        inner = [v for v in (value.values() if isinstance(value, dict) else value) if isinstance(v, (dict, list)) and v]
        if not inner or chance.random() < 0.2:
            return value
        value = chance.choice(inner)


def changed(chance: random.Random) -> bytes:
    """One line, which mostly still is JSON."""
    value = reply(chance)
    for _ in range(chance.choice([0, 1, 2, 5])):
        where = place(chance, value)
        key = chance.choice(list(where) if isinstance(where, dict) else range(len(where)))
        way = chance.randrange(4)
        if way == 0:
            where[key] = chance.choice(VALUES)
        elif way == 1:
            where[key] = chance.choice(WORDS)
        elif way == 2 and isinstance(where, list):
            where[key:key] = [where[key]] * chance.choice([1, 30])
        else:
            del where[key]
        if not where:
            break
    data = json.dumps(value, ensure_ascii=chance.random() < 0.5).encode(errors="surrogatepass")
    way = chance.randrange(8)
    if way < 3:
        data = numbers.edit(chance, data, chance.choice([2, 40]))
    elif way == 3:
        data = contents.changed(chance, data)
    elif way == 4 and chance.random() < 0.3:
        data = chance.choice([b"", b"{}", b"[" * 10_000, b"!end", b"!hang", b"\xff" * 100, b'{"id": "%ID%", "error": "no"}',
                              b'{"id": "%ID%"}', data * 2, b'{"ready": "juesuan-ocr/1"}', b"x" * 1_000_000])
    return re.sub(rb"[\r\n]", b" ", data)


def try_engines(judge: Judge, folder: Path, chance: random.Random) -> None:
    folder.mkdir()
    (folder / "engine.py").write_text(ENGINE)
    (folder / "pages.pdf").write_bytes(document())
    replies = b"\n".join(changed(chance) for _ in range(REPLIES))
    (folder / "replies").write_bytes(replies)
    judge.report.count("inputs: OCR replies", REPLIES)
    results = [run(judge, folder, name) for name in ("one", "two")]
    # an engine that was given up for its haste is another the next time
    if None not in results and b"!" not in replies and results[0] != results[1]:
        judge.report.fault("other than alone", f"the same OCR replies twice; {kept(judge, folder)}")


def run(judge: Judge, folder: Path, name: str) -> dict[str, bytes] | None:
    """The document's files; None where there was a fault, or the engine was too slow."""
    command = [judge.program, "extract", str(folder / "pages.pdf"), "--output", str(folder / name), "--ocr", "force", "--quiet",
               "--ocr-engine", f"{sys.executable} -S {folder}/engine.py {folder}/replies", "--ocr-timeout", "1"]
    try:
        result = subprocess.run(command, capture_output=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        judge.report.fault("hangs", f"OCR replies; {kept(judge, folder)}")
        return None
    if result.returncode < 0 or b"[crashed]" in result.stderr:
        judge.report.fault("own traps", f"OCR replies, {result.returncode}; {kept(judge, folder)}")
        return None
    if result.returncode not in (0, 5, 9):
        judge.report.fault("undocumented exits", f"OCR replies, {result.returncode}; {kept(judge, folder)}")
        return None
    data = (folder / name / "pages" / "document.json").read_bytes()
    if found := judge.schema.fault(data, True):
        judge.report.fault("invalid", f"OCR replies: {found}; {kept(judge, folder)}")
    return None if b"seconds" in data else runs.files(folder / name / "pages")


def kept(judge: Judge, folder: Path) -> str:
    judge.kept.mkdir(parents=True, exist_ok=True)
    path = judge.kept / f"replies-{len(judge.report.notes)}"
    path.write_bytes((folder / "replies").read_bytes())
    return str(path)
