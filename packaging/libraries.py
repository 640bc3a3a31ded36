"""The shared libraries that the program needs, and the Debian packages that they come from."""
from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from product import PackagingError, run

MACHINES_OWN = "libc6"
"""The package whose libraries belong together with the machine's kernel and loader: never carried."""

DATA_CALL = "libpoppler-cpp.so"
"""The library with the call that tells Poppler where its data are (Sources/CPopplerData)."""


@dataclass(frozen=True, order=True)
class Package:
    """A Debian package, with what it was built from."""

    name: str
    version: str
    source: str
    source_version: str

    @property
    def copyright(self) -> Path:
        return Path("/usr/share/doc", self.name, "copyright")


@dataclass(frozen=True, order=True)
class Library:
    """A shared library: the name that it is asked for by, the file, and whose it is."""

    name: str
    path: Path
    package: Package


@cache
def package(name: str) -> Package:
    fields = "${Package}\t${Version}\t${source:Package}\t${source:Version}\n"
    return Package(*run("dpkg-query", "-W", "-f", fields, name).splitlines()[0].split("\t"))


def owners(paths: list[Path]) -> dict[Path, Package]:
    """The installed package that each file is of."""
    # Debian's lists may know a file below / or below /usr: both are asked for, and one is not found
    known = {spelling: path for path in paths for spelling in (str(path.resolve()), usr_merged(path.resolve()))}
    asked = subprocess.run(["dpkg-query", "-S", *known], capture_output=True, text=True, check=False).stdout
    found: dict[Path, Package] = {}
    for line in asked.splitlines():
        names, _, spelling = line.partition(": ")
        found[known[spelling]] = package(names.split(",")[0])
    for path in paths:
        if path not in found:
            raise PackagingError(f"{path} is of no Debian package: where it comes from and its licence are not known")
    return found


def usr_merged(path: Path) -> str:
    """`/lib/x` for `/usr/lib/x`, and the other way round."""
    return f"/{path.relative_to('/usr')}" if path.is_relative_to("/usr") else f"/usr{path}"


def needed(program: Path) -> dict[str, Path]:
    """All libraries that the loader takes for this program, by the names they are asked for by."""
    found: dict[str, Path] = {}
    for line in run("ldd", program).splitlines():
        if "not found" in line:
            raise PackagingError(f"{program} needs {line.strip()}")
        hit = re.match(r"\s*(\S+) => (/\S+)", line)
        if hit:
            found[hit[1]] = Path(hit[2])
    return found


def data_call() -> Path:
    """libpoppler-cpp of the Poppler that the program is linked with."""
    for line in run("ldconfig", "-p").splitlines():
        hit = re.match(rf"\s*{re.escape(DATA_CALL)}\.\d+ .*=> (/\S+)", line)
        if hit:
            return Path(hit[1])
    raise PackagingError(f"{DATA_CALL} is not installed; `scripts/setup.sh package` installs it")


def carried(program: Path) -> list[Library]:
    """What must lie beside the program on a machine that has nothing but the C library."""
    call = data_call()
    paths = needed(program) | needed(call) | {soname(call): call}
    packages = owners(list(paths.values()))
    libraries = [Library(name, path, packages[path]) for name, path in paths.items()]
    return sorted(each for each in libraries if each.package.name != MACHINES_OWN)


def soname(library: Path) -> str:
    hit = re.search(r"\(SONAME\).*\[(.*)\]", run("readelf", "-d", library))
    if hit is None:
        raise PackagingError(f"{library} has no name of its own")
    return hit[1]


def glibc(paths: list[Path]) -> tuple[int, int]:
    """The oldest C library that they all run with."""
    asked: set[tuple[int, int]] = set()
    for path in paths:
        found = re.findall(r"\bName: GLIBC_(\d+)\.(\d+)", run("readelf", "-V", path))
        asked |= {(int(major), int(minor)) for major, minor in found}
    return max(asked)
