"""The licences of what is packed: of the program, of each library, of what is linked into the program."""
from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from libraries import Library, Package, package
from product import ROOT, PackagingError, run

TABLE = Path(__file__).with_name("licences.tsv")
"""Debian source packages, Swift packages and Swift itself, with their licences as SPDX expressions."""

DATA_PACKAGE = "poppler-data"


@dataclass(frozen=True, order=True)
class SwiftPackage:
    """A Swift package that is linked into the program."""

    name: str
    version: str
    location: str
    folder: Path


def known() -> dict[str, str]:
    rows = (line.split("\t") for line in TABLE.read_text().splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def of(name: str) -> str:
    """The licence; what nobody has looked up is not packed."""
    found = known().get(name)
    if found is None:
        raise PackagingError(f"the licence of {name} is not in packaging/licences.tsv: look it up and add it")
    return found


def debian(libraries: list[Library]) -> list[Package]:
    """The packages that the libraries and the data are from."""
    return sorted({library.package for library in libraries} | {package(DATA_PACKAGE)})


def swift_packages() -> list[SwiftPackage]:
    """Those that the build resolved (Package.resolved)."""
    resolved = ROOT / "Package.resolved"
    if not resolved.exists():
        raise PackagingError("Package.resolved is not there: `make build` writes it")
    checkouts = {folder.name.lower(): folder for folder in (ROOT / ".build/checkouts").iterdir()}
    found = []
    for pin in json.loads(resolved.read_text())["pins"]:
        folder = checkouts[pin["identity"]]
        found.append(SwiftPackage(folder.name, pin["state"]["version"], pin["location"], folder))
    return sorted(found)


def swift() -> tuple[str, Path]:
    """The version of Swift, whose library and Foundation are linked into the program, and its licence."""
    compiler = shutil.which("swift")
    if compiler is None:
        raise PackagingError("Swift is not in PATH: its licence and version belong into the package")
    version = run("swift", "--version").split("Swift version ")[1].split()[0]
    licence = Path(os.path.realpath(compiler)).parents[1] / "share/swift/LICENSE.txt"
    return version, licence


def place(libraries: list[Library], folder: Path) -> None:
    """A file for each package, and a list of them."""
    folder.mkdir(parents=True)
    lines = ["juesuan is under GPL-3.0-or-later: see LICENSE. It carries these libraries, changed only in where they",
             "look for each other:", ""]
    for each in debian(libraries):
        shutil.copyfile(each.copyright, folder / f"{each.name}.txt")
        source = f"Debian source package {each.source} {each.source_version}"
        lines.append(f"{each.name}.txt  {each.name} {each.version}, {source}: {of(each.source)}")
    lines += ["", "and linked into the program:", ""]
    for swift_package in swift_packages():
        texts = sorted(swift_package.folder.glob("LICENSE*")) + sorted(swift_package.folder.glob("NOTICE*"))
        whole = "\n\n".join(text.read_text() for text in texts)
        (folder / f"{swift_package.name}.txt").write_text(whole)
        name = swift_package.name
        lines.append(f"{name}.txt  {name} {swift_package.version}: {of(name)}")
    version, licence = swift()
    shutil.copyfile(licence, folder / "swift.txt")
    lines.append(f"swift.txt  Swift {version} with Foundation: {of('swift')}")
    lines += ["", "Sources of these packages: apt-get source PACKAGE=VERSION, from Debian's archive or its snapshots."]
    (folder / "README.txt").write_text("\n".join(lines) + "\n")
