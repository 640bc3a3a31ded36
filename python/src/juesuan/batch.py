"""``read_many``: many documents, by several workers at once."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty, Full, Queue
from typing import Any, Literal, overload

from .errors import Error, InputError, NoSuchPageError, not_found
from .pool import Pool
from .reading import OCR, Pages, options_of, read_with
from .report import Report
from .sources import Source
from .worker import Options

Inputs = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""A folder, a file, or paths of both."""

TIMEOUT = 60
"""Seconds after which a document is given up; the command line's."""

MEMORY_LIMIT = 1024
"""MiB that a document may take; the command line's."""

# exit statuses: what is missing, what cannot be written, wrong arguments; the next would fail, too
_NO_DOCUMENTS_FAULT = (3, 4, 64)
# seconds that a thread has to end
_FAREWELL = 10
# seconds between two looks at whether the caller has gone, or wants to
_LOOK = 0.1


@dataclass(frozen=True)
class Failure:
    """A document of ``read_many`` that could not be read."""

    path: Path
    error: Error

    @property
    def ok(self) -> Literal[False]:
        """A ``Report`` has True here."""
        return False

    @property
    def code(self) -> str:
        """The error's, as in docs/errors.md."""
        return self.error.code

    @property
    def message(self) -> str:
        """What is wrong; what to do."""
        return self.error.message


@overload
def read_many(
    inputs: Inputs,
    jobs: int | None = ...,
    progress: bool | None = ...,
    *,
    errors: Literal["return"] = ...,
    password: str | None = ...,
    pages: Pages | None = ...,
    ocr: OCR = ...,
    timeout: float | None = ...,
    memory_limit: int | None = ...,
    ocr_engine: str | None = ...,
    catalogue: str | os.PathLike[str] | None = ...,
    repair_names: bool = ...,
) -> Iterator[Report | Failure]: ...
@overload
def read_many(
    inputs: Inputs,
    jobs: int | None = ...,
    progress: bool | None = ...,
    *,
    errors: Literal["raise"],
    password: str | None = ...,
    pages: Pages | None = ...,
    ocr: OCR = ...,
    timeout: float | None = ...,
    memory_limit: int | None = ...,
    ocr_engine: str | None = ...,
    catalogue: str | os.PathLike[str] | None = ...,
    repair_names: bool = ...,
) -> Iterator[Report]: ...
def read_many(
    inputs: Inputs,
    jobs: int | None = None,
    progress: bool | None = None,
    *,
    errors: Literal["return", "raise"] = "return",
    password: str | None = None,
    pages: Pages | None = None,
    ocr: OCR = "auto",
    timeout: float | None = TIMEOUT,
    memory_limit: int | None = MEMORY_LIMIT,
    ocr_engine: str | None = None,
    catalogue: str | os.PathLike[str] | None = None,
    repair_names: bool = False,
) -> Iterator[Report] | Iterator[Report | Failure]:
    """Yields each document's report as it is done, ``jobs`` at once (as many as there are cores).

    A folder is searched to the bottom for ``*.pdf``. What cannot be read is a ``Failure``; with
    ``errors="raise"`` it is raised, which ends the run. ``progress`` is a bar of tqdm: True, False,
    or None for one where tqdm is installed and somebody can see it. Reports are not kept, and
    workers wait for whoever takes them, so memory stays flat.
    """
    if errors not in ("return", "raise"):
        raise ValueError(f"errors is {errors!r}; it can be 'return' or 'raise'")
    jobs = jobs if jobs is not None else _cores()
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; it is a number from 1")
    options = options_of(
        pages=pages,
        ocr=ocr,
        timeout=timeout,
        ocr_engine=ocr_engine,
        ocr_threads=max(1, _cores() // jobs),
        catalogue=catalogue,
        repair_names=repair_names,
        memory_limit=memory_limit,
    )
    paths, total = _listed(inputs)
    make_bar = _bar(progress, total)
    return _run(_Batch(paths, jobs, password, options), make_bar, errors == "raise")


def _run(batch: _Batch, make_bar: Callable[[], Any] | None, raises: bool) -> Iterator[Any]:
    bar = make_bar and make_bar()
    try:
        for result in batch:
            if bar is not None:
                bar.update()
            if raises and isinstance(result, Failure):
                raise result.error
            yield result
    finally:
        batch.close()
        if bar is not None:
            bar.close()


class _Batch:
    """Threads that each take the next path and read it; the reports wait in a short queue."""

    def __init__(
        self, paths: Iterable[Path], jobs: int, password: str | None, options: Options
    ) -> None:
        self._paths = iter(paths)
        self._password = password
        self._options = options
        self._taking = threading.Lock()
        self._results: Queue[Report | Failure | BaseException | None] = Queue(maxsize=jobs)
        self._pool = Pool(most_idle=jobs)
        self._ended = threading.Event()
        _running.add(self)
        self._threads = [
            threading.Thread(target=self._work, name=f"juesuan-{number}", daemon=True)
            for number in range(jobs)
        ]

    def __iter__(self) -> Iterator[Report | Failure]:
        for thread in self._threads:
            thread.start()
        working = len(self._threads)
        while working:
            try:
                result = self._results.get(timeout=_LOOK)
            except Empty:
                # between two looks Ctrl-C is heard, whoever has put handlers of its own
                continue
            if result is None:
                working -= 1
            elif isinstance(result, BaseException):
                raise result
            else:
                yield result

    def close(self) -> None:
        """Ends the run, also in the middle of documents."""
        if self._ended.is_set():
            return
        self._ended.set()
        self._pool.close()
        with suppress(Empty):
            while True:
                self._results.get_nowait()
        for thread in self._threads:
            if thread.ident is not None:
                # one that waits for the caller's own iterator may never come back
                thread.join(_FAREWELL)

    def _work(self) -> None:
        try:
            while not self._ended.is_set():
                with self._taking:
                    path = next(self._paths, None)
                if path is None:
                    break
                self._put(self._read(path))
        except BaseException as error:
            # an error of the caller's own iterator, or of this code: it is his to see
            self._put(error)
        finally:
            self._put(None)

    def _read(self, path: Path) -> Report | Failure:
        try:
            return read_with(self._pool, Source(path), self._password, self._options)
        except Error as error:
            if error.exit in _NO_DOCUMENTS_FAULT and not isinstance(error, NoSuchPageError):
                raise
            return Failure(path, error)

    def _put(self, result: Report | Failure | BaseException | None) -> None:
        while not self._ended.is_set():
            with suppress(Full):
                self._results.put(result, timeout=_LOOK)
                return


_running: weakref.WeakSet[_Batch] = weakref.WeakSet()


def _end_all() -> None:
    """While threads still go on: later one may be stopped for ever with a lock in its hand."""
    for batch in list(_running):
        batch.close()


atexit.register(_end_all)


def _listed(inputs: Inputs) -> tuple[Iterable[Path], int | None]:
    """The documents, and how many they are, where that can be told before."""
    if isinstance(inputs, str | os.PathLike):
        paths = list(_expanded(Path(inputs), must_exist=True))
        return paths, len(paths)
    if isinstance(inputs, list | tuple | set | frozenset):
        paths = [path for each in inputs for path in _expanded(Path(each))]
        return paths, len(paths)
    return (path for each in inputs for path in _expanded(Path(each))), None


def _expanded(path: Path, must_exist: bool = False) -> Iterator[Path]:
    if path.is_dir():
        found = False
        for each in _pdfs(path, set()):
            found = True
            yield each
        if not found:
            message = "holds no PDF; name a folder with files that end in .pdf"
            raise InputError(message, code="no-pdf", exit=2, path=str(path))
    elif must_exist and not path.exists():
        raise not_found(path)
    else:
        # one of several that is not there is that document's failure
        yield path


def _pdfs(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """All below, in the order of their names; hidden ones and folders seen before are left out."""
    place = folder.stat()
    if (place.st_dev, place.st_ino) in seen:
        return
    seen.add((place.st_dev, place.st_ino))
    for child in sorted(folder.iterdir(), key=lambda child: os.fsencode(child.name)):
        if child.name.startswith("."):
            continue
        if child.is_dir():
            yield from _pdfs(child, seen)
        elif child.name.lower().endswith(".pdf"):
            yield child


def _bar(progress: bool | None, total: int | None) -> Callable[[], Any] | None:
    """What makes a bar of tqdm, or None."""
    if progress is False or (progress is None and not _is_seen()):
        return None
    try:
        from tqdm.auto import tqdm
    except ImportError:
        if progress:
            raise ImportError("a bar needs tqdm: pip install 'juesuan[progress]'") from None
        return None
    return partial(tqdm, total=total, unit="document")


def _is_seen() -> bool:
    """Whether somebody looks: at a terminal or a notebook."""
    return "ipykernel" in sys.modules or bool(sys.stderr and sys.stderr.isatty())


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
