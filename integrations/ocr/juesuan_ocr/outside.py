"""The lines of text outside the tables: where RapidOCR's detector sees text."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from .lines import Line, group_lines
from .pieces import OUTSIDE, Pieces
from .rulings import Rulings

# A function from a grey picture to boxes of text, each x0, y0, x1, y1.
Detector = Callable[[np.ndarray], np.ndarray]

EM = 20.0            # the detector gets a picture with characters about this high, in pixels


def find(clean: np.ndarray, pieces: Pieces, rulings: Rulings, detector: Detector) -> list[Line]:
    """The lines outside the cells, cut at rulings; also what the detector overlooked."""
    free = np.flatnonzero(pieces.cell == OUTSIDE)
    # Only what is near ink of the size of text is worth the detector's time.
    seeds = free[(pieces.size[free] >= 0.3 * pieces.em) & (pieces.size[free] < 30 * pieces.em)]
    lines: list[Line] = []
    taken = np.zeros(len(pieces.area), bool)
    groups: list[np.ndarray] = []
    for part in _parts(seeds, pieces):
        for box in _detected(clean, pieces, part, detector):
            for x0, x1 in _cut(box, rulings):
                inside = free[_inside(pieces, free, (x0, box[1], x1, box[3])) & ~taken[free]]
                taken[inside] = True
                groups.append(inside)
    for group in groups:
        if len(group):
            more = _beside(pieces, group, free[~taken[free]])
            taken[more] = True
            lines += group_lines(pieces, np.concatenate([group, more]), False)
    # Specks that the detector did not take for text are none; a forgotten word is larger.
    size = pieces.size[seeds]
    left = seeds[~taken[seeds] & (size >= 0.4 * pieces.em) & (size <= 4 * pieces.em)]
    for group in _neighbours(pieces, left):
        lines += [line for line in group_lines(pieces, group, False)
                  if not any(_overlap(line, other) for other in lines)]
    return lines


def _overlap(line: Line, other: Line) -> bool:
    """Whether a good part of `other` would be read again with `line`."""
    width = min(line.x1, other.x1) - max(line.x0, other.x0)
    height = min(line.y1, other.y1) - max(line.y0, other.y0)
    return (width > 0 and height > 0
            and width * height > 0.2 * (other.x1 - other.x0) * (other.y1 - other.y0))


def _parts(seeds: np.ndarray, pieces: Pieces) -> list[np.ndarray]:
    """Seeds in horizontal bands with much white (or a table) between them."""
    order = seeds[np.argsort(pieces.boxes[seeds, 1])]
    if not len(order):
        return []
    reach = np.maximum.accumulate(pieces.boxes[order, 3])
    breaks = np.flatnonzero(pieces.boxes[order[1:], 1] - reach[:-1] > 6 * pieces.em) + 1
    return np.split(order, breaks)


def _detected(clean: np.ndarray, pieces: Pieces, part: np.ndarray,
              detector: Detector) -> np.ndarray:
    """Boxes of text around the pieces of `part`, in pixels of the page, top to bottom."""
    margin = round(pieces.em)
    box = pieces.boxes[part]
    left, top = (max(0, int(box[:, side].min()) - margin) for side in (0, 1))
    right, bottom = int(box[:, 2].max()) + margin, int(box[:, 3].max()) + margin
    picture = clean[top:bottom, left:right].copy()
    # What lies in a cell is read there.
    for x0, y0, x1, y1 in pieces.boxes[pieces.cell != OUTSIDE]:
        if y1 > top and y0 < bottom:
            picture[max(0, y0 - top):max(0, y1 - top), max(0, x0 - left):max(0, x1 - left)] = 255
    scale = min(1.0, EM / pieces.em)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = detector(small)
    found = found[np.argsort(found[:, 1], kind="stable")] / scale
    return found + np.array([left, top, left, top])


def _cut(box: np.ndarray, rulings: Rulings) -> list[tuple[float, float]]:
    """The parts of a box between the vertical rulings that cross it."""
    x0, y0, x1, y1 = box
    middle = (y0 + y1) / 2
    marks = sorted(run.position for run in rulings.down
                   if run.start < middle < run.end and x0 < run.position < x1)
    stops = [x0, *marks, x1]
    return list(zip(stops, stops[1:]))


def _inside(pieces: Pieces, group: np.ndarray, box: tuple[float, float, float, float]
            ) -> np.ndarray:
    """Which pieces of `group` lie in `box`, by their middles; sizes beyond text do not."""
    boxes = pieces.boxes[group]
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    fits = boxes[:, 3] - boxes[:, 1] <= 1.6 * (box[3] - box[1])
    slack = 0.15 * pieces.em
    return ((x > box[0] - slack) & (x < box[2] + slack) & fits
            & (y > box[1] - slack) & (y < box[3] + slack))


def _beside(pieces: Pieces, group: np.ndarray, free: np.ndarray) -> np.ndarray:
    """Those of `free` right before or after the line `group`, which the detector cut too short."""
    box = pieces.boxes[group]
    top, bottom = box[:, 1].min(), box[:, 3].max()
    left, right = box[:, 0].min(), box[:, 2].max()
    middle = (pieces.boxes[free, 1] + pieces.boxes[free, 3]) / 2
    free = free[(middle > top) & (middle < bottom)
                & (pieces.boxes[free, 3] - pieces.boxes[free, 1] <= 1.3 * (bottom - top))]
    x0, x1 = pieces.boxes[free, 0], pieces.boxes[free, 2]
    reach = 0.35 * pieces.em
    return free[(x1 > left - reach) & (x0 < right + reach)]


def _neighbours(pieces: Pieces, group: np.ndarray) -> list[np.ndarray]:
    """Pieces that are close to each other, by growing their boxes until they touch."""
    if not len(group):
        return []
    grow = np.array([-0.8, -0.2, 0.8, 0.2]) * pieces.em
    boxes = (pieces.boxes[group] + grow).round().astype(int)
    boxes -= np.tile(boxes[:, :2].min(axis=0), 2)
    mask = np.zeros((boxes[:, 3].max() + 1, boxes[:, 2].max() + 1), np.uint8)
    for x0, y0, x1, y1 in boxes:
        mask[y0:y1, x0:x1] = 1
    _, labels = cv2.connectedComponents(mask)
    label = labels[(boxes[:, 1] + boxes[:, 3]) // 2, (boxes[:, 0] + boxes[:, 2]) // 2]
    return [group[label == value] for value in np.unique(label)]
