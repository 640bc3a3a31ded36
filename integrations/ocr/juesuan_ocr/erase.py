"""Takes the rulings out of a page and mends the strokes that cross them."""

from __future__ import annotations

import cv2
import numpy as np

from .picture import Page
from .rulings import Rulings
from .runs import Run


def erased(page: Page, rulings: Rulings) -> tuple[np.ndarray, np.ndarray]:
    """The clean picture without rulings, and the mask of its ink."""
    across = _pixels(page.faint, rulings.across)
    down = np.ascontiguousarray(_pixels(np.ascontiguousarray(page.faint.T), rulings.down).T)
    gone = across | down
    text = page.ink & ~gone & 1
    # A stroke that goes on at both sides of a ruling goes through it.
    thick = [max((round(run.thickness) for run in group), default=0) + 8
             for group in (rulings.across, rulings.down)]
    mended = (cv2.morphologyEx(text, cv2.MORPH_CLOSE, np.ones((thick[0], 1), np.uint8)) & across
              | cv2.morphologyEx(text, cv2.MORPH_CLOSE, np.ones((1, thick[1]), np.uint8)) & down)
    # Where rulings cross each other there is nothing to mend.
    mended &= ~(across & down) & page.ink
    clean = page.clean.copy()
    clean[(gone > 0) & (mended == 0)] = 255
    return clean, text | mended


def _pixels(faint: np.ndarray, group: list[Run]) -> np.ndarray:
    """The pixels of horizontal rulings, their soft edges included."""
    mask = np.zeros_like(faint)
    rows = faint.shape[0]
    for run in group:
        slack = 2 + int(run.length * 0.001)
        if run.dashed:
            slack += round(run.thickness)
        start, end = max(0, int(run.start) - 2), int(run.end) + 3
        half = run.thickness / 2
        top, bottom = int(run.position - half - slack), int(np.ceil(run.position + half + slack))
        top, bottom = max(0, top), min(rows, bottom)
        band = faint[top:bottom, start:end]
        if run.dashed:
            mask[top:bottom, start:end] |= cv2.dilate(_within(band), np.ones((3, 3), np.uint8))
            continue
        # The ruling's own ink: what lies in a long run of the band, not the text that touches it.
        length = max(3, min(9, end - start))
        loose = cv2.dilate(band, np.ones((3, 1), np.uint8))
        own = cv2.morphologyEx(loose, cv2.MORPH_OPEN, np.ones((1, length), np.uint8)) & band
        core_top = max(0, int(run.position - half) - top)
        core_bottom = int(np.ceil(run.position + half)) - top
        own[core_top:core_bottom] |= band[core_top:core_bottom]
        own = cv2.dilate(own, np.ones((3, 1), np.uint8))
        mask[top:bottom, start:end] |= own
    return mask


def _within(band: np.ndarray) -> np.ndarray:
    """The pieces of `band` that do not go on above or below it: dashes, not text; of those that
    do, the middle."""
    _, labels = cv2.connectedComponents(band, connectivity=8)
    dashes = np.ones(labels.max() + 1, np.uint8)
    dashes[labels[0]] = dashes[labels[-1]] = dashes[0] = 0
    own = dashes[labels]
    third = band.shape[0] // 3
    own[third:-third] |= band[third:-third]
    return own
