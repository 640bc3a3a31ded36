"""Pictures for the tests: a ruled table with figures, drawn with OpenCV."""

from __future__ import annotations

import cv2
import numpy as np

DPI = 200
ROWS = [100 + 60 * row for row in range(8)]
COLUMNS = [100, 260, 520, 900]


def figure(row: int, column: int) -> str:
    """The text of a cell."""
    return f"{row + 1}{column},{(row * 137 + column * 59) % 900 + 100}.{row}{column}"


def table(text: bool = True) -> np.ndarray:
    """A grey page with a table of 7 by 3 cells."""
    page = np.full((700, 1000), 255, np.uint8)
    for y in ROWS:
        cv2.line(page, (COLUMNS[0], y), (COLUMNS[-1], y), 0, 2)
    for x in COLUMNS:
        cv2.line(page, (x, ROWS[0]), (x, ROWS[-1]), 0, 2)
    if text:
        for row, y in enumerate(ROWS[:-1]):
            for column, x in enumerate(COLUMNS[:-1]):
                cv2.putText(page, figure(row, column), (x + 12, y + 40), cv2.FONT_HERSHEY_DUPLEX,
                            0.7, 0, 1, cv2.LINE_AA)
    return page


def skewed(page: np.ndarray, degrees: float) -> np.ndarray:
    """The page turned clockwise."""
    height, width = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1)
    return cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)


def sealed(page: np.ndarray) -> np.ndarray:
    """The page in colour with a red seal over the table."""
    picture = cv2.cvtColor(page, cv2.COLOR_GRAY2BGR)
    seal = np.full_like(picture, 255)
    cv2.circle(seal, (420, 300), 150, (60, 50, 215), 10, cv2.LINE_AA)
    cv2.circle(seal, (420, 300), 40, (60, 50, 215), -1, cv2.LINE_AA)
    return (picture.astype(np.float32) * seal / 255).astype(np.uint8)
