"""Worker processes: limits, crashes, what is left of them."""
import json
import os
import tempfile
import unittest
from pathlib import Path

from juesuan_spark.worker import Extractor, Limits, WorkerMissing, describe

FAKE = str(Path(__file__).parent / "fake_worker.py")


class ExtractorTests(unittest.TestCase):
    def extractor(self, **limits: int) -> Extractor:
        extractor = Extractor(FAKE, (), Limits(**{"timeout": 5} | limits))
        self.addCleanup(extractor.__exit__, None, None, None)
        return extractor.__enter__()

    def ask(self, extractor: Extractor, content: bytes, name: str = "a.pdf") -> tuple[dict, int]:
        line, attempts = extractor.extract(name, content)
        self.assertEqual(line.count(b"\n"), 1)
        return json.loads(line), attempts

    def test_one_process_answers_one_after_another(self) -> None:
        extractor = self.extractor()
        replies = [self.ask(extractor, b"x" * size)[0] for size in (0, 1, 5_000_000)]
        self.assertEqual([reply["length"] for reply in replies], [0, 1, 5_000_000])
        self.assertEqual(len({reply["process"] for reply in replies}), 1)

    def test_names_come_as_they_are(self) -> None:
        extractor = self.extractor()
        for name in ("a\nb.pdf", "\"'.pdf", "../../etc/passwd", "决算.pdf", "\x00\x1b.pdf"):
            self.assertEqual(self.ask(extractor, b"", name)[0]["folder"], name)

    def test_a_crash_costs_its_document_alone(self) -> None:
        extractor = self.extractor()
        first = self.ask(extractor, b"x")[0]
        reply, attempts = self.ask(extractor, b"crash", "bad.pdf")
        self.assertEqual((reply["status"], reply["code"], attempts), ("failed", "crashed", 2))
        self.assertEqual(reply["folder"], "bad.pdf")
        self.assertIn("SIGABRT", reply["message"])
        after = self.ask(extractor, b"x")[0]
        self.assertEqual(after["length"], 1)
        self.assertNotEqual(after["process"], first["process"])

    def test_a_crash_is_tried_once_more(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            reply, attempts = self.ask(self.extractor(), f"once {folder}/mark".encode())
        self.assertEqual((reply["status"], attempts), ("done", 2))

    def test_one_that_ends_after_its_answer_is_replaced(self) -> None:
        extractor = self.extractor()
        before = self.ask(extractor, b"x")[0]
        reply, attempts = self.ask(extractor, b"last")
        self.assertEqual((reply["process"], attempts), (before["process"], 1))
        after, attempts = self.ask(extractor, b"x")
        self.assertEqual((after["status"], attempts), ("done", 1))
        self.assertNotEqual(after["process"], before["process"])

    def test_the_last_words_are_the_reason(self) -> None:
        reply, _ = self.ask(self.extractor(), b"exit")
        self.assertIn("exit status 1: that was too much", reply["message"])

    def test_a_document_that_hangs_is_given_up(self) -> None:
        extractor = self.extractor(timeout=1)
        reply, attempts = self.ask(extractor, b"hang")
        self.assertEqual((reply["code"], attempts), ("timeout", 1))
        self.assertEqual(self.ask(extractor, b"x")[0]["length"], 1)

    def test_progress_gives_as_much_time_again(self) -> None:
        self.assertEqual(self.ask(self.extractor(timeout=1), b"slow")[0]["status"], "done")

    def test_an_answer_that_is_none(self) -> None:
        self.assertEqual(self.ask(self.extractor(timeout=1), b"nonsense")[0]["code"], "crashed")

    def test_too_large_is_not_sent(self) -> None:
        reply, attempts = self.ask(self.extractor(size=1), bytes((1 << 20) + 1))
        self.assertEqual((reply["code"], attempts), ("too-large", 0))

    def test_a_process_is_replaced_after_some_hundred(self) -> None:
        extractor = self.extractor()
        processes = {self.ask(extractor, b"")[0]["process"] for _ in range(450)}
        self.assertEqual(len(processes), 3)

    def test_a_machine_without_the_program_fails_its_task(self) -> None:
        with self.assertRaisesRegex(WorkerMissing, "no-such-program does not run on"):
            Extractor("no-such-program", (), Limits()).__enter__()
        os.environ["FAKE"] = "broken"
        self.addCleanup(os.environ.pop, "FAKE")
        with self.assertRaisesRegex(WorkerMissing, "a library is missing"):
            Extractor(FAKE, (), Limits()).__enter__()

    def test_nothing_is_left(self) -> None:
        before = set(os.listdir("/proc/self/fd"))
        extractor = Extractor(FAKE, (), Limits(timeout=1)).__enter__()
        process = self.ask(extractor, b"")[0]["process"]
        self.ask(extractor, b"hang")
        self.ask(extractor, b"crash")
        extractor.__exit__(None, None, None)
        self.assertFalse(os.path.exists(f"/proc/{process}"))
        self.assertEqual(set(os.listdir("/proc/self/fd")), before)


class DescribeTests(unittest.TestCase):
    def test_reads_the_description(self) -> None:
        self.assertEqual(describe(FAKE)["extractor"], "fake 1")

    def test_names_what_is_missing(self) -> None:
        with self.assertRaisesRegex(WorkerMissing, "README.md"):
            describe("no-such-program")


if __name__ == "__main__":
    unittest.main()
