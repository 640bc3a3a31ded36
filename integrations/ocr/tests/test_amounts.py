"""Figures: specks beside them, and what stands for their signs."""

import unittest

from juesuan_ocr import amounts
from juesuan_ocr.recogniser import Character


def characters(text: str) -> list[Character]:
    return [Character(letter, 0.99, 0.0) for letter in text]


def text(line: list[Character]) -> str:
    return "".join(character.text for character in line)


class AmountsTest(unittest.TestCase):
    def test_specks_beside_a_text_are_none_of_it(self) -> None:
        for read, meant in (("201.", "201"), (".201", "201"), (".17,200.00", "17,200.00"),
                            (".10.00", "10.00"), (":221", "221"), ("行政运行.", "行政运行"),
                            ("·其他", "其他"), ("1.5.", "1.5")):
            self.assertEqual(text(amounts.without_specks(characters(read))), meant)

    def test_signs_that_belong_to_a_text_stay(self) -> None:
        for read in (".50", ".5", "其中：", "1.基本支出", "-1.50", "12.5%", "(一)", "……", "."):
            self.assertEqual(text(amounts.without_specks(characters(read))), read)

    def test_a_comma_with_a_speck_above(self) -> None:
        line = amounts.normalise(characters("4;545；000.00"))
        self.assertEqual(text(line), "4,545,000.00")


if __name__ == "__main__":
    unittest.main()
