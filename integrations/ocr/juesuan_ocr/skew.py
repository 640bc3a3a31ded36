"""The skew of a page, in degrees, found by the sharpness of its row profile."""

from __future__ import annotations

import cv2
import numpy as np

LIMIT = 3.5
# Below this a page is left as it is: turning costs sharpness, and this much does no harm.
LEAST = 0.04


def estimate(ink: np.ndarray) -> float:
    """Degrees by which the page is turned (positive: clockwise, lines fall to the right)."""
    coarse = _smaller(ink, 700)
    fine = _smaller(ink, 1800)
    best = _best(coarse, np.arange(-LIMIT, LIMIT + 0.01, 0.25))
    best = _best(coarse, best + np.arange(-0.25, 0.26, 0.1))
    steps = best + np.arange(-0.12, 0.13, 0.04)
    scores = [_sharpness(fine, angle) for angle in steps]
    top = int(np.argmax(scores))
    if not 0 < top < len(steps) - 1:
        return float(steps[top])
    # The top of the parabola through the best three.
    before, here, after = scores[top - 1:top + 2]
    bend = before - 2 * here + after
    shift = 0.5 * (before - after) / bend if bend else 0.0
    return float(steps[top] + 0.04 * shift)


def turned(picture: np.ndarray, degrees: float, paper: int = 255) -> np.ndarray:
    """`picture` turned back by `degrees` about its centre, its size kept."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_CUBIC,
                          borderMode=cv2.BORDER_CONSTANT, borderValue=paper)


def _smaller(ink: np.ndarray, side: int) -> np.ndarray:
    scale = side / max(ink.shape)
    picture = ink * np.uint8(255)
    if scale >= 1:
        return picture
    return cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def _best(picture: np.ndarray, angles: np.ndarray) -> float:
    return float(max(angles, key=lambda angle: _sharpness(picture, angle)))


def _sharpness(picture: np.ndarray, degrees: float) -> float:
    height, width = picture.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    straight = cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_LINEAR)
    rows = straight.sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())
