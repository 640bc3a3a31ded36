"""Takes the rulings out of a page and mends the strokes that cross them."""

from __future__ import annotations

import cv2
import numpy as np

from .picture import Page
from .rulings import Rulings
from .runs import Run


SLIVER = 0.25    # millimetres: thinner than any stroke
STROKE = 3.5     # millimetres: the straight part of a 0 or a 1 of 12 points is shorter


def erased(page: Page, rulings: Rulings) -> tuple[np.ndarray, np.ndarray]:
    """The clean picture without rulings, and the mask of its ink."""
    across, beside = _pixels(page.faint, rulings.across, page.mm)
    down, next_to = _pixels(np.ascontiguousarray(page.faint.T), rulings.down, page.mm)
    down, next_to = np.ascontiguousarray(down.T), np.ascontiguousarray(next_to.T)
    gone = across | down
    gone |= _slivers(page.ink & ~gone & 1, beside | next_to, page.mm)
    text = page.ink & ~gone & 1
    # A stroke that goes on above and below a ruling goes through it. What stands left and right of
    # one are two texts: a number that ends there and a code that begins.
    thick = max((round(run.thickness) for run in rulings.across), default=0) + 8
    mended = cv2.morphologyEx(text, cv2.MORPH_CLOSE, np.ones((thick, 1), np.uint8)) & across
    # Where rulings cross each other there is nothing to mend.
    mended &= ~(across & down) & page.ink
    clean = page.clean.copy()
    clean[(gone > 0) & (mended == 0)] = 255
    return clean, text | mended


def _slivers(ink: np.ndarray, beside: np.ndarray, mm: float) -> np.ndarray:
    """What is left of a ruling's ragged edge: thin pieces that lie wholly `beside` rulings."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    thin = np.minimum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    outside = np.bincount(labels[(ink > 0) & (beside == 0)], minlength=len(stats)) > 0
    sliver = ((thin <= max(2, round(SLIVER * mm))) & ~outside).astype(np.uint8)
    sliver[0] = 0
    return sliver[labels]


def _pixels(faint: np.ndarray, group: list[Run], mm: float) -> tuple[np.ndarray, np.ndarray]:
    """The pixels of horizontal rulings, their soft edges included; and the bands they lie in."""
    mask, bands = np.zeros_like(faint), np.zeros_like(faint)
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
        bands[top:bottom, start:end] = 1
        if run.dashed:
            mask[top:bottom, start:end] |= cv2.dilate(_within(band), np.ones((3, 3), np.uint8))
            continue
        # The ruling's own ink: what lies in a run of the band that is longer than a character's
        # stroke, not the text that touches it.
        length = max(3, min(round(STROKE * mm), end - start))
        loose = cv2.dilate(band, np.ones((3, 1), np.uint8))
        own = cv2.morphologyEx(loose, cv2.MORPH_OPEN, np.ones((1, length), np.uint8)) & band
        core_top = max(0, int(run.position - half) - top)
        core_bottom = int(np.ceil(run.position + half)) - top
        own[core_top:core_bottom] |= band[core_top:core_bottom]
        own = cv2.dilate(own, np.ones((3, 1), np.uint8))
        mask[top:bottom, start:end] |= own
    return mask, bands


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
