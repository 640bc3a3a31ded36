"""Puts pieces of ink together to lines of text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .pieces import OUTSIDE, Pieces


@dataclass
class Line:
    """A line of text: its box, and about the height of a full-size character in it. `alone`: no
    other stands in its cell."""

    x0: int
    y0: int
    x1: int
    y1: int
    em: float
    in_cell: bool
    alone: bool = False


def in_cells(pieces: Pieces) -> list[Line]:
    """The lines of all cells. Cells without ink give none."""
    order = np.flatnonzero(pieces.cell != OUTSIDE)
    order = order[np.argsort(pieces.cell[order], kind="stable")]
    starts = np.flatnonzero(np.diff(pieces.cell[order], prepend=-1))
    found = []
    for group in np.split(order, starts[1:]):
        if len(group):
            lines = group_lines(pieces, group, True)
            for line in lines:
                line.alone = len(lines) == 1
            found += lines
    return found


def group_lines(pieces: Pieces, group: np.ndarray, in_cell: bool) -> list[Line]:
    """The lines of the pieces numbered in `group`, which lie in one cell or one patch of page."""
    seeds = group[(pieces.size[group] >= 0.22 * pieces.em) & (pieces.size[group] <= 40 * pieces.em)]
    if not len(seeds):
        return []
    em = _local_em(pieces, seeds)
    rows = _rows(pieces.boxes[seeds], em)
    # Points and commas join the line they stand in.
    small = group[pieces.size[group] < 0.22 * pieces.em]
    lines = []
    for row in rows:
        x0, y0, x1, y1 = _around(pieces.boxes[seeds[row]])
        near = pieces.boxes[small]
        middle = (near[:, 1] + near[:, 3]) / 2
        beside = (middle > y0 - 0.1 * em) & (middle < y1 + 0.25 * em) \
            & (near[:, 2] > x0 - 0.6 * em) & (near[:, 0] < x1 + 0.6 * em)
        if beside.any():
            x0, y0, x1, y1 = _around(np.vstack([near[beside], [[x0, y0, x1, y1]]]))
        lines.append(Line(x0, y0, x1, y1, em, in_cell))
    return lines


def _local_em(pieces: Pieces, seeds: np.ndarray) -> float:
    heights = pieces.boxes[seeds, 3] - pieces.boxes[seeds, 1]
    tallest = float(np.percentile(heights, 90)) * 1.1
    return float(np.clip(tallest, 0.75 * pieces.em, 2.5 * pieces.em))


def _rows(boxes: np.ndarray, em: float) -> list[list[int]]:
    """Sorts boxes into rows of text, top to bottom."""
    order = np.argsort((boxes[:, 1] + boxes[:, 3]) / 2, kind="stable")
    rows: list[list[int]] = []
    spans: list[list[float]] = []
    for index in order:
        top, bottom = float(boxes[index, 1]), float(boxes[index, 3])
        if spans and _same_row(spans[-1], top, bottom, em):
            rows[-1].append(int(index))
            spans[-1] = [min(spans[-1][0], top), max(spans[-1][1], bottom)]
        else:
            rows.append([int(index)])
            spans.append([top, bottom])
    return rows


def _same_row(span: list[float], top: float, bottom: float, em: float) -> bool:
    """Whether a box belongs to the row that spans `span`: together they are not much higher than
    a character (the strokes of 二 do not even overlap; the halves of 款, which do, may be alone in
    their cell and make it seem smaller), or one lies within the other."""
    whole = max(span[1], bottom) - min(span[0], top)
    overlap = min(span[1], bottom) - max(span[0], top)
    least = min(span[1] - span[0], bottom - top)
    return (whole <= 1.15 * em or overlap > 0 and whole <= 1.3 * em
            or overlap >= 0.6 * least)


def _around(boxes: np.ndarray) -> tuple[int, int, int, int]:
    return (int(boxes[:, 0].min()), int(boxes[:, 1].min()),
            int(boxes[:, 2].max()), int(boxes[:, 3].max()))
