"""``read``: a document, by a worker that waits for the next one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .errors import not_found
from .pool import Pool
from .report import Report
from .sources import Readable, Source
from .worker import Options

if TYPE_CHECKING:
    import pandas as pd

OCR = Literal["auto", "off", "force"]
"""Which pages OCR reads: those that are pictures or whose text lies, none, all."""

Pages = str | int | Iterable[int]
"""``"5-9,12"``, ``6``, ``[6, 7]`` or ``range(5, 10)``."""

_MOST_IDLE = max(2, os.cpu_count() or 2)

_pool = Pool(_MOST_IDLE)


def read(
    source: Readable,
    password: str | None = None,
    pages: Pages | None = None,
    ocr: OCR = "auto",
    timeout: float | None = None,
    *,
    ocr_engine: str | None = None,
    catalogue: str | os.PathLike[str] | None = None,
    repair_names: bool = False,
) -> Report:
    """Reads a PDF, or a ``.txt`` transcript: a path, bytes, or an open file.

    ``timeout`` is in seconds, and begins again with each page that OCR reads. A document without
    tables is a report without tables; what cannot be read raises an ``Error``. Threads may read at
    the same time. ``ocr_engine``, ``catalogue``, ``repair_names`` are the command line's options.
    """
    options = options_of(
        pages=pages,
        ocr=ocr,
        timeout=timeout,
        ocr_engine=ocr_engine,
        catalogue=catalogue,
        repair_names=repair_names,
    )
    return read_with(_pool, Source(source), password, options)


def read_with(pool: Pool, source: Source, password: str | None, options: Options) -> Report:
    """Reads a document with a worker of this pool."""
    with source.file() as path:
        document = pool.read(path, password, options)
    return Report.from_json(document, source, password)


def frames(
    source: Readable,
    password: str | None = None,
    pages: Pages | None = None,
    ocr: OCR = "auto",
    timeout: float | None = None,
) -> list[pd.DataFrame]:
    """All tables of a document as DataFrames, as ``pandas.read_html`` gives those of a web page."""
    report = read(source, password=password, pages=pages, ocr=ocr, timeout=timeout)
    return [table.frame for table in report.tables]


def load(
    path: str | os.PathLike[str], pdf: Readable | None = None, password: str | None = None
) -> Report:
    """What ``juesuan extract`` wrote, or ``Report.save``: a document's folder, or the file itself.

    Corrections made in the review are in it. ``pdf`` is the document itself, for pictures of pages.
    """
    place = Path(path)
    if place.is_dir():
        place = place / "document.json"
    try:
        text = place.read_bytes()
    except FileNotFoundError:
        raise not_found(place) from None
    return Report.from_json(text, None if pdf is None else Source(pdf), password)


def options_of(
    *,
    pages: Pages | None = None,
    ocr: OCR = "auto",
    timeout: float | None = None,
    ocr_engine: str | None = None,
    ocr_threads: int | None = None,
    catalogue: str | os.PathLike[str] | None = None,
    repair_names: bool = False,
    memory_limit: int | None = None,
) -> Options:
    """A worker's options; what can be seen to be wrong is refused."""
    if timeout is not None and not timeout > 0:
        raise ValueError(f"timeout is {timeout!r}; it is in seconds, or None for no limit")
    if ocr not in ("auto", "off", "force"):
        raise ValueError(f"ocr is {ocr!r}; it can be 'auto', 'off' or 'force'")
    return Options(
        pages=_page_list(pages),
        ocr=ocr,
        ocr_engine=ocr_engine,
        ocr_threads=ocr_threads,
        catalogue=None if catalogue is None else str(Path(catalogue).absolute()),
        repair_names=repair_names,
        timeout=timeout,
        memory_limit=memory_limit,
    )


def _page_list(pages: Pages | None) -> str | None:
    """As the command line has them. ``"all"`` is camelot's and tabula's word for None."""
    if pages is None or pages == "all":
        return None
    if isinstance(pages, str):
        return pages
    numbers = [pages] if isinstance(pages, int) else list(pages)
    if not numbers or not all(isinstance(number, int) and number > 0 for number in numbers):
        raise ValueError(f"pages is {pages!r}; name pages such as '5-9,12', 6 or [6, 7]")
    return ",".join(map(str, numbers))
