"""Where a report is read from: a path, or bytes that have none."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from .errors import Error, not_found

Readable = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO
"""What can be read: a path, a PDF's bytes, or an open file."""


class Source:
    """A document. One of bytes is written to a temporary file while the program reads it."""

    def __init__(self, given: Readable) -> None:
        self._bytes: bytes | None = None
        self.path: Path | None = None
        if isinstance(given, str | os.PathLike):
            self.path = Path(given).absolute()
            self.name = self.path.name
            return
        name = ""
        if isinstance(given, bytes | bytearray | memoryview):
            self._bytes = bytes(given)
        else:
            self._bytes = given.read()
            own = getattr(given, "name", "")
            name = Path(own).name if isinstance(own, str) else ""
        self.name = name if name not in ("", "..") else "document.pdf"

    @contextlib.contextmanager
    def file(self, sha256: str | None = None) -> Iterator[str]:
        """A path to read it at. With a SHA-256, only if it is still the document that had it."""
        if self.path is not None:
            if sha256 is not None:
                self._must_be(sha256, self.path)
            yield str(self.path)
            return
        assert self._bytes is not None
        with tempfile.TemporaryDirectory(prefix="juesuan-") as folder:
            path = Path(folder) / self.name
            path.write_bytes(self._bytes)
            yield str(path)

    @staticmethod
    def _must_be(sha256: str, path: Path) -> None:
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256")
        except FileNotFoundError:
            raise not_found(path) from None
        if digest.hexdigest() != sha256:
            message = "was changed since it was read; read it again"
            raise Error(message, code="changed", path=str(path))
