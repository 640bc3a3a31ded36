"""What `make release` made, and what the program that it was made of says of the samples."""
from __future__ import annotations

import subprocess
import tempfile
import unittest
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
PROGRAM = ROOT / ".build/release/juesuan"
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


def made(pattern: str) -> Path:
    """The one file of this kind; skips the test where nobody made it."""
    found = sorted(DIST.glob(pattern))
    if len(found) != 1:
        raise unittest.SkipTest(f"dist/{pattern}: {len(found)} files; `make release` makes one")
    return found[0]


def version() -> str:
    return subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout.strip()


@cache
def document(sample: Path) -> bytes:
    """document.json as the build writes it. Scans are not read: packages carry no engine."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(PROGRAM), "extract", str(sample), "--ocr", "off", "--quiet", "--output", folder]
        subprocess.run(command, capture_output=True, check=False)
        return Path(folder, sample.stem, "document.json").read_bytes()
