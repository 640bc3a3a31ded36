#!/usr/bin/env python3
"""Scans made of pages whose content is known, and what comes out of them.

bench/scans.py PROGRAM PDF[:PAGES]|FOLDER... [--variant NAME]...: each PDF is extracted as it is, then made into
pictures in several ways (resolution, grey, JPEG, skew, noise, a seal over a table), put into a PDF without text and
extracted again, its cells compared with those of the first. Of the PDFs in a folder the first pages with tables are
taken: many documents say more than many pages of one. Run it with the Python of `make ocr`.
"""
from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

import cv2
import numpy
from PIL import Image

from poor_scans import HARDER, USUAL, VARIANTS, spoil

# Exit status: no table found.
NO_TABLE = 5


def render(pdf: Path, pages: str | None, dpi: int, folder: Path) -> list[numpy.ndarray]:
    """The pages as pictures (BGR)."""
    first, _, last = (pages or "1-").partition("-")
    limits = ["-f", first] + (["-l", last] if last else [])
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", *limits, pdf, folder / "page"], check=True)
    pictures = [cv2.imread(str(path)) for path in sorted(folder.glob("page*.png"))]
    for path in folder.glob("page*.png"):
        path.unlink()
    return pictures


def write(pictures: list[numpy.ndarray], variant: dict, path: Path) -> None:
    """A PDF of nothing but pictures."""
    pages = []
    for picture in pictures:
        colours = picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)
        page = Image.fromarray(colours)
        if "quality" in variant:
            packed = io.BytesIO()
            page.save(packed, "JPEG", quality=variant["quality"])
            page = Image.open(packed)
        pages.append(page)
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=variant["dpi"],
                  quality=variant.get("quality", 90))


def extract(program: str, pdf: Path, output: Path, *options: str) -> dict:
    done = subprocess.run([program, "extract", pdf, "-o", output, "-q", *options], stdout=subprocess.DEVNULL)
    if done.returncode not in (0, NO_TABLE):
        raise SystemExit(f"bench/scans.py: juesuan ended with status {done.returncode}")
    [document] = output.glob("*/document.json")
    return json.loads(document.read_text())


def cells(document: dict) -> dict:
    return {(table["id"], cell["row"], cell["column"]): cell
            for table in document["tables"] for cell in table["cells"]}


def plain(text: str) -> str:
    """Without what paper does not tell: widths of brackets and spaces."""
    table = str.maketrans("（）：；，．％—－–", "():;,.%---")
    return "".join(text.translate(table).split())


def distance(one: str, other: str) -> int:
    """Characters to be changed, added or removed."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def number(text: str) -> str:
    return plain(text).replace(",", "")


def value(cell: dict) -> Decimal | None:
    """24.6 and 24.60 are one amount."""
    return Decimal(cell["amount"]) if cell.get("amount") is not None else None


def compare(truth: dict, scan: dict, faults: list[str]) -> dict:
    """Amounts right before and after arithmetic, wrong ones that are proved, characters of names."""
    right, found = cells(truth), cells(scan)
    count = dict(amounts=0, before=0, after=0, proved=0, wrong_proved=0, characters=0, wrong=0)
    for place, cell in right.items():
        other = found.get(place, {"raw": "", "text": "", "kind": "empty"})
        if cell.get("amount") is None:
            count["characters"] += len(plain(cell["text"]))
            wrong = distance(plain(cell["text"]), plain(other["text"]))
            count["wrong"] += wrong
            if wrong:
                faults.append(f"{place}: {cell['text']!r} read as {other['text']!r}")
            continue
        count["amounts"] += 1
        is_right = value(other) == value(cell)
        count["before"] += number(other["raw"]) == number(cell["raw"])
        count["after"] += is_right
        count["proved"] += other.get("status") == "proved"
        count["wrong_proved"] += other.get("status") == "proved" and not is_right
        if not is_right:
            faults.append(f"{place}: {cell['raw']} read as {other['raw']!r}, {other.get('status')} "
                          f"as {other.get('amount')}")
    # what stands where nothing is
    for place, cell in found.items():
        if cell.get("amount") is not None and right.get(place, {}).get("amount") is None:
            count["wrong_proved"] += cell.get("status") == "proved"
            faults.append(f"{place}: {cell['raw']} where there is no amount, {cell.get('status')}")
    return count


def chosen(program: str, place: str, most: int) -> list[tuple[Path, str]]:
    """A PDF with its pages; of a folder those that have amounts in tables, with the first `most` such pages."""
    path, _, limits = place.partition(":")
    if not Path(path).is_dir():
        return [(Path(path), limits)]
    found = []
    for pdf in sorted(Path(path).rglob("*.pdf")):
        with tempfile.TemporaryDirectory() as work:
            pages = pages_of_tables(extract(program, pdf, Path(work), "--ocr", "off"))
        if pages:
            # Whole tables, as far as they go: no page between them is left out.
            last = max(page for page in pages if page < pages[0] + most)
            found.append((pdf, f"{pages[0]}-{last}"))
    return found


def pages_of_tables(document: dict) -> list[int]:
    return sorted({cell["page"] for table in document["tables"] for cell in table["cells"]
                   if cell.get("amount") is not None})


def measure(program: str, pdf: Path, limits: str, variant: dict, seed: int, faults: list[str]) -> dict:
    """What `compare` counts, and pages and seconds, for some pages of a PDF made into a scan."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        random = numpy.random.default_rng(seed)
        pictures = render(pdf, limits or None, variant["dpi"], folder)
        write([spoil(picture, variant, random) for picture in pictures], variant, folder / "scan.pdf")
        options = ["--pages", limits] if limits else []
        truth = extract(program, pdf, folder / "truth", "--ocr", "off", *options)
        return judge(program, truth, folder / "scan.pdf", folder / "out", f"{pdf.name}:{limits}", faults)


def judge(program: str, truth: dict, scan: Path, output: Path, name: str, faults: list[str]) -> dict:
    start = time.monotonic()
    found = extract(program, scan, output)
    seconds = time.monotonic() - start
    own: list[str] = []
    count = compare(truth, found, own)
    faults += [f"{name} {fault}" for fault in own]
    return count | {"pages": sum(page["text"] == "recognised" for page in found["pages"]), "seconds": seconds}


def measure_twin(program: str, pdf: str, scan: str, faults: list[str]) -> dict:
    """The same for a scan that is there, of a document that is there too."""
    with tempfile.TemporaryDirectory() as work:
        truth = extract(program, Path(pdf), Path(work, "truth"), "--ocr", "off")
        return judge(program, truth, Path(scan), Path(work, "out"), Path(scan).name, faults)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("place", nargs="*", metavar="PDF[:PAGES]|FOLDER")
    parser.add_argument("--twin", nargs=2, action="append", default=[], metavar=("PDF", "SCAN"),
                        help="a document and a scan of it, as it is")
    parser.add_argument("--most", type=int, default=3, help="pages of each PDF in a folder (3)")
    parser.add_argument("--variant", action="append", choices=VARIANTS, help="default: the usual ones")
    parser.add_argument("--harder", action="store_true", help="those beyond the usual ones")
    parser.add_argument("--seed", type=int, default=1, help="of the noise")
    parser.add_argument("--least", metavar="B,A,N", type=lambda text: [float(n) for n in text.split(",")],
                        help="fail below these shares of amounts before and after arithmetic, and of names,\n"
                        "or with any number that is wrong and proved")
    parser.add_argument("--faults", action="store_true", help="name what came out wrong")
    arguments = parser.parse_args()
    places = []
    for place in arguments.place:
        if Path(place.partition(":")[0]).exists():
            places += chosen(arguments.program, place, arguments.most)
        else:
            print(f"bench/scans.py: {place} is not there, skipped", file=sys.stderr)
    total: dict = {}
    for pdf, scan in arguments.twin:
        faults: list[str] = []
        line = measure_twin(arguments.program, pdf, scan, faults)
        report("as it is", line, faults if arguments.faults else ())
        add(total, line)
    for name in (arguments.variant or (HARDER if arguments.harder else USUAL)) if places else []:
        line, faults = {}, []
        for pdf, limits in places:
            add(line, measure(arguments.program, pdf, limits, VARIANTS[name], arguments.seed, faults))
        report(name, line, faults if arguments.faults else ())
        add(total, line)
    report("all", total)
    if arguments.least and is_below(total, *arguments.least):
        raise SystemExit("bench/scans.py: below the least that is asked for")


def add(total: dict, more: dict) -> None:
    for key, value in more.items():
        total[key] = total.get(key, 0) + value


def is_below(c: dict, before: float, after: float, names: float) -> bool:
    return (c["before"] < before * c["amounts"] or c["after"] < after * c["amounts"]
            or c["wrong"] > (1 - names) * c["characters"] or c["wrong_proved"] > 0)


def report(name: str, c: dict, faults: tuple[str, ...] | list[str] = ()) -> None:
    print(f"{name:18} {c['pages']:3} pages, {c['amounts']:5} amounts: "
          f"{c['before'] / c['amounts']:.2%} right before arithmetic, "
          f"{c['after'] / c['amounts']:.2%} after, {c['proved'] / c['amounts']:.1%} proved, "
          f"{c['wrong_proved']} wrong and proved; names {1 - c['wrong'] / c['characters']:.2%} of characters; "
          f"{c['seconds'] / max(1, c['pages']):.2f} s a page")
    print("".join(f"    {fault}\n" for fault in faults), end="", flush=True)


if __name__ == "__main__":
    main()
