"""What the packing itself promises: nothing forgotten, and the same bytes again."""
from __future__ import annotations

import os
import re
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from handed_out import PROGRAM, ROOT, version
from spdx_tools.spdx.parser import parse_anything
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

sys.path.insert(0, str(ROOT / "packaging"))

import libraries
import licences
import product
import sbom
import tarball
import wheel

SAME_TIME = {"SOURCE_DATE_EPOCH": "1700000000"}


class LicenceTests(unittest.TestCase):
    def test_the_licence_of_each_thing_is_known_and_its_text_there(self) -> None:
        for package in licences.debian(libraries.carried(PROGRAM)):
            self.assertTrue(licences.of(package.source))
            self.assertTrue(package.copyright.exists(), package)
        for linked in licences.swift_packages():
            self.assertTrue(licences.of(linked.name))
            self.assertTrue(list(linked.folder.glob("LICENSE*")), linked)

    def test_the_machines_c_library_stays_the_machines(self) -> None:
        names = {library.name for library in libraries.carried(PROGRAM)}
        self.assertIn("libpoppler-glib.so.8", names)
        self.assertEqual({name for name in names if re.match(r"(lib(c|m|dl|pthread|resolv)\.so|ld-)", name)}, set())


class ContentsTests(unittest.TestCase):
    def test_the_list_is_spdx_and_has_all(self) -> None:
        folder = product.WORK / product.name(PROGRAM)
        if not folder.exists():
            self.skipTest("`make wheel` lays out what is listed")
        with tempfile.TemporaryDirectory() as place:
            target = Path(place, "list.spdx.json")
            sbom.write(PROGRAM, folder, target)
            document = parse_anything.parse_file(str(target))
        self.assertEqual(validate_full_spdx_document(document), [])
        names = {Path(file.name).name for file in document.files}
        self.assertEqual(names, {path.name for path in (folder / "lib").iterdir()} | {"juesuan"})
        unknown = [each.name for each in document.packages if str(each.license_declared) in ("None", "NOASSERTION")]
        self.assertEqual(unknown, [])


class SameBytesTests(unittest.TestCase):
    def test_of_a_tarball_whenever_and_in_whatever_order_its_files_were_made(self) -> None:
        made: list[bytes] = []
        for names in (["b", "a"], ["a", "b"]):
            with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, SAME_TIME):
                inside = Path(folder, "juesuan")
                inside.mkdir(mode=0o755)
                for name in names:
                    (inside / name).write_text(name)
                    (inside / name).chmod(0o644)
                os.utime(inside / names[0], (len(made), len(made)))
                tarball.pack(inside, Path(folder, "packed"))
                made.append(Path(folder, "packed").read_bytes())
        self.assertEqual(made[0], made[1])

    def test_of_a_wheel(self) -> None:
        made: list[bytes] = []
        for _ in range(2):
            with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, SAME_TIME):
                made.append(wheel.make(ROOT / "integrations/ocr", Path(folder)).read_bytes())
        self.assertEqual(made[0], made[1])


class VersionTests(unittest.TestCase):
    """The version stands in Sources/Digitizer/Digitizer.swift; these are told of it."""

    def test_of_the_python_packages(self) -> None:
        number = version().split()[1]
        for path in [*ROOT.glob("integrations/*/pyproject.toml"), *ROOT.glob("python/src/juesuan/_version.py")]:
            found = re.search(r'^(?:__)?version(?:__)? *= *"(.+)"', path.read_text(), re.MULTILINE)
            self.assertEqual(found and found[1], number, path)


if __name__ == "__main__":
    unittest.main()
