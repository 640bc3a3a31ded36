"""The rulings of a page: long solid lines, short ones that close a cell, dashed ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from . import runs
from .runs import Run

# All in millimetres.
FRAGMENT = 5.0   # longer than a stroke of text of 14 points
LONG = 16.0      # a line by itself; strokes of the largest titles are shorter
SURE = 45.0      # a shorter line may be the feet of a title's characters: no ink touches it
SHORT = 1.9      # a line that ends on others at both ends
THICKEST = 1.6
GAP = 3.0        # a break in a line
MEETING = 0.9    # two lines meet if their ends miss each other by no more
CLOSING = 0.5    # the same for short lines: strokes of text nearly reach from ruling to ruling
OVERRUN = 4.0    # a short line may run on into a character below it
DASH = 4.0       # the longest dash
DASH_GAP = 1.3
DASHES = 1.8     # two dashes or more
DASHED = 20.0    # the shortest dashed line
DASHED_MEETING = 1.8


@dataclass
class Rulings:
    """Horizontal and vertical rulings; a `Run` of the vertical ones has x and y exchanged."""

    across: list[Run]
    down: list[Run]

    def rows(self) -> list[list]:
        """As in the protocol: direction, position, start, end, thickness."""
        return [[name, *(round(float(value), 1) for value in
                         (run.position, run.start, run.end, run.thickness))]
                for name, group in (("h", self.across), ("v", self.down))
                for run in sorted(group, key=lambda run: (run.position, run.start))]


def find(mask: np.ndarray, mm: float) -> Rulings:
    """The rulings in `mask` (1 = dark, also faintly), `mm` pixels to the millimetre."""
    flipped = np.ascontiguousarray(mask.T)
    found = Rulings(_long(mask, mm), _long(flipped, mm))
    meet(found, mm)
    if len(found.across) > 1 or len(found.down) > 1:
        short = (_short(mask, mm), _short(flipped, mm))
        # A short line may end on another short one: twice.
        for _ in range(2):
            found.down += _closing(short[1], found.across, found.down, flipped, mm)
            found.across += _closing(short[0], found.down, found.across, mask, mm)
    _add_dashed(found, mask, flipped, mm)
    meet(found, mm)
    return found


def _long(mask: np.ndarray, mm: float) -> list[Run]:
    pieces = runs.fragments(mask, round(FRAGMENT * mm), THICKEST * mm)
    chains = runs.joined(pieces, GAP * mm)
    return [run for run in chains
            if run.length >= max(LONG * mm, 20 * run.thickness)
            and runs.alone(run, mask, 0.4 if run.length >= SURE * mm else 0.1)]


def _short(mask: np.ndarray, mm: float) -> list[Run]:
    return runs.joined(runs.fragments(mask, round(SHORT * mm), THICKEST * mm), 0.5 * mm)


def _closing(candidates: list[Run], others: list[Run], known: list[Run], mask: np.ndarray,
             mm: float) -> list[Run]:
    """Those of `candidates` that run from one of `others` to another and are not `known`, without
    the text that they run into beyond. A stroke of a large character may reach as far (计, 中),
    but is crossed by others on its way."""
    found = []
    for run in candidates:
        stops = _stops(run, others, mm)
        if len(stops) < 2 or any(_same(run, old, mm) for old in known):
            continue
        first, last = stops[0], stops[-1]
        beyond = max(first - run.start, run.end - last)
        if (last - first >= SHORT * mm and beyond <= OVERRUN * mm
                and not runs.crossed(run, mask, stops, MEETING * mm)):
            found.append(replace(run, start=first, end=last))
    return found


def _same(run: Run, old: Run, mm: float) -> bool:
    near = abs(run.position - old.position) <= (run.thickness + old.thickness) / 2 + 0.3 * mm
    return near and run.start < old.end and old.start < run.end


def _stops(run: Run, others: list[Run], mm: float) -> list[float]:
    """Where `run` crosses or ends on `others`."""
    reach = CLOSING * mm
    return sorted(
        other.position for other in others
        if run.start - reach - other.thickness / 2 <= other.position
        <= run.end + reach + other.thickness / 2
        and other.start - reach <= run.position <= other.end + reach)


def _add_dashed(found: Rulings, mask: np.ndarray, flipped: np.ndarray, mm: float) -> None:
    """Adds dashed and dotted lines. A row of dots in a table of contents looks the same, but
    meets no other line."""
    across = _dashed(mask, found.across, [], mm)
    down = _dashed(flipped, found.down, across, mm)
    across = [run for run in across if _meets(run, found.down + down, mm)]
    found.across += across
    found.down += [run for run in down if _meets(run, found.across, mm)]


def _dashed(mask: np.ndarray, known: list[Run], crossing: list[Run], mm: float) -> list[Run]:
    """Dashed runs in `mask` along its rows. Where they cross those of `crossing`, the dashes of
    both are one piece, which counts as a dash too."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    left, width, height = (stats[:, part] for part in
                           (cv2.CC_STAT_LEFT, cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT))
    dash = (height <= max(3, 0.9 * mm)) & (width <= DASH * mm)
    for run in crossing:
        dash |= ((left <= run.position) & (left + width >= run.position)
                 & (width <= DASH * mm) & (height <= DASH * mm))
    dash[0] = False
    if dash.sum() < 8:
        return []
    dashes = dash[labels].astype(np.uint8)
    closed = cv2.morphologyEx(dashes, cv2.MORPH_CLOSE, np.ones((1, round(DASH_GAP * mm)), np.uint8))
    pieces = runs.joined(runs.fragments(closed, round(DASHES * mm), THICKEST * mm), GAP * mm)
    lines = [run for run in pieces if run.length >= DASHED * mm
             and run.area >= 0.4 * run.length * run.thickness
             and not any(_same(run, old, mm) for old in known)]
    for run in lines:
        run.dashed = True
    return lines


def _meets(run: Run, others: list[Run], mm: float) -> bool:
    reach = DASHED_MEETING * mm
    return any(run.start - reach <= other.position <= run.end + reach
               and other.start - reach <= run.position <= other.end + reach for other in others)


def meet(found: Rulings, mm: float) -> None:
    """Makes ends that stop just short of a ruling, or just beyond it, end on its middle."""
    for group, others in ((found.across, found.down), (found.down, found.across)):
        for run in group:
            run.start = _met(run.start, run, others, mm)
            run.end = _met(run.end, run, others, mm)


def _met(end: float, run: Run, others: list[Run], mm: float) -> float:
    reach = (DASHED_MEETING if run.dashed else MEETING) * mm
    near = [other.position for other in others
            if abs(other.position - end) <= reach + other.thickness / 2
            and other.start - reach <= run.position <= other.end + reach]
    return min(near, key=lambda position: abs(position - end)) if near else end
