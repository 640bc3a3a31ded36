"""Packs the folder of tree.py: the same folder gives the same bytes.
"""
from __future__ import annotations

import gzip
import tarfile
from pathlib import Path

from product import moment


def pack(folder: Path, archive: Path) -> None:
    time = moment()

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = time
        return entry

    paths = sorted([folder, *folder.rglob("*")], key=lambda path: path.as_posix())
    archive.parent.mkdir(parents=True, exist_ok=True)
    # gzip, since a bare Debian has no xz; its header bears a time and a name, too
    with (
        archive.open("wb") as raw,
        gzip.GzipFile("", "wb", compresslevel=9, fileobj=raw, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in paths:
            tar.add(path, path.relative_to(folder.parent).as_posix(), recursive=False, filter=plain)
