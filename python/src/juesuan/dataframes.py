"""DataFrames of tables and records. pandas is imported when the first is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .columns import Amounts, Column, Header, columns_of, names_of
from .records import EXACT, REAL, WHOLE

if TYPE_CHECKING:
    import pandas as pd


def table_frame(
    told: dict[str, Any], header: Header, amounts: Amounts, column_numbers: bool
) -> pd.DataFrame:
    """A table of ``document.json`` as a frame."""
    columns = columns_of(told, amounts, column_numbers)
    values = [_values(column, amounts) for column in columns]
    frame = _frame(columns, values, header)
    frame.attrs.update({name: told[name] for name in ("id", "title", "code", "unit", "pages")})
    return frame


def status_frame(told: dict[str, Any], header: Header, column_numbers: bool) -> pd.DataFrame:
    """The statuses of its numbers, in the same places."""
    columns = columns_of(told, "text", column_numbers)
    return _frame(columns, [column.statuses for column in columns], header)


def record_frame(columns: dict[str, list[Any]], amounts: Amounts) -> pd.DataFrame:
    """Records as a frame; ``columns`` are those of ``records.csv``."""
    import pandas as pd

    series = {}
    for name, values in columns.items():
        if name in WHOLE:
            series[name] = pd.Series(values, dtype="Int64")
        elif name in REAL:
            series[name] = pd.Series(values, dtype="float64")
        elif name in EXACT and amounts == "float":
            series[name] = pd.Series([_float(value) for value in values], dtype="float64")
        elif name in EXACT and amounts == "decimal":
            series[name] = pd.Series(
                [None if value is None else Decimal(value) for value in values], dtype="object"
            )
        else:
            series[name] = pd.Series(values)
    return pd.DataFrame(series)


def _values(column: Column, amounts: Amounts) -> pd.Series[Any]:
    import pandas as pd

    if not column.is_number:
        return pd.Series(column.values)
    if amounts == "float":
        return pd.Series([_float(value) for value in column.values], dtype="float64")
    return pd.Series(column.values, dtype="object")


def _float(value: Decimal | str | None) -> float:
    return float("nan") if value is None else float(value)


def _frame(columns: Sequence[Column], values: Sequence[Any], header: Header) -> pd.DataFrame:
    import pandas as pd

    frame = pd.DataFrame(dict(enumerate(values)))
    depth = len(columns[0].levels) if columns else 0
    if depth > 1 and header == "multi":
        frame.columns = pd.MultiIndex.from_tuples([column.levels for column in columns])
    elif depth > 0:
        frame.columns = pd.Index(names_of(columns))
    return frame
