from __future__ import annotations

import builtins
import pickle
import re
import tempfile
import unittest
from pathlib import Path

import juesuan
from juesuan.errors import BY_CODE, BY_EXIT, error_of
from juesuan.sources import Readable

from . import support


class RaisedTests(unittest.TestCase):
    def caught(self, source: Readable, password: str | None = None) -> juesuan.Error:
        with self.assertRaises(juesuan.Error) as caught:
            juesuan.read(source, password=password)
        return caught.exception

    def test_encrypted(self) -> None:
        error = self.caught(support.ENCRYPTED)
        self.assertIs(type(error), juesuan.EncryptedError)
        self.assertEqual((error.code, error.exit), ("encrypted", 8))
        self.assertEqual(error.path, str(support.ENCRYPTED))
        self.assertIn("encrypted.pdf: is encrypted", str(error))
        wrong = self.caught(support.ENCRYPTED, password="wrong")
        self.assertIsInstance(wrong, juesuan.WrongPasswordError)
        self.assertIsInstance(wrong, juesuan.EncryptedError)
        self.assertTrue(juesuan.read(support.ENCRYPTED, password=support.PASSWORD).ok)
        # the password is the document's, not the worker's
        self.assertEqual(self.caught(support.ENCRYPTED).code, "encrypted")

    def test_what_is_no_pdf(self) -> None:
        self.assertIsInstance(self.caught(b"<html></html>"), juesuan.NotAPDFError)
        self.assertEqual(self.caught(b"").code, "empty-file")
        damaged = self.caught(support.MINISTRY.read_bytes()[:2000])
        self.assertIsInstance(damaged, juesuan.InputError)

    def test_what_is_not_there(self) -> None:
        error = self.caught("/nowhere/a.pdf")
        self.assertIsInstance(error, juesuan.NotFoundError)
        self.assertIsInstance(error, builtins.FileNotFoundError)
        self.assertIsInstance(self.caught("/tmp"), juesuan.UnreadableError)

    def test_a_name_that_is_not_utf8(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / b"\xbe\xf6\xcb\xe3.pdf".decode("utf-8", "surrogateescape")
            path.write_bytes(support.MINISTRY.read_bytes())
            error = self.caught(path)
        self.assertEqual(error.code, "bad-name")


class CodeTests(unittest.TestCase):
    def test_every_code_of_the_documentation(self) -> None:
        text = (support.REPOSITORY / "docs" / "errors.md").read_text()
        codes = dict(re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", text, re.MULTILINE))
        self.assertGreater(len(codes), 30)
        self.assertLessEqual(set(BY_CODE), set(codes))
        for code, status in codes.items():
            error = error_of(code, "…", int(status))
            self.assertEqual((error.code, error.exit), (code, int(status)))
            kind = BY_EXIT.get(int(status), juesuan.Error)
            self.assertIsInstance(error, kind, code)

    def test_all_are_exported(self) -> None:
        for kind in {*BY_CODE.values(), *BY_EXIT.values()}:
            self.assertIn(kind.__name__, juesuan.__all__)
            self.assertTrue(issubclass(kind, juesuan.Error))

    def test_they_travel_between_processes(self) -> None:
        for code in ("unreadable", "timeout", "encrypted", "no-such-page"):
            error = error_of(code, "no such file or directory", 2, "a.pdf")
            again = pickle.loads(pickle.dumps(error))
            self.assertEqual((type(again), str(again)), (type(error), str(error)))

    def test_a_timeout_is_pythons_too(self) -> None:
        self.assertTrue(issubclass(juesuan.TimeoutError, builtins.TimeoutError))
