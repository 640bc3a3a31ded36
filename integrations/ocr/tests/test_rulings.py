"""Rulings, cells and the page without rulings."""

import unittest

import cv2
import numpy as np

from juesuan_ocr import erase, lines, picture, pieces, rulings
from tests import pages


def found_in(page: np.ndarray) -> tuple[picture.Page, rulings.Rulings]:
    ready = picture.prepare(page, pages.DPI)
    return ready, rulings.find(ready.faint, ready.mm)


class RulingsTest(unittest.TestCase):
    def check(self, page: np.ndarray) -> None:
        _, found = found_in(page)
        for runs, places, ends in ((found.across, pages.ROWS, pages.COLUMNS),
                                   (found.down, pages.COLUMNS, pages.ROWS)):
            self.assertEqual(len(runs), len(places))
            for run, place in zip(sorted(runs, key=lambda run: run.position), places):
                self.assertAlmostEqual(run.position, place, delta=1.5)
                self.assertAlmostEqual(run.start, ends[0], delta=2)
                self.assertAlmostEqual(run.end, ends[-1], delta=2)

    def test_a_table(self) -> None:
        self.check(pages.table())

    def test_a_skewed_table_without_text(self) -> None:
        self.check(pages.skewed(pages.table(text=False), 0.0))

    def test_broken_lines(self) -> None:
        page = pages.table()
        page[:, 300:304] = 255
        page[330:334] = 255
        self.check(page)

    def test_dashed_lines(self) -> None:
        page = pages.table()
        for y in pages.ROWS[1:-1]:
            for x in range(pages.COLUMNS[0] + 4, pages.COLUMNS[-1] - 4, 12):
                page[y - 2:y + 3, x:x + 4] = 255
        self.check(page)

    def test_a_short_line_between_two_others(self) -> None:
        page = pages.table(text=False)
        cv2.line(page, (180, 160), (180, 220), 0, 2)
        _, found = found_in(page)
        short = [run for run in found.down if abs(run.position - 180) < 2]
        self.assertEqual(len(short), 1)
        self.assertAlmostEqual(short[0].start, 160, delta=2)
        self.assertAlmostEqual(short[0].end, 220, delta=2)

    def test_a_stroke_from_ruling_to_ruling_is_none(self) -> None:
        # 计 and 中 fill their row; one line more meets the short one and is none of its strokes
        for top, bottom, crossing in ((162, 218, 190), (163, 217, 180), (160, 220, 200)):
            page = pages.table(text=False)
            cv2.line(page, (180, top), (180, bottom), 0, 4)
            cv2.line(page, (164, crossing), (196, crossing), 0, 3)
            _, found = found_in(page)
            self.assertEqual([run for run in found.down if abs(run.position - 180) < 5], [])

    def test_a_short_line_that_another_crosses(self) -> None:
        page = pages.table(text=False)
        cv2.line(page, (180, 160), (180, 280), 0, 2)
        _, found = found_in(page)
        short = [run for run in found.down if abs(run.position - 180) < 2]
        self.assertEqual(len(short), 1)
        self.assertAlmostEqual(short[0].start, 160, delta=2)
        self.assertAlmostEqual(short[0].end, 280, delta=2)

    def test_a_page_of_text_has_none(self) -> None:
        page = np.full((700, 1000), 255, np.uint8)
        for row in range(10):
            cv2.putText(page, "HEEL TEETH 1,234.00 EFFECT", (60, 80 + 60 * row),
                        cv2.FONT_HERSHEY_DUPLEX, 1.4, 0, 3)
        _, found = found_in(page)
        self.assertEqual(found.rows(), [])

    def test_a_stroke_across_a_ruling_is_mended(self) -> None:
        page = pages.table(text=False)
        cv2.line(page, (300, 145), (300, 175), 0, 3)
        ready, found = found_in(page)
        _, ink = erase.erased(ready, found)
        self.assertTrue(ink[150:170, 300].all())
        self.assertFalse(ink[158:162, 320:500].any())

    def test_every_cell_gives_its_line(self) -> None:
        ready, found = found_in(pages.table())
        clean, ink = erase.erased(ready, found)
        boxes = lines.in_cells(pieces.find(clean, ink, found, ready.mm))
        self.assertEqual(len(boxes), 21)


if __name__ == "__main__":
    unittest.main()
