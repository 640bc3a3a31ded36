"""Makes a wheel that carries the program: the Python package of `python/`, with the folder of tree.py in it.

Without a program it is a plain wheel, as the OCR helper's. Both are the same bytes whenever they are made.
"""
from __future__ import annotations

import base64
import hashlib
import re
import shutil
import stat
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import product
from libraries import glibc
from product import PackagingError, machine, moment, run

PLACE = "juesuan/_program"
"""Where the program's folder is within the package."""

GENERATOR = "juesuan packaging"

EARLIEST = 315532800
"""Zip archives know no time before 1980."""


@dataclass(frozen=True)
class Entry:
    """A file of the wheel."""

    name: str
    content: bytes
    is_program: bool = False


def plain_wheel(source: Path, folder: Path) -> Path:
    """What the package's own build backend makes of it, from a copy: backends write beside what they build."""
    copy = folder / "source"
    shutil.copytree(source, copy, ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__", "_program"))
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, copy)
    return next(folder.glob("*.whl"))


def read(wheel: Path) -> list[Entry]:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return [Entry(name, archive.read(name)) for name in names]


def program_entries(tree: Path) -> list[Entry]:
    return [
        Entry(f"{PLACE}/{path.as_posix()}", (tree / path).read_bytes(), path.parent.name == "bin")
        for path in product.files(tree)
    ]


def platform_tag(tree: Path) -> str:
    """By the C library that program and libraries ask for: whoever has it has all."""
    major, minor = glibc([tree / path for path in product.files(tree) if path.parts[0] in ("bin", "lib")])
    return f"manylinux_{major}_{minor}_{machine()}"


def described(entries: list[Entry], platform: str | None) -> list[Entry]:
    """The wheel's own description with the right tag, and no record yet."""
    tag = f"py3-none-{platform or 'any'}"
    text = f"Wheel-Version: 1.0\nGenerator: {GENERATOR}\nRoot-Is-Purelib: {str(platform is None).lower()}\nTag: {tag}\n"
    kept = []
    for entry in entries:
        if entry.name.endswith(".dist-info/WHEEL"):
            kept.append(Entry(entry.name, text.encode()))
        elif not entry.name.endswith(".dist-info/RECORD"):
            kept.append(entry)
    return kept


def record(entries: list[Entry], info: str) -> Entry:
    lines = []
    for entry in entries:
        digest = base64.urlsafe_b64encode(hashlib.sha256(entry.content).digest()).rstrip(b"=").decode()
        lines.append(f"{entry.name},sha256={digest},{len(entry.content)}")
    lines.append(f"{info}/RECORD,,")
    return Entry(f"{info}/RECORD", ("\n".join(lines) + "\n").encode())


def write(entries: list[Entry], wheel: Path) -> None:
    when = time.gmtime(max(moment(), EARLIEST))[:6]
    wheel.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for entry in entries:
            made = zipfile.ZipInfo(entry.name, when)
            made.compress_type = zipfile.ZIP_DEFLATED
            made.create_system = 3
            made.external_attr = (stat.S_IFREG | (0o755 if entry.is_program else 0o644)) << 16
            archive.writestr(made, entry.content)


def make(source: Path, dist: Path, program: Path | None = None, tree: Path | None = None) -> Path:
    """The wheel of the package in `source`, with the program and its folder where they are given."""
    with tempfile.TemporaryDirectory() as folder:
        plain = plain_wheel(source, Path(folder))
        name, version = plain.name.split("-")[:2]
        entries = read(plain)
    if program is not None and version != product.version(program):
        raise PackagingError(f"{source} says {version}, the program {product.version(program)}")
    platform = platform_tag(tree) if tree else None
    info = f"{name}-{version}.dist-info"
    kept = described(entries, platform) + (program_entries(tree) if tree else [])
    # pip and others look for the description at the end of the archive
    kept.sort(key=lambda entry: (entry.name.startswith(info), entry.name))
    wheel = dist / f"{name}-{version}-py3-none-{platform or 'any'}.whl"
    for old in dist.glob(f"{name}-*.whl"):
        if re.match(rf"{name}-\d", old.name):
            old.unlink()
    write([*kept, record(kept, info)], wheel)
    return wheel
