"""Cuts lines out of a page for the recogniser."""

from __future__ import annotations

import cv2
import numpy as np

from .lines import Line

MARGIN = 0.15        # white above and below, in parts of the line's height
SIDE = 0.5           # white before and behind


def cut(clean: np.ndarray, line: Line, margin: float = MARGIN) -> tuple[np.ndarray, float]:
    """The line's picture on white, and the page's column of the picture's first one.

    Only the line itself is cut out: what is next to it would be read too. A line without a
    full-size character (a dash, a row of points) keeps the height of one, or the dash would be
    blown up to a bar.
    """
    part = clean[line.y0:line.y1, line.x0:line.x1]
    height = max(line.y1 - line.y0, round(0.95 * line.em))
    above = (height - (line.y1 - line.y0)) // 2
    below = height - (line.y1 - line.y0) - above
    edge = max(2, round(margin * height))
    side = max(3, round(SIDE * height))
    picture = cv2.copyMakeBorder(part, above + edge, below + edge, side, side,
                                 cv2.BORDER_CONSTANT, value=255)
    return picture, line.x0 - side
