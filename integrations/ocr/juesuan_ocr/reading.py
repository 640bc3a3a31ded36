"""From lines' boxes to text: cut out, recognised, doubtful amounts read again, edges placed."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from . import amounts, crops, edges
from .lines import Line
from .picture import Page
from .recogniser import Character, Recogniser

DOUBTFUL = 0.95      # an amount with a less certain character is read again
NOISE = 0.6          # a small smudge read with less certainty is not text
SPLIT = 1.1          # a gap between figures, in parts of a character's height, that parts a line
SPLIT_MIXED = 0.65   # the same between a figure and a Chinese character
SPLIT_TEXT = 2.5     # the same in text


@dataclass
class Text:
    """A line read: its box in the page and its characters."""

    line: Line
    characters: list[Character]


def read(page: Page, clean: np.ndarray, ink: np.ndarray, lines: list[Line],
         recogniser: Recogniser) -> list[Text]:
    """The text of `lines`. `clean` and `ink` are without rulings."""
    cuts = [crops.cut(clean, line) for line in lines]
    readings = recogniser.read([picture for picture, _ in cuts])
    readings = [amounts.without_specks(characters) if line.alone else characters
                for line, characters in zip(lines, readings)]
    readings = _again(page, lines, cuts, readings, recogniser)
    texts = []
    for line, (picture, left), characters in zip(lines, cuts, readings):
        if not characters or _is_noise(line, ink, characters):
            continue
        profile = np.zeros(picture.shape[1], np.int64)
        begin = int(line.x0 - left)
        dark = ink[line.y0:line.y1, line.x0:line.x1].sum(axis=0)
        profile[begin:begin + len(dark)] = dark
        edges.place(characters, profile, left, line.em)
        texts += parted(line, characters)
    return texts


def _again(page: Page, lines: list[Line], cuts: list[tuple[np.ndarray, float]],
           readings: list[list[Character]], recogniser: Recogniser) -> list[list[Character]]:
    """`readings`, doubtful amounts read two more ways: sharpened to black and white, and from
    the page with its rulings and more margin, with what the erased rulings took along."""
    doubtful = []
    for index, characters in enumerate(readings):
        if amounts.looks_like_amount(characters):
            readings[index] = amounts.normalise(characters)
            if amounts.certainty(readings[index]) < DOUBTFUL:
                doubtful.append(index)
    pictures = []
    for index in doubtful:
        wide, _ = crops.cut(page.clean, lines[index], 2 * crops.MARGIN)
        pictures += [_sharp(cuts[index][0]), _same_width(wide, cuts[index][0])]
    again = recogniser.read(pictures)
    for row, index in enumerate(doubtful):
        for other in again[2 * row:2 * row + 2]:
            if lines[index].alone:
                other = amounts.without_specks(other)
            if not amounts.looks_like_amount(other):
                continue
            other = amounts.normalise(other)
            pair = [readings[index], other]
            pair.sort(key=amounts.certainty, reverse=True)
            readings[index] = amounts.merge(*pair)
    return readings


def _sharp(picture: np.ndarray) -> np.ndarray:
    """The picture enlarged, then black and white, its edges softened a little."""
    large = cv2.resize(picture, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    _, hard = cv2.threshold(large, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    soft = cv2.GaussianBlur(hard, (3, 3), 0)
    return cv2.resize(soft, picture.shape[::-1], interpolation=cv2.INTER_AREA)


def _same_width(picture: np.ndarray, like: np.ndarray) -> np.ndarray:
    """Cut or filled up at both sides to the width of `like`, so that columns agree."""
    extra = picture.shape[1] - like.shape[1]
    if extra > 0:
        return picture[:, extra // 2:extra // 2 + like.shape[1]]
    return cv2.copyMakeBorder(picture, 0, 0, -extra // 2, -extra - (-extra // 2),
                              cv2.BORDER_CONSTANT, value=255)


def _is_noise(line: Line, ink: np.ndarray, characters: list[Character]) -> bool:
    """Whether the line is a smudge: very little ink, or no telling what it says."""
    sure = amounts.certainty(characters)
    dark = int(ink[line.y0:line.y1, line.x0:line.x1].sum())
    return (sure < NOISE and dark < 0.12 * line.em ** 2) or sure < 0.1 and len(characters) < 3


def parted(line: Line, characters: list[Character]) -> list[Text]:
    """The line cut where figures, or any text, stand far from each other."""
    parts: list[list[Character]] = [[]]
    for character in characters:
        if parts[-1]:
            before = parts[-1][-1]
            if character.x0 - before.x1 > _widest_gap(before.text, character.text) * line.em:
                parts.append([])
        parts[-1].append(character)
    if len(parts) == 1:
        return [Text(line, characters)]
    return [Text(Line(int(part[0].x0), line.y0, int(part[-1].x1), line.y1, line.em, line.in_cell),
                 part) for part in parts]


def _widest_gap(before: str, after: str) -> float:
    """How far apart two characters of one line may be, in parts of a character's height."""
    if before.isdigit() and after.isascii() or before.isascii() and after.isdigit():
        return SPLIT
    return SPLIT_MIXED if before.isdigit() != after.isdigit() else SPLIT_TEXT
