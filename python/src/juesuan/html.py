"""What a notebook shows: tables with their statuses in colour, and pages with boxes on them.

Styles stand in the elements: notebooks drop style sheets. All text of a document is escaped.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

BACKGROUND = {
    "proved": "#e6f4e6",
    "suspect": "#ffd9d3",
    "corrected": "#d6e8fb",
    "confirmed": "#d5f0ec",
}
"""Colours of the review; plausible numbers have none."""

MOST_ROWS = 500
"""A notebook with more becomes slow, and nobody reads on."""

_STROKE = {
    "proved": "#2da44e",
    "plausible": "#8c959f",
    "suspect": "#c93c2b",
    "corrected": "#218bff",
    "confirmed": "#1f9c8a",
}
_HEADER = "#eeeeee"
# dark signs on light colours, whatever the notebook's theme is
_CELL = "border:1px solid #bbb;padding:2px 6px;color:#111;white-space:pre-line;"
_STATUSES = ("proved", "plausible", "suspect", "corrected", "confirmed")


def table(told: dict[str, Any]) -> str:
    """A table as printed, with its title, and spans merged."""
    facts = [
        told["id"],
        told["title"] or "–",
        told["code"],
        told["unit"],
        page_range(told["pages"]),
    ]
    caption = " · ".join(escape(fact) for fact in facts if fact)
    rows: dict[int, list[str]] = {}
    for cell in sorted(told["cells"], key=lambda cell: (cell["row"], cell["column"])):
        rows.setdefault(cell["row"], []).append(_cell(cell))
    body = "".join(f"<tr>{''.join(rows[row])}</tr>" for row in sorted(rows)[:MOST_ROWS])
    if len(rows) > MOST_ROWS:
        body += f"<tr><td>… {len(rows) - MOST_ROWS} more rows</td></tr>"
    return (
        f'<table style="border-collapse:collapse;background:#fff"><caption style="text-align:left">'
        f"{caption}<br>{_counts(told)}</caption>{body}</table>"
    )


def table_list(tables: Sequence[dict[str, Any]]) -> str:
    """The tables of a report, a row each."""
    head = ["", "title", "code", "catalogue", "unit", "pages", "size", "numbers"]
    rows = [_row("th", map(escape, head))]
    for told in tables:
        grid = told["header"] or told["rows"]
        size = f"{len(told['rows'])} × {len(grid[0]) if grid else 0}"
        names = (told[name] or "" for name in ("id", "title", "code", "catalogue", "unit"))
        facts = map(escape, [*names, page_range(told["pages"]), size])
        rows.append(_row("td", [*facts, _counts(told)]))
    return f'<table style="border-collapse:collapse;background:#fff">{"".join(rows)}</table>'


def report(document: dict[str, Any], file: str) -> str:
    """A report: whose it is, its tables, how many things are to be looked at."""
    facts = [document["organisation"], str(document["year"] or ""), file]
    failing = sum(finding["severity"] == "failure" for finding in document["findings"])
    notes = [
        f"{failing} failures and {len(document['findings']) - failing} other findings",
        f"{len(document['warnings'])} warnings",
    ]
    head = " · ".join(escape(fact) for fact in facts if fact)
    return f"<p><b>{head}</b><br>{', '.join(notes)}</p>{table_list(document['tables'])}"


def side_by_side(told: dict[str, Any], pages: Iterable[str]) -> str:
    """A table beside pictures of its pages."""
    pictures = "".join(f'<div style="margin-bottom:8px">{page}</div>' for page in pages)
    return (
        '<div style="display:flex;gap:16px;align-items:flex-start">'
        f'<div style="flex:1 1 50%;overflow-x:auto">{table(told)}</div>'
        f'<div style="flex:1 1 50%">{pictures}</div></div>'
    )


def picture(data: bytes, media_type: str) -> str:
    """A picture, in the page itself."""
    source = f"data:{media_type};base64,{base64.b64encode(data).decode()}"
    return f'<img src="{source}" style="width:100%;display:block;background:#fff">'


def boxed(image: str, page: dict[str, Any], cells: Iterable[dict[str, Any]]) -> str:
    """A page's picture with a box round each number, in its status's colour."""
    boxes = "".join(_box(cell) for cell in cells if cell.get("status") and cell["box"] is not None)
    size = f"0 0 {page['width']:g} {page['height']:g}"
    return (
        f'<div style="position:relative;border:1px solid #bbb">{image}'
        f'<svg viewBox="{size}" preserveAspectRatio="none" '
        f'style="position:absolute;left:0;top:0;width:100%;height:100%">{boxes}</svg></div>'
    )


def _cell(cell: dict[str, Any]) -> str:
    is_header = cell["kind"] == "header"
    tag = "th" if is_header else "td"
    status = cell.get("status", "")
    colour = _HEADER if is_header else BACKGROUND.get(status, "#fff")
    align = "center" if is_header else "right" if status else "left"
    spans = "".join(
        f' {name}="{cell[key]}"'
        for name, key in (("rowspan", "rowSpan"), ("colspan", "columnSpan"))
        if cell[key] > 1
    )
    title = f' title="{escape(_explanation(cell))}"' if status else ""
    style = f"{_CELL}background:{colour};text-align:{align}"
    return f'<{tag}{spans}{title} style="{style}">{escape(cell["text"])}</{tag}>'


def _explanation(cell: dict[str, Any]) -> str:
    checks = cell.get("checks") or []
    return f"{cell['status']}, p. {cell['page']}" + (f": {', '.join(checks)}" if checks else "")


def _box(cell: dict[str, Any]) -> str:
    left, top, right, bottom = cell["box"]
    colour = _STROKE.get(cell["status"], _STROKE["plausible"])
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}" '
        f'fill="{colour}" fill-opacity="0.13" stroke="{colour}" stroke-width="0.6">'
        f"<title>{escape(cell['text'])} {escape(_explanation(cell))}</title></rect>"
    )


def _counts(told: dict[str, Any]) -> str:
    """12 proved, 3 suspect."""
    counts = Counter(cell["status"] for cell in told["cells"] if cell.get("status"))
    return ", ".join(
        f'<span style="background:{BACKGROUND.get(status, "#fff")};color:#111">'
        f"{counts[status]} {status}</span>"
        for status in _STATUSES
        if counts[status]
    )


def _row(tag: str, cells: Iterable[str]) -> str:
    style = f"{_CELL}text-align:left" + (f";background:{_HEADER}" if tag == "th" else "")
    return "<tr>" + "".join(f'<{tag} style="{style}">{cell}</{tag}>' for cell in cells) + "</tr>"


def page_range(pages: Sequence[int]) -> str:
    """As a person writes it: p. 6-7."""
    first, last = min(pages), max(pages)
    return f"p. {first}" if first == last else f"p. {first}-{last}"
