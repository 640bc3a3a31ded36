"""The package's names: each is there, though its module is imported only when it is asked for."""

import subprocess
import sys
import unittest

import juesuan


class NamesTests(unittest.TestCase):
    def test_every_name_is_there(self) -> None:
        for name in juesuan.__all__:
            self.assertTrue(hasattr(juesuan, name), name)
        self.assertEqual(sorted({*juesuan._MODULES, "__version__"}), sorted(juesuan.__all__))

    def test_no_other_name_is(self) -> None:
        with self.assertRaises(AttributeError):
            _ = juesuan.nothing

    def test_the_command_imports_nothing_that_it_does_not_need(self) -> None:
        code = "import juesuan.__main__, sys; print('juesuan.reading' in sys.modules)"
        shown = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        self.assertEqual(shown.stdout.strip(), "False")
