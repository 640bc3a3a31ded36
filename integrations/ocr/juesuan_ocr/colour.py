"""From a colour picture to a grey one without seals and watermarks.

All sizes are in pixels; `mm` is the number of pixels in a millimetre. Grey runs from 0 (ink)
to 255 (paper).
"""

from __future__ import annotations

import cv2
import numpy as np

# The difference of the strongest and the weakest channel from which a pixel counts as coloured.
COLOURED = 48
# A seal is 15 to 65 mm wide and high, about as wide as it is high.
SEAL_MM = (15.0, 65.0)
SEAL_RATIO = 2.0


def grey_of(picture: np.ndarray, mm: float) -> np.ndarray:
    """The grey picture of `picture` (grey or BGR), seals taken out, what is dark beneath kept."""
    if picture.ndim == 2:
        return picture
    strongest = picture.max(axis=2)
    coloured = (strongest - picture.min(axis=2) > COLOURED).astype(np.uint8)
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    if coloured.mean() < 1e-5:
        return grey
    for left, top, width, height in seal_boxes(coloured, mm):
        part = np.s_[top:top + height, left:left + width]
        stained = coloured[part] > 0
        # The strongest channel sees through the seal's ink: red is bright in red. What the seal
        # leaves there is its own brightness, so that is stretched to white.
        level = max(float(np.median(strongest[part][stained])), 96.0)
        seen = np.minimum(strongest[part].astype(np.float32) * (255.0 / level), 255.0)
        # A pixel around the stain is a little stained too (chroma is kept coarsely in JPEG).
        near = cv2.dilate(coloured[part], np.ones((5, 5), np.uint8)) > 0
        grey[part][near] = np.maximum(seen.astype(np.uint8), grey[part])[near]
    return grey


def seal_boxes(coloured: np.ndarray, mm: float) -> list[tuple[int, int, int, int]]:
    """Boxes (left, top, width, height) of seals in the mask of coloured pixels.

    Found on a picture made smaller: the ring of a seal has gaps, which the coarse raster closes.
    Small coloured things (red figures, a blue heading) are text and stay.
    """
    step = max(1, round(mm * 0.5))
    height, width = coloured.shape
    coarse = cv2.resize(coloured * 255, (max(1, width // step), max(1, height // step)),
                        interpolation=cv2.INTER_AREA)
    mask = (coarse > 25).astype(np.uint8)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask)
    low, high = (limit * mm / step for limit in SEAL_MM)
    boxes = []
    for x, y, w, h, _ in stats[1:count]:
        whole = low <= w <= high and low <= h <= high and max(w, h) <= SEAL_RATIO * min(w, h)
        # A seal set over the edges of several pages shows a slice on each.
        at_edge = (x <= 2 or x + w >= mask.shape[1] - 2) and low <= h <= high
        if whole or at_edge:
            left, top = max(0, (x - 1) * step), max(0, (y - 1) * step)
            boxes.append((left, top, (w + 2) * step, (h + 2) * step))
    return boxes


def flatten(grey: np.ndarray, mm: float) -> np.ndarray:
    """`grey` with its paper made white: shadows, yellowed paper, tinted cells."""
    if grey.mean() > 250 and np.percentile(grey[::7, ::7], 20) >= 254:
        return grey
    step = max(1, round(mm * 0.4))
    small = cv2.resize(grey, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    # The brightest within about 3 mm is paper; strokes are thinner than that.
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    paper = cv2.medianBlur(paper, 5)
    paper = cv2.resize(paper, grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, np.maximum(paper, 80), scale=255)


def hairline(dark: float) -> float:
    """How light the hairlines of text get that is otherwise darker than `dark`."""
    return min(dark + 45, 225)


def without_watermark(grey: np.ndarray, dark: float, mm: float) -> tuple[np.ndarray, np.ndarray]:
    """`grey` with everything white that is not ink, and the mask of ink.

    Ink is what is darker than `dark`, and faint thin strokes that go on from it: the hairlines of
    a small font are never dark. A watermark is faint and broad. The soft edges of a digit are
    next to its dark core and stay, so that it is not thinned.
    """
    core = (grey < dark).astype(np.uint8)
    faint = (grey < hairline(dark)).astype(np.uint8)
    side = max(3, round(0.45 * mm)) | 1
    broad = cv2.morphologyEx(faint, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    strokes = core | (faint & ~broad & 1)
    _, labels = cv2.connectedComponents(strokes, connectivity=8)
    begun = np.zeros(labels.max() + 1, np.uint8)
    begun[labels[core > 0]] = 1
    begun[0] = 0
    ink = begun[labels]
    near = cv2.dilate(ink, np.ones((3, 3), np.uint8))
    return np.where(near > 0, grey, 255).astype(np.uint8), ink
