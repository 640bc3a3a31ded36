"""The wheel on this machine, in an environment of its own and with nothing of the machine's but the C library."""
from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unittest
import venv
import zipfile
from pathlib import Path

from handed_out import SAMPLES, document, made, version

MACHINES_OWN = re.compile(r"linux-vdso|ld-linux|lib(c|m|dl|rt|pthread|resolv)\.so")


class WheelTests(unittest.TestCase):
    """Installed once for all of them."""

    folder: tempfile.TemporaryDirectory[str]
    wheel: Path
    place: Path
    program: Path

    @classmethod
    def setUpClass(cls) -> None:
        cls.wheel = made("juesuan-*.whl")
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.place = Path(cls.folder.name)
        venv.create(cls.place / "venv", with_pip=True)
        pip = cls.place / "venv/bin/pip"
        subprocess.run([pip, "install", "--quiet", "--no-deps", cls.wheel], check=True)
        cls.program = next(cls.place.glob("venv/lib/python*/site-packages/juesuan/_program/bin/juesuan"))

    def run_command(self, *words: object) -> str:
        """The command as pip made it, in an empty environment."""
        command = ["env", "-i", str(self.place / "venv/bin/juesuan"), *map(str, words)]
        return subprocess.run(command, cwd=self.place, capture_output=True, text=True, check=True).stdout

    def test_it_is_the_program_that_was_built(self) -> None:
        self.assertEqual(self.run_command("--version").strip(), version())

    def test_the_tag_is_right(self) -> None:
        said = subprocess.run([sys.executable, "-m", "auditwheel", "show", self.wheel],
                              capture_output=True, text=True, check=True).stdout
        found = re.search(r'platform\s+tag:\s+"(\w+)"', said)
        self.assertTrue(found and self.wheel.name.endswith(f"-py3-none-{found[1]}.whl"), said)

    def test_each_library_is_its_own(self) -> None:
        said = subprocess.run(["ldd", self.program], capture_output=True, text=True, check=True).stdout
        others = [line.strip() for line in said.splitlines()
                  if str(self.place) not in line and not MACHINES_OWN.search(line)]
        self.assertEqual(others, [])

    def test_poppler_reads_the_maps_that_came_along(self) -> None:
        said = self.run_command("doctor")
        self.assertIn(f"poppler-data in {self.program.parents[1]}/share/poppler", said)
        self.assertIn("text in a Chinese font that is not embedded (GBK) is read", said)

    def test_samples_come_out_the_same(self) -> None:
        """Two of them, so that they are read by workers, which are locked in."""
        samples = [str(sample) for sample in SAMPLES[:2]]
        command = ["env", "-i", str(self.place / "venv/bin/juesuan"), "extract", *samples, "--ocr", "off", "--quiet",
                   "--output", str(self.place / "out")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        for sample in SAMPLES[:2]:
            written = (self.place / "out" / sample.stem / "document.json").read_bytes()
            self.assertTrue(written == document(sample), f"document.json of {sample.name} differs: {done.stderr}")

    def test_licences_and_all_files_are_listed(self) -> None:
        with zipfile.ZipFile(self.wheel) as archive:
            names = archive.namelist()
            [record] = [name for name in names if name.endswith(".dist-info/RECORD")]
            listed = {line.rsplit(",", 2)[0] for line in archive.read(record).decode().splitlines()}
        self.assertEqual(listed, set(names))
        libraries = [name for name in names if "/_program/lib/" in name]
        licences = [name for name in names if "/_program/share/doc/juesuan/licences/" in name]
        self.assertGreater(len(libraries), 20)
        self.assertIn("juesuan/_program/share/doc/juesuan/licences/README.txt", licences)


if __name__ == "__main__":
    unittest.main()
