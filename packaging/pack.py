"""Makes what is handed out, in dist/.

    pack.py PROGRAM [tarball] [wheel] [deb] [image] [sbom] [sums]
"""
from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import deb
import product
import sbom
import tarball
import tree
import wheel
from product import DIST, ROOT, WORK, PackagingError, main, run, size

PYTHON_PACKAGE = ROOT / "python"
OCR_HELPER = ROOT / "integrations/ocr"

NEEDS_TREE = {"tarball", "wheel", "image", "sbom"}
ENGINES = ["podman", "docker"]


class Packing:
    """One run: the folder that runs anywhere is laid out once for all that is made of it."""

    def __init__(self, program: Path) -> None:
        self.program = program
        self.name = product.name(program)
        self.folder = WORK / self.name

    def lay_out(self) -> None:
        libraries = tree.lay_out(self.program, self.folder)
        print(f"{self.folder}: {len(libraries)} libraries, {size(self.folder)}")

    def tarball(self) -> list[Path]:
        archive = DIST / f"{self.name}.tar.gz"
        tarball.pack(self.folder, archive)
        return [archive]

    def wheel(self) -> list[Path]:
        return [wheel.make(PYTHON_PACKAGE, DIST, self.program, self.folder), wheel.make(OCR_HELPER, DIST)]

    def deb(self) -> list[Path]:
        return [deb.make(self.program, DIST)]

    def sbom(self) -> list[Path]:
        target = DIST / f"{self.name}.spdx.json"
        sbom.write(self.program, self.folder, target)
        return [target]

    def image(self) -> list[Path]:
        """Built by an engine from the tarball; the image stays with the engine."""
        engine = os.environ.get("ENGINE") or next(filter(shutil.which, ENGINES), None)
        if engine is None:
            raise PackagingError("no container engine: install podman or docker, or name one with ENGINE=")
        [archive] = self.tarball()
        tag = f"juesuan:{product.version(self.program)}"
        recipe = ROOT / "packaging/Containerfile"
        run(engine, "build", "--file", recipe, "--build-arg", f"TARBALL={archive.name}", "--tag", tag, DIST)
        print(f"image {tag}")
        return []

    def sums(self) -> list[Path]:
        """SHA256SUMS of all that lies there."""
        target = DIST / "SHA256SUMS"
        paths = sorted(path for path in DIST.iterdir() if path.is_file() and path != target)
        lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths]
        target.write_text("".join(lines))
        return [target]


def work() -> None:
    packing = Packing(Path(sys.argv[1]))
    kinds: dict[str, Callable[[], list[Path]]] = {
        "tarball": packing.tarball, "wheel": packing.wheel, "deb": packing.deb, "image": packing.image,
        "sbom": packing.sbom, "sums": packing.sums,
    }
    asked = sys.argv[2:]
    DIST.mkdir(exist_ok=True)
    if NEEDS_TREE & set(asked):
        packing.lay_out()
    for kind in asked:
        for made in kinds[kind]():
            print(f"{made.relative_to(ROOT)}: {size(made)}")


if __name__ == "__main__":
    main(work)
