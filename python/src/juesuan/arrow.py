"""Arrow tables, for pyarrow, polars, DuckDB and whatever else reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .columns import columns_of, names_of
from .records import EXACT, REAL, WHOLE

if TYPE_CHECKING:
    import pyarrow as pa

RECORD_SCALE = 10
"""Decimals of amounts in records: the same for all reports, so that they can be put together."""

_DIGITS_128, _DIGITS_256 = 38, 76


def require_pyarrow() -> Any:
    """The module, or an error that says how to get it."""
    try:
        import pyarrow
    except ImportError:
        raise ImportError("Arrow tables need pyarrow: pip install 'juesuan[arrow]'") from None
    return pyarrow


def arrow_table(told: dict[str, Any], column_numbers: bool) -> pa.Table:
    """A table of ``document.json``: exact decimals, and texts."""
    pa = require_pyarrow()
    columns = columns_of(told, "decimal", column_numbers)
    has_header = bool(columns and columns[0].levels)
    names = names_of(columns) if has_header else [str(index) for index in range(len(columns))]
    arrays = []
    for column in columns:
        values: Sequence[Any] = column.values
        kind = _decimal_type(pa, [value for value in values if isinstance(value, Decimal)])
        if column.is_number and kind is None:
            values = [None if value is None else str(value) for value in values]
        is_number = column.is_number and kind is not None
        arrays.append(pa.array(values, kind if is_number else pa.string()))
    facts = {name: str(told[name]) for name in ("id", "title", "code", "unit") if told[name]}
    return pa.table(arrays, names=names).replace_schema_metadata(facts)


def arrow_records(columns: dict[str, list[Any]]) -> pa.Table:
    """Records; the schema is the same for every report, but for amounts beyond its decimals."""
    pa = require_pyarrow()
    return pa.table({name: _record_array(pa, name, values) for name, values in columns.items()})


def _record_array(pa: Any, name: str, values: list[Any]) -> Any:
    if name in EXACT:
        exact = [None if value is None else Decimal(value) for value in values]
        usual = pa.decimal128(_DIGITS_128, RECORD_SCALE)
        whole, scale = _extent(value for value in exact if value is not None)
        if whole <= _DIGITS_128 - RECORD_SCALE and scale <= RECORD_SCALE:
            return pa.array(exact, usual)
        kind = _decimal_type(pa, [value for value in exact if value is not None])
        return pa.array(values, pa.string()) if kind is None else pa.array(exact, kind)
    if name in WHOLE:
        return pa.array(values, pa.int64())
    return pa.array(values, pa.float64() if name in REAL else pa.string())


def _decimal_type(pa: Any, values: Sequence[Decimal]) -> Any:
    """One that holds all of them exactly; None where there is none."""
    whole, scale = _extent(values)
    if whole + scale <= _DIGITS_128:
        return pa.decimal128(_DIGITS_128, scale)
    return pa.decimal256(_DIGITS_256, scale) if whole + scale <= _DIGITS_256 else None


def _extent(values: Iterable[Decimal]) -> tuple[int, int]:
    """How many digits stand before and behind the point at most."""
    whole, scale = 1, 0
    for value in values:
        _, digits, exponent = value.as_tuple()
        assert isinstance(exponent, int)
        whole = max(whole, len(digits) + exponent)
        scale = max(scale, -exponent)
    return whole, scale
