"""What is packed, and how packages are the same whenever they are made: names, version, time."""
from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
"""What is handed out."""
WORK = ROOT / ".build/packages"
"""What is made on the way."""


class PackagingError(Exception):
    """A sentence for who runs `make`."""


def run(*command: str | Path, cwd: Path | None = None, environment: dict[str, str] | None = None) -> str:
    """What the command prints; an error with what it says where it fails."""
    texts = [str(word) for word in command]
    try:
        done = subprocess.run(texts, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise PackagingError(f"{texts[0]} is not installed; `scripts/setup.sh package` installs it") from error
    if done.returncode != 0:
        raise PackagingError(f"{' '.join(texts)}: {(done.stderr or done.stdout).strip()}")
    return done.stdout


def version(program: Path) -> str:
    """The program's own word: the version stands in Sources/Digitizer/Digitizer.swift and nowhere else."""
    said = run(program, "--version").strip()
    found = re.fullmatch(r"juesuan (\d+\.\d+\.\d+\S*)", said)
    if found is None:
        raise PackagingError(f"{program} --version says {said!r}")
    return found[1]


def machine() -> str:
    """`x86_64` or `aarch64`, as wheels and folders are named by it."""
    return platform.machine()


def name(program: Path) -> str:
    return f"juesuan-{version(program)}-linux-{machine()}"


def moment() -> int:
    """The time that all packed files bear, in seconds: SOURCE_DATE_EPOCH, or that of the commit."""
    asked = os.environ.get("SOURCE_DATE_EPOCH")
    return int(asked or run("git", "-C", ROOT, "log", "-1", "--format=%ct"))


def files(folder: Path) -> list[Path]:
    """All files below, in one order everywhere, as paths from the folder."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir())
    return sorted(found, key=lambda path: path.as_posix())


def size(path: Path) -> str:
    """Of a file, or of all files below a folder: `41.3 MB`."""
    total = path.stat().st_size if path.is_file() else sum((path / each).stat().st_size for each in files(path))
    return f"{total / 1e6:.1f} MB"


def main(work: Callable[[], None]) -> None:
    """Calls the work; what went wrong is one line."""
    try:
        work()
    except PackagingError as error:
        sys.exit(f"packaging: {error}")
