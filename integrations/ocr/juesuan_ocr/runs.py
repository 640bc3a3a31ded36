"""Long dark runs in a mask: the raw material of rulings.

Everything here looks for horizontal runs; vertical ones are found in the transposed mask.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np


@dataclass
class Run:
    """A dark run along a row: `position` is the row of its middle, `start` and `end` the first
    column and the one after the last, `thickness` its height, `area` its dark pixels. `dashed`: it
    has gaps all along."""

    position: float
    start: float
    end: float
    thickness: float
    area: float
    dashed: bool = False

    @property
    def length(self) -> float:
        return self.end - self.start


def fragments(mask: np.ndarray, shortest: int, thickest: float) -> list[Run]:
    """The runs of `mask` at least `shortest` long and not thicker than `thickest`."""
    wide = np.ones((1, shortest), np.uint8)
    # A line that is not quite straight steps from row to row: a pixel's leeway on both sides.
    loose = cv2.dilate(mask, np.ones((3, 1), np.uint8))
    loose = cv2.morphologyEx(loose, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    found = cv2.morphologyEx(loose, cv2.MORPH_OPEN, wide) & mask
    count, labels, stats, centres = cv2.connectedComponentsWithStats(found)
    runs = []
    for index in range(1, count):
        x, y, width, height, area = stats[index]
        if width < shortest * 0.8:
            continue
        thickness = area / width
        if thickness > thickest or height > thickest + 3 + width * 0.004:
            runs.extend(_slices(labels[y:y + height, x:x + width] == index, x, y,
                                shortest, thickest))
        else:
            runs.append(Run(centres[index][1] + 0.5, x, x + width, max(1.0, thickness), area))
    return runs


def _slices(part: np.ndarray, x: int, y: int, shortest: int, thickest: float) -> list[Run]:
    """The runs in a lump of several that touch (a double line, a line with text sitting on it)."""
    rows = part.sum(axis=1)
    full = rows >= max(shortest, 0.6 * rows.max())
    runs, begin = [], None
    for row, dark in enumerate([*full, False]):
        if dark and begin is None:
            begin = row
        elif not dark and begin is not None:
            if row - begin <= thickest:
                columns = np.flatnonzero(part[begin:row].any(axis=0))
                runs.append(Run(y + (begin + row) / 2, x + columns[0], x + columns[-1] + 1,
                                row - begin, float(rows[begin:row].sum())))
            begin = None
    return runs


def joined(runs: list[Run], gap: float) -> list[Run]:
    """Runs on one row, at most `gap` apart, made one."""
    chains: list[Run] = []
    # By row, so that a run is compared with its neighbours only.
    height = max((run.thickness for run in runs), default=1.0) + 1
    shelves: dict[int, list[Run]] = {}
    for run in sorted(runs, key=lambda run: run.start):
        shelf = int(run.position / height)
        near = [chain for row in (shelf - 1, shelf, shelf + 1) for chain in shelves.get(row, ())
                if abs(chain.position - run.position) <= (chain.thickness + run.thickness) / 2 + 1
                and run.start - chain.end <= gap]
        if near:
            chain = max(near, key=lambda chain: chain.end)
            area = chain.area + run.area
            chain.position = (chain.position * chain.area + run.position * run.area) / area
            chain.thickness = max(chain.thickness, run.thickness)
            chain.end, chain.area = max(chain.end, run.end), area
        else:
            chain = Run(run.position, run.start, run.end, run.thickness, run.area)
            chains.append(chain)
            shelves.setdefault(shelf, []).append(chain)
    return chains


def alone(run: Run, mask: np.ndarray, touched: float) -> bool:
    """Whether `run` is mostly dark and stands alone: at most the part `touched` of its length has
    ink beside it, on either side."""
    start, end = int(run.start), int(run.end)
    half = run.thickness / 2
    top, bottom = int(run.position - half - 1), int(np.ceil(run.position + half + 1))
    band = mask[max(0, top):bottom, start:end]
    if band.size == 0 or band.any(axis=0).mean() < 0.8:
        return False
    above = mask[max(0, top - 3):max(0, top - 1), start:end]
    below = mask[bottom + 1:bottom + 3, start:end]
    return not any(side.size and side.any(axis=0).mean() > touched for side in (above, below))


def crossed(run: Run, mask: np.ndarray, stops: list[float], reach: float) -> bool:
    """Whether ink goes through `run` from one side to the other, farther than `reach` from its
    `stops` on other runs."""
    half = run.thickness / 2
    top, bottom = int(run.position - half - 2), int(np.ceil(run.position + half + 2))
    if top < 2 or bottom + 2 > len(mask):
        return False
    start, end = max(0, round(run.start)), round(run.end)
    above, below = mask[top - 2:top, start:end], mask[bottom:bottom + 2, start:end]
    columns = np.flatnonzero(above.any(axis=0) & below.any(axis=0)) + start
    return any(min(abs(column - stop) for stop in stops) > reach for column in columns)
