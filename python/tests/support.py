"""Where the program and its samples are."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import juesuan
from juesuan import program

REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLES = REPOSITORY / "samples"
MINISTRY = SAMPLES / "ministry-2024.pdf"
SHANGHAI = SAMPLES / "shanghai-2024.pdf"
SCANNED = SAMPLES / "ministry-2024-scanned.pdf"
FIXTURES = REPOSITORY / "Tests" / "PDFSourceTests" / "Fixtures"
ENCRYPTED = FIXTURES / "encrypted.pdf"
PASSWORD = "secret"

_BUILT = (REPOSITORY / ".build" / kind / "juesuan" for kind in ("release", "debug"))

if program.VARIABLE not in os.environ:
    # what is not built is said by the first test
    for built in _BUILT:
        if built.exists():
            os.environ[program.VARIABLE] = str(built)
            break

_read: dict[Path, juesuan.Report] = {}


def read(path: Path) -> juesuan.Report:
    """A sample, read once for all tests."""
    if path not in _read:
        _read[path] = juesuan.read(path, ocr="off")
    return _read[path]


def extracted(path: Path, folder: str) -> Path:
    """What the command line writes of a sample."""
    arguments = [program.find(), "extract", str(path), "--output", folder, "--ocr", "off"]
    subprocess.run(arguments, check=True, capture_output=True)
    return Path(folder) / path.stem


@contextlib.contextmanager
def script(text: str, name: str = "juesuan") -> Iterator[Path]:
    """A program of our own, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text)
        path.chmod(0o755)
        yield path


@contextlib.contextmanager
def running(path: Path | str) -> Iterator[None]:
    """With this as the program."""
    with mock.patch.dict(os.environ, {program.VARIABLE: str(path)}):
        yield
