"""Wheel, Debian package and tarball on bare systems: read the samples as the build does, and leave nothing."""
from __future__ import annotations

import json
import subprocess
import unittest
from pathlib import Path

from chroot import Chroot
from handed_out import PROGRAM, SAMPLES, document, made, version

REMAINS = "find / -xdev -iname '*juesuan*' -not -path '/samples/*' -not -path '/packages/*' -not -path '/proc/*'"

FRAME = """
import juesuan
report = juesuan.read("/samples/{sample}")
table = report.tables["收入支出决算总表"]
frame = table.frame
print(report.organisation, report.year)
print(len(report.tables), "tables", len(report.records), "records")
print(frame.shape[0] > 10, frame.shape[1] > 2)
"""
"""What a user's first lines look like; the package's own tests look at the values."""


def amounts(path: Path) -> list[str]:
    """All amounts in a document's tables, in their order."""
    tables = json.loads(path.read_text())["tables"]
    return [cell["amount"] for table in tables for cell in table["cells"] if cell.get("amount")]


class BareSystem(unittest.TestCase):
    """The tests of a release; below is a class for each, and this one is gone then."""

    release: str
    place: Chroot

    def setUp(self) -> None:
        self.place = Chroot(self.release)
        self.addCleanup(self.place.remove)
        for sample in SAMPLES:
            self.place.put(sample, f"samples/{sample.name}")

    def bring(self, package: Path) -> str:
        self.place.put(package, f"packages/{package.name}")
        return f"/packages/{package.name}"

    def check_program(self, program: str) -> None:
        """It is the one that was built, all is there, and each sample comes out the same, byte by byte."""
        self.assertEqual(self.place.shell(f"{program} --version").strip(), version())
        said = self.place.shell(f"{program} doctor")
        self.assertNotIn("missing", said)
        for sample in SAMPLES:
            with self.subTest(sample.name):
                command = f"{program} extract /samples/{sample.name} --ocr off --quiet --output /tmp/out"
                done = self.place.attempt(command)
                written = self.place.path(f"tmp/out/{sample.stem}/document.json")
                self.assertTrue(written.exists(), done.stderr)
                self.assertTrue(written.read_bytes() == document(sample), "document.json differs")
        self.place.run("rm", "-r", "/tmp/out")

    def test_wheel(self) -> None:
        wheel = self.bring(made("juesuan-*.whl"))
        self.place.run("python3", "-m", "venv", "/opt/venv")
        before = self.place.run("find", "/opt/venv", "-type", "f", "-not", "-name", "*.pyc")
        self.place.run("/opt/venv/bin/pip", "install", "--quiet", "--no-deps", wheel)
        self.check_program("/opt/venv/bin/juesuan")
        self.place.run("/opt/venv/bin/pip", "uninstall", "--yes", "--quiet", "juesuan")
        after = self.place.run("find", "/opt/venv", "-type", "f", "-not", "-name", "*.pyc")
        self.assertEqual(sorted(after.split()), sorted(before.split()))
        self.assertEqual(self.place.shell(REMAINS), "")

    def test_python(self) -> None:
        wheel = self.bring(made("juesuan-*.whl"))
        self.place.run("python3", "-m", "venv", "/opt/frames")
        done = self.place.attempt(f"/opt/frames/bin/pip install --quiet {wheel}")
        if done.returncode != 0:
            raise unittest.SkipTest(f"pip cannot get what the wheel needs: {done.stderr[-300:]}")
        python = "/opt/frames/bin/python"
        if self.place.attempt(f"{python} -c 'import juesuan; juesuan.read'").returncode != 0:
            raise unittest.SkipTest("this wheel has no Python module yet")
        sample = next(each for each in SAMPLES if each.name == "ministry-2024.pdf")
        said = self.place.run(python, "-c", FRAME.format(sample=sample.name)).splitlines()
        self.assertEqual(said[0].split()[1], "2024")
        self.assertEqual(said[2], "True True")

    def test_scans(self) -> None:
        """What `pip install juesuan[ocr]` brings reads a scanned table: the same amounts as its digital twin has."""
        for pattern in ("juesuan-*.whl", "juesuan_ocr-*.whl"):
            self.bring(made(pattern))
        self.place.run("python3", "-m", "venv", "/opt/scans")
        done = self.place.attempt("/opt/scans/bin/pip install --quiet --find-links /packages 'juesuan[ocr]'")
        if done.returncode != 0:
            raise unittest.SkipTest(f"pip cannot get what the OCR helper needs: {done.stderr[-300:]}")
        self.assertIn("/opt/scans/bin/juesuan-ocr", self.place.run("/opt/scans/bin/juesuan", "doctor"))
        found = []
        for sample in ("ministry-2024-scanned", "ministry-2024"):
            options = "--pages 6 --ocr-timeout 600 --output /tmp/scans"
            self.place.shell(f"/opt/scans/bin/juesuan extract /samples/{sample}.pdf {options}")
            found.append(amounts(self.place.path(f"tmp/scans/{sample}/document.json")))
        self.assertGreater(len(found[0]), 20)
        self.assertEqual(found[0], found[1])

    def test_tarball(self) -> None:
        """The image (packaging/Containerfile) is these steps, too."""
        archive = self.bring(made("juesuan-*.tar.gz"))
        self.place.run("tar", "xf", archive, "-C", "/opt")
        self.place.shell("ln -s /opt/juesuan-*/bin/juesuan /usr/local/bin/juesuan")
        self.check_program("juesuan")
        self.place.shell("rm -r /opt/juesuan-* /usr/local/bin/juesuan")
        self.assertEqual(self.place.shell(REMAINS), "")


class BookwormTests(BareSystem):
    release = "bookworm"

    def test_debian_package(self) -> None:
        package = self.bring(made("juesuan_*.deb"))
        self.place.run("apt-get", "update", "--quiet")
        self.place.run("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", package)
        self.check_program("juesuan")
        self.place.run("apt-get", "purge", "--yes", "--quiet", "juesuan")
        self.assertEqual(self.place.shell(REMAINS), "")


class TrixieTests(BareSystem):
    release = "trixie"

    def test_with_its_own_poppler(self) -> None:
        """The program as built with Poppler 22.12, with the Poppler of Debian 13 (25.03): what it hears is the same."""
        packages = ["libpoppler-glib8t64", "libcairo2", "libsqlite3-0", "libwebp7", "libminizip1t64", "poppler-data"]
        self.place.run("apt-get", "update", "--quiet")
        self.place.run("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages)
        self.place.put(PROGRAM, "opt/bin/juesuan")
        # of another name there
        library = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
        [path] = [line.split()[2] for line in library.splitlines() if "libxlsxwriter" in line]
        self.place.put(Path(path), f"opt/lib/{Path(path).name}")
        self.place.run("chmod", "755", "/opt/bin/juesuan")
        self.assertIn("Poppler 25.", self.place.run("env", "LD_LIBRARY_PATH=/opt/lib", "/opt/bin/juesuan", "doctor"))
        self.check_program("env LD_LIBRARY_PATH=/opt/lib /opt/bin/juesuan")


# of no release, so not to be run
del BareSystem


if __name__ == "__main__":
    unittest.main()
