"""Makes a Debian package of the program for the release that it was built on: it takes that release's libraries.
"""
from __future__ import annotations

import gzip
import os
import shutil
import time
from pathlib import Path

import licences
import tree
from product import ROOT, WORK, files, moment, run, version

MAINTAINER = "juesuan maintainers <juesuan@debian.invalid>"

COMPLETIONS = tree.COMPLETIONS | {"zsh": "zsh/vendor-completions/_juesuan"}

DATA = "poppler-data"
"""What the program needs and no library of it names."""

DESCRIPTION = """\
Description: extracts the tables of Chinese public final accounts from PDFs
 juesuan reads every table of the annual accounts that Chinese public bodies
 publish as PDF, writes them as CSV, JSON and Excel, and says of each number
 whether the report's own arithmetic proves it. It makes one dataset of many
 reports, and shows doubtful numbers beside their pages in the browser.
"""

OVERRIDES = """\
# Foundation, which Swift links into programs, brings its own: Debian has no Swift runtime
juesuan: embedded-library
"""


def lay_out(program: Path, folder: Path, revision: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    binary = folder / "usr/bin/juesuan"
    binary.parent.mkdir(parents=True)
    run("strip", "--strip-all", "--remove-section=.comment", "--remove-section=.note", "-o", binary, program)
    run("patchelf", "--remove-rpath", binary)
    share = folder / "usr/share"
    tree.place_shared(program, share, COMPLETIONS)
    page = share / "man/man1/juesuan.1"
    packed(page.with_suffix(".1.gz"), page.read_bytes())
    page.unlink()
    documents = share / "doc/juesuan"
    documents.mkdir(parents=True)
    packed(documents / "changelog.gz", (ROOT / "CHANGELOG.md").read_bytes())
    packed(documents / "changelog.Debian.gz", changelog(revision).encode())
    (documents / "copyright").write_text(copyright_file())
    overrides = share / "lintian/overrides/juesuan"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() or path == binary else 0o644)


def packed(target: Path, content: bytes) -> None:
    with target.open("wb") as raw, gzip.GzipFile("", "wb", compresslevel=9, fileobj=raw, mtime=0) as file:
        file.write(content)


def changelog(revision: str) -> str:
    day = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(moment()))
    return (
        f"juesuan ({revision}) unstable; urgency=medium\n\n"
        "  * What changed stands in changelog.gz.\n\n"
        f" -- {MAINTAINER}  {day}\n"
    )


def copyright_file() -> str:
    """In Debian's form; with the licences of what Swift links into the program."""
    lines = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        "Upstream-Name: juesuan",
        "Comment: The program has these linked in, under licences that GPL-3+ may be combined with:",
        *(f" {name}: {licence}" for name, licence, _ in linked()),
        "",
        "Files: *",
        "Copyright: the juesuan contributors",
        "License: GPL-3+",
        " On Debian systems the text of the GNU General Public License, version 3, is in",
        " /usr/share/common-licenses/GPL-3. You may also use a later version of it.",
    ]
    for name, licence, text in linked():
        lines += ["", "Files: usr/bin/juesuan", f"Copyright: the authors of {name}", f"License: {licence}"]
        lines += [f" {line.rstrip()}" if line.strip() else " ." for line in text.strip().splitlines()]
    return "\n".join(lines) + "\n"


def linked() -> list[tuple[str, str, str]]:
    """Name with version, licence and its text of what is linked into the program."""
    swift, licence = licences.swift()
    found = [(f"Swift {swift}", licences.of("swift"), shortened(licence.read_text()))]
    for each in licences.swift_packages():
        text = "\n\n".join(path.read_text() for path in sorted(each.folder.glob("LICENSE*")))
        found.append((f"{each.name} {each.version}", licences.of(each.name), shortened(text)))
    return found


def shortened(text: str) -> str:
    """Debian has the text of the Apache licence; what is added to it stays."""
    if "Apache License" not in text:
        return text
    _, mark, exception = text.partition("## Runtime Library Exception")
    where = "On Debian systems the Apache License, version 2.0, is in\n/usr/share/common-licenses/Apache-2.0."
    return f"{where}\n\n{mark}{exception}" if mark else where


def libraries(binary: Path) -> str:
    """Which packages hold the libraries that the program is linked with, and since which versions."""
    folder = WORK / "shlibdeps"
    (folder / "debian").mkdir(parents=True, exist_ok=True)
    (folder / "debian/control").write_text("Source: juesuan\n\nPackage: juesuan\nArchitecture: any\n")
    said = run("dpkg-shlibdeps", "-O", binary.resolve(), cwd=folder)
    return said.strip().removeprefix("shlibs:Depends=")


def control(folder: Path, revision: str) -> str:
    kilobytes = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
    return (
        "Package: juesuan\n"
        f"Version: {revision}\n"
        f"Architecture: {run('dpkg', '--print-architecture').strip()}\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {kilobytes}\n"
        f"Depends: {libraries(folder / 'usr/bin/juesuan')}, {DATA}\n"
        "Suggests: fonts-noto-cjk\n"
        "Section: text\n"
        "Priority: optional\n"
        f"{DESCRIPTION}"
    )


def make(program: Path, dist: Path) -> Path:
    """Lays the package out and builds it."""
    revision = f"{version(program)}-1"
    folder = WORK / "deb"
    lay_out(program, folder, revision)
    information = folder / "DEBIAN"
    information.mkdir(mode=0o755)
    (information / "control").write_text(control(folder, revision))
    paths = [path for path in files(folder) if path.parts[0] != "DEBIAN"]
    (information / "md5sums").write_text("".join(run("md5sum", path, cwd=folder) for path in paths))
    for old in dist.glob("juesuan_*.deb"):
        old.unlink()
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(moment())}
    run("dpkg-deb", "--root-owner-group", "--build", folder, dist, environment=environment)
    return next(dist.glob("juesuan_*.deb"))
