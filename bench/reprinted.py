#!/usr/bin/env python3
"""The same pages as another program writes them: do the same tables come out?

bench/reprinted.py PROGRAM FOLDER...: each PDF below the folders is written anew by pdftocairo (poppler-utils), which
keeps the pages' look and nothing else: fonts are cut, bold letters become outlines, clips are drawn
close to the ink. Counts the cells that are not the same. PDFs whose text has no meaning are left out.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def extract(program: str, pdf: Path, output: Path) -> dict | None:
    subprocess.run([program, "extract", pdf, "-o", output, "--format", "json", "--ocr", "off", "-q"],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = next(output.glob("*/document.json"), None)
    return json.loads(found.read_text()) if found else None


def cells(document: dict) -> dict:
    return {(number, cell["row"], cell["column"]): cell["text"]
            for number, table in enumerate(document["tables"]) for cell in table["cells"]}


def compare(program: str, pdf: Path, work: Path) -> tuple[int, int] | None:
    """Cells, and those that differ."""
    before = extract(program, pdf, work / "before")
    if before is None or any(warning["code"].startswith("text-layer") for warning in before["warnings"]):
        return None
    again = work / pdf.name
    subprocess.run(["pdftocairo", "-pdf", pdf, again], check=True, stderr=subprocess.DEVNULL)
    after = extract(program, again, work / "after")
    old, new = cells(before), cells(after) if after else {}
    return len(old), sum(old.get(place) != new.get(place) for place in old.keys() | new.keys())


def main(program: str, folders: list[str]) -> None:
    count = differing = same = documents = 0
    for pdf in sorted(path for folder in folders for path in Path(folder).rglob("*.pdf")):
        with tempfile.TemporaryDirectory() as work:
            result = compare(program, pdf, Path(work))
        if not result or not result[0]:
            continue
        documents += 1
        same += not result[1]
        count += result[0]
        differing += result[1]
        if result[1]:
            print(f"  {pdf.name}: {result[1]} of {result[0]} cells differ")
    print(f"written anew by cairo: {same} of {documents} documents the same, "
          f"{differing} of {count} cells differ")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
