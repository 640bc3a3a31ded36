"""A page's picture made ready: grey, clean, upright."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from . import colour, seals, skew


# A ruling may be this light.
FAINT = 205


class Unreadable(Exception):
    """A picture that cannot be read; the message is for the caller."""


@dataclass
class Page:
    """An upright page. `grey`: as scanned, paper white. `clean`: also without watermarks.
    `ink`: 1 where there is ink. `faint`: 1 where `grey` is at least a little dark.
    `mm`: pixels in a millimetre. `skew`: the degrees taken out."""

    grey: np.ndarray
    clean: np.ndarray
    ink: np.ndarray
    faint: np.ndarray
    mm: float
    skew: float


def load(path: str, dpi: float) -> Page:
    """Reads the picture at `path`, scanned with `dpi` dots an inch."""
    try:
        data = np.fromfile(path, np.uint8)
    except OSError as error:
        raise Unreadable(f"cannot open the picture: {error.strerror}") from error
    picture = cv2.imdecode(data, cv2.IMREAD_COLOR) if data.size else None
    if picture is None:
        raise Unreadable("the file is not a picture in PNG, PGM or PPM")
    if _is_grey(picture):
        picture = np.ascontiguousarray(picture[..., 1])
    return prepare(picture, dpi)


def prepare(picture: np.ndarray, dpi: float) -> Page:
    """The page of a grey or BGR picture."""
    mm = dpi / 25.4
    grey = colour.flatten(colour.grey_of(picture, mm), mm)
    degrees = skew.estimate((grey < _threshold(grey)).astype(np.uint8))
    if abs(degrees) < skew.LEAST:
        degrees = 0.0
    else:
        grey = skew.turned(grey, degrees)
    dark = _threshold(grey)
    grey = seals.without_grey(grey, dark, mm)
    clean, ink = colour.without_watermark(grey, dark, mm)
    faint = (grey < max(colour.hairline(dark), FAINT)).astype(np.uint8)
    return Page(grey, clean, ink, faint, mm, degrees)


def _is_grey(picture: np.ndarray) -> bool:
    sample = picture[::3, ::3]
    return bool((sample.max(axis=2) - sample.min(axis=2)).max() < colour.COLOURED // 2)


def _threshold(grey: np.ndarray) -> float:
    """What is darker than this is ink. Thin strokes are never black, so Otsu's is raised."""
    otsu, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return float(np.clip(otsu + 25, 120, 180))
