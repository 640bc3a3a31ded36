"""From a colour picture to a grey one without seals and watermarks.

All sizes are in pixels; `mm` is the number of pixels in a millimetre. Grey runs from 0 (ink)
to 255 (paper).
"""

from __future__ import annotations

import cv2
import numpy as np

from . import seals

# The difference of the strongest and the weakest channel from which a pixel counts as coloured.
COLOURED = 48
# The same in a seal, where thin strokes are pale.
TINTED = 24
# Of a seal's own brightness in its strongest channel: what is brighter, a tenth more, is paper. At its
# edge, where JPEG mixes its colour with the paper's, the bare seal itself is darker.
SEAL_WHITE = 0.8
EDGE_WHITE = 0.7
EDGE = 5


def grey_of(picture: np.ndarray, mm: float) -> np.ndarray:
    """The grey picture of `picture` (grey or BGR), seals taken out, what is dark beneath kept."""
    if picture.ndim == 2:
        return picture
    strongest = picture.max(axis=2)
    coloured = (strongest - picture.min(axis=2) > COLOURED).astype(np.uint8)
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    if coloured.mean() < 1e-5:
        return grey
    for left, top, width, height in seals.boxes(coloured, mm):
        part = np.s_[top:top + height, left:left + width]
        seen = strongest[part].astype(np.float32)
        # The strongest channel sees through the seal's ink: red is bright in red. The seal's own
        # level is paper there, and so is all that is nearly as bright; thin grey strokes beneath
        # it stay as dark as they are beside it.
        level = max(float(np.median(seen[coloured[part] > 0])), 120.0)
        seen *= 255.0 / level
        # A pixel around the stain is a little stained too (chroma is kept coarsely in JPEG).
        stained = (strongest[part] - picture[part].min(axis=2) > TINTED).astype(np.uint8)
        near = cv2.dilate(stained, np.ones((5, 5), np.uint8)) > 0
        whole = cv2.morphologyEx(stained, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
        inner = cv2.erode(whole, np.ones((EDGE, EDGE), np.uint8)) > 0
        white = np.where(inner, SEAL_WHITE, EDGE_WHITE) * 255.0
        ramp = white + (seen - white) * (255.0 - white) / (0.1 * 255.0)
        seen = np.clip(np.where(seen > white, ramp, seen), 0.0, 255.0).astype(np.uint8)
        grey[part] = np.where(near, seen, grey[part])
    return grey


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
