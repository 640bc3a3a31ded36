"""The connected pieces of ink of a page, and the cells they lie in."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from .rulings import Rulings

OUTSIDE = 0


@dataclass
class Pieces:
    """Pieces of ink. `boxes`: a row each of x0, y0, x1, y1 (the ends exclusive). `area`: dark
    pixels. `cell`: the number of the cell, OUTSIDE if it is in none. `em`: about the height of a
    full-size character on this page, in pixels."""

    boxes: np.ndarray
    area: np.ndarray
    cell: np.ndarray
    em: float

    @property
    def size(self) -> np.ndarray:
        """The longer side of each piece."""
        return np.maximum(self.boxes[:, 2] - self.boxes[:, 0], self.boxes[:, 3] - self.boxes[:, 1])


# A piece with less than this part of the area of a full-size character may be a speck of dirt.
SPECK = 0.01


def find(clean: np.ndarray, ink: np.ndarray, rulings: Rulings, mm: float) -> Pieces:
    """The pieces of `ink` (a mask without rulings). Specks are wiped from `clean` and `ink`."""
    _, labels, stats, centres = cv2.connectedComponentsWithStats(ink, connectivity=8)
    em = _em(stats[1:, cv2.CC_STAT_HEIGHT], mm)
    tiny = stats[:, cv2.CC_STAT_AREA] < max(3.0, SPECK * em * em)
    tiny[0] = False
    specks = tiny.copy()
    specks[labels[_where_small_ink_counts(stats[~tiny][1:], ink.shape, em) > 0]] = False
    wiped = specks[labels]
    ink[wiped] = 0
    clean[cv2.dilate(wiped.astype(np.uint8), np.ones((3, 3), np.uint8)) > ink] = 255
    kept = ~specks
    kept[0] = False
    stats, centres = stats[kept], centres[kept]
    x, y, width, height = stats[:, 0], stats[:, 1], stats[:, 2], stats[:, 3]
    boxes = np.stack([x, y, x + width, y + height], axis=1)
    cells = cell_map(ink.shape, rulings)
    middle = np.clip(centres.round().astype(int), 0, np.array(ink.shape)[::-1] - 1)
    cell = cells[middle[:, 1], middle[:, 0]]
    return Pieces(boxes, stats[:, 4], cell, em)


def _where_small_ink_counts(text: np.ndarray, shape: tuple[int, int], em: float) -> np.ndarray:
    """The mask of places where something tiny is text: a point or a comma beside a figure, on
    its foot, or a bit of a stroke right by the others. `text`: rows of x, y, width, height."""
    mask = np.zeros(shape, np.uint8)
    close, beside = round(0.1 * em), round(0.35 * em)
    above, below = round(0.15 * em), round(0.2 * em)
    for x, y, width, height in text[:, :4]:
        mask[max(0, y - close):y + height + close, max(0, x - close):x + width + close] = 1
        if height >= 0.82 * em:
            # Right of a Chinese character there may be a colon: two points, one of them high.
            mask[max(0, y):y + height, x:x + width + 2 * beside] = 1
        elif height >= 0.4 * em:
            foot = y + height
            mask[max(0, foot - above):foot + below, max(0, x - beside):x + width + beside] = 1
    return mask


def cell_map(shape: tuple[int, int], rulings: Rulings) -> np.ndarray:
    """For every pixel the number of the cell it lies in, OUTSIDE for what rulings do not enclose.

    A cell is an area that cannot be left without crossing a ruling, whatever its shape.
    """
    free = np.ones((shape[0] + 2, shape[1] + 2), np.uint8)
    for run in rulings.across:
        row = int(run.position) + 1
        cv2.line(free, (int(run.start) + 1, row), (int(run.end) + 1, row), 0, 1)
    for run in rulings.down:
        column = int(run.position) + 1
        cv2.line(free, (column, int(run.start) + 1), (column, int(run.end) + 1), 0, 1)
    _, labels = cv2.connectedComponents(free, connectivity=4)
    labels = np.where(labels == labels[0, 0], OUTSIDE, labels)
    return labels[1:-1, 1:-1]


def _em(heights: np.ndarray, mm: float) -> float:
    """The height of text: most pieces are digits or parts of characters, the upper ones whole."""
    plausible = heights[(heights >= 1.2 * mm) & (heights <= 7 * mm)]
    if len(plausible) < 5:
        return 3.7 * mm
    return max(float(np.percentile(plausible, 85)) * 1.1, 1.8 * mm)
