"""Reads the tables of Chinese public accounts' PDFs (部门决算).

``juesuan.read("report.pdf")`` gives a report: ``report.tables["收入决算表"].frame`` is a DataFrame,
``report.records`` has one row a number, with its status. docs/python.md says more.
"""

from ._version import __version__
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
