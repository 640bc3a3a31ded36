"""What can go wrong, by the codes of the program (docs/errors.md)."""

from __future__ import annotations

import builtins
import os
import re
from typing import Any


class Error(Exception):
    """Anything that goes wrong with a document or the program.

    ``code`` and ``exit`` are the program's own, stable; ``path`` is the document that it is about.
    """

    def __init__(
        self, message: str, *, code: str = "failure", exit: int = 1, path: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.exit = exit
        self.path = path

    def __str__(self) -> str:
        place = f"{self.path}: " if self.path else ""
        return f"{place}{self.message} [{self.code}]"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.message, self.code, self.exit, self.path)


class ProgramNotFoundError(Error):
    """The program ``juesuan`` is not there, or does not run."""


class DependencyError(Error):
    """Something that the program needs is missing: ``juesuan doctor`` says what."""


class UsageError(Error, ValueError):
    """An argument that the program refuses."""


class InputError(Error):
    """The document is damaged, is no PDF or cannot be read."""


class UnreadableError(InputError):
    """The path or its permissions are wrong, or it is no file."""


class NotFoundError(UnreadableError, FileNotFoundError):
    """There is no such file or folder."""


class NotAPDFError(InputError):
    """Often a web page saved as ``.pdf``."""


class DamagedError(InputError):
    """Truncated or broken."""


class EncryptedError(Error):
    """Encrypted, and no password was given."""


class WrongPasswordError(EncryptedError):
    """The password given does not open it."""


class NoSuchPageError(UsageError, LookupError):
    """A page that the document does not have, or that was not read."""


class OutputError(Error):
    """A temporary file cannot be written: the disk is full, or there is no permission."""


class CrashedError(Error):
    """The document crashed the program, twice: please report it."""


class MemoryLimitError(Error):
    """The document needs more memory than it was allowed."""


class TimeoutError(Error, builtins.TimeoutError):
    """The document took longer than it was allowed."""


class TableNotFoundError(Error, KeyError):
    """No table, or more than one, is called so; the message names those that are near."""


BY_CODE: dict[str, type[Error]] = {
    "unreadable": UnreadableError,
    "not-a-pdf": NotAPDFError,
    "damaged": DamagedError,
    "encrypted": EncryptedError,
    "wrong-password": WrongPasswordError,
    "no-such-page": NoSuchPageError,
    "crashed": CrashedError,
    "memory-limit": MemoryLimitError,
    "timeout": TimeoutError,
}

BY_EXIT: dict[int, type[Error]] = {
    2: InputError,
    3: DependencyError,
    4: OutputError,
    8: EncryptedError,
    64: UsageError,
}

_MISSING = "no such file or directory"


def error_of(code: str, message: str, exit: int, path: str | None = None) -> Error:
    """The error that a code stands for; one of an unknown code goes by its exit status."""
    kind = BY_CODE.get(code) or BY_EXIT.get(exit) or Error
    if kind is UnreadableError and _MISSING in message:
        kind = NotFoundError
    return kind(message, code=code, exit=exit, path=path)


_LINE = re.compile(r"error: (?:\[(?P<code>[a-z-]+)\] )?(?P<message>.+)", re.IGNORECASE)


def error_from_stderr(text: str, exit: int, path: str | None = None) -> Error:
    """The error that a program said on stderr before it ended with an exit status."""
    match = _LINE.search(text)
    if match is None:
        words = text.strip().splitlines()
        message = words[-1] if words else f"the program ended with exit status {exit}"
        return error_of(_CODES.get(exit, "failure"), message, exit, path)
    code = match["code"] or _CODES.get(exit, "failure")
    return error_of(code, match["message"], exit, path)


# of exit statuses that come without a code
_CODES = {64: "usage", 8: "encrypted"}


def not_found(path: str | os.PathLike[str]) -> NotFoundError:
    """There is nothing at this path."""
    message = f"cannot be read: {_MISSING}; check the path and its permissions"
    return NotFoundError(message, code="unreadable", exit=2, path=os.fspath(path))


def _rebuild(kind: type[Error], message: str, code: str, exit: int, path: str | None) -> Error:
    return kind(message, code=code, exit=exit, path=path)
