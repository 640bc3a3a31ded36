from __future__ import annotations

import os
import re
import subprocess
import sys
import unittest
from pathlib import Path
from unittest import mock

import juesuan
from juesuan import program

from . import support

CONSOLE_SCRIPT = f"""#!{sys.executable}
import sys
from juesuan.__main__ import main
sys.exit(main())
"""


class FindingTests(unittest.TestCase):
    def setUp(self) -> None:
        no_bundle = mock.patch.object(program, "BUNDLED", Path("/nowhere/juesuan"))
        no_bundle.start()
        self.addCleanup(no_bundle.stop)

    def test_the_variable_comes_first(self) -> None:
        with support.script("") as bundled, support.script("") as asked:
            with mock.patch.object(program, "BUNDLED", bundled), support.running(asked):
                self.assertEqual(program.find(), str(asked))
            with mock.patch.object(program, "BUNDLED", bundled), support.running(""):
                self.assertEqual(program.find(), str(bundled))

    def test_the_path_comes_last_and_our_own_script_is_passed_over(self) -> None:
        with support.script(CONSOLE_SCRIPT) as own, support.script("#!/bin/sh\n") as other:
            path = f"{own.parent}{os.pathsep}{other.parent}"
            with support.running(""), mock.patch.dict(os.environ, {"PATH": path}):
                self.assertEqual(program.find(), str(other))

    def test_without_a_program_it_says_what_to_do(self) -> None:
        with support.running(""), mock.patch.dict(os.environ, {"PATH": "/nowhere"}):
            with self.assertRaises(juesuan.ProgramNotFoundError) as caught:
                juesuan.read(support.MINISTRY)
            self.assertIn("pip install juesuan", str(caught.exception))
            self.assertEqual(caught.exception.exit, 3)

    def test_a_variable_that_names_no_program_is_not_passed_over(self) -> None:
        with support.script(CONSOLE_SCRIPT) as own:
            for wrong in ("/nowhere/juesuan", str(own), "/tmp"):
                with support.running(wrong), self.assertRaises(juesuan.ProgramNotFoundError):
                    program.find()

    def test_a_program_that_does_not_run(self) -> None:
        with support.script("#!/nowhere/interpreter\n") as broken, support.running(broken):
            with self.assertRaises(juesuan.ProgramNotFoundError):
                juesuan.read(support.MINISTRY)
            with self.assertRaises(juesuan.ProgramNotFoundError):
                program.version()

    def test_a_program_that_lacks_libraries(self) -> None:
        text = "#!/bin/sh\necho 'juesuan: libpoppler.so: cannot open' >&2\nexit 127\n"
        with support.script(text) as broken, support.running(broken):
            with self.assertRaises(juesuan.ProgramNotFoundError) as caught:
                juesuan.read(support.MINISTRY)
            self.assertIn("libpoppler.so", str(caught.exception))


class VersionTests(unittest.TestCase):
    def test_module_program_and_source_have_the_same(self) -> None:
        self.assertEqual(program.version(), f"juesuan {juesuan.__version__}")
        source = support.REPOSITORY / "Sources" / "Digitizer" / "Digitizer.swift"
        match = re.search(r'static let version = "(.+)"', source.read_text())
        assert match is not None
        self.assertEqual(match[1], juesuan.__version__)


class CommandTests(unittest.TestCase):
    def run_module(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "juesuan", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **variables},
        )

    def test_it_is_the_program(self) -> None:
        self.assertEqual(self.run_module("--version").stdout.strip(), program.version())
        wrong = self.run_module("show", "/nowhere.pdf")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("[unreadable]", wrong.stderr)

    def test_without_the_program(self) -> None:
        done = self.run_module("--version", JUESUAN_PROGRAM="/nowhere/juesuan")
        self.assertEqual(done.returncode, 3)
        self.assertIn("juesuan: error: [no-program] ", done.stderr)

    def test_the_ocr_helper_beside_us_is_told_of(self) -> None:
        with support.script("", "juesuan-ocr") as helper:
            place = mock.patch("sysconfig.get_path", return_value=str(helper.parent))
            with place, mock.patch.dict(os.environ):
                os.environ.pop(program.OCR_VARIABLE, None)
                self.assertEqual(program.environment()[program.OCR_VARIABLE], str(helper))
                os.environ[program.OCR_VARIABLE] = ""
                self.assertEqual(program.environment()[program.OCR_VARIABLE], "")


class ImportTests(unittest.TestCase):
    MOST = 0.1
    """Seconds."""

    def test_import_is_quick_and_brings_no_pandas(self) -> None:
        code = (
            "import sys, time; begin = time.process_time(); import juesuan; "
            "print(time.process_time() - begin); "
            "print(*({'pandas', 'numpy', 'pyarrow', 'tqdm', 'PIL'} & set(sys.modules)))"
        )
        outputs = [
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            for _ in range(5)
        ]
        times = [float(output.stdout.splitlines()[0]) for output in outputs]
        self.assertLess(min(times), self.MOST)
        self.assertEqual(outputs[0].stdout.splitlines()[1], "")
