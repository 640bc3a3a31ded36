"""Skew, seals and watermarks."""

import unittest

import cv2
import numpy as np

from juesuan_ocr import picture
from tests import pages


class PictureTest(unittest.TestCase):
    def test_skew_is_found_to_a_twentieth_of_a_degree(self) -> None:
        for degrees in (-2.5, -0.4, 0.0, 1.3):
            page = picture.prepare(pages.skewed(pages.table(), degrees), pages.DPI)
            self.assertAlmostEqual(page.skew, degrees, delta=0.05)

    def test_a_straight_page_stays_as_it_is(self) -> None:
        self.assertEqual(picture.prepare(pages.table(), pages.DPI).skew, 0.0)

    def test_a_seal_goes_and_the_figures_beneath_stay(self) -> None:
        plain = picture.prepare(pages.table(), pages.DPI)
        sealed = picture.prepare(pages.sealed(pages.table()), pages.DPI)
        differing = np.count_nonzero(plain.ink != sealed.ink)
        self.assertLess(differing, 0.01 * np.count_nonzero(plain.ink))

    def test_small_red_text_is_kept(self) -> None:
        page = np.full((400, 600, 3), 255, np.uint8)
        page[100:120, 100:200] = (0, 0, 200)
        self.assertTrue(picture.prepare(page, pages.DPI).ink[110, 150])

    def test_a_watermark_goes_and_hairlines_stay(self) -> None:
        page = pages.table()
        page[200:500, 600:640] = np.minimum(page[200:500, 600:640], 205)
        page[620:622, 100:400] = 200
        page[610:632, 398:400] = 0
        ink = picture.prepare(page, pages.DPI).ink
        self.assertFalse(ink[240, 605:640].any())
        self.assertTrue(ink[620, 100:400].all())

    def test_a_seal_in_a_jpeg_leaves_the_text_and_no_edge(self) -> None:
        plain = pages.table()
        _, packed = cv2.imencode(".jpg", pages.sealed(plain), [cv2.IMWRITE_JPEG_QUALITY, 50])
        ink = picture.prepare(cv2.imdecode(packed, cv2.IMREAD_COLOR), pages.DPI).ink
        right = picture.prepare(plain, pages.DPI).ink
        seal = np.ptp(pages.sealed(np.full_like(plain, 255)).astype(int), axis=2) > 40
        near = cv2.dilate(right, np.ones((3, 3), np.uint8)) > 0
        kept = (ink > 0) & (right > 0) & seal
        self.assertGreater(kept.sum(), 0.9 * ((right > 0) & seal).sum())
        left = (ink > 0) & ~near & seal
        self.assertLess(left.sum(), 0.005 * seal.sum())


if __name__ == "__main__":
    unittest.main()
