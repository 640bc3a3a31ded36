"""Where a page bears a seal; and seals in a picture without colour, taken out.

All sizes are in pixels; `mm` is the number of pixels in a millimetre.
"""

from __future__ import annotations

import cv2
import numpy as np

# A seal is 15 to 60 mm wide and high, about as wide as it is high; scans may be enlarged.
SEAL_MM = (15.0, 90.0)
SEAL_RATIO = 2.0
# By how much a seal is lighter than text in a picture without colour.
LIGHTER = 50


def boxes(coloured: np.ndarray, mm: float) -> list[tuple[int, int, int, int]]:
    """Boxes (left, top, width, height) of seals in the mask of pixels that may be a seal's.

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
    found = []
    for x, y, w, h, _ in stats[1:count]:
        whole = low <= w <= high and low <= h <= high and max(w, h) <= SEAL_RATIO * min(w, h)
        # A seal set over the edges of several pages shows a slice on each.
        at_edge = (x <= 2 or x + w >= mask.shape[1] - 2) and low <= h <= high
        if whole or at_edge:
            left, top = max(0, (x - 1) * step), max(0, (y - 1) * step)
            found.append((left, top, (w + 2) * step, (h + 2) * step))
    return found


def without_grey(grey: np.ndarray, dark: float, mm: float) -> np.ndarray:
    """`grey` (ink darker than `dark`) without seals scanned in grey: flat, lighter than text."""
    ink = grey[grey < dark]
    if ink.size < 100:
        return grey
    lightest = max(dark, 200.0)
    text = float(np.percentile(ink, 10))
    flat = ((grey > text + LIGHTER) & (grey < lightest)).astype(np.uint8)
    # The soft edges of text have the same grey, and so have its crossings in a blurred picture, but
    # none is as broad as a seal's ring or its characters' strokes.
    side = max(4, round(0.65 * mm))
    flat = cv2.morphologyEx(flat, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    for left, top, width, height in boxes(flat, mm):
        part = np.s_[top:top + height, left:left + width]
        level = float(np.median(grey[part][flat[part] > 0]))
        if level - text < LIGHTER:
            continue
        # Half way between text and seal is still text, the seal itself is paper.
        white = text + 0.7 * (level - text)
        seen = np.clip((grey[part] - text) * (255.0 / (white - text)), 0, 255)
        near = cv2.dilate(flat[part], np.ones((side + 2, side + 2), np.uint8)) > 0
        grey[part] = np.where(near, np.maximum(seen.astype(np.uint8), grey[part]), grey[part])
    return grey
