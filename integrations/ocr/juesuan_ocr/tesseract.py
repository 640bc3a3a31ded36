"""The engine `tesseract`: the lines of a page set under each other, read by one run of the
command. Its own search for text goes astray in tables; a column of lines it reads well."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess

import cv2
import numpy as np

from . import amounts, crops, edges, erase, lines, outside, pieces, reading, rulings
from .lines import Line
from .picture import Page
from .reading import Text
from .recogniser import Character
from .rulings import Rulings

LANGUAGE = "chi_sim"
WORD = "5"           # the level of words in its table
BLOCK = "6"          # page segmentation: one block of lines
EM = 36.0            # it reads characters of about this height best, in pixels


class Tesseract:
    """Reads pages with the command `tesseract` and its Chinese data."""

    def __init__(self, threads: int) -> None:
        command = shutil.which("tesseract")
        if command is None:
            raise FileNotFoundError("there is no command tesseract")
        self.command = command
        self.environment = {**os.environ, "OMP_THREAD_LIMIT": str(threads)}
        if LANGUAGE not in self._run(["--list-langs"]).split():
            raise FileNotFoundError(f"its language {LANGUAGE} is missing")
        self.name = " ".join(self._run(["--version"]).split()[:2])

    def read(self, page: Page) -> tuple[Rulings, list[Text]]:
        """The rulings and the lines of text of a page."""
        found = rulings.find(page.faint, page.mm)
        clean, ink = erase.erased(page, found)
        all_pieces = pieces.find(clean, ink, found, page.mm)
        boxes = lines.in_cells(all_pieces)
        # It has no detector: outside the tables, ink that is close together is a line.
        boxes += outside.find(clean, all_pieces, found, lambda _: np.zeros((0, 4)))
        if not boxes:
            return found, []
        scale = EM / all_pieces.em
        column, tops, lefts = _column(clean, boxes, scale)
        words: list[list[Character]] = [[] for _ in boxes]
        for row in self._words(column):
            middle = int(row["top"]) + int(row["height"]) / 2
            index = max(0, int(np.searchsorted(tops, middle, "right")) - 1)
            words[index] += _characters(row, 1 / scale)
        texts = []
        for line, left, characters in zip(boxes, lefts, words):
            texts += _text(line, left, characters, ink)
        return found, texts

    def _words(self, picture: np.ndarray) -> list[dict[str, str]]:
        data = cv2.imencode(".png", picture)[1].tobytes()
        table = self._run(["stdin", "stdout", "-l", LANGUAGE, "--psm", BLOCK, "tsv"], data)
        rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in rows if row["level"] == WORD and row["text"].strip()]

    def _run(self, arguments: list[str], data: bytes = b"") -> str:
        done = subprocess.run([self.command, *arguments], input=data, check=True,
                              capture_output=True, env=self.environment)
        return done.stdout.decode("utf-8", "replace")


def _column(clean: np.ndarray, boxes: list[Line], scale: float
            ) -> tuple[np.ndarray, list[int], list[float]]:
    """The lines under each other on white, the row where each begins, and the page's column
    that each begins with."""
    parts, lefts = zip(*(crops.cut(clean, line) for line in boxes))
    large = [cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
             for part in parts]
    heights = [part.shape[0] for part in large]
    tops = [0, *(int(end) for end in np.cumsum(heights)[:-1])]
    column = np.full((sum(heights), max(part.shape[1] for part in large)), 255, np.uint8)
    for part, top in zip(large, tops):
        column[top:top + part.shape[0], :part.shape[1]] = part
    return column, tops, list(lefts)


def _characters(word: dict[str, str], scale: float) -> list[Character]:
    """The characters of a word, evenly spread; each has the word's certainty."""
    letters = word["text"].strip()
    begin, width = int(word["left"]) * scale, int(word["width"]) * scale
    sure = max(0.0, float(word["conf"])) / 100
    return [Character(letter, sure, begin + width * (index + 0.5) / len(letters))
            for index, letter in enumerate(letters)]


def _text(line: Line, left: float, characters: list[Character], ink: np.ndarray) -> list[Text]:
    """The line with its characters in order and at their ink."""
    characters.sort(key=lambda character: character.middle)
    if amounts.looks_like_amount(characters):
        characters = amounts.normalise(characters)
    if not characters:
        return []
    begin = int(line.x0 - left)
    dark = ink[line.y0:line.y1, line.x0:line.x1].sum(axis=0)
    edges.place(characters, np.pad(dark, (begin, begin)), left, line.em)
    return reading.parted(line, characters)
