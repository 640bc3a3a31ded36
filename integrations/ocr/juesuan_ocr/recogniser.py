"""The recogniser of RapidOCR, used directly: its probabilities a time step are wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

HEIGHT = 48          # of the model's input, in pixels
STEP = 8             # pixels of the input's width to a time step
BLANK = 0
LEAST = 0.001        # an alternative less probable than this is not worth telling
MOST_ALTERNATIVES = 5
BATCH = 8
NARROWEST = 128      # input pixels: a lone digit in a narrower picture is often misread


@dataclass
class Character:
    """`middle`: where the model saw it, as a column of the crop; `x0`, `x1`: its edges in the
    page, set later. `others`: (text, probability), best first, itself included."""

    text: str
    certainty: float
    middle: float
    others: list[tuple[str, float]] = field(default_factory=list)
    x0: float = 0.0
    x1: float = 0.0


class Recogniser:
    """Reads pictures of single lines."""

    def __init__(self, model: Path, threads: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"])
        self.input = self.session.get_inputs()[0].name
        letters = self.session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self.letters = ["", *letters, " "]

    def read(self, crops: list[np.ndarray]) -> list[list[Character]]:
        """The characters of each crop (grey, any height); read by width, a batch at a time."""
        prepared = [_prepared(crop) for crop in crops]
        order = sorted(range(len(crops)), key=lambda index: prepared[index].shape[1])
        result: list[list[Character]] = [[] for _ in crops]
        for begin in range(0, len(order), BATCH):
            batch = order[begin:begin + BATCH]
            width = max(NARROWEST, prepared[batch[-1]].shape[1])
            width += -width % STEP
            # Filled up with 0, a middle grey, as in the model's training: it knows that there
            # is nothing, whereas after white it goes looking for more.
            pixels = np.zeros((len(batch), 3, HEIGHT, width), np.float32)
            for row, index in enumerate(batch):
                pixels[row, :, :, :prepared[index].shape[1]] = prepared[index]
            steps = self.session.run(None, {self.input: pixels})[0]
            for row, index in enumerate(batch):
                scale = crops[index].shape[0] / HEIGHT
                result[index] = self._decoded(steps[row], scale * width / steps.shape[1])
        return result

    def _decoded(self, steps: np.ndarray, step: float) -> list[Character]:
        """Greedy CTC: runs of the same best letter are one character, blanks none.
        `step`: columns of the crop to a time step."""
        best = steps.argmax(axis=1)
        characters = []
        begin = 0
        for end in range(1, len(best) + 1):
            if end < len(best) and best[end] == best[begin]:
                continue
            if best[begin] != BLANK:
                characters.append(self._character(steps, begin, end, int(best[begin]), step))
            begin = end
        return characters

    def _character(self, steps: np.ndarray, begin: int, end: int, letter: int,
                   step: float) -> Character:
        peak = begin + int(steps[begin:end, letter].argmax())
        row = steps[peak]
        # The steps beside the run weigh in too: the character is where its probability is.
        around = slice(max(0, begin - 1), min(len(steps), end + 1))
        weights = steps[around, letter]
        middle = float((np.arange(around.start, around.stop) + 0.5) @ weights / weights.sum())
        likely = np.flatnonzero(row > LEAST)
        likely = likely[np.argsort(-row[likely])][:MOST_ALTERNATIVES]
        others = [(self.letters[index], float(row[index])) for index in likely]
        return Character(self.letters[letter], float(row[letter]), middle * step,
                         others if len(others) > 1 else [])


def _prepared(crop: np.ndarray) -> np.ndarray:
    """The crop as the model wants it: 48 pixels high, from -1 (black) to 1 (white)."""
    width = max(8, round(crop.shape[1] * HEIGHT / crop.shape[0]))
    shrinks = crop.shape[0] > HEIGHT
    scaled = cv2.resize(crop, (width, HEIGHT),
                        interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC)
    return scaled.astype(np.float32) / 127.5 - 1.0
