"""The left and right edges of the characters of a line, from where the model saw them and from
the ink."""

from __future__ import annotations

import numpy as np

from .recogniser import Character


# How far ink may lie from where the model saw a character, in parts of a full-size one's height:
# what is farther away is dirt.
REACH = 0.75
REACH_NARROW = 0.45


def place(characters: list[Character], profile: np.ndarray, left: float, em: float) -> None:
    """Sets `x0` and `x1` of the characters.

    `profile`: dark pixels in each column of the crop; `left`: the page's column of its first;
    `em`: the height of a full-size character.
    """
    if not characters:
        return
    blobs = _blobs(profile)
    if len(blobs) == len(characters) and _agree(characters, blobs, em):
        # A blob of ink to a character, as with figures: no doubt where the edges are.
        spans = blobs
    else:
        spans = _spans(characters, profile, em)
    for character, (begin, end) in zip(characters, spans):
        character.x0, character.x1 = left + begin, left + end


def _agree(characters: list[Character], blobs: list[tuple[int, int]], em: float) -> bool:
    """Whether the model saw each character at its blob (a speck may be a blob too, and two
    touching figures one)."""
    slack = 0.2 * em
    return all(character.text != " " and begin - slack <= character.middle <= end + slack
               for character, (begin, end) in zip(characters, blobs))


def _blobs(profile: np.ndarray) -> list[tuple[int, int]]:
    """The stretches of columns with ink."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], profile > 0, [0]]).astype(np.int8)))
    return [(int(begin), int(end)) for begin, end in edges.reshape(-1, 2)]


def _spans(characters: list[Character], profile: np.ndarray,
           em: float) -> list[tuple[float, float]]:
    """Cuts between neighbours where there is least ink, then each span drawn in to its ink."""
    cuts = [0]
    for before, after in zip(characters, characters[1:]):
        cuts.append(max(cuts[-1], _cut(before.middle, after.middle, profile)))
    cuts.append(len(profile))
    spans = []
    for character, begin, end in zip(characters, cuts, cuts[1:]):
        reach = (REACH_NARROW if character.text.isascii() else REACH) * em
        begin = max(begin, int(character.middle - reach))
        end = max(begin, min(end, int(character.middle + reach) + 1))
        dark = np.flatnonzero(profile[begin:end])
        if character.text == " " or not len(dark):
            spans.append((float(begin), float(max(end, begin + 1))))
        else:
            spans.append((float(begin + dark[0]), float(begin + dark[-1] + 1)))
    return spans


def _cut(before: float, after: float, profile: np.ndarray) -> int:
    """The column between two middles with the least ink, the nearer to half way the better."""
    begin, end = max(0, int(before)), min(len(profile), int(np.ceil(after)) + 1)
    if end - begin < 2:
        return begin
    columns = np.arange(begin, end)
    far = np.abs(columns - (before + after) / 2) / (end - begin)
    ink = profile[begin:end].astype(np.float64)
    return int(columns[np.argmin(ink / max(ink.max(), 1.0) + 0.6 * far)])
