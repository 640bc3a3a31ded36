"""Reads the tables of Chinese public accounts' PDFs (部门决算).

``juesuan.read("report.pdf")`` gives a report: ``report.tables["收入决算表"].frame`` is a DataFrame,
``report.records`` has one row a number, with its status. docs/python.md says more.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from ._version import __version__

if TYPE_CHECKING:
    from .batch import Failure, read_many
    from .cell import Cell
    from .errors import (
        CrashedError,
        DamagedError,
        DependencyError,
        EncryptedError,
        Error,
        InputError,
        MemoryLimitError,
        NoSuchPageError,
        NotAPDFError,
        NotFoundError,
        OutputError,
        ProgramNotFoundError,
        TableNotFoundError,
        TimeoutError,
        UnreadableError,
        UsageError,
        WrongPasswordError,
    )
    from .items import (
        CellPlace,
        Check,
        Edit,
        Finding,
        Listing,
        Paragraph,
        ProsePlace,
        ReportWarning,
        Status,
    )
    from .pages import Page, PageImage
    from .reading import frames, load, read
    from .report import Report, SideBySide
    from .table import Table, Tables

__all__ = [
    "Cell",
    "CellPlace",
    "Check",
    "CrashedError",
    "DamagedError",
    "DependencyError",
    "Edit",
    "EncryptedError",
    "Error",
    "Failure",
    "Finding",
    "InputError",
    "Listing",
    "MemoryLimitError",
    "NoSuchPageError",
    "NotAPDFError",
    "NotFoundError",
    "OutputError",
    "Page",
    "PageImage",
    "Paragraph",
    "ProgramNotFoundError",
    "ProsePlace",
    "Report",
    "ReportWarning",
    "SideBySide",
    "Status",
    "Table",
    "TableNotFoundError",
    "Tables",
    "TimeoutError",
    "UnreadableError",
    "UsageError",
    "WrongPasswordError",
    "__version__",
    "frames",
    "load",
    "read",
    "read_many",
]

# Where each name is: a module is imported when one of its names is asked for, so that the command
# ``juesuan``, which needs none, starts at once.
_MODULES = {
    "Failure": "batch",
    "read_many": "batch",
    "Cell": "cell",
    "CrashedError": "errors",
    "DamagedError": "errors",
    "DependencyError": "errors",
    "EncryptedError": "errors",
    "Error": "errors",
    "InputError": "errors",
    "MemoryLimitError": "errors",
    "NoSuchPageError": "errors",
    "NotAPDFError": "errors",
    "NotFoundError": "errors",
    "OutputError": "errors",
    "ProgramNotFoundError": "errors",
    "TableNotFoundError": "errors",
    "TimeoutError": "errors",
    "UnreadableError": "errors",
    "UsageError": "errors",
    "WrongPasswordError": "errors",
    "CellPlace": "items",
    "Check": "items",
    "Edit": "items",
    "Finding": "items",
    "Listing": "items",
    "Paragraph": "items",
    "ProsePlace": "items",
    "ReportWarning": "items",
    "Status": "items",
    "Page": "pages",
    "PageImage": "pages",
    "frames": "reading",
    "load": "reading",
    "read": "reading",
    "Report": "report",
    "SideBySide": "report",
    "Table": "table",
    "Tables": "table",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{module}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
