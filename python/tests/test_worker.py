from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest import mock

import polars

import juesuan
from juesuan import reading, worker
from juesuan.pool import Pool

from . import support

FAKE = Path(__file__).with_name("fake_worker.py").read_text()


class FakeWorkerTests(unittest.TestCase):
    """What becomes of documents whose worker misbehaves."""

    def setUp(self) -> None:
        fake = support.script(FAKE)
        self.program = fake.__enter__()
        self.addCleanup(fake.__exit__, None, None, None)
        self.pool = Pool(most_idle=2)
        self.addCleanup(self.pool.close)
        for patch in (
            mock.patch.object(reading, "_pool", self.pool),
            mock.patch.dict(os.environ, {"JUESUAN_PROGRAM": str(self.program)}),
        ):
            patch.start()
            self.addCleanup(patch.stop)

    @property
    def starts(self) -> list[str]:
        log = self.program.with_name("log").read_text().splitlines()
        return [line for line in log if line.startswith("start")]

    def test_one_process_for_all_documents(self) -> None:
        for name in "abc":
            self.assertEqual(juesuan.read(f"{name}.pdf").file, name)
        self.assertEqual(len(self.starts), 1)

    def test_other_options_are_another_worker(self) -> None:
        for pages in (None, "1", None, "1"):
            juesuan.read("a.pdf", pages=pages, ocr="off", repair_names=True)
        self.assertEqual(len(self.starts), 2)
        self.assertIn("--pages=1", self.starts[1])
        self.assertIn("--ocr=off", self.starts[1])
        self.assertIn("--repair-names", self.starts[1])

    def test_a_crash_is_tried_once_more(self) -> None:
        self.assertTrue(juesuan.read("crash-once.pdf").ok)
        self.assertEqual(len(self.starts), 2)
        with self.assertRaises(juesuan.CrashedError) as caught:
            juesuan.read("crash.pdf")
        self.assertIn("SIGSEGV", str(caught.exception))
        self.assertTrue(juesuan.read("a.pdf").ok)

    def test_a_timeout(self) -> None:
        begin = time.monotonic()
        with self.assertRaises(juesuan.TimeoutError):
            juesuan.read("hang.pdf", timeout=2.5)
        self.assertLess(time.monotonic() - begin, 20)
        self.assertIn("--timeout=8", self.starts[0])
        self.assertTrue(juesuan.read("a.pdf").ok)

    def test_a_scans_pages_have_their_time_each(self) -> None:
        self.assertTrue(juesuan.read("scan.pdf", timeout=3).ok)
        self.assertEqual(len(self.starts), 1)

    def test_a_worker_that_asks_to_be_replaced_is(self) -> None:
        juesuan.read("last.pdf")
        juesuan.read("a.pdf")
        self.assertEqual(len(self.starts), 2)

    def test_a_worker_is_replaced_after_its_share(self) -> None:
        with mock.patch.object(worker, "DOCUMENTS_PER_WORKER", 2):
            for _ in range(4):
                juesuan.read("a.pdf")
        self.assertEqual(len(self.starts), 2)

    def test_what_is_no_reply(self) -> None:
        with self.assertRaises(juesuan.Error):
            juesuan.read("nonsense.pdf")

    def test_an_error_costs_no_worker(self) -> None:
        with self.assertRaises(juesuan.OutputError):
            juesuan.read("disk-full.pdf")
        juesuan.read("a.pdf")
        self.assertEqual(len(self.starts), 1)

    def test_an_interrupt_ends_the_document(self) -> None:
        # polars puts a handler of its own, after which system calls go on
        self.assertTrue(polars.__version__)
        timer = threading.Timer(0.5, os.kill, [os.getpid(), signal.SIGINT])
        timer.start()
        with self.assertRaises(KeyboardInterrupt):
            juesuan.read("hang.pdf")
        self.assertTrue(juesuan.read("a.pdf").ok)

    def test_nothing_is_left_on_the_disk(self) -> None:
        with tempfile.TemporaryDirectory() as folder, mock.patch("tempfile.tempdir", folder):
            juesuan.read("a.pdf")
            with self.assertRaises(juesuan.TimeoutError):
                juesuan.read("hang.pdf", timeout=0.5)
            juesuan.read(b"%PDF-")
            self.pool.close()
            self.assertEqual(list(Path(folder).iterdir()), [])

    def test_arguments_that_are_wrong(self) -> None:
        with self.assertRaises(ValueError):
            juesuan.read("a.pdf", timeout=0)
        with self.assertRaises(ValueError):
            juesuan.read("a.pdf", ocr="on")  # type: ignore[arg-type]


class RealWorkerTests(unittest.TestCase):
    def test_a_worker_that_was_killed_is_replaced(self) -> None:
        juesuan.read(support.MINISTRY, pages="6")
        for idle in list(reading._pool._idle):
            idle._process.kill()
        self.assertEqual(len(juesuan.read(support.MINISTRY, pages="6").tables), 1)

    def test_threads_read_at_the_same_time(self) -> None:
        paths = [support.MINISTRY, support.SHANGHAI] * 8
        alone = {path: juesuan.read(path, pages="6-9").to_dict() for path in paths[:2]}
        with ThreadPoolExecutor(4) as threads:
            reports = list(threads.map(lambda path: juesuan.read(path, pages="6-9"), paths))
        for path, report in zip(paths, reports, strict=True):
            self.assertEqual(report.to_dict(), alone[path])
        self.assertLessEqual(len(reading._pool._idle), reading._MOST_IDLE)

    def test_a_forked_process_has_workers_of_its_own(self) -> None:
        juesuan.read(support.MINISTRY, pages="6")
        context = multiprocessing.get_context("fork")
        with context.Pool(2) as processes:
            counts = processes.map(_count_tables, [str(support.MINISTRY)] * 4)
        self.assertEqual(counts, [1] * 4)
        self.assertEqual(len(juesuan.read(support.MINISTRY, pages="6").tables), 1)

    def test_a_process_of_multiprocessing_leaves_nothing(self) -> None:
        context = multiprocessing.get_context("fork")
        with tempfile.TemporaryDirectory() as folder, mock.patch("tempfile.tempdir", folder):
            process = context.Process(target=_count_tables, args=[str(support.MINISTRY)])
            process.start()
            process.join(60)
            self.assertEqual(process.exitcode, 0)
            self.assertEqual(list(Path(folder).iterdir()), [])

    def test_no_process_outlives_python(self) -> None:
        code = (
            f"import juesuan; juesuan.read({str(support.MINISTRY)!r}, pages='6'); "
            "print(juesuan.reading._pool._idle[0]._process.pid, "
            "juesuan.reading._pool._idle[0]._output, flush=True); {end}"
        )
        for end in ("", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"):
            done = subprocess.run(
                [sys.executable, "-c", code.replace("{end}", end)], capture_output=True, text=True
            )
            pid, folder = done.stdout.split()
            deadline = time.monotonic() + 5
            while Path(f"/proc/{pid}").exists() and time.monotonic() < deadline:
                time.sleep(0.05)
            self.assertFalse(Path(f"/proc/{pid}").exists(), done.stderr)
            self.assertFalse(not end and Path(folder).exists())
            if Path(folder).exists():
                Path(folder).rmdir()

    def test_a_run_that_is_left_alone_leaves_nothing(self) -> None:
        code = (
            "import juesuan, sys; run = juesuan.read_many([sys.argv[1]] * 20, progress=False); "
            "print(next(run).ok)"
        )
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, "-c", code, str(support.MINISTRY)],
                capture_output=True,
                text=True,
                check=True,
                timeout=120,
                env={**os.environ, "TMPDIR": folder},
            )
            self.assertEqual((done.stdout, done.stderr), ("True\n", ""))
            self.assertEqual(list(Path(folder).iterdir()), [])

    def test_the_least_time(self) -> None:
        with self.assertRaises(juesuan.TimeoutError):
            juesuan.read(support.MINISTRY, timeout=0.001)


def _count_tables(path: str) -> int:
    return len(juesuan.read(path, pages="6").tables)
