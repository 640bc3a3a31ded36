"""The program from outside: the protocol, and figures read from a table."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import cv2

from tests import pages

HERE = Path(__file__).resolve().parent.parent


def run(requests: list[str], *options: str, path: str | None = None
        ) -> subprocess.CompletedProcess:
    environment = dict(os.environ)
    if path is not None:
        environment["PATH"] = path
    return subprocess.run([sys.executable, "-m", "juesuan_ocr", *options], cwd=HERE, text=True,
                          input="".join(f"{line}\n" for line in requests), capture_output=True,
                          env=environment, timeout=120)


class ProgramTest(unittest.TestCase):
    def test_replies(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            image = os.path.join(folder, "page.png")
            cv2.imwrite(image, pages.sealed(pages.skewed(pages.table(), 0.8)))
            no_image = os.path.join(folder, "text.png")
            Path(no_image).write_text("no picture")
            done = run(["nonsense", "[]", json.dumps({"id": "1"}),
                        json.dumps({"id": "2", "image": folder + "/none.png"}),
                        json.dumps({"id": "3", "image": no_image}),
                        json.dumps({"id": "4", "image": image, "dpi": "many"}),
                        json.dumps({"id": "5", "image": image, "dpi": pages.DPI})])
        self.assertEqual(done.returncode, 0, done.stderr)
        ready, *replies = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(ready["ready"], "juesuan-ocr/1")
        self.assertEqual([reply["id"] for reply in replies], [None, None, "1", "2", "3", "4", "5"])
        for reply in replies[:-1]:
            self.assertEqual(set(reply), {"id", "error"})
        self.check_page(replies[-1])

    def check_page(self, reply: dict) -> None:
        self.assertEqual((reply["width"], reply["height"]), (1000, 700))
        self.assertAlmostEqual(reply["skew"], 0.8, delta=0.05)
        self.assertEqual(len(reply["rulings"]), len(pages.ROWS) + len(pages.COLUMNS))
        expected = {pages.figure(row, column) for row in range(7) for column in range(3)}
        self.assertEqual({line["text"] for line in reply["lines"]}, expected)
        for line in reply["lines"]:
            edges = [edge for character in line["characters"] for edge in character[1:3]]
            self.assertEqual(edges, sorted(edges))
            self.assertEqual(line["certainty"],
                             min(character[3] for character in line["characters"]))

    def test_a_missing_engine_is_named(self) -> None:
        done = run([], "--engine", "tesseract", path="")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(done.stdout, "")
        self.assertIn("tesseract is not installed", done.stderr)


if __name__ == "__main__":
    unittest.main()
