"""The engine `rapidocr`: cells are read straight away, the rest of the page is searched."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import numpy as np

from . import erase, lines, outside, pieces, reading, rulings
from .picture import Page
from .reading import Text
from .recogniser import Recogniser
from .rulings import Rulings


class Rapid:
    """Reads pages with the models inside the package `rapidocr`."""

    def __init__(self, threads: int) -> None:
        import rapidocr

        self.name = f"rapidocr {version('rapidocr')}"
        models = Path(rapidocr.__file__).parent / "models"
        self.recogniser = Recogniser(next(models.glob("*_rec_*.onnx")), threads)
        self.detector = rapidocr.RapidOCR(params={
            "Global.log_level": "error",
            "Global.max_side_len": 4000,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            # The picture comes in the right size: a limit never reached.
            "Det.limit_type": "max",
            "Det.limit_side_len": 4000,
        })
        # Loads the detector, so that the first page does not wait for it.
        self.detect(np.full((64, 64), 255, np.uint8))

    def read(self, page: Page) -> tuple[Rulings, list[Text]]:
        """The rulings and the lines of text of a page."""
        found = rulings.find(page.faint, page.mm)
        clean, ink = erase.erased(page, found)
        all_pieces = pieces.find(clean, ink, found, page.mm)
        boxes = lines.in_cells(all_pieces)
        boxes += outside.find(clean, all_pieces, found, self.detect)
        return found, reading.read(page, clean, ink, boxes, self.recogniser)

    def detect(self, picture: np.ndarray) -> np.ndarray:
        """Boxes of text in a grey picture: x0, y0, x1, y1."""
        height, width = picture.shape
        # The detector wants some room.
        room = np.full((max(height, 64), max(width, 64), 3), 255, np.uint8)
        room[:height, :width] = picture[..., None]
        found = self.detector(room, use_det=True, use_cls=False, use_rec=False).boxes
        if found is None or not len(found):
            return np.zeros((0, 4))
        corners = np.asarray(found, np.float64)
        return np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)
