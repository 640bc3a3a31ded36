#!/usr/bin/env python3
"""Scans made of pages whose content is known, and what comes out of them.

bench/scans.py PROGRAM PDF[:PAGES]... [--variant NAME]...: each PDF is extracted as it is, then made into
pictures in several ways (resolution, grey, JPEG, skew, noise, a seal over a table), put into a PDF without text and
extracted again, its cells compared with those of the first. Run it with the Python of `make ocr`.
"""
from __future__ import annotations

import argparse
import io
import json
import subprocess
import tempfile
import time
from pathlib import Path

import cv2
import numpy
from PIL import Image

VARIANTS = {
    "200 dpi": {"dpi": 200},
    "300 dpi, grey": {"dpi": 300, "grey": True},
    "150 dpi, grey": {"dpi": 150, "grey": True},
    "JPEG 50": {"dpi": 200, "quality": 50},
    "skew +1": {"dpi": 200, "grey": True, "skew": 1.0},
    "skew -1": {"dpi": 200, "grey": True, "skew": -1.0},
    "noise": {"dpi": 200, "grey": True, "noise": 18},
    "on its side": {"dpi": 200, "turn": cv2.ROTATE_90_COUNTERCLOCKWISE},
    "red seal": {"dpi": 200, "seal": True, "quality": 75},
    "seal in grey": {"dpi": 200, "seal": True, "grey": True},
}


def render(pdf: Path, pages: str | None, dpi: int, folder: Path) -> list[numpy.ndarray]:
    """The pages as pictures (BGR)."""
    first, _, last = (pages or "1-").partition("-")
    limits = ["-f", first] + (["-l", last] if last else [])
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", *limits, pdf, folder / "page"], check=True)
    pictures = [cv2.imread(str(path)) for path in sorted(folder.glob("page*.png"))]
    for path in folder.glob("page*.png"):
        path.unlink()
    return pictures


def spoil(picture: numpy.ndarray, variant: dict, random: numpy.random.Generator) -> numpy.ndarray:
    """The picture as a poor scanner would have it."""
    height, width = picture.shape[:2]
    if variant.get("seal"):
        picture = seal(picture, variant["dpi"])
    if "skew" in variant:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), variant["skew"], 1)
        picture = cv2.warpAffine(picture, turn, (width, height), borderValue=(255, 255, 255))
    if "turn" in variant:
        picture = cv2.rotate(picture, variant["turn"])
    if "noise" in variant:
        noise = random.normal(0, variant["noise"], picture.shape[:2])[..., None]
        picture = numpy.clip(picture + noise, 0, 255).astype(numpy.uint8)
    return cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if variant.get("grey") else picture


def seal(picture: numpy.ndarray, dpi: int) -> numpy.ndarray:
    """A red ring of 42 mm (国发〔1999〕25号) and a star over the middle of the page, as ink: what is dark below
    stays dark."""
    height, width = picture.shape[:2]
    stamp = numpy.full_like(picture, 255)
    centre, radius = (width // 2, height // 2), round(21 / 25.4 * dpi)
    cv2.circle(stamp, centre, radius, (60, 40, 220), round(1.2 / 25.4 * dpi))
    angles = [numpy.pi * (0.4 * k - 0.5) for k in (0, 2, 4, 1, 3)]
    star = [[centre[0] + radius * 0.4 * numpy.cos(a), centre[1] + radius * 0.4 * numpy.sin(a)] for a in angles]
    cv2.fillPoly(stamp, [numpy.array(star, numpy.int32)], (60, 40, 220))
    return numpy.minimum(picture, stamp)


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
    subprocess.run([program, "extract", pdf, "-o", output, "-q", *options], check=True,
                   stdout=subprocess.DEVNULL)
    return json.loads((output / pdf.stem / "document.json").read_text())


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
        is_right = other.get("amount") == cell["amount"]
        count["before"] += number(other["raw"]) == number(cell["raw"])
        count["after"] += is_right
        count["proved"] += other.get("status") == "proved"
        count["wrong_proved"] += other.get("status") == "proved" and not is_right
        if not is_right:
            faults.append(f"{place}: {cell['raw']} read as {other['raw']!r}, {other.get('status')}")
    # what stands where nothing is
    for place, cell in found.items():
        if cell.get("amount") is not None and right.get(place, {}).get("amount") is None:
            count["wrong_proved"] += cell.get("status") == "proved"
            faults.append(f"{place}: {cell['raw']} where there is no amount, {cell.get('status')}")
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("pdf", nargs="+")
    parser.add_argument("--variant", action="append", choices=VARIANTS)
    parser.add_argument("--least", metavar="B,A,N", type=lambda text: [float(n) for n in text.split(",")],
                        help="fail below these shares of amounts before and after arithmetic, and of names,\n"
                        "or with any number that is wrong and proved")
    parser.add_argument("--faults", action="store_true", help="name what came out wrong")
    arguments = parser.parse_args()
    total: dict = {}
    for name in arguments.variant or VARIANTS:
        line: dict = {}
        pages, seconds, faults = 0, 0.0, []
        for spec in arguments.pdf:
            path, _, limits = spec.partition(":")
            with tempfile.TemporaryDirectory() as work:
                folder = Path(work)
                random = numpy.random.default_rng(1)
                pictures = render(Path(path), limits or None, VARIANTS[name]["dpi"], folder)
                write([spoil(p, VARIANTS[name], random) for p in pictures], VARIANTS[name], folder / "scan.pdf")
                options = ["--pages", limits] if limits else []
                truth = extract(arguments.program, Path(path), folder / "truth", *options)
                start = time.monotonic()
                scan = extract(arguments.program, folder / "scan.pdf", folder / "out", "--ocr", "force")
                seconds += time.monotonic() - start
                pages += len(pictures)
                for key, value in compare(truth, scan, faults).items():
                    line[key] = line.get(key, 0) + value
        show(name, line, pages, seconds)
        if arguments.faults:
            print("\n".join(f"    {fault}" for fault in faults))
        for key, value in line.items():
            total[key] = total.get(key, 0) + value
        total["pages"] = total.get("pages", 0) + pages
        total["seconds"] = total.get("seconds", 0.0) + seconds
    show("all", total, total.pop("pages"), total.pop("seconds"))
    if arguments.least and is_below(total, *arguments.least):
        raise SystemExit("bench/scans.py: below the least that is asked for")


def is_below(c: dict, before: float, after: float, names: float) -> bool:
    return (c["before"] < before * c["amounts"] or c["after"] < after * c["amounts"]
            or c["wrong"] > (1 - names) * c["characters"] or c["wrong_proved"] > 0)


def show(name: str, c: dict, pages: int, seconds: float) -> None:
    print(f"{name:14} {c['amounts']:5} amounts: {c['before'] / c['amounts']:.2%} right before arithmetic, "
          f"{c['after'] / c['amounts']:.2%} after, {c['proved'] / c['amounts']:.1%} proved, "
          f"{c['wrong_proved']} wrong and proved; names {1 - c['wrong'] / c['characters']:.2%} of characters; "
          f"{seconds / pages:.2f} s a page", flush=True)


if __name__ == "__main__":
    main()
