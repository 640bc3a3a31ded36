"""Lays out the folder that runs anywhere: bin, lib, share. Tarball, wheel and image are made of it.
"""
from __future__ import annotations

import os
import shutil
from pathlib import Path

import licences
from libraries import Library, carried, data_call, soname
from product import ROOT, PackagingError, moment, run

POPPLER_DATA = Path("/usr/share/poppler")

COMPLETIONS = {
    "bash": "bash-completion/completions/juesuan",
    "zsh": "zsh/site-functions/_juesuan",
    "fish": "fish/vendor_completions.d/juesuan.fish",
}
"""Where each shell looks, below share."""

DOCUMENTS = ["README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE"]


def lay_out(program: Path, folder: Path) -> list[Library]:
    """Makes the folder anew, and says which libraries are in it."""
    shutil.rmtree(folder, ignore_errors=True)
    libraries = carried(program)
    place_program(program, folder / "bin/juesuan")
    for library in libraries:
        place_library(library, folder / "lib" / library.name)
    place_data(folder / "share/poppler")
    place_shared(program, folder / "share", COMPLETIONS)
    documents = folder / "share/doc/juesuan"
    documents.mkdir(parents=True)
    for each in DOCUMENTS:
        shutil.copyfile(ROOT / each, documents / each)
    licences.place(libraries, documents / "licences")
    plain_rights(folder)
    return libraries


def place_program(program: Path, target: Path) -> None:
    """The program without its symbols, which finds its libraries beside itself."""
    target.parent.mkdir(parents=True)
    run("strip", "-o", target, program)
    # one after the other: both at once write one over the other (patchelf 0.14)
    run("patchelf", "--set-rpath", "$ORIGIN/../lib", target)
    run("patchelf", "--add-needed", soname(data_call()), target)


def place_library(library: Library, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(library.path, target)
    run("patchelf", "--set-rpath", "$ORIGIN", target)


def place_data(target: Path) -> None:
    """poppler-data, whole: without it Chinese text in fonts that are not in the PDF is lost."""
    if not (POPPLER_DATA / "cMap/Adobe-GB1").is_dir():
        raise PackagingError("poppler-data is not installed; `scripts/setup.sh run` installs it")
    shutil.copytree(POPPLER_DATA, target)


def place_shared(program: Path, share: Path, completions: dict[str, str]) -> None:
    """Man page and completions, as the program itself describes its commands."""
    page = share / "man/man1/juesuan.1"
    page.parent.mkdir(parents=True)
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(moment())}
    page.write_text(run(ROOT / "scripts/manual.py", program, environment=environment))
    for shell, place in completions.items():
        target = share / place
        target.parent.mkdir(parents=True)
        lines = run(program, "--generate-completion-script", shell).strip().splitlines()
        # it is read by a shell, not run
        target.write_text("\n".join(line for line in lines if not line.startswith("#!")) + "\n")


def plain_rights(folder: Path) -> None:
    """Anybody may read, and run what is to be run, whatever the mask of who packs."""
    for path in [folder, *folder.rglob("*")]:
        is_open = path.is_dir() or path.parent == folder / "bin"
        path.chmod(0o755 if is_open else 0o644)
