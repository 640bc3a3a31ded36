from __future__ import annotations

import contextlib
import gc
import io
import os
import shutil
import sys
import tempfile
import threading
import unittest
import weakref
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import juesuan

from . import support
from .test_worker import FAKE


class FolderTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "deep" / "er").mkdir(parents=True)
        (self.folder / ".hidden").mkdir()
        (self.folder / "deep" / "up").symlink_to(self.folder)
        for name in ("a.pdf", "deep/er/B.PDF", ".hidden/c.pdf"):
            shutil.copy(support.MINISTRY, self.folder / name)
        (self.folder / "bad.pdf").write_text("<html>")
        (self.folder / "notes.docx").write_text("")

    def test_reports_and_failures(self) -> None:
        results = list(juesuan.read_many(self.folder, jobs=2, progress=False, ocr="off"))
        done = {item.path.name: item for item in results if item.path is not None}
        self.assertEqual(set(done), {"a.pdf", "B.PDF", "bad.pdf"})
        failure = done["bad.pdf"]
        assert isinstance(failure, juesuan.Failure)
        self.assertEqual((failure.ok, failure.code), (False, "not-a-pdf"))
        self.assertIn("not a PDF", failure.message)
        self.assertEqual(sum(len(r.tables) for r in results if isinstance(r, juesuan.Report)), 24)

    def test_failures_raised(self) -> None:
        threads = threading.active_count()
        with self.assertRaises(juesuan.NotAPDFError):
            for report in juesuan.read_many(self.folder, progress=False, errors="raise"):
                self.assertTrue(report.tables)
        self.assertEqual(threading.active_count(), threads)

    def test_lists_and_iterators(self) -> None:
        paths: list[str | Path] = [support.MINISTRY, str(support.SHANGHAI)]
        for inputs in (paths, tuple(paths), iter(paths)):
            results = juesuan.read_many(inputs, progress=False, pages="1")
            self.assertEqual(len(list(results)), 2)
        one = list(juesuan.read_many(support.MINISTRY, progress=False, pages="1"))
        self.assertEqual(len(one), 1)

    def test_a_missing_one_of_several_is_its_own_failure(self) -> None:
        results = juesuan.read_many(["/nowhere.pdf", support.MINISTRY], progress=False, pages="1")
        self.assertEqual(sorted(result.ok for result in results), [False, True])

    def test_what_is_wrong_from_the_beginning_is_raised_at_once(self) -> None:
        with self.assertRaises(juesuan.NotFoundError):
            juesuan.read_many("/nowhere")
        empty = self.folder / "empty"
        empty.mkdir()
        with self.assertRaises(juesuan.InputError) as caught:
            juesuan.read_many(empty)
        self.assertEqual(caught.exception.code, "no-pdf")
        with self.assertRaises(ValueError):
            juesuan.read_many(self.folder, errors="skip")  # type: ignore[call-overload]
        with self.assertRaises(ValueError):
            juesuan.read_many(self.folder, jobs=0)

    def test_wrong_options_end_the_run(self) -> None:
        with self.assertRaises(juesuan.UsageError):
            list(juesuan.read_many(self.folder, pages="x", progress=False))

    def test_an_error_of_the_callers_iterator_is_his(self) -> None:
        def paths() -> Iterator[Path]:
            yield support.MINISTRY
            raise RuntimeError("mine")

        with self.assertRaisesRegex(RuntimeError, "mine"):
            list(juesuan.read_many(paths(), progress=False, pages="1"))


class RunTests(unittest.TestCase):
    """With a worker that is quick, or hangs."""

    def setUp(self) -> None:
        fake = support.script(FAKE)
        program = fake.__enter__()
        self.addCleanup(fake.__exit__, None, None, None)
        variables = mock.patch.dict(os.environ, {"JUESUAN_PROGRAM": str(program)})
        variables.start()
        self.addCleanup(variables.stop)

    def test_reports_are_not_kept_and_nothing_is_read_ahead(self) -> None:
        taken = 0

        def paths() -> Iterator[str]:
            nonlocal taken
            for number in range(300):
                taken += 1
                yield f"{number}.pdf"

        seen: list[weakref.ref[object]] = []
        for number, report in enumerate(juesuan.read_many(paths(), jobs=2, progress=False)):
            seen.append(weakref.ref(report))
            del report
            # two in work, two in the queue, one handed out, one being taken
            self.assertLessEqual(taken, number + 6)
        gc.collect()
        self.assertEqual(len(seen), 300)
        self.assertEqual([each for each in seen if each() is not None], [])

    def test_leaving_the_loop_ends_what_is_under_way(self) -> None:
        threads = threading.active_count()
        reports = juesuan.read_many(["a.pdf", *["hang.pdf"] * 4], jobs=2, progress=False)
        self.assertTrue(next(reports).ok)
        reports.close()  # type: ignore[attr-defined]
        self.assertEqual(threading.active_count(), threads)

    def test_a_time_limit(self) -> None:
        results = list(
            juesuan.read_many(["hang.pdf", "a.pdf", "crash.pdf"], progress=False, timeout=4)
        )
        codes = sorted(result.code for result in results if isinstance(result, juesuan.Failure))
        self.assertEqual(codes, ["crashed", "timeout"])

    def test_a_full_disk_ends_the_run(self) -> None:
        with self.assertRaises(juesuan.OutputError):
            list(juesuan.read_many(["disk-full.pdf"] * 3, progress=False))

    def test_a_bar(self) -> None:
        for progress, drawn in ((True, True), (False, False), (None, False)):
            with contextlib.redirect_stderr(io.StringIO()) as stderr:
                list(juesuan.read_many(["a.pdf", "b.pdf"], progress=progress))
            self.assertEqual("2/2" in stderr.getvalue(), drawn)

    def test_a_bar_without_tqdm(self) -> None:
        with mock.patch.dict(sys.modules, {"tqdm": None, "tqdm.auto": None}):
            with self.assertRaisesRegex(ImportError, r"juesuan\[progress\]"):
                juesuan.read_many(["a.pdf"], progress=True)
            with mock.patch("juesuan.batch._is_seen", return_value=True):
                self.assertEqual(len(list(juesuan.read_many(["a.pdf"]))), 1)
