#!/usr/bin/env python3
"""The share of known paragraphs that come out letter for letter.

    bench/paragraphs.py BINARY TRUTH-FOLDER PDF-FOLDER [LEFT-OUT ...]

Truth: JSON files with `paragraphs`, beside a PDF of the same name. A space between Chinese and digits
or Latin is typography and not compared (docs/repair.md).
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def plain(text):
    return re.sub(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])", "", text)


def main(binary, truths, pdfs, left_out):
    total = whole = 0
    for truth in sorted(Path(truths).glob("*.json")):
        pdf = Path(pdfs) / f"{truth.stem}.pdf"
        if truth.stem in left_out or not pdf.exists():
            continue
        wanted = json.loads(truth.read_text()).get("paragraphs") or []
        with tempfile.TemporaryDirectory() as output:
            subprocess.run([binary, "extract", pdf, "--output", output, "--quiet"], check=True,
                           stdout=subprocess.DEVNULL)
            document = json.loads((Path(output) / truth.stem / "document.json").read_text())
        given = {paragraph["text"] for paragraph in document["paragraphs"]}
        texts = [plain(text if isinstance(text, str) else text["text"]) for text in wanted]
        missing = [text for text in texts if text not in given]
        for text in missing:
            print(f"  {truth.stem}: not letter for letter: {text[:60]}")
        total += len(texts)
        whole += len(texts) - len(missing)
    if total:
        print(f"paragraphs of {pdfs}: {whole} of {total} letter for letter ({whole / total:.3f})")


if __name__ == "__main__":
    main(*sys.argv[1:4], left_out=sys.argv[4:])
